"""The manuscript cut at its claims: no word is lost, none stands twice."""

from hypothesis import given

from claims.selector import Place, anchor
from factcheck.exports.marks import paragraphs, passage
from factcheck.report import Report, ReportedClaim
from tests.factcheck.exports.hostile import reports, texts


@given(reports())
def test_the_paragraphs_hold_every_word_once(report: Report) -> None:
    article = report.articles[0]
    cut = "".join(run.text for runs in paragraphs(article, report.claims) for run in runs)
    assert "".join(cut.split()) == "".join((article.text or "").split())


@given(reports())
def test_each_claim_covers_its_words_and_opens_and_closes_where_they_do(report: Report) -> None:
    article = report.articles[0]
    runs = [run for runs in paragraphs(article, report.claims) for run in runs]
    for claim in report.claims:
        if claim.in_text and article.text and claim.exact.strip():
            covered = "".join(run.text for run in runs if claim in run.inside)
            assert "".join(covered.split()) == "".join(claim.exact.split())
            assert sum(claim in run.first for run in runs) <= 1


def _in(text: str, words: str, number: int, report: Report) -> ReportedClaim:
    place = anchor(text, text.index(words), text.index(words) + len(words))
    changed = {**place.model_dump(), "number": number, "in_text": True, "also_at": ()}
    return report.claims[0].model_copy(update=changed)


def test_a_claim_within_a_claim_shows_the_inner_one(internal_report: Report) -> None:
    text = "Der Verein hat zwölf Boote und drei Stege."
    outer, inner = _in(text, text, 1, internal_report), _in(text, "zwölf Boote", 2, internal_report)
    article = internal_report.articles[0].model_copy(update={"text": text})
    [runs] = paragraphs(article, [outer, inner])
    assert [(run.text, [claim.number for claim in run.inside]) for run in runs] == [
        ("Der Verein hat ", [1]),
        ("zwölf Boote", [2, 1]),
        (" und drei Stege.", [1]),
    ]
    assert [[claim.number for claim in run.closes] for run in runs] == [[], [2], [1]]


def test_a_claim_made_twice_is_marked_twice_and_noted_once(internal_report: Report) -> None:
    text = "Zwölf Boote.\n\nEs sind Zwölf Boote."
    claim = _in(text, "Zwölf Boote", 1, internal_report)
    again = claim.model_copy(update={"also_at": (Place(start=22, end=33),)})
    article = internal_report.articles[0].model_copy(update={"text": text})
    runs = [run for runs in paragraphs(article, [again]) for run in runs]
    assert [run.text for run in runs if run.inside] == ["Zwölf Boote", "Zwölf Boote"]
    assert [len(run.first) for run in runs if run.inside] == [1, 0]


def test_a_passage_is_cut_at_words_and_says_where() -> None:
    shown = passage("abgeschnitten und dann die Linie ", "neun", " fährt öfter.\nNeuer Absatz")
    assert (shown.before, shown.after) == ("… und dann die Linie ", " fährt öfter.")
    assert passage("Die ", "Linie", " fährt").before == "Die "


@given(texts, texts, texts)
def test_a_passage_never_changes_the_quotation(prefix: str, exact: str, suffix: str) -> None:
    assert passage(prefix, exact, suffix).exact == exact
