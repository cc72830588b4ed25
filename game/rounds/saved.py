"""A round as JSON, so that it can be written down after every step and taken up again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from game.bank.question import Hint, Question
from game.packs.model import Citation, Picture
from game.rounds.state import Answered, Asked, Response, Round, Rules, Said, Seat

FORMAT = 1


class NotARound(ValueError):
    """The text is not a round that this version can take up; the message says why."""


def to_json(state: Round) -> str:
    """The whole round, questions included, as one line of JSON."""
    return json.dumps({"format": FORMAT, "round": asdict(state)}, ensure_ascii=False)


def from_json(text: str) -> Round:
    """The round that `to_json` wrote. NotARound for anything else."""
    try:
        document = json.loads(text)
        if document["format"] != FORMAT:
            raise NotARound(f"format {document['format']} is not known here")
        data = document["round"]
        return Round(
            **{
                **data,
                "rules": Rules(**data["rules"]),
                "seats": tuple(Seat(**seat) for seat in data["seats"]),
                "asked": tuple(_asked(asked) for asked in data["asked"]),
                "said": tuple(Said(**said) for said in data["said"]),
                "answers": tuple(_answered(answer) for answer in data["answers"]),
            }
        )
    except NotARound:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotARound(f"not a saved round ({error})") from error


def _asked(data: dict[str, Any]) -> Asked:
    return Asked(**{**data, "question": _question(data["question"])})


def _answered(data: dict[str, Any]) -> Answered:
    return Answered(**{**data, "response": _response(data["response"])})


def _response(value: Any) -> Response:
    return tuple(value) if isinstance(value, list) else value


def _question(data: dict[str, Any]) -> Question:
    tuples = {
        name: tuple(data[name]) for name in ("options", "facts", "prompts", "accepted", "feedback")
    }
    return Question(
        **{
            **data,
            **tuples,
            "answer": _response(data["answer"]),
            "citations": tuple(Citation(**citation) for citation in data["citations"]),
            "hints": tuple(Hint(**hint) for hint in data["hints"]),
            "picture": Picture(**data["picture"]) if data["picture"] else None,
        }
    )
