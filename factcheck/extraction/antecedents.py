"""What a relative clause is about: `antecedent(sentence, clause, language) -> list[Piece] | None`.

In German the pronoun says by its form and its verb what it can stand for; where it is the subject of
its clause, the noun phrase is put into the nominative, so that it can begin a sentence.
"""

from claims.reason import Language
from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.german import PARTICLES, lemma
from factcheck.extraction.lexicon import words
from factcheck.extraction.parsing import Sentence
from factcheck.extraction.phrases import Span, noun_phrase
from factcheck.extraction.pieces import Piece, take
from factcheck.extraction.tokens import Token

Genders = frozenset[str]
"""Of m, f, n and p (plural): what a form can be."""

_ARTICLES: dict[str, Genders] = {
    "der": frozenset("mfp"),
    "die": frozenset("fp"),
    "das": frozenset("n"),
    "dem": frozenset("mn"),
    "den": frozenset("mp"),
    "des": frozenset("mn"),
}
_ENDINGS: tuple[tuple[str, Genders], ...] = (
    ("em", frozenset("mn")),
    ("en", frozenset("mp")),
    ("er", frozenset("mfp")),
    ("es", frozenset("mn")),
    ("e", frozenset("fp")),
)
_RELATIVES: dict[str, Genders] = {
    "der": frozenset("mf"),
    "die": frozenset("fp"),
    "das": frozenset("n"),
    "den": frozenset("m"),
    "dem": frozenset("mn"),
    "dessen": frozenset("mn"),
    "deren": frozenset("fp"),
    "denen": frozenset("p"),
}
_NOMINATIVE = {"m": "der", "f": "die", "n": "das", "p": "die"}
_STEMS = ("ein", "kein", "mein", "sein", "ihr", "unser")
_ANY: Genders = frozenset("mfnp")
_PLURAL_VERBS = words(
    "sind waren haben hatten wurden werden können konnten sollen sollten müssen mussten seien"
)
_WITHOUT_OBJECT = words("ist sind war waren wird wurde wurden werden sei seien")
"""Where nothing but the relative pronoun can be the subject: no object stands beside "sein" and "werden"."""

_SUBJECT_PRONOUNS = words("er sie es wir ich man dies niemand jemand")
_SUBJECT_ARTICLES = words("der die das ein eine kein keine sein seine ihr ihre")
_CLOSING = frozenset({tags.PARTICIPLE, tags.INFINITIVE, tags.PERHAPS_FINITE, tags.QUOTE, tags.COMMA})


def genders(token: Token) -> Genders:
    """What a German article or other determiner shows of its noun."""
    known = _ARTICLES.get(token.low)
    if known is not None:
        return known
    stem = next((stem for stem in _STEMS if token.low.startswith(stem)), None)
    rest = token.low[len(stem) :] if stem is not None else token.low
    if stem is not None and not rest:
        return frozenset("mn")
    return next((found for ending, found in _ENDINGS if rest.endswith(ending)), _ANY)


def is_plural(verb: Token) -> bool:
    """Whether a finite German verb is plural in the third person."""
    if verb.tag == tags.AUXILIARY:
        return verb.low in _PLURAL_VERBS or verb.low.endswith("en")
    return verb.low.endswith(("en", "ern", "eln"))


def is_subject(tokens: list[Token], clause: Clause) -> bool:
    """Whether the relative pronoun, which opens the clause, is the subject of it."""
    at = begin_of(tokens, clause)
    low = tokens[at].low
    if low not in ("der", "die", "das") or clause.finite is None:
        return False
    if is_plural(tokens[clause.finite]) and low != "die":
        return False
    copula = tokens[clause.finite].low in _WITHOUT_OBJECT
    others = (i for i in range(at + 1, clause.finite) if _begins(tokens, i, at))
    return not any(_may_be_subject(tokens, i, copula) for i in others)


def _begins(tokens: list[Token], at: int, since: int) -> bool:
    """Whether a phrase that no preposition governs can begin here."""
    return at - 1 == since or tokens[at - 1].tag in (tags.NOUN, tags.ADVERB, tags.PRONOUN, tags.NUMBER)


def _may_be_subject(tokens: list[Token], at: int, copula: bool) -> bool:
    token = tokens[at]
    if token.tag == tags.PRONOUN:
        return token.low in _SUBJECT_PRONOUNS
    if token.tag == tags.DETERMINER:
        return token.low in _SUBJECT_ARTICLES and not copula
    return token.tag == tags.NOUN and not copula and tokens[at - 1].tag not in (tags.NUMBER, tags.NOUN)


def antecedent(sentence: Sentence, clause: Clause, language: Language) -> list[Piece] | None:
    """The words that the clause is about, in the nominative where the pronoun is the subject; None where
    it is not plain which they are."""
    tokens = sentence.tokens
    named = _named(sentence, clause.first)
    if named is not None:
        return named
    span = _phrase_before(tokens, clause, language)
    if span is None:
        return None
    if language == "en":
        return take(tokens, _before_preposition(tokens, span), span[1])
    return _agreeing(tokens, span, clause)


