"""A bundle looked at in every way before it is let in: what it holds lies in a folder of its own
meanwhile, where nothing reads it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from game.packs.folder import MAX_PACK_BYTES
from game.packs.pictures import MAX_BYTES as MAX_PICTURE
from game.packs.pictures import SUFFIXES as PICTURES
from game.packs.pictures import judge_picture
from game.phrase import phrase
from game.reading import plain_text, skim
from game.workshop import listing as lists
from game.workshop.archive import Entry, chunks, read_entries
from game.workshop.contents import contents
from game.workshop.names import judge_name
from game.workshop.refusal import Refused

TABLES = (".csv", ".tsv")
MAX_VALUES = 150_000
"""In one file: six thousand facts have as many, and import makes files of 2,000 questions."""

MAX_KEYS = 2_000
"""In one mapping of a fact, a table or a question."""

MAX_ENTRY_KEYS = 20_000
"""In any other: a language has its facts by their ids, and a glossary its words."""

MAX_ALL_VALUES = 10_000_000
"""In all files, those of the pack's own language once more for each other language, as they are
read: 50,000 written questions have about two million."""

_LISTS_END = 66_000
"""Bytes at the end of an archive in which its list of files begins, or all of it stands."""

_SHORT = ("facts/", "questions/", "tables/", "facts.yaml")


@dataclass(frozen=True, slots=True)
class Examined:
    """A bundle that may be let in. `key` is its author's in hex, "" if it is not signed.

    `folder` holds the pack; `mark` tells this bundle from others of the pack.
    """

    listing: lists.Listing
    key: str
    mark: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose list of files is known, and agrees with what is there."""

    listing: lists.Listing
    key: str
    mark: str
    entries: tuple[Entry, ...]


def examine(file: BinaryIO, staging: Path) -> Examined:
    """Look through a whole bundle, unpacking it into `staging`. Raises Refused, ImportError for a
    signature without the author extra, OSError if the disk refuses."""
    opened = open_bundle(file)
    return unpack(file, opened, staging)


def open_bundle(file: BinaryIO) -> Opened:
    """The list of files of a bundle, its signature judged. Raises as `examine`; writes nothing."""
    try:
        entries = {entry.name: entry for entry in read_entries(file)}
    except Refused:
        if _is_office(file):
            message = phrase("this is a spreadsheet or a document, and no bundle")
            hint = phrase("the command import makes a pack of a spreadsheet of questions")
            raise Refused("no-list", message, "", hint) from None
        raise
    if lists.NAME not in entries:
        if any(name.endswith(f"/{lists.NAME}") for name in entries):
            message = phrase("its pack lies in a folder inside the zip")
            raise Refused("no-list", message, "", phrase("zip what is in that folder"))
        hint = phrase("bundle makes one from a pack's folder")
        raise Refused("no-list", phrase("this zip has no bundle.json"), "", hint)
    listed = _small(file, entries.pop(lists.NAME), lists.MAX_BYTES)
    listing = lists.from_bytes(listed)
    signature = entries.pop(lists.SIGNATURE_NAME, None)
    files = {one.name: one for one in listing.files}
    for name in entries:
        if name not in files:
            raise Refused("not-listed", phrase("this file is not in the bundle's list"), name)
    for name, one in files.items():
        _judge_kind(name, one.size)
        if name not in entries:
            message = phrase("this file is in the list and not in the bundle")
            raise Refused("missing-file", message, name)
        if entries[name].size != one.size:
            message = phrase("the list says another size than the archive")
            raise Refused("lying-size", message, name)
    key = ""
    if signature is not None:
        from game.workshop import signature as signatures

        key = signatures.verified(listed, _small(file, signature, signatures.MAX_BYTES))
    mark = hashlib.sha256(listed).hexdigest()[:16]
    return Opened(listing, key, mark, tuple(entries[name] for name in files))


def _is_office(file: BinaryIO) -> bool:
    """Whether an archive has the list of parts that documents of office programs have."""
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - _LISTS_END))
    return b"[Content_Types].xml" in file.read(_LISTS_END)


