"""The page that describes the format: what it shows can be copied."""

from __future__ import annotations

import re
from pathlib import Path

from game.packs.read import read_pack
from game.reading.plain_text import MAX_BYTES
from game.reading.surprises import read_as

PAGE = Path(__file__).parents[2] / "docs" / "pack-format.md"


def examples() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_together_are_a_pack_without_a_problem(tmp_path: Path) -> None:
    names = (
        "pack.yaml",
        "facts/rivers.yaml",
        "tables/rivers.yaml",
        "questions/rivers.yaml",
        "glossary.yaml",
        "languages/ru/facts/rivers.yaml",
        "languages/ru/tables/rivers.yaml",
        "languages/ru/pack.yaml",
        "languages/ru/glossary.yaml",
        "left-out.yaml",
        "systems.yaml",
    )
    for name, text in zip(names, examples(), strict=True):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    pack, problems = read_pack(tmp_path)
    assert pack is not None and problems == []
    assert [fact.id for fact in pack.facts] == [
        "longest",
        "first-crossing",
        "cold-water",
        "rivers/long",
        "rivers/blue",
        "rivers/red",
    ]
    forms = ["choice", "true-false", "typed", "number", "match", "order"]
    assert [one.form for one in pack.written] == forms
    said, problems = read_pack(tmp_path, "ru")
    assert problems == []
    assert said is not None and [fact.id for fact in said.facts] == [f.id for f in pack.facts]


def test_the_page_names_the_limits_and_the_traps_that_there_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"{MAX_BYTES:,} bytes" in page
    trap = next(line for line in page.split("\n") if line.startswith("| `no`"))
    assert all(read_as(word) for word in re.findall(r"`([^` \"]+)`", trap.split("|")[1]))
