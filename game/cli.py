"""Every command: parses its arguments and calls one room. A room is imported when it is called."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__, arguments, languages, paths
from game.phrase import phrase

if TYPE_CHECKING:
    from game.screens.workshop_drafts import Drafting

DONE, FOUND, WRONG_USE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 done, 1 errors found in what the user gave, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console that lacks a letter shows the rest.
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if argv is None else argv)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "play")
    try:
        options, more = _parser().parse_known_args(given)
        if more and options.run is not _test:
            _parser().error(languages.spoken(phrase("'{word}' is not known here", word=more[0])))
        options.more = more
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG_USE
    if getattr(options, "pack", None) is not None:
        options.pack = _found(options.pack, getattr(options, "data", None))
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        return _refuse(phrase("Stopped."), 130)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="t-minus",
        description="A quiz game whose questions are proven from cited facts. "
        "Without a command it opens the game.",
    )
    parser.add_argument("--version", action="version", version=f"T-Minus {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    play = _command(commands, "play", _play, "open the game, or let a robot play")
    _pack(play, optional=True)
    play.add_argument("--robot", action="store_true", help="play without a window or a pause")
    play.add_argument("--seed", type=int, help="the same number gives the same rounds")
    play.add_argument("--rounds", type=arguments.positive, default=1, help="rounds for the robot")
    play.add_argument(
        "--questions", type=arguments.count, default=10, help="questions a robot's round (3 to 40)"
    )
    _data(play)
    play.add_argument("--lang", metavar="L", help="language: en, ru or kk")

    _command(commands, "test", _test, "run the tests (in a checkout); takes pytest's arguments")

    facts = _command(commands, "facts", _facts, "print every fact of a pack")
    _pack(facts)
    _json(facts)

    bank = _command(commands, "bank", _bank, "print every question of a pack")
    _pack(bank)
    _json(bank)
    bank.add_argument("--seed", type=int, default=0)
    bank.add_argument("--lang", metavar="L")
    bank.add_argument("--kind", metavar="K", help="only questions of this kind")

    check = _command(commands, "check", _check, "find every problem of a pack")
    _pack(check)
    _json(check)
    _data(check)
    check.add_argument(
        "--sources", type=Path, metavar="DIR", help="compare with the articles there"
    )
    check.add_argument(
        "--source", action="append", default=[], metavar="ID=GLOB", help="which file a source is"
    )
    check.add_argument("--coverage", action="store_true", help="list each paragraph with its facts")
    check.add_argument("--lang", metavar="L", help="only what is in this language beside the facts")

    cues = _command(commands, "cues", _cues, "how well guessers do that know nothing")
    _pack(cues)
    _json(cues)
    cues.add_argument("--lang", metavar="L", help="in this language beside the pack's own")

    new = _command(commands, "new", _new, "lay down a pack that plays, to begin with")
    new.add_argument("folder", type=Path, metavar="DIR", help="a new folder")
    new.add_argument("--title", default="", metavar="T", help="what players see")
    new.add_argument("--lang", metavar="L", help="language: en, ru or kk")

    draft = _command(commands, "draft", _draft, "propose facts from an article")
    draft.add_argument("article", type=Path, metavar="ARTICLE", help="plain text, HTML or PDF")
    draft.add_argument("-o", "--out", type=Path, metavar="DIR", help="the pack's new folder")
    _json(draft)

    ids = _command(commands, "ids", _ids, "write missing ids into a pack")
    _pack(ids)

    translate = _command(commands, "translate", _translate, "write what a language lacks")
    _pack(translate)
    translate.add_argument("--lang", required=True, metavar="L", help="its code, such as ru")

    preview = _command(commands, "preview", _preview, "show a pack while you write it")
    _pack(preview)
    _data(preview)
    preview.add_argument("--lang", metavar="L", help="language: en, ru or kk")

    shots = _command(commands, "shots", _shots, "a picture of every screen in every state")
    shots.add_argument("folder", type=Path, metavar="DIR")
    shots.add_argument("--size", type=arguments.size, default=(1920, 1080), metavar="WxH")
    shots.add_argument("--lang", default="en", metavar="L")
    shots.add_argument("--theme", default="calm", metavar="T")
    shots.add_argument("--text-scale", type=arguments.percent, default=100, metavar="P")

    launch = _command(commands, "launch", _launch, "fly a vehicle and report")
    launch.add_argument("vehicle", metavar="VEHICLE", nargs="?", help="without one: list them")
    launch.add_argument("--report", choices=("json",), help="for programs")
    launch.add_argument("--tune", action="store_true", help="fit its pitch programme, write it")
    launch.add_argument("--shots", type=Path, metavar="DIR", help="a picture at each event")

    take = _command(commands, "import", _import, "make a pack of another program's questions")
    take.add_argument("file", type=Path, metavar="FILE", help="GIFT, Moodle XML, a spreadsheet ...")
    take.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="a new folder")
    take.add_argument("--from", dest="form", metavar="F", help="its format, if not recognised")
    take.add_argument("--licence", metavar="L", help="that of the questions")
    take.add_argument("--title", metavar="T", help="of the pack; else the file's name")
    take.add_argument("--lang", metavar="L", help="language of the questions, such as en")
    _json(take)

    export = _command(commands, "export", _export, "a pack for other programs, or to print")
    _pack(export)
    export.add_argument("--to", required=True, metavar="F", help="what to write")
    export.add_argument("-o", "--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--lang", metavar="L", help="language: en, ru or kk")
    export.add_argument("--seed", type=int, default=0)
    export.add_argument(
        "--variants",
        type=arguments.variants,
        metavar="N",
        help="of a worksheet; rounds of a page (1 to 26)",
    )
    export.add_argument("--questions", type=arguments.count, metavar="N", help="of each (3 to 40)")

    bundle = _command(commands, "bundle", _bundle, "make one file of a pack, to give away")
    _pack(bundle, optional=True)
    bundle.add_argument("-o", "--out", type=Path, metavar="FILE")
    bundle.add_argument("--sign", type=Path, metavar="KEY", help="sign it with the key in a file")
    bundle.add_argument("--new-key", type=Path, metavar="FILE", help="make a key to sign with")
    _json(bundle)

    install = _command(commands, "install", _install, "take in a pack that somebody bundled")
    install.add_argument("file", type=Path, metavar="FILE", nargs="?", help="a bundle")
    install.add_argument("--remove", metavar="ID", help="take an installed pack away")
    _json(install)
    _data(install)

    simulate = _command(commands, "simulate", _simulate, "made learners study a pack")
    _pack(simulate, optional=True)
    simulate.add_argument("--learners", type=arguments.positive, default=20, metavar="N")
    simulate.add_argument("--days", type=arguments.positive, default=60, metavar="D")
    simulate.add_argument(
        "--minutes", type=arguments.positive, default=10, metavar="M", help="a day"
    )
    simulate.add_argument("--seed", type=int, default=1, help="the same number, the same learners")
    _json(simulate)

    report = _command(commands, "report", _report, "what was kept: answers, learners, progress")
    _json(report)
    _data(report)
    report.add_argument("--to", choices=("csv", "json", "anki"), help="write all answers to a file")
    report.add_argument("-o", "--out", type=Path, metavar="FILE")
    report.add_argument("--profile", default="", metavar="NAME", help="of one learner alone")
    report.add_argument(
        "--rebuild", action="store_true", help="make anew all that follows from the answers"
    )

    backup = _command(commands, "backup", _backup, "make a backup of what was kept")
    _json(backup)
    _data(backup)

    restore = _command(commands, "restore", _restore, "go back to a backup, the newest good one")
    restore.add_argument("name", metavar="BACKUP", nargs="?", default="", help="a file's name")
    restore.add_argument("--list", action="store_true", help="list the backups that there are")
    _json(restore)
    _data(restore)

    host = _command(commands, "host", _host, "hold a live class on phones")
    _pack(host, optional=True)
    host.add_argument("--headless", action="store_true", help="for programs, without a window")
    host.add_argument("--pipe", action="store_true", help="take orders on standard input")
    host.add_argument("--port", type=arguments.port, default=0, metavar="N")
    host.add_argument("--questions", type=arguments.count, default=10, metavar="K", help="3 to 40")
    host.add_argument(
        "--pace", choices=("window", "relaxed", "untimed", "classic", "fast"), default="window"
    )
    host.add_argument(
        "--start-when",
        type=arguments.positive,
        default=0,
        metavar="N",
        help="begin once N have joined",
    )
    host.add_argument("--address", default="", metavar="A", help="the network to be listened on")
    host.add_argument("--seed", type=int, help="the same number gives the same questions")
    host.add_argument("--sets", metavar="IDS", help="sets to draw from, with commas between them")
    host.add_argument("--level", choices=("gentle", "usual", "hard"), default="usual")
    host.add_argument("--lang", metavar="L", help="language of the questions: en, ru or kk")
    host.add_argument("--resume", action="store_true", help="take up a class that was cut short")
    _json(host)
    _data(host)

    carry = _command(commands, "carry", _carry, "a copy that sets itself up without a network")
    carry.add_argument("folder", type=Path, metavar="DIR")

    bench = _command(commands, "bench", _bench, "the benchmarks, each beside its floor or its peer")
    bench.add_argument("names", nargs="*", metavar="NAME")
    _json(bench)
    return parser


def _refuse(why: str, status: int = WRONG_USE) -> int:
    return languages.refuse(why, status)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    does: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _pack(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    parser.add_argument(
        "pack",
        type=Path,
        metavar="PACK",
        nargs="?" if optional else None,
        help="the folder of a pack",
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _found(pack: Path, data: Path | None) -> Path:
    """The folder of a pack, which may be named by the id of an installed or a shipped one."""
    from game.packs.installed import found

    return found(pack, data)


def _data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="where everything is kept")


def _play(options: argparse.Namespace) -> int:
    if options.robot:
        from game.play.commands import robot

        seed = 1 if options.seed is None else options.seed
        pack: Path = options.pack or paths.default_pack()
        return robot(pack, seed, options.rounds, options.questions, options.data, options.lang)
    return _window(options, options.seed)


def _window(
    options: argparse.Namespace,
    seed: int | None = None,
    *,
    preview: bool = False,
    live: bool = False,
) -> int:
    from game.screens.app import play

    return play(
        options.pack,
        data=options.data,
        seed=seed,
        language=options.lang,
        preview=preview,
        live=live,
        drafting=_drafting,
        tidy=_tidy,
    )


def _tidy(folder: Path) -> None:
    import datetime

    from game.live.report import forget_old
    from game.records.class_log import tidy

    tidy(folder, datetime.datetime.now(datetime.UTC))
    forget_old(folder, datetime.date.today())


def _preview(options: argparse.Namespace) -> int:
    if not options.pack.is_dir():
        why = phrase("There is no folder {folder}; t-minus new makes a pack.", folder=options.pack)
        return _refuse(why, FOUND)
    return _window(options, preview=True)


def _drafting() -> Drafting:
    """What changes drafts: the workshop's screens stand above its room, and so are handed it."""
    from game.workshop import drafts

    return drafts


