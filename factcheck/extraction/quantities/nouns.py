"""What is counted: the noun behind a number, past its adjectives."""

import re
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import english, german, tags
from factcheck.extraction.german import infinitive, tag_word
from factcheck.extraction.lexicon import words
from factcheck.extraction.memo import remembered
from factcheck.extraction.numerals import Kind, Token, begins_numeral, glued, low


class Counted(NamedTuple):
    """The lemma of the counted noun and the index behind it."""

    lemma: str
    stop: int


_LONGEST = 4
"""Words between a number and its noun, the noun included; longer phrases are rarely one."""

_GERMAN_STOPS = words(
    """
    der die das des dem den ein eine einen einem einer eines und oder aber sondern auch noch nur mehr
    weniger als wie nach vor seit bis über unter zwischen gegen ohne für mit von aus bei zu in im am an
    auf um durch wurden wurde werden waren haben hatten sind habe hätten hätte wäre wären würde würden
    könnte könnte könnten sollen sollten müssen mussten können konnten dürfen durften wollen wollten
    wollte sollte musste konnte alle alles keine keiner diese dieser dieses diesen diesem jene ihre
    ihrer ihren seine seiner seinen unsere hatte weiter später früher höher niedriger länger kürzer
    teurer billiger besser schlechter größer kleiner jünger älter geben gaben kamen kommen gehen gingen
    lagen liegen stehen standen nahmen stimmten enthielten starben erhielten bekamen leben lebten
    arbeiten fehlen gegenüber welche welcher weder sogar inklusive beträgt übrige stiegen sanken fielen
    blieben bleiben machen machten kosten kosteten wohnen seien hinter neben wegen während
    """
)
_ADJECTIVE_ENDS = ("e", "en", "er", "es", "em")
_NO_COUNT = frozenset(("uhr", "prozent", "cent"))

_ENGLISH_STOPS = words(
    """
    a an the and or but nor of in on at to for from with by as than that which who whom whose when while
    where if is are was were be been being has have had do does did will would shall should may might
    can could must not no it its he she they them his her their we our you your i this these those there
    here per since until after before between during through into over under above below about against
    among around across within without because each more less fewer most least up down out off so such
    then now today yesterday tomorrow ago later earlier last next according said says say told also only
    even too very just still already again however although though unless whether went came got took
    made gave left ended won lost beat voted agreed died lived worked took came began started both all
    some any other another percent away apart together compared versus vs annually daily weekly monthly
    worldwide alone nationwide overall altogether instead rather either neither via amid despite
    including excluding like unlike plus minus times
    """
)
_SINGULAR_S = ("ss", "us", "is", "ics", "ous")
_PLURALS = words(
    """
    people men women children police staff crew cattle troops personnel feet teeth mice geese sheep
    series species aircraft media data criteria phenomena alumni folk folks fish deer spacecraft
    headquarters lives wives policemen policewomen firemen servicemen fishermen businessmen congressmen
    sportsmen workforce barracks crossroads clergy youth lawmen gunmen offspring crises analyses
    hypotheses bus buses
    """
)
_VERBS_S = words(
    """
    says has does goes makes takes gives comes gets wants needs shows means runs leads helps remains
    includes becomes seems believes keeps brings holds stands stays plans expects follows adds allows
    cuts rises falls was this his its as yes plus always perhaps besides sometimes
    """
)


def find_noun(
    tokens: list[Token], at: int, language: Language, text: str, single: bool = False
) -> Counted | None:
    """The noun that a number before `at` counts, None where none follows.

    `text` is what the tokens were cut from; `single` when the number is one, which counts a singular.
    """
    if language == "de":
        return _german(tokens, at, text)
    return _english(tokens, at, text, single)


_WHOLES = {
    "de": words("der dieser dieses ihrer seiner unserer von den aller"),
    "en": words("of the these those its their his her our all"),
}


def find_whole(tokens: list[Token], at: int, language: Language, text: str) -> str | None:
    """What a number without a noun counts a part of: 60 der 90 Abgeordneten, 32 of these chips."""
    index = at
    while low(tokens, index) in _WHOLES[language] and index - at < 3:
        index += 1
    if index == at:
        return None
    index += index < len(tokens) and begins_numeral(tokens[index], language)
    noun = find_noun(tokens, index, language, text)
    return noun.lemma if noun else None


