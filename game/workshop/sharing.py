"""What the command line asks of this room about sharing packs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from game import languages, paths
from game.packs.installed import installed
from game.packs.problem import Problem
from game.packs.report import print_problems
from game.phrase import counted, in_words, joined, phrase
from game.system_errors import why
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
        return _refuse_pack(found.problems, as_json=as_json)
    try:
        made = make(folder, found, None if sign_with is None else _key(sign_with))
    except Refused as error:
        return _refuse(error.refusal, phrase("This pack is not bundled"), as_json=as_json)
    except ValueError as error:
        return _fail(
            phrase("{file} is no key to sign with: {why}.", file=sign_with, why=str(error))
        )
    except ImportError:
        return _fail(phrase("Signing needs more than the game: {command}", command=_EXTRA))
    except OSError as error:
        return _fail(phrase("{file} cannot be read: {why}.", file=error.filename, why=why(error)))
    path = out or Path(f"{made.listing.id}-{made.listing.version}.zip")
    try:
        _write(path, made.data)
    except OSError as error:
        return _fail(phrase("{file} cannot be written: {why}.", file=path, why=why(error)))
    for name in made.left:
        left = phrase("left out, since no pack has such a file: {file}", file=shown(name))
        languages.tell(left)
    listing = made.listing
    if as_json:
        said = {"file": str(path), "bytes": len(made.data), "signed": sign_with is not None}
        print(json.dumps({**said, **asdict(listing), "left": made.left}, ensure_ascii=False))
    else:
        parts = (
            f"{path}: {listing.id} {listing.version}",
            counted("{count:,} file", "{count:,} files", len(listing.files)),
            counted("{count:,} byte", "{count:,} bytes", len(made.data)),
            listing.licence,
            phrase("unsigned") if sign_with is None else phrase("signed"),
        )
        print(languages.spoken(joined(parts)))
    return 0


def make_key(path: Path) -> int:
    """Write a new key to sign with, and print its public half; gives the exit status."""
    try:
        pem, key = new_key()
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(pem)
    except ImportError:
        return _fail(phrase("Making a key needs more than the game: {command}", command=_EXTRA))
    except FileExistsError:
        there = phrase("{file} is there already, and a key is never written over.", file=path)
        return _fail(there)
    except OSError as error:
        return _fail(phrase("{file} cannot be written: {why}.", file=path, why=why(error)))
    known = phrase("{file}: a key, known by {key}", file=path, key=spoken(key))
    print(languages.spoken(known))
    advice = phrase(
        "Keep it to yourself, and keep a copy: whoever has it can sign in your name, and without "
        "it nobody can sign your next version."
    )
    languages.tell(advice)
    return 0


def install(file: Path, data: Path | None, *, as_json: bool) -> int:
    """Install a bundle among the player's packs; gives the exit status."""
    from game.workshop.install import install as put_in

    try:
        done = put_in(file, paths.data(data))
    except Refused as error:
        sentence = phrase("{file} is not installed", file=shown(file.name or str(file)))
        return _refuse(error.refusal, sentence, as_json=as_json)
    except ImportError:
        needs = phrase(
            "{file} is signed, and looking at a signature needs more than the game: {command}",
            file=file.name,
            command=_EXTRA,
        )
        return _fail(needs)
    except OSError as error:
        print(f"{error.filename or file}: {languages.spoken(why(error))}.", file=sys.stderr)
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
        news = phrase("{pack} is installed already.", pack=what)
    elif done.before is not None:
        old = done.before.version
        news = phrase("{pack} is installed in the place of {version}.", pack=what, version=old)
    else:
        news = phrase("{pack} is installed.", pack=what)
    author = _of_author(done.key, None if done.before is None else done.before.key)
    play = phrase(
        "Choose it in the game, or: {command}", command=f"{paths.program()} play {listing.id}"
    )
    for line in (news, author, play):
        print(languages.spoken(line))
    return 0


def remove(pack_id: str, data: Path | None) -> int:
    """Take an installed pack away; what was learned with it stays. Gives the exit status."""
    from game.workshop.install import remove as take_away

    home = paths.data(data)
    try:
        gone = take_away(pack_id, home)
    except Refused as error:
        words = languages.system_words()
        print(error.refusal.line(words), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {languages.spoken(why(error))}.", file=sys.stderr)
        return 1
    if gone is None:
        name, there = shown(pack_id), ", ".join(one.id for one in installed(home))
        if not there:
            return _fail(phrase("No pack '{pack}' is installed; installed: none.", pack=name))
        return _fail(
            phrase("No pack '{pack}' is installed; installed: {there}.", pack=name, there=there)
        )
    removed = phrase(
        "{pack} {version} is removed. What was learned with it stays.",
        pack=gone.id,
        version=gone.version,
    )
    print(languages.spoken(removed))
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
    words = languages.system_words()
    print(f"{in_words(sentence, words)}: {refusal.line(words)}", file=sys.stderr)
    return 1


def _refuse_pack(problems: Sequence[Problem], *, as_json: bool) -> int:
    errors = [one for one in problems if one.severity == "error"]
    first = errors[0]
    if first.code in ("no-folder", "no-manifest"):
        # There is no pack yet whose other errors could be told, nor a file to name a place in.
        more = Refusal(first.code, first.message, "", first.hint)
        return _refuse(more, phrase("This pack is not bundled"), as_json=as_json)
    print_problems(errors, sys.stderr)
    more = Refusal(first.code, first.message, str(first.place), first.hint)
    return _refuse(more, phrase("A pack with errors is not bundled"), as_json=as_json)


def _fail(sentence: str) -> int:
    languages.tell(sentence)
    return 1


def _of_author(key: str, before: str | None) -> str:
    """What is known of who made it: no more than a key says."""
    if not key:
        return phrase("It is unsigned: nothing tells who made it.")
    if before == key:
        return phrase("It is signed with the same key as before, {key}.", key=spoken(key))
    return phrase(
        "It is signed with the key {key}, which is remembered: later versions must have "
        "it too. It tells who made the pack, not that what it says is true.",
        key=spoken(key),
    )
