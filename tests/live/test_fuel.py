"""The fuel of a class on phones: what its cells hold adds up to the mean of what phones say."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.live.players import Player
from game.live.settings import Settings
from game.live.standing import team_places
from game.rounds.state import Round
from tests.live.made import Class, questions

CALM = Settings(change=False, standing="none")
MOVES = st.sampled_from(["right", "wrong", "unknown", "silent", "away", "go", "go wrong", "call"])
QUESTIONS = 5
MOST_STEPS = 40


def _shown(mean: Fraction) -> int:
    return int(mean + Fraction(1, 2))


def _mean_of_phones(live: Class) -> Fraction:
    """What the phones say, by the last that each was told."""
    told = [int(live.last(player, "reveal")["fuel"]) for player in live.room.players.values()]
    return Fraction(sum(told), len(told))


def _move(live: Class, player: Player, move: str, *, go: bool) -> None:
    if go:
        live.go(player, move.startswith("go"))
        return
    if move == "call":
        live.call(player)
    key = live.room.course.question.answer
    if move in ("right", "go", "call"):
        live.answer(player, key)
    elif move in ("wrong", "go wrong"):
        live.answer(player, 1 if key == 0 else 0)
    elif move == "unknown":
        live.answer(player, None)


def _round(live: Class) -> Round:
    return live.room.course.sitting.round


def _play(live: Class, draw: st.DataObject, *, leaves: bool, late: bool) -> None:
    """To the key, with anything that learners do; what is promised holds after each question."""
    held: tuple[int, ...] = (0,) * QUESTIONS
    everyone = list(live.room.players.values())
    live.order("start")
    for _ in range(MOST_STEPS):
        phase = live.phase
        if phase == "key":
            return
        if phase == "hold":
            live.order("next")
            continue
        moves = {player.id: draw.draw(MOVES) for player in everyone}
        while live.phase == "go":
            for player in everyone:
                _move(live, player, moves[player.id], go=True)
            live.order("next")
        gone = [player for player in everyone if leaves and moves[player.id] == "away"]
        for player in gone:
            live.leave(player)
        for player in everyone:
            if player not in gone:
                _move(live, player, moves[player.id], go=False)
        live.order("close")
        for player in gone:
            live.room.back(player.token)
            live.take()
        now = _round(live).fuel("class")
        assert all(after >= before for before, after in zip(held, now, strict=True))
        assert sum(now) == _round(live).earned("class")
        if not leaves and not late:
            assert sum(now) == _shown(_mean_of_phones(live))
        held = now
        if late and len(everyone) < 6 and draw.draw(st.booleans()):
            everyone.append(live.join())
        live.order("next")
    raise AssertionError("the class did not come to its key")


@settings(max_examples=25)
@given(st.data(), st.integers(1, 5))
def test_the_classs_fuel_is_the_mean_of_its_learners_after_every_question(
    data: st.DataObject, size: int
) -> None:
    live = Class(CALM, questions(QUESTIONS))
    for _ in range(size):
        live.join()
    _play(live, data, leaves=False, late=False)
    live.order("next")
    live.order("launched")
    (finished,) = live.told("finished")
    phones = [live.last(player, "end")["fuel"] for player in live.room.players.values()]
    assert sum(_round(live).fuel("class")) == _shown(Fraction(sum(phones), len(phones)))
    share = min(1.0, _round(live).earned("class") / _round(live).best)
    assert finished["fuel"] == pytest.approx(share, abs=1e-4)


@settings(max_examples=25)
@given(st.data(), st.integers(1, 4), st.booleans())
def test_a_cell_is_the_mean_of_those_who_were_asked_whoever_came_late_or_was_away(
    data: st.DataObject, size: int, late: bool
) -> None:
    live = Class(CALM, questions(QUESTIONS))
    for _ in range(size):
        live.join()
    _play(live, data, leaves=True, late=late)
    state = _round(live)
    exact = Fraction(0)
    for at in range(state.count):
        mend = state.mend_of(at)
        players = live.room.players.values()
        first = [p.results[at].earned for p in players if at in p.results]
        second = [p.results[mend].earned for p in players if mend in p.results]
        asked = sum(at in p.results or mend in p.results for p in players)
        cell = Fraction(sum(first), max(1, len(first))) + Fraction(sum(second), max(1, asked))
        assert abs(state.fuel("class")[at] - cell) < 2
        exact += cell
    assert state.earned("class") == _shown(exact)


def test_what_is_mended_comes_on_top_of_what_some_had_put_in_at_once() -> None:
    live = Class(Settings(go=False, change=False, standing="none"), questions(QUESTIONS))
    five = [live.join() for _ in range(5)]
    live.order("start")
    for at in range(QUESTIONS):
        for number, player in enumerate(five):
            live.answer(player, 1 if at == 0 and number else 0)
        live.order("close")
        live.order("next")
    assert _round(live).fuel("class")[0] == 20
    live.order("next")
    while _round(live).now.purpose == "spare":
        live.order("close")
        live.order("next")
    for player in five:
        live.answer(player, live.room.course.question.answer)
    live.order("close")
    assert _round(live).cells("class")[0] == "mended"
    assert _round(live).fuel("class")[0] == 60
    assert _mean_of_phones(live) == 460


def test_who_mended_nothing_since_they_had_it_counts_in_the_mean_of_the_mend() -> None:
    live = Class(Settings(go=False, change=False, standing="none"), questions(QUESTIONS))
    one, *four = [live.join() for _ in range(5)]
    live.order("start")
    for at in range(QUESTIONS):
        live.answer(one, 0)
        for player in four:
            live.answer(player, 1 if at == 0 else 0)
        live.order("close")
        live.order("next")
    live.order("next")
    while _round(live).now.purpose == "spare":
        live.order("close")
        live.order("next")
    live.leave(one)
    for player in four:
        live.answer(player, live.room.course.question.answer)
    live.order("close")
    assert _round(live).fuel("class")[0] == 60


def test_a_team_that_all_are_in_holds_what_the_class_holds() -> None:
    rules = Settings(go=False, change=False, standing="teams", teams=2, dealt="chosen")
    live = Class(rules, questions(QUESTIONS))
    five = [live.join(team="propulsion") for _ in range(5)]
    live.order("start")
    for at in range(QUESTIONS):
        for number, player in enumerate(five):
            live.answer(player, 1 if at == 0 and number else 0)
        live.order("close")
        live.order("next")
        (team,) = live.told("standing")[-1]["teams"]
        assert team["fuel"] == _round(live).earned("class")
        live.order("next")
    live.order("next")
    while _round(live).now.purpose == "spare":
        live.order("close")
        live.order("next")
    live.leave(five[0])
    for player in five[1:]:
        live.answer(player, live.room.course.question.answer)
    live.order("close")
    (team,) = team_places(rules.team_ids, five, _round(live).asked)
    assert team.fuel == _round(live).earned("class")
