"""Names of people and organisations: `find_names(sentences, language) -> list[Name]`.

German capitalises every noun, so capitals alone say nothing there. A name shows by its form (an
acronym, capitals inside, a word that no dictionary has), by a first name or title before it, by the
noun before it that says what it is (apposition), or by having been seen as part of a fuller name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.reason import Language
from factcheck.extraction import english, tags
from factcheck.extraction.firstnames import FIRST_NAMES
from factcheck.extraction.german import lemma
from factcheck.extraction.lexicon import is_known, words
from factcheck.extraction.memo import remembered
from factcheck.extraction.persons import behind_title, is_person
from factcheck.extraction.proper import (
    COMMON_ACRONYMS,
    LONG,
    is_foreign_compound,
    is_german,
    is_uninflected,
    is_unknown,
)
from factcheck.extraction.roles import is_role
from factcheck.extraction.tokens import Token


class Name(NamedTuple):
    """Tokens [first, last) of a sentence, the name without title, whether it is a person's."""

    first: int
    last: int
    text: str
    person: bool


_PARTICLES = words("von van de der den di da del la le al bin zu zur")
_CALENDAR = words(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Montag "
    "Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag January February March May June July "
    "October December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Ostern Weihnachten Christmas "
    "Easter Euro Prozent Dollar Millionen Milliarden Ende Anfang Mitte Uhr"
)
_MEASURES = words(
    "Prozent Euro Dollar Franken Cent Millionen Milliarden Million Milliarde Mio Mrd Ende Anfang Mitte "
    "Tonnen Meter Kilometer Grad Stunden Minuten Sekunden Jahre Jahren Uhr Punkte Punkten Kilo Kilogramm "
    "Liter Teile Zahl Reihe Dutzend Paar Stück Meilen Hektar Terabyte Gigabyte"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_OFFICES = (
    "agentur",
    "amt",
    "ministerium",
    "gericht",
    "gerichtshof",
    "kommission",
    "zentralbank",
    "regierung",
    "parlament",
    "bundestag",
    "landtag",
)
_ARTICLES = words("der die das dem den des beim vom am im")
_WHERE = words("bei von auf at on from")
"""Prepositions behind which a single capital is the name of a body."""

_DESCRIBES = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER})
_KIND_OF_BODY = tuple(
    words(
        "hersteller konzern firma partei gewerkschaft unternehmen bank bauer ministerium verein agentur "
        "institut universität stiftung behörde plattform dienst startup start-up tochter magazin zeitung "
        "sender portal verband venture gruppe fluglinie kette riese anbieter"
    )
)


def find_names(sentences: Sequence[list[Token]], language: Language) -> list[list[Name]]:
    """The names of each sentence of an article; a surname alone is known by the full name elsewhere."""
    read: list[list[tuple[tuple[int, int], list[Name]]]] = []
    known: set[str] = set()
    persons: set[str] = set()
    for tokens in sentences:
        of_sentence = []
        for run in _runs(tokens):
            names = list(_read(tokens, run, language, known))
            of_sentence.append((run, names))
            for name in names:
                last = name.text.rpartition(" ")[2]
                known.update((name.text, last))
                if name.person:
                    persons.add(last)
        read.append(of_sentence)
    return [
        [
            name if name.person or name.text.rpartition(" ")[2] not in persons else name._replace(person=True)
            for run, names in of_sentence
            for name in (_read(tokens, run, language, known) if _more(tokens, run, names, known) else names)
        ]
        for tokens, of_sentence in zip(sentences, read, strict=True)
    ]


def _more(tokens: list[Token], run: tuple[int, int], names: list[Name], known: set[str]) -> bool:
    """Whether a word of the run that was no name when it was read may be one by what came later."""
    at = run[0]
    for first, last in (*((name.first, name.last) for name in names), (run[1], run[1])):
        for token in tokens[at:first]:
            form = token.text
            if len(form) == 1 or form in known or (form[-1] in "s'’" and _POSSESSIVE.sub("", form) in known):
                return True
            if form.endswith("s") and form[:-1] in known:
                return True
        at = last
    return False


