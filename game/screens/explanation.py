"""After an answer: the key first, then why, then what was chosen and what it really is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.play.sitting import Sitting
from game.rounds.state import Cell
from game.screens import flow, glossary, words
from game.screens.arranged import lines_of
from game.screens.blocks import shrunk
from game.screens.class_verdict import verdict
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.keybar import KeyBar
from game.screens.leaf import draw_leaf
from game.screens.leaves import Leaf, Measure, Setting, set_out
from game.screens.options import arranged, option_areas
from game.screens.prompt import draw_card, draw_prompt, small_style
from game.screens.screen import Shortcuts
from game.ui.art.figures import draw_figure
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.geometry import Rect
from game.ui.text import lay_out
from game.ui.voice import Said
from game.ui.widgets import Hint, KeyHints, Widget

FILL_S = 0.7
LINE_GAP = 16.0
LINE_SHARES = (1.0, 0.86, 0.72)
"""How much smaller the question is set where it stands in a line or two."""
FIGURE_WIDE = {"normal": 360.0, "large": 440.0, "huge": 480.0}
"""How wide the picture of the question stands beside its explanation, by the room of the text."""


class ExplanationScreen(CountdownScreen):
    """The explanation under its question; the clock stands still until the player goes on.

    Where large text needs the room, the question goes, and then Enter leads through several cards.
    `cells` are those that showed before the answer was heard of; the difference is seen to happen.
    """

    name = "explanation"

    def __init__(self, game: Game, sitting: Sitting, cells: tuple[Cell, ...] | None = None) -> None:
        super().__init__(game, sitting)
        self.verdict = verdict(sitting, game.shared.catalogue)
        self.at = 0
        self._line = 0.0
        self._line_share = 1.0
        self._setting = self._set_out()
        theme = game.shared.theme
        fresh = cells is not None and cells != self.cells
        still = game.shared.settings.motion != "full"
        self._growing = Motion(0.0 if still or cells is None else theme.number("lock"))
        self._rising = Motion(FILL_S if fresh and not still else 0.0)
        changed = [i for i, cell in enumerate(self.cells) if cells and cells[i] != cell]
        self._changed = changed[0] if changed else None
        if cells is not None:
            self.shared.sounds.play("fill" if self.verdict.right else "recheck")

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return not (self._growing.over and self._rising.over)

    @property
    def grows(self) -> bool:
        """Whether the bar of the key is still on its way to its place."""
        return not self._growing.over

    @property
    def filling(self) -> int | None:
        return self._changed

    @property
    def level(self) -> float:
        return self._rising.value

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.sitting.studies:
            self.let_pass(dt)
        self._growing.tick(dt)
        self._rising.tick(dt)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self.verdict = verdict(self.sitting, self.shared.catalogue)
        self._setting = self._set_out()
        self.at = min(self.at, len(self._setting.leaves) - 1)
        words_on = self.say("Go on") if self._last else self.say("Read on")
        row = [
            Hint(self.say("Enter"), words_on, self.go_on),
            Hint("S", self.say("Show the source"), self.open_source, self.say("Source")),
        ]
        if self.hard_words:
            row.append(Hint("W", self.say("Hard words"), self.open_glossary, self.say("Words")))
        row.append(Hint(self.say("Space"), self.say("Pause"), self.pause))
        return (KeyHints(row, self.places.hints),), None

    def shortcuts(self) -> Shortcuts:
        return {
            **super().shortcuts(),
            "enter": self.go_on,
            "right": self.go_on,
            "page_down": self.go_on,
            "left": self.back,
            "page_up": self.back,
            "s": self.open_source,
            "g": self.open_glossary,
        }

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_round

        return spoken_round.explanation(self)

    def told(self) -> dict[str, object]:
        leaf = [self.at + 1, len(self._setting.leaves)]
        return {**super().told(), "right": self.verdict.right, "leaf": leaf}

    @property
    def lines(self) -> bool:
        """Whether the key is a row of lines: an order, or pairs."""
        return isinstance(self.sitting.question.answer, tuple)

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.after(self.sitting.question, self.asked_in)

    def go_on(self) -> None:
        """To the next card of the explanation; from its last one to what comes next."""
        if not self._last:
            self._turn(1)
            return
        self.sitting.go_on()
        flow.go(self.game, self.sitting)

    def back(self) -> None:
        """To the card before."""
        if self.at > 0:
            self._turn(-1)

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        self.draw_still(canvas, "cards", self._cards)
        bar = KeyBar(self.sitting.question, self.shared.catalogue)
        card = self.card
        final = Rect(card.x, card.y, card.w, self._bar_height())
        place = _between(self._from(final), final, self._growing.value)
        bar.draw(canvas, place, moving=self.grows)
        if not self.grows:
            self.draw_still(canvas, "leaf", self._leaf)

    def paint_readings(self, canvas: Canvas) -> None:
        # The clock stands still here, but that of self-study.
        if self.sitting.studies:
            super().paint_readings(canvas)
        else:
            self.draw_still(canvas, "readings", super().paint_readings)

    def _cards(self, canvas: Canvas) -> None:
        question = self.sitting.question
        if self._setting.with_question:
            area = self._question_card()
            draw_prompt(canvas, question, area, self.places, self.shared.catalogue, small=True)
        elif self._line:
            style = shrunk(canvas.theme, "hint_bold", self._line_share, self.text_scale)
            ink = canvas.theme.colour("ink_dim")
            canvas.paragraph(question.prompt, self._line_area(), style, ink, balanced=False)
        draw_card(canvas, self.card)

    def _leaf(self, canvas: Canvas) -> None:
        self._draw_figure(canvas)
        draw_leaf(canvas, self._setting, self.at, self._room(self._setting.with_question))

    @property
    def card(self) -> Rect:
        """The card of the explanation as it stands now."""
        return self._card(self._setting.with_question)

    @property
    def figure(self) -> Rect | None:
        """Where the picture that was asked about stands, beside all cards of its explanation."""
        if not self._pictured:
            return None
        card, room = self.card, self._room(self._setting.with_question)
        return Rect(card.x + 32, room.y, FIGURE_WIDE[self.places.room], card.bottom - 28 - room.y)

    def _draw_figure(self, canvas: Canvas) -> None:
        picture, place = self.sitting.question.picture, self.figure
        if picture is None or place is None:
            return
        canvas.box(place, canvas.theme.colour("line"), width=2)
        draw_figure(canvas, picture.draw, picture.of, place.inset(24, 24), picture.within)

    @property
    def _last(self) -> bool:
        return self.at + 1 >= len(self._setting.leaves)

    def _turn(self, by: int) -> None:
        self.at += by
        self.shared.sounds.play("page", 0.5)
        self.renew()

    def _set_out(self) -> Setting:
        question = self.sitting.question
        given = self.sitting.answered
        self._line = 0.0
        lines = tuple(lines_of(question, given.response if given else None))
        source = words.source_line(question, self.pack, self.shared.catalogue)
        alone = Leaf("" if lines else words.reason(question), lines, self.verdict, source)
        # What a true sentence says stands over it, and needs no second time.
        said_above = question.kind == "true-false" and question.answer == 0 and question.why
        whole = replace(alone, why=question.why) if said_above else alone
        beside, without = self._room(True), self._room(False)
        measure = Measure(self.shared.theme, self.text_scale, without.w)
        setting = set_out(measure, whole, alone, beside.h, without.h)
        if setting.with_question:
            return setting
        # Where the question has no card, it keeps a line or two over the explanation.
        across = Measure(self.shared.theme, self.text_scale, self._line_area().w)
        rows = {share: across.rows(question.prompt, "hint_bold", share) for share in LINE_SHARES}
        self._line_share = next((s for s in LINE_SHARES if len(rows[s]) <= 2), LINE_SHARES[-1])
        self._line = across.text(question.prompt, "hint_bold", self._line_share) + LINE_GAP
        return set_out(measure, alone, alone, 0.0, without.h - self._line)

    def _line_area(self) -> Rect:
        """Where the question stands that has no card of its own."""
        over = self._question_card()
        return Rect(over.x + self._inset, over.y, over.w - 2 * self._inset, self._line)

    def _question_card(self) -> Rect:
        """The card of the question over the explanation."""
        places = self.places
        left, right = places.card.x, places.right
        size = (right - left - 2 * places.inset, 144.0 if places.room == "normal" else 1000.0)
        style = small_style(self.shared.theme, self.text_scale)
        text = self.sitting.question.prompt
        scale = self.text_scale
        set_ = lay_out(text, style, *size, text_scale=scale, balanced=False)
        if places.room != "normal":
            return Rect(left, 152, right - left, set_.height + 32)
        return Rect(left, 168, right - left, max(112, min(176, set_.height + 40)))

    def _card(self, with_question: bool) -> Rect:
        """The card of the explanation."""
        over = self._question_card()
        room = self.places.room
        foot = {"normal": 884.0, "large": 940.0, "huge": 948.0}[room]
        top = over.bottom + (24 if room == "normal" else 16) if with_question else over.y
        if not with_question:
            top += self._line
        return Rect(over.x, top, over.w, foot - top)

    def _bar_height(self) -> float:
        if self.places.room == "normal":
            low = isinstance(self.sitting.question.answer, tuple) or self._pictured
            return 96.0 if low else 150.0
        return float(104 * self.text_scale**0.6)

    def _room(self, with_question: bool) -> Rect:
        """Where there is to read, under the bar of the key and beside the picture."""
        card, inset = self._card(with_question), self._inset
        top = card.y + self._bar_height() + 22
        left = 32 + FIGURE_WIDE[self.places.room] + 40 if self._pictured else inset
        return Rect(card.x + left, top, card.w - left - inset, card.bottom - 20 - top)

    @property
    def _inset(self) -> float:
        return 64.0 if self.places.room != "huge" else 48.0

    @property
    def _pictured(self) -> bool:
        picture = self.sitting.question.picture
        return picture is not None and bool(picture.draw)

    def _from(self, final: Rect) -> Rect:
        """The plate of the key, from which its bar grows."""
        question = self.sitting.question
        if not question.options or not isinstance(question.answer, int):
            return Rect(final.x, final.y, final.w, 8)
        large = arranged(question, self.places, self.shared.theme, self.text_scale)
        areas = large.options if large else option_areas(self.places, len(question.options))
        return areas[question.answer]


def _between(start: Rect, end: Rect, share: float) -> Rect:
    return Rect(*(a + (b - a) * share for a, b in zip(start, end, strict=True)))
