"""What a class comes to at its end: for each learner, for the events, and for the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import NullTranslations
from typing import Any

from game.live.messages import Plain, again, satellites, shown
from game.live.players import Player
from game.live.report import Answer, Asked, Learner, Report
from game.live.standing import Standings, places
from game.packs.model import Pack
from game.play.words import source_line
from game.rounds.state import Round
from game.rounds.vote import knew


def end_of(player: Player, state: Round, pack: Pack, catalogue: NullTranslations) -> Plain:
    """What a phone shows at the end."""
    return {
        "t": "end",
        "fuel": player.fuel,
        "right": right_of(player, state),
        "of": asked_of(player, state),
        "satellites": satellites(player, state.asked),
        "again": again(player, state.asked, pack, catalogue),
        "name": player.name,
        "flown": state.phase == "results",
    }


def finished(
    state: Round, players: Sequence[Player], teams: Sequence[str], catalogue: NullTranslations
) -> Plain:
    """What the event `finished` has."""
    by_team = Standings(teams, players, state.asked, catalogue, top=False)
    return {
        "teams": by_team.shown()["teams"],
        "standings": [
            {
                "id": player.id,
                "name": player.name,
                "team": player.team,
                "right": right_of(player, state),
                "of": asked_of(player, state),
                "fuel": player.fuel,
                "place": place,
            }
            for player, place in places(players)
        ],
        "questions": [
            {
                "id": state.asked[q].question.id,
                "prompt": state.asked[q].question.prompt,
                "right": known_by(state, q)[0],
                "of": known_by(state, q)[1],
            }
            for q in asked_in(state)
        ],
        "fuel": round(state.fuel_share(), 4),
    }


def report(
    state: Round, players: Sequence[Player], pack: Pack, catalogue: NullTranslations
) -> Plain:
    """What the event `report` has: a row a learner and a row a question, without names. What was
    never asked is in neither."""
    asked = asked_in(state)
    return {
        "learners": [
            {
                "id": player.id,
                "team": player.team,
                "right": right_of(player, state),
                "of": asked_of(player, state),
                "fuel": player.fuel,
                "answers": [_answer(player, state, q) for q in asked],
            }
            for player in players
        ],
        "questions": [_question(state, q, players, pack, catalogue) for q in asked],
    }


def report_of(told: Plain, title: str, day: str) -> Report:
    """The same as the file of a report has it."""
    return Report(
        title,
        date.fromisoformat(day),
        tuple(
            Learner(
                one["team"],
                one["right"],
                one["of"],
                one["fuel"],
                tuple(Answer(**answer) for answer in one["answers"]),
            )
            for one in _rows(told["learners"])
        ),
        tuple(Asked(**one) for one in _rows(told["questions"])),
    )


def _rows(rows: object) -> list[dict[str, Any]]:
    assert isinstance(rows, list)
    return rows


def asked_in(state: Round) -> list[int]:
    """The questions of the countdown that were asked and closed: none that were skipped, or left
    when the class was ended early."""
    return [q for q in range(state.count) if knew(state, q) is not None]


def right_of(player: Player, state: Round) -> int:
    """How many questions of the countdown a player had right at once."""
    return sum(result.right for q, result in player.results.items() if q < state.count)


def asked_of(player: Player, state: Round) -> int:
    """How many questions of the countdown count for a player."""
    return sum(q < state.count for q in player.results)


def known_by(state: Round, q: int) -> tuple[int, int]:
    """How many had question `q`, of how many it was asked, when it closed; who gave their seat up
    later has gone from neither."""
    return knew(state, q) or (0, 0)


def _answer(player: Player, state: Round, q: int) -> Plain:
    """How question `q` of the countdown went for a player, and what they said."""
    result, mend = player.results.get(q), state.mend_of(q)
    if result is None:
        return {"how": "", "said": ""}
    how = "none" if not result.answered else "right" if result.right else "wrong"
    if how == "wrong" and result.response is None:
        how = "unknown"
    again = player.results.get(mend) if mend is not None else None
    return {
        "how": "mended" if again is not None and again.mended else how,
        "said": shown(state.asked[q].question, result.response),
    }


def _question(
    state: Round, q: int, players: Sequence[Player], pack: Pack, catalogue: NullTranslations
) -> Plain:
    question, mend = state.asked[q].question, state.mend_of(q)
    right, of = known_by(state, q)
    second = [player.results[mend] for player in players if mend in player.results]
    return {
        "prompt": question.prompt,
        "key": question.key,
        "fact": question.explanation,
        "source": source_line(question, pack, catalogue),
        "right": right,
        "of": of,
        "mended": sum(result.mended for result in second),
    }
