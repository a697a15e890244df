"""Nothing typed is lost: where a form cannot be taken as it came (the log-in has ended, the form is too old,
the desk is busy), the answer has all of it, to be sent once more.

Only what came from a page of this desk is offered again: another site's form would get a valid token here.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Response, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from api.auth import public
from claims.errors import FactcheckError

_SECRET = ("password", "code")
"""What the names of fields begin with whose forms are never shown again."""
_CARRIED = frozenset({"csrf_token", "version", "next", "language"})
"""What forms carry without anybody's typing it."""
_SHOWN = 12
"""Characters from which on a value is words that somebody wrote, and shown to be copied."""


def keep(sentence: str, status: HTTPStatus) -> Response | None:
    """The page that has what was typed; None where nothing was, or where it is no form of this desk."""
    try:
        fields = _typed()
        return _show(sentence, status, fields) if fields else None
    except (FactcheckError, HTTPException):
        return None  # no session to look in, or too large to be read: the plain page says what is wrong


def _typed() -> list[tuple[str, str]]:
    if request.method != "POST" or not _from_here():
        return []
    sent = list(request.form.items(multi=True))
    secret = any(name.startswith(_SECRET) for name, _ in sent)
    typed = any(value.strip() and name not in _CARRIED for name, value in sent)
    return [pair for pair in sent if pair[0] != "csrf_token"] if typed and not secret else []


def _from_here() -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.host


@public(write=False)
def _show(sentence: str, status: HTTPStatus, fields: list[tuple[str, str]]) -> Response:
    shown = render_template(
        "kept.html",
        sentence=sentence,
        status=status,
        fields=fields,
        words=[value for name, value in fields if name not in _CARRIED and len(value) >= _SHOWN],
        files=[name for name, file in request.files.items() if file.filename],
        action=request.full_path.rstrip("?"),
    )
    g.account = None  # what is found out for this page holds for no other
    return make_response(shown, status)
