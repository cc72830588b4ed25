"""Missing ids are written, and not one byte besides."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from game.packs.commands import ids
from game.packs.read import read_pack
from tests.packs.made import make

LAKE = "fact: The deep lake has {many fish}.\n  ask: What has it?\n  from: atlas 1\n"
RIVER = "fact: The {old} river.\n  ask: Which?\n  from: atlas 1\n"


def after(folder: Path, data: bytes) -> bytes:
    make(folder)
    path = folder / "facts" / "rivers.yaml"
    path.write_bytes(data)
    assert ids(folder) == 0
    assert not list(path.parent.glob(".*"))
    return path.read_bytes()


def test_an_id_comes_before_the_first_key_from_the_label_or_the_sentence(tmp_path: Path) -> None:
    text = f"# lakes\n- {LAKE}-   label: The Old One\n    {RIVER.replace('  ', '    ')}"
    assert after(tmp_path, text.encode()).decode() == (
        f"# lakes\n- id: deep-lake\n  {LAKE}-   id: old-one\n    label: The Old One\n"
        f"    {RIVER.replace('  ', '    ')}"
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"- {LAKE}", f"- id: deep-lake\n  {LAKE}"),
        (f"facts:\n- {LAKE}", f"facts:\n- id: deep-lake\n  {LAKE}"),
        (f"-\n  # a comment\n  {LAKE}", f"-\n  # a comment\n  id: deep-lake\n  {LAKE}"),
        (
            "- {fact: 'The {old} river.', ask: 'Which?', from: atlas 1}",
            "- {id: river, fact: 'The {old} river.', ask: 'Which?', from: atlas 1}",
        ),
        (
            f"- id: deep-lake\n  {RIVER}- {LAKE}",
            f"- id: deep-lake\n  {RIVER}- id: deep-lake-2\n  {LAKE}",
        ),
        (
            f"- id: a\n  was: deep-lake\n  {RIVER}- {LAKE}",
            f"- id: a\n  was: deep-lake\n  {RIVER}- id: deep-lake-2\n  {LAKE}",
        ),
        (
            f"- label: Озеро Жайық\n  {LAKE}",
            f"- id: ozero-zhaiyq\n  label: Озеро Жайық\n  {LAKE}",
        ),
    ],
)
def test_nothing_else_changes(tmp_path: Path, before: str, expected: str) -> None:
    assert after(tmp_path, before.encode()).decode() == expected


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    windows = codecs.BOM_UTF8 + f"- {LAKE}".replace("\n", "\r\n").encode()
    expected = codecs.BOM_UTF8 + f"- id: deep-lake\n  {LAKE}".replace("\n", "\r\n").encode()
    assert after(tmp_path, windows) == expected


def test_a_second_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    once = after(tmp_path, f"- {LAKE}".encode())
    assert "1 written." in capsys.readouterr().out
    assert after(tmp_path, once) == once
    assert "Every fact has an id." in capsys.readouterr().out


def test_facts_with_ids_are_read_as_before(tmp_path: Path) -> None:
    make(tmp_path, f"- {LAKE}- {RIVER}")
    before, _ = read_pack(tmp_path)
    ids(tmp_path)
    pack, problems = read_pack(tmp_path)
    assert before is not None and pack is not None and not problems
    assert [fact.text for fact in pack.facts] == [fact.text for fact in before.facts]
    assert all(fact.has_own_id for fact in pack.facts)


def test_a_pack_with_errors_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"- {LAKE}- fact: The old river.\n  from: atlas 1\n"
    make(tmp_path, text)
    assert ids(tmp_path) == 1
    assert (tmp_path / "facts" / "rivers.yaml").read_text(encoding="utf-8") == text
    assert "no answer is marked" in capsys.readouterr().err
