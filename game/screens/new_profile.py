"""A new learner, or another name for one: a picture first, then a nickname."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.screens.game import Game
from game.screens.keyboard import BACK, KeyButton, keyboard, letters
from game.screens.pick import draw_ground
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.ui.art import emblems
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, TextField, Widget

if TYPE_CHECKING:
    from game.records.record import Profile

LONGEST = 16
_COLUMNS, _ROWS = 6, 2


class Picture(Widget):
    """One of the drawn pictures."""

    label = "picture"

    def __init__(self, name: str, rect: Rect, on_press: Callable[[], None], *, on: bool) -> None:
        super().__init__(rect, on_press)
        self.picture = name
        self.label = name
        self.on = on

    def draw(self, canvas: Canvas) -> None:
        draw_ground(canvas, self, on=self.on)
        edge = canvas.theme.colour("fuel" if self.on else "ornament")
        canvas.box(self.rect, edge, width=3)
        emblems.draw(canvas, self.picture, self.rect.centre, min(self.rect.w, self.rect.h) * 0.4)


class _Base(Screen):
    """The heading of both steps."""

    def __init__(self, game: Game, profile: Profile | None) -> None:
        super().__init__(game)
        self.profile = profile

    def shortcuts(self) -> Shortcuts:
        return {"escape": self.back}

    def back(self) -> None:
        self.shared.stack.pop()

    def heading(self) -> str:
        return ""

    def paint(self, canvas: Canvas) -> None:
        if canvas.shows:
            draw_backdrop(canvas, "rollout", None, horizon=1300)
        scale = self.text_scale
        style = TypeStyle(88 * min(1.0, 1.25 / scale), 700, min_size=56 / scale)
        ink = canvas.theme.colour("ink")
        canvas.text(self.heading(), (96, 118), style, ink, "baseleft", fit=1728)


class PictureScreen(_Base):
    """Twelve pictures; one press chooses, and the nickname is asked next."""

    name = "pictures"

    def __init__(self, game: Game, profile: Profile | None = None) -> None:
        super().__init__(game, profile)

    def heading(self) -> str:
        return self.say("Choose your picture")

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high_foot = 84 * min(1.15, self.text_scale)
        foot = 1040 - high_foot
        area, gap = Rect(96, 176, 1728, foot - 40 - 176), 28.0
        wide = (area.w - gap * (_COLUMNS - 1)) / _COLUMNS
        high = (area.h - gap * (_ROWS - 1)) / _ROWS
        own = self.profile.picture if self.profile is not None else ""
        pictures: list[Widget] = [
            Picture(
                name,
                Rect(area.x + at % _COLUMNS * (wide + gap), area.y + at // _COLUMNS * (high + gap),
                     wide, high),
                partial(self.choose, name),
                on=name == own,
            )
            for at, name in enumerate(emblems.NAMES)
        ]  # fmt: skip
        back = Button(
            self.say("Back"), (96, foot, 340 * min(1.3, self.text_scale), high_foot), self.back
        )
        first = emblems.NAMES.index(own) if own in emblems.NAMES else 0
        return (*pictures, back), pictures[first]

    def choose(self, name: str) -> None:
        """Take a picture, and ask for the nickname."""
        self.shared.stack.replace(NicknameScreen(self.game, name, self.profile))


class NicknameScreen(_Base):
    """A line to write in, with keys on the screen for those who have none."""

    name = "nickname"

    def __init__(self, game: Game, picture: str, profile: Profile | None = None) -> None:
        super().__init__(game, profile)
        self.picture = picture
        self.written = profile.nickname if profile is not None else ""
        self.field: TextField | None = None

    def heading(self) -> str:
        return self.say("Your nickname")

    @property
    def by_hand(self) -> bool:
        """Whether there are no letters to type with, so that keys stand on the screen."""
        return self.game.by_hand or self.shared.device != "keyboard"

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 112 * min(1.25, self.text_scale)
        field = Rect(300, 196, 880, high)
        self.field = TextField(
            field,
            self.written,
            placeholder=self.say("Nickname"),
            limit=LONGEST,
            on_enter=self.keep,
            on_change=self._note,
        )
        keep = Button(self.say("Ready"), (1212, 196, 300, high), self.keep, "primary")
        back = Button(self.say("Back"), (1540, 196, 284, high), self.back)
        widgets: list[Widget] = [self.field, keep, back]
        top = 196 + high + 110 * min(1.3, self.text_scale)
        area = Rect(96, top, 1728, 1040 - top)
        if self.by_hand:
            language = self.shared.catalogue.info().get("language", "en")
            widgets += keyboard(letters(language), area, self._press_key)
        else:
            wide = 420 * min(1.6, self.text_scale)
            show = Rect(300, top, wide, 88 * min(1.2, self.text_scale))
            widgets.append(Button(self.say("Show a keyboard"), show, self._show_keys, "quiet"))
        return widgets, self.field

    def shortcuts(self) -> Shortcuts:
        keys = super().shortcuts()
        if self.written and self.shared.device == "gamepad":
            keys["escape"] = partial(self._press_key, BACK)
        return keys

    def told(self) -> dict[str, object]:
        return {"written": self.written, "picture": self.picture}

    def handle(self, event: Event) -> None:
        super().handle(event)
        used = self.group.focused
        if isinstance(event, Pointer) and isinstance(used, KeyButton) and self.field is not None:
            self.group.focus(self.field)

    def keep(self) -> None:
        """Add the learner, or rename; an empty name is asked for again."""
        nickname = " ".join(self.written.split())
        if not nickname:
            self.shared.notice.show(self.say("Write a nickname first."))
            return
        logbook = self.game.logbook
        taken = [one for one in logbook.profiles if one is not self.profile]
        if any(one.nickname.casefold() == nickname.casefold() for one in taken):
            self.shared.notice.show(self.say("Somebody here has this nickname. Choose another."))
            return
        if self.profile is None:
            logbook.add(nickname, self.picture)
            self._home()
        else:
            logbook.rename(self.profile, nickname, self.picture)
            self.back()

    def paint(self, canvas: Canvas) -> None:
        super().paint(canvas)
        assert self.field is not None
        y = self.field.rect.centre[1]
        emblems.draw(canvas, self.picture, (190, y), 92)
        told = self.say("Not your whole name: one that only you and your friends know.")
        scale = self.text_scale
        style = TypeStyle(30 * min(1.3, scale) / scale, 500)
        at = (300, self.field.rect.bottom + 48 * min(1.3, scale))
        canvas.text(told, at, style, canvas.theme.colour("ink_dim"), "midleft", fit=1520)

    def _home(self) -> None:
        """Away from here and from the choice of learners, to what lies under both."""
        from game.screens.profiles import ProfilesScreen

        stack = self.shared.stack
        stack.pop()
        if isinstance(stack.top, ProfilesScreen):
            stack.pop()

    def _press_key(self, letter: str) -> None:
        text = self.written[:-1] if letter == BACK else self.written + letter
        if self.field is not None:
            # A name begins with a large letter, and the keys on the screen have none.
            self.field.set_text(text[:1].upper() + text[1:])
            self.written = self.field.text
            self.redraw()

    def _show_keys(self) -> None:
        self.game.by_hand = True
        self.renew()

    def _note(self, text: str) -> None:
        self.written = text
