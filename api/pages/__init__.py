"""The review desk, server-rendered: a blueprint a page.

Endpoints that pages link to: `queue.show`, `articles.index`, `articles.show` (article_id),
`claim.show` (claim_id), `ask.show`, `sources.index`, `session.log_in`. What every page is made of:
`templates/base.html`, `templates/macros.html`, `static/desk.css`, the filters of `presentation`, and
`telling.tell` for the line that says what happened.
"""

from flask import Flask

from api.pages import (
    accounts,
    accounts_access,
    agreement,
    aliases,
    api_docs,
    articles,
    asides,
    ask,
    claim,
    claim_adopting,
    claim_asking,
    claim_evidence,
    claim_moves,
    claim_presence,
    claim_teamwork,
    claim_undo,
    claim_words,
    explain,
    feeds,
    inbox,
    me,
    me_tokens,
    method,
    misses,
    overview,
    owners,
    password,
    places,
    published,
    queue,
    reports,
    requests,
    saved_searches,
    second_factor,
    seconding,
    session,
    sources,
    sources_capture,
    voting,
)
from api.pages.frequent import init_frequent
from api.pages.presentation import init_presentation

_PAGES = (
    session,
    queue,
    articles,
    aliases,
    asides,
    seconding,
    claim,
    claim_moves,
    claim_adopting,
    claim_words,
    claim_evidence,
    claim_asking,
    claim_teamwork,
    claim_presence,
    claim_undo,
    sources,
    sources_capture,
    owners,
    ask,
    requests,
    saved_searches,
    explain,
    misses,
    reports,
    method,
    api_docs,
    inbox,
    me,
    me_tokens,
    second_factor,
    password,
    places,
    accounts,
    accounts_access,
    published,
    feeds,
    voting,
    agreement,
    overview,
)


def register(app: Flask) -> None:
    """Join the desk's blueprints to the application."""
    init_presentation(app)
    init_frequent(app)
    for page in _PAGES:
        app.register_blueprint(page.blueprint)
