"""What a page asks for hundreds of times, answered in a microsecond: translations, addresses inside the desk
and the token of its forms.

The libraries' own functions find out anew at each call which application, request and locale it is about;
here that is found out once a request, or once a process where the answer cannot change.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import flask
from babel.support import NullTranslations
from flask import Flask, current_app, g, request, session
from flask_babel import Domain, get_domain
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from api.claim_records import LANGUAGES
from api.unit import settings
from claims.reason import Language

_ADDRESSES = 20_000
"""Addresses that an application remembers: some megabytes."""
_REMEMBERED = "factcheck.addresses"
_SESSIONS = 10_000
_SIGNED = "factcheck.tokens"


class Messages(Domain):  # type: ignore[misc] # flask-babel has no types
    """The desk's translations, found once a request."""

    def get_translations(self) -> NullTranslations:
        found: NullTranslations | None = g.get("translations") if g else None
        if found is None:
            found = super().get_translations()
            if g:
                g.translations = found
        return found


def init_frequent(app: Flask) -> None:
    """Give templates these functions in the place of the libraries' own."""
    app.extensions[_REMEMBERED] = lru_cache(_ADDRESSES, typed=True)(_find_address)
    app.extensions[_SIGNED] = lru_cache(_SESSIONS)(lambda _known: generate_csrf())
    app.context_processor(lambda: {"csrf_token": csrf_token})  # Flask-WTF has one that gives its own
    app.jinja_env.globals.update(FREQUENT, csrf_token=csrf_token)
    app.jinja_env.filters.update(FREQUENT)


def translated(message: str) -> str:
    """The message in the reader's language, with the places of its values as they are."""
    return str(_translations().ugettext(message))


def gettext(message: str, /, **values: object) -> Markup:
    """The message in the reader's language; what is put into it is escaped."""
    found = Markup(_translations().ugettext(message))
    return found % values if "%" in found else found


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> Markup:
    """The message that goes with the number, which stands in it as `num` unless `values` word it."""
    return Markup(_translations().ungettext(singular, plural, num)) % {"num": num, **values}


def address(endpoint: str, **values: Any) -> str:
    """Like `flask.url_for`; remembered where it leads to a page of this desk."""
    remembered = g.get("addresses")
    if remembered is None:
        remembered = g.addresses = partial(current_app.extensions[_REMEMBERED], request.root_path)
    found: str | None = remembered(endpoint, *values.items())
    return flask.url_for(endpoint, **values) if found is None else found


def _find_address(_root: str, endpoint: str, *values: tuple[str, Any]) -> str | None:
    """None where it hangs on the page that is asked for, or leads out of the desk."""
    if endpoint.startswith(".") or any(name.startswith("_") for name, _ in values):
        return None
    return flask.url_for(endpoint, **dict(values))


def csrf_token() -> str:
    """The token of the request's forms: signed once for each session that this process meets."""
    found: str | None = g.get("csrf_token")
    if found is None:
        known = session.get("csrf_token")
        found = current_app.extensions[_SIGNED](known) if known else generate_csrf()
        g.csrf_token = found
    return found


def _translations() -> NullTranslations:
    found: NullTranslations | None = g.get("translations")
    return get_domain().get_translations() if found is None else found


def language() -> Language:
    """The language this request is answered in: chosen in this session, else the account's, the browser's,
    the desk's."""
    found: Language | None = g.get("language")
    if found is None:
        found = "de" if _choose_language() == "de" else "en"
        g.language = found
    return found


def _choose_language() -> str:
    account = g.get("account")
    chosen = session.get("language") or (account.language if account else None)
    return str(chosen or request.accept_languages.best_match(LANGUAGES) or settings().language)


FREQUENT: dict[str, Callable[..., str]] = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "url_for": address,
}
"""What templates call all the time, by its name there. While language and root path are the same, the same
comes out for the same values."""
