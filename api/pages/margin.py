"""What the page of an article shows: its text under the marks of its claims, and the notes beside it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session

from api.pages.manuscript import Coverage, Mark, Paragraph, measure_coverage, set_out
from claims.article import Article, ArticleVersion
from claims.claim import Claim, Kind
from claims.reason import Reason
from claims.selector import Place
from claims.store import accounts, articles, claims, sources
from claims.workflow import State

_UNCOUNTED = (State.DISMISSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Note:
    """A claim in the margin. Sources that are said to depend on each other count as one."""

    claim: Claim
    sources: int
    independent: int
    who: str

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.who.split()[:3]).upper()


@dataclass(frozen=True)
class Aside:
    """A sentence that makes no claim, and why."""

    place: Place
    reason: Reason


@dataclass(frozen=True)
class Manuscript:
    """`notes` are those of the current version by the claim's id, `gone` those of claims whose words it
    no longer has; `everything` has both and what was dismissed, in the order of the text. `asides` are the
    sentences without a claim, by the indexes that paragraphs give."""

    article: Article
    version: ArticleVersion
    paragraphs: list[Paragraph]
    notes: dict[int, Note]
    gone: list[Note]
    everything: list[Note]
    asides: list[Aside]
    coverage: Coverage
    unanswered: list[tuple[Kind, int]]


def open_manuscript(session: Session, article_id: int) -> Manuscript:
    """Raises NotFound."""
    article = articles.get(session, article_id)
    version = articles.version(session, article)
    notes = _notes(session, claims.of_article(session, article_id))
    here = [
        note for note in notes if not note.claim.vanished and note.claim.article_version == version.number
    ]
    marks = [mark for note in here for mark in _marks(note.claim)]
    asides = _asides(version, marks)
    return Manuscript(
        article=article,
        version=version,
        paragraphs=set_out(version.text, marks, [aside.place for aside in asides]),
        notes={note.claim.id or 0: note for note in here},
        gone=[note for note in notes if note not in here],
        everything=notes,
        asides=asides,
        coverage=_coverage(version, here),
        unanswered=_unanswered(here),
    )


def _notes(session: Session, found: list[Claim]) -> list[Note]:
    names = accounts.names(session)
    groups: dict[int, dict[int, str]] = {claim.id or 0: {} for claim in found}
    for evidence, _, source in sources.evidence_of(session, list(groups)):
        if evidence.retracted_at is None:
            groups[evidence.claim_id][source.id or 0] = source.independence or f"source {source.id}"
    return [
        Note(
            claim,
            sources=len(groups[claim.id or 0]),
            independent=len(set(groups[claim.id or 0].values())),
            who=names.get(claim.assignee_id or 0, ""),
        )
        for claim in found
    ]


def _marks(claim: Claim) -> list[Mark]:
    if claim.state is State.DISMISSED:
        return []
    places = [(claim.start, claim.end), *((place["start"], place["end"]) for place in claim.also_at)]
    return [Mark(start, end, claim.id or 0) for start, end in places]


def _asides(version: ArticleVersion, marks: list[Mark]) -> list[Aside]:
    """The sentences that no mark touches and what the extraction said about them."""
    touched = sorted(mark.start for mark in marks)
    return [
        Aside(
            Place(start=sentence["start"], end=sentence["end"]), Reason.model_validate(sentence["why_none"])
        )
        for sentence in version.sentences
        if sentence.get("why_none")
        and bisect_left(touched, sentence["start"]) == bisect_left(touched, sentence["end"])
    ]


def _counted(notes: list[Note]) -> list[Claim]:
    return [note.claim for note in notes if note.claim.state not in _UNCOUNTED]


def _coverage(version: ArticleVersion, notes: list[Note]) -> Coverage:
    sentences = [Place(start=sentence["start"], end=sentence["end"]) for sentence in version.sentences]
    answers = [(mark.start, claim.verdict is not None) for claim in _counted(notes) for mark in _marks(claim)]
    return measure_coverage(sentences, answers)


def _unanswered(notes: list[Note]) -> list[tuple[Kind, int]]:
    """How many claims of each kind wait for a verdict, the most first."""
    return Counter(claim.kind for claim in _counted(notes) if claim.verdict is None).most_common()
