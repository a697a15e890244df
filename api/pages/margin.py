"""What the page of an article shows: its text under the marks of its claims, and the notes beside it."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session

from api.auth import account
from api.pages.manuscript import Mark, Paragraph, set_out
from claims.article import Article, ArticleVersion
from claims.claim import Claim
from claims.reason import Reason
from claims.selector import Place
from claims.store import accounts, articles, claims, sources
from claims.workflow import State
from factcheck.coverage import Coverage, Sentence, Status, tally
from factcheck.following import Fate
from factcheck.loose_ends import Loose, LooseEnd
from factcheck.revision import last_revision
from factcheck.survey import Survey, loose_ends, places_of, survey_one


@dataclass(frozen=True)
class Note:
    """A claim in the margin. Sources that are said to depend on each other count as one. `into` is the claim
    that stands for it, where it was merged; sources and who checks are those of that one then."""

    claim: Claim
    into: Claim | None
    sources: int
    independent: int
    who: str

    @property
    def standing(self) -> Claim:
        """The claim whose state and verdict the words have."""
        return self.into or self.claim

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.who.split()[:3]).upper()


@dataclass(frozen=True)
class Judged:
    """A sentence with its status; for one that makes no claim why: a machine's reason, or a person's words
    with who said them and the number to take them back by, else claims that were dismissed."""

    sentence: Sentence
    reason: Reason | None
    said: str
    who: str
    aside_id: int | None
    dismissed: list[int]


@dataclass(frozen=True)
class Unanswered:
    """Loose ends of one kind."""

    kind: Loose
    ends: list[LooseEnd]


@dataclass(frozen=True)
class Reread:
    """What became of the claims when the current version was read in: the claims of each fate, and how many
    stand unchanged."""

    before: int
    unchanged: int
    fates: list[tuple[Fate, list[Claim]]]


@dataclass(frozen=True)
class Manuscript:
    """`notes` are those of the current version by the claim's id, `gone` those of claims whose words it
    no longer has; `everything` has both and what was dismissed, in the order of the text. `sentences` are
    numbered as paragraphs and segments give them."""

    article: Article
    version: ArticleVersion
    paragraphs: list[Paragraph]
    notes: dict[int, Note]
    gone: list[Note]
    everything: list[Note]
    sentences: list[Judged]
    coverage: Coverage
    statuses: dict[Status, int]
    unanswered: list[Unanswered]
    reread: Reread | None

    @property
    def has_asides(self) -> bool:
        return Status.NO_CLAIM in self.statuses


def open_manuscript(session: Session, article_id: int) -> Manuscript:
    """Raises NotFound."""
    article = articles.get(session, article_id)
    version = articles.version(session, article)
    of_article = claims.of_article(session, article_id)
    found = survey_one(session, version, of_article, account())
    notes = _notes(session, of_article)
    here = [note for note in notes if not note.claim.vanished]
    ends = loose_ends(article, version, found, of_article)
    marks = [mark for note in here for mark in _marks(note)]
    places = [sentence.place for sentence in found.sentences]
    return Manuscript(
        article=article,
        version=version,
        paragraphs=set_out(version.text, marks, places, [end.place.start for end in ends]),
        notes={note.claim.id or 0: note for note in here},
        gone=[note for note in notes if note.claim.vanished],
        everything=notes,
        sentences=_judged(session, version, found, of_article),
        coverage=found.coverage,
        statuses=tally(found.sentences),
        unanswered=_unanswered(ends),
        reread=_reread(session, article, of_article),
    )


def words_at(version: ArticleVersion, start: int) -> str:
    """The sentence that begins at `start`, or in which it lies; empty where there is none."""
    found = (found for found in version.sentences if found["start"] <= start < found["end"])
    place = next(found, None)
    return version.text[place["start"] : place["end"]] if place else ""


def _notes(session: Session, found: list[Claim]) -> list[Note]:
    names = accounts.names(session)
    merged = claims.many(session, {claim.merged_into for claim in found if claim.merged_into})
    shown = [(claim, merged.get(claim.merged_into or 0)) for claim in found]
    cited = sources.groups(session, {(into or claim).id or 0 for claim, into in shown})
    return [_note(claim, into, cited[(into or claim).id or 0], names) for claim, into in shown]


def _note(claim: Claim, into: Claim | None, cited: dict[int, str], names: dict[int, str]) -> Note:
    independent = len({group or number for number, group in cited.items()})
    return Note(claim, into, len(cited), independent, names.get((into or claim).assignee_id or 0, ""))


def _marks(note: Note) -> list[Mark]:
    if note.standing.state is State.DISMISSED:
        return []
    return [Mark(place.start, place.end, note.claim.id or 0) for place in places_of(note.claim)]


def _judged(
    session: Session, version: ArticleVersion, found: Survey, of_article: list[Claim]
) -> list[Judged]:
    names = accounts.names(session, {aside.set_by for aside in found.asides.values()})
    dismissed = [claim for claim in of_article if claim.state is State.DISMISSED and not claim.vanished]
    judged = []
    for at, (sentence, kept) in enumerate(zip(found.sentences, version.sentences, strict=True)):
        why = kept.get("why_none")
        aside = found.asides.get(at)
        none = sentence.status is Status.NO_CLAIM
        judged.append(
            Judged(
                sentence,
                reason=Reason.model_validate(why) if none and why else None,
                said=aside.reason if aside and none else "",
                who=names.get(aside.set_by, "") if aside else "",
                aside_id=aside.id if aside and none else None,
                dismissed=[claim.id or 0 for claim in dismissed if none and _touches(claim, sentence.place)],
            )
        )
    return judged


def _touches(claim: Claim, place: Place) -> bool:
    return claim.start < place.end and place.start < claim.end


def _unanswered(ends: list[LooseEnd]) -> list[Unanswered]:
    """By kind, the most first."""
    kinds = Counter(end.kind for end in ends).most_common()
    return [Unanswered(kind, [end for end in ends if end.kind is kind]) for kind, _ in kinds]


def _reread(session: Session, article: Article, found: list[Claim]) -> Reread | None:
    revision = last_revision(session, article)
    if revision is None:
        return None
    known = {claim.id: claim for claim in found}
    told = [(fate, [known[number] for number in ids]) for fate, ids in revision.fates.items() if ids]
    unchanged = len(revision.fates[Fate.UNCHANGED])
    return Reread(revision.before, unchanged, [each for each in told if each[0] is not Fate.UNCHANGED])
