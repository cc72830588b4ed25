"""What an answer on a phone comes to: whether there is such an answer, and what it earns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Protocol

from game.bank.judge import judge
from game.bank.question import Question
from game.live.players import Given, Player, Result
from game.rounds.scoring import classic_points, fuel_for, fuel_for_mending, reading_seconds
from game.rounds.state import Asked, Response, Rules


class Also(Protocol):
    """Who knows typed texts that are right beside those that `judge` knows."""

    @property
    def ready(self) -> bool:
        """Whether they are known; until then none is right."""

    def wait(self) -> None:
        """Wait until they are known: never in the loop of a class."""

    def prepare(self) -> None:
        """A typed question stands: what it takes to know them may be made ready."""

    def right(self, question: Question, typed: str) -> bool:
        """Whether that text is right all the same."""


class _NothingElse:
    """Right is what the question says, and nothing else."""

    ready = True

    def wait(self) -> None:
        """There is nothing to wait for."""

    def prepare(self) -> None:
        """There is nothing to be made ready."""

    def right(self, question: Question, typed: str) -> bool:
        """No other text is."""
        del question, typed
        return False


NOTHING_ELSE = _NothingElse()


def result_of(
    player: Player, q: int, asked: Asked, rules: Rules, reading_s: float, also: Also
) -> Result | None:
    """How question `q`, which closes, went for one player; `reading_s` is what all have to read it.

    None if it does not count for the player: who is gone, or came while it was open, and has not
    answered.
    """
    given = player.given
    if given is None and (not player.online or q < player.since):
        return None
    response = given.response if given else None
    right = given is not None and judge(asked.question, response)
    if not right and _may_be_right(asked.question, given):
        right = also.right(asked.question, str(response))
    mends = _mends(player, asked)
    if asked.purpose == "spare" or (asked.purpose == "mend" and not mends):
        earned = 0
    elif mends:
        missed = player.results.get(asked.mends if asked.mends is not None else -1)
        went = missed is not None and missed.go
        earned = 0 if rules.scheme == "classic" else fuel_for_mending(right=right, go=went)
    elif rules.scheme == "classic":
        elapsed = max(0.0, given.elapsed_s - reading_s * player.factor) if given else 0.0
        clock, share = rules.clock_s * rules.time_factor * player.factor, rules.speed_share
        points = classic_points(elapsed, clock, possible=rules.points, speed_share=share)
        earned = points if right else 0
    else:
        earned = fuel_for(right=right, go=player.go is True, calls=player.calls)
    return Result(
        response, given is not None, right, player.go is True, player.calls, earned, mends and right
    )


def needs(also: Also, question: Question, players: Iterable[Player]) -> bool:
    """Whether `also` is still to be waited for, to say which of the answers given are right."""
    return not also.ready and any(
        _may_be_right(question, player.given)
        and not judge(question, player.given.response if player.given else None)
        for player in players
    )


def _may_be_right(question: Question, given: Given | None) -> bool:
    """Whether it is a text that another language may spell so."""
    return question.kind == "typed" and given is not None and isinstance(given.response, str)


def _mends(player: Player, asked: Asked) -> bool:
    """Whether a right answer mends something: a player who had it right at once has it already."""
    if asked.mends is None:
        return False
    missed = player.results.get(asked.mends)
    return missed is None or not missed.right


def fits(question: Question, a: Response) -> bool:
    """Whether there is such an answer to a question of its kind."""
    if a is None:
        return True
    if question.kind == "number":
        return isinstance(a, int | float)
    if question.kind == "typed":
        return isinstance(a, str)
    if isinstance(question.answer, tuple):
        if not isinstance(a, tuple) or len(a) != len(question.answer):
            return False
        if any(one >= len(question.options) for one in a):
            return False
        return bool(question.prompts) or len(set(a)) == len(a)
    return type(a) is int and 0 <= a < len(question.options)


def counts_of(question: Question, results: Iterable[Result]) -> tuple[int, ...]:
    """How many have chosen each option, () for a kind without one to choose."""
    if not question.options or not isinstance(question.answer, int):
        return ()
    counts = [0] * len(question.options)
    for result in results:
        if isinstance(result.response, int):
            counts[result.response] += 1
    return tuple(counts)


def passed_by(players: Iterable[Player], q: int) -> int:
    """How many said of question `q` that they do not know."""
    results = [player.results.get(q) for player in players]
    return sum(one is not None and one.answered and one.response is None for one in results)


def reading_of(question: Question, rules: Rules) -> float:
    """The seconds that all have to read a question before its clock runs."""
    texts = (question.prompt, *question.prompts, *question.options)
    return reading_seconds(*texts) * rules.time_factor


def mean_fuel(players: Collection[Player], asked: Sequence[Asked]) -> Fraction:
    """What learners have put into all cells, in the mean of those who were asked each.

    It is the mean of their own fuel where all were asked everything. Who came late or was away
    counts in no question that they were not asked, and so draws nobody down. Who mends a question
    fills its cell further, and counts there beside those who were asked it at first: so a cell
    never holds less than before.
    """
    whole = Fraction(0)
    for q, one in enumerate(asked):
        first = q if one.mends is None else one.mends
        earned = [player.results[q].earned for player in players if q in player.results]
        if any(earned):
            of = sum(q in player.results or first in player.results for player in players)
            whole += Fraction(sum(earned), of)
    return whole


def whole_fuel(mean: Fraction) -> int:
    """A mean as it is shown: the whole number next to it, of two the greater."""
    return int(mean + Fraction(1, 2))
