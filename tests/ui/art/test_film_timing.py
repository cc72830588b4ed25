"""The film's map of time: never back, slow round events, one scene after the other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from game.ui.art.craft import Craft, Event, EventKind, Flown, Look, Pose
from game.ui.art.film.timing import Plan, short, whole

LATER: tuple[EventKind, ...] = ("tower", "boosters", "fairing", "skirt", "lights", "stage")
LOOK = Look((255, 176, 74), (185, 178, 168), True)


def flight(later: list[tuple[EventKind, float]], end: float) -> Flown:
    """A flight of nothing that has these events, on its way straight up to 200 km."""
    events = [Event("thrust", -5.0), Event("thrust", -0.5), Event("lift-off", 0.0)]
    events += [Event(kind, t) for kind, t in later if t < end]
    poses = tuple(
        Pose(t, max(0.0, 200e3 * t / end), 0.0, 90.0, 101325.0, 10.0, ())
        for t in (-7.0, 0.0, end, end + 30)
    )
    craft = Craft("made", "Made", 30.0, "table", (), LOOK, LOOK, "satellite", (20.0, 25.0, 1.0))
    return Flown(craft, poses, tuple(sorted(events, key=lambda event: event.t_s)), end)


flights = st.builds(
    flight,
    st.lists(st.tuples(st.sampled_from(LATER), st.floats(5, 900)), max_size=12),
    st.floats(150, 1200),
)


def mission(plan: Plan) -> list[float]:
    length = plan.cuts[-1].end
    return [plan.mission(length * i / 400) for i in range(401)]


@given(flights)
def test_the_clock_never_goes_back_in_either_form(flown: Flown) -> None:
    for plan in (whole(flown, 4.0), short(flown, 2.4)):
        shown = mission(plan)
        assert shown == sorted(shown)
        assert shown[0] < 0
        assert shown[-1] >= flown.end_s


@example(flight([("tower", 62.0), ("boosters", 49.0)], 150.0))
@given(flights)
def test_scenes_follow_each_other_without_a_gap_from_the_pad_to_orbit(flown: Flown) -> None:
    for plan in (whole(flown, 4.0), short(flown, 2.4)):
        names = [cut.name for cut in plan.cuts]
        assert names[0] == "pad"
        assert names[-1] == "orbit"
        assert all(a.end == b.start and a.end > a.start for a, b in pairwise(plan.cuts))


@given(flights)
def test_the_whole_film_is_never_longer_than_half_a_minute(flown: Flown) -> None:
    assert whole(flown, 4.0).cuts[-1].end <= 30
    assert short(flown, 2.4).cuts[-1].end <= 9


@given(flights, st.floats(0, 1))
def test_a_film_second_is_found_again_by_what_it_shows(flown: Flown, share: float) -> None:
    plan = whole(flown, 4.0)
    shown = plan.mission(share * plan.cuts[-1].start)
    assert abs(plan.mission(plan.film(shown)) - shown) < 1e-3
