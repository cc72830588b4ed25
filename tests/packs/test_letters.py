"""What the game cannot draw is named where it stands first."""

from __future__ import annotations

from pathlib import Path

from game.packs.letters import MOST_TOLD, runs
from tests.packs.made import FACTS, make, problems_of, replaced
from tests.tools import letters


def told(folder: Path, facts: str) -> list[str]:
    make(folder, facts)
    problems = [one for one in problems_of(folder) if one.code == "undrawn"]
    assert all(one.severity == "flaw" for one in problems)
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in problems]


def test_the_signs_are_those_of_the_faces() -> None:
    assert list(runs()) == letters.drawn()


def test_a_picture_among_letters_is_named_where_it_stands(tmp_path: Path) -> None:
    facts = replaced(FACTS, "{Blue Lake}.", "{Blue Lake} 🚀.")
    assert told(tmp_path, facts) == [
        "18:43 the game's letters do not have 🚀 (U+1F680): nothing would be drawn there"
    ]


def test_it_is_named_once_in_a_file_and_a_comment_is_let_be(tmp_path: Path) -> None:
    facts = replaced(FACTS, "    ask: From which lake", "    # ✨\n    ask: 🚀 From 🚀 which lake")
    assert len(told(tmp_path, facts)) == 1


def test_of_a_script_that_is_not_there_a_few_letters_are_named(tmp_path: Path) -> None:
    facts = replaced(FACTS, "It springs from", "ტბა საიდან იღებს სათავეს")
    assert len(told(tmp_path, facts)) == MOST_TOLD


def test_what_russian_kazakh_and_their_neighbours_write_is_drawn(tmp_path: Path) -> None:
    facts = replaced(FACTS, "It springs from", "«Ғарыш», ёлка – ½ × 3 °C, İstanbul’dan Ŵ: it")
    assert (
        told(
            tmp_path,
            facts.replace("fact: «", 'fact: "«').replace("{Blue Lake}.\n", '{Blue Lake}."\n'),
        )
        == []
    )
