"""The mails of the desk: what they say, German and English, and how they are written (RFC 5322). Pure.

A mail says what happened and where to read on. What people wrote or decided stays on the desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime as format_rfc
from zoneinfo import ZoneInfo

from claims.notice import Purpose
from claims.reason import Language

_MOST = 30
"""Lines that a mail about notices has at most; the inbox has all."""


@dataclass(frozen=True)
class Sender:
    """The desk as mails show it; `url` is where it is reached, without a slash at the end."""

    address: str
    desk_name: str
    url: str


@dataclass(frozen=True)
class Line:
    """A notice in a mail."""

    sentence: str
    link: str


_GREETING = {"de": "Guten Tag,", "en": "Hello,"}
_SUBJECTS = {"de": "{count} neue Mitteilungen", "en": "{count} new notices"}
_MORE = {"de": "Und {count} weitere im Eingang: {link}", "en": "And {count} more in the inbox: {link}"}
_WHY = {
    "de": "Diese Mail kommt von {desk}. Ob Sie solche Mails bekommen, stellen Sie hier ein: {link}",
    "en": "This mail comes from {desk}. Whether you get such mail is set here: {link}",
}
_TICKETS: dict[Purpose, dict[Language, tuple[str, str]]] = {
    Purpose.INVITATION: {
        "de": (
            "Einladung",
            "für Sie gibt es ein Konto bei {desk}: {name}. Legen Sie hier Ihr Passwort fest:\n\n{link}\n\n"
            "Der Link gilt einmal und bis {until}.",
        ),
        "en": (
            "Invitation",
            "there is an account for you at {desk}: {name}. Choose your password here:\n\n{link}\n\n"
            "The link works once, until {until}.",
        ),
    },
    Purpose.RESET: {
        "de": (
            "Neues Passwort",
            "für das Konto {name} bei {desk} wurde ein neues Passwort angefragt. Legen Sie es hier fest:\n\n"
            "{link}\n\nDer Link gilt einmal und bis {until}. Waren Sie es nicht, dann ist nichts zu tun: Das "
            "alte Passwort gilt weiter.",
        ),
        "en": (
            "New password",
            "a new password was asked for, for the account {name} at {desk}. Choose it here:\n\n{link}\n\n"
            "The link works once, until {until}. If it was not you, there is nothing to do: the old password "
            "stays as it is.",
        ),
    },
}


def ticket_letter(
    sender: Sender, purpose: Purpose, *, name: str, link: str, until: datetime, language: Language, zone: str
) -> tuple[str, str]:
    """Subject and text of the mail with a link that sets a password."""
    subject, text = _TICKETS[purpose][language]
    shown = until.astimezone(ZoneInfo(zone)).strftime(
        "%d.%m.%Y, %H:%M" if language == "de" else "%d %b %Y, %H:%M"
    )
    said = text.format(desk=sender.desk_name, name=name, link=link, until=shown)
    return subject, f"{_GREETING[language]}\n\n{said}\n"


def notices_letter(sender: Sender, lines: Sequence[Line], language: Language) -> tuple[str, str]:
    """Subject and text of the mail about notices, oldest first; there is at least one."""
    count = len(lines)
    subject = lines[0].sentence if count == 1 else _SUBJECTS[language].format(count=count)
    said = [f"{line.sentence}.\n{line.link}" for line in lines[:_MOST]]
    if count > _MOST:
        said.append(_MORE[language].format(count=count - _MOST, link=f"{sender.url}/inbox"))
    foot = _WHY[language].format(desk=sender.desk_name, link=f"{sender.url}/me")
    return subject, "\n\n".join([_GREETING[language], *said, f"-- \n{foot}"]) + "\n"


def write(
    sender: Sender, to: str, subject: str, text: str, *, identity: str, at: datetime, language: Language
) -> EmailMessage:
    """The mail as it is sent. `identity` names the letter: sent again, it is the same mail to whoever has it.

    Nothing that comes from outside gets into a header but the address, which has no signs that a header
    could be ended with, and names on one line.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender.address
    message["To"] = to
    message["Subject"] = one_line(f"[{sender.desk_name}] {subject}")
    message["Date"] = format_rfc(at)
    message["Message-ID"] = f"<{identity}@{sender.address.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = language
    message.set_content(text, cte="quoted-printable")  # which every server passes on as it is
    return message


def one_line(text: str) -> str:
    """The text without line ends and control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
