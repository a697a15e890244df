"""Who is said to have said what, inside a sentence and over several."""

import pytest

from claims.reason import Language
from factcheck.extraction.interviews import find_answers
from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute, find_open, find_speakers

FRAMES: list[tuple[Language, str, str, str]] = [
    ("de", "Der Hafen sei sicher, sagte Anna Berger.", "Anna Berger", "sagte"),
    ("de", "Anna Berger sagte, der Hafen sei sicher.", "Anna Berger", "sagte"),
    ("de", "Die Behörde kündigte an, dass der Hafen schließt.", "Die Behörde", "kündigte"),
    ("de", "Laut Polizei kamen 300 Menschen.", "Polizei", "Laut"),
    ("de", "Der Polizei zufolge kamen 300 Menschen.", "Der Polizei", "zufolge"),
    ("de", "Nach Angaben der Polizei kamen 300 Menschen.", "Angaben der Polizei", "Nach"),
    ("de", "Es kamen 300 Menschen, so die Polizei.", "die Polizei", "so"),
    ("de", "Nach ersten Angaben des Senders kamen 300 Menschen.", "ersten Angaben des Senders", "Nach"),
    ("de", "Ihrer Meinung nach ist der Hafen sicher.", "Ihrer Meinung", "nach"),
    ("de", "Das bestätigte die Polizei am Abend.", "die Polizei", "bestätigte"),
    ("de", "Der Hafen sei sicher, sagte Berger weiter.", "Berger", "sagte"),
    ("de", "Berger sagte, die Kräne seien nun im Hafen und dort seien sie sicher.", "Berger", "sagte"),
    ("de", "Die Polizei geht davon aus, dass der Hafen sicher ist.", "Die Polizei", "geht"),
    ("de", "Berger hat dem Rat vorgeworfen, den Hafen zu vernachlässigen.", "Berger", "vorgeworfen"),
    ("de", "Den Plan bezeichnet sie als „kühn“.", "sie", "bezeichnet"),
    ("de", "Viele Anwohner klagten über den Lärm.", "Viele Anwohner", "klagten"),
    ("de", "Eine Studie, die im Mai erschien, zeigt, dass der See wärmer wird.", "Eine Studie", "zeigt"),
    ("de", "Nach eigenen Angaben hat die Werft 40 Kräne.", "die Werft", "Nach eigenen Angaben"),
    ("de", "Nach Polizeiangaben kamen 300 Menschen.", "Polizeiangaben", "Nach"),
    ("de", "Nach ersten Berichten ist der Hafen zu.", "ersten Berichten", "Nach"),
    ("de", "Nach Einschätzung örtlicher Fischer ist er sicher.", "Einschätzung örtlicher Fischer", "Nach"),
    ("de", "Der Reederei Nord (RN) zufolge fährt die Fähre.", "Der Reederei Nord", "zufolge"),
    ("de", "Aus Sicht der Werft ist der Hafen sicher.", "Sicht der Werft", "Aus"),
    ("de", "Laut „hafen.example“ ist die Mole zu.", "hafen.example", "Laut"),
    ("de", "Das erklärte General Huber am Abend.", "General Huber", "erklärte"),
    ("de", "Dies teilte die Werft am Montag mit.", "die Werft", "teilte"),
    ("de", "Den Rat forderte Berger auf, den Hafen zu räumen.", "Berger", "forderte"),
    ("de", "Der Rat wies dies als falsch zurück.", "Der Rat", "wies"),
    ("de", "Zwei Tage nach dem Sturm meldete der Sender, dass die Mole fehlt.", "der Sender", "meldete"),
    ("de", "Die Werft gab bekannt, dass sie schließt.", "Die Werft", "gab"),
    ("de", "Der Rat vertrat die Auffassung, die Mole sei sicher.", "Der Rat", "vertrat"),
    ("de", "Die Werft ist überzeugt, dass die Mole hält.", "Die Werft", "ist"),
    ("de", "Berger schloss nicht aus, dass die Mole fällt.", "Berger", "schloss"),
    ("de", "Der Rat hat entschieden, die Mole zu räumen.", "Der Rat", "entschieden"),
    ("de", "Wie die Werft am Abend mitteilte, hält die Mole.", "die Werft", "mitteilte"),
    ("de", "Wie mehrere Sender berichten ist die Mole zu.", "mehrere Sender", "berichten"),
    ("de", "Wie aus dem Bericht hervorgeht, hält die Mole.", "dem Bericht", "hervorgeht"),
    ("de", "Die Mole, so vermutet die Werft, hält.", "die Werft", "vermutet"),
    ("de", "Die Ankündigung des Rates, die Mole zu räumen, kam spät.", "des Rates", "Ankündigung"),
    ("de", "Der Rat plädiert für eine neue Mole.", "Der Rat", "plädiert"),
    ("de", "Die Werft erhob Vorwürfe gegen den Rat.", "Die Werft", "erhob"),
    ("de", "Es war der Pilot, der im Mai angab, die Mole gesehen zu haben.", "der", "angab"),
    ("de", "Anna Berger, Leiterin der Werft: „Die Mole hält.“", "Anna Berger", ":"),
    ("en", "The harbour is safe, Anna Berger said.", "Anna Berger", "said"),
    ("en", "In the view of the union, 40 jobs are at risk.", "the union", "In the view of"),
    ("en", "The minister was quoted as saying that the yard would close.", "The minister", "quoted"),
    ("en", "The yard, which is new, has described it as safe.", "The yard", "described"),
    ("en", '"It held," Anna Berger, head of the yard, said.', "Anna Berger", "said"),
    ("en", '"The harbour is safe," said Anna Berger.', "Anna Berger", "said"),
    ("en", "The council said the harbour was safe.", "The council", "said"),
    ("en", "According to police, 300 people came.", "police", "According to"),
    ("en", "Officials believe the harbour is safe.", "Officials", "believe"),
    ("en", "The union is urging the council to reopen the harbour.", "The union", "urging"),
    ("en", "The yard cut jobs but said it had new orders.", "The yard", "said"),
]
NO_SPEAKER: list[tuple[Language, str]] = [
    ("de", "Der Rat sieht einen neuen Hafen vor."),
    ("de", "Die Werft baut drei Fähren und verkauft sie."),
    ("en", "The yard builds three ferries and sells them."),
    ("en", "I think the harbour is safe."),
]


