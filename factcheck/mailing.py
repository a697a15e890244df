"""Sending what waits: reminders, notices by mail, links for passwords. Run by the command `notify` and, every
few seconds, by a process of its own beside `serve`; never within a request.

A mail is sent at least once. Whoever sends it moves its time first, in a transaction of its own, so that
several machines share the work; only who dies between the server's yes and writing that down lets it be sent
again, as the same mail (Message-ID). What a server refuses, or when none answers, is tried again after 1, 2,
4 … minutes, at last every 6 hours, until it was sent or there is nothing left to say.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from sqlalchemy import Engine
from sqlmodel import Session

from claims import database
from claims.account import Account
from claims.errors import Conflict, FactcheckError
from claims.event import Event
from claims.letter import Door, Letter
from claims.notice import Notice, Purpose
from claims.store import accounts, knocks, letters, logins, notices, tickets
from factcheck import letters as words
from factcheck.entering import REFUSALS_KEPT
from factcheck.house import house_of
from factcheck.knocking import KEPT, mark_of
from factcheck.leasing import leased
from factcheck.notice_words import notice_sentence
from factcheck.notices import follow, tell_deadlines
from factcheck.post import Failure, Post
from factcheck.settings import Settings
from factcheck.tickets import is_open, issue, recall_secret
from factcheck.upkeep import keep_up

LOG = logging.getLogger("factcheck.mailing")

_AT_ONCE = 50
"""Mails that one round takes up; the next round goes on."""
_HOLD = timedelta(minutes=30)
"""How long the mails of a round are held for it."""
_LEASE = timedelta(minutes=2)
"""Longer than a server may take for one mail."""
_SOONEST, _LATEST = timedelta(minutes=1), timedelta(hours=6)

Clock = Callable[[], datetime]


@dataclass
class Round:
    """What one round did."""

    sent: int = 0
    failed: list[str] = field(default_factory=list)


def send_alone(engine: Engine, settings: Settings) -> Round:
    """One round, unless another process is at it: then nothing is done."""
    try:
        with leased(engine, "mail", lasts=_LEASE) as lease:
            return send_waiting(engine, settings, step=lease.renew)
    except Conflict:
        return Round()


def send_waiting(
    engine: Engine,
    settings: Settings,
    clock: Clock = lambda: datetime.now(UTC),
    step: Callable[[], None] = lambda: None,
) -> Round:
    """One round: tell what is to be told, then send what is to be sent, if there is a server for it. `step`
    is called before each mail."""
    with database.writing(engine) as session:
        follow(session, clock())
        tell_deadlines(session, clock())
        knocks.forget(session, clock() - KEPT)
        logins.forget_refusals(session, clock() - REFUSALS_KEPT)
        taken = _take(session, settings, clock()) if settings.smtp_host else []
    done = Round()
    if not taken:
        return done
    post = Post(settings)
    for number, message in taken:
        step()
        failure = post.send(message)
        with database.writing(engine) as session:
            _note(session, number, failure, clock())
        if failure is None:
            done.sent += 1
        else:
            done.failed.append(failure.why)
            LOG.warning("mail %s could not be sent: %s", number, failure.why)
    post.close()
    return done


def keep_sending(settings: Settings, every: float, go_on: Callable[[float], bool]) -> None:
    """Rounds until `go_on`, which waits that many seconds, says no; what time brings about is done with them.
    What goes wrong is logged, and the next round tries again."""
    engine = database.open_engine(settings.url)
    while go_on(every):
        try:
            send_alone(engine, settings)
            keep_up(engine, settings, datetime.now(UTC))
        except FactcheckError as error:
            LOG.warning("nothing was sent in this round: %s", error)
        except Exception:  # a fault in one round must not end all that come after it
            LOG.exception("nothing was sent in this round")
    engine.dispose()


def _take(session: Session, settings: Settings, at: datetime) -> list[tuple[int, EmailMessage]]:
    """The mails of this round, written down first."""
    _answer_forgotten(session, settings.secret(), at)
    _gather_notices(session, at)
    taken = []
    for letter in letters.take(session, at, _HOLD, _AT_ONCE):
        message = _written(session, settings, letter, at)
        if message is None:
            letter.closed_at = at
        else:
            taken.append((letter.id or 0, message))
    return taken


def _answer_forgotten(session: Session, key: str, at: datetime) -> None:
    """A ticket for whoever asked for a new password by a name or an address that somebody here has. It is
    done here and not where it was asked, so that asking takes as long for a name that nobody has."""
    waiting = knocks.waiting(session, Door.RESET_NAME)
    by_mark = _people_by_mark(session, key) if waiting else {}
    for knock in waiting:
        knock.answered_at = at
        session.add(knock)
        account = by_mark.get(knock.mark)
        if account is not None:
            purpose = Purpose.RESET if account.password_hash else Purpose.INVITATION
            ticket = issue(session, account, purpose, by=None, at=at, key=key)
            letters.add(session, account.id or 0, at, ticket.id)


def _people_by_mark(session: Session, key: str) -> dict[str, Account]:
    """Who can get a mail, by the marks of their name and their address; an address that two share is
    nobody's."""
    found: dict[str, Account] = {}
    people = [person for person in accounts.everyone(session) if person.email and person.roles]
    for person in (person for person in people if person.disabled_at is None):
        shared = sum(other.email.lower() == person.email.lower() for other in people) > 1
        for said in {person.name} | (set() if shared else {person.email.lower()}):
            found[mark_of(Door.RESET_NAME, said, key)] = person
    return found


