"""When a bare number of four digits is a year."""

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, glued, low

_YEAR_WORDS = {
    "de": words(
        """
    jahr jahre jahres seit im in bis ab vor nach anno von zwischen saison ende anfang mitte und sommer
    um für
    """
    ),
    "en": words(
        """
    in since by until till from between before after during of the year early late mid and to for around
    at ad circa
    """
    ),
}  # fmt: skip
_LEADING = words("jahr jahre jahres seit anno since im in during by until bis")
"""After these a number before a noun is a year all the same: seit 2019 Mitglied, in 2019 people."""
_COUNTING = {
    "de": words(
        """
    als mindestens höchstens rund etwa über knapp fast circa ca ungefähr gut maximal je jeweils
    insgesamt nur die der den nummer nr artikel paragraf § zu beinahe nahezu unter keine weitere alle
    """
    ),
    "en": words(
        """
    than least most about over nearly almost approximately roughly some only just up under number no
    section article a every another these those all
    """
    ),
}  # fmt: skip
_UNITS = words(
    """
    euro euros dollar dollars pfund pounds prozent percent per franken kronen rubel zloty forint rupees
    yuan meter metres metern kilometer kilometern kilometres km kg tonnen tonnes tons gramm grad degrees
    mio millionen million mrd milliarden billion bn menschen people einwohner einwohnern mitarbeiter
    mitarbeitern punkte punkten points quadratmeter quadratmetern liter litres miles feet jobs rpm yen
    us stück seiten pages stunden hours minuten minutes sekunden seconds tage tagen days jahre jahren
    years plätze stellen arbeitsplätze m cm mm kw mw hp ps mal times meters kilometers watt volt mah
    square
    """
)
_COUNTED = words(
    """
    stimmen wähler wählern besucher besuchern teilnehmer teilnehmern zuschauer zuschauern fans fälle
    fällen tote toten verletzte verletzten beschäftigte beschäftigten soldaten flüchtlinge flüchtlingen
    schüler schülern studenten studierende studierenden kinder kindern frauen männer männern haushalte
    haushalten wohnungen häuser betten autos fahrzeuge fahrzeugen exemplare exemplaren tiere tieren
    unterschriften anträge anträgen kunden mitglieder mitgliedern gäste gästen personen bewohner
    bewohnern helfer helfern tickets zimmer votes visitors cases deaths soldiers pupils students
    children women men households homes cars vehicles copies signatures customers members voters guests
    residents refugees officers troops seats beds patients
    """
)
"""What is counted by the thousand: a number before it is no year, unless a word for a year leads it."""
_PROGRAMMES = words(
    """
    agenda vision horizon horizont strategie strategy windows office fifa euro resolution flug flight
    zimmer room raum saal seite page nummer number hausnummer postfach extension channel highway route
    linie modell model typ type psalm artikel article section paragraf paragraph peugeot boeing airbus
    porsche bmw fiat intel core commodore nokia plz tsv sv fc sc vfl
    """
)
"""Names that a number belongs to, written with a capital."""
_NUMBERED = words("room page flight channel extension number section article")
"""The same without a capital, in English."""
_NARRATING = words("war wurde wurden starb erst bereits schon erstmals was")
_STATISTICS = words(
    "average total maximum minimum sum price schnitt summe höhe preis wert gesamt durchschnitt"
)
_CHANGES = words(
    """
    rose fell grew increased decreased dropped jumped climbed declined stieg stiegen sank sanken fiel
    fielen wuchs wuchsen erhöhte kletterte schrumpfte
    """
)
_BOUNDED = words("since until till by seit bis")
_LATEST = 2199
_OUR_TIME = range(1900, 2100)
_QUOTES = (
    ("„", "“"),
    ("„", "”"),
    ("“", "”"),
    ("»", "«"),
    ("«", "»"),
    ('"', '"'),
    ("‚", "‘"),
    ("‘", "’"),
    ("›", "‹"),
)
_RANGING = ("bis", "to", "und", "and", "-", "–")


