"""What must not break a desk: kills, full disks, races, tampering, clocks that go wrong.

`make torture` runs all of it at full length (FACTCHECK_TEST_KILLS and the like); `make test-all` a shorter
form. docs/reliability.md has the figures.
"""

import os

KILLS = int(os.environ.get("FACTCHECK_TEST_KILLS", "20"))
"""Processes that are killed while they write."""
EVENTS = int(os.environ.get("FACTCHECK_TEST_EVENTS", "50000"))
"""Events in the log that has to be verified in time."""
