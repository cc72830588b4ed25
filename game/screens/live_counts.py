"""What was answered on the phones, once a question is closed: a bar an option, the key marked."""

from __future__ import annotations

from collections.abc import Sequence

from game.rounds.vote import knew
from game.screens.large_room import Arrangement, listed
from game.screens.live import LiveCountdown
from game.screens.options import LETTERS
from game.screens.prompt import draw_card, draw_prompt
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Choice, Hint, KeyHints, Widget

BAR_ROOM = {"large": 330.0, "huge": 400.0}
"""What large text leaves for a bar and its figure."""


class LiveCountsScreen(LiveCountdown):
    """The distribution; of a kind without options how many had it."""

    name = "live-counts"

    def enter(self) -> None:
        super().enter()
        self.hosting.host.order("card", name="counts")

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        row = [
            Hint(self.say("Enter"), self.say("Why it is so"), self.forward),
            Hint(self.say("Space"), self.say("Pause"), self.pause),
        ]
        return (KeyHints(row, self.places.hints),), None

    def forward(self) -> None:
        """On to the explanation, which the window has."""
        from game.screens.live_over import LiveExplanation

        self.turn_to(LiveExplanation(self.game, self.sitting))

    def told(self) -> dict[str, object]:
        return {**super().told(), "counts": list(self.live.counts), "right": self.live.right}

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        question, places = self.sitting.question, self.places
        bars, silent = bool(self.live.counts and question.options), self.silent()
        large = self._large(canvas, silent) if bars and places.room != "normal" else None
        high = 176.0 if places.room == "normal" else 200.0
        wide = places.right - places.card.x
        card = large.card if large else Rect(places.card.x, places.card.y, wide, high)
        draw_card(canvas, card)
        draw_prompt(canvas, question, card, places, self.shared.catalogue, small=True)
        area = Rect(card.x, card.bottom + 28, card.w, places.hints.y - 32 - card.bottom - 28)
        if bars:
            self._bars(canvas, area, silent, large)
        else:
            self._share(canvas, area)

    def _large(self, canvas: Canvas, silent: str) -> Arrangement | None:
        """Large text is for who sits far back: there the answers need the room more than bars."""
        places = self.places
        left, top = places.card.x, places.card.y
        foot = places.hints.y - 24 - self._foot(canvas, silent)
        room = Rect(left, top, places.right - left, foot - top)
        question, theme = self.sitting.question, canvas.theme
        aside = BAR_ROOM[places.room] + 24
        return listed(question, room, places.inset, theme, canvas.text_scale, aside)

    def _foot(self, canvas: Canvas, silent: str) -> float:
        return 44 * min(1.6, canvas.text_scale) if silent else 0.0

    def _bars(self, canvas: Canvas, area: Rect, silent: str, large: Arrangement | None) -> None:
        theme, question = canvas.theme, self.sitting.question
        most = max(1, *self.live.counts)
        gap = 20.0
        count = len(question.options)
        foot = self._foot(canvas, silent)
        high = min(168.0, (area.h - foot - gap * (count - 1)) / count)
        rows: Sequence[Rect] = [
            Rect(area.x + 12, area.y + at * (high + gap), area.w - 24, high) for at in range(count)
        ]
        if large is not None:
            rows = [row.inset(12, 0) for row in large.options]
        high = rows[0].h
        end = rows[-1].bottom + 12 + foot
        panel = Rect(area.x, rows[0].y - 12, area.w, end - rows[0].y + 12)
        draw_card(canvas, panel)
        if silent:
            at = (panel.right - 32, panel.bottom - 8 - foot / 2)
            canvas.text(silent, at, "hint", theme.colour("ink_dim"), "midright", fit=area.w - 64)
        wide = rows[0].w * 0.56 if large is None else rows[0].w - BAR_ROOM[self.places.room]
        sign = min(110.0, high - 28) if large is None else large.sign
        for index, (option, chose) in enumerate(
            zip(question.options, self.live.counts, strict=False)
        ):
            row = rows[index]
            is_key = index == question.answer
            plate = Choice(
                LETTERS[index],
                option,
                Rect(row.x, row.y, wide, row.h),
                sign_size=sign,
                beside=question.options,
            )
            plate.draw(canvas)
            left = row.x + wide + 24
            room = row.right - left
            figure = TypeStyle(min(88.0, high * 0.62) / canvas.text_scale, 800)
            bar = Rect(left, row.y + high * 0.3, max(6.0, (room - 150) * chose / most), high * 0.4)
            canvas.box(bar, theme.colour("fuel" if is_key else "hollow"), 10)
            ink = theme.colour("ink")
            drawn = canvas.text(str(chose), (bar.right + 24, row.centre[1]), figure, ink, "midleft")
            if is_key:
                signs.check_disc(
                    canvas,
                    (drawn.right + 40, row.centre[1]),
                    24,
                    theme.colour("right"),
                    theme.colour("card"),
                )

    def silent(self) -> str:
        """How many said that they do not know, and how many nothing; "" if all answered."""
        passed, ngettext = self.live.passed, self.shared.catalogue.ngettext
        silent = self.live.of - sum(self.live.counts) - passed
        said = []
        if passed > 0:
            words = ngettext("{count} does not know yet", "{count} do not know yet", passed)
            said.append(words.format(count=passed))
        if silent > 0:
            words = ngettext("{count} gave no answer", "{count} gave no answer", silent)
            said.append(words.format(count=silent))
        return " · ".join(said)

    def _share(self, canvas: Canvas, area: Rect) -> None:
        """Of a kind without options: how many had it."""
        theme = canvas.theme
        right, of = knew(self.sitting.round, self.sitting.round.at) or (
            self.live.right,
            self.live.of,
        )
        big = TypeStyle(190 / canvas.text_scale, 800, -4)
        line = self.say("{right} of {of}").format(right=right, of=of)
        at = (area.x + 16, area.y + min(230.0, area.h * 0.5))
        drawn = canvas.text(line, at, big, theme.colour("fuel"), "baseleft", fit=area.w * 0.6)
        said = self.shared.catalogue.ngettext("had it", "had it", right)
        where = (drawn.right + 40, at[1])
        canvas.text(
            said, where, "title", theme.colour("ink"), "baseleft", fit=area.right - drawn.right - 60
        )
        bar = Rect(area.x + 16, at[1] + 48, area.w - 32, 36)
        canvas.box(bar, theme.colour("line"), 12)
        if right and of:
            canvas.box(Rect(bar.x, bar.y, bar.w * right / of, bar.h), theme.colour("fuel"), 12)
