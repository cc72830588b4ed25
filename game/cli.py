"""Every command: parses its arguments and calls one room. A room is imported when it is called."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game import languages, paths
from game.phrase import phrase
from game.usage import parsed

if TYPE_CHECKING:
    from game.screens.workshop_drafts import Drafting

DONE, FOUND, WRONG_USE = 0, 1, 2
_MOST_SHOWN = 6


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
        options = parsed(given)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG_USE
    if getattr(options, "pack", None) is not None:
        kept = getattr(options, "data", None)
        options.pack = _found(options.pack, kept)
        if not os.path.lexists(options.pack) and not getattr(options, "json", False):
            return _refuse(_not_there(options.pack, kept), FOUND)
    try:
        return _RUN[options.command](options)
    except KeyboardInterrupt:
        return _refuse(phrase("Stopped."), 130)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _refuse(why: str, status: int = WRONG_USE) -> int:
    return languages.refuse(why, status)


def _found(pack: Path, data: Path | None) -> Path:
    """The folder of a pack, which may be named by the id of an installed or a shipped one."""
    from game.packs.installed import found

    return found(pack, data)


def _not_there(pack: Path, data: Path | None) -> str:
    from game.packs.installed import could_be_meant

    shown = could_be_meant(pack, data)[:_MOST_SHOWN]
    if not shown:
        return phrase(
            "There is no folder {folder}; {program} new makes a pack.",
            folder=pack,
            program=paths.program(),
        )
    return phrase(
        "There is no pack {name}. Perhaps one of these: {packs}.", name=pack, packs=", ".join(shown)
    )


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
            lately=frozenset(options.lately.split(",")) if options.lately else frozenset(),
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


_RUN: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "test": _test,
    "facts": _facts,
    "bank": _bank,
    "check": _check,
    "cues": _cues,
    "new": _new,
    "draft": _draft,
    "ids": _ids,
    "translate": _translate,
    "preview": _preview,
    "shots": _shots,
    "launch": _launch,
    "import": _import,
    "export": _export,
    "bundle": _bundle,
    "install": _install,
    "simulate": _simulate,
    "report": _report,
    "backup": _backup,
    "restore": _restore,
    "host": _host,
    "carry": _carry,
    "bench": _bench,
}


if __name__ == "__main__":
    sys.exit(main())
