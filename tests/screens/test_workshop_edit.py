"""The words of a draft are edited in the workshop, and what is kept stands in its file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.shots_workshop import ARTICLE, DRAFTS
from game.screens.workshop_edit import WorkshopEditScreen
from game.screens.workshop_pack import WorkshopPackScreen
from game.screens.workshop_text import PAD_X, TextArea, broken
from game.screens.workshop_wording import Line, rewritten
from game.ui.events import Key, Pointer, TextComposing, TextEntered
from game.ui.settings import Settings
from game.ui.voice import Said
from game.ui.widgets import Button
from tests.examples import examples
from tests.screens.sharing import studio_of
from tests.screens.test_workshop import Drafted, wait

ASK, ANSWER, SENTENCE, WHY = range(4)
KEYS = ("up", "down", "left", "right", "home", "end", "backspace")
COMMENTED = DRAFTS.replace(
    "  - id: crossing\n", "  # Of the swimmer.\n  - id: crossing\n    # In June?\n"
).replace("    from: atlas 2\n", "    # Her own book.\n    from: atlas 2\n")


class Edited(Drafted):
    """A pack whose first draft is open to be edited."""

    def open(self, key: str = "e") -> WorkshopEditScreen:
        self.pilot.press(key)
        screen = self.pilot.scene
        assert isinstance(screen, WorkshopEditScreen)
        wait(self.pilot, lambda: bool(screen.fields))
        return screen

    def write(self, field: int, text: str) -> None:
        """Put another text into a field of the open draft."""
        screen = self.pilot.scene
        assert isinstance(screen, WorkshopEditScreen)
        screen.group.focus(screen.fields[field])
        self.pilot.press("a", ctrl=True)
        self.pilot.type(text)

    def keep(self) -> None:
        """Press Enter, and wait until the pack shows what was written."""
        save = self.screen.told()["save"]
        self.pilot.press("enter")
        wait(self.pilot, lambda: self.pilot.scene is self.screen)
        wait(self.pilot, lambda: self.screen.told()["save"] != save)

    @property
    def judged(self) -> bool:
        """Whether the last save was looked at to its end, after which nothing is laid out anew."""
        seen = self.screen.reader.seen
        return seen is not None and seen.now.judged

    @property
    def text(self) -> str:
        return self.facts.read_text(encoding="utf-8")


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Edited]:
    made = Edited(studio_of(Settings(motion="none")), tmp_path / "first-pack")
    made.facts.write_text(COMMENTED, encoding="utf-8")
    wait(made.pilot, lambda: "In June?" in made.said)
    wait(made.pilot, lambda: made.judged)
    yield made
    made.screen.watch.end()


def test_the_question_is_edited_and_nothing_else_in_the_file_changes(edited: Edited) -> None:
    screen = edited.open()
    assert screen.fields[ASK].text == "In which year did Ada Byrd swim across the Long River?"
    edited.write(ASK, "When did Ada Byrd cross the Long River?")
    edited.keep()
    wanted = COMMENTED.replace(
        "In which year did Ada Byrd swim across the Long River?",
        "When did Ada Byrd cross the Long River?",
    )
    assert edited.text == wanted
    assert "When did Ada Byrd cross the Long River?" in edited.said
    assert edited.screen.reader.row == "crossing"


def test_escape_leaves_the_draft_as_it_was(edited: Edited) -> None:
    edited.open()
    edited.write(ASK, "Who?")
    edited.pilot.press("escape")
    assert edited.pilot.scene is edited.screen
    assert edited.text == COMMENTED


def test_an_answer_stands_in_the_sentence_at_once_and_the_other_way_round(edited: Edited) -> None:
    screen = edited.open()
    edited.write(ANSWER, "June 1957")
    assert screen.fields[SENTENCE].text.endswith("in {June 1957}.")
    edited.write(SENTENCE, "In {1957} it was swum across.")
    assert screen.fields[ANSWER].text == "1957"


def test_a_figure_that_the_paragraph_lacks_is_told_while_it_is_written_and_on_the_card(
    edited: Edited,
) -> None:
    screen = edited.open()
    assert screen.told()["lacking"] == []
    edited.write(ANSWER, "1958")
    assert screen.told()["lacking"] == ["1958"]
    edited.keep()
    assert "“1958” does not stand in what the draft cites." in edited.said


def test_a_name_that_the_paragraph_lacks_is_told_wherever_it_is_written(edited: Edited) -> None:
    screen = edited.open()
    for field, text in (
        (ASK, "In which year did Bob swim?"),
        (SENTENCE, "Then Bob swam in {1957}."),
        (WHY, "He did it for Bob."),
    ):
        before = screen.fields[field].text
        edited.write(field, text)
        assert screen.told()["lacking"] == ["Bob"]
        edited.pilot.press("a", ctrl=True)
        edited.pilot.press("backspace")
        edited.pilot.type(before)
    assert screen.told()["lacking"] == []


def test_what_cannot_be_read_is_refused_and_stays_to_be_mended(edited: Edited) -> None:
    screen = edited.open()
    edited.write(SENTENCE, "Ada swam in 1957.")
    edited.pilot.press("enter")
    wait(edited.pilot, lambda: edited.pilot.shared.notice.shown)
    assert "No answer is marked in the sentence" in edited.pilot.shared.notice.text
    assert edited.pilot.scene is screen and edited.text == COMMENTED
    assert screen.fields[SENTENCE].text == "Ada swam in 1957."


def test_undo_takes_an_edit_back(edited: Edited) -> None:
    edited.open()
    edited.write(WHY, "Nobody had done it before.")
    edited.keep()
    assert "why: Nobody had done it before.\n" in edited.text
    edited.press("z")
    assert edited.text == COMMENTED


def test_undo_of_an_edit_keeps_what_was_written_by_hand_since(edited: Edited) -> None:
    edited.open()
    edited.write(ASK, "When was it?")
    edited.keep()
    edited.facts.write_text(f"{edited.text}# Mine.\n", encoding="utf-8")
    edited.press("z")
    assert edited.text == f"{COMMENTED}# Mine.\n"


def test_it_is_done_by_the_mouse_alone(edited: Edited) -> None:
    pilot, screen = edited.pilot, edited.screen
    edit = next(w for w in screen.group.widgets if isinstance(w, Button) and w.text == "Edit")
    pilot.click(edit.rect.centre)
    opened = pilot.scene
    assert isinstance(opened, WorkshopEditScreen)
    wait(pilot, lambda: bool(opened.fields))
    field = opened.fields[SENTENCE]
    pilot.click((field.rect.right - 4, field.rect.centre[1]))
    pilot.type("!")
    assert field.text.endswith(".!")
    keep, leave = opened.group.widgets[-2:]
    pilot.click(leave.rect.centre)
    assert pilot.scene is screen
    pilot.click(edit.rect.centre)
    again = pilot.scene
    assert isinstance(again, WorkshopEditScreen)
    wait(pilot, lambda: bool(again.fields))
    field = again.fields[ASK]
    pilot.click((field.rect.x + PAD_X, field.rect.centre[1]))
    pilot.type("So: ")
    pilot.click(keep.rect.centre)
    wait(pilot, lambda: "So: In which year" in edited.text)


def test_an_input_method_writes_into_a_field(edited: Edited) -> None:
    screen = edited.open()
    edited.write(WHY, "")
    screen.handle(TextComposing("ғар"))
    screen.handle(Key("enter"))
    assert edited.pilot.scene is screen and screen.fields[WHY].text == ""
    assert screen.fields[WHY].height(900) > 0 and screen.fields[WHY].composing == "ғар"
    screen.handle(TextEntered("ғарыш"))
    assert screen.fields[WHY].text == "ғарыш"


def test_in_large_type_the_field_that_is_written_in_is_seen_whole(tmp_path: Path) -> None:
    made = Edited(studio_of(Settings(motion="none", text_scale=2.0)), tmp_path / "first-pack")
    screen = made.open()
    made.write(WHY, "A long reason that goes on and on. " * 6)
    field = screen.fields[WHY]
    assert field.rect.h > 3 * 34 * 2
    assert field.window.y - 1 <= field.rect.y and field.rect.bottom <= field.window.bottom + 1
    made.pilot.press("home", ctrl=True)
    for _ in range(3):
        made.pilot.press("up")
    made.pilot.picture()
    assert screen.group.focused is screen.fields[ASK]
    assert screen.fields[ASK].rect.y >= field.window.y
    made.screen.watch.end()


def test_a_voice_says_a_field_with_its_text_once_and_then_what_is_typed(edited: Edited) -> None:
    screen = edited.open()
    before = screen.reads()
    assert before is not None
    assert [line.text for line in before.focus] == ["Question", screen.fields[ASK].text]
    edited.pilot.type("!")
    now = screen.reads()
    assert now is not None and now.focus == before.focus and now.page == before.page
    assert now.typed == Said(f"{screen.fields[ASK].text}", "en")


def test_a_text_can_be_chosen_with_shift_and_taken_back(edited: Edited) -> None:
    screen = edited.open()
    field = screen.fields[ASK]
    text = field.text
    edited.pilot.press("home")
    for _ in range(3):
        edited.pilot.press("right", shift=True)
    edited.pilot.type("Onto ")
    assert field.text == f"Onto {text[3:]}"
    edited.pilot.press("z", ctrl=True)
    assert field.text == f"Onto{text[3:]}"
    edited.pilot.press("z", ctrl=True)
    assert field.text == text


def test_the_mouse_chooses_letters_by_drawing_over_them(edited: Edited) -> None:
    screen = edited.open()
    field = screen.fields[ANSWER]
    y = field.rect.centre[1]
    for kind, x in (("press", field.rect.x), ("move", field.rect.right)):
        screen.handle(Pointer(kind, (x, y)))  # type: ignore[arg-type]
    assert field.selected == (0, 4)


@examples(60)
@given(text=st.text(alphabet="ab Ә-", max_size=80), wide=st.floats(20, 400))
def test_lines_have_every_letter_once_and_none_is_wider_than_its_field(
    text: str, wide: float
) -> None:
    lines = broken(text, 34.0, wide)
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(a[1] == b[0] for a, b in pairwise(lines))


@examples(60)
@given(moves=st.lists(st.sampled_from(["up", "down", "left", "right", "home", "end", "backspace"])))
def test_no_key_leads_the_caret_out_of_its_text(moves: list[str]) -> None:
    area = TextArea("Why", "One two three four five six seven", limit=1000, scale=1.0)
    area.rect = area.rect._replace(w=260.0, h=area.height(260.0))
    for name in moves:
        area.handle(Key(name))
        assert 0 <= area.caret <= len(area.text)


def test_an_answer_with_a_name_keeps_it() -> None:
    lines = (
        Line("answer", "who", 0, (), "Ada"),
        Line("answer", "when", 0, (), "1957"),
        Line("fact", "", 0, ("fact",), "{{x}} {who: Ada's = Ada} swam in {when: 1957}."),
    )
    made = rewritten(rewritten(lines, 0, "Bea"), 1, "1958")
    assert made[2].text == "{{x}} {who: Ada's = Bea} swam in {when: 1958}."
    alone = (Line("answer", "", 0, (), "X"), Line("fact", "", 0, ("fact",), "It is {X}."))
    assert rewritten(alone, 0, "Apollo: The Film")[1].text == "It is {answer: Apollo: The Film}."


def test_the_paragraph_stands_beside_the_fields(edited: Edited) -> None:
    screen = edited.open()
    assert isinstance(edited.screen, WorkshopPackScreen)
    reading = screen.reads()
    assert reading is not None and ARTICLE[1] in {line.text for line in reading.page}


def test_who_accepts_what_the_paragraph_lacks_is_told(edited: Edited) -> None:
    edited.open()
    edited.write(ANSWER, "1958")
    edited.keep()
    edited.press("a")
    notice = edited.pilot.shared.notice
    assert notice.shown and "“1958” does not stand" in notice.text
