"""What a command says while it works, to who gave it."""

from __future__ import annotations

import sys

from game.languages import spoken


def tell(text: str) -> None:
    """A line on the standard error, in the language of the system."""
    print(spoken(text), file=sys.stderr)
