"""The article's text cut where claims begin and end, and a claim's words with what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.layout import gaps
from claims.selector import CONTEXT, Place
from factcheck.report import ReportedArticle, ReportedClaim

_LINE_END = re.compile(r"\r?\n|\r")


@dataclass(frozen=True)
class Run:
    """A stretch of text inside the same claims. `inside` has the shortest claim first; `opens` and
    `closes` are those whose words begin or end with this stretch; `first` are those of `opens` that
    had not been met before."""

    text: str
    inside: tuple[ReportedClaim, ...]
    opens: tuple[ReportedClaim, ...]
    closes: tuple[ReportedClaim, ...]
    first: tuple[ReportedClaim, ...]


@dataclass(frozen=True)
class Passage:
    """A quotation with some words before and after it, cut at words; an ellipsis says where."""

    before: str
    exact: str
    after: str


_Spans = Sequence[tuple[Place, ReportedClaim]]


def paragraphs(article: ReportedArticle, claims: Sequence[ReportedClaim]) -> Iterator[list[Run]]:
    """The article's paragraphs as runs; nothing where the report does not hold its text.

    Paragraphs are those of `claims.layout`, so that what a report calls paragraph 12 is the twelfth.
    """
    text = article.text or ""
    spans = [(place, claim) for claim in claims for place in claim.places]
    for place in _blocks(text):
        yield _runs(text, place, [span for span in spans if _meet(span[0], place)])


def _blocks(text: str) -> Iterator[Place]:
    start = 0
    for end, following in [*gaps(text), (len(text), len(text))]:
        if text[start:end].strip():
            yield Place(start=start, end=end)
        start = following


def _meet(first: Place, second: Place) -> bool:
    return first.start < second.end and second.start < first.end


def _runs(text: str, block: Place, spans: _Spans) -> list[Run]:
    inner = {at for place, _ in spans for at in (place.start, place.end) if block.start < at < block.end}
    cuts = [block.start, *sorted(inner), block.end]
    return [_run(text, Place(start=start, end=end), block, spans) for start, end in pairwise(cuts)]


def _run(text: str, part: Place, block: Place, spans: _Spans) -> Run:
    inside = sorted(
        (span for span in spans if _meet(span[0], part)), key=lambda span: span[0].end - span[0].start
    )
    opens = [span for span in inside if max(span[0].start, block.start) == part.start]
    return Run(
        text=text[part.start : part.end],
        inside=tuple(claim for _, claim in inside),
        opens=tuple(claim for _, claim in opens),
        closes=tuple(claim for place, claim in inside if place.end == part.end),
        first=tuple(claim for place, claim in opens if place.start == claim.start == part.start),
    )


def passage(prefix: str, exact: str, suffix: str) -> Passage:
    """The quotation in its line: what stands before and after it there, as far as it was kept."""
    before = _LINE_END.split(prefix)[-1]
    after = _LINE_END.split(suffix)[0]
    if before == prefix and len(prefix) >= CONTEXT:
        before = "… " + before.partition(" ")[2]
    if after == suffix and len(suffix) >= CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return Passage(before, exact, after)
