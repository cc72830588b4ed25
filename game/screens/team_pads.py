"""Which gamepad belongs to which team: in the order in which they were first pressed."""

from __future__ import annotations

from collections.abc import Sequence


class TeamPads:
    """The gamepads of teams, by their numbers, for as long as the game is open.

    A team has one gamepad at most. Teams that do not play keep theirs for when they do again.
    """

    def __init__(self) -> None:
        self._teams: dict[int, str] = {}

    def team(self, pad: int) -> str:
        """The team of a gamepad, "" while it belongs to nobody."""
        return self._teams.get(pad, "")

    def pad(self, team: str) -> int:
        """The number of a team's gamepad, 0 while it has none."""
        return next((pad for pad, own in self._teams.items() if own == team), 0)

    def claim(self, pad: int, teams: Sequence[str]) -> str:
        """Give a gamepad to the first of these teams that has none; its team, "" if all have one.

        A gamepad of a team that does not play now goes over to one that does.
        """
        if self.team(pad) not in teams:
            free = next((team for team in teams if not self.pad(team)), "")
            if free:
                self._teams[pad] = free
            return free
        return self._teams[pad]
