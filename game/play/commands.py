"""What the command line asks of this room."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from game import languages, paths
from game.bank.bank import Bank, build_in
from game.bank.draw import CannotDraw
from game.bank.longest import too_long
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.play.heard import Heard
from game.play.recording import Recorder
from game.play.robot import Keep, play_rounds
from game.play.sitting import Sitting
from game.records.store import Store
from game.records.words import said, why_not_kept
from game.rounds.state import Answered
from game.study.agenda import Agenda
from game.study.schedule import Scheduler


def robot(
    pack_folder: Path,
    seed: int,
    rounds: int,
    questions: int,
    data: Path | None = None,
    language: str | None = None,
) -> int:
    """Let a robot play whole rounds and print each answer and the fuel; gives the exit status.

    It is asked in a `language` that the pack has beside its own, if one is named.

    In `data` its answers are kept, and `stored N` is printed when N of them are on disk; with None
    nothing is kept but what can be made again.
    """
    pack, problems = open_pack(pack_folder, paths.cache(data))
    if pack is None:
        print_problems(problems, sys.stderr)
        return 1
    said = None
    if language not in (None, pack.language):
        said, _ = open_pack(pack_folder, paths.cache(data), language or "")
    bank = build_in(pack, said, seed, languages.catalogue)
    today = datetime.date.today().isoformat()
    store = None if data is None else _store(data)
    try:
        keep = None if store is None else _keeper(store, bank)
        play_rounds(bank, seed, rounds, questions, today, print, keep)
    except CannotDraw as error:
        why = languages.spoken(too_long(error, bank, today))
        print(f"{pack_folder}: {why}.", file=sys.stderr)
        return 1
    finally:
        whole = store is None or store.close()
    return 0 if whole and (store is None or not store.kept) else 1


def _store(data: Path) -> Store:
    opened = Store.open(data)
    for message in opened.said:
        languages.tell(said(message))
    return opened.store


def _keeper(store: Store, bank: Bank) -> Keep:
    """What keeps a robot's answers, and tells of trouble once."""
    schedule = Scheduler()
    told = store.kept

    def now() -> datetime.datetime:
        return datetime.datetime.now().astimezone()

    recorder = Recorder(store, "", "robot", Agenda(), schedule, now)

    def keep(sitting: Sitting, given: Answered, seed: str) -> None:
        nonlocal told
        asked = sitting.round.asked[given.asked]
        heard = Heard(round(given.elapsed_s * 1000), mend=asked.purpose == "mend")
        ticket = recorder.answered(bank, asked.question, given, heard, seed)
        ticket.wait()
        if ticket.stored:
            print(f"stored {ticket.count}", flush=True)
        elif ticket.trouble != told:
            told = ticket.trouble
            languages.tell(why_not_kept(told))

    return keep
