"""English word classes: lists of function words and verbs, endings, and the word before.

English forms say little ("cuts", "plans", "reports" are nouns and verbs), so a form that can be a
finite verb counts as one only after a word that can end its subject.
"""

from factcheck.extraction import tags
from factcheck.extraction.english_participles import (
    IN_PHRASE,
    SAID,
    describes_noun,
    mark_participles,
    mark_reduced,
    waits_behind_who,
)
from factcheck.extraction.english_words import (
    ADVERBS,
    AUXILIARIES,
    BASES,
    CONJUNCTIONS,
    DETERMINERS,
    IRREGULAR,
    NO_PAST,
    ONLY_PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    SUBORDINATORS,
    VERBS_ONLY,
)
from factcheck.extraction.lexicon import base_of, words
from factcheck.extraction.memo import Memo, remembered
from factcheck.extraction.numerals.english_words import ONES, SCALE_WORDS, TENS

_OBJECT_BEGINS = frozenset(
    {
        tags.DETERMINER,
        tags.PRONOUN,
        tags.PREPOSITION,
        tags.NUMBER,
        tags.SUBORDINATOR,
        tags.NOUN,
        tags.QUESTION,
    }
)
_RELATED = words("according led leads lead due thanks close next up back related compared")
"""Words behind which "to" is a preposition."""

_NAMES_TOO = words("may will us")
"""Function words that are a month, a person or a country where a capital begins them."""

_SUBJECT_END = (tags.NOUN, tags.PRONOUN, tags.ADVERB, tags.CLOSE, tags.QUOTE, tags.CONJUNCTION, tags.QUESTION)
_GOES_ON = words("says believes insists expects admits argues wants thinks explains")
"""Forms that are no plurals: they go on with the sentence, "The yard, which is new, says …"."""

_SAID_BY_SEVERAL = words(
    "say argue believe suggest insist warn claim estimate expect show note admit complain fear maintain think"
)
"""Forms that go on with a sentence on several: "The documents, many of them new, suggest that …"."""

_SAID = _OBJECT_BEGINS - {tags.PREPOSITION, tags.QUESTION}
_STANDING_ALONE = words("some many several another both few all")
_COUNTS = ONES.keys() | TENS.keys() | SCALE_WORDS
_BEGINS_ASIDE = words("who which whose a an the its his her their one")
_LISTS = (
    (AUXILIARIES, tags.AUXILIARY),
    (CONJUNCTIONS, tags.CONJUNCTION),
    (PRONOUNS - QUESTIONS, tags.PRONOUN),
    (QUESTIONS, tags.QUESTION),
    (DETERMINERS, tags.DETERMINER),
    (PREPOSITIONS, tags.PREPOSITION),
    (SUBORDINATORS, tags.SUBORDINATOR),
    (ADVERBS, tags.ADVERB),
)
_FUNCTION = {word: tag for listed, tag in reversed(_LISTS) for word in listed}


@remembered
def tag_word(low: str) -> str:
    """The class of a lower-case word by its form alone; "v" marks what can be a finite verb."""
    listed = _FUNCTION.get(low)
    if listed:
        return listed
    if low in IRREGULAR or low in BASES or _third_person(low):
        return tags.PERHAPS_FINITE
    if low in ONLY_PARTICIPLES:
        return tags.PARTICIPLE
    if low.endswith("ed") and len(low) > 3 and low not in NO_PAST:
        return tags.PERHAPS_FINITE
    if low.endswith("ly"):
        return tags.ADVERB
    if low.endswith(("able", "ible", "ous", "ful", "less", "ish", "ical")):
        return tags.ADJECTIVE
    return tags.NOUN


def _third_person(low: str) -> bool:
    if not low.endswith("s") or low.endswith("ss"):
        return False
    stems = (low[:-1], low[:-2], low[:-3] + "y") if low.endswith("es") else (low[:-1],)
    return any(stem in BASES for stem in stems)


def tag(forms: list[str]) -> list[str]:
    """One class for each word or sign of a sentence."""
    found: list[str] = []
    inside = _INSIDE
    for at, form in enumerate(forms):
        tag = inside[form] if at else _FIRST[form]
        depends = tag in _DEPENDING or form == "provided"
        found.append(_in_context(forms, found, at, tag) if depends else tag)
    mark_participles(forms, found)
    mark_reduced(forms, found)
    return found


