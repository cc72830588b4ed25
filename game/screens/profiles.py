"""Who studies: learners by picture and nickname, on this machine alone, without passwords."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.screens.button_row import shared_out
from game.screens.card import CardScreen
from game.screens.confirm import ConfirmScreen
from game.screens.game import Game
from game.screens.pick import draw_ground
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.sky_chart import shortened
from game.ui.art import emblems
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Button, ButtonKind, Widget

if TYPE_CHECKING:
    from game.records.record import Profile

ASK_S = 0.05
_COLUMNS = {1: (4, 3), 2: (2, 2)}
_AREA = Rect(96, 208, 1728, 700)


class Face(Widget):
    """A learner's plate: the picture, and the nickname beside it."""

    def __init__(
        self, nickname: str, picture: str, rect: Rect, on_press: Callable[[], None], *, on: bool
    ) -> None:
        super().__init__(rect, on_press)
        self.text = nickname
        self.picture = picture
        self.on = on

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_ground(canvas, self, on=self.on)
        canvas.box(self.rect, theme.colour("fuel" if self.on else "ornament"), width=3)
        radius = min(64.0, self.rect.h * 0.36)
        centre = (self.rect.x + 28 + radius, self.rect.centre[1])
        emblems.draw(canvas, self.picture, centre, radius)
        left = centre[0] + radius + 24
        room = self.rect.right - 20 - left
        scale = canvas.text_scale
        style = TypeStyle(40 * min(1.5, scale) / scale, 700, min_size=28 / scale)
        text = shortened(canvas, self.text, style, room)
        canvas.text(text, (left, self.rect.centre[1]), style, theme.colour("ink"), "midleft")