def _test(options: argparse.Namespace) -> int:
    home = paths.HERE.parent
    if not (home / "tests").is_dir():
        return _refuse(phrase("The tests come with a checkout, and this is an installed copy."))
    import pytest

    os.chdir(home)
    usual = ["-n", "auto", "--dist", "worksteal"]
    if not options.more and not os.environ.get("CI"):
        usual += ["-m", "not slow"]
        told = phrase("Without the slow ones; with them: test -m 'slow or not slow'")
        languages.tell(told)
    return int(pytest.main([*usual, *options.more]))


def _facts(options: argparse.Namespace) -> int:
    from game.packs.commands import facts

    return facts(options.pack, options.json)


def _bank(options: argparse.Namespace) -> int:
    from game.bank.commands import bank

    return bank(options.pack, options.json, options.seed, options.lang, options.kind)


def _check(options: argparse.Namespace) -> int:
    from game.bank.checked import check

    globs: dict[str, str] = {}
    for pair in options.source:
        name, equals, glob = pair.partition("=")
        if not equals or not name or not glob:
            return _refuse(phrase("--source takes ID=GLOB, not '{pair}'.", pair=pair))
        globs[name] = glob
    return check(options.pack, options.sources, globs, options.coverage, options.json, options.lang)


def _cues(options: argparse.Namespace) -> int:
    from game.bank.cues.commands import cues

    return cues(options.pack, options.json, options.lang)


