"""The running text of an article's page as HTML: put together here, since it has hundreds of pieces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from api.pages.coverage import signs, status_name
from api.pages.frequent import address, language
from api.pages.manuscript import Line, Paragraph, Segment
from api.pages.margin import Judged, Manuscript, Note
from api.pages.marks import exact, line
from api.pages.presentation import label
from claims.verdict import Verdict
from factcheck.coverage import Status

_NO_STOP = 'tabindex="-1"'


@dataclass(frozen=True)
class Passage:
    """A paragraph, and its words under the marks of claims; at the end of a sentence stands how far it is."""

    paragraph: Paragraph
    text: Markup


@dataclass(frozen=True)
class _Claim:
    """The classes of the line under its words, and where they lead."""

    line: str
    path: str


@dataclass(frozen=True)
class _Parts:
    """What the pieces of a text share: its claims by their number, and the ends of its sentences."""

    claims: Mapping[int, _Claim]
    sentences: list[Judged]
    ends: Mapping[tuple[Status, tuple[Verdict, ...]], str]


def write_passages(found: Manuscript) -> list[Passage]:
    """Without paragraphs in which nothing stands."""
    ends = {(each.sentence.status, each.sentence.verdicts) for each in found.sentences}
    parts = _Parts(
        {number: _claim(note) for number, note in found.notes.items()},
        found.sentences,
        {end: _end(*end) for end in ends},
    )
    return [
        Passage(paragraph, Markup("".join(_write(paragraph, parts))))
        for paragraph in found.paragraphs
        if paragraph.segments or paragraph.claim_ids
    ]


def _claim(note: Note) -> _Claim:
    path = escape(address("claim.show", claim_id=note.claim.id))
    return _Claim(line(note.standing), f"{path}#places" if note.claim.candidates else path)


def _end(status: Status, verdicts: tuple[Verdict, ...]) -> str:
    """Its signs, and what they say in words."""
    drawn = "".join(
        f'<span class="{kind}" aria-hidden="true" data-sign="{escape(sign)}"></span>'
        for sign, kind in signs(status, verdicts)
    )
    said = escape(", ".join([status_name(status), *map(label, verdicts)]))
    return f'{drawn}<span class="visually-hidden" lang="{language()}"> [{said}] </span>'


def _write(paragraph: Paragraph, parts: _Parts) -> Iterator[str]:
    for segment in paragraph.segments:
        sentence = None if segment.sentence is None else parts.sentences[segment.sentence].sentence
        aside = " aside" if sentence and sentence.status is Status.NO_CLAIM else ""
        spot = f' id="at{segment.start}"' if segment.spot else ""
        yield f'<span class="segment{aside}" data-start="{segment.start}"{spot}>'
        yield from _mark(segment, parts.claims)
        yield "</span>"
        if sentence and segment.closes:
            yield f'<span class="sentence-end" id="s{sentence.place.start}">'
            yield parts.ends[sentence.status, sentence.verdicts]
            yield "</span>"


def _mark(segment: Segment, claims: Mapping[int, _Claim]) -> Iterator[str]:
    """Its words under their lines; the innermost is a link, and a stop of the keys where the mark begins."""
    if segment.lines:
        *outer, inner = segment.lines
        number = inner.claim_id
        numbers = " ".join(str(each.claim_id) for each in segment.lines)
        stop = f'id="c{number}-{segment.start}" data-step aria-describedby="note-{number}"'
        yield from (f'<span class="{_under(each, claims)}">' for each in outer)
        yield f'<a class="mark {_under(inner, claims)}" href="{claims[number].path}" data-claims="{numbers}"'
        yield f" {stop if inner.first else _NO_STOP}>{exact(segment.text)}</a>"
        yield "</span>" * len(outer)
    else:
        yield exact(segment.text)


def _under(found: Line, claims: Mapping[int, _Claim]) -> str:
    return f"line {claims[found.claim_id].line} level-{found.level % 3}"
