"""What the command line asks of this room."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from game import languages, paths
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.workshop.formats import TAKES, WRITTEN
from game.workshop.lost import tell_lost

_TOLD = {
    "cards": "print it, the first page once for each learner",
    "flashcards": "{count:,} cards; print on both sides, turned over the long edge, and cut",
    "html": "{count:,} questions; it plays in any browser, and fetches nothing",
    "pdf": "{count:,} questions, and at the end the keys, which no learner needs",
    "poster": "print it on A4, or larger",
}
"""What to know about what was written."""


def export(
    pack_folder: Path,
    to: str,
    out: Path,
    language: str | None,
    *,
    seed: int = 0,
    data: Path | None = None,
    variants: int | None = None,
    questions: int | None = None,
) -> int:
    """Write a pack, or what is made for it, in one of the formats; gives the exit status.

    `language` is that of the questions where the pack has it, and of the few words beside them; the
    pack's own if None. `variants` and `questions` are for the formats that have a number of them.
    """
    if to not in WRITTEN:
        print(f"There is no format {to!r}; there are {', '.join(WRITTEN)}.", file=sys.stderr)
        return 2
    for option, given in (("variants", variants), ("questions", questions)):
        if given is not None and to not in TAKES[option]:
            takers = " and ".join(TAKES[option])
            print(f"--{option} is for {takers}, and {to} has no use for it.", file=sys.stderr)
            return 2
    kept = paths.cache(data)
    pack, problems = open_pack(pack_folder, kept)
    if pack is None:
        print_problems(problems, sys.stderr)
        return 1
    if language is not None and language not in languages.LANGUAGES:
        known = ", ".join(languages.LANGUAGES)
        print(f"There is no language {language!r}; there are {known}.", file=sys.stderr)
        return 2
    wanted = language or pack.language
    spoken = wanted if wanted in languages.LANGUAGES else "en"
    original = None
    if wanted != pack.language:
        said, _ = open_pack(pack_folder, kept, wanted)
        if said is not None and said.facts:
            pack, original = said, pack
        else:
            own = pack.language
            print(f"{pack_folder} has no {wanted!r}: its questions stay {own!r}.", file=sys.stderr)
    from game.workshop.export import Amounts, TooLong, written

    try:
        made, lost, count = written(
            pack,
            to,
            languages.catalogue(spoken),
            spoken,
            seed=seed,
            at=time.time(),
            amounts=Amounts(variants, questions),
            original=original,
        )
    except TooLong as error:
        print(f"{pack_folder}: {error}.", file=sys.stderr)
        return 1
    except ImportError as error:
        print(
            f"Writing {to} needs more than the game ({error.name} is missing): "
            "python -m pip install 't-minus[author]'",
            file=sys.stderr,
        )
        return 1
    try:
        out.write_bytes(made)
    except OSError as error:
        print(f"{out} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    tell_lost(lost)
    print(
        f"{out}: {_TOLD.get(to, 'from {count:,} questions').format(count=count)}", file=sys.stderr
    )
    return 0
