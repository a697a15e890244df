"""What a text says of where it comes from: news agencies it credits, press releases it goes by. Pure."""

import re
from functools import lru_cache

_AGENCIES = {
    "dpa": r"dpa|Deutsche Presse-Agentur",
    "AFP": r"AFP|Agence France-Presse",
    "Reuters": r"Reuters|rtr",
    "AP": r"AP|Associated Press",
    "epd": r"epd|Evangelischer Pressedienst",
    "KNA": r"KNA|Katholische Nachrichten-Agentur",
    "APA": r"APA|Austria Presse Agentur",
    "Keystone-SDA": r"Keystone[- ]SDA|SDA|sda",
    "PA": r"PA Media|Press Association|PA",
    "SID": r"SID|Sport-Informations-Dienst",
    "dts": r"dts|dts Nachrichtenagentur",
    "ANSA": r"ANSA",
    "EFE": r"EFE",
    "Belga": r"Belga",
    "ANP": r"ANP",
    "Ritzau": r"Ritzau",
    "TASS": r"TASS",
    "Interfax": r"Interfax",
    "Xinhua": r"Xinhua",
    "Kyodo": r"Kyodo(?: News)?",
    "PTI": r"PTI|Press Trust of India",
    "Bloomberg": r"Bloomberg(?: News)?",
}
_SHORT = frozenset({"AP", "PA", "APA"})
"""Letters that stand in brackets for other things, too: only a line of origin makes them an agency."""

_NAME = "|".join(f"(?P<{'_'.join(re.findall('[A-Za-z]+', key))}>{names})" for key, names in _AGENCIES.items())
_KEYS = {"_".join(re.findall("[A-Za-z]+", key)): key for key in _AGENCIES}
_AGENCY = re.compile(rf"(?<![\w])(?:{_NAME})(?![\w])")

_LINES = (
    re.compile(r"\((?P<names>[^()\n]{2,40})\)[ \t]*(?:[-–—:]|$)", re.MULTILINE),
    re.compile(r"^[ \t]*(?:[©*/\-–—(]\s*)?(?P<names>[A-Za-z/,&+ -]{2,40}?)[)/. \t]*$", re.MULTILINE),
    re.compile(
        r"\b(?:Quellen?|Sources?|Agenturen?|Mit (?:Material|Informationen) (?:von|der)|Von|By|"
        r"[Ww]ith (?:files|material|reporting) from)[: ]+(?P<names>[^\n.]{2,60})"
    ),
)
"""Where a text names its origin: before the first sentence, alone on a line, or after words that say so."""
_BRACKETS = re.compile(r"\((?P<names>[\w/,&+ -]{2,40})\)")
"""… and in brackets anywhere."""
_SEPARATED = re.compile(r"\s*[/,&+]\s*|\s+(?:und|and)\s+|-(?=[A-Z])")
_LONGEST_OWN_WORDS = 2
"""Words that may stand beside an agency's name on such a line: "dpa Berlin", "Reuters Staff"."""

_RELEASE = re.compile(
    r"\b(?:(?:Presse|Medien)(?:mitteilung|information|meldung)|Pressemeldung)\s+(?:der|des|von|vom)\s+"
    r"(?P<german>[A-ZÄÖÜ][\w&.-]*(?:\s+[A-ZÄÖÜ][\w&.-]*){0,3})"
    r"|\b(?:press|news|media) release\s+(?:from|by|of|issued by)\s+(?:the\s+)?"
    r"(?P<english>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*){0,3})"
)
_GENITIVE = re.compile(r"s$")
_MARKS = re.compile(
    r"\b(?:PRNewswire|PR Newswire|Business Wire|GlobeNewswire|EQS-News|news aktuell|FOR IMMEDIATE RELEASE|"
    r"Zur sofortigen Veröffentlichung|Original-Content von|OTS\d{4})\b|"
    r"\(ots\)|^\s*(?:Presse|Medien)mitteilung\b|^\s*PRESS RELEASE\b",
    re.MULTILINE | re.IGNORECASE,
)


_TEXTS = 100
"""Texts of which it is remembered: each look at a claim asks it of the same ones again."""


@lru_cache(_TEXTS)
def find_agencies(text: str) -> frozenset[str]:
    """The agencies that the text gives as its origin: "BERLIN (dpa) - …", "Quelle: AFP", "dpa/epd"."""
    found = {key for line in _LINES for match in line.finditer(text) for key in _credited(match["names"])}
    anywhere = {key for match in _BRACKETS.finditer(text) for key in _credited(match["names"])}
    return frozenset(found | (anywhere - _SHORT))


def _credited(line: str) -> set[str]:
    parts = _SEPARATED.split(line.strip())
    keys = (_agency(part) for part in parts if part)
    return {key for key in keys if key}


def _agency(part: str) -> str | None:
    match = _AGENCY.match(part)
    if match is None or len(part[match.end() :].split()) > _LONGEST_OWN_WORDS:
        return None
    return _KEYS[match.lastgroup or ""]


@lru_cache(_TEXTS)
def find_issuers(text: str) -> frozenset[str]:
    """Whose press releases the text names, in small letters: "laut Pressemitteilung der Stadtwerke Aue"."""
    named = (match["german"] or match["english"] for match in _RELEASE.finditer(text))
    return frozenset(_GENITIVE.sub("", " ".join(name.split()).rstrip(".").lower()) for name in named)


@lru_cache(_TEXTS)
def is_release(text: str) -> bool:
    """Whether the text itself bears the mark of a press release."""
    return _MARKS.search(text) is not None
