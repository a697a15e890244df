"""Claims with their kinds, slots, readable words and repeats."""

import pytest

from claims.claim import ClaimDraft, Kind
from claims.reason import Language
from factcheck.extraction.claims import extract

KINDS: list[tuple[Language, str, Kind]] = [
    ("de", "Die Werft hat 400 Mitarbeiter.", Kind.QUANTITY),
    ("de", "Anna Berger kam zu einem Hersteller mit mehr als 300 Mitarbeitern.", Kind.QUANTITY),
    ("de", "Die Werft verkaufte mehr Fähren als 2021.", Kind.COMPARISON),
    ("de", "Die Fähre ist die größte der Welt.", Kind.COMPARISON),
    ("de", "Der Preis stieg im Mai auf 3 Euro.", Kind.CHANGE),
    ("de", "Die Stadt verkaufte den Hafen.", Kind.EVENT),
    ("de", "Mit dabei war Anna Berger, früher Leiterin der Werft.", Kind.ROLE),
    ("de", "Anna Berger warnt, dass das Dach einstürzt.", Kind.QUOTE),
    ("de", "Die Schule wurde geschlossen, weil das Dach undicht war.", Kind.CAUSE),
    ("en", "The yard employs 400 people.", Kind.QUANTITY),
    ("en", "The ferry is the largest in the world.", Kind.COMPARISON),
    ("en", "Prices rose in May.", Kind.CHANGE),
    ("en", "The town sold the harbour.", Kind.EVENT),
    ("en", "Experts are warning that the dam may break.", Kind.QUOTE),
    ("en", "The school closed because the roof leaked.", Kind.CAUSE),
    ("en", "The mayor ignored at least eleven letters.", Kind.QUANTITY),
    ("en", "The inquest heard nine witnesses.", Kind.QUANTITY),
    ("en", "Anna Berger led the audit.", Kind.EVENT),
    ("en", "The storm led directly to the closure of the pier.", Kind.CAUSE),
    ("en", "The pier has been shut since the flood of 2002.", Kind.EVENT),
    ("en", "The results of the poll were burned.", Kind.EVENT),
    ("en", "It has been dry since it opened in May.", Kind.EVENT),
    ("en", "The delay is due to lack of staff.", Kind.CAUSE),
    ("en", "The strike wiped out as much as £10m.", Kind.QUANTITY),
    ("en", "A spokeswoman declined to comment.", Kind.EVENT),
    ("en", "The pier is due to open in May.", Kind.EVENT),
    ("en", "The pier closed due to a crack.", Kind.CAUSE),
    ("en", "The poll resulted in a boycott.", Kind.CAUSE),
    ("en", "A hearing will be held on 9 March 2027.", Kind.EVENT),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_a_claim_has_the_kind_of_its_point(language: Language, text: str, kind: Kind) -> None:
    assert [claim.kind for claim in extract(text, language).claims] == [kind]


def claims(text: str, language: Language = "de") -> tuple[ClaimDraft, ...]:
    return extract(text, language).claims


def test_figures_and_times_belong_to_the_claim_they_stand_in() -> None:
    first, second = claims("Die Werft baute 2014 drei Fähren, nachdem sie 2011 zwölf Boote verkauft hatte.")
    assert [quantity.value for quantity in first.quantities] == [3]
    assert [time.edtf for time in first.times] == ["2014"]
    assert [quantity.value for quantity in second.quantities] == [12]
    assert [time.edtf for time in second.times] == ["2011"]


def test_a_year_that_opens_the_sentence_dates_both_of_its_verbs() -> None:
    first, second = claims("Es war still. 2011 wechselte die Werft den Besitzer und nahm Geld vom Land an.")[
        -2:
    ]
    assert [time.edtf for time in first.times] == ["2011"]
    assert [time.edtf for time in second.times] == ["2011"]
    assert second.exact == "nahm Geld vom Land an"


def test_an_event_that_dates_a_fact_gives_it_the_plain_date() -> None:
    found = claims("Die Nachfrage ist seit der Eröffnung im Jahr 2016 hoch.")
    assert [[(time.exact, time.edtf) for time in claim.times] for claim in found] == [
        [("im Jahr 2016", "2016")]
    ]


ARTICLE = (
    "- Die Reederei hat drei alte Fähren verkauft. Es gab Streit mit dem Land.\n"
    "Die Reederei hat im Mai drei alte Fähren nach Norwegen verkauft. Der Erlös blieb geheim."
)


def test_what_the_summary_repeats_is_proposed_once_in_its_fullest_words_with_both_places() -> None:
    sold = [claim for claim in claims(ARTICLE) if "Fähren" in claim.exact]
    assert [claim.exact for claim in sold] == [
        "Die Reederei hat im Mai drei alte Fähren nach Norwegen verkauft"
    ]
    assert [ARTICLE[place.start : place.end] for place in sold[0].also_at] == [
        "Die Reederei hat drei alte Fähren verkauft"
    ]


def test_both_sentences_of_a_repeated_claim_point_to_it() -> None:
    extraction = extract(ARTICLE, "de")
    (sold,) = [at for at, claim in enumerate(extraction.claims) if "Fähren" in claim.exact]
    assert [sold in sentence.claims for sentence in extraction.sentences] == [True, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Die Reederei hat drei alte Fähren verkauft. Die Reederei hat vier alte Fähren verkauft.",
        "Die Reederei hat alte Fähren verkauft. Die Reederei hat alte Fähren nicht verkauft.",
        "2011 hat die Reederei alte Fähren verkauft. 2014 hat die Reederei alte Fähren verkauft.",
    ],
)
def test_claims_that_differ_in_figure_date_or_denial_are_two(text: str) -> None:
    assert len(claims(text)) == 2


