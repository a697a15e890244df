"""Facts said in passing, without a verb of their own: `find_asides(sentence, language) -> list[Aside]`.

"Anna Berger, früher Leiterin der Werft," · "Kolibri, ein Rechner mit 900 Kernen" · "darunter zwei
Schulen" · "Mike Dorn von Nordlicht" · "making it the largest of its kind".
"""

from collections.abc import Iterator
from itertools import pairwise

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.leads import find_lead
from factcheck.extraction.lexicon import words
from factcheck.extraction.names import Name
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.openings import finite_at
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import Aside, compares_value, counts_parts, has_figure, measures_part, ranks
from factcheck.extraction.roles import is_role
from factcheck.extraction.segments import Segment
from factcheck.extraction.sharing import coordinate, counts_doing, described_asides, does, shared_asides
from factcheck.extraction.titles import titled_asides
from factcheck.extraction.tokens import Token

_FORMER = words(
    "ehemals früher einst zuletzt bisher vormals seinerzeit zuvor derzeit heute seit formerly previously "
    "once currently now ehemaliger ehemalige ehemaligen früherer frühere former"
)
_INDEFINITE = words("ein eine einer einem einen eines a an one")
_DEFINITE = words("der die das dem den des the")
_INCLUDING = words("darunter")
_AGAINST = words("against compared versus gegenüber verglichen nach up down on")
_NOT_PARTICIPLES = words(
    "including according following regarding concerning excluding during citing speaking looking hoping "
    "seeking aiming trying intending wanting wishing"
)
_CURRENCY = frozenset("$£€")

_ENDS = frozenset({tags.STOP, tags.QUOTE, tags.COMMA})


def find_asides(sentence: Sentence, language: Language) -> list[Aside]:
    """The asides of a sentence, in order."""
    found = [
        aside
        for before, segment in pairwise(sentence.segments)
        for aside in _of_segment(sentence, before, segment, language)
    ]
    found += titled_asides(sentence, language)
    found += shared_asides(sentence, language)
    found += described_asides(sentence) if language == "en" else []
    lead = find_lead(sentence) if language == "en" else None
    if lead is not None:
        found.append(lead)
    if not found:
        return found
    found = list(dict.fromkeys(found))
    found.sort(key=lambda aside: (aside.first, aside.last))
    return _without_leads(found)


def _without_leads(found: list[Aside]) -> list[Aside]:
    """ "darunter Kolibri, ein Rechner …" is one aside: the second, apart from where the first is."""
    kept: list[Aside] = []
    for aside in found:
        if kept and _leads_to(kept[-1], aside):
            kept[-1] = aside._replace(since=kept[-1].since)
        else:
            kept.append(aside)
    return kept


def _leads_to(one: Aside, two: Aside) -> bool:
    return one.first == one.since and one.since < two.first < one.last == two.since - 1


def _of_segment(sentence: Sentence, before: Segment, segment: Segment, language: Language) -> Iterator[Aside]:
    tokens = sentence.tokens
    if segment.sign not in (tags.COMMA, tags.DASH):
        return
    last = _trimmed(tokens, segment.first, segment.last)
    if last - segment.first < 1:
        return
    first = tokens[segment.first]
    english = language == "en"
    counted = counts_parts(tokens, segment.first, last) or compares_value(tokens, segment, last, language)
    if counted or (
        english and (measures_part(tokens, segment.first, last) or ranks(tokens, segment, last, before))
    ):
        yield Aside(segment.first, last, segment.first, role=False)
    elif english and _are_among(tokens, segment.first, last):
        named = (name.last for name in sentence.names if name.first == last + 1)
        yield Aside(segment.first, next(named, last), segment.first, role=False)
    elif first.low in _INCLUDING or _is_ranked_next(tokens, segment):
        yield Aside(segment.first, _with_infinitive(sentence, segment, last), segment.first, role=False)
    elif language == "en" and _participial(tokens, segment):
        yield from coordinate(tokens, _antecedent_of_by(sentence, before, segment), last, segment.first, does)
    elif language == "en" and first.low == "with" and _accompanies(sentence, segment):
        end = _clause_end(sentence, segment, last)
        yield from coordinate(tokens, segment.first + 1, end, segment.first, counts_doing)
    elif first.low in _AGAINST and _has_number(tokens, segment.first, last) and _is_verbless(tokens, segment):
        yield Aside(_after_preposition(tokens, segment.first, last), last, segment.first, role=False)
    elif finite_at(tokens, segment.first, segment.last) is None:
        yield from _apposition(sentence, before, segment, language)


