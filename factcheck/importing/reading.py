"""What an entry of a feed says: `find_reviews(value)`, the reviews in it; `read_review(found)`, a draft.

Understood are schema.org's ClaimReview as JSON-LD, alone, in lists, graphs, feeds (Data Commons: the reviews
are each element's `item`) and what this desk exports, and the answers of Google's Fact Check Tools API.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    ValidationError,
)

from claims.address import WebAddress, site
from claims.errors import InvalidInput, UnsupportedLanguage
from claims.reason import Language
from claims.verdict import Verdict
from factcheck.claimreview import read as read_claim_review
from factcheck.extraction.language import detect_language
from factcheck.importing.ratings import map_rating
from factcheck.importing.stream import LISTS

_WITHIN = (*sorted(LISTS), "mainEntity", "mainEntityOfPage")
_HOLDERS = frozenset({"DataFeedItem", "ListItem", "DataFeed", "ItemList", ""})
"""What says nothing but that something is in it: empty, it is broken. Other things of a web page are not."""

_DEEPEST = 8
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_NUMBER = re.compile(r"\s*[-+]?\d+(?:\.\d+)?\s*")


def _plain(said: str) -> str:
    return " ".join(_UNSEEN.sub(" ", said).split())


def _day(said: Any) -> str | None:
    """The day of a date or time; None where it is none: the review holds without."""
    try:
        return date.fromisoformat(str(said)[:10]).isoformat()
    except ValueError:
        return None


def _short(said: str) -> str:
    return said[:500]


_Line = Annotated[str, BeforeValidator(lambda said: said or ""), AfterValidator(_plain)]
_Name = Annotated[_Line, AfterValidator(_short)]
_Day = Annotated[str | None, BeforeValidator(_day)]


class ReviewDraft(BaseModel):
    """A review of others as it is stored. `rating` is theirs, `verdict` the desk's word for it."""

    model_config = ConfigDict(frozen=True)

    url: WebAddress
    title: _Name = ""
    publisher: _Name
    publisher_site: str = Field(max_length=300)
    text: Annotated[_Line, Field(min_length=1, max_length=5000)]
    language: Language
    claimant: _Name = ""
    claimed_on: _Day = None
    reviewed_on: _Day = None
    rating: Annotated[_Line, Field(max_length=1000)] = ""
    rating_value: FiniteFloat | None = None
    rating_worst: FiniteFloat | None = None
    rating_best: FiniteFloat | None = None
    verdict: Verdict | None = None
    appearances: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """SHA-256 of the review's address and its claim: what makes two entries the same review."""
        return _digest([self.url.partition("#")[0].rstrip("/"), self.text.casefold()])

    @property
    def digest(self) -> str:
        """SHA-256 of all that it says."""
        return _digest(self.model_dump(mode="json"))


def _digest(said: Any) -> str:
    plain = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


class BrokenEntry(Exception):
    """This entry holds no review that can be used; the next one may."""


