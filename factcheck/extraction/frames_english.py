"""English: the verb that attributes, its subject, and where its message begins."""

from factcheck.extraction import tags
from factcheck.extraction.clauses import Clause, begin_of
from factcheck.extraction.lexicon import words
from factcheck.extraction.openings import Opening
from factcheck.extraction.phrases import Cue, Span, noun_phrase
from factcheck.extraction.speaking import can_speak
from factcheck.extraction.speech import (
    ENGLISH_ATTITUDES,
    ENGLISH_CERTAINTY,
    ENGLISH_CUES,
    ENGLISH_LEADS,
    ENGLISH_PASSIVE,
    ENGLISH_WEAK,
    HOLDING,
    STRONG,
)
from factcheck.extraction.tokens import Token

_BE = words("is are was were be been being am")
_PASSIVE_REACH = 6
"""Tokens behind a passive verb within which its "by" stands."""

_FORUMS = words("court jury inquiry inquest tribunal hearing committee panel commission")
_DO = words("do does did don't doesn't didn't don’t doesn’t didn’t")
_WHEN = words("before after")
_SPANS = words("years months weeks days hours minutes year month week day hour decades")
_CHARGES = words("charge claim allegation accusation decision move view plan step suggestion idea figure")
_ARTICLES = words("a an the")
_DEGREES = words("less more most")
_READY = words("quick keen careful anxious eager")
_TELLING = words("tell tells told inform informs informed assure assures assured")
_NO_PLURALS = words(
    "says tells admits insists argues writes asserts testifies believes thinks expects wants is"
)
_VERBS = frozenset({tags.AUXILIARY, tags.FINITE, tags.PERHAPS_FINITE})
_IN_SUBJECT = frozenset({tags.DETERMINER, tags.ADJECTIVE, tags.NOUN, tags.PRONOUN, tags.ADVERB, tags.NUMBER})
_ADDRESSED = _TELLING | words(
    "advise advises advised warn warns warned warning ask asks asked asking urge urges urged urging"
)


def english_cue(tokens: list[Token], clause: Clause) -> Cue | None:
    """The clause's own verb where it is one of speech: its finite verb or what follows its auxiliary."""
    finite = clause.finite
    if finite is None:
        return None
    low = tokens[finite].low
    if _dated(tokens, clause, finite) or charged_by(tokens, clause) is not None:
        return None
    if low in ENGLISH_LEADS:
        return _led(tokens, finite, clause.last)
    if tokens[finite].tag != tags.AUXILIARY:
        known = low in ENGLISH_CUES and not _is_noun(tokens, clause, finite)
        return Cue(finite, low, False) if known and not _describes(tokens, clause, finite) else None
    if low in _BE and (held := _of_mind(tokens, clause, finite)) is not None:
        return held
    for at in range(finite + 1, min(finite + 5, clause.last)):
        if low in _BE and tokens[at].low in ENGLISH_PASSIVE and _by(tokens, at, clause.last) is not None:
            return Cue(at, tokens[at].low, True)
        if tokens[at].low in ENGLISH_CUES and _follows_auxiliary(tokens, finite, at):
            return Cue(at, tokens[at].low, False)
        if tokens[at].tag not in (tags.ADVERB, tags.PARTICIPLE):
            return None
    return None


def heard_at(tokens: list[Token], clause: Clause) -> int | None:
    """The verb of "The court heard that …", "the inquest was told …": it was said there, by nobody named."""
    finite = clause.finite
    if finite is None or clause.opening is not Opening.MAIN or finite == clause.first:
        return None
    if tokens[finite - 1].low not in _FORUMS:
        return None
    told = tokens[finite].low in _BE and finite + 1 < clause.last and tokens[finite + 1].low == "told"
    return finite + 1 if told else finite if tokens[finite].low == "heard" else None


def _dated(tokens: list[Token], clause: Clause, finite: int) -> bool:
    """ "…, five years before they told the regulator": when it was, not who says it."""
    before = range(clause.first + 1, finite - 1)
    return any(
        tokens[at].low in _WHEN
        and (tokens[at - 1].low in _SPANS or (tokens[at + 1].tag == tags.PRONOUN and at + 2 == finite))
        for at in before
    )


