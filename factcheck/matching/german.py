"""German word forms beyond the dictionary: participles of prefixed verbs and the parts of compounds."""

import re
from functools import lru_cache

from factcheck.extraction.lexicon import base_of, is_known, words

PARTICLES = (
    "zurück",
    "zusammen",
    "heraus",
    "hinaus",
    "herein",
    "hinein",
    "entgegen",
    "hervor",
    "voran",
    "voraus",
    "vorbei",
    "weiter",
    "wieder",
    "nieder",
    "hinzu",
    "herab",
    "hinauf",
    "durch",
    "unter",
    "über",
    "fest",
    "fort",
    "frei",
    "heim",
    "nach",
    "statt",
    "teil",
    "weg",
    "bei",
    "auf",
    "aus",
    "ein",
    "los",
    "mit",
    "vor",
    "her",
    "hin",
    "um",
    "ab",
    "an",
    "zu",
)
"""Particles that part from their verb, longest first where one begins another."""

_GE_INSIDE = re.compile(rf"(?P<particle>{'|'.join(PARTICLES)})ge(?P<stem>\w{{3,}}(?:t|en))(?:e[mnrs]?)?")
_ZU_INSIDE = re.compile(rf"(?P<particle>{'|'.join(PARTICLES)})zu(?P<verb>\w{{3,}}n)")
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_SHORT_PARTS = words(
    "öl gas bau amt rat tag uhr see weg tor not ost süd eis gen rad zug ort arm mut rot neu alt ehe art "
    "zoll ki eu us uno it tv pkw lkw co2 team netz wahl geld bank haus land welt jahr zeit test chef "
    "kind frau mann film buch spiel liga preis kurs plan ziel fall fund werk park dorf stadt staat "
    "krieg waffe kohle strom auto bahn flug schiff boot post brief daten rente lohn miete steuer arzt "
    "recht klage haft sport frei "
)
_SHORTEST = 4
_LONGEST = 40
"""Letters; nothing longer is taken apart."""


def infinitive(lemma: str) -> str:
    """`abgeworben` and `abzuwerben` are forms of `abwerben`; anything else stays as it is."""
    found = _ZU_INSIDE.fullmatch(lemma)
    if found and _is_verb(verb := found["verb"]):
        return found["particle"] + verb
    found = _GE_INSIDE.fullmatch(lemma)
    if found is None:
        return lemma
    verb = base_of(f"ge{found['stem']}", "de")
    return found["particle"] + verb if _is_verb(verb) and not verb.startswith("ge") else lemma


def masculine(lemma: str) -> str:
    """`Forscherin` is compared as `Forscher`."""
    base = lemma.removesuffix("in")
    plain = base != lemma and lemma[:1].isupper() and base.endswith(("er", "ist", "ent", "eur", "or"))
    return base if plain and is_known(base, "de") else lemma


def _is_verb(lemma: str) -> bool:
    return lemma.endswith("n") and lemma.islower() and is_known(lemma, "de")


@lru_cache(maxsize=65536)
def compound_parts(word: str) -> tuple[str, ...]:
    """The parts of a compound in their dictionary forms, none where it is no compound.

    `Gehaltspaketen`: Gehalt, Paket. The fewest parts win, among these the longest last one.
    """
    plain = word.lower()
    if not 7 <= len(plain) <= _LONGEST or not plain.isalpha():
        return ()
    parts = _split(plain)
    return parts if len(parts) > 1 else ()


@lru_cache(maxsize=65536)
def _split(word: str) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    for at in range(3, len(word) - 2):
        head = _head(word[:at])
        tail = _part(word[at:]) if head else None
        if not head:
            continue
        rest = (tail,) if tail else (_split(word[at:]) if len(word) - at > 7 else ())
        if rest and (not best or 1 + len(rest) < len(best)):
            best = (head, *rest)
    return best


@lru_cache(maxsize=65536)
def _head(piece: str) -> str | None:
    """The dictionary form of a part that stands before another, linking letters taken off."""
    for link in _LINKS:
        stem = piece.removesuffix(link) if link else piece
        if link and stem == piece:
            continue
        for candidate in (stem, f"{stem}e", f"{stem}en") if not link else (stem,):
            if found := _part(candidate):
                return found
    return None


def _part(piece: str) -> str | None:
    if len(piece) < _SHORTEST and piece not in _SHORT_PARTS:
        return None
    form = piece.capitalize()  # known, too, where the small one is
    if is_known(form, "de"):
        return infinitive(base_of(form, "de"))
    return piece if piece in _SHORT_PARTS else None