def find_reviews(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The ClaimReview objects in an entry, those of Google's answers made to look like the others. Raises
    BrokenEntry where there are none and it is nothing else of a page either."""
    found = list(_find(value, depth))
    if not found and not (isinstance(value, dict) and _kinds(value) - _HOLDERS):
        raise BrokenEntry("there is no review in it")
    yield from found


def _find(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _find(each, depth + 1)
    elif isinstance(value, dict):
        if "claimReviewed" in value or "ClaimReview" in _kinds(value):
            yield value
        elif isinstance(value.get("claimReview"), list):
            yield from _from_google(value)
        else:
            for name in _WITHIN:
                yield from _find(value.get(name), depth + 1)


def _kinds(value: dict[str, Any]) -> set[str]:
    said = value.get("@type", "")
    return {str(kind).rpartition("/")[2] for kind in (said if isinstance(said, list) else [said])}


def _from_google(claim: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims"""
    for review in claim["claimReview"]:
        if isinstance(review, dict):
            publisher = review.get("publisher")
            named = publisher if isinstance(publisher, dict) else {}
            yield {
                "url": review.get("url"),
                "name": review.get("title"),
                "claimReviewed": claim.get("text"),
                "inLanguage": review.get("languageCode"),
                "datePublished": review.get("reviewDate"),
                "author": {"name": named.get("name") or named.get("site"), "url": named.get("site")},
                "itemReviewed": {"author": claim.get("claimant"), "datePublished": claim.get("claimDate")},
                "reviewRating": {"alternateName": review.get("textualRating")},
            }


def read_review(found: dict[str, Any]) -> ReviewDraft:
    """Raises BrokenEntry, which says what is wrong with it."""
    rating = _rating(found.get("reviewRating"))
    address = str(found.get("url") or "")
    author = _agent(found.get("author")) or {"name": site(address) if address.startswith("http") else ""}
    title = str(found.get("name") or found.get("headline") or "")
    tidy = {**found, "reviewRating": rating, "author": author, "inLanguage": None, "name": title}
    try:
        review = read_claim_review(tidy)
        publisher = review.author
        return ReviewDraft(
            url=review.url,
            title=review.title,
            publisher=publisher.name,
            publisher_site=_site(publisher.url or "", review.url),
            text=review.claim,
            language=_language(found.get("inLanguage"), review.claim),
            claimant=review.claimant.name if review.claimant else "",
            claimed_on=review.claimed_on,
            reviewed_on=review.published,
            rating=review.rating.name,
            rating_value=review.rating.value,
            rating_worst=review.rating.worst,
            rating_best=review.rating.best,
            verdict=map_rating(
                review.rating.name, review.rating.value, review.rating.worst, review.rating.best
            ),
            appearances=tuple(each.url for each in review.appearances if each.url)[:50],
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise BrokenEntry(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except UnsupportedLanguage as error:
        raise BrokenEntry("its claim is neither German nor English") from error
    except (InvalidInput, ValueError, TypeError, AttributeError) as error:
        raise BrokenEntry("its fields are not those of a review") from error


def _agent(value: Any) -> Any:
    """Who is named, where anybody is."""
    first = value[0] if isinstance(value, list) and value else value
    named = isinstance(first, dict) and isinstance(first.get("name"), str) and first["name"].strip()
    return first if named or (isinstance(first, str) and first.strip()) else None


def _rating(value: Any) -> dict[str, Any]:
    """The words of a rating and its numbers; a number's place is often taken by words, or by nothing."""
    first = value[0] if isinstance(value, list) and value else value
    given = first if isinstance(first, dict) else {}
    words = given.get("alternateName") or given.get("name") or given.get("ratingExplanation") or ""
    value = given.get("ratingValue")
    if not words and isinstance(value, str) and not _NUMBER.fullmatch(value):
        words = value
    numbers = {name: _number(given.get(name)) for name in ("ratingValue", "bestRating", "worstRating")}
    return {"alternateName": " ".join(map(str, words)) if isinstance(words, list) else words, **numbers}


def _number(said: Any) -> float | None:
    if isinstance(said, str):
        return float(said) if _NUMBER.fullmatch(said) else None
    return said if isinstance(said, int | float) and not isinstance(said, bool) else None


def _site(publisher: str, review: str) -> str:
    """The publisher's host: of its own address, else of the review's."""
    try:
        return site(publisher) or site(review)
    except ValueError:
        return site(review)


def _language(said: Any, text: str) -> Language:
    """As the feed says, else as the claim reads. Raises UnsupportedLanguage."""
    code = str(said.get("alternateName") or said.get("name") or "") if isinstance(said, dict) else said
    first = code[0] if isinstance(code, list) and code else code
    short = str(first or "").lower().replace("_", "-").partition("-")[0]
    if short in ("de", "deu", "ger", "german", "deutsch"):
        return "de"
    if short in ("en", "eng", "english", "englisch"):
        return "en"
    if len(short) == 2:
        raise UnsupportedLanguage("Only German and English are understood.")
    return detect_language(text)
