"""Whether the words around an expression of time speak of what was or of what will be."""

from factcheck.extraction.numerals import Kind, Token, low
from factcheck.extraction.times.families import Grammar

REACH = 25
"""How many tokens around an expression belong to its surroundings at most."""
_CLAUSE_SIGNS = frozenset(",;:–—()")


def find_tense(tokens: list[Token], first: int, stop: int, grammar: Grammar) -> int:
    """1 for the future, -1 for the past, 0 where no word tells; of tokens[first:stop].

    The nearest word of the clause decides; where none is in it, any of the future in the sentence, else
    the nearest of the past.
    """
    begin, end = sentence(tokens, first, stop)
    signs = [(index, _sign(tokens, index, grammar)) for index in (*range(begin, first), *range(stop, end))]
    told = [(index, sign) for index, sign in signs if sign]
    if not told:
        return 0
    left, right = _clause(tokens, first, stop, begin, end)
    near = [
        (min(abs(index - first), abs(index - stop)), sign) for index, sign in told if left <= index < right
    ]
    if near:
        return min(near, key=lambda each: each[0])[1]
    return max(sign for _, sign in told)


def _clause(tokens: list[Token], first: int, stop: int, begin: int, end: int) -> tuple[int, int]:
    left, right = first, stop
    while left > begin and tokens[left - 1].low not in _CLAUSE_SIGNS:
        left -= 1
    while right < end and tokens[right].low not in _CLAUSE_SIGNS:
        right += 1
    return left, right


def _sign(tokens: list[Token], index: int, grammar: Grammar) -> int:
    word = tokens[index].low
    if word in grammar.future:
        return 1
    if word in grammar.past:
        return -1
    regular = (
        not tokens[index].capital
        and grammar.past_ending.fullmatch(word) is not None
        and word not in grammar.not_past
        and low(tokens, index - 1) not in grammar.before_adjectives
    )
    return -1 if regular else 0


def sentence(tokens: list[Token], first: int, stop: int) -> tuple[int, int]:
    """The tokens around tokens[first:stop] up to the ends of its sentence."""
    begin, end = first, stop
    while begin > 0 and first - begin < REACH and not _ends(tokens, begin - 1):
        begin -= 1
    while end < len(tokens) and end - stop < REACH and not _ends(tokens, end):
        end += 1
    return begin, end


def _ends(tokens: list[Token], index: int) -> bool:
    """Whether a sign ends a sentence, as far as its neighbours tell."""
    if tokens[index].low not in (".", "?", "!"):
        return False
    before, after = (
        tokens[index - 1] if index else None,
        tokens[index + 1] if index + 1 < len(tokens) else None,
    )
    return after is None or (after.capital and (before is None or before.kind is not Kind.DIGITS))
