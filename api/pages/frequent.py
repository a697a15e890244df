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
from flask import Flask, current_app, g, request
from flask_babel import Domain, get_domain, get_locale
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from claims.reason import Language

_ADDRESSES = 20_000
"""Addresses that an application remembers: some megabytes."""
_REMEMBERED = "factcheck.addresses"


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
    """The token of the request's forms, made once."""
    return str(g.get("csrf_token") or generate_csrf())


def _translations() -> NullTranslations:
    found: NullTranslations | None = g.get("translations")
    return get_domain().get_translations() if found is None else found


def language() -> Language:
    """The language this request is answered in."""
    found: Language | None = g.get("language")
    if found is None:
        found = "de" if get_locale().language == "de" else "en"
        g.language = found
    return found


FREQUENT: dict[str, Callable[..., str]] = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "url_for": address,
}
"""What templates call all the time, by its name there. While language and root path are the same, the same
comes out for the same values."""
