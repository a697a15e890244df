"""Numbers that count nothing: names, ordinals, scores, telephone numbers, idioms."""

import re

from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Kind, Numeral, Token, glued, low

_LABELS: dict[Language, frozenset[str]] = {
    "de": words(
    """
    artikel art paragraf paragraph paragraphen absatz abs satz nummer nr ziffer kapitel kap seite band
    teil folge staffel episode klasse stufe phase runde gruppe level kategorie typ modell version zimmer
    raum saal gleis linie halle tor block route kanal studio bezirk formel agenda platz rang tag
    spieltag etappe buch akt szene bundesstraße autobahn straße landstraße flug zeile spalte punkt
    anhang anlage variante stand stellung generation ausgabe mission apollo apartment wohnung haus block
    reaktor block turm kilometer sektor planquadrat startnummer postfach plz telefon tel fax az
    aktenzeichen drucksache windows iphone android playstation top boeing airbus typhoon artikels
    paragrafen absatzes
    """
),
    "en": words(
    """
    article section row part chapter page room gate flight route highway interstate channel episode
    season level phase group number no nos grade category class type model version stage round week day
    figure fig table volume vol act scene line lines platform terminal pier lane track track block unit
    apartment apt suite floor box area zone district ward sector exhibit appendix clause paragraph para
    sections articles chapters pages seed ranked apollo windows iphone android playstation xbox formula
    top big boeing airbus catch pg nc studio bus tier generation gen mission agenda title schedule rule
    amendment resolution directive mk mark building pier phone tel fax
    """
),
}  # fmt: skip
_INDICES = words(
    """
    s&p ftse dax mdax cac nasdaq sp asx nikkei stoxx p russell hsi topix csi ibex
    """
)
_DETERMINERS = words(
    """
    der die das des dem den im am zum zur vom beim ins ein eine einen einem einer eines sein seine
    seinen seinem seiner ihr ihre ihren ihrem ihrer dieser diese dieses diesen diesem jeder jede jedes
    jeden jedem
    """
)
_IDIOMS: dict[Language, frozenset[tuple[str, ...]]] = {
    "de": frozenset(tuple(phrase.split()) for phrase in """vier augen|sechs augen|vier wänden|zwei welten|einen seite|einer seite|
        sieben weltmeere|sieben sachen|zwei mal drei|drei könige|zwei paar|sieben siegel|sieben siegeln|null und|alle fünfe|
        eins zu|ein bisschen|ein wenig|ein paar|ein jeder|eins werden|hundertprozentig sicher|tausend dank|neun leben|zwei stühlen""".replace("\n", "").split("|")),
    "en": frozenset(tuple(phrase.split()) for phrase in """one another|one day|one thing|one hand|one side|one way|one of|
        one by|one more|one step|one bit|one can|one could|one might|one would|one should|one must|one who|one that|one which|
        one time|one point|one too|one last|one final|all fours|two cents|nine lives|two minds|one is|one was|one has|one to|one on|
        zero tolerance|four corners|seven seas|one such|one off|one's|one moment""".replace("\n", "").split("|")),
}  # fmt: skip
_SPORT = words(
    """
    beat beats won win wins lost lose draw drew defeat defeated lead led victory score scored thrashed
    edged ahead level trailed final half trail sets down
    """
)  # fmt: skip