def _is_ranked_next(tokens: list[Token], segment: Segment) -> bool:
    """German "(liegt vorn,) gefolgt von den Grünen mit 28 Prozent"."""
    led = [token.low for token in tokens[segment.first : segment.first + 2]] == ["gefolgt", "von"]
    return led and has_figure(tokens[segment.first : segment.last])


def _is_verbless(tokens: list[Token], segment: Segment) -> bool:
    """Not "(Graz –) Nach 12 Bränden hat die Polizei …"."""
    return not any(token.tag in tags.VERBAL for token in tokens[segment.first : segment.last])


def _are_among(tokens: list[Token], first: int, last: int) -> bool:
    """ "among them its former leader"."""
    return last - first > 2 and tokens[first].low == "among" and tokens[first + 1].low in ("them", "whom")


def _apposition(sentence: Sentence, before: Segment, segment: Segment, language: Language) -> Iterator[Aside]:
    tokens, first = sentence.tokens, sentence.tokens[segment.first]
    last = _trimmed(tokens, segment.first, segment.last)
    head = _head(sentence, before)
    if language == "en" and first.low == "from" and head is not None and _comes_from(sentence, before, head):
        yield Aside(head, last, segment.first, role=True)
    elif head is not None and first.low == "home" and _has_number(tokens, segment.first, last):
        yield Aside(head, last, segment.first, role=False)  # "Karsh, home to 18,000 people, …"
    elif head is not None and _is_apposition(sentence, head, before, segment):
        end = _with_relative(sentence, segment, last)
        yield Aside(head, end, segment.first, role=_says_role(tokens, segment))


def _comes_from(sentence: Sentence, before: Segment, head: int) -> bool:
    """A person, or a subject: "The team, from Northwind University, …"."""
    name = _named(sentence, before)
    if name is not None:
        return name.person
    first = before.last + 2
    return head == 0 and any(name.first in (first, first + 1) for name in sentence.names)


def _accompanies(sentence: Sentence, segment: Segment) -> bool:
    """English ", with some carers getting just £50": a noun with what it does, and a figure or a name."""
    tokens = sentence.tokens
    if finite_at(tokens, segment.first, segment.last) is not None:
        return False
    doing = any(
        tokens[at].low.endswith("ing") and tokens[at].text.islower() and tokens[at - 1].tag == tags.NOUN
        for at in range(segment.first + 2, segment.last - 1)
    )
    named = any(segment.first < name.first < segment.last for name in sentence.names)
    counted = any(word_begins_numeral(token.low, "en") for token in tokens[segment.first : segment.last])
    return doing and (named or counted or _has_number(tokens, segment.first, segment.last))


def _clause_end(sentence: Sentence, segment: Segment, last: int) -> int:
    """The end of the clause that goes on from the segment with nothing but fragments."""
    for clause in sentence.clauses:
        apart = any(segment.last < other.first < clause.last for other in sentence.clauses)
        if clause.first < segment.first < clause.last and not apart:
            return _trimmed(sentence.tokens, segment.first, clause.last)
    return last


def _trimmed(tokens: list[Token], first: int, last: int) -> int:
    while last > first and tokens[last - 1].tag in _ENDS:
        last -= 1
    return last


def _with_infinitive(sentence: Sentence, segment: Segment, last: int) -> int:
    """ "darunter Versuche, Mitarbeiter abzuwerben": the infinitive belongs to it."""
    for clause in sentence.clauses:
        if clause.first == segment.last + 1 and clause.finite is None:
            return _trimmed(sentence.tokens, segment.first, clause.last)
    return last


def _with_relative(sentence: Sentence, segment: Segment, last: int) -> int:
    for clause in sentence.clauses:
        if clause.first == segment.last + 1 and clause.opening == "relative":
            finite = clause.finite
            past = finite is not None and sentence.tokens[finite].low in (
                "hat",
                "haben",
                "war",
                "wurde",
                "wurden",
                *("was", "were", "had", "did"),
            )
            return last if past else _trimmed(sentence.tokens, segment.first, clause.last)
    return last


