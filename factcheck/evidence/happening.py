"""Whether the passage says that what the claim says happened, or the opposite: `compare_happening`.

A denial, an opposite word and "against" instead of "for" each turn a statement round; two turns say the
same: "did not grant" and "rejected".
"""

import re
from typing import NamedTuple

from claims.claim import Modality
from claims.quantity import Change
from claims.reason import Language, Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.matter import Matter
from factcheck.evidence.statements import Statement

_STANCE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:ge)?(?:stimm|votier|sprach|sprech|plädier|warb|argumentier)\w*\b[^.,;]{0,60}?\b(?P<side>für|gegen)\b|"
        r"\b(?P<before>für|gegen)\b[^.,;]{0,60}\b(?:gestimmt|votiert|ausgesprochen|gestimmt)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:vot|campaign|argu|spoke|speak|came out|rul|testif|decid)\w*\b[^.,;]{0,40}?\b"
        r"(?P<side>for|in favou?r of|against)\b",
        re.IGNORECASE,
    ),
}
_AGAINST = ("gegen", "against")

_THAN_BEFORE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:(?P<down>weniger|niedriger|geringer|kürzer|kleiner|seltener)|(?P<up>mehr|höher|länger|größer|häufiger)) "
        r"(?:\w+ )?als (?:im (?:Vorjahr|Vormonat|Jahr (?:davor|zuvor)|Monat (?:davor|zuvor))|ein Jahr zuvor|zuvor|"
        r"vor einem|noch|zu Beginn|bisher|damals|beim letzten|in der (?:vorigen|letzten))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:(?P<first_down>fewer|less)|(?P<first_up>more)) (?!than)|"
        r"\b(?:(?P<down>fewer|less|lower|smaller|shorter)|(?P<up>more|higher|larger|greater|longer)) (?:\w+ )?than "
        r"(?:the (?:year|month|quarter|season|week) (?:before|earlier)|a year (?:earlier|ago|before)|last|before|"
        r"in the previous|previously)|\b(?P<went_down>(?:went|gone|go|goes|came|is|are|was|were) down)\b|"
        r"\b(?P<went_up>(?:went|gone|go|goes|is|are|was|were) up)\b",
        re.IGNORECASE,
    ),
}
_UP, _DOWN = frozenset({1, 91}), frozenset({2, 92})
"""The numbers in kin.tsv of the words that tell of a rise and of a fall."""

_LACKING: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:fehl\w*|verzicht\w*|ohne|ausgesetzt|gestrichen|verweiger\w*|abgeschafft|blieb\w* aus|ausgeblieben|"
        r"entfiel\w*|entfäll\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:lack\w*|without|waiv\w*|suspend\w*|refus\w*|absence|absent|scrapp\w*|missing|fail(?:s|ed)? to)\b",
        re.IGNORECASE,
    ),
}
"""Words that say without a negation that something is not there."""

_NO_NOUN: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\bkein(?:e[nrms]?)?\s+(?:[a-zäöü]\w+\s+)?(?P<noun>[A-ZÄÖÜ]\w+)"),
    "en": re.compile(
        r"\b(?:no|any|none of (?:the|its|his|her|their))\s+(?:(?:sign|trace|evidence|proof)s? of )?(?P<noun>\w+)",
        re.IGNORECASE,
    ),
}


class Happening(NamedTuple):
    """The slot, if there is one, and the noun that one side says there is none of."""

    slots: tuple[Slot, ...]
    none_of: bool = False


def compare_happening(claim: Statement, said: Statement, matter: Matter) -> Happening:
    """Whether both say that it happened."""
    ours, theirs = _denies(claim, said), _denies(said, claim)
    turns = [ours != theirs, matter.opposed is not None, _takes_other_side(claim, said)]
    turned = sum(turns) % 2 == 1
    trends = trend(claim), trend(said)
    if not any(turns) and None not in trends:
        turned = trends[0] is not trends[1]
        code = "other_trend" if turned else "same_trend"
        return Happening(
            (_slot(SlotName.DIRECTION, code, _trend_words(claim), _trend_words(said), turned=turned),)
        )
    if turns[1] or turns[2]:
        words = tuple(term.form for term in matter.opposed) if matter.opposed else _sides(claim, said)
        code = "opposite" if turned else "same_by_denial"
        return Happening((_slot(SlotName.DIRECTION, code, words[0], words[1], turned=turned),))
    if ours or theirs:
        code = f"denied_{'passage' if theirs else 'claim'}" if turned else "both_deny"
        slot = _slot(SlotName.NEGATION, code, claim.analysis.text, said.analysis.text, turned=turned)
        return Happening(
            (slot,), none_of=turned and _is_none_of(claim if ours else said, said if ours else claim)
        )
    return Happening(tuple(_same_event(claim, matter)))


