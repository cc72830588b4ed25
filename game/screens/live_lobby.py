"""The doors of a live class: address, PIN and QR code for the last row, and names as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.rounds.crew import STATIONS
from game.screens.game import Game
from game.screens.live import LiveScreen
from game.screens.live_card import LiveConfirm
from game.screens.live_names import Name, draw_names
from game.screens.live_network import NetworkScreen, network_name
from game.screens.scenery import draw_backdrop
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.art.stations import draw_station
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.theme import Colour, Theme, TypeStyle
from game.ui.widgets import Button, Hint, KeyHints, Widget

CODE = Rect(1312, 84, 512, 512)
QUIET = 4
"""Modules of white round a QR code (ISO/IEC 18004)."""


def lobby_address(url: str) -> str:
    """What is typed into a browser: an address without what every browser adds."""
    return url.removeprefix("http://").rstrip("/")


def door(url: str, pin: str) -> str:
    """The link in the QR code: the page with the PIN typed in already."""
    return f"{url.rstrip('/')}/#{pin}"


class LobbyScreen(LiveScreen):
    """Waits for learners. Enter begins once somebody is there."""

    name = "live-lobby"
    guards = True

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self._known = 0

    def changed(self) -> None:
        if len(self.live.people) > self._known:
            self.shared.sounds.play("focus", 0.6)
        self._known = len(self.live.people)
        super().changed()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        high = 96 * min(1.2, self.text_scale)
        wide = min(560.0, 420 * self.text_scale)
        begin = Button(self.say("Begin"), (96, 1044 - high, wide, high), self.forward, "primary",
                       sign="play")  # fmt: skip
        begin.enabled = self.live.here > 0
        row = [
            Hint(self.say("Space"), self.say("Rules of this class"), self.pause, self.say("Rules")),
            Hint("L", self.say("Learners"), self.people),
            Hint("N", self.say("Network"), self.network),
            Hint("Esc", self.say("Close the class"), self.leave_class, self.say("Close")),
        ]
        left = 96 + wide + 48
        hints = KeyHints(row, Rect(left, 1044 - high, 1824 - left, high))
        return (begin, hints), begin

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "escape": self.leave_class, "n": self.network}

    def forward(self) -> None:
        if self.live.here:
            self.hosting.host.order("start")
        else:
            self.shared.notice.show(self.say("Nobody has joined yet."))

    def pause(self) -> None:
        if self.live.opened is None:
            # The rules of a class that is taken up are not known yet.
            self.shared.notice.show(self.say("Opening the doors"))
        else:
            super().pause()

    def network(self) -> None:
        """Choose the network that the doors are in."""
        if self.live.opened is None:
            self.shared.notice.show(self.say("Opening the doors"))
        else:
            self.shared.stack.push(NetworkScreen(self.game))

    @property
    def alone(self) -> str:
        """What is wrong where no phone can come: the computer is not in the network."""
        if self.live.networks is None or self.live.network is not None:
            return ""
        if not self.live.networks:
            said = self.say("This computer is in no network. Join one, then press {key}.")
        else:
            said = self.say("This computer has left that network. {key} chooses another one.")
        return said.format(key=self.cap("N"))

    def leave_class(self) -> None:
        """Close the doors again, after a question."""
        from game.screens import live_flow

        self.shared.stack.push(
            LiveConfirm(
                self.game,
                lambda: self.say("Close the class?"),
                lambda: self.say("All who have joined will be sent away."),
                lambda: self.say("Close the class"),
                lambda: live_flow.close(self.game),
            )
        )

    def told(self) -> dict[str, object]:
        opened = self.live.opened
        return {
            "url": opened.url if opened else "",
            "pin": opened.pin if opened else "",
            "people": [person.name for person in self.live.people],
        }

    def spoken(self) -> Iterable[str]:
        opened = self.live.opened
        if opened is None:
            return (self.say("Opening the doors"),)
        say = self.say("Live class. Open {address} and type the PIN {pin}. {count} have joined.")
        pin = " ".join(opened.pin)
        address = lobby_address(opened.url)
        return (say.format(address=address, pin=pin, count=len(self.live.people)),)

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=900)
        opened = self.live.opened
        ink, dim = theme.colour("ink"), theme.colour("ink_dim")
        head = TypeStyle(76 / canvas.text_scale, 700)
        canvas.text(self.say("Live class"), (96, 140), head, ink, "baseleft", fit=700)
        if opened is None:
            canvas.text(self.say("Opening the doors"), (96, 240), "body", dim, "baseleft")
            return
        step = TypeStyle(36 * min(1.25, canvas.text_scale) / canvas.text_scale, 500)
        canvas.text(self._way(), (96, 218), step, self._way_ink(theme), "baseleft", fit=1180)
        large = TypeStyle(88 / canvas.text_scale, 700)
        address = lobby_address(opened.url)
        canvas.text(address, (92, 312), large, theme.colour("sand"), "baseleft", fit=1170)
        canvas.text(self.say("and type"), (96, 384), step, dim, "baseleft", fit=1200)
        huge = TypeStyle(188 / canvas.text_scale, 800, 4)
        pin = f"{opened.pin[:3]} {opened.pin[3:]}"
        canvas.text(pin, (88, 546), huge, theme.colour("fuel"), "baseleft", fit=1170)
        link = door(opened.url, opened.pin)
        self.draw_still(canvas, "code", lambda canvas: draw_code(canvas, link, CODE))
        self._names(canvas)

    def _way(self) -> str:
        """Where the phones must be, or why none can come."""
        network = self.live.network
        several = len(self.live.networks or ()) > 1
        name = ""
        if network is not None and (several or network.sort):
            name = network_name(network, self.shared.catalogue)
        if self.alone or not name:
            return self.alone or self.say("On the phone, in the same network, open")
        said = self.say("On the phone, in the same network ({network}), open")
        return said.format(network=name)

    def _way_ink(self, theme: Theme) -> Colour:
        return theme.colour("amber" if self.alone else "ink_dim")

    def _teams(self, canvas: Canvas, left: float, y: float) -> None:
        """Which sign is which team, as far as there is room."""
        style = TypeStyle(32 * min(1.3, canvas.text_scale) / canvas.text_scale, 600)
        teams = dict.fromkeys(person.team for person in self.live.people)
        for team in (one for one in STATIONS if one in teams):
            name = team_name(team, self.shared.catalogue)
            wide = canvas.text_width(name, style) + 56
            if left + wide > 1824:
                return
            draw_station(canvas, team, (left + 20, y - 14), 40)
            ink = canvas.theme.colour("ink_dim")
            canvas.text(name, (left + 52, y), style, ink, "baseleft")
            left += wide + 36

    def _names(self, canvas: Canvas) -> None:
        """Who is there: the newest first, so that all see themselves come."""
        theme = canvas.theme
        people = self.live.people
        top = 626.0
        if not people:
            words = self.say("The first names will stand here.")
            canvas.text(words, (96, top), "body", theme.colour("ink_dim"), "baseleft", fit=1700)
            return
        counted = self.shared.catalogue.ngettext(
            "{count} learner", "{count} learners", len(people)
        ).format(count=len(people))
        if self.live.settings.get("locked"):
            counted += ". " + self.say("The doors are locked.")
        style = TypeStyle(44 * min(1.2, canvas.text_scale) / canvas.text_scale, 700)
        left = canvas.text(
            counted, (96, top), style, theme.colour("ink"), "baseleft", fit=900
        ).right
        self._teams(canvas, left + 64, top)
        names = [Name(one.name, one.team, one.here) for one in reversed(people)]
        foot = self.group.widgets[0].rect.y - 20
        area = Rect(96, top + 22, 1728, foot - top - 22)
        draw_names(canvas, names, area, self._more)

    def _more(self, count: int) -> str:
        return self.say("and {count} more").format(count=count)


def draw_code(canvas: Canvas, link: str, area: Rect) -> None:
    """A QR code, dark on white in every theme, since not every phone reads it otherwise."""
    import segno

    matrix = segno.make(link, error="m", boost_error=False).matrix
    count = len(matrix) + 2 * QUIET
    side = area.w / count
    canvas.box(area, (255, 255, 255), 16)
    for y, row in enumerate(matrix):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                left, top = area.x + (start + QUIET) * side, area.y + (y + QUIET) * side
                canvas.polygon(
                    [
                        (left, top),
                        (left + (x - start) * side, top),
                        (left + (x - start) * side, top + side),
                        (left, top + side),
                    ],
                    (0, 0, 0),
                )
                start = None
