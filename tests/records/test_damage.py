"""Files that were cut, flipped or emptied: the game starts, says so, and saves what can be read."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.records.places import Places
from game.records.record import Record
from game.records.store import Store
from tests.examples import sweep
from tests.patience import PATIENCE_S
from tests.records.made import record

IN_BACKUP, AFTER = 120, 20
NOW = datetime(2027, 6, 1, 12, tzinfo=UTC)
Harm = Callable[[bytearray], bytearray]


def cut(share: float) -> Harm:
    return lambda data: data[: int(len(data) * share)]


def flip(seed: int, low: float = 0.0, high: float = 1.0, bits: int = 1) -> Harm:
    def harm(data: bytearray) -> bytearray:
        rng = random.Random(seed)
        for _ in range(bits):
            at = int(len(data) * rng.uniform(low, high))
            data[at] ^= 1 << rng.randrange(8)
        return data

    return harm


def fill(low: int, high: int, byte: int) -> Harm:
    def harm(data: bytearray) -> bytearray:
        data[low:high] = bytes([byte]) * (min(high, len(data)) - low)
        return data

    return harm


def letter(data: bytearray) -> bytearray:
    """One letter of one stored answer, which SQLite itself does not see."""
    at = data.rindex("Байқоңыр".encode())
    data[at + 1] ^= 1
    return data


HARMS: dict[str, Harm] = {
    "emptied": cut(0.0),
    "cut to a byte": lambda data: data[:1],
    "cut within the header": lambda data: data[:60],
    "cut after the first page": lambda data: data[:4096],
    "cut to a quarter": cut(0.25),
    "cut to a half": cut(0.5),
    "the last page cut": lambda data: data[:-4096],
    "the last byte cut": lambda data: data[:-1],
    "cut within a page": cut(0.7),
    "the header in zeros": fill(0, 100, 0),
    "the first page in zeros": fill(0, 4096, 0),
    "the last page in ones": lambda data: fill(len(data) - 4096, len(data), 255)(data),
    "a page in the middle in zeros": fill(4096 * 5, 4096 * 6, 0),
    "a letter of an answer": letter,
    "a bit of the header": flip(1, 0.0, 0.0005),
    "a bit of the first page": flip(2, 0.0, 0.02),
    "a bit anywhere": flip(3),
    "another bit anywhere": flip(4),
    "a hundred bits anywhere": flip(5, bits=100),
    "another file": lambda _: bytearray(b"Dear diary, today we learned about rockets.\n" * 200),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Record]]:
    """A folder with a backup of most of its answers."""
    folder = tmp_path_factory.mktemp("kept")
    given: list[Record] = []
    for first, count in ((0, IN_BACKUP), (IN_BACKUP, AFTER)):
        store = Store.open(folder, lambda: NOW).store
        ada = store.profiles() or (store.add_profile("Ada", "fox"),)
        for at in range(first, first + count):
            given.append(record(at, profile=ada[0].id))
            store.add(given[-1])
        assert store.close(PATIENCE_S)
    return folder, given


@pytest.mark.parametrize("harm", sweep(HARMS, *list(HARMS)[::3]))
def test_the_game_starts_says_what_happened_and_goes_on(
    kept: tuple[Path, list[Record]], tmp_path: Path, harm: str
) -> None:
    whole, given = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    file = folder / "records.db"
    before = file.read_bytes()
    harmed = bytes(HARMS[harm](bytearray(before)))
    assert harmed != before
    file.write_bytes(harmed)

    opened = Store.open(folder, lambda: NOW)
    (ada,) = opened.store.profiles()
    found = list(opened.store.records(ada.id))
    assert found == [one for one in given if one in found]
    assert found[:IN_BACKUP] == given[:IN_BACKUP]
    memories = opened.store.memories(ada.id)
    assert opened.store.rebuild()
    assert opened.store.memories(ada.id) == memories
    if opened.said:
        assert [message.what for message in opened.said] == ["restored"]
        (aside,) = Places(folder).aside()
        assert aside.name == opened.said[0].file
        assert aside.read_bytes() == harmed
        assert opened.said[0].count == len(found) - IN_BACKUP
    else:
        # A bit that nothing depends on, in free space.
        assert found == given
    ticket = opened.store.add(record(200, profile=ada.id))
    assert ticket.wait(PATIENCE_S)
    assert ticket.stored
    assert opened.store.close(PATIENCE_S)
    again = Store.open(folder, lambda: NOW)
    assert again.said == ()
    assert len(again.store.records(ada.id)) == len(found) + 1
    again.store.close()


def test_a_letter_that_changed_is_seen_and_only_that_answer_is_lost(
    kept: tuple[Path, list[Record]], tmp_path: Path
) -> None:
    whole, given = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    shutil.rmtree(folder / "backups")
    file = folder / "records.db"
    file.write_bytes(bytes(letter(bytearray(file.read_bytes()))))
    opened = Store.open(folder, lambda: NOW)
    assert [message.what for message in opened.said] == ["started-anew"]
    (ada,) = opened.store.profiles()
    found = list(opened.store.records(ada.id))
    assert len(found) == len(given) - 1
    assert [one for one in given if one in found] == found
    opened.store.close()


def test_a_damaged_backup_is_passed_over(kept: tuple[Path, list[Record]], tmp_path: Path) -> None:
    whole, _ = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    (good,) = (folder / "backups").iterdir()
    bad = good.with_name("records-20280101T000000Z-900.db.gz")
    bad.write_bytes(good.read_bytes()[:-50])
    (folder / "records.db").write_bytes(b"")
    opened = Store.open(folder, lambda: NOW)
    assert [message.what for message in opened.said] == ["restored"]
    assert opened.store.count == IN_BACKUP
    opened.store.close()


def test_a_file_that_is_gone_is_found_again_in_its_backup(
    kept: tuple[Path, list[Record]], tmp_path: Path
) -> None:
    whole, _ = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    (folder / "records.db").unlink()
    opened = Store.open(folder, lambda: NOW)
    assert [message.what for message in opened.said] == ["found-again"]
    assert opened.store.count == IN_BACKUP
    opened.store.close()


def test_a_file_that_nobody_touched_is_not_looked_through_again(
    kept: tuple[Path, list[Record]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, _ = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    Store.open(folder, lambda: NOW).store.close()
    looked: list[object] = []
    monkeypatch.setattr("game.records.opening.look_through", looked.append)
    Store.open(folder, lambda: NOW).store.close()
    assert looked == []


def test_what_was_made_from_the_answers_is_made_anew_if_it_was_harmed(
    kept: tuple[Path, list[Record]], tmp_path: Path
) -> None:
    import sqlite3
    from contextlib import closing

    whole, given = kept
    folder = tmp_path / "kept"
    shutil.copytree(whole, folder)
    with closing(sqlite3.connect(folder / "records.db")) as file, file:
        file.execute("UPDATE memory SET stability = stability * 2")
        file.execute("DELETE FROM sitting")
    opened = Store.open(folder, lambda: NOW)
    assert opened.said == ()
    assert opened.store.rebuild()
    assert sum(one.answers for one in opened.store.sittings(given[0].profile)) == len(given)
    opened.store.close()