class ProfilesScreen(Screen):
    """The learners of this machine. One press chooses; `changes` a press opens what can be done
    with a learner."""

    name = "profiles"

    def __init__(self, game: Game, *, changes: bool = False) -> None:
        super().__init__(game)
        self.changes = changes
        self.at = 0
        self._shown: object = None

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S if self.game.logbook.busy else None

    @property
    def on_page(self) -> int:
        """How many plates a page has room for."""
        columns, rows = self._grid
        return columns * rows

    @property
    def pages(self) -> int:
        """How many pages the learners fill."""
        return max(1, -(-len(self.game.logbook.profiles) // self.on_page))

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        logbook = self.game.logbook
        self._shown = logbook.profiles
        self.at = min(self.at, self.pages - 1)
        shown = logbook.profiles[self.at * self.on_page : (self.at + 1) * self.on_page]
        chosen = logbook.profile.id if logbook.profile is not None else ""
        faces: list[Widget] = [
            Face(one.nickname, one.picture, place, partial(self._press, one), on=one.id == chosen)
            for one, place in zip(shown, self._places(), strict=False)
        ]
        actions = self._actions()
        high = 84 * min(1.1, self.text_scale)
        area = Rect(96, 1044 - high, 1728, high)
        places, style = shared_out(
            [words for words, _ in actions], area, self.shared.theme, self.text_scale
        )
        alone = not faces
        buttons: list[Widget] = []
        for at, ((words, action), place) in enumerate(zip(actions, places, strict=True)):
            kind: ButtonKind = "primary" if alone and at == 0 else "secondary"
            buttons.append(Button(words, place, action, kind, style=style))
        widgets = [*faces, *buttons]
        own = next((w for w in faces if isinstance(w, Face) and w.on), None)
        return widgets, own or widgets[0]

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "page_down": partial(self._turn, 1),
            "page_up": partial(self._turn, -1),
        }

    def told(self) -> dict[str, object]:
        logbook = self.game.logbook
        return {
            "learners": [one.nickname for one in logbook.profiles],
            "changes": self.changes,
            "ready": not logbook.busy,
        }

    def update(self, dt: float) -> None:
        super().update(dt)
        logbook = self.game.logbook
        if self._shown is not logbook.profiles:
            self.renew()
        if logbook.gone:
            nickname, logbook.gone = logbook.gone, ""
            said = self.say("Deleted: {nickname}, every answer, and the copies in the backups.")
            self.shared.notice.show(said.format(nickname=nickname))
            self.redraw()
        if logbook.trouble:
            logbook.trouble = ""
            self.shared.notice.show(self.say("That could not be written to the disk."))
            self.redraw()

    def guest(self) -> None:
        """Study without a name."""
        self.game.logbook.choose(None)
        self.back()

    def new(self) -> None:
        """Add a learner."""
        from game.screens.new_profile import PictureScreen

        self.shared.stack.push(PictureScreen(self.game))

    def change(self) -> None:
        """From now on a press opens what can be done with a learner, or chooses again."""
        self.changes = not self.changes
        self.renew()

    def back(self) -> None:
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme, scale = canvas.theme, self.text_scale
        if canvas.shows:
            draw_backdrop(canvas, "rollout", None, horizon=1300)
        heading = self.say("Whom to change?") if self.changes else self.say("Who is studying?")
        style = TypeStyle(88 * min(1.0, 1.25 / scale), 700, min_size=56 / scale)
        canvas.text(heading, (96, 118), style, theme.colour("ink"), "baseleft", fit=1728)
        told = self.say("Names stay on this computer. There is no account and no password.")
        note = TypeStyle(30 * min(1.2, scale) / scale, 500)
        canvas.text(told, (100, 170), note, theme.colour("ink_dim"), "baseleft", fit=1720)
        if not self.game.logbook.profiles:
            self._nobody(canvas)

    def _nobody(self, canvas: Canvas) -> None:
        """What to do where nobody has a name yet: a few pictures to choose from wave already."""
        theme = canvas.theme
        names = emblems.NAMES[:6]
        for at, name in enumerate(names):
            emblems.draw(canvas, name, (960 + (at - 2.5) * 220, 430), 84)
        text = self.say(
            "Choose a picture and a nickname, and the game remembers for you what to ask again."
        )
        area = Rect(300, 580, 1320, 240)
        ink = theme.colour("ink")
        canvas.paragraph(text, area, "body", ink, "centre", "top")

    def _actions(self) -> list[tuple[str, Callable[[], None]]]:
        actions = [(self.say("New learner"), self.new)]
        if self.game.logbook.profiles:
            words = self.say("Choose a learner") if self.changes else self.say("Change a learner")
            actions.append((words, self.change))
        if not self.changes:
            actions.append((self.say("As a guest"), self.guest))
        if self.pages > 1:
            actions.append((self.say("More"), partial(self._turn, 1)))
        actions.append((self.say("Back"), self.back))
        return actions

    def _press(self, profile: Profile) -> None:
        if self.changes:
            self.shared.stack.push(LearnerScreen(self.game, profile))
            return
        self.game.logbook.choose(profile)
        self.back()

    def _turn(self, by: int) -> None:
        self.at = (self.at + by) % self.pages
        self.shared.sounds.play("page", 0.5)
        self.group.focus(None)
        self.renew()

    @property
    def _grid(self) -> tuple[int, int]:
        return (4, 3) if self.text_scale < 1.2 else (3, 3) if self.text_scale < 1.6 else (2, 3)

    def _places(self) -> list[Rect]:
        columns, rows = self._grid
        gap = 32.0
        wide = (_AREA.w - gap * (columns - 1)) / columns
        high = (_AREA.h - gap * (rows - 1)) / rows
        return [
            Rect(_AREA.x + (at % columns) * (wide + gap), _AREA.y + (at // columns) * (high + gap),
                 wide, high)
            for at in range(columns * rows)
        ]  # fmt: skip


class LearnerScreen(CardScreen):
    """What can be done with a learner: another name or picture, or all of it deleted."""

    name = "learner"
    high = 560.0

    def __init__(self, game: Game, profile: Profile) -> None:
        super().__init__(game, profile.nickname)
        self.profile = profile

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        first, second, third = self.foot(3)
        change = Button(self.say("Rename"), first, self.rename, "primary")
        delete = Button(self.say("Delete"), second, self.ask)
        back = Button(self.say("Back"), third, self.close, "quiet")
        return (change, delete, back), change

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        radius = min(110.0, area.h * 0.46)
        emblems.draw(canvas, self.profile.picture, (area.x + radius, area.centre[1]), radius)
        left = area.x + 2 * radius + 48
        room = Rect(left, area.y, area.right - left, area.h)
        text = self.say("Here since {day}.").format(day=self._since())
        canvas.paragraph(text, room, "body", canvas.theme.colour("ink"), valign="middle")

    def rename(self) -> None:
        """Another nickname, and another picture if wanted."""
        from game.screens.new_profile import PictureScreen

        self.close()
        self.shared.stack.push(PictureScreen(self.game, self.profile))

    def ask(self) -> None:
        """Ask once more before all of a learner is deleted."""
        text = self.say(
            "All answers of {nickname} will be deleted from this computer, its backups included. "
            "This cannot be undone."
        )
        self.shared.stack.push(
            ConfirmScreen(
                self.game,
                self.say("Delete {nickname}?").format(nickname=self.profile.nickname),
                text.format(nickname=self.profile.nickname),
                self.say("Delete"),
                self._delete,
            )
        )

    def _delete(self) -> None:
        self.game.logbook.delete(self.profile)
        left = self.game.left_over
        if left is not None and left.profile == self.profile.id:
            # A round of theirs that was left in the middle has answers of theirs in it.
            self.game.keeper.forget()
            self.game.left_over = None
        self.close()

    def _since(self) -> str:
        from game.screens import words

        return words.day(self.profile.created_day.isoformat(), self.shared.catalogue)