_BEHIND_VERB = frozenset({tags.TO, tags.NUMBER, tags.DETERMINER, tags.PREPOSITION, tags.ADVERB})
_REPORTING = words("report claim estimate note state show suggest reveal indicate")
_DEPENDING = frozenset({tags.PERHAPS_FINITE, tags.NOUN, tags.AUXILIARY, tags.DETERMINER})
"""Classes of forms that what stands before can change."""

_BEFORE_THAT = frozenset({tags.PERHAPS_FINITE, tags.FINITE, tags.NOUN, tags.ADJECTIVE, tags.COMMA})


def _tag_form(form: str, at: int) -> str:
    return (_INSIDE if at else _FIRST)[form]


def _tag_by_form(form: str, at: bool) -> str:
    """The class of a word or sign; `at`: something stands before it."""
    first = form[0]
    if first.isdigit() or (first in "+-" and len(form) > 1):
        return tags.NUMBER
    if not first.isalpha():
        return tags.SIGNS.get(form, tags.OTHER)
    low = form.lower()
    if first.isupper() and (low not in _FUNCTION or (at and low in _NAMES_TOO)):
        return tags.NOUN
    if first.isupper() and form.isupper() and len(form) > 1 and at:
        return tags.NOUN
    if low.endswith(("n't", "n’t")):
        return tags.AUXILIARY
    return tag_word(low)


_FIRST: Memo[str] = Memo(lambda form: _tag_by_form(form, at=False))
_INSIDE: Memo[str] = Memo(lambda form: _tag_by_form(form, at=True))


def _in_context(forms: list[str], found: list[str], at: int, tag: str) -> str:
    if forms[at] == "provided" and forms[at + 1 : at + 2] != ["that"]:
        tag = tags.PERHAPS_FINITE
    if tag not in _DEPENDING:
        return tag
    before = found[at - 1] if at else tags.STOP
    low = forms[at].lower()
    if low == "to":
        return tags.TO
    if before == tags.TO and tag != tags.DETERMINER and not (at > 1 and forms[at - 2].lower() in _RELATED):
        return tags.INFINITIVE if forms[at].islower() else tag
    if low == "that" and before in _BEFORE_THAT:
        return tags.SUBORDINATOR
    if low == "time" and _joins(forms, at):
        found[at - 2] = tags.SUBORDINATOR
    if tag == tags.NOUN and before in (tags.PRONOUN, tags.QUESTION) and forms[at].islower():
        ends = forms[at - 1].lower() in ("i", "we", "they", "you")
        return tags.FINITE if ends or (forms[at - 1].lower() == "who" and low.endswith("s")) else tag
    if tag != tags.PERHAPS_FINITE:
        return tag
    return _verb_in_context(forms, found, at, before)


def _joins(forms: list[str], at: int) -> bool:
    """ "By the time an audit began, …": not "by the time of the audit"."""
    phrase = at > 1 and forms[at - 1] == "the" and forms[at - 2].lower() == "by"
    return phrase and at + 1 < len(forms) and forms[at + 1] != "of" and forms[at + 1][0].isalnum()


def _verb_in_context(forms: list[str], found: list[str], at: int, before: str) -> str:
    """Finite after what can end a subject, a participle after an auxiliary, else a noun or attribute."""
    low = forms[at].lower()
    if low == "close" and at + 1 < len(forms) and forms[at + 1].lower() == "to":
        return tags.ADJECTIVE
    if _last_auxiliary(found, at):
        return tags.PARTICIPLE
    if (measured := _beside_measure(forms, found, at)) is not None:
        return measured
    if before == tags.COMMA and (low in IRREGULAR or low.endswith("ed")):
        return _after_comma(forms, found, at)
    if before == tags.COMMA and (low in _GOES_ON or _resumes(forms, found, at)):
        return tags.FINITE
    if forms[at - 1].lower() in _STANDING_ALONE and low in SAID:
        return tags.FINITE
    if before not in _SUBJECT_END or (
        before == tags.NOUN and forms[at - 1].endswith(("'s", "’s", "s'", "s’"))
    ):
        return tags.NOUN
    if low in BASES and low not in IRREGULAR:
        ends = (
            low in VERBS_ONLY or _plural(_before_adverbs(forms, found, at)) or _of_several(forms, found, at)
        )
        return tags.FINITE if ends else tags.NOUN
    if low in IRREGULAR or low.endswith("ed"):
        return tags.FINITE
    return tags.FINITE if before != tags.ADVERB and _object_follows(forms, at) else tags.PERHAPS_FINITE


