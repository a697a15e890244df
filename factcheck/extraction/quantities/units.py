"""Units in normal form: ISO 4217 codes, percent, SI symbols; read behind or before a number."""

from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, glued, low
from factcheck.extraction.quantities.compounds import SUFFIX, SUFFIX_UNITS

_HYPHENED = words(
    "member person man woman strong storey story bed bedroom point page seat part room goal game player seater foot"
)
"""English nouns that a number counts over a hyphen: a 12-member panel."""


class Unit(NamedTuple):
    """A unit and the index behind its words."""

    name: str
    stop: int


def _table(lines: str) -> dict[str, str]:
    """`symbol: word word` lines as a mapping of words to symbols."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        symbol, words = line.split(":")
        table.update(dict.fromkeys(words.split(), symbol.strip()))
    return table


SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
}
DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "r": "BRL",
}
PREFIXES = {
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
    "jpy": "JPY",
    "rm": "MYR",
    "rs": "INR",
    "aud": "AUD",
    "sek": "SEK",
}

_MONEY = _table("""
    EUR: euro euros eur
    USD: dollar dollars dollarn usd bucks
    GBP: pfund pounds pound gbp quid sterling
    CHF: franken francs chf sfr
    JPY: yen jpy
    CNY: yuan renminbi rmb cny
    RUB: rubel rubeln roubles rubles rouble
    INR: rupien rupees rupee
    TRY: lira
    PLN: zloty złoty
    CZK: czk
    HUF: forint
    UAH: hrywnja hryvnia hryvnias
    ILS: schekel shekels
    KRW: won
    BRL: real reais
    ZAR: rand
    DEM: mark d-mark
    ATS: schilling
""")
_NATIONAL = {
    "us": "USD", "amerikanische": "USD", "amerikanischen": "USD", "australian": "AUD", "australische": "AUD",
    "australischen": "AUD", "canadian": "CAD", "kanadische": "CAD", "kanadischen": "CAD", "hongkong": "HKD", "new": "NZD",
}  # fmt: skip
_KRONER = {"swedish": "SEK", "schwedische": "SEK", "schwedischen": "SEK", "norwegian": "NOK", "norwegische": "NOK",
           "norwegischen": "NOK", "danish": "DKK", "dänische": "DKK", "dänischen": "DKK", "tschechische": "CZK",
           "tschechischen": "CZK", "czech": "CZK"}  # fmt: skip
_NATIONALITIES = frozenset((*_NATIONAL, *_KRONER, "swiss", "schweizer", "britische", "britischen", "british", "chinese",
    "chinesische", "chinesischen", "japanese", "japanische", "japanischen", "indian", "russian", "russische", "russischen",
    "turkish", "türkische", "türkischen", "deutsche", "polish", "polnische", "polnischen"))  # fmt: skip
_CROWNS = frozenset(("kronen", "kroner", "kronor", "krona", "crowns", "koruna"))

_MEASURES = _table("""
    km: km kilometer kilometern kilometers kilometre kilometres
    m: m meter metern meters metre metres
    cm: cm zentimeter zentimetern centimeter centimeters centimetre centimetres
    mm: mm millimeter millimetern millimeters millimetre millimetres
    nm: nm nanometer nanometern nanometers nanometres
    kg: kg kilo kilos kilogramm kilogram kilograms kilogrammes
    g: g gramm gram grams
    mg: mg milligramm milligram milligrams
    t: t tonne tonnen tonnes tons ton
    l: l liter litern litre litres liters
    ml: ml milliliter millilitern millilitres milliliters
    hl: hl hektoliter hektolitern
    ha: ha hektar hectare hectares
    m²: m² qm quadratmeter quadratmetern
    km²: km² quadratkilometer quadratkilometern
    m³: m³ kubikmeter kubikmetern
    W: w watt watts
    kW: kw kilowatt kilowatts
    MW: mw megawatt megawatts
    GW: gw gigawatt gigawatts
    Wh: wh wattstunden
    kWh: kwh kilowattstunde kilowattstunden
    MWh: mwh megawattstunden
    GWh: gwh gigawattstunden
    TWh: twh terawattstunden
    V: volt volts
    kB: kb kilobyte kilobytes
    MB: mb megabyte megabytes
    GB: gb gigabyte gigabytes
    TB: tb terabyte terabytes
    Mbps: mbps mbit
    Hz: hz hertz
    kHz: khz kilohertz
    MHz: mhz megahertz
    GHz: ghz gigahertz
    dB: db dezibel decibel decibels
    hp: hp bhp horsepower
    PS: ps
    Nm: newtonmeter
    km/h: kmh kph stundenkilometer stundenkilometern
    mph: mph
    mile: mile miles meile meilen
    ft: ft feet foot
    in: inch inches zoll
    yd: yard yards
    lb: lb lbs
    oz: oz ounce ounces unze unzen
    acre: acre acres
    barrel: barrel barrels
    s: sekunde sekunden second seconds sec secs
    min: minute minuten minutes min mins
    h: stunde stunden hour hours std hrs
    day: day days tag tage tagen
    week: week weeks woche wochen
    month: month months monat monate monaten
    year: year years jahr jahre jahren
    decade: decade decades jahrzehnt jahrzehnte jahrzehnten
    times: times mal
    cent: cent cents
    penny: pence p
