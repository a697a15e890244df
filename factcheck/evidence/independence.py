"""Which sources count as one: `group(works, own_words) -> list[Group]`. Pure.

Two sources are one where they belong to one owner or publisher, name the same agency or press release, or
share a long run of words. What a person said of a source (`independence`) goes before all of that.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from claims.reason import Language, Reason, telling
from factcheck.evidence.credits import find_agencies, find_issuers, is_release
from factcheck.extraction.lexicon import words

RUN = 25
"""So many words in a row are not written twice by chance; what two people quote of a third is shorter."""
_RUN_OF_RELEASES = 12
"""… and so many where both texts say that they are press releases."""

OPENING = 40_000
"""Code points of a source from its beginning that are looked at; an article has some 5,000."""

_PLATFORMS = words(
    "youtube.com x.com twitter.com facebook.com instagram.com tiktok.com t.me medium.com substack.com "
    "wordpress.com blogspot.com github.com archive.org docs.google.com linkedin.com"
)
"""Hosts on which anybody publishes: they make nobody one."""
_WORD = re.compile(r"\w+")
_PAIRS = 100
"""Pairs of texts of which it is remembered what they share: each look at a claim asks again."""


class Work(BaseModel):
    """A source as it is compared: its number, the beginning of what it said, and where it appeared."""

    model_config = ConfigDict(frozen=True)

    id: int
    text: str = ""
    url: str | None = None
    publisher: str = ""
    author: str = ""
    independence: str = ""


class Group(NamedTuple):
    """Sources that count as one, in the order given, and why; a source by itself needs no reason."""

    sources: tuple[int, ...]
    reasons: tuple[Reason, ...] = ()


class _Traits(NamedTuple):
    by_hand: str
    outlet: str
    owner: str
    agencies: frozenset[str]
    issuers: frozenset[str]
    release: bool
    opening: str


SENTENCES: dict[str, dict[Language, str]] = {
    "by_hand": {"de": "von der Redaktion zusammengefasst: {name}", "en": "put together by the desk: {name}"},
    "owner": {"de": "gehören beide zu {name}", "en": "both belong to {name}"},
    "outlet": {"de": "beide von {name}", "en": "both published by {name}"},
    "agency": {"de": "beide nach einer Meldung von {name}", "en": "both go by a report of {name}"},
    "issuer": {"de": "beide nach einer Pressemitteilung: {name}", "en": "both go by a press release: {name}"},
    "run": {
        "de": "beide mit denselben {count} Wörtern: „{words} …“",
        "en": "both with the same {count} words: “{words} …”",
    },
}


sentence = telling(SENTENCES)
"""Why two sources count as one, in words."""


def host(url: str | None) -> str:
    """The host of an address in small letters without `www.`; empty where there is none."""
    try:
        name = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def group(works: Sequence[Work], own_words: str, owners: Mapping[str, str]) -> list[Group]:
    """The sources in groups of those that count as one, in their order.

    `own_words` are those of the claim: who repeats them says nothing new. `owners` gives the owner of an
    outlet, a host name or a publisher in small letters.
    """
    # one by itself is held against none
    traits = {work.id: _traits(work, owners) for work in works} if len(works) > 1 else {}
    leader = {work.id: work.id for work in works}
    reasons: dict[int, list[Reason]] = {work.id: [] for work in works}
    for one, other in combinations(traits, 2):
        why = _same(traits[one], traits[other], own_words)
        if why is None:
            continue
        first, second = sorted((_lead(leader, one), _lead(leader, other)), key=list(leader).index)
        leader[second] = first
        reasons[first] += [*([] if first == second else reasons[second]), why]
    return [
        Group(tuple(each for each in leader if _lead(leader, each) == lead), _distinct(reasons[lead]))
        for lead in leader
        if leader[lead] == lead
    ]


def _distinct(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for at, reason in enumerate(reasons) if reason not in reasons[:at])


def _lead(leader: dict[int, int], of: int) -> int:
    while leader[of] != of:
        of = leader[of]
    return of


def _traits(work: Work, owners: Mapping[str, str]) -> _Traits:
    place, name = host(work.url), work.publisher.strip().lower()
    site = "" if _is_platform(place) else place
    domains = [site.split(".", step)[-1] for step in range(site.count("."))]
    owner = next((owners[each] for each in (name, *domains) if each and each in owners), "")
    opening = work.text[:OPENING]
    credit = f"{opening}\n({work.author})\n({work.publisher})"
    return _Traits(
        by_hand=work.independence.strip(),
        outlet=name or site,
        owner=owner,
        agencies=find_agencies(credit),
        issuers=find_issuers(opening),
        release=is_release(opening),
        opening=opening,
    )


def _is_platform(place: str) -> bool:
    return any(place == each or place.endswith(f".{each}") for each in _PLATFORMS)


def _words(text: str) -> tuple[str, ...]:
    return tuple([word.lower() for word in _WORD.findall(text)])


def _same(one: _Traits, other: _Traits, claim: str) -> Reason | None:
    """Why the two count as one; None where they do not."""
    if one.by_hand or other.by_hand:
        same = one.by_hand.lower() == other.by_hand.lower()
        return Reason(code="by_hand", values={"name": one.by_hand}) if same else None
    if one.owner and one.owner == other.owner:
        return Reason(code="owner", values={"name": one.owner})
    if one.outlet and one.outlet == other.outlet:
        return Reason(code="outlet", values={"name": one.outlet})
    for code, shared in (("agency", one.agencies & other.agencies), ("issuer", one.issuers & other.issuers)):
        if shared:
            return Reason(code=code, values={"name": ", ".join(sorted(shared))})
    length = _RUN_OF_RELEASES if one.release and other.release else RUN
    return _shared_run(one.opening, other.opening, claim, length)


@lru_cache(_PAIRS)
def _shared_run(opening: str, others: str, claim: str, length: int) -> Reason | None:
    """The first run of at least `length` words that stands in both, and is not the claim itself."""
    one, other = _words(opening), _words(others)
    own = _runs(_words(claim), length)
    places = {run: at for at, run in enumerate(_runs(other, length)) if run not in own}
    for at, run in enumerate(_runs(one, length)):
        if run in places and run not in own:
            there = places[run]
            count = length
            while one[at + count : at + count + 1] == other[there + count : there + count + 1] != ():
                count += 1
            return Reason(code="run", values={"count": str(count), "words": " ".join(run[:8])})
    return None


def _runs(words: tuple[str, ...], length: int) -> list[tuple[str, ...]]:
    return [words[at : at + length] for at in range(len(words) - length + 1)]
