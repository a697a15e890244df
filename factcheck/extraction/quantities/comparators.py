"""At least, knapp, oder mehr: words beside a number that make a bound of it."""

from typing import NamedTuple

from claims.quantity import Comparator
from claims.reason import Language
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import Token, glued, low


class Bound(NamedTuple):
    """What a comparator says and where its words begin (before the number) or end (behind it)."""

    comparator: Comparator
    near: bool
    edge: int


_BEFORE: dict[Language, dict[str, str]] = {
    "de": {
        "ge": """mindestens|wenigstens|zumindest|nicht weniger als|nicht unter|ab|minimal|≥""",
        "gt": """
            über|mehr als|größer als|höher als|länger als|älter als|gut|jenseits von|deutlich über|
            weit über|oberhalb von|weit mehr als|deutlich mehr als|etwas mehr als|knapp über|
            schon über|>|gute|gutes""",
        "le": """
            bis zu|höchstens|maximal|bis|nicht mehr als|nie mehr als|niemals mehr als|nicht über|
            allenfalls|längstens|innerhalb von|binnen|≤""",
        "lt": """
            unter|weniger als|kleiner als|keine|nicht einmal|jünger als|deutlich unter|unterhalb von|
            nicht ganz|kürzer als|niedriger als|noch nicht einmal|keinen|kein|deutlich weniger als|<""",
        "near": """knapp|fast|nahezu|beinahe|kaum|knapp unter|knappe|knappes|an die|schier""",
        "approx": """
            annähernd|rund|etwa|circa|ca|zirka|ungefähr|schätzungsweise|um die|ungefähr um die|grob|etwa um|
            in etwa|geschätzt|geschätzte|geschätzten|rund um|etwas um|≈|~|geschätzter|ungefähre""",
    },
    "en": {
        "ge": """
            at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|
            as few as|as little as|at the very least|≥""",
        "gt": """
            more than|over|above|greater than|higher than|upwards of|upward of|in excess of|
            exceeding|well over|just over|just above|well above|far more than|beyond|a little over|
            slightly more than|longer than|older than|much more than|past|exceeds|exceeded|
            surpassing|topping|surpassed|surpasses|surpass|topped|tops|crossed the|well more than|
            over the age of|above the age of|slightly over|>""",
        "le": """
            up to|at most|no more than|not more than|never more than|as many as|as much as|
            a maximum of|maximum of|within|as high as|no longer than|as long as|not exceeding|
            no higher than|≤""",
        "lt": """
            fewer than|less than|under|below|lower than|smaller than|well under|well below|not even|
            under the age of|below the age of|shorter than|younger than|far fewer than|far less than|
            slightly less than|<""",
        "near": """
            nearly|almost|just under|just below|just short of|not quite|virtually|
            approaching|practically|shy of|just shy of|nearly as many as""",
        "approx": """
            close to|closer to|about|around|roughly|approximately|circa|some|an estimated|
            estimated|somewhere around|in the region of|something like|on the order of|
            an average of about|approx|≈|~""",
    },
}

_AFTER: dict[Language, dict[str, str]] = {
    "de": {
        "ge": """
            oder mehr|und mehr|oder darüber|und darüber|oder älter|und älter|oder länger|oder höher|
            aufwärts|und aufwärts|plus|und länger|und höher|oder größer""",
        "le": """oder weniger|und weniger|oder darunter|und darunter|oder jünger|und jünger|oder kürzer""",
    },
    "en": {
        "ge": """
            or more|and more|or over|and over|or above|and above|or older|and older|or higher|
            or longer|or up|and up|plus|or greater|or better|at least|at the least""",
        "le": """
            or less|or fewer|or under|and under|or below|and below|or younger|and younger|or lower|
            at most|at the most""",
        "approx": """or so|or thereabouts""",
    },
}

_SKIPPED = {
    "de": words(
    """
    je jeweils aber jedoch also nur insgesamt genau noch ganze etwa rund weitere schon
    """
),
    "en": words(
    """
    only just a an another the exactly further additional
    """
),
}  # fmt: skip


def _index(table: dict[str, str], last: bool) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by their last or first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            index.setdefault(words[-1] if last else words[0], []).append((words, name))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


_BEFORE_INDEX = {language: _index(table, last=True) for language, table in _BEFORE.items()}
_AFTER_INDEX = {language: _index(table, last=False) for language, table in _AFTER.items()}


_RISING = words(
    "go goes gone going went climb climbs climbed shot shoots crept creeps rise rises rose risen raising "
    "pushed pushes pushing move moved moves add adds added"
)
"""Verbs that "up" belongs to: "(has) gone up to £1.9m"."""

_TURNED = {Comparator.LT: Comparator.GE, Comparator.GT: Comparator.LE}
_TURNING = words("under less fewer below more unter weniger mehr")
_DENYING = words("not never nobody nothing nicht nie niemand")
_CLOSE, _FAR = 2, 9
"""Tokens before the bound within which a denial stands, and before "for" and the bound."""


def bound_before(tokens: list[Token], at: int, language: Language) -> Bound | None:
    """The comparator whose words end right before a token."""
    before = low(tokens, at - 1)
    ends = (at, at - 1) if before == "." or before in _SKIPPED[language] else (at,)
    for end in ends:
        for phrase, name in _BEFORE_INDEX[language].get(low(tokens, end - 1), ()):
            start = end - len(phrase)
            if phrase == ("up", "to") and low(tokens, start - 1) in _RISING:
                return None
            if start >= 0 and all(tokens[start + k].low == word for k, word in enumerate(phrase)):
                return Bound(Comparator("lt" if name == "near" else name), name == "near", start)
    return None


def bound_after(tokens: list[Token], at: int, language: Language) -> Bound | None:
    """The comparator whose words begin at a token; its edge is the index behind them."""
    word = low(tokens, at)
    if word == "-" and low(tokens, at + 1) == "plus" and glued(tokens, at):
        return Bound(Comparator.GE, False, at + 2)
    if word == "+":
        return Bound(Comparator.GE, False, at + 1) if tokens[at].start == tokens[at - 1].end else None
    for phrase, name in _AFTER_INDEX[language].get(word, ()):
        if phrase[-1] == "up" and low(tokens, at + len(phrase)) == "to":
            continue
        if all(low(tokens, at + k) == word for k, word in enumerate(phrase)):
            return Bound(Comparator(name), False, at + len(phrase))
    return None


def turned(tokens: list[Token], bound: Bound) -> Bound:
    """What a denial makes of "less than" and "more than": "would not get it for under 31 million",
    "hat nicht für weniger als 5 Euro verkauft", "did not pay more than £5"."""
    other = _TURNED.get(bound.comparator)
    if other is None or bound.near or low(tokens, bound.edge) not in _TURNING:
        return bound
    for_it = low(tokens, bound.edge - 1) in ("for", "für")
    for at in range(bound.edge - 1, max(-1, bound.edge - (_FAR if for_it else _CLOSE) - 1), -1):
        if tokens[at].low in (",", ";", "but", "and", "aber", "und"):
            break
        if tokens[at].low in _DENYING or tokens[at].low.endswith(("n't", "n’t")):
            return bound._replace(comparator=other)
    return bound


def bound_inside(tokens: list[Token], start: int, stop: int) -> Bound | None:
    """ein gutes Drittel, eine knappe Million: the adjective inside the number."""
    for index in range(start + 1, stop):
        if tokens[index].low in ("gutes", "gute", "guten"):
            return Bound(Comparator.GT, False, start)
        if tokens[index].low in ("knappes", "knappe", "knappen"):
            return Bound(Comparator.LT, True, start)
    return None
