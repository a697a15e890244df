"""The editor's overview as a page."""

from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.office import Office, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _weeks(page: str, section: str) -> list[str]:
    rows = html.fromstring(page).xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")
    return [" ".join(row.text_content().split()) for row in rows]


def test_weeks_on_end_in_which_nothing_happened_are_one_line(office: Office) -> None:
    office.bring_to("challenged")
    page = office.look("edgar", "/overview?weeks=12")
    for section in ("pace-head", "answers-head"):
        this, before = _weeks(page, section)
        assert "nothing" not in this
        assert before.endswith("nothing in 11 weeks")
