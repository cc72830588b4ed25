"""Time as the game knows it: only `tick` moves it, so that a test passes its own."""

from __future__ import annotations


class Clock:
    """Seconds since the game began; stands still while nobody ticks."""

    def __init__(self) -> None:
        self.now = 0.0

    def tick(self, dt: float) -> None:
        self.now += max(0.0, dt)


def ease_out(share: float) -> float:
    """How far a movement has come when `share` (0 to 1) of its time is over: quick, then calm."""
    left = 1 - min(1.0, max(0.0, share))
    return 1 - left * left * left


class Motion:
    """A movement from 0 to 1 that takes `seconds`; with 0 seconds it is over at once."""

    def __init__(self, seconds: float, delay: float = 0.0) -> None:
        self._seconds = seconds
        self._passed = -delay

    def tick(self, dt: float) -> None:
        self._passed += dt

    @property
    def share(self) -> float:
        """How much of the time is over, 0 to 1."""
        if self._seconds <= 0:
            return 1.0 if self._passed >= 0 else 0.0
        return min(1.0, max(0.0, self._passed / self._seconds))

    @property
    def value(self) -> float:
        """How far it has come, eased."""
        return ease_out(self.share)

    @property
    def over(self) -> bool:
        return self.share >= 1
