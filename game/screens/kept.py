"""The round that was left in the middle: written after every step, offered again on the title."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

# What a round is made of is imported when there is one, and not before the first picture.
if TYPE_CHECKING:
    from game.play.plan import Plan
    from game.rounds.state import Round

NAME = "round.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A round that can be taken up again, with the plan that it came from."""

    pack: str
    plan: Plan
    round: Round


class Keeper:
    """Writes the newest round to one file, in a thread of its own, so that no frame waits for disk.

    Only the newest text counts: what was not yet written when a newer one comes is dropped. The
    file is replaced whole, so that a power cut leaves the old round or the new one. Without a
    folder nothing is kept. A disk that refuses is told by `trouble`, and play goes on.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / NAME
        self._change = threading.Condition()
        self._next: str | None = None
        self._busy = False
        self._forget = False
        self._thread: threading.Thread | None = None
        self.trouble = ""

    def keep(self, pack: str, plan: Plan, text: str) -> None:
        """Have the round written down soon."""
        document = {
            "format": FORMAT,
            "pack": pack,
            "seed": plan.seed,
            "today": plan.today,
            "sets": None if plan.sets is None else sorted(plan.sets),
            "round": text,
        }
        self._hand_over(json.dumps(document, ensure_ascii=False), forget=False)

    def forget(self) -> None:
        """Have the file removed soon: the round is over, or is not wanted."""
        self._hand_over(None, forget=True)

    def settle(self, timeout_s: float = 5.0) -> bool:
        """Wait until all is on disk; False if it takes longer. For leaving, never in a frame."""
        with self._change:
            return self._change.wait_for(
                lambda: self._next is None and not self._forget and not self._busy, timeout_s
            )

    def take_up(self) -> Kept | None:
        """The round that was kept; None if there is none. NotARound if the file is damaged."""
        if self._path is None or not self._path.exists():
            return None
        from game.rounds.saved import NotARound

        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise NotARound(f"{self._path} cannot be read ({error})") from error
        return _kept(text)

    def _hand_over(self, text: str | None, *, forget: bool) -> None:
        if self._path is None:
            return
        with self._change:
            self._next, self._forget = text, forget
            if self._thread is None:
                self._thread = threading.Thread(target=self._write, name="keeper", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _write(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._next is not None or self._forget)
                text, self._next, self._forget = self._next, None, False
                self._busy = True
            try:
                self._replace(text)
                self.trouble = ""
            except OSError as error:
                self.trouble = str(error)
            with self._change:
                self._busy = False
                self._change.notify_all()

    def _replace(self, text: str | None) -> None:
        assert self._path is not None
        if text is None:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)


def _kept(text: str) -> Kept:
    from game.play.plan import Plan
    from game.rounds.saved import NotARound, from_json

    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise NotARound(f"format {document['format']} is not known here")
        state = from_json(document["round"])
        plan = Plan(
            count=state.count,
            seed=str(document["seed"]),
            today=str(document["today"]),
            sets=None if document["sets"] is None else frozenset(map(str, document["sets"])),
            rules=state.rules,
            seats=state.seats,
        )
        return Kept(str(document["pack"]), plan, state)
    except NotARound:
        raise
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotARound(f"not a kept round ({error})") from error
