"""The parts of a report in words, as `factcheck.exports.sheet` puts them."""

from dataclasses import dataclass

from claims.reason import Language
from factcheck.exports import marks
from factcheck.exports.bibliography import Entry


@dataclass(frozen=True)
class Judgement:
    """A verdict, or where the work is: `verdict` names its colour, empty where there is none."""

    verdict: str
    sign: str
    word: str


@dataclass(frozen=True)
class Stretch:
    """Words of the manuscript inside the same claims: `claim` is the shortest of them, 0 outside any;
    `opens` are those that begin here for the first time, `closes` those that end here."""

    text: str
    claim: int
    verdict: str
    opens: tuple[int, ...]
    closes: tuple[int, ...]


@dataclass(frozen=True)
class Quoted:
    """A piece of evidence. `work` is its number among the works cited, `place` where in that the quote is."""

    number: int
    stance: str
    remarks: tuple[str, ...]
    quote: marks.Passage
    language: str
    title: str
    work: int
    place: str
    facts: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Told:
    """Somebody who was asked: the sentence, and the named words that belong to it."""

    sentence: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Corrected:
    old: Judgement
    new: Judgement
    reason: str
    signature: str


@dataclass(frozen=True)
class Decided:
    """`checklist` is why points of it stayed open, by their names."""

    judgement: Judgement
    pending: str
    rationale: tuple[str, ...]
    checklist: tuple[tuple[str, str], ...]
    signatures: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One claim with all that is told of it."""

    number: int
    text: str
    language: Language
    judgement: Judgement
    state: str
    notices: tuple[str, ...]
    words: marks.Passage
    slots: tuple[tuple[str, str], ...]
    decision: Decided | None
    sources: str
    evidence: tuple[Quoted, ...]
    people: tuple[Told, ...]
    corrections: tuple[Corrected, ...]
    earlier: tuple[Decided, ...]


@dataclass(frozen=True)
class Section:
    """The claims of one article, under its title where the report is on several."""

    title: str
    language: Language
    byline: str
    manuscript: tuple[tuple[Stretch, ...], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole report. `names` are the words of headings, by what they head; `method` is how the desk works,
    in short, and `method_address` where that stands at length, empty where nowhere."""

    language: Language
    desk: str
    what: str
    internal: str
    past: str
    heading: str
    byline: str
    nothing: str
    in_work: str
    sections: tuple[Section, ...]
    works: tuple[Entry, ...]
    legend: tuple[tuple[Judgement, str], ...]
    method: str
    method_address: str
    imprint: tuple[str, ...]
    accent: str
    made: tuple[str, ...]
    names: dict[str, str]
