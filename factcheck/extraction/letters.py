"""Whether a single capital and its full stop end a sentence: `letter_ends_sentence(before, after, language)`.

"He works at Northwind and X. Mike Dorn left." ends with the name of a body; "George W. Bush" and "z. B. Ulm"
do not end there.
"""

import re

from claims.reason import Language
from factcheck.extraction.firstnames import FIRST_NAMES

_LETTER = re.compile(r"(?<![\w.’'-])[A-ZÄÖÜ]$")
_ABBREVIATED = re.compile(r"\w\.\s?[A-ZÄÖÜ]$")
_AND = r"(?:,\s+|\s+(?:und|oder|sowie|and|or|&)\s+)"
_LISTED = re.compile(rf"\b(?:at|on|from|into|bei|auf|von|aus)\s+(?:[\w&-]+{_AND})+[A-ZÄÖÜ]$")
_BODY_BEFORE = re.compile(rf"\b(?:\w*[a-zäöü][A-ZÄÖÜ]\w*|[A-ZÄÖÜ]{{2,}}){_AND}[A-ZÄÖÜ]$")
"""A name with capitals inside, which people do not have."""

_PLACED = re.compile(r"\b(?:at|on|bei|auf|von|from)\s+[A-ZÄÖÜ]$")
_STARTERS: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:Der|Die|Das|Den|Dem|Dies\w*|Dort|Dann|Dabei|Damit|Dagegen|Er|Es|Sie|Wir|Ich|Man|Eine?[rmns]?|"
        r"Im|In|Am|Auf|Bei|Für|Mit|Nach|Seit|Zu[mr]?|Und|Aber|Auch|Wie|Wer|Wenn|Als|Nun|Jetzt|Doch|Beide|"
        r"Allerdings|Danach|Zuvor|Laut|Seine?|Ihre?|Kein\w*|Alle|Viele|Nur|Heute|Bisher)\b"
    ),
    "en": re.compile(
        r"(?:The|This|That|These|Those|It|He|She|They|We|In|On|At|But|And|For|After|Before|When|While|If|As|"
        r"Its|His|Her|Their|There|By|With|From|Since|However|Both|Neither|Some|Many|Most|Now|Then|Yet|All|"
        r"No|Not|Only|Today)\b"
    ),
}
_FULL_NAME = re.compile(r"(\w+)\s+[A-ZÄÖÜ]\w")


def letter_ends_sentence(before: str, after: str, language: Language) -> bool:
    """`before` ends with the letter, without its full stop; `after` begins where a sentence would.

    A word that begins sentences decides by itself; a full name decides behind a place word ("on X. Mike
    Dorn"), anything behind a list of bodies.
    """
    if not _LETTER.search(before) or _ABBREVIATED.search(before):
        return False
    if _STARTERS[language].match(after) or _LISTED.search(before) or _BODY_BEFORE.search(before):
        return True
    full = _FULL_NAME.match(after)
    return full is not None and full[1] in FIRST_NAMES and bool(_PLACED.search(before))
