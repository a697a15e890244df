"""German words of speech, thought and writing, table by table, by what stands beside them.

A verb says by itself, or only with its complement, that somebody says something: "teilte mit, dass",
"forderte mehr Geld", "sprach von Betrug". The classes are those of the verbs' valency; a verb stands
in each class whose complement it takes. Forms are infinitives, separable particles written together.
"""

from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words

STATING = words(
    # to say, to write, to make known
    "sagen erklären mitteilen berichten melden schreiben erzählen betonen behaupten angeben äußern "
    "verkünden verlautbaren verlauten bekanntgeben bekanntmachen vermelden informieren unterrichten "
    "aussagen bezeugen bekräftigen beteuern versichern schwören gestehen bekennen beichten zugeben "
    "zugestehen einräumen einwenden entgegnen erwidern antworten kontern replizieren widersprechen "
    "anmerken bemerken hinzufügen ergänzen hinzusetzen nachlegen präzisieren konkretisieren verdeutlichen "
    "klarstellen richtigstellen erläutern ausführen darlegen darstellen schildern beschreiben skizzieren "
    "vortragen vorbringen anführen argumentieren begründen resümieren bilanzieren zusammenfassen folgern "
    "schlussfolgern schließen konstatieren feststellen festhalten herausstellen herausstreichen "
    "hervorheben unterstreichen signalisieren andeuten durchblicken hinweisen verweisen erinnern mahnen "
    "anmahnen warnen drohen androhen prophezeien prognostizieren vorhersagen voraussagen ankündigen "
    "annoncieren zusagen zusichern versprechen geloben garantieren verbreiten streuen posten twittern "
    "bloggen kommentieren notieren protokollieren dokumentieren zitieren verlesen vorlesen formulieren "
    "rufen ausrufen zurufen schreien brüllen flüstern murmeln raunen skandieren höhnen spotten scherzen "
    "witzeln frotzeln ätzen wettern schimpfen poltern toben jubeln schwärmen seufzen stöhnen klagen "
    "jammern lästern giften nörgeln prahlen tönen urteilen entscheiden verfügen anordnen anweisen "
    "vorschreiben verordnen festlegen dementieren bestreiten leugnen abstreiten verneinen bejahen "
    "bestätigen bezweifeln abwiegeln beschwichtigen besagen lauten heißen hervorgehen ergeben zeigen "
    "belegen nachweisen beweisen herausfinden ermitteln errechnen berechnen nahelegen suggerieren "
    "unterstellen vorhalten vorwerfen vorrechnen attestieren bescheinigen zubilligen aussprechen meinen "
    "philosophieren orakeln unken frohlocken triumphieren übermitteln ausrichten offenbaren enthüllen "
    "verraten petzen ausplaudern preisgeben aufdecken publizieren veröffentlichen texten funken "
    "telegrafieren mailen simsen bekunden kundtun kundgeben proklamieren deklarieren postulieren "
    "referieren rekapitulieren einwerfen dazwischenrufen fluchen beschwören einschärfen eintrichtern "
    "erfahren fragen nachfragen anfragen rückfragen erkundigen erwähnen vermerken eröffnen eingestehen "
    "entgegenhalten predigen umschreiben verheißen aufklären ansagen durchsagen aufschreiben "
    "niederschreiben nennen outen interpretieren deuten belehren wiederholen nachschieben einschränken "
    "zuspitzen zurückrudern parieren blaffen keifen lachen grinsen schmunzeln weinen befürworten "
    "gratulieren kondolieren rechtfertigen entschuldigen hören lesen aufzählen auflisten beantworten "
    "ausschließen zusprechen absprechen zuschreiben nachsagen besprechen ansprechen überzeugen einreden "
    "benachrichtigen verständigen alarmieren beruhigen trösten diktieren erörtern diskutieren debattieren "
    "beraten hochrechnen vermuten gutheißen billigen missbilligen herausarbeiten aufzeigen abraten "
    "widerrufen eingeben unterbreiten weitergeben weitersagen verschweigen bagatellisieren verklagen"
)
THINKING = words(
    # to think, to expect, to wish
    "glauben meinen denken finden vermuten annehmen erwarten hoffen erhoffen fürchten befürchten ahnen "
    "schätzen rechnen ausgehen mutmaßen spekulieren zweifeln bezweifeln wissen überlegen erwägen abwägen "
    "wünschen träumen bedauern bereuen beklagen erkennen einsehen begreifen verstehen wähnen argwöhnen "
    "verdächtigen unterstellen voraussetzen einschätzen abschätzen beurteilen bewerten ansehen betrachten "
    "empfinden schlussfolgern folgern vorhersehen voraussehen vertrauen zutrauen rätseln bangen freuen "
    "ärgern wundern staunen empören entrüsten vermissen vorsehen schämen nachdenken ausschließen "
    "hinterfragen grübeln schwanken begrüßen missverstehen unterschätzen überschätzen hadern liebäugeln "
    "kalkulieren veranschlagen"
)
WANTING = words(
    # to ask for, to offer, to decide: with an infinitive or a clause
    "fordern auffordern einfordern herausfordern verlangen bitten erbitten ersuchen flehen anflehen "
    "drängen dringen pochen beharren appellieren aufrufen anregen vorschlagen empfehlen nahelegen raten "
    "abraten ermahnen ermuntern ermutigen anbieten zusagen zusichern versprechen drohen androhen "
    "ankündigen planen beabsichtigen vorhaben beschließen entscheiden vereinbaren verabreden einigen "
    "ablehnen zustimmen einwilligen befürworten plädieren beantragen anordnen anweisen befehlen verfügen "
    "beauftragen beschuldigen bezichtigen anklagen vorwerfen anlasten wünschen hoffen erwägen überlegen "
    "gestehen behaupten beteuern versichern schwören leugnen bestreiten bereiterklären wollen warnen "
    "vorsehen entschließen untersagen einladen werben drängeln zureden anfeuern ausschließen nachdenken "
    "darangehen überreden bewegen anmahnen vorziehen bevorzugen erteilen heißen zwingen vorgeben "
    "liebäugeln spekulieren"
)
JUDGING = words(
    # with an object that is itself what is said about: "kritisierte den Plan"
    "kritisierte den Plan fordern einfordern verlangen anmahnen kritisieren bemängeln monieren rügen "
    "tadeln beanstanden anprangern geißeln brandmarken verurteilen beklagen bedauern begrüßen loben "
    "würdigen rühmen preisen belobigen dementieren bestreiten leugnen zurückweisen bezweifeln bestätigen "
    "bekräftigen betonen unterstreichen hervorheben ankündigen bekanntgeben verkünden vermelden "
    "vorschlagen empfehlen befürworten anregen zusagen zusichern versprechen einräumen zugeben "
    "prognostizieren vorhersagen voraussagen androhen befürchten fürchten erwarten vermuten verteidigen "
    "rechtfertigen begründen kommentieren thematisieren anzweifeln hinterfragen ablehnen verharmlosen "
    "relativieren dramatisieren schildern beschreiben erläutern darlegen darstellen anfechten "
    "ausschließen gutheißen billigen missbilligen"
)
ADDRESSING = words(
    # to say something against, to or about a person who is the object or dative
    "vorwerfen vorhalten unterstellen anlasten beschuldigen bezichtigen verdächtigen auffordern bitten "
    "ermahnen ermuntern gratulieren danken versprechen zusichern abraten drohen widersprechen attestieren "
    "bescheinigen beglückwünschen"
)
VALUING = words(
    # with "als" or "für": "bezeichnete den Plan als Fehler", "hält ihn für falsch"
    "als für bezeichnete den Plan Fehler hält ihn falsch bezeichnen beschreiben charakterisieren "
    "einstufen werten bewerten einschätzen ansehen betrachten sehen kritisieren verurteilen zurückweisen "
    "loben würdigen feiern rühmen preisen begrüßen ablehnen abtun verspotten verhöhnen beschimpfen "
    "diffamieren schmähen verteidigen rechtfertigen titulieren verunglimpfen darstellen interpretieren "
    "deuten auffassen empfinden geißeln brandmarken anprangern rügen apostrophieren hinstellen"
)
TALKING: dict[str, frozenset[str]] = {
    "sprechen": words("von über"),
    "reden": words("von über"),
    "berichten": words("von über"),
    "erzählen": words("von über"),
    "schreiben": words("von über"),
    "schwärmen": words("von"),
    "ausgehen": words("von"),
    "warnen": words("vor"),
    "mahnen": words("zu zur zum"),
    "raten": words("zu zur zum"),
    "abraten": words("von"),
    "auffordern": words("zu zur zum"),
    "bitten": words("um"),
    "ersuchen": words("um"),
    "klagen": words("über"),
    "schimpfen": words("über auf"),
    "wettern": words("gegen"),
    "spekulieren": words("über"),
    "drohen": words("mit"),
    "plädieren": words("für"),
    "appellieren": words("an"),
    "hinweisen": words("auf"),
    "verweisen": words("auf"),
    "pochen": words("auf"),
    "dringen": words("auf"),
    "beharren": words("auf"),
    "anspielen": words("auf"),
    "argumentieren": words("mit für gegen"),
    "aussprechen": words("für gegen"),
}
"""Verbs with the prepositions behind which stands what is said."""

