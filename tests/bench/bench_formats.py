"""Reading questions of other programs beside the bare parser, and checking a pack beside what it
cannot do without."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import process_time

import openpyxl

from game import paths
from game.workshop.formats import kahoot
from game.workshop.formats.item import Item, Option
from game.workshop.importing import imported
from tests.bench.preview import preview
from tests.bench.row import Row

QUESTIONS = 20_000
ROUNDS = 5
CHECKS = 3

CHECKED = """
from time import process_time
begin = process_time()
{work}
print(process_time() - begin)
"""
CHECK = """
import contextlib, io, sys
from game import cli
with contextlib.redirect_stdout(io.StringIO()):
    cli.main(["check", sys.argv[1]])
"""
IMPORTS = """
import yaml
from pydantic import BaseModel, TypeAdapter
"""
_ANSWER = re.compile(r"(?<!\\)([=~])((?:[^=~#\\]|\\.)*)(?:#((?:[^=~#\\]|\\.)*))?")
_ESCAPED = re.compile(r"\\([:#={}~\\])")


def rows() -> list[Row]:
    """What the reading of formats and of a small pack costs, and what an author waits for."""
    return [_gift(), _spreadsheet(), *_check(), preview()]


def _gift() -> Row:
    data = "\n".join(map(_in_gift, range(QUESTIONS))).encode()
    ours = _least(lambda: len(imported(data, "quiz.gift").items))
    bare = _least(lambda: len(_bare_gift(data)))
    name = f"reading {QUESTIONS:,} GIFT questions"
    return Row(name, ours, "s", "a bare parser, which judges nothing", bare, ours / bare)


def _in_gift(number: int) -> str:
    return (
        f"::Question {number}::How many parts has machine {number} of the long row\\?{{\n"
        f"={number} parts#It was counted. ~{number + 1} parts#One too many. ~{number + 2} parts "
        f"~{number + 3} parts ####The list of parts says so.}}\n"
    )


def _bare_gift(data: bytes) -> list[tuple[str, str, list[tuple[str, str, str]], str]]:
    """Questions cut at their signs, with what is escaped put back: the least that a parser does."""
    found = []
    for paragraph in re.split(r"\n\s*\n", data.decode()):
        text = paragraph.strip()
        if not text or text.startswith("//"):
            continue
        name = ""
        if text.startswith("::"):
            name, _, text = text[2:].partition("::")
        prompt, _, inside = text.partition("{")
        inside, _, told = inside.rpartition("}")[0].partition("####")
        answers = [
            (sign, _bare(words), _bare(more)) for sign, words, more in _ANSWER.findall(inside)
        ]
        found.append((_bare(name), _bare(prompt), answers, _bare(told)))
    return found


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", " ".join(text.split()))


def _spreadsheet() -> Row:
    texts = ("Astana", "Almaty", "Shymkent", "Aral")
    data, _ = kahoot.write(
        Item(
            "made",
            "choice",
            f"Which town is number {number} of the list?",
            options=tuple(Option(f"{t} {number}", float(not at)) for at, t in enumerate(texts)),
        )
        for number in range(QUESTIONS)
    )
    ours = _least(lambda: len(imported(data, "quiz.xlsx").items), rounds=2)
    bare = _least(lambda: _bare_rows(data), rounds=2)
    name = f"reading a spreadsheet of {QUESTIONS:,} rows"
    return Row(name, ours, "s", "openpyxl alone", bare, ours / bare)


def _bare_rows(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def _least(work: Callable[[], int], rounds: int = ROUNDS) -> float:
    """The least time of the processor, in seconds, that the work took."""
    taken: list[float] = []
    for _ in range(rounds):
        begin = process_time()
        assert work() >= QUESTIONS
        taken.append(process_time() - begin)
    return min(taken)


def _check() -> list[Row]:
    """A pack that is looked at for the first time, and one in which nothing has changed since."""
    pack, against = str(paths.default_pack()), "importing pydantic and yaml"
    bare = min(_alone(IMPORTS, pack, "") for _ in range(CHECKS))
    with tempfile.TemporaryDirectory() as kept:
        _alone(CHECK, pack, kept)
        again = min(_alone(CHECK, pack, kept) for _ in range(CHECKS))
    first = min(_alone_with_nothing_kept(pack) for _ in range(CHECKS))
    return [
        Row("checking the pack about Baikonur", again, "s", against, bare, again / bare),
        Row("checking it for the first time", first, "s", against, bare, first / bare),
    ]


def _alone_with_nothing_kept(pack: str) -> float:
    with tempfile.TemporaryDirectory() as empty:
        return _alone(CHECK, pack, empty)


def _alone(work: str, pack: str, kept: str) -> float:
    """Seconds of the processor in a process of its own, which keeps what it keeps in a folder."""
    environment = {**os.environ, "T_MINUS_DATA": kept}
    # A second start reads what the first compiled, as it does of the libraries beside it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", CHECKED.format(work=work), pack]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        cwd=paths.HERE.parent,
        env=environment,
    )
    return float(run.stdout.split()[-1])
