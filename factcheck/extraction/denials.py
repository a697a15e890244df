"""Whether a clause says that something is not so: `is_denied(scope, language)`.

A negation counts where it denies the clause. It does not in "nicht nur", "no more than 40", "kein
Geringerer als", "not until May", "eine nicht öffentliche Sitzung", nor where a second one takes it
back: "Keiner der vier Schritte fehlt", "did not deny".
"""

import re

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.lexicon import words
from factcheck.extraction.scopes import Scope

_NEGATORS: dict[Language, frozenset[str]] = {
    "de": words(
        "nicht kein keine keinen keinem keiner keines keins nie niemals niemand niemanden niemandem nichts "
        "nirgends nirgendwo nirgendwohin keinesfalls keineswegs keinerlei mitnichten weder"
    ),
    "en": words("not never no nobody none nothing neither nor nowhere cannot no-one"),
}
_CONTRACTED = ("n't", "n’t")
_BOUNDED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:nur|allein|bloß|lediglich|zuletzt|umsonst|einmal|selten|wenige[rn]?|ohne|so sehr|zu vergessen)\b"
        r"|(?:mehr|weniger|länger|später|früher|höher|niedriger|größer|kleiner|jünger|älter|schneller|"
        r"öfter) als\b"
        r"|(?:vor|bis|ehe) (?:\d|anfang|mitte|ende|herbst|frühjahr|sommer|winter|januar|februar|märz|april|"
        r"mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|"
        r"freitag|samstag|sonntag|nächste|kommende)"
        r"|(?:geringer|ander|wenig)\w* als\b|(?:zweifel|frage|wunder)\b"
    ),
    "en": re.compile(
        r"(?:only|just|merely|simply|solely|least|surprisingly|unusually|unlike|so much)\b"
        r"|(?:more|less|fewer|later|earlier|longer|older|younger|higher|lower|greater|bigger|sooner) than\b"
        r"|longer than\b|(?:until|before)\b|long (?:after|before)\b|(?:other|less) than\b|but\b"
        r"|(?:doubt|wonder|surprise|stranger)\b|\. ?\d|\d"
    ),
}
"""What stands behind a negation that bounds, lists or stresses instead of denying."""

_CORRECTING: dict[Language, frozenset[str]] = {"de": words("sondern"), "en": words("but rather")}
_LACKING: dict[Language, frozenset[str]] = {
    "de": words(
        "fehlen mangeln ausbleiben vermissen vergessen auslassen versäumen übersehen bestreiten leugnen "
        "dementieren abstreiten bezweifeln anzweifeln verneinen verhehlen verheimlichen verschweigen "
        "ausschließen"
    ),
    "en": words(
        "missing lacking lacked lack lacks absent omitted forgotten overlooked deny denied denies denying "
        "dispute disputed disputes doubt doubted doubts conceal concealed rule ruled failed fails excluded"
    ),
}
"""Verbs that deny by themselves: with a negation they affirm."""

_LITOTES = re.compile(
    r"un(?!ter|d\b|s\b|ser|iver|ion|iform|o\b|abhängig|der|til|it)\w{4,}|ausgeschlossen|auszuschließen"
)
_BACKWARDS = 3
"""Words before a negated attribute among which its article is looked for."""

_DENYING_VERBS: dict[Language, frozenset[str]] = {
    "de": words("dementieren abstreiten leugnen verneinen bestreiten"),
    "en": words("deny denies denied denying refute refutes refuted refuting rebut rebuts rebutted disavowed"),
}
_REJECTING: dict[Language, frozenset[str]] = {
    "de": words("zurückweisen widersprechen"),
    "en": words(
        "reject rejects rejected rejecting dismiss dismisses dismissed dispute disputes disputed contradicted"
    ),
}
"""Verbs that deny only what somebody alleged: not a motion, a refugee or an employee."""

_OPPOSING: dict[Language, frozenset[str]] = {
    "de": _DENYING_VERBS["de"] | _REJECTING["de"],
    "en": _DENYING_VERBS["en"] | _REJECTING["en"],
}
_ALLEGED: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r".*(?:vorwurf|vorwürfen?|vorwurfs|behauptung|behauptungen|darstellung|darstellungen|anschuldigung|"
        r"anschuldigungen|beschuldigungen?|berichte?n?|kritik|verdacht|spekulation|spekulationen|gerüchte?n?|"
        r"unterstellung|unterstellungen|aussagen?|verantwortung|schuld|einwände?n?|angaben|eindruck)"
    ),
    "en": re.compile(
        r"claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?|criticisms?|speculation|"
        r"assertions?|notion|idea|account|version|conclusions?|findings?"
    ),
}
_POINTING = words("das dies alles beides dem it that this both")
_CONTESTED = re.compile(
    r".*(?:spiele?s?|partien?|rennen|kampf|kämpfe|match|matches|turniere?|saison|laufs?|finale|etappen?|"
    r"auftritte?|lebensunterhalt|kosten|programm|konzerte?)"
)
"""What is bestritten without being denied: a match, one's living."""

