"""A claim's words put in the order of a sentence of their own: `arrange(sentence, proposition, language)
-> list[Piece]`.

Subordinate clauses become main clauses where that can be done surely; a second verb gets the subject of
the first, a relative clause its noun, an aside what it is said of.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.antecedents import antecedent, is_plural, is_subject
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.german import infinitive
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.pieces import MISSING, Piece, take
from factcheck.extraction.propositions import Proposition
from factcheck.extraction.scene import subject_of
from factcheck.extraction.subjects import interrupted_subject, subject_before
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_second import first_constituent, verb_second

_COMMA = Piece(",", None)
_JOINING: dict[Language, frozenset[str]] = {
    "de": words("nachdem während obwohl obgleich wohingegen wobei woraufhin als weil da sodass so"),
    "en": words("while whereas although though after as even when"),
}
"""What joins a clause to another and is left out where the clause stands alone."""

_COUNTED = words("darunter davon so wovon ihnen")
"""What begins an aside on all that the main clause says, not on its subject."""

_LEADING: dict[Language, frozenset[str]] = {
    "de": words("doch aber und denn sondern oder"),
    "en": words("but and yet or"),
}
_NOMINATIVES = words("der die das ein er sie es man wir ich dieser diese dieses")
_PERFECT = words("hat haben habe hatte hatten hätte hätten")
_PASSIVE = words("wurde wurden")
_INFINITIVES = words("können müssen sollen wollen dürfen mögen lassen haben sein werden")
_VERBS = tags.VERBAL | {tags.PERHAPS_FINITE}
_NO_LEAD = tags.VERBAL | {tags.COMMA}


def arrange(sentence: Sentence, proposition: Proposition, language: Language) -> list[Piece]:
    """The pieces of the claim's wording."""
    tokens = sentence.tokens
    own = take(tokens, proposition.first, proposition.last)
    if proposition.aside is not None:
        return [*_before_aside(sentence, proposition, language), *own]
    if proposition.subject is not None:
        return [*take(tokens, *proposition.subject), *own]
    first = tokens[proposition.first]
    if proposition.first == 0 and _is_loose(tokens, proposition, language):
        own = own[1:]
    clause = _clause_at(sentence, proposition)
    if clause.opening is Opening.RELATIVE and proposition.first <= begin_of(tokens, clause):
        return _relative(sentence, proposition, clause, own, language)
    if language == "en":
        return _english(sentence, proposition, clause, own)
    if clause.opening in (Opening.CONTENT, Opening.ADVERBIAL) and proposition.frame is None:
        return _main_clause(sentence, proposition, clause) or own
    if clause.finite == proposition.first and first.tag in _VERBS:
        return _verb_first(sentence, proposition, clause, own)
    if _is_gapped(sentence, proposition, clause):
        return _with_auxiliary(sentence, proposition, clause, own)
    return own


def _is_gapped(sentence: Sentence, proposition: Proposition, clause: Clause) -> bool:
    """ "(wurde verkauft) und das Schiff ins Dock gebracht": a participle whose auxiliary stands before."""
    span = sentence.tokens[proposition.first : proposition.last]
    last, reflexive = span[-1], span[0].low == "sich"
    shared = clause.finite is None or not proposition.first <= clause.finite < proposition.last - 1
    closed = last.tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE) or last.low.endswith("iert")
    closed = closed or (reflexive and last.low in _INFINITIVES)
    joined = clause.sign == tags.CONJUNCTION or (clause.sign == tags.COMMA and reflexive)
    if not (shared and closed and len(span) > 1 and joined):
        return False
    return not any(token.tag in tags.VERBAL for token in span[:-1])


def _with_auxiliary(
    sentence: Sentence, proposition: Proposition, clause: Clause, own: list[Piece]
) -> list[Piece]:
    tokens = sentence.tokens
    earlier = (each for each in reversed(sentence.clauses) if each.first < clause.first)
    shared = next((each.finite for each in earlier if each.finite is not None), None)
    if shared is None or tokens[shared].tag != tags.AUXILIARY:
        return own
    reflexive = tokens[proposition.first].low == "sich"
    done = tokens[max(0, clause.first - 2)].tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE)
    if not done and not reflexive:
        return own
    auxiliary = take(tokens, shared, shared + 1)
    first = tokens[proposition.first]
    last = tokens[proposition.last - 1]
    plain = (
        last.low.endswith("en") and infinitive(last.low) == last.low and tokens[shared].low not in _PASSIVE
    )
    if tokens[shared].low in _PERFECT or first.tag == tags.PREPOSITION or plain or reflexive:
        return [*subject_before(sentence, proposition, "de"), *auxiliary, *own]
    end = first_constituent(tokens, proposition.first, proposition.last - 1, _names(sentence))
    single = first.low in ("das", "ein", "eine", "der", "dies")
    if end is None or first.low in ("den", "dem", "einen") or (single and is_plural(tokens[shared])):
        return own
    return [*take(tokens, proposition.first, end), *auxiliary, *take(tokens, end, proposition.last)]


