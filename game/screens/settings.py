"""The settings: sound, text, look, motion, time, language, window."""

from __future__ import annotations

from collections.abc import Sequence

from game import languages, paths
from game.screens.game import Game
from game.screens.pause import TEXT_SIZES, nearest
from game.screens.pick import Stepper
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.ui import theme as themes
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.settings import Answers, Motion
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, Slider, Widget

TIMES = (1.0, 1.5, 2.0, 3.0, 0.0)
MOTIONS: tuple[Motion, ...] = ("full", "reduced", "none")
ANSWERS: tuple[Answers, ...] = ("soon", "asked")
_OWN_NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}


class SettingsScreen(Screen):
    """Every row says what it is now; what is changed holds at once and is kept."""

    name = "settings"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._themes = themes.names()
        self._languages = spoken()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        rows = self._rows(9)
        kept = self.shared.settings
        off = self.say("off")
        widgets: list[Widget] = [
            Stepper(
                self.say("Sound"), (self.say("on"), off), int(kept.mute), rows[0],
                lambda at: self._set(mute=bool(at)),
            ),
            Slider(
                self.say("Volume"), rows[1], kept.volume, 0, 1, 0.1,
                lambda value: self._set(volume=value), percent,
            ),
            Stepper(
                self.say("Text size"), [percent(size) for size in TEXT_SIZES],
                nearest(TEXT_SIZES, kept.text_scale), rows[2],
                lambda at: self._set(text_scale=TEXT_SIZES[at]),
            ),
            Stepper(
                self.say("Colours"), [self._theme_name(name) for name in self._themes],
                self._themes.index(kept.theme) if kept.theme in self._themes else 0, rows[3],
                lambda at: self._set(theme=self._themes[at]),
            ),
            Stepper(
                self.say("Motion"), (self.say("full"), self.say("less"), self.say("none")),
                MOTIONS.index(kept.motion), rows[4],
                lambda at: self._set(motion=MOTIONS[at]),
            ),
            Stepper(
                self.say("Time to answer"),
                [f"× {time:g}" if time else self.say("no clock") for time in TIMES],
                nearest(TIMES, kept.time_factor), rows[5],
                lambda at: self._set(time_factor=TIMES[at]),
            ),
            Stepper(
                self.say("Show the answers"),
                (self.say("by themselves"), self.say("when I press Enter")),
                ANSWERS.index(kept.answers), rows[6],
                lambda at: self._set(answers=ANSWERS[at]),
            ),
            Stepper(
                self.say("Language"), [_OWN_NAMES[code] for code in self._languages],
                self._language(), rows[7],
                lambda at: self.game.speak(self._languages[at]),
            ),
            Stepper(
                self.say("Full screen"), (off, self.say("on")), int(kept.fullscreen), rows[8],
                lambda at: self._set(fullscreen=bool(at)),
            ),
        ]  # fmt: skip
        back = Button(self.say("Done"), self._done(), self.back, "primary")
        return (*widgets, back), widgets[0]

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def told(self) -> dict[str, object]:
        kept = self.shared.settings
        return {"text_scale": kept.text_scale, "mute": kept.mute, "time": kept.time_factor}

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        size = 88 * min(1.0, 1.25 / self.text_scale)
        canvas.text(
            self.say("Settings"), (96, 118), TypeStyle(size, 700), canvas.theme.colour("ink"),
            "baseleft", fit=1240,
        )  # fmt: skip
        rows = self._rows(9)
        canvas.box(
            Rect(96, rows[0].y - 12, 1728, rows[-1].bottom - rows[0].y + 24),
            canvas.theme.colour("card"),
        )

    def _rows(self, count: int) -> list[Rect]:
        top, foot = 162.0, 1044.0 if self._crowded else self._done().y - 36
        step = (foot - top) / count
        return [Rect(108, top + 6 + i * step, 1704, step - 4) for i in range(count)]

    @property
    def _crowded(self) -> bool:
        """Whether large text needs all the room under the heading for the rows."""
        return self.text_scale > 1.3

    def _done(self) -> Rect:
        high = 92 * min(1.15, self.text_scale)
        return Rect(1404, 34, 420, high) if self._crowded else Rect(96, 1040 - high, 420, high)

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
