"""What was read of a pack, kept beside the player's own files so that the next start is quick.

A cache holds one pack that was read without an error, under a name that says what it was read
from: the files of the folder, the code that read them and the form of the cache. Whatever is not
as it should be is as good as no cache, and the pack is read.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import game
from game import paths
from game.packs.collector import no_collection
from game.packs.model import Pack
from game.packs.records import as_plain, from_plain

if TYPE_CHECKING:
    from game.packs.problem import Problem

FORMAT = 1
MAX_BYTES = 200_000_000
"""A larger folder is no pack, and a larger cache is not ours."""

_TEXTS = (".yaml", ".csv", ".tsv")
_ROOM = Path(__file__).parent


def open_pack(
    folder: Path, kept_in: Path | None, language: str = ""
) -> tuple[Pack | None, list[Problem]]:
    """The pack of a folder, from the cache in `kept_in` if nothing has changed since it was read.

    In a language other than its own the facts alone that are whole in it. As `read_pack`, but there
    are no problems beside a pack: what does not keep it from being played is for its author, and
    `check` reads anew. `kept_in` need not exist; with None, or if it cannot be read or written, the
    pack is read each time.
    """
    path = None if kept_in is None else _path(folder, kept_in, language)
    pack = None if path is None else _load(path)
    if pack is not None:
        return pack, []
    from game.packs.read import read_pack

    pack, problems = read_pack(folder, language)
    if pack is None:
        return None, problems
    # What was changed while it was read must not be kept under the name of what it was before.
    if path is not None and kept_in is not None and path == _path(folder, kept_in, language):
        _store(pack, path)
    return pack, []


def told_of(folder: Path, kept_in: Path | None, asked: str) -> Told | None:
    """What `keep_told` was given for a folder in which nothing has changed since, nor in the game;
    None if there is nothing. `asked` is what was asked about it."""
    path = None if kept_in is None else _path(folder, kept_in, asked, _whole_game())
    try:
        if path is None or path.stat().st_size > MAX_BYTES:
            return None
        head, _, body = path.read_bytes().partition(b"\n")
        return from_plain(Told, json.loads(body)) if head.decode() == _digest(body) else None
    except (OSError, ValueError, RecursionError):
        return None


def keep_told(folder: Path, kept_in: Path | None, asked: str, told: Told) -> None:
    """Keep what was told about a folder, in place of what was told before."""
    path = None if kept_in is None else _path(folder, kept_in, asked, _whole_game())
    if path is not None:
        _store(told, path)


@dataclass(frozen=True, slots=True)
class Told:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str


@cache
def _whole_game() -> str:
    """What stands for all that judges a pack: any module, and the words and data that it uses."""
    found = (*_ROOM.parent.rglob("*.py"), *paths.assets().glob("languages/**/*"))
    times = sorted(f"{path.name} {path.stat().st_mtime_ns}" for path in found)
    return f"{_code()} {' '.join(times)}"


def _path(folder: Path, kept_in: Path, language: str, code: str = "") -> Path | None:
    """Where the cache of a folder is, as it now is; None if the folder cannot be cached."""
    try:
        root = folder.resolve()
        mark = _digest((code or _code()).encode(), *_contents(root))
    except (OSError, RuntimeError, ValueError):
        return None
    return kept_in / f"{_stem(root, language)}{mark}.json"


def _stem(root: Path, language: str) -> str:
    of = _digest(os.fsencode(root), *([language.encode()] if language else []))
    return f"pack-{of[:16]}-"


def _contents(root: Path) -> list[bytes]:
    """Names and texts of all files, in order; of other files what changes when they are replaced.

    ValueError for a folder with links in it, since what they lead to may change unseen, and for
    one that is too large to be a pack.
    """
    found: list[bytes] = []
    total = 0
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            raise ValueError(path)
        if not path.is_file():
            continue
        status = path.stat()
        total += status.st_size
        if total > MAX_BYTES:
            raise ValueError(root)
        found.append(os.fsencode(path.relative_to(root).as_posix()))
        is_text = path.suffix in _TEXTS
        found.append(
            _with_lf(path.read_bytes())
            if is_text
            else f"{status.st_size} {status.st_mtime_ns}".encode()
        )
    return found


def _with_lf(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n")


@cache
def _code() -> str:
    """What stands for all that packs are read by: in a checkout it changes without its version."""
    modules = (*_ROOM.glob("*.py"), *(_ROOM.parent / "reading").glob("*.py"))
    texts = (*paths.assets().glob("figures/*.toml"), *paths.assets().glob("languages/*/*.toml"))
    files = sorted((*modules, *texts))
    times = " ".join(f"{path.name} {path.stat().st_mtime_ns}" for path in files)
    return f"{FORMAT} {game.__version__} {times}"


def _digest(*parts: bytes) -> str:
    made = blake2b(digest_size=20)
    for part in parts:
        made.update(f"{len(part)} ".encode())
        made.update(part)
    return made.hexdigest()


def _load(path: Path) -> Pack | None:
    """The pack that a cache holds, None if there is none or it is not whole."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii") != _digest(body):
            return None
        with no_collection():
            return from_plain(Pack, json.loads(body, parse_constant=_refuse))
    except (OSError, ValueError, RecursionError):
        return None


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _store(record: Pack | Told, path: Path) -> None:
    """Write the cache in one step, and remove older ones of the folder; if it cannot be, do not."""
    body = json.dumps(as_plain(record), ensure_ascii=False, separators=(",", ":")).encode()
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_digest(body).encode() + b"\n" + body)
        new.replace(path)
        stem = path.name.rpartition("-")[0]
        for other in path.parent.glob(f"{stem}-*"):
            if other != path:
                other.unlink(missing_ok=True)
    except (OSError, UnicodeError):
        return
