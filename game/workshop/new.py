"""`new`: a pack that plays at once, with comments that teach how to write one."""

from __future__ import annotations

import sys
from pathlib import Path

from game import paths
from game.languages import own_name, spoken, system_language, tell
from game.packs.identifiers import slug
from game.phrase import phrase
from game.workshop.editors import first_line, schema_files
from game.workshop.imported_pack import LONGEST_WORD, CannotWrite, put
from game.workshop.written_yaml import clean, quoted

TITLE, ID = "TITLE", "TITLE-ID"
USUAL_TITLE = {"en": "The planets", "ru": "Планеты", "kk": "Планеталар"}


def new(folder: Path, title: str, asked: str | None) -> int:
    """Lay down a pack in a folder that holds nothing; gives the exit status.

    It is in the language asked for; if None, in that of the computer or else in English.
    """
    start = paths.assets() / "starter"
    known = sorted(path.name for path in start.iterdir() if path.is_dir())
    of_computer = system_language()
    language = asked or (of_computer if of_computer in known else "en")
    if language not in known:
        tell(
            phrase(
                "There is no pack to begin with in {code!r}; there are {languages}.",
                code=language,
                languages=", ".join(known),
            )
        )
        return 2
    title = " ".join(clean(title or USUAL_TITLE[language]).split())[:LONGEST_WORD].strip()
    if not title:
        tell(phrase("--title takes the name that players see, such as 'The rivers of Asia'."))
        return 2
    try:
        if folder.resolve() == Path.cwd():
            raise CannotWrite(
                phrase("This is the folder that you are in: name a new one inside it")
            )
        put({**starter(start / language, title), **schema_files()}, folder)
    except CannotWrite as why:
        print(f"{spoken(str(why))}.", file=sys.stderr)
        return 1
    if asked is None:
        others = " ".join(f"--lang {code}" for code in known if code != language)
        name = own_name(language)
        tell(phrase("Its language: {name}. For another one: {others}.", name=name, others=others))
    typed = paths.typed(folder)
    tell(
        phrase(
            "A pack lies in {folder}. It plays as it is:\n"
            "  {program} play {typed}\n"
            "  {program} preview {typed}   (every question, while you write)\n"
            "  {program} check {typed}     (what is wrong, with the line)\n"
            "Begin with {file}.",
            folder=folder,
            program=paths.program(),
            typed=typed,
            file=folder / "pack.yaml",
        )
    )
    return 0


def starter(folder: Path, title: str) -> dict[str, str]:
    """The files of the pack by their paths, under this title, each with the line for editors."""
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8")
        if name == "pack.yaml":
            text = text.replace("t-minus", paths.program(anywhere=True))
            text = text.replace(ID, quoted(slug(title) or "planets"))
            text = text.replace(TITLE, quoted(title))
        files[name] = f"{first_line(name)}\n{text}"
    return files
