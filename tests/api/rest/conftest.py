"""The real application on a real database, and programs that call it with real tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from api import create_app
from claims.database import writing
from claims.store import accounts
from claims.workflow import Role
from factcheck.passwords import new_token
from factcheck.settings import Settings
from tests import making

PEOPLE = {
    "reader": (Role.READER,),
    "reviewer": (Role.REVIEWER,),
    "colleague": (Role.REVIEWER,),
    "editor": (Role.EDITOR,),
    "admin": (Role.ADMIN,),
    "nobody": (),
}
TEXT = (
    "Der Verein zählt mindestens zwölf Mitglieder. Er wurde 2011 in Bochum gegründet. "
    "Im Mai stieg der Beitrag um 15 Prozent. „Wir wachsen“, sagte Vorsitzende Ruth Adler."
)
REGISTER = "Im Register stehen vierzehn Mitglieder. Sitz ist Bochum."
NEW_SOURCE = {"title": "Vereinsregister", "source_class": "primary", "snapshot": {"text": REGISTER}}


def read(response: TestResponse) -> Any:
    """What an answer says."""
    return response.json


@dataclass(frozen=True)
class Program:
    """Calls the API with the token of one account."""

    app: Flask
    token: str

    def call(self, method: str, path: str, *, version: int | None = None, **more: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return self.app.test_client().open(f"/api/v1{path}", method=method, headers=headers, **more)

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.call("GET", path, **more)

    def post(self, path: str, json: object, **more: Any) -> TestResponse:
        return self.call("POST", path, json=json, **more)

    def made(self, path: str, json: object, **more: Any) -> Any:
        """What a POST that has to succeed answers."""
        response = self.post(path, json, **more)
        assert response.status_code in (200, 201), response.text
        return response.json


@dataclass(frozen=True)
class Desk:
    """The application, its database, and a program for each of PEOPLE."""

    app: Flask
    engine: Engine
    programs: dict[str, Program]

    def __getitem__(self, who: str) -> Program:
        return self.programs[who]

    def article(self, text: str = TEXT, **more: Any) -> Any:
        return self["reviewer"].made("/articles", {"text": text, "language": "de", **more})["article"]

    def claim(self, words: str = "mindestens zwölf Mitglieder") -> Any:
        """An open claim, entered by a reviewer."""
        article = self.article()
        start = TEXT.index(words)
        return self["reviewer"].made(
            "/claims", {"article_id": article["id"], "start": start, "end": start + len(words)}
        )

    def move(self, who: str, claim: Any, action: str, **more: Any) -> Any:
        path = f"/claims/{claim['id']}/moves"
        return self[who].made(path, {"action": action, **more}, version=claim["version"])

    def cite(self, claim: Any, quote: str = "vierzehn Mitglieder", **more: Any) -> Any:
        """The claim, with one more piece of evidence."""
        body = {"source": NEW_SOURCE, "quote": quote, "stance": "supports", **more}
        path = f"/claims/{claim['id']}/evidence"
        return self["reviewer"].made(path, body, version=claim["version"])["claim"]

    def submitted(self) -> Any:
        claim = self.cite(self.move("reviewer", self.claim(), "take"))
        return self.move("reviewer", claim, "submit", verdict="supported", rationale="So steht es dort.")


@pytest.fixture
def desk(engine: Engine, database_url: str, home: Path) -> Iterator[Desk]:
    app = create_app(Settings(home=home, database_url=database_url))
    app.testing = True  # an error that nobody foresaw fails the test where it was raised
    with writing(engine) as session:
        programs = {}
        for name, roles in PEOPLE.items():
            secret = new_token()
            account = making.account(session, name, *roles)
            accounts.add_token(session, account, "a test", secret, making.START, None)
            programs[name] = Program(app, secret)
    yield Desk(app, engine, programs)
    app.extensions["factcheck.engine"].dispose()