def _beside_measure(forms: list[str], found: list[str], at: int) -> str | None:
    """ "four counts (of fraud)", "(profit) more than doubled", "the last forecast"."""
    if not at:
        return None
    low, before = forms[at].lower(), forms[at - 1].lower()
    if before in _COUNTS and _third_person(low):
        return tags.NOUN
    if (
        found[at - 1] == tags.ADVERB
        and at > 1
        and (found[at - 2] == tags.DETERMINER or forms[at - 2].endswith(("'s", "’s")))
    ):
        return tags.NOUN
    more = before == "than" and at > 1 and forms[at - 2].lower() == "more"
    return tags.FINITE if more and low.endswith("ed") else None


def _resumes(forms: list[str], found: list[str], at: int) -> bool:
    """ "The mill, founded in 1868, handles a third": a form in -s where a subject waits for its verb."""
    commas = [i for i, tag in enumerate(found) if tag == tags.COMMA]
    several = forms[at].lower() in _SAID_BY_SEVERAL
    if len(commas) < 2 or not (several or _third_person(forms[at].lower())):
        return False
    subject = found[: commas[0]]
    waits = bool(subject) and subject[-1] == tags.NOUN and not any(tag in tags.VERBAL for tag in subject)
    if several:
        return waits and _plural(forms[commas[0] - 1].lower()) and _tag_form(forms[at + 1], at + 1) in _SAID
    aside = forms[commas[0] + 1].lower() if commas[0] + 1 < at else ""
    described = aside in _BEGINS_ASIDE or aside.endswith(("ed", "built", "led", "made"))
    following = _tag_form(forms[at + 1], at + 1) if at + 1 < len(forms) else tags.STOP
    return waits and described and following in (*_OBJECT_BEGINS, tags.ADVERB, tags.PREPOSITION)


def _before_adverbs(forms: list[str], found: list[str], at: int) -> str:
    """What stands before: "records now show"; "-ly" alone may be a noun's: "weekly show"."""
    while at > 1 and found[at - 1] == tags.ADVERB and not forms[at - 1].lower().endswith("ly"):
        at -= 1
    return forms[at - 1].lower()


def _of_several(forms: list[str], found: list[str], at: int) -> bool:
    """ "researchers at Northwind University report in …", "Losses for the year come to …": the head of the
    phrase before is a plural."""
    if at + 1 >= len(forms):
        return False
    reporting = forms[at].lower() in _REPORTING
    linked = forms[at + 1] == "to" or _tag_form(forms[at + 1], at + 1) in _BEHIND_VERB
    if not reporting and not linked:
        return False
    begins = at
    while begins and (found[begins - 1] in IN_PHRASE or describes_noun(found, begins - 1)):
        begins -= 1
    ends = (tags.PREPOSITION, tags.FINITE, tags.PARTICIPLE)
    head = next((i for i in range(begins, at) if found[i] in ends), None)
    opens = begins == 0 or found[begins - 1] in (tags.COMMA, tags.CONJUNCTION, tags.QUOTE)
    several = (reporting or opens) and head is not None and head > begins and _plural(forms[head - 1].lower())
    return several and (linked or _tag_form(forms[at + 1], at + 1) not in (tags.NOUN, tags.AUXILIARY))


def _after_comma(forms: list[str], found: list[str], at: int) -> str:
    """ "…, aimed at saving" describes; "Paul Drax, the engineer, resigned" goes on with the sentence."""
    following = _tag_form(forms[at + 1], at + 1) if at + 1 < len(forms) else tags.STOP
    verb_before = any(tag in tags.VERBAL for tag in found) and not waits_behind_who(forms, found)
    return tags.PARTICIPLE if verb_before and following in (tags.PREPOSITION, tags.TO) else tags.FINITE


def _object_follows(forms: list[str], at: int) -> bool:
    """What stands behind a form in -s lets it be a verb: "cuts 2,500 jobs", not "plans include"."""
    if at + 1 >= len(forms):
        return False
    following = _tag_form(forms[at + 1], at + 1)
    return following in _OBJECT_BEGINS or not forms[at + 1][0].isalnum()


def _last_auxiliary(found: list[str], at: int) -> bool:
    """An auxiliary before the word with nothing but adverbs and participles between."""
    for tag in reversed(found[max(0, at - 4) : at]):
        if tag == tags.AUXILIARY:
            return True
        if tag not in (tags.ADVERB, tags.PARTICIPLE):
            return False
    return False


def _plural(low: str) -> bool:
    ends = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us", "is"))
    return ends or low in ("they", "we", "i", "you", "people", "who", "which", "men", "women", "children")


@remembered
def lemma(word: str) -> str:
    return base_of(word, "en")
