"""Keys that a player has chosen, and how they are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.caps import Cap, caps, key_label
from game.ui.events import Key
from game.ui.keys import (
    ACTIONS,
    PAD,
    SECOND,
    UNUSED,
    USUAL,
    KeyMap,
    can_be_chosen,
    sound,
    sound_pad,
)
from game.ui.scene import SourceTexts

NAMES = [name for name in [*"bcehijkxyz", "f5", "space", "page_up"] if can_be_chosen(name)]


def test_a_chosen_key_arrives_as_the_usual_one_and_the_old_one_does_nothing() -> None:
    keys = KeyMap((("call", "x"),))
    assert keys.usual(Key("x", text="x")) == Key("h", text="x")
    assert keys.usual(Key("h", text="h")).name == UNUSED
    assert keys.usual(Key("w")) == Key("w")


def test_a_gamepad_and_ctrl_know_nothing_of_chosen_keys() -> None:
    keys = KeyMap((("call", "x"),))
    for event in (Key("h", device="gamepad"), Key("x", ctrl=True)):
        assert keys.usual(event) == event


def test_a_key_that_was_taken_gives_its_action_the_one_that_was_given_up() -> None:
    bindings, had = KeyMap().with_key("call", "w")
    assert had == "words"
    keys = KeyMap(bindings)
    assert (keys.key("call"), keys.key("words")) == ("w", "h")


@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.sampled_from(NAMES)), max_size=12))
def test_whatever_is_chosen_every_action_has_a_key_of_its_own(
    chosen: list[tuple[str, str]],
) -> None:
    keys = KeyMap()
    for action, key in chosen:
        keys = KeyMap(keys.with_key(action, key)[0])
        assert keys.key(action) == key
    own = [keys.key(action) for action in ACTIONS if action in USUAL or keys.key(action)]
    assert len(own) == len(set(own)) and all(own)
    usual = {**USUAL, **SECOND}
    for action in ACTIONS:
        if keys.key(action):
            assert keys.usual(Key(keys.key(action))).name == usual[action]


@pytest.mark.parametrize("name", ["enter", "escape", "up", "tab", "1", "9", "f", "f1", "nonsense"])
def test_what_leads_through_every_screen_keeps_its_key(name: str) -> None:
    assert not can_be_chosen(name)


def test_keys_from_a_file_that_make_no_sense_are_left_out() -> None:
    assert sound([["call", "x"], ["fly", "k"], ["go", "enter"], 7, ["words"]]) == (("call", "x"),)
    assert sound([["call", "5"], ["call", "f"]]) == ()


def test_a_key_that_has_an_action_now_is_changed_in_a_file_from_before_it_had() -> None:
    assert sound([["call", "q"]]) == (("call", "q"), ("team-1", "h"))


def test_what_is_kept_is_read_as_it_was() -> None:
    keys = KeyMap()
    for action, key in (("call", "w"), ("words", "k"), ("skip", "space"), ("up", "e")):
        keys = KeyMap(keys.with_key(action, key)[0])
    assert sound([list(pair) for pair in keys.bindings]) == keys.bindings


@given(st.lists(st.tuples(st.sampled_from(list(PAD)), st.sampled_from(list(PAD.values())))))
def test_whatever_buttons_are_chosen_each_action_of_a_gamepad_has_one(
    chosen: list[tuple[str, str]],
) -> None:
    keys = KeyMap()
    for action, button in chosen:
        keys = KeyMap((), keys.with_button(action, button)[0])
        assert keys.button(action) == button
    assert {keys.button(action) for action in PAD} == set(PAD.values())
    for action, usual in PAD.items():
        event = Key(keys.button(action), device="gamepad", pad=2)
        assert keys.usual(event) == Key(usual, device="gamepad", pad=2)
    assert sound_pad([list(pair) for pair in keys.pad_bindings]) == keys.pad_bindings


def test_buttons_from_a_file_that_make_no_sense_are_left_out() -> None:
    assert sound_pad([["pad-press", "up"], ["call", "enter"], 3, ["pad-call", "f10"]]) == (
        ("pad-call", "f10"),
        ("pad-settings", "h"),
    )


def test_hints_name_the_button_that_was_chosen() -> None:
    changed, before = KeyMap().with_button("pad-call", "page_up")
    assert before == "pad-before"
    shown = caps(KeyMap((), changed), "gamepad", SourceTexts())
    assert (shown("H"), shown("S"), shown("G")) == (
        Cap("LB", "button"), Cap("LB", "button"), Cap("X", "button"),
    )  # fmt: skip


def test_hints_name_the_players_own_keys() -> None:
    shown = caps(KeyMap((("answer-a", "q"), ("call", "x"))), "keyboard", SourceTexts())
    assert shown("H") == Cap("X")
    assert shown("A–D") == Cap("Q B C D")
    assert shown("Enter") == Cap("Enter")
    assert shown("F1") == Cap("F1")


def test_hints_name_the_buttons_of_the_gamepad_in_hand() -> None:
    shown = caps(KeyMap(), "gamepad", SourceTexts())
    told = [shown(label) for label in ("Enter", "Esc", "H", "F1", "W", "Space", "G", "N")]
    assert [cap.text for cap in told] == ["A", "B", "X", "X", "Y", "Start", "LB", "RB"]
    assert {cap.sign for cap in told} == {"button"}
    assert shown("A–D").sign == shown("↑↓").sign == "cross"


def test_keys_are_named_as_they_are_labelled() -> None:
    assert [key_label(name, SourceTexts()) for name in ("space", "page_down", "f10", "h")] == [
        "Space",
        "PgDn",
        "F10",
        "H",
    ]
