"""A pack's folder watched while its author writes: read and judged after each save, in a thread."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths

if TYPE_CHECKING:
    from game.bank.survey import Survey
    from game.packs.model import Pack
    from game.packs.problem import Problem
    from game.packs.read import PackReading
    from game.screens.workshop_grounds import Grounds, Lacking

LOOK_S = 0.1
"""How often the folder is looked at."""
SETTLE_S = 0.03
"""A file that is being written is left alone until nothing changes for so long."""
_READ = frozenset({".yaml", ".yml", ".csv", ".tsv", ".png", ".jpg", ".jpeg", ".webp", ".svg"})
_MOST = 20_000
"""Files that are looked at: a folder with more is no pack."""

Mark = tuple[tuple[str, int, int, int], ...] | None
"""The files of a folder with time, size and number of each; None for a folder that is not there."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of a save, the `number`-th since the beginning, from 1.

    `good` is the last survey that could be played, which is older than `now` while there are
    errors. `facts` are the ids of the facts that the save changed, `files` those that it touched.
    `languages` has those of the pack, its own first. `doubts` are those of the drafts by their ids,
    `lacking` what does not stand in what they cite; `grounds` has the documents that are at hand.
    """

    number: int
    now: Survey
    good: Survey | None
    facts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lacking: Mapping[str, tuple[Lacking, ...]] = field(default_factory=dict)
    grounds: Grounds | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, but for that there are drafts, which have a sheet of their own."""
        return tuple(one for one in self.now.problems if one.code != "draft")


class Watch:
    """One folder, looked at from `begin` to `end`. A frame reads `seen` and never waits."""

    def __init__(self, folder: Path, today: str) -> None:
        """`today` is an ISO day, on which a round is drawn."""
        self.folder = folder
        self._today = today
        self._language = ""
        self._again = False
        self._seen: Seen | None = None
        self._over = threading.Event()
        self._first = threading.Event()
        self._busy = True
        self._thread: threading.Thread | None = None
        self._looked = 0.0
        self._last: Mark | str = ""

    @property
    def seen(self) -> Seen | None:
        """The state of the last save that was read, None at first."""
        return self._seen

    @property
    def busy(self) -> bool:
        """Whether a save is being read now."""
        return self._busy

    @property
    def language(self) -> str:
        """The language in which the pack is read, "" for its own."""
        return self._language

    def speak(self, language: str) -> None:
        """Read the pack in another of its languages from now on."""
        self._language, self._again = language, True

    def begin(self) -> None:
        """Look from now on; further calls do nothing while it looks."""
        if self._thread is None:
            self._over.clear()
            self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread = None

    def wait(self, judged: bool = False) -> Seen:
        """What there is now, read to its end: for pictures and tests, never in a frame."""
        self.begin()
        while self._seen is None or self._busy or (judged and not self._seen.now.judged):
            time.sleep(0.005)
        return self._seen

    def _run(self) -> None:
        over = self._over
        mark: Mark | str = ""
        while not over.is_set():
            fresh = self._settled(_mark(self.folder))
            if fresh != mark or self._again:
                self._again = False
                self._busy = True
                self._read(fresh, mark)
                mark = fresh
            over.wait(LOOK_S)

    def _settled(self, mark: Mark) -> Mark:
        """The marks once nobody writes any more; what stands still is looked at once."""
        if self._seen is not None and mark == self._last:
            return mark
        while not self._over.wait(SETTLE_S):
            again = _mark(self.folder)
            if again == mark:
                break
            mark = again
        return mark

    def _read(self, mark: Mark, before: Mark | str) -> None:
        from game.bank.survey import judged, survey
        from game.packs.read import in_language, read_folder

        self._last = mark
        languages: tuple[str, ...] = ()
        try:
            reading = read_folder(self.folder)
            languages = _languages(reading)
            if self._language in languages[1:] and not reading.findings.errors():
                reading = in_language(reading, self._language)
            paragraphs = self._paragraphs(reading.pack)
            found = survey(reading, self._today, paragraphs)
            grounds = _grounds(reading.pack, paragraphs)
        except Exception as error:  # a thread that dies in silence would show an old state for ever
            self._show(_broken(error), (), (), None)
            self._busy = False
            return
        self._show(found, _touched(before, mark), languages, grounds)
        self._busy = False
        if found.judged:
            return
        self._looked = time.monotonic()
        done = judged(found, reading, lambda: self._still(mark))
        if done is not found and self._seen is not None:
            good = done if self._seen.good is found else self._seen.good
            self._seen = replace(self._seen, now=done, good=good)

    def _paragraphs(self, pack: Pack | None) -> dict[str, list[str]]:
        """What stands in the documents that drafts cite, where they lie beside the pack."""
        from game.packs.findings import Findings
        from game.packs.grounding import read_sources

        beside = paths.sources_beside(self.folder)
        if pack is None or not pack.drafts or not beside.is_dir():
            return {}
        return read_sources(pack, beside, {}, Findings())

    def _show(
        self,
        found: Survey,
        files: tuple[str, ...],
        languages: tuple[str, ...],
        grounds: Grounds | None,
    ) -> None:
        from game.bank.survey import changed
        from game.screens.workshop_doubts import doubts_of
        from game.screens.workshop_grounds import worded

        old = self._seen
        facts: tuple[str, ...] = ()
        good = old.good if old is not None else None
        if found.playable is not None:
            if good is not None and good.playable is not None:
                facts = changed(good.playable.pack, found.playable.pack)
            good = found
        number = 1 if old is None else old.number + 1
        doubts = doubts_of(self.folder, found.drafts)
        lacking = {}
        if grounds is not None:
            lacking = {draft.id: grounds.lacking(worded(draft)) for draft in found.drafts}
        self._seen = Seen(number, found, good, facts, files, languages, doubts, lacking, grounds)

    def _still(self, mark: Mark) -> bool:
        """Whether what is being judged is still what stands in the folder."""
        if self._over.is_set() or self._again:
            return False
        if time.monotonic() - self._looked < LOOK_S:
            return True
        self._looked = time.monotonic()
        return _mark(self.folder) == mark