def is_excluded(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """Whether the number counts nothing, by its own form and the words beside it."""
    at = numeral.start
    if numeral.spelled:
        return _is_spelled_idiom(tokens, numeral, language)
    return (
        _is_glued_to_name(tokens, numeral)
        or _is_ordinal(tokens, numeral, language)
        or _is_code(tokens, numeral)
        or is_label(tokens, at, language)
    )


def _is_spelled_idiom(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    at = numeral.start
    before = low(tokens, at - 1)
    if (tokens[at].low, low(tokens, at + 1)) in _IDIOMS[language] or (before, tokens[at].low) in _IDIOMS[
        language
    ]:
        return True
    if is_label(tokens, at, language) and not tokens[at].capital:
        return True
    if before in ("-", "‑") and glued(tokens, at) and glued(tokens, at - 1):
        return True
    if language == "en":
        named = (
            tokens[at].capital
            and at > 0
            and tokens[at - 1].low in ("of", "the")
            and not _begins_sentence(tokens, at)
        )
        return named or (
            before in ("no", "any", "every", "this", "that", "which", "the") and tokens[at].low == "one"
        )
    return tokens[at].low == "null" and before in ("stunde", "bei")


def is_label(tokens: list[Token], at: int, language: Language) -> bool:
    """Artikel 5, Section 427, Boeing 747: the number is a name's."""
    index = at - 1
    if low(tokens, index) == "." and glued(tokens, index):
        index -= 1
    before = low(tokens, index)
    if before in ("§", "§§", "#", "№"):
        return True
    return (before in _LABELS[language] and tokens[index].capital) or before in _INDICES


def _is_glued_to_name(tokens: list[Token], numeral: Numeral) -> bool:
    at = numeral.start
    if not glued(tokens, at):
        return False
    before = tokens[at - 1]
    if before.kind in (Kind.WORD, Kind.NAME) and before.low not in (
        "us",
        "eur",
        "usd",
        "gbp",
        "chf",
        "rm",
        "rs",
        "jpy",
    ):
        return True
    if before.low in ("-", "‑", "/", ".", "_", "&", "'", "’") and glued(tokens, at - 1):
        return tokens[at - 2].kind in (Kind.WORD, Kind.NAME) or before.low in ("/", "_", ".")
    return before.low in ("#", "@", "_")


def is_named_with(tokens: list[Token], numeral: Numeral) -> bool:
    """A capitalised word right before a small plain number: Boeing 747 musste, ZiB 2."""
    at = numeral.start
    if not numeral.plain or at == 0 or not tokens[at - 1].capital or numeral.value > 9999:
        return False
    if tokens[at - 1].kind is Kind.NAME:
        return True
    return tokens[at - 1].kind is Kind.WORD and not _begins_sentence(tokens, at - 1)


def _begins_sentence(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].low in (
        ".",
        "!",
        "?",
        ":",
        "„",
        '"',
        "“",
        "»",
        "–",
        "—",
        "(",
        "…",
        "•",
        ";",
    )


def _is_ordinal(tokens: list[Token], numeral: Numeral, language: Language) -> bool:
    """22nd; German 3. before a small letter, or between an article and a noun."""
    after = numeral.stop
    if low(tokens, after) in ("st", "nd", "rd", "th", "er", "ers", "ern") and glued(tokens, after):
        return True
    if language != "de" or low(tokens, after) != "." or not glued(tokens, after) or not numeral.plain:
        return False
    if after + 1 >= len(tokens) or numeral.value > 999:
        return False
    following = tokens[after + 1]
    if following.kind is Kind.WORD and not following.capital:
        return True
    return low(tokens, numeral.start - 1) in _DETERMINERS or following.low in (",", "-", "–", "/", ")")


_PHONE = re.compile(r"0\d+")


def _is_code(tokens: list[Token], numeral: Numeral) -> bool:
    """Leading zeros, 24/7, 9/11, paths and version numbers."""
    digits = tokens[numeral.start].low
    if _PHONE.fullmatch(digits) and len(digits) > 1:
        return True
    after = low(tokens, numeral.stop)
    slash = after == "/" and glued(tokens, numeral.stop) and glued(tokens, numeral.stop + 1)
    return slash and tokens[numeral.stop + 1].kind is Kind.DIGITS


def is_score(tokens: list[Token], left: Numeral, right: Numeral, unit: bool) -> bool:
    """3-1: a hyphen between small numbers that fall, or in the company of winning and losing."""
    if unit or left.value > 200 or right.value > 200 or left.scale != 1 or right.scale != 1:
        return False
    if left.value >= right.value:
        return True
    window = range(max(0, left.start - 6), min(len(tokens), right.stop + 4))
    return any(tokens[index].low in _SPORT for index in window)
