"""How much of anything one sender may have. Pure: the time comes in."""

from __future__ import annotations

from collections import OrderedDict, deque


class Bucket:
    """Messages of one connection: a burst at once, and some more each second after that."""

    __slots__ = ("_at", "_left")

    BURST = 20.0
    A_SECOND = 5.0
    BEYOND = 40.0
    """So many more than that are answered "busy"; then it is a flood."""

    def __init__(self, now: float) -> None:
        self._left = self.BURST
        self._at = now

    def takes(self, now: float) -> bool:
        """Whether one more message is listened to."""
        self._left = min(self.BURST, self._left + (now - self._at) * self.A_SECOND) - 1
        self._at = now
        return self._left >= 0

    @property
    def flooded(self) -> bool:
        """Whether its sender does not listen to "busy"."""
        return self._left < -self.BEYOND


class Visits(Bucket):
    """Connections and page loads of one address, which may be a whole class that comes at once."""

    __slots__ = ()

    BURST = 12_000.0
    A_SECOND = 100.0


class Guesses:
    """Wrong PINs and tokens, so that guessing is hopeless and mistyping is not.

    One address may be a whole class, so it has as many as a class mistypes. Once it has spent
    them, or all addresses together theirs, those that have guessed wrong wait for their window to
    pass; who has not is listened to. Of a million PINs that lets one address try 1,800 an hour.
    """

    OF_ADDRESS = 30
    OF_ALL = 120
    WINDOW_S = 60.0
    ADDRESSES = 10_000
    """So many addresses are remembered, the last ones that were wrong."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque()

    def may(self, address: str, now: float) -> bool:
        """Whether somebody at that address may guess now."""
        own = self._wrong.get(address)
        if own is None:
            return True
        self._pass(own, now)
        self._pass(self._all, now)
        if not own:
            del self._wrong[address]
            return True
        return len(own) < self.OF_ADDRESS and len(self._all) < self.OF_ALL

    def wrong(self, address: str, now: float) -> None:
        """Somebody at that address has guessed wrong."""
        own = self._wrong.setdefault(address, deque())
        own.append(now)
        self._pass(own, now)
        self._wrong.move_to_end(address)
        self._all.append(now)
        self._pass(self._all, now)
        while len(self._wrong) > self.ADDRESSES:
            self._wrong.popitem(last=False)

    def _pass(self, times: deque[float], now: float) -> None:
        while times and now - times[0] > self.WINDOW_S:
            times.popleft()
