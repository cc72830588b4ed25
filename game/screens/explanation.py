"""After an answer: the key first, then why, then what was chosen and what it really is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.play.sitting import Sitting
from game.rounds.state import Cell
from game.screens import flow, words
from game.screens.arranged import Line, draw_lines, lines_height, lines_of
from game.screens.blocks import height, shrunk
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.keybar import KeyBar
from game.screens.options import option_areas
from game.screens.prompt import draw_card, draw_prompt, small_style
from game.screens.screen import Shortcuts
from game.screens.verdict import Verdict, verdict
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.clock import Motion
from game.ui.geometry import Point, Rect
from game.ui.theme import Colour
from game.ui.widgets import Hint, KeyHints, Widget

FILL_S = 0.7
LITTLE = 0.88
SMALLEST = 0.4


class ExplanationScreen(CountdownScreen):
    """The explanation under its question; the clock stands still until the player goes on.

    `cells` are those that showed before the answer was heard of; the difference is seen to happen.
    """

    name = "explanation"

    def __init__(self, game: Game, sitting: Sitting, cells: tuple[Cell, ...] | None = None) -> None:
        super().__init__(game, sitting)
        self.verdict = verdict(sitting, game.shared.catalogue)
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
    def filling(self) -> int | None:
        return self._changed

    @property
    def level(self) -> float:
        return self._rising.value

    def update(self, dt: float) -> None:
        super().update(dt)
        self._growing.tick(dt)
        self._rising.tick(dt)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        row = [
            Hint(self.say("Enter"), self.say("Go on"), self.go_on),
            Hint("S", self.say("Show the source"), self.open_source),
        ]
        if self.has_glossary:
            row.append(Hint("W", self.say("Hard words"), self.open_glossary))
        row.append(Hint(self.say("Space"), self.say("Pause"), self.pause))
        return (KeyHints(row, self.places.hints),), None

    def shortcuts(self) -> Shortcuts:
        return {
            **super().shortcuts(),
            "enter": self.go_on,
            "right": self.go_on,
            "s": self.open_source,
            "g": self.open_glossary,
        }

    def told(self) -> dict[str, object]:
        return {**super().told(), "right": self.verdict.right}

    def go_on(self) -> None:
        """To the next question, the hold or the key."""
        self.sitting.go_on()
        flow.go(self.game, self.sitting)

    def open_source(self) -> None:
        """Lay the card of the sources over the explanation."""
        from game.screens.source import SourceScreen

        self.shared.stack.push(SourceScreen(self.game, self.sitting.question))

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        places, question = self.places, self.sitting.question
        draw_prompt(
            canvas, question, _prompt_card(canvas, self), places, self.shared.catalogue, small=True
        )
        card = _card(canvas, self)
        horns = "bl br" if places.room == "normal" else ""
        draw_card(canvas, card, horns)
        bar = KeyBar(question, self.shared.catalogue)
        high = 96.0 if isinstance(question.answer, tuple) else 132.0
        if places.room != "normal":
            high = 104 * canvas.text_scale**0.6
        final = Rect(card.x, card.y, card.w, high)
        bar.draw(canvas, _between(self._from(final), final, self._growing.value))
        if self._growing.over:
            area = Rect(
                card.x + 64, final.bottom + 22, card.w - 128, card.bottom - final.bottom - 22
            )
            self._read(canvas, area)

    def _read(self, canvas: Canvas, area: Rect) -> None:
        """Why, what was chosen, and the source, from top to bottom."""
        theme = canvas.theme
        normal = self.places.room == "normal"
        reason = words.reason(self.sitting.question)
        said = self.verdict
        foot = 72.0 if normal else 44 * canvas.text_scale
        given = self.sitting.answered
        lines = lines_of(self.sitting.question, given.response if given else None)
        share, said = _fitted(canvas, lines or reason, said, (area.w, area.h - foot))
        style = shrunk(theme, "body", share)
        if lines:
            bottom = draw_lines(canvas, lines, area, share)
        else:
            ink = theme.colour("ink")
            bottom = canvas.paragraph(reason, area, style, ink, balanced=False).bottom
        told = _said_height(canvas, said, area.w, share)
        rule = area.bottom - foot - told - 14
        if not normal:
            rule = min(rule, bottom + 14)
        canvas.line([(area.x, rule), (area.right, rule)], theme.colour("line"), 2)
        _draw_verdict(canvas, said, Rect(area.x, rule + 12, area.w, told), share)
        inset = 27.0 if normal else 0.0
        canvas.text(
            words.source_line(self.sitting.question, self.pack, self.shared.catalogue),
            (area.x + inset, area.bottom - foot / 2 - (8 if normal else 2)),
            "hint",
            theme.colour("sand"),
            "midleft",
            fit=area.w - 2 * inset - (60 if normal else 0),
        )

    def _from(self, final: Rect) -> Rect:
        """The plate of the key, from which its bar grows."""
        question = self.sitting.question
        if not question.options or not isinstance(question.answer, int):
            return Rect(final.x, final.y, final.w, 8)
        return option_areas(self.places, len(question.options))[question.answer]


def _prompt_card(canvas: Canvas, screen: CountdownScreen) -> Rect:
    places = screen.places
    if places.room == "normal":
        text = screen.sitting.question.prompt
        style = small_style(canvas.theme)
        small = canvas.measure(text, (1312 - 128, 144), style, balanced=False)
        return Rect(96, 168, 1312, max(112, min(176, small.height + 40)))
    layout = canvas.measure(
        screen.sitting.question.prompt,
        (places.right - places.card.x - 2 * places.inset, 150),
        small_style(canvas.theme),
        balanced=False,
    )
    return Rect(places.card.x, 152, places.right - places.card.x, layout.height + 32)


def _card(canvas: Canvas, screen: CountdownScreen) -> Rect:
    over = _prompt_card(canvas, screen)
    foot = {"normal": 884.0, "large": 940.0, "huge": 966.0}[screen.places.room]
    top = over.bottom + (24 if screen.places.room == "normal" else 16)
    return Rect(over.x, top, over.w, foot - top)


def _fitted(
    canvas: Canvas, reason: str | list[Line], said: Verdict, size: tuple[float, float]
) -> tuple[float, Verdict]:
    """How large the texts are set, and what is left of the verdict.

    All is set a little smaller first; then the second line goes; then the rest is set smaller.
    """
    short = replace(said, after="")
    for told, least in ((said, LITTLE), (short, SMALLEST)):
        share = 1.0
        while share > least:
            style = shrunk(canvas.theme, "body", share)
            if isinstance(reason, str):
                high = height(canvas, reason, style, size[0])
            else:
                high = lines_height(canvas, reason, share)
            if high + 40 + _said_height(canvas, told, size[0], share) <= size[1]:
                return share, told
            share -= 0.02
    return SMALLEST, short


def _said_height(canvas: Canvas, said: Verdict, wide: float, share: float) -> float:
    """The height of the lines about what was chosen."""
    style = shrunk(canvas.theme, "body", share)
    lines = [line for line in (said.line, said.after) if line]
    return sum(height(canvas, line, style, wide - _indent(canvas)) for line in lines)


def _indent(canvas: Canvas) -> float:
    return 78 * min(1.4, canvas.text_scale)


def _draw_verdict(canvas: Canvas, said: Verdict, area: Rect, share: float) -> None:
    """The sign, its word where there is room beside the line, and what comes of it."""
    theme = canvas.theme
    indent = _indent(canvas)
    left, wide = area.x + indent, area.w - indent
    ink = theme.colour("right" if said.sign == "right" else "amber")
    style, bold = shrunk(theme, "body", share), shrunk(theme, "body_bold", share)
    _draw_sign(canvas, said, (area.x + indent * 0.37, area.centre[1]), ink)
    first = canvas.measure(said.line, (wide, 1000), style, balanced=False)
    head = canvas.text_width(said.head, bold) + 20 if said.head else 0.0
    x = left
    if head and len(first.lines) == 1 and first.width + head <= wide:
        canvas.text(said.head, (left, area.y + first.line_height / 2), bold, ink, "midleft")
        x += head
    line = (x, area.y, area.right - x + 1, first.height + 1)
    drawn = canvas.paragraph(said.line, line, style, theme.colour("ink"), balanced=False)
    if said.after:
        canvas.paragraph(
            said.after,
            (left, drawn.bottom, wide, 1000),
            style,
            theme.colour("ink_dim"),
            balanced=False,
        )


def _draw_sign(canvas: Canvas, said: Verdict, centre: Point, ink: Colour) -> None:
    radius = 26 * min(1.4, canvas.text_scale)
    if said.sign == "recheck":
        signs.recheck(canvas, centre, radius)
    elif said.sign == "mended":
        signs.mended(canvas, centre, radius)
    elif said.sign == "right":
        signs.check_disc(canvas, centre, radius, ink, canvas.theme.colour("card"))


def _between(start: Rect, end: Rect, share: float) -> Rect:
    return Rect(*(a + (b - a) * share for a, b in zip(start, end, strict=True)))
