"""Which clauses state a fact of their own: `is_own_fact(sentence, clause, language)`.

Others only complete the clause they depend on: what is said, a condition, a description.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.english_words import IRREGULAR
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.parts import has_figure
from factcheck.extraction.preterite import is_preterite
from factcheck.extraction.tokens import Token

_OWN_FACT: dict[Language, frozenset[str]] = {
    "de": words("nachdem während als obwohl obgleich wohingegen wobei"),
    "en": words("while whereas although though after as"),
}
_PAST = words(
    "hat haben hatte hatten ist sind war waren wurde wurden worden habe has have had was were is are became"
)
_OF_WHICH = words("denen welchen der dem")
_ASKING = words("wo was wer")
_PERFECT_OR_COPULA = words("hat haben habe ist sind wird werden")
_PAST_FORMS = words("was were had did war waren hatte hatten wurde wurden")
_GROUNDS = words("weil")
_CONSEQUENCES = words("sodass dass daß")
"""What opens a clause of consequence, "so" before "dass" put aside."""

_OWN_WHEN_PAST = words(
    "when where since before bevor sodass dass daß seitdem weshalb weswegen woraufhin wodurch"
)
""" "when it rains" is a condition, "when a ferry hit the pier" an event."""


def is_own_fact(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Whether the clause is a proposition by itself."""
    if clause.opening is Opening.MAIN:
        return clause.head is None or _has_substance(sentence, clause)
    if clause.opening is Opening.RELATIVE:
        return clause.finite is not None and (language == "en" or _states_fact(sentence, clause))
    if clause.opening is Opening.ADVERBIAL:
        begins = begin_of(sentence.tokens, clause)
        word = sentence.tokens[begins].low
        if word == "since" and sentence.tokens[begins + 1].tag == tags.PRONOUN:
            return False  # "(the youngest) since it was founded" says how long that holds
        if word in _GROUNDS:
            return _counts(sentence, clause)
        if word in _CONSEQUENCES and has_figure(sentence.tokens[clause.first : clause.last]):
            return True
        if word in _OWN_FACT[language] or (word in _OWN_WHEN_PAST and tells_past(sentence.tokens, clause)):
            return True
        return word == "where" and _tells_of_place(sentence.tokens, clause)
    return False


def _counts(sentence: Sentence, clause: Clause) -> bool:
    """ "(es fehlen 900 Lehrlinge,) weil die Zahl der Schüler gesunken ist": where the ground or what it is
    the ground of is a figure, each can be checked by itself."""
    head = sentence.clauses[clause.head] if clause.head is not None else None
    counted = head is not None and has_figure(sentence.tokens[head.first : head.last])
    return counted or has_figure(sentence.tokens[clause.first : clause.last])


def _has_substance(sentence: Sentence, clause: Clause) -> bool:
    """An insertion that is more than a remark: it has a figure or a name."""
    figure = any(token.tag == tags.NUMBER for token in sentence.tokens[clause.first : clause.last])
    return figure or any(clause.first <= name.first < clause.last for name in sentence.names)


def _states_fact(sentence: Sentence, clause: Clause) -> bool:
    """ "die gebaut worden ist", "die zwölf Schulen betreibt", "(Berger,) die ausscheidet"; not the mere
    description "(Farben,) die unsichtbar sind"."""
    tokens = sentence.tokens
    if clause.finite is None:
        return False
    figure = has_figure(tokens[clause.first : clause.last])
    if tokens[clause.finite].low in _PERFECT_OR_COPULA:
        return _is_past(tokens, clause) or (figure and _is_partitive(tokens, clause))
    before = clause.first - 1
    if tokens[begin_of(tokens, clause)].low in _ASKING and tokens[before - 1].tag != tags.NOUN:
        return False
    named = any(name.last == before for name in sentence.names)
    return named or figure or is_preterite(tokens[clause.finite].low)


def _is_partitive(tokens: list[Token], clause: Clause) -> bool:
    """ "(90 Höfe,) von denen ein Drittel verpachtet wird"."""
    at = begin_of(tokens, clause)
    return tokens[at].low == "von" and tokens[at + 1].low in _OF_WHICH


def tells_past(tokens: list[Token], clause: Clause) -> bool:
    """ "when a ferry hit the pier" tells an event, "when it rains" a condition."""
    if clause.finite is None:
        return False
    low = tokens[clause.finite].low
    return low in _PAST_FORMS or low in IRREGULAR or low.endswith("ed") or is_preterite(low)


def _tells_of_place(tokens: list[Token], clause: Clause) -> bool:
    """ "(the delta,) where fishing has collapsed", "where 300 people live": behind a noun and a comma."""
    behind = (
        clause.first > 1
        and tokens[clause.first - 1].tag == tags.COMMA
        and tokens[clause.first - 2].tag == tags.NOUN
    )
    done = clause.finite is not None and tokens[clause.finite].low in ("has", "have")
    return behind and (done or any(token.tag == tags.NUMBER for token in tokens[clause.first : clause.last]))


def _is_past(tokens: list[Token], clause: Clause) -> bool:
    """ "die gebaut worden ist", "die alt war"; not the description "die unsichtbar sind"."""
    if clause.finite is None or tokens[clause.finite].low not in _PAST:
        return False
    if tokens[clause.finite].low not in ("ist", "sind"):
        return True
    done = (tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.AUXILIARY, tags.NUMBER)
    return any(tokens[at].tag in done for at in range(clause.first, clause.last) if at != clause.finite)