def _is_loose(tokens: list[Token], proposition: Proposition, language: Language) -> bool:
    """ "Doch die Werft …": a conjunction that opens the sentence; not "Doch kam es anders"."""
    following = tokens[proposition.first + 1] if proposition.first + 1 < proposition.last else None
    loose = tokens[proposition.first].low in _LEADING[language]
    return loose and following is not None and following.tag not in _NO_LEAD


def _clause_at(sentence: Sentence, proposition: Proposition) -> Clause:
    """The innermost clause that the claim's first word is in."""
    at = proposition.first
    inside = [clause for clause in sentence.clauses if clause.first <= at < clause.last]
    return max(inside, key=lambda clause: clause.first, default=proposition.clause)


def _names(sentence: Sentence) -> frozenset[int]:
    return frozenset(at for name in sentence.names for at in range(name.first, name.last))


def _main_clause(sentence: Sentence, proposition: Proposition, clause: Clause) -> list[Piece] | None:
    """ "(dass) die Firma Werke schließt", "nachdem sie …": the verb behind the first constituent."""
    tokens = sentence.tokens
    first = proposition.first
    joined = tokens[first].low in _JOINING["de"] and clause.opening is Opening.ADVERBIAL
    consequence = joined and tokens[first].low == "so" and tokens[first + 1].low in ("dass", "daß")
    behind = first > 0 and tokens[first - 1].low in ("dass", "daß")
    last = min(clause.last, proposition.last)
    if not (joined or behind) or last - first < 2 or _goes_on(sentence, last, proposition):
        return None
    if tokens[first].low == "als" and not any(token.tag in tags.VERBAL for token in tokens[first:last]):
        return None
    found = verb_second(tokens, first + joined + consequence, last, _names(sentence))
    return [*found, *take(tokens, last, proposition.last)] if found is not None else None


def _goes_on(sentence: Sentence, last: int, proposition: Proposition) -> bool:
    """ "Dass er kommt, ist neu": the clause is part of a main clause behind it."""
    return any(
        clause.opening is Opening.MAIN and last <= clause.first < proposition.last
        for clause in sentence.clauses
    )


def _relative(
    sentence: Sentence, proposition: Proposition, clause: Clause, own: list[Piece], language: Language
) -> list[Piece]:
    tokens = sentence.tokens
    lead = antecedent(sentence, clause, language)
    if lead is None:
        return [Piece(MISSING, None), _COMMA, *own]
    at = begin_of(tokens, clause)
    if language == "en":
        whole = at + 1 < proposition.last and tokens[at].low in ("which", "who", "that")
        verb = tokens[at + 1] if whole else None
        linked = lead[0].at is not None and any(_links(tokens, piece) for piece in lead)
        plain = (
            not linked and verb is not None and verb.tag in tags.VERBAL | {tags.ADVERB, tags.PERHAPS_FINITE}
        )
        return [*lead, *take(tokens, at + 1, proposition.last)] if plain else [*lead, _COMMA, *own]
    last = min(clause.last, proposition.last)
    if is_subject(tokens, clause) and last - at > 1:
        turned = verb_second(tokens, at + 1, last, _names(sentence), lead)
        if turned is not None:
            return [*turned, *take(tokens, last, proposition.last)]
    return [*lead, _COMMA, *own]


def _is_listed(sentence: Sentence, clause: Clause) -> bool:
    """ "The firm cut jobs, sold its site and …": right behind a main clause and a comma."""
    before = next((each for each in reversed(sentence.clauses) if each.first < clause.first), None)
    return before is not None and before.opening is Opening.MAIN and clause.sign == tags.COMMA


def _begins_with_verb(sentence: Sentence, proposition: Proposition) -> bool:
    """English: a verb first and no question or "Had they …" behind it."""
    tokens, first = sentence.tokens, proposition.first
    if tokens[first].tag not in tags.VERBAL or first == 0 or sentence.tokens[-1].text == "?":
        return False
    following = tokens[first + 1].tag if first + 1 < proposition.last else tags.STOP
    return following not in (tags.PRONOUN, tags.NOUN) or tokens[first].tag == tags.FINITE


