"""Sentences and their exact places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reason import Language
from factcheck.extraction.sentences import split_sentences

GERMAN = [
    ["Am 3. Oktober begann der Umbau.", "Er dauerte bis zum 14. Mai."],
    ["Nach Abs. 3 S. 2 gilt das nicht.", "Art. 5 bleibt."],
    ["Prof. Dr. h. c. Weiss sprach zuerst.", "Danach kam Dr. Kohl."],
    ["Sie will nie dort gewesen sein.", "2019 verkaufte sie das Haus.", "1990 war das anders."],
    ["Das kostete 5 Mio. Euro.", "Vgl. 2018 und ca. 50 weitere Fälle."],
    ["Im 19. Jahrhundert stand hier der 2. Bahnhof.", "Heute nicht mehr."],
    ["Das Haus steht in der Bahnhofstr. 5 und der Parkstr. 12.", "Niemand wohnt dort."],
    ["Sie kamen z. B. aus Ulm, d. h. von weit her.", "Es waren 40."],
    ["Um 17.30 Uhr begann es.", "5.000 Menschen kamen."],
    ["Warum?", "Niemand weiß es!", "Wirklich … niemand."],
    ["Der FC St. Anton siegte.", "K. Sommer traf zweimal."],
    ["Sie leitete den Vertrieb bei xBoard und X.", "Paul Acker kam von dort."],
    ["Den Beitrag schrieb er auf X.", "Der Verein löschte ihn."],
    ["Zum 200. Geburtstag kam die Abg. Anna Berger.", "Auch Bgm. Paul Acker war da."],
    ["Paul H. Berger kam mit J. Paul Acker z. B. aus Ulm.", "Es regnete."],
]
ENGLISH = [
    ["Mr. Hall met Dr. Wood at 5 p.m. on Jan. 3.", "U.S. officials were there."],
    ["He left in 2004.", "2005 was better."],
    ["The firm, Gale Inc., lost $3.5 million.", "It had no reserves."],
    ["Why now?", "Nobody knows."],
    ["She ran sales at xBoard and X.", "Paul Acker came from there."],
    ["He worked for Northwind, xBoard and X.", "Nobody else did."],
    ["He wrote it on X.", "Paul Acker read it."],
    ["The council chose Plan B.", "It was cheaper."],
    ["Anna W. Clark met J. Paul Acker and F. Scott Berger in Leeds.", "It rained."],
]


@pytest.mark.parametrize("sentences", GERMAN)
def test_german_sentences_end_where_they_end(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[place.start : place.end] for place in split_sentences(text, "de")] == sentences


@pytest.mark.parametrize("sentences", ENGLISH)
def test_english_sentences_end_where_they_end(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[place.start : place.end] for place in split_sentences(text, "en")] == sentences


def test_a_heading_without_a_full_stop_is_a_sentence_of_its_own() -> None:
    text = "Streit um den Hafen\nDie Stadt hat den Hafen 2012 verkauft.\r\nNeue Pläne\r\nEs gibt keine."
    assert [text[p.start : p.end] for p in split_sentences(text, "de")] == [
        "Streit um den Hafen",
        "Die Stadt hat den Hafen 2012 verkauft.",
        "Neue Pläne",
        "Es gibt keine.",
    ]


def test_a_sentence_goes_on_over_the_line_ends_of_a_wrapped_text() -> None:
    text = (
        "Der Hafen wurde im vergangenen Sommer nach langem Streit an\n"
        "Reedereien aus dem Norden verkauft, die ihn nun ausbauen und\n"
        "erweitern. Die Arbeiten dauern an."
    )
    assert len(split_sentences(text, "de")) == 2


def test_a_wrapped_line_may_begin_with_a_number_or_a_name_and_end_early() -> None:
    text = (
        "Bei dem Unglück kamen nach Angaben der Behörden mindestens\n"
        "80 Menschen ums Leben, mehr als bei jedem anderen Brand in\n"
        "der Geschichte der Stadt. Die Feuerwehr von\n"
        "Hohenfels war mit 90 Leuten im Einsatz."
    )
    assert [text[p.start : p.end].replace("\n", " ") for p in split_sentences(text, "de")] == [
        "Bei dem Unglück kamen nach Angaben der Behörden mindestens 80 Menschen ums Leben, mehr als bei "
        "jedem anderen Brand in der Geschichte der Stadt.",
        "Die Feuerwehr von Hohenfels war mit 90 Leuten im Einsatz.",
    ]


BROKEN_OFF: list[tuple[Language, str]] = [
    ("de", "In der Werft starben mindestens\n80 Menschen."),
    ("de", "Die Reederei zahlte im Jahr\n2019 drei Millionen Euro."),
    ("de", "Die Werft verkaufte drei Kräne und\nStefan Huber ging."),
    ("en", "The yard employs at least\n900 people."),
    ("en", "The yard sold nine cranes in\n2019."),
]


@pytest.mark.parametrize(("language", "text"), BROKEN_OFF)
def test_a_line_that_breaks_off_inside_a_phrase_goes_on_in_the_next(language: Language, text: str) -> None:
    assert len(split_sentences(text, language)) == 1


def test_a_heading_with_a_verb_s_particle_at_its_end_stays_apart() -> None:
    assert len(split_sentences("Werft baut um\n80 Stellen fallen weg", "de")) == 2
    assert len(split_sentences("Strike called off\n80 jobs at risk", "en")) == 2


def test_lines_of_a_list_without_signs_stay_apart() -> None:
    lines = [
        "Der neue Hafen in Nordstadt und was er kostet",
        "Wer die Fähren baut",
        "Eine Reportage über 40 Tage auf See, mit vielen Bildern",
        "Leserbriefe",
    ]
    assert len(split_sentences("\n".join(lines), "de")) == 4


@pytest.mark.parametrize(
    "text", ["\ufeffDie Werft baut Fähren. Sie hat 90 Leute.", "\ufeff\n\nDie Werft baut Fähren."]
)
def test_the_mark_at_the_beginning_of_a_file_is_no_part_of_a_sentence(text: str) -> None:
    first = split_sentences(text, "de")[0]
    assert text[first.start : first.end] == "Die Werft baut Fähren."


def test_each_sentence_of_a_quotation_stands_alone() -> None:
    text = "„Wir haben gewarnt. Niemand hörte zu“, sagte Anna Berger. Sie ging."
    assert [text[p.start : p.end] for p in split_sentences(text, "de")] == [
        "„Wir haben gewarnt.",
        "Niemand hörte zu“, sagte Anna Berger.",
        "Sie ging.",
    ]


def test_list_items_are_sentences_of_their_own() -> None:
    text = "- Drei Brücken sind gesperrt\n- Zwei werden saniert\n\nMehr am Abend"
    assert len(split_sentences(text, "de")) == 3


def test_a_stretch_without_any_full_stop_is_cut_into_bounded_pieces() -> None:
    text = "und er geht " * 2000
    pieces = [text[place.start : place.end] for place in split_sentences(text, "de")]
    assert max(map(len, pieces)) <= 2000
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


@given(st.text(), st.sampled_from(["de", "en"]))
def test_places_are_in_order_without_outer_space_and_leave_no_character_out(
    text: str, language: Language
) -> None:
    places = split_sentences(text, language)
    assert all(one.end <= two.start for one, two in pairwise(places))
    pieces = [text[place.start : place.end] for place in places]
    assert all(piece == piece.strip() for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
