"""German verb forms that mark words as somebody else's: Konjunktiv, and "soll … haben".

Konjunktiv I is told from the indicative by its ending: the stem with -e ("gehöre", "werde", "könne") is no
third person of the indicative, so where no "ich" stands by it reports. Konjunktiv II stands in for it
where the two look alike ("sie hätten", "sie würden") and means a mere condition elsewhere.
"""

from factcheck.extraction import tags
from factcheck.extraction.german import infinitive, tag_word
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import remembered
from factcheck.extraction.tokens import Token

_REPORTING = words("sei seien habe werde könne müsse solle wolle dürfe möge wisse tue")
_NOT_REPORTING = words(
    "bitte danke lange beide sonne eile gerade heute ehe ohne eine keine meine seine deine welche solche "
    "siehe viele wenige alle jede diese jene solle höre schaue lasse stelle"
)
"""Forms that end alike and are something else, or an imperative more often than a report."""

_FIRST_PERSON = words("ich wir")
_SUBSTITUTES = words(
    "hätten wären würden hätte wäre würde bestünde bestünden befände befänden käme kämen gäbe gäben stünde "
    "stünden läge lägen nähme nähmen sähe sähen wüssten"
)
_POSSIBLE = words("könnten müssten sollten dürften könnte müsste bräuchte bräuchten")
"""What may be somebody's words only where somebody speaks already."""

_CONDITIONS = words(
    "wenn falls sofern sonst ansonsten ob gern gerne fast beinahe besser lieber eigentlich dann andernfalls "
    "sollte falle kaum"
)
_SUPPOSING = words("bei ohne mit trotz ein eine")
"""What a sentence in the Konjunktiv II begins with that names a condition: "Bei einem Sieg wäre …"."""

_DESCRIBES = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.PREPOSITION})
_INFINITIVES = words("haben sein")
_OF_SEIN = words(
    "worden gewesen geworden geflohen geflüchtet gestiegen gesunken gefallen gekommen gegangen gestorben "
    "geblieben gefahren geflogen gereist verschwunden entstanden geschehen passiert eingetreten ertrunken "
    "umgekommen ausgebrochen zurückgetreten erschienen verunglückt entkommen aufgetaucht gescheitert geplatzt"
)
"""Participles that make their perfect with sein; beside others it is a state: "soll fertiggestellt sein"."""

_DONE = frozenset({tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.ADJECTIVE})


@remembered
def is_subjunctive(low: str) -> bool:
    """Whether a verb form is Konjunktiv I where it differs from the indicative: "sei", "gehöre"."""
    if low in _REPORTING:
        return True
    if not low.endswith("e") or len(low) < 4 or low in _NOT_REPORTING:
        return False
    return tag_word(low) in (tags.FINITE, tags.PERHAPS_FINITE) and infinitive(low) == low + "n"


def subjunctive_at(tokens: list[Token], first: int, last: int) -> int | None:
    """The first Konjunktiv I of tokens [first, last), None where somebody speaks of himself there."""
    spoken = [at for at, token in enumerate(tokens[first:last], first) if is_subjunctive(token.low)]
    if not spoken or any(token.low in _FIRST_PERSON for token in tokens[first:last]):
        return None
    for at in spoken:
        if tokens[at].text[0].islower() and not _is_turn(tokens, at, last):
            return at
    return None


def _is_turn(tokens: list[Token], at: int, last: int) -> bool:
    """ "es sei denn", "sei es … sei es", "seien Sie", and the attribute in "die betreibe Firma"."""
    after = tokens[at + 1] if at + 1 < last else None
    if tokens[at].low in ("sei", "seien"):
        return after is not None and (after.low in ("denn", "dank") or after.text == "Sie")
    attribute = at > 0 and tokens[at - 1].tag in _DESCRIBES and after is not None and after.tag == tags.NOUN
    return attribute and tokens[at].tag not in tags.VERBAL


def substitute_at(tokens: list[Token], first: int, last: int, *, spoken: bool = False) -> int | None:
    """The first Konjunktiv II that can stand in for Konjunktiv I; None where a condition is near. Where
    somebody has `spoken` just before, modal verbs can do so too."""
    lows = {token.low for token in tokens[first:last]}
    supposed = bool(lows & _CONDITIONS) or tokens[first].low in _SUPPOSING
    if lows & _FIRST_PERSON or (supposed and not spoken) or tokens[first].low in _SUBSTITUTES:
        return None
    fitting = _SUBSTITUTES | _POSSIBLE if spoken else _SUBSTITUTES
    return next((at for at in range(first, last) if tokens[at].low in fitting), None)


def hearsay_at(tokens: list[Token], first: int, last: int, *, spoken: bool = False) -> int | None:
    """The "soll" of "soll geflohen sein", "soll gestohlen haben": said by others, of the past. Where
    somebody has `spoken` just before, any "soll" goes on with what he said."""
    for at in range(first, last):
        if tokens[at].low in ("soll", "sollen") and (spoken or _has_done(tokens, at + 1, last)):
            return at
    return None


def _has_done(tokens: list[Token], first: int, last: int) -> bool:
    for at in range(first + 1, last):
        if tokens[at].low in _INFINITIVES and tokens[at - 1].tag in (*_DONE, tags.AUXILIARY):
            before = tokens[at - 1].low
            if before in _OF_SEIN or (before.endswith(("t", "en")) and tokens[at].low == "haben"):
                return True
    return False
