"""A class that votes as one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rounds import steps, teams, vote
from game.rounds.crew import Crew
from game.rounds.saved import from_json, to_json
from game.rounds.state import Round, Rules, Seat
from tests.rounds.questions import question, questions

CLASS = Crew("class")


def begun(count: int = 10, rules: Rules | None = None) -> Round:
    seats = tuple(Seat(name) for name in CLASS.seats)
    used = rules or Rules(go_offers=0)
    return steps.begin(questions(count), used, random.Random(1), seats, CLASS)


def test_the_letter_shown_most_is_the_answer_of_the_class() -> None:
    state = vote.show_letter(begun(), 0)
    assert state.phase == "explaining"
    assert state.cells("class")[0] == "full"
    state = vote.show_letter(steps.go_on(state), 2)
    assert state.cells("class")[1] == "hollow"
    assert vote.knew(state, 1) is None


def test_counted_hands_wait_for_the_teacher() -> None:
    state = vote.count_hands(begun(), (14, 6, 3, 5))
    assert state.phase == "asking"
    assert vote.knew(state, 0) == (14, 28)
    state = vote.answer_with_vote(state)
    assert state.answers[-1].response == 0
    assert state.phase == "explaining"


@pytest.mark.parametrize(
    ("right", "of", "talk"),
    [(29, 100, False), (30, 100, True), (70, 100, True), (71, 100, False), (0, 9, False)],
)
def test_talking_is_offered_from_30_to_70_in_a_hundred(right: int, of: int, talk: bool) -> None:
    state = vote.count_hands(begun(), (right, of - right, 0, 0))
    assert vote.may_talk(state) is talk


def test_the_vote_after_talking_counts_and_both_are_kept() -> None:
    state = vote.count_hands(begun(), (10, 18, 0, 0))
    state = vote.count_hands(state, (22, 6, 0, 0))
    assert not vote.may_talk(state)
    state = vote.answer_with_vote(state)
    assert state.answers[-1].right
    assert [v.right for v in state.votes_on(0)] == [10, 22]
    assert vote.knew(state, 0) == (22, 28)


def test_after_talking_a_letter_alone_is_enough() -> None:
    state = vote.count_hands(begun(), (10, 18, 0, 0))
    state = vote.show_letter(state, 0)
    assert state.answers[-1].right
    assert len(state.votes_on(0)) == 2


def test_a_tie_is_to_the_favour_of_the_class() -> None:
    assert vote.answer_with_vote(vote.count_hands(begun(), (9, 9, 0, 0))).answers[-1].right


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(any))
def test_the_class_answers_with_a_letter_that_no_other_beats(counts: list[int]) -> None:
    state = vote.answer_with_vote(vote.count_hands(begun(3), counts))
    response = state.answers[-1].response
    assert isinstance(response, int)
    assert counts[response] == max(counts)


@pytest.mark.parametrize("counts", [(1, 2, 3), (0, 0, 0, 0), (1, -1, 2, 3)])
def test_counts_that_cannot_be_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="counts"):
        vote.count_hands(begun(), counts)


def test_no_vote_is_answered_with_before_anybody_counted() -> None:
    with pytest.raises(steps.NotNow):
        vote.answer_with_vote(begun())
    with pytest.raises(steps.NotNow):
        vote.show_letter(begun(), 4)


def test_without_letters_the_teacher_says_whether_most_were_right() -> None:
    state = steps.begin(
        [question(n, "number") for n in range(3)],
        Rules(go_offers=0),
        random.Random(1),
        (Seat("class"),),
        CLASS,
    )
    state = vote.say_right(state, True, 17, 28)
    assert state.cells("class")[0] == "full"
    assert state.answers[-1].marked
    assert vote.knew(state, 0) == (17, 28)
    assert vote.size_of(state) == 28
    state = vote.say_right(steps.go_on(state), False)
    assert vote.knew(state, 1) is None
    with pytest.raises(ValueError, match="29 hands of 28"):
        vote.say_right(steps.go_on(state), True, 29, 28)


def test_calls_cost_a_class_what_they_cost_a_player() -> None:
    state = steps.call(begun(), "class")
    assert vote.show_letter(state, 0).earned("class") == 90


def test_a_skipped_question_counts_for_nothing_and_is_not_mended() -> None:
    state = begun(3)
    state = steps.skip(state)
    assert state.at == 1
    for _ in range(2):
        state = steps.go_on(vote.show_letter(state, 0))
    assert state.phase == "key"
    assert state.cells("class") == ("empty", "full", "full")
    assert state.fuel_share() == 1.0


def test_a_point_is_taken_back_and_given_again() -> None:
    state = vote.show_letter(begun(), 0)
    back = teams.overrule(state, "class")
    assert (back.earned("class"), back.cells("class")[0]) == (0, "hollow")
    assert back.missed() == (0,)
    again = teams.overrule(back, "class")
    assert again == state


def test_what_was_wrongly_heard_as_wrong_is_given() -> None:
    state = teams.overrule(vote.show_letter(begun(), 1), "class")
    assert (state.earned("class"), state.answers[-1].overruled) == (100, True)


def test_nothing_is_taken_back_before_the_first_answer() -> None:
    with pytest.raises(steps.NotNow):
        teams.overrule(begun(), "class")


def test_a_class_round_is_read_back_as_it_was_written() -> None:
    state = vote.count_hands(begun(), (10, 18, 0, 0))
    assert from_json(to_json(state)) == state
    state = teams.overrule(vote.answer_with_vote(state), "class")
    assert from_json(to_json(state)) == state


def test_a_class_on_devices_of_its_own_is_right_when_half_of_those_who_were_asked_are() -> None:
    state = vote.answer_of_all(begun(), right=14, of=28, earned=52, counts=(14, 6, 3, 5))
    assert state.phase == "explaining"
    assert state.cells("class")[0] == "full"
    assert state.earned("class") == 52
    assert vote.knew(state, 0) == (14, 28)
    assert state.answers[-1].response == 0
    assert from_json(to_json(state)) == state


def test_what_such_a_class_chose_is_the_key_or_what_most_of_the_others_chose() -> None:
    state = vote.answer_of_all(begun(), right=12, of=28, earned=43, counts=(12, 6, 3, 7))
    assert state.answers[-1].response == 3
    assert state.missed() == (0,)
    assert not state.answers[-1].marked


def test_a_question_that_nobody_answered_is_missed_by_such_a_class() -> None:
    state = vote.answer_of_all(begun(), right=0, of=3, earned=0, counts=(0, 0, 0, 0))
    assert state.missed() == (0,)
    assert vote.knew(state, 0) == (0, 3)


def test_who_was_asked_and_did_not_answer_counts_among_such_a_class() -> None:
    state = vote.answer_of_all(begun(), right=2, of=5, earned=40, counts=(2, 0, 0, 0))
    assert state.cells("class")[0] != "full"
    assert vote.knew(state, 0) == (2, 5)


def test_a_question_that_nobody_was_asked_is_missed_by_such_a_class() -> None:
    state = vote.answer_of_all(begun(), right=0, of=0, earned=0, counts=(0, 0, 0, 0))
    assert state.missed() == (0,)
    assert vote.knew(state, 0) is None


def test_a_kind_without_options_is_only_judged_for_such_a_class() -> None:
    seats = tuple(Seat(name) for name in CLASS.seats)
    asked = (question(0, "number"), *questions(3)[1:])
    state = steps.begin(asked, Rules(go_offers=0), random.Random(1), seats, CLASS)
    state = vote.answer_of_all(state, right=2, of=3, earned=67)
    assert state.cells("class")[0] == "full"
    assert state.answers[-1].marked


@given(st.lists(st.integers(0, 400), min_size=4, max_size=4), st.integers(0, 120))
def test_the_fuel_of_such_a_class_is_what_its_learners_have_earned(
    counts: list[int], earned: int
) -> None:
    state = vote.answer_of_all(
        begun(), right=counts[0], of=sum(counts), earned=earned, counts=counts
    )
    assert state.earned("class") == earned
    assert (state.cells("class")[0] == "full") == (0 < sum(counts) <= 2 * counts[0])


def test_more_right_answers_than_there_were_cannot_be() -> None:
    with pytest.raises(ValueError, match="cannot be"):
        vote.answer_of_all(begun(), right=3, of=2, earned=0)
