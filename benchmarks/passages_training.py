"""`python -m benchmarks.passages_training WICE.jsonl`: fits the weights with which passages are ranked.

The file is WiCE's (Kamoi et al. 2023, ODC-BY): a claim a line with the sentences of a cited page and the
groups of them that support it. The weights are learned on one half of the pages and reported on the other
half; what is written stands in `factcheck/evidence/passage_weights.json`.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np

from factcheck.evidence.passages import WEIGHTS, read_weights, select
from factcheck.evidence.weighing import FEATURES, Floats, Weighed, weigh
from factcheck.matching.terms import analyse

FIRST = 5
"""Recall is measured among so many passages."""
_STEPS, _RATE, _RIDGE = 400, 0.05, 0.03


class Example(NamedTuple):
    """A claim, the sentences of its page, and the groups of sentences of which each supports it."""

    claim: str
    sentences: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...]

    @property
    def learned_from(self) -> bool:
        """Whether it belongs to the half that is learned from: claims of one page go together."""
        return hashlib.sha256(self.sentences[0].encode()).digest()[0] % 2 == 0


class Recall(NamedTuple):
    """`group`: of the fewest sentences that support the claim, the share found among the passages (of the
    group found best where several are as small); `any`: the share of claims with a supporting sentence."""

    group: float
    any: float


def read(path: Path) -> list[Example]:
    """The claims that some sentence supports."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    groups = [tuple(tuple(group) for group in row["supporting_sentences"] if group) for row in rows]
    return [
        Example(row["claim"], tuple(row["evidence"]), found)
        for row, found in zip(rows, groups, strict=True)
        if found
    ]


def recall(examples: Sequence[Example], choose: Callable[[Example], Sequence[int]]) -> Recall:
    """What `choose` finds in its first five."""
    found = [(set(choose(example)[:FIRST]), example.groups) for example in examples]
    group = [max(_share(chosen, each) for each in _smallest(groups)) for chosen, groups in found]
    some = [any(chosen & set(each) for each in groups) for chosen, groups in found]
    return Recall(sum(group) / len(group), sum(some) / len(some))


def _smallest(groups: Sequence[tuple[int, ...]]) -> list[set[int]]:
    fewest = min(len(set(group)) for group in groups)
    return [set(group) for group in groups if len(set(group)) == fewest]


def _share(chosen: set[int], group: set[int]) -> float:
    return len(chosen & group) / len(group)


def by_words(weighed: Weighed) -> list[int]:
    """The sentences by BM25 over the words as they are written: the baseline."""
    plain = weighed.features[:, FEATURES.index("plain")]
    return [int(at) for at in np.argsort(-plain, kind="stable")]


def fit(examples: Sequence[Example], weighed: Sequence[Weighed]) -> Floats:
    """Weights under which a softmax over a page's sentences comes nearest to how the supporting ones are
    spread (the share of groups that name each); Adam, full batch, ridge penalty on standardised features."""
    scale = np.concatenate([each.features for each in weighed]).std(axis=0) + 1e-9
    pairs = [
        (each.features / scale, _spread(example)) for example, each in zip(examples, weighed, strict=True)
    ]
    weights, mean, square = (np.zeros(len(FEATURES)) for _ in range(3))
    for step in range(1, _STEPS):
        slope = _RIDGE * weights + sum(_slope(x, y, weights) for x, y in pairs) / len(pairs)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return np.asarray(weights / scale)


def _spread(example: Example) -> Floats:
    shares: Floats = np.zeros(len(example.sentences))
    for group in example.groups:
        shares[list(group)] += 1
    return np.asarray(shares / shares.sum())


def _slope(x: Floats, y: Floats, weights: Floats) -> Floats:
    scores = x @ weights
    likely = np.exp(scores - scores.max())
    return np.asarray(x.T @ (likely / likely.sum() - y))


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the weights into the package.")
def main(path: Path, write: bool) -> None:
    """Fit the weights on one half of PATH and say what they reach on the other."""
    examples = read(path)
    weighed = [weigh(analyse(each.claim, "en"), each.sentences, "en") for each in examples]
    learned = [at for at, each in enumerate(examples) if each.learned_from]
    kept = [at for at, each in enumerate(examples) if not each.learned_from]
    weights = fit([examples[at] for at in learned], [weighed[at] for at in learned])
    found = {id(example): each for example, each in zip(examples, weighed, strict=True)}
    for name, chosen in (("learned from", learned), ("kept back", kept)):
        part = [examples[at] for at in chosen]
        plain = recall(part, lambda example: by_words(found[id(example)]))
        ranked = recall(part, lambda example: select(found[id(example)], weights, FIRST))
        click.echo(f"{name}: {len(part)} claims, recall@{FIRST} {ranked.group:.3f}, BM25 {plain.group:.3f}")
    if write:
        card = json.loads(WEIGHTS.read_text("utf-8")) | {
            "weights": dict(zip(FEATURES, (round(float(each), 4) for each in weights), strict=True))
        }
        Path(str(WEIGHTS)).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
    click.echo(", ".join(f"{name} {each:.2f}" for name, each in zip(FEATURES, weights, strict=True)))
    click.echo(f"in the package: {', '.join(f'{each:.2f}' for each in read_weights())}")


if __name__ == "__main__":
    main()
