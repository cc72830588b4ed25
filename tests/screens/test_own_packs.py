"""A pack that was opened by its folder is found again in the game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.screens.own_packs import MOST, NAME, OwnPacks
from game.screens.shelf import MANIFEST, every_folder


def made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text("format: 1\n", encoding="utf-8")
    return folder


def test_a_folder_that_was_opened_is_on_the_shelf_of_the_next_start(tmp_path: Path) -> None:
    rhine = made(tmp_path / "mine" / "rhine")
    own = OwnPacks(tmp_path)
    own.opened(rhine)
    own.settle()
    folders = every_folder(tmp_path, paths.default_pack(), OwnPacks(tmp_path).folders())
    assert folders[0] == paths.default_pack()
    assert folders[-1] == rhine.resolve()


def test_a_folder_that_is_not_there_is_passed_over_and_kept(tmp_path: Path) -> None:
    stick = made(tmp_path / "stick" / "rhine")
    own = OwnPacks(tmp_path)
    own.opened(stick)
    own.settle()
    away = stick.rename(tmp_path / "away")
    assert OwnPacks(tmp_path).folders() == ()
    away.rename(stick)
    assert OwnPacks(tmp_path).folders() == (stick.resolve(),)


def test_the_newest_stand_first_and_only_so_many_are_kept(tmp_path: Path) -> None:
    folders = [made(tmp_path / "mine" / f"pack-{at}") for at in range(MOST + 2)]
    own = OwnPacks(tmp_path)
    for folder in (*folders, folders[5]):
        own.opened(folder)
        own.settle()
    found = own.folders()
    assert len(found) == MOST
    assert found[:2] == (folders[5].resolve(), folders[-1].resolve())


def test_what_is_kept_does_not_say_whose_home_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "Ada Byrd"
    rhine = made(home / "rhine")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    own = OwnPacks(tmp_path)
    own.opened(rhine)
    own.settle()
    assert "Ada" not in (tmp_path / NAME).read_text(encoding="utf-8")
    assert OwnPacks(tmp_path).folders() == (rhine,)


@pytest.mark.parametrize("damage", [b"", b"{}", b"7", b"\xff", b'["\\u0000", 7]', b"[" * 100_000])
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / NAME).write_bytes(damage)
    assert OwnPacks(tmp_path).folders() == ()
