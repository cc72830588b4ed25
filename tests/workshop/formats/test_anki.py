"""Anki's text exports are read, and decks are written that keep their ids."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats import anki
from game.workshop.formats.item import Item, Option


def test_an_export_says_how_it_is_parted_and_which_columns_are_no_sides() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n"
        'abc\tSpace\t<b>Who</b> flew&nbsp;first?\tYuri Gagarin\tmoon "first"\n'
    )
    (item,) = anki.read(text.encode(), "a").items
    assert item == Item(
        "a:6",
        "typed",
        "Who flew first?",
        options=(Option("Yuri Gagarin", 1.0),),
        category="Space",
        tags=("moon", '"first"'),
    )


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_without_a_head_the_sign_that_parts_is_found(sign: str) -> None:
    (item,) = anki.read(f"Who{sign}Gagarin\n".encode(), "a").items
    assert (item.prompt, item.options[0].text) == ("Who", "Gagarin")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("alone", "no second side"),
        ("{{c1::Gagarin}} flew\tx", "gaps"),
        ("Who?\t<img src=x>", "no words"),
        ("Who?\t" + "x" * 200, "longer than"),
    ],
)
def test_what_is_no_question_is_named_and_the_next_is_read(line: str, reason: str) -> None:
    reading = anki.read(f"#separator:tab\n{line}\nWho?\tGagarin\n".encode(), "a")
    assert len(reading.items) == 1
    assert reading.skipped[0].place == "a:2"
    assert reason in reading.skipped[0].reason


@given(st.text("#separator:tb\tx\n;,\"'{c1}"))
def test_any_text_ends_in_questions_or_named_problems(text: str) -> None:
    reading = anki.read(text.encode(), "any")
    assert reading.read == len(reading.items) + len(reading.skipped)


def notes(data: bytes, folder: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        path = Path(archive.extract("collection.anki2", folder))
    with sqlite3.connect(path) as collection:
        return list(collection.execute("select guid, flds from notes order by guid"))


def test_a_note_keeps_its_id_when_its_words_change(tmp_path: Path) -> None:
    options = (Option("Gagarin", 1.0), Option("<Titov>"))
    first = Item("x", "choice", "Who flew?", "pack/fact#who/choice", options)
    second = Item("x", "choice", "Who flew first?", "pack/fact#who/choice", options)
    before, _ = anki.write([first], "Deck", source="s", at=1.0)
    after, _ = anki.write([second], "Deck", source="s", at=2.0)
    ((guid, fields),) = notes(before, tmp_path / "a")
    ((again, _),) = notes(after, tmp_path / "b")
    assert guid == again
    assert "A. &lt;Titov&gt;<br>B. Gagarin" in fields
