"""What a sentence states, each proposition on its own: `find_propositions(sentence, language)`.

A main clause is a proposition with everything attached to it: the clauses that only complete it
(dass, um … zu, weil, wenn, restrictive relative clauses). A clause with a fact of its own (nachdem,
während, a relative clause in the past) is another. Where somebody is said to have stated a fact, the
proposition is what he stated; where the act is the point (warnen, fordern), it is the whole.
"""

from itertools import pairwise
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.asides import find_asides
from factcheck.extraction.clauses import Clause
from factcheck.extraction.edges import EDGE, trim
from factcheck.extraction.facts import is_own_fact, tells_past
from factcheck.extraction.frames import Frame
from factcheck.extraction.frames_phrasal import attributing_clause
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening, finite_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import Aside
from factcheck.extraction.spans import THAT, before_phrase, before_tag, content_end, content_start, span_of
from factcheck.extraction.speech import ENGLISH_NOUNS
from factcheck.extraction.tokens import Token
from factcheck.extraction.voicing import is_quoted_view, voice_whole

_CONDITIONS: dict[Language, frozenset[str]] = {
    "de": words("wenn falls sobald sofern"),
    "en": words("if once unless when until as before"),
}
_COPULA = words("ist sind war waren is are was were")
_FEW = 3
"""Words, besides the copula, that lead to an aside and say nothing by themselves."""

_CONNECTING = words("however meanwhile but and also now then today instead still yet aber und doch")
_REJECTING = words(
    "wies weist wiesen weisen zurückgewiesen bestritt bestreitet bestritten dementierte dementiert "
    "rejected rejects denied denies dismissed dismisses"
)
_OBLIQUE = words("dem den des einem einen eines")
_SUBJECT_BEGINS = frozenset({tags.DETERMINER, tags.NOUN, tags.ADJECTIVE, tags.NUMBER, tags.PRONOUN})
_LIGHT = frozenset({tags.COMMA, tags.DASH, tags.QUOTE, tags.ADVERB, tags.CLOSE})
_FEWEST = 3
"""Words that state something by themselves."""


class Proposition(NamedTuple):
    """Tokens [first, last) of a sentence; `clause` is the clause that makes it, `frame` the frame it
    includes because the act of speech is the point, `aside` what it says in passing instead; `subject` are
    the tokens of its subject where another fact stands between that and its verb."""

    first: int
    last: int
    clause: Clause
    frame: Frame | None = None
    aside: Aside | None = None
    subject: tuple[int, int] | None = None


def find_propositions(sentence: Sentence, language: Language) -> list[Proposition]:
    """The propositions of a sentence in order; those embedded in another lie inside it."""
    framing = {frame.clause: frame for frame in sentence.frames if frame.clause is not None}
    found: list[Proposition] = []
    named = {frame.message[0] for frame in sentence.frames if frame.message and _is_noun(sentence, frame)}
    phrases = [frame for frame in sentence.frames if frame.clause is None]
    phrasal = [attributing_clause(sentence.tokens, sentence.clauses, f.cue, f.source) for f in phrases]
    for at, clause in enumerate(sentence.clauses):
        content = clause.opening is Opening.CONTENT and clause.first in named
        own = content or is_own_fact(sentence, clause, language)
        if at not in phrasal and (own or at in framing or _stands_alone(sentence, at)):
            found += _propositions_of(sentence, at, framing, language)
    found += _named_contents(sentence, language)
    found = [proposition for proposition in found if proposition.last > proposition.first]
    found = _join_conditions(sentence.tokens, found, language)
    found = _with_asides(sentence, _with_frame(sentence, found, language), language)
    found = _voiced(sentence, found) if language == "en" else found
    found = [_from_verb(sentence.tokens, proposition, found) for proposition in found]
    single = {(proposition.first, proposition.last): proposition for proposition in reversed(found)}
    return sorted(single.values(), key=lambda proposition: (proposition.first, -proposition.last))


def _voiced(sentence: Sentence, found: list[Proposition]) -> list[Proposition]:
    """With a quotation that only gives a view as one proposition, and the tag that names who gave it."""
    whole = voice_whole(sentence)
    if whole is None:
        return found
    first, last, frame = whole
    clause = sentence.clauses[frame.clause or 0]
    return [Proposition(first, last, clause, frame), *(p for p in found if p.first >= last or p.last > last)]


def _named_contents(sentence: Sentence, language: Language) -> list[Proposition]:
    """ "the union's claim that the pier was sold (was rejected)": what a noun names inside its clause."""
    if language == "de":
        return []
    found = []
    for frame in sentence.frames:
        named = _is_noun(sentence, frame) and sentence.tokens[frame.cue[0]].low in ENGLISH_NOUNS
        if named and frame.message is not None:
            first, last = trim(sentence.tokens, *frame.message)
            finite = finite_at(sentence.tokens, first, last)
            if finite is not None:
                found.append(
                    Proposition(first, last, Clause(Opening.CONTENT, first, last, finite, None, tags.COMMA))
                )
    return found


