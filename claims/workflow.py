"""Where a claim is in the work, and the one table of moves that takes it further.

A state changes by a move and by nothing else. A move names who may make it (`role`) and what must
hold besides (`guards`); whether a guard holds is looked up by `factcheck.review`, since it takes
the claim's evidence and decisions.
"""

from dataclasses import dataclass
from enum import StrEnum

from claims.errors import MoveImpossible, NotAllowed


class State(StrEnum):
    PROPOSED = "proposed"
    OPEN = "open"
    IN_CHECK = "in_check"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    CHALLENGED = "challenged"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DISMISSED = "dismissed"


class Action(StrEnum):
    ACCEPT = "accept"
    DISMISS = "dismiss"
    TAKE = "take"
    RELEASE = "release"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    PUBLISH = "publish"
    CHALLENGE = "challenge"
    CONFIRM = "confirm"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"


class Role(StrEnum):
    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


class Guard(StrEnum):
    """What a move asks for besides its role."""

    REASON = "reason"
    """a reason in words, public for what has been published"""
    VERDICT = "verdict"
    """a verdict and a rationale, and evidence that is more than context unless not_enough_evidence"""
    SECOND_PERSON = "second_person"
    """somebody other than who submitted"""


_INCLUDED = {
    Role.READER: {Role.READER},
    Role.REVIEWER: {Role.READER, Role.REVIEWER},
    Role.EDITOR: {Role.READER, Role.REVIEWER, Role.EDITOR},
    Role.ADMIN: {Role.READER, Role.ADMIN},
}


def may(roles: frozenset[Role], role: Role) -> bool:
    """Whether an account with these roles has `role`; admin alone includes reading, nothing else."""
    return any(role in _INCLUDED[held] for held in roles)


@dataclass(frozen=True)
class Move:
    """One row of the table. `target` None leads back to where the claim was before it was challenged."""

    action: Action
    sources: frozenset[State]
    target: State | None
    role: Role | None
    guards: frozenset[Guard] = frozenset()


_PUBLIC = (State.PUBLISHED, State.CORRECTED)
_DECIDED = (State.SUBMITTED, State.APPROVED, *_PUBLIC, State.CHALLENGED)


def _move(
    action: Action, sources: tuple[State, ...], target: State | None, role: Role | None, *guards: Guard
) -> Move:
    return Move(action, frozenset(sources), target, role, frozenset(guards))


MOVES = (
    _move(Action.ACCEPT, (State.PROPOSED,), State.OPEN, Role.REVIEWER),
    _move(Action.DISMISS, (State.PROPOSED, State.OPEN), State.DISMISSED, Role.REVIEWER, Guard.REASON),
    _move(Action.TAKE, (State.OPEN,), State.IN_CHECK, Role.REVIEWER),
    _move(Action.RELEASE, (State.IN_CHECK,), State.OPEN, Role.REVIEWER),
    _move(Action.SUBMIT, (State.IN_CHECK,), State.SUBMITTED, Role.REVIEWER, Guard.VERDICT),
    _move(
        Action.SEND_BACK,
        (State.SUBMITTED, State.APPROVED),
        State.IN_CHECK,
        Role.EDITOR,
        Guard.REASON,
        Guard.SECOND_PERSON,
    ),
    _move(Action.APPROVE, (State.SUBMITTED,), State.APPROVED, Role.EDITOR, Guard.SECOND_PERSON),
    _move(Action.PUBLISH, (State.APPROVED,), State.PUBLISHED, Role.EDITOR, Guard.SECOND_PERSON),
    _move(Action.CHALLENGE, _PUBLIC, State.CHALLENGED, Role.READER, Guard.REASON),
    _move(Action.CONFIRM, (State.CHALLENGED,), None, Role.EDITOR, Guard.REASON),
    _move(
        Action.CORRECT,
        (*_PUBLIC, State.CHALLENGED),
        State.SUBMITTED,
        Role.REVIEWER,
        Guard.REASON,
        Guard.VERDICT,
    ),
    _move(Action.WITHDRAW, (*_PUBLIC, State.CHALLENGED), State.WITHDRAWN, Role.EDITOR, Guard.REASON),
    _move(Action.LAPSE, _DECIDED, State.OPEN, None),
)

_BY_ACTION = {move.action: move for move in MOVES}


def move(state: State, action: Action) -> Move:
    """The move that `action` makes from `state`. Raises MoveImpossible where the table has none."""
    found = _BY_ACTION[action]
    if state not in found.sources:
        raise MoveImpossible(
            "A claim that is %(state)s cannot be moved by %(action)s.", state=state.value, action=action.value
        )
    return found


def permit(found: Move, roles: frozenset[Role]) -> None:
    """Raises NotAllowed unless an account with these roles may make the move; moves without a role
    are the system's own."""
    if found.role is None or not may(roles, found.role):
        raise NotAllowed(
            "%(action)s takes the role %(role)s.",
            action=found.action.value,
            role=found.role.value if found.role else "system",
        )


def actions(state: State, roles: frozenset[Role]) -> list[Action]:
    """What an account with these roles can do with a claim in this state, in the table's order.

    Guards are not looked at: they depend on who submitted and on what is typed.
    """
    return [
        found.action
        for found in MOVES
        if state in found.sources and found.role is not None and may(roles, found.role)
    ]
