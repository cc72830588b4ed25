"""GO or NO-GO: a fair choice of two, before the options show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.rounds.scoring import FUEL_GO, FUEL_MENDED, FUEL_RIGHT
from game.screens import flow, glossary
from game.screens.countdown import CountdownScreen
from game.screens.places import LARGE_FROM
from game.screens.prompt import draw_card, draw_prompt
from game.screens.question import question_screen
from game.screens.screen import Shortcuts
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Point, Rect, RectLike
from game.ui.scene import Catalogue
from game.ui.theme import Colour, Theme, TypeStyle, mix
from game.ui.voice import Said
from game.ui.widgets import Action, Hint, KeyHints, Widget

HIGHEST = 372.0
STRIP = 84.0
"""How high the strip is that large type has under the plates for what they do not say."""


class GoScreen(CountdownScreen):
    """The stem, and two plates of the same size that each say what right and mended give."""

    name = "go"
    guards = True
    commits = False
    marked = ""
    """The word of the plate that a remote stands on."""

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        left, right = self._plates()
        words = self.shared.catalogue
        go = GoPlate(True, left, lambda: self.decide(True), words)
        no_go = GoPlate(False, right, lambda: self.decide(False), words)
        hints = KeyHints(
            (*self._choices(), Hint(self.say("Space"), self.say("Pause"), self.pause)),
            self._hints_area(),
        )
        return (go, no_go, hints), go

    def _choices(self) -> tuple[Hint, Hint]:
        """The keys that choose; those of a remote while it is in use."""
        if self.marked:
            take = self.say("Take {letter}").format(letter=self.marked)
            return (
                Hint("Page Up", take, self._take, self.say("Take it")),
                Hint("Page Down", self.say("Change"), self._steer),
            )
        return (
            Hint("G", self.say("GO"), lambda: self.decide(True)),
            Hint("N", self.say("NO-GO"), lambda: self.decide(False)),
        )

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_round

        return spoken_round.go(self, self._aside_words)

    def shortcuts(self) -> Shortcuts:
        return {
            **super().shortcuts(),
            "g": lambda: self.decide(True),
            "n": lambda: self.decide(False),
            **({} if self.group.focused else {"enter": self._ask}),
            **(self._by_remote() if self.classroom else {}),
        }

    @property
    def hard_words(self) -> tuple[glossary.Entry, ...]:
        return glossary.before(self.sitting.question, self.asked_in, options=False)

    @property
    def card(self) -> Rect:
        """The card of the question, where it will stand with what it is answered with."""
        return question_screen(self.game, self.sitting).card

    def decide(self, go: bool) -> None:
        """Say GO or NO-GO, and see the options."""
        self.shared.sounds.play("go" if go else "lock")
        if not self.shared.settings.met_go:
            self.shared.change(self.shared.settings.with_(met_go=True))
        self.sitting.say_go(go)
        flow.go(self.game, self.sitting)

    def _by_remote(self) -> Shortcuts:
        """A presenter's remote goes from plate to plate, and back takes the one it stands on."""
        return {"page_down": self._steer, "page_up": self._take}

    def _steer(self) -> None:
        plates = [widget for widget in self.group.widgets if isinstance(widget, GoPlate)]
        at = plates.index(self.group.focused) if self.group.focused in plates else -1
        plate = plates[(at + 1) % len(plates)]
        self.group.focus(plate)
        self.shared.sounds.play("focus")
        self.marked = plate.text
        self.renew()

    def _take(self) -> None:
        if self.group.focused is not None:
            self.group.focused.press()
        else:
            self._ask()

    def _ask(self) -> None:
        said = self.say("{go} for GO, or {no_go} for NO-GO.")
        self.shared.notice.show(said.format(go=self.cap("G"), no_go=self.cap("N")))

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        draw_prompt(canvas, self.sitting.question, self.card, self.places, self.shared.catalogue)
        if self._aside_words:
            self._explain(canvas)

    @property
    def _aside_words(self) -> str:
        """Who decides in a class; else what a word means to somebody who sees it first."""
        if self.sitting.round.crew.who == "class":
            return self.say("The class decides: who is for GO? Hands up.")
        if self.shared.settings.met_go:
            return ""
        return self.say("After GO no call is heard. Mended: missed now, but right at T-0.")

    @property
    def _has_strip(self) -> bool:
        """Whether large type leaves too little room for it beside the hints."""
        return bool(self._aside_words) and self.places.room != "normal"

    def _explain(self, canvas: Canvas) -> None:
        """What the plates do not say."""
        ink = canvas.theme.colour("sand")
        if self._has_strip:
            left, right = self._plates()
            strip = Rect(left.x, left.bottom + 16, right.right - left.x, STRIP)
            draw_card(canvas, strip)
            style = TypeStyle(34, 500, line=1.1, min_size=28)
            canvas.paragraph(self._aside_words, strip.inset(28, 4), style, ink, valign="middle")
            return
        places, hints = self.places, self._hints_area()
        left_from, top = hints.right + 28, max(916.0, self._plates()[0].bottom + 8)
        high = min(1074 - top, 2 * (hints.centre[1] - top))
        area = Rect(left_from, top, places.right - left_from, high)
        style = TypeStyle(32, 500, line=1.1, min_size=28)
        canvas.paragraph(self._aside_words, area, style, ink, valign="middle")

    def _hints_area(self) -> Rect:
        """The hints leave room beside them for what is explained once."""
        area = self.places.hints
        if not self._aside_words or self._has_strip:
            return area
        return Rect(area.x, area.y, area.w * 0.55, area.h)

    def _plates(self) -> tuple[Rect, Rect]:
        left, right = self.places.plates
        bottom = left.bottom - (STRIP + 16 if self._has_strip else 0)
        top = max(self.card.bottom + (20 if self._has_strip else 32), bottom - HIGHEST)
        return (
            Rect(left.x, top, left.w, bottom - top),
            Rect(right.x, top, right.w, bottom - top),
        )