def _with_asides(sentence: Sentence, found: list[Proposition], language: Language) -> list[Proposition]:
    asides = find_asides(sentence, language)
    if not asides or not sentence.clauses:
        return [part for proposition in found for part in _itemise(sentence.tokens, proposition)]
    kept = [_without(sentence.tokens, proposition, asides) for proposition in found]
    own = [
        Proposition(*trim(sentence.tokens, aside.first, aside.last), sentence.clauses[0], None, aside)
        for aside in asides
    ]
    return [p for p in kept if p is not None] + own


def _from_verb(tokens: list[Token], proposition: Proposition, others: list[Proposition]) -> Proposition:
    """ "Die Werft, die 90 Leute beschäftigt, (baute drei Fähren)": where a fact of its own stands between
    a subject and its verb, the words that state the other begin with the verb."""
    finite = proposition.clause.finite
    if finite is None or proposition.aside is not None or not proposition.first < finite < proposition.last:
        return proposition
    start = proposition.first
    while tokens[start].low in _CONNECTING and start < finite:
        start += 1
    if tokens[start].low in _OBLIQUE or tokens[start].tag not in _SUBJECT_BEGINS:
        return proposition
    between = [o for o in others if _apart_from(o) > proposition.first and o.last <= finite]
    ends = [o.last for o in between if all(t.tag in _LIGHT for t in tokens[o.last : finite])]
    if not ends or any(t.tag in tags.VERBAL for t in tokens[proposition.first : _apart_from(between[0])]):
        return proposition
    first = min(ends)
    while tokens[first].tag in EDGE:
        first += 1
    if proposition.last - first < _FEWEST:
        return proposition
    return proposition._replace(first=first, subject=trim(tokens, start, _apart_from(between[0])))


def _apart_from(proposition: Proposition) -> int:
    """Where it stops to be part of what it is said of: of an apposition, behind its noun."""
    return proposition.aside.since if proposition.aside is not None else proposition.first


def _without(tokens: list[Token], proposition: Proposition, asides: list[Aside]) -> Proposition | None:
    """The proposition up to an aside that ends it; None where only names and their asides are left."""
    last = proposition.last
    for aside in asides:
        leads = aside.resumes is not None and proposition.first <= aside.first
        if leads and aside.resumes is not None and aside.resumes < last:
            proposition = proposition._replace(first=aside.resumes)
    for aside in reversed(asides):
        if proposition.first < aside.since and aside.last >= last - 1 and aside.since <= last:
            last = min(last, aside.since)
    finite = proposition.clause.finite
    if finite is not None and tokens[finite].low in _COPULA and last <= proposition.last:
        covered = sum(min(a.last, proposition.last) - a.first for a in asides if a.role and a.first > finite)
        if covered * 2 > proposition.last - proposition.first or _introduces(tokens, proposition, asides):
            return None
    first, last = trim(tokens, proposition.first, last)
    return proposition._replace(first=first, last=last) if last > first else None


def _introduces(tokens: list[Token], proposition: Proposition, asides: list[Aside]) -> bool:
    """ "Unter ihnen ist Anna Berger, früher …": the sentence only leads to the aside."""
    before = [token for token in tokens[proposition.first : asides[0].first] if token.tag.isalpha()]
    finite = proposition.clause.finite
    behind = finite is not None and finite < asides[0].first < proposition.last
    return asides[0].role and len(before) <= _FEW and behind


def _itemise(tokens: list[Token], proposition: Proposition) -> list[Proposition]:
    """ "Nord +0,2 Prozent, Süd -0,3 Prozent": a list without a verb has a claim for each figure."""
    if proposition.clause.finite is not None:
        return [proposition]
    cuts = [
        at
        for at in range(proposition.first, proposition.last)
        if tokens[at].tag == tags.COMMA or tokens[at].low in ("und", "and")
    ]
    edges = [proposition.first - 1, *cuts, proposition.last]
    parts = [(left + 1, right) for left, right in pairwise(edges)]
    if len(parts) < 2 or not all(any(t.tag == tags.NUMBER for t in tokens[a:b]) for a, b in parts):
        return [proposition]
    return [proposition._replace(first=a, last=b) for a, b in parts if b > a]


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """A subordinate clause without any main clause in its sentence."""
    return at == 0 and all(clause.opening is not Opening.MAIN for clause in sentence.clauses)


def _join_conditions(tokens: list[Token], found: list[Proposition], language: Language) -> list[Proposition]:
    """ "(said that) once the deal was done, the firm would …": the condition opens what follows."""
    joined: list[Proposition] = []
    for proposition in found:
        before = joined[-1] if joined else None
        relative = proposition.clause.opening is Opening.RELATIVE
        comma = before is not None and proposition.first - before.last <= 1 and not relative
        conditional = before is not None and (
            tokens[before.first].low in _CONDITIONS[language] or _verbs_first(before, proposition)
        )
        if before is not None and comma and conditional and proposition.clause.sign != tags.SEMICOLON:
            whole = Proposition(before.first, proposition.last, proposition.clause, proposition.frame)
            joined[-1:] = [before, proposition] if _dated(tokens, before) else [whole]
        else:
            joined.append(proposition)
    return joined


