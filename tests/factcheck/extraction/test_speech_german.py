"""German turns of phrase that attribute, and verbs of speech that mean something else."""

import pytest

from factcheck.extraction.parsing import parse
from factcheck.extraction.speakers import attribute


def speakers(text: str) -> list[list[str]]:
    return [[one.speaker for one in found] for found in attribute(text, parse(text, "de"), "de")]


ATTRIBUTED = [
    ("Die Werft sieht Handlungsbedarf bei den Kränen.", "Die Werft"),
    ("Die Werft sieht die Schuld bei der Stadt.", "Die Werft"),
    ("Der Betriebsrat reagierte mit Empörung.", "Der Betriebsrat"),
    ("Huber machte den Sturm für den Schaden verantwortlich.", "Huber"),
    ("Die Mole hielt, wie das Amt bestätigte.", "das Amt"),
    ("Dem Chef der Reederei Nordkai, Henning Struve, zufolge hielt die Mole.", "Henning Struve"),
    ("Laut einem am Montag veröffentlichten Bericht der Werft hielt die Mole.", "Bericht der Werft"),
    ("Wie aus einem Papier hervorgeht, das der Zeitung vorliegt, soll die Mole halten.", "einem Papier"),
    ("Für den Chef der Reederei, Jonas Wirth, steht fest, dass die Mole hält.", "Jonas Wirth"),
    ("Es gebe keinen Grund zur Sorge, beruhigte Bürgermeister Karl Osten.", "Karl Osten"),
    ("Nordstadt – Die Werft sieht keinen Grund zur Sorge.", "Die Werft"),
    ("Die Werft wertet den Vertrag als Erfolg.", "Die Werft"),
    ("Huber erwägt, gegen das Urteil vorzugehen.", "Huber"),
    ("Den Schaden bezifferte die Werft mit drei Millionen Euro.", "die Werft"),
    ("Die Reederei steht dem Plan skeptisch gegenüber.", "Die Reederei"),
    ("Die Werft stellte neue Kräne in Aussicht.", "Die Werft"),
    ("Huber zeigte sich enttäuscht.", "Huber"),
    ("Die Werft ist der Ansicht, dass die Mole hält.", "Die Werft"),
    ("Die Reederei bleibt überzeugt, dass die Mole hält.", "Die Reederei"),
    ("Huber gab zu bedenken, dass die Mole alt ist.", "Huber"),
    ("Von der Gewerkschaft war der Abbau von 90 Stellen befürchtet worden.", "der Gewerkschaft"),
    ("„Die Mole hält bis Mai“, freut sich Anna Berger.", "Anna Berger"),
    ("„Die Mole hält bis Mai“, ließ sich Hafenmeisterin Anna Berger zitieren.", "Anna Berger"),
    ("„Ein Witz“, schimpfte Trainer Stefan Huber.", "Stefan Huber"),
    ("Die Mole hielt, wie die Werft am Abend mitteilte.", "die Werft"),
    (
        "Die Mole soll halten, so heißt es in einer Erklärung der Werft und der Reederei.",
        "einer Erklärung der Werft und der Reederei",
    ),
    ("Stefan Huber winkt ab: „Die Mole hält noch lange.“", "Stefan Huber"),
    ("Anna Berger ist von Reportern gefragt worden: „Ich habe nichts gewusst.“", "Anna Berger"),
    ("Huber kam am Abend an und hatte gefragt: „Ist die Mole noch da?“", "Huber"),
    ("Die Mole halte noch, prahlte Huber.", "Huber"),
    ("Die Reederei gibt die Länge mit 90 Metern an.", "Die Reederei"),
    ("Die Polizei schätzt den Schaden auf drei Millionen Euro.", "Die Polizei"),
    ("Das Institut geht von einem Wachstum um 3 Prozent aus.", "Das Institut"),
    ("Die Zahl der Kräne sank nach Polizeiangaben um drei.", "Polizei"),
    ("„Die Mole hält bis Mai“, sagte Huber der Zeitung.", "Huber"),
    ("Der Anwalt von Anna Berger sagte, die Mole halte.", "Der Anwalt von Anna Berger"),
    ("Die Reederei plädierte auf Freispruch: Die Mole habe gehalten.", "Die Reederei"),
    ("Dass die Mole bricht, sei nie zu erwarten gewesen, so die Werft.", "die Werft"),
    ("Die Reederei sieht in dem Umbau einen Fehler.", "Die Reederei"),
    ("Der Vorwurf der Reederei, die Werft habe drei Kräne verkauft, blieb ungeklärt.", "der Reederei"),
    ("Die Behauptung des Trainers, dass die Halle 1998 gebaut wurde, ist falsch.", "des Trainers"),
    ("Bergers Vorwurf, die Werft habe drei Kräne verkauft, blieb ungeklärt.", "Berger"),
    ("„Wir hatten Angst um unsere Kinder“, sagte eine von ihnen.", "eine von ihnen"),
    ("Eine andere erzählte, auf der Mole seien 38 Menschen gewesen.", "Eine andere"),
    ("Viele berichten, die Mole sei nachts gesperrt.", "Viele"),
    ("Nach Recherchen der Nordzeitung lag der Bericht seit Mai vor.", "der Nordzeitung"),
    ("Nach Berechnungen des Verbands kostet die Mole drei Millionen Euro.", "des Verbands"),
    ("Nach einer norwegischen Studie verdreifacht sich das Risiko.", "einer norwegischen Studie"),
    ("Nach dem Plan der Reederei sollen drei Kräne verschwinden.", "der Reederei"),
    ("Dem Bericht nach fehlen 31 Kräne.", "Dem Bericht"),
    ("Aus der Werft kam der Hinweis, die Mole sei alt.", "der Werft"),
    ("Kritik an dem Plan kommt von der Reederei.", "der Reederei"),
    ("Von der Reederei kam Widerspruch.", "der Reederei"),
    ("Aus der Werft ist zu hören, 31 Kräne fehlten.", "der Werft"),
    ("Zweifel äußerte die Reederei.", "die Reederei"),
    ("Drei Verletzte meldete die Feuerwehr am Abend.", "die Feuerwehr"),
    ("Kündigungen schließt die Werft für 2026 aus.", "die Werft"),
    ("Die Reederei reagierte empört.", "Die Reederei"),
    ("Deren Vorsitzende, die Chemikerin Maren Tjarks, sprach von drei Fehlern.", "Maren Tjarks"),
    ("Henk Meijer, Leiter der Werft, erklärte, der Bau koste drei Millionen.", "Henk Meijer"),
    ("Die Mole hielt, wie Anna Berger, Leiterin der Werft, am Abend mitteilte.", "Anna Berger"),
    ("Ein Sprecher der Werft: „Hier weiß man, wer das war.“", "Ein Sprecher der Werft"),
    ("Nicht alle Fachleute teilen die Deutung.", "alle Fachleute"),
    ("Die Reederei empfiehlt die Mole für höchstens drei Kräne.", "Die Reederei"),
    ("Die Ermittler schließen einen Defekt der Kräne nicht aus.", "Die Ermittler"),
    ("Die Hafenmeisterin verteidigte den Beschluss.", "Die Hafenmeisterin"),
    ("Dass die Mole bricht, weist die Reederei von sich.", "die Reederei"),
    ("Die Zahlen beweisen nicht, dass die Mole bricht, betont Huber.", "Huber"),
    ("Die Zahl der Kräne sank nach Gewerkschaftsangaben um drei.", "Gewerkschaftsangaben"),
    ("Die Reederei hatte mit dem Abzug von drei Kränen gedroht.", "Die Reederei"),
    ("Von drei Lecks hatte die Werft im Juli berichtet.", "die Werft"),
    ("Die Reederei sprach sich gegen den Umbau aus.", "Die Reederei"),
    ("Der Verein verweist auf einen Vermerk aus dem Jahr 2020.", "Der Verein"),
    ("Die Reederei war sich sicher, dass 31 Kräne fehlen.", "Die Reederei"),
    ("Das Gericht machte klar, dass 31 Kräne fehlen.", "Das Gericht"),
    ("Die Werft ließ wissen, dass 31 Kräne fehlen.", "Die Werft"),
    ("Die Reederei bestätigte den Verkauf von drei Kränen.", "Die Reederei"),
    ("Die Landrätin erwartet Steuern von zwei Millionen Euro.", "Die Landrätin"),
    ("Für Kapitän Stefan Huber ist das Unsinn.", "Stefan Huber"),
    ("Für die Werft steht fest, dass die Mole hält.", "die Werft"),
    ("Stefan Huber widerspricht.", "Stefan Huber"),
    ("Man habe, so Huber, 31 Kräne verloren.", "Huber"),
    ("31 Kräne, sagt Huber, seien verloren.", "Huber"),
    ("Dass die Werft drei Kräne verkauft, bestreitet Huber.", "Huber"),
    ("Nachdem die Werft gemeldet hatte, dass drei Kräne fehlen, kam die Polizei.", "die Werft"),
]


