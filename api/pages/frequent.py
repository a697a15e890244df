"""What a page asks for hundreds of times, answered in a microsecond: translations, addresses inside the desk
and the token of its forms.

The libraries' own functions find out anew at each call which application, request and locale it is about;
here that is found out once a request, or once a process where the answer cannot change.
"""

from functools import lru_cache
from typing import Any

import flask
from babel.support import NullTranslations
from flask import Flask, current_app, g, request
from flask_babel import get_domain
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

_ADDRESSES = 20_000
"""Addresses that an application remembers: some megabytes."""
_REMEMBERED = "factcheck.addresses"


def init_frequent(app: Flask) -> None:
    """Give templates these functions in the place of the libraries' own."""
    app.extensions[_REMEMBERED] = lru_cache(_ADDRESSES, typed=True)(_find_address)
    app.jinja_env.globals.update(
        _=gettext, gettext=gettext, ngettext=ngettext, url_for=address, csrf_token=csrf_token
    )


def gettext(message: str, /, **values: object) -> Markup:
    """The message in the reader's language; what is put into it is escaped."""
    found = Markup(_translations().ugettext(message))
    return found % values if "%" in found else found


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> Markup:
    """The message that goes with the number, which stands in it as `num` unless `values` word it."""
    return Markup(_translations().ungettext(singular, plural, num)) % {"num": num, **values}


def address(endpoint: str, **values: Any) -> str:
    """Like `flask.url_for`; remembered where it leads to a page of this desk."""
    if endpoint.startswith(".") or any(name.startswith("_") for name in values):
        return flask.url_for(endpoint, **values)
    remembered = current_app.extensions[_REMEMBERED]
    return str(remembered(request.root_path, endpoint, tuple(values.items())))


def _find_address(_root: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
    return flask.url_for(endpoint, **dict(values))


def csrf_token() -> str:
    """The token of the request's forms, made once."""
    return str(g.get("csrf_token") or generate_csrf())


def _translations() -> NullTranslations:
    found: NullTranslations | None = g.get("translations")
    if found is None:
        found = g.translations = get_domain().get_translations()
    return found