@pytest.mark.parametrize(("language", "text", "speaker", "cue"), FRAMES)
def test_a_frame_names_its_speaker_and_its_cue(language: Language, text: str, speaker: str, cue: str) -> None:
    found = find_speakers(text, language)
    assert [(one.exact, one.cue) for one in found] == [(speaker, cue)]
    assert text[found[0].start : found[0].end] == speaker
    assert found[0].start <= found[0].head_start < found[0].head_end <= found[0].end


@pytest.mark.parametrize(("language", "text"), NO_SPEAKER)
def test_where_nobody_is_named_as_saying_it_there_is_no_speaker(language: Language, text: str) -> None:
    assert find_speakers(text, language) == []


OPEN: list[tuple[str, str]] = [
    ("Der Hafen sei sicher.", "Der Hafen sei sicher."),
    ("Zwei Kräne sollen gestohlen worden sein.", "Zwei Kräne sollen gestohlen worden sein."),
    ("„Der Hafen ist sicher“, hieß es.", "„Der Hafen ist sicher“,"),
    ("Es wird befürchtet, dass die Mole fällt.", "dass die Mole fällt."),
    ("Die Mole ist demnach sicher.", "Die Mole ist demnach sicher."),
    ("Die Kräne hätten gehalten.", "Die Kräne hätten gehalten."),
]


@pytest.mark.parametrize(("text", "said"), OPEN)
def test_what_nobody_named_says_has_an_open_speaker(text: str, said: str) -> None:
    found = find_speakers(text, "de")
    assert [(one.exact, one.start == one.end, one.head_start == one.head_end) for one in found] == [
        ("", True, True)
    ]
    message = found[0].message
    assert message is not None
    assert text[message.start : message.end] == said


