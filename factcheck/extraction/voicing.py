"""English: what only the saying of can be checked, with who said it: `voice_whole`, `is_quoted_view`.

"We believe this is wrong," said Anna Berger · told reporters the outlook was "unusually foggy".
"""

from factcheck.extraction import tags
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.openings import finite_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.themes import ATTITUDE, FIRST_PERSON, OPINION
from factcheck.extraction.tokens import Token

_BEING = words("is are was were it's that's isn't aren't wasn't weren't it’s that’s isn’t")
_POINTING = words("it this that these those it's that's it’s that’s")
_ARTICLES = words("a an the its his her their so only just very quite as in")
_LONGEST_VIEW = 9
"""Tokens between the quotation marks of what is still a word for something."""


def voice_whole(sentence: Sentence) -> tuple[int, int, Frame] | None:
    """The tokens of a quotation that only gives a view, with its tag, and the frame; None for any other."""
    tagged = [f for f in sentence.frames if f.trailing and f.source is not None and f.clause is not None]
    if len(tagged) != 1 or not sentence.tokens or sentence.tokens[0].tag != tags.QUOTE:
        return None
    frame = tagged[0]
    assert frame.source is not None
    end = max(frame.cue[1], frame.source[1])
    closing = next((at for at in range(1, end) if sentence.tokens[at].tag == tags.QUOTE), None)
    first = min(frame.cue[0], frame.source[0])
    if closing is None or not closing < first <= closing + 2:
        return None
    named = any(name.first < closing for name in sentence.names)
    quoted = sentence.tokens[1:closing]
    if named or any(map(_counts, quoted)) or not _gives_view(quoted):
        return None
    return 0, end, frame


def _counts(token: Token) -> bool:
    return token.tag == tags.NUMBER or (
        token.low not in ("one", "a", "an") and word_begins_numeral(token.low, "en")
    )


def _gives_view(quoted: list[Token]) -> bool:
    """Words of judging, of one's own mind, or nothing but what "it" is."""
    lows = frozenset(token.low for token in quoted)
    own = not lows.isdisjoint(FIRST_PERSON["en"])
    if lows & OPINION["en"] or (own and lows & ATTITUDE["en"]):
        return True
    return bool(quoted) and quoted[0].low in _POINTING and not lows.isdisjoint(_BEING)


def is_quoted_view(sentence: Sentence, frame: Frame) -> bool:
    """ "(said) the outlook was "unusually foggy"": all that is said of it stands in quotation marks."""
    if frame.message is None or frame.trailing:
        return False
    tokens, last = sentence.tokens, frame.message[1]
    finite = finite_at(tokens, frame.message[0], last)
    if finite is None:
        return False
    at = finite + 1
    while at < last and (tokens[at].low in _ARTICLES or tokens[at].tag == tags.ADVERB):
        at += 1
    if at >= last or tokens[at].tag != tags.QUOTE:
        return False
    closing = next((i for i in range(at + 1, last) if tokens[i].tag == tags.QUOTE), last)
    measured = any(_counts(token) for token in tokens[frame.message[0] : closing])
    ends = closing + 1 >= last or tokens[closing + 1].tag in (tags.STOP, tags.COMMA, tags.CONJUNCTION)
    return ends and not measured and closing - at <= _LONGEST_VIEW
