import pytest

from claims.source import SourceClass
from factcheck.evidence.credits import find_agencies, find_issuers, is_release
from factcheck.evidence.independence import SENTENCES, Work, group, sentence
from factcheck.evidence.primary import SENTENCES as KINDS
from factcheck.evidence.primary import propose_class

LONG = (
    "Die Brücke über den Hafen ist nach Angaben der Verwaltung seit dem Frühjahr gesperrt, weil Prüfer an "
    "zwei Pfeilern Risse gefunden hatten, die sich seit der letzten Messung im Herbst deutlich verlängert "
    "haben und nun behoben werden müssen"
)
CLAIM = "Die Brücke ist seit dem Frühjahr gesperrt."


def _groups(*works: Work, claim: str = CLAIM, owners: dict[str, str] | None = None) -> list[tuple[int, ...]]:
    return [found.sources for found in group(works, claim, owners or {})]


def test_sources_that_share_a_long_run_of_words_are_one() -> None:
    works = (
        Work(id=1, text=f"Aue. {LONG}. Anwohner sind verärgert."),
        Work(id=2, text=f"Neues vom Hafen: „{LONG}“, heißt es."),
        Work(id=3, text="Ein Augenzeuge sah die Sperre schon im März."),
    )
    found = group(works, CLAIM, {})
    assert [each.sources for each in found] == [(1, 2), (3,)]
    (why,) = found[0].reasons
    assert int(why.values["count"]) == len(LONG.split())
    assert sentence(why, "en").startswith("both with the same 38 words: “die brücke über den hafen")


def test_a_short_quotation_or_the_claim_itself_makes_nobody_one() -> None:
    short = " ".join(LONG.split()[:24])
    assert _groups(Work(id=1, text=f"A {short} x"), Work(id=2, text=f"B {short} y")) == [(1,), (2,)]
    both = (Work(id=1, text=f"Er sagte: {LONG}."), Work(id=2, text=f"Wir fragten: {LONG}?"))
    assert _groups(*both, claim=LONG) == [(1,), (2,)]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("BERLIN (dpa) - Die Brücke bleibt zu.", {"dpa"}),
        ("Aue (dpa/lsw) – Die Brücke bleibt zu.", {"dpa"}),
        ("LONDON (Reuters) - The bridge stays closed.", {"Reuters"}),
        ("PARIS (AP) — The bridge stays closed.", {"AP"}),
        ("The bridge stays closed.\nAFP/AP", {"AFP", "AP"}),
        ("Die Brücke bleibt zu.\nQuelle: APA/dpa", {"APA", "dpa"}),
        ("Die Brücke bleibt zu.\n© epd", {"epd"}),
        ("Die Brücke bleibt zu (KNA).", {"KNA"}),
        ("Mit Material von AFP und dpa", {"AFP", "dpa"}),
        ("The road from Erie (PA) to the bridge is closed, the paper says.", set()),
        ("Die Brücke bleibt zu, wie Reuters vor einem Jahr meldete.", set()),
        ("Der Weg ist zu (Hafen).", set()),
    ],
)
def test_an_agency_is_told_by_how_a_text_credits_it(text: str, agencies: set[str]) -> None:
    assert find_agencies(text) == agencies


def test_sources_with_the_same_agency_or_press_release_are_one() -> None:
    works = (
        Work(id=1, text="BERLIN (dpa) - Die Brücke bleibt zu."),
        Work(id=2, text="Seit März ist alles dicht. Quelle: dpa/AFP"),
        Work(id=3, text="Laut Pressemitteilung der Stadtwerke Aue bleibt sie zu."),
        Work(id=4, text="In einer Pressemitteilung der Stadtwerke Aue heißt es, im Mai sei Schluss."),
        Work(id=5, text="Ein Augenzeuge sah die Sperre.", author="dpa"),
    )
    assert _groups(*works) == [(1, 2, 5), (3, 4)]
    assert find_issuers("A news release from the Harbour Board says so.") == {"harbour board"}
    assert is_release("Aue (ots) Die Stadtwerke")
    assert not is_release("Die Stadtwerke verschickten eine Pressemitteilung.")


def test_sources_of_one_owner_or_publisher_are_one() -> None:
    works = (
        Work(id=1, url="https://www.morgenblatt.example/a"),
        Work(id=2, publisher="Abendblatt"),
        Work(id=3, url="https://regional.morgenblatt.example/b"),
        Work(id=4, url="https://youtube.com/watch?v=1"),
        Work(id=5, url="https://youtube.com/watch?v=2"),
    )
    owners = {"morgenblatt.example": "Haus Nord", "abendblatt": "Haus Nord"}
    assert _groups(*works, owners=owners) == [(1, 2, 3), (4,), (5,)]
    assert _groups(*works) == [(1,), (2,), (3,), (4,), (5,)]
    assert _groups(Work(id=1, publisher="Abendblatt"), Work(id=2, publisher="abendblatt ")) == [(1, 2)]


def test_what_a_person_said_of_a_source_goes_before_what_is_found() -> None:
    one = Work(id=1, text="(dpa) - Zu.", independence="eigene Recherche")
    other, third = Work(id=2, text="(dpa) - Auf."), Work(id=3, independence="Eigene Recherche")
    assert _groups(one, other, third) == [(1, 3), (2,)]


def test_every_reason_is_worded_in_both_languages() -> None:
    assert all(set(both) == {"de", "en"} for both in (*SENTENCES.values(), *KINDS.values()))


@pytest.mark.parametrize(
    ("url", "publisher", "proposed"),
    [
        ("https://www.destatis.de/DE/Presse/1.html", "", ("primary", "statistics")),
        ("https://ec.europa.eu/eurostat/databrowser/", "", ("primary", "statistics")),
        ("https://ec.europa.eu/commission/presscorner", "", ("primary", "government")),
        ("https://de.wikipedia.org/wiki/Aue", "", ("tertiary", "reference")),
        (None, "Statistik Austria", ("primary", "statistics")),
        ("https://find-and-update.company-information.service.gov.uk/company/1", "", ("primary", "filings")),
        ("https://data.sec.gov/submissions", "", ("primary", "filings")),
    ],
)
def test_a_well_known_source_is_proposed_its_class(
    url: str | None, publisher: str, proposed: tuple[str, str]
) -> None:
    known = propose_class(url, publisher)
    assert known is not None
    assert (known.source_class, known.reason.code) == (SourceClass(proposed[0]), proposed[1])


@pytest.mark.parametrize(
    "url", [None, "https://morgenblatt.example/", "https://fakedestatis.de/", "http://[x"]
)
def test_of_other_sources_nothing_is_said(url: str | None) -> None:
    assert propose_class(url) is None
