"""German sentences that state several things: where each is a claim of its own, and where it is one."""

import pytest

from factcheck.extraction.claims import extract

SPLIT = [
    # a ground is a claim where it, or what it is the ground of, is a figure
    (
        "Laut Handwerkskammer fehlen im Bezirk 1.200 Lehrlinge, weil die Zahl der Schüler gesunken ist.",
        [
            "Laut Handwerkskammer fehlen im Bezirk 1.200 Lehrlinge",
            "weil die Zahl der Schüler gesunken ist",
        ],
    ),
    (
        "Die Reederei strich die Fahrt, weil der Pegel unter 80 Zentimeter gefallen war.",
        ["Die Reederei strich die Fahrt", "weil der Pegel unter 80 Zentimeter gefallen war"],
    ),
    (
        "Weil ein Drittel der Fahrer krank ist, fallen Züge aus.",
        ["Weil ein Drittel der Fahrer krank ist", "fallen Züge aus"],
    ),
    (
        "Der Zug hielt, weil ein Baum auf den Gleisen lag.",
        ["Der Zug hielt, weil ein Baum auf den Gleisen lag"],
    ),
    (
        "Die Halle bleibt zu, weil das Viertel wächst.",
        ["Die Halle bleibt zu, weil das Viertel wächst"],
    ),
    # so is a consequence with a figure or in the past
    (
        "Ein Haushalt verbraucht viel Strom, sodass die Rechnung um rund 90 Euro steigt.",
        ["Ein Haushalt verbraucht viel Strom", "sodass die Rechnung um rund 90 Euro steigt"],
    ),
    (
        "Der Damm brach in der Nacht, so dass 14 Häuser unter Wasser standen.",
        ["Der Damm brach in der Nacht", "so dass 14 Häuser unter Wasser standen"],
    ),
    (
        "Das Tor ist schmal, so dass kein Wagen durchkommt.",
        ["Das Tor ist schmal, so dass kein Wagen durchkommt"],
    ),
    # parts of a whole, told as fractions
    (
        "Der Betrieb hat 860 Beschäftigte, davon ein gutes Drittel Teilzeitkräfte.",
        ["Der Betrieb hat 860 Beschäftigte", "davon ein gutes Drittel Teilzeitkräfte"],
    ),
    (
        "Der Verein kaufte 40 Boote, die meisten davon gebraucht.",
        ["Der Verein kaufte 40 Boote", "die meisten davon gebraucht"],
    ),
    (
        "Das bringt 12 Millionen Euro ein, von denen ein Viertel an die Gemeinden geht.",
        ["Das bringt 12 Millionen Euro ein", "von denen ein Viertel an die Gemeinden geht"],
    ),
    (
        "Der Rat kaufte Bänke, davon abgesehen blieb der Park leer.",
        ["Der Rat kaufte Bänke", "davon abgesehen blieb der Park leer"],
    ),
    # a gap: what is told of another place or time with the verb left out
    (
        "Der Umsatz stieg um vier Prozent, im Ausland sogar um fast ein Zehntel.",
        ["Der Umsatz stieg um vier Prozent", "im Ausland sogar um fast ein Zehntel"],
    ),
    (
        "Die Zahl der Fälle sank auf 40, im Norden auf 9.",
        ["Die Zahl der Fälle sank auf 40", "im Norden auf 9"],
    ),
    (
        "Der Rat tagte am Montag mit 20 Mitgliedern, in der Halle.",
        ["Der Rat tagte am Montag mit 20 Mitgliedern, in der Halle"],
    ),
    ("Der Preis stieg um 3 Euro, im Jahr 2020.", ["Der Preis stieg um 3 Euro, im Jahr 2020"]),
    # values behind a colon, and what goes on behind an inserted clause, belong to what they complete
    (
        "Die Zahl der Höfe ist leicht gestiegen: von 1.210 auf 1.236.",
        ["Die Zahl der Höfe ist leicht gestiegen: von 1.210 auf 1.236"],
    ),
    ("Die Bilanz der Nacht: 12 Verletzte.", ["Die Bilanz der Nacht", "12 Verletzte"]),
    (
        "Größter Arbeitgeber ist nicht die Werft, wie viele glauben, sondern die Klinik am Fluss.",
        ["Größter Arbeitgeber ist nicht die Werft, wie viele glauben, sondern die Klinik am Fluss"],
    ),
    # what somebody holds of a thing or rules out ends with his clause
    (
        "Die Wirte halten das Verbot für falsch, die Ärzte wiederum begrüßen es.",
        ["Die Wirte halten das Verbot für falsch", "die Ärzte wiederum begrüßen es"],
    ),
    (
        "Seine Sprecherin schloss eine Klage nicht aus, einen Termin gebe es aber nicht.",
        ["Seine Sprecherin schloss eine Klage nicht aus", "einen Termin gebe es aber nicht"],
    ),
    (
        "Berger hält es für möglich, dass die Brücke fällt.",
        ["Berger hält es für möglich, dass die Brücke fällt"],
    ),
    # a clause that has its object is no lead to the next
    (
        "Analysten hatten mit mehr gerechnet, die Aktie verlor am Vormittag sieben Prozent.",
        ["Analysten hatten mit mehr gerechnet", "die Aktie verlor am Vormittag sieben Prozent"],
    ),
    (
        "Der Kläger hatte 900 Euro verlangt, das Gericht sprach ihm 200 zu.",
        ["Der Kläger hatte 900 Euro verlangt", "das Gericht sprach ihm 200 zu"],
    ),
    (
        "Das Urteil wird im März erwartet, die Verteidigung plädiert auf Bewährung.",
        ["Das Urteil wird im März erwartet", "die Verteidigung plädiert auf Bewährung"],
    ),
    (
        "Die Behörde berichtete von zwölf Fällen, drei davon seien schwer.",
        ["Die Behörde berichtete von zwölf Fällen", "drei davon seien schwer"],
    ),
    ("Experten warnen, das Netz ist am Ende.", ["Experten warnen, das Netz ist am Ende."]),
    ("Der Minister erklärte auf Anfrage, der Bau beginnt im Mai.", ["der Bau beginnt im Mai"]),
    # another subject with the verb of the first, and some of those counted before
    (
        "Die Grünen gewannen vier Punkte, die Liberalen hingegen nur einen.",
        ["Die Grünen gewannen vier Punkte", "die Liberalen hingegen nur einen"],
    ),
    (
        "Die Bahn sprach von Pech, die Polizei dagegen von Vorsatz.",
        ["Die Bahn sprach von Pech", "die Polizei dagegen von Vorsatz"],
    ),
    (
        "Mehr als 40 Reisende wurden verletzt, elf von ihnen schwer.",
        ["Mehr als 40 Reisende wurden verletzt", "elf von ihnen schwer"],
    ),
    ("Der Rat, ein Teil der Stadt, schwieg.", ["Der Rat, ein Teil der Stadt, schwieg"]),
    # a promise is the act, what it takes on no fact
    (
        "Der Bund hatte im Mai 2023 zugesagt, sich mit 40 Prozent zu beteiligen.",
        ["Der Bund hatte im Mai 2023 zugesagt, sich mit 40 Prozent zu beteiligen"],
    ),
    ("Die Werft hatte zugesagt, dass niemand gehen muss.", ["niemand gehen muss"]),
    (
        "Für die Vorlage stimmten 23 Mitglieder, 18 lehnten sie ab, drei enthielten sich.",
        ["Für die Vorlage stimmten 23 Mitglieder", "18 lehnten sie ab", "drei enthielten sich"],
    ),
    (
        "Der Verbandschef forderte eine Prüfung, das Ministerium winkt ab.",
        ["Der Verbandschef forderte eine Prüfung", "das Ministerium winkt ab"],
    ),
    ("Das sagte die Polizei, die Täter sind flüchtig.", ["die Täter sind flüchtig"]),
    (
        "Während der Bund sparen will, fordert die Kammer das Gegenteil.",
        ["Während der Bund sparen will", "fordert die Kammer das Gegenteil"],
    ),
    (
        "Obwohl der Rat schwieg, sagte Berger, die Werft sei pleite.",
        ["Obwohl der Rat schwieg", "die Werft sei pleite"],
    ),
    # who somebody is, in a body whose name ends like a superlative
    (
        "Jörn Tack, Fraktionschef der Freien Liste, trat zurück.",
        [
            "Jörn Tack, Fraktionschef der Freien Liste, trat zurück",
            "Jörn Tack, Fraktionschef der Freien Liste",
        ],
    ),
    # that somebody named says what he feels can be checked, what the writer feels cannot
    (
        "„Damit kann ich gut leben“, sagte Ministerin Eva Lohse.",
        ["„Damit kann ich gut leben“, sagte Ministerin Eva Lohse"],
    ),
    ("Damit kann ich gut leben.", []),
    # "nach" behind a dateline opens the sentence
    (
        "Graz – Nach zwölf Bränden hat die Polizei zwei Männer festgenommen.",
        ["Nach zwölf Bränden hat die Polizei zwei Männer festgenommen"],
    ),
    (
        "Die Zahl stieg auf 40, nach 30 im Vorjahr.",
        ["Die Zahl stieg auf 40", "30 im Vorjahr"],
    ),
]
SPEAKERS = [
    ("Ministerin Eva Lang sagte eine Reise ab und kündigte eine Sperre an.", [None, "Eva Lang"]),
    ("Der Rat stimmte zu und die Kämmerin sprach von einem Fehler.", [None, "die Kämmerin"]),
    (
        "Wie ein Sprecher der Bahn der Agentur Rell sagte, war das Gleis gesperrt.",
        ["ein Sprecher der Bahn"],
    ),
    ("Ein Sprecher der Zeitung sagte, das Haus sei voll.", ["Ein Sprecher der Zeitung"]),
    (
        "„Wir sind auf Kurs“, sagte Birte Kolm, „aber der Gegenwind nimmt zu.“",
        ["Birte Kolm", "Birte Kolm"],
    ),
    ("Die Gewerkschaft sieht das anders.", ["Die Gewerkschaft"]),
    (
        "Das wies Baudezernent Alex Rohr zurück: Der Brief liege seit dem 3. Mai vor, so der Dezernent.",
        [None, "Alex Rohr"],
    ),
    (
        "Der Rat sei besorgt, sagte der Dezernent, als Minister Udo Falk kam.",
        ["der Dezernent", None],
    ),
    (
        "Die Summe sei klein, erklärte Mara Lenz. Der Bund hatte zugesagt, zu helfen. Man werde das prüfen.",
        ["Mara Lenz", None, "Mara Lenz"],
    ),
    (
        "Ein Verein feierte ein Fest, zu dem nach Polizeiangaben 400 Menschen kamen.",
        [None, "Polizei"],
    ),
    (
        "Anwohner bildeten Streifen, an denen sich laut Verein bis zu 60 Menschen beteiligten.",
        [None, "Verein"],
    ),
    ("Obwohl der Rat schwieg, sagte Berger, die Werft sei pleite.", [None, "Berger"]),
    ("Während der Bund sparen will, fordert die Kammer das Gegenteil.", [None, "die Kammer"]),
    ("Laut Polizei wurden 40 Räder gestohlen, die im Hof standen.", ["Polizei", "Polizei"]),
    (
        "Die Kammer rechnet mit 14 Euro, weil auch die Pacht teurer werde.",
        ["Die Kammer", "Die Kammer"],
    ),
]
NOTHING = [
    ("Was die neue Grundsteuer für Mieter bedeutet", "heading"),
    ("Warum der Fluss steigt", "heading"),
    ("Die wichtigsten Fragen und Antworten.", "heading"),
    ("Ein Überblick.", "heading"),
    ("Woher die Partikel stammen, bleibt offen.", "question"),
    ("Irgendwo lief ein Motor.", "fragment"),
    ("Wer hier wohnt, versteht, warum so viele bleiben.", "fragment"),
    ("Im Ort atmet man auf.", "fragment"),
    ("Wirte müssen eine Abgabe zahlen.", "appeal"),
]
SOMETHING = [
    "Was der Rat 2019 kaufte, waren 40 Busse.",
    "Wo einst 900 Arbeiter Torf stachen, summen bald Server.",
    "Irgendwann 2019 wurden 40 Räder gestohlen.",
    "Wer zu schnell fährt, zahlt 40 Euro.",
    "Man verkaufte die Werft 2019 an den Bund.",
    "Ab Januar müssen Wirte eine Abgabe zahlen.",
    "Von Mai an müssen Halter eine Marke kaufen.",
    "Antworten gab das Amt am Montag keine.",
]
KINDS = [
    ("Grund sei der Mangel an Hebammen.", "cause"),
    ("Auslöser war ein Brief aus dem Rathaus.", "cause"),
    ("Schuld ist der Mangel an Fahrern.", "cause"),
    ("Das Haus steht auf festem Grund.", "other"),
    ("Die Stelle ist seit mehr als einem Jahr unbesetzt.", "event"),
    ("Der Turm steht seit mehr als 200 Jahren leer.", "event"),
    ("Die Stadt unterrichtete den Rat in bewusst robuster Form.", "event"),
    ("Die Klinik nimmt mehr Kinder auf als im Mai.", "comparison"),
]
WORDINGS = [
    (
        "Der Umsatz stieg um vier Prozent, im Ausland um zwölf Prozent.",
        "Der Umsatz stieg um vier Prozent, im Ausland um zwölf Prozent",
    ),
    (
        "Mehr als 40 Reisende wurden verletzt, elf von ihnen schwer.",
        "Mehr als 40 Reisende wurden verletzt, elf von ihnen schwer",
    ),
    ("Der Damm brach, so dass 14 Häuser unter Wasser standen.", "14 Häuser standen unter Wasser"),
    (
        "Der Bund zahlt im Jahr 4 Millionen Euro, von denen ein Drittel nach Bonn fließen muss.",
        "4 Millionen Euro, von denen ein Drittel nach Bonn fließen muss",
    ),
]


