"""Whether a proposition asserts something that evidence could settle: `objection(reading)`.

Questions, appeals, predictions, opinions and headings are no claims; the reason says which it is.
"""

import re
from itertools import pairwise

from claims.reason import Language, Reason
from factcheck.extraction import tags
from factcheck.extraction.english_words import BASES
from factcheck.extraction.idle import ASKING, asks, is_heading, is_idle, is_text_heading
from factcheck.extraction.lexicon import words
from factcheck.extraction.numerals import word_begins_numeral
from factcheck.extraction.readings import Reading
from factcheck.extraction.themes import (
    ATTITUDE,
    DEMAND,
    FUTURE,
    OPEN_FUTURE,
    OPINION,
    POSSIBLE,
)
from factcheck.extraction.tokens import Token

_SHORTEST = 3
"""Words that a proposition has at least, unless it holds a figure."""

_BEING = words(
    "ist sind war waren sei seien wäre wären bleibt bleiben wird is are was were be been being it's that's"
)
_CONDITIONAL = words("sollte sollten würde würden wäre wären hätte hätten käme")
"""Verbs that open a German condition: "Sollte der Rat zustimmen, …"."""

_ASKING = ASKING | words("ob inwieweit whether when how who what where why if")
_UNKNOWN = re.compile(
    r"\b(?:ist|bleibt|war|blieb) (?:noch |weiter |weiterhin |völlig |zunächst |derzeit |bislang )*"
    r"(?:offen|unklar|ungewiss)\b"
    r"|\b(?:weiß|wissen|wusste|wussten) .*\bnicht\b"
    r"|\bniemand weiß\b|\bweiß (?:\w+ ){0,4}niemand\b|\bwird sich (?:erst |noch )?zeigen\b"
    r"|\bbleibt abzuwarten\b"
    r"|\btime will tell\b|\bdarf gespannt sein\b|\b(?:nobody|no one) knows\b|\bremains to be seen\b"
    r"|\b(?:is|was|remains) (?:still )?(?:unclear|far from clear|not clear|not known|unknown|open)\b"
)
_GUESSED = re.compile(
    r"^(?:who|what|when|where|how|whether|why)\b.* is (?:still )?(?:anybody|anyone)['’]s guess\b"
)
_SINGLE = words("one ein eine")
_FAR_TOO = words("viel deutlich far much way")
_SUPPOSED = words("would wäre wären")
_FILLERS = words(
    "be have been es das also even still far much surely auch noch wohl sicher viel sogar deutlich"
)
_ONCE_PLANNED = words("ursprünglich eigentlich zunächst damals zuvor originally initially")
"""Words with which "sollte" and "should" tell of an earlier plan."""

_OBJECT = frozenset({tags.NOUN, tags.DETERMINER, tags.PREPOSITION, tags.NUMBER, tags.ADJECTIVE, tags.ADVERB})
_COLLECTIVE = words("pair couple police team staff family crew trio people men women children")
_PASSIVE = words("be been werden")
_DONE = (tags.PARTICIPLE, tags.PERHAPS_FINITE)
_WORDS = tags.LETTERED | {tags.NUMBER}
_VERDICT = 8
"""Words of an English sentence that does nothing but judge."""

_GUESSES = words("möglicherweise womöglich hoffentlich perhaps maybe possibly hopefully")


def objection(reading: Reading) -> Reason | None:
    """Why the proposition is no claim, None where it is one."""
    if (reading.last_sign == "?" and reading.frame is None) or asks(reading):
        return Reason(code="question")
    if reading.proposition.aside is not None:
        return None
    if is_heading(reading):
        return Reason(code="heading")
    if reading.finite is None:
        return _without_verb(reading)
    if _is_short(reading) or is_idle(reading):
        return Reason(code="fragment")
    if reading.act:
        tagged = reading.frame is not None and reading.frame.report and reading.frame.trailing
        return (_first_person(reading) or _appeal(reading)) if tagged else None
    if reading.frame is not None and not _first_person(reading):
        return _appeal(reading) if reading.frame.report else None
    for check in (_open_question, _first_person, _prediction, _appeal, _opinion):
        found = check(reading)
        if found is not None:
            return found
    return None


def _is_short(reading: Reading) -> bool:
    if reading.measured:
        return False
    words_in = [token for token in reading.tokens if token.tag in _WORDS]
    return len(words_in) < _SHORTEST - (reading.tokens[0].low == "who")


