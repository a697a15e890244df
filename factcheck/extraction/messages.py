"""What a verb of speech governs: `find_message(tokens, clauses, at, cue, trailing, language) -> Span | None`.

It comes before the frame ("…, sagte die Ministerin"), behind it as a clause, or in English inside its clause.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.frames_english import english_message
from factcheck.extraction.moods import subjunctive_at
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Span
from factcheck.extraction.tokens import Token


def is_trailing(
    tokens: list[Token],
    clauses: list[Clause],
    at: int,
    cue: int,
    source: Span | None,
    language: Language,
) -> bool:
    """ "…, sagte die Ministerin": what is said comes before. In English "…, the minister said" too."""
    clause = clauses[at]
    if (
        at == 0
        or clause.opening is not Opening.MAIN
        or clause.sign not in (tags.COMMA, tags.DASH, tags.QUOTE)
    ):
        return False
    following = clauses[at + 1] if at + 1 < len(clauses) else None
    if following is not None and (following.opening is Opening.CONTENT or following.sign == tags.COLON):
        return False
    begins = begin_of(tokens, clause)
    if clause.sign == tags.COMMA and tokens[clause.first].tag == tags.CONJUNCTION:
        return False
    after = [token for token in tokens[cue + 1 : clause.last] if token.tag in tags.VERBAL]
    # German "…, die Partei sprach von Betrug" is a sentence of its own: behind what is said the verb leads
    led = clause.finite != begins or tokens[clause.first].tag == tags.ADVERB
    if tokens[clause.first].low == "so" and clause.finite == clause.first + 1:
        led = clauses[at - 1].opening is Opening.ADVERBIAL
    if language == "de" and clause.sign == tags.COMMA and led:
        return False
    first_word = cue == begins or (cue == begins + 1 and tokens[begins].tag == tags.AUXILIARY)
    return first_word or (not after and source is not None and source[1] <= cue)


def find_message(
    tokens: list[Token], clauses: list[Clause], at: int, cue: int, trailing: bool, language: Language
) -> Span | None:
    clause = clauses[at]
    if trailing:
        start = _start_before(clauses, at)
        return (start, clauses[at].first) if start < clauses[at].first else None
    if language == "en" and (inside := english_message(tokens, clause, cue)) is not None:
        return inside, _end_after(clauses, at, len(tokens))
    rest = [index for index in range(at + 1, len(clauses)) if clauses[index].first >= clause.last]
    if rest and clause.finite is not None and clauses[rest[0]].finite == clause.finite:
        return None  # "hatte das bestritten, dann ein Geständnis abgelegt": another verb of the same subject
    if len(rest) > 1 and clause.opening is Opening.ADVERBIAL and _only_describes(tokens, clauses[rest[0]]):
        rest = rest[1:]
    if clause.opening is Opening.ADVERBIAL and not any(
        clauses[after].opening is Opening.MAIN for after in rest
    ):
        return _around_aside(clauses, at)
    if not rest:
        return None
    following = clauses[rest[0]]
    dependent = following.opening in (Opening.CONTENT, Opening.INFINITIVE) and following.head == at
    # "sagte, die Mole halte": behind a verb no relative clause begins
    dependent = dependent or (
        following.opening is Opening.RELATIVE
        and cue == following.first - 2
        and subjunctive_at(tokens, following.first, following.last) is not None
    )
    said = following.opening is Opening.MAIN and following.sign in (tags.COMMA, tags.COLON, tags.DASH)
    if following.sign != tags.COLON and following.finite == begin_of(tokens, following):
        said = False
    if language == "en" and following.sign == tags.COMMA and tokens[following.first].tag != tags.QUOTE:
        said = said and cue == clause.last - 1
    aside = clause.opening is Opening.ADVERBIAL and following.opening is Opening.MAIN
    if not (dependent or said or aside):
        return None
    return following.first, _end_after(clauses, rest[0], len(tokens)) if dependent else len(tokens)


def _only_describes(tokens: list[Token], clause: Clause) -> bool:
    """ "Wie aus einem Papier hervorgeht, das der Redaktion vorliegt, …"."""
    return clause.opening is Opening.RELATIVE and subjunctive_at(tokens, clause.first, clause.last) is None


def _around_aside(clauses: list[Clause], at: int) -> Span | None:
    """ "…, wie die Polizei mitteilte(, …)": the main clause before and, where it goes on, behind."""
    head = clauses[at].head
    if head is None or clauses[head].first >= clauses[at].first:
        return None
    main = clauses[head]
    return main.first, main.last if main.last > clauses[at].last else clauses[at].first


def _start_before(clauses: list[Clause], at: int) -> int:
    """Back to the last colon or semicolon, else to the sentence's beginning."""
    for clause in reversed(clauses[:at]):
        if clause.sign in (tags.COLON, tags.SEMICOLON):
            return clause.first
    return clauses[0].first


def _end_after(clauses: list[Clause], at: int, last: int) -> int:
    """The end of what depends on clause `at`: the next main clause of the same rank begins it anew."""
    for clause in clauses[at + 1 :]:
        if clause.opening is Opening.MAIN and clause.sign not in (tags.COMMA, tags.COLON):
            return clause.first
    return last


def message_behind(clauses: list[Clause], at: int) -> Span | None:
    """German "Obwohl der Rat schwieg, sagte Berger, (die Werft sei pleite)": what is said."""
    following = clauses[at + 1] if at + 1 < len(clauses) else None
    if following is None or following.sign != tags.COMMA or following.opening is Opening.RELATIVE:
        return None
    return following.first, following.last
