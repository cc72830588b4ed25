"""What the command line asks for to take in a file of another program."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from game.packs.manifest import LANGUAGE
from game.workshop.fact_table import NoFacts, tried
from game.workshop.formats import READ
from game.workshop.formats.item import Said
from game.workshop.imported_pack import (
    CALLED,
    UNKNOWN,
    CannotWrite,
    Head,
    language_of,
    pack_files,
    put,
)
from game.workshop.importing import CannotImport, Imported, imported
from game.workshop.lost import tell_lost

_ADDRESS = re.compile(r"(?:https?|ftp|file):/", re.IGNORECASE)
MOST_BYTES = 200_000_000
SHOWN = 20
"""Of what was left out so many are printed for people; --json has all."""


def import_file(
    file: Path,
    out: Path,
    *,
    form: str | None = None,
    licence: str | None = None,
    title: str | None = None,
    language: str | None = None,
    as_json: bool = False,
) -> int:
    """Make a pack of a file; gives the exit status: 1 if there was nothing to make it of."""
    if language is not None and LANGUAGE.fullmatch(language) is None:
        print(f"{language!r} is not the code of a language, such as en or ru.", file=sys.stderr)
        return 2
    if _ADDRESS.match(str(file)):
        address = str(file).replace(":/", "://", 1)
        print(f"{address}: addresses are not read: save the file first.", file=sys.stderr)
        return 2
    if form is not None and form not in READ:
        print(f"There is no format {form!r}; there are {', '.join(sorted(READ))}.", file=sys.stderr)
        return 2
    name = file.name.encode("utf-8", "replace").decode()
    try:
        made = imported(_bytes(file), name, form)
    except CannotImport as error:
        print(f"{file}: {error}.", file=sys.stderr)
        print(f"The formats are {', '.join(sorted(READ))}; --from says which.", file=sys.stderr)
        if as_json:
            nothing = Imported("", 0, (), (Said(name, str(error)),))
            print(json.dumps(_report(nothing, ({}, nothing.skipped)), ensure_ascii=False, indent=2))
        return 1
    except ImportError as error:
        print(
            f"Reading a spreadsheet needs more than the game ({error.name} is missing): "
            "python -m pip install 't-minus[author]', or save it as CSV",
            file=sys.stderr,
        )
        return 1
    if form is None and made.table is None and len(made.items) < len(made.skipped):
        return _doubted(file, made, as_json)
    try:
        report = _report(made, _kinds_written(file, out, made, title, licence, language))
    except (CannotWrite, NoFacts) as error:
        print(f"{error}.", file=sys.stderr)
        return 1
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    return 0 if report["questions"] else 1


def _kinds_written(
    file: Path,
    out: Path,
    made: Imported,
    title: str | None,
    licence: str | None,
    language: str | None,
) -> tuple[dict[str, int], tuple[Said, ...]]:
    """Write the pack, if there is anything to write; how many questions of each kind it has, and
    what was left out. CannotWrite if it cannot be."""
    kinds, skipped = made.kinds(), made.skipped
    if made.items or made.table:
        head = Head(
            title or file.stem,
            licence or made.licence or _asked_licence(file),
            language or language_of(made.texts()),
            file.name,
            made.format,
        )
        if made.table:
            of_table = tried(made.table, head)
            kinds, skipped = of_table.kinds, of_table.table.skipped
            put(of_table.files, out)
        else:
            put(pack_files(made.items, head), out)
        _tell_head(head, out)
        _tell_licence(file.name, made.licence, head.licence)
    _tell(made, kinds, skipped)
    return kinds, skipped


def _doubted(file: Path, made: Imported, as_json: bool) -> int:
    """Say that a file, whose format nobody has named, is hardly in the one that it looks like."""
    nothing = replace(made, items=())
    _tell(nothing, {}, made.skipped)
    print(
        f"{file}: {len(made.skipped):,} of its {made.read:,} entries are no questions that can be "
        f"taken, so that it may be no {CALLED[made.format]} at all. Nothing was made of it: "
        f"--from {made.format} takes what there is.",
        file=sys.stderr,
    )
    if as_json:
        print(json.dumps(_report(nothing, ({}, made.skipped)), ensure_ascii=False, indent=2))
    return 1


def _tell_licence(name: str, own: str, named: str) -> None:
    """Say so where a file's own licence binds what is made of it, and another one is named."""
    if "BY-SA" in own and not _alike(named).startswith(_alike(own)):
        print(
            f"The questions of {name} are under {own}, and so must be a pack of them: "
            f"{named!r} is right only if all of them are your own.",
            file=sys.stderr,
        )


def _alike(licence: str) -> str:
    """A licence however its name is spelt."""
    return " ".join(licence.casefold().replace("-", " ").split())


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise CannotImport(f"it has more than {MOST_BYTES // 1_000_000} MB: make parts of it")
        return file.read_bytes()
    except OSError as error:
        raise CannotImport(f"it cannot be read: {error.strerror}") from error


def _asked_licence(file: Path) -> str:
    """The licence, asked for where somebody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return UNKNOWN
    print(
        f"Under which licence are the questions of {file.name}? (CC BY 4.0, ...)", file=sys.stderr
    )
    print("Return, if you do not know: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or UNKNOWN


def _tell_head(head: Head, out: Path) -> None:
    print(
        f"{out}: a pack in {head.language!r}, under the licence {head.licence!r}", file=sys.stderr
    )
    if head.licence == UNKNOWN:
        print(
            "Nobody has said under which licence the questions are. Write it into pack.yaml "
            "before you give the pack to others.",
            file=sys.stderr,
        )


def _tell(made: Imported, kinds: dict[str, int], skipped: tuple[Said, ...]) -> None:
    each = ", ".join(f"{count:,} {kind}" for kind, count in kinds.items())
    what = "a table of facts" if made.table else made.format
    count = f"{sum(kinds.values()):,} questions"
    print(f"{made.read:,} read as {what}, {count}" + (f": {each}" if each else ""), file=sys.stderr)
    for said in skipped[:SHOWN]:
        print(f"{said.place}: left out: {said.reason}", file=sys.stderr)
    if len(skipped) > SHOWN:
        print(f"and {len(skipped) - SHOWN:,} more left out: --json has all", file=sys.stderr)
    tell_lost(made.lost)


def _report(made: Imported, written: tuple[dict[str, int], tuple[Said, ...]]) -> dict[str, object]:
    kinds, skipped = written
    return {
        "read": made.read,
        "questions": sum(kinds.values()),
        "skipped": [{"place": said.place, "reason": said.reason} for said in skipped],
        "kinds": kinds,
    }
