"""Which English past forms only describe a noun: "the plan announced in May", "ideas backed by experts"."""

from factcheck.extraction import tags
from factcheck.extraction.lexicon import words

SAID = words("said told thought felt complained argued believed claimed reported")
"""Behind "some", a past of one of these is its verb: "Some said …"."""

_GOES_ON_SAYING = words(
    "says said found finds shows showed concludes concluded suggests warned warns show suggest "
    "reveal indicate find say"
)
IN_PHRASE = frozenset({tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.PREPOSITION, tags.NUMBER})

_ONLY_PAST = words(
    "rose fell grew went came took saw gave drew flew knew chose broke spoke wrote drove rode began sang ran "
    "swam ate fled stood sat lay became threw wore swore tore stole froze shook shrank sank sprang withdrew "
    "overcame underwent undertook passed stuck lived"
)
"""Pasts that are no participles, or of verbs that nobody is the object of."""

_SUBJECTS = frozenset({tags.PRONOUN, tags.QUESTION})
_DESCRIBED = words("one someone anyone everyone somebody everybody something anything everything nothing")
"""Pronouns that a participle may describe: "for anyone accused of fraud"."""

_PARTICLES = words("up out off down away over in on")


def mark_reduced(forms: list[str], found: list[str]) -> None:
    """ "A report published on Monday says …": with another verb behind nothing but a phrase, the first form
    only describes the noun before."""
    for at in [at for at, tag in enumerate(found[:-3]) if tag == tags.FINITE]:
        if not at or found[at - 1] != tags.NOUN or found[at + 1] != tags.PREPOSITION:
            continue
        verb = at + 2
        while verb < len(found) and found[verb] in IN_PHRASE:
            verb += 1
        low = forms[at].lower()
        again = verb < len(found) and (
            found[verb] == tags.AUXILIARY or forms[verb].lower() in _GOES_ON_SAYING
        )
        past = low.endswith("ed") and low not in SAID
        if past and again and found[verb - 1] in (tags.NOUN, tags.NUMBER):
            found[at] = tags.PARTICIPLE


def mark_participles(forms: list[str], found: list[str]) -> None:
    """ "the plan announced in May", "ideas suggested by experts": a past form that only describes a noun."""
    verbs = [at for at, tag in enumerate(found) if tag in tags.VERBAL]
    for at in verbs:
        if (
            found[at] == tags.FINITE
            and forms[at].lower() not in _ONLY_PAST
            and _describes(forms, found, at, verbs)
        ):
            found[at] = tags.PARTICIPLE


def _describes(forms: list[str], found: list[str], at: int, verbs: list[int]) -> bool:
    first, last = _stretch(found, at)
    linked = found[at + 1 : at + 2] in ([tags.PREPOSITION], [tags.TO], [tags.COMMA])
    subject = found[at - 1] in _SUBJECTS and forms[at - 1].lower() not in _DESCRIBED
    led = found[first] == tags.PREPOSITION and linked and not subject
    if led and any(not first <= other < last for other in verbs):
        return True
    if _in_phrase_behind_verb(forms, found, at, verbs):
        return True
    return _names_doer(forms, found, at) and (verbs[-1] > at or _of_noun(forms, found, at))


def _in_phrase_behind_verb(forms: list[str], found: list[str], at: int, verbs: list[int]) -> bool:
    """ "(said) in a report published on Monday": behind a verb, a preposition and its noun."""
    past = forms[at].lower()
    if not past.endswith("ed") or past in SAID or found[at + 1 : at + 2] != [tags.PREPOSITION]:
        return False
    begins = at
    while begins and found[begins - 1] in (tags.NOUN, tags.DETERMINER, tags.ADJECTIVE):
        begins -= 1
    return 1 < begins < at and found[begins - 1] == tags.PREPOSITION and begins - 2 in verbs


def _names_doer(forms: list[str], found: list[str], at: int) -> bool:
    """ "backed by the union", "set up by a bank"; not "rose by 9%"."""
    by = at + 1
    while by < len(found) - 1 and forms[by].lower() in _PARTICLES:
        by += 1
    measured = by + 1 < len(found) and (found[by + 1] == tags.NUMBER or forms[by + 1] in "$£€")
    return by < len(found) - 1 and forms[by].lower() == "by" and not measured


def _of_noun(forms: list[str], found: list[str], at: int) -> bool:
    """ "(was paid for by the council and) a fund set up by a bank": behind another verb and a bare noun."""
    before = any(tag in tags.VERBAL for tag in found[:at])
    return before and at > 0 and found[at - 1] == tags.NOUN and forms[at - 1].islower()


def _stretch(found: list[str], at: int) -> tuple[int, int]:
    """The tokens between two commas around `at`."""
    first, last = at, at
    while first > 0 and found[first - 1] != tags.COMMA:
        first -= 1
    while last < len(found) and found[last] != tags.COMMA:
        last += 1
    return first, last


def describes_noun(found: list[str], at: int) -> bool:
    """ "(accounts) published on Friday", "seen by this paper": a past form behind a noun."""
    between = at > 0 and found[at - 1] == tags.NOUN and found[at + 1 : at + 2] == [tags.PREPOSITION]
    return between and found[at] in (tags.FINITE, tags.PARTICIPLE)


def waits_behind_who(forms: list[str], found: list[str]) -> bool:
    """ "Ada Rey, an engineer who was hurt, (left)": the only verb so far is that of a relative clause."""
    first = next((i for i, form in enumerate(forms[: len(found)]) if form in ("who", "which", "whose")), None)
    verbs = [i for i, tag in enumerate(found) if tag in tags.VERBAL]
    return first is not None and len(verbs) == 1 and first < verbs[0] and found.count(tags.COMMA) > 1
