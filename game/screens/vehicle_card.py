"""All that is known of a vehicle: each figure with where it comes from and how sure it is."""

from __future__ import annotations

from game.flight.vehicle import Figure, Payload, Stage, Sure, Vehicle
from game.screens import words
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.paged import PagedCardScreen
from game.screens.screen import Shortcuts

_KG_A_TONNE = 1000.0
_N_A_KN = 1000.0


class VehicleCardScreen(PagedCardScreen):
    """A card over the hangar."""

    name = "vehicle"
    wide = 1560.0
    high = 900.0

    def __init__(self, game: Game, vehicle: Vehicle) -> None:
        super().__init__(
            game, lambda: words.of_vehicle(vehicle, vehicle.name, game.shared.catalogue)
        )
        self.vehicle = vehicle

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.close}

    def told(self) -> dict[str, object]:
        return {"vehicle": self.vehicle.id, "page": [self.at + 1, self.pages]}

    def blocks(self) -> list[Block]:
        vehicle = self.vehicle
        blocks: list[Block] = []
        if vehicle.values == "design":
            blocks.append(Block(self.say("Design values, not those of a flight"), colour="amber"))
        blocks += self._row(self.say("Height: {figure} m"), vehicle.height_m, digits=1) + self._row(
            self.say("Mass at lift-off: {figure} t"), vehicle.liftoff_mass_kg, _KG_A_TONNE
        )
        for number, stage in enumerate(vehicle.stages, 1):
            blocks += self._stage(number, stage)
        for payload in vehicle.payloads:
            blocks += self._payload(payload)
        for limit in vehicle.limits:
            blocks.append(Block(self._said(limit), "hint", before=18))
        blocks.append(Block(self.say("Sources"), "body_bold", "fuel", before=24))
        for source in vehicle.sources:
            blocks.append(Block(source.title, "hint", before=8))
            if source.url:
                blocks.append(Block(source.url, "hint", "ink_dim"))
        return blocks

    def _stage(self, number: int, stage: Stage) -> list[Block]:
        name = self.say("Stage {number}: {name}").format(number=number, name=self._said(stage.name))
        if stage.count > 1:
            name = self.say("{name}, {count} alike").format(name=name, count=stage.count)
        burns = stage.propellants
        line = self.say("Engine {engine}; it burns {fuel} with {oxidiser}").format(
            engine=self._said(stage.engine),
            fuel=self._said(burns.fuel),
            oxidiser=self._said(burns.oxidiser),
        )
        return [
            Block(name, "body_bold", "fuel", before=24),
            Block(line),
            *self._row(self.say("Propellants: {figure} t"), stage.propellant_kg, _KG_A_TONNE, 1),
            *self._row(self.say("Empty mass: {figure} t"), stage.dry_kg, _KG_A_TONNE, 2),
            *self._row(self.say("Thrust in vacuum: {figure} kN"), stage.thrust_vac_n, _N_A_KN),
        ]

    def _payload(self, payload: Payload) -> list[Block]:
        known = self.say("It carried:") if payload.flown else self.say("It is to carry:")
        line = self._said(payload.orbit)
        if payload.date:
            line = f"{words.day(payload.date, self.shared.catalogue)}: {line}"
        digits = 0 if payload.mass_kg.value >= 1000 else 1
        return [
            Block(f"{known} {self._said(payload.name)}", "body_bold", "fuel", before=24),
            Block(line),
            *self._row(self.say("Mass: {figure} kg"), payload.mass_kg, digits=digits),
        ]

    def _row(self, text: str, figure: Figure, unit: float = 1.0, digits: int = 0) -> list[Block]:
        """A figure, and under it where it comes from and how sure it is."""
        number = words.amount(figure.value / unit, digits, self.shared.catalogue)
        return [
            Block(text.format(figure=number), before=12),
            Block(self._origin(figure), "hint", "ink_dim"),
        ]

    def _origin(self, figure: Figure) -> str:
        sure: dict[Sure, str] = {
            "agreed": self.say("several sources agree: {sources}"),
            "one": self.say("one source: {sources}"),
            "derived": self.say("reckoned from: {sources}"),
            "estimate": self.say("an estimate"),
        }
        titles = {source.id: source.title for source in self.vehicle.sources}
        line = sure[figure.sure].format(sources="; ".join(titles[one] for one in figure.sources))
        return f"{line}; {figure.note}" if figure.note else line

    def _said(self, text: str) -> str:
        return words.of_vehicle(self.vehicle, text, self.shared.catalogue)
