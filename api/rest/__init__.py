"""/api/v1 for programs: a blueprint a noun."""

from flask_openapi import OpenAPI
from flask_wtf import CSRFProtect

from api.rest import (
    aliases,
    articles,
    asides,
    asking,
    captures,
    checking,
    claims,
    comparison,
    evidence,
    extraction,
    inquiries,
    me,
    merging,
    reports,
    reviews,
    saved_searches,
    sources,
    team,
    votes,
    wishes,
)
from api.rest.document import serve_document

_NOUNS = (
    asides,
    articles,
    aliases,
    claims,
    merging,
    evidence,
    checking,
    inquiries,
    team,
    sources,
    captures,
    extraction,
    comparison,
    asking,
    wishes,
    saved_searches,
    reviews,
    votes,
    reports,
    me,
)


def register(app: OpenAPI, csrf: CSRFProtect) -> None:
    """Join the API's blueprints to the application; tokens, not cookies, so no CSRF check."""
    for noun in _NOUNS:
        app.register_api(noun.blueprint)
        csrf.exempt(noun.blueprint)
    serve_document(app)
