"""Which verbs attribute without a clause of what is said: `attributes(tokens, clause, cue)`.

Some by themselves ("klagten über den Lärm"), others by what stands beside them: "hält es für zu teuer",
"hatte von drei Lecks berichtet", "nannte den Plan einen Fehler", "put the number of dead at 12".
"""

from itertools import pairwise

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause
from factcheck.extraction.cues_german import HELD_VIEW
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Cue, Span
from factcheck.extraction.speech import DEFENDED, ENGLISH_CUES, ENGLISH_WITH, STRONG
from factcheck.extraction.speech_german import NOUNS, REFLEXIVE, TALKING, VOICING
from factcheck.extraction.tokens import Token

_WITH_PREPOSITION: dict[str, frozenset[str]] = {
    **{verb: beside for verb, beside in TALKING.items() if verb not in ("raten", "ausgehen")},
    "halten": words("für"),
    "angeben": words("mit"),
    "schätzen": words("auf"),
    "begründen": words("mit damit"),
    "sehen": words("in im darin"),
}
"""German verbs that attribute with a preposition somewhere in their clause."""

_WITH_ENDING: dict[str, tuple[str, ...]] = {
    "ausschließen": ("ung", "ungen", "tritt", "fehler", "zusammenhang", "schaden"),
    "verteidigen": (
        *("beschluss", "beschlüsse", "entscheidung", "entscheidungen", "plan", "pläne", "vorgehen", "kurs"),
        *("maßnahme", "maßnahmen", "gesetz", "reform", "vorhaben", "haltung", "einsatz", "politik", "urteil"),
        *("kürzungen", "entwurf", "schritt", "praxis", "regelung", "abkommen", "vorschlag", "kritik"),
    ),
}
"""German verbs that attribute where an object ends so: "schließt Kündigungen aus", not "schloss ihn aus"."""

_WITH_FIGURE = words("erwarten versprechen zusagen befürchten fürchten vermuten")
"""German verbs that attribute with an object that has a figure: "erwartet zwei Millionen Euro"."""

_ADMITTING = words("admit admits admitted")
_DEFENDING = words("defend defends defended")
_PUTTING = words("put puts")
_ENGLISH = _ADMITTING | _PUTTING | _DEFENDING | ENGLISH_WITH.keys()
_PROMISING = words("zusagen zusichern versprechen geloben garantieren")
_SAYING_ALL = words("halten nennen bezeichnen ausschließen")
_JUDGING = words("ablehnen begrüßen loben zurückweisen")
"""Verbs whose object is judged; no main clause is what they say."""

_CALLING = words("nennen call calls called")
_UNLESS_ITSELF = words("empfehlen")
_OBJECT_PREPOSITIONS = words("mit von auf über um für gegen")
_ASKED = words("anfrage nachfrage bitten bitte twitter facebook deutsch englisch")
_POINTING_BACK = words("das dies dazu hierzu")
_ACCUSATIVES = words("die das den eine ein einen keine kein keinen mehr weniger")
_HEADS = frozenset({tags.NOUN, tags.PRONOUN})
_NOMINAL = _HEADS | {tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER}
_DONE = frozenset({tags.PARTICIPLE, tags.PERHAPS_FINITE})
_PASSIVE = words("wird werden wurde wurden")
_NOT = words("nicht kaum")
_INDEFINITE = words("ein eine einen a an")
_DEFINITE = words("der dem den ihm ihr ihnen ihrem ihrer seinem seiner")
_VERDICTS = words("false wrong absurd unfair ridiculous nonsense misleading untrue unacceptable disgraceful")