@pytest.mark.parametrize(("text", "claims"), SPLIT)
def test_a_sentence_gives_a_claim_for_each_thing_it_states(text: str, claims: list[str]) -> None:
    assert [claim.exact for claim in extract(text, "de").claims] == claims


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_each_claim_has_who_says_it(text: str, speakers: list[str | None]) -> None:
    assert [claim.speaker for claim in extract(text, "de").claims] == speakers


@pytest.mark.parametrize(("text", "code"), NOTHING)
def test_what_nobody_could_check_is_no_claim(text: str, code: str) -> None:
    answer = extract(text, "de")
    assert not answer.claims
    reason = answer.sentences[0].why_none
    assert reason is not None
    assert reason.code == code


@pytest.mark.parametrize("text", SOMETHING)
def test_what_looks_alike_and_can_be_checked_is_a_claim(text: str) -> None:
    assert extract(text, "de").claims


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_grounds_are_causes_and_a_bound_of_a_time_compares_nothing(text: str, kind: str) -> None:
    assert [claim.kind for claim in extract(text, "de").claims] == [kind]


@pytest.mark.parametrize(("text", "wording"), WORDINGS)
def test_the_second_of_two_claims_reads_on_its_own(text: str, wording: str) -> None:
    assert extract(text, "de").claims[-1].text == wording