def _without_verb(reading: Reading) -> Reason | None:
    """A nominal sentence counts where it is punctuated as one, a headline where it has a figure."""
    nouns = sum(token.tag == tags.NOUN for token in reading.tokens)
    if reading.last_sign not in ".!" and _is_rhetorical_pair(reading.sentence.tokens, reading.language):
        return Reason(code="heading")
    if is_text_heading(reading):
        return Reason(code="heading")
    if reading.measured and nouns:
        return None
    if reading.last_sign in ".!" and nouns > 1 and reading.proposition.first == 0:
        return None
    if reading.last_sign not in ".!" and reading.language == "en" and _tells(reading.tokens):
        return None
    return Reason(code="heading" if reading.last_sign not in ".!" else "fragment")


def _tells(tokens: list[Token]) -> bool:
    """ "Pupils attend court hearing": in an English headline a verb's base form behind a noun, with something
    behind it, is its verb."""
    several = False
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        several = several or before.low in _COLLECTIVE or before.low.endswith("s")
        noun = before.tag == tags.NOUN and token.tag == tags.NOUN and token.text.islower()
        if several and noun and token.low in BASES and after.tag in _OBJECT:
            return True
    return False


def _is_rhetorical_pair(tokens: list[Token], language: Language) -> bool:
    """ "Three cooks, one kitchen": counts set side by side, one of them a single thing, assert nothing."""
    starts = [0, *(at + 1 for at in range(len(tokens) - 1) if tokens[at].tag == tags.COMMA)]
    leads = [tokens[at] for at in starts]
    counted = all(token.tag == tags.NUMBER or word_begins_numeral(token.low, language) for token in leads)
    return len(leads) > 1 and counted and any(token.low in _SINGLE for token in leads)


def _open_question(reading: Reading) -> Reason | None:
    """ "Ob das Mittel hilft, ist offen", "nobody knows when …": that something is not known."""
    if reading.lows.isdisjoint(_ASKING):
        return None
    if reading.tokens[0].low in ("ob", "whether") and _UNKNOWN.search(_sentence_text(reading)):
        return Reason(code="question")
    if _GUESSED.search(_sentence_text(reading)):
        return Reason(code="question")
    text = " ".join([token.low for token in reading.tokens])
    return Reason(code="question") if not reading.measured and _UNKNOWN.search(text) else None


def _sentence_text(reading: Reading) -> str:
    return " ".join(token.low for token in reading.sentence.tokens)


def _appeal(reading: Reading) -> Reason | None:
    demanding = reading.lows & DEMAND[reading.language]
    if (
        not demanding
        or reading.lows & _ONCE_PLANNED
        or (reading.language == "de" and (reading.measured or reading.compares or reading.in_force))
        or (reading.attributed and reading.measured and "must" in demanding)
    ):
        return None
    finite = reading.finite
    if "sollen" in demanding and (reading.attributed or _announced(reading)):
        return None
    after = reading.tokens[reading.tokens.index(finite) + 1 :] if finite in reading.tokens else []
    if after and after[0].low == "have":  # "should have seen it": a judgement on the past
        return Reason(code="opinion", values={"word": finite.text if finite else ""})
    if finite is not None and finite.low in demanding:
        return Reason(code="appeal", values={"word": finite.text})
    own = demanding & reading.scopes.outer.lows if reading.language == "en" else None
    return Reason(code="appeal", values={"word": min(own)}) if own else None


def _first_person(reading: Reading) -> Reason | None:
    minds = reading.lows & ATTITUDE[reading.language]
    voiced = reading.act and reading.language == "de"
    if reading.first_person and minds and not (reading.measured or voiced):
        return Reason(code="own_mind", values={"word": min(minds)})
    return None


def _prediction(reading: Reading) -> Reason | None:
    finite = reading.finite
    low = finite.low if finite is not None else ""
    if _announced(reading):
        return None
    lows = reading.scopes.outer.lows if reading.language == "en" else reading.lows
    opens = lows & OPEN_FUTURE[reading.language]
    possible = low in POSSIBLE[reading.language]
    if opens and (reading.language == "en" or low in FUTURE["de"] or possible):
        return Reason(code="prediction", values={"word": min(opens)})
    guessed = reading.tokens[0].low in _GUESSES and not reading.attributed and not reading.measured
    if reading.tokens[0].low in _CONDITIONAL or guessed:
        return Reason(code="prediction", values={"word": reading.tokens[0].text})
    if reading.attributed and possible and reading.language == "de":
        return None
    if possible and not _has_amount(reading):
        return Reason(code="prediction", values={"word": low})
    if low in FUTURE[reading.language] and not _has_amount(reading) and _is_future(reading):
        return Reason(code="prediction", values={"word": low})
    return None