def attributes(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """Verbs that attribute by themselves, and those that do with what follows: "hält es für zu teuer",
    "sprach von Betrug", "nannte den Plan einen Fehler"."""
    if (
        cue.base in STRONG
        or cue.base in (HELD_VIEW, "convinced")
        or (cue.passive and cue.base in ENGLISH_CUES)
    ):
        return True
    if cue.base in _ENGLISH:
        return _english(tokens, clause, cue)
    behind = tokens[cue.at + 1 : clause.last]
    if cue.base == "ausgehen":  # "ging von der Werft aus" is where it began
        return any(one.low == "von" and two.low not in _DEFINITE for one, two in pairwise(behind))
    if cue.base in _WITH_PREPOSITION and _has_preposition(tokens, clause, cue):
        return True
    if cue.base in _WITH_FIGURE:
        return any(token.tag == tags.NUMBER for token in tokens[clause.first : clause.last])
    if cue.base in _UNLESS_ITSELF:
        return all(token.low != "sich" for token in tokens[clause.first : clause.last])
    if cue.base == "ausschließen" and any(one.low in _NOT for one in behind):
        return True
    if cue.base in VOICING or cue.base in _WITH_ENDING:
        return _has_noun(tokens, clause, cue)
    if cue.base == "nennen" and any(one.low == "als" for one in tokens[clause.first : clause.last]):
        return True
    called = cue.base in _CALLING and behind and behind[0].tag in (tags.DETERMINER, tags.NOUN, tags.PRONOUN)
    return bool(called) and any(
        (two.low in _INDEFINITE or two.low in _VERDICTS) and one.tag in (tags.NOUN, tags.PRONOUN)
        for one, two in pairwise(behind)
    )


def _is_saturated(tokens: list[Token], clause: Clause) -> bool:
    """German "hatte 900 Euro verlangt", "nannte es „erfreulich“", "plädiert auf Freispruch", "wird im März
    erwartet": whether the verb has its object, so that what follows a comma need not be it."""
    piece = tokens[clause.first : clause.last]
    if any(token.tag in (tags.NUMBER, tags.QUOTE) for token in piece[1:]):
        return True
    for one, two in pairwise(piece):
        if one.low in _OBJECT_PREPOSITIONS and two.low not in _ASKED:
            return True
    finite = tokens[clause.finite].low if clause.finite is not None else ""
    if _has_object(tokens, clause):
        return True
    return finite in _PASSIVE and any(token.tag in _DONE for token in piece)


def promises(clauses: list[Clause], cue: Cue, message: Span | None) -> bool:
    """German "hatte zugesagt, sich zu beteiligen": an infinitive states no fact, but what he takes on."""
    infinitive = (c for c in clauses if message is not None and c.first == message[0])
    return cue.base in _PROMISING and any(c.opening is Opening.INFINITIVE for c in infinitive)


def says_all(tokens: list[Token], clauses: list[Clause], at: int, cue: Cue, message: Span) -> bool:
    """German "Die Wirte halten das Verbot für falsch, (die Ärzte begrüßen es)", "Der Kläger hatte 900 Euro
    verlangt, (das Gericht sprach ihm 200 zu)": what somebody says stands in his own clause already."""
    clause = clauses[at]
    following = next((c for c in clauses if c.first == message[0] >= clause.last), None)
    if following is None or following.opening is not Opening.MAIN or following.sign != tags.COMMA:
        return False
    if cue.base in _JUDGING or (cue.base in _SAYING_ALL and attributes(tokens, clause, cue)):
        return True
    return _is_saturated(tokens, clause)


def _has_object(tokens: list[Token], clause: Clause) -> bool:
    """German "Der Verband forderte eine Prüfung": a noun in the accusative behind the verb."""
    finite = clause.finite
    if finite is None or tokens[clause.first].low in _POINTING_BACK:
        return False
    before, behind = tokens[clause.first : finite], tokens[finite + 1 : clause.last]
    subject = bool(before) and before[0].tag in _NOMINAL and any(t.tag in _HEADS for t in before)
    while behind and behind[0].tag == tags.ADVERB:
        behind = behind[1:]
    accusative = bool(behind) and behind[0].low in _ACCUSATIVES
    return subject and accusative and any(token.tag == tags.NOUN for token in behind[1:3])


def _english(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "admits selling", "put the number at 12", "defended the decision", "wants a new pier"."""
    following = tokens[cue.at + 1] if cue.at + 1 < clause.last else tokens[cue.at]
    if cue.base in _ADMITTING:
        return following.low.endswith("ing")
    if cue.base in _PUTTING:
        return _puts_figure(tokens, cue.at + 1, clause.last)
    if cue.base in _DEFENDING:
        return any(token.low in DEFENDED for token in tokens[cue.at + 1 : min(cue.at + 6, clause.last)])
    return following.low in ENGLISH_WITH[cue.base] or following.tag == tags.NUMBER


def _puts_figure(tokens: list[Token], start: int, last: int) -> bool:
    """ "put the number of dead at 12", "puts the cost at about £3m"."""
    near = range(start, last - 1)
    at = next((i for i in near if tokens[i].low == "at"), None)
    return at is not None and any(t.tag == tags.NUMBER for t in tokens[at + 1 : min(last, at + 5)])


def _has_preposition(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "Von drei Lecks hatte die Werft berichtet"; of "sehen" only what it is taken for: "einen Fehler"."""
    piece = tokens[clause.first : clause.last]
    lows = {one.low for one, two in pairwise(piece) if one.low != "über" or two.tag != tags.NUMBER}
    if lows.isdisjoint(_WITH_PREPOSITION[cue.base]) or (cue.base in REFLEXIVE and "sich" not in lows):
        return False
    return cue.base != "sehen" or not lows.isdisjoint(_INDEFINITE)


def _has_noun(tokens: list[Token], clause: Clause, cue: Cue) -> bool:
    """ "äußerte Zweifel", "schließt Kündigungen aus"."""
    nouns = [token.low for token in tokens[clause.first : clause.last] if token.tag == tags.NOUN]
    endings = _WITH_ENDING.get(cue.base, ())
    return any((not endings and noun in NOUNS) or (endings and noun.endswith(endings)) for noun in nouns)
