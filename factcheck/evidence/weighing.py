"""How much each sentence of a text has to do with a claim: `weigh(claim, sentences, language)`.

Okapi BM25 (Robertson et al. 1994, k1 1.5, b 0.75) over dictionary forms, parts of compounds, concepts of
the German-English lexicon and figures; of the best sentences figures and times are compared as intervals.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claims.reason import Language
from factcheck.matching import lexicon
from factcheck.matching.documents import wanted
from factcheck.matching.slots import Comparison, compare_slots
from factcheck.matching.terms import Analysis, analyse, skeleton
from factcheck.matching.words import find_words

Floats = npt.NDArray[np.float64]

FEATURES = ("words", "rank", "together", "position", "plain", "around", "length", "agrees")
"""What is known of each sentence: BM25 as a share of the best one's; log(1 + its rank by that); how much of
the claim it answers together with the sentences beside it, 0..1; where it stands in the text, 0..1; BM25
over the words as they are written, function words too; the mean of the three sentences on each side;
log(1 + words); the share of the claim's figures and times that agree, less those that contradict."""

CLOSELY = 40
"""So many sentences, those with the best words, are read for figures and times."""

_K1, _B = 1.5, 0.75
_TOKEN = re.compile(r"[^\W_]+(?:[-‐'’&.,][^\W_]+)*")
_GROUPED = re.compile(r"[.,](?=\d{3}(?!\d))")
_NEIGHBOURS = 3

_Columns = Mapping[str, int]
"""By a term's name the column in which its occurrences are counted."""


class _Wanted(NamedTuple):
    """What the claim asks for: for each thing the columns of the terms that may answer it, the first its
    own word, and how well each does."""

    columns: _Columns
    things: tuple[tuple[tuple[int, float], ...], ...]


class Weighed(NamedTuple):
    """`features` has a row a sentence and a column for each of FEATURES. `answered` says how much of the
    claim's weight each sentence answers, thing by thing; `compared` holds its slots where they were read."""

    features: Floats
    answered: Floats
    compared: Mapping[int, Comparison]


def weigh(claim: Analysis, sentences: Sequence[str], language: Language) -> Weighed:
    """All sentences, in their order; they are written in `language`."""
    asked = _asked_for(claim, language)
    counts, lengths = _count(asked.columns, sentences, lambda token: _names(token, language))
    scored = _bm25(counts, lengths)
    words = _best(asked, scored).sum(axis=1)
    compared = {
        int(at): compare_slots(claim, analyse(sentences[at], language))
        for at in np.argsort(-words, kind="stable")[:CLOSELY]
        if words[at] > 0
    }
    own = np.array([_rarity(counts)[thing[0][0]] for thing in asked.things])
    answered = _best(asked, (counts > 0).astype(float)) * own / (own.sum() or 1.0)
    features = _features(words, _plain(claim.text, sentences), answered, _agreement(compared, len(sentences)))
    return Weighed(features, answered, compared)


def _asked_for(claim: Analysis, language: Language) -> _Wanted:
    """The claim's words and figures with what may answer each. Cognates only help between languages."""
    own = claim.language == language
    things = [
        [pair for pair in each.alternatives if not (own and pair[0].startswith("k:"))]
        for each in wanted(claim)
        if each.alternatives[0][0].startswith("w:")
    ]
    figures = {name for token in _TOKEN.findall(claim.text) if (name := _figure(token))}
    figures |= {f"n:{abs(found.value):.12g}" for found in claim.quantities}
    things += [[(name, 1.0)] for name in sorted(figures)]
    columns = {
        name: at for at, name in enumerate(dict.fromkeys(name for thing in things for name, _ in thing))
    }
    return _Wanted(columns, tuple(tuple((columns[name], like) for name, like in thing) for thing in things))


def _figure(token: str) -> str | None:
    """`1.200`, `1,200` and `1200` are one figure; `3,5` is `3.5`."""
    if not token[0].isdigit():
        return None
    digits = _GROUPED.sub("", token).replace(",", ".")
    return f"n:{digits}"


def _count(
    columns: _Columns, sentences: Sequence[str], naming: Callable[[str], list[str]]
) -> tuple[Floats, Floats]:
    """How often each sentence has each term, and how many terms it has in all."""
    known: dict[str, tuple[int, list[int]]] = {}
    counts, lengths = np.zeros((len(sentences), len(columns))), np.zeros(len(sentences))
    for at, sentence in enumerate(sentences):
        for token in _TOKEN.findall(sentence):
            if token not in known:
                names = naming(token)
                known[token] = len(names), [columns[name] for name in names if name in columns]
            length, hits = known[token]
            lengths[at] += length
            for column in hits:
                counts[at, column] += 1
    return counts, lengths


def _plain(claim: str, sentences: Sequence[str]) -> tuple[Floats, Floats]:
    """BM25 over the words as they are written, and how many each sentence has."""
    columns = {token: at for at, token in enumerate(dict.fromkeys(_TOKEN.findall(claim.lower())))}
    counts, lengths = _count(columns, sentences, lambda token: [token.lower()])
    return _bm25(counts, lengths).sum(axis=1), lengths


def _names(token: str, language: Language) -> list[str]:
    if figure := _figure(token):
        return [figure]
    names = []
    for word in find_words(token, language):
        if not word.stop:
            keys = (word.key, *word.parts)
            names += [f"w:{key}" for key in keys]
            names += [f"c:{number}" for key in keys for number in lexicon.concepts(key, language)]
            names.append(f"k:{skeleton(word.key)}")
    return names


def _best(asked: _Wanted, scores: Floats) -> Floats:
    """For each thing what its best answer in each sentence scores."""
    answers = [np.max([scores[:, column] * like for column, like in thing], axis=0) for thing in asked.things]
    return np.stack(answers, axis=1) if answers else np.zeros((len(scores), 0))


def _rarity(counts: Floats) -> Floats:
    """Inverse document frequency of each term."""
    among, having = len(counts), (counts > 0).sum(axis=0)
    return np.asarray(np.log1p((among - having + 0.5) / (having + 0.5)))


def _bm25(counts: Floats, lengths: Floats) -> Floats:
    mean = lengths.mean() if lengths.any() else 1.0
    slowness = _K1 * (1 - _B + _B * lengths / mean)
    return _rarity(counts) * counts * (_K1 + 1) / (counts + slowness[:, np.newaxis] + 1e-9)


def _agreement(compared: Mapping[int, Comparison], count: int) -> Floats:
    agrees = np.zeros(count)
    for at, comparison in compared.items():
        agrees[at] = (comparison.agreed - len(comparison.differences)) / (comparison.asked or 1)
    return agrees


def _features(words: Floats, plain: tuple[Floats, Floats], answered: Floats, agrees: Floats) -> Floats:
    count = len(words)
    share = words / (words.max(initial=0.0) or 1.0)
    ranks = np.empty(count)
    ranks[np.argsort(-words, kind="stable")] = np.arange(count)
    beside = np.pad(answered, ((1, 1), (0, 0)))
    together = np.max([beside[step : step + count] for step in range(3)], axis=0).sum(axis=1)
    padded = np.pad(share, _NEIGHBOURS)
    around = sum(padded[step : step + count] for step in range(2 * _NEIGHBOURS + 1)) - share
    columns = (
        share,
        np.log1p(ranks),
        together,
        np.arange(count) / (count or 1),
        plain[0] / (plain[0].max(initial=0.0) or 1.0),
        around / (2 * _NEIGHBOURS),
        np.log1p(plain[1]),
        agrees,
    )
    return np.stack(columns, axis=1)
