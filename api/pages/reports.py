"""The report on an article, to read in the browser or to take away as a file."""

import re

from flask import Blueprint, Response, request

from api.auth import account, requires
from api.pages.claim_dossier import sees_confidential
from api.pages.presentation import ID, language
from api.unit import db, now, settings
from claims.workflow import Role
from factcheck.exports import Exported, Format
from factcheck.handing import BUNDLE, write
from factcheck.report import Scope, build

blueprint = Blueprint("reports", __name__)

_FORMATS = ",".join([*Format, BUNDLE])
_STYLE = re.compile(rb"'sha256-[A-Za-z0-9+/]+=*'")


@blueprint.get(f"/articles/<{ID}:article_id>/report.<any({_FORMATS}):format>")
@requires(Role.READER)
def download(article_id: int, format: str) -> Response:
    report = build(
        db(),
        Scope(id=article_id),
        language=language(),
        at=now(),
        public=_public(),
        desk_name=settings().desk_name,
        time_zone=settings().time_zone,
        address=settings().public_url,
    )
    return _send(write(db(), report, format, settings()), inline=format == Format.HTML)


def _public() -> bool:
    """The desk's own report is for those who check; others, and whoever asks for it, get the public one."""
    return not sees_confidential(account()) or request.args.get("scope") == "public"


def _send(exported: Exported, *, inline: bool) -> Response:
    response = Response(exported.content, content_type=exported.media_type)
    shown = "inline" if inline else "attachment"
    response.headers["Content-Disposition"] = f'{shown}; filename="{exported.file_name}"'
    if inline:
        # the page brings its own style sheet and names it by its hash; nothing else may run or load
        styles = b" ".join(_STYLE.findall(exported.content[:2000])).decode() or "'none'"
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
    return response
