"""Pages of votes, agreement and the overview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.api.pages.office import Office, open_office, told


@pytest.fixture
def office(home: Path, _sqlite_desk: str) -> Iterator[Office]:
    opened = open_office(home, _sqlite_desk)
    yield opened
    opened.engine.dispose()
    opened.app.extensions["factcheck.engine"].dispose()


def _switch(office: Office, page: str, action: str, who: str = "edgar", **typed: str) -> str:
    """Press the button of a page; the page that comes after it."""
    form = next(
        form for form in html.fromstring(office.look(who, page)).forms if (form.action or "").endswith(action)
    )
    answer = office.client(who).post(form.action, data={**dict(form.form_values()), **typed})
    assert answer.status_code == 302
    return office.look(who, answer.location)


def test_an_editor_begins_and_ends_it_on_the_article_s_page(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    assert office.offers("ida") >= {"submit"}
    page = _switch(office, "/articles/1", "/blind-review")
    assert "two people decide here" in told(page)
    assert "vote" in office.offers("ida")
    assert "submit" not in office.offers("ida")
    page = _switch(office, "/articles/1", "/end")
    assert "one person submits here" in told(page)
    assert "vote" not in office.offers("ida")
    assert "blind-review" not in office.look("ida", "/articles/1")


def test_it_is_begun_for_a_tag_on_the_page_about_agreement(office: Office) -> None:
    page = _switch(office, "/agreement", "/blind-reviews", tag="Vereinsleben")
    assert "#vereinsleben" in page
    assert "already" in told(_switch(office, "/agreement", "/blind-reviews", tag="VEREINSLEBEN"))
    assert "Nowhere at the moment" in _switch(office, "/agreement", "/end")


def test_who_voted_is_asked_again_when_the_evidence_changed(office: Office) -> None:
    office.bring_to("in_check")
    office.cite()
    _switch(office, "/articles/1", "/blind-review")
    page = office.press("ida", "vote", verdict="supported", rationale="So steht es dort.")
    assert "Your vote is in." in told(page)
    assert "vote" not in office.offers("ida")
    office.cite("edgar", quote="40.000 Euro", stance="context")
    assert "Your last vote no longer counts" in office.look("ida")
    assert "no longer counts" not in office.look("edgar")
    assert "vote" in office.offers("ida")


def test_the_overview_has_its_numbers_as_text_and_as_plots(office: Office) -> None:
    office.bring_to("challenged")
    page = html.fromstring(office.look("edgar", "/overview?weeks=4"))
    plots = page.xpath("//*[local-name()='svg']")
    assert plots
    for plot in plots:
        assert plot.xpath("./*[local-name()='title']")[0].text
        assert plot.xpath("./*[local-name()='desc']")[0].text
    assert not page.xpath("//@style")
    [row] = page.xpath("//section[@aria-labelledby='articles-head']//tbody/tr")
    assert [cell.text for cell in row.xpath("./td[@class='number']")] == ["0", "2"]
    weeks = page.xpath("//section[@aria-labelledby='answers-head']//tbody/tr")
    assert len(weeks) == 2  # this one, and three in which nothing happened
    assert weeks[0].xpath("./td[@class='number']")[0].text == "1"


def test_a_period_that_the_overview_does_not_have_is_the_usual_one(office: Office) -> None:
    assert ">12 weeks<" in office.look("edgar", "/overview?weeks=999999999999")


@pytest.mark.parametrize("who", ["ida", "rita"])
def test_the_overview_is_not_for_those_who_only_check_or_read(office: Office, who: str) -> None:
    assert office.client(who).get("/overview").status_code == 403
