"""Imported questions as the folder of a pack, which is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game import languages
from game.packs.identifiers import slug
from game.phrase import in_words, phrase
from game.system_errors import why
from game.workshop.editors import first_line, schema_files
from game.workshop.formats.item import Item
from game.workshop.written_yaml import (
    PICTURES,
    USUAL_LEVEL,
    Placed,
    clean,
    comment,
    entry,
    ids_of,
    quoted,
)

UNKNOWN = "unknown"
"""What stands for a licence or an author that nobody has named."""

SOURCE = "imported"
"""The id of the source, and of the set, of all that was read from the file."""

IN_A_FILE = 2_000
BYTES_IN_A_FILE = 4_000_000
LONGEST_WORD = 200
CALLED = {
    "aiken": "Aiken",
    "anki": "Anki",
    "blooket": "Blooket",
    "csv": phrase("a table"),
    "gift": "GIFT",
    "h5p": "H5P",
    "kahoot": "Kahoot",
    "moodle-xml": "Moodle XML",
    "opentdb": "Open Trivia DB",
    "wayground": "Wayground",
}
_KAZAKH = frozenset("әғқңөұүһі")


class CannotWrite(Exception):
    """Why a pack cannot be put where it was wanted."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a pack says of itself: its title, licence and language, and the file it came from."""

    title: str
    licence: str
    language: str
    file: str
    format: str


def language_of(texts: Iterable[str]) -> str:
    """The language of questions: Russian and Kazakh are known by their letters, else English."""
    cyrillic = kazakh = latin = 0
    for text in texts:
        for letter in text.casefold():
            if letter in _KAZAKH:
                kazakh += 1
            if "\u0400" <= letter <= "\u04ff":
                cyrillic += 1
            elif "a" <= letter <= "z":
                latin += 1
    if latin >= cyrillic:
        return "en"
    return "kk" if kazakh * 50 >= cyrillic else "ru"


def pack_files(items: Sequence[Item], head: Head) -> dict[str, str | bytes]:
    """The files of a pack by their paths, with the schemas that their first lines name."""
    topics = _topics(items)
    ids = list(ids_of(items))
    pictures = {
        f"{PICTURES}/{made}{item.picture.suffix}": item.picture.data
        for item, made in zip(items, ids, strict=True)
        if item.picture
    }
    placed = (
        Placed(made, *topics.get(item.category, ("", "")))
        for item, made in zip(items, ids, strict=True)
    )
    entries = (entry(item, at) for item, at in zip(items, placed, strict=True))
    files = {"pack.yaml": manifest(head, dict(topics.values())), **dict(_files(entries))}
    return {**for_editors(files), **pictures}


def for_editors(files: dict[str, str]) -> dict[str, str]:
    """The files with the line that names their schemas, and the schemas."""
    named = {
        name: f"{first_line(name)}\n{text}" if name.endswith(".yaml") else text
        for name, text in files.items()
    }
    return {**named, **schema_files()}


def _topics(items: Iterable[Item]) -> dict[str, tuple[str, str]]:
    """The id and the title of each category's topic."""
    found: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    titles: set[str] = set()
    for category in dict.fromkeys(item.category for item in items):
        path = [" ".join(part.split()).replace("\0", "/") for part in _parts(category)]
        whole = ": ".join(path)[:LONGEST_WORD].strip()
        if not whole:
            continue
        last = path[-1][:LONGEST_WORD].strip()
        title = whole if last in titles else last
        titles.add(title)
        base = slug(last) or slug(whole) or "topic"
        number, made = 1, base
        while made in taken:
            number += 1
            made = f"{base}-{number}"
        taken.add(made)
        found[category] = (made, title)
    return found


def _parts(category: str) -> list[str]:
    """The parts of a category such as Moodle's "$course$/top/Geo 7/Africa" that are names; in them
    "//" is a slash, which is written as a sign that no text has."""
    parts = [part.strip() for part in category.replace("//", "\0").split("/")]
    if parts and parts[0].startswith("$") and parts[0].endswith("$"):
        parts = parts[2:] if parts[1:2] == ["top"] else parts[1:]
    return [part for part in parts if part]


def _files(entries: Iterable[str]) -> Iterator[tuple[str, str]]:
    top = f"from: {SOURCE}\nset: {SOURCE}\nlevel: {USUAL_LEVEL}\n\nquestions:\n"
    number, held, size = 1, list[str](), 0
    for one in entries:
        if len(held) >= IN_A_FILE or size > BYTES_IN_A_FILE:
            yield f"questions/{number:02d}.yaml", top + "\n\n".join(held) + "\n"
            number, held, size = number + 1, [], 0
        held.append(one)
        size += len(one) * 2
    yield f"questions/{number:02d}.yaml", top + "\n\n".join(held) + "\n"


def manifest(head: Head, topics: dict[str, str]) -> str:
    """pack.yaml, with its topics' titles by their ids."""
    words = languages.catalogue(head.language)
    title = _word(head.title) or in_words(phrase("Imported questions"), words)
    called = CALLED[head.format]
    file = _word(head.file) or in_words(called, words)
    came, undated = in_words(phrase("Imported"), words), phrase("undated")
    guessed = phrase("Made by t-minus import. What the file did not say is a guess: read it once.")
    lines = [
        comment(guessed, words),
        "format: 1",
        f"id: {quoted(slug(title) or 'imported')}",
        "version: 1.0.0",
        f"language: {quoted(head.language)}",
        f"title: {quoted(title)}",
        f"from: {quoted(came)}",
    ]
    if head.licence == UNKNOWN:
        ask = phrase(
            "Ask whoever wrote the questions for permission before you give the pack to others."
        )
        lines.append(comment(ask, words))
    lines += [
        f"licence: {quoted(_word(head.licence) or UNKNOWN)}",
        f"authors: [{UNKNOWN}]",
        "",
        "sources:",
        f"  {SOURCE}:",
        f"    title: {quoted(title)}",
        f"    publisher: {quoted(file)}",
        f"    kind: {quoted(in_words(called, words))}",
        f"    date: {quoted(in_words(undated, words))}",
        "",
        "sets:",
        f"  {SOURCE}: {{title: {_flow(title)}, age: 10, chosen: always}}",
    ]
    if topics:
        lines += ["", "topics:", *[f"  {quoted(o)}: {quoted(name)}" for o, name in topics.items()]]
    return "\n".join(lines) + "\n"


def _word(text: str) -> str:
    return " ".join(clean(text).split())[:LONGEST_WORD].strip()


def _flow(text: str) -> str:
    """A text within braces, where commas have a meaning."""
    made = quoted(text)
    return made if made.startswith('"') or "," not in made else f'"{made}"'


def put(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Make the folder of the pack in one step. CannotWrite if there is something, or it cannot be.

    An empty folder is taken; one that holds anything never is.
    """
    try:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise CannotWrite(phrase("{folder} is there already, and is no folder", folder=folder))
        if folder.is_dir() and any(folder.iterdir()):
            raise CannotWrite(
                phrase("{folder} holds something already: name a new folder", folder=folder)
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".importing-", dir=folder.parent))
    except OSError as error:
        raise CannotWrite(
            phrase("{folder} cannot be made: {why}", folder=folder, why=why(error))
        ) from error
    try:
        for name, text in files.items():
            path = made / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        made.chmod(0o777 & ~_umask())
        if folder.is_dir():
            folder.rmdir()
        made.rename(folder)
    except OSError as error:
        raise CannotWrite(
            phrase("{folder} cannot be written: {why}", folder=folder, why=why(error))
        ) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
