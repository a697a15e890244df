from itertools import product

import pytest

from claims import workflow
from claims.errors import MoveImpossible, NotAllowed
from claims.workflow import MOVES, Action, Guard, Role, State

BY_ACTION = {move.action: move for move in MOVES}


def test_every_action_has_one_row() -> None:
    assert [move.action for move in MOVES] == list(Action)


@pytest.mark.parametrize(("state", "action"), list(product(State, Action)))
def test_a_move_exists_only_from_the_states_of_its_row(state: State, action: Action) -> None:
    if state in BY_ACTION[action].sources:
        assert workflow.move(state, action).action is action
    else:
        with pytest.raises(MoveImpossible):
            workflow.move(state, action)


@pytest.mark.parametrize("action", [Action.APPROVE, Action.PUBLISH, Action.SEND_BACK])
def test_what_needs_a_second_person_needs_an_editor(action: Action) -> None:
    assert Guard.SECOND_PERSON in BY_ACTION[action].guards
    assert BY_ACTION[action].role is Role.EDITOR


@pytest.mark.parametrize("action", [*Action])
def test_admin_alone_may_do_no_more_than_a_reader(action: Action) -> None:
    if BY_ACTION[action].role is Role.READER:
        workflow.permit(BY_ACTION[action], frozenset({Role.ADMIN}))
    else:
        with pytest.raises(NotAllowed):
            workflow.permit(BY_ACTION[action], frozenset({Role.ADMIN}))


def test_an_editor_may_do_what_a_reviewer_may() -> None:
    for move in MOVES:
        if move.role is not None:
            workflow.permit(move, frozenset({Role.EDITOR}))


def test_nobody_makes_the_systems_own_move() -> None:
    with pytest.raises(NotAllowed):
        workflow.permit(BY_ACTION[Action.LAPSE], frozenset(Role))


@pytest.mark.parametrize("action", [Action.CORRECT, Action.WITHDRAW, Action.CHALLENGE, Action.DISMISS])
def test_what_changes_a_public_answer_takes_a_reason(action: Action) -> None:
    assert Guard.REASON in BY_ACTION[action].guards


def test_a_reviewer_is_offered_what_the_table_gives() -> None:
    offered = workflow.actions(State.PROPOSED, frozenset({Role.REVIEWER}))
    assert offered == [Action.ACCEPT, Action.DISMISS, Action.ADOPT]
    assert workflow.actions(State.PUBLISHED, frozenset({Role.READER})) == [Action.CHALLENGE]
    assert workflow.actions(State.DISMISSED, frozenset(Role)) == []


def test_what_was_published_is_withdrawn_and_not_dismissed() -> None:
    editor = frozenset({Role.EDITOR})
    assert Action.DISMISS in workflow.actions(State.OPEN, editor)
    public = workflow.actions(State.OPEN, editor, public=True)
    assert Action.WITHDRAW in public
    assert not {Action.DISMISS, Action.CONFIRM} & set(public)
    assert Action.CONFIRM in workflow.actions(State.OPEN, editor, public=True, standing=True)


def test_every_state_but_the_first_is_reached_by_a_move() -> None:
    reached = {move.target for move in MOVES} | {State.CORRECTED}  # corrected: see publish
    assert reached >= set(State) - {State.PROPOSED}