def test_claims_stand_in_the_order_of_the_text() -> None:
    starts = [claim.start for claim in claims(ARTICLE)]
    assert starts == sorted(starts)


def test_the_speaker_of_a_claim_is_named_in_full_where_the_article_does() -> None:
    claim = claims("Anna Berger leitet die Werft. Der Hafen sei 2011 verkauft worden, sagte Berger.")[-1]
    assert (claim.speaker, claim.speaker_resolved) == ("Berger", "Anna Berger")


def test_a_role_said_in_passing_has_its_person_among_its_names() -> None:
    claim = claims("Neu ist Anna Berger, früher Leiterin der Werft.")[0]
    assert claim.names == ("Anna Berger",)


NO_CLAIMS: list[tuple[Language, str, str]] = [
    ("de", "Drei Köche, eine Küche", "heading"),
    ("en", "Three cooks, one kitchen", "heading"),
    ("de", "Das Rennen um gute Lehrer ist hart.", "opinion"),
    ("en", "The race for good teachers is tough.", "opinion"),
    ("de", "Es wäre klüger, die Geräte zu teilen.", "opinion"),
    ("en", "It would be wiser to share the tools.", "opinion"),
]


@pytest.mark.parametrize(("language", "text", "why"), NO_CLAIMS)
def test_what_evidence_cannot_settle_is_no_claim(language: Language, text: str, why: str) -> None:
    found = extract(text, language)
    assert [
        (sentence.claims, sentence.why_none and sentence.why_none.code) for sentence in found.sentences
    ] == [((), why)]


ROLES: list[tuple[Language, str, Kind]] = [
    ("de", "Anna Berger war zuvor Leiterin der Werft.", Kind.ROLE),
    ("de", "Zuvor war Anna Berger Direktorin bei Nordlicht.", Kind.ROLE),
    ("de", "Damals war der Minister krank.", Kind.EVENT),
    ("de", "Die Spieler sind hart bestraft worden.", Kind.EVENT),
    ("en", "Anna Berger was a senior researcher at Northwind.", Kind.ROLE),
    ("en", "She is the head coach of the team.", Kind.ROLE),
    ("en", "The mayor was in Leeds.", Kind.OTHER),
]


@pytest.mark.parametrize(("language", "text", "kind"), ROLES)
def test_who_somebody_is_or_was_is_a_role(language: Language, text: str, kind: Kind) -> None:
    assert [claim.kind for claim in extract(text, language).claims] == [kind]