REFLEXIVE = words("aussprechen")
"""Of those above, what is a verb of speech only with "sich"."""

PHRASES: tuple[tuple[str, frozenset[str], str], ...] = (
    ("geben", words("bedenken verstehen protokoll bekannt"), "bekanntgeben"),
    ("werden", words("bekannt deutlich laut"), "verlauten"),
    ("machen", words("klar deutlich geltend aufmerksam bekannt publik"), "verdeutlichen"),
    ("stellen", words("klar fest"), "klarstellen"),
    ("bringen", words("ausdruck sprache"), "äußern"),
    ("nehmen", words("stellung"), "äußern"),
    ("legen", words("wert nahe"), "fordern"),
    ("bestehen", words("darauf"), "fordern"),
    ("beharren", words("darauf"), "fordern"),
    ("erteilen", words("befehl auftrag anweisung weisung absage lob"), "fordern"),
    ("vertreten", words("auffassung ansicht meinung these standpunkt position haltung"), "meinen"),
    ("sein", words("meinung ansicht auffassung überzeugung überzeugt sicher rede"), "meinen"),
    ("bleiben", words("meinung ansicht auffassung"), "meinen"),
    (
        "zeigen",
        words(
            "überzeugt besorgt zufrieden unzufrieden erfreut enttäuscht empört entsetzt betroffen bestürzt "
            "optimistisch zuversichtlich skeptisch erleichtert überrascht verwundert kritisch verärgert "
            "schockiert erschüttert erstaunt beeindruckt offen bereit einverstanden irritiert gelassen"
        ),
        "äußern",
    ),
    ("geben", words("überzeugt zuversichtlich optimistisch gelassen kämpferisch siegessicher"), "äußern"),
    ("kommen", words("schluss ergebnis auffassung überzeugung"), "feststellen"),
    ("gelangen", words("schluss ergebnis auffassung überzeugung"), "feststellen"),
    ("ziehen", words("zweifel betracht bilanz fazit"), "meinen"),
    ("finden", words("worte"), "äußern"),
    ("treten", words("entgegen"), "widersprechen"),
    ("rufen", words("auf"), "aufrufen"),
    ("weisen", words("sich"), "zurückweisen"),
    ("sparen", words("kritik lob"), "kritisieren"),
    ("melden", words("wort"), "äußern"),
    ("zollen", words("respekt lob"), "loben"),
    ("leisten", words("abbitte"), "entschuldigen"),
    ("erklären", words("bereit einverstanden solidarisch"), "bereiterklären"),
)
"""Verbs that are ones of speech only with a word beside them, and the verb that they amount to."""

