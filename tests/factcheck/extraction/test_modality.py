"""How the article holds a claim: asserted, reported, planned, predicted, denied."""

import pytest

from claims.claim import Modality
from claims.reason import Language
from factcheck.extraction.claims import extract

ASSERTED, REPORTED, PLANNED, PREDICTED, DENIED = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.PLANNED,
    Modality.PREDICTED,
    Modality.DENIED,
)

GERMAN: list[tuple[str, Modality]] = [
    # its own assertion
    ("Die Werft verkaufte 2019 drei Fähren.", ASSERTED),
    ("Die Fähre wurde im Mai nach Norwegen gebracht.", ASSERTED),
    ("Das Schiff wird von zwei Motoren getrieben.", ASSERTED),
    ("Anna Berger wurde im Mai zur Bürgermeisterin gewählt.", ASSERTED),
    ("Die geplante Fusion kostete die Reederei drei Millionen Euro.", ASSERTED),
    # somebody's statement
    ("Die Werft habe drei Fähren verkauft, sagte Anna Berger.", REPORTED),
    ("Laut Polizei kamen 900 Menschen.", REPORTED),
    ("Anna Berger warf dem Rat Betrug vor.", REPORTED),
    ("Der Kapitän soll im Mai geflohen sein.", REPORTED),
    ("Der Zeuge will den Wagen am Hafen gesehen haben.", REPORTED),
    ("Anna Berger forderte, die Werft solle drei Fähren bauen.", REPORTED),
    ("Die Anwohner klagten über den Lärm am Hafen.", REPORTED),
    # announced or intended
    ("Die Werft will bis 2027 drei Fähren bauen.", PLANNED),
    ("Die Stadt plant ein neues Museum am Hafen.", PLANNED),
    ("Das Museum soll bis 2027 öffnen.", PLANNED),
    ("Die Reederei beabsichtigt, zwei Schiffe zu verkaufen.", PLANNED),
    ("Der Verein hat vor, das Stadion zu kaufen.", PLANNED),
    ("Der Rat strebt eine Einigung mit dem Land an.", PLANNED),
    ("Die Reederei kündigte an, den Hafen 2027 zu verlassen.", PLANNED),
    ("Der Entwurf sieht eine Steuer von 3 Prozent vor.", PLANNED),
    ("Geplant sind 40 neue Wohnungen am See.", PLANNED),
    ("Der Umzug ist für Mai vorgesehen.", PLANNED),
    ("Die Werft wolle drei Fähren bauen, sagte Anna Berger.", PLANNED),
    ("Ursprünglich sollten die Werften im Mai verkauft werden.", PLANNED),
    ("Die Ministerin versprach den Schulen 40 neue Lehrer.", PLANNED),
    ("Anna Berger wird die Werft im Mai verlassen.", PLANNED),
    ("Die Stadt erwägt, das Hallenbad zu schließen.", PLANNED),
    ("Der Konzern peilt einen Umsatz von 3 Millionen Euro an.", PLANNED),
    # a forecast that somebody made, with a figure
    ("Die Reederei rechnet mit einem Wachstum von 2 Prozent.", PREDICTED),
    ("Die Bank erwartet 2027 ein Plus von 3 Prozent.", PREDICTED),
    ("Forscher prognostizieren einen Anstieg um 40 Zentimeter.", PREDICTED),
    ("Die Preise dürften um 3 Prozent steigen, sagte Anna Berger.", PREDICTED),
    ("Die Kosten werden laut Rat um 3 Millionen Euro steigen.", PREDICTED),
    ("Der Umbau könnte 40 Millionen Euro kosten, sagte Anna Berger.", PREDICTED),
    ("Die Bauern befürchten, dass der Milchpreis 2027 fallen wird.", PREDICTED),
    ("Die Fachleute sagen einen Rückgang um 5 Prozent voraus.", PREDICTED),
    # said not to be so
    ("Die Werft hat 2019 keine Fähren verkauft.", DENIED),
    ("Anna Berger gehört dem Rat nicht an.", DENIED),
    ("Der Kapitän war nie in Norwegen.", DENIED),
    ("Niemand wurde bei dem Brand verletzt.", DENIED),
    ("Weder die Stadt noch das Land zahlte die Rechnung.", DENIED),
    ("Die Reederei ist nicht mehr im Besitz der Stadt.", DENIED),
    ("Nicht alle Schüler kamen zum Fest.", DENIED),
    ("Der Minister bestritt, dass er Geld nahm.", DENIED),
    ("Der Minister bestritt, kein Geld genommen zu haben.", DENIED),
    ("Die Reederei dementierte den Verkauf der Fähren.", DENIED),
    ("Das Ministerium wies die Vorwürfe zurück.", DENIED),
    ("Die Bank hat den Bericht am Montag zurückgewiesen.", DENIED),
    ("Der Trainer widersprach der Darstellung des Vereins.", DENIED),
    ("Er habe kein Geld genommen, sagte der Minister.", DENIED),
    ("Die Werft plant keine Entlassungen.", DENIED),
    ("Anna Berger wird sich nicht um das Amt bewerben.", DENIED),
    # a negation that denies nothing
    ("Keiner der vier Schritte fehlt.", ASSERTED),
    ("Die Werft baut nicht nur Fähren, sondern auch Jachten.", ASSERTED),
    ("Der Umbau kostete nicht mehr als 40 Millionen Euro.", ASSERTED),
    ("Nicht weniger als 40 Vereine nahmen an dem Fest teil.", ASSERTED),
    ("Den Preis erhielt keine Geringere als Anna Berger.", ASSERTED),
    ("Der neue Besitzer ist kein anderer als Paul Acker.", ASSERTED),
    ("Der Rat tagte in nicht öffentlicher Sitzung.", ASSERTED),
    ("Am Hafen kam es zu einem nicht alltäglichen Diebstahl.", ASSERTED),
    ("Nicht zuletzt die Reederei zahlte 2019 in den Fonds ein.", ASSERTED),
    ("Die Fähre fuhr nicht vor Mai nach Norwegen.", ASSERTED),
    ("Die Zahl der Fähren ist nicht unerheblich gestiegen.", ASSERTED),
    ("Der Minister bestritt nicht, dass er 40 Euro nahm.", REPORTED),
    ("Die Stadt verkaufte die Fähre, weil sie nicht mehr fuhr.", ASSERTED),
    ("Der Roman „Kein Ort am Meer“ erschien 2019 in Bregenz.", ASSERTED),
    ("Der Täter wurde nicht in Bregenz, sondern in Wien gefasst.", ASSERTED),
    ("Das Schiff fuhr ohne Licht durch den Hafen.", ASSERTED),
    ("Die Fähre wurde 2019 um 30 Prozent teurer als geplant.", ASSERTED),
    ("Im Mai kamen so viele Gäste wie nie zuvor.", ASSERTED),
]

