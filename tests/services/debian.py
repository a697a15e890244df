"""Packages of a Debian that this process may change."""

import os
import platform
import shutil
import subprocess
import sys
from functools import cache

from tests.services.errors import ServiceMissing

_TIMEOUT_S = 900


def can_install() -> bool:
    """Whether this is Debian, and we are root. Ubuntu is left out: its Chromium is a snap."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None and _distribution() == "debian"


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except (OSError, KeyError):
        return ""


def install(package: str) -> None:
    """Install one package without what it merely recommends. Raises ServiceMissing where apt-get fails."""
    print(f"services: installing Debian's {package} ...", file=sys.stderr)
    _update()
    _run("install", "-y", "--no-install-recommends", package)


@cache
def _update() -> None:
    _run("update")


def _run(*arguments: str) -> None:
    finished = subprocess.run(
        ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_TIMEOUT_S,
        check=False,
    )
    if finished.returncode:
        last = "\n".join(finished.stdout.splitlines()[-15:])
        raise ServiceMissing(f"apt-get {' '.join(arguments)} failed with {finished.returncode}:\n{last}")
