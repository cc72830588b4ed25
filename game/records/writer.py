"""The one thread that writes, so that no frame waits for the disk."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from typing import Protocol, TypeVar

from game.records.log import Log
from game.records.record import Record
from game.records.ticket import Ticket
from game.records.trouble import Trouble, trouble_of

T = TypeVar("T")
_Wanted = tuple[Record, Ticket]


class Caller(Protocol):
    """Who is told, on the writer's thread, how it went."""

    def written(self) -> None:
        """Answers were stored, and their tickets told so."""

    def failed(self, trouble: Trouble) -> None:
        """Answers could not be stored."""


class Writer:
    """Writes what is handed over, in that order. What waits goes to the disk in one commit.

    An answer that the disk refuses is kept here and tried again before the next one. `kept` says
    why nothing goes to the disk at all, "" if it does.
    """

    def __init__(self, log: Log, kept: Trouble, caller: Caller) -> None:
        self.trouble: Trouble = kept
        self.count = log.count()
        self._log = log
        self._kept = kept
        self._caller = caller
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

    @property
    def is_done(self) -> bool:
        """Whether the thread has ended, or never began."""
        return self._thread is None or not self._thread.is_alive()

    def close(self, timeout_s: float | None) -> bool:
        """Try once more what was refused, and end; whether all that was handed over is on disk."""
        with self._change:
            self._closing = True
            thread = self._thread
            self._change.notify_all()
        if thread is not None:
            thread.join(timeout_s)
        return self.is_done and not self._refused

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
        if not self._commit(group) and len(group) > 1:
            # It may be only one of them that is to blame.
            self._refused = []
            for one in group:
                self._write_alone(one)

    def _write_alone(self, one: _Wanted) -> None:
        if self._refused:
            # Later ones do not overtake: the log has the order in which they were given.
            self._refuse([one], self.trouble)
        else:
            self._commit([one])

    def _commit(self, group: list[_Wanted]) -> bool:
        try:
            count = self._log.add([record for record, _ in group]) - len(group)
        except sqlite3.Error as error:
            self._refuse(group, trouble_of(error))
            return False
        except Exception:
            # Something in a record that no file can take. The thread must live on for the others.
            self._refuse(group, "refused")
            return False
        self.trouble = self._kept
        for _, ticket in group:
            count += 1
            self.count = count
            if self._kept:
                ticket.fail(self._kept)
            else:
                ticket.store(count)
        self._caller.written()
        return True

    def _refuse(self, group: list[_Wanted], trouble: Trouble) -> None:
        self.trouble = trouble
        if trouble != "refused":
            self._refused += group
        for _, ticket in group:
            ticket.fail(trouble)
        self._caller.failed(trouble)
