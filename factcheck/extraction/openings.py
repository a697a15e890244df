"""How a segment begins, which says what kind of clause it is."""

from enum import StrEnum

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.german import RELATIVES
from factcheck.extraction.lexicon import words
from factcheck.extraction.segments import Segment
from factcheck.extraction.tokens import Token


class Opening(StrEnum):
    """MAIN: none of the others; FRAGMENT: no finite verb and no opener."""

    MAIN = "main"
    FRAGMENT = "fragment"
    CONTENT = "content"
    ADVERBIAL = "adverbial"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"


_CONTENT = {"de": words("dass daß ob"), "en": words("that whether")}
_ADVERBIAL = {
    "de": words(
        "weil wenn obwohl obgleich nachdem bevor ehe während da damit sodass falls sofern solange sobald "
        "indem als wie wobei wodurch wohingegen seitdem bis soweit woraufhin weshalb weswegen"
    ),
    "en": words(
        "because if although though while whereas unless when after before since until once as where"
    ),
}
_RELATIVE = {"de": RELATIVES, "en": words("which who whose whom")}
_FINITE = frozenset({tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE})
_SKIPPED = frozenset({tags.CONJUNCTION, tags.QUOTE})
_INFINITIVES = words("haben sein werden können müssen sollen wollen dürfen mögen lassen")
_AFTER_VERB = frozenset({tags.STOP, tags.QUOTE, tags.CLOSE})


def finite_at(tokens: list[Token], first: int, last: int) -> int | None:
    """The finite verb of tokens [first, last): a certain one, else a likely one."""
    likely = None
    described = False
    for at in range(first, last):
        tag = tokens[at].tag
        if tokens[at].low in ("who", "which") and at > first and tokens[at - 1].tag == tags.NOUN:
            described = True
        elif described and tag in _FINITE:
            described = False
        elif tag in tags.VERBAL:
            return at
        if tag == tags.PERHAPS_FINITE and likely is None:
            likely = at
    return likely


def verb_final(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the finite verb stands at the end, as in a German subordinate clause."""
    at = last - 1
    while at >= first and tokens[at].tag in _AFTER_VERB:
        at -= 1
    if at < first or tokens[at].tag not in _FINITE:
        return False
    if tokens[at].tag in tags.VERBAL and tokens[at].low not in _INFINITIVES:
        return True
    return not any(token.tag in tags.VERBAL for token in tokens[first:at])


def begin(tokens: list[Token], segment: Segment) -> int:
    """The first token that is neither a conjunction nor a quotation mark."""
    at = segment.first
    while at < segment.last - 1 and tokens[at].tag in _SKIPPED:
        at += 1
    softened = at < segment.last - 1 and tokens[at].low in ("auch", "nur", "erst", "even", "only", "just")
    return at + 1 if softened and tokens[at + 1].tag == tags.SUBORDINATOR else at


def opening(tokens: list[Token], segment: Segment, finite: int | None, language: Language) -> Opening:
    """`finite`: where the finite verb of the segment stands."""
    at = begin(tokens, segment)
    word = tokens[at].low
    subordinate = _subordinate(tokens, segment, at, language)
    if subordinate is not None and (finite is not None or word in _CONTENT[language]):
        return subordinate
    if _is_infinitive(tokens, segment, at, finite, language):
        return Opening.INFINITIVE
    return Opening.FRAGMENT if finite is None else Opening.MAIN


def _subordinate(tokens: list[Token], segment: Segment, at: int, language: Language) -> Opening | None:
    word = tokens[at].low
    if language == "de" and at + 1 < segment.last and tokens[at + 1].tag in _FINITE:
        short = segment.sign == tags.COMMA and segment.last - at == 2 and word in ("der", "die")
        return Opening.RELATIVE if short else None
    final = language == "en" or _ends_with_verb(tokens, segment, at)
    consequence = word == "so" and at + 1 < segment.last and tokens[at + 1].low in _CONTENT["de"]
    if language == "de" and consequence and final:
        return Opening.ADVERBIAL
    if language == "en" and word == "that" and _restricts(tokens, segment):
        return Opening.RELATIVE
    if word in _CONTENT[language] and tokens[at].tag != tags.DETERMINER and at < segment.last - 1:
        return Opening.CONTENT
    if language == "de" and tokens[at].tag == tags.QUESTION and final and word not in _ADVERBIAL["de"]:
        return Opening.CONTENT
    if (word in _ADVERBIAL[language] and final) or (word == "by" and tokens[at].tag == tags.SUBORDINATOR):
        return Opening.ADVERBIAL
    follows = segment.sign in (tags.COMMA, tags.DASH)
    if follows and final and _relative_word(tokens, segment, at, language):
        return Opening.RELATIVE
    return None


def _restricts(tokens: list[Token], segment: Segment) -> bool:
    """English "(fires) that burned homes": a segment that begins right behind a noun, without a sign."""
    first = segment.first
    return segment.sign == tags.COMMA and first > 0 and tokens[first - 1].tag == tags.NOUN


def _ends_with_verb(tokens: list[Token], segment: Segment, at: int) -> bool:
    """The clause, or the first of two that "und" joins: "die das Haus leitet und dem Rat angehört"."""
    if verb_final(tokens, segment.first, segment.last):
        return True
    joined = [i for i in range(at + 2, segment.last) if tokens[i].low in ("und", "oder")]
    return bool(joined) and verb_final(tokens, segment.first, joined[0])


def _relative_word(tokens: list[Token], segment: Segment, at: int, language: Language) -> bool:
    if tokens[at].tag == tags.PREPOSITION and at + 1 < segment.last:
        at += 1
    if language == "de" and _verb_second(tokens, segment, at):
        return False
    return tokens[at].low in _RELATIVE[language] and segment.last - at > 1


def _verb_second(tokens: list[Token], segment: Segment, at: int) -> bool:
    """ "die Grünen seien nun …": an article with its noun and the verb, not a relative pronoun."""
    after = at + 1
    while after < segment.last and tokens[after].tag in (tags.ADJECTIVE, tags.NUMBER):
        after += 1
    nouns = after
    while after < segment.last and tokens[after].tag == tags.NOUN:
        after += 1
    followed = segment.last - after > 2
    return after > nouns and followed and tokens[after].tag in tags.VERBAL


def _is_infinitive(
    tokens: list[Token], segment: Segment, at: int, finite: int | None, language: Language
) -> bool:
    if language == "en":
        return tokens[at].tag == tags.TO
    if finite is not None and tokens[finite].tag in tags.VERBAL:
        return False
    return any(token.tag == tags.INFINITIVE for token in tokens[segment.first : segment.last])