NOTHING_SAID = [
    "Der Kran „Goliath“ steht im Hafen.",
    "Die Werft baut die Mole, um den Hafen zu schützen.",
    "Der Rat hat das Ziel, die Mole zu erneuern.",
    "Wenn es stürmte, würden die Kräne fallen.",
    "Ein Streik droht.",
    "Unentschieden: 1:1",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_names_in_quotation_marks_aims_and_conditions_are_nobody_s_words(text: str) -> None:
    assert find_speakers(text, "de") == []


def test_what_lasts_keeps_the_words_that_named_its_speaker() -> None:
    text = "Die Werft teilte mit, der Hafen sei zu. Die Mole habe gehalten. Niemand sei verletzt worden."
    found = find_speakers(text, "de")
    assert [one.exact for one in found] == ["Die Werft"] * 3
    assert [(one.start, one.end) for one in found] == [(0, 9)] * 3


def test_this_points_at_the_sentence_before() -> None:
    text = "Der Hafen bleibt zu. Das teilte die Werft mit."
    first = find_speakers(text, "de")[0]
    assert first.exact == "die Werft"
    assert first.message is not None
    assert text[first.message.start : first.message.end] == "Der Hafen bleibt zu."


def test_a_quotation_behind_a_colon_has_who_is_named_before_it() -> None:
    text = "Berger sagte am Abend: „Die Mole hält. Der Hafen ist sicher.“ Es regnet."
    found = find_speakers(text, "de")
    assert [one.exact for one in found] == ["Berger", "Berger"]


OPEN_CLAIMS: list[tuple[Language, str, list[list[str]]]] = [
    ("de", "Der Hafen sei sicher.", [["Der Hafen sei sicher."]]),
    ("de", "Er sagte, der Hafen sei sicher.", [["der Hafen sei sicher."]]),
    ("de", "Anna Berger sagte, der Hafen sei sicher.", [[]]),
    ("de", "Der Hafen ist sicher.", [[]]),
    ("en", "He told reporters that the yard would close.", [["the yard would close."]]),
    ("en", "The company said it had closed.", [["it had closed."]]),
    ("en", "Anna Berger said it had closed.", [[]]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPEN_CLAIMS)
def test_what_is_said_by_somebody_not_named_is_told(
    language: Language, text: str, expected: list[list[str]]
) -> None:
    sentences = parse(text, language)
    found = find_open(sentences, attribute(text, sentences, language), language)
    assert [[text[start:end] for start, end in spans] for spans in found] == expected


def test_the_message_is_what_is_said() -> None:
    text = "Gestern teilte die Reederei mit, dass die Fähre wieder fährt."
    message = find_speakers(text, "de")[0].message
    assert message is not None
    assert text[message.start : message.end].startswith("dass die Fähre wieder fährt")


def speakers(text: str, language: Language) -> list[list[tuple[str, str | None]]]:
    sentences = parse(text, language)
    return [[(one.speaker, one.resolved) for one in found] for found in attribute(text, sentences, language)]


def test_the_subjunctive_of_reported_speech_keeps_its_speaker() -> None:
    text = (
        "Der Hafen sei sicher, sagte Anna Berger. Das Dach habe gehalten. Es gebe keine Schäden. Es regnet."
    )
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "de") == [berger, berger, berger, []]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "„Der Hafen ist sicher. Das Dach hat gehalten“, sagte Anna Berger. Es regnet."
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "de") == [berger, berger, []]


def test_a_quotation_that_begins_anew_keeps_its_speaker() -> None:
    text = '"The roof held," said Anna Berger. "There is no damage."'
    berger = [("Anna Berger", "Anna Berger")]
    assert speakers(text, "en") == [berger, berger]


def test_the_past_that_looks_alike_keeps_its_speaker_beside_a_plain_subjunctive() -> None:
    text = "Anna Berger sagte, die Mole sei alt. Die Zahlen stammten vom Hafen und seien genau."
    assert [one.speaker for one in attribute(text, parse(text, "de"), "de")[1]] == ["Anna Berger"]


def test_she_is_not_the_council_that_spoke_before() -> None:
    text = "Anna Berger führt die Werft. Dem Betriebsrat zufolge fehlt Geld. Das dementierte sie."
    assert [one.speaker for one in attribute(text, parse(text, "de"), "de")[2]] == ["Anna Berger"]


INTERVIEW = """Anna Berger has led the yard since 2012.

How many cranes are left?

Nine. The others were sold in 2016.

The council says it was never asked.

That is untrue, I wrote to it myself.

Berger then shows me the letter.

Will you go on?

Until May."""


def test_in_an_interview_who_answers_has_said_the_answers_and_nothing_else() -> None:
    sentences = parse(INTERVIEW, "en")
    answers = find_answers(INTERVIEW, sentences)
    said = [INTERVIEW[sentences[at].place.start : sentences[at].place.end] for at in answers]
    assert set(answers.values()) == {"Anna Berger"}
    assert said == [
        "Nine.",
        "The others were sold in 2016.",
        "That is untrue, I wrote to it myself.",
        "Until May.",
    ]