def charged_by(tokens: list[Token], clause: Clause) -> Span | None:
    """Who denies it in "…, a charge she flatly denied", "a view (that) the union rejects"."""
    finite = clause.finite
    if finite is None or clause.sign not in (tags.COMMA, tags.DASH) or tokens[finite].low not in STRONG:
        return None
    at = clause.first + 1
    while at < finite and tokens[at].tag in (tags.NOUN, tags.ADJECTIVE):
        at += 1
        if tokens[at - 1].low in _CHARGES:
            break  # "a decision residents criticised"
    begins = tokens[clause.first].low in _ARTICLES and at > clause.first + 1
    at += tokens[at].low in ("that", "which")
    end = finite
    while end > at and tokens[end - 1].tag in (tags.ADVERB, tags.AUXILIARY):
        end -= 1
    source = noun_phrase(tokens, at, end, "en") if begins and at < end else None
    return source if source is not None and source[1] == end else None


def _led(tokens: list[Token], verb: int, last: int) -> Cue | None:
    """The verb behind "to": "went on to say", "was quick to point out"."""
    to = next((at for at in range(verb + 1, min(verb + 4, last - 1)) if tokens[at].tag == tags.TO), None)
    said = to is not None and tokens[to + 1].tag == tags.INFINITIVE and tokens[to + 1].low in ENGLISH_CUES
    return Cue(to + 1, tokens[to + 1].low, False) if said and to is not None else None


def _of_mind(tokens: list[Token], clause: Clause, finite: int) -> Cue | None:
    """Behind a form of "be" and its adverbs: "was sceptical", "are less sure", "was quick to point out"."""
    at = finite + 1
    while at < clause.last and (
        tokens[at].tag in (tags.ADVERB, tags.PARTICIPLE) or tokens[at].low in _DEGREES
    ):
        if tokens[at].low in ENGLISH_ATTITUDES:
            break
        at += 1
    if at >= min(clause.last, finite + 5):
        return None
    if tokens[at].low in ENGLISH_ATTITUDES:
        return Cue(at, "convinced", passive=False)
    if tokens[at].low in ENGLISH_CERTAINTY:
        return _certain(tokens, clause, at)
    return _led(tokens, at, clause.last) if tokens[at].low in _READY else None


def _certain(tokens: list[Token], clause: Clause, at: int) -> Cue | None:
    """ "Diplomats are less sure", not "the bridge is critical" or "is sure to win"."""
    cue = Cue(at, "convinced", passive=False)
    source = _before(tokens, clause, cue)
    meant = at + 1 >= clause.last or tokens[at + 1].tag != tags.TO
    return cue if meant and source is not None and can_speak(tokens, source, "en") else None


def _by(tokens: list[Token], at: int, last: int) -> int | None:
    """The token behind the "by" of a passive verb: "was reported by …", "was described as safe by …"."""
    near = range(at + 1, min(at + _PASSIVE_REACH, last - 1))
    return next((by + 1 for by in near if tokens[by].low == "by" and tokens[by + 1].tag != tags.NUMBER), None)


def _follows_auxiliary(tokens: list[Token], auxiliary: int, at: int) -> bool:
    """Active and not negated: "has said", "would like", "does not expect"; not "was told", "did not say"."""
    low, verb = tokens[auxiliary].low, tokens[at].low
    if verb == "like" or low == "would":
        return low == "would" and verb in ("like", "say", "argue")
    if tokens[at].tag not in (tags.PARTICIPLE, tags.NOUN, tags.FINITE):
        return False
    if low in _DO:
        return verb in HOLDING
    quoted = verb == "quoted" and at + 1 < len(tokens) and tokens[at + 1].low == "as"
    being = any(token.low in _BE for token in tokens[auxiliary:at])
    passive = being and not verb.endswith("ing") and not quoted
    return not passive and not any(token.low in ("not", "n't") for token in tokens[auxiliary:at])


def _is_noun(tokens: list[Token], clause: Clause, at: int) -> bool:
    """ "Addressing claims that …", "in 14 western states": a plural where a verb of that form could be."""
    if not tokens[at].low.endswith("s") or tokens[at].low in _NO_PLURALS:
        return False
    start = at
    while start > clause.first and tokens[start - 1].tag in (tags.NOUN, tags.ADJECTIVE, tags.ADVERB):
        start -= 1
    if start > clause.first and tokens[start - 1].tag == tags.NUMBER:
        return start == clause.first + 1 or tokens[start - 2].tag != tags.NOUN
    return start == at - 1 and start == clause.first and tokens[start].low.endswith("ing")


def _describes(tokens: list[Token], clause: Clause, at: int) -> bool:
    """ "The device, called Pip, …": a participle between commas, behind a noun."""
    if at < 1 or tokens[at - 1].tag != tags.COMMA or not tokens[at].low.endswith("ed"):
        return False
    before = tokens[clause.first : at - 1]
    return bool(before) and all(token.tag in _IN_SUBJECT for token in before)