def _german(tokens: list[Token], at: int, text: str) -> Counted | None:
    for index in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[index]
        if token.kind is not Kind.WORD or token.low in _GERMAN_STOPS:
            return None
        if token.capital:
            return None if token.low in _NO_COUNT else _german_noun(tokens, index, text)
        if not token.low.endswith(_ADJECTIVE_ENDS):
            return None
    return None


def _german_noun(tokens: list[Token], at: int, text: str) -> Counted:
    """A noun and what hyphens bind to it: die letzten Glieder sagen, was gezählt wird."""
    stop = at + 1
    while (
        low(tokens, stop) in ("-", "‑")
        and glued(tokens, stop)
        and glued(tokens, stop + 1)
        and tokens[stop + 1].kind is Kind.WORD
    ):
        stop += 2
    last = tokens[stop - 1]
    parts = [text[tokens[index].start : tokens[index].end] for index in range(at, stop - 1, 2)]
    written = text[last.start : last.end]
    counted = acronym(written) or (noun_lemma(last.low) if last.capital else lemma(last.low, "de"))
    return Counted("-".join((*parts, counted)), stop)


def _english(tokens: list[Token], at: int, text: str, single: bool) -> Counted | None:
    index, last = at, None
    while index < min(at + _LONGEST, len(tokens)):
        token = tokens[index]
        hyphen = token.low in ("-", "‑") and glued(tokens, index) and glued(tokens, index + 1)
        if hyphen:
            index, at = index + 1, at + 1
            continue
        if token.kind is Kind.NAME and index > at:
            index += 1
            continue
        if token.kind is not Kind.WORD or token.low in _ENGLISH_STOPS:
            break
        short = acronym(text[token.start : token.end]) if token.capital or token.low[-1] == "s" else None
        if not single and (is_plural(token.low) if short is None else token.low != short.lower()):
            return Counted(short or lemma(token.low, "en"), index + 1)
        last = index
        index += 1
    if single and last is not None and index - at <= 3:
        short = acronym(text[tokens[last].start : tokens[last].end])
        return Counted(short or lemma(tokens[last].low, "en"), last + 1)
    return None


def is_plural(word: str) -> bool:
    """Whether an English word has the form of a plural."""
    if word in _PLURALS:
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(_SINGULAR_S)
        and word not in _VERBS_S
        and "'" not in word
    )


_ACRONYM = re.compile(r"([^\W\d_]*[A-ZÄÖÜ][^\W\d_]*[A-ZÄÖÜ])s?")
_LONGEST_ACRONYM = 5
"""Letters; longer words in capitals alone are words of a headline."""


def acronym(written: str) -> str | None:
    """ "GPU" of "GPUs", "PhD" of "PhDs": a word that ends in a capital without its plural s, else None."""
    found = _ACRONYM.fullmatch(written)
    return found[1] if found is not None and len(found[1]) <= _LONGEST_ACRONYM else None


def lemma(word: str, language: Language) -> str:
    """The dictionary form of a lower-case word."""
    return german.lemma(word) if language == "de" else english.lemma(word)


@remembered
def noun_lemma(low: str) -> str:
    """The dictionary form of a German noun.

    The dictionary makes a word that nobody writes of some plurals: "Fachleut" of Fachleute, "Angeklagt" of
    Angeklagte. Those that end in -leute stay as they are, and adjectives and participles used as nouns get
    one form with -e for all their cases.
    """
    word = low.capitalize()
    if low.endswith(("leute", "leuten")):
        return word.removesuffix("n")
    found = german.lemma(word)
    base = word.removesuffix("n")
    if base.endswith("e") and (found == base + "r" or _is_described(found)):
        return base
    return found[:1].upper() + found[1:]


def _is_described(found: str) -> bool:
    """Whether the dictionary led to an adjective or a participle instead of a noun."""
    low = found.lower()
    verbal = low.endswith("end") and infinitive(low) != low and infinitive(low).islower()
    return found[:1].islower() or verbal or tag_word(low) == tags.PARTICIPLE
