"""The words that stand for somebody or something named elsewhere, German and English."""

from claims.reason import Language
from factcheck.extraction.lexicon import words

Genders = frozenset[str]
"""Of m, f, n and p (plural): what a form can be."""

PRONOUNS: dict[Language, dict[str, Genders]] = {
    "de": {
        "er": frozenset("m"),
        "ihn": frozenset("m"),
        "ihm": frozenset("mn"),
        "sie": frozenset("fp"),
        "ihr": frozenset("f"),
        "ihnen": frozenset("p"),
    },
    "en": {
        "he": frozenset("m"),
        "him": frozenset("m"),
        "she": frozenset("f"),
        "it": frozenset("n"),
        "they": frozenset("p"),
        "them": frozenset("p"),
    },
}
CONTRACTED: dict[str, str] = {
    f"{pronoun}{sign}{rest}": pronoun
    for pronoun in ("he", "she", "it", "they")
    for sign in "'’"
    for rest in ("s", "d", "ll", "re", "ve")
}
POSSESSIVES: dict[Language, dict[str, Genders]] = {
    "de": {
        **{f"sein{ending}": frozenset("mn") for ending in ("", "e", "en", "em", "er", "es")},
        **{f"ihr{ending}": frozenset("fp") for ending in ("", "e", "en", "em", "er", "es")},
        "dessen": frozenset("mn"),
        "deren": frozenset("fp"),
    },
    "en": {"his": frozenset("m"), "her": frozenset("f"), "its": frozenset("n"), "their": frozenset("p")},
}
SUBJECTS = words("er sie es he she it they")
DEMONSTRATIVES: dict[Language, frozenset[str]] = {
    "de": words("dies dieser diese dieses diesem diesen jener jene jenes jenem jenen"),
    "en": words("this that these those"),
}
POINTING: dict[Language, frozenset[str]] = {"de": words("dort dorthin damals"), "en": words("there")}
"""Adverbs that point at a place or time said before."""

FIRST_PERSON: dict[Language, frozenset[str]] = {
    "de": words("ich wir uns mich mir mein meine meinen meinem meiner unser unsere unseren unserem unserer"),
    "en": words("i we us me my our i'm we're i've we've i’m we’re i’ve we’ve"),
}
_NOW = {
    "de": words(
        "jahr jahres jahre jahren woche wochen monat monats monate monaten tag tage tagen quartal sommer "
        "herbst winter frühjahr frühling saison mal zeit art weise fall morgen abend mittag nachmittag "
        "vormittag montag dienstag mittwoch donnerstag freitag samstag sonntag jahrhundert jahrzehnt "
        "stunde stunden"
    ),
    "en": words(
        "year years week weeks month months day days quarter summer autumn winter spring season time way "
        "kind morning evening afternoon century decade weekend term monday tuesday wednesday thursday "
        "friday saturday sunday hour hours point sort"
    ),
}
_MONTHS = words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember january "
    "february march may june july october december"
)
TIMES: dict[Language, frozenset[str]] = {"de": _NOW["de"] | _MONTHS, "en": _NOW["en"] | _MONTHS}
"""Nouns with which "this" points at the calendar and not at what was said."""

_BODIES_DE = {
    "m": "konzern hersteller anbieter verband verein betrieb betreiber versicherer händler club zulieferer",
    "f": "firma gewerkschaft behörde organisation partei stiftung reederei kette agentur bank",
    "n": "unternehmen institut ministerium amt start-up startup",
}
_BODY_ENDINGS_DE = {
    "m": "konzern hersteller bauer anbieter verband verein versicherer händler zulieferer entwickler",
    "f": "firma gewerkschaft behörde gesellschaft reederei",
    "n": "unternehmen",
}
_MATTERS_DE = {
    "m": "vertrag vorschlag plan antrag deal",
    "f": "übernahme fusion vereinbarung einigung",
    "n": "geschäft vorhaben projekt abkommen",
}


def _by_gender(listed: dict[str, str]) -> dict[str, str]:
    return {noun: gender for gender, nouns in listed.items() for noun in nouns.split()}


BODIES: dict[Language, dict[str, str]] = {
    "de": _by_gender(_BODIES_DE),
    "en": dict.fromkeys(
        words(
            "company firm group insurer organisation organization agency party union bank manufacturer maker "
            "carmaker retailer airline club charity watchdog regulator committee panel bidder business giant "
            "operator broker lender carrier supplier start-up startup shipyard"
        ),
        "n",
    ),
}
"""Nouns by which a body named before is taken up, with their gender."""

BODY_ENDINGS = _by_gender(_BODY_ENDINGS_DE)
"""With what German compounds for a body end: "Autohersteller"."""

MATTERS: dict[Language, dict[str, str]] = {
    "de": _by_gender(_MATTERS_DE),
    "en": dict.fromkeys(
        words(
            "deal takeover merger move scheme bid settlement lawsuit suit project agreement plan proposal "
            "offer acquisition"
        ),
        "n",
    ),
}
"""Nouns by which a matter told before is taken up, with their gender."""

OFFICES = words(
    "papst bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident präsident präsidentin könig "
    "königin kaiser ministerpräsident ministerpräsidentin premierminister premierministerin general "
    "generalsekretär pope president chancellor queen king premier minister secretary attorney general "
    "commissioner head leader"
)
"""Offices of which a reader knows the holder, or that "the" names together with what follows."""

DEFINITE: dict[Language, frozenset[str]] = {
    "de": words("der die das dem den des beim vom zum im am zur"),
    "en": words("the"),
}
SPLIT = {"beim": "bei", "vom": "von", "zum": "zu", "zur": "zu"}
"""Preposition and article in one, and the preposition that is left before a name."""

IMPERSONAL_VERBS = words(
    "seems seemed appears appeared means meant happens happened rains rained turns turned takes took remains "
    "remained emerged transpired follows followed"
)
IMPERSONAL = words(
    "clear unclear likely unlikely possible impossible important hoped thought believed expected "
    "understood said claimed feared reported estimated known difficult easy hard time true too necessary "
    "essential vital right wrong good better best unusual common up"
)
"""What follows "it is" where "it" stands for nothing."""

_LANGUAGES: tuple[Language, Language] = ("de", "en")
TRIGGERS: dict[Language, frozenset[str]] = {
    language: frozenset().union(
        PRONOUNS[language],
        CONTRACTED,
        POSSESSIVES[language],
        DEMONSTRATIVES[language],
        DEFINITE[language],
        POINTING[language],
        FIRST_PERSON[language],
    )
    for language in _LANGUAGES
}
"""Every word with which something begins that stands for somebody or something."""

DESCRIBING: dict[Language, frozenset[str]] = {
    language: DEFINITE[language] | DEMONSTRATIVES[language] for language in _LANGUAGES
}
"""With what a definite description begins."""