def _gather_notices(session: Session, at: datetime) -> None:
    """One mail for all that somebody has not been told yet."""
    by_account: dict[int, list[Notice]] = {}
    for notice in notices.to_mail(session):
        by_account.setdefault(notice.account_id, []).append(notice)
    for number, waiting in by_account.items():
        letter = letters.add(session, number, at)
        for notice in waiting:
            notice.letter_id = letter.id
            session.add(notice)


def _written(session: Session, settings: Settings, letter: Letter, at: datetime) -> EmailMessage | None:
    """The mail, or None where there is nothing left to say or nobody to say it to."""
    account = accounts.get(session, letter.account_id)
    if not account.email or account.disabled_at is not None:
        return None
    sender = words.Sender(
        settings.smtp_from, words.one_line(house_of(settings).name), settings.public_url.rstrip("/")
    )
    said = _ticket(session, settings, sender, letter, account, at) if letter.ticket_id else None
    if letter.ticket_id is None and account.wants_mail:
        said = _notices(session, settings, sender, letter, account)
    if said is None:
        return None
    identity = f"letter-{letter.id}-{letter.made_at:%Y%m%d%H%M%S%f}"
    return words.write(sender, account.email, *said, identity=identity, at=at, language=account.language)


def _ticket(
    session: Session, settings: Settings, sender: words.Sender, letter: Letter, account: Account, at: datetime
) -> tuple[str, str] | None:
    ticket = tickets.get(session, letter.ticket_id or 0)
    if not is_open(ticket, at):
        return None
    return words.ticket_letter(
        sender,
        ticket.purpose,
        name=account.name,
        link=ticket_link(settings, recall_secret(ticket, settings.secrets())),
        until=ticket.expires_at,
        language=account.language,
        zone=settings.time_zone,
    )


def ticket_link(settings: Settings, secret: str) -> str:
    """Where a password is set with this secret."""
    return f"{settings.public_url.rstrip('/')}/password/{secret}"


def _notices(
    session: Session, settings: Settings, sender: words.Sender, letter: Letter, account: Account
) -> tuple[str, str] | None:
    found, names = notices.of_letter(session, letter.id or 0), accounts.names(session)
    if not found:
        return None
    lines = []
    for notice in found:
        event = session.get(Event, notice.event_seq) if notice.event_seq else None
        who = names.get(event.actor_id, "") if event else ""
        said = notice_sentence(notice, who, account.language, settings.time_zone)
        lines.append(words.Line(words.one_line(said), f"{sender.url}/inbox/{notice.id}"))
    return words.notices_letter(sender, lines, account.language)


def _note(session: Session, number: int, failure: Failure | None, at: datetime) -> None:
    """Write down what became of a mail."""
    letter = letters.get(session, number)
    if failure is None:
        letter.sent_at = letter.closed_at = at
        letter.failure = ""
        notices.mailed(session, number, at)
    else:
        letter.failure = failure.why
        letter.try_at = at + min(_SOONEST * 2 ** min(letter.tries - 1, 12), _LATEST)
    session.add(letter)
