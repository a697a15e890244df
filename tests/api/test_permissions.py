"""Every view says who may use it, and means it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from api import create_app
from claims.account import AccountDraft
from claims.database import writing
from claims.store import accounts
from claims.workflow import Role, may
from factcheck.passwords import hash_password, new_token
from factcheck.settings import Settings
from tests import making

_FOR_ANYBODY = {"static", "openapi"}
"""Endpoints without a decorator: files that are the same for everybody."""
_PASSWORD = "a password of some length"
_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


def _path(rule: Rule) -> str:
    """An address that the rule takes: the first of several words, and numbers that nothing has."""
    return re.sub(r"<[^>]*>", "987654321", re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule))


@dataclass(frozen=True)
class Caller:
    """Somebody with one role, or none: a browser that is logged in, and a token."""

    account_id: int
    browser: FlaskClient
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def call(self, rule: Rule, method: str) -> int:
        """The status that the route answers to an empty request."""
        headers = self.headers if rule.rule.startswith("/api/") else {}
        return self.browser.open(_path(rule), method=method, headers=headers).status_code


@pytest.fixture
def app(home: Path) -> Iterator[Flask]:
    made = create_app(Settings(home=home))
    made.config["WTF_CSRF_ENABLED"] = False  # whether forms carry their token is another question
    yield made
    made.extensions["factcheck.engine"].dispose()


@pytest.fixture
def callers(app: Flask) -> dict[frozenset[Role], Caller]:
    """By the roles they hold: one of each, and one who holds none."""
    made, hashed = {}, hash_password(_PASSWORD)
    with writing(app.extensions["factcheck.engine"]) as session:
        for number, roles in enumerate([(), *((role,) for role in Role)]):
            draft = AccountDraft(name=f"caller{number}", roles=frozenset(roles))
            account, secret = accounts.add(session, draft, hashed, making.START), new_token()
            accounts.add_token(session, account, "", secret, making.START, None)
            made[frozenset(roles)] = Caller(account.id or 0, app.test_client(), secret)
    for number, caller in enumerate(made.values()):
        form = {"name": f"caller{number}", "password": _PASSWORD}
        assert caller.browser.post("/login", data=form).status_code == 302
    return made


def _routes(app: Flask) -> list[tuple[Rule, str, str]]:
    """Each changing route: its rule, its method, the permission it asks for."""
    return [
        (rule, method, app.view_functions[rule.endpoint].permission)  # type: ignore[attr-defined]
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in _FOR_ANYBODY
        for method in sorted((rule.methods or set()) & _CHANGING)
    ]


def _let_in(roles: frozenset[Role], permission: str) -> bool:
    """Whether one of the roles that the permission names is among those held."""
    return any(may(roles, Role(role)) for role in permission.split("|"))


def test_every_view_says_who_may_use_it(app: Flask) -> None:
    permissions = {"public", *Role}
    silent = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if not set(getattr(app.view_functions[rule.endpoint], "permission", "").split("|")) <= permissions
        and rule.endpoint not in _FOR_ANYBODY
    ]
    assert silent == []


def test_programs_need_a_token_whatever_they_ask_for(app: Flask) -> None:
    asked = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")]
    answers = {
        (rule.rule, method): app.test_client().open(rule.rule, method=method).status_code
        for rule in asked
        if rule.endpoint not in {*_FOR_ANYBODY, "api_docs.show"}  # the same document, set as a page
        for method in (rule.methods or set()) - {"OPTIONS"}
    }
    assert len(answers) > 20
    assert set(answers.values()) == {401}


def test_a_cookie_is_no_token(callers: dict[frozenset[Role], Caller]) -> None:
    editor = callers[frozenset({Role.EDITOR})]
    assert editor.browser.get("/articles").status_code == 200
    assert editor.browser.get("/api/v1/me").status_code == 401


def test_a_token_is_no_log_in(app: Flask, callers: dict[frozenset[Role], Caller]) -> None:
    editor = callers[frozenset({Role.EDITOR})]
    pages = [
        rule
        for rule, method, permission in _routes(app)
        if not rule.rule.startswith("/api/") and permission != "public" and method == "POST"
    ]
    assert pages
    for rule in pages:
        response = app.test_client().post(_path(rule), headers=editor.headers)
        assert (response.status_code, "/login" in response.headers.get("Location", "")) == (302, True)


def test_each_change_is_refused_to_roles_that_lack_it(
    app: Flask, callers: dict[frozenset[Role], Caller]
) -> None:
    let_in = [
        (rule.rule, method, sorted(roles))
        for rule, method, permission in _routes(app)
        for roles, caller in callers.items()
        if permission != "public" and not _let_in(roles, permission) and caller.call(rule, method) != 403
    ]
    assert let_in == []


def test_each_change_over_rest_is_open_to_roles_that_have_it(
    app: Flask, callers: dict[frozenset[Role], Caller]
) -> None:
    tried = {
        (rule.rule, method, role.value): caller.call(rule, method)
        for rule, method, permission in _routes(app)
        for role in Role
        for caller in [callers[frozenset({role})]]
        if rule.rule.startswith("/api/") and _let_in(frozenset({role}), permission)
    }
    assert tried
    # an empty request is then told what it lacks: a body, its media type, the version it was made for, an
    # article of that number
    told = (404, 415, 422, 428)
    assert {key: status for key, status in tried.items() if status not in told} == {}


def test_a_revoked_or_expired_token_opens_nothing(app: Flask, callers: dict[frozenset[Role], Caller]) -> None:
    engine = app.extensions["factcheck.engine"]
    caller = callers[frozenset({Role.READER})]
    assert app.test_client().get("/api/v1/me", headers=caller.headers).status_code == 200
    for field in ("expires_at", "revoked_at"):
        with writing(engine) as session:
            token = accounts.find_token(session, caller.token)
            assert token is not None
            token.expires_at = token.revoked_at = None
            setattr(token, field, making.START.replace(year=2020))
        assert app.test_client().get("/api/v1/me", headers=caller.headers).status_code == 401


def test_a_disabled_account_s_token_opens_nothing(app: Flask, callers: dict[frozenset[Role], Caller]) -> None:
    caller = callers[frozenset({Role.EDITOR})]
    with writing(app.extensions["factcheck.engine"]) as session:
        accounts.get(session, caller.account_id).disabled_at = making.START
    response = app.test_client().get("/api/v1/me", headers=caller.headers)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
