"""Claims by number: what claim number N of a made-up newsroom says, and how somebody might ask about it.

`tell(number, seed)` gives the same claim whoever asks and whatever came before, so a benchmark can ask about
claim 812,345 without having read the others. Names of people and places are made of syllables, things are
the nouns of the desk's own lexicon; how often each is used falls off as it does in texts.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from claims.reason import Language
from factcheck.matching.lexicon import read_entries

TOGETHER = 20
"""Claims that belong to one article."""

LANGUAGES: tuple[Language, Language] = ("de", "en")
FIRST_YEAR, LAST_YEAR = 1990, 2026


@dataclass(frozen=True)
class Frame:
    """A sentence with gaps, what two others make of it, and the noun that its number counts."""

    claim: str
    asked: tuple[str, str]
    unit: str


@dataclass(frozen=True)
class Told:
    """One claim: its words, its number with the words for it, its year, and what may be asked about it."""

    text: str
    language: Language
    person: str
    value: int
    figure: str
    unit: str
    year: int
    asked: tuple[str, str]


_FIGURES = (3, 40, 900, 7_000, 60_000, 400_000)


def tell(number: int, seed: int) -> Told:
    """Claim `number` of the newsroom `seed`. Twenty in a row are in one language, two of three in German."""
    chance = random.Random(f"{seed}:{number}")
    language: Language = "en" if (number - 1) // TOGETHER % 3 == 2 else "de"
    frame = chance.choice(_frames()[language])
    value = chance.randint(2, 9) * chance.choice(_FIGURES) + chance.randint(0, 99)
    nouns, others = _pick(chance, _things(), 3), _pick(chance, _things(), 3)
    gaps = {
        "org": _pick_body(chance, language),
        "who": f"{chance.choice(_parts()['first'])} {make_name(chance)}",
        "town": _town(chance),
        "year": str(LAST_YEAR - int((LAST_YEAR - FIRST_YEAR + 1) * chance.random() ** 2)),
        "figure": f"{value:,}".replace(",", "." if language == "de" else ","),
        "noun": nouns[language][0],
        "other": others[language][0],
    }
    # who asks has another word for the thing, where there is one
    reworded = gaps | {"noun": nouns[language][-1]}
    return Told(
        text=_sentence(frame.claim, gaps),
        language=language,
        person=gaps["who"],
        value=value,
        figure=gaps["figure"],
        unit=frame.unit,
        year=int(gaps["year"]),
        asked=(_sentence(frame.asked[0], gaps), _sentence(frame.asked[1], reworded)),
    )


@lru_cache(maxsize=1)
def _frames() -> dict[Language, tuple[Frame, ...]]:
    rows = _lines("frames.tsv")
    return {
        language: tuple(
            Frame(claim, (one, other), unit) for code, claim, one, other, unit in rows if code == language
        )
        for language in LANGUAGES
    }


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, *words in _lines("names.tsv")}


def _lines(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _sentence(frame: str, gaps: dict[str, str]) -> str:
    filled = frame.format(**gaps)
    return filled[0].upper() + filled[1:]


@lru_cache(maxsize=1)
def _things() -> tuple[dict[Language, tuple[str, ...]], ...]:
    """The nouns of the lexicon, in both languages; the order, and with it how common each is, is mixed."""
    found: list[dict[Language, tuple[str, ...]]] = [
        {"de": tuple(word for word in entry.german if word[0].isupper()), "en": entry.english}
        for entry in read_entries()
        if entry.german[0][0].isupper() and not entry.is_name
    ]
    random.Random(0).shuffle(found)
    return tuple(found)


_T = TypeVar("_T")


def _pick(chance: random.Random, among: Sequence[_T], bend: int = 2) -> _T:
    """One of them, the first most often: the higher `bend`, the more so."""
    return among[int(len(among) * chance.random() ** bend)]


def make_name(chance: random.Random) -> str:
    """A surname that hardly anybody has."""
    return "".join(_pick(chance, _parts()[kind]) for kind in ("head", "middle", "tail"))


def _town(chance: random.Random) -> str:
    return "".join(_pick(chance, _parts()[kind]) for kind in ("head", "middle", "place"))


def _pick_body(chance: random.Random, language: Language) -> str:
    body = chance.choice(_parts()[f"body.{language}"])
    return body.format(town=_town(chance), name=make_name(chance))
