"""A question that everybody answers on a phone: it stands in front, and who has answered shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.play.sitting import Sitting
from game.rounds.vote import knew
from game.screens import glossary
from game.screens.game import Game
from game.screens.live import LiveCountdown
from game.screens.options import LETTERS
from game.screens.prompt import draw_card, draw_prompt
from game.screens.question import question_screen
from game.screens.vote_places import Body, option_areas_of
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Choice, Hint, KeyHints, Widget

TICK_S = 0.2
SURE_S = 8.0
"""How long a second press closes a question that some have not answered."""


class LiveQuestionScreen(LiveCountdown):
    """The stem, then the options, and how many phones have answered."""

    name = "live-question"

    def __init__(self, game: Game, sitting: Sitting) -> None:
        super().__init__(game, sitting)
        self._pressed_s = -SURE_S

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return min(TICK_S, super().next_tick_s or TICK_S)

    @property
    def open(self) -> bool:
        """Whether the options show."""
        return self.sitting.round.phase == "asking"

    @property
    def went(self) -> bool:
        return False

    @property
    def declined(self) -> bool:
        """GO is said on the phones, by each alone."""
        return False

    @property
    def moment(self) -> str:
        """As the screens of a vote name it."""
        return "think" if self.open else "stem"

    @property
    def counted(self) -> int:
        """Nobody counts aloud here."""
        return 0

    @property
    def word(self) -> str:
        if self.sitting.round.paused:
            return self.say("Paused")
        return "" if self.open else self.say("GO or NO-GO?")

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.sitting.question, self.pack, options=self.open)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        question = self.sitting.question
        choices: list[Widget] = []
        if self.open and question.options and isinstance(question.answer, int):
            areas = option_areas_of(question_screen(self.game, self.sitting))
            for index, (option, area) in enumerate(zip(question.options, areas, strict=True)):
                choice = Choice(
                    LETTERS[index],
                    option,
                    area,
                    figure=option[:1].isdigit(),
                    sign_size=min(148.0, area.h - 24),
                    beside=question.options,
                )
                choice.focusable = False
                choices.append(choice)
        close = self.say("Close") if self.open else self.say("Show the answers")
        row = [
            Hint(self.say("Enter"), close, self.forward),
            Hint(self.say("Space"), self.say("Pause"), self.pause),
        ]
        area = self.places.hints
        wide = self._count_area().w
        return (*choices, KeyHints(row, Rect(area.x + wide, area.y, area.w - wide, area.h))), None

    def update(self, dt: float) -> None:
        before = self._showing()
        self.let_pass(dt)
        super().update(dt)
        if self._showing() != before:
            self.redraw()

    def changed(self) -> None:
        # Only the count is new, and it is drawn with every picture.
        self.redraw()

    def forward(self) -> None:
        waits = self.live.asked - self.live.answered
        if self.open and waits > 0 and self.shown_s - self._pressed_s > SURE_S:
            self._pressed_s = self.shown_s
            said = self.shared.catalogue.ngettext(
                "{count} has not answered yet. {key} again closes the question.",
                "{count} have not answered yet. {key} again closes the question.",
                waits,
            )
            self.shared.notice.show(said.format(count=waits, key=self.cap(self.say("Enter"))))
            return
        super().forward()

    def told(self) -> dict[str, object]:
        return {
            **super().told(),
            "answered": self.live.answered,
            "of": self.live.asked,
            "options": list(self.sitting.question.options),
        }

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.draw_still(canvas, "body", partial(Body.draw, Body(self)))
        self._count(canvas)
        question = self.sitting.question
        if self.open and not question.options:
            words = self.say("Write the answer on the phone.")
            high = 72 * self.text_scale
            left, foot = self.places.card.x, self.places.hints.y - 24
            card = Rect(left, foot - high, canvas.text_width(words, "body_bold") + 64, high)
            draw_card(canvas, card)
            ink = canvas.theme.colour("ink")
            canvas.text(words, (left + 32, card.centre[1]), "body_bold", ink, "midleft")

    def _count_area(self) -> Rect:
        area = self.places.hints
        return Rect(area.x, area.y - 8, 560 * min(1.5, self.text_scale), area.h + 16)

    def _count(self, canvas: Canvas) -> None:
        """How many have answered: a bar and words, and nothing of what they chose."""
        theme, live = canvas.theme, self.live
        area = self._count_area()
        words = self.say("{count} of {of} answered") if self.open else self.say("{count} of {of}")
        line = words.format(count=live.answered, of=live.asked or live.here)
        style = TypeStyle(40 * min(1.3, canvas.text_scale) / canvas.text_scale, 700)
        ink = theme.colour("ink")
        canvas.text(line, (area.x, area.centre[1] - 10), style, ink, "midleft", fit=area.w - 32)
        bar = Rect(area.x, area.bottom - 14, area.w - 48, 12)
        canvas.box(bar, theme.colour("line"), 6)
        share = live.answered / live.asked if live.asked else 0.0
        if share > 0:
            canvas.box(Rect(bar.x, bar.y, max(12.0, bar.w * share), bar.h), theme.colour("fuel"), 6)

    def _showing(self) -> tuple[object, ...]:
        state = self.sitting.round
        left = state.window_left_s if state.clock_left_s is None else state.clock_left_s
        return (int(left + 0.999), state.clock_stands)


class LiveCountsScreen(LiveCountdown):
    """What was answered, once it is closed: a bar an option, the key marked."""

    name = "live-counts"

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
        high = 176.0 if places.room == "normal" else 200.0
        card = Rect(places.card.x, places.card.y, places.right - places.card.x, high)
        draw_card(canvas, card)
        draw_prompt(canvas, question, card, places, self.shared.catalogue, small=True)
        area = Rect(card.x, card.bottom + 28, card.w, places.hints.y - 32 - card.bottom - 28)
        if self.live.counts and question.options:
            self._bars(canvas, area)
            self._silent(canvas, area)
        else:
            self._share(canvas, area)

    def _bars(self, canvas: Canvas, area: Rect) -> None:
        theme, question = canvas.theme, self.sitting.question
        most = max(1, *self.live.counts)
        gap = 20.0
        count = len(question.options)
        high = min(168.0, (area.h - gap * (count - 1)) / count)
        draw_card(canvas, Rect(area.x, area.y - 12, area.w, count * (high + gap) - gap + 24))
        for index, (option, chose) in enumerate(
            zip(question.options, self.live.counts, strict=False)
        ):
            row = Rect(area.x + 12, area.y + index * (high + gap), area.w - 24, high)
            is_key = index == question.answer
            plate = Choice(
                LETTERS[index],
                option,
                Rect(row.x, row.y, row.w * 0.56, row.h),
                sign_size=min(110.0, high - 28),
                beside=question.options,
            )
            plate.draw(canvas)
            left = row.x + row.w * 0.56 + 24
            room = row.right - left
            figure = TypeStyle(min(88.0, high * 0.62) / canvas.text_scale, 800)
            bar = Rect(left, row.y + high * 0.3, max(6.0, (room - 150) * chose / most), high * 0.4)
            canvas.box(bar, theme.colour("fuel" if is_key else "hollow"), 10)
            ink = theme.colour("ink")
            drawn = canvas.text(str(chose), (bar.right + 24, row.centre[1]), figure, ink, "midleft")
            if is_key:
                canvas.disc((drawn.right + 40, row.centre[1]), 24, theme.colour("right"))
                tick = [(-10.0, 0.0), (-3.0, 8.0), (11.0, -9.0)]
                points = [(drawn.right + 40 + x, row.centre[1] + y) for x, y in tick]
                canvas.line(points, theme.colour("card"), 6)

    def _silent(self, canvas: Canvas, area: Rect) -> None:
        """How many gave no answer."""
        silent = self.live.of - sum(self.live.counts)
        if silent > 0:
            ngettext = self.shared.catalogue.ngettext
            said = ngettext("{count} gave no answer", "{count} gave no answer", silent)
            at = (area.right, area.bottom + 16)
            ink = canvas.theme.colour("ink_dim")
            canvas.text(said.format(count=silent), at, "hint", ink, "midright", fit=area.w * 0.5)

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
