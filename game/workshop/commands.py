"""What the command line asks of this room."""

from __future__ import annotations

import sys
from pathlib import Path

from game import languages, paths
from game.packs.cache import open_pack
from game.packs.report import print_problems

FORMATS: tuple[str, ...] = ("cards",)


def export(
    pack_folder: Path, to: str, out: Path, language: str | None, data: Path | None = None
) -> int:
    """Write a pack, or what is made for it, in one of FORMATS; gives the exit status.

    `language` is that of the few words beside the pack's own, its own if None.
    """
    pack, problems = open_pack(pack_folder, paths.cache(data))
    if pack is None:
        print_problems(problems, sys.stderr)
        return 1
    spoken = language or pack.language
    if spoken not in languages.LANGUAGES:
        known = ", ".join(languages.LANGUAGES)
        print(f"There is no language {spoken!r}; there are {known}.", file=sys.stderr)
        return 2
    try:
        from game.workshop.formats.cards import cards
    except ImportError as error:
        print(
            f"Writing {to} needs more than the game ({error.name} is missing): "
            "python -m pip install 't-minus[author]'",
            file=sys.stderr,
        )
        return 1
    made = cards(pack, languages.catalogue(spoken), spoken)
    try:
        out.write_bytes(made)
    except OSError as error:
        print(f"{out} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{out}: print it, the first page once for each learner", file=sys.stderr)
    return 0
