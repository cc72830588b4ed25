"""What a phone is told of a question, before it is closed and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from gettext import NullTranslations

from game.bank.question import Question
from game.live.players import Player, Result
from game.packs.model import Pack
from game.play.words import source_line
from game.rounds.state import Asked, Response, Round

Plain = dict[str, object]


def go_part(state: Round) -> Plain:
    """The stem alone, as all get it."""
    return {
        "t": "go",
        "q": state.at,
        "t_minus": state.t_minus,
        "count": state.count,
        "prompt": state.now.question.prompt,
    }


def question_part(state: Round, *, shapes: bool, change: bool) -> Plain:
    """What all get of an open question. Nothing in it depends on the key."""
    question, blank = state.now.question, shapes
    options = [("" if blank else option) for option in question.options]
    return {
        "t": "question",
        "q": state.at,
        "t_minus": state.t_minus,
        "count": state.count,
        "kind": question.kind,
        "language": question.language,
        "prompt": "" if blank else question.prompt,
        "prompts": [("" if blank else prompt) for prompt in question.prompts],
        "options": options or None,
        "unit": question.unit,
        "shapes": shapes,
        "points": state.rules.scheme == "classic",
        "picture": question.picture.alt if question.picture else "",
        "change": change,
        "purpose": state.now.purpose,
    }


def question_event(state: Round) -> Plain:
    """What the event `question` has."""
    question = state.now.question
    return {
        "q": state.at,
        "count": state.count,
        "t_minus": state.t_minus,
        "id": question.id,
        "kind": question.kind,
        "prompt": question.prompt,
        "options": list(question.options) or None,
        "purpose": state.now.purpose,
    }


def question_own(player: Player, question: Question, *, calls: int) -> Plain:
    """What only this player gets of an open question, beside its clock."""
    mine = player.given
    return {
        "calls": calls,
        "heard": [
            {"call": hint.call, "text": hint.text, "strikes": hint.strikes}
            for hint in question.hints[: player.calls]
        ],
        "go": player.go is True,
        "mine": None if mine is None else {"n": mine.n, "a": mine.response},
    }


def reveal_part(state: Round, pack: Pack, catalogue: NullTranslations, *, why: bool) -> Plain:
    """What all get of a question that is closed; without `why` it is so as long as the window does
    not show that."""
    question = state.now.question
    answer = question.answer
    return {
        "t": "reveal",
        "q": state.at,
        "key": question.key,
        "answer": list(answer) if isinstance(answer, tuple) else answer,
        "explanation": question.explanation if why else "",
        "why": question.why if why else "",
        "source": source_line(question, pack, catalogue) if why else "",
        "returns": state.rules.hold and state.at in state.missed(),
        "points": state.rules.scheme == "classic",
    }


def reveal_own(player: Player, q: int, question: Question, *, why: bool) -> Plain:
    """What only this player gets of a question that is closed."""
    result = player.results.get(q)
    response = result.response if result else None
    feedback = ""
    if why and isinstance(response, int) and response < len(question.feedback):
        feedback = question.feedback[response]
    return {
        "right": result.right if result and result.answered else None,
        "yours": shown(question, response),
        "feedback": feedback,
        "earned": result.earned if result else 0,
        "fuel": player.fuel,
        "mended": bool(result and result.mended),
    }


def shown(question: Question, response: Response) -> str:
    """An answer as it is shown, "" for none."""
    return "" if response is None else replace(question, answer=response).key


def satellites(player: Player, asked: Sequence[Asked]) -> list[str]:
    """The names of what a player has learned or mended, in the order of the countdown."""
    mended = {asked[q].mends for q, result in player.results.items() if result.mended}
    return [
        one.question.label or one.question.key
        for q, one in enumerate(asked)
        if one.purpose == "flight" and (q in mended or _right(player.results.get(q)))
    ]


def again(
    player: Player, asked: Sequence[Asked], pack: Pack, catalogue: NullTranslations
) -> list[Plain]:
    """What a player has missed and not mended, to be looked at once more."""
    mended = {asked[q].mends for q, result in player.results.items() if result.mended}
    return [
        {
            # That a false sentence is false teaches less than what is so.
            "prompt": one.question.explanation if _is_told(one) else one.question.prompt,
            "key": "" if _is_told(one) else one.question.key,
            "source": source_line(one.question, pack, catalogue),
        }
        for q, one in enumerate(asked)
        if one.purpose == "flight"
        and q not in mended
        and q in player.results
        and not player.results[q].right
    ]


def hold_part(state: Round) -> Plain:
    """What all get before what the class missed comes once more."""
    return {"t": "hold", "facts": len(state.missed())}


def launch_own(player: Player, state: Round) -> Plain:
    """What a player gets while the class's rocket flies."""
    return {"t": "launch", "satellites": satellites(player, state.asked)}


def _is_told(asked: Asked) -> bool:
    """Whether its explanation says more than its question and its key."""
    return asked.question.kind == "true-false" and bool(asked.question.explanation)


def _right(result: Result | None) -> bool:
    return result is not None and result.right
