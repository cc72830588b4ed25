"""A pack that has not changed is opened without being read, and any other is read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from game import paths
from game.packs import cache
from game.packs.cache import open_pack
from game.packs.model import Pack
from game.packs.read import read_pack
from game.packs.records import as_plain, from_plain
from tests.bank.made import packs
from tests.examples import examples
from tests.packs.made import FACTS, make, replaced


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "pack")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were really read, one entry each time."""
    seen: list[Path] = []

    def read(path: Path, language: str = "") -> object:
        seen.append(path)
        return read_pack(path, language)

    monkeypatch.setattr("game.packs.read.read_pack", read)
    return seen


def opened(folder: Path, kept: Path | None) -> Pack:
    pack, problems = open_pack(folder, kept)
    assert pack is not None and problems == []
    return pack


def only_file(kept: Path) -> Path:
    (found,) = kept.iterdir()
    return found


def test_what_comes_from_the_cache_is_what_was_read(
    folder: Path, kept: Path, readings: list[Path]
) -> None:
    first, second = opened(folder, kept), opened(folder, kept)
    assert first == second == read_pack(folder)[0]
    assert len(readings) == 1


@pytest.mark.parametrize("shipped", sorted(paths.packs().iterdir()), ids=lambda path: path.name)
def test_the_shipped_packs_come_back_whole(shipped: Path, kept: Path, readings: list[Path]) -> None:
    folder = shutil.copytree(shipped, kept.parent / "copy")
    read, back = opened(folder, kept), opened(folder, kept)
    assert back == read and repr(back) == repr(read)
    assert len(readings) == 1


@examples(40)
@given(packs())
def test_any_pack_can_be_kept(pack: Pack) -> None:
    back = from_plain(Pack, json.loads(json.dumps(as_plain(pack))))
    assert back == pack and repr(back) == repr(pack)


def test_a_change_is_read_and_takes_the_place_of_what_was_kept(
    folder: Path, kept: Path, readings: list[Path]
) -> None:
    opened(folder, kept)
    before = only_file(kept)
    make(folder, replaced(FACTS, "6,650 km", "6,700 km"))
    assert opened(folder, kept).facts[0].answers[0].text == "6,700 km"
    assert len(readings) == 2
    assert only_file(kept) != before


def test_a_new_file_is_a_change(folder: Path, kept: Path, readings: list[Path]) -> None:
    opened(folder, kept)
    (folder / "notes.txt").write_text("something", encoding="utf-8")
    opened(folder, kept)
    assert len(readings) == 2


def test_line_ends_are_no_change(folder: Path, kept: Path, readings: list[Path]) -> None:
    opened(folder, kept)
    path = folder / "facts" / "rivers.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    opened(folder, kept)
    assert len(readings) == 1


def test_another_version_of_the_game_reads_anew(
    folder: Path, kept: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder, kept)
    monkeypatch.setattr(cache, "_code", lambda: "newer")
    opened(folder, kept)
    assert len(readings) == 2


def test_two_packs_do_not_take_each_others_place(
    folder: Path, tmp_path: Path, kept: Path, readings: list[Path]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    for _ in range(2):
        opened(folder, kept)
        opened(other, kept)
    assert len(readings) == 2


def test_a_pack_with_errors_is_not_kept(folder: Path, kept: Path) -> None:
    make(folder, replaced(FACTS, "from: atlas 1", "from: atlas 99"))
    for _ in range(2):
        pack, problems = open_pack(folder, kept)
        assert pack is None and any(one.severity == "error" for one in problems)
    assert not kept.exists()


def test_a_folder_that_is_none_is_said_to_be_none(tmp_path: Path, kept: Path) -> None:
    pack, problems = open_pack(tmp_path / "nowhere", kept)
    assert pack is None and problems[0].code == "no-folder"


def test_a_folder_with_a_link_is_read_each_time(
    folder: Path, tmp_path: Path, kept: Path, readings: list[Path]
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("text", encoding="utf-8")
    try:
        (folder / "link.txt").symlink_to(outside)
    except OSError:
        pytest.skip("no links can be made here")
    opened(folder, kept)
    opened(folder, kept)
    assert len(readings) == 2


def _resealed(data: bytes, old: bytes, new: bytes) -> bytes:
    """A cache with something else in it, and the digest that belongs to that."""
    body = data.partition(b"\n")[2]
    assert old in body
    body = body.replace(old, new, 1)
    return cache._digest(body).encode() + b"\n" + body


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "other letters": lambda data: data.replace(b"River", b"Rover"),
    "no text": lambda _: b"\xff\xfe\x00" * 9,
    "another's JSON": lambda _: _resealed(b"\n{}", b"{}", b'{"pack": 1}'),
    "very deep": lambda _: _resealed(b"\n[", b"[", b"[" * 200_000),
    "not a number": lambda data: _resealed(data, b"6650.0", b"NaN"),
    "a number for a text": lambda data: _resealed(data, b'"longest"', b"7"),
    "a type that there is not": lambda data: _resealed(data, b'"person"', b'"planet"'),
    "a yes for a number": lambda data: _resealed(data, b"6650.0", b"true"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_or_foreign_cache_is_as_good_as_none(
    damage: Callable[[bytes], bytes], folder: Path, kept: Path, readings: list[Path]
) -> None:
    first = opened(folder, kept)
    path = only_file(kept)
    path.write_bytes(damage(path.read_bytes()))
    assert opened(folder, kept) == first
    assert len(readings) == 2
    opened(folder, kept)
    assert len(readings) == 2, "what was damaged is written anew"


def test_where_nothing_can_be_written_the_pack_is_read(
    folder: Path, tmp_path: Path, readings: list[Path]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder", encoding="utf-8")
    opened(folder, in_the_way)
    opened(folder, in_the_way / "below")
    assert len(readings) == 2
    assert in_the_way.read_text(encoding="utf-8") == "no folder"


def test_without_a_place_nothing_is_kept(folder: Path, readings: list[Path]) -> None:
    opened(folder, None)
    opened(folder, None)
    assert len(readings) == 2


def test_what_changes_while_it_is_read_is_not_kept(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path, language: str = "") -> object:
        found = read_pack(path, language)
        make(folder, replaced(FACTS, "6,650 km", "6,700 km"))
        return found

    monkeypatch.setattr("game.packs.read.read_pack", read)
    assert opened(folder, kept).facts[0].answers[0].text == "6,650 km"
    assert not kept.exists()