ALONE: list[tuple[Language, str, list[str]]] = [
    (
        "de",
        "Anna Berger war Richterin und gehört dem Rat seit 2009 an.",
        ["Anna Berger war Richterin", "Anna Berger gehört dem Rat seit 2009 an"],
    ),
    (
        "de",
        "Im Vorjahr hatte die Werft noch 90 Fähren gebaut, heute schreibt die Firma Verluste.",
        ["Im Vorjahr hatte die Werft noch 90 Fähren gebaut", "Heute schreibt die Firma Verluste"],
    ),
    (
        "de",
        "An dem Versuch nahmen 900 Schüler teil, von denen ein Drittel jünger als 9 Jahre war.",
        [
            "An dem Versuch nahmen 900 Schüler teil",
            "900 Schüler, von denen ein Drittel jünger als 9 Jahre war",
        ],
    ),
    (
        "en",
        "The test involved 900 pupils, a third of whom were under 9.",
        ["The test involved 900 pupils", "900 pupils, a third of whom were under 9"],
    ),
    (
        "en",
        "Nordyard sold two ferries, although orders fell. The company employs 90 people and plans a dock.",
        [
            "Nordyard sold two ferries",
            "Orders fell",
            "Nordyard employs 90 people",
            "Nordyard plans a dock",
        ],
    ),
    (
        "de",
        "Nordwerft AG baute 2019 drei Fähren. Das Ministerium wies die Vorwürfe zurück.",
        ["Nordwerft AG baute 2019 drei Fähren", "Das Ministerium wies die Vorwürfe zurück"],
    ),
    (
        "de",
        "Nach Angaben der Polizei kamen 900 Menschen, die Gewerkschaft sprach von 2.000.",
        ["Nach Angaben der Polizei kamen 900 Menschen", "Die Gewerkschaft sprach von 2.000"],
    ),
    (
        "de",
        "Bienen sehen Farben, die für Menschen unsichtbar sind.",
        ["Bienen sehen Farben, die für Menschen unsichtbar sind"],
    ),
]


@pytest.mark.parametrize(("language", "text", "wordings"), ALONE)
def test_each_claim_reads_on_its_own(language: Language, text: str, wordings: list[str]) -> None:
    assert [claim.text for claim in extract(text, language).claims] == wordings


OPEN: list[tuple[Language, str, str]] = [
    ("de", "Ob das Dach hält, ist offen.", "question"),
    ("de", "Niemand weiß, wann die Fähre wieder fährt.", "question"),
    ("en", "It is not clear whether the roof will hold.", "question"),
    ("en", "Nobody knows when the ferry will run again.", "question"),
    ("de", "Wie viel Öl in der Fähre war, wissen die Ermittler nicht.", "question"),
    ("de", "Möglicherweise hilft ein neues Dach.", "prediction"),
    ("de", "Ob das reicht, weiß freilich niemand.", "question"),
    ("de", "Ob die Werft bleibt, wird sich zeigen.", "question"),
    ("de", "Für die Kinder ist das eine Zumutung.", "opinion"),
    ("en", "That is a cruel kind of progress.", "opinion"),
    ("de", "Leider hat der Rat viel zu spät gehandelt.", "opinion"),
    ("en", "Sadly, the council acted far too late.", "opinion"),
]


@pytest.mark.parametrize(("language", "text", "why"), OPEN)
def test_what_is_not_known_or_only_judged_is_no_claim(language: Language, text: str, why: str) -> None:
    (sentence,) = extract(text, language).sentences
    assert sentence.why_none is not None
    assert sentence.why_none.code == why


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bürgermeisterin Anna Berger nannte den Plan einen schweren Fehler.", "Anna Berger"),
        ("Kritiker halten den Plan für zu teuer.", "Kritiker"),
        ("Trainer Paul Acker sprach von einer starken Leistung.", "Paul Acker"),
    ],
)
def test_a_judgement_that_somebody_voiced_is_that_he_voiced_it(text: str, speaker: str) -> None:
    (claim,) = extract(text, "de").claims
    assert (claim.kind, claim.speaker) == (Kind.QUOTE, speaker)