def _dated(tokens: list[Token], one: Proposition) -> bool:
    """ "When the mill closed in 1981, …": an event with its date is a fact beside what it dates."""
    piece = tokens[one.first : one.last]
    past = one.clause.finite is not None and tells_past(tokens, one.clause)
    return piece[0].low in ("when", "before") and past and any(t.tag == tags.NUMBER for t in piece)


def _verbs_first(one: Proposition, two: Proposition) -> bool:
    """German "Sollte sie klagen, müsste der Rat …": both clauses begin with their verb."""
    return one.clause.finite == one.first and two.clause.finite == two.first and two.clause.sign == tags.COMMA


def _with_frame(sentence: Sentence, found: list[Proposition], language: Language) -> list[Proposition]:
    """ "…, warnt die Behörde": one proposition and the act that follows it. In German an indirect
    quotation reads on into its frame, so there the act belongs to any single proposition."""
    of_clauses = {frame.clause: frame for frame in sentence.frames if frame.trailing}
    trailing = [frame for clause, frame in of_clauses.items() if clause is not None]
    if len(found) != 1 or len(trailing) != 1 or (language == "en" and trailing[0].report):
        return found
    frame = trailing[0]
    assert frame.clause is not None
    end = sentence.clauses[frame.clause].last
    quotes = sum(token.tag == tags.QUOTE for token in sentence.tokens[found[0].first : end])
    opened = found[0].first > 0 and sentence.tokens[found[0].first - 1].tag == tags.QUOTE
    if found[0].frame is not None or end <= found[0].last or (quotes + opened) % 2:
        return found
    first, last = trim(sentence.tokens, found[0].first, end)
    while first > 0 and sentence.tokens[first - 1].tag == tags.QUOTE:
        first -= 1
    return [Proposition(first, last, found[0].clause, frame)]


def _propositions_of(
    sentence: Sentence, at: int, framing: dict[int, Frame], language: Language
) -> list[Proposition]:
    clause, tokens = sentence.clauses[at], sentence.tokens
    first, last = span_of(sentence, at, language)
    frame = framing.get(at)
    before = framing.get(at - 1) if at else None
    if frame is None:
        if before is not None and _merges(before, clause):
            return [Proposition(sentence.clauses[at - 1].first, last, clause, before)]
        first += tokens[first].low in THAT and clause.opening is Opening.CONTENT
        last = before_tag(framing.get(at + 1), first, last)
        return [Proposition(*trim(tokens, first, before_phrase(sentence, clause, last)), clause)]
    aside = clause.opening is Opening.ADVERBIAL and (frame.report or tokens[clause.first].low == "wie")
    fronted = at > 0 and sentence.clauses[at - 1].opening is Opening.CONTENT and language == "de"
    if frame.trailing and fronted and sentence.clauses[at - 1].head is None:
        return [Proposition(*trim(tokens, sentence.clauses[at - 1].first, last), clause, frame)]
    if frame.trailing or frame.message is None or (aside and frame.message[0] < clause.first):
        return []
    if frame.message[0] >= clause.last and not _dependent(sentence, frame):
        return (
            [Proposition(*trim(tokens, first, clause.last), clause, frame)] if _rejects(tokens, frame) else []
        )
    if frame.report and not (language == "en" and is_quoted_view(sentence, frame)):
        end = max(last, content_end(sentence, frame, language))
        return [Proposition(*trim(tokens, content_start(tokens, frame), end), clause)]
    return [Proposition(*trim(tokens, first, last), clause, frame)]


def _is_noun(sentence: Sentence, frame: Frame) -> bool:
    """ "der Vorwurf der Reederei, …": what the noun names is a claim beside what is told of it."""
    first, last = frame.cue
    return frame.clause is None and last - first == 1 and sentence.tokens[first].tag == tags.NOUN


def _merges(frame: Frame, clause: Clause) -> bool:
    """ "Die Kritiker warnen, das Netz sei am Ende": the act and its content are one proposition."""
    follows = frame.message is not None and frame.message[0] == clause.first and clause.sign == tags.COMMA
    return follows and not frame.report and not frame.trailing


def _rejects(tokens: list[Token], frame: Frame) -> bool:
    """ "Berger wies das zurück: Man habe …": that somebody denied it is a fact beside what he said."""
    verb = tokens[frame.cue[0]].low
    return verb in _REJECTING and tokens[frame.cue[1]].tag != tags.COLON


def _dependent(sentence: Sentence, frame: Frame) -> bool:
    assert frame.message is not None
    return any(
        clause.first == frame.message[0] and clause.opening is not Opening.MAIN for clause in sentence.clauses
    )
