"""Peak memory of `factcheck extract FOLDER` over few and over many documents: it does not grow."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.material import read_articles, vary

AT_MOST = 1.1
"""Times the memory for a tenth of the documents that all of them may take."""


def run(documents: int) -> list[str]:
    """The lines of the result."""
    few = max(1, documents // 10)
    peaks = {count: _peak(count) for count in (few, documents)}
    lines = [f"{count:>6,} documents        {peak:>10.0f} MB at most" for count, peak in peaks.items()]
    return [*lines, f"{peaks[documents] / peaks[few]:.2f} times as much for {documents // few} times as many"
            f" (at most {AT_MOST})"]  # fmt: skip


def _peak(count: int) -> float:
    """The most resident memory, in megabytes, of a run over so many documents."""
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(vary(read_articles(), count)):
            Path(folder, f"{number:06}.txt").write_text(article.text, "utf-8")
        command = [sys.executable, "-m", "factcheck", "extract", folder]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError("factcheck extract failed over the project's own articles")
    scale = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return used.ru_maxrss * scale / 1_000_000
