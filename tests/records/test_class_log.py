"""The log of a live class: nothing is called stored before it is, and all of it goes at the end."""

from __future__ import annotations

import os
import queue
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.records.class_log import (
    AnswerRow,
    BanRow,
    DoorRow,
    GoneRow,
    Head,
    LogFile,
    Row,
    SaidRow,
    SeatRow,
    StepRow,
    new_log,
    tidy,
    unfinished,
)
from game.records.store import Store
from tests.patience import PATIENCE_S

HEAD = Head(
    "made", "1", "kk", 7, 10, "2026-01-01", ("a", "b"), "usual", "012345", "s", "127.0.0.1", 8010
)  # fmt: skip


class Kept:
    """A log, and the thread of the class that it tells things to."""

    def __init__(self, data: Path) -> None:
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.troubles: list[str] = []
        self.log = new_log(data, HEAD, self.calls.put, self.troubles.append)

    def write(self, *rows: Row) -> None:
        """Write rows, and wait until they are called written."""
        done: list[bool] = []
        self.log.write(rows, lambda: done.append(True))
        while not done:
            self.calls.get(timeout=PATIENCE_S)()


STEP = StepRow("{}", "{}", begun=True)


def answer(seat: str = "p1", q: int = 0, n: int = 1, response: str = "2") -> AnswerRow:
    return AnswerRow(seat, q, n, response, 1500)


def test_a_class_that_was_cut_short_is_read_as_it_was_written(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    seat = SeatRow("p1", "00ff", "Синяя комета", "guidance", 0, 1.5)
    kept.write(seat, SeatRow("p2", "01", "Gone", "", 0, 1.0), SaidRow("p1", 1, 1, 0))
    kept.write(answer(), StepRow('{"a": 1}', "{}", True, 0, ("p2",)))
    kept.write(answer(q=1, n=1, response='"Байқоңыр"'), answer(q=1, n=2, response="[1, 0]"))
    kept.write(GoneRow("p2"), BanRow("0a"), DoorRow("10.0.0.5", 8011), DoorRow("fd00::5", 8012))
    kept.write(BanRow("0a"))
    kept.log.close(keep=True)
    found = unfinished(tmp_path)
    assert found is not None
    read = found[1]
    assert (read.head.pin, read.head.address, read.head.port) == ("012345", "fd00::5", 8012)
    assert read.seats == (seat, SeatRow("p2", "", "", "", 0, 1.0))
    assert read.said == (SaidRow("p1", 1, 1, 0),)
    assert read.answers == (answer(), answer(q=1, n=2, response="[1, 0]"))
    assert read.banned == ("0a",)
    assert (read.round, read.begun, read.closed) == ('{"a": 1}', True, ((0, ("p2",)),))


def test_a_repeated_answer_is_one_row(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(answer(), answer())
    kept.write(answer())
    with closing(sqlite3.connect(kept.log.path)) as file:
        assert file.execute("SELECT count(*) FROM answer").fetchone() == (1,)
    kept.log.close(keep=False)


def test_what_is_called_written_is_on_disk_in_the_order_it_came(tmp_path: Path) -> None:
    kept, order = Kept(tmp_path), list[int]()
    for at in range(500):
        rows = (answer(f"p{at}"),) if at % 3 else ()
        kept.log.write(rows, lambda at=at: order.append(at))  # type: ignore[misc]
    while len(order) < 500:
        kept.calls.get(timeout=PATIENCE_S)()
    assert order == list(range(500))
    kept.log.close(keep=False)


def test_an_ended_class_leaves_nothing(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(SeatRow("p1", "00", "A name", "", 0, 1.0))
    kept.log.close(keep=False)
    assert list((tmp_path / "live").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(answer())
    for path in (tmp_path / "live").glob("*.db*"):
        assert path.stat().st_mode & 0o077 == 0, path
    kept.log.close(keep=False)


def test_what_nobody_takes_up_for_a_day_is_thrown_away(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(answer(), STEP)
    tidy(tmp_path, datetime.now(UTC) + timedelta(days=2))
    assert kept.log.path.exists()
    kept.log.close(keep=True)
    tidy(tmp_path, datetime.now(UTC) + timedelta(hours=23))
    assert unfinished(tmp_path) is not None
    tidy(tmp_path, datetime.now(UTC) + timedelta(hours=25))
    assert list((tmp_path / "live").iterdir()) == []


def test_the_start_of_the_game_throws_away_what_is_left_of_an_old_class(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(STEP)
    kept.log.close(keep=True)
    later = datetime.now(UTC) + timedelta(days=2)
    Store.open(tmp_path, lambda: later).store.close()
    assert list((tmp_path / "live").iterdir()) == []


def test_a_file_that_is_no_log_is_not_taken_up(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / "20260101T000000Z-x.db").write_bytes(b"nonsense" * 500)
    assert unfinished(tmp_path) is None


def test_answers_wait_while_the_disk_refuses_and_none_is_lost(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write(STEP)
    with closing(sqlite3.connect(kept.log.path, isolation_level=None)) as other:
        kept.log._file.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN IMMEDIATE")
        done: list[bool] = []
        kept.log.write((answer(),), lambda: done.append(True))
        while not kept.troubles:
            kept.calls.get(timeout=PATIENCE_S)()
        assert kept.troubles == ["busy"]
        assert not done
        other.execute("ROLLBACK")
    while not done:
        kept.calls.get(timeout=PATIENCE_S)()
    assert kept.troubles == ["busy", ""]
    kept.log.close(keep=True)
    found = unfinished(tmp_path)
    assert found is not None
    assert found[1].answers == (answer(),)


def test_a_log_that_another_host_has_is_left_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert unfinished(tmp_path) is None
    with pytest.raises(OSError, match="in use"):
        LogFile(kept.log.path, kept.calls.put, kept.troubles.append)
    kept.log.close(keep=False)