def _participial(tokens: list[Token], segment: Segment) -> bool:
    first = tokens[segment.first]
    if segment.last - segment.first < 3 or first.low in _NOT_PARTICIPLES:
        return False
    if first.low.endswith("ing") and first.text[0].islower():
        following = tokens[segment.first + 1].tag
        moved = following == tags.PREPOSITION and _has_number(tokens, segment.first, segment.last)
        valued = tokens[segment.first + 1].text in _CURRENCY
        return (
            moved or valued or following in (tags.TO, tags.DETERMINER, tags.PRONOUN, tags.NOUN, tags.NUMBER)
        )
    return first.tag == tags.PARTICIPLE and tokens[segment.first + 1].low == "by"


def _antecedent_of_by(sentence: Sentence, before: Segment, segment: Segment) -> int:
    """ "a lawsuit, brought by the state": what was brought is part of it."""
    if sentence.tokens[segment.first].tag != tags.PARTICIPLE:
        return segment.first
    head = _head(sentence, before)
    return segment.first if head is None else head


def _has_number(tokens: list[Token], first: int, last: int) -> bool:
    return any(token.tag == tags.NUMBER for token in tokens[first:last])


def _after_preposition(tokens: list[Token], first: int, last: int) -> int:
    for at in range(first, last):
        if tokens[at].tag in (tags.DETERMINER, tags.NUMBER) or tokens[at].text in "$£€":
            return at
    return first


def _head(sentence: Sentence, before: Segment) -> int | None:
    """Where the noun phrase begins that ends the segment before."""
    for name in sentence.names:
        if name.last == before.last:
            return name.first
    at = before.last - 1
    tokens = sentence.tokens
    if tokens[at].tag != tags.NOUN:
        return None
    while at > before.first and tokens[at - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.NUMBER):
        at -= 1
    if at > before.first and tokens[at - 1].tag == tags.DETERMINER:
        at -= 1
    return at


def _named(sentence: Sentence, before: Segment) -> Name | None:
    return next((name for name in sentence.names if name.last == before.last), None)


def _is_apposition(sentence: Sentence, head: int, before: Segment, segment: Segment) -> bool:
    tokens = sentence.tokens
    first = tokens[segment.first]
    nouns = any(token.tag == tags.NOUN for token in tokens[segment.first : segment.last])
    if not nouns or head == segment.first or _ends_list(tokens, before, segment):
        return False
    if _superlative(tokens, segment):
        return first.low in _INDEFINITE
    name = _named(sentence, before)
    if name is None:
        return False
    if first.low in _FORMER or first.low in _INDEFINITE:
        return not _is_list(sentence, segment)
    described = _role_noun(tokens, segment.first, min(segment.first + 4, segment.last))
    return described and (name.person or first.low not in _DEFINITE) and not _is_list(sentence, segment)


def _ends_list(tokens: list[Token], before: Segment, segment: Segment) -> bool:
    """ "Nord, Süd, der Rat und die Werft": the last of several."""
    joined = any(token.low in ("und", "and") for token in tokens[segment.first : segment.last])
    listed = before.sign == tags.COMMA and finite_at(tokens, before.first, before.last) is None
    return joined and listed and tokens[segment.first].low not in _INDEFINITE | _FORMER


def _superlative(tokens: list[Token], segment: Segment) -> bool:
    piece = tokens[segment.first : min(segment.first + 7, segment.last)]
    plain = (token.low for token in piece if token.text[0].islower())
    return any(low.endswith(("sten", "ste", "est")) or low == "most" for low in plain)


def _role_noun(tokens: list[Token], first: int, last: int) -> bool:
    return any(
        token.tag == tags.NOUN and (is_role(token.text, "de") or is_role(token.low, "en"))
        for token in tokens[first:last]
    )


def _is_list(sentence: Sentence, segment: Segment) -> bool:
    """ "Berger, Trainer Dorn und …": the next name of an enumeration, not who Berger is."""
    return any(segment.first < name.first < segment.first + 3 and name.person for name in sentence.names)


def _says_role(tokens: list[Token], segment: Segment) -> bool:
    return _role_noun(tokens, segment.first, segment.last) or tokens[segment.first].low in _FORMER
