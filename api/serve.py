"""`factcheck serve`: the desk and its API on granian, a process a worker, and one that sends mail."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from api import create_app, logs
from api.sending import sending
from claims.database import reading
from claims.errors import FactcheckError
from claims.store import accounts
from factcheck.desk import open_desk
from factcheck.settings import Settings
from factcheck.warming import warm

_THREADS = 8
"""Requests that a worker works on at a time; fewer than the connections its database pool has."""
_GRACE_SECONDS = 10
"""How long requests under way may take to finish when the server is stopped."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the desk and its REST API until stopped by Ctrl-C or SIGTERM.

    Requests under way are finished first. The address is open to this machine only unless --host says
    otherwise; put a server that speaks HTTPS in front of it then. /healthz says that it runs, /readyz that it
    can answer, /metrics gives Prometheus its figures (with an admin's token).
    """
    settings = Settings()
    _find_free(host, port)
    _introduce(settings, f"http://{f'[{host}]' if ':' in host else host}:{port}")
    server = Granian(
        "api.serve:application",
        address=host,
        port=port,
        workers=workers,
        interface=Interfaces.WSGI,
        factory=True,
        websockets=False,
        blocking_threads=_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=_GRACE_SECONDS,
        log_level=LogLevels.error,
    )
    with _counting(), sending(settings):
        server.serve()
    click.echo("Stopped.", err=True)


def application() -> Flask:
    """What each worker serves. It answers at once, and reads its dictionaries meanwhile."""
    settings = Settings()
    logs.configure(settings)
    app = create_app(settings)
    threading.Thread(target=warm, name="warming", daemon=True).start()
    return app


@contextmanager
def _counting() -> Iterator[None]:
    """A folder in which the workers add up what they count, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="factcheck-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder  # see api.metrics
        try:
            yield
        finally:
            del os.environ["PROMETHEUS_MULTIPROC_DIR"]


def _find_free(host: str, port: int) -> None:
    """Granian shares a port with whoever allows it; two desks at one address would answer in turn."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        raise FactcheckError(
            "Cannot listen at %(host)s, port %(port)s (%(why)s): choose another with --host and --port.",
            host=host,
            port=port,
            why=error.strerror,
        ) from error


def _introduce(settings: Settings, address: str) -> None:
    """Bring the database up to date before the workers share it, and say where everything is."""
    engine = open_desk(settings)
    settings.secret()
    with reading(engine) as session:
        people = [account for account in accounts.everyone(session) if account.password_hash]
    shown = engine.url.render_as_string(hide_password=True)
    engine.dispose()
    click.echo(f"The desk:     {address}", err=True)
    click.echo(f"Its API:      {address}/api/v1/openapi.json", err=True)
    click.echo(f"The database: {shown}", err=True)
    click.echo(f"Sessions are signed with {_key(settings)}.", err=True)
    if not people:
        click.echo("Nobody can log in yet: factcheck user add NAME --role editor", err=True)
    click.echo("Stop with Ctrl-C.", err=True)


def _key(settings: Settings) -> str:
    return "FACTCHECK_SECRET_KEY" if settings.secret_key else f"the key in {settings.home / 'secret_key'}"
