"""What of a vehicle is still there while it flies: its stages, what they hold, how they push."""

from __future__ import annotations

from game.flight.air import SEA_LEVEL_PA
from game.flight.forces import Engines
from game.flight.motion import G0
from game.flight.track import Burn
from game.flight.vehicle import Part, Payload, Stage, Vehicle


class Block:
    """A stage while it flies, all of its blocks together: kg, N, m2 and kg/s.

    `left` is its propellant, `share` its throttle; `alone` says that the main engine is off and the
    verniers go on.
    """

    __slots__ = (
        *("stage", "number", "dry", "left", "thrust", "area", "flow"),
        *("burns", "burning", "gone", "share", "alone"),
    )

    def __init__(self, stage: Stage, number: int) -> None:
        count = stage.count
        vacuum = stage.thrust_vac_n.value
        ground = stage.thrust_sl_n.value if stage.thrust_sl_n is not None else vacuum
        kept = stage.keeps_kg.value if stage.keeps_kg is not None else 0.0
        self.stage = stage
        self.number = number
        self.dry = (stage.dry_kg.value + kept) * count
        self.left = stage.propellant_kg.value * count
        self.thrust = vacuum * count
        self.area = (vacuum - ground) / SEA_LEVEL_PA * count
        self.flow = vacuum / (stage.isp_vac_s.value * G0) * count
        self.burns: list[Burn] = []
        self.burning = False
        self.gone = False
        self.share = 1.0
        self.alone = False

    def dry_in(self) -> float:
        """Seconds until it runs dry as it burns now."""
        return self.left / (self.share * self.flow)


class Stack:
    """The stages, parts and payload that have not left, with their mass and their engines."""

    def __init__(self, vehicle: Vehicle, payload: Payload) -> None:
        self.blocks = [Block(stage, number) for number, stage in enumerate(vehicle.stages)]
        self.parts = list(vehicle.parts)
        self._payload_kg = payload.mass_kg.value
        self.mass = 0.0
        self.engines = Engines(0.0, 0.0, 0.0)
        self.burning: list[Block] = []
        on_pad = _pad_seconds(vehicle)
        for block in self.blocks:
            if block.stage.lights == "pad":
                block.left -= block.flow * on_pad
        self._weigh()

    def light(self, block: Block, t: float) -> None:
        """Its engines push."""
        block.burning = True
        self._switched(block, t)

    def cut(self, block: Block, t: float) -> None:
        """Its engines stop."""
        block.burning = False
        self._switched(block, t)

    def throttle(self, block: Block, t: float, share: float) -> None:
        """Its engines push with a share of their full thrust."""
        block.share = share
        self._switched(block, t)

    def main_off(self, block: Block, t: float) -> None:
        """Its verniers push alone."""
        verniers = block.stage.verniers
        assert verniers is not None
        block.alone = True
        block.share = 1.0
        block.area = 0.0
        block.thrust = verniers.thrust_vac_n.value * block.stage.count
        block.flow = block.thrust / (verniers.isp_vac_s.value * G0)
        self._switched(block, t)

    def leave(self, block: Block) -> None:
        """It is dropped."""
        block.gone = True
        self._weigh()

    def drop(self, part: Part) -> None:
        """That part leaves."""
        self.parts.remove(part)
        self._weigh()

    def burn(self, dt: float) -> None:
        """Take off what burns in that time (s)."""
        for block in self.burning:
            block.left -= block.share * block.flow * dt
        self.mass -= self.engines.flow * dt

    def widest_m(self) -> float:
        """The largest diameter of what is left."""
        return max((b.stage.diameter_m.value for b in self.blocks if not b.gone), default=0.0)

    def _switched(self, block: Block, t: float) -> None:
        share = block.share if block.burning else 0.0
        full = block.stage.thrust_vac_n.value * block.stage.count
        block.burns.append(Burn(t, block.left, share * block.flow, share * block.thrust / full))
        self.burning = burning = [block for block in self.blocks if block.burning]
        self.engines = Engines(
            sum(block.share * block.thrust for block in burning),
            sum(block.share * block.area for block in burning),
            sum(block.share * block.flow for block in burning),
        )
        self._weigh()

    def _weigh(self) -> None:
        stages = sum(block.dry + block.left for block in self.blocks if not block.gone)
        self.mass = stages + sum(part.mass_kg.value for part in self.parts) + self._payload_kg


def _pad_seconds(vehicle: Vehicle) -> float:
    """How many seconds of full flow are burned before lift-off."""
    levels = vehicle.pad_thrust
    ends = (*(level.t_s for level in levels[1:]), 0.0)
    return sum(level.share * (end - level.t_s) for level, end in zip(levels, ends, strict=True))