def _named(sentence: Sentence, at: int) -> list[Piece] | None:
    """The person whom an apposition follows: "Anna Berger, Leiterin der Werft, die …"."""
    tokens = sentence.tokens
    for name in sentence.names:
        between = tokens[name.last : at]
        described = name.person and between and between[0].tag == tags.COMMA
        if described and not any(token.tag in tags.VERBAL for token in between):
            return take(tokens, name.first, name.last)
    return None


def _phrase_before(tokens: list[Token], clause: Clause, language: Language) -> Span | None:
    """The noun phrase that ends before the clause, past a verb at the end of the main clause."""
    end = clause.first - 1
    while end > 0 and tokens[end].tag in _CLOSING:
        end -= 1
    if end > 0 and tokens[end].low in PARTICLES and tokens[end - 1].tag == tags.NOUN:
        end -= 1
    start = _phrase_start(tokens, end)
    start -= start > 0 and tokens[start - 1].text in "$£€"
    plain = tokens[end].tag == tags.NOUN and noun_phrase(tokens, start, end + 1, language) is not None
    return (start, end + 1) if plain else None


def _before_preposition(tokens: list[Token], span: Span) -> int:
    """ "the institute in Thurso": where the whole phrase begins."""
    at = span[0] - 1
    if at < 1 or tokens[at].low not in ("in", "at", "of", "from", "for") or tokens[at - 1].tag != tags.NOUN:
        return span[0]
    return _phrase_start(tokens, at - 1)


def _phrase_start(tokens: list[Token], end: int) -> int:
    start = end
    while start > 0 and tokens[start - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.NUMBER):
        if tokens[start].tag == tags.NUMBER and tokens[start - 1].tag == tags.NOUN:
            return start  # "im Jahr 4 Millionen Euro"
        start -= 1
    return start - 1 if start > 0 and tokens[start - 1].tag == tags.DETERMINER else start


def _agreeing(tokens: list[Token], span: Span, clause: Clause) -> list[Piece] | None:
    """The phrase, or the one that it is a genitive of, whichever the pronoun can stand for."""
    at = begin_of(tokens, clause)
    wanted = _RELATIVES.get(tokens[at].low, _ANY)
    subject = is_subject(tokens, clause)
    if subject and clause.finite is not None:
        wanted = frozenset("p") if is_plural(tokens[clause.finite]) else wanted - {"p"}
        wanted = frozenset("m") if tokens[at].low == "der" else wanted
    fits = _genders_of(tokens, span) & wanted
    if not fits:
        wider = (
            _phrase_start(tokens, span[0] - 1)
            if span[0] > 1 and tokens[span[0] - 1].tag == tags.NOUN
            else None
        )
        if wider is None or not _genders_of(tokens, (wider, span[0])) & wanted:
            return None
        fits, head, rest = (
            _genders_of(tokens, (wider, span[0])) & wanted,
            (wider, span[0]),
            take(tokens, *span),
        )
    else:
        head, rest = span, []
    if not subject:
        return take(tokens, *head) + rest
    nominative = _nominative(tokens, head, next(iter(fits))) if len(fits) == 1 else None
    return nominative + rest if nominative is not None else None


def _genders_of(tokens: list[Token], span: Span) -> Genders:
    first = tokens[span[0]]
    return genders(first) if first.tag == tags.DETERMINER else _ANY


def _nominative(tokens: list[Token], span: Span, gender: str) -> list[Piece] | None:
    """The phrase in the nominative; None where its forms leave that open."""
    first = tokens[span[0]]
    if first.tag != tags.DETERMINER:
        inflected = any(token.tag == tags.ADJECTIVE for token in tokens[span[0] : span[1]])
        return None if inflected else take(tokens, *span)
    article = _article(first.low, gender)
    if article is None or (gender == "p" and first.low not in ("die", article)):
        return None
    changed = article != first.low
    return [Piece(article, span[0], keeps=not changed)] + [
        _inflected(tokens, at, gender, article, changed) for at in range(span[0] + 1, span[1])
    ]


def _article(low: str, gender: str) -> str | None:
    if low in _ARTICLES:
        return _NOMINATIVE[gender]
    stem = next((stem for stem in _STEMS if low.startswith(stem)), None)
    if stem is None:
        return low if low.endswith("e") and gender in "fp" else None
    return stem if gender in "mn" else stem + "e"


def _inflected(tokens: list[Token], at: int, gender: str, article: str, changed: bool) -> Piece:
    token = tokens[at]
    if not changed or gender == "p":
        return Piece(token.text, at)
    if token.tag == tags.ADJECTIVE and token.low.endswith("en"):
        definite = article in ("der", "die", "das") or gender == "f"
        ending = "e" if definite else {"m": "er", "n": "es"}[gender]
        return Piece(token.text[:-2] + ending, at, keeps=False)
    if token.tag == tags.NOUN and gender in "mn" and token.text.startswith(lemma(token.text)):
        return Piece(lemma(token.text), at, keeps=False)
    return Piece(token.text, at)
