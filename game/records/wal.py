"""SQLite's log beside a file, read for what SQLite itself would drop without a word.

The form is https://www.sqlite.org/fileformat2.html#the_write_ahead_log: a header of 32 bytes, then
frames of 24 bytes and a page each. Each checksum goes on from the one before, so that after one
flipped bit SQLite takes nothing of what follows, although it was committed.
"""

from __future__ import annotations

import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER, _FRAME = 32, 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_SIZES = {1 << power for power in range(9, 17)}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a frame of this log begins, which page it has, and how many pages the file has after
    it; 0 where nothing is committed by it."""

    at: int
    page: int
    pages: int


def is_damaged(log: Path) -> bool:
    """Whether SQLite would drop something that was committed.

    The last commit may be one that a kill cut short, so it takes two.
    """
    size, frames = _frames(log)
    if sum(frame.pages > 0 for frame in frames) < 2:
        return False
    with log.open("rb") as file:
        header = file.read(_HEADER)
        order = _order(header)
        sums = _summed(header[:24], order, (0, 0))
        good = sums == struct.unpack(">2I", header[24:])
        for number, frame in enumerate(frames):
            if good:
                file.seek(frame.at)
                head = file.read(_FRAME)
                sums = _summed(file.read(size), order, _summed(head[:8], order, sums))
                good = sums == struct.unpack(">2I", head[16:])
            if not good:
                return sum(later.pages > 0 for later in frames[number:]) > 1
    return False


def readable_copy(file: Path, target: Path) -> None:
    """Copy a damaged file and its log so that SQLite reads as much of both as there is.

    A file that was cut gets its length back, or SQLite would throw the log away; each checksum of
    the log is made anew. Whoever reads the copy must not trust it: rows have checksums of their
    own.
    """
    if file.exists():
        shutil.copyfile(file, target)
    else:
        target.write_bytes(b"")
    log, copied = (path.with_name(path.name + "-wal") for path in (file, target))
    copied.unlink(missing_ok=True)
    if not log.exists():
        return
    size, frames = _frames(log)
    if not frames:
        return
    shutil.copyfile(log, copied)
    _sum_anew(copied, size, frames)
    needed = size * max(frame.pages or frame.page for frame in frames)
    with target.open("r+b") as copy:
        if copy.seek(0, 2) < needed:
            copy.truncate(needed)


def _frames(log: Path) -> tuple[int, list[Frame]]:
    """The size of a page, and the frames that belong to the log as it is now."""
    try:
        with log.open("rb") as file:
            header = file.read(_HEADER)
            if len(header) < _HEADER:
                return 0, []
            magic, _, size, _, *salts = struct.unpack(">6I", header[:24])
            if magic not in (_LITTLE, _BIG) or size not in _SIZES:
                return 0, []
            end = file.seek(0, 2)
            frames = []
            for at in range(_HEADER, end - _FRAME - size + 1, _FRAME + size):
                file.seek(at)
                page, pages, *own = struct.unpack(">4I", file.read(16))
                # Others are left of the log before, which had other salts.
                if own == salts and page:
                    frames.append(Frame(at, page, pages))
            return size, frames
    except OSError:
        return 0, []


def _sum_anew(log: Path, size: int, frames: list[Frame]) -> None:
    with log.open("r+b") as file:
        header = file.read(_HEADER)
        order = _order(header)
        sums = _summed(header[:24], order, (0, 0))
        file.seek(24)
        file.write(struct.pack(">2I", *sums))
        for frame in frames:
            file.seek(frame.at)
            head = file.read(_FRAME)
            sums = _summed(head[:8], order, sums)
            sums = _summed(file.read(size), order, sums)
            file.seek(frame.at + 16)
            file.write(struct.pack(">2I", *sums))


def _order(header: bytes) -> str:
    return "<" if struct.unpack(">I", header[:4])[0] == _LITTLE else ">"


def _summed(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    for left, right in struct.iter_unpack(f"{order}2I", data):
        one = (one + left + two) & 0xFFFFFFFF
        two = (two + right + one) & 0xFFFFFFFF
    return one, two
