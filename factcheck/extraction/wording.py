"""A claim's words made readable on their own: `word_claims(text, sentences, propositions, language)`.

What the words leave to their surroundings is put before them or in their place where it is plain: the
subject of a second verb, the noun of a relative clause, the name behind "he" or "the company".
"""

import re
from collections.abc import Sequence

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.german import PARTICLES
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.people import People
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.tokens import Token

_PERSON = words("er he she")
_DEFINITE = words("das der die the")
_CONCESSION = re.compile(r"^(?:even though|although|though|whereas|while) (?=\w+ \w)", re.IGNORECASE)
"""What joins a clause to another and means nothing without it; its words stay those of the text."""

_SPACE = re.compile(r"\s+")


def word_claims(
    text: str, sentences: Sequence[Sentence], found: Sequence[Sequence[Proposition]], language: Language
) -> list[list[str]]:
    """For each sentence the readable wording of each of its propositions."""
    people = People(language)
    worded = []
    for sentence, propositions in zip(sentences, found, strict=True):
        worded.append([_word(text, sentence, proposition, people, language) for proposition in propositions])
        people.see(sentence)
    return worded


def _word(text: str, sentence: Sentence, proposition: Proposition, people: People, language: Language) -> str:
    words_of = _resolved(text, sentence, proposition, people)
    before = _with_name(_left_out(text, sentence, proposition, language), people)
    if language == "en" and not before:
        words_of = _CONCESSION.sub("", words_of)
    readable = _SPACE.sub(" ", f"{before}{words_of}").strip()
    return readable[:1].upper() + readable[1:]


def _with_name(before: str, people: People) -> str:
    """ "the company " put before a second verb, with the name in its place."""
    name = people.resolve(before.strip()) if before.count(" ") == 2 else None
    return f"{name} " if name is not None else before


def _resolved(text: str, sentence: Sentence, proposition: Proposition, people: People) -> str:
    """The words with a pronoun or "the company" at their beginning replaced by the name behind it."""
    tokens = sentence.tokens
    first = tokens[proposition.first]
    start, end = sentence.span((proposition.first, proposition.last))
    if people.subject is not None and _is_one_person(first, proposition, tokens):
        return people.subject + text[first.end : end]
    if first.low in _DEFINITE and proposition.last - proposition.first > 1:
        described = tokens[proposition.first + 1]
        name = people.resolve(f"{first.low} {described.low}")
        if name is not None and described.tag == tags.NOUN:
            return name + text[described.end : end]
    return text[start:end]


def _is_one_person(first: Token, proposition: Proposition, tokens: list[Token]) -> bool:
    finite = proposition.clause.finite
    if first.low == "sie":
        return finite is not None and not tokens[finite].low.endswith("n")
    return first.low in _PERSON


def _left_out(text: str, sentence: Sentence, proposition: Proposition, language: Language) -> str:
    """What stands before the words in the sentence and belongs to them; with a space or comma behind."""
    if proposition.frame is not None:
        return ""
    if proposition.aside is not None:
        return _before_aside(text, sentence, proposition, language)
    clause = proposition.clause
    partly = any(token.low in ("whom", "which") for token in sentence.tokens[proposition.first + 1 :][:4])
    if language == "en" and partly and proposition.first == begin_of(sentence.tokens, clause):
        return _antecedent(text, sentence, clause.first, language)
    if clause.opening is Opening.RELATIVE and proposition.first <= begin_of(sentence.tokens, clause):
        return _antecedent(text, sentence, clause.first, language)
    if _lacks_subject(sentence.tokens, proposition):
        return _subject_before(text, sentence, proposition, language)
    return ""


def _before_aside(text: str, sentence: Sentence, proposition: Proposition, language: Language) -> str:
    aside = proposition.aside
    if aside is None or aside.first != aside.since:
        return ""
    low = sentence.tokens[aside.first].low
    main = next((clause for clause in sentence.clauses if clause.opening is Opening.MAIN), None)
    if main is None or main.finite is None:
        return ""
    if low == "darunter":
        start = sentence.tokens[begin_of(sentence.tokens, main)].start
        return text[start : sentence.tokens[aside.first - 1].start].rstrip() + ", "
    subject = _subject(sentence.tokens, main, language)
    return f"{_words(text, sentence, subject)}, " if subject else ""


def _antecedent(text: str, sentence: Sentence, at: int, language: Language) -> str:
    """The noun phrase that ends before the relative clause, or the name that an apposition follows."""
    tokens = sentence.tokens
    for name in sentence.names:
        between = tokens[name.last : at]
        described = name.person and between and between[0].tag == tags.COMMA
        if described and not any(token.tag in tags.VERBAL for token in between):
            return f"{name.text}, "
    end = at - 1
    while end > 0 and tokens[end].tag in (tags.COMMA, tags.QUOTE):
        end -= 1
    # "nahmen 900 Freiwillige teil, von denen": past the separated part of the verb
    end -= end > 0 and tokens[end].low in PARTICLES and tokens[end - 1].tag == tags.NOUN
    start = end
    while start > 0 and tokens[start - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.NUMBER):
        start -= 1
    if start > 0 and tokens[start - 1].tag == tags.DETERMINER:
        start -= 1
    plain = tokens[end].tag == tags.NOUN and noun_phrase(tokens, start, end + 1, language) is not None
    return f"{text[tokens[start].start : tokens[end].end]}, " if plain else ""


def _lacks_subject(tokens: list[Token], proposition: Proposition) -> bool:
    """ "(The firm cut jobs and) sold its site": a verb first, joined to a clause before."""
    clause = proposition.clause
    joined = clause.sign == tags.CONJUNCTION or tokens[clause.first].tag == tags.CONJUNCTION
    return joined and clause.finite == proposition.first


def _subject_before(text: str, sentence: Sentence, proposition: Proposition, language: Language) -> str:
    for clause in reversed(sentence.clauses):
        if clause.first < proposition.clause.first and clause.opening is Opening.MAIN:
            subject = _subject(sentence.tokens, clause, language)
            if subject is not None:
                return f"{_words(text, sentence, subject)} {_shared_auxiliary(sentence, clause, proposition)}"
    return ""


def _shared_auxiliary(sentence: Sentence, before: Clause, proposition: Proposition) -> str:
    """ "was fined and banned": the auxiliary holds for both participles."""
    verb = sentence.tokens[proposition.first]
    shared = before.finite is not None and sentence.tokens[before.finite].tag == tags.AUXILIARY
    if not shared or before.finite is None or verb.tag == tags.AUXILIARY or not verb.low.endswith("ed"):
        return ""
    return sentence.tokens[before.finite].text + " "


def _subject(tokens: list[Token], clause: Clause, language: Language) -> tuple[int, int] | None:
    """The noun phrase before the verb; in German, where another part comes first, the one behind it."""
    if clause.finite is None:
        return None
    start = begin_of(tokens, clause)
    led = language == "de" and tokens[start].tag not in (tags.NOUN, tags.DETERMINER, tags.PRONOUN)
    if led:
        after = clause.finite + 1
        while after < clause.last and tokens[after].low in ("sich", "nun", "auch", "dann"):
            after += 1
        return noun_phrase(tokens, after, clause.last, language, whole=False)
    return noun_phrase(tokens, start, clause.finite, language)


def _words(text: str, sentence: Sentence, span: tuple[int, int]) -> str:
    start, end = sentence.span(span)
    return text[start:end]
