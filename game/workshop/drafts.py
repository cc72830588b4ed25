"""Drafts in the file where they stand: accepted, dropped or reworded, and not one byte besides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from game.packs.findings import Findings
from game.packs.folder import open_folder
from game.packs.identifiers import replace_file
from game.packs.model import Fact, Pack
from game.phrase import phrase
from game.reading import plain_text
from game.reading.values import Table
from game.reading.yaml_events import read_yaml
from game.workshop.drafts_file import (
    BOOLEANS,
    CannotChange,
    Entry,
    FactFile,
    entry_of,
    files_of,
    find,
    id_of,
    indent_of,
    joined_lines,
    no_pack,
    parsed,
)
from game.workshop.drafts_wording import reword, wording

__all__ = [
    "CannotChange",
    "accept",
    "drafts_of",
    "drop",
    "edit",
    "fact_before",
    "make_draft",
    "put_back",
    "reword",
    "text_of",
    "wording",
]

_DRAFT_LINE = re.compile(r"[ ]*draft[ ]*:[ ]*(?:true|yes)[ ]*(?:#.*)?")
_DRAFT_IN_BRACES = re.compile(
    r"draft[ ]*:[ ]*(?:true|yes)[ ]*,[ ]*|,[ ]*draft[ ]*:[ ]*(?:true|yes)"
)


def drafts_of(pack: Pack) -> tuple[Fact, ...]:
    """The facts of a pack that wait for its author, in the order of its files."""
    return pack.drafts


def text_of(folder: Path, fact_id: str) -> str:
    """A fact as it stands in its file, without the dash and the indent that make it an entry.

    CannotChange if no file has it; OSError if a file cannot be read.
    """
    entry = find(folder, fact_id)
    lines = entry.file.lines[entry.first : entry.end]
    dashed = lines[0][: entry.indent].replace("-", " ", 1) + lines[0][entry.indent :]
    return "\n".join(line[entry.indent :] for line in (dashed, *lines[1:])) + "\n"


def accept(folder: Path, fact_id: str) -> None:
    """Make a draft a fact that is played: its line `draft: true` goes.

    CannotChange if there is no such draft; OSError if the file cannot be written.
    """
    entry = find(folder, fact_id)
    lines = list(entry.file.lines[entry.first : entry.end])
    if entry.raw.get("draft") not in ("true", "yes"):
        raise CannotChange(
            phrase("The fact '{fact}' is no draft, so there is nothing to accept.", fact=fact_id)
        )
    at = entry.raw.key("draft").mark.line - entry.first
    if at > 0 and _DRAFT_LINE.fullmatch(lines[at]):
        del lines[at]
    else:
        lines = _without_draft(lines, entry.indent)
    wanted = {key: value for key, value in entry.raw.items() if key != "draft"}
    _write(entry, lines, wanted)


def drop(folder: Path, fact_id: str) -> None:
    """Take a fact out of its file, with the comments inside it.

    CannotChange if no file has it; OSError if the file cannot be written.
    """
    entry = find(folder, fact_id)
    _write(entry, [], None)


def edit(folder: Path, fact_id: str, new_yaml_text: str) -> None:
    """Put another text in the place of a fact, as `text_of` gives it; other facts stay as they are.

    CannotChange if no file has the fact, or if the text is not the keys of one fact; OSError if the
    file cannot be written. What the text means is for `check` to say.
    """
    entry = find(folder, fact_id)
    text = plain_text.LINE_END.sub("\n", new_yaml_text).strip("\n")
    if text.startswith("- "):
        text = "  " + text[2:]
    lines = text.split("\n")
    shared = min((indent_of(line) for line in lines if line.strip()), default=0)
    lines = [line[shared:].rstrip() for line in lines]
    document = read_yaml("\n".join(lines).encode(), BOOLEANS)
    if document.mistakes:
        first = document.mistakes[0]
        raise CannotChange(
            phrase(
                "Line {line}: {message}; {hint}.",
                line=first.line,
                message=first.message,
                hint=first.hint or phrase("mend it first"),
            )
        )
    if not isinstance(document.value, Table):
        raise CannotChange(
            phrase("A fact is keys with what they hold, such as fact: and ask:, a line each.")
        )
    made = [" " * entry.indent + line if line else "" for line in lines]
    made[0] = entry.file.lines[entry.first][: entry.indent] + lines[0]
    _write(entry, made, dict(document.value))


def make_draft(folder: Path, fact_id: str) -> None:
    """Make a fact a draft again, however its file has changed since it was accepted.

    CannotChange if there is no such fact, or if it is a draft; OSError if the file cannot be
    written.
    """
    if find(folder, fact_id).raw.get("draft") in ("true", "yes"):
        raise CannotChange(phrase("The fact '{fact}' is a draft already.", fact=fact_id))
    text = text_of(folder, fact_id)
    if text.startswith("{"):
        raise CannotChange(
            phrase("The fact '{fact}' is written in braces; write draft: true there.", fact=fact_id)
        )
    edit(folder, fact_id, f"draft: true\n{text}")


def fact_before(folder: Path, fact_id: str) -> str:
    """The id of the fact before one in its file, "" if it is the first.

    CannotChange if no file has it; OSError if a file cannot be read.
    """
    entry = find(folder, fact_id)
    before = entry.file.entries[entry.index - 1] if entry.index else None
    return id_of(before) if isinstance(before, Table) else ""


def put_back(folder: Path, name: str, fact_id: str, text: str, behind: str) -> None:
    """Put a fact that was dropped, as `text_of` gave it, into its file again: behind the fact with
    the id `behind`, or behind the last one if that is not there.

    `name` is the file's, seen from the folder. CannotChange if a fact has the id again, or if
    nothing can be put into the file; OSError if it cannot be written.
    """
    findings = Findings()
    opened = open_folder(folder, findings)
    if opened is None:
        raise no_pack(folder, findings)
    file = None
    for one in files_of(opened, findings):
        if any(isinstance(raw, Table) and id_of(raw) == fact_id for raw in one.entries):
            raise CannotChange(
                phrase("There is a fact '{fact}' again, so nothing was put back.", fact=fact_id)
            )
        if one.path == opened.root / name:
            file = one
    if file is None:
        raise CannotChange(
            phrase("{file} cannot be read, so nothing can be put back into it; mend it.", file=name)
        )
    ids = [id_of(one) if isinstance(one, Table) else "" for one in file.entries]
    at = ids.index(behind) if behind in ids else len(ids) - 1
    head, dash, tail = _behind(file, at)
    ending = file.ends[0] or "\n"
    first, *more = text.rstrip("\n").split("\n")
    lines = [" " * dash + f"- {first}"]
    lines += [" " * (dash + 2) + line if line else "" for line in more]
    if head and not head.endswith(ending):
        head += ending
    between = ending if file.entries else ""
    data = file.mark + (head + between + ending.join(lines) + ending + tail).encode("utf-8")
    read = parsed(data)
    made = list(read[0]) if read is not None else []
    back = made.pop(at + 1) if len(made) > at + 1 else None
    if made != list(file.entries) or not isinstance(back, Table) or id_of(back) != fact_id:
        raise CannotChange(
            phrase("{file} is written in a way that nothing can be put into from here.", file=name)
        )
    replace_file(file.path, data)


def _behind(file: FactFile, at: int) -> tuple[str, int, str]:
    """What stands in a file up to a fact, how far in its dash is, and what follows."""
    if file.entries:
        last = file.entries[at]
        if not isinstance(last, Table):
            raise CannotChange(
                phrase("{file} ends in what is no fact; mend it first.", file=file.path.name)
            )
        entry = entry_of(file, at, last)
        dash = indent_of(file.lines[entry.first])
        end = entry.end
        return joined_lines(file, 0, end), dash, joined_lines(file, end, len(file.lines))
    whole = joined_lines(file, 0, len(file.lines))
    found = re.search(r"(?m)^(facts[ ]*:)?[ ]*\[[ ]*\][ ]*(?=\r?$)", whole)
    if found is None:
        raise CannotChange(
            phrase("{file} has no list of facts to put one into.", file=file.path.name)
        )
    dash = 2 if found[1] else 0
    return whole[: found.start()] + (found[1] or ""), dash, whole[found.end() :].lstrip("\r\n")


def _without_draft(lines: list[str], indent: int) -> list[str]:
    """The lines of a fact that has `draft: true` beside its dash, or inside braces."""
    if _DRAFT_LINE.fullmatch(lines[0][indent:]) and len(lines) > 1:
        return [lines[0][:indent] + lines[1].lstrip(" "), *lines[2:]]
    text = "\n".join(lines)
    return _DRAFT_IN_BRACES.sub("", text, count=1).split("\n")


def _write(entry: Entry, lines: list[str], wanted: dict[str, Any] | None) -> None:
    """Put lines in the place of a fact, unless the file would then say what is not wanted."""
    file, first, end = entry.file, entry.first, entry.end
    ending = file.ends[0] or "\n"
    if wanted is None and end < len(file.lines) - 1 and not file.lines[end].strip():
        end += 1
    head, tail = joined_lines(file, 0, first), joined_lines(file, end, len(file.lines))
    middle = ending.join(lines) + (file.ends[end - 1] if lines else "")
    if wanted is None and len(file.entries) == 1:
        head, middle = _emptied(head, file, ending)
    data = file.mark + (head + middle + tail).encode("utf-8")
    expected = [one if one is not entry.raw else wanted for one in file.entries]
    read = parsed(data)
    if read is None or list(read[0]) != [one for one in expected if one is not None]:
        raise CannotChange(
            phrase(
                "This fact is written in a way that cannot be changed from here; change it in "
                "{file}, from line {line} on.",
                file=file.path.name,
                line=first + 1,
            )
        )
    replace_file(file.path, data)


def _emptied(head: str, file: FactFile, ending: str) -> tuple[str, str]:
    """What stands before the last fact of a file, and an empty list in its place."""
    if file.is_list:
        return head, f"[]{ending}"
    return re.sub(r"(?m)^(facts[ ]*:)", r"\1 []", head), ""
