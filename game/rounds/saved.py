"""A round as JSON, so that it can be written down after every step and taken up again."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from game.phrase import phrase
from game.rounds.state import Round

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = 1


class NotARound(ValueError):
    """The text is not a round that this version can take up; the message says why."""


def to_json(state: Round) -> str:
    """The whole round, questions included, as one line of JSON."""
    return json.dumps({"format": FORMAT, "round": asdict(state)}, ensure_ascii=False)


def from_json(text: str) -> Round:
    """The round that `to_json` wrote. NotARound for anything else, also for an impossible one."""
    from pydantic import ValidationError

    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotARound(phrase("not JSON ({error})", error=str(error))) from error
    if not isinstance(document, dict):
        raise NotARound(phrase("no round in it"))
    if document.get("format") != FORMAT:
        form = document.get("format")
        raise NotARound(phrase("format {form} is not known here", form=form))
    try:
        # Python reads NaN and Infinity, which no clock shows.
        plain = json.dumps(document.get("round"), allow_nan=False)
    except ValueError as error:
        raise NotARound(phrase("a number in it is none")) from error
    try:
        state = _shape().validate_json(plain, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotARound(f"{where}: {first['msg']}") from error
    if not state.seats or not 0 <= state.at < len(state.asked) or state.count < 3:
        raise NotARound(phrase("its questions or seats are missing"))
    seats = tuple(seat.id for seat in state.seats)
    if state.crew.who != "alone" and seats != state.crew.seats:
        raise NotARound(phrase("its seats are not those of its crew"))
    if state.buzzed and state.buzzed not in seats:
        raise NotARound(phrase("there is no team '{team}'", team=state.buzzed))
    told = (*(a.asked for a in state.answers), *(v.asked for v in state.votes))
    if any(not 0 <= asked < len(state.asked) for asked in told):
        raise NotARound(phrase("it answers a question that it has not"))
    return state


@cache
def _shape() -> TypeAdapter[Round]:
    from pydantic import TypeAdapter

    return TypeAdapter(Round)
