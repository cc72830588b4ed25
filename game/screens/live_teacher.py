"""The teacher's card over a live class: its rules, the doors, the learners, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.screens import live_flow
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.live_card import LiveCard, LiveConfirm
from game.screens.pick import Stepper
from game.screens.screen import Shortcuts
from game.ui.geometry import Rect
from game.ui.widgets import Button, ButtonKind, Widget

Row = tuple[str, str, Sequence[tuple[object, str]]]
"""A setting: its name in the protocol, what it is called, and its values with their words."""


class LiveTeacherScreen(LiveCard):
    """Every change goes to the host at once. The clock stands while the card is open."""

    name = "live-rules"
    wide = 1760.0
    high = 960.0

    def __init__(self, game: Game) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("This class"))

    @property
    def begun(self) -> bool:
        """Whether the first question has been asked."""
        return self.hosting.now.phase not in ("", "lobby")

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close, "space": self.close, "l": self._people, "k": self._skip}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card, top = self.card, self.body.y
        rows = self._rows()
        high = 88 * min(1.2, self.text_scale)
        gap = 12.0
        foot = card.bottom - 44 - high
        columns = 1 if self.text_scale > 1.4 and len(rows) < 7 else 2
        lines = -(-len(rows) // columns)
        row_high = min(92 * self.text_scale, (foot - 24 - top - gap * (lines - 1)) / lines)
        wide = (card.w - 128 - 32 * (columns - 1)) / columns
        widgets: list[Widget] = []
        for at, (name, words, values) in enumerate(rows):
            column, line = at // lines, at % lines
            rect = Rect(
                card.x + 64 + column * (wide + 32), top + line * (row_high + gap), wide, row_high
            )
            now = self.hosting.now.settings.get(name)
            place = next((i for i, (value, _) in enumerate(values) if value == now), 0)
            change = partial(self._set, name, values)
            widgets.append(Stepper(words, [said for _, said in values], place, rect, change))
        buttons = self._buttons()
        area = Rect(card.x + 64, foot, card.w - 128, high)
        texts = [words for words, _ in buttons]
        places, style = shared_out(texts, area, self.shared.theme, self.text_scale)
        for at, ((words, press), where) in enumerate(zip(buttons, places, strict=True)):
            kind: ButtonKind = "primary" if at == 0 else "secondary"
            widgets.append(Button(words, where, press, kind, style=style))
        return widgets, widgets[len(rows)]

    def _buttons(self) -> list[tuple[str, Callable[[], None]]]:
        locked = bool(self.hosting.now.settings.get("locked"))
        doors = self.say("Open the doors") if locked else self.say("Lock the doors")
        made: list[tuple[str, Callable[[], None]]] = [
            (self.say("Go on"), self.close),
            (self.say("Learners"), self._people),
            (doors, partial(self._order, "unlock" if locked else "lock")),
            (self.say("Your own phone"), self._remote),
        ]
        if self.begun:
            made.append((self.say("Skip the question"), self._skip))
        made.append((self.say("End the class"), self._ask_end))
        return made

    def _rows(self) -> list[Row]:
        say = self.say
        yes_no = ((True, say("yes")), (False, say("no")))
        paces = (
            ("window", say("the launch window")),
            ("relaxed", say("twice the time")),
            ("untimed", say("no clock")),
            ("classic", say("a question")),
        )
        shown = (("top", say("the first five")), ("teams", say("teams")), ("none", say("none")))
        rows: list[Row] = [
            ("pace", say("Clock"), paces),
            ("shapes", say("Phones show"), (
                (False, say("all of it")), (True, say("letters alone")),
            )),
            ("change", say("Change answers"), yes_no),
            ("standing", say("Standing"), shown),
            ("go", say("GO and NO-GO"), yes_no),
            ("calls", say("Calls"), yes_no),
        ]  # fmt: skip
        if not self.begun:
            names = (("made", say("made up")), ("free", say("their own")))
            teams: list[tuple[object, str]] = [(0, say("no teams"))]
            ngettext = self.shared.catalogue.ngettext
            teams += [
                (n, ngettext("{count} team", "{count} teams", n).format(count=n))
                for n in range(2, 7)
            ]
            rows += [
                ("names", say("Names"), names),
                ("teams", say("Teams"), teams),
                ("dealt", say("Who is where"), (
                    ("dealt", say("dealt")), ("chosen", say("they choose")),
                )),
            ]  # fmt: skip
            return rows
        return [row for row in rows if row[0] != "pace"]

    def _set(self, name: str, values: Sequence[tuple[object, str]], at: int) -> None:
        self._order("settings", **{name: values[at][0]})

    def _order(self, do: str, **named: object) -> None:
        self.hosting.host.order(do, **named)

    def _remote(self) -> None:
        from game.screens.live_remote import RemoteScreen

        self.close()
        self.shared.stack.push(RemoteScreen(self.game))

    def _people(self) -> None:
        from game.screens.live_people import PeopleScreen

        self.close()
        self.shared.stack.push(PeopleScreen(self.game))

    def _skip(self) -> None:
        if self.begun:
            self._order("skip")
            self.close()

    def _ask_end(self) -> None:
        asked = self.hosting.asked
        self.shared.stack.push(
            LiveConfirm(
                self.game,
                lambda: self.say("End the class?"),
                lambda: (
                    self.say("All phones will be told that it is over. The results come next.")
                    if asked
                    else self.say("All phones will be told that it is over. Nothing is kept.")
                ),
                lambda: self.say("End the class"),
                partial(self._order, "end") if asked else partial(live_flow.close, self.game),
            )
        )
