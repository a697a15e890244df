"""What became of published verdicts as Atom feeds, where the desk's published claims are for anybody."""

from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus

from flask import Blueprint, Response, abort, request, url_for

from api.auth import public
from api.pages.presentation import LARGEST_ID
from api.publishing import publisher
from api.unit import db, settings
from factcheck.feeds import read_feed, write_feed

blueprint = Blueprint("feeds", __name__)

_FRESH = 300
"""Seconds for which a reader need not ask again."""


@blueprint.get("/feeds/decisions.atom")
@public()
def decisions() -> Response:
    if not settings().public_reading:
        abort(HTTPStatus.NOT_FOUND)
    article, tag = request.args.get("article", ""), request.args.get("tag", "").replace("\0", "").strip()
    if article and not (article.isascii() and article.isdigit() and int(article) <= LARGEST_ID):
        abort(HTTPStatus.NOT_FOUND)
    feed = read_feed(
        db(),
        path=url_for("feeds.decisions", article=article or None, tag=tag or None),
        language=settings().language,
        article=int(article) if article else None,
        tag=tag,
    )
    return _answer(write_feed(feed, publisher()), feed.updated)


def _answer(content: bytes, updated: datetime) -> Response:
    """The feed, or 304 where the reader has it already."""
    response = Response(content, content_type="application/atom+xml; charset=utf-8")
    response.set_etag(sha256(content).hexdigest()[:32])
    response.last_modified = updated.astimezone(UTC)
    response.headers["Cache-Control"] = f"public, max-age={_FRESH}"
    response.make_conditional(request)
    return response
