"""What the author of an article changed about a claim: its sentence, word by word; places to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from claims.article import ArticleVersion
from claims.claim import Claim
from claims.selector import Place
from claims.store import articles
from claims.workflow import TO_DO
from factcheck.alignment import Reading
from factcheck.following import stretch_of
from factcheck.rewording import Change, Piece, compare


@dataclass(frozen=True)
class Spot:
    """A place that may be meant, with its sentence and those beside it."""

    start: int
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Changed:
    """`pieces` are the sentence as it was and as it is, empty where it stands unchanged or somebody decided
    on it since; `spots` the places of version `number` among which somebody has to choose."""

    pieces: list[Piece]
    spots: list[Spot]
    number: int


def changed(session: Session, claim: Claim) -> Changed:
    """What changed about one claim, for its page."""
    article = articles.get(session, claim.article_id)
    spots = []
    if claim.candidates:
        reading = _reading(articles.version(session, article))
        spots = [_spot(reading, Place(**place)) for place in claim.candidates]
    return Changed(rewordings(session, [claim]).get(claim.id or 0, []), spots, article.current)


def rewordings(session: Session, found: Iterable[Claim]) -> dict[int, list[Piece]]:
    """How the sentences of claims read before and read now, by the claim's id, where they wait for somebody
    and their author changed them."""
    edited = [claim for claim in found if claim.edited_from and claim.state in TO_DO and not claim.vanished]
    known = articles.many(session, {claim.article_id for claim in edited})
    readings: dict[tuple[int, int], Reading] = {}
    made: dict[int, list[Piece]] = {}
    for claim in edited:
        key = (claim.article_id, claim.article_version)
        if key not in readings:
            version = articles.version(session, known[claim.article_id], claim.article_version)
            readings[key] = _reading(version)
        pieces = compare(claim.edited_from or "", _sentence(readings[key], claim))
        if any(piece.change is not Change.KEPT for piece in pieces):
            made[claim.id or 0] = pieces
    return made


def _sentence(reading: Reading, claim: Claim) -> str:
    return reading.words(stretch_of(reading, claim.selector))


def _reading(version: ArticleVersion) -> Reading:
    places = (Place(start=sentence["start"], end=sentence["end"]) for sentence in version.sentences)
    return Reading(version.text, tuple(places))


def _spot(reading: Reading, place: Place) -> Spot:
    around = _around(reading, place)
    return Spot(
        start=place.start,
        before=reading.text[around.start : place.start],
        words=reading.words(place),
        after=reading.text[place.end : around.end],
    )


def _around(reading: Reading, place: Place) -> Place:
    """The sentence of a place with the one before it and the one after."""
    unit = reading.covering(place)
    if not unit:
        return place
    return reading.stretch(range(max(0, unit.start - 1), min(len(reading.sentences), unit.stop + 1)))
