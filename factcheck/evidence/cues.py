"""What a statement's words show at sight: which way things went, who is for or against, what there is none
of, who can only be one: `find_cues(analysis, kin) -> Cues`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.quantity import Change
from claims.reason import Language
from factcheck.evidence.kinship import Groups
from factcheck.matching.terms import Analysis


class Cues(NamedTuple):
    """`against`: whether somebody is against it, None where nobody takes sides. `none_of` are the terms of
    which there is said to be none. `lacks`: it says without a negation that something is not there.
    `changed`: it speaks of a deputy, or of who it was before. `once`: it happens a single time.
    `held`, `done`: only one can be it, or have done it."""

    trend: Change | None
    trend_words: str
    against: bool | None
    side_words: str
    none_of: tuple[int, ...]
    lacks: bool
    changed: bool
    once: bool
    held: bool
    done: bool


_STANCE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:ge)?(?:stimm|votier|sprach|sprech|plädier|warb|argumentier)\w*\b[^.,;]{0,60}?\b(für|gegen)\b|"
        r"\b(für|gegen)\b[^.,;]{0,60}\b(?:gestimmt|votiert|ausgesprochen)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:vot|campaign|argu|spoke|speak|came out|testif)\w*\b[^.,;]{0,40}?\b"
        r"(for|in favou?r of|against)\b",
        re.IGNORECASE,
    ),
}
_AGAINST = ("gegen", "against")

_THAN_BEFORE: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:(?P<down>weniger|niedriger|geringer|kürzer|kleiner|seltener)|"
        r"(?P<up>mehr|höher|länger|größer|häufiger)) (?:\w+ ){0,4}?als "
        r"(?:im (?:Vorjahr|Vormonat|Jahr (?:davor|zuvor)|Monat (?:davor|zuvor))|ein Jahr zuvor|zuvor|"
        r"vor einem|(?:noch |im Jahr )?\d{4}|noch|zu Beginn|bisher|damals|beim letzten|"
        r"in der (?:vorigen|letzten))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:(?P<first_down>fewer|less)|(?P<first_up>more)) (?!than)|"
        r"\b(?:(?P<down>fewer|less|lower|smaller|shorter)|(?P<up>more|higher|larger|greater|longer)) "
        r"(?:\w+ ){0,5}?than (?:in )?(?:the (?:year|month|quarter|season|week) (?:before|earlier)|"
        r"a year (?:earlier|ago|before)|last|before|in \d{4}|in the previous|previously)|"
        r"\b(?P<went_down>(?:went|gone|go|goes|came|is|are|was|were) down)\b|"
        r"\b(?P<went_up>(?:went|gone|go|goes|is|are|was|were) up)\b",
        re.IGNORECASE,
    ),
}
_UP, _DOWN = frozenset({1, 91}), frozenset({2, 92})
"""The numbers in kin.tsv of the words that tell of a rise and of a fall."""

_ONCE = frozenset({
    3, 13, 14, 15, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 28, 29, 30, 31, 39, 47, 53, 54, 55, 56, 57, 60,
    81, 82, 131, 136, 145, 161, 162,
})  # fmt: skip
"""The numbers in kin.tsv of what happens to one thing a single time: it is founded, signed, sold."""

_LACKING: dict[Language, re.Pattern[str]] = {
    "de": re.compile(
        r"\b(?:fehl\w*|verzicht\w*|ohne|ausgesetzt|gestrichen|verweiger\w*|abgeschafft|blieb\w* aus|"
        r"ausgeblieben|entfiel\w*|entfäll\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:lack\w*|without|waiv\w*|suspend\w*|refus\w*|absence|absent|scrapp\w*|missing|"
        r"fail(?:s|ed)? to)\b",
        re.IGNORECASE,
    ),
}
_NO_NOUN: dict[Language, re.Pattern[str]] = {
    "de": re.compile(r"\bkein(?:e[nrms]?)?\s+(?:[a-zäöü]\w+\s+)?(?P<noun>[A-ZÄÖÜ]\w+)"),
    "en": re.compile(
        r"\b(?:no|any|none of (?:the|its|his|her|their))\s+"
        r"(?:(?:sign|trace|evidence|proof)s? of )?(?P<noun>\w+)",
        re.IGNORECASE,
    ),
}
_LASTING = re.compile(
    r"\b(?:seit|since|in kraft|in force|ans netz|in betrieb|freigegeben|erreich\w*|reach\w*|gehört|heard|"
    r"collaps\w*|"
    r"brach|gesehen|seen|geweiht|gegründet|stillgelegt|suspended|stopped|aufgenommen|vergeben)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:stellvertret\w*|vize\w*|ko-?vorsitz\w*|ehemalig\w*|frühere?[rnsm]?|einstig\w*|bisherig\w*|"
    r"deputy|vice|former\w*|ex-\w+|co-\w+|acting|until|outgoing)\b",
    re.IGNORECASE,
)
_ONE_HOLDER = re.compile(
    r"\w*(?:präsident|minister|kanzler|chef|vorsitzend|direktor|intendant|rektor|dekan|trainer|meister|landrat|"
    r"generalsekretär|dirigent|vorstand|geschäftsführ|leiter|kommandant|bischof|papst|könig|kapitän|gouverneur|gründer|"
    r"nachfolger|vorgänger|spitze)\w*|"
    r"chief \w+ officer|(?:\w+ )?(?:president|minister|chancellor|chief executive\w*|ceo|cfo|chief|chairman|"
    r"chairwoman|chair|director|head|mayor|coach|governor|captain|founder|successor|predecessor|secretary|"
    r"bishop|king|queen|editor|dean|rector|conductor|premier|commissioner|leader)s?",
    re.IGNORECASE,
)
"""A bank has one president; a party has many members."""
_ONE_DOER = re.compile(
    r"gewinn\w*|gewann\w*|gewonnen|gründe\w*|gegründet\w*|ernann\w*|ernenn\w*|leite\w*|entwarf\w*|entwurf\w*|"
    r"entworfen|eröffne\w*|entdeck\w*|erfand|erfunden|schrieb\w*|geschrieben|erziel\w*|laudatio|verfasst\w*|komponi\w*|"
    r"stamm\w*|gewählt|wählte\w*|win(?:s|ning)?|won|found(?:ed|s)|appoint\w*|name[ds]?|designed|opened|"
    r"discovered|invented|wrote|written|scored|composed|heads|headed|leads|led|leading|elected|chairs|chaired",
    re.IGNORECASE,
)
"""A prize has one winner and a book one author; a company has many employees."""


def find_cues(analysis: Analysis, kin: Sequence[Groups]) -> Cues:
    """What the words show."""
    language, text = analysis.language, analysis.text
    stance = _STANCE[language].search(text)
    trend, words = _trend(analysis, kin)
    return Cues(
        trend=trend,
        trend_words=words,
        against=next(filter(None, stance.groups())).lower() in _AGAINST if stance else None,
        side_words=stance.group() if stance else "",
        none_of=_none_of(analysis),
        lacks=_LACKING[language].search(text) is not None,
        changed=_CHANGED.search(text) is not None,
        once=any(groups & _ONCE for groups in kin) or _LASTING.search(text) is not None,
        held=any(_ONE_HOLDER.fullmatch(term.form) for term in analysis.terms),
        done=any(_ONE_DOER.fullmatch(term.form) for term in analysis.terms),
    )


def _trend(analysis: Analysis, kin: Sequence[Groups]) -> tuple[Change | None, str]:
    """Which way things went: by the figures, by words like "fewer than last year", by the verb."""
    found = _THAN_BEFORE[analysis.language].search(analysis.text)
    moving = [term.form for term, groups in zip(analysis.terms, kin, strict=True) if groups & (_UP | _DOWN)]
    words = found.group() if found else next(iter(moving), analysis.text)
    directions = {quantity.direction for quantity in analysis.quantities} - {None}
    if directions:
        return (directions.pop() if len(directions) == 1 else None), words
    if found is not None:
        return (Change.DOWN if (found.lastgroup or "").endswith("down") else Change.UP), words
    groups = frozenset(number for numbers in kin for number in numbers)
    up, down = bool(groups & _UP), bool(groups & _DOWN)
    return (None if up == down else Change.UP if up else Change.DOWN), words


def _none_of(analysis: Analysis) -> tuple[int, ...]:
    found = _NO_NOUN[analysis.language].search(analysis.text)
    if found is None:
        return ()
    first, last = found.start("noun"), found.end("noun") + 1
    return tuple(at for at, term in enumerate(analysis.terms) if first <= term.start <= last)