""")
_PERCENT = frozenset(("prozent", "percent", "pct", "pc", "%"))
_POINTS = frozenset(("prozentpunkt", "prozentpunkte", "prozentpunkten"))
_SQUARES = {"square": "²", "cubic": "³", "quadrat": "²"}
_SECOND_SENSE = words(
    """
    m second mark real won rand foot t l g w min in ton pc v
    """
)
"""Words that are a unit only behind digits, or in the form given."""


def money_before(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The currency that stands before a number, with the index of its first token."""
    sign = low(tokens, at - 1)
    if sign in SIGNS:
        area = low(tokens, at - 2)
        if sign == "$" and area in DOLLARS and (glued(tokens, at - 1) or area == "us"):
            return DOLLARS[area], at - 2
        return SIGNS[sign], at - 1
    if sign == "us" and low(tokens, at - 2) == "$" and glued(tokens, at - 1):
        return "USD", at - 2
    if sign in PREFIXES and tokens[at - 1].capital:
        return ("USD", at - 2) if low(tokens, at - 2) == "$" else (PREFIXES[sign], at - 1)
    return None


def unit_after(tokens: list[Token], at: int, language: Language, spelled: bool) -> Unit | None:
    """The unit whose words begin at a token; `spelled` when the number is in words."""
    word = low(tokens, at)
    if not word:
        return None
    if (
        word in ("-", "‑")
        and glued(tokens, at)
        and glued(tokens, at + 1)
        and tokens[at + 1].kind is Kind.WORD
    ):
        return _hyphenated(tokens, at + 1, language)
    if word in ("c", "f") and glued(tokens, at) and tokens[at].capital and not spelled:
        return Unit(f"°{word.upper()}", at + 1)
    return _percent(tokens, at) or _money(tokens, at, language) or _measure(tokens, at, spelled)


def _hyphenated(tokens: list[Token], at: int, language: Language) -> Unit | None:
    """15-TB, two-year, 10-prozentig."""
    word = tokens[at].low
    if word in _PERCENT or (language == "de" and word.startswith("prozentig")):
        return Unit("percent", at + 1)
    suffix = SUFFIX.fullmatch(word) if language == "de" else None
    if suffix is not None:
        return Unit(SUFFIX_UNITS[suffix[1]], at + 1)
    if language == "en" and word in _HYPHENED:
        return Unit(word, at + 1)
    if word == "year" and low(tokens, at + 1) == "-" and low(tokens, at + 2) in ("old", "olds"):
        return Unit("year", at + 3)
    if word in _MEASURES and (word not in _SECOND_SENSE or word in ("foot", "second", "ton")):
        return Unit(_MEASURES[word], at + 1)
    return Unit(_MONEY[word], at + 1) if word in ("euro", "dollar", "pound", "franken") else None