def unpack(file: BinaryIO, opened: Opened, staging: Path) -> Examined:
    """Put the files of a bundle into a folder inside `staging`, and judge each and the whole."""
    folder = staging / opened.listing.id
    folder.mkdir()
    budget = MAX_PACK_BYTES
    for entry, one in zip(opened.entries, opened.listing.files, strict=True):
        budget -= one.size
        if budget < 0:
            message = phrase("the pack has more than {most:,} bytes", most=MAX_PACK_BYTES)
            raise Refused("too-large", message)
        _put(file, entry, one.sha256, folder)
    values = 0
    languages = {one.name.split("/")[1] for one in opened.listing.files if _is_other(one.name)}
    for one in opened.listing.files:
        often = 1 if _is_other(one.name) else 1 + len(languages)
        values += _judge_file(folder / one.name, one.name) * often
        if values > MAX_ALL_VALUES:
            message = phrase(
                "in all languages it has more than {most:,} values", most=MAX_ALL_VALUES
            )
            raise Refused("too-many-values", message, "", phrase("make several packs of it"))
    _judge_pack(folder, opened.listing)
    return Examined(opened.listing, opened.key, opened.mark, folder)


def _is_other(name: str) -> bool:
    return name.startswith("languages/") and name.count("/") > 1


def _small(file: BinaryIO, entry: Entry, most: int) -> bytes:
    if entry.size > most:
        message = phrase("it has {size:,} bytes; {most:,} are the most", size=entry.size, most=most)
        raise Refused("too-large", message, entry.name)
    return b"".join(chunks(file, entry))


def _judge_kind(name: str, size: int) -> None:
    suffix = Path(name).suffix.lower()
    if suffix in (".yaml", *TABLES):
        most = plain_text.MAX_BYTES
    elif suffix in PICTURES:
        most = MAX_PICTURE
    else:
        known = ", ".join((".yaml", *TABLES, *PICTURES))
        message = phrase("files of this sort are not taken ({known} are)", known=known)
        raise Refused("file-type", message, name)
    if size > most:
        message = phrase(
            "this file has {size:,} bytes; {most:,} are the most", size=size, most=most
        )
        raise Refused("too-large", message, name)


def _put(file: BinaryIO, entry: Entry, sha256: str, folder: Path) -> None:
    judge_name(entry.name)
    path = folder / entry.name
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    # Never over a file: on this disk two names may be one that are two elsewhere.
    try:
        with path.open("xb") as out:
            for piece in chunks(file, entry):
                digest.update(piece)
                out.write(piece)
    except FileExistsError:
        message = phrase("this disk takes it for another file")
        raise Refused("case-twins", message, entry.name) from None
    if digest.hexdigest() != sha256:
        message = phrase("this file is not the one that the list names")
        raise Refused("wrong-hash", message, entry.name, phrase("get the bundle once more"))


def _judge_file(path: Path, name: str) -> int:
    """How many values a file has; Refused if it may do harm to whoever reads it."""
    suffix = path.suffix.lower()
    if suffix in PICTURES:
        wrong = judge_picture(suffix, path.read_bytes())
        if wrong is not None:
            raise Refused(wrong.code, wrong.message, name, wrong.hint)
    if suffix in PICTURES and suffix != ".svg":
        return 0
    with path.open("rb") as file:
        mistake = skim.skim_text(file, tabs=suffix != ".yaml")
        count = 0
        if mistake is None and suffix != ".svg":
            file.seek(0)
            if suffix in TABLES:
                count, mistake = skim.skim_rows(file, MAX_VALUES)
            else:
                most_keys = MAX_KEYS if name.startswith(_SHORT) else MAX_ENTRY_KEYS
                count, mistake = skim.skim_yaml(file, MAX_VALUES, most_keys)
    if mistake is not None:
        place = f"{name}:{mistake.line}:{mistake.column}"
        large = mistake.code.startswith("too-many")
        hint = phrase("make several files of it") if large else mistake.hint
        raise Refused(mistake.code, mistake.message, place, hint)
    return count


def _judge_pack(folder: Path, listing: lists.Listing) -> None:
    # One error is enough: a stranger's pack may be made to have as many as it can.
    found = contents(folder, most_errors=1)
    errors = [problem for problem in found.problems if problem.severity == "error"]
    if errors:
        first = next((one for one in errors if one.code != "too-many"), errors[0])
        raise Refused(first.code, first.message, str(first.place), first.hint)
    pack = found.pack
    assert pack is not None
    if found.left:
        raise Refused("unread-file", phrase("no pack has such a file"), found.left[0])
    said = (pack.id, pack.version, pack.language, pack.title, pack.licence)
    if said != (listing.id, listing.version, listing.language, listing.title, listing.licence):
        message = phrase("pack.yaml and the bundle's list differ")
        raise Refused("two-packs", message, "pack.yaml")
