"""What the point of a claim is: `find_kind(reading) -> Kind`."""

import re
from itertools import pairwise

from claims.draft import Kind
from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.english_words import IRREGULAR, VERBS_ONLY
from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import Memo
from factcheck.extraction.openings import Opening
from factcheck.extraction.readings import Reading
from factcheck.extraction.roles import is_role
from factcheck.extraction.themes import CAUSE, CHANGE, CHANGE_NOUNS, RECORD, ROLE
from factcheck.extraction.tokens import Token

_COMPARATIVE = {
    "de": re.compile(
        r"\b(?:mehr|weniger|\w{3,}er)\b[^,.]{0,40}? als\b|\bgenauso\b|\bebenso\b[^,.]{0,30}? wie\b"
    ),
    "en": re.compile(
        r"\b(?:more|less|fewer|\w{2,}er)\b[^,.]{0,40}? than\b|\bas \w+ as\b|\bsame .{0,20}? as\b|-than-"
    ),
}
_HOLDING: dict[Language, frozenset[str]] = {
    "de": words("als wie genauso ebenso"),
    "en": words("than as same"),
}
"""Without one of these nothing is compared, or only by a superlative."""

_SUPERLATIVE = {
    "de": re.compile(r"\w{2,}ste[nrsm]?"),
    "en": re.compile(r"(?:\w{3,}est|most|least)"),
}
_NOT_SUPERLATIVE = words(
    "letzte letzten nächste nächsten jüngsten beste fest west ost interest forest protest test "
    "west latest guest request suggest rest quest arrest harvest contest invest nearest inquest conquest "
    "bequest behest digest priest breast chest vest nest crest unrest tempest manifest honest modest "
    "kosten posten osten westen kasten gäste künste dienste reste weiteste liste küste"
)
_POSITIVE = ("fest", "ernst", "robust", "bewusst", "dreist", "wüst", "trist", "fasst", "passt")
"""German adjectives and participles that end like a superlative: "auf festem Boden", "bewusste Täuschung"."""

_FIRST = words("erste ersten erster erstes first")
_SINCE = words("seit überhaupt jemals weltweit geschichte since ever history world years decades months")
"""With one of these "the first" says that there was none before; alone it counts: "the first floor"."""

_BOUND = re.compile(
    r"(?:mehr|weniger) als |(?:more|less|fewer) than |as (?:much|many|high|low|little|few) as "
)

_CAUSE_SUBORDINATORS = frozenset({"weil", "da", "because", "since"})
_GROUNDS = words(
    "grund gründe auslöser schuld hintergrund unglücksursache brandursache unfallursache ursachen"
)
_COPULA_ANY = words("ist sei war sind seien waren wäre bleibt")
_CAUSE_BEFORE = {
    **dict.fromkeys(("led", "leads", "due"), ("to",)),
    **dict.fromkeys(("results", "resulted", "resulting"), ("in", "from")),
}
"""Words for a cause only before one of these."""

_TO_COME = VERBS_ONLY | words("open close start end return begin make meet play vote land")

_COPULA = words("ist war sind waren sei is was are were became blieb bleibt")
_DEFINITE = words("der die das")
_PREDICATE = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.ADVERB, tags.NOUN, tags.NUMBER})
_PAST_AUXILIARY = words("hat haben hatte hatten wurde wurden war waren ist sind worden has have had was were")


def find_kind(reading: Reading) -> Kind:
    """The first that fits: something said, a comparison, change, cause, figure, role, event."""
    if reading.act and not reading.measured:
        return Kind.QUOTE
    aside = reading.proposition.aside
    if aside is not None and aside.role and not reading.measured and not compares(reading):
        return Kind.ROLE
    if _is_ground(reading):
        return Kind.CAUSE
    for kind, fits in _ORDER:
        if fits(reading):
            return kind
    return Kind.EVENT if _happened(reading) else Kind.OTHER


def _is_ground(reading: Reading) -> bool:
    """ "(es fehlen 900 Lehrlinge,) weil …": a ground that is a claim by itself."""
    return reading.proposition.clause.opening is Opening.ADVERBIAL and reading.tokens[0].low == "weil"


def compares(reading: Reading) -> bool:
    """Whether it holds something against something else, or calls it the first or the most."""
    language = reading.language
    joined = language == "en" and "-than-" in " ".join(reading.lows)
    holding = joined or not reading.lows.isdisjoint(_HOLDING[language])
    if holding and _COMPARATIVE[language].search(_unbounded(reading)):
        return True
    candidates = _candidates(reading)
    return bool(candidates) and any(_is_superlative(reading, at) for at in candidates)


def _unbounded(reading: Reading) -> str:
    """The words in lower case, without "more than 5%", "seit mehr als einem Jahr": these bound a figure or a
    time and compare nothing."""
    text = " ".join([token.low for token in reading.tokens])
    for quantity in reading.quantities:
        bound = _BOUND.match(quantity.exact.lower()) if quantity.unit != "share" else None
        text = text.replace(bound[0], " ") if bound is not None else text
    for time in reading.times:
        bound = _BOUND.search(time.exact.lower())
        text = text.replace(bound[0], " ") if bound is not None else text
    return text


def _candidates(reading: Reading) -> list[int]:
    telling = _TELLING[reading.language]
    return [at for at, token in enumerate(reading.tokens) if telling[token.low]]


