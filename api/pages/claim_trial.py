"""Trying what a form asks for: done and told on the next page, or refused beside the form with all
that was typed still in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from zoneinfo import ZoneInfo

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError

from api.auth import account
from api.errors import status_of
from api.pages import telling
from api.pages.changes import changed
from api.pages.claim_dossier import Dossier, dossier, recount, seen_evidence
from api.pages.claim_forms import Upload, explain
from api.pages.claim_grounds import grounds, point_to_do
from api.pages.claim_inquiries import asked_names, people
from api.pages.claim_kin import adopted_from, age, differing, kinfolk, recheck_due
from api.pages.claim_merged import merged
from api.pages.claim_passage import Occurrence
from api.pages.claim_presence import told
from api.pages.claim_team import team
from api.pages.claim_way import link_back, next_claim, offer_undo, path_to
from api.pages.frequent import language
from api.pages.options import options
from api.unit import db, now, settings
from claims.claim import Claim
from claims.errors import DeskBusy, FactcheckError, NotFound, StaleVersion
from claims.inquiry import Channel, Reply
from claims.quantity import Comparator
from claims.source import SourceClass
from claims.store import claims, shelf
from claims.verdict import Stance
from factcheck import review
from factcheck.found import Result
from factcheck.history import Told
from factcheck.search import similar

_SIMILAR = 6
"""Claims looked up beside the one on the page."""
_REPLIES = tuple(reply for reply in Reply if reply is not Reply.PENDING)


@dataclass(frozen=True)
class Trial:
    """A form that came back. `changes` is what others did meanwhile, where that is why; `places` are
    the ones to choose from; `confirm` asks once more."""

    form: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    changes: list[Told] = field(default_factory=list)
    places: list[Occurrence] = field(default_factory=list)
    upload: Upload | None = None
    confirm: bool = False

    def was(self, form: str, name: str, default: str = "") -> str:
        """What was typed where this form came back, else the default."""
        return self.typed.get(name, default) if form == self.form else default


@dataclass(frozen=True)
class Done:
    """What happened, for the next page; the way back is offered where there is one."""

    sentence: str
    link: telling.Link | None = None


def show(claim_id: int, trial: Trial | None = None) -> str:
    """The claim's page. Raises NotFound."""
    read = dossier(db(), claim_id, account(), language(), settings().time_zone)
    trial = trial or _resumed(read)
    alike = _similar(read.claim)
    return render_template(
        "claim.html",
        **{name: getattr(read, name) for name in ("claim", "article", "offers", "neighbours")},
        dossier=read,
        changed=changed(db(), read.claim),
        people=people(db(), read.claim, account(), _today()),
        team=team(db(), read.claim, account(), now(), settings().time_zone),
        looking=told,
        options=options,
        channels=Channel,
        all_replies=Reply,
        replies=_REPLIES,
        trial=trial,
        grounds=grounds(db(), read, trial.typed),
        point_to_do=point_to_do,
        shelf=shelf.latest_snapshots(db()) if read.offers.cite else [],
        stances=Stance,
        source_classes=SourceClass,
        comparators=Comparator,
        kin=kinfolk(db(), read.claim, alike),
        differing=differing,
        age=age,
        recheck_due=recheck_due,
        adopted_from=adopted_from,
        merged=merged(db(), read.claim, [found.claim.id for found in alike]),
        can_undo=bool(review.undoable(db(), claim_id, account())),
    )


def _resumed(read: Dossier) -> Trial:
    """The form for a verdict with what was in it, where the one that this account submitted was sent or taken
    back: it is to be mended, not typed again."""
    last = read.decisions[0].decision if read.decisions else None
    if last is None or last.ended_at is None or last.published_at is not None or read.claim.lapsed:
        return Trial()
    if "submit" not in read.offers.forms or last.submitted_by != account().id or last.adopts is not None:
        return Trial()
    words = {"verdict": last.verdict.value, "rationale": last.rationale, "reason": last.correction_reason}
    day = last.recheck_on.isoformat() if last.recheck_on else ""
    reasons = {f"why_{point}": why for point, why in last.checklist.items()}
    return Trial("submit", {**words, "recheck_on": day, **reasons})


def _today() -> date:
    """The desk's day."""
    return now().astimezone(ZoneInfo(settings().time_zone)).date()


def _similar(claim: Claim) -> list[Result]:
    """Other claims of the desk that say the same, or the same with a difference."""
    try:
        return similar(db(), settings().home, claim, _SIMILAR)
    except DeskBusy:
        return []  # another process writes the index just now; the page does without


def attempt(
    claim_id: int,
    form: str,
    act: Callable[[], Done],
    enrich: Callable[[Trial, Exception], Trial] = lambda trial, _error: trial,
    *,
    onward: bool = False,
) -> ResponseReturnValue:
    """Run a use case for a form; `enrich` adds to the form that comes back, and `onward` leads to the next
    claim of the queue that this one was opened from. Raises NotFound where the
    claim itself is missing."""
    following = next_claim(claim_id) if onward else None
    try:
        done = act()
    except (FactcheckError, ValidationError) as error:
        db().rollback()
        changes = _changes(claim_id) if isinstance(error, StaleVersion) else []
        trial = enrich(Trial(form, request.form, explain(error), changes), error)
        return show(claim_id, trial), _status(error)
    link = done.link or (link_back(claim_id) if following else None)
    claim = claims.get(db(), claim_id)
    # where nothing was changed, the last thing would be another one; and what is undone is not done again
    changed_it = str(claim.version) != request.form.get("version") and form != "undo"
    telling.tell(done.sentence, undo=offer_undo(claim) if changed_it else None, link=link)
    return redirect(path_to(following or claim_id))


def _status(error: FactcheckError | ValidationError) -> HTTPStatus:
    # a NotFound here is about what the form names; a missing page has been answered by then
    if isinstance(error, FactcheckError) and not isinstance(error, NotFound):
        return status_of(error)
    return HTTPStatus.UNPROCESSABLE_ENTITY


def _changes(claim_id: int) -> list[Told]:
    found = review.changes_since(db(), claim_id, int(request.form["version"]))
    evidence = seen_evidence(db(), claim_id, account())
    asked = asked_names(db(), claim_id, account())
    return recount(db(), found, evidence, asked, language(), settings().time_zone)
