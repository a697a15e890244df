"""What is done to accounts stands in the history, and on the account's page."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from claims.store import accounts, events
from factcheck import ledger
from tests.api.pages.office import Office, open_office


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Office:
    return open_office(home, _sqlite_desk)


def _post(office: Office, path: str, **typed: Any) -> None:
    [token] = set(
        html.fromstring(office.look("adam", "/accounts")).xpath("//input[@name='csrf_token']/@value")
    )
    assert office.client("adam").post(path, data={"csrf_token": token, **typed}).status_code == 302


def test_what_an_admin_does_to_an_account_is_told_there_and_in_the_log_without_names(office: Office) -> None:
    with office.desk() as session:
        ida = accounts.named(session, "ida").id
        before = events.head(session).seq
    terms = {"display_name": "Ida Brandt", "email": "ida@example.org", "language": "de"}
    page = f"/accounts/{ida}"
    _post(office, page, roles="reviewer", **terms)
    _post(office, page, roles=["reviewer", "editor"], **terms)
    for action in ("disable", "disable", "enable"):
        _post(office, f"{page}/{action}")
    with office.desk() as session:
        done = events.since(session, before)
        assert [event.action for event in done] == [
            "edit_account",
            "set_roles",
            "disable_account",
            "enable_account",
        ]
        assert done[0].body == {"account": ida, "fields": ["display_name", "email", "language"]}
        assert not any("Brandt" in str(event.body) or "example.org" in str(event.body) for event in done)
        ledger.verify(session)
    told = html.fromstring(office.look("adam", page)).xpath("//section[@aria-labelledby='history-head']//li")
    assert [" ".join(line.text_content().split()).partition(",")[0] for line in told] == [
        "Enabled again by Adam",
        "Disabled by Adam",
        "Roles changed by Adam",
        "Account edited by Adam",
    ]
