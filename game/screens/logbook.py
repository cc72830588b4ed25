"""The store of answers, opened behind the game, and who studies. No frame waits for the disk."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

# What keeps answers is imported when somebody studies, and not before the first picture.
if TYPE_CHECKING:
    from game.bank.bank import Bank
    from game.play.learner import Learner
    from game.play.plan import Plan
    from game.play.progress import Progress
    from game.play.sitting import Sitting
    from game.records.message import Message
    from game.records.record import Profile
    from game.records.store import Store
    from game.study.schedule import Scheduler

FILE = "records.db"


def local_now() -> datetime:
    """This moment, with the zone of this machine."""
    return datetime.now().astimezone()


class Logbook:
    """Opens the records of a folder, knows its learners, and reads what the chosen one remembers.

    All work is done by one thread, in the order in which it was asked for; `busy` tells that some
    is left. `profile` is None for a guest, whose answers are kept in memory alone. Without a folder
    all are. `said` is what there is to tell about how the records were opened, `trouble` what went
    wrong last, and `gone` who was deleted last.
    """

    def __init__(self, folder: Path | None, now: Callable[[], datetime] = local_now) -> None:
        self.folder = folder
        self.now = now
        self.profiles: tuple[Profile, ...] = ()
        self.profile: Profile | None = None
        self.said: tuple[Message, ...] = ()
        self.trouble = ""
        self.gone = ""
        self.asked_who = False
        self._learner: Learner | None = None
        self._store: Store | None = None
        self._guests: Store | None = None
        self._guest: Profile | None = None
        self._schedule: Scheduler | None = None
        self._owners: dict[str, str] = {}
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue()
        self._thread: threading.Thread | None = None

    @property
    def exists(self) -> bool:
        """Whether anybody has ever studied here. For after the first picture."""
        return self.folder is not None and (self.folder / FILE).exists()

    @property
    def opened(self) -> bool:
        """Whether the records are there."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The records, once they are open."""
        assert self._store is not None
        return self._store

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not yet done."""
        return self._jobs.unfinished_tasks > 0

    def begin(self, after: Callable[[], object] = lambda: None) -> None:
        """Open the records once `after`, which may wait, has come back; once is enough."""
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._work, name="logbook", daemon=True)
        self._do(after)
        self._do(self._open)
        self._thread.start()

    def wait(self) -> None:
        """Wait until all is done: for leaving, pictures and tests, never in a frame."""
        if self._thread is not None:
            self._jobs.join()

    def settle(self) -> None:
        """Write what is left and close the records."""
        self.wait()
        for store in (self._store, self._guests):
            if store is not None:
                store.close()

    def learner(self, bank: Bank) -> Learner | None:
        """Who studies this bank now, None while it is being read."""
        found = self._learner
        if found is None or found.bank is not bank or self._who is not found.profile:
            return None
        return found

    @property
    def mature(self) -> int | None:
        """How many facts the chosen learner knows for three weeks or longer; None for a guest, and
        while it is not yet read."""
        found = self._learner
        chosen = self.profile is not None and found is not None and found.profile is self.profile
        return found.mature if found is not None and chosen else None

    def follow(self, loading: Callable[[], object], sets: Collection[str] | None) -> None:
        """Once the records are open, have read what the chosen learner knows of the pack that was
        loaded, so that their rounds are kept from the first answer on."""

        def read() -> None:
            from game.screens.loading import Loaded

            loaded = loading()
            if self.profile is not None and isinstance(loaded, Loaded):
                self._read(loaded.bank, sets)

        self._do(read)

    def read(self, bank: Bank, sets: Collection[str] | None = None) -> None:
        """Have read what the chosen learner, or the guest, knows of a bank."""
        self.begin()
        self._do(lambda: self._read(bank, sets))

    def choose(self, profile: Profile | None) -> None:
        """Who studies from now on; None for a guest."""
        self.profile = profile
        self.asked_who = True
        self._learner = None

    def add(self, nickname: str, picture: str) -> None:
        """Have a learner added and chosen. What a guest has answered becomes theirs."""
        self.begin()

        def add() -> None:
            from game.play.learner import moved_to

            assert self._store is not None
            made = self._store.add_profile(nickname, picture)
            if self.profile is None and self._guests is not None and self._guest is not None:
                self._guests.wait()
                moved_to(self._store, made, self._guests.records(self._guest.id))
                self._begin_guest()
            self._list()
            self.choose(next(one for one in self.profiles if one.id == made.id))

        self._do(add)

    def rename(self, profile: Profile, nickname: str, picture: str) -> None:
        """Have a learner called otherwise."""

        def rename() -> None:
            assert self._store is not None
            self._store.rename_profile(profile.id, nickname, picture)
            chosen = self.profile is not None and self.profile.id == profile.id
            self._list()
            if chosen:
                self.choose(next(one for one in self.profiles if one.id == profile.id))

        self._do(rename)

    def delete(self, profile: Profile) -> None:
        """Have all of a learner deleted, from the records and their backups."""

        def delete() -> None:
            assert self._store is not None
            self._store.delete_profile(profile.id)
            self.gone = profile.nickname
            if self.profile is not None and self.profile.id == profile.id:
                self.choose(None)
            self._list()

        self._do(delete)

    def attend(self, sitting: Sitting) -> None:
        """Have the answers of a round alone kept, where a learner has chosen a name."""
        if sitting.recorder is not None or sitting.round.crew.who != "alone":
            return
        owner = self._owners.get(sitting.plan.seed)
        found = self._learner
        if (
            self.profile is not None
            and owner in (None, self.profile.id)
            and found is not None
            and found.profile is self.profile
            and found.bank.pack.id == sitting.bank.pack.id
        ):
            sitting.recorder = found.recorder("round")

    def prepare(self, bank: Bank) -> None:
        """Have read what the chosen learner knows of a bank before their round's first answer."""
        if self.profile is not None and self.learner(bank) is None and not self.busy:
            self.read(bank)

    def whose(self, plan: Plan) -> str:
        """The learner whose answers a round keeps, "" for a guest, a class and teams."""
        alone = plan.crew.who == "alone"
        return self.profile.id if self.profile is not None and alone else ""

    def belongs(self, seed: str, profile: str, bank: Bank) -> None:
        """The round of this seed was begun by that learner, and is taken up again: where nobody is
        chosen yet, it is they who go on."""
        if not profile:
            return
        self._owners[seed] = profile
        self.begin()

        def go_on() -> None:
            if self.profile is None:
                self.choose(next((one for one in self.profiles if one.id == profile), None))
            if self.profile is not None and self.learner(bank) is None:
                self._read(bank, None)

        self._do(go_on)

    def measure(self, learner: Learner, done: Callable[[Progress], None]) -> None:
        """Have read how far a learner has come; `done` is called by the thread that reads."""

        def measure() -> None:
            from game.play.progress import progress_of

            learner.store.wait()
            done(progress_of(learner))

        self._do(measure)

    def heard(self) -> tuple[Message, ...]:
        """What is to be told, once."""
        said, self.said = self.said, ()
        return said

    @property
    def _who(self) -> Profile | None:
        return self.profile or self._guest

    def _do(self, job: Callable[[], None] | Callable[[], object]) -> None:
        self._jobs.put(lambda: (job(), None)[1])

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job()
            except Exception as error:  # a thread that dies in silence would leave screens waiting
                self.trouble = f"{type(error).__name__}: {error}"
            finally:
                self._jobs.task_done()

    def _open(self) -> None:
        from game.records.store import Store
        from game.study.schedule import Scheduler

        self._schedule = Scheduler()
        self._begin_guest()
        opened = Store.open(self.folder)
        self.said = opened.said
        self._store = opened.store
        self._list()
        if len(self.profiles) == 1 and self.profile is None and not self.asked_who:
            self.choose(self.profiles[0])

    def _read(self, bank: Bank, sets: Collection[str] | None) -> None:
        from game.play.learner import Learner

        store = self._guests if self.profile is None else self._store
        who = self._who
        assert store is not None and who is not None and self._schedule is not None
        store.wait()
        guest = self.profile is None
        self._learner = Learner(store, who, bank, self._schedule, self.now, sets, guest=guest)

    def _begin_guest(self) -> None:
        from game.records.store import Store

        self._guests = Store.open(None).store
        self._guest = self._guests.add_profile("", "rocket")

    def _list(self) -> None:
        assert self._store is not None
        self.profiles = self._store.profiles()
