"""A game that was killed leaves its last answers in SQLite's log, which can be harmed as well."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.records import wal
from game.records.places import Places
from game.records.record import Record
from game.records.store import Store
from game.records.whole import is_marked
from tests.patience import PATIENCE_S
from tests.records.made import record

ANSWERS = 40
NOW = datetime(2027, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[tuple[Path, list[Record]]]:
    """What a game that was killed after forty answers leaves, and the answers."""
    playing = Store.open(tmp_path / "playing", lambda: NOW).store
    ada = playing.add_profile("Ada", "fox").id
    given = [record(at, profile=ada) for at in range(ANSWERS)]
    for one in given:
        assert playing.add(one).wait(PATIENCE_S)
    left = tmp_path / "left"
    shutil.copytree(tmp_path / "playing", left)
    yield left, given
    playing.close()


def found_in(folder: Path) -> tuple[list[str], list[Record]]:
    opened = Store.open(folder, lambda: NOW)
    profiles = opened.store.profiles()
    found = list(opened.store.records(profiles[0].id)) if profiles else []
    assert opened.store.rebuild()
    opened.store.close()
    return [message.what for message in opened.said], found


def test_a_log_that_is_whole_is_taken_over_without_a_word(
    killed: tuple[Path, list[Record]],
) -> None:
    folder, given = killed
    assert not wal.is_damaged(folder / "records.db-wal")
    assert found_in(folder) == ([], given)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.8])
def test_one_flipped_bit_in_the_log_costs_no_other_answer(
    killed: tuple[Path, list[Record]], share: float
) -> None:
    folder, given = killed
    log = folder / "records.db-wal"
    data = bytearray(log.read_bytes())
    # Within the page of some frame, where its checksum tells.
    frame = 32 + int((len(data) - 32) // 4120 * share) * 4120
    data[frame + 24 + 3000] ^= 8
    log.write_bytes(data)
    said, found = found_in(folder)
    assert said == ["started-anew"]
    assert found == [one for one in given if one in found]
    assert len(found) >= ANSWERS - 2


@pytest.mark.parametrize("length", [0, 1, 100])
def test_a_file_that_was_cut_is_read_from_its_log(
    killed: tuple[Path, list[Record]], length: int
) -> None:
    folder, given = killed
    file = folder / "records.db"
    file.write_bytes(file.read_bytes()[:length])
    said, found = found_in(folder)
    assert said == ["started-anew"]
    assert found == given
    (aside,) = folder.glob("records.damaged-*.db")
    assert aside.stat().st_size == length
    assert aside.with_name(aside.name + "-wal").exists()


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.97])
def test_a_log_that_was_cut_gives_what_stands_before_the_cut_and_that_is_said(
    killed: tuple[Path, list[Record]], share: float
) -> None:
    folder, given = killed
    log = folder / "records.db-wal"
    log.write_bytes(log.read_bytes()[: int(log.stat().st_size * share)])
    said, found = found_in(folder)
    assert said == ["started-anew"]
    assert found == given[: len(found)]
    assert found_in(folder) == ([], found)


def test_of_a_file_that_is_gone_the_log_is_read(killed: tuple[Path, list[Record]]) -> None:
    folder, given = killed
    (folder / "records.db").unlink()
    said, found = found_in(folder)
    assert said == ["started-anew"]
    assert found == given


def test_what_is_no_log_at_all_harms_nothing(killed: tuple[Path, list[Record]]) -> None:
    folder, _ = killed
    (folder / "records.db-wal").write_bytes(b"Dear diary.\n" * 900)
    said, found = found_in(folder)
    assert said == ["started-anew"]
    assert found == []


def test_the_log_stays_short_and_the_file_is_noted_whole_each_time(tmp_path: Path) -> None:
    store = Store.open(tmp_path, lambda: NOW).store
    ada = store.add_profile("Ada", "fox").id
    for at in range(400):
        assert store.add(record(at % 200, profile=ada)).wait(PATIENCE_S)
    store.wait()
    assert (tmp_path / "records.db-wal").stat().st_size < 4_000_000
    assert (tmp_path / "records.db").stat().st_size > 60_000
    assert is_marked(Places(tmp_path))
    store.close()
