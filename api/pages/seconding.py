"""Asking the language model, where the settings name one, what the rules missed in an article."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID
from api.pages.telling import tell, warn
from api.seconding import the_model
from api.unit import db, engine, now
from claims import database
from claims.errors import ModelUnreachable
from claims.workflow import Role
from factcheck.model import Tally
from factcheck.seconding import reread, second

blueprint = Blueprint("seconding", __name__)


@blueprint.post(f"/articles/<{ID}:article_id>/second")
@requires(Role.REVIEWER, write=False)
def ask(article_id: int) -> ResponseReturnValue:
    try:
        number, reading = reread(db(), article_id, the_model())
    except ModelUnreachable as error:
        warn(say(error))
        return redirect(url_for("articles.show", article_id=article_id))
    with database.writing(engine()) as session:
        tally, _added = second(session, article_id, number, reading, by=account(), at=now())
    return _go_to(article_id, tally)


def _go_to(article_id: int, tally: Tally) -> ResponseReturnValue:
    if tally.failed:
        warn(
            gettext(
                "%(model)s left parts of the text without a usable answer; the rules' claims stand.",
                model=tally.model,
            )
        )
    elif not tally.added:
        tell(gettext("%(model)s found nothing that was missed.", model=tally.model))
    else:
        tell(
            ngettext(
                "%(model)s proposed %(num)s more claim.",
                "%(model)s proposed %(num)s more claims.",
                tally.added,
                model=tally.model,
            )
        )
    return redirect(url_for("articles.show", article_id=article_id))
