"""What is known of a learner: a nickname, a picture and answers. And all of it can be deleted."""

from __future__ import annotations

import csv
import getpass
import gzip
import json
import re
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import getnode

import pytest

from game import cli
from game.records import backup
from game.records.places import Places
from game.records.store import Store
from tests.patience import PATIENCE_S
from tests.records.made import record

FORBIDDEN = (
    *("realname", "firstname", "surname", "lastname", "birth", "age", "gender", "email", "mail"),
    *("photo", "portrait", "voice", "sound", "ip", "mac", "device", "host", "hostname", "user"),
    *("location", "latitude", "longitude", "address", "school", "city", "country", "phone"),
    *("chat", "comment", "note", "message", "keys", "keystrokes", "typing", "disability"),
    *("diagnosis", "behaviour", "character", "label", "password", "token"),
)
"""What the law and good sense forbid to keep of a child, as words of which a name could be made."""

NICKNAME = "Zhanna-of-the-steppe"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two learners, a backup with both, a damaged file that was set aside, and answers since."""
    # Names that stand in no text by chance, as "max" or "box" may.
    monkeypatch.setenv("LOGNAME", "user-of-this-machine")
    monkeypatch.setattr(socket, "gethostname", lambda: "name-of-this-machine")
    for first in (0, 30):
        store = Store.open(tmp_path).store
        who = store.profiles() or (
            store.add_profile(NICKNAME, "fox"),
            store.add_profile("Bek", "owl"),
        )
        for at in range(first, first + 30):
            one = who[at % 2]
            mark = "secret-of-zhanna" if one is who[0] else "answer-of-bek"
            store.add(record(at, profile=one.id, chosen=json.dumps(mark)))
        store.close()
    backups = backup.every(Places(tmp_path))
    backup.make(Places(tmp_path), backups[0].at.replace(year=2025))
    aside = tmp_path / "records.damaged-20260101T000000Z.db"
    aside.write_bytes((tmp_path / "records.db").read_bytes())
    return tmp_path


def words(name: str) -> set[str]:
    return {part for part in re.split(r"[^a-z]+", name.lower()) if part}


def test_no_table_has_a_place_for_what_must_not_be_kept(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "records.db")) as file:
        tables = [
            name for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        columns = {
            (table, column)
            for table in tables
            for (column,) in file.execute("SELECT name FROM pragma_table_info(?)", (table,))
        }
    assert {column for table, column in columns if table == "profile"} == {
        *("id", "nickname", "picture", "created_day")
    }
    named = {f"{table} {column}" for table, column in columns}
    assert [name for name in named if words(name) & set(FORBIDDEN)] == []


@pytest.mark.parametrize("to", ["csv", "json", "anki"])
def test_an_export_has_nothing_that_must_not_be_kept_and_no_name(folder: Path, to: str) -> None:
    out = folder / "out"
    options = ["report", "--to", to, "-o", str(out), "--data", str(folder)]
    assert cli.main([*options, "--profile", NICKNAME]) == 0
    text = out.read_text("utf-8-sig")
    assert NICKNAME not in text
    fields = (
        set(json.loads(text)["answers"][0])
        if to == "json"
        else set(next(csv.reader(text.splitlines())))
    )
    assert [name for name in fields if words(name) & set(FORBIDDEN)] == []


def test_nothing_tells_the_machine_or_who_is_logged_in(folder: Path) -> None:
    out = folder / "out.json"
    assert cli.main(["report", "--to", "json", "-o", str(out), "--data", str(folder)]) == 0
    kept = (folder / "records.db").read_bytes() + out.read_bytes()
    for what in (socket.gethostname(), str(folder), str(Path.home()), f"{getnode():x}"):
        assert what.encode() not in kept
    assert getpass.getuser().encode() not in out.read_bytes()


def every_byte(folder: Path) -> bytes:
    """All bytes under a folder, those of backups unpacked as well."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            found.append(path.read_bytes())
            if path.suffix == ".gz":
                found.append(gzip.decompress(found[-1]))
    return b"\n".join(found)


def test_a_deleted_learner_leaves_no_byte_in_the_file_or_in_any_backup(folder: Path) -> None:
    store = Store.open(folder).store
    zhanna, bek = store.profiles()
    before = every_byte(folder)
    assert before.count(b"secret-of-zhanna") > 60
    told: list[tuple[int, int]] = []
    store.delete_profile(zhanna.id, lambda done, of: told.append((done, of)))
    assert store.profiles() == (bek,)
    assert told[-1] == (2, 2)
    assert len(store.records(bek.id)) == 30
    assert store.rebuild()
    assert store.close(PATIENCE_S)
    after = every_byte(folder)
    for trace in (NICKNAME.encode(), b"secret-of-zhanna", zhanna.id.encode()):
        assert trace not in after
    assert after.count(b"answer-of-bek") >= 30
    (folder / "records.db").unlink()
    restored = Store.open(folder).store
    assert restored.profiles() == (bek,)
    assert len(restored.records(bek.id)) == 15
    restored.close()


def test_a_deletion_that_was_cut_short_is_finished_at_the_next_start(folder: Path) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    store = Store.open(folder).store
    zhanna, bek = store.profiles()
    with pytest.raises(PowerCut):
        store.delete_profile(zhanna.id, cut)
    assert store.profiles() == (bek,)
    store.close()
    assert b"secret-of-zhanna" in every_byte(folder)
    again = Store.open(folder).store
    again._keeping.settle()
    again.close()
    after = every_byte(folder)
    assert b"secret-of-zhanna" not in after
    assert zhanna.id.encode() not in after


def test_a_backup_that_cannot_be_read_goes_with_a_deleted_learner(folder: Path) -> None:
    (one, *_) = backup.every(Places(folder))
    one.path.write_bytes(one.path.read_bytes()[:100])
    store = Store.open(folder).store
    zhanna, _ = store.profiles()
    store.delete_profile(zhanna.id)
    store.close()
    assert not one.path.exists()


def test_an_answer_is_neither_changed_nor_deleted_by_itself(folder: Path) -> None:
    store = Store.open(folder).store
    zhanna, _ = store.profiles()
    connection = store._log.connection
    for statement in (
        'UPDATE answer SET "right" = 1',
        "UPDATE answer SET rating = 4 WHERE id = 1",
        "DELETE FROM answer WHERE id = 1",
        f"DELETE FROM answer WHERE profile = '{zhanna.id}'",
        "INSERT OR REPLACE INTO answer SELECT * FROM answer WHERE id = 1",
    ):
        with pytest.raises(sqlite3.Error):
            connection.execute(statement)
    assert store.totals()[0] == 60
    store.close()
