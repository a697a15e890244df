"""Claims as programs read them."""

from sqlmodel import Session

from claims.claim import ClaimDraft
from claims.reason import Reason
from factcheck.records import claim_record, draft_record
from tests import making

_CLAIM = {
    "start",
    "end",
    "exact",
    "text",
    "unresolved",
    "kind",
    "modality",
    "worth",
    "reasons",
    "quantities",
    "times",
    "speaker",
    "speaker_unresolved",
    "names",
    "also_at",
    "proposers",
}
"""What every command prints of a claim."""


def test_a_found_claim_gives_its_reasons_as_sentences_in_the_language_asked_for() -> None:
    reason = Reason(code="figure", values={"words": "zwölf"})
    draft = ClaimDraft(start=3, end=8, exact="zwölf", text="zwölf", reasons=(reason,))
    german, english = (draft_record(draft, language) for language in ("de", "en"))
    assert german.reasons != english.reasons
    assert "zwölf" in german.reasons[0]
    assert set(german.model_dump()) >= _CLAIM


def test_a_stored_claim_says_where_it_stands_and_where_it_is_in_the_work(session: Session) -> None:
    article = making.article(session, making.account(session, "berta"))
    claim = making.proposal(session, article)
    record = claim_record(claim).model_dump(mode="json")
    assert set(record) >= _CLAIM | {"id", "article_id", "state", "verdict", "version", "lapsed"}
    assert making.TEXT[record["start"] : record["end"]] == record["exact"]
    assert (record["state"], record["verdict"], record["version"]) == ("proposed", None, 1)
