"""What became of published verdicts as Atom feeds, where the desk's published claims are for anybody."""

from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus

from flask import Blueprint, Response, abort, request, url_for

from api.auth import public
from api.pages.presentation import LARGEST_ID
from api.publishing import publisher
from api.unit import db, settings
from claims.store.filters import Filters
from factcheck.feeds import read_feed, write_feed
from factcheck.saved_searches import filters_of, subject

blueprint = Blueprint("feeds", __name__)

_FRESH = 300
"""Seconds for which a reader need not ask again."""
_SEARCH = {"de": "Suche", "en": "Search"}


@blueprint.get("/feeds/decisions.atom")
@public()
def decisions() -> Response:
    """Of all published claims, an article (`article=NUMBER`), a tag (`tag=`) or a saved search
    (`search=NUMBER`). The feed of a search has its number as its title: names are the desk's own words."""
    if not settings().public_reading:
        abort(HTTPStatus.NOT_FOUND)
    article, search = _number("article"), _number("search")
    tag = request.args.get("tag", "").replace("\0", "").strip()
    inside = _of_search(search) if search is not None else None
    feed = read_feed(
        db(),
        path=url_for("feeds.decisions", article=article, tag=tag or None, search=search),
        language=settings().language,
        wanted=Filters(article_id=article, tag=tag, inside=inside),
        about=_about(article, tag, search),
    )
    return _answer(write_feed(feed, publisher()), feed.updated)


def _number(name: str) -> int | None:
    said = request.args.get(name, "")
    if said and not (said.isascii() and said.isdigit() and int(said) <= LARGEST_ID):
        abort(HTTPStatus.NOT_FOUND)
    return int(said) if said else None


def _about(article: int | None, tag: str, search: int | None) -> str:
    named = f"{_SEARCH[settings().language]} {search}" if search is not None else ""
    return " ".join(filter(None, (f"#{article}" if article is not None else "", tag, named)))


def _of_search(number: int) -> Filters:
    """What a saved search is about; 404 where there is none, or where it is about the desk's work alone."""
    about = subject(filters_of(db(), number))
    if about == Filters():
        abort(HTTPStatus.NOT_FOUND)
    return about


def _answer(content: bytes, updated: datetime) -> Response:
    """The feed, or 304 where the reader has it already."""
    response = Response(content, content_type="application/atom+xml; charset=utf-8")
    response.set_etag(sha256(content).hexdigest()[:32])
    response.last_modified = updated.astimezone(UTC)
    response.headers["Cache-Control"] = f"public, max-age={_FRESH}"
    response.make_conditional(request)
    return response