def _mark(folder: Path) -> Mark:
    try:
        if not folder.is_dir():
            return None
        found, many = [], 0
        for path, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            many += len(names)
            for name in names:
                if os.path.splitext(name)[1] in _READ:  # noqa: PTH122
                    whole = os.path.join(path, name)  # noqa: PTH118
                    # A file that goes while it is looked at is gone at the next look.
                    with suppress(FileNotFoundError):
                        said = os.lstat(whole)
                        found.append((whole, said.st_mtime_ns, said.st_size, said.st_ino))
            if many > _MOST:
                break
        return tuple(sorted(found))
    except OSError:
        return ()


def _grounds(pack: Pack | None, paragraphs: Mapping[str, Sequence[str]]) -> Grounds | None:
    from game.screens.workshop_grounds import Grounds

    if pack is None:
        return None
    texts = (fact.text for fact in (*pack.facts, *pack.drafts))
    return Grounds(paragraphs, pack.language, texts)


def _languages(reading: PackReading) -> tuple[str, ...]:
    from game.packs.translation import languages_of

    if reading.pack is None or reading.folder is None:
        return ()
    return (reading.pack.language, *languages_of(reading.folder))


def _broken(error: Exception) -> Survey:
    from game.bank.survey import Survey
    from game.packs.model import Place
    from game.packs.problem import Problem

    said = f"{type(error).__name__}: {error}"
    return Survey((Problem(Place("pack.yaml", 1, 1), "", "failed", "error", said),), judged=True)


def _touched(before: Mark | str, after: Mark) -> tuple[str, ...]:
    """The names of the files that differ, none at the first look."""
    if not isinstance(before, tuple) or after is None:
        return ()
    old = set(before)
    return tuple(Path(one[0]).name for one in after if one not in old)
