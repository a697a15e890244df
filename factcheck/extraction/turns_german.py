"""German verbs that attribute only beside certain words or clauses; what else verbs of speech can mean."""

from factcheck.extraction.lexicon import words
from factcheck.extraction.speech import GERMAN_CUES
from factcheck.extraction.speech_german import STATING, THINKING, WANTING

SAID_WITH_CONTENT = (
    (STATING | THINKING | WANTING)
    - GERMAN_CUES
    - words(
        "hören lesen erfahren überzeugen schließen lachen grinsen schmunzeln weinen eingeben verklagen "
        "aufklären alarmieren benachrichtigen verständigen beruhigen trösten festlegen erörtern diskutieren "
        "debattieren wissen verstehen begreifen einsehen erkennen schwanken wollen heißen bewegen zwingen "
        "planen vorhaben beabsichtigen beschließen vereinbaren einigen beauftragen zeigen dokumentieren "
        "nahelegen suggerieren ermitteln ergeben freuen verhindern vorsehen voraussetzen vorschreiben"
    )
)
"""Verbs that give a claim its speaker only with a clause with dass, a quotation or the Konjunktiv."""

_VIEWS = "ansicht meinung auffassung einschätzung deutung kritik sorge sorgen haltung standpunkt überzeugung"
_MOODS = (
    "überzeugt besorgt zufrieden unzufrieden erfreut enttäuscht empört entsetzt bestürzt optimistisch "
    "pessimistisch zuversichtlich skeptisch erleichtert verwundert verärgert schockiert erschüttert erstaunt "
    "gelassen verschnupft irritiert ungehalten erbost wütend betroffen überrascht gerührt kämpferisch"
)
_REACTIONS = (
    "empörung unverständnis erleichterung entsetzen enttäuschung skepsis zurückhaltung freude bestürzung "
    "spott verwunderung ablehnung wut zorn kritik sorge befremden unmut genugtuung"
)
_PROSPECTS = (
    "handlungsbedarf bedarf nachholbedarf verbesserungsbedarf grund anlass gefahr gefahren chance chancen "
    "risiko risiken problem probleme potenzial potential anzeichen möglichkeit möglichkeiten fortschritte"
)
HELD: dict[str, frozenset[str]] = {
    "sein": words("überzeugt skeptisch zuversichtlich besorgt"),
    "bleiben": words("überzeugt skeptisch zuversichtlich"),
    "zeigen": words(f"{_MOODS} bereit kritisch"),
    "geben": words(f"{_MOODS} schuld mitschuld"),
    "äußern": words(f"{_MOODS} kritisch"),
    "reagieren": words(f"{_MOODS} {_REACTIONS} kritisch zurückhaltend ablehnend"),
    "machen": words("verantwortlich mitverantwortlich"),
    "begegnen": words("skepsis"),
    "teilen": words(_VIEWS),
    "vertreten": words(f"{_VIEWS} position these"),
    "sehen": words(f"{_PROSPECTS} anders ähnlich skeptisch schuld verantwortung versäumnisse widerspruch"),
    "stehen": words("skeptisch kritisch ablehnend aufgeschlossen"),
    "stellen": words("aussicht"),
    "wünschen": words("sich"),
}
"""Verbs that say with a word beside them what view somebody holds: "sieht Handlungsbedarf"."""

OTHER_SENSES: dict[str, tuple[str, ...]] = {
    "bestreiten": (
        *("spiel", "spiele", "partie", "partien", "duell", "match", "rennen", "lauf", "turnier", "finale"),
        *(
            "unterhalt",
            "saison",
            "kampf",
            "wettkampf",
            "begegnung",
            "derby",
            "auftritt",
            "konzert",
            "programm",
        ),
    ),
    "verurteilen": ("haft", "strafe", "gefängnis", "bewährung", "jahren", "monaten"),
    "sehen": ("karte", "film", "spiel"),
    "melden": ("insolvenz", "konkurs"),
    "fordern": ("opfer", "todesopfer", "menschenleben", "leben"),
    "schreiben": ("zahlen", "geschichte", "buch", "bücher", "roman", "romane", "gedichte", "lied", "lieder"),
    "bestätigen": ("urteil", "amt", "wahl", "haftbefehl", "trend", "ruf", "form"),
    "verkünden": ("urteil",),
    "einräumen": ("vorfahrt", "frist", "kredit", "chance", "chancen", "rabatt", "vorrang"),
    "erklären": ("rücktritt", "krieg", "beitritt", "verzicht"),
    "zeigen": ("karte", "zähne"),
}
"""Verbs of speech that mean something else with an object that ends so: "bestreitet ein Gruppenspiel"."""
