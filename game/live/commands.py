"""What the command line asks of this room."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import random
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from game import languages, paths
from game.bank.bank import Bank, build_in
from game.bank.draw import CannotDraw
from game.bank.longest import too_long
from game.bank.wishes import Level
from game.live.addresses import lan_addresses
from game.live.doors import CannotOpen, listen
from game.live.grading import Also
from game.live.room import Room, SittingFor
from game.live.run import Way, run
from game.live.server import PENDING, raise_limit
from game.live.settings import MOST_SEATS, Pace, Settings, rules_of
from game.live.spellings import Spellings
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.phrase import phrase
from game.play.plan import Plan
from game.play.sitting import Sitting
from game.records.class_log import Head, KeptClass, tidy, unfinished
from game.rounds.crew import Crew
from game.rounds.saved import NotARound
from game.rounds.state import Round
from game.system_errors import why

_OTHER_FILES = 60
_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says of a class. `seed` None is any, `port` 0 one of the usual ones,
    `address` "" the network that the machine is in, `sets` None for the default ones. The facts of
    `lately` come only where there are too few others."""

    pack: Path
    data: Path | None
    port: int
    questions: int
    pace: Pace
    start_when: int
    pipe: bool
    as_json: bool
    language: str | None
    address: str
    seed: int | None
    resume: bool
    sets: frozenset[str] | None = None
    level: Level = "usual"
    lately: frozenset[str] = frozenset()


def host(wanted: Wanted) -> int:
    """Hold a class without a window; gives the exit status."""
    data = paths.data(wanted.data)
    tidy(data, datetime.datetime.now(datetime.UTC))
    found = unfinished(data) if wanted.resume else None
    if wanted.resume and found is None:
        return languages.refuse(
            phrase("There is no class to take up again: begin one without --resume.")
        )
    kept = found[1] if found else None
    seed = kept.head.seed if kept else wanted.seed
    seed = secrets.randbelow(_SEEDS) if seed is None else seed
    bank = _bank(wanted, kept.head.language if kept else wanted.language, seed)
    if bank is None:
        return 1
    if kept and (kept.head.pack, kept.head.pack_version) != (bank.pack.id, bank.pack.version):
        return languages.refuse(
            phrase(
                "The class that was cut short plays {pack} {version}, and this is {other} {new}.",
                pack=kept.head.pack,
                version=kept.head.pack_version,
                other=bank.pack.id,
                new=bank.pack.version,
            )
        )
    plan = _plan(wanted, kept.head if kept else None, seed)
    strange = sorted((plan.sets or frozenset()) - {one.id for one in bank.pack.sets})
    if strange:
        return languages.refuse(
            phrase("There is no set '{name}' in {pack}.", name=strange[0], pack=bank.pack.id)
        )
    with closing(Spellings(bank, lambda: _others(wanted, bank))) as spellings:
        return _hold(wanted, found, bank, plan, spellings)