def _links(tokens: list[Token], piece: Piece) -> bool:
    """ "the institute in Thurso, which …": which of the two is meant stays as open as it is."""
    return piece.at is not None and tokens[piece.at].tag == tags.PREPOSITION


def _english(sentence: Sentence, proposition: Proposition, clause: Clause, own: list[Piece]) -> list[Piece]:
    tokens = sentence.tokens
    first = proposition.first
    partly = first == begin_of(tokens, proposition.clause)
    if partly and any(token.low in ("whom", "which") for token in tokens[first + 1 : first + 5]):
        lead = antecedent(sentence, proposition.clause, "en") or [Piece(MISSING, None)]
        return [*lead, _COMMA, *own]
    listed = clause.finite == first and _is_listed(sentence, clause)
    if _lacks_subject(tokens, proposition) or listed:
        return [*subject_before(sentence, proposition, "en"), *own]
    if _begins_with_verb(sentence, proposition):
        return [*(interrupted_subject(sentence, proposition) or [Piece(MISSING, None)]), *own]
    following = tokens[first + 1] if first + 1 < proposition.last else tokens[first]
    if clause.opening is not Opening.ADVERBIAL or _goes_on(
        sentence, min(clause.last, proposition.last), proposition
    ):
        return own
    if following.tag in (tags.ADVERB, tags.PREPOSITION) and following.low not in _JOINING["en"]:
        return own
    while len(own) > 2 and own[0].text.lower() in _JOINING["en"]:
        own = own[1:]
    return own


def _verb_first(
    sentence: Sentence, proposition: Proposition, clause: Clause, own: list[Piece]
) -> list[Piece]:
    """ "(Die Werft …) und verkaufte": the subject before; "(Nachdem …,) stieg der Preis": it follows."""
    tokens = sentence.tokens
    listed = _is_listed(sentence, clause)
    if _lacks_subject(tokens, proposition) or (listed and not _is_inverted(sentence, clause)):
        return [*subject_before(sentence, proposition, "de"), *own]
    first = proposition.first
    if first + 1 < proposition.last and tokens[first + 1].low in ("es", "man") and clause.sign == tags.COMMA:
        return [own[1], own[0], *own[2:]]
    phrase = noun_phrase(tokens, first + 1, proposition.last, "de") if first + 1 < proposition.last else None
    if phrase is None or sentence.tokens[-1].text == "?" or clause.sign != tags.COMMA:
        return own
    pronoun = tokens[phrase[0]].tag == tags.PRONOUN
    nominative = tokens[phrase[0]].low in ("der", "die", "das", "ein", "eine") or pronoun
    if not nominative and phrase[0] not in _names(sentence):
        return own
    head = take(tokens, *phrase)
    return [*head, own[0], *take(tokens, phrase[1], proposition.last)]


def _is_inverted(sentence: Sentence, clause: Clause) -> bool:
    """ "…, sagte die Ministerin", "…, so stieg der Preis": a nominative stands right behind the verb."""
    at = clause.first + 1
    if at >= clause.last:
        return False
    counted = sentence.tokens[at].tag == tags.NUMBER and is_plural(sentence.tokens[clause.first])
    return counted or sentence.tokens[at].low in _NOMINATIVES or at in _names(sentence)


def _lacks_subject(tokens: list[Token], proposition: Proposition) -> bool:
    """ "(The firm cut jobs and) sold its site": a verb first, joined to a clause before."""
    clause = proposition.clause
    joined = clause.sign == tags.CONJUNCTION or tokens[clause.first].tag == tags.CONJUNCTION
    return joined and clause.finite == proposition.first


def _before_aside(sentence: Sentence, proposition: Proposition, language: Language) -> list[Piece]:
    aside, tokens = proposition.aside, sentence.tokens
    if aside is None or aside.first != aside.since:
        return []
    main = next((clause for clause in sentence.clauses if clause.opening is Opening.MAIN), None)
    if main is None or main.finite is None:
        return []
    shared = language == "de" and aside.verb is not None
    counted = any(token.low in _COUNTED for token in tokens[aside.first : min(aside.first + 4, aside.last)])
    compared = language == "en" and tokens[aside.first].low in ("a", "an")  # "(62%,) a larger share than …"
    if counted or shared or compared:
        start = main.first + (tokens[main.first].tag in (tags.CONJUNCTION, tags.QUOTE))
        return [*take(tokens, start, aside.first - 1), _COMMA]
    subject = subject_of(tokens, main, language)
    return [*take(tokens, *subject), _COMMA] if subject else []
