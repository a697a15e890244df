"""What reviewers reported as missed: a list to work off, and to take away as test cases."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.errors import say
from api.pages.asked import Asked
from api.pages.presentation import ID, LARGEST_ID, local
from api.pages.telling import Undo, tell, warn
from api.unit import db, now
from claims.errors import Conflict
from claims.miss import Miss
from claims.store import accounts, misses
from factcheck.misses import EDITORS, miss_cases, reopen_miss, settle_miss

blueprint = Blueprint("misses", __name__)

_PAGE = 30


@dataclass(frozen=True)
class Listed:
    """A report with who made it and who worked it off, the claims that were found then, and what was
    asked, to be asked again."""

    miss: Miss
    by: str
    done_by: str
    found: tuple[str, ...]
    asked: Asked


@blueprint.get("/explain/misses")
@requires(*EDITORS)
def index() -> str:
    done = request.args.get("done") == "1"
    before = min(request.args.get("before", LARGEST_ID, type=int), LARGEST_ID)
    found = misses.page(db(), before, _PAGE + 1, done=done)
    shown = found[:_PAGE]
    names = accounts.names(db())
    return render_template(
        "misses.html",
        rows=[_listed(miss, names) for miss in shown],
        done=done,
        counts={False: misses.count(db(), done=False), True: misses.count(db(), done=True)},
        first=_path(done) if before != LARGEST_ID else None,
        following=_path(done, shown[-1].id) if len(found) > _PAGE else None,
    )


@blueprint.get("/explain/misses.jsonl")
@requires(*EDITORS)
def download() -> Response:
    """All reports, one JSON value a line, newest first."""
    lines = "".join(f"{case.model_dump_json()}\n" for case in miss_cases(db()))
    response = Response(lines, mimetype="application/jsonl")
    response.headers["Content-Disposition"] = 'attachment; filename="misses.jsonl"'
    return response


@blueprint.post(f"/explain/misses/<{ID}:miss_id>/done")
@requires(*EDITORS)
def settle(miss_id: int) -> ResponseReturnValue:
    back = local(request.form.get("next"))
    try:
        settle_miss(db(), miss_id, by=account(), at=now())
    except Conflict as error:
        warn(say(error))
    else:
        undo = Undo(url_for("misses.reopen", miss_id=miss_id), {"next": back})
        tell(gettext("Report %(id)s is done.", id=miss_id), undo=undo)
    return redirect(back)


@blueprint.post(f"/explain/misses/<{ID}:miss_id>/reopen")
@requires(*EDITORS)
def reopen(miss_id: int) -> ResponseReturnValue:
    try:
        reopen_miss(db(), miss_id, by=account(), at=now())
    except Conflict as error:
        warn(say(error))
    else:
        tell(gettext("Report %(id)s is open again.", id=miss_id))
    return redirect(local(request.form.get("next")))


def _path(done: bool, before: int | None = None) -> str:
    fields: dict[str, Any] = {"done": 1 if done else None, "before": before}
    return url_for("misses.index", **{name: value for name, value in fields.items() if value})


def _listed(miss: Miss, names: dict[int, str]) -> Listed:
    return Listed(
        miss,
        by=names[miss.reported_by],
        done_by=names.get(miss.done_by or 0, ""),
        found=tuple(claim["exact"] for claim in _claims_of(miss)),
        asked=Asked(
            text=miss.text, language=miss.language, published=miss.published or "", about=_number(miss)
        ),
    )


def _claims_of(miss: Miss) -> list[dict[str, Any]]:
    """The claims that the answer had in the sentence that the report is about, else all of them."""
    claims: list[dict[str, Any]] = miss.answer.get("claims", [])
    if not _number(miss):
        return claims
    return [claims[at] for at in miss.answer["sentences"][_number(miss) - 1]["claims"]]


def _number(miss: Miss) -> int:
    """The number of the sentence that the report is about, in the answer as it was; 0 for none."""
    starts = [sentence["start"] for sentence in miss.answer.get("sentences", [])]
    return starts.index(miss.start) + 1 if miss.start in starts else 0
