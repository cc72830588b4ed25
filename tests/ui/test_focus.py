"""Focus: every widget is reached and pressed by keyboard alone and by pointer alone."""

from __future__ import annotations

import pytest

from game.ui.events import Key, Pointer, TextEntered
from game.ui.focus import FocusGroup
from game.ui.widgets import Button, Choice, Hint, KeyHints, ListBox, Slider, TextField
from tests.ui.drawing import canvas

PLACES = {
    "A": (96, 508, 642, 172),
    "B": (766, 508, 642, 172),
    "C": (96, 708, 642, 172),
    "D": (766, 708, 642, 172),
}


class Board:
    """Four options as on the question screen, and what was pressed on them."""

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.choices = {letter: self._choice(letter) for letter in PLACES}
        self.group = FocusGroup(list(self.choices.values()))

    def _choice(self, letter: str) -> Choice:
        return Choice(letter, letter, PLACES[letter], lambda: self.pressed.append(letter))

    @property
    def at(self) -> str:
        return next(letter for letter, c in self.choices.items() if c is self.group.focused)

    def keys(self, *names: str) -> None:
        for name in names:
            self.group.handle(Key(name))


def test_the_ring_starts_on_the_first_widget() -> None:
    assert Board().at == "A"


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("right", "B"),
        ("down", "C"),
        ("down right", "D"),
        ("right down left up", "A"),
        ("left", "A"),
        ("up", "A"),
    ],
)
def test_arrows_move_to_the_neighbour_on_that_side(keys: str, there: str) -> None:
    board = Board()
    board.keys(*keys.split())
    assert board.at == there


def test_tab_goes_round_and_back_with_shift() -> None:
    board = Board()
    board.keys("tab", "tab", "tab", "tab")
    assert board.at == "A"
    board.group.handle(Key("tab", shift=True))
    assert board.at == "D"


@pytest.mark.parametrize("key", ["enter", "space"])
def test_enter_and_space_press_what_has_the_ring(key: str) -> None:
    board = Board()
    board.keys("right", key)
    assert board.pressed == ["B"]


def test_a_held_key_presses_once() -> None:
    board = Board()
    board.group.handle(Key("enter"))
    board.group.handle(Key("enter", repeat=True))
    assert board.pressed == ["A"]


def test_a_ruled_out_option_cannot_be_chosen() -> None:
    board = Board()
    board.choices["A"].state = "ruled_out"
    board.keys("enter")
    assert board.pressed == []


def test_a_click_presses_on_release_over_the_same_widget() -> None:
    board = Board()
    board.group.handle(Pointer("press", (900, 800)))
    assert board.pressed == []
    board.group.handle(Pointer("release", (900, 800)))
    assert board.pressed == ["D"]


def test_a_press_that_slips_off_does_nothing() -> None:
    board = Board()
    board.group.handle(Pointer("press", (900, 800)))
    board.group.handle(Pointer("release", (300, 600)))
    assert board.pressed == []


def test_the_pointer_lights_what_it_is_over_and_says_that_it_moved() -> None:
    board = Board()
    board.group.handle(Pointer("move", (300, 600)))
    assert board.choices["A"].hovered
    assert board.group.moved
    board.group.handle(Pointer("move", (301, 600)))
    assert not board.group.moved
    board.group.handle(Pointer("leave", (-1, -1)))
    assert not board.choices["A"].hovered


def test_a_disabled_or_hidden_widget_is_passed_over() -> None:
    board = Board()
    board.choices["B"].enabled = False
    board.choices["C"].visible = False
    board.keys("tab")
    assert board.at == "D"


def test_a_key_cap_can_be_pressed_by_hand() -> None:
    pressed: list[str] = []
    hints = KeyHints([Hint("H", "Call", lambda: pressed.append("h"))])
    group = FocusGroup([hints])
    group.draw(canvas())
    group.handle(Pointer("press", (110, 996)))
    assert pressed == ["h"]


def test_letters_go_into_a_field_and_not_past_it() -> None:
    field = TextField((0, 0, 400, 90))
    group = FocusGroup([field, Button("Go", (0, 200, 200, 90))])
    assert group.takes_text
    assert group.handle(Key("h", text="h"))
    group.handle(TextEntered("h"))
    assert field.text == "h"


def test_arrows_leave_a_field_up_and_down() -> None:
    field, button = TextField((0, 0, 400, 90)), Button("Go", (0, 200, 200, 90))
    group = FocusGroup([field, button])
    group.handle(Key("down"))
    assert group.focused is button


def test_a_slider_takes_left_and_right_and_a_hand() -> None:
    heard: list[float] = []
    slider = Slider("Volume", (0, 0, 1000, 90), 0.5, 0, 1, 0.1, heard.append)
    group = FocusGroup([slider])
    group.handle(Key("right"))
    assert slider.value == pytest.approx(0.6)
    group.handle(Pointer("press", (800, 45)))
    assert slider.value == pytest.approx(1.0)
    group.handle(Pointer("move", (420, 45)))
    assert slider.value == pytest.approx(0.0)
    assert len(heard) == 3


def test_a_list_scrolls_to_what_is_chosen_and_gives_the_focus_back_at_its_ends() -> None:
    chosen: list[int] = []
    box = ListBox([str(n) for n in range(20)], (0, 0, 400, 300), chosen.append)
    button = Button("Back", (0, 400, 200, 90))
    group = FocusGroup([box, button])
    for _ in range(5):
        group.handle(Key("down"))
    assert box.first <= box.current < box.first + box.shown
    group.handle(Key("enter"))
    assert chosen == [5]
    group.handle(Key("end"))
    group.handle(Key("down"))
    assert group.focused is button
