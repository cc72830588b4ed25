"""Themes: whole, alike in their names, and readable."""

from __future__ import annotations

import pytest

from game.ui import theme as themes
from game.ui.theme import Theme, contrast, load, mix

ALL = [load(name) for name in themes.names()]
LEAST = {"calm": 4.5, "light_aaa": 7.0, "dark_aaa": 7.0}
ON = [
    ("ink", "card"),
    ("ink", "steppe"),
    ("ink", "night"),
    ("ink", "dusk"),
    ("ink", "quiet"),
    ("ink", "nogo"),
    ("ink_dim", "card"),
    ("ink_dim", "steppe"),
    ("ink_dim", "night"),
    ("sand", "card"),
    ("sand", "steppe"),
    ("ink_dark", "fuel"),
    ("ink_dark", "amber"),
    ("fuel", "night"),
    ("fuel", "card"),
    ("amber", "card"),
]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), ON)
def test_text_stands_out_from_what_it_stands_on(theme: Theme, text: str, ground: str) -> None:
    if theme.name == "light_aaa" and ground == "dusk":
        pytest.skip("text stands on no sky there below the first ring")
    assert contrast(theme.colour(text), theme.colour(ground)) >= LEAST[theme.name]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("letter", "ABCD")
def test_an_answer_can_be_read_on_its_plate(theme: Theme, letter: str) -> None:
    own, _ = theme.answer(letter)
    ground = own if theme.filled_plates else theme.colour("paper")
    assert contrast(theme.colour("ink_answer"), ground) >= LEAST[theme.name]
    sign = theme.colour("ink_shape") if theme.filled_plates else own
    letter_ink = own if theme.filled_plates else theme.colour("ink_shape")
    assert contrast(sign, letter_ink) >= LEAST[theme.name]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sign", ["hollow", "focus", "ornament"])
def test_signs_and_edges_have_three_to_one(theme: Theme, sign: str) -> None:
    assert contrast(theme.colour(sign), theme.colour("card")) >= 3.0
    assert contrast(theme.colour("focus"), theme.colour("steppe")) >= 3.0


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_theme_has_every_name(theme: Theme) -> None:
    calm = load("calm")
    assert set(theme.colours()) == set(calm.colours())
    assert set(theme.styles()) == set(calm.styles())
    for stage in ("rollout", "fuel", "check", "hold", "launch"):
        assert len(theme.sky(stage)) >= 4


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_no_type_is_smaller_than_a_projector_needs(theme: Theme) -> None:
    assert theme.style("question").min_size >= 56
    assert theme.style("answer").min_size >= 48
    assert all(theme.style(name).min_size >= 28 for name in theme.styles())


def test_the_four_answers_have_four_shapes() -> None:
    assert len({load().answer(letter)[1] for letter in "ABCD"}) == 4


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_mixing_ends_at_both_colours() -> None:
    assert mix((0, 10, 20), (100, 110, 120), 0) == (0, 10, 20)
    assert mix((0, 10, 20), (100, 110, 120), 1) == (100, 110, 120)
