"""Whether a name is a person's: `is_person(tokens, first, last, language)`.

A person shows by a first name, by a title or an office before the name ("Ms Berger", "Ministerin Berger"), by
an office or an age behind it ("Anna Berger, an economist, …", "Anna Berger, 45, …").
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.lexicon import words
from factcheck.extraction.roles import is_office
from factcheck.extraction.speech import ENGLISH_CUES
from factcheck.extraction.tokens import Token

TITLES = words(
    "Herr Herrn Frau Dr Prof Mr Mrs Ms Miss Sir Lord Lady Dame Professor President Präsident Präsidentin "
    "Kanzler Kanzlerin Minister Ministerin Senator General Papst König Königin Pope King Queen Prince "
    "Princess"
)
_ACADEMIC = words("Dr Prof Mr Mrs Ms Professor")
_BODIES = words("bank group union inc corp ltd plc ag gmbh se council university agency party club institute")
"""What the last word of a body's name may be."""

_COPULA = words("is was became ist war wurde")
_DESCRIBES = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER, tags.ADVERB})


def behind_title(tokens: list[Token], first: int, last: int) -> int:
    """Where the name proper begins: "Berger" of "Professor Berger", of "Audiologist Dr Berger"."""
    begins = first
    while begins < last - 1 and tokens[begins].text.rstrip(".") in TITLES:
        begins += 1
    for at in range(begins + 1, last - 1):
        title = tokens[at].text
        if title in _ACADEMIC or (title in TITLES and tokens[at + 1].text in FIRST_NAMES):
            return at + 1
    return begins


def is_person(tokens: list[Token], first: int, last: int, language: Language) -> bool:
    """By a first name, a title or an office before it, an office or an age behind it."""
    several = last - first > 1
    if several and tokens[first].text in FIRST_NAMES:
        return True
    if first > 0 and (
        tokens[first - 1].text.rstrip(".") in TITLES
        or (tokens[first - 1].text == "." and first > 1 and tokens[first - 2].text in TITLES)
        or (several and is_office(tokens[first - 1].text, language) and _is_plain(tokens[last - 1]))
    ):
        return True
    if language == "en" and several and (_is_who(tokens, last) or _speaks_for(tokens, first, last)):
        return True
    return _is_aged(tokens, last) or (several and _holds_office(tokens, last, language))


def _is_who(tokens: list[Token], at: int) -> bool:
    """ "Tomé Agbaje, who …"; of a team too, but its name ends like one or has an article before."""
    behind = tokens[at : at + 2]
    who = len(behind) == 2 and behind[0].tag == tags.COMMA and behind[1].low in ("who", "whose")
    return who and _is_plain(tokens[at - 1]) and not tokens[at - 1].low.endswith("s")


def _speaks_for(tokens: list[Token], first: int, last: int) -> bool:
    """ "Labour's Dev Sandhu said": two names behind whose they are, with a verb of speech."""
    behind = (
        first > 0 and tokens[first - 1].text.endswith(("'s", "’s")) and tokens[first - 1].tag == tags.NOUN
    )
    says = last < len(tokens) and tokens[last].tag == tags.FINITE and tokens[last].low in ENGLISH_CUES
    return behind and says and last - first == 2 and _is_plain(tokens[last - 1])


def _is_plain(token: Token) -> bool:
    """No part of a body's name: "Analysts at Nord Bank"."""
    return not (token.text.isupper() or token.low in _BODIES)


def _is_aged(tokens: list[Token], at: int) -> bool:
    """ "Anna Berger, 45, …", "Ms Berger, now 45, …"."""
    if at + 2 >= len(tokens) or tokens[at].tag != tags.COMMA:
        return False
    at += 1 + (tokens[at + 1].low in ("now", "heute", "aged"))
    return at + 1 < len(tokens) and tokens[at].text.isdecimal() and tokens[at + 1].tag == tags.COMMA


def _holds_office(tokens: list[Token], at: int, language: Language) -> bool:
    """ "Anna Berger, (a senior) economist …", "Anna Berger was head of …": what only a person can be."""
    beside = at < len(tokens) and (tokens[at].tag == tags.COMMA or tokens[at].low in _COPULA)
    if not beside or not _is_plain(tokens[at - 1]):
        return False
    for token in tokens[at + 1 : at + 5]:
        if token.tag == tags.NOUN and (is_office(token.text, language) or token.low == "head"):
            return True
        if token.tag not in _DESCRIBES and (language == "de" or token.tag not in (tags.NOUN, tags.ADVERB)):
            return False
    return False
