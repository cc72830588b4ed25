"""Disks that are full or may not be written to, and clocks that are wrong: play goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from game.records.network import is_on_network
from game.records.places import Places
from game.records.store import Store
from tests.patience import PATIENCE_S
from tests.records.kills import ROOT
from tests.records.made import FIRST, record

ROBOT = (sys.executable, str(ROOT / "main.py"), "play", "--robot", "--seed", "1")
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="a limit that only POSIX systems have")


@contextmanager
def full_disk(bytes_: int) -> Iterator[None]:
    """No file of this process can grow beyond so many bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@POSIX_ONLY
def test_a_disk_that_fills_up_is_told_and_what_waited_is_kept_once_there_is_room(
    tmp_path: Path,
) -> None:
    store = Store.open(tmp_path).store
    ada = store.add_profile("Ada", "fox").id
    given = [record(at, profile=ada) for at in range(12)]
    assert store.add(given[0]).wait(PATIENCE_S)
    wal, _, _ = Places(tmp_path).beside
    with full_disk(wal.stat().st_size + 5000):
        tickets = [store.add(one) for one in given[1:]]
        store.wait()
        assert not tickets[-1].stored
        assert tickets[-1].trouble in ("no-room", "disk")
        assert store.trouble == tickets[-1].trouble
        assert len(store.records(ada)) == store.count < 12
    last = store.add(record(12, profile=ada))
    assert last.wait(PATIENCE_S)
    assert all(ticket.stored for ticket in (*tickets, last))
    assert not store.trouble
    assert list(store.records(ada)) == [*given, record(12, profile=ada)]
    assert store.rebuild()
    assert store.close(PATIENCE_S)


@pytest.mark.slow
@POSIX_ONLY
def test_a_robot_plays_on_when_the_disk_is_full_and_all_it_was_promised_is_there(
    tmp_path: Path,
) -> None:
    import resource

    done = subprocess.run(
        [*ROBOT, "--rounds", "30", "--data", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert done.returncode == 1
    assert done.stdout.count("launch: fuel") == 30
    assert done.stderr.count("Not kept") == 1
    assert "Traceback" not in done.stderr
    stored = done.stdout.count("stored ")
    assert 0 < stored < 300
    opened = Store.open(tmp_path)
    assert opened.said == ()
    assert opened.store.count == stored
    opened.store.close()


@POSIX_ONLY
def test_a_folder_that_may_not_be_written_to_can_be_studied_from() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "kept"
        store = Store.open(folder).store
        ada = store.add_profile("Ada", "fox")
        for at in range(5):
            store.add(record(at, profile=ada.id))
        store.wait()
        memories = store.memories(ada.id)
        store.close()
        with not_allowed_to_write(folder):
            opened = Store.open(folder)
            assert [message.what for message in opened.said] == ["read-only"]
            assert opened.store.profiles() == (ada,)
            assert opened.store.memories(ada.id) == memories
            ticket = opened.store.add(record(5, profile=ada.id))
            assert ticket.wait(PATIENCE_S)
            assert not ticket.stored
            assert ticket.trouble == opened.store.kept == "read-only"
            assert len(opened.store.records(ada.id)) == 6
            opened.store.close()
        again = Store.open(folder).store
        assert again.count == 5
        again.close()


@contextmanager
def not_allowed_to_write(folder: Path) -> Iterator[None]:
    """As one who may read everything in the folder and write nothing; root is nobody meanwhile."""
    for path in (folder.parent, folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in (folder.parent, folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_file_in_the_place_of_the_folder_is_told_and_play_goes_on(tmp_path: Path) -> None:
    in_the_way = tmp_path / "kept"
    in_the_way.write_text("no folder")
    opened = Store.open(in_the_way)
    assert len(opened.said) == 1
    assert opened.store.kept
    ada = opened.store.add_profile("Ada", "fox")
    assert opened.store.add(record(profile=ada.id)).wait(PATIENCE_S)
    assert len(opened.store.memories(ada.id)) == 1
    opened.store.close()
    assert in_the_way.read_text() == "no folder"


def test_a_clock_that_was_set_back_is_told_and_noted_and_the_order_stays(tmp_path: Path) -> None:
    now = FIRST + timedelta(days=30)
    store = Store.open(tmp_path, lambda: now).store
    ada = store.add_profile("Ada", "fox").id
    days = [10, 11, 3, 4, 12]
    for at in days:
        store.add(record(at, profile=ada, card="made/fact-1#when", rating=3))
    store.wait()
    assert [one.at_utc for one in store.records(ada)] == [FIRST + timedelta(days=at) for at in days]
    behind = store._log.connection.execute("SELECT clock_back_s FROM answer ORDER BY id").fetchall()
    assert [seconds for (seconds,) in behind] == [0, 0, 8 * 86_400, 0, 0]
    memories = store.memories(ada)
    assert store.rebuild()
    assert store.memories(ada) == memories
    store.close()
    (message,) = Store.open(tmp_path, lambda: FIRST).said
    assert (message.what, message.day) == ("clock-back", (FIRST + timedelta(days=12)).date())


def test_a_clock_that_ran_ahead_and_came_back_loses_nothing(tmp_path: Path) -> None:
    ahead = datetime(2040, 1, 1, tzinfo=UTC)
    store = Store.open(tmp_path, lambda: ahead).store
    store.add(record(at_utc=ahead, study_day=ahead.date()))
    store.close()
    opened = Store.open(tmp_path, lambda: FIRST)
    assert opened.store.add(record()).wait(PATIENCE_S)
    assert opened.store.count == 2
    opened.store.close()
    third = Store.open(tmp_path, lambda: FIRST + timedelta(days=1))
    assert third.said == ()
    third.store.close()


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
school:/homes /home nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
tmpfs /tmp tmpfs rw 0 0
user@host: /mnt/far fuse.sshfs rw 0 0
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked, and has no such table")
@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/home/ada/t-minus", True),
        ("/mnt/my share/x", True),
        ("/mnt/far/x", True),
        ("/homestead/x", False),
        ("/var/x", False),
    ],
)
def test_a_folder_on_a_network_is_known_by_what_is_mounted_there(folder: str, far: bool) -> None:
    assert is_on_network(Path(folder), MOUNTS) is far


def test_on_a_network_answers_are_kept_without_a_log_and_a_second_copy_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.records.opening.is_on_network", lambda _: True)
    monkeypatch.setattr("game.records.backup.is_on_network", lambda _: True)
    opened = Store.open(tmp_path)
    assert opened.said == ()
    connection = opened.store._log.connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
    ada = opened.store.add_profile("Ada", "fox")
    ticket = opened.store.add(record(profile=ada.id))
    assert ticket.wait(PATIENCE_S)
    assert ticket.stored
    second = Store.open(tmp_path)
    assert [message.what for message in second.said] == ["second-copy"]
    refused = second.store.add(record(1, profile=ada.id))
    assert refused.wait(PATIENCE_S)
    assert not refused.stored
    second.store.close()
    assert opened.store.count == 1
    assert opened.store.close(PATIENCE_S)
    again = Store.open(tmp_path)
    assert again.said == ()
    assert again.store.count == 1
    again.store.close()
