"""What the command line asks of this room."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from game import languages, paths
from game.languages import tell
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.phrase import counted, joined, phrase
from game.system_errors import why
from game.workshop.formats import TAKES, WRITTEN
from game.workshop.lost import tell_lost


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
        formats = ", ".join(WRITTEN)
        tell(phrase("There is no format {name!r}; there are {formats}.", name=to, formats=formats))
        return 2
    for option, given in (("variants", variants), ("questions", questions)):
        if given is not None and to not in TAKES[option]:
            tell(
                phrase(
                    "--{option} is for {takers}; {format} has no use for it.",
                    format=to,
                    option=option,
                    takers=", ".join(TAKES[option]),
                )
            )
            return 2
    if not out.parent.is_dir():
        tell(phrase("There is no folder {folder}: make it first.", folder=out.parent))
        return 1
    kept = paths.cache(data)
    pack, problems = open_pack(pack_folder, kept)
    if pack is None:
        print_problems(problems, sys.stderr)
        return 1
    if pack.drafts and not pack.asked:
        nothing = phrase("nothing can be played yet: all its facts are drafts")
        print(f"{pack_folder}: {languages.spoken(nothing)}.", file=sys.stderr)
        return 1
    if language is not None and language not in languages.LANGUAGES:
        tell(languages.unknown(language))
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
            tell(
                phrase(
                    "{pack} has no {wanted!r}: its questions stay {own!r}.",
                    pack=pack_folder,
                    wanted=wanted,
                    own=own,
                )
            )
    from game.workshop.export import Amounts, TooLong, left_out_of, written

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
        print(f"{pack_folder}: {languages.spoken(str(error))}.", file=sys.stderr)
        return 1
    except ImportError as error:
        tell(
            phrase(
                "Writing {format} needs more than the game ({name} is missing): "
                "python -m pip install 't-minus[author]'",
                format=to,
                name=error.name,
            )
        )
        return 1
    try:
        was_there = out.exists()
        out.write_bytes(made)
    except OSError as error:
        tell(phrase("{file} cannot be written: {why}.", file=out, why=why(error)))
        return 1
    tell_lost(lost)
    tell(joined((str(out), _told(to, count, left_out_of(lost))), ": "))
    if was_there:
        tell(phrase("{file} was there already: it has been replaced.", file=out))
    return 0


def _told(to: str, count: int, left_out: int) -> str:
    """What to know about what was written, with so many questions in it and so many left out."""
    match to:
        case "cards":
            return phrase("print it, the first page once for each learner")
        case "flashcards":
            return counted(
                "{count:,} card; print on both sides, turned over the long edge, and cut",
                "{count:,} cards; print on both sides, turned over the long edge, and cut",
                count,
            )
        case "html":
            return counted(
                "{count:,} question; it plays in any browser, and fetches nothing",
                "{count:,} questions; it plays in any browser, and fetches nothing",
                count,
            )
        case "pdf":
            return counted(
                "{count:,} question, and at the end the keys, which no learner needs",
                "{count:,} questions, and at the end the keys, which no learner needs",
                count,
            )
        case "poster":
            return phrase("print it on A4, or larger")
    if left_out:
        return counted(
            "{written:,} of {count:,} question",
            "{written:,} of {count:,} questions",
            count + left_out,
            written=count,
        )
    return counted("{count:,} question", "{count:,} questions", count)