def _is_superlative_form(low: str, language: Language) -> bool:
    if language == "de" and low.rstrip("enrms").endswith(_POSITIVE):
        return False
    return _SUPERLATIVE[language].fullmatch(low) is not None


def _may_tell(low: str, language: Language) -> bool:
    return low in RECORD[language] or low in _FIRST or _is_superlative_form(low, language)


_TELLING: dict[Language, Memo[bool]] = {
    "de": Memo(lambda low: _may_tell(low, "de")),
    "en": Memo(lambda low: _may_tell(low, "en")),
}
"""Whether a word in lower case may call something the first or the most."""


def _is_superlative(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if token.low in _FIRST:
        return not reading.lows.isdisjoint(_SINCE) and token.text[0].islower() and at > 0
    before = reading.tokens[at - 1] if at else None
    if token.low in _NOT_SUPERLATIVE or not _is_superlative_form(token.low, reading.language):
        return token.low in RECORD[reading.language] and before is not None and before.tag == tags.DETERMINER
    if before is None or token.text[0].isupper() or before.low == "at":  # "at least nine" bounds
        return False
    return before.tag in (tags.DETERMINER, tags.PREPOSITION) or before.low.endswith(("'s", "’s"))


def _changes(reading: Reading) -> bool:
    if any(quantity.change is not None for quantity in reading.quantities):
        return True
    if reading.lows & CHANGE_NOUNS[reading.language] and reading.measured:
        return True
    if reading.language == "en":
        changing = reading.lows & CHANGE["en"]
        return bool(changing) and any(
            t.low in changing and t.tag not in (tags.NOUN, tags.INFINITIVE) and not _refuses(t, after)
            for t, after in pairwise([*reading.tokens, reading.tokens[-1]])
        )
    verbs = [t.low for t in reading.tokens if t.tag in (tags.FINITE, tags.PARTICIPLE, tags.PERHAPS_FINITE)]
    return not CHANGE["de"].isdisjoint([infinitive(low) for low in verbs])


def _refuses(verb: Token, after: Token) -> bool:
    """ "declined to comment"."""
    return verb.low.startswith("declin") and after.tag == tags.TO


def _joins(reading: Reading) -> bool:
    """ "led directly to": who led a team, what is due to open, the results of a poll have caused nothing."""
    tokens = [token for token in reading.tokens if token.tag != tags.ADVERB]
    return any(
        two.low in _CAUSE_BEFORE.get(one.low, ())
        and three.tag != tags.INFINITIVE
        and three.low not in _TO_COME
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def causes(reading: Reading) -> bool:
    words_of = reading.lows & CAUSE[reading.language]
    if words_of - _CAUSE_BEFORE.keys() or (words_of and _joins(reading)):
        return True
    if reading.language == "de" and _names_ground(reading):
        return True
    return not reading.lows.isdisjoint(_CAUSE_SUBORDINATORS) and any(
        clause.opening is Opening.ADVERBIAL
        and reading.proposition.first <= clause.first < reading.proposition.last
        and _gives_cause(reading, reading.sentence.tokens[clause.first])
        for clause in reading.sentence.clauses
    )


def _names_ground(reading: Reading) -> bool:
    """ "Grund sei der Mangel an Hebammen", "Auslöser war …": a noun of ground beside the copula."""
    finite = reading.finite
    return finite is not None and finite.low in _COPULA_ANY and not reading.lows.isdisjoint(_GROUNDS)


def _gives_cause(reading: Reading, opening: Token) -> bool:
    """ "since 2002", "since it opened in May" count from a time."""
    return opening.low in _CAUSE_SUBORDINATORS and not (opening.low == "since" and reading.times)


def _has_role(reading: Reading) -> bool:
    return bool(reading.lows & ROLE[reading.language])


def _is_somebody(reading: Reading) -> bool:
    """ "Anna Berger war zuvor Leiterin der Werft", "was a researcher at Northwind": the role behind the
    copula. Where the subject stands behind it ("Damals war der Minister krank"), its article tells."""
    finite = reading.finite
    if finite is None or finite.low not in _COPULA:
        return False
    tokens = reading.tokens
    inverted = reading.language == "de" and tokens[0].tag not in (tags.NOUN, tags.DETERMINER, tags.PRONOUN)
    defined = False
    for token in tokens:
        if token.start <= finite.start:
            continue
        if token.tag not in _PREDICATE:
            return False
        defined = defined or (inverted and token.low in _DEFINITE)
        if token.tag == tags.NOUN and is_role(token.low, reading.language):
            return not defined
    return False


def _is_quantity(reading: Reading) -> bool:
    return reading.measured


def _happened(reading: Reading) -> bool:
    finite = reading.finite
    if finite is None:
        return True
    if finite.tag in (tags.FINITE, tags.PERHAPS_FINITE) and _is_past(finite.low, reading):
        return True
    participle = any(token.tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE) for token in reading.tokens)
    return (finite.low in _PAST_AUXILIARY and participle) or bool(reading.times)


def _is_past(low: str, reading: Reading) -> bool:
    if reading.language == "en":
        return low.endswith("ed") or low in IRREGULAR
    return low.endswith(("te", "ten")) or not low.endswith(("t", "e", "n"))


_ORDER = (
    (Kind.COMPARISON, compares),
    (Kind.CHANGE, _changes),
    (Kind.CAUSE, causes),
    (Kind.QUANTITY, _is_quantity),
    (Kind.ROLE, _has_role),
    (Kind.ROLE, _is_somebody),
)
