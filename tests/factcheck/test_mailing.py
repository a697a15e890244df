"""Mail to a real SMTP server: what it says, when it is sent again, and what the server can do to it."""

import ssl
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select
from trustme import CA

from claims.assignment import AssignmentDraft
from claims.claim import Claim
from claims.database import reading, writing
from claims.letter import Door, Letter
from claims.notice import Notice, Purpose, Ticket
from claims.store import accounts, letters, notices
from claims.workflow import Action, Role
from factcheck import post, review
from factcheck.knocking import knock
from factcheck.mailing import Round, send_waiting
from factcheck.settings import Settings
from factcheck.tickets import issue
from tests import making
from tests.factcheck.post_office import PASSWORD, USER, Office, open_office, settings_of

MESSAGE = "Die Quelle heißt Torfgeige, bitte mit Vorsicht."


class Bureau:
    """A desk with mail: `round` sends what waits, `minutes` after the beginning."""

    def __init__(self, engine: Engine, home: Path, office: Office) -> None:
        self.engine, self.office = engine, office
        self.plain = Settings(home=home, language="en", secret_key="k" * 40)
        self.settings = settings_of(office, self.plain)

    def round(self, minutes: float = 0) -> Round:
        return send_waiting(self.engine, self.settings, lambda: making.START + timedelta(minutes=minutes))

    def claim(self, session: Session) -> Claim:
        return making.proposal(session, making.article(session, accounts.named(session, "edgar")))

    def assign(self, times: int = 1, **more: Any) -> None:
        """Edgar gives Ida claims to check."""
        with writing(self.engine) as session:
            edgar, ida = (accounts.named(session, name) for name in ("edgar", "ida"))
            for _ in range(times):
                claim = self.claim(session)
                draft = AssignmentDraft(assignee_id=ida.id, message=MESSAGE, **more)
                review.move(session, claim.id or 0, Action.ACCEPT, by=edgar, at=making.START)
                review.assign(session, claim.id or 0, draft, by=edgar, at=making.START)

    def change(self, name: str, **fields: Any) -> None:
        with writing(self.engine) as session:
            accounts.named(session, name).sqlmodel_update(fields)

    def letters(self) -> list[Letter]:
        with reading(self.engine) as session:
            return list(session.exec(select(Letter).order_by(Letter.id)))  # type: ignore[arg-type]


@pytest.fixture
def office() -> Iterator[Office]:
    with open_office() as opened:
        yield opened


@pytest.fixture
def bureau(engine: Engine, home: Path, office: Office) -> Bureau:
    with writing(engine) as session:
        for name, role in (("ida", Role.REVIEWER), ("edgar", Role.EDITOR)):
            account = making.account(session, name, role)
            account.email, account.language = f"{name}@news.example", "de"
            account.display_name = name.capitalize()
    return Bureau(engine, home, office)


def test_a_mail_says_what_happened_in_the_reader_s_language_and_where_to_read_on(bureau: Bureau) -> None:
    bureau.assign()
    assert bureau.round().sent == 1
    [mail], [to] = bureau.office.got, bureau.office.to
    assert to == ["ida@news.example"]
    assert mail["Subject"] == "[Fact-check desk] Edgar hat Ihnen Behauptung 1 zugewiesen"
    assert (mail["From"], mail["To"]) == ("desk@news.example", "ida@news.example")
    assert (mail["Auto-Submitted"], mail.get_content_type()) == ("auto-generated", "text/plain")
    assert mail["Message-ID"].endswith("@news.example>")
    assert mail["Date"].datetime == making.START
    text = mail.get_content()
    assert "https://desk.example/inbox/1" in text.splitlines()
    assert "https://desk.example/me" in text


def test_nothing_that_was_written_on_the_desk_goes_out(bureau: Bureau) -> None:
    bureau.assign()
    bureau.round()
    [mail] = bureau.office.got
    for word in ("Torfgeige", "Vorsicht", "Verein", "Mitglieder"):
        assert word not in mail.as_string()
        assert word not in mail.get_content()


def test_several_notices_of_one_person_come_in_one_mail_once(bureau: Bureau) -> None:
    bureau.assign(times=35)
    assert (bureau.round().sent, bureau.round(1).sent) == (1, 0)
    [mail] = bureau.office.got
    assert "35 neue Mitteilungen" in mail["Subject"]
    text = mail.get_content()
    assert (text.count("/inbox/"), "Und 5 weitere im Eingang" in text) == (30, True)
    with reading(bureau.engine) as session:
        assert {notice.mailed_at for notice in session.exec(select(Notice))} == {making.START}


