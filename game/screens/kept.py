"""The round that was left in the middle: written after every step, offered again on the title."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.phrase import phrase
from game.screens.written import WrittenFile

# What a round is made of is imported when there is one, and not before the first picture.
if TYPE_CHECKING:
    from game.play.plan import Plan
    from game.rounds.state import Round

NAME = "round.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A round that can be taken up again, with the plan that it came from.

    `profile` is the learner whose answers were kept, "" for nobody.
    """

    pack: str
    plan: Plan
    round: Round
    profile: str = ""


class Keeper:
    """Writes the newest round to one file of a folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, name: str = NAME) -> None:
        self._file = WrittenFile(None if folder is None else folder / name)

    @property
    def trouble(self) -> str:
        """Why the round could not be kept, "" if it could."""
        return self._file.trouble

    def keep(self, pack: str, plan: Plan, text: str, profile: str = "") -> None:
        """Have the round written down soon."""
        document = {
            "format": FORMAT,
            "pack": pack,
            "profile": profile,
            "seed": plan.seed,
            "today": plan.today,
            "level": plan.level,
            "sets": None if plan.sets is None else sorted(plan.sets),
            "round": text,
        }
        self._file.write(json.dumps(document, ensure_ascii=False))

    def forget(self) -> None:
        """Have the file removed soon: the round is over, or is not wanted."""
        self._file.remove()

    def settle(self, timeout_s: float = 5.0) -> bool:
        """Wait until all is on disk; False if it takes longer. For leaving, never in a frame."""
        return self._file.settle(timeout_s)

    def take_up(self) -> Kept | None:
        """The round that was kept; None if there is none. NotARound if the file is damaged."""
        path = self._file.path
        if path is None or not path.exists():
            return None
        from game.rounds.saved import NotARound

        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            told = phrase("{file} cannot be read ({why})", file=path, why=error)
            raise NotARound(told) from error
        return _kept(text)


def _kept(text: str) -> Kept:
    from game.play.plan import Plan
    from game.rounds.saved import NotARound, from_json

    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            told = phrase("format {form} is not known here", form=document["format"])
            raise NotARound(told)
        state = from_json(document["round"])
        plan = Plan(
            count=state.count,
            seed=str(document["seed"]),
            today=str(document["today"]),
            sets=None if document["sets"] is None else frozenset(map(str, document["sets"])),
            rules=state.rules,
            crew=state.crew,
            level=document.get("level", "usual"),
        )
        return Kept(str(document["pack"]), plan, state, str(document.get("profile", "")))
    except NotARound:
        raise
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotARound(phrase("not a kept round ({why})", why=error)) from error