def _denies(side: Statement, other: Statement) -> bool:
    """By a negation, or by a word of lack where the other side has a negation instead."""
    if side.modality is Modality.DENIED:
        return True
    if other.modality is not Modality.DENIED:
        return False
    lacks = [_LACKING[each.analysis.language].search(each.analysis.text) for each in (side, other)]
    return lacks[0] is not None and lacks[1] is None


def _is_none_of(denying: Statement, other: Statement) -> bool:
    """Whether one side says there is none of what the other side tells of."""
    found = _NO_NOUN[denying.analysis.language].search(denying.analysis.text)
    if found is None or _LACKING[other.analysis.language].search(other.analysis.text):
        return False
    terms = [
        (at, term)
        for at, term in enumerate(denying.analysis.terms)
        if found.start("noun") <= term.start <= found.end("noun") + 1
    ]
    there = other.analysis
    return any(
        term.key in there.places
        or any(number in there.concept_places for number in term.concepts)
        or any(denying.kin[at] & groups for groups in other.kin)
        or any(part in there.places or part in there.part_places for part in term.parts)
        for at, term in terms
    )


def _takes_other_side(claim: Statement, said: Statement) -> bool:
    sides = [_side(each) for each in (claim, said)]
    return None not in sides and sides[0] != sides[1]


def _side(statement: Statement) -> bool | None:
    """Whether somebody is against it; None where nobody takes sides."""
    found = _STANCE[statement.analysis.language].search(statement.analysis.text)
    if found is None:
        return None
    return next(filter(None, found.groups())).lower() in _AGAINST


def _sides(claim: Statement, said: Statement) -> tuple[str, str]:
    found = (_STANCE[each.analysis.language].search(each.analysis.text) for each in (claim, said))
    ours, theirs = (match.group() if match else "" for match in found)
    return ours, theirs


def trend(statement: Statement) -> Change | None:
    """Which way things went: by the figures, by words like "fewer than last year", by the verb."""
    directions = {quantity.direction for quantity in statement.analysis.quantities} - {None}
    if directions:
        return directions.pop() if len(directions) == 1 else None
    found = _THAN_BEFORE[statement.analysis.language].search(statement.analysis.text)
    if found is not None:
        return Change.DOWN if (found.lastgroup or "").endswith("down") else Change.UP
    groups = frozenset(number for kin in statement.kin for number in kin)
    up, down = bool(groups & _UP), bool(groups & _DOWN)
    if up == down:
        return None
    return Change.UP if up else Change.DOWN


def _trend_words(statement: Statement) -> str:
    found = _THAN_BEFORE[statement.analysis.language].search(statement.analysis.text)
    if found is not None:
        return found.group()
    terms = zip(statement.analysis.terms, statement.kin, strict=True)
    return next((term.form for term, kin in terms if kin & (_UP | _DOWN)), statement.analysis.text)


def _same_event(claim: Statement, matter: Matter) -> list[Slot]:
    """The verb that both have: what happened in the claim happened in the passage."""
    for term in claim.analysis.terms:
        if term.verb and term not in matter.unanswered:
            return [_slot(SlotName.DIRECTION, "same_event", term.form, term.form, turned=False)]
    return []


def _slot(name: SlotName, code: str, claim: str, passage: str, *, turned: bool) -> Slot:
    return Slot(
        slot=name,
        claim=claim,
        passage=passage,
        result=Result.CONTRADICTED if turned else Result.CONSISTENT,
        reason=Reason(code=code, values={"claim": claim, "passage": passage}),
    )
