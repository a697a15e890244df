"""What class a well-known source has, and why: `propose_class(url, publisher)`. Pure.

The table (primary.tsv) has host names and publishers of statistics offices, courts, registers, company
filings, legislation and the like, in German-speaking countries, the EU, the UK, the US and the world.
"""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

from claims.reason import Language, Reason
from claims.source import SourceClass

SENTENCES: dict[str, dict[Language, str]] = {
    "statistics": {"de": "amtliche Statistik: {name}", "en": "official statistics: {name}"},
    "court": {"de": "Gericht: {name}", "en": "a court: {name}"},
    "register": {"de": "Register: {name}", "en": "a register: {name}"},
    "filings": {"de": "Pflichtveröffentlichungen: {name}", "en": "statutory filings: {name}"},
    "law": {"de": "Gesetze im Wortlaut: {name}", "en": "the words of the law: {name}"},
    "parliament": {"de": "Parlament: {name}", "en": "a parliament: {name}"},
    "government": {"de": "Behörde: {name}", "en": "a public authority: {name}"},
    "central_bank": {"de": "Zentralbank: {name}", "en": "a central bank: {name}"},
    "regulator": {"de": "Aufsichtsbehörde: {name}", "en": "a regulator: {name}"},
    "science": {"de": "Forschung aus erster Hand: {name}", "en": "research at first hand: {name}"},
    "election": {"de": "Wahlbehörde: {name}", "en": "an election authority: {name}"},
    "measurement": {"de": "Messdaten: {name}", "en": "measurements: {name}"},
    "reference": {"de": "Nachschlagewerk: {name}", "en": "a work of reference: {name}"},
}
_TERTIARY = "reference"


class Known(NamedTuple):
    """The class that a source is proposed to have, and why."""

    source_class: SourceClass
    reason: Reason


def sentence(reason: Reason, language: Language) -> str:
    """Why a source has its class, in words. Raises KeyError for a code that has no sentence."""
    return SENTENCES[reason.code][language].format(**reason.values)


def propose_class(url: str | None, publisher: str = "") -> Known | None:
    """What the table says of an address, else of a publisher's name; None where it has neither."""
    by_place, by_name = _table()
    found = next((by_place[place] for place in _places(url) if place in by_place), None)
    return found or by_name.get(publisher.strip().casefold())


def class_of(url: str | None, publisher: str = "") -> SourceClass:
    """The class of a source of which nobody says one: that of a well-known one, else secondary."""
    known = propose_class(url, publisher)
    return known.source_class if known else SourceClass.SECONDARY


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Known], dict[str, Known]]:
    by_place: dict[str, Known] = {}
    by_name: dict[str, Known] = {}
    for line in files("factcheck.evidence").joinpath("primary.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            place, name, kind = line.split("\t")
            source_class = SourceClass.TERTIARY if kind == _TERTIARY else SourceClass.PRIMARY
            known = Known(source_class, Reason(code=kind, values={"name": name}))
            by_place[place] = known
            by_name.setdefault(name.casefold(), known)
    return by_place, by_name


def _places(url: str | None) -> list[str]:
    """The places that an address lies in, the narrowest first: paths, then the host and those above it."""
    try:
        split = urlsplit(url or "")
        host = (split.hostname or "").removeprefix("www.")
    except ValueError:
        return []
    folders = [part for part in split.path.split("/") if part]
    paths = ["/".join([host, *folders[:count]]) for count in range(len(folders), 0, -1)]
    return [*paths, *(host.split(".", step)[-1] for step in range(host.count(".") + 1))]