@pytest.mark.parametrize("change", [{"wants_mail": False}, {"email": ""}, {"disabled_at": making.START}])
def test_who_wants_no_mail_or_has_no_address_gets_none(bureau: Bureau, change: dict[str, Any]) -> None:
    bureau.assign()
    bureau.change("ida", **change)
    assert bureau.round().sent == 0
    assert bureau.office.got == []


def test_what_was_read_before_it_could_be_sent_is_left_out(bureau: Bureau) -> None:
    bureau.assign(times=2)
    bureau.office.answers["DATA"] = "451 later"
    bureau.round()
    with writing(bureau.engine) as session:
        ida = accounts.named(session, "ida").id or 0
        notices.mark_read(session, ida, making.START, ids=[1])
    del bureau.office.answers["DATA"]
    bureau.round(2)
    [mail] = bureau.office.got
    assert "Behauptung 2" in mail["Subject"]


def test_a_letter_with_nothing_left_to_say_is_closed_unsent(bureau: Bureau) -> None:
    bureau.assign()
    bureau.office.answers["DATA"] = "451 later"
    bureau.round()
    with writing(bureau.engine) as session:
        notices.mark_read(session, accounts.named(session, "ida").id or 0, making.START, until=99)
    assert bureau.round(2) == Round()
    [letter] = bureau.letters()
    assert (letter.sent_at, letter.closed_at) == (None, making.later(2))


def test_a_mail_that_is_refused_is_told_and_tried_again_ever_later(bureau: Bureau) -> None:
    bureau.assign()
    bureau.office.answers["RCPT"] = "550 no such box"
    assert bureau.round().failed == ["550 no such box"]
    [letter] = bureau.letters()
    assert (letter.tries, letter.failure, letter.try_at) == (1, "550 no such box", making.later(1))
    assert bureau.round(0.5) == Round()
    waits, minutes = [], 1.0
    for _ in range(11):
        bureau.round(minutes)
        [letter] = bureau.letters()
        waits.append((letter.try_at - making.START).total_seconds() / 60 - minutes)
        minutes += waits[-1]
    assert waits[:4] == [2, 4, 8, 16]
    assert waits[-1] == 360
    with reading(bureau.engine) as session:
        assert len(letters.failing(session)) == 1
    del bureau.office.answers["RCPT"]
    bureau.round(minutes)
    [letter] = bureau.letters()
    assert (letter.failure, letter.sent_at is not None, len(bureau.office.got)) == ("", True, 1)


def test_one_box_that_refuses_holds_up_nobody_else(bureau: Bureau) -> None:
    bureau.assign()
    with writing(bureau.engine) as session:
        for name in ("ida", "edgar"):
            account = accounts.named(session, name)
            ticket = issue(session, account, Purpose.RESET, by=None, at=making.START, key="k")
            letters.add(session, account.id or 0, making.START, ticket.id)
    answers = iter(["550 no such box", "250 OK", "250 OK"])
    bureau.office._answer = _in_turn(answers)  # type: ignore[method-assign]
    done = bureau.round()
    assert (done.sent, len(done.failed)) == (2, 1)


def _in_turn(answers: Iterator[str]) -> Any:
    async def answer(command: str) -> str:
        return next(answers) if command == "RCPT" else "250 OK"

    return answer


@pytest.mark.parametrize("trouble", ["hangs", "drops", "is not there"])
def test_a_server_that_fails_is_waited_for_once_a_round_and_loses_nothing(
    bureau: Bureau, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post.Post.__init__, "__defaults__", (1.0,))
    bureau.assign()
    bureau.change("edgar", email="edgar@news.example")
    with writing(bureau.engine) as session:
        edgar = accounts.named(session, "edgar")
        ticket = issue(session, edgar, Purpose.RESET, by=None, at=making.START, key="k")
        letters.add(session, edgar.id or 0, making.START, ticket.id)
    if trouble == "is not there":
        bureau.settings = settings_of(bureau.office, bureau.plain, smtp_port=9)
    else:
        bureau.office.answers["DATA"] = None if trouble == "hangs" else "drop"
    assert len(bureau.round().failed) == 2
    bureau.office.answers.clear()
    bureau.settings = settings_of(bureau.office, bureau.plain)
    assert bureau.round(2).sent == 2


