"""Commands as a shell runs them: each a process of its own with its arguments, its surroundings and its
standard streams, what it prints and how it exits.

The processes are forked from one that has loaded the program already, for loading it takes longer than most
commands do. That it starts from nothing too is seen where it is installed and served.
"""

import json
import os
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from typing import Any

from factcheck.cli import main

_STREAMS = ("stdin", "stdout", "stderr")
_forking = get_context("forkserver")
_forking.set_forkserver_preload(["tests.factcheck.cli.loaded"])


def run(*args: str, given: str | bytes = "", **settings: str) -> CompletedProcess[bytes]:
    """Run `factcheck ARGS` to its end, with `given` on its standard input."""
    with TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in _STREAMS]
        streams[0].write_bytes(given.encode() if isinstance(given, str) else given)
        surroundings = {**os.environ, **settings}
        process = _forking.Process(target=_be_the_command, args=(args, surroundings, streams))
        process.start()
        process.join()
        assert process.exitcode is not None
        return CompletedProcess(args, process.exitcode, *(path.read_bytes() for path in streams[1:]))


def _be_the_command(args: tuple[str, ...], surroundings: dict[str, str], streams: list[Path]) -> None:
    for number, path in enumerate(streams):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    os.environ.clear()
    os.environ.update(surroundings)
    sys.argv = ["factcheck", *args]
    main()


@dataclass(frozen=True)
class Shell:
    """A shell in which the desk is at `home`."""

    home: Path

    def run(self, *args: str, given: str | bytes = "", user: str = "") -> CompletedProcess[bytes]:
        settings = {"FACTCHECK_HOME": str(self.home)} | ({"FACTCHECK_USER": user} if user else {})
        return run(*args, given=given, **settings)

    def json(self, *args: str, given: str = "") -> list[Any]:
        done = self.run(*args, given=given)
        assert done.returncode == 0, done.stderr.decode()
        return [json.loads(line) for line in done.stdout.decode().splitlines()]
