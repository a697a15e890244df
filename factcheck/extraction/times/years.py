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
    at ad
    """
),
}  # fmt: skip
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
    euro euros dollar dollars pfund pounds prozent percent per franken meter metres metern kilometer
    kilometern kilometres km kg tonnen tonnes tons grad degrees mio millionen million mrd milliarden
    billion bn menschen people einwohner mitarbeiter punkte punkten points quadratmeter quadratmetern
    liter litres miles feet jobs rpm kronen yen us stück seiten stunden hours plätze stellen
    arbeitsplätze m cm mm kw mw hp ps mal times meters kilometers watt volt mah square
    """
)


_PROGRAMMES = words("agenda vision horizon horizont strategie strategy windows office fifa")
_NARRATING = words("war wurde wurden starb erst bereits schon erstmals was")
_STATISTICS = words(
    "average total maximum minimum sum price schnitt summe höhe preis wert gesamt durchschnitt"
)


def is_year(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the digits at an index are a year, by what stands before and behind them."""
    digits = tokens[at].low
    if tokens[at].kind is not Kind.DIGITS or len(digits) != 4 or not digits.isdecimal():
        return False
    year = int(digits)
    if not 1000 <= year <= 2099 or not _stands_alone(tokens, at):
        return False
    before, after = low(tokens, at - 1), low(tokens, at + 1)
    partner = at + 2 if after in ("bis", "to", "und", "and", "-", "–") else 0
    if (
        partner
        and partner < len(tokens)
        and tokens[partner].kind is Kind.DIGITS
        and len(tokens[partner].low) == len(digits)
    ):
        return is_year(tokens, partner, language)
    if low(tokens, at - 2) in _STATISTICS and before in ("of", "von"):
        return False
    if before in ("als", "than"):
        return year >= 1900 and year % 100 > 0 and not _counts_a_noun(tokens, at, language)
    led = before in _YEAR_WORDS[language]
    if before in _COUNTING[language] and not (
        language == "de" and before in ("die", "der", "den", "zu", "um") and year % 100
    ):
        return False
    if 1900 <= year <= 2099 and year % 50:
        return True
    counted = _counts_a_noun(tokens, at, language)
    if year >= 1900:
        return led or not counted
    if before in _NARRATING and not counted and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD:
        return not tokens[at + 1].capital
    return (
        led
        and (not counted or before in ("jahr", "jahre", "jahres", "since", "seit", "anno"))
        and (year >= 1400 or year % 100 > 0 or _ends_phrase(tokens, at + 1))
        and after != "-"
    )


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """No currency, sign, unit or name holds the number."""
    before, after = low(tokens, at - 1), low(tokens, at + 1)
    if after in _UNITS or after in ("%", "€", "$", "£", "°", "‰"):
        return False
    if before in ("$", "€", "£", "¥", "#", "№", "nr", "eur", "usd", "gbp", "+", "~", ">", "<", "≈", "§"):
        return False
    if before in _PROGRAMMES and tokens[at - 1].capital:
        return False
    if before in ("-", "−") and glued(tokens, at) and low(tokens, at - 2) != "mid":
        return not glued(tokens, at - 1) or tokens[at - 2].kind is Kind.DIGITS
    return not (before == "." and glued(tokens, at) and glued(tokens, at - 1)) and not (
        after == "-"
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