PHRASES_OF: dict[str, tuple[tuple[frozenset[str], str], ...]] = {
    verb: tuple((beside, meaning) for of, beside, meaning in PHRASES if of == verb) for verb, _, _ in PHRASES
}
"""The same by verb."""

VOICING = words(
    "äußern bekunden aussprechen erheben üben vorbringen formulieren vertreten hegen anmelden zurückweisen"
)
"""Verbs that voice what their object names: "äußerte Bedenken", "erhob Vorwürfe"."""

NOUNS = words(
    "behauptung behauptungen aussage aussagen äußerung äußerungen ankündigung ankündigungen forderung "
    "forderungen vorwurf vorwürfe vorwürfen meinung meinungen ansicht ansichten auffassung auffassungen "
    "überzeugung these thesen vermutung vermutungen befürchtung befürchtungen hoffnung hoffnungen "
    "erklärung erklärungen begründung hinweis hinweise hinweisen warnung warnungen drohung drohungen "
    "zusage zusagen versprechen vorschlag vorschläge vorschlägen aufforderung appell appelle bitte "
    "angebot beschluss einschätzung einschätzungen mitteilung meldung meldungen bericht berichte "
    "berichten gerücht gerüchte gerüchten information informationen angabe angaben argument argumente "
    "argumenten eindruck kritik anschuldigung anschuldigungen unterstellung zusicherung versicherung "
    "prognose prognosen erwartung einwand einwände einwänden klage beschwerde feststellung erkenntnis "
    "erkenntnisse schluss ergebnis standpunkt verdacht empfehlung empfehlungen wunsch plan pläne idee "
    "frage fazit urteil befund spekulation spekulationen mutmaßung mutmaßungen dementi eingeständnis "
    "geständnis absicht worte worten motto parole parolen slogan transparent spruchband botschaft aufruf "
    "aufrufe petition resolution verlautbarung stellungnahme bedenken zweifel einigung vereinbarung "
    "entscheidung ultimatum gedanke sorge sorgen angst vorstellung vorstellungen sichtweise position "
    "lesart nachricht nachrichten zitat antwort vorhersage vorhersagen devise legende mythos theorie "
    "hypothese annahme zuversicht versicherungen ruf rufe forderungskatalog antrag anträge urteilsspruch "
    "urteilsbegründung presseerklärung pressemitteilung anregung rat warnhinweis einlassung beteuerung "
    "beteuerungen bekenntnis selbstverpflichtung motiv überschrift schlagzeile inschrift wahlspruch "
    "kommentar kommentare statement eilmeldung tweet post befehl befehle auftrag anweisung weisung "
    "anordnung erlaubnis genehmigung gefühl bewusstsein glaube glauben verständnis überlegung "
    "überlegungen spruch sprüche satz ausspruch zuruf aufschrei protest protestnote verpflichtung schwur "
    "eid"
)
"""Nouns that name something said or thought; with a clause behind them the clause is what it is."""