def test_who_leads_a_team_is_no_cause_of_what_it_found() -> None:
    (claim,) = extract("A team led by Anna Berger calculated that the dam leaks every 9 days.", "en").claims
    assert claim.text == "The dam leaks every 9 days"
    assert claim.kind is Kind.QUANTITY


def test_a_bound_alone_compares_nothing() -> None:
    (german,) = extract("Die Aktie verlor mehr als fünf Prozent.", "de").claims
    (english,) = extract("The yard employs more than 90 people.", "en").claims
    assert (german.kind, english.kind) == (Kind.CHANGE, Kind.QUANTITY)


TOLD: list[tuple[Language, str, list[str]]] = [
    ("de", "Die Sache hat einen Haken: Das Gesetz verbietet den Bau.", ["Das Gesetz verbietet den Bau"]),
    (
        "de",
        "Bis Mai sollen keine Stellen gestrichen werden.",
        ["Bis Mai sollen keine Stellen gestrichen werden"],
    ),
    (
        "de",
        "Ursprünglich sollten die Werften verkauft werden.",
        ["Ursprünglich sollten die Werften verkauft werden"],
    ),
    ("en", "Three pupils attend court hearing", ["Three pupils attend court hearing"]),
    (
        "en",
        "A possible shake-up has cost the firm its head.",
        ["A possible shake-up has cost the firm its head"],
    ),
    (
        "en",
        "They stood before a judge who will decide if their bans should stand.",
        ["They stood before a judge who will decide if their bans should stand"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_a_word_of_judgement_demand_or_future_makes_no_fact_an_opinion(
    language: Language, text: str, expected: list[str]
) -> None:
    assert [claim.exact for claim in extract(text, language).claims] == expected


def test_a_demand_in_quotes_is_no_claim_but_one_put_as_a_view_is() -> None:
    quoted = extract("„Die Stadt sollte den Hafen behalten“, sagte Anna Berger.", "de")
    assert [sentence.why_none and sentence.why_none.code for sentence in quoted.sentences] == ["appeal"]
    (claim,) = extract("Der Rat sollte laut Anna Berger nur bis zum Sommer tagen.", "de").claims
    assert (claim.kind, claim.speaker) == (Kind.QUOTE, "Anna Berger")


def test_a_figure_belongs_to_the_innermost_claim_that_states_it() -> None:
    text = (
        "Dem Verein, der 2011 gegründet wurde und 800 Mitglieder hat, drohen Schulden von 40 Millionen Euro."
    )
    stated = [([q.value for q in claim.quantities], [t.edtf for t in claim.times]) for claim in claims(text)]
    assert stated == [([40_000_000], []), ([800], ["2011"])]


SPLIT: list[tuple[Language, str, list[str]]] = [
    ("en", "The court heard that Anna Berger sold three cranes.", ["Anna Berger sold three cranes"]),
    ("en", "The inquiry was told that 12 cranes were missing.", ["12 cranes were missing"]),
    ("en", "The dam leaked, according to a report that nobody read.", ["The dam leaked"]),
    ("en", "According to a report that nobody read, the dam leaked in May.", ["the dam leaked in May"]),
    ("en", "Northwind said profit more than doubled to £48m.", ["profit more than doubled to £48m"]),
    ("en", "Documents seen by the Echo show that nine men left.", ["nine men left"]),
    (
        "en",
        "Nine men died there, the mayor, Anna Berger, told the BBC.",
        ["Nine men died there", "the mayor, Anna Berger"],
    ),
    (
        "en",
        "57% of drivers told pollsters that they would pay.",
        ["57% of drivers told pollsters that they would pay"],
    ),
    (
        "en",
        "She is the youngest mayor since it was founded in 1978.",
        ["She is the youngest mayor since it was founded in 1978"],
    ),
    (
        "en",
        "Norland gets 60% of its power from wind, a larger share than Ostland.",
        ["Norland gets 60% of its power from wind", "a larger share than Ostland"],
    ),
    (
        "en",
        "The flood hit Karsh, home to some 18,000 people, before dawn.",
        ["The flood hit Karsh, home to some 18,000 people, before dawn", "Karsh, home to some 18,000 people"],
    ),
    ("en", "She lives in Hull, home to many.", ["She lives in Hull, home to many"]),
    ("en", "It was never done, according to two men who worked there.", ["It was never done"]),
    (
        "en",
        "According to an envoy who took part, Norland has sold nine ships.",
        ["According to an envoy who took part, Norland has sold nine ships"],
    ),
    (
        "en",
        "By the time the audit began, nine cranes were gone.",
        ["By the time the audit began, nine cranes were gone"],
    ),
    (
        "en",
        "Anna Berger, 58, had admitted four counts of fraud.",
        ["Anna Berger, 58, had admitted four counts of fraud"],
    ),
    (
        "en",
        "At first nobody looked at the cranes, and by then about 40 tonnes had gone.",
        ["At first nobody looked at the cranes", "by then about 40 tonnes had gone"],
    ),
    (
        "de",
        "Der Vorwurf der Reederei, die Werft habe 2019 drei Kräne verkauft, blieb ungeklärt.",
        [
            "Der Vorwurf der Reederei, die Werft habe 2019 drei Kräne verkauft, blieb ungeklärt",
            "die Werft habe 2019 drei Kräne verkauft",
        ],
    ),
    (
        "de",
        "Dass die Werft drei Kräne verkauft, bestreitet Anna Berger.",
        ["Dass die Werft drei Kräne verkauft, bestreitet Anna Berger"],
    ),
    (
        "de",
        "Die Mole hielt, wie ein Sprecher der Werft der Zeitung am Abend sagte.",
        ["Die Mole hielt"],
    ),
    (
        "de",
        "Die Reederei zahlt acht Millionen Euro und verspricht 120 Stellen.",
        ["Die Reederei zahlt acht Millionen Euro", "verspricht 120 Stellen"],
    ),
    (
        "en",
        "The union's claim that ministers were warned in 2021 was rejected by the council.",
        [
            "The union's claim that ministers were warned in 2021 was rejected by the council",
            "ministers were warned in 2021",
        ],
    ),
    (
        "en",
        "Its founder, Anna Berger, was banned for four years in 2015.",
        ["Its founder, Anna Berger", "was banned for four years in 2015"],
    ),
    (
        "en",
        "Northwind is to cut 1,100 jobs, about 8% of its workforce.",
        ["Northwind is to cut 1,100 jobs", "about 8% of its workforce"],
    ),
    (
        "en",
        "Five members rebelled, among them its former leader, Anna Berger.",
        [
            "Five members rebelled",
            "among them its former leader, Anna Berger",
            "its former leader, Anna Berger",
        ],
    ),
    (
        "en",
        "Stefan Huber, who was not involved, describes the result as sound.",
        ["who was not involved", "describes the result as sound"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SPLIT)
def test_what_somebody_said_and_what_is_told_of_it_are_claims_of_their_own(
    language: Language, text: str, expected: list[str]
) -> None:
    assert [claim.exact for claim in extract(text, language).claims] == expected


def test_a_figure_that_begins_a_line_keeps_the_bound_that_ends_the_line_before() -> None:
    (claim,) = claims("Bei dem Brand in der Werft starben mindestens\n80 Menschen.")
    (quantity,) = claim.quantities
    assert (quantity.comparator, quantity.value) == ("ge", 80)


def test_the_mark_at_the_beginning_of_a_file_is_in_no_claim() -> None:
    (claim,) = claims("\ufeff„Die Werft hat 2019 drei Kräne verkauft“, sagte Anna Berger.")
    assert "\ufeff" not in claim.exact + claim.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"We stopped counting the cranes"\n\nThe yard was sold in May.'),
        ("de", "„Wir zählen die Kräne nicht mehr“\n\nDie Werft wurde im Mai verkauft."),
    ],
)
def test_a_line_of_nothing_but_quoted_words_is_a_heading(language: Language, text: str) -> None:
    found = extract(text, language)
    assert [claim.start for claim in found.claims] == [text.index("\n\n") + 2]


def test_how_many_say_it_is_no_figure_of_what_they_say() -> None:
    text = "According to two people familiar with the talks, the yard lost 20 cranes."
    [claim] = extract(text, "en").claims
    assert [quantity.value for quantity in claim.quantities] == [20]