def _percent(tokens: list[Token], at: int) -> Unit | None:
    word, following = tokens[at].low, low(tokens, at + 1)
    if word in _POINTS:
        return Unit("percentage_point", at + 1)
    if word == "percentage" and following in ("point", "points"):
        return Unit("percentage_point", at + 2)
    stop = (
        at + 1
        if word in _PERCENT and (word != "pc" or glued(tokens, at))
        else at + 2
        if word == "per" and following == "cent"
        else 0
    )
    if not stop:
        return None
    if low(tokens, stop) in ("point", "points"):
        return Unit("percentage_point", stop + 1)
    return Unit("percent", stop)


def _money(tokens: list[Token], at: int, language: Language) -> Unit | None:
    word = tokens[at].low
    if word in SIGNS:
        number_follows = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.DIGITS and glued(tokens, at + 1)
        return None if number_follows else Unit(SIGNS[word], at + 1)
    name = at
    if word in _NATIONALITIES:
        name = at + 1
        while low(tokens, name) in ("-", "zealand"):
            name += 1
    currency = low(tokens, name)
    if currency in ("dollar", "dollars", "dollarn"):
        return Unit(_NATIONAL.get(word, "USD"), name + 1)
    if currency in _CROWNS:
        return Unit(_KRONER.get(word, "krone"), name + 1)
    if currency in ("mark", "real", "won", "rand", "lira") and (language == "en" or currency != "mark"):
        return None if currency in ("mark", "won", "real", "rand") else Unit("TRY", name + 1)
    return Unit(_MONEY[currency], name + 1) if currency in _MONEY else None


def _measure(tokens: list[Token], at: int, spelled: bool) -> Unit | None:
    word = tokens[at].low
    if word in ("°", "grad", "degree", "degrees"):
        return _degrees(tokens, at)
    if word in _SQUARES and low(tokens, at + 1) in _MEASURES:
        return Unit(_MEASURES[tokens[at + 1].low] + _SQUARES[word], at + 2)
    symbol = _MEASURES.get(word)
    if symbol is None or (word in _SECOND_SENSE and (spelled or (word in ("in", "second", "foot")))):
        return None
    if len(word) <= 2 and tokens[at].capital and word in ("m", "s", "h", "t", "g", "p", "d"):
        return None
    stop = at + 1
    rate = low(tokens, stop + 1) if low(tokens, stop) == "/" else ""
    if rate in ("h", "s") and glued(tokens, stop):
        return Unit(f"{symbol}/{rate}", stop + 2)
    if low(tokens, stop) in ("pro", "per") and low(tokens, stop + 1) in (
        "stunde",
        "hour",
        "sekunde",
        "second",
    ):
        return Unit(_rate(symbol, low(tokens, stop + 1)[0]), stop + 2)
    if (
        symbol in ("m", "km", "cm")
        and stop < len(tokens)
        and low(tokens, stop) in ("²", "³")
        and glued(tokens, stop)
    ):
        return Unit(symbol + low(tokens, stop), stop + 1)
    return Unit(symbol, stop)


def _rate(symbol: str, per: str) -> str:
    return "mph" if symbol == "mile" else f"{symbol}/{'s' if per == 's' else 'h'}"


def _degrees(tokens: list[Token], at: int) -> Unit:
    scale = low(tokens, at + 1)
    if scale in ("celsius", "c"):
        return Unit("°C", at + 2)
    if scale in ("fahrenheit", "f"):
        return Unit("°F", at + 2)
    return Unit("degree", at + 1)
