"""Whether a capitalised German word is a name, by its form alone.

A name is an acronym, has capitals inside, or is a word that neither simplemma's dictionary has nor known
words make up; or the dictionary has it, but no plural or other case of it, as with "Siemens" and "Wien".
"""

from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.german import lemma
from factcheck.extraction.lexicon import is_known, words
from factcheck.extraction.memo import remembered

COMMON_ACRONYMS = words(
    "Mio Mrd KI IT AI CEO CFO CTO COO PC TV SUV GPU CPU PR DNA RNA SSD HDD BIP GDP VAT AG GmbH GB TB MB "
    "UN-Angaben SMS PDF E-Mail MPs MP MSPs ID OK LED LKW PKW"
)
_WITHOUT_PLURAL = words(
    "Kosten Zukunft Vergangenheit Gegenwart Chaos Internet Klima Personal Publikum Post Leute Eltern "
    "Geschwister Ferien Obst Vieh Glück Pech Ruhe Hilfe Schluss Plus Minus Alltag Ausland Inland Umland "
    "Nachwuchs Unmut Gegenwind Vorjahr Vormonat Vortag Mittag Abend Vormittag Nachmittag Morgen Nacht Heute "
    "Ja Nein Titel Mitarbeiter Forscher Experten Start Stopp Update Kino Fernsehen Radio Bargeld Jugend "
    "Alter Schnee Hunger Durst Wut Hass Nutzen Wissen Essen Leben Sterben Anfang Fazit Motto Tempo Niveau "
    "Image Know-how Rückenwind Umwelt Erdgas Erdöl Benzin Diesel Butter Bewusstsein Vorfeld Nachhinein "
    "Zugang Ausmaß Umfeld Überblick Vergleich Wohle Deutsch Englisch Französisch"
)
_CASES = ("en", "e", "n", "er", "nen", "se", "ern")
LONG = 5
"""Letters beyond which "-ien" is a plural rather than the end of a place name."""

_SHORTEST_TAIL = 4
"""Letters that the last part of a German compound has at least."""


@remembered
def is_unknown(form: str) -> bool:
    """An acronym, capitals inside, or a word that neither the dictionary has nor its parts make up."""
    if form in COMMON_ACRONYMS or "-" in form:
        return False
    capitals = sum(map(str.isupper, form))
    if capitals > 1:
        return not (form.endswith("s") and form[:-1].isupper())
    bare = form[:-1] if form.endswith("s") else form
    if (
        len(form) < 3
        or (len(form) > LONG and form.endswith("ien"))
        or is_german(form)
        or is_german(bare)
        or _compound(form)
    ):
        return False
    return not any(form.endswith(ending) and is_german(form[: -len(ending)]) for ending in _CASES)


@remembered
def is_uninflected(form: str) -> bool:
    """A known word without a plural or another case in the dictionary: so it has "Siemens" and "Wien"."""
    if len(form) < 3 or form in _WITHOUT_PLURAL or form.isupper() or "-" in form or lemma(form) != form:
        return False
    if (len(form) > LONG and form.endswith("ien")) or (form.endswith("e") and set(form.lower()) & set("äöü")):
        return False
    if not is_known(form, "de") or form.endswith(
        ("ung", "heit", "keit", "schaft", "tät", "ion", "um", "ismus", "ik", "ies")
    ):
        return False
    stems = {form, *(form.replace(plain, umlaut) for plain, umlaut in ("aä", "oö", "uü", "AÄ", "OÖ", "UÜ"))}
    others = (stem + ending for stem in stems for ending in _CASES)
    return not any(_is_form_of(other, form) for other in others) and not _compound(form, 5)


def _is_form_of(other: str, form: str) -> bool:
    return is_known(other, "de") and lemma(other).lower() == form.lower()


def is_german(form: str) -> bool:
    return is_known(form, "de") or is_known(form.lower(), "de")


@remembered
def is_foreign_compound(form: str) -> bool:
    """ "Birdland": a German word only by its parts, which are English words or begin with a first name."""
    if is_german(form) or not form.isalpha() or not _compound(form):
        return False
    for cut in range(3, len(form) - 2):
        head, tail = form[:cut], form[cut:]
        if (
            len(tail) > _SHORTEST_TAIL - 1
            and (head in FIRST_NAMES or _is_english(head))
            and _is_english(tail)
        ):
            return True
    return False


def _is_english(form: str) -> bool:
    return is_known(form.lower(), "en")


def _compound(form: str, shortest: int = _SHORTEST_TAIL) -> bool:
    """ "Skalierungsteam": a known noun behind a beginning that is known as well."""
    for cut in range(3, len(form) - shortest + 1):
        if is_known(form[cut:].capitalize(), "de"):
            head = form[:cut]
            if (
                is_german(head)
                or is_german(head.rstrip("s"))
                or is_german(head + "e")
                or is_german(head[:-2])
            ):
                return True
    return False
