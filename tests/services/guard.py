"""Runs a server for as long as somebody holds the other end of standard input, then removes its folder.

So a test run that is killed leaves neither behind. `guard.py USER FOLDER COMMAND ...`; USER "" is ourselves.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

_PATIENCE_S = 20


def identity(user: str) -> dict[str, Any]:
    """What makes `subprocess` run a program as `user`; the empty name is ourselves."""
    if not user:
        return {}
    account = pwd.getpwnam(user)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def guard(user: str, folder: Path, command: list[str]) -> int:
    """The exit code of the server; its folder stays when it ended by itself, with its log."""
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, **identity(user)
        )
    released = threading.Event()
    threading.Thread(target=_stop_when_released, args=(server, released), daemon=True).start()
    code = server.wait()
    if released.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _stop_when_released(server: "subprocess.Popen[bytes]", released: threading.Event) -> None:
    os.read(0, 1)  # nothing is ever written: this returns when the other end is closed
    released.set()
    server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown, which does not wait for clients
    try:
        server.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    sys.exit(guard(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
