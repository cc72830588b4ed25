"""`new`: a pack that plays at once, with comments that teach how to write one."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from game import paths
from game.packs.identifiers import slug
from game.workshop.editors import first_line, schema_files
from game.workshop.imported_pack import LONGEST_WORD, CannotWrite, put
from game.workshop.written_yaml import clean, quoted

TITLE, ID = "TITLE", "TITLE-ID"
USUAL_TITLE = {"en": "The planets", "ru": "Планеты", "kk": "Планеталар"}


def new(folder: Path, title: str, language: str) -> int:
    """Lay down a pack in a folder that holds nothing; gives the exit status."""
    start = paths.assets() / "starter"
    known = sorted(path.name for path in start.iterdir() if path.is_dir())
    if language not in known:
        print(
            f"There is no pack to begin with in {language!r}; there are {', '.join(known)}.",
            file=sys.stderr,
        )
        return 2
    title = " ".join(clean(title or USUAL_TITLE[language]).split())[:LONGEST_WORD].strip()
    if not title:
        print(
            "--title takes the name that players see, such as 'The rivers of Asia'.",
            file=sys.stderr,
        )
        return 2
    try:
        if folder.resolve() == Path.cwd():
            raise CannotWrite("This is the folder that you are in: name a new one inside it")
        put({**starter(start / language, title), **schema_files()}, folder)
    except CannotWrite as why:
        print(f"{why}.", file=sys.stderr)
        return 1
    typed = shlex.quote(str(folder))
    print(
        f"A pack lies in {folder}. It plays as it is:\n"
        f"  t-minus play {typed}\n"
        f"  t-minus preview {typed}   (every question, while you write)\n"
        f"  t-minus check {typed}     (what is wrong, with the line)\n"
        f"Begin with {folder / 'pack.yaml'}.",
        file=sys.stderr,
    )
    return 0


def starter(folder: Path, title: str) -> dict[str, str]:
    """The files of the pack by their paths, under this title, each with the line for editors."""
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8")
        if name == "pack.yaml":
            text = text.replace(ID, quoted(slug(title) or "planets"))
            text = text.replace(TITLE, quoted(title))
        files[name] = f"{first_line(name)}\n{text}"
    return files