def _hold(
    wanted: Wanted, found: tuple[Path, KeptClass] | None, bank: Bank, plan: Plan, also: Also
) -> int:
    """Hold the class of that plan, or the one that was found."""
    data, kept = paths.data(wanted.data), found[1] if found else None
    seats = min(MOST_SEATS, (raise_limit() - _OTHER_FILES - PENDING) // 2)
    if seats < MOST_SEATS:
        languages.tell(
            phrase("This system lets {seats} join: it allows no more connections.", seats=seats)
        )
    drives = not wanted.pipe
    try:
        room = Room(
            _sitting_for(bank, plan),
            Settings(pace=wanted.pace),
            languages.catalogue(bank.pack.language),
            random.Random(f"{bank.seed}/names"),
            most=seats,
            drives=drives,
            start_when=wanted.start_when,
            kept=kept,
            say=languages.spoken,
            also=also,
        )
    except CannotDraw as error:
        print(f"{languages.spoken(too_long(error, bank, plan.today))}.", file=sys.stderr)
        return 1
    except NotARound as error:
        return languages.refuse(
            phrase("The class that was cut short cannot be taken up: {why}.", why=str(error))
        )
    if drives and not wanted.start_when:
        languages.tell(phrase("The class begins from the teacher's link, or with --start-when N."))
    try:
        addresses = _addresses(wanted.address, kept.head.address if kept else "")
        listening = _listen(wanted.address or addresses[0], wanted.port, kept)
    except CannotOpen as error:
        return languages.refuse(str(error))
    head = _head(bank, kept, plan, addresses[0], listening.getsockname()[1])
    way = Way(
        head, data, addresses, seats, wanted.pipe, wanted.as_json, drives,
        found[0] if found else None, kept.banned if kept else (),
    )  # fmt: skip
    # Python hands the processor from thread to thread every 5 ms; the log is not to wait for that.
    sys.setswitchinterval(0.0005)
    try:
        asyncio.run(run(room, way, listening))
    except OSError as error:
        return languages.refuse(
            phrase(
                "The class cannot be written down in {folder}: {why}.", folder=data, why=why(error)
            )
        )
    return 0


def _bank(wanted: Wanted, language: str | None, seed: int) -> Bank | None:
    cache = paths.cache(wanted.data)
    pack, problems = open_pack(wanted.pack, cache)
    if pack is None:
        print_problems(problems, sys.stderr)
        return None
    said = None
    if language not in (None, pack.language):
        said, _ = open_pack(wanted.pack, cache, language or "")
    return build_in(pack, said, seed, languages.catalogue)


def _others(wanted: Wanted, bank: Bank) -> Iterator[Bank]:
    """The same pack in its other languages."""
    for code in languages.LANGUAGES:
        if code != bank.pack.language:
            made = _bank(wanted, code, bank.seed)
            if made is not None and made.pack.language == code:
                yield made


def _plan(wanted: Wanted, head: Head | None, seed: int) -> Plan:
    crew = Crew("class", phones=True)
    if head is None:
        today = datetime.date.today().isoformat()
        return Plan(
            wanted.questions, f"class/{seed}", today, wanted.sets, exclude=wanted.lately,
            crew=crew, level=wanted.level,
        )  # fmt: skip
    sets = None if head.sets is None else frozenset(head.sets)
    level: Level = next((one for one in get_args(Level) if one == head.level), "usual")
    return Plan(head.questions, f"class/{seed}", head.today, sets, crew=crew, level=level)


def _sitting_for(bank: Bank, plan: Plan) -> SittingFor:
    def made(settings: Settings, keep: Callable[[str], None], taken_up: Round | None) -> Sitting:
        ruled = replace(plan, rules=rules_of(settings, plan.count))
        return Sitting(bank, ruled, keep, taken_up=taken_up)

    return made


def _addresses(chosen: str, before: str) -> tuple[str, ...]:
    """The address that people are told, `chosen` or the one of `before` if it is still there, and
    then the other ones of this machine."""
    own = lan_addresses()
    if not chosen:
        chosen = before if before in own else own[0]
    try:
        if ipaddress.ip_address(chosen).is_unspecified:
            # All of them; whoever asks for that knows that it is not one network any more.
            return own
    except ValueError:
        raise CannotOpen(
            phrase(
                "'{address}' is no address. This machine has {own}.",
                address=chosen,
                own=", ".join(own),
            )
        ) from None
    return (chosen, *(one for one in own if one != chosen))


def _listen(address: str, port: int, kept: KeptClass | None) -> socket.socket:
    if kept is not None and not port:
        try:
            return listen(address, kept.head.port)
        except CannotOpen:
            return listen(address, 0)
    return listen(address, port)


def _head(bank: Bank, kept: KeptClass | None, plan: Plan, address: str, port: int) -> Head:
    if kept is not None:
        return kept.head
    return Head(
        pack=bank.pack.id,
        pack_version=bank.pack.version,
        language=bank.pack.language,
        seed=bank.seed,
        questions=plan.count,
        today=plan.today,
        sets=None if plan.sets is None else tuple(sorted(plan.sets)),
        level=plan.level,
        pin=f"{secrets.randbelow(1_000_000):06}",
        secret=secrets.token_urlsafe(16),
        address=address,
        port=port,
    )
