"""A language model's claims beside those of the rules."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Kind
from claims.errors import ModelUnreachable
from factcheck.extraction.claims import extract
from factcheck.model import LanguageModel, SecondReading, read_again
from factcheck.model.asking import Marked
from factcheck.model.merging import merge
from tests.factcheck.model import answering
from tests.factcheck.model.answering import Handler, serving

_TEXT = (
    "Die Werft Nordlicht hat 2019 drei Fähren verkauft. Was wird aus dem Rest?\n\n"
    "Eine Halle, zwei Kräne, viel Rost. Die Werft beschäftigt\nmindestens 80 Menschen."
)
_FOUND = extract(_TEXT, "de")


def _reading(handler: Handler, *, text: str = _TEXT, seconds: float = 5) -> SecondReading:
    with serving(handler) as (address, _asked):
        return read_again(
            LanguageModel(address, "little-model", seconds=seconds), text, extract(text, "de"), None
        )


def test_the_model_is_asked_by_name_and_key_for_json_of_a_schema() -> None:
    with serving(answering.marking()) as (address, asked):
        read_again(LanguageModel(address, "little-model", "s3cret"), _TEXT, _FOUND, None)
    (question,) = asked
    assert question["path"] == "/v1/chat/completions"
    assert question["headers"]["Authorization"] == "Bearer s3cret"
    assert question["body"]["model"] == "little-model"
    schema = question["body"]["response_format"]["json_schema"]["schema"]
    assert set(schema["$defs"]["ProposedClaim"]["required"]) == {"sentence", "words", "kind", "speaker"}
    assert (
        "[0] Die Werft Nordlicht hat 2019 drei Fähren verkauft." in question["body"]["messages"][1]["content"]
    )


def test_what_the_rules_found_stays_and_names_the_model_too() -> None:
    reading = _reading(answering.marking((0, "Die Werft Nordlicht hat 2019 drei Fähren verkauft")))
    assert reading.tally.model_dump(exclude={"why"}) == {
        "model": "little-model",
        "named": 1,
        "confirmed": 1,
        "added": 0,
        "dropped": 0,
        "failed": 0,
    }
    assert reading.extraction.claims[0].proposers == ("rules", "little-model")
    assert [claim.model_copy(update={"proposers": ()}) for claim in reading.extraction.claims] == [
        claim.model_copy(update={"proposers": ()}) for claim in _FOUND.claims
    ]


def test_what_only_the_model_found_is_read_by_the_rules() -> None:
    reading = _reading(answering.marking((2, "zwei Kräne")))
    (new,) = [claim for claim in reading.extraction.claims if claim.proposers == ("little-model",)]
    assert (new.exact, new.kind, new.quantities[0].value) == ("zwei Kräne", Kind.EVENT, 2)
    assert new.reasons[0].code == "model"
    (sentence,) = [s for s in reading.extraction.sentences if s.start <= new.start < s.end]
    assert reading.extraction.claims.index(new) in sentence.claims
    assert reading.tally.added == 1


def test_words_over_a_line_end_are_found_where_they_stand() -> None:
    reading = _reading(answering.marking((3, "Die Werft beschäftigt mindestens 80 Menschen")))
    assert (reading.tally.confirmed, reading.tally.dropped) == (1, 0)


@pytest.mark.parametrize(
    "item",
    [
        {"sentence": 0, "words": "Die Werft hat vier Fähren verkauft", "kind": "event", "speaker": None},
        {"sentence": 3, "words": "0 Menschen", "kind": "event", "speaker": None},
        {"sentence": 0, "words": "ähren verkauft", "kind": "event", "speaker": None},
        {"sentence": 1, "words": "verkauft. Was wird", "kind": "event", "speaker": None},
        {"sentence": 0, "words": "…", "kind": "event", "speaker": None},
        {"sentence": 9, "words": "Die Werft", "kind": "event", "speaker": None},
        {"sentence": 0, "words": "drei Fähren", "kind": "rumour", "speaker": None},
        {"sentence": "first", "words": "drei Fähren", "kind": "event", "speaker": None},
        {"words": "drei Fähren"},
        ["drei Fähren"],
        None,
    ],
    ids=[
        "altered",
        "number-cut",
        "word-cut",
        "two-sentences",
        "no-word",
        "twice",
        "kind",
        "number",
        "missing",
        "list",
        "null",
    ],
)
def test_what_does_not_stand_in_the_text_or_keep_to_the_record_is_dropped_and_counted(item: object) -> None:
    good = {"sentence": 2, "words": "zwei Kräne", "kind": "quantity", "speaker": None}
    reading = _reading(answering.saying(json.dumps({"claims": [item, good]})))
    assert (reading.tally.named, reading.tally.dropped, reading.tally.added) == (2, 1, 1)


def test_a_speaker_whom_the_text_does_not_name_is_no_speaker() -> None:
    items = [
        {"sentence": 2, "words": "zwei Kräne", "kind": "event", "speaker": "Erika Erfunden"},
        {"sentence": 2, "words": "Eine Halle", "kind": "event", "speaker": "Die Werft Nordlicht"},
    ]
    reading = _reading(answering.saying(json.dumps({"claims": items})))
    speakers = {claim.exact: claim.speaker for claim in reading.extraction.claims}
    assert (speakers["zwei Kräne"], speakers["Eine Halle"]) == (None, "Die Werft Nordlicht")


def test_json_wrapped_in_other_words_is_read() -> None:
    items = {"claims": [{"sentence": 2, "words": "zwei Kräne", "kind": "event", "speaker": None}]}
    said = f"<think>{{ hm }}</think> Gladly, {{here}}:\n```json\n{json.dumps(items)}\n```"
    reading = _reading(answering.saying(said))
    assert reading.tally.added == 1


@pytest.mark.parametrize(
    ("handler", "why"),
    [
        (answering.saying("I cannot help with that."), "JSON"),
        (answering.saying('{"claims": "none"}'), "no claims"),
        (answering.saying("[" * 100_000), "JSON"),
        (answering.saying("{" + '"a":{' * 100_000 + "}"), "JSON"),
        (answering.sending(b"<html>busy</html>"), "no completion"),
        (answering.sending(b'{"choices": []}'), "empty"),
        (answering.sending(b'{"choices": [{"message": {"content": null}}]}'), "no completion"),
        (answering.sending(b"x" * 3_000_000), "too long"),
        (answering.refusing(500), "HTTP 500"),
        (answering.refusing(429), "HTTP 429"),
        (answering.redirecting, "HTTP 302"),
        (answering.breaking_off, "broke off"),
        (answering.silent, "within 0.5 seconds"),
        (answering.dripping, "within 0.5 seconds"),
        (answering.dripping_header, "within 0.5 seconds"),
    ],
    ids=[
        "refusal", "shape", "deep-list", "deep", "html", "empty", "null", "long",
        "500", "429", "redirect", "break", "silent", "drip", "drip-header",
    ],
)  # fmt: skip
def test_an_answer_of_no_use_leaves_the_rules_claims_and_says_why(handler: Handler, why: str) -> None:
    reading = _reading(handler, seconds=0.5)
    assert reading.extraction == _FOUND
    assert (reading.tally.failed, reading.tally.named) == (1, 0)
    assert why in (reading.tally.why or "")


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_model_that_refuses_is_not_asked_again(status: int) -> None:
    long = _TEXT + "\n\n" + "\n".join(f"Im Jahr {year} kam die Fähre." for year in range(1000, 1600))
    found = extract(long, "de")
    with serving(answering.refusing(status)) as (address, asked), pytest.raises(ModelUnreachable) as raised:
        read_again(LanguageModel(address, "little-model"), long, found, None)
    assert str(status) in str(raised.value)
    assert len(asked) == 1


def test_no_server_is_said_in_one_sentence() -> None:
    with serving(answering.marking()) as (address, _asked):
        pass
    with pytest.raises(ModelUnreachable, match="There is no language model at"):
        read_again(LanguageModel(address, "little-model"), _TEXT, _FOUND, None)


def test_a_long_text_is_asked_about_in_parts_and_one_bad_answer_costs_one_part() -> None:
    long = "\n".join(f"Im Jahr {year} kam die Fähre Nummer {year - 999}." for year in range(1000, 1600))
    answers = iter([answering.refusing(500)])
    good = answering.marking((599, "Im Jahr 1599 kam die Fähre Nummer 600"))
    with serving(lambda handler, body: next(answers, good)(handler, body)) as (address, asked):
        reading = read_again(LanguageModel(address, "little-model"), long, extract(long, "de"), None)
    assert len(asked) > 2
    assert (reading.tally.failed, reading.tally.confirmed) == (1, len(asked) - 1)


@given(st.data())
def test_every_claim_stands_at_its_words_and_every_sentence_is_answered(data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(_TEXT) - 1), st.integers(1, 40)).map(
        lambda span: (span[0], min(len(_TEXT), span[0] + span[1]))
    )
    marks = [
        Marked(_FOUND.claims[0].model_copy(update={"start": start, "end": end}), Kind.OTHER, None)
        for start, end in data.draw(st.lists(spans, max_size=5))
        if any(character.isalnum() for character in _TEXT[start:end])
    ]
    merged = merge(_FOUND, _TEXT, marks, "little-model", None)
    assert all(_TEXT[claim.start : claim.end] == claim.exact for claim in merged.claims)
    assert [claim.start for claim in merged.claims] == sorted(claim.start for claim in merged.claims)
    kept = [claim for claim in merged.claims if "rules" in claim.proposers]
    assert [claim.exact for claim in kept] == [claim.exact for claim in _FOUND.claims]
    for sentence, before in zip(merged.sentences, _FOUND.sentences, strict=True):
        assert {_FOUND.claims[at].exact for at in before.claims} <= {
            merged.claims[at].exact for at in sentence.claims
        }
