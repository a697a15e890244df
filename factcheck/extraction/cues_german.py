"""German: the verb of speech of a clause: `german_cue(tokens, clause) -> Cue | None`.

With its separated particle ("kündigte … an"), behind its auxiliary ("hat angekündigt"), or as a turn of
phrase that amounts to one ("vertrat die Auffassung", "ist überzeugt").
"""

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.german import PARTICLES, RELATIVES
from factcheck.extraction.lexicon import words
from factcheck.extraction.phrases import Cue
from factcheck.extraction.speech import GERMAN_CUES, german_base
from factcheck.extraction.speech_german import PHRASES_OF, STATING, VALUING, VOICING
from factcheck.extraction.tokens import Token
from factcheck.extraction.turns_german import HELD, OTHER_SENSES, SAID_WITH_CONTENT

_CUES = GERMAN_CUES | SAID_WITH_CONTENT | VOICING
_MEANINGS = GERMAN_CUES | STATING
HELD_VIEW = "überzeugtsein"
"""What verbs amount to that say with the word beside them what view somebody holds: "zeigte sich besorgt"."""

_PERFECT = words("hat haben hatte hatten habe hätte hätten ist sind war")
_PASSIVE = words("wird wurde werden wurden worden")
_BEING = words("ist sind war waren bleibt bleiben blieb blieben")
_ASKED = words("gefragt befragt angesprochen gebeten")
"""Whoever is asked speaks next, not whoever asks."""

_LETTING = words("ließ ließen lässt lassen")
_MADE_KNOWN = words("mitteilen wissen ausrichten verlauten erklären durchblicken verkünden verbreiten")
_HEARD = words("hören vernehmen erfahren")
_OF_VIEW = words("der fester anderer derselben")
_VERB_PARTICLES = frozenset(
    {*PARTICLES, *words("bekannt klar entgegen heraus hinaus voraus nahe dar offen vorher fern preis kund")}
)


def german_cue(tokens: list[Token], clause: Clause) -> Cue | None:
    """The verb of speech of a clause; None where it means something else beside its object."""
    finite = clause.finite
    if finite is None:
        return None
    auxiliary = tokens[finite].low
    if auxiliary in _LETTING and (told := _let_known(tokens, clause)) is not None:
        return told
    if tokens[finite].tag != tags.AUXILIARY:
        base = german_base(auxiliary, verb_particle(tokens, clause))
        found = _known(tokens, clause, Cue(finite, base, False))
        return found or _turn(tokens, clause, Cue(finite, german_base(auxiliary), False))
    if auxiliary in _BEING and (found := _of_being(tokens, clause, finite)) is not None:
        return found
    if auxiliary not in _PERFECT and auxiliary not in _PASSIVE:
        return None
    for at in range(clause.last - 1, clause.first, -1):
        relative = tokens[at - 1].low in RELATIVES and tokens[at - 2].tag == tags.COMMA
        if tokens[at].tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE) and not relative:
            if tokens[at].low == "worden":
                continue
            passive = auxiliary in _PASSIVE or (at + 1 < clause.last and tokens[at + 1].low == "worden")
            if passive and tokens[at].low in _ASKED:
                return None
            return _known(tokens, clause, Cue(at, german_base(tokens[at].low), passive))
    return None


def _of_being(tokens: list[Token], clause: Clause, finite: int) -> Cue | None:
    """ "ist zu hören", "ist überzeugt"."""
    last = clause.last - 1
    if tokens[last].low in _HEARD and tokens[last - 1].low == "zu":
        return Cue(last, "heißen", False)
    return Cue(finite, HELD_VIEW, False) if _holds_view(tokens, clause, finite) else None


def _let_known(tokens: list[Token], clause: Clause) -> Cue | None:
    """ "ließ mitteilen", "ließ wissen"."""
    last = clause.last - 1
    while last > clause.first and tokens[last].tag in (tags.STOP, tags.QUOTE):
        last -= 1
    return Cue(last, "mitteilen", False) if tokens[last].low in _MADE_KNOWN else None


def _holds_view(tokens: list[Token], clause: Clause, finite: int) -> bool:
    """ "ist überzeugt", "bleibt der Ansicht"."""
    for at in range(finite + 1, clause.last):
        if tokens[at].low in HELD["sein"]:
            return True
        if tokens[at].low == "sicher" and any(t.low == "sich" for t in tokens[finite:at]):
            return True
        if tokens[at].low in HELD["vertreten"] and tokens[at - 1].low in _OF_VIEW:
            return True
    return False


def _known(tokens: list[Token], clause: Clause, cue: Cue) -> Cue | None:
    if cue.base == "nennen" and cue.at + 1 < clause.last and tokens[cue.at + 1].low == "sich":
        return None
    if cue.base == "melden" and any(token.low == "sich" for token in tokens[clause.first : clause.last]):
        return _turn(tokens, clause, cue)
    aside = tokens[clause.first].low == "wie"
    if not aside and cue.base in OTHER_SENSES and _has_object(tokens, clause, OTHER_SENSES[cue.base]):
        return None
    return _turn(tokens, clause, cue) or (cue if cue.base in _CUES else None)


def _has_object(tokens: list[Token], clause: Clause, endings: tuple[str, ...]) -> bool:
    """ "bestreitet sein zweites Gruppenspiel": a noun that ends with one of these."""
    nouns = (token for token in tokens[clause.first : clause.last] if token.tag == tags.NOUN)
    return any(token.low.endswith(endings) for token in nouns)


def _turn(tokens: list[Token], clause: Clause, cue: Cue) -> Cue | None:
    """The cue as what the turn of phrase amounts to: "gab zu bedenken", "stellte in Aussicht"."""
    held, phrases = HELD.get(cue.base), PHRASES_OF.get(cue.base)
    valuing = cue.base in VALUING
    if held is None and phrases is None and not valuing:
        return None
    lows = {token.low for token in tokens[clause.first : clause.last]}
    if held is not None and not lows.isdisjoint(held):
        return Cue(cue.at, HELD_VIEW, cue.passive)
    if valuing and "als" in lows:
        return Cue(cue.at, "bezeichnen", cue.passive)
    for beside, meaning in phrases or ():
        if not lows.isdisjoint(beside):
            return Cue(cue.at, meaning, cue.passive) if meaning in _MEANINGS else None
    return None


def verb_particle(tokens: list[Token], clause: Clause) -> str | None:
    """The separated particle of a verb at the end of its clause: "kündigte … an"."""
    for token in reversed(tokens[clause.first : clause.last]):
        if token.tag not in (tags.STOP, tags.QUOTE):
            return token.low if token.low in _VERB_PARTICLES else None
    return None
