"""Browsers that come to the desk's door, from wherever they like, and count what was really looked at."""

from dataclasses import dataclass, field
from threading import Lock

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from claims.account import Account
from claims.database import reading
from claims.store import accounts
from factcheck import passwords
from tests.api.pages.office import Office


@dataclass
class Counter(PasswordHasher):  # type: ignore[misc] # it has slots of its own
    """argon2 with parameters that let a test try thousands of passwords, and how often it verified one."""

    verified: int = 0
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        with self._lock:
            self.verified += 1
        return bool(super().verify(hash, password))


def count_verified(office: Office, monkeypatch: pytest.MonkeyPatch, password: str) -> Counter:
    """From now on ida has this password under a cheap hash, and each verification of any is counted."""
    counter = Counter()
    with office.desk() as session:
        accounts.named(session, "ida").password_hash = counter.hash(password)
    monkeypatch.setattr(passwords, "_hasher", counter)
    return counter


def guest(office: Office) -> FlaskClient:
    """A browser that nobody knows; forms carry no token here, which is held elsewhere."""
    office.app.config["WTF_CSRF_ENABLED"] = False
    return office.app.test_client()


def knock(
    browser: FlaskClient, password: str, name: str = "ida", address: str = "192.0.2.7", **headers: str
) -> TestResponse:
    form = {"name": name, "password": password}
    return browser.post("/login", data=form, environ_base={"REMOTE_ADDR": address}, headers=headers)


def account_of(office: Office, name: str = "ida") -> Account:
    with reading(office.engine) as session:
        return accounts.named(session, name)
