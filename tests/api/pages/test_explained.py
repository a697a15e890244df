from hypothesis import given
from hypothesis import strategies as st

from api.pages.explained import Row, set_out
from claims.claim import ClaimDraft
from claims.reason import Language
from claims.selector import anchor
from factcheck.explanation import ExplainedSentence, Explanation, SentenceSlots, explain

WORDS = (
    "Ruth Adler",
    "mindestens zwölf Mitglieder",
    "sagte",
    "laut",
    "die 2019 gegründet wurde,",
    "im Vorjahr",
    "Der Verein",
    "wuchs um 3 Prozent",
    "?",
    ". ",
    "\n\n",
    "„",
    "“",
)


def _rows(text: str, language: Language = "de", published: str | None = None) -> list[Row]:
    return set_out(explain(text, language, published))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join).filter(str.strip))
def test_the_segments_of_a_sentence_are_its_words(text: str) -> None:
    for row in _rows(text):
        assert "".join(segment.text for segment in row.segments) == row.words


def test_claims_are_numbered_through_the_text_and_marked_where_they_begin() -> None:
    rows = _rows("Der Chor zählt 40 Mitglieder. Warum? Die Halle, die 2019 eröffnet wurde, kostete 3 Euro.")
    assert [[finding.number for finding in row.findings] for row in rows] == [[1], [], [2, 3]]
    begun = [mark.number for row in rows for segment in row.segments for mark in segment.marks if mark.first]
    assert begun == [1, 2, 3]


def test_claims_under_the_same_words_are_told_apart() -> None:
    text = "Die Halle, die 2019 eröffnet wurde, kostete 3 Euro. Sie ist alt."
    spans = [(0, 50), (11, 34), (52, 63)]
    drafts = tuple(ClaimDraft(**anchor(text, *span).model_dump(), text=text[slice(*span)]) for span in spans)
    nothing = SentenceSlots(quantities=(), times=(), speakers=(), names=())
    sentences = (
        ExplainedSentence(start=0, end=51, claims=(0, 1), slots=nothing),
        ExplainedSentence(start=52, end=64, claims=(2,), slots=nothing),
    )
    rows = set_out(Explanation(text=text, language="de", published=None, claims=drafts, sentences=sentences))
    under = [[(mark.number, mark.level) for mark in segment.marks] for segment in rows[0].segments]
    assert under == [[(1, 0)], [(1, 0), (2, 1)], [(1, 0)], []]
    assert [[mark.level for mark in segment.marks] for segment in rows[1].segments] == [[0], []]


def test_what_was_read_is_told_on_its_own_words() -> None:
    [row] = _rows("Laut Ruth Adler hat der Chor seit 2019 mindestens 40 Mitglieder.")
    read = dict.fromkeys(("quantity", "time", "name", "speaker"), "")
    for segment in row.segments:
        for kind, _ in segment.slots:
            read[kind] += segment.text
    assert read == {
        "quantity": "mindestens 40 Mitglieder",
        "time": "seit 2019",
        "name": "Ruth Adler",
        "speaker": "Ruth Adler",
    }


def test_a_quantity_stands_beside_the_words_that_bound_it() -> None:
    [row] = _rows("Der Chor zählt mindestens 40 Mitglieder.")
    [figure] = row.findings[0].slots.figures
    assert (figure.found.value, figure.bound) == (40, "mindestens")


def test_a_speaker_stands_beside_the_cue_that_shows_him() -> None:
    [row] = _rows("Der Chor zähle 40 Mitglieder, sagte Ruth Adler am Montag.")
    [finding] = row.findings
    assert finding.speaker is not None
    assert (finding.draft.speaker, finding.speaker.cue) == ("Ruth Adler", "sagte")


def test_what_no_claim_takes_in_stands_outside() -> None:
    [row] = _rows("Hat Ruth Adler 2027 wirklich 300 Gäste?")
    assert row.why_none is not None
    assert [figure.found.value for figure in row.outside.figures] == [300]
    assert [time.edtf for time in row.outside.times] == ["2027"]
    assert row.outside.names == ("Ruth Adler",)


def test_what_a_claim_has_taken_in_does_not_stand_outside() -> None:
    [row] = _rows("Laut Ruth Adler hat der Chor seit 2019 mindestens 40 Mitglieder.")
    assert row.findings
    assert not row.outside


def test_a_claim_said_again_is_told_where_it_was_said_first() -> None:
    text = "Der Chor Bochum zählt 40 Mitglieder. Es regnet am Abend.\n\nDer Chor Bochum zählt 40 Mitglieder."
    first, *_, last = _rows(text)
    assert first.findings[0].elsewhere == 1
    assert (last.findings, last.repeats) == ((), (1,))
    assert any(mark.number == 1 for segment in last.segments for mark in segment.marks)
    assert not last.outside


def test_a_paragraph_is_seen_where_it_begins() -> None:
    rows = _rows("Der Chor zählt 40 Mitglieder. Er singt.\n\nDie Halle kostete 3 Euro. Sie ist alt.")
    assert [row.opens for row in rows] == [True, False, True, False]
