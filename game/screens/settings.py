"""The settings, on four pages: what is seen, heard and read aloud, and how one plays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from game import languages, paths
from game.screens.game import Game
from game.screens.heading import draw_heading
from game.screens.pause import TEXT_SIZES, nearest
from game.screens.pick import Stepper
from game.screens.screen import Screen, Shortcuts
from game.screens.voice_rows import voice_rows
from game.ui import theme as themes
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.settings import Answers, Motion
from game.ui.theme import mix
from game.ui.voice import Said
from game.ui.widgets import Action, Button, Hint, KeyHints, Slider, Widget

TIMES = (1.0, 1.5, 2.0, 3.0, 0.0)
MOTIONS: tuple[Motion, ...] = ("full", "reduced", "none")
ANSWERS: tuple[Answers, ...] = ("soon", "asked")
PAGES, READ = 4, 2
ASK_S = 0.05
MOST_ROWS = 5


class Tab(Widget):
    """The name of a page; the one that is open has a bar under it."""

    def __init__(self, text: str, rect: Rect, on_press: Action, *, current: bool) -> None:
        super().__init__(rect, on_press)
        self.text = text
        self.current = current
        self.radius = 12

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        if self.held or self.hovered:
            canvas.box(self.rect, mix(theme.colour("card"), theme.colour("ink"), 0.12), 12)
        ink = theme.colour("ink" if self.current else "ink_dim")
        area = self.rect.inset(12, 8)
        style = "button" if self.current else "button_second"
        canvas.paragraph(self.text, area, style, ink, "centre", "middle", 1)
        if self.current:
            bar = (self.rect.x + 12, self.rect.bottom - 8, self.rect.w - 24, 8)
            canvas.box(bar, theme.colour("fuel"), 4)


class SettingsScreen(Screen):
    """Every row says what it is now; what is changed holds at once and is kept."""

    name = "settings"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._themes = themes.names()
        self._languages = spoken()
        self.page = 0
        self._voices: object = None

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        tabs = [
            Tab(words, rect, partial(self.open, page), current=page == self.page)
            for page, (words, rect) in enumerate(zip(self._names(), self._tabs(), strict=True))
        ]
        rows = (self._seen, self._heard, self._read, self._played)[self.page](self._rows())
        done = self._done()
        back = Button(self.say("Done"), done, self.back, "primary")
        left = done.right + 72
        hints = KeyHints(
            [Hint("PgDn", self.say("Next page"), partial(self.open, self.page + 1))],
            Rect(left, done.centre[1] - 40, 1824 - left, 80),
        )
        return (*tabs, *rows, back, hints), rows[0]

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "f10": self.back,
            "page_down": partial(self.open, self.page + 1),
            "page_up": partial(self.open, self.page - 1),
        }

    def spoken(self) -> Iterable[str | Said]:
        return (self.say("Settings"), self._names()[self.page])

    def told(self) -> dict[str, object]:
        kept = self.shared.settings
        return {
            "page": self.page,
            "text_scale": kept.text_scale,
            "theme": kept.theme,
            "motion": kept.motion,
            "language": self._languages[self._language()],
            "fullscreen": kept.fullscreen,
            "mute": kept.mute,
            "volume": round(kept.volume, 2),
            "music": round(kept.music, 2),
            "captions": kept.captions,
            "aloud": kept.aloud,
            "speed": kept.speed,
            "voice": round(kept.voice, 2),
            "voices": [list(pair) for pair in kept.voices],
            "time": kept.time_factor,
            "answers": kept.answers,
            "keys": [list(pair) for pair in kept.keys],
            "pad": [list(pair) for pair in kept.pad],
        }

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        looks = self.page == READ and self._voices is None
        return ASK_S if looks else None

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.page == READ and self._voices is None:
            self._voices = self.shared.narrator.voice.voices(self.shared.language)
            if self._voices is not None:
                self.renew()

    def open(self, page: int) -> None:
        """Turn to a page; after the last comes the first."""
        self.page = page % PAGES
        if self.page == READ:
            self._voices = None
            self.shared.narrator.voice.look()
        self.shared.sounds.play("page", 0.5)
        self.group.focus(None)
        self.renew()

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        draw_heading(canvas, self.say("Settings"), 118)
        rows = self._rows()
        canvas.box(
            Rect(96, rows[0].y - 12, 1728, rows[-1].bottom - rows[0].y + 24),
            canvas.theme.colour("card"),
        )

    def _seen(self, rows: list[Rect]) -> list[Widget]:
        kept = self.shared.settings
        return [
            Stepper(
                self.say("Text size"), [percent(size) for size in TEXT_SIZES],
                nearest(TEXT_SIZES, kept.text_scale), rows[0],
                lambda at: self._set(text_scale=TEXT_SIZES[at]),
            ),
            Stepper(
                self.say("Colours"), [self._theme_name(name) for name in self._themes],
                self._themes.index(kept.theme) if kept.theme in self._themes else 0, rows[1],
                lambda at: self._set(theme=self._themes[at]),
            ),
            Stepper(
                self.say("Motion"), (self.say("full"), self.say("less"), self.say("none")),
                MOTIONS.index(kept.motion), rows[2],
                lambda at: self._set(motion=MOTIONS[at]),
            ),
            Stepper(
                self.say("Language"), [languages.own_name(code) for code in self._languages],
                self._language(), rows[3],
                lambda at: self.game.speak(self._languages[at]),
            ),
            self._switch(self.say("Full screen"), "fullscreen", kept.fullscreen, rows[4]),
        ]  # fmt: skip

    def _heard(self, rows: list[Rect]) -> list[Widget]:
        kept = self.shared.settings
        off = self.say("off")
        return [
            Stepper(
                self.say("Sound"), (self.say("on"), off), int(kept.mute), rows[0],
                lambda at: self._set(mute=bool(at)),
            ),
            Slider(
                self.say("Effects"), rows[1], kept.volume, 0, 1, 0.1,
                lambda value: self._set(volume=value), percent,
            ),
            Slider(
                self.say("Music"), rows[2], kept.music, 0, 1, 0.1,
                lambda value: self._set(music=value), percent,
            ),
            self._switch(self.say("Sounds in words"), "captions", kept.captions, rows[3]),
        ]  # fmt: skip

    def _read(self, rows: list[Rect]) -> list[Widget]:
        return voice_rows(self, rows)

    def _played(self, rows: list[Rect]) -> list[Widget]:
        kept = self.shared.settings
        return [
            Stepper(
                self.say("Time to answer"),
                [f"× {time:g}" if time else self.say("no clock") for time in TIMES],
                nearest(TIMES, kept.time_factor), rows[0],
                lambda at: self._set(time_factor=TIMES[at]),
            ),
            Stepper(
                self.say("Show the answers"),
                (self.say("by themselves"), self.say("when I press Enter")),
                ANSWERS.index(kept.answers), rows[1],
                lambda at: self._set(answers=ANSWERS[at]),
            ),
            Stepper(
                self.say("Questions without a translation"),
                (self.say("left out"), self.say("asked as they are")),
                int(kept.mixed), rows[2],
                lambda at: self.game.mix(bool(at)),
            ),
            Button(self.say("Change the keys"), rows[3].inset(12, 8), self.change_keys),
        ]  # fmt: skip

    def change_keys(self) -> None:
        """Choose which key does what."""
        from game.screens.keys import KeysScreen

        self.shared.stack.push(KeysScreen(self.game))

    def _switch(self, label: str, name: str, on: bool, rect: Rect) -> Stepper:
        words = (self.say("off"), self.say("on"))
        return Stepper(label, words, int(on), rect, lambda at: self._set(**{name: bool(at)}))

    def _names(self) -> tuple[str, ...]:
        return (
            self.say("What you see"),
            self.say("What you hear"),
            self.say("What is read"),
            self.say("How you play"),
        )

    def _tabs(self) -> list[Rect]:
        wide = (1728 - (PAGES - 1) * 32) / PAGES
        return [Rect(96 + page * (wide + 32), 150, wide, 104) for page in range(PAGES)]

    def _rows(self) -> list[Rect]:
        top, foot = 290.0, self._done().y - 36
        step = (foot - top) / MOST_ROWS
        return [Rect(108, top + 2 + i * step, 1704, step - 4) for i in range(MOST_ROWS)]

    def _done(self) -> Rect:
        high = 92 * min(1.15, self.text_scale)
        return Rect(96, 1040 - high, 420, high)

    def _set(self, **changes: object) -> None:
        self.shared.change(self.shared.settings.with_(**changes))
        self.redraw()

    def _theme_name(self, name: str) -> str:
        known = {
            "calm": self.say("night sky"),
            "dark_aaa": self.say("black, high contrast"),
            "light_aaa": self.say("daylight, high contrast"),
        }
        return known.get(name, name)

    def _language(self) -> int:
        code = self.shared.catalogue.info().get("language", "en")
        return self._languages.index(code) if code in self._languages else 0


def spoken() -> tuple[str, ...]:
    """The languages that there are words for: English, and those with a catalogue."""
    folder = paths.assets() / "languages"
    return tuple(code for code in languages.LANGUAGES if code == "en" or (folder / code).is_dir())


def percent(share: float) -> str:
    """A share as people write it: 150 %."""
    return f"{share * 100:.0f} %"
