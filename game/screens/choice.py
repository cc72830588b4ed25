"""What was chosen last: which pack and sets, who plays, how long and how hard. Kept in a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from game.screens.written import WrittenFile
from game.ui.scene import Catalogue

# Who plays is imported when a round begins, and not before the first picture.
if TYPE_CHECKING:
    from game.rounds.crew import Crew

NAME = "choice.json"
FORMAT = 1

Who = Literal["alone", "class", "teams", "phones"]
Order = Literal["turns", "buzz", "together"]
Level = Literal["gentle", "usual", "hard"]

ALONE: tuple[int, ...] = (6, 10, 15, 20, 30)
"""Questions that one player may choose."""

MINUTES: tuple[int, ...] = (5, 10, 15, 20, 30)
"""Minutes that a class may choose: about one a question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A flight as it is chosen, before a pack is read. It begins as a first flight of six.

    `pack` is the name of the pack's folder, "" for the one that is shipped first, and `title` what
    it is called; `sets` are None for the sets that are always drawn from. `count` is questions, and
    minutes for a class. `teams` (2 to 6) and `order` are kept while others play.
    """

    pack: str = ""
    sets: frozenset[str] | None = None
    who: Who = "alone"
    teams: int = 3
    order: Order = "turns"
    count: int = ALONE[0]
    level: Level = "usual"
    title: str = ""

    @property
    def lengths(self) -> tuple[int, ...]:
        """The lengths that there are for who plays."""
        return ALONE if self.who == "alone" else MINUTES

    @property
    def crew(self) -> Crew:
        """Who plays, as a round knows them."""
        from game.rounds.crew import Crew

        if self.who == "teams":
            return Crew("teams", self.teams, self.order)
        # A class on phones is one crew; its host knows the learners.
        return Crew("alone" if self.who == "alone" else "class")

    def played_by(self, who: Who) -> Choice:
        """The same flight for others, with the nearest of their lengths."""
        other = replace(self, who=who)
        near = min(other.lengths, key=lambda length: (abs(length - self.count), length))
        return replace(other, count=near)


def flight_line(choice: Choice, catalogue: Catalogue) -> str:
    """What will be flown, for the title: "Six questions. One countdown. One launch." """
    _, ngettext = catalogue.gettext, catalogue.ngettext
    if choice.who == "alone":
        if choice.count == ALONE[0]:
            return _("Six questions. One countdown. One launch.")
        line = ngettext(
            "{count} question. One countdown. One launch.",
            "{count} questions. One countdown. One launch.",
            choice.count,
        )
    elif choice.who == "phones":
        line = ngettext(
            "A live class on phones. {count} minute. One launch.",
            "A live class on phones. {count} minutes. One launch.",
            choice.count,
        )
    elif choice.who == "class":
        line = ngettext(
            "A class votes. {count} minute. One launch.",
            "A class votes. {count} minutes. One launch.",
            choice.count,
        )
    else:
        # Two numbers in one sentence would need two plurals.
        teams = ngettext("{teams} team.", "{teams} teams.", choice.teams).format(teams=choice.teams)
        time = ngettext("{count} minute.", "{count} minutes.", choice.count).format(
            count=choice.count
        )
        return _("{teams} {minutes} One launch.").format(teams=teams, minutes=time)
    return line.format(count=choice.count)


class LastChoice:
    """Keeps the newest choice in a file of a folder; without a folder for this start alone."""

    def __init__(self, folder: Path | None) -> None:
        self._file = WrittenFile(None if folder is None else folder / NAME)

    def keep(self, choice: Choice) -> None:
        """Have a choice written down soon."""
        document = asdict(choice)
        document["sets"] = None if choice.sets is None else sorted(choice.sets)
        self._file.write(json.dumps({"format": FORMAT, **document}, ensure_ascii=False))

    def take_up(self) -> Choice:
        """The choice that was kept. A file that is damaged counts as none: nothing is lost."""
        path = self._file.path
        try:
            document = json.loads(path.read_text(encoding="utf-8")) if path else {}
            return _choice(document) if document["format"] == FORMAT else Choice()
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return Choice()

    def settle(self) -> None:
        """Wait until all is on disk; for leaving, never in a frame."""
        self._file.settle()


def _choice(document: dict[str, Any]) -> Choice:
    sets = document["sets"]
    choice = Choice(
        pack=str(document["pack"]),
        sets=None if sets is None else frozenset(map(str, sets)),
        who=_one_of(document["who"], get_args(Who)),
        teams=_one_of(document["teams"], range(2, 7)),
        order=_one_of(document["order"], get_args(Order)),
        level=_one_of(document["level"], get_args(Level)),
        title=str(document["title"]),
    )
    return replace(choice, count=_one_of(document["count"], choice.lengths))


def _one_of(value: Any, known: Sequence[Any]) -> Any:
    if value not in known:
        raise ValueError(value)
    return value
