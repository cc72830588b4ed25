"""The teacher's card over a live class: its rules, the doors, the learners, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.screens import live_flow
from game.screens.button_row import shared_out
from game.screens.confirm import ask_launch
from game.screens.game import Game
from game.screens.live_card import LiveConfirm, LiveSheet
from game.screens.live_rules import Rule, rules, share_of, stepper
from game.screens.places import LARGE_FROM
from game.screens.screen import Shortcuts
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Button, ButtonKind, Widget

MOST_IN_ROW = 4


class LiveTeacherScreen(LiveSheet):
    """Every change goes to the host at once. The clock stands while the card is open."""

    name = "live-rules"

    def __init__(self, game: Game) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("This class"))
        self._free = Rect(0, 0, 0, 0)
        self._made: list[Rule] = []

    @property
    def begun(self) -> bool:
        """Whether the first question has been asked."""
        return self.hosting.now.phase not in ("", "lobby")

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.close, "space": self.close, "l": self._people, "k": self._skip}

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        theme, card, top = self.shared.theme, self.card, self.body.y
        settings = self.hosting.now.settings
        made = self._made = rules(settings, self.shared.catalogue, begun=self.begun)
        high = 88 * min(1.2, self.text_scale)
        buttons = self._buttons()
        rows = [buttons[:MOST_IN_ROW], buttons[MOST_IN_ROW:]] if self.begun else [buttons]
        foot = card.bottom - 36 - len(rows) * (high + 20) + 20
        columns = 1 if self.text_scale > LARGE_FROM else 2
        lines = -(-len(made) // columns)
        gap = 12.0 if columns > 1 else 2.0
        row_high = min(92 * self.text_scale, (foot - 20 - top - gap * (lines - 1)) / lines)
        wide = (card.w - 128 - 32 * (columns - 1)) / columns
        places = [
            Rect(
                card.x + 64 + at % columns * (wide + 32),
                top + at // columns * (row_high + gap),
                wide,
                row_high,
            )
            for at in range(len(made))
        ]
        share = share_of(made, places[0], theme, self.text_scale)
        widgets: list[Widget] = [
            stepper(rule, settings.get(rule.name), place, share, partial(self._set, rule.name))
            for rule, place in zip(made, places, strict=True)
        ]
        self._free = Rect(card.x + 64, top + lines * (row_high + gap), card.w - 128, 0)
        self._free = self._free._replace(h=foot - 24 - self._free.y if columns > 1 else 0)
        for at, row in enumerate(rows):
            area = Rect(card.x + 64, foot + at * (high + 20), card.w - 128, high)
            texts = [words for words, _ in row]
            rests, style = shared_out(texts, area, theme, self.text_scale)
            for (words, press), where in zip(row, rests, strict=True):
                kind: ButtonKind = "primary" if press == self.close else "secondary"
                widgets.append(Button(words, where, press, kind, style=style))
        return widgets, widgets[len(made)]

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        """What the row means that is pointed at, or stood on; else what GO and calls are."""
        del area
        if self._free.h <= 0:
            return
        rows = dict(zip(self.group.widgets, self._made, strict=False))
        near = [row for widget, row in rows.items() if widget.hovered]
        near += [row for widget, row in rows.items() if widget.focused]
        shown = near[:1] or [row for row in self._made if row.name in ("go", "calls")]
        ink = canvas.theme.colour("ink_dim")
        y = self._free.y + 20
        left = self._free.x + 24
        for row in shown:
            canvas.text(row.words, (left, y + 24), "hint_bold", ink, "midleft", fit=260)
            rest = (left + 290, y, self._free.right - left - 314, self._free.bottom - y)
            y = canvas.paragraph(row.note, rest, "hint", ink, balanced=False).bottom + 16

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
            made.append((self.say("Launch now"), self._ask_launch))
        made.append((self.say("End the class"), self._ask_end))
        return made

    def _set(self, name: str, value: object) -> None:
        self._order("settings", **{name: value})

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

    def _ask_launch(self) -> None:
        ask_launch(self.game, self._launch, LiveConfirm)

    def _launch(self) -> None:
        self._order("launch")
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
                partial(self._order, "end", stays=True)
                if asked
                else partial(live_flow.close, self.game),
            )
        )
