"""What only one can be, do or have: where another stands in the passage, the claim is contradicted.

A bank has one president and a prize one winner; a company has many employees, a party many members.
"""

import re

from factcheck.evidence.entities import Entity
from factcheck.evidence.matter import Matter, states
from factcheck.evidence.naming import Naming
from factcheck.evidence.statements import Statement
from factcheck.extraction.roles import is_role
from factcheck.matching.terms import Term


def find_rival(
    claim: Statement, said: Statement, matter: Matter, naming: Naming
) -> tuple[Entity, Entity] | None:
    """The claim's name in whose place the statement has another, None where both may be so."""
    if len(naming.missing) != 1 or not naming.strange or _differently_held(claim, said):
        return None
    asked = naming.missing[0]
    rivals = [other for other in naming.strange if _may_replace(asked, other)]
    if not rivals:
        return None
    single = _has_one(claim, said, matter) and not asked.located
    if len(rivals) > 1:
        rivals = [other for other in rivals if not _came_before(other, said)]
    if len(rivals) != 1:
        return None
    whole = not matter.unanswered and not matter.extra and _only_placed(claim, asked)
    return (asked, rivals[0]) if single or whole else None


_BEFORE_HIM = re.compile(
    r"\b(?:succeed\w*|replac\w*|follow\w*|nachfolge\w* von|folgt\w* auf|löst\w*|ersetz\w*)\s+$", re.IGNORECASE
)


def _came_before(entity: Entity, said: Statement) -> bool:
    """ "succeeding Martin Voss": he is not the one who holds it now."""
    return _BEFORE_HIM.search(said.analysis.text, 0, entity.start) is not None


def _may_replace(asked: Entity, other: Entity) -> bool:
    return asked.person == other.person or len(asked.keys) == len(other.keys) > 1


def _differently_held(claim: Statement, said: Statement) -> bool:
    """Whether one of them speaks of a deputy or of somebody who was it before, and the other does not."""
    return claim.cues.changed != said.cues.changed


def _has_one(claim: Statement, said: Statement, matter: Matter) -> bool:
    """Whether both say who holds, or did, what only one can."""
    held = claim.cues.held and said.cues.held
    done = claim.cues.done and said.cues.done
    return (held and matter.things == 1) or (done and not matter.unanswered)


_ONE_OF_SEVERAL = re.compile(r"\b(?:an?|eine?[nmrs]?)\b", re.IGNORECASE)
""" "A branch in Cardiff": there may be another elsewhere."""
_BY = re.compile(r"\b(?:von|by|from|war|ist|was|is)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def _only_placed(claim: Statement, asked: Entity) -> bool:
    """Whether the rest of the claim tells of one particular thing: no figures, the name not its subject."""
    counts = any(quantity.unit is not None for quantity in claim.analysis.quantities)
    text = claim.analysis.text
    if counts or _ONE_OF_SEVERAL.search(text) or (asked.person and not _BY.search(text, 0, asked.start)):
        return False
    return claim.analysis.text[: asked.start].count(" ") >= 2


def other_role(claim: Statement, said: Statement, matter: Matter, naming: Naming) -> tuple[Term, Term] | None:
    """What the claim says that somebody is, and what the statement says instead."""
    if naming.missing or _differently_held(claim, said) or states(matter.extra):
        return None
    if not any(entity.person for entity in naming.found) or any(entity.person for entity in naming.strange):
        return None
    ours = [term for term in matter.unanswered if is_role(term.form, claim.analysis.language)]
    theirs = [term for term in matter.extra if is_role(term.form.split()[-1], said.analysis.language)]
    rest = [term for term in matter.unanswered if term not in ours and not _describes(term)]
    only_roles = len(theirs) == len(matter.extra)
    return (ours[0], theirs[-1]) if len(ours) == 1 and theirs and only_roles and not rest else None


def _describes(term: Term) -> bool:
    return term.form.islower() and not term.verb
