"""Whom and what a claim names, held against a passage: `compare_names(claim, said, passage)`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.reason import Language, Reason
from factcheck.evidence.assessment import Result, Slot, SlotName
from factcheck.evidence.entities import Entity, key_of
from factcheck.evidence.kinship import kin
from factcheck.evidence.statements import Passage, Statement
from factcheck.matching import lexicon
from factcheck.matching.compare import Alignment


class Naming(NamedTuple):
    """What is found, missing and in place of it: the claim's entities that the passage names, those of
    whom it says that they are something else (the rower and the handball player Jana Krickow), those that
    it does not name, and the statement's that the claim does not name."""

    found: tuple[Entity, ...]
    namesakes: tuple[tuple[Entity, Entity], ...]
    missing: tuple[Entity, ...]
    strange: tuple[Entity, ...]


_TRANSLATED = 0.85
"""Likeness from which a word of a name is the other language's: Nordsee and North Sea."""


def compare_naming(claim: Statement, said: Statement, passage: Passage, alignment: Alignment) -> Naming:
    """Which names of the claim stand in the passage, and which of the statement's are not the claim's."""
    others = [entity for entity in said.entities if entity.person]
    missing = tuple(
        entity
        for entity in claim.entities
        if not _named(entity, claim, passage, alignment) or (entity.person and _in_place_of(entity, others))
    )
    found = tuple(entity for entity in claim.entities if entity not in missing)
    own = frozenset(key for entity in found for key in entity.keys)
    strange = tuple(
        entity
        for entity in said.entities
        if not (own | claim.keys).intersection(entity.keys[-1:] if entity.person else entity.keys)
        and not _translated(entity, said, alignment)
    )
    return Naming(found, tuple(_namesakes(found, claim, passage)), missing, strange)


def _namesakes(
    found: tuple[Entity, ...], claim: Statement, passage: Passage
) -> Iterator[tuple[Entity, Entity]]:
    """Persons who are called one thing in the claim and quite another in the passage."""
    for entity in found:
        same = [other for other in passage.entities if other.called and other.keys[-1:] == entity.keys[-1:]]
        if not entity.called or not same:
            continue
        ours = _what_it_means(entity.called, claim.analysis.language)
        theirs = [_what_it_means(other.called, passage.analysis.language) for other in same]
        if claim.analysis.language != passage.analysis.language and not (ours and all(theirs)):
            continue
        if not any(ours & each for each in theirs) and not any(_alike(entity.called, o.called) for o in same):
            yield entity, same[0]


def _alike(one: str, other: str) -> bool:
    """Anwältin and Rechtsanwältin."""
    return one.endswith(other) or other.endswith(one)


@lru_cache(4_000)
def _what_it_means(word: str, language: Language) -> frozenset[tuple[str, int]]:
    meanings = {("concept", number) for number in lexicon.concepts(word, language)}
    return frozenset(meanings | {("kin", number) for number in kin(word, language)})


def _in_place_of(entity: Entity, others: list[Entity]) -> bool:
    """Whether the statement itself speaks of other people only, though the passage names this one."""
    return bool(others) and not any(entity.keys[-1] in other.keys for other in others)


def _named(entity: Entity, claim: Statement, passage: Passage, alignment: Alignment) -> bool:
    if all(key in passage.keys for key in entity.keys):
        return True
    if entity.person and entity.keys[-1] in passage.keys:
        return not _namesake(entity, passage)
    if _acronym(entity, claim, passage):
        return True
    inside = [
        pair.likeness
        for term, pair in zip(claim.analysis.terms, alignment.pairs, strict=True)
        if entity.start <= term.start < entity.end and not {key_of(term.form)} <= passage.keys
    ]
    return bool(inside) and min(inside) >= _TRANSLATED


def _namesake(entity: Entity, passage: Passage) -> bool:
    """Another person of the same surname: Ellen Maddox is not Peter Maddox."""
    same = [
        other
        for other in passage.entities
        if other.person and other.keys[-1] == entity.keys[-1] and len(other.keys) > 1
    ]
    if len(entity.keys) < 2 or not same:
        return False
    return all(other.keys[0][0] != entity.keys[0][0] for other in same)


_SHORT_FORM = re.compile(r"[^()]{0,30}\(([A-Z][\w-]{1,8})\)")


def _acronym(entity: Entity, claim: Statement, passage: Passage) -> bool:
    """SPD for the words that begin with its letters, and the other way about; or the one that stands in
    brackets behind a name."""
    given = _SHORT_FORM.match(claim.analysis.text, entity.end)
    if given is not None and key_of(given[1]) in passage.keys:
        return True
    letters = entity.exact.casefold()
    if entity.exact.isupper() and entity.exact.isalpha():
        return any("".join(key[0] for key in other.keys) == letters for other in passage.entities)
    initials = "".join(key[0] for key in entity.keys)
    return len(initials) > 2 and initials in passage.keys


def _translated(entity: Entity, said: Statement, alignment: Alignment) -> bool:
    likeness = [
        like
        for term, like in zip(said.analysis.terms, alignment.answered, strict=True)
        if entity.start <= term.start < entity.end
    ]
    return bool(likeness) and min(likeness) >= _TRANSLATED


def name_slots(naming: Naming, *, contradicted: Entity | None, rival: Entity | None) -> list[Slot]:
    """A slot for each name of the claim; `contradicted` is the one in whose place `rival` stands."""
    slots = []
    for entity, namesake in naming.namesakes:
        slots.append(_slot(entity, namesake.exact, Result.NOT_COMPARABLE, "other_person"))
    for entity in naming.found:
        slots.append(_slot(entity, entity.exact, Result.CONSISTENT, "name_agrees"))
    for entity in naming.missing:
        if entity is contradicted and rival is not None:
            slots.append(_slot(entity, rival.exact, Result.CONTRADICTED, "name_differs"))
        else:
            other = naming.strange[0].exact if naming.strange else None
            slots.append(_slot(entity, other, Result.NOT_COMPARABLE, "other_name" if other else "no_name"))
    return slots


def _slot(entity: Entity, passage: str | None, result: Result, code: str) -> Slot:
    values = {"claim": entity.exact} if passage is None else {"claim": entity.exact, "passage": passage}
    name = SlotName.PLACE if entity.located and not entity.person else SlotName.NAME
    return Slot(
        slot=name, claim=entity.exact, passage=passage, result=result, reason=Reason(code=code, values=values)
    )
