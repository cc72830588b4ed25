"""Which backups stay: all of two days, then one of each day, week and month for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9


def staying(backups: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those of the moments whose backups are to stay. Those after now, by a wrong clock, all do."""
    found = sorted(backups, reverse=True)
    kept = {at for at in found if now - at < ALL_FOR}
    left = [at for at in found if at not in kept]
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    before = min(kept, default=None)
    for most, span in spans:
        count = 0
        while left and count < most:
            at = left.pop(0)
            if before is None or span(at) != span(before):
                kept.add(at)
                before = at
                count += 1
    return frozenset(kept)
