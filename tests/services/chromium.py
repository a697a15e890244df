"""A Chromium for the browser tests: the machine's own, Debian's package, or Playwright's build."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from tests.services import debian
from tests.services.errors import ServiceMissing

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PLAYWRIGHT = (sys.executable, "-m", "playwright")

# Quiet: a test's browser talks to the test's server and to nobody else.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def flags() -> list[str]:
    """What to start it with; root has to do without the sandbox."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)


def find() -> str | None:
    """The path of a Chromium that runs, or None."""
    return next((path for path in _candidates() if path and version(path)), None)


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("FACTCHECK_TEST_CHROMIUM")
    yield from map(shutil.which, _NAMES)
    yield _playwrights_own()


def require() -> str:
    """The path of a Chromium that runs. Raises ServiceMissing."""
    path = find()
    if path is None:
        raise ServiceMissing(
            "No Chromium on this machine that starts. `python -m tests.services` installs one where it can; "
            "FACTCHECK_TEST_CHROMIUM names one in an unusual place."
        )
    return path


def provide() -> str:
    """Find one or install one; says in words which. Raises ServiceMissing."""
    _provide_driver()
    path = find()
    if path is not None:
        return f"{version(path)} ({path})"
    for installer in (_install_debians, _install_playwrights):
        try:
            installer()
        except ServiceMissing as missing:
            print(f"services: {missing}", file=sys.stderr)
        path = find()
        if path is not None:
            return f"{version(path)} ({path}), just installed"
    raise ServiceMissing("Neither Debian's package nor Playwright's build could be installed.")


def version(path: str) -> str | None:
    """What the program at `path` says it is, None where it does not start."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.strip() or None


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def _provide_driver() -> None:
    """Playwright steers any browser by a program of its own, which a small Debian lacks a library for."""
    if _driver_complains() and debian.can_install():
        debian.install("libatomic1")
    if complaint := _driver_complains():
        raise ServiceMissing(f"Playwright's driver does not start: {complaint}")


def _driver_complains() -> str:
    asked = subprocess.run([*_PLAYWRIGHT, "--version"], capture_output=True, text=True, check=False)
    return asked.stderr.strip() or "no reason given" if asked.returncode else ""


def _install_debians() -> None:
    if debian.can_install():
        debian.install("chromium")


def _install_playwrights() -> None:
    print("services: installing Playwright's Chromium ...", file=sys.stderr)
    libraries = ["--with-deps"] if sys.platform == "linux" and os.geteuid() == 0 else []
    command = [*_PLAYWRIGHT, "install", *libraries, "chromium"]
    finished = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=900, check=False)
    if finished.returncode:
        raise ServiceMissing(f"playwright install failed with {finished.returncode}")
