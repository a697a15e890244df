"""A desk with people on it, worked on through its pages as a browser without scripts would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import Engine
from sqlmodel import Session
from werkzeug.test import TestResponse

from api import create_app
from claims.account import Account, AccountDraft
from claims.article import ArticleDraft
from claims.claim import Claim, Origin
from claims.database import open_engine, writing
from claims.reason import Reason
from claims.store import accounts, articles, claims, events
from claims.workflow import Role, State
from factcheck.extraction.sentences import split_sentences
from factcheck.extraction.slots import read_claim
from factcheck.settings import Settings
from tests import making

PASSWORD = "a long enough password"
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""What a hash costs stands in it: people log in hundreds of times here."""
TEXT = (
    "Der Kegelclub Bochum hat im Sommer neu gebaut. Der Verein zählt mindestens zwölf Mitglieder. "
    "Die neue Halle kostete 40.000 Euro und wurde 2019 eröffnet.\n\n"
    "Der Vorstand lädt im Mai zum Fest."
)
MEMBERS = "Der Verein zählt mindestens zwölf Mitglieder."
HALL = "Die neue Halle kostete 40.000 Euro und wurde 2019 eröffnet."
TITLE = "Neubau am Rand der Stadt"
REGISTER = "Laut Register hat der Verein vierzehn Mitglieder. Der Bau der Halle kostete 40.000 Euro."
PEOPLE: dict[str, tuple[Role, ...]] = {
    "rita": (Role.READER,),
    "ida": (Role.REVIEWER,),
    "edgar": (Role.EDITOR,),
    "emma": (Role.EDITOR,),
    "adam": (Role.ADMIN,),
}


