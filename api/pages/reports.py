"""Reports, to read in the browser or to take away as files: `reports.show` is where one is chosen."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from pydantic import ValidationError

from api.auth import requires, sees_confidential
from api.errors import say
from api.handing import send
from api.pages.frequent import language
from api.pages.presentation import ID
from api.schemas.reports import ReportWanted
from api.unit import db, now, settings
from claims.errors import InvalidInput
from claims.store import articles, claims, saved_searches, tags
from claims.workflow import Role
from factcheck.exports import Exported, Format, Streamed
from factcheck.handing import BUNDLE, hand
from factcheck.report import Style

blueprint = Blueprint("reports", __name__)

_FORMATS = ",".join([*Format, BUNDLE])
_STYLE = re.compile(rb"'sha256-[A-Za-z0-9+/]+=*'")


@blueprint.get("/reports")
@requires(Role.READER)
def show() -> ResponseReturnValue:
    """The form, on an article or a claim where one is named; the file once a format is chosen."""
    wrong = ""
    if "format" in request.args:
        try:
            return _file(ReportWanted.model_validate(_typed()))
        except ValidationError:
            wrong = gettext(
                "Choose one thing to report on: a tag, a saved search, or some days, first to last."
            )
        except InvalidInput as error:
            wrong = say(error)
    return _form(wrong), 422 if wrong else 200


@blueprint.get(f"/articles/<{ID}:article_id>/report.<any({_FORMATS}):format>")
@requires(Role.READER)
def download(article_id: int, format: str) -> Response:
    wanted = ReportWanted(article=article_id, format=format, scope="public" if _public() else "internal")
    return _file(wanted)


def _form(wrong: str) -> str:
    """Raises NotFound where the article or the claim does not exist."""
    article, claim = (request.args.get(name, type=int) for name in ("article", "claim"))
    return render_template(
        "reports.html",
        article=articles.get(db(), article) if article else None,
        claim=claims.get(db(), claim) if claim else None,
        tags=tags.all_tags(db()),
        searches=saved_searches.every(db()),
        styles=tuple(Style),
        typed=request.args,
        internal=sees_confidential(),
        wrong=wrong,
    )


def _typed() -> dict[str, str]:
    """What was filled in; a time without a zone is one of the desk's."""
    found = {name: value for name, value in request.args.items() if value.strip()}
    if moment := found.get("as_of"):
        try:
            read = datetime.fromisoformat(moment)
        except ValueError:
            return found
        zoned = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(settings().time_zone))
        found["as_of"] = zoned.isoformat(timespec="seconds")
    return found


def _file(wanted: ReportWanted) -> Response:
    written = hand(
        db(),
        wanted.on,
        settings(),
        wanted.format,
        language=wanted.language or language(),
        at=now(),
        public=wanted.scope == "public" or not sees_confidential(),
        style=wanted.style,
        as_of=wanted.as_of,
    )
    return _send(written, inline=wanted.format == Format.HTML)


def _public() -> bool:
    """The desk's own report is for those who check; others, and whoever asks for it, get the public one."""
    return not sees_confidential() or request.args.get("scope") == "public"


def _send(exported: Exported | Streamed, *, inline: bool) -> Response:
    response = send(exported, inline=inline)
    if inline and isinstance(exported, Exported):
        # the page brings its own style sheet and names it by its hash, and its logo; nothing else may load
        head = exported.content[:2000]
        styles = b" ".join(_STYLE.findall(head)).decode() or "'none'"
        pictures = "img-src data:; " if b"img-src data:" in head else ""
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; style-src {styles}; {pictures}base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
    return response
