"""What the command line takes: every command with its arguments, and what those may be.

What an argument may be is a function that raises ArgumentTypeError, which argparse prints.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from game import __version__, languages, paths
from game.phrase import phrase

READ = "aiken, anki, blooket, csv, gift, h5p, kahoot, moodle-xml, opentdb, wayground"
WRITTEN = (
    "aiken, anki, blooket, cards, csv, flashcards, gift, h5p, html, kahoot, moodle-xml, opentdb, "
    "pdf, poster, wayground"
)
"""The names of the formats once more, since no start is to import the room that has them."""


def every_command(
    made: type[argparse.ArgumentParser], _: Callable[[str], str]
) -> argparse.ArgumentParser:
    """A parser of that class for the whole command line, with its help in the words that `_` gives.

    What it parses has the name of the command as `command`.
    """
    parser = made(
        prog=paths.program(),
        description=_(
            "A quiz game whose questions are proven from cited facts. "
            "Without a command it opens the game."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"T-Minus {__version__}",
        help=_("show program's version number and exit"),
    )
    commands = parser.add_subparsers(title=_("commands"), required=True, metavar="COMMAND")

    def command(name: str, *, does: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
        one.set_defaults(command=name)
        return one

    play = command("play", does=_("open the game, or let a robot play"))
    _pack(play, _, optional=True)
    play.add_argument("--robot", action="store_true", help=_("play without a window or a pause"))
    play.add_argument("--seed", type=whole, help=_("the same number gives the same rounds"))
    play.add_argument("--rounds", type=positive, default=1, help=_("rounds for the robot"))
    play.add_argument(
        "--questions", type=count, default=10, help=_("questions a robot's round (3 to 40)")
    )
    _data(play, _)
    play.add_argument("--lang", metavar="L", help=_("language: en, ru or kk"))

    command("test", does=_("run the tests (in a checkout); takes pytest's arguments"))

    facts = command("facts", does=_("print every fact of a pack"))
    _pack(facts, _)
    _json(facts, _)

    bank = command("bank", does=_("print every question of a pack"))
    _pack(bank, _)
    _json(bank, _)
    bank.add_argument("--seed", type=whole, default=0)
    bank.add_argument("--lang", metavar="L")
    bank.add_argument("--kind", metavar="K", help=_("only questions of this kind"))

    check = command("check", does=_("find every problem of a pack"))
    _pack(check, _)
    _json(check, _)
    _data(check, _)
    check.add_argument(
        "--sources", type=Path, metavar="DIR", help=_("compare with the articles there")
    )
    check.add_argument(
        "--source", action="append", default=[], metavar="ID=GLOB", help=_("which file a source is")
    )
    check.add_argument(
        "--coverage", action="store_true", help=_("list each paragraph with its facts")
    )
    check.add_argument(
        "--lang", metavar="L", help=_("only what is in this language beside the facts")
    )

    cues = command("cues", does=_("how well guessers do that know nothing"))
    _pack(cues, _)
    _json(cues, _)
    cues.add_argument("--lang", metavar="L", help=_("in this language beside the pack's own"))

    new = command("new", does=_("lay down a pack that plays, to begin with"))
    new.add_argument("folder", type=Path, metavar="DIR", help=_("a new folder"))
    new.add_argument("--title", default="", metavar="T", help=_("what players see"))
    new.add_argument("--lang", metavar="L", help=_("language: en, ru or kk"))

    draft = command("draft", does=_("propose facts from an article"))
    draft.add_argument("article", type=Path, metavar="ARTICLE", help=_("plain text, HTML or PDF"))
    draft.add_argument("-o", "--out", type=Path, metavar="DIR", help=_("the pack's new folder"))
    _json(draft, _)

    ids = command("ids", does=_("write missing ids into a pack"))
    _pack(ids, _)

    translate = command("translate", does=_("write what a language lacks"))
    _pack(translate, _)
    translate.add_argument("--lang", required=True, metavar="L", help=_("its code, such as ru"))

    preview = command("preview", does=_("show a pack while you write it"))
    _pack(preview, _)
    _data(preview, _)
    preview.add_argument("--lang", metavar="L", help=_("language: en, ru or kk"))

    shots = command("shots", does=_("a picture of every screen in every state"))
    shots.add_argument("folder", type=Path, metavar="DIR")
    shots.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")
    shots.add_argument("--lang", default="en", metavar="L")
    shots.add_argument("--theme", default="calm", metavar="T")
    shots.add_argument("--text-scale", type=percent, default=100, metavar="P")

    launch = command("launch", does=_("fly a vehicle and report"))
    launch.add_argument("vehicle", metavar="VEHICLE", nargs="?", help=_("without one: list them"))
    launch.add_argument("--report", choices=("json",), help=_("for programs"))
    launch.add_argument("--tune", action="store_true", help=_("fit its pitch programme, write it"))
    launch.add_argument("--shots", type=Path, metavar="DIR", help=_("a picture at each event"))

    take = command("import", does=_("make a pack of another program's questions"))
    take.add_argument(
        "file", type=Path, metavar="FILE", help=_("GIFT, Moodle XML, a spreadsheet ...")
    )
    take.add_argument("-o", "--out", type=Path, metavar="DIR", help=_("the pack's new folder"))
    take.add_argument(
        "--from",
        dest="form",
        metavar="F",
        help=_("its format, if not recognised: {formats}").format(formats=READ),
    )
    take.add_argument("--licence", metavar="L", help=_("that of the questions"))
    take.add_argument("--title", metavar="T", help=_("of the pack; else the file's name"))
    take.add_argument("--lang", metavar="L", help=_("language of the questions, such as en"))
    _json(take, _)

    export = command("export", does=_("a pack for other programs, or to print"))
    _pack(export, _)
    export.add_argument(
        "--to",
        required=True,
        metavar="F",
        help=_("what to write: {formats}").format(formats=WRITTEN),
    )
    export.add_argument("-o", "--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--lang", metavar="L", help=_("language: en, ru or kk"))
    export.add_argument("--seed", type=whole, default=0)
    export.add_argument(
        "--variants",
        type=variants,
        metavar="N",
        help=_("of a worksheet; rounds of a page (1 to 26)"),
    )
    export.add_argument("--questions", type=count, metavar="N", help=_("of each (3 to 40)"))

    bundle = command("bundle", does=_("make one file of a pack, to give away"))
    _pack(bundle, _, optional=True)
    bundle.add_argument("-o", "--out", type=Path, metavar="FILE")
    bundle.add_argument(
        "--sign", type=Path, metavar="KEY", help=_("sign it with the key in a file")
    )
    bundle.add_argument("--new-key", type=Path, metavar="FILE", help=_("make a key to sign with"))
    _json(bundle, _)

    install = command("install", does=_("take in a pack that somebody bundled"))
    install.add_argument("file", type=Path, metavar="FILE", nargs="?", help=_("a bundle"))
    install.add_argument("--remove", metavar="ID", help=_("take an installed pack away"))
    _json(install, _)
    _data(install, _)

    simulate = command("simulate", does=_("made learners study a pack"))
    _pack(simulate, _, optional=True)
    simulate.add_argument("--learners", type=positive, default=20, metavar="N")
    simulate.add_argument("--days", type=positive, default=60, metavar="D")
    simulate.add_argument("--minutes", type=positive, default=10, metavar="M", help=_("a day"))
    simulate.add_argument(
        "--seed", type=whole, default=1, help=_("the same number, the same learners")
    )
    _json(simulate, _)

    report = command("report", does=_("what was kept: answers, learners, progress"))
    _json(report, _)
    _data(report, _)
    report.add_argument(
        "--to", choices=("csv", "json", "anki"), help=_("write all answers to a file")
    )
    report.add_argument("-o", "--out", type=Path, metavar="FILE")
    report.add_argument("--profile", default="", metavar="NAME", help=_("of one learner alone"))
    report.add_argument(
        "--rebuild", action="store_true", help=_("make anew all that follows from the answers")
    )

    backup = command("backup", does=_("make a backup of what was kept"))
    _json(backup, _)
    _data(backup, _)

    restore = command("restore", does=_("go back to a backup, the newest good one"))
    restore.add_argument("name", metavar="BACKUP", nargs="?", default="", help=_("a file's name"))
    restore.add_argument("--list", action="store_true", help=_("list the backups that there are"))
    _json(restore, _)
    _data(restore, _)

    host = command("host", does=_("hold a live class on phones"))
    _pack(host, _, optional=True)
    host.add_argument("--headless", action="store_true", help=_("for programs, without a window"))
    host.add_argument("--pipe", action="store_true", help=_("take orders on standard input"))
    host.add_argument("--port", type=port, default=0, metavar="N")
    host.add_argument("--questions", type=count, default=10, metavar="K", help=_("3 to 40"))
    host.add_argument(
        "--pace", choices=("window", "relaxed", "untimed", "classic", "fast"), default="window"
    )
    host.add_argument(
        "--start-when",
        type=positive,
        default=0,
        metavar="N",
        help=_("begin once N have joined"),
    )
    host.add_argument("--address", default="", metavar="A", help=_("the network to be listened on"))
    host.add_argument("--seed", type=whole, help=_("the same number gives the same questions"))
    host.add_argument(
        "--sets", metavar="IDS", help=_("sets to draw from, with commas between them")
    )
    host.add_argument("--level", choices=("gentle", "usual", "hard"), default="usual")
    host.add_argument(
        "--lately", metavar="FACTS", help=_("facts that come last, with commas between them")
    )
    host.add_argument("--lang", metavar="L", help=_("language of the questions: en, ru or kk"))
    host.add_argument("--resume", action="store_true", help=_("take up a class that was cut short"))
    _json(host, _)
    _data(host, _)

    carry = command("carry", does=_("a copy that sets itself up without a network"))
    carry.add_argument("folder", type=Path, metavar="DIR")

    bench = command("bench", does=_("the benchmarks, each beside its floor or its peer"))
    bench.add_argument("names", nargs="*", metavar="NAME")
    _json(bench, _)
    return parser


def _pack(
    parser: argparse.ArgumentParser, _: Callable[[str], str], *, optional: bool = False
) -> None:
    parser.add_argument(
        "pack",
        type=Path,
        metavar="PACK",
        nargs="?" if optional else None,
        help=_("the folder of a pack"),
    )


def _json(parser: argparse.ArgumentParser, _: Callable[[str], str]) -> None:
    parser.add_argument("--json", action="store_true", help=_("for programs"))


def _data(parser: argparse.ArgumentParser, _: Callable[[str], str]) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help=_("where everything is kept"))


def positive(text: str) -> int:
    """A whole number from 1."""
    return _between(text, 1, 100_000)


def count(text: str) -> int:
    """Questions of a round: 3 to 40."""
    return _between(text, 3, 40)


def variants(text: str) -> int:
    """Variants of a sheet, which have a letter each: 1 to 26."""
    return _between(text, 1, 26)


def percent(text: str) -> int:
    """A text size: 100 to 200."""
    return _between(text, 100, 200)


def port(text: str) -> int:
    """A port of this machine."""
    return _between(text, 1, 65_535)


def whole(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError:
        why = phrase("'{text}' is not a whole number", text=text)
        raise argparse.ArgumentTypeError(languages.spoken(why)) from None


def _between(text: str, low: int, high: int) -> int:
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        why = phrase(
            "'{text}' is not a whole number from {low} to {high}", text=text, low=low, high=high
        )
        raise argparse.ArgumentTypeError(languages.spoken(why))
    return int(text)


def size(text: str) -> tuple[int, int]:
    """A picture's width and height: 1920x1080."""
    width, _, height = text.lower().partition("x")
    try:
        return _between(width, 480, 7680), _between(height, 270, 4320)
    except argparse.ArgumentTypeError:
        why = phrase("'{text}' is not a size such as 1920x1080 (480x270 to 7680x4320)", text=text)
        raise argparse.ArgumentTypeError(languages.spoken(why)) from None
