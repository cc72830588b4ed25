"""Two copies of the game at once: both keep what is answered, and the second one says so."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.records import migrate, opening
from game.records.lock import Lock
from game.records.places import Places
from game.records.store import Store
from tests.patience import PATIENCE_S
from tests.records.kills import ROOT
from tests.records.made import record

ROBOT = (sys.executable, str(ROOT / "main.py"), "play", "--robot")


@pytest.mark.slow
def test_two_robots_at_once_keep_every_answer_of_both(tmp_path: Path) -> None:
    robots = [
        subprocess.Popen(
            [*ROBOT, "--seed", str(seed), "--rounds", "6", "--data", str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in (1, 2)
    ]
    said = [robot.communicate(timeout=300) for robot in robots]
    assert [robot.returncode for robot in robots] == [0, 0], said
    numbers = [
        int(line.split()[1])
        for out, _ in said
        for line in out.splitlines()
        if line.startswith("stored ")
    ]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    opened = Store.open(tmp_path)
    assert opened.said == ()
    assert opened.store.count == len(numbers)
    assert opened.store.rebuild()
    opened.store.close()


def test_a_second_copy_is_told_and_both_see_what_the_other_kept(tmp_path: Path) -> None:
    first = Store.open(tmp_path)
    second = Store.open(tmp_path)
    assert first.said == ()
    assert [message.what for message in second.said] == ["shared"]
    ada = first.store.add_profile("Ada", "fox")
    assert second.store.profiles() == (ada,)
    for at in range(10):
        ticket = (first, second)[at % 2].store.add(record(at, profile=ada.id))
        assert ticket.wait(PATIENCE_S)
        assert ticket.count == at + 1
    assert first.store.memories(ada.id) == second.store.memories(ada.id)
    assert len(first.store.records(ada.id)) == 10
    assert first.store.rebuild()
    assert second.store.close(PATIENCE_S)
    assert first.store.close(PATIENCE_S)
    third = Store.open(tmp_path)
    assert third.said == ()
    assert third.store.count == 10
    third.store.close()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second copy waits however slow this machine is."""
    monkeypatch.setattr(opening, "PATIENCE_S", PATIENCE_S)


@pytest.mark.usefixtures("patient")
def test_a_second_copy_waits_for_the_file_that_the_first_is_making(tmp_path: Path) -> None:
    places = Places(tmp_path)
    first = Lock.take(places)
    making = threading.Timer(0.2, migrate.create, (places,))
    making.start()
    second = Store.open(tmp_path)
    making.join()
    assert [message.what for message in second.said] == ["shared"]
    assert second.store.add(record(0)).wait(PATIENCE_S)
    second.store.close()
    first.release()


@pytest.mark.usefixtures("patient")
def test_a_second_copy_makes_the_file_when_the_first_has_gone_without_one(tmp_path: Path) -> None:
    first = Lock.take(Places(tmp_path))
    going = threading.Timer(0.2, first.release)
    going.start()
    second = Store.open(tmp_path)
    going.join()
    assert second.said == ()
    assert second.store.kept == ""
    second.store.close()


def test_a_damaged_file_is_not_replaced_under_another_copy_that_has_it_open(
    tmp_path: Path,
) -> None:
    Store.open(tmp_path).store.close()
    other = Lock.take(Places(tmp_path))
    second = Lock.take(Places(tmp_path))
    other.release()
    (tmp_path / "records.db").write_bytes(b"damaged")
    opened = Store.open(tmp_path)
    assert [message.what for message in opened.said] == ["second-copy"]
    opened.store.close()
    assert (tmp_path / "records.db").read_bytes() == b"damaged"
    second.release()
    again = Store.open(tmp_path)
    assert [message.what for message in again.said] == ["started-anew"]
    again.store.close()


def test_the_lock_of_a_game_that_was_killed_is_free(tmp_path: Path) -> None:
    holds = (
        "import sys; from pathlib import Path; from game.records.lock import Lock; "
        "from game.records.places import Places; "
        "lock = Lock.take(Places(Path(sys.argv[1]))); print(lock.number, flush=True); input()"
    )
    game = subprocess.Popen(
        [sys.executable, "-c", holds, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert game.stdout is not None
    assert game.stdout.readline() == "0\n"
    mine = Lock.take(Places(tmp_path))
    assert mine.number == 1
    assert not mine.alone()
    mine.release()
    game.kill()
    game.communicate()
    mine = Lock.take(Places(tmp_path))
    assert mine.number == 0
    assert mine.alone()
    mine.release()
