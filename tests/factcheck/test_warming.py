import subprocess
import sys

_SCRIPT = """
from factcheck.evidence.passages import propose, read_weights
from factcheck.matching import lexicon
from factcheck.warming import warm

read = [found for found in vars(lexicon).values() if hasattr(found, "cache_info")]
read = [found for found in (*read, read_weights) if found.cache_info().maxsize <= 2]  # files, not words
warm()
before = [found.cache_info().misses for found in read]
assert len(read) > 2 and sum(before) > 2, before
for claim, language in (("Der Rhein ist 1233 Kilometer lang.", "de"), ("The Rhine is 1,233 km long.", "en")):
    for text in ("Die Länge des Rheins beträgt 1233 Kilometer.", "The river has a length of 1,233 km."):
        propose(claim, language, text)
assert [found.cache_info().misses for found in read] == before
"""


def test_nothing_is_left_to_read_for_the_first_look_at_a_source() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