def english_source(tokens: list[Token], clause: Clause, cue: Cue) -> Span | None:
    """The subject before the verb, or behind it in "said Anna Berger"; "told" never comes before it."""
    if cue.passive:
        by = _by(tokens, cue.at, clause.last)
        return noun_phrase(tokens, by, clause.last, "en") if by is not None else None
    before = _before(tokens, clause, cue)
    coordinate = clause.sign == tags.CONJUNCTION or tokens[clause.first].tag == tags.CONJUNCTION
    if before is not None or (coordinate and cue.at == begin_of(tokens, clause)):
        return before
    if clause.sign == tags.COMMA and (apart := subject_apart(tokens, cue.at)) is not None:
        return apart
    return _after(tokens, cue.at + 1, clause.last) if cue.base not in _TELLING else None


def _before(tokens: list[Token], clause: Clause, cue: Cue) -> Span | None:
    end = clause.finite if clause.finite is not None and clause.finite < cue.at else cue.at
    while end > clause.first and tokens[end - 1].tag in (tags.ADVERB, tags.AUXILIARY):
        end -= 1
    start = clause.first + (clause.opening is Opening.ADVERBIAL)
    for at in range(start, end):
        if tokens[at].tag in (tags.COMMA, tags.QUOTE):
            start = at + 1
    if start >= end and end > clause.first:
        start, end = _apart(tokens, clause.first, end)
    while start < end and tokens[start].tag in (
        tags.CONJUNCTION,
        tags.ADVERB,
        tags.QUOTE,
        tags.DASH,
        tags.COMMA,
    ):
        start += 1
    if start >= end or tokens[start].tag in (tags.PREPOSITION, tags.SUBORDINATOR):
        return None
    return start, end


def _apart(tokens: list[Token], first: int, end: int) -> Span:
    """Of "In May the yard, which is new," or "Anna Berger, head of the yard," the subject alone."""
    commas = [at for at in range(first, end) if tokens[at].tag == tags.COMMA]
    begins = first
    for comma in commas:
        if comma > begins and tokens[begins].tag not in (tags.PREPOSITION, tags.SUBORDINATOR, tags.ADVERB):
            return begins, comma
        begins = comma + 1
    return first, end


def subject_apart(tokens: list[Token], cue: int) -> Span | None:
    """ "…, Anna Berger, head of the yard, said": the name before what is put beside it; None where the comma
    before the verb ends anything else."""
    commas = [at for at in range(cue) if tokens[at].tag in (tags.COMMA, tags.QUOTE)]
    if len(commas) < 3 or commas[-1] != cue - 1 or any(tokens[at].tag != tags.COMMA for at in commas[-2:]):
        return None
    beside, named = tokens[commas[-2] + 1 : cue - 1], tokens[commas[-3] + 1 : commas[-2]]
    verbless = not any(token.tag in tags.VERBAL for token in (*beside, *named))
    if not verbless or not named or any(token.tag not in _IN_SUBJECT for token in named):
        return None
    return commas[-3] + 1, commas[-2]


def _after(tokens: list[Token], start: int, last: int) -> Span | None:
    found = noun_phrase(tokens, start, last, "en")
    if found is None:
        return None
    at = found[1]
    if at + 1 < last and tokens[at].tag == tags.COMMA and tokens[at + 1].text[0].isupper():
        end = at + 1
        while end < last and tokens[end].tag == tags.NOUN:
            end += 1
        return found[0], end
    return found


def english_message(tokens: list[Token], clause: Clause, cue: int) -> int | None:
    """Where the message begins inside the frame's own clause, None where there is none in it."""
    start = cue + 1
    for at in range(start, min(clause.last, start + 8)):
        if tokens[at].tag in tags.VERBAL:
            break
        if tokens[at].low in ("that", "whether") and tokens[at].tag in (tags.SUBORDINATOR, tags.DETERMINER):
            return at + 1
    verbs = [at for at in range(start, clause.last) if tokens[at].tag in _VERBS]
    if not verbs or (tokens[cue].low in ENGLISH_WEAK and not _one_subject(tokens, start, verbs[0])):
        return None
    if tokens[cue].low not in _ADDRESSED:
        return start
    addressee = noun_phrase(tokens, start, clause.last, "en")
    if addressee is not None and addressee[1] < clause.last and tokens[addressee[1]].tag != tags.TO:
        return addressee[1]
    return start


def _one_subject(tokens: list[Token], start: int, verb: int) -> bool:
    """Nothing but a subject between: "found prices had risen", not "found planets before it failed"."""
    return verb > start and all(tokens[at].tag in _IN_SUBJECT for at in range(start, verb))
