"""What the teams are called: the stations of one mission."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.words import team_name as team_name
from game.ui.scene import Catalogue


def listed(seats: Sequence[str], catalogue: Catalogue) -> str:
    """The names of several teams, one after the other."""
    return ", ".join(team_name(seat, catalogue) for seat in seats)
