"""Holding an article's claims against the desk's, once a request has stored them."""

from api.auth import account
from api.unit import afterwards, engine, now, settings
from factcheck.kinship import PATIENCE, match_article


def match_afterwards(article_id: int) -> None:
    """Match the article when the request's session is committed, as far as people wait for it; the process
    beside the server does the rest."""
    by = account()
    afterwards(lambda: match_article(engine(), settings().home, article_id, by, now(), patience=PATIENCE))
