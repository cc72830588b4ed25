"""What the command line asks for to take in a file of another program."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from game.bank.called import KIND_NAMES
from game.languages import LANGUAGES, spoken, tell
from game.packs.identifiers import slug
from game.packs.manifest import LANGUAGE
from game.phrase import counted, joined, phrase
from game.system_errors import why
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
_FORMATS = ", ".join(sorted(READ))
MOST_BYTES = 200_000_000
USUAL_ROUND = 10
SHOWN = 20
"""Of what was left out so many are printed for people; --json has all."""


def import_file(
    file: Path,
    out: Path | None,
    *,
    form: str | None = None,
    licence: str | None = None,
    title: str | None = None,
    language: str | None = None,
    as_json: bool = False,
) -> int:
    """Make a pack of a file; gives the exit status: 1 if there was nothing to make it of.

    `out` is its folder; if None, one that is called as the file is, in the folder that one is in.
    """
    out = out or Path(slug(file.stem) or "imported")
    if language is not None and LANGUAGE.fullmatch(language) is None:
        tell(phrase("{code!r} is not the code of a language, such as en or ru.", code=language))
        return 2
    if _ADDRESS.match(str(file)):
        address = str(file).replace(":/", "://", 1)
        tell(phrase("{address}: addresses are not read: save the file first.", address=address))
        return 2
    if form is not None and form not in READ:
        tell(
            phrase("There is no format {name!r}; there are {formats}.", name=form, formats=_FORMATS)
        )
        return 2
    name = file.name.encode("utf-8", "replace").decode()
    try:
        made = imported(_bytes(file), name, form)
    except CannotImport as error:
        print(f"{file}: {spoken(str(error))}.", file=sys.stderr)
        tell(phrase("The formats are {formats}; --from says which.", formats=_FORMATS))
        if as_json:
            nothing = Imported("", 0, (), (Said(name, str(error)),))
            print(json.dumps(_report(nothing, ({}, nothing.skipped)), ensure_ascii=False, indent=2))
        return 1
    except ImportError as error:
        tell(
            phrase(
                "Reading a spreadsheet needs more than the game ({name} is missing): "
                "python -m pip install 't-minus[author]', or save it as CSV",
                name=error.name,
            )
        )
        return 1
    if form is None and made.table is None and len(made.items) < len(made.skipped):
        return _doubted(file, made, as_json)
    try:
        report = _report(made, _kinds_written(file, out, made, title, licence, language))
    except CannotWrite as error:
        print(f"{spoken(str(error))}.", file=sys.stderr)
        return 1
    except NoFacts as error:
        print(f"{file}: {spoken(str(error))}.", file=sys.stderr)
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
    if not (made.items or made.table):
        tell(phrase("{file}: no pack was made of it.", file=file))
    return kinds, skipped


def _doubted(file: Path, made: Imported, as_json: bool) -> int:
    """Say that a file, whose format nobody has named, is hardly in the one that it looks like."""
    nothing = replace(made, items=())
    _tell(nothing, {}, made.skipped)
    if not made.items:
        tell(
            phrase(
                "{file}: none of its entries is a question that can be taken, so that it may be "
                "no {called} at all. No pack was made of it. The formats are {formats}; --from "
                "says which.",
                file=file,
                called=CALLED[made.format],
                formats=_FORMATS,
            )
        )
    else:
        _tell_some(file, made)
    if as_json:
        print(json.dumps(_report(nothing, ({}, made.skipped)), ensure_ascii=False, indent=2))
    return 1


def _tell_some(file: Path, made: Imported) -> None:
    tell(
        phrase(
            "{file}: {left:,} of its {read:,} entries are no questions that can be taken, so that "
            "it may be no {called} at all. Nothing was made of it: --from {format} takes what "
            "there is.",
            file=file,
            left=len(made.skipped),
            read=made.read,
            called=CALLED[made.format],
            format=made.format,
        )
    )


def _tell_licence(name: str, own: str, named: str) -> None:
    """Say so where a file's own licence binds what is made of it, and another one is named."""
    if "BY-SA" in own and not _alike(named).startswith(_alike(own)):
        tell(
            phrase(
                "The questions of {file} are under {own}, and so must be a pack of them: "
                "{named!r} is right only if all of them are your own.",
                file=name,
                own=own,
                named=named,
            )
        )


def _alike(licence: str) -> str:
    """A licence however its name is spelt."""
    return " ".join(licence.casefold().replace("-", " ").split())


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise CannotImport(
                phrase("it has more than {most} MB: make parts of it", most=MOST_BYTES // 1_000_000)
            )
        return file.read_bytes()
    except OSError as error:
        raise CannotImport(phrase("it cannot be read: {why}", why=why(error))) from error


def _asked_licence(file: Path) -> str:
    """The licence, asked for where somebody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return UNKNOWN
    tell(
        phrase("Under which licence are the questions of {file}? (CC BY 4.0, ...)", file=file.name)
    )
    unsure = spoken(phrase("Return, if you do not know: "))
    print(unsure, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or UNKNOWN


def _tell_head(head: Head, out: Path) -> None:
    if head.licence == UNKNOWN:
        tell(phrase("{folder}: a pack in {language!r}", folder=out, language=head.language))
    else:
        tell(
            phrase(
                "{folder}: a pack in {language!r}, under the licence {licence!r}",
                folder=out,
                language=head.language,
                licence=head.licence,
            )
        )
    if head.language not in LANGUAGES:
        tell(
            phrase(
                "The game has no words of its own in {language!r}: what it says beside the "
                "questions is in English.",
                language=head.language,
            )
        )
    if head.licence == UNKNOWN:
        tell(
            phrase(
                "Nobody has said under which licence the questions are. Write it into pack.yaml "
                "before you give the pack to others."
            )
        )


def _tell(made: Imported, kinds: dict[str, int], skipped: tuple[Said, ...]) -> None:
    tell(
        phrase(
            "{entries:,} read as {what}, {questions}",
            entries=made.read,
            what=phrase("a table of facts") if made.table else made.format,
            questions=_counted(kinds),
        )
    )
    for said in skipped[:SHOWN]:
        tell(phrase("{place}: left out: {reason}", place=said.place, reason=said.reason))
    if len(skipped) > SHOWN:
        tell(phrase("and {more:,} more left out: --json has all", more=len(skipped) - SHOWN))
    tell_lost(made.lost)
    if 0 < sum(kinds.values()) < USUAL_ROUND:
        tell(
            phrase(
                "The usual round has {usual} questions: of this pack there are shorter ones alone.",
                usual=USUAL_ROUND,
            )
        )


def _counted(kinds: dict[str, int]) -> str:
    """How many questions there are, and how many of each kind."""
    all_of_them = counted("{count:,} question", "{count:,} questions", sum(kinds.values()))
    each = joined(
        phrase("{kind} {count:,}", kind=KIND_NAMES[kind], count=count)
        for kind, count in kinds.items()
    )
    return joined((all_of_them, each), ": ") if each else all_of_them


def _report(made: Imported, written: tuple[dict[str, int], tuple[Said, ...]]) -> dict[str, object]:
    kinds, skipped = written
    return {
        "read": made.read,
        "questions": sum(kinds.values()),
        "skipped": [{"place": said.place, "reason": said.reason} for said in skipped],
        "kinds": kinds,
    }