def is_year(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the digits at an index are a year, by what stands before and behind them."""
    digits = tokens[at].low
    if tokens[at].kind is not Kind.DIGITS or len(digits) != 4 or not digits.isdecimal():
        return False
    if not 1000 <= int(digits) <= _LATEST or not _stands_alone(tokens, at):
        return False
    if low(tokens, at - 1) in _RANGING and _is_change(tokens, at - 2, at):
        return False
    partner = at + 2
    ranging = low(tokens, at + 1) in _RANGING and len(low(tokens, partner)) == len(digits)
    if ranging and tokens[partner].kind is Kind.DIGITS:
        return not _is_change(tokens, at, partner) and is_year(tokens, partner, language)
    return _reads_as_year(tokens, at, int(digits), language)


def _reads_as_year(tokens: list[Token], at: int, year: int, language: Language) -> bool:
    before = low(tokens, at - 1)
    if low(tokens, at - 2) in _STATISTICS and before in ("of", "von"):
        return False
    if before in ("als", "than"):
        return year >= 1900 and year % 100 > 0 and not _counts_a_noun(tokens, at, language)
    if before == "a" and year in _OUR_TIME and year % 50 and low(tokens, at + 1)[-1:].isalpha():
        return True  # "a 2017 trial"
    if _bounds_time(tokens, at):
        return not _counts_a_noun(tokens, at, language)
    if before in _COUNTING[language] and not (
        language == "de" and before in ("die", "der", "den", "zu", "um") and year % 100
    ):
        return False
    if year in _OUR_TIME:
        return bool(year % 50) or before in _YEAR_WORDS[language] or not _counts_a_noun(tokens, at, language)
    return _is_distant_year(tokens, at, year, language)


def _bounds_time(tokens: list[Token], at: int) -> bool:
    """until at least 2032, seit mindestens 2016."""
    bound = 1 if low(tokens, at - 1) in ("mindestens", "wenigstens") else 2
    bounded = bound == 1 or (low(tokens, at - 2), low(tokens, at - 1)) == ("at", "least")
    return bounded and low(tokens, at - bound - 1) in _BOUNDED


def _is_distant_year(tokens: list[Token], at: int, year: int, language: Language) -> bool:
    """Before 1900 and after 2099 a number is a year only where the words say so."""
    before, counted = low(tokens, at - 1), _counts_a_noun(tokens, at, language)
    if before in _NARRATING and not counted and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD:
        return not tokens[at + 1].capital
    return (
        before in _YEAR_WORDS[language]
        and (not counted or before in ("jahr", "jahre", "jahres", "since", "seit", "anno"))
        and (year >= 1400 or year % 100 > 0 or _ends_phrase(tokens, at + 1))
        and low(tokens, at + 1) != "-"
    )


def _is_change(tokens: list[Token], at: int, partner: int) -> bool:
    """rose from 1500 to 2000: two counts, unless both look like years of our time."""
    if low(tokens, at - 1) not in ("von", "from") or low(tokens, at - 2) not in _CHANGES:
        return False
    written = [low(tokens, index) for index in (at, partner)]
    return any(not each.isdecimal() or int(each) < 1900 or int(each) % 50 == 0 for each in written)


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """No currency, sign, unit or name holds the number."""
    before, after = low(tokens, at - 1), low(tokens, at + 1)
    if after in _UNITS or after in ("%", "€", "$", "£", "°", "‰") or (before, after) in _QUOTES:
        return False
    if before in ("$", "€", "£", "¥", "#", "№", "nr", "eur", "usd", "gbp", "+", "~", ">", "<", "≈", "§"):
        return False
    if after in _COUNTED and before not in _LEADING:
        return False
    if (before in _PROGRAMMES and tokens[at - 1].capital) or before in _NUMBERED:
        return False
    if (
        before in ("-", "−")
        and glued(tokens, at)
        and low(tokens, at - 2) not in ("mid", "early", "late", "end")
    ):
        return not glued(tokens, at - 1) or tokens[at - 2].kind is Kind.DIGITS
    return not (before == "." and glued(tokens, at) and glued(tokens, at - 1)) and not (
        after in ("-", "/")
        and glued(tokens, at + 1)
        and glued(tokens, at + 2)
        and tokens[at + 2].kind is Kind.DIGITS
    )


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    """Whether nothing that a number could count follows: um 1200, wohnten hier Mönche."""
    return at < len(tokens) and (tokens[at].kind is Kind.SIGN or tokens[at].low == "herum")


def _counts_a_noun(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a word behind the number may be what it counts."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.WORD:
        return False
    after = tokens[at + 1]
    if language == "de":
        noun_follows = at + 2 < len(tokens) and tokens[at + 2].capital
        return after.capital or (noun_follows and after.low.endswith(("en", "er", "e")))
    return (
        after.low.endswith("s")
        and not after.capital
        and after.low not in ("was", "is", "has", "as", "this", "its")
    )
