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


TO_DO = (
    State.PROPOSED,
    State.OPEN,
    State.IN_CHECK,
    State.SUBMITTED,
    State.APPROVED,
    State.CHALLENGED,
)
"""The states in which a claim waits for somebody."""


class Action(StrEnum):
    ACCEPT = "accept"
    DISMISS = "dismiss"
    TAKE = "take"
    RELEASE = "release"
    SUBMIT = "submit"
    VOTE = "vote"
    ADOPT = "adopt"
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
    PUBLIC = "public"
    """a verdict was published, whether it still stands or lapsed"""
    STANDING = "standing"
    """a published verdict stands"""
    NOT_STANDING = "not_standing"
    """no published verdict stands: one that does is corrected, on grounds of its own"""
    ADOPTABLE = "adoptable"
    """a published verdict of another claim stands and is not due to be checked again"""
    NEVER_PUBLIC = "never_public"
    """no verdict was ever published: what was is withdrawn, with a reason that readers see"""


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
    """One row of the table. `target` None leads back to published or corrected, whichever it was."""

    action: Action
    sources: frozenset[State]
    target: State | None
    role: Role | None
    guards: frozenset[Guard] = frozenset()


_PUBLIC = (State.PUBLISHED, State.CORRECTED)
_IN_WORK = (State.OPEN, State.IN_CHECK, State.SUBMITTED, State.APPROVED)
"""Where a claim with a published verdict is while a correction is under way or after it lapsed."""


def _move(
    action: Action, sources: tuple[State, ...], target: State | None, role: Role | None, *guards: Guard
) -> Move:
    return Move(action, frozenset(sources), target, role, frozenset(guards))


MOVES = (
    _move(Action.ACCEPT, (State.PROPOSED,), State.OPEN, Role.REVIEWER),
    _move(
        Action.DISMISS,
        (State.PROPOSED, State.OPEN),
        State.DISMISSED,
        Role.REVIEWER,
        Guard.REASON,
        Guard.NEVER_PUBLIC,
    ),
    _move(Action.TAKE, (State.OPEN,), State.IN_CHECK, Role.REVIEWER),
    _move(Action.RELEASE, (State.IN_CHECK,), State.OPEN, Role.REVIEWER),
    _move(Action.SUBMIT, (State.IN_CHECK,), State.SUBMITTED, Role.REVIEWER, Guard.VERDICT),
    # where two people decide blindly: only when the second agrees does the claim move
    _move(Action.VOTE, (State.OPEN, State.IN_CHECK), State.SUBMITTED, Role.REVIEWER, Guard.VERDICT),
    # the verdict of another claim that says the same, with what that rests on
    _move(
        Action.ADOPT,
        (State.PROPOSED, State.OPEN, State.IN_CHECK),
        State.SUBMITTED,
        Role.REVIEWER,
        Guard.ADOPTABLE,
        Guard.NOT_STANDING,
        Guard.VERDICT,
    ),
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
    _move(Action.CONFIRM, (State.CHALLENGED, *_IN_WORK), None, Role.EDITOR, Guard.REASON, Guard.STANDING),
    _move(
        Action.CORRECT,
        (*_PUBLIC, State.CHALLENGED),
        State.SUBMITTED,
        Role.REVIEWER,
        Guard.REASON,
        Guard.VERDICT,
    ),
    _move(
        Action.WITHDRAW,
        (*_PUBLIC, State.CHALLENGED, *_IN_WORK),
        State.WITHDRAWN,
        Role.EDITOR,
        Guard.REASON,
        Guard.PUBLIC,
    ),
    _move(Action.LAPSE, (*_PUBLIC, State.CHALLENGED, *_IN_WORK), State.OPEN, None),
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


def fits(found: Move, *, public: bool, standing: bool) -> bool:
    """Whether the move is one for a claim whose verdict was ever published, and still stands."""
    return not (
        (Guard.PUBLIC in found.guards and not public)
        or (Guard.STANDING in found.guards and not standing)
        or (Guard.NOT_STANDING in found.guards and standing)
        or (Guard.NEVER_PUBLIC in found.guards and public)
    )


def actions(
    state: State, roles: frozenset[Role], *, public: bool = False, standing: bool = False
) -> list[Action]:
    """What an account with these roles can do with a claim in this state, in the table's order.

    Guards that depend on who submitted and on what is typed are not looked at.
    """
    return [
        found.action
        for found in MOVES
        if state in found.sources
        and found.role is not None
        and may(roles, found.role)
        and fits(found, public=public, standing=standing)
    ]
