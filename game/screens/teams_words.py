"""What the teams are called: the stations of one mission."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.scene import Catalogue


def team_name(seat: str, catalogue: Catalogue) -> str:
    """The station of a team, as it shows."""
    _ = catalogue.gettext
    names = {
        "propulsion": _("Propulsion"),
        "guidance": _("Guidance"),
        "communications": _("Communications"),
        "recovery": _("Recovery"),
        "power": _("Power"),
        "weather": _("Weather"),
    }
    return names.get(seat, seat)


def listed(seats: Sequence[str], catalogue: Catalogue) -> str:
    """The names of several teams, one after the other."""
    return ", ".join(team_name(seat, catalogue) for seat in seats)