ENGLISH: list[tuple[str, Modality]] = [
    ("The yard sold three ferries in 2019.", ASSERTED),
    ("Anna Berger was elected mayor in May.", ASSERTED),
    ("The planned merger cost the firm $3m.", ASSERTED),
    ("The ferry was taken to Norway in May.", ASSERTED),
    ("The yard had sold three ferries, Anna Berger said.", REPORTED),
    ("According to police, 900 people came.", REPORTED),
    ("Anna Berger accused the council of fraud.", REPORTED),
    ("Anna Berger urged the yard to build three ferries.", REPORTED),
    ("The company plans to open a plant in Leeds.", PLANNED),
    ("The museum is to open in May 2027.", PLANNED),
    ("The yard intends to sell two ships.", PLANNED),
    ("The library is due to open in May.", PLANNED),
    ("The bridge is set to be replaced in 2027.", PLANNED),
    ("The firm said it would cut 40 jobs.", PLANNED),
    ("The firm said it will build 40 homes in Leeds.", PLANNED),
    ("Anna Berger will leave the yard in May 2027.", PLANNED),
    ("The council wants to buy the harbour.", PLANNED),
    ("The minister pledged to hire 40 teachers.", PLANNED),
    ("The firm is considering a move to Leeds.", PLANNED),
    ("The yard had planned to build 40 ferries.", PLANNED),
    ("The company expects sales to rise 3%.", PREDICTED),
    ("The bank forecast growth of 3% for 2027.", PREDICTED),
    ("Analysts predict that prices will fall by 3%.", PREDICTED),
    ("Prices will rise by 3% in 2027, the bank said.", PREDICTED),
    ("Sales are expected to reach $3bn in 2027.", PREDICTED),
    ("The repair could cost $40m, the council said.", PREDICTED),
    ("Growth is likely to slow to 2% in 2027.", PREDICTED),
    ("The yard has not sold any ferries.", DENIED),
    ("The yard didn't sell the ferry.", DENIED),
    ("The captain never went to Norway.", DENIED),
    ("Nobody was hurt in the fire.", DENIED),
    ("Neither the town nor the state paid the bill.", DENIED),
    ("No ferries were sold in May.", DENIED),
    ("The firm no longer owns the harbour.", DENIED),
    ("The minister denied that he had taken money.", DENIED),
    ("The minister denies taking money from the yard.", DENIED),
    ("The bank rejected the allegations.", DENIED),
    ("The claims were denied by the bank.", DENIED),
    ("The minister said he had not taken any money.", DENIED),
    ("The yard does not plan to cut jobs.", DENIED),
    ("Not all pupils came to the feast.", DENIED),
    ("Independent tests have yet to confirm the figure.", DENIED),
    ("None of the four steps is missing.", ASSERTED),
    ("The ferry reached Leeds later than expected.", ASSERTED),
    ("The yard builds not only ferries but also yachts.", ASSERTED),
    ("The repair cost no more than $40m.", ASSERTED),
    ("No fewer than 40 clubs took part in the race.", ASSERTED),
    ("The prize went to none other than Anna Berger.", ASSERTED),
    ("The ferry did not reach Norway until May.", ASSERTED),
    ("The minister lives at No. 10 in Leeds.", ASSERTED),
    ("The bank rejected the offer in May.", ASSERTED),
    ("The captain was denied bail in May.", ASSERTED),
    ("The town sold the ferry because it did not run any more.", ASSERTED),
    ("The minister did not deny that he had taken 40 dollars.", ASSERTED),
    ("Anna Berger published the novel 'No Place by the Sea' in 2019.", ASSERTED),
]

