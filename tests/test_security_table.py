"""The table of docs/security.md names tests that there are, and each requirement once."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "security.md").read_text("utf-8").splitlines()
    if re.match(r"\| \d+(\.\d+)*", line) and line.count("|") == 5
]


def test_every_test_that_the_table_names_is_there() -> None:
    named = {name for row in ROWS for name in re.findall(r"`([\w/]*test_\w+\.py)`", row[3])}
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ROOT / "tests" / name).is_file()] == []


def test_each_requirement_stands_in_one_row_which_says_by_what_it_holds() -> None:
    counted = Counter(number for row in ROWS for number in re.findall(r"[\d.]*\d", row[0]))
    assert [number for number, times in counted.items() if times > 1] == []
    assert len(counted) > 100
    assert [row[0] for row in ROWS if not row[3] and "**gap**" not in row[2].casefold()] == []
