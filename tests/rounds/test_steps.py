"""One round, step by step."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.question import Kind
from game.rounds import steps
from game.rounds.saved import NotARound, from_json, to_json
from game.rounds.state import Asked, Round, Rules, Seat, lamps_of
from tests.examples import examples
from tests.rounds.questions import question, questions

NO_GO = Rules(go_offers=0)


def begun(count: int = 10, rules: Rules = NO_GO, seats: int = 1) -> Round:
    names = [Seat(f"seat-{number}") for number in range(seats)]
    return steps.begin(questions(count), rules, random.Random(1), names)


def me(state: Round) -> str:
    return state.seats[0].id


def answered(state: Round, right: bool = True) -> Round:
    if state.phase == "go":
        state = steps.say_go(state, me(state), False)
    return steps.answer(state, me(state), 0 if right else 1)


def flown(state: Round, misses: frozenset[int] = frozenset()) -> Round:
    """The round after its countdown, with the questions at `misses` missed."""
    while state.phase in ("asking", "go", "explaining"):
        state = answered(state, state.at not in misses)
        state = steps.go_on(state)
    return state


def mends(state: Round) -> list[Asked]:
    queue: list[Asked] = []
    for index, spares in zip(state.missed(), steps.spares_needed(state), strict=True):
        queue += [Asked(question(100 + index + n), "spare") for n in range(spares)]
        queue.append(Asked(question(index, "true-false"), "mend", mends=index))
    return queue


def held(state: Round, right: bool = True) -> Round:
    state = steps.begin_hold(state, mends(state))
    while state.phase in ("asking", "explaining"):
        state = steps.go_on(answered(state, right))
    return state


def test_the_counter_counts_questions() -> None:
    state = begun()
    assert state.t_minus == 10
    state = steps.go_on(answered(state))
    assert state.t_minus == 9


def test_a_flight_without_misses_goes_straight_to_the_key() -> None:
    state = flown(begun())
    assert state.phase == "key"
    assert state.earned(me(state)) == 1000
    assert state.cells(me(state)) == ("full",) * 10


def test_a_miss_leaves_its_cell_hollow_and_leads_to_the_hold() -> None:
    state = flown(begun(), frozenset({2}))
    assert state.phase == "hold"
    assert state.cells(me(state))[2] == "hollow"
    assert state.missed() == (2,)
    assert state.t_minus == 0


def test_mending_fills_the_cell_with_fifty_and_lights_the_lamp() -> None:
    state = held(flown(begun(), frozenset({8})))
    assert state.cells(me(state))[8] == "mended"
    assert state.earned(me(state)) == 950
    assert state.lamps(me(state)) == ("lit",) * 6
    assert state.phase == "key"


def test_a_short_round_has_no_more_lamps_than_questions() -> None:
    assert lamps_of(("full", "hollow", "empty")) == ("lit", "recheck", "off")


def test_a_mend_that_fails_stays_hollow_and_takes_nothing() -> None:
    before = flown(begun(), frozenset({8}))
    after = held(before, right=False)
    assert after.cells(me(after))[8] == "hollow"
    assert after.earned(me(after)) == before.earned(me(before))
    assert after.phase == "key"


@given(misses=st.frozensets(st.integers(0, 9)), count=st.just(10))
def test_a_missed_fact_returns_at_least_three_questions_later(
    misses: frozenset[int], count: int
) -> None:
    state = flown(begun(count), misses)
    if state.phase == "key":
        return
    state = steps.begin_hold(state, mends(state))
    for index, asked in enumerate(state.asked):
        if asked.mends is not None:
            assert index - asked.mends >= 3
    assert sum(asked.purpose == "spare" for asked in state.asked) <= 2


def test_the_window_stands_while_one_reads() -> None:
    state = begun()
    reading = state.reading_left_s
    state = steps.tick(state, reading - 0.5)
    assert state.clock_stands
    assert state.window_left_s == state.rules.window_s
    state = steps.tick(state, 1.5)
    assert state.window_left_s == pytest.approx(state.rules.window_s - 1.0)
    assert state.elapsed_s == pytest.approx(1.0)


def test_the_window_stands_in_pause_and_in_the_explanation() -> None:
    state = steps.tick(begun(), 60.0)
    paused = steps.pause(state, True)
    assert steps.tick(paused, 60.0).window_left_s == state.window_left_s
    explaining = answered(state)
    assert steps.tick(explaining, 60.0).window_left_s == state.window_left_s


def test_missing_the_window_costs_the_badge_and_nothing_else() -> None:
    state = steps.tick(begun(), 10_000.0)
    assert not state.on_time
    assert state.phase == "asking"
    state = flown(state)
    assert state.earned(me(state)) == 1000


def test_a_round_without_a_window_is_on_time() -> None:
    assert steps.tick(begun(rules=Rules(window_s=0.0, go_offers=0)), 1e6).on_time


def test_a_call_takes_ten_and_the_window_waits_while_it_is_read() -> None:
    state = steps.tick(begun(), 60.0)
    state = steps.call(state, me(state))
    assert state.clock_stands
    state = answered(state)
    assert state.earned(me(state)) == 90


def test_only_as_many_calls_as_there_are_hints() -> None:
    state = steps.begin([question(n, hints=1) for n in range(3)], NO_GO, random.Random(1))
    state = steps.call(state, "player")
    assert not steps.can_call(state, "player")
    with pytest.raises(steps.NotNow):
        steps.call(state, "player")


def test_go_is_offered_twice_after_roll_out_and_never_on_true_false() -> None:
    mixed = [question(n, "true-false" if n % 2 else "choice") for n in range(10)]
    for seed in range(50):
        state = steps.begin(mixed, Rules(), random.Random(seed))
        offers = [index for index, asked in enumerate(state.asked) if asked.offers_go]
        assert len(offers) == 2
        assert all(index >= 2 and index % 2 == 0 for index in offers)


@pytest.mark.parametrize(
    "kind", ["order", "match", "odd-one-out", "picture", "true-false", "who-said"]
)
def test_go_is_never_offered_on_what_needs_its_options_or_its_picture(kind: Kind) -> None:
    mixed = [question(n, "choice" if n == 5 else kind) for n in range(10)]
    for seed in range(20):
        state = steps.begin(mixed, Rules(), random.Random(seed))
        assert [at for at, asked in enumerate(state.asked) if asked.offers_go] == [5]


def offered(go: bool) -> Round:
    asked = replace(begun().asked[0], offers_go=True)
    state = begun()
    state = replace(state, asked=(asked, *state.asked[1:]), phase="go")
    return steps.say_go(state, me(state), go)


def test_right_after_go_fills_120_and_after_no_go_100() -> None:
    assert answered(offered(True)).answers[0].earned == 120
    assert answered(offered(False)).answers[0].earned == 100


def test_after_go_there_are_no_calls() -> None:
    assert not steps.can_call(offered(True), "seat-0")
    assert steps.can_call(offered(False), "seat-0")


def test_options_cannot_be_answered_before_go_is_said() -> None:
    state = replace(begun(), phase="go")
    with pytest.raises(steps.NotNow):
        steps.answer(state, me(state), 0)


def test_a_mend_after_go_and_a_miss_earns_nothing() -> None:
    state = steps.go_on(answered(offered(True), right=False))
    state = held(flown(state))
    assert state.cells(me(state))[0] == "mended"
    assert state.earned(me(state)) == 900


def test_an_answer_cannot_be_given_twice() -> None:
    state = begun(seats=2)
    state = steps.answer(state, "seat-0", 0)
    assert state.phase == "asking"
    with pytest.raises(steps.NotNow):
        steps.answer(state, "seat-0", 0)


def test_a_question_of_several_seats_closes_when_all_have_answered() -> None:
    state = begun(seats=2)
    state = steps.answer(state, "seat-0", 0)
    state = steps.answer(state, "seat-1", 1)
    assert state.phase == "explaining"
    assert state.earned("seat-0") == 100
    assert state.earned("seat-1") == 0


def test_closing_leaves_the_rest_unanswered() -> None:
    state = steps.answer(begun(seats=3), "seat-1", 0)
    state = steps.close(state)
    assert state.phase == "explaining"
    given_up = state.answer_of("seat-2")
    assert given_up is not None
    assert given_up.response is None and not given_up.right


def test_the_hold_takes_what_most_of_the_seats_missed() -> None:
    state = begun(3, seats=3)
    for index in range(3):
        for seat in range(3):
            right = seat == 0 or index > 0
            state = steps.answer(state, f"seat-{seat}", 0 if right else 1)
        state = steps.go_on(state)
    assert state.missed() == (0,)


CLASSIC = Rules(scheme="classic", clock_s=30.0, window_s=0.0)


def test_out_of_time_in_classic_is_unanswered_once() -> None:
    state = begun(rules=CLASSIC)
    state = steps.tick(state, state.reading_left_s + 31.0)
    assert state.phase == "explaining"
    assert [answer.response for answer in state.answers] == [None]
    assert state.lamps(me(state))[0] == "recheck"


def test_classic_pays_by_its_clock() -> None:
    state = begun(rules=CLASSIC)
    state = steps.tick(state, state.reading_left_s + 2.0)
    assert answered(state).answers[0].earned == 967


def test_classic_has_neither_go_nor_calls() -> None:
    state = begun(rules=CLASSIC)
    assert not any(asked.offers_go for asked in state.asked)
    assert not steps.can_call(state, me(state))


def test_time_factor_stretches_reading_window_and_clock() -> None:
    plain, slow = begun(rules=CLASSIC), begun(rules=replace(CLASSIC, time_factor=2.0))
    assert slow.reading_left_s == 2 * plain.reading_left_s
    assert slow.clock_left_s == 60.0


def test_launching_now_goes_to_the_key_with_the_hold_off() -> None:
    state = steps.launch_now(answered(begun(), right=False))
    assert state.phase == "key"
    assert steps.reach_orbit(steps.turn_key(state)).phase == "results"


def test_steps_that_do_not_fit_the_phase_are_refused() -> None:
    for step in (steps.go_on, steps.turn_key, steps.reach_orbit):
        with pytest.raises(steps.NotNow):
            step(begun())


def test_no_hold_when_the_rules_have_none() -> None:
    state = flown(begun(rules=Rules(hold=False, go_offers=0)), frozenset({1}))
    assert state.phase == "key"


@pytest.mark.slow
@examples(40)
@given(data=st.data(), seats=st.integers(1, 3))
def test_every_round_that_is_finished_reaches_orbit_and_can_be_written_down_anywhere(
    data: st.DataObject, seats: int
) -> None:
    state = begun(4, Rules(), seats)
    last = 0
    for _ in range(200):
        state = from_json(to_json(state))
        total = sum(state.earned(seat.id) for seat in state.seats)
        assert total >= last, "nothing earned is ever taken"
        last = total
        if state.phase == "results":
            break
        if state.phase == "go":
            for seat in state.seats:
                state = steps.say_go(state, seat.id, data.draw(st.booleans()))
        elif state.phase == "asking":
            state = steps.tick(state, data.draw(st.floats(0, 20)))
            for seat in state.seats:
                if steps.can_call(state, seat.id) and data.draw(st.booleans()):
                    state = steps.call(state, seat.id)
                state = steps.answer(state, seat.id, data.draw(st.sampled_from((0, 1, None))))
        elif state.phase == "explaining":
            state = steps.go_on(state)
        elif state.phase == "hold":
            state = steps.begin_hold(state, mends(state))
        elif state.phase == "key":
            state = steps.turn_key(state)
        else:
            state = steps.reach_orbit(state)
    assert state.phase == "results"


@given(st.text())
def test_a_text_that_is_no_saved_round_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotARound):
        from_json(text)
    with pytest.raises(NotARound):
        from_json('{"format": 1, "round": ' + text + "}")


def test_a_round_of_a_newer_format_is_refused() -> None:
    with pytest.raises(NotARound, match="format 2"):
        from_json('{"format": 2}')


@pytest.mark.parametrize("go", [False, True])
def test_what_a_right_answer_is_worth_is_told_before_and_then_given(go: bool) -> None:
    state = begun(3, Rules(go_offers=3 if go else 0))
    told: list[int] = []
    given: list[int] = []
    while state.phase in ("asking", "go", "explaining", "hold"):
        if state.phase == "hold":
            state = steps.begin_hold(state, mends(state))
        if state.phase == "go":
            state = steps.say_go(state, me(state), go)
        if steps.can_call(state, me(state)):
            state = steps.call(state, me(state))
        right = state.now.purpose != "flight" or state.at == 1
        worth = steps.worth(state, me(state))
        state = steps.answer(state, me(state), 0 if right else 1)
        if right:
            told.append(worth)
            given.append(state.answers[-1].earned)
        state = steps.go_on(state)
    assert told == given
    assert (120 in told) is go