_REFUSED = words(
    "application request bail entry access permission visa visas motion appeal bid funding permit right "
    "rights opportunity coverage service asylum parole licence license admission requests applications "
    "treatment"
)
"""What is denied to somebody, not said to be untrue."""

_BE = words("is are was were be been being")
_HAVE = words("has have had is are was were")


def is_denied(scope: Scope, language: Language) -> bool:
    """Whether the clause denies what it says, by a negation or by a verb of denying."""
    negating = not scope.lows.isdisjoint(_NEGATORS[language]) or (language == "en" and scope.contracts)
    if negating and any(_negates(scope, at, language) for at in range(len(scope.tokens))):
        return not _lacks(scope, language)
    return _still_has_to(scope) or denying_verb(scope, language) is not None


def _still_has_to(scope: Scope) -> bool:
    """English "has yet to confirm": it has not."""
    return "yet" in scope.lows and any(
        token.low == "yet" and scope.low(at + 1) == "to" and scope.low(at - 1) in _HAVE
        for at, token in enumerate(scope.tokens)
    )


def _negates(scope: Scope, at: int, language: Language) -> bool:
    token = scope.tokens[at]
    if token.low.endswith(_CONTRACTED):
        return not _is_bounded(scope, at, language)
    if token.low not in _NEGATORS[language] or (language == "en" and token.text == "No" and at):
        return False
    if _describes_noun(scope, at):
        return False
    if scope.low(at - 1) == "or" or (scope.low(at - 1), token.low) == ("oder", "nicht"):
        return False
    return not _is_bounded(scope, at, language)


def _is_bounded(scope: Scope, at: int, language: Language) -> bool:
    behind = scope.tokens[at + 1 :]
    following = " ".join(token.low for token in behind[:3])
    if _BOUNDED[language].match(following) or (language == "en" and any(t.low == "until" for t in behind)):
        return True
    if behind and _LITOTES.fullmatch(behind[0].low) and behind[0].text[0].islower():
        return True
    return any(token.low in _CORRECTING[language] for token in behind) and language == "de"


def _describes_noun(scope: Scope, at: int) -> bool:
    """ "ein nicht alltäglicher Fall", "die noch nicht bezahlte Rechnung": "nicht" inside a noun phrase."""
    if scope.low(at) == "not":
        return scope.low(at - 1) in ("a", "an", "the")
    if scope.low(at) != "nicht":
        return False
    before = at - 1
    while before > at - _BACKWARDS and scope.tag(before) == tags.ADVERB:
        before -= 1
    after = at + 1
    while scope.tag(after) in (tags.ADVERB, tags.ADJECTIVE, tags.PARTICIPLE, tags.PERHAPS_FINITE):
        after += 1
    attribute = after > at + 1 and scope.tag(after) == tags.NOUN
    return attribute and scope.tag(before) in (tags.DETERMINER, tags.PREPOSITION, tags.NUMBER)


def _lacks(scope: Scope, language: Language) -> bool:
    if language == "en":
        return not scope.lows.isdisjoint(_LACKING["en"])
    return any(base in _LACKING["de"] for base in scope.verbs) or "leer" in scope.lows


def denying_verb(scope: Scope, language: Language) -> str | None:
    """The verb by which somebody denies an allegation, None where the clause has none."""
    found = scope.verbs if language == "de" else scope.lows
    if found.isdisjoint(_OPPOSING[language]):
        return None
    denying = found & _DENYING_VERBS[language]
    if denying and not _only_refuses(scope, language):
        return min(denying)
    rejecting = found & _REJECTING[language]
    return min(rejecting) if rejecting and _alleges(scope, language) else None


def _alleges(scope: Scope, language: Language) -> bool:
    """Whether the clause names an allegation, or points at one: "wies das zurück"."""
    for at, token in enumerate(scope.tokens):
        if _ALLEGED[language].fullmatch(token.low):
            return True
        if token.low in _POINTING and scope.tag(at + 1) not in (tags.NOUN, tags.ADJECTIVE):
            return True
    return False


def _only_refuses(scope: Scope, language: Language) -> bool:
    """ "bestreitet das Finale", "was denied bail": nothing is said to be untrue."""
    if language == "de":
        contested = any(_CONTESTED.fullmatch(t.low) for t in scope.tokens if t.tag == tags.NOUN)
        return contested and "bestreiten" in scope.verbs
    refused = not scope.lows.isdisjoint(_REFUSED)
    passive = any(scope.low(at) == "denied" and scope.low(at - 1) in _BE for at in range(len(scope.tokens)))
    return refused or (passive and not _alleges(scope, "en"))
