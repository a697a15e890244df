"""Words of the calendar that are names or parts of names: August Meier, Bild am Sonntag, Arab Spring."""

from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Token, glued, low
from factcheck.extraction.times.values import Value

_HYPHENS = frozenset("-‑–")
_PAPERS = words("bild welt zeit kurier times telegraph mirror express mail herald post independent")
_COLOURS = words("black bloody super red blue fat golden good palm holy ash cyber schwarzer grüner blutiger")
_PARTS = words("anfang mitte ende beginn monat")
_TITLES = words(
    """
    herr herrn frau frl doktor dr prof professor minister ministerin kanzler kanzlerin präsident familie
    mr mrs ms miss sir lady lord
    """
)
_TEMPORAL = words(
    """
    im in am an vom zum zu zur seit ab bis vor nach von zwischen und oder der des dem den dieser diesen
    diesem jeden jeder
    of on at by since until from during before after between and or to the every each this last next
    """
)
_SEASONS_AND_MONTHS = len("-10")


def hangs_on(tokens: list[Token], at: int) -> bool:
    """Whether a sign binds the word to another one before it (Herz-Jesu-Sonntag, $2019)."""
    if not glued(tokens, at):
        return False
    before = low(tokens, at - 1)
    if tokens[at].kind is Kind.DIGITS and before in ("$", "€", "£", ",", ".", "#"):
        return True
    if tokens[at].kind is Kind.DIGITS and _is_path(tokens, at):
        return True
    held = before in _HYPHENS and glued(tokens, at - 1) and at > 1 and tokens[at - 2].kind is not Kind.SIGN
    return (
        held
        and tokens[at].kind is not Kind.DIGITS
        and tokens[at - 2].low not in ("mid", "early", "late", "to")
    )


def _is_path(tokens: list[Token], at: int) -> bool:
    """example.org/2015/09"""
    return low(tokens, at - 1) == "/" and glued(tokens, at - 1) and tokens[at - 2].kind is Kind.WORD


def is_name(tokens: list[Token], at: int, stop: int, value: Value) -> bool:
    """Whether the words tokens[at:stop], read as a value, belong to a name."""
    if tokens[at].kind is Kind.DIGITS or value.clock:
        return False
    if value.edtf is not None:
        return _is_movement(tokens, at, value.edtf)
    if _is_joined(tokens, stop):
        return True
    if value.relative is not None and value.relative.unit == "weekday":
        return _is_named_day(tokens, at, stop)
    bare = value.part is not None and len(value.part) == _SEASONS_AND_MONTHS and stop == at + 1
    return bare and _is_bare_name(tokens, at, stop)


def _is_movement(tokens: list[Token], at: int, edtf: str) -> bool:
    """The Arab Spring in 2011, Prager Frühling 1968: a season behind the adjective of its name."""
    season = edtf[4:] in ("-21", "-23") and tokens[at].capital
    return season and at > 0 and tokens[at - 1].capital and not _begins(tokens, at - 1)


def _is_joined(tokens: list[Token], stop: int) -> bool:
    """Winter-Biathlon, Monday.com."""
    if not glued(tokens, stop) or not glued(tokens, stop + 1) or tokens[stop + 1].kind is not Kind.WORD:
        return False
    if low(tokens, stop) in _HYPHENS:
        return low(tokens, stop + 1) != "to"
    return low(tokens, stop) == "." and not tokens[stop + 1].capital


def _is_named_day(tokens: list[Token], at: int, stop: int) -> bool:
    """Bild am Sonntag, Sunday Times, Bloody Sunday."""
    before = low(tokens, at - 1)
    if before in ("am", "on") and low(tokens, at - 2) in _PAPERS:
        return True
    return low(tokens, stop) in _PAPERS or (before in _COLOURS and tokens[at - 1].capital)


def _is_bare_name(tokens: list[Token], at: int, stop: int) -> bool:
    """A month or season without more: Frau Mai, August Meier, Audi Q3, Prager Frühling."""
    before = low(tokens, at - 1)
    if before in _TITLES or (before == "." and low(tokens, at - 2) in _TITLES):
        return True
    if at and tokens[at - 1].kind is not Kind.SIGN and tokens[at - 1].capital:
        return before not in (_PARTS | _TEMPORAL if _begins(tokens, at - 1) else _PARTS)
    followed = stop < len(tokens) and tokens[stop].kind is Kind.WORD and tokens[stop].capital
    return followed and before not in _TEMPORAL and tokens[at].kind is Kind.WORD


def _begins(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind is Kind.SIGN
