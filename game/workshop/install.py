"""A stranger's bundle becomes one of the player's packs, in one step, or nothing changes.

All that is read and judged lies in `installed/.new-...` meanwhile. When it is on disk it gets its
own folder, and then one small file is replaced that says which folder of the pack counts: before
that the old version is the pack, after it the new one, wherever the power goes out.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.packs.installed import (
    FOLDER,
    MARK,
    Installed,
    installed,
    note_of,
    note_text,
    one_installed,
    place_of,
)
from game.phrase import phrase
from game.records.lock import hold
from game.records.places import UNFINISHED, put, settle, settle_folder
from game.workshop import listing as lists
from game.workshop.examine import Opened, open_bundle, unpack
from game.workshop.refusal import Refused
from game.workshop.signature import spoken

_NEW = ".new-"


@dataclass(frozen=True, slots=True)
class Done:
    """A bundle that was installed, over `before` if there was a version. `same`: it was there."""

    listing: lists.Listing
    key: str
    folder: Path
    before: Installed | None
    same: bool = False


def install(bundle: Path, data: Path) -> Done:
    """Install a bundle among the packs in `data`.

    Raises Refused if it is not taken, OSError if a file cannot be read or written, ImportError if
    it is signed and the author extra lacks. Nothing has changed then.
    """
    if bundle.exists() and not bundle.is_file():
        # What is no plain file may never end, or wait for ever.
        hint = phrase("bundle makes one from a pack's folder")
        raise Refused("no-zip", phrase("this is no file"), "", hint)
    with bundle.open("rb") as file, _alone(data) as home:
        _tidy(home, data)
        opened = open_bundle(file)
        listing = opened.listing
        before = one_installed(data, listing.id)
        _judge_id(listing.id)
        if before is not None:
            _judge_author(before, opened)
        same = before is not None and before.mark == opened.mark and before.key == opened.key
        if before is not None and not same:
            _judge_version(before, listing)
        scratch = Path(tempfile.mkdtemp(prefix=_NEW, dir=home))
        try:
            # A mark is of the list alone: what is installed already may still come altered.
            examined = unpack(file, opened, scratch)
            if before is not None and same:
                return Done(listing, opened.key, before.folder, before, same=True)
            _settle_all(scratch)
            place = place_of(data, opened.mark)
            if place.exists():
                # The same files were installed unsigned before: they are what counts now as well.
                shutil.rmtree(place)
            scratch.replace(place)
            settle_folder(home)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        _point(data, listing, opened)
        if before is not None and before.folder.parent != place:
            # Whoever plays the old one keeps what was read; what cannot go now goes next time.
            shutil.rmtree(before.folder.parent, ignore_errors=True)
    return Done(listing, opened.key, place / examined.folder.name, before)


def remove(pack_id: str, data: Path) -> Installed | None:
    """Take an installed pack away, and what is known of its author; None if there is none.

    What was learned with it stays. Raises Refused while another is at it, OSError if it stays.
    """
    if not (data / FOLDER).is_dir():
        return None
    with _alone(data) as home:
        found = one_installed(data, pack_id)
        if found is not None:
            note_of(data, pack_id).unlink()
            settle_folder(home)
        _tidy(home, data)
    return found


def _judge_id(pack_id: str) -> None:
    if (paths.packs() / pack_id).is_dir():
        message = phrase("the game itself brings a pack with the id '{pack}'", pack=pack_id)
        hint = phrase("its author must give it another id")
        raise Refused("shipped-id", message, "", hint)


def _judge_author(before: Installed, opened: Opened) -> None:
    if not before.key or before.key == opened.key:
        return
    there = {"pack": before.id, "version": before.version, "key": spoken(before.key)}
    hint = phrase(
        "ask its author; if all is well, remove the installed one first "
        "(install --remove {pack}): what was learned with it stays",
        pack=before.id,
    )
    if not opened.key:
        message = phrase(
            "the installed {pack} {version} is signed with the key {key}, and this one not at all",
            **there,
        )
        raise Refused("no-signature", message, "", hint)
    message = phrase(
        "the installed {pack} {version} is signed with the key {key}, and this one with {other}",
        **there,
        other=spoken(opened.key),
    )
    raise Refused("other-key", message, "", hint)


def _judge_version(before: Installed, listing: lists.Listing) -> None:
    if lists.order(listing.version) < lists.order(before.version):
        raise Refused(
            "older-version",
            phrase(
                "{pack} {version} is installed, and this is {other}",
                pack=before.id,
                version=before.version,
                other=listing.version,
            ),
            "",
            phrase(
                "to go back, remove the installed one first (install --remove {pack}): "
                "what was learned with it stays",
                pack=before.id,
            ),
        )


@contextmanager
def _alone(data: Path) -> Iterator[Path]:
    """The folder of installed packs, while nobody else installs."""
    home = data / FOLDER
    home.mkdir(parents=True, exist_ok=True)
    held = hold(home / "lock")
    if held is None:
        message = phrase("another bundle is being installed")
        raise Refused("busy", message, "", phrase("wait until it is done"))
    try:
        yield home
    finally:
        os.close(held)


def _tidy(home: Path, data: Path) -> None:
    """Throw away what an install that did not come to its end has left."""
    for path in (*home.glob(f"{_NEW}*"), *home.glob(f"*{UNFINISHED}")):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    there = installed(data)
    if len(there) < len(list(home.glob("*.json"))):
        # A note that cannot be read may still mean one of the folders.
        return
    marks = {one.mark for one in there}
    for place in home.iterdir():
        if MARK.fullmatch(place.name) and place.name not in marks:
            shutil.rmtree(place, ignore_errors=True)


def _settle_all(folder: Path) -> None:
    for inner, _, names in os.walk(folder):
        for name in names:
            settle(Path(inner, name))
        settle_folder(Path(inner))


def _point(data: Path, listing: lists.Listing, opened: Opened) -> None:
    note = note_of(data, listing.id)
    unfinished = note.with_name(note.name + UNFINISHED)
    text = note_text(listing.version, opened.mark, opened.key)
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    put(unfinished, note)