SOURCES = words(
    "angaben angabe ansicht worten einschätzung einschätzungen meinung aussage aussagen auffassung "
    "darstellung überzeugung bericht berichten informationen information schätzung schätzungen prognose "
    "prognosen erkenntnissen erkenntnis mitteilung mitteilungen medienberichten meldung meldungen "
    "berechnungen berechnung ermittlungen umfrage umfragen studie studien verlautbarungen plänen plan "
    "willen wunsch urteil lesart zeugenaussagen wissen vorstellungen vorstellung beobachtungen erklärung "
    "gutachten statistik statistiken einlassung einlassungen schilderung schilderungen daten zahlen "
    "gerüchten analyse analysen"
)
"""Nouns behind "nach" or "laut" that say where something is known from."""

SOURCE_ENDINGS = (
    "angaben",
    "meinung",
    "ansicht",
    "auffassung",
    "einschätzung",
    "berichten",
    "bericht",
    "informationen",
    "aussagen",
    "schätzungen",
    "schätzung",
    "meldungen",
    "meldung",
    "darstellung",
    "kreisen",
)
"""Last parts of compounds that stand for the source itself: "nach Polizeiangaben"."""

_PARTICIPLES = {
    "entschieden": "entscheiden",
    "entschlossen": "entschließen",
    "verstanden": "verstehen",
    "gestanden": "gestehen",
    "befunden": "befinden",
    "überzeugt": "überzeugen",
}
"""Participles that the dictionary has as adjectives."""


def verb_base(low: str) -> str:
    """The infinitive of a verb form, also of a participle that is an adjective too."""
    return _PARTICIPLES.get(low) or infinitive(low)
