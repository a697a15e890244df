"""Every form of the pages that somebody types into keeps what was typed: when the log-in has ended, when the
claim was changed meanwhile, and when others keep the desk busy. A form that is in no list here fails."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from lxml import html
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from claims import database
from tests.api.pages.office import Office, open_office

_HERE = {"Origin": "http://localhost"}
_TYPED: dict[str, tuple[str, ...]] = {
    "accounts.add": ("name", "display_name", "email"),
    "accounts.change": ("display_name", "email"),
    "aliases.name": ("alias_words", "alias_name"),
    "articles.add": ("text", "title", "author", "publisher", "published", "url"),
    "articles.select": ("words",),
    "asides.add": ("words", "reason"),
    "ask.request_check": ("words", "note"),
    "claim_adopting.adopt": ("rationale", "reason"),
    "claim_asking.amend": ("whom", "contact", "question"),
    "claim_asking.ask": ("whom", "contact", "question"),
    "claim_asking.reply": ("answer",),
    "claim_evidence.cite": ("title", "author", "publisher", "issued", "url", "source_text", "quote", "note"),
    "claim_moves.move": ("reason",),
    "claim_teamwork.answer": ("remark",),
    "claim_teamwork.assign": ("message",),
    "claim_teamwork.note": ("remark",),
    "claim_teamwork.tag": ("tags",),
    "claim_words.edit": ("words", "text", "speaker"),
    "claim_words.split": ("first", "second"),
    "explain.report": ("text", "note"),
    "explain.show": ("text",),
    "owners.put": ("outlet", "name"),
    "published.challenge": ("reason", "contact"),
    "queue.dismiss": ("reason",),
    "saved_searches.add": ("name",),
    "saved_searches.change": ("name",),
    "sources_capture.archive": ("archive_url",),
    "sources_capture.edit": ("title", "author", "publisher", "container", "issued", "url", "class_reason"),
    "sources_capture.take": ("url", "description"),
    "voting.begin_tag": ("tag",),
}
"""Endpoints that take what somebody typed, and the fields for it."""
_PRESSED = {
    "accounts.disable",
    "accounts.enable",
    "accounts.send_link",
    "accounts_access.end_login",
    "accounts_access.end_logins",
    "accounts_access.reset_second_factor",
    "accounts_access.revoke_token",
    "aliases.drop",
    "articles.own",
    "asides.drop",
    "claim_asking.protect",
    "claim_evidence.look",
    "claim_evidence.retract",
    "claim_presence.look",
    "claim_teamwork.reopen",
    "claim_teamwork.resolve",
    "claim_teamwork.untag",
    "claim_undo.merge",
    "claim_undo.undo",
    "claim_undo.unmerge",
    "inbox.mark",
    "me.end_one",
    "me.end_others",
    "me_tokens.revoke",
    "misses.reopen",
    "misses.settle",
    "owners.drop",
    "places.choose",
    "queue.accept",
    "queue.adopt_verdict",
    "queue.take",
    "saved_searches.remove",
    "second_factor.prepare",
    "seconding.ask",
    "session.choose_language",
    "session.log_out",
    "sources_capture.again",
    "voting.begin_article",
    "voting.end",
}
"""Endpoints behind a button or a choice: there is nothing to lose."""
_SECRET = {
    "me.change",
    "me.change_password",
    "me_tokens.make",
    "password.ask",
    "password.set_new",
    "second_factor.confirm",
    "second_factor.remove",
    "second_factor.renew_codes",
    "session.give_code",
    "session.log_in",
}
"""Endpoints whose forms have a password or a code in them, or stand before the log-in: those are never shown
again."""
_OPEN = {"published.challenge"}
"""Takes no log-in."""


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Iterator[Office]:
    made = open_office(home, _sqlite_desk)
    yield made
    made.engine.dispose()


def _posting(app: Flask) -> Iterator[Rule]:
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and not rule.rule.startswith("/api/"):
            yield rule


def _address(office: Office, endpoint: str) -> str:
    """An address of the form, on the claim and the article of the desk where it belongs to one."""
    [rule] = [found for found in _posting(office.app) if found.endpoint == endpoint]
    values = dict.fromkeys(rule.arguments, 1)
    values |= {"claim_id": office.claim_id, "article_id": office.article_id}
    known = {name: values[name] for name in rule.arguments}
    with office.app.test_request_context():
        built = rule.build({**known, **({"action": "dismiss"} if "action" in known else {})})
    assert built is not None
    return built[1]


def _words(endpoint: str) -> dict[str, str]:
    return {name: f"Getipptes für {endpoint} in {name}" for name in _TYPED[endpoint]}


def _lost(answer: TestResponse, words: dict[str, str]) -> list[str]:
    """The fields whose words are not on the page that answers."""
    page = unescape(answer.text)
    return [name for name, typed in words.items() if typed not in page]


def test_every_form_is_listed(office: Office) -> None:
    listed = [*_TYPED, *_PRESSED, *_SECRET]
    assert {rule.endpoint for rule in _posting(office.app)} == set(listed)
    assert len(listed) == len(set(listed))


def test_nothing_typed_is_lost_when_the_log_in_has_ended(office: Office) -> None:
    for endpoint in _TYPED.keys() - _OPEN:
        words, path = _words(endpoint), _address(office, endpoint)
        ended = office.app.test_client().post(path, data=words, headers=_HERE)
        assert ended.status_code == 400, endpoint
        forms = html.fromstring(ended.text).xpath("//main//form")
        assert [form.action for form in forms] == [path], endpoint
        assert words.items() <= dict(forms[0].form_values()).items(), endpoint


def test_nothing_typed_is_lost_when_a_form_is_too_old(office: Office) -> None:
    for endpoint in _TYPED:
        words, path = _words(endpoint), _address(office, endpoint)
        old = office.client("edgar").post(path, data={**words, "csrf_token": "old"}, headers=_HERE)
        assert old.status_code == 400, endpoint
        forms = html.fromstring(old.text).xpath("//main//form")
        assert words.items() <= dict(forms[0].form_values()).items(), endpoint


def test_nothing_typed_is_lost_when_the_claim_was_changed_meanwhile(office: Office) -> None:
    office.bring_to("in_check")
    seen = office.form("ida", "note")
    office.press("ida", "note", remark="Wer führt das Register?")
    office.press("ida", "ask", whom="Der Vorstand", asked_on="2026-11-24", question="Seit wann?")
    of_a_claim = [name for name in _TYPED if "claim_id" in _arguments(office, name)]
    for endpoint in set(of_a_claim) - _OPEN:
        words = _words(endpoint)
        sent = {**words, "version": "1", "csrf_token": seen["csrf_token"], "reply": "answered"}
        answer = office.client("ida").post(_address(office, endpoint), data=sent, headers=_HERE)
        assert answer.status_code in {412, 422}, endpoint
        assert _lost(answer, words) == [], endpoint


def _arguments(office: Office, endpoint: str) -> set[str]:
    return next(set(rule.arguments) for rule in _posting(office.app) if rule.endpoint == endpoint)


def test_nothing_typed_is_lost_when_others_keep_the_desk_busy(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = {who: office.form(who, "language")["csrf_token"] for who in ("edgar", "adam")}
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 1)
    with office.desk() as other:
        other.connection()  # holds the desk from now on
        for endpoint in _TYPED.keys() - {"explain.show"}:
            who = "adam" if endpoint.startswith("accounts") else "edgar"
            words, path = _words(endpoint), _address(office, endpoint)
            sent = {**words, "csrf_token": token[who]}
            busy = office.client(who).post(path, data=sent, headers=_HERE)
            # an address is looked up before the desk is asked, and no readers are let in here
            assert busy.status_code == {"sources_capture.take": 422, "published.challenge": 404}.get(
                endpoint, 503
            )
            assert _lost(busy, words) == [], endpoint
