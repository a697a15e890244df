"""ClaimReview and Web Annotations: what other programs make of the desk's claims."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from claims.errors import InvalidInput
from claims.verdict import Verdict
from claims.wording import label
from claims.workflow import State
from factcheck import claimreview
from factcheck.claimreview import Agent, Appearance, Rating, Review
from factcheck.exports import Format, export
from factcheck.exports.claimreview import reviews
from factcheck.report import Report
from tests.factcheck.exports.hostile import texts

_SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/", "url": {"@id": "https://schema.org/url"}}}


def _load(address: str, _options: object) -> dict[str, Any]:
    assert address.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": _SCHEMA_ORG}


def _feed(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(report, Format.CLAIMREVIEW).content)
    return found


def _annotations(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export(report, Format.ANNOTATIONS).content)["items"]
    return found


def test_the_feed_has_what_is_published_and_stands_and_nothing_else(report: Report) -> None:
    public = {
        f"https://pruefung.example/c/{claim.id}"
        for claim in report.claims
        if claim.verdict is not None
        and any(d.published and not d.ended_at for d in (claim.decision, *claim.earlier) if d)
    }
    elements = _feed(report)["dataFeedElement"]
    assert [element["url"] for element in elements] == [element["item"][0]["url"] for element in elements]
    assert {element["url"] for element in elements} == public
    assert 0 < len(public) < len(report.claims) or report.public
    states = {claim.id: claim.state for claim in report.claims}
    assert State.WITHDRAWN not in {states[int(address.rsplit("/", 1)[1])] for address in public}


def test_the_public_and_the_internal_feed_are_of_the_same_reviews(
    public_report: Report, internal_report: Report
) -> None:
    assert reviews(public_report) == reviews(internal_report)


def test_only_verdicts_with_an_order_have_numbers_and_these_are_in_it(public_report: Report) -> None:
    claim = public_report.claims[0]
    assert claim.decision is not None
    numbers = {}
    for verdict in Verdict:
        decision = claim.decision.model_copy(update={"verdict": verdict})
        changed = public_report.model_copy(
            update={"claims": (claim.model_copy(update={"decision": decision, "verdict": verdict}),)}
        )
        rating = _feed(changed)["dataFeedElement"][0]["item"][0]["reviewRating"]
        assert rating["alternateName"] == label(verdict, "de")
        assert ("ratingValue" in rating) == ("bestRating" in rating) == ("worstRating" in rating)
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
            numbers[verdict] = rating["ratingValue"]
    order = [Verdict.REFUTED, Verdict.MISLEADING, Verdict.MOSTLY_SUPPORTED, Verdict.SUPPORTED]
    assert sorted(numbers, key=numbers.__getitem__) == order
    assert len(set(numbers.values())) == len(order)


def test_a_desk_without_a_public_address_gives_no_reviews(public_report: Report) -> None:
    with pytest.raises(InvalidInput, match="FACTCHECK_PUBLIC_URL"):
        export(public_report.model_copy(update={"address": ""}), Format.CLAIMREVIEW)


def test_the_feed_is_json_ld(public_report: Report) -> None:
    [feed] = jsonld.expand(_feed(public_report), {"documentLoader": _load})
    assert feed["@type"] == ["https://schema.org/DataFeed"]
    elements = feed["https://schema.org/dataFeedElement"]
    assert len(elements) == len(reviews(public_report))
    for element in elements:
        [item] = element["https://schema.org/item"]
        assert item["@type"] == ["https://schema.org/ClaimReview"]
        assert item["https://schema.org/itemReviewed"][0]["@type"] == ["https://schema.org/Claim"]


def test_what_is_written_reads_back_equal(public_report: Report) -> None:
    for review in reviews(public_report):
        assert claimreview.read(json.loads(json.dumps(claimreview.write(review)))) == review


_maybe = st.none() | texts
_agents = st.builds(Agent, kind=st.sampled_from(["Person", "Organization", "Thing"]), name=texts, url=_maybe)


@given(
    st.builds(
        Review,
        url=texts,
        claim=texts,
        rating=st.builds(
            Rating,
            name=texts,
            value=st.none() | st.integers(0, 9),
            best=st.none() | st.integers(0, 9),
            worst=st.none() | st.integers(0, 9),
            explanation=texts | st.just(""),
        ),
        author=_agents,
        published=_maybe,
        modified=_maybe,
        language=_maybe,
        claimant=st.none() | _agents,
        claimed_on=_maybe,
        appearances=st.lists(
            st.builds(Appearance, url=texts, title=texts, publisher=texts, published=_maybe), max_size=2
        ).map(tuple),
    )
)
def test_any_review_reads_back_equal(review: Review) -> None:
    assert claimreview.read(claimreview.write(review)) == review


def test_annotations_resolve_against_the_text_that_they_name(internal_report: Report) -> None:
    text = internal_report.articles[0].text or ""
    digest = f"urn:sha256:{internal_report.articles[0].text_sha256}"
    claims = [found for found in _annotations(internal_report) if found["motivation"] == "assessing"]
    assert len(claims) == len(internal_report.claims)
    for found in claims:
        quote, position = found["target"]["selector"]
        assert found["target"]["state"]["cached"] == digest
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.endswith(quote["prefix"], 0, position["start"])
        assert text.startswith(quote["suffix"], position["end"])


def test_every_quote_is_an_annotation_of_its_snapshot_that_points_to_the_claim(report: Report) -> None:
    found = _annotations(report)
    quotes = [one for one in found if one["motivation"] == "linking"]
    wanted = [evidence for claim in report.claims for evidence in claim.evidence]
    assert len({one["id"] for one in found}) == len(found)
    assert [one["target"]["selector"][0]["exact"] for one in quotes] == [one.quote for one in wanted]
    assert {one["body"][0]["id"] for one in quotes} <= {one["id"] for one in found}


def test_words_that_are_in_no_present_text_have_no_position(internal_report: Report) -> None:
    claim = internal_report.claims[0].model_copy(update={"in_text": False})
    [first, *_] = _annotations(internal_report.model_copy(update={"claims": (claim,)}))
    assert [one["type"] for one in first["target"]["selector"]] == ["TextQuoteSelector"]
    assert "state" not in first["target"]