def _translate(options: argparse.Namespace) -> int:
    from game.packs.commands import translate

    return translate(options.pack, options.lang)


def _new(options: argparse.Namespace) -> int:
    from game.workshop.new import new

    return new(options.folder, options.title, options.lang)


def _draft(options: argparse.Namespace) -> int:
    from game.workshop.draft_command import draft_article

    return draft_article(options.article, options.out, as_programs=options.json)


def _ids(options: argparse.Namespace) -> int:
    from game.packs.commands import ids

    return ids(options.pack)


def _shots(options: argparse.Namespace) -> int:
    from game.screens.shots import shots

    return shots(
        options.folder,
        size=options.size,
        language=options.lang,
        theme=options.theme,
        text_scale=options.text_scale,
    )


def _launch(options: argparse.Namespace) -> int:
    from game.flight.commands import launch, tune

    if options.tune:
        return tune(paths.assets() / "vehicles", options.vehicle)
    status = launch(paths.assets() / "vehicles", options.vehicle, options.report)
    if status == 0 and options.shots is not None and options.vehicle is not None:
        from game.screens.launch_shots import launch_shots

        return launch_shots(options.vehicle, options.shots)
    return status


def _import(options: argparse.Namespace) -> int:
    from game.workshop.import_command import import_file

    return import_file(
        options.file,
        options.out,
        form=options.form,
        licence=options.licence,
        title=options.title,
        language=options.lang,
        as_json=options.json,
    )


