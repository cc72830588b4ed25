"""The one thread that writes, so that no frame waits for the disk."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from game.records.log import Log
from game.records.record import Record
from game.records.ticket import Ticket
from game.records.trouble import Trouble, trouble_of

T = TypeVar("T")
_Wanted = tuple[Record, Ticket]


class Writer:
    """Writes what is handed over, in that order. What waits goes to the disk in one commit.

    An answer that the disk refuses is kept here and tried again before the next one. `kept` says
    why nothing goes to the disk at all, "" if it does. `written` is called after answers were
    stored and told so.
    """

    def __init__(self, log: Log, kept: Trouble, written: Callable[[], None]) -> None:
        self.trouble: Trouble = kept
        self.count = log.count()
        self._log = log
        self._kept = kept
        self._written = written
        self._change = threading.Condition()
        self._jobs: deque[_Wanted | Callable[[], None]] = deque()
        self._refused: list[_Wanted] = []
        self._busy = False
        self._closing = False
        self._thread: threading.Thread | None = None

    def add(self, record: Record, ticket: Ticket) -> None:
        """Have an answer written soon."""
        self._hand_over((record, ticket))

    def run(self, job: Callable[[Log], T]) -> T:
        """Have something else done between two answers, and wait for it; its error comes back."""
        done = threading.Event()
        result: list[T] = []
        failed: list[BaseException] = []

        def work() -> None:
            try:
                result.append(job(self._log))
            except BaseException as error:
                failed.append(error)
            finally:
                done.set()

        self._hand_over(work)
        done.wait()
        if failed:
            raise failed[0]
        return result[0]

    def wait(self, timeout_s: float | None) -> bool:
        """Wait until nothing is left to do; whether that came in time."""
        with self._change:
            return self._change.wait_for(lambda: not self._jobs and not self._busy, timeout_s)

    def close(self, timeout_s: float | None) -> bool:
        """Try once more what was refused, and end; whether all that was handed over is on disk."""
        with self._change:
            self._closing = True
            thread = self._thread
            self._change.notify_all()
        if thread is not None:
            thread.join(timeout_s)
            if thread.is_alive():
                return False
        return not self._refused

    def _hand_over(self, job: _Wanted | Callable[[], None]) -> None:
        with self._change:
            if self._closing:
                raise RuntimeError("the records are closed")
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="records", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _work(self) -> None:
        while True:
            with self._change:
                self._busy = False
                self._change.notify_all()
                self._change.wait_for(lambda: self._jobs or self._closing)
                if not self._jobs:
                    break
                self._busy = True
                group: list[_Wanted] = []
                job = None
                while self._jobs and job is None:
                    first = self._jobs[0]
                    if isinstance(first, tuple):
                        group.append(first)
                    elif not group:
                        job = first
                    else:
                        break
                    self._jobs.popleft()
            if job is not None:
                job()
            else:
                self._write([*self._refused, *group])
        if self._refused:
            self._write(self._refused)

    def _write(self, group: list[_Wanted]) -> None:
        self._refused = []
        try:
            self._commit(group)
        except sqlite3.Error as error:
            if len(group) == 1:
                self._refuse(group[0], error)
                return
            for one in group:
                self._write_alone(one)

    def _write_alone(self, one: _Wanted) -> None:
        """Write one answer of a group that was refused: it may be only one that is to blame."""
        if self._refused:
            # Later ones do not overtake: the log has the order in which they were given.
            self._refuse(one, None)
            return
        try:
            self._commit([one])
        except sqlite3.Error as error:
            self._refuse(one, error)

    def _commit(self, group: list[_Wanted]) -> None:
        self.count = self._log.add([record for record, _ in group])
        first = self.count - len(group) + 1
        for count, (_, ticket) in enumerate(group, first):
            if self._kept:
                ticket.fail(self._kept)
            else:
                ticket.store(count)
        self.trouble = self._kept
        self._written()

    def _refuse(self, one: _Wanted, error: sqlite3.Error | None) -> None:
        trouble = self.trouble if error is None else trouble_of(error)
        if trouble != "unknown-learner":
            self._refused.append(one)
            self.trouble = trouble
        one[1].fail(trouble)
