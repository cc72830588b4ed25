"""A player's hangar fills as facts stay known; it is never empty, and nothing leaves it again."""

from __future__ import annotations

from game.play.earned import EACH, earned, facts_to_next
from game.play.mission import VEHICLE, vehicles


def test_the_usual_vehicle_is_there_from_the_beginning() -> None:
    assert [one.id for one in earned(vehicles(), 0)] == [VEHICLE]


def test_every_ten_facts_bring_one_more_until_all_are_there() -> None:
    every = vehicles()
    for count in range(len(every) + 3):
        here = earned(every, count * EACH)
        assert len(here) == min(len(every), count + 1)
        assert set(earned(every, count * EACH + EACH - 1)) == set(here)
        assert [one for one in every if one in here] == list(here)


def test_it_is_said_how_many_facts_bring_the_next_one() -> None:
    every = vehicles()
    assert facts_to_next(every, 0) == EACH
    assert facts_to_next(every, EACH + 3) == EACH - 3
    assert facts_to_next(every, EACH * len(every)) == 0
