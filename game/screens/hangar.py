"""The hangar: every vehicle to one scale, what is known of each, and its launch once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.flight.vehicle import Vehicle
from game.play.earned import EACH, earned, facts_to_next
from game.play.mission import VEHICLE, vehicles
from game.screens import words
from game.screens.blocks import Block, draw_blocks, share_that_fits
from game.screens.film import FilmScreen
from game.screens.flown import standing
from game.screens.game import Game
from game.screens.reel import Reel
from game.screens.scenery import draw_hangar_so_far
from game.screens.screen import Screen, Shortcuts
from game.screens.vehicle_card import VehicleCardScreen
from game.ui.art.hangar import FLOOR, Bays
from game.ui.canvas import Canvas
from game.ui.events import Event, Pointer
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.widgets import Hint, KeyHints, Widget

_SUMMARY = Rect(96, 190, 590, 184)


class Plate(Widget):
    """A vehicle's name under it."""

    def __init__(self, text: str, rect: Rect, on_press: Callable[[], None]) -> None:
        super().__init__(rect, on_press)
        self.text = text
        self.radius = rect.h / 2

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        if self.focused:
            canvas.box(self.rect, theme.colour("fuel"), self.radius)
        elif self.hovered:
            canvas.box(self.rect, theme.colour("quiet"), self.radius)
        style = TypeStyle(32 * min(1.3, canvas.text_scale) / canvas.text_scale, 600)
        ink = theme.colour("ink_dark" if self.focused else "ink")
        canvas.text(self.text, self.rect.centre, style, ink, "centre", fit=self.rect.w - 32)


