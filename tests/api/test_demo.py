"""The demo as a newcomer starts it."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.services.postgresql import free_port

_SECONDS = 60


@pytest.mark.long
def test_the_demo_serves_the_examples_and_whoever_stops_it_stops_the_server(home: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "factcheck", "demo", "--port", str(port)]
    demo = subprocess.Popen(
        command, env={**os.environ, "FACTCHECK_HOME": str(home)}, stderr=subprocess.DEVNULL
    )
    try:
        assert b"fact-check desk" in _asked(f"http://127.0.0.1:{port}/login").lower()
        demo.send_signal(signal.SIGTERM)
        demo.wait(_SECONDS)
        with pytest.raises(OSError, match="refused"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/login")
    finally:
        demo.kill()


def _asked(url: str) -> bytes:
    until = time.monotonic() + _SECONDS
    while True:
        try:
            with urllib.request.urlopen(url) as answer:
                return bytes(answer.read())
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.2)
