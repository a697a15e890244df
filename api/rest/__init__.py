"""/api/v1 for programs: a blueprint a noun."""

from flask_openapi import OpenAPI
from flask_wtf import CSRFProtect

from api.compression import init_compression
from api.limits import init_limits
from api.rest import (
    aliases,
    articles,
    asides,
    asking,
    captures,
    checking,
    claims,
    comparison,
    decisions,
    events,
    evidence,
    extraction,
    imported,
    inquiries,
    me,
    merging,
    published,
    reports,
    reviews,
    saved_searches,
    sources,
    tags,
    team,
    votes,
    wishes,
)
from api.rest.document import serve_document

_NOUNS = (
    articles,
    asides,
    aliases,
    claims,
    merging,
    evidence,
    decisions,
    checking,
    inquiries,
    team,
    tags,
    sources,
    captures,
    extraction,
    comparison,
    asking,
    wishes,
    saved_searches,
    published,
    reviews,
    imported,
    votes,
    events,
    reports,
    me,
)


def register(app: OpenAPI, csrf: CSRFProtect) -> None:
    """Join the API's blueprints to the application; tokens, not cookies, so no CSRF check."""
    init_limits(app)
    init_compression(app)
    for noun in _NOUNS:
        app.register_api(noun.blueprint)
        csrf.exempt(noun.blueprint)
    serve_document(app)
