"""Who stands where: players by their fuel, teams by the mean of their members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from game.live.grading import mean_fuel, whole_fuel
from game.live.messages import Plain
from game.live.players import Player
from game.play.words import team_name
from game.rounds.state import Asked

TOP = 5
"""So many stand in front; nobody is shown as the last."""


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """A team in the standing. `fuel` is what a member has put in, as the class's is reckoned: who
    came late or was away draws no team down."""

    id: str
    fuel: int
    place: int


def places(players: Iterable[Player]) -> list[tuple[Player, int]]:
    """The players with their places from 1, the most fuel first; equal fuel is an equal place."""
    ranked = sorted(players, key=lambda player: -player.fuel)
    return list(zip(ranked, _placed([player.fuel for player in ranked]), strict=True))


def team_places(
    teams: Sequence[str], players: Iterable[Player], asked: Sequence[Asked]
) -> list[TeamPlace]:
    """The teams that somebody is in, the most fuel first; equal fuel is an equal place."""
    members: dict[str, list[Player]] = {team: [] for team in teams}
    for player in players:
        if player.team in members:
            members[player.team].append(player)
    means = [
        (whole_fuel(mean_fuel(mates, asked)), team) for team, mates in members.items() if mates
    ]
    means.sort(key=lambda one: -one[0])
    found = zip(means, _placed([fuel for fuel, _ in means]), strict=True)
    return [TeamPlace(team, fuel, place) for (fuel, team), place in found]


def _placed(fuels: Sequence[int]) -> list[int]:
    """The place of each of these, which fall, from 1; equal fuel is an equal place."""
    first: dict[int, int] = {}
    return [first.setdefault(fuel, at) for at, fuel in enumerate(fuels, 1)]


class Standings:
    """The standing at one moment, as it is told. Without `top` only teams stand in it."""

    def __init__(
        self,
        teams: Sequence[str],
        players: Sequence[Player],
        asked: Sequence[Asked],
        catalogue: NullTranslations,
        *,
        top: bool,
    ) -> None:
        self._catalogue = catalogue
        self._teams = team_places(teams, players, asked)
        self._ranked = places(players) if top else []
        self._own = {player.id: place for player, place in self._ranked}
        self._of_team = {one.id: one.place for one in self._teams}

    def shown(self) -> Plain:
        """What the event `standing` has."""
        return {
            "top": [
                {"name": player.name, "fuel": player.fuel, "place": place}
                for player, place in self._ranked[:TOP]
            ],
            "teams": [
                {"id": one.id, "name": self._name(one.id), "fuel": one.fuel, "place": one.place}
                for one in self._teams
            ],
        }

    def told(self, player: Player) -> Plain:
        """What a player's phone gets."""
        place = self._of_team.get(player.team)
        name = self._name(player.team)
        team = {"id": player.team, "name": name, "place": place, "of": len(self._teams)}
        return {
            "t": "standing",
            "place": self._own.get(player.id),
            "of": len(self._ranked) or None,
            "team": None if place is None else team,
        }

    def _name(self, team: str) -> str:
        return team_name(team, self._catalogue)
