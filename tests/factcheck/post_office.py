"""A real SMTP server on this machine, with the manners that a test asks for."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from trustme import CA

from factcheck.settings import Settings

USER, PASSWORD = "desk", "a word for the post"


@dataclass
class Office:
    """What came in, and what the server answers; `answer` None says nothing at all."""

    port: int = 0
    got: list[EmailMessage] = field(default_factory=list)
    to: list[list[str]] = field(default_factory=list)
    answers: dict[str, str | None] = field(default_factory=dict)
    secure: list[bool] = field(default_factory=list)
    logged_in: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 # aiosmtpd's names
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = await self._answer("RCPT")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = await self._answer("DATA")
        if answer == "drop":
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.got.append(message_from_bytes(content, policy=default))  # type: ignore[arg-type]
            self.to.append(envelope.rcpt_tos)
            self.secure.append(session.ssl is not None or self.answers.get("tls") == "yes")
            self.logged_in.append(bool(session.authenticated))
        return answer

    async def _answer(self, command: str) -> str:
        answer = self.answers.get(command, "250 OK")
        if answer is None:
            await asyncio.sleep(30)
            return "250 late"
        return answer


def _check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)


class _OnAnyPort(Controller):
    """On a port that the system chose, which the controller would call by the number it asked for, 0."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        socket.create_connection(self.server.sockets[0].getsockname(), 5).close()  # type: ignore[attr-defined]


@contextmanager
def open_office(
    security: str = "none", authority: CA | None = None, *, auth: bool = False
) -> Iterator[Office]:
    """The server, on a port that was free, until the block ends."""
    office = Office()
    options: dict[str, Any] = {}
    if authority is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        key = "ssl_context" if security == "tls" else "tls_context"
        options = {key: context} | ({"require_starttls": True} if security == "starttls" else {})
        office.answers["tls"] = "yes" if security == "tls" else "no"
    if auth:
        options |= {"authenticator": _check, "auth_required": True, "auth_require_tls": security != "tls"}
    controller = _OnAnyPort(office, hostname="127.0.0.1", port=0, **options)
    controller.start()
    office.port = controller.server.sockets[0].getsockname()[1]
    yield office
    controller.stop(no_assert=True)


def settings_of(office: Office, settings: Settings, **more: Any) -> Settings:
    """The settings with this server in them."""
    mail = {
        "smtp_host": "127.0.0.1",
        "smtp_port": office.port,
        "smtp_security": "none",
        "smtp_from": "desk@news.example",
        "public_url": "https://desk.example/",
    }
    return Settings(**{**settings.model_dump(), **mail, **more})
