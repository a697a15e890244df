"""ClaimReview (https://schema.org/ClaimReview): a review as a value, and that value as JSON-LD and back.

Other desks' feeds are read by `read`, the desk's own written by `write`; what was written reads back equal.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

CONTEXT = "https://schema.org"


class Rating(BaseModel):
    """The verdict in the words of who gave it; numbers, where there are some, lie from `worst` to `best`."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    value: float | None = None
    best: float | None = None
    worst: float | None = None
    explanation: str = ""


class Agent(BaseModel):
    """A person or an organisation."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["Person", "Organization", "Thing"] = "Thing"
    name: str
    url: str | None = None


class Appearance(BaseModel):
    """Where the claim was made."""

    model_config = ConfigDict(frozen=True)

    url: str | None = None
    title: str = ""
    publisher: str = ""
    published: str | None = None


class Review(BaseModel):
    """One review of one claim. Dates are ISO 8601; `url` is absolute and the review's own, `title` what its
    page is called, if it is called anything."""

    model_config = ConfigDict(frozen=True)

    url: str
    title: str = ""
    claim: str = Field(min_length=1)
    rating: Rating
    author: Agent
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    claimant: Agent | None = None
    claimed_on: str | None = None
    appearances: tuple[Appearance, ...] = ()


def write(review: Review) -> dict[str, Any]:
    """The review as JSON-LD without its @context, so that a feed says it once."""
    item = {
        "@type": "Claim",
        "author": _agent(review.claimant) if review.claimant else None,
        "datePublished": review.claimed_on,
        "appearance": [_appearance(found) for found in review.appearances],
    }
    return _without_blanks(
        {
            "@type": "ClaimReview",
            "url": review.url,
            "name": review.title,
            "claimReviewed": review.claim,
            "inLanguage": review.language,
            "datePublished": review.published,
            "dateModified": review.modified,
            "author": _agent(review.author),
            "itemReviewed": _without_blanks(item),
            "reviewRating": _rating(review.rating),
        }
    )


def read(document: dict[str, Any]) -> Review:
    """The review that a ClaimReview object holds. Raises ValueError (pydantic's) where it is none: no address
    of its own, no claim, no author."""
    item = _first(document.get("itemReviewed"))
    appearances = [*_all(item.get("appearance")), *_all(item.get("firstAppearance"))]
    return Review.model_validate(
        {
            "url": document.get("url"),
            "title": document.get("name") or "",
            "claim": document.get("claimReviewed"),
            "language": document.get("inLanguage"),
            "published": document.get("datePublished"),
            "modified": document.get("dateModified"),
            "author": _read_agent(document.get("author")),
            "claimant": _read_agent(item.get("author")),
            "claimed_on": item.get("datePublished"),
            "appearances": [_read_appearance(found) for found in appearances],
            "rating": _read_rating(_first(document.get("reviewRating"))),
        }
    )


def _agent(agent: Agent) -> dict[str, Any]:
    return _without_blanks({"@type": agent.kind, "name": agent.name, "url": agent.url})


def _appearance(found: Appearance) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": found.publisher} if found.publisher else None
    return _without_blanks(
        {
            "@type": "CreativeWork",
            "url": found.url,
            "headline": found.title,
            "publisher": publisher,
            "datePublished": found.published,
        }
    )


def _rating(rating: Rating) -> dict[str, Any]:
    return _without_blanks(
        {
            "@type": "Rating",
            "alternateName": rating.name,
            "ratingValue": rating.value,
            "bestRating": rating.best,
            "worstRating": rating.worst,
            "ratingExplanation": rating.explanation,
        }
    )


def _without_blanks(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> dict[str, Any]:
    """The first object: feeds give one, or a list of them."""
    return next((found for found in _all(value) if isinstance(found, dict)), {})


def _read_agent(value: Any) -> dict[str, Any] | None:
    found = next(iter(_all(value)), None)
    if isinstance(found, str):
        return {"name": found}
    if not isinstance(found, dict) or not found.get("name"):
        return None
    kind = found.get("@type")
    known = kind if kind in ("Person", "Organization") else "Thing"
    return {"kind": known, "name": found["name"], "url": found.get("url")}


def _read_appearance(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"url": value}
    found = value if isinstance(value, dict) else {}
    return {
        "url": found.get("url") or found.get("@id"),
        "title": found.get("headline") or found.get("name") or "",
        "publisher": (_read_agent(found.get("publisher")) or {}).get("name", ""),
        "published": found.get("datePublished"),
    }


def _read_rating(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": found.get("alternateName") or found.get("name") or "",
        "value": found.get("ratingValue"),
        "best": found.get("bestRating"),
        "worst": found.get("worstRating"),
        "explanation": found.get("ratingExplanation") or "",
    }
