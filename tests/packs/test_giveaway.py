"""No question, hint or label tells the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import FACTS, make, problems_of, replaced

ASK = "ask: From which lake does it spring?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ask: Does it spring from the Blue Lake?", "19:10 the question"),
        ("ask: [From where?, Is it from the blue lake?]", "19:24 the question"),
        (f"{ASK}\n    hint: Not the Red but the blue lake.", "20:11 the hint"),
        (f"{ASK}\n    label: Blue Lake", "20:12 the label"),
    ],
)
def test_a_text_with_the_answer_in_it_is_a_flaw(tmp_path: Path, text: str, said: str) -> None:
    make(tmp_path, replaced(FACTS, ASK, text))
    assert [
        (one.severity, f"{one.place.line}:{one.place.column} {one.message}")
        for one in problems_of(tmp_path)
    ] == [("flaw", f"{said} has the answer 'Blue Lake' in it")]


def test_a_part_of_a_word_gives_nothing_away(tmp_path: Path) -> None:
    make(tmp_path, replaced(FACTS, ASK, f"{ASK}\n    hint: Blue lakeside, Blue Lakes."))
    assert problems_of(tmp_path) == []