def _runs(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with "von", "de", "&" between two of them."""
    at, last = 0, len(tokens)
    while at < last:
        if tokens[at].tag != tags.NOUN or not _has_capital(tokens[at].text):
            at += 1
            continue
        end = at + 1
        while end < last:
            ampersand = tokens[end].text == "&" and end + 1 < last and _capital(tokens[end + 1])
            if _capital(tokens[end]) or _is_initial(tokens, end - 1):
                end += 1
            elif ampersand or (_links(tokens, end) and tokens[end - 1].text in FIRST_NAMES):
                end += 2
            else:
                break
        yield at, end
        at = end


def _is_initial(tokens: list[Token], at: int) -> bool:
    """ "W." of "George W. Bush": a single letter, its full stop and more of the name."""
    return (
        at + 2 < len(tokens)
        and len(tokens[at].text) == 1
        and tokens[at + 1].text == "."
        and tokens[at + 1].start == tokens[at].end
        and _capital(tokens[at])
        and _capital(tokens[at + 2])
    )


def _is_letter_name(tokens: list[Token], at: int, known: set[str]) -> bool:
    """ "bei X", "xBoard und X": a capital alone where only a name can stand."""
    if len(tokens[at].text) != 1 or not tokens[at].text.isupper() or at == 0 or _is_initial(tokens, at):
        return False
    before = tokens[at - 1]
    if before.low in _WHERE:
        return True
    listed = before.tag in (tags.CONJUNCTION, tags.COMMA) and at > 1
    return listed and (tokens[at - 2].text in known or is_unknown(tokens[at - 2].text))


def _links(tokens: list[Token], at: int) -> bool:
    particle = tokens[at].text in _PARTICLES
    return (
        particle and at + 1 < len(tokens) and (_capital(tokens[at + 1]) or tokens[at + 1].text in _PARTICLES)
    )


def _capital(token: Token) -> bool:
    return token.tag == tags.NOUN and _has_capital(token.text)


@remembered
def _has_capital(form: str) -> bool:
    return any(map(str.isupper, form)) and form not in _CALENDAR


def _read(tokens: list[Token], run: tuple[int, int], language: Language, known: set[str]) -> Iterator[Name]:
    proper = [_proper(tokens, at, run, language, known) for at in range(*run)]
    at = run[0]
    while at < run[1]:
        if not proper[at - run[0]]:
            at += 1
            continue
        end = at + 1
        while (
            end < run[1]
            and not _POSSESSIVE.search(tokens[end - 1].text)
            and (
                proper[end - run[0]]
                or tokens[end].text == "."
                or _is_initial(tokens, end)
                or _is_initial(tokens, end - 2)
                or tokens[end - 1].text in FIRST_NAMES
                or _goes_on(tokens, end, language)
            )
        ):
            end += 1
        yield _name(tokens, at, end, language)
        at = end


def _goes_on(tokens: list[Token], at: int, language: Language) -> bool:
    """The second part of a name, "Hansa Rostock", "Jana Kühn": no common noun that follows by chance."""
    form = tokens[at].text
    if language == "en" or form in COMMON_ACRONYMS or form in _MEASURES:
        return False
    if at > 1 and is_role(tokens[at - 2].text, "de"):
        return True
    return is_uninflected(form) or lemma(form)[0].islower()


def _name(tokens: list[Token], first: int, last: int, language: Language) -> Name:
    first = behind_title(tokens, first, last)  # and behind a role: "Coach Tim Hale"
    first += last - first > 2 and tokens[first + 1].text in FIRST_NAMES and is_role(tokens[first].low, "en")
    text = " ".join(token.text for token in tokens[first:last]).replace(" .", ".")
    text = _POSSESSIVE.sub("", text)
    return Name(first, last, text, is_person(tokens, first, last, language))


def _proper(tokens: list[Token], at: int, run: tuple[int, int], language: Language, known: set[str]) -> bool:
    form = tokens[at].text
    if form in known or _POSSESSIVE.sub("", form) in known or (form.endswith("s") and form[:-1] in known):
        return True
    if language == "en":
        return _english(tokens, at, run)
    if form in FIRST_NAMES:
        return True
    if is_role(form, "de"):
        return False
    if _is_letter_name(tokens, at, known) or _stands_bare(tokens, at, run):
        return True
    if is_unknown(form) or _named_by_noun(tokens, at, run) or _is_office(tokens, at):
        return True
    described = at > run[0] or (at > 0 and tokens[at - 1].tag in _DESCRIBES)
    return not described and is_uninflected(form)


def _stands_bare(tokens: list[Token], at: int, run: tuple[int, int]) -> bool:
    """ "bei Redbarn": behind bei or von without an article, made of words that are not both German."""
    bare = at > 0 and tokens[at - 1].low in ("bei", "von") and run[1] - run[0] == 1
    return bare and is_foreign_compound(tokens[at].text)


def _english(tokens: list[Token], at: int, run: tuple[int, int]) -> bool:
    form = tokens[at].text
    if form in COMMON_ACRONYMS or form.removesuffix("s") in COMMON_ACRONYMS:
        return False
    if at > 0 and tokens[at - 1].tag not in (tags.QUOTE, tags.STOP, tags.DASH):
        return True
    return run[1] - run[0] > 1 or form.isupper() or not _in_english(form.lower())


@remembered
def _in_english(low: str) -> bool:
    plain = _POSSESSIVE.sub("", low)
    return english.tag_word(plain) != tags.NOUN or is_known(plain, "en")


def _definite_before(tokens: list[Token], at: int) -> bool:
    """ "die (kleine) Reederei Nordlicht": an article before, with nothing but adjectives between."""
    at -= 1
    while at > 0 and tokens[at].tag == tags.ADJECTIVE:
        at -= 1
    return at >= 0 and tokens[at].low in ("der", "die", "das", "dem", "den", "des")


def _is_office(tokens: list[Token], at: int) -> bool:
    """ "die Bundesnetzagentur": an institution with a compound for its name."""
    form = tokens[at].low
    if not form.endswith(_OFFICES):
        return False
    alone = at + 1 == len(tokens) or not _capital(tokens[at + 1])
    definite = alone and (at == 0 or tokens[at - 1].low in _ARTICLES)
    return definite and any(form.endswith(office) and len(form) > len(office) + 2 for office in _OFFICES)


def _named_by_noun(tokens: list[Token], at: int, run: tuple[int, int]) -> bool:
    """ "Elektronikhersteller Sonnig", "Präsident Huber": what a noun that names a kind is followed by."""
    if at == run[0] or tokens[at].text in _MEASURES:
        return False
    form, before = tokens[at].text, tokens[at - 1].text
    base = lemma(form)
    if (
        before.lower().endswith(_KIND_OF_BODY)
        and _definite_before(tokens, at - 1)
        and lemma(before) == before
    ):
        return form not in _CALENDAR and (base == form or base[0].islower())
    if is_role(before, "de") and at + 2 == run[1] and is_unknown(tokens[at + 1].text):
        return True
    if (form.endswith("ien") and len(form) > LONG) or (base != form and base[0].isupper()):
        return False
    pair = at == run[0] + 1 == run[1] - 1 and _definite_before(tokens, run[0])
    if pair and before not in _MEASURES and not before.endswith("er") and lemma(before) == before:
        return is_german(before)
    return is_role(before, "de") or before.lower().endswith(_KIND_OF_BODY)