def test_a_paragraph_behind_a_name_and_a_colon_is_said_by_who_is_named() -> None:
    text = "Wie viele Kräne fehlen?\nAnna Berger: Neun fehlen. Drei sind alt.\nDer Hafen ist zu."
    found = attribute(text, parse(text, "de"), "de")
    assert [[one.speaker for one in of_sentence] for of_sentence in found] == [
        [],
        ["Anna Berger"],
        ["Anna Berger"],
        [],
    ]


def test_a_label_before_a_fragment_names_whom_the_article_names_in_full() -> None:
    text = (
        "Anna Berger led the yard.\n\nWhen did you notice?\nBerger: In the summer of 2021. Nine cranes"
        " were gone.\n\nWho knew?\nBerger: Because two of us had looked. Warning: No entry."
    )
    sentences = parse(text, "en")
    said = {sentences[at].tokens[0].text: name for at, name in find_answers(text, sentences).items()}
    assert said == {"Berger": "Berger", "Nine": "Berger", "Warning": "Berger"}


def test_an_article_with_a_single_question_is_no_interview() -> None:
    text = "Anna Berger leads the yard.\n\nWho will pay?\n\nWe will, in the end."
    assert find_answers(text, parse(text, "en")) == {}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the Farmers' Union, the harbour is shut.", "the Farmers' Union"),
        ("The Drivers’ Guild says 300 cabs are idle.", "The Drivers’ Guild"),
        ("The clinic's income fell by 3%, its accounts show.", "its accounts"),
    ],
)
def test_owners_stay_with_what_is_theirs(text: str, speaker: str) -> None:
    text = f"Northwind said the pier was new. {text}"
    assert [name for name, _ in speakers(text, "en")[1]] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berger left. Labour's Dev Sandhu said little. He said the pier was old.", "Dev Sandhu"),
        ("Anna Berger left. A spokesperson said the port was shut. She said it was old.", "A spokesperson"),
        (
            "Olaf Kern left. The lead researcher said the port was shut. She said it was old.",
            "The lead researcher",
        ),
        ("Imogen Hale left. Olaf Kern stayed. She said it was old.", "Imogen Hale"),
        ("Uday Ruddar was head of research. He said it was old.", "Uday Ruddar"),
    ],
)
def test_a_pronoun_is_of_whom_it_fits(text: str, speaker: str) -> None:
    assert [name for name, _ in speakers(text, "en")[-1]] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The new plan, the minister told reporters on Monday, was doomed.",
        "The new plan, the minister said in an interview, was doomed.",
        "The last forecast, the minister said, was wrong.",
    ],
)
def test_who_says_it_can_stand_inside_what_is_said(text: str) -> None:
    (found,) = attribute(text, parse(text, "en"), "en")[0]
    assert (found.speaker, found.start, found.end) == ("the minister", 0, len(text))


def test_a_phrase_does_not_reach_to_what_others_say_against_it() -> None:
    text = "Nine jobs went, according to Unison, though only two were lost."
    (found,) = attribute(text, parse(text, "en"), "en")[0]
    assert text[found.start : found.end].startswith("Nine jobs went")
    assert "two" not in text[found.start : found.end]


def test_a_quotation_in_single_marks_ends_behind_a_plural() -> None:
    (sentence,) = parse("He called it 'a book of lies' Northwind had spread.", "en")
    assert [token.text for token in sentence.tokens[7:10]] == ["lies", "'", "Northwind"]


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    text = "Anna Berger leitet die Werft. Sie sagte, der Hafen sei sicher."
    assert speakers(text, "de")[1] == [("Anna Berger", "Anna Berger")]


def test_a_surname_is_resolved_to_the_full_name() -> None:
    text = "Anna Berger leads the yard. The harbour is safe, Ms Berger said."
    assert speakers(text, "en")[1] == [("Berger", "Anna Berger")]


def test_the_company_is_resolved_where_it_was_named_before() -> None:
    text = "Northwind closed its yard in May. The company said it had new orders."
    assert speakers(text, "en")[1] == [("The company", "Northwind")]


def test_the_company_stays_unresolved_where_the_article_never_names_it_first() -> None:
    text = "Das Unternehmen hat die Werft gekauft. Kolibri ist ein Rechner. Das Unternehmen sagte, er laufe."
    assert speakers(text, "de")[2] == [("Das Unternehmen", None)]
