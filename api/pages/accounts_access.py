"""With what somebody gets in, for whoever looks after accounts: log-ins and tokens are ended, a second factor
that was lost is reset."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from api.auth import account, requires
from api.errors import say
from api.pages.presentation import ID
from api.pages.telling import tell, warn
from api.unit import db, now
from claims.errors import InvalidInput, NotAllowed
from claims.store import accounts, logins
from claims.workflow import Role
from factcheck import staff

blueprint = Blueprint("accounts_access", __name__)

_PATH = f"/accounts/<{ID}:account_id>"


@blueprint.post(f"{_PATH}/logins")
@requires(Role.ADMIN)
def end_logins(account_id: int) -> ResponseReturnValue:
    logins.end_all(db(), accounts.get(db(), account_id), now())
    tell(gettext("All log-ins of this account ended."))
    return _back(account_id)


@blueprint.post(f"{_PATH}/logins/<{ID}:login_id>")
@requires(Role.ADMIN)
def end_login(account_id: int, login_id: int) -> ResponseReturnValue:
    logins.end(db(), account_id, login_id, now())
    tell(gettext("The log-in ended."))
    return _back(account_id)


@blueprint.post(f"{_PATH}/tokens/<{ID}:token_id>")
@requires(Role.ADMIN)
def revoke_token(account_id: int, token_id: int) -> ResponseReturnValue:
    accounts.revoke_token(db(), token_id, now(), of=account_id)
    tell(gettext("The token is revoked."))
    return _back(account_id)


@blueprint.post(f"{_PATH}/second-factor")
@requires(Role.ADMIN)
def reset_second_factor(account_id: int) -> ResponseReturnValue:
    try:
        staff.reset_second_factor(db(), accounts.get(db(), account_id), by=account(), at=now())
        tell(gettext("The second factor is reset; all log-ins of this account ended."))
    except (InvalidInput, NotAllowed) as error:
        warn(say(error))
    return _back(account_id)


def _back(account_id: int) -> ResponseReturnValue:
    return redirect(url_for("accounts.show", account_id=account_id))
