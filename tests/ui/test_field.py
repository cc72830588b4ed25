"""A text field: what is typed, composed and taken back."""

from __future__ import annotations

from game.ui.events import Key, TextComposing, TextEntered
from game.ui.widgets import TextField
from tests.ui.drawing import canvas


def typed(*events: str | Key | TextComposing) -> TextField:
    field = TextField((96, 500, 800, 100), limit=12)
    for event in events:
        field.handle(TextEntered(event) if isinstance(event, str) else event)
    return field


def test_text_is_put_in_where_the_caret_stands() -> None:
    assert typed("Gagrin", Key("left"), Key("left"), Key("left"), "a").text == "Gagarin"


def test_backspace_and_delete_take_back_one_letter() -> None:
    field = typed("Baikonur", Key("backspace"), Key("home"), Key("delete"))
    assert field.text == "aikonu"


def test_backspace_in_an_empty_field_does_nothing() -> None:
    assert typed(Key("backspace"), Key("delete")).text == ""


def test_kazakh_letters_come_in_as_they_are() -> None:
    assert typed("Ғ", "арыш").text == "Ғарыш"


def test_no_more_goes_in_than_the_limit() -> None:
    assert len(typed("0123456789", "0123456789").text) == 12


def test_line_ends_and_tabs_do_not_get_in() -> None:
    assert typed("a\n\tb").text == "ab"


def test_what_is_composed_is_shown_and_not_yet_text() -> None:
    field = typed("a", TextComposing("ka", 2))
    assert (field.text, field.composing) == ("a", "ka")
    field.handle(TextEntered("か"))
    assert (field.text, field.composing) == ("aか", "")


def test_keys_belong_to_the_input_method_while_it_composes() -> None:
    field = typed("a", TextComposing("ka", 2), Key("backspace"), Key("enter"))
    assert field.text == "a"


def test_enter_hands_the_text_over() -> None:
    entered: list[str] = []
    field = TextField((0, 0, 400, 90), on_enter=lambda: entered.append(field.text))
    field.handle(TextEntered("1957"))
    field.handle(Key("enter"))
    assert entered == ["1957"]


def test_every_change_is_told() -> None:
    heard: list[str] = []
    field = TextField((0, 0, 400, 90), on_change=heard.append)
    field.handle(TextEntered("19"))
    field.handle(Key("backspace"))
    assert heard == ["19", "1"]


def test_a_text_wider_than_its_field_stays_inside() -> None:
    field = TextField((96, 500, 300, 100))
    field.set_text("W" * 60)
    board = canvas()
    board.fill((0, 0, 0))
    field.draw(board)
    assert board.surface.get_at((410, 550))[:3] == (0, 0, 0)
