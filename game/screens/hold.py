"""T-0: what was missed comes once more, in another form, without a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.rounds import steps
from game.screens import flow, words
from game.screens.countdown import CountdownScreen
from game.screens.prompt import draw_card
from game.screens.readings import draw_fuel
from game.screens.screen import Shortcuts
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Button, Hint, KeyHints, Widget

_MOST_HEAD = 104.0
"""How large its name is beside T-0, which is no larger where the text is."""
MOST_ROWS = 4
MOST_SHOWN = 12


class HoldScreen(CountdownScreen):
    """The facts that were missed, by names that do not give their answers away."""

    name = "hold"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        places = self.places
        high = 96 * min(1.25, self.text_scale)
        wide = 520 * min(1.6, self.text_scale)
        begin = Button(
            self._on(),
            (places.card.x, 884 - high, wide, high),
            self.begin,
            "amber",
        )
        hints = KeyHints(
            (
                Hint(
                    self.say("Enter"),
                    self.say("Go on") if self._before() else self.say("Recheck"),
                    self.begin,
                ),
                Hint(self.say("Space"), self.say("Pause"), self.pause),
            ),
            places.hints,
        )
        return (begin, hints), begin

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "enter": self.begin}

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_launch

        return spoken_launch.hold(self)

    def told(self) -> dict[str, object]:
        return {**super().told(), "missed": len(self.sitting.round.missed())}

    def begin(self) -> None:
        """Take up the first fact that was missed."""
        self.sitting.begin_hold()
        flow.go(self.game, self.sitting)

    def paint_readings(self, canvas: Canvas) -> None:
        state, catalogue = self.sitting.round, self.shared.catalogue
        draw_fuel(canvas, self.places, state, self.filled, catalogue)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        theme = canvas.theme
        normal = self.places.room == "normal"
        large = TypeStyle(248 / canvas.text_scale if normal else 190 / canvas.text_scale, 800, -9)
        base = 296.0 if normal else 240.0
        at_zero = canvas.text(
            words.t_minus(0), (84, base), large, theme.colour("amber"), "baseleft"
        )
        left = at_zero.right + 48
        room = (1408.0 if normal else self._fuel_from(canvas)) - left - 24
        title = theme.style("title")
        head = replace(title, size=min(title.size, _MOST_HEAD / canvas.text_scale))
        canvas.text(
            self.say("Hold"), (left, base - 100), head, theme.colour("ink"), "baseleft", fit=room
        )
        saying = self.say("Every amber lamp gets a second look before launch.")
        right = 1408 if normal else self.places.right
        area = (left, base - 76, right - left, 90 if normal else 110)
        canvas.paragraph(saying, area, "body", theme.colour("ink_dim"), valign="middle")
        self.paint_rows(canvas, base + 36)

    def _on(self) -> str:
        """What the button leads to."""
        if self._before():
            return self.say("Go on")
        one = len(self.sitting.round.missed()) == 1
        return self.say("Recheck it") if one else self.say("Recheck the first")

    def _before(self) -> str:
        """How many other questions stand before the first missed fact, "" where none does: without
        them it would only be said again what was just read."""
        needed = steps.spares_needed(self.sitting.round)
        count = needed[0] if needed else 0
        if not count:
            return ""
        return self.shared.catalogue.ngettext(
            "One other question comes first; it fills nothing.",
            "{count} other questions come first; they fill nothing.",
            count,
        ).format(count=count)

    def _fuel_from(self, canvas: Canvas) -> float:
        return 1824 - 330 * min(1.3, canvas.text_scale)

    def paint_rows(self, canvas: Canvas, top: float) -> None:
        """A line that counts, and a row for each missed fact, in two columns if they are many."""
        theme = canvas.theme
        state = self.sitting.round
        missed = state.missed()
        places = self.places
        line = self.shared.catalogue.ngettext(
            "One fact comes once more, in another form.",
            "{count} facts come once more, in another form.",
            len(missed),
        ).format(count=len(missed))
        right = min(places.right, 1504.0) if places.rocket else places.right
        wide = right - places.card.x
        said = canvas.paragraph(
            line,
            (places.card.x, top, wide, 60 * canvas.text_scale),
            "body_bold",
            theme.colour("ink"),
        )
        before = self._before()
        if before:
            said = canvas.paragraph(
                before,
                (places.card.x, said.bottom + 4, wide, 54 * canvas.text_scale),
                "body",
                theme.colour("ink"),
            )
        button = self.group.widgets[0].rect
        area = Rect(places.card.x, said.bottom + 20, wide, button.y - 28 - said.bottom - 20)
        rows = missed if len(missed) <= MOST_SHOWN else missed[: MOST_SHOWN - 1]
        columns = 1 if len(missed) <= MOST_ROWS else 2
        lines = -(-min(len(missed), MOST_SHOWN) // columns)
        gap = 28.0 if lines <= 2 else 12.0
        high = min(142.0, (area.h - gap * (lines - 1)) / lines)
        across = (area.w - 32 * (columns - 1)) / columns
        boxes = [
            Rect(
                area.x + (place // lines) * (across + 32),
                area.y + (place % lines) * (high + gap),
                across,
                high,
            )
            for place in range(lines * columns)
        ]
        for box, index in zip(boxes, rows, strict=False):
            self._row(canvas, box, index, columns == 1)
        if len(rows) < len(missed):
            more = self.say("and {count} more").format(count=len(missed) - len(rows))
            canvas.paragraph(
                more, boxes[-1].inset(64, 4), "body", theme.colour("ink"), valign="middle"
            )
        note = self.say("No clock. What is mended counts.")
        canvas.paragraph(
            note,
            (button.right + 44, button.y, right - button.right - 44, button.h),
            "body",
            theme.colour("ink"),
            valign="middle",
        )

    def _row(self, canvas: Canvas, box: Rect, index: int, roomy: bool) -> None:
        theme = canvas.theme
        state = self.sitting.round
        horns = "tr" if box.h > 120 and self.places.room == "normal" else ""
        draw_card(canvas, box, horns)
        radius = min(33.0, box.h * 0.26)
        signs.recheck(canvas, (box.x + 44 + radius, box.centre[1]), radius)
        left = box.x + 88 + 2 * radius if box.h > 100 else box.x + 64 + 2 * radius
        right = box.right - (110 if horns else 32)
        if roomy and self.places.room != "huge":
            missed_at = self.say("missed at T-{count}").format(count=state.count - index)
            right = canvas.text(
                missed_at, (right, box.centre[1]), "hint", theme.colour("ink_dim"), "midright"
            ).x
            right -= 32
        question = state.asked[index].question
        label = question.label or words.topic(question, self.pack)
        canvas.paragraph(
            label,
            (left, box.y + 4, right - left, box.h - 8),
            "answer" if box.h > 100 else "body_bold",
            theme.colour("ink"),
            valign="middle",
            max_lines=2,
        )
