"""Tables of another version: older ones are brought up to date, newer ones are left alone."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.records import backup, migrate
from game.records.connect import connect
from game.records.places import Places
from game.records.schema import FIRST
from game.records.store import Store
from tests.patience import PATIENCE_S
from tests.records.made import record

SECOND = "ALTER TABLE profile ADD COLUMN sound TEXT NOT NULL DEFAULT 'on';"


def filled(folder: Path, count: int = 5) -> str:
    store = Store.open(folder).store
    ada = store.add_profile("Ada", "fox").id
    for at in range(count):
        store.add(record(at, profile=ada))
    assert store.close(PATIENCE_S)
    for one in backup.every(Places(folder)):
        one.path.unlink()
    return ada


def set_version(folder: Path, version: int) -> None:
    with closing(sqlite3.connect(folder / "records.db")) as file:
        file.execute(f"PRAGMA user_version = {version}")


def prints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and "lock" not in path.name
    }


def test_an_older_file_is_brought_up_to_date_after_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = filled(tmp_path)
    monkeypatch.setattr(migrate, "STEPS", (FIRST, SECOND))
    monkeypatch.setattr(migrate, "VERSION", 2)
    opened = Store.open(tmp_path)
    assert opened.said == ()
    assert opened.store.count == 5
    assert len(opened.store.memories(ada)) == 5
    assert opened.store.add(record(5, profile=ada)).wait(PATIENCE_S)
    opened.store.close()
    with closing(sqlite3.connect(tmp_path / "records.db")) as file:
        assert migrate.version_of(file) == 2
        assert file.execute("SELECT sound FROM profile").fetchall() == [("on",)]
    first = backup.every(Places(tmp_path))[-1]
    backup.unpack(first.path, tmp_path / "old.db")
    with closing(sqlite3.connect(tmp_path / "old.db")) as file:
        assert migrate.version_of(file) == 1
        assert file.execute("SELECT count(*) FROM answer").fetchone() == (5,)


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    half = f"{SECOND} INSERT INTO nowhere VALUES (1);"
    monkeypatch.setattr(migrate, "STEPS", (FIRST, half))
    monkeypatch.setattr(migrate, "VERSION", 2)
    with closing(connect(tmp_path / "records.db")) as file, pytest.raises(sqlite3.Error):
        migrate.migrate(file)
    with closing(sqlite3.connect(tmp_path / "records.db")) as file:
        assert migrate.version_of(file) == 1
        assert "sound" not in str(file.execute("SELECT sql FROM sqlite_schema").fetchall())
        assert file.execute("SELECT count(*) FROM answer").fetchone() == (5,)


def test_a_newer_file_is_refused_in_words_and_not_touched(tmp_path: Path) -> None:
    filled(tmp_path)
    set_version(tmp_path, migrate.VERSION + 1)
    before = prints(tmp_path)
    opened = Store.open(tmp_path)
    assert [message.what for message in opened.said] == ["newer"]
    ada = opened.store.add_profile("Ada", "fox")
    ticket = opened.store.add(record(profile=ada.id))
    assert ticket.wait(PATIENCE_S)
    assert not ticket.stored
    assert ticket.trouble
    opened.store.close()
    assert prints(tmp_path) == before


def test_a_version_that_nobody_will_ever_write_is_damage(tmp_path: Path) -> None:
    filled(tmp_path)
    set_version(tmp_path, 1 << 20)
    opened = Store.open(tmp_path)
    assert [message.what for message in opened.said] == ["started-anew"]
    assert opened.store.count == 5
    opened.store.close()


def test_the_file_says_whose_it_is_and_types_are_kept_strictly(tmp_path: Path) -> None:
    filled(tmp_path)
    with closing(sqlite3.connect(tmp_path / "records.db")) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (0x542D3130,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        tables = file.execute("SELECT strict FROM pragma_table_list WHERE schema = 'main'")
        assert sum(strict for (strict,) in tables) == 9
