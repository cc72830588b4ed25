"""How a test waits for what another thread or process does: for as long as that takes, and no
longer."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE_S = 60.0
"""How long anything may take, on a machine that does much else, before a test gives up."""


def until(
    holds: Callable[[], object], between: Callable[[], object] = lambda: None, told: object = ""
) -> None:
    """Wait until something holds. `between` is done each time it does not yet, such as a frame;
    `told` stands in the message if it never does."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, told or "it never came true"
        time.sleep(0.005)
        between()
