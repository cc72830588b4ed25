"""`check`, and what it told before, where nothing has changed since."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from game import languages, paths
from game.packs.cache import Told, keep_told, told_of


def check(
    pack: Path,
    sources: Path | None,
    globs: dict[str, str],
    coverage: bool,
    as_json: bool,
    language: str | None = None,
) -> int:
    """As `game.bank.check.check`; without `sources` it compares with what `draft` has laid beside
    the pack. Of a pack in which nothing has changed, nor in the game, it tells again what it told,
    since making every question under several seeds takes its time."""
    beside = paths.sources_beside(pack)
    if sources is None and language is None and beside.is_dir():
        sources = beside
    if sources is not None or globs or coverage:
        return _afresh(pack, sources, globs, coverage, as_json, language)
    kept = paths.cache()
    asked = f"check {as_json} {language} {languages.system_language()} {pack}"
    told = told_of(pack, kept, asked)
    if told is None:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = _afresh(pack, None, {}, False, as_json, language)
        told = Told(status, out.getvalue(), err.getvalue())
        if status in (0, 1):
            keep_told(pack, kept, asked, told)
    sys.stdout.write(told.out)
    sys.stderr.write(told.err)
    return told.status


def _afresh(
    pack: Path,
    sources: Path | None,
    globs: dict[str, str],
    coverage: bool,
    as_json: bool,
    language: str | None,
) -> int:
    # All that questions are made by takes longer to import than what was told takes to read.
    from game.bank.check import check as afresh

    return afresh(pack, sources, globs, coverage, as_json, language)