def test_a_mail_whose_sender_died_is_sent_again_as_the_same_mail(bureau: Bureau) -> None:
    bureau.assign()
    bureau.round()
    with writing(bureau.engine) as session:  # as if the server's answer had not been written down
        letter = letters.get(session, 1)
        letter.sent_at = letter.closed_at = None
    assert bureau.round(29).sent == 0
    assert bureau.round(31).sent == 1
    first, second = bureau.office.got
    assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_through_tls_and_a_log_in(
    bureau: Bureau, security: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    bureau.assign()
    with open_office(security, authority, auth=True) as office:
        mail = {"smtp_security": security, "smtp_user": USER, "smtp_password": PASSWORD}
        bureau.settings = settings_of(office, bureau.plain, **mail)
        [unknown] = bureau.round().failed
        assert "certificate verify failed" in unknown
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        assert ssl.create_default_context().cert_store_stats()["x509_ca"] >= 1
        bureau.settings = settings_of(office, bureau.plain, **{**mail, "smtp_password": "another"})
        [wrong] = bureau.round(2).failed
        assert wrong.startswith("535")
        assert "another" not in wrong
        bureau.settings = settings_of(office, bureau.plain, **mail)
        assert bureau.round(8).sent == 1
        assert (office.secure, office.logged_in) == ([True], [True])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_server_without_tls_gets_no_mail_where_tls_is_asked_for(bureau: Bureau) -> None:
    bureau.assign()
    bureau.settings = settings_of(bureau.office, bureau.plain, smtp_security="starttls")
    [failure] = bureau.round().failed
    assert "STARTTLS" in failure
    assert bureau.office.got == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_name_gets_into_a_header_or_makes_a_line_of_its_own(bureau: Bureau) -> None:
    evil = "Edgar\r\nBcc: all@news.example\n\nhttps://evil.example\x00"
    bureau.change("edgar", display_name=evil)
    bureau.settings = settings_of(bureau.office, bureau.plain, desk_name=f"Desk\r\nX-Evil: 1 {evil}")
    bureau.assign()
    assert bureau.round().sent == 1
    [mail], [to] = bureau.office.got, bureau.office.to
    assert to == ["ida@news.example"]
    assert (mail["Bcc"], mail["X-Evil"]) == (None, None)
    assert not [line for line in mail.get_content().splitlines() if line.startswith(("Bcc", "https://evil"))]


@pytest.mark.parametrize("said", ["ida", "ida@news.example"])
def test_a_forgotten_password_is_answered_by_mail_to_name_or_address(bureau: Bureau, said: str) -> None:
    key = bureau.settings.secret()
    bureau.change("ida", password_hash="$argon2id$…")
    with writing(bureau.engine) as session:
        knock(session, Door.RESET_NAME, said, at=making.START, key=key)
        knock(session, Door.RESET_NAME, "nobody@news.example", at=making.START, key=key)
    assert (bureau.round().sent, bureau.round(2).sent) == (1, 0)
    [mail], [to] = bureau.office.got, bureau.office.to
    assert (to, "Neues Passwort" in mail["Subject"]) == (["ida@news.example"], True)
    assert "https://desk.example/password/" in mail.get_content()
    with reading(bureau.engine) as session:
        [ticket] = session.exec(select(Ticket))
    assert ticket.sha256 not in mail.get_content()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_was_invited_and_never_came_is_invited_again(bureau: Bureau) -> None:
    with writing(bureau.engine) as session:
        knock(session, Door.RESET_NAME, "ida", at=making.START, key=bureau.settings.secret())
    bureau.round()
    [mail] = bureau.office.got
    assert "Einladung" in mail["Subject"]


def test_a_link_whose_time_is_over_is_not_sent(bureau: Bureau) -> None:
    with writing(bureau.engine) as session:
        ida = accounts.named(session, "ida")
        ticket = issue(session, ida, Purpose.RESET, by=None, at=making.START, key="k")
        letters.add(session, ida.id or 0, making.START, ticket.id)
    bureau.office.answers["DATA"] = "451 later"
    bureau.round()
    del bureau.office.answers["DATA"]
    assert bureau.round(61) == Round()
    assert [letter.closed_at for letter in bureau.letters()] == [making.later(61)]


def test_without_a_server_people_are_told_on_the_desk_alone(bureau: Bureau) -> None:
    bureau.settings = bureau.plain
    bureau.assign()
    assert bureau.round() == Round()
    with reading(bureau.engine) as session:
        assert [notice.mailed_at for notice in session.exec(select(Notice))] == [None]
    assert bureau.letters() == []
