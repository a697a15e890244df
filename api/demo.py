"""`factcheck demo`: a desk with examples on it, to try things on."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from api.tour import TourFailed, take_tour
from claims import database
from claims.store import accounts
from factcheck.desk import open_desk
from factcheck.examples import PASSWORD, PEOPLE, seed
from factcheck.passwords import new_token
from factcheck.settings import Settings

_WHAT_TO_TRY = """\
What to try:
  Log in as reviewer, take a proposed claim from the queue, cite a source, submit a verdict.
  Log in as editor (another window) and approve it: who submitted cannot.
  Open the article and see the margin change; download its report.
  Ask “at least seven hires by Meta” on the Ask page, or in another shell:
    FACTCHECK_HOME={home} {program} status "2019 for-profit shift"
Stop with Ctrl-C; the desk stays in {home}.
"""


@click.command()
@click.option("--check", is_flag=True, help="Do all that on a free port, ask pages and API once, and stop.")
@click.option("--port", type=click.IntRange(1, 65535), default=8400, show_default=True)
def demo(check: bool, port: int) -> None:
    """Set up a desk with two example articles, one account for each role, and serve it.

    It has a folder of its own (FACTCHECK_HOME, else .demo here); a real desk is not touched.
    """
    if check:
        with tempfile.TemporaryDirectory() as folder:
            _check(Path(folder))
        return
    home = Path(os.environ.get("FACTCHECK_HOME") or ".demo").resolve()
    _prepare(home)
    click.echo(_introduction(home, port), err=True)
    server = _server(port)
    os.execve(server[0], server, _environment(home))  # in this process's place: who stops it stops the server


def _check(home: Path) -> None:
    token = _prepare(home)
    port = _free_port()
    with _serving(home, port):
        try:
            for line in take_tour(f"http://127.0.0.1:{port}", PASSWORD, token):
                click.echo(line)
        except TourFailed as error:
            raise click.ClickException(str(error)) from error
    click.echo("The demo works.")


def _prepare(home: Path) -> str:
    """Fill the desk where it is empty; returns a token for its API."""
    engine = open_desk(_settings(home))
    token = new_token()
    with database.writing(engine) as session:
        at = datetime.now(UTC)
        if accounts.find(session, "reviewer") is None:
            for one in seed(session, at):
                click.echo(f"Took in “{one.article.title}”: {len(one.claims)} claims.", err=True)
        reader = accounts.named(session, "reader")
        accounts.add_token(session, reader, "demo", token, at, None)
    engine.dispose()
    return token


def _settings(home: Path) -> Settings:
    return Settings(home=home, database_url="")


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "FACTCHECK_HOME": str(home), "FACTCHECK_DATABASE_URL": ""}


def _server(port: int) -> list[str]:
    return [sys.executable, "-m", "factcheck", "serve", "--host", "127.0.0.1", "--port", str(port)]


@contextmanager
def _serving(home: Path, port: int) -> Iterator[None]:
    server = subprocess.Popen(_server(port), env=_environment(home), stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _introduction(home: Path, port: int) -> str:
    log_ins = "\n".join(f"  {name:<9} {PASSWORD}" for name, _ in PEOPLE)
    program = Path(sys.argv[0]).name
    tips = _WHAT_TO_TRY.format(home=home, program=program)
    return f"\nThe desk: http://127.0.0.1:{port}\n\nLog-ins (name, password):\n{log_ins}\n\n{tips}"