CASES: list[tuple[Language, str, Modality]] = [
    *(("de", text, expected) for text, expected in GERMAN),
    *(("en", text, expected) for text, expected in ENGLISH),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_claim_is_held_as_its_own_clause_says(language: Language, text: str, expected: Modality) -> None:
    assert extract(text, language).claims[0].modality is expected


REFUSALS: list[tuple[Language, str]] = [
    ("de", "Der Verein bestreitet am Samstag das Finale gegen Bregenz."),
    ("de", "Das Gericht wies die Klage der Reederei zurück."),
    ("en", "The minister denied the request for a visa."),
]


@pytest.mark.parametrize(("language", "text"), REFUSALS)
def test_what_is_contested_or_refused_is_not_denied(language: Language, text: str) -> None:
    assert extract(text, language).claims[0].modality is not DENIED


INSERTED: list[tuple[Language, str]] = [
    ("de", "Die Werft, die 2019 nicht zahlte, verkaufte drei Fähren."),
    ("en", "The yard, which has not paid for years, sold three ferries."),
]


@pytest.mark.parametrize(("language", "text"), INSERTED)
def test_a_negation_in_a_relative_clause_does_not_touch_the_main_one(language: Language, text: str) -> None:
    assert [claim.modality for claim in extract(text, language).claims] == [DENIED, ASSERTED]