@dataclass
class Office:
    """`claim_id` is a proposed claim of an article; `press` fills in and sends a form of its page."""

    app: Flask
    engine: Engine
    claim_id: int
    article_id: int
    clients: dict[str, FlaskClient] = field(default_factory=dict)

    def client(self, who: str) -> FlaskClient:
        """A browser in which this person is logged in."""
        if who not in self.clients:
            browser = self.app.test_client()
            page = html.fromstring(browser.get("/login").text)
            [token] = {field.value for field in page.xpath("//input[@name='csrf_token']")}
            sent = {"csrf_token": token, "name": who, "password": PASSWORD}
            assert browser.post("/login", data=sent).status_code == 302
            self.clients[who] = browser
        return self.clients[who]

    @property
    def path(self) -> str:
        return f"/claims/{self.claim_id}"

    def look(self, who: str, path: str = "") -> str:
        """The page as this person sees it."""
        answer = self.client(who).get(path or self.path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def form(self, who: str, action: str, page: str = "") -> dict[str, Any]:
        """What a browser would send for the form of this action, before anybody types."""
        return dict(_form(page or self.look(who), action).form_values())

    def offers(self, who: str) -> set[str]:
        """The last part of the address of each form that this person has on the claim's page."""
        forms = html.fromstring(self.look(who)).forms
        return {
            form.action.rpartition("/")[2] for form in forms if (form.action or "").startswith("/claims/")
        }

    def send(self, who: str, action: str, **typed: Any) -> TestResponse:
        """Fill in a form of the claim's page and send it; returns the answer as it is."""
        form = _form(self.look(who), action)
        return self.client(who).post(form.action, data={**dict(form.form_values()), **typed})

    def post(self, who: str, action: str, fields: dict[str, Any]) -> TestResponse:
        return self.client(who).post(f"{self.path}/{action}", data=fields)

    def press(self, who: str, action: str, **typed: Any) -> str:
        """Like `send`, and done: the page that comes after it."""
        answer = self.send(who, action, **typed)
        assert answer.status_code == 302, answer.text
        return self.look(who, answer.location)

    def cite(self, who: str = "ida", **typed: Any) -> str:
        fields = {
            "title": "Vereinsregister",
            "source_text": REGISTER,
            "quote": "vierzehn Mitglieder",
            "stance": "supports",
        }
        return self.press(who, "cite", **{**fields, **typed})

    def bring_to(self, state: str) -> None:
        """Take the claim the straight way through the forms."""
        steps = {
            "open": lambda: self.press("ida", "accept"),
            "in_check": lambda: self.press("ida", "take"),
            "submitted": lambda: (self.cite(), self.submit()),
            "approved": lambda: self.press("edgar", "approve"),
            "published": lambda: self.press("edgar", "publish"),
            "challenged": lambda: self.press("rita", "challenge", reason="Das Register ist alt."),
        }
        way = ["proposed", *steps]
        for reached in way[way.index(self.claim.state) + 1 : way.index(state) + 1]:
            steps[reached]()
            assert self.claim.state == reached

    def submit(self, who: str = "ida", verdict: str = "supported", **typed: Any) -> str:
        return self.press(who, "submit", verdict=verdict, rationale="So steht es im Register.", **typed)

    @contextmanager
    def desk(self) -> Iterator[Session]:
        with writing(self.engine) as session:
            yield session

    @property
    def claim(self) -> Claim:
        with self.desk() as session:
            return claims.get(session, self.claim_id)


def open_office(home: Path, database_url: str) -> Office:
    settings = Settings(home=home, database_url=database_url, secret_key="only for tests")
    app = create_app(settings)
    engine = open_engine(database_url)
    with writing(engine) as session:
        for name, roles in PEOPLE.items():
            draft = AccountDraft(name=name, display_name=name.title(), roles=frozenset(roles), language="en")
            accounts.add(session, draft, _HASH, making.START)
        by = accounts.named(session, "ida")
        article_id = _article(session, by)
        found = [_claim(session, article_id, words, by.id or 0) for words in (MEMBERS, HALL)]
    return Office(app, engine, found[0].id or 0, article_id)


def _article(session: Session, by: Account) -> int:
    draft = ArticleDraft(
        text=TEXT, language="de", content=TEXT.encode(), media_type="text/plain", title=TITLE
    )
    article = articles.add(session, draft, making.START)
    version = {
        **draft.model_dump(include={"text", "content", "media_type", "pages"}),
        "text_sha256": "",
        "content_sha256": "",
        "sentences": [{**place.model_dump(), "why_none": None} for place in split_sentences(TEXT, "de")],
        "added_by": by.id,
        "added_at": making.START,
    }
    articles.add_version(session, article, version)
    return article.id or 0


def _claim(session: Session, article_id: int, words: str, by: int) -> Claim:
    start = TEXT.index(words)
    end = start + len(words)
    reasons = (Reason(code="figure", values={"words": words.split()[-2]}),)
    draft = read_claim(TEXT, start, end, "de", None).model_copy(
        update={"text": words, "worth": 0.7, "reasons": reasons}
    )
    claim = claims.add(
        session,
        draft,
        article_id=article_id,
        article_version=1,
        language="de",
        origin=Origin.MACHINE,
        state=State.PROPOSED,
        at=making.START,
    )
    body = {"to": claim.state.value, "version": claim.version}
    events.append(
        session, "propose", by=by, at=making.START, body=body, article_id=article_id, claim_id=claim.id
    )
    return claim


def _form(page: str, action: str) -> html.FormElement:
    found = [form for form in html.fromstring(page).forms if (form.action or "").endswith(f"/{action}")]
    assert found, f"there is no form {action}"
    return found[0]


def alerts(page: str) -> str:
    """What a page says is wrong."""
    return " ".join(
        " ".join(found.text_content().split()) for found in html.fromstring(page).xpath("//*[@role='alert']")
    )


def told(page: str) -> str:
    """The line that says what happened."""
    return " ".join(
        " ".join(found.text_content().split()) for found in html.fromstring(page).xpath("//*[@role='status']")
    )