def _export(options: argparse.Namespace) -> int:
    from game.workshop.commands import export

    return export(
        options.pack,
        options.to,
        options.out,
        options.lang,
        seed=options.seed,
        variants=options.variants,
        questions=options.questions,
    )


def _bundle(options: argparse.Namespace) -> int:
    if (options.pack is None) == (options.new_key is None):
        return _refuse(phrase("bundle takes a pack, or --new-key FILE."))
    from game.workshop import sharing

    if options.new_key is not None:
        return sharing.make_key(options.new_key)
    return sharing.bundle(options.pack, options.out, options.sign, as_json=options.json)


def _install(options: argparse.Namespace) -> int:
    if (options.file is None) == (options.remove is None):
        return _refuse(phrase("install takes the file of a bundle, or --remove ID."))
    from game.workshop import sharing

    if options.remove is not None:
        return sharing.remove(options.remove, options.data)
    return sharing.install(options.file, options.data, as_json=options.json)


def _simulate(options: argparse.Namespace) -> int:
    from game.study.simulate.commands import simulate

    pack: Path = options.pack or paths.default_pack()
    return simulate(
        pack, options.learners, options.days, options.minutes, options.seed, options.json
    )


def _report(options: argparse.Namespace) -> int:
    from game.records.commands import report

    return report(
        options.data,
        as_json=options.json,
        to=options.to or "",
        out=options.out,
        profile=options.profile,
        rebuild=options.rebuild,
    )


def _backup(options: argparse.Namespace) -> int:
    from game.records.commands import backup

    return backup(options.data, options.json)


def _restore(options: argparse.Namespace) -> int:
    from game.records.commands import restore_backup

    return restore_backup(options.data, options.name, listed=options.list, as_json=options.json)


def _host(options: argparse.Namespace) -> int:
    if not options.headless:
        return _window(options, options.seed, live=True)
    from game.live.commands import Wanted, host

    return host(
        Wanted(
            pack=options.pack or paths.default_pack(),
            data=options.data,
            port=options.port,
            questions=options.questions,
            pace=options.pace,
            start_when=options.start_when,
            pipe=options.pipe,
            as_json=options.json,
            language=options.lang,
            address=options.address,
            seed=options.seed,
            resume=options.resume,
            sets=frozenset(options.sets.split(",")) if options.sets else None,
            level=options.level,
        )
    )


def _carry(options: argparse.Namespace) -> int:
    from game.carry import carry

    return carry(options.folder)


def _bench(options: argparse.Namespace) -> int:
    bench = paths.HERE.parent / "tests" / "bench"
    if not bench.is_dir():
        return _refuse(phrase("The benchmarks come with a checkout; this is an installed copy."))
    sys.path.insert(0, str(paths.HERE.parent))
    from tests.bench.run import run

    return run(options.names, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