def _announced(reading: Reading) -> bool:
    """What somebody named, or by a date or a figure, means to do can be checked as his plan; so can a
    forecast with a figure."""
    if reading.measured and reading.predicted:
        return True
    settled = reading.measured or reading.times or (reading.named and not _is_passive(reading))
    return bool(settled) and reading.planned


def _is_passive(reading: Reading) -> bool:
    """ "will be discussed", "soll beraten werden": nobody is said to do it."""
    return not reading.lows.isdisjoint(_PASSIVE) and any(t.tag in _DONE for t in reading.tokens)


def _has_amount(reading: Reading) -> bool:
    return any(quantity.comparator != "gt" or reading.attributed for quantity in reading.quantities)


def _is_future(reading: Reading) -> bool:
    """English will; German wird with an infinitive, not the passive or "wird zum"."""
    if reading.language == "en":
        return True
    verbs = [t for t in reading.tokens if t.tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE, tags.INFINITIVE)]
    return bool(verbs) and verbs[-1].low.endswith(("en", "ern", "eln")) and verbs[-1].tag != tags.PARTICIPLE


def _opinion(reading: Reading) -> Reason | None:
    supposed = _supposed_judgement(reading)
    if supposed is not None:
        return Reason(code="opinion", values={"word": supposed.text})
    judging = reading.lows & OPINION[reading.language]
    if judging and (_predicate_judges(reading) or _judges(reading, judging)):
        word = next(token.text for token in reading.tokens if token.low in judging)
        return Reason(code="opinion", values={"word": word})
    finite = reading.finite
    judged = finite is not None and (finite.low in _BEING or reading.lows & _FAR_TOO)
    if judged and _excessive(reading) and not reading.measured:
        return Reason(code="opinion", values={"word": "zu" if reading.language == "de" else "too"})
    return None


def _supposed_judgement(reading: Reading) -> Token | None:
    """The adjective of "it would be wiser to …", "es wäre klüger, …": what somebody thinks of a thought."""
    finite = reading.finite
    if finite is None or finite.low not in _SUPPOSED or reading.measured:
        return None
    if not {"it", "that", "es", "das"} & {token.low for token in reading.tokens[:4]}:
        return None
    after = [t for t in reading.tokens if t.start > finite.start and t.low not in _FILLERS]
    fits = after and after[0].tag in (tags.ADJECTIVE, tags.ADVERB, tags.NOUN) and after[0].text[0].islower()
    return after[0] if fits else None


def _judges(reading: Reading, judging: frozenset[str]) -> bool:
    finite = reading.finite
    if finite is None or reading.measured or reading.compares or _in_passing(reading, judging):
        return False
    return finite.low in _BEING or _is_being(reading, judging) or "notwendigkeit" in judging


def _is_being(reading: Reading, judging: frozenset[str]) -> bool:
    """English "would be wise", "it seems unfair": with "be" somewhere, or a bare verdict; not "a possible
    deal has failed"."""
    if reading.language == "de" or reading.named:
        return False
    bare = (
        any(one.low in judging and two.tag != tags.NOUN for one, two in pairwise(reading.tokens))
        or reading.tokens[-1].low in judging
    )
    return not reading.lows.isdisjoint(_BEING) or (bare and len(reading.tokens) <= _VERDICT)


def _in_passing(reading: Reading, judging: frozenset[str]) -> bool:
    """ "wurde hart bestraft", "ist gut gelaufen": the word describes what its participle says."""
    last = max(at for at, token in enumerate(reading.tokens) if token.low in judging)
    done = reading.tokens[last + 1 : last + 2]
    return reading.language == "de" and any(t.tag in (tags.PARTICIPLE, tags.PERHAPS_FINITE) for t in done)


def _predicate_judges(reading: Reading) -> bool:
    """ "ist wichtig": the judging word right behind the verb, whatever else the sentence compares."""
    finite = reading.finite
    if finite is None or finite.low not in _BEING or reading.measured:
        return False
    after = [t for t in reading.tokens if t.start > finite.start and t.tag != tags.ADVERB]
    return bool(after) and after[0].low in OPINION[reading.language]


def _excessive(reading: Reading) -> bool:
    """ "zu wenig", "too slow": measured by the writer's taste."""
    tokens = reading.tokens
    for one, two in pairwise(tokens):
        if one.low == "too" and two.tag in (tags.ADJECTIVE, tags.ADVERB, tags.NOUN):
            return True
        if one.low == "zu" and one.tag != tags.TO and two.tag in (tags.ADJECTIVE, tags.ADVERB):
            return True
    return False
