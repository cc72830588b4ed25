"""The records: what is handed over is on disk, and comes back as it was."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.records.log import Log
from game.records.store import Store
from tests.patience import PATIENCE_S
from tests.records.made import record


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path if request.param == "file" else None).store
    yield made
    made.close()


def test_a_record_comes_back_as_it_was_given(store: Store) -> None:
    ada = store.add_profile("Ada", "fox")
    given = [
        record(0, profile=ada.id, go=True, others=("made/b#who", "made/c#who")),
        record(1, profile=ada.id, rating=None, chosen='"Ünïcode, \\"quoted\\""', shown=()),
    ]
    for one in given:
        store.add(one)
    store.wait()
    assert list(store.records(ada.id)) == given
    assert list(store.records(ada.id, given[0].card)) == given[:1]


def test_a_ticket_says_when_the_answer_is_stored_and_as_which(store: Store) -> None:
    seen: list[int] = []
    tickets = [store.add(record(at), seen.append) for at in range(5)]
    assert all(ticket.wait(PATIENCE_S) for ticket in tickets)
    assert [ticket.stored for ticket in tickets] == [True] * 5
    assert [ticket.count for ticket in tickets] == seen == [1, 2, 3, 4, 5]
    assert store.count == 5


def test_another_process_sees_what_a_ticket_called_stored(tmp_path: Path) -> None:
    store = Store.open(tmp_path).store
    assert store.add(record()).wait(PATIENCE_S)
    with sqlite3.connect(tmp_path / "records.db") as other:
        assert other.execute("SELECT count(*) FROM answer").fetchone() == (1,)
    other.close()
    store.close()


def test_answers_from_many_threads_are_all_kept_once(store: Store) -> None:
    def give(first: int) -> None:
        for at in range(25):
            store.add(record(first + at))

    threads = [threading.Thread(target=give, args=(100 * number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.wait(PATIENCE_S)
    assert store.count == 200


def test_learners_have_memories_days_and_sittings_of_their_own(store: Store) -> None:
    ada, bek = store.add_profile("Ada", "fox"), store.add_profile("Bek", "owl")
    for at in range(20):
        store.add(record(at, profile=(ada, bek)[at % 2].id))
    store.add(record(20))
    store.wait()
    assert [one.nickname for one in store.profiles()] == ["Ada", "Bek"]
    assert len(store.reviews(ada.id)) == len(store.reviews(bek.id)) == 10
    assert set(store.memories(ada.id)) == {f"made/fact-{at}#when" for at in range(7)}
    assert sum(day.answers for day in store.days(ada.id)) == 10
    assert [one.answers for one in store.sittings(bek.id)] == [5, 5]
    assert [one.answers for one in store.sittings(bek.id, "round")] == []


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Store.open(tmp_path).store
    ada = first.add_profile("Ada", "fox")
    for at in range(10):
        first.add(record(at, profile=ada.id))
    assert first.close(PATIENCE_S)
    again = Store.open(tmp_path).store
    assert again.count == 10
    assert again.profiles() == (ada,)
    assert len(again.memories(ada.id)) == 7
    again.close()


def test_an_answer_of_nobody_that_is_known_is_refused_and_the_others_are_kept(
    store: Store,
) -> None:
    tickets = [store.add(record(at, profile="gone" if at == 1 else "")) for at in range(3)]
    store.wait()
    assert [ticket.stored for ticket in tickets] == [True, False, True]
    assert tickets[1].trouble
    assert store.count == 2


def test_a_learner_can_be_called_otherwise(store: Store) -> None:
    ada = store.add_profile("Ada", "fox")
    store.rename_profile(ada.id, "Adele", "owl")
    (one,) = store.profiles()
    assert (one.id, one.nickname, one.picture) == (ada.id, "Adele", "owl")


def test_what_waits_goes_to_the_disk_in_one_commit(store: Store) -> None:
    said: list[str] = []
    begun, free = threading.Event(), threading.Event()

    def hold(log: Log) -> None:
        begun.set()
        assert free.wait(PATIENCE_S)
        log.connection.set_trace_callback(said.append)

    holding = threading.Thread(target=store._writer.run, args=(hold,))
    holding.start()
    assert begun.wait(PATIENCE_S)
    tickets = [store.add(record(at)) for at in range(50)]
    free.set()
    holding.join()
    assert all(ticket.wait(PATIENCE_S) for ticket in tickets)
    store._log.connection.set_trace_callback(None)
    assert [ticket.count for ticket in tickets] == list(range(1, 51))
    assert said.count("COMMIT") == 1


@pytest.mark.parametrize(
    "unfit",
    [{"chosen": "\ud800"}, {"elapsed_ms": 1 << 70}, {"rating": 9}, {"mode": "none"}],
    ids=["half a letter", "a number beyond all", "a rating that there is not", "no mode"],
)
def test_what_no_file_can_take_is_refused_and_the_thread_lives_on(
    store: Store, unfit: dict[str, Any]
) -> None:
    ada = store.add_profile("Ada", "fox").id
    tickets = [
        store.add(record(0, profile=ada)),
        store.add(record(1, profile=ada, **unfit)),
        store.add(record(2, profile=ada)),
    ]
    store.wait()
    assert [ticket.stored for ticket in tickets] == [True, False, True]
    assert tickets[1].trouble == "refused"
    assert store.rebuild()


def test_a_listener_that_fails_harms_no_answer(store: Store) -> None:
    def fail(_: int) -> None:
        raise RuntimeError

    first, second = store.add(record(0), fail), store.add(record(1))
    assert second.wait(PATIENCE_S)
    assert first.stored
    assert second.count == store.count == 2


def test_an_outline_has_each_answer_in_a_few_words(store: Store) -> None:
    ada = store.add_profile("Ada", "fox").id
    store.add(record(1, profile=ada))
    store.add(record(2, profile=ada, pack="other"))
    store.wait()
    (one,) = store.outline(ada, "made")
    assert one == ("made/fact-1#when", "made/fact-1#when/choice", "s0", 4, True)
