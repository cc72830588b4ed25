"""What the command line asks of this room about sharing packs."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from game import paths
from game.packs.installed import installed
from game.packs.report import print_problems
from game.workshop.contents import contents
from game.workshop.refusal import Refusal, Refused, shown
from game.workshop.signature import MAX_KEY_BYTES, new_key, spoken

_EXTRA = "python -m pip install 't-minus[author]'"


def bundle(folder: Path, out: Path | None, sign_with: Path | None, *, as_json: bool) -> int:
    """Write the bundle of a pack; gives the exit status.

    Without `out` it is called by the pack's id and version, here. `sign_with` is the file of a key.
    """
    from game.workshop.bundle import bundle as make

    found = contents(folder)
    if found.pack is None:
        errors = [one for one in found.problems if one.severity == "error"]
        print_problems(errors, sys.stderr)
        first = errors[0]
        more = Refusal(first.code, first.message, str(first.place), first.hint)
        return _refuse(more, "A pack with errors is not bundled", as_json=as_json)
    try:
        made = make(folder, found, None if sign_with is None else _key(sign_with))
    except Refused as error:
        return _refuse(error.refusal, "This pack is not bundled", as_json=as_json)
    except ValueError as error:
        print(f"{sign_with} is no key to sign with: {error}.", file=sys.stderr)
        return 1
    except ImportError:
        print(f"Signing needs more than the game: {_EXTRA}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}.", file=sys.stderr)
        return 1
    path = out or Path(f"{made.listing.id}-{made.listing.version}.zip")
    try:
        _write(path, made.data)
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    for name in made.left:
        print(f"left out, since no pack has such a file: {shown(name)}", file=sys.stderr)
    listing = made.listing
    if as_json:
        said = {"file": str(path), "bytes": len(made.data), "signed": sign_with is not None}
        print(json.dumps({**said, **asdict(listing), "left": made.left}, ensure_ascii=False))
    else:
        signed = "signed" if sign_with is not None else "unsigned"
        print(
            f"{path}: {listing.id} {listing.version}, {len(listing.files):,} files, "
            f"{len(made.data):,} bytes, {listing.licence}, {signed}"
        )
    return 0


def make_key(path: Path) -> int:
    """Write a new key to sign with, and print its public half; gives the exit status."""
    try:
        pem, key = new_key()
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(pem)
    except ImportError:
        print(f"Making a key needs more than the game: {_EXTRA}", file=sys.stderr)
        return 1
    except FileExistsError:
        print(f"{path} is there already, and a key is never written over.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{path}: a key, known by {spoken(key)}")
    print(
        "Keep it to yourself, and keep a copy: whoever has it can sign in your name, and without "
        "it nobody can sign your next version.",
        file=sys.stderr,
    )
    return 0


def install(file: Path, data: Path | None, *, as_json: bool) -> int:
    """Install a bundle among the player's packs; gives the exit status."""
    from game.workshop.install import install as put_in

    try:
        done = put_in(file, paths.data(data))
    except Refused as error:
        return _refuse(error.refusal, f"{shown(file.name)} is not installed", as_json=as_json)
    except ImportError:
        print(
            f"{file.name} is signed, and looking at a signature needs more than the game: {_EXTRA}",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(f"{error.filename or file}: {error.strerror or error}.", file=sys.stderr)
        return 1
    listing = done.listing
    if as_json:
        said = {word: getattr(listing, word) for word in ("id", "version", "title", "licence")}
        before = done.before.version if done.before is not None else None
        more = {"key": done.key or None, "before": before, "folder": str(done.folder)}
        print(json.dumps({"installed": {**said, **more}}, ensure_ascii=False))
        return 0
    what = f"{listing.title} ({listing.id} {listing.version}, {listing.licence})"
    if done.same:
        print(f"{what} is installed already.")
    elif done.before is not None:
        print(f"{what} is installed in the place of {done.before.version}.")
    else:
        print(f"{what} is installed.")
    print(_of_author(done.key, None if done.before is None else done.before.key))
    print(f"Choose it in the game, or: t-minus play {listing.id}")
    return 0


def remove(pack_id: str, data: Path | None) -> int:
    """Take an installed pack away; what was learned with it stays. Gives the exit status."""
    from game.workshop.install import remove as take_away

    home = paths.data(data)
    try:
        gone = take_away(pack_id, home)
    except Refused as error:
        print(error.refusal.line(), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}.", file=sys.stderr)
        return 1
    if gone is None:
        there = ", ".join(one.id for one in installed(home)) or "none"
        print(f"No pack {shown(pack_id)!r} is installed; installed: {there}.", file=sys.stderr)
        return 1
    print(f"{gone.id} {gone.version} is removed. What was learned with it stays.")
    return 0


def _write(path: Path, data: bytes) -> None:
    """A file whole or not at all: half a bundle would be sent on."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _key(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_KEY_BYTES)


def _refuse(refusal: Refusal, sentence: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"refused": asdict(refusal)}, ensure_ascii=False))
    print(f"{sentence}: {refusal.line()}", file=sys.stderr)
    return 1


def _of_author(key: str, before: str | None) -> str:
    """What is known of who made it: no more than a key says."""
    if not key:
        return "It is unsigned: nothing tells who made it."
    if before == key:
        return f"It is signed with the same key as before, {spoken(key)}."
    return (
        f"It is signed with the key {spoken(key)}, which is remembered: later versions must have "
        "it too. It tells who made the pack, not that what it says is true."
    )
