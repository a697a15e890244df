"""The words of units: money, percent, measures."""

from factcheck.extraction.lexicon import words

HYPHENED = words(
    """
    member person man woman storey story bed bedroom point page seat part room goal game player
    seater
    """
)
"""English nouns that a number counts over a hyphen: a 12-member panel."""


def _table(lines: str) -> dict[str, str]:
    """`symbol: word word` lines as a mapping of words to symbols."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        symbol, words = line.split(":")
        table.update(dict.fromkeys(words.split(), symbol.strip()))
    return table


SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
    "₺": "TRY", "₴": "UAH",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD",
}  # fmt: skip
"""What stands before the sign: US$, A$."""

PREFIXES = {
    "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "rm": "MYR", "rs": "INR",
    "aud": "AUD", "sek": "SEK",
}  # fmt: skip
MONEY = _table("""
    EUR: euro euros eur teur
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
NATIONAL = {
    "us": "USD", "amerikanische": "USD", "amerikanischen": "USD", "australian": "AUD", "australische": "AUD",
    "australischen": "AUD", "canadian": "CAD", "kanadische": "CAD", "kanadischen": "CAD", "hongkong": "HKD",
    "new": "NZD",
}  # fmt: skip
KRONER = {
    "swedish": "SEK", "schwedische": "SEK", "schwedischen": "SEK", "norwegian": "NOK", "norwegische": "NOK",
    "norwegischen": "NOK", "danish": "DKK", "dänische": "DKK", "dänischen": "DKK", "tschechische": "CZK",
    "tschechischen": "CZK", "czech": "CZK",
}  # fmt: skip
NATIONALITIES = words(
    """
    swiss schweizer britische britischen british chinese chinesische chinesischen japanese japanische
    japanischen indian russian russische russischen turkish türkische türkischen deutsche polish
    polnische polnischen
    """
).union(NATIONAL, KRONER)
CROWNS = frozenset(("kronen", "kroner", "kronor", "krona", "crowns", "koruna"))

MEASURES = _table("""
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
    m²: m² m2 qm quadratmeter quadratmetern
    km²: km² km2 quadratkilometer quadratkilometern
    m³: m³ m3 kubikmeter kubikmetern
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
    times: times mal fold
    cent: cent cents
    penny: pence p
    permille: promille ‰
    basis_point: basispunkt basispunkte basispunkten bp bps
""")
PERCENT = frozenset(("prozent", "percent", "pct", "pc", "%"))
POINTS = frozenset(("prozentpunkt", "prozentpunkte", "prozentpunkten"))
SQUARES = {"square": "²", "cubic": "³", "quadrat": "²"}
SECOND_SENSE = words(
    """
    m second mark real won rand foot t l g w min in ton pc v
    """
)
"""Words that are a unit only behind digits, or in the form given."""