@pytest.mark.parametrize(("text", "speaker"), ATTRIBUTED)
def test_a_german_turn_of_phrase_attributes(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


NOT_ATTRIBUTED = [
    "Nordstadt bestreitet sein zweites Gruppenspiel gegen Südstadt.",
    "Das Gericht hat den Kassier zu drei Jahren Haft verurteilt.",
    "In der 52. Minute sah Verteidiger Stefan Huber die Rote Karte, was die Partie kippen ließ.",
    "Der Sturm forderte drei Todesopfer.",
    "Ihr Turm steht dem Rathaus gegenüber.",
    "Der Hafen ist sicher.",
    "Der Streit ging von der Werft aus.",
    "Er schätzt die Ruhe am Hafen.",
    "Der Händler nennt sich „Kontor am Hafen“.",
    "Der Roman „Das Ende der Mole“, schrieb Berger.",
    "Die Werft rief 300 Fähren zurück.",
    "Die Werft schreibt wieder schwarze Zahlen, im Mai waren es drei Millionen Euro.",
    "Ein Besucher meldete sich am Abend bei der Polizei.",
    "Der Rat bestätigte Huber im Amt.",
    "Der Verein schloss Huber aus.",
    "Für den Verein ist das der dritte Sieg.",
    "Die Zahlen widersprechen dem Bericht.",
    "Nach dem Vertrag der Reederei trat Huber zurück.",
    "Für den Abend rechnet man mit Regen.",
    "Aus dem Hafen kam der Frachter mit drei Kränen.",
    "Im Hafen hängt ein Schild: „Bitte nicht füttern und leise sein.“",
]


@pytest.mark.parametrize("text", NOT_ATTRIBUTED)
def test_verbs_of_speech_in_another_sense_attribute_nothing(text: str) -> None:
    assert speakers(text) == [[]]


def test_a_pronoun_behind_a_description_stands_for_the_person_named_before() -> None:
    text = "Anna Berger leitet die Werft. Die Mole halte, sagte die Managerin. „Wir bauen neu“, sagte sie."
    assert speakers(text) == [[], ["die Managerin"], ["Anna Berger"]]


def test_a_speaker_goes_on_in_the_konjunktiv_of_the_same_sentence() -> None:
    text = "„Ein Witz“, schimpfte Stefan Huber; der Hafen sei nie geprüft worden."
    found = attribute(text, parse(text, "de"), "de")[0]
    assert [one.speaker for one in found] == ["Stefan Huber"] * 2
    assert text[found[1].start : found[1].end] == "der Hafen sei nie geprüft worden."


GOES_ON = [
    (
        "„Wir haben drei Kräne verkauft“, sagte Anna Berger. Sie leitet die Werft seit 2012. Für den Umbau "
        "seien drei Millionen nötig.",
        ["Anna Berger"],
    ),
    (
        "Anna Berger sagte, drei Kräne fehlten. Stefan Huber leitet sie. Für den Umbau seien drei nötig.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "named"), GOES_ON)
def test_a_sentence_about_the_speaker_alone_does_not_end_what_he_says(text: str, named: list[str]) -> None:
    assert speakers(text)[2] == named
