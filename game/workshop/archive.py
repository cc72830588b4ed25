"""A stranger's zip, read by the strictest rules: one reading of it, and nothing beside that.

Python's `zipfile` believes the directory at the end, takes what stands before, between and behind
the files for padding, and unpacks what it finds. Here the directory and the headers must agree,
every byte must belong to one of them, and no size is believed before it was counted.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from game.packs.folder import MAX_PACK_BYTES
from game.phrase import phrase
from game.workshop.names import judge_name, judge_twins
from game.workshop.refusal import Refused
from game.workshop.zip_format import (
    CENTRAL,
    CENTRAL_SIGN,
    DEFLATED,
    DESCRIPTOR,
    DESCRIPTOR_SIGN,
    ENCRYPTED,
    END,
    END_SIGN,
    LOCAL,
    LOCAL_SIGN,
    STORED,
    UTF8,
)

MAX_ENTRIES = 2_000
MAX_BYTES = MAX_PACK_BYTES + 2_000_000
"""The pack itself, and the names and the list beside it."""

MAX_RATIO = 100
"""Text packs to a tenth at best, so this much is a bomb; deflate itself ends at 1,032."""

SMALL = 65_536
"""Bytes that any entry may have, and in which files are read."""

_MAX_DIRECTORY = MAX_ENTRIES * 600
_ODD_FLAGS = ENCRYPTED | 1 << 6 | 1 << 13
_KNOWN_FLAGS = DESCRIPTOR | UTF8 | 1 << 1 | 1 << 2
_ZIP64, _AES, _OTHER_NAME = 0x0001, 0x9901, 0x7075
_DOS_FOLDER, _DOS_REPARSE = 0x10, 0x400


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the archive: sizes in bytes as the archive says, and where its data stand."""

    name: str
    size: int
    packed: int
    crc: int
    method: int
    start: int


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the directory."""

    raw: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


def read_entries(file: BinaryIO) -> tuple[Entry, ...]:
    """All files of an archive in the order of its directory. Raises Refused; unpacks nothing."""
    total = file.seek(0, 2)
    if total > MAX_BYTES:
        message = phrase(
            "the file has {total:,} bytes, and a bundle has at most {most:,}",
            total=total,
            most=MAX_BYTES,
        )
        raise Refused("too-large", message)
    count, size, at = _end(file, total)
    if count > MAX_ENTRIES:
        message = phrase(
            "it has {total:,} entries, and a bundle has at most {most:,}",
            total=count,
            most=MAX_ENTRIES,
        )
        raise Refused("too-many-files", message)
    if size > _MAX_DIRECTORY or at + size != total - END.size:
        message = phrase("its directory does not end where the archive does")
        raise Refused("bad-directory", message)
    file.seek(at)
    listed = _directory(file.read(size), count)
    entries: list[Entry] = []
    expected = 0
    for one, name in sorted(listed, key=lambda pair: pair[0].at):
        if one.at != expected:
            raise _apart(one.at, expected, name)
        start = _start(file, one, name, at)
        expected = start + one.packed
        if expected > at:
            raise Refused("overlap", phrase("this file reaches into the directory"), name)
        if one.flags & DESCRIPTOR:
            expected += _descriptor(file, one, name, expected)
        if not name.endswith("/"):
            entries.append(Entry(name, one.size, one.packed, one.crc, one.method, start))
    if expected != at:
        message = phrase(
            "something stands between its files and its directory, at byte {byte:,}",
            byte=expected,
        )
        raise Refused("gap", message)
    judge_twins(entry.name for entry in entries)
    _judge_sizes(entries)
    return tuple(entries)


def chunks(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """What a file holds, bit by bit; raises Refused as soon as it is not what the archive says."""
    file.seek(entry.start)
    unpack = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == DEFLATED else None
    left, made, crc = entry.packed, 0, 0
    waiting = b""
    while True:
        if not waiting and left:
            waiting = file.read(min(left, SMALL))
            left -= len(waiting)
            if not waiting:
                raise _damaged(entry)
        if unpack is None:
            piece, waiting = waiting, b""
        else:
            try:
                piece = unpack.decompress(waiting, SMALL)
            except zlib.error:
                raise _damaged(entry) from None
            waiting = unpack.unconsumed_tail
        made += len(piece)
        crc = zlib.crc32(piece, crc)
        if made > entry.size:
            message = phrase(
                "the file is larger than the {size:,} bytes that the archive says", size=entry.size
            )
            raise Refused("lying-size", message, entry.name)
        if piece:
            yield piece
        elif not left and not waiting:
            break
        if unpack is not None and unpack.eof:
            if left or waiting or unpack.unused_data:
                message = phrase("something stands behind the packed file")
                raise Refused("gap", message, entry.name)
            break
    if unpack is not None and not unpack.eof:
        raise _damaged(entry)
    if made != entry.size:
        message = phrase(
            "the file has {made:,} bytes, and the archive says {size:,}", made=made, size=entry.size
        )
        raise Refused("lying-size", message, entry.name)
    if crc != entry.crc:
        raise _damaged(entry)


def _damaged(entry: Entry) -> Refused:
    hint = phrase("get the bundle once more")
    return Refused("damaged", phrase("this file is damaged"), entry.name, hint)


def _apart(at: int, expected: int, name: str) -> Refused:
    """Files that do not stand one behind the other."""
    if at < expected:
        return Refused("overlap", phrase("its files overlap at byte {byte:,}", byte=at), name)
    return Refused("gap", phrase("its files have a gap at byte {byte:,}", byte=expected), name)


def _end(file: BinaryIO, total: int) -> tuple[int, int, int]:
    """How many entries there are, and how large the directory is and where it begins."""
    file.seek(0)
    head = file.read(4)
    if head not in (LOCAL_SIGN, END_SIGN) or total < END.size:
        # A zip may follow anything, such as a program that unpacks it; a bundle follows nothing.
        file.seek(max(0, total - 66_000))
        if END_SIGN in file.read(66_000):
            raise Refused("prefix", phrase("something stands before the archive"))
        hint = phrase("bundle makes one from a pack")
        raise Refused("no-zip", phrase("this is no zip file"), "", hint)
    file.seek(total - END.size)
    sign, disk, first, here, count, size, at, comment = END.unpack(file.read(END.size))
    if sign != END_SIGN or comment:
        file.seek(max(0, total - 66_000))
        if END_SIGN in file.read(66_000):
            raise Refused("trailing-data", phrase("something stands behind the archive"))
        message = phrase("the end of the archive is missing")
        raise Refused("cut-off", message, "", phrase("get it once more"))
    if 0xFFFF in (disk, first, here, count) or 0xFFFFFFFF in (size, at):
        raise Refused("zip64", phrase("it is written for archives of many gigabytes"))
    if disk or first or here != count:
        raise Refused("several-disks", phrase("it is one part of an archive in several"))
    return count, size, at


def _directory(data: bytes, count: int) -> list[tuple[_Listed, str]]:
    found: list[tuple[_Listed, str]] = []
    at = 0
    while at < len(data):
        if len(data) - at < CENTRAL.size or not data.startswith(CENTRAL_SIGN, at):
            raise _bad_directory()
        _, _, _, flags, method, _, _, crc, packed, size, *more = CENTRAL.unpack_from(data, at)
        of_name, of_extra, of_comment, disk, _, attributes, local = more
        at += CENTRAL.size
        raw, extra = data[at : at + of_name], data[at + of_name : at + of_name + of_extra]
        at += of_name + of_extra + of_comment
        if at > len(data) or disk:
            raise _bad_directory()
        one = _Listed(raw, flags, method, crc, packed, size, local)
        name = _name(raw, flags)
        _judge_extra(extra, name)
        _judge_entry(one, name, attributes)
        found.append((one, name))
    if len(found) != count:
        message = phrase(
            "its directory lists {listed:,} files, and its end says {said:,}",
            listed=len(found),
            said=count,
        )
        raise Refused("lying-count", message)
    return found


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & UTF8 else "ascii")
    except UnicodeDecodeError:
        plain = raw.decode("ascii", "replace")
        raise Refused("name-encoding", phrase("a name is not in UTF-8"), plain) from None
    judge_name(name.removesuffix("/"))
    return name


def _judge_extra(extra: bytes, name: str) -> None:
    at = 0
    while at < len(extra):
        kind, length = extra[at : at + 2], extra[at + 2 : at + 4]
        at += 4 + int.from_bytes(length, "little")
        if len(length) < 2 or at > len(extra):
            raise _bad_directory()
        number = int.from_bytes(kind, "little")
        if number == _ZIP64:
            raise Refused("zip64", phrase("it is written for archives of many gigabytes"), name)
        if number == _AES:
            raise _encrypted(name)
        if number == _OTHER_NAME:
            raise Refused("two-names", phrase("this file has a second name"), name)


def _judge_entry(one: _Listed, name: str, attributes: int) -> None:
    if one.flags & _ODD_FLAGS:
        raise _encrypted(name)
    if one.flags & ~_KNOWN_FLAGS or one.method not in (STORED, DEFLATED):
        message = phrase("this file is packed in a way that is not read")
        raise Refused("method", message, name, phrase("bundle the pack again"))
    mode = attributes >> 16
    is_folder = name.endswith("/")
    if stat.S_ISLNK(mode) or attributes & _DOS_REPARSE:
        raise Refused("link", phrase("this is a link to another file"), name)
    if stat.S_IFMT(mode) not in (0, stat.S_IFDIR if is_folder else stat.S_IFREG):
        raise Refused("special-file", phrase("this is no plain file"), name)
    if bool(attributes & _DOS_FOLDER) and not is_folder:
        message = phrase("this is a file, and marked as a folder")
        raise Refused("special-file", message, name)
    if is_folder and (one.size or one.packed > 2):
        message = phrase("this is a folder, and holds data itself")
        raise Refused("special-file", message, name)
    if one.method == STORED and one.size != one.packed:
        message = phrase("its two sizes differ, and it is not packed")
        raise Refused("lying-size", message, name)
    if one.size > SMALL and one.size > one.packed * MAX_RATIO:
        message = phrase(
            "{packed:,} bytes would unpack to {size:,}", packed=one.packed, size=one.size
        )
        raise Refused("zip-bomb", message, name)


def _start(file: BinaryIO, one: _Listed, name: str, end: int) -> int:
    """Where the data of a file begin; its own header must say what the directory says."""
    file.seek(one.at)
    head = file.read(LOCAL.size) if one.at + LOCAL.size <= end else b""
    if len(head) < LOCAL.size or not head.startswith(LOCAL_SIGN):
        raise Refused("bad-directory", phrase("its directory leads to no file"), name)
    _, _, flags, method, _, _, crc, packed, size, of_name, of_extra = LOCAL.unpack(head)
    raw = file.read(of_name)
    sizes = (crc, packed, size)
    # Whoever writes without going back leaves these empty, and writes them behind the data.
    later = bool(flags & DESCRIPTOR) and sizes == (0, 0, 0)
    if raw != one.raw:
        message = phrase("this file has another name in its own header")
        raise Refused("two-names", message, name)
    if (flags, method) != (one.flags, one.method) or not (
        later or sizes == (one.crc, one.packed, one.size)
    ):
        message = phrase("the directory and the file's own header differ")
        raise Refused("two-headers", message, name)
    _judge_extra(file.read(of_extra), name)
    return int(one.at + LOCAL.size + of_name + of_extra)


def _descriptor(file: BinaryIO, one: _Listed, name: str, at: int) -> int:
    """How long the note behind a file is, which must say what the directory says."""
    file.seek(at)
    note = file.read(16)
    said = b"".join(number.to_bytes(4, "little") for number in (one.crc, one.packed, one.size))
    if note == DESCRIPTOR_SIGN + said:
        return 16
    if note.startswith(said):
        return 12
    message = phrase("the directory and the note behind the file differ")
    raise Refused("two-headers", message, name)


def _judge_sizes(entries: list[Entry]) -> None:
    total = sum(entry.size for entry in entries)
    if total > MAX_BYTES:
        message = phrase(
            "it would unpack to {total:,} bytes, and a pack has at most {most:,}",
            total=total,
            most=MAX_PACK_BYTES,
        )
        raise Refused("zip-bomb", message)


def _bad_directory() -> Refused:
    hint = phrase("get the bundle once more")
    return Refused("bad-directory", phrase("its directory is damaged"), "", hint)


def _encrypted(name: str) -> Refused:
    message = phrase("this file is locked with a password")
    return Refused("encrypted", message, name, phrase("bundle the pack again, without one"))
