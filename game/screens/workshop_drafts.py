"""Drafts that wait for their author: accepted, reworded or dropped, and taken back one by one."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from game.packs.identifiers import replace_file
from game.packs.model import Fact
from game.phrase import phrase
from game.screens.workshop_wording import Keys, Wording
from game.system_errors import why


class Drafting(Protocol):
    """Changes a draft in its file. Raises ValueError with a sentence, or OSError, where it cannot.

    The room of authors stands behind this one, so who opens the game hands it in.
    """

    def accept(self, folder: Path, fact_id: str, /) -> None: ...

    def drop(self, folder: Path, fact_id: str, /) -> None: ...

    def text_of(self, folder: Path, fact_id: str, /) -> str: ...

    def make_draft(self, folder: Path, fact_id: str, /) -> None: ...

    def fact_before(self, folder: Path, fact_id: str, /) -> str: ...

    def put_back(
        self, folder: Path, name: str, fact_id: str, text: str, behind: str, /
    ) -> None: ...

    def wording(self, folder: Path, fact_id: str, /) -> Sequence[Wording]: ...

    def reword(self, folder: Path, fact_id: str, texts: Sequence[tuple[Keys, str]], /) -> str: ...

    def edit(self, folder: Path, fact_id: str, text: str, /) -> None: ...


@dataclass(frozen=True, slots=True)
class _Done:
    """What a file was before a draft was changed in it, and what it is since.

    `text` is that of the draft before it was dropped or reworded; `draft` is its id since, and
    `was` the one before. `behind` is that of the fact before it in its file.
    """

    what: Literal["accepted", "dropped", "reworded"]
    was: str
    draft: str
    name: str
    before: bytes
    after: bytes
    text: str
    behind: str


class Desk:
    """Does what an author says of the drafts of one folder, in a thread, one after the other.

    `trouble` is why the last change could not be made, "" if it could; a frame reads it.
    """

    def __init__(self, folder: Path, drafting: Callable[[], Drafting]) -> None:
        self._folder = folder
        self._drafting = drafting
        self._done: list[_Done] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.trouble = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    def accept(self, draft: Fact) -> None:
        """Have it played from now on."""
        self._soon(lambda: self._change(draft, "accepted"))

    def drop(self, draft: Fact) -> None:
        """Take it out of its file."""
        self._soon(lambda: self._change(draft, "dropped"))

    def look(self, draft: Fact, take: Callable[[Sequence[Wording]], None]) -> None:
        """Read its words as they stand in its file, and hand them over from the thread."""
        self._soon(lambda: take(self._drafting().wording(self._folder, draft.id)))

    def reword(self, draft: Fact, texts: Sequence[tuple[Keys, str]]) -> None:
        """Put other words into its file."""
        self._soon(lambda: self._change(draft, "reworded", texts))

    @property
    def idle(self) -> bool:
        """Whether all is done that was asked for."""
        return self._thread is None

    @property
    def last(self) -> str:
        """The id, since, of the draft that was changed last, "" if none was."""
        return self._done[-1].draft if self._done else ""

    def undo(self) -> str:
        """Take the last change back, and nothing that was written into its file since.

        The id of the draft that was changed comes back, "" if there is none.
        """
        changed = self._done[-1].was if self._done else ""
        self._soon(self._undo)
        return changed

    def wait(self) -> None:
        """Until all is done: for pictures and tests, never in a frame."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _soon(self, work: Callable[[], None]) -> None:
        with self._lock:
            self._waiting.append(work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="drafts", daemon=False)
                self._thread.start()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                work = self._waiting.popleft()
            try:
                self.trouble = ""
                work()
            except ValueError as error:
                self.trouble = str(error)
            except OSError as error:
                file = error.filename or self._folder
                self.trouble = phrase("{file} cannot be changed: {why}.", file=file, why=why(error))

    def _change(
        self,
        draft: Fact,
        what: Literal["accepted", "dropped", "reworded"],
        texts: Sequence[tuple[Keys, str]] = (),
    ) -> None:
        drafting, name, now = self._drafting(), draft.place.file, draft.id
        before = (self._folder / name).read_bytes()
        text = drafting.text_of(self._folder, draft.id)
        behind = drafting.fact_before(self._folder, draft.id)
        if what == "accepted":
            drafting.accept(self._folder, draft.id)
        elif what == "dropped":
            drafting.drop(self._folder, draft.id)
        else:
            now = drafting.reword(self._folder, draft.id, texts)
        after = (self._folder / name).read_bytes()
        self._done.append(_Done(what, draft.id, now, name, before, after, text, behind))

    def _undo(self) -> None:
        if not self._done:
            return
        last = self._done.pop()
        path, drafting = self._folder / last.name, self._drafting()
        if path.read_bytes() == last.after:
            replace_file(path, last.before)
        elif last.what == "dropped":
            drafting.put_back(self._folder, last.name, last.draft, last.text, last.behind)
        elif last.what == "reworded":
            drafting.edit(self._folder, last.draft, last.text)
        else:
            drafting.make_draft(self._folder, last.draft)
