"""What is meant to be or forecast: `is_planned(scope, language)`, `is_predicted(scope, language)`.

A plan is what somebody who can bring it about announces or intends; that he does can be checked. A
forecast says what will come without anybody's doing, or is put forward as a forecast. German "wird"
and English "will" stand for both: what the verb means tells them apart.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.english_words import BASES, IRREGULAR
from factcheck.extraction.lexicon import words
from factcheck.extraction.scopes import Scope

_OBLIGED = words("soll sollen solle sollten sollte")
_INTENDING = words("will wollen wolle wollte wollten möchte möchten")
_MEANT = _OBLIGED | _INTENDING
_FUTURE = {
    "de": words("wird werden werde würden würde"),
    "en": words("will won't won’t shall would wouldn't wouldn’t 'll"),
}
_PERFECT = words("haben sein")
_PLANNING: dict[Language, frozenset[str]] = {
    "de": words(
        "planen beabsichtigen vorhaben vorsehen anstreben anpeilen anvisieren ankündigen versprechen zusagen "
        "zusichern geloben erwägen bevorstehen einplanen"
    ),
    "en": words(
        "plan plans planned planning intend intends intended intending aim aims aimed aiming vow vows "
        "vowed pledge pledges pledged promise promises promised hope hopes hoped want wants wanted seek "
        "seeks sought"
    ),
}
"""English verbs mean a plan with "to" behind them."""

_PLAN_WITHOUT_TO = words("plan plans planned planning consider considers considering mull mulls mulling")
_SCHEDULED = words("set due scheduled slated poised going planning")
_ADJECTIVES_OF_PLANS = words("geplant vorgesehen beabsichtigt angedacht anberaumt angesetzt terminiert")
_SOON = words("demnächst künftig morgen übermorgen")
_UNCONTROLLED: dict[Language, frozenset[str]] = {
    "de": words(
        "steigen ansteigen sinken fallen wachsen schrumpfen zunehmen abnehmen kosten übersteigen "
        "erreichen bleiben sein werden haben geben dauern brauchen führen betreffen leiden verlieren "
        "sterben zusammenbrechen einstürzen halten verschlechtern verbessern verteuern treffen "
        "profitieren fehlen gelingen scheitern müssen können dürfen zurückgehen kommen entstehen wirken "
        "helfen reichen ausreichen mitspielen ergehen"
    ),
    "en": words(
        "rise fall grow shrink increase decrease decline drop cost exceed reach remain stay be become "
        "have last need happen lead cause improve worsen affect benefit hit suffer lose die collapse "
        "break come result take make total average outperform slow climb double triple soar plunge prove "
        "depend mean require help feel see get"
    ),
}
"""Verbs for what nobody decides: behind "wird" and "will" they forecast."""

_FORECASTING: dict[Language, frozenset[str]] = {
    "de": words("erwarten prognostizieren vorhersagen voraussagen prophezeien befürchten veranschlagen"),
    "en": words(
        "expects expected expecting expect forecast forecasts forecasting predicts predicted predicting "
        "predict projects projected anticipates anticipated anticipate fears feared"
    ),
}
_BEHIND_NOUN = words("for from of by in was is were are cut raised lowered")
_LIKELY = words("expected likely forecast predicted projected estimated tipped anticipated unlikely")
_GERMAN_PLANNING = _PLANNING["de"] - {"vorhaben"}
_ENGLISH_FORECASTING = _FORECASTING["en"] | _LIKELY
_OPEN: dict[Language, frozenset[str]] = {
    "de": words("dürfte dürften könnte könnten"),
    "en": words("could may might"),
}
_PRESUMABLY = words("voraussichtlich vermutlich wahrscheinlich womöglich möglicherweise")
_BE = words("is are was were be been being's it's he's she's")
_VERBS = frozenset({tags.FINITE, tags.PARTICIPLE, tags.PERHAPS_FINITE})
_BE_TO = words("is are was were it's he's she's")
_PURPOSES = words(
    "aim goal idea way task job purpose challenge alternative solution point key problem trick duty role "
    "question mission answer"
)
""" "The aim is to cut" tells what something is, "the yard is to close" a plan."""


def is_planned(scope: Scope, language: Language) -> bool:
    """Whether the clause says what somebody intends, has announced or is meant to do."""
    if language == "en":
        return _english_plan(scope) or (_future(scope, "en") and controlled(scope, "en"))
    return _german_plan(scope) or (_future(scope, "de") and controlled(scope, "de"))


def is_predicted(scope: Scope, language: Language) -> bool:
    """Whether the clause says what is expected, or what may or will come by itself."""
    if scope.verb in _OPEN[language] and not _counterfactual(scope, language):
        return True
    if language == "en":
        return _english_forecast(scope) or (_future(scope, "en") and not controlled(scope, "en"))
    return _german_forecast(scope) or (_future(scope, "de") and not controlled(scope, "de"))


def is_hearsay(scope: Scope) -> bool:
    """German "soll geflohen sein", "will ihn gesehen haben": said by others, or by himself, of the past."""
    if scope.verb not in _MEANT or len(scope.tokens) < 3:
        return False
    closing = [token for token in scope.tokens if token.tag.isalpha()]
    done = (tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.AUXILIARY)
    return (
        len(closing) > 2
        and closing[-1].low in _PERFECT
        and closing[-2].tag in done
        and _looks_done(closing[-2].low)
    )


def _looks_done(low: str) -> bool:
    return low in ("worden", "gewesen", "geworden") or low.endswith(("t", "en"))


def controlled(scope: Scope, language: Language) -> bool:
    """Whether somebody decides what the verb of a clause in the future says."""
    verbs = _infinitives(scope, language)
    return bool(verbs) and verbs[-1] not in _UNCONTROLLED[language]


def _infinitives(scope: Scope, language: Language) -> list[str]:
    """What stands behind the auxiliary of the future, the verb that means something last."""
    if scope.finite is None:
        return []
    behind = scope.tokens[scope.finite + 1 :]
    if language == "en":
        verb = next((t for t in behind if t.tag not in (tags.ADVERB, tags.PRONOUN)), None)
        passive = [
            t.low
            for t in behind[:4]
            if t.tag == tags.PARTICIPLE or t.low in IRREGULAR or t.low.endswith("ed")
        ]
        if verb is not None and verb.low == "be" and passive:
            return [passive[0]]
        return [verb.low] if verb is not None and verb.tag not in (tags.NUMBER, tags.DETERMINER) else []
    closing = [t for t in behind if t.tag.isalpha()]
    if not closing or closing[-1].tag not in (tags.PERHAPS_FINITE, tags.INFINITIVE, tags.AUXILIARY):
        return []
    low = closing[-1].low
    if low == "werden" and len(closing) > 1 and closing[-2].tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE):
        return [closing[-2].low]
    return [low] if low.endswith(("en", "ern", "eln", "sein")) else []


def _future(scope: Scope, language: Language) -> bool:
    """ "wird bauen", "will build"; not the passive "wird gebaut", not "wird Meister"."""
    if scope.verb not in _FUTURE[language] and not (language == "en" and scope.verb.endswith(("'ll", "’ll"))):
        return False
    return language == "en" or (bool(_infinitives(scope, "de")) and not _is_passive(scope))


def _is_passive(scope: Scope) -> bool:
    """ "werden … gehalten": the last word is a participle although it looks like an infinitive."""
    closing = [token for token in scope.tokens if token.tag.isalpha()]
    return closing[-1].tag == tags.PARTICIPLE


def _german_plan(scope: Scope) -> bool:
    if is_hearsay(scope):
        return False
    verb = scope.verb
    modal = verb in _MEANT
    if (
        modal
        and len([t for t in scope.tokens if t.tag in (tags.PERHAPS_FINITE, tags.INFINITIVE, tags.AUXILIARY)])
        > 1
    ):
        return True
    bases = scope.verbs
    if "haben" in bases and "vorhaben" in bases:
        return True
    if not bases.isdisjoint(_GERMAN_PLANNING):
        return True
    return bool(
        scope.lows & _ADJECTIVES_OF_PLANS and scope.lows & {"ist", "sind", "war", "waren", "sei", "seien"}
    ) or (
        any(token.text in _SOON for token in scope.tokens)
        and scope.finite is not None
        and scope.tokens[scope.finite].tag != tags.AUXILIARY
    )


def _german_forecast(scope: Scope) -> bool:
    bases = scope.verbs
    if bases & _FORECASTING["de"] or ("rechnen" in bases and "mit" in scope.lows):
        return True
    if scope.verb in ("droht", "drohen", "drohte", "drohten"):
        return any(token.tag == tags.INFINITIVE for token in scope.tokens)
    return bool(scope.lows & _PRESUMABLY) and scope.verb in _FUTURE["de"]


def _english_plan(scope: Scope) -> bool:
    if "to" in scope.lows:
        places = [at for at, token in enumerate(scope.tokens) if token.low == "to" and at]
        if any(_leads_to(scope, _before_adverbs(scope, at - 1)) for at in places):
            return True
    if scope.lows.isdisjoint(_PLAN_WITHOUT_TO):
        return False
    return any(
        token.low in _PLAN_WITHOUT_TO and at and (token.tag in _VERBS or scope.low(at - 1) in _BE)
        for at, token in enumerate(scope.tokens)
    )


def _leads_to(scope: Scope, at: int) -> bool:
    """Whether "to" behind the word at `at` makes a plan: "is to", "plans to", "is set to"."""
    low = scope.low(at)
    if low in _BE_TO:
        return scope.low(at - 1) not in _PURPOSES
    return low in _PLANNING["en"] or _is_scheduled(scope, at)


def _is_scheduled(scope: Scope, at: int) -> bool:
    """ "is set to open", "is due to open"; "is due to rain" gives a cause."""
    being = any(scope.low(before) in _BE for before in range(max(0, at - 3), at))
    return (
        scope.low(at) in _SCHEDULED
        and being
        and (scope.low(at) != "due" or scope.low(at + 2) in (BASES | {"be"}))
    )


def _before_adverbs(scope: Scope, at: int) -> int:
    while at > 0 and scope.tag(at) == tags.ADVERB:
        at -= 1
    return at


def _english_forecast(scope: Scope) -> bool:
    if scope.lows.isdisjoint(_ENGLISH_FORECASTING):
        return False
    for at, token in enumerate(scope.tokens):
        if (
            token.low in _FORECASTING["en"]
            and not _is_noun(scope, at)
            and token.tag in (*tags.VERBAL, tags.PERHAPS_FINITE)
        ):
            return True
        passive = any(scope.low(before) in _BE for before in range(max(0, at - 3), at))
        if token.low in _LIKELY and passive and scope.low(at + 1) in ("to", "by"):
            return True
    return False


def _is_noun(scope: Scope, at: int) -> bool:
    """ "its growth forecast for 2027", "the forecast was cut"."""
    if not scope.low(at).startswith("forecast"):
        return False
    told = any(token.tag in tags.VERBAL for token in scope.tokens[:at])
    described = scope.tag(at - 1) in (tags.DETERMINER, tags.ADJECTIVE)
    return described or (told and scope.low(at + 1) in _BEHIND_NOUN)


def _counterfactual(scope: Scope, language: Language) -> bool:
    """ "could have been", "könnte gestohlen worden sein": a guess about the past, no forecast."""
    if language == "en":
        return "have" in scope.lows or (scope.verb == "could" and "not" in scope.lows)
    closing = [token for token in scope.tokens if token.tag.isalpha()]
    return len(closing) > 2 and closing[-1].low in _PERFECT and _looks_done(closing[-2].low)
