"""What the command line asks of this room."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from game import languages, paths
from game.bank.bank import build
from game.bank.draw import CannotDraw
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.play.robot import play_rounds


def robot(
    pack_folder: Path, seed: int, rounds: int, questions: int, data: Path | None = None
) -> int:
    """Let a robot play whole rounds and print each answer and the fuel; gives the exit status.

    `data` is the folder for what is kept, the user's own if None.
    """
    pack, problems = open_pack(pack_folder, paths.cache(data))
    if pack is None:
        print_problems(problems, sys.stderr)
        return 1
    bank = build(pack, seed, languages.catalogue(pack.language))
    today = datetime.date.today().isoformat()
    try:
        play_rounds(bank, seed, rounds, questions, today, print)
    except CannotDraw as error:
        print(error, file=sys.stderr)
        return 1
    return 0
