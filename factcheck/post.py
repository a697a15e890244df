"""Handing mail to the SMTP server that the settings name (RFC 5321), in the clear, by STARTTLS or in TLS."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage

from factcheck.settings import Settings

SECONDS = 20.0
"""How long the server may take over one step."""
_ABOUT_ONE = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused)


@dataclass(frozen=True)
class Failure:
    """Why a mail was not taken; one line without anything of its text."""

    why: str


class Post:
    """A connection for the mails of one round, made with the first of them. Where the server itself fails,
    the others fail too, without waiting for it again."""

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._settings = settings
        self._seconds = seconds
        self._connection: smtplib.SMTP | None = None
        self._down: Failure | None = None

    def reach(self) -> Failure | None:
        """Connect, and log in where that is wanted; None where the server let us."""
        try:
            self._connected()
        except (OSError, smtplib.SMTPException, ValueError) as error:
            return Failure(_say(error))
        return None

    def send(self, message: EmailMessage) -> Failure | None:
        """Hand one mail over; None where the server took it."""
        if self._down is not None:
            return self._down
        try:
            self._connected().send_message(message)
        except _ABOUT_ONE as error:
            return Failure(_say(error))
        except (OSError, smtplib.SMTPException, ValueError) as error:
            self._down = Failure(_say(error))
            self.close()
            return self._down
        return None

    def close(self) -> None:
        """Say good-bye, if there is anybody to say it to."""
        if self._connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
            self._connection = None

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> smtplib.SMTP:
        wanted = self._settings
        where = (wanted.smtp_host, wanted.smtp_port)
        # the certificate is checked against the system's authorities, and the host's name against it
        context = ssl.create_default_context()
        if wanted.smtp_security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=self._seconds, context=context)
        else:
            connection = smtplib.SMTP(*where, timeout=self._seconds)
        try:
            if wanted.smtp_security == "starttls":
                connection.starttls(context=context)
            if wanted.smtp_user:
                connection.login(wanted.smtp_user, wanted.smtp_password.get_secret_value())
        except BaseException:
            connection.close()
            raise
        return connection


def _say(error: Exception) -> str:
    """The error on one line: what the server said, where it said something."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _one_line(f"{code} {_text(said)}")
    if isinstance(error, smtplib.SMTPResponseException):
        return _one_line(f"{error.smtp_code} {_text(error.smtp_error)}")
    return _one_line(f"{type(error).__name__}: {error}")


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]