class GoPlate(Widget):
    """One of the two plates, with its sign, its word, and what it is worth."""

    def __init__(self, go: bool, rect: RectLike, on_press: Action, catalogue: Catalogue) -> None:
        super().__init__(rect, on_press)
        self.go = go
        self._catalogue = catalogue

    @property
    def text(self) -> str:
        """The word on the plate."""
        _ = self._catalogue.gettext
        return _("GO") if self.go else _("NO-GO")

    def draw(self, canvas: Canvas) -> None:
        _ = self._catalogue.gettext
        theme = canvas.theme
        ground, ink = self._colours(theme)
        canvas.box(self.rect, ground)
        rect, high = self.rect, self.rect.h
        left = rect.x + 48
        # Large text gives the word less height, so that the lines under it have theirs.
        large = canvas.text_scale >= LARGE_FROM
        at = (0.215, 0.475, 0.635, 0.82) if large else (0.29, 0.555, 0.69, 0.845)
        middle, meant, ruled, worth = (rect.y + high * share for share in at)
        sign = min(112.0, high * (0.27 if large else 0.32))
        (signs.go if self.go else signs.no_go)(canvas, (left + sign / 2, middle), sign, ink)
        word_from = left + sign + 36
        word = _sized(
            theme, "display", min(120, high * (0.33 if large else 0.4)) / canvas.text_scale
        )
        canvas.text(
            self.text, (word_from, middle), word, ink, "midleft", fit=rect.right - 40 - word_from
        )
        meaning = _("I know it") if self.go else _("Not sure yet")
        wide = rect.w - 96
        body = min(theme.style("body").size, 0.21 * high / canvas.text_scale)
        canvas.text(meaning, (left, meant), _sized(theme, "body", body), ink, "midleft", fit=wide)
        rule = mix(ground, ink, 0.5)
        canvas.line([(left, ruled), (rect.right - 48, ruled)], rule, 2)
        right, mended = (FUEL_GO, 0) if self.go else (FUEL_RIGHT, FUEL_MENDED)
        most = 0.28 * high
        _draw_worth(canvas, (left, worth), right, _("if right"), ink, wide * 0.5 - 16, most)
        place = (left + wide * 0.53, worth)
        _draw_worth(canvas, place, mended, _("if mended"), ink, wide * 0.47, most)

    def _colours(self, theme: Theme) -> tuple[Colour, Colour]:
        ground = theme.colour("fuel" if self.go else "nogo")
        ink = theme.colour("ink_dark" if self.go else "ink")
        if self.held:
            ground = mix(ground, theme.colour("night"), 0.2)
        elif self.hovered:
            ground = mix(ground, theme.colour("ink"), 0.1)
        return ground, ink


def _draw_worth(
    canvas: Canvas, at: Point, fuel: int, words: str, ink: Colour, room: float, most: float
) -> None:
    """A figure, at most so high, and what it is given for, side by side on one line."""
    scale = min(1.0, 1.35 / canvas.text_scale, most / 64 / canvas.text_scale)
    theme = canvas.theme
    figure, label = _sized(theme, "figure", 64 * scale), _sized(theme, "hint", 34 * scale)
    wide = canvas.text_width(str(fuel), figure) + 16 + canvas.text_width(words, label)
    if wide > room:
        figure = _sized(theme, "figure", figure.size * room / wide)
        label = _sized(theme, "hint", label.size * room / wide)
    drawn = canvas.text(str(fuel), at, figure, ink, "midleft")
    canvas.text(words, (drawn.right + 16, at[1] + 23), label, ink, "baseleft")


def _sized(theme: Theme, name: str, size: float) -> TypeStyle:
    style = theme.style(name)
    return TypeStyle(
        size, style.weight, style.tracking * size / style.size, style.line, min_size=size
    )