class HangarScreen(Screen):
    """All vehicles in a row. Nothing is locked: each can be looked at and flown.

    A player with a name sees at first those that their facts have brought; a key shows `all`. The
    `first` to be looked at is the one of that id, if it is there.
    """

    name = "hangar"

    def __init__(self, game: Game, *, all_: bool = False, first: str = VEHICLE) -> None:
        super().__init__(game)
        self.first = first
        every = vehicles()
        mature = None if all_ else game.logbook.mature
        self.mature = mature
        self.to_next = 0 if mature is None else facts_to_next(every, mature)
        self.vehicles = every if mature is None else earned(every, mature)
        self.crafts = tuple(standing(vehicle) for vehicle in self.vehicles)
        self.bays = Bays(len(self.crafts), max(craft.height_m for craft in self.crafts))

        self._whole = False
        self._size = (0, 0)
        self._reel: Reel | None = None

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return not self._whole or self._reel is not None

    @property
    def at(self) -> int:
        """Which vehicle is looked at."""
        focused = self.group.focused
        return self.group.widgets.index(focused) if focused is not None else 0

    @property
    def vehicle(self) -> Vehicle:
        """The vehicle that is looked at."""
        return self.vehicles[self.at]

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        plates: list[Widget] = []
        for at, vehicle in enumerate(self.vehicles):
            wide = self.bays.wide - 16
            place = Rect(self.bays.middle(at) - wide / 2, FLOOR + 16, wide, 58)
            plates.append(Plate(self._called(vehicle), place, self.redraw))
        high = 42 * min(1.3, self.text_scale)
        hints = KeyHints(
            (
                Hint("←→", self.say("Choose")),
                Hint(self.say("Enter"), self.say("Fly it again"), self.fly),
                Hint("S", self.say("Data and sources"), self.look),
                *([Hint("V", self.say("Show all"), self.show_all)] if self.to_next else []),
                Hint("Esc", self.say("Back"), self.back),
            ),
            Rect(96, 1044 - high / 2, 1728, high),
        )
        usual = next((at for at, one in enumerate(self.vehicles) if one.id == self.first), 0)
        return (*plates, hints), plates[usual]

    def shortcuts(self) -> Shortcuts:
        return {
            "enter": self.fly,
            "space": self.fly,
            "s": self.look,
            "escape": self.back,
            **({"v": self.show_all} if self.to_next else {}),
            "page_up": lambda: self._step(-1),
            "page_down": lambda: self._step(1),
        }

    def told(self) -> dict[str, object]:
        return {"vehicle": self.vehicle.id, "vehicles": [one.id for one in self.vehicles]}

    def handle(self, event: Event) -> None:
        # A press anywhere in a column means its vehicle, as one on the plate does.
        if isinstance(event, Pointer) and event.kind == "press" and event.position[1] < FLOOR:
            for at in range(len(self.vehicles)):
                if abs(event.position[0] - self.bays.middle(at)) < self.bays.wide / 2:
                    self._look_at(at)
        super().handle(event)

    def fly(self) -> None:
        """The whole launch of the vehicle that is looked at, as soon as it is computed."""
        if self._reel is None:
            still = self.shared.settings.motion != "full"
            self._reel = Reel(self.vehicle.id, still=still)
            self._reel.begin(self._size)
            self.redraw()

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._reel is not None and self._reel.ready:
            reel, self._reel = self._reel, None
            self.shared.stack.push(FlyAgainScreen(self.game, reel))

    def show_all(self) -> None:
        """Every vehicle there is."""
        self._reel = None
        self.shared.stack.replace(HangarScreen(self.game, all_=True, first=self.first))

    def look(self) -> None:
        """All that is known of it."""
        self.shared.stack.push(VehicleCardScreen(self.game, self.vehicle))

    def back(self) -> None:
        self._reel = None
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        self._whole = draw_hangar_so_far(canvas, self.crafts, behind=self.shared.looks_ahead)
        self._size = canvas.surface.get_size()
        theme, scale = canvas.theme, self.text_scale
        big = TypeStyle(104 / scale, 800, -3 / scale)
        small = TypeStyle(32 * min(1.4, scale) / scale, 500)
        dim = theme.colour("ink_dim")
        title = canvas.text(
            self.say("Hangar"), (92, 140), big, theme.colour("ink"), "baseleft", fit=620
        )
        canvas.text(
            self.say("All to one scale"), (title.right + 40, 140), small, dim, "baseleft", fit=420
        )
        if self.mature is not None:
            rule = self._rule(self.mature)
            canvas.text(rule, (1824, 56), small, theme.colour("sand"), "midright", fit=1080)
        for metres in self.bays.lines():
            y = self.bays.height(metres)
            canvas.text(self._metres(metres), (1824, y), small, dim, "midright", fit=88)
        self._heights(canvas)
        self._summary(canvas)

    def _heights(self, canvas: Canvas) -> None:
        theme = canvas.theme
        style = TypeStyle(36 * min(1.4, self.text_scale) / self.text_scale, 700)
        for at, vehicle in enumerate(self.vehicles):
            metres = vehicle.height_m.value
            ink = theme.colour("fuel" if at == self.at else "ink")
            place = (self.bays.middle(at), self.bays.height(metres) - 24)
            text = self._metres(round(metres, 1))
            canvas.text(text, place, style, ink, "midbase", fit=self.bays.wide - 24)

    def _summary(self, canvas: Canvas) -> None:
        """What is worth knowing of it at a glance, where the lower vehicles leave room."""
        vehicle, catalogue = self.vehicle, self.shared.catalogue
        ngettext = catalogue.ngettext
        count = len(vehicle.stages)
        stages = ngettext("{count} stage", "{count} stages", count).format(count=count)
        mass = self.say("{tonnes} t at lift-off").format(
            tonnes=words.amount(vehicle.liftoff_mass_kg.value / 1000, 0, catalogue)
        )
        carried = words.of_vehicle(vehicle, vehicle.payload.name, catalogue)
        blocks = [
            Block(words.of_vehicle(vehicle, vehicle.name, catalogue), "body_bold", "fuel"),
            Block(f"{mass}, {stages}", "hint", before=6),
            Block(carried, "hint", "sand", before=6),
        ]
        if vehicle.values == "design":
            blocks.append(Block(self.say("Design values, not those of a flight"), "hint", "amber"))
        room = (_SUMMARY.w, _SUMMARY.h)
        draw_blocks(canvas, blocks, _SUMMARY, share_that_fits(canvas, blocks, room))

    def _rule(self, mature: int) -> str:
        """What brings vehicles here, and how far the player is."""
        if not self.to_next:
            return self.say(
                "Known for three weeks or longer: {count}. Every vehicle is here."
            ).format(count=mature)
        rule = self.say(
            "Every {each} facts that you know for three weeks bring a vehicle. You have {count}."
        )
        return rule.format(each=EACH, count=mature)

    def _metres(self, metres: float) -> str:
        number = words.amount(metres, 1, self.shared.catalogue)
        return self.say("{number} m").format(number=number)

    def _called(self, vehicle: Vehicle) -> str:
        return words.of_vehicle(vehicle, vehicle.short, self.shared.catalogue)

    def _step(self, by: int) -> None:
        self._look_at((self.at + by) % len(self.vehicles))

    def _look_at(self, at: int) -> None:
        if at != self.at:
            self.group.focus(self.group.widgets[at])
            self.shared.sounds.play("focus")
            self.redraw()


class FlyAgainScreen(FilmScreen):
    """The launch of one vehicle; the hangar comes back after it."""

    name = "flight"

    def land(self) -> None:
        self.shared.stack.pop()
