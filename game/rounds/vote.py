"""A class that votes as one: hands or cards are shown, counted or not, and may be shown again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.rounds import steps, teams
from game.rounds.state import Round, Said, Vote

TALK_FROM, TALK_TO = 0.3, 0.7
"""The shares of right hands between which talking to a neighbour teaches most: below it too few
know what to say, above it there is little left to say (Eric Mazur, Peer Instruction)."""


def show_letter(state: Round, option: int) -> Round:
    """The letter that was shown most: it is the class's answer, and nobody counts."""
    steps.need_asking(state)
    if not 0 <= option < len(state.now.question.options):
        raise steps.NotNow(f"there is no option {option}")
    return _answered(_with(state, Vote(state.at)), option)


def count_hands(state: Round, counts: Sequence[int]) -> Round:
    """The hands for each option. The answer waits: the class may still talk and vote again.

    ValueError unless there is a count for each option, none below 0 and one above.
    """
    steps.need_asking(state)
    question = state.now.question
    if len(counts) != len(question.options) or min(counts) < 0 or not any(counts):
        raise ValueError(f"counts for {len(question.options)} options are needed, not {counts}")
    key = question.answer
    right = counts[key] if isinstance(key, int) else None
    return _with(state, Vote(state.at, tuple(counts), right, sum(counts)))


def may_talk(state: Round) -> bool:
    """Whether to offer "discuss and vote again": after a first count of 30 to 70 % right."""
    votes = state.votes_on(state.at)
    if state.phase != "asking" or len(votes) != 1:
        return False
    share = votes[0].share
    return share is not None and TALK_FROM <= share <= TALK_TO


def answer_with_vote(state: Round) -> Round:
    """The class answers with what most hands of its last vote showed; a tie is to its favour."""
    steps.need_asking(state)
    votes = state.votes_on(state.at)
    if not votes or not votes[-1].counts:
        raise steps.NotNow("no hands were counted")
    counts = votes[-1].counts
    most = max(counts)
    key = state.now.question.answer
    if isinstance(key, int) and counts[key] == most:
        return _answered(state, key)
    return _answered(state, counts.index(most))


def say_right(state: Round, right: bool, hands: int | None = None, of: int | None = None) -> Round:
    """Whether most of the class had it right, where there are no letters to show.

    `hands` of `of` learners is what was counted, if anybody did. ValueError for hands that there
    are not.
    """
    steps.need_asking(state)
    if hands is not None and (of is None or not 0 <= hands <= of or of < 1):
        raise ValueError(f"{hands} hands of {of} cannot be")
    state = _with(state, Vote(state.at, (), hands, of if hands is not None else None))
    return _answered(state, None, judged=right)


def answer_of_all(
    state: Round, *, right: int, of: int, earned: int, counts: Sequence[int] = ()
) -> Round:
    """A class answers on devices of its own, each learner alone; the question closes with it.

    The class had it right where at least half of those who were asked, `right` of `of`, had; who
    was asked is who was there when it closed, or had answered. `earned` is what they have put into
    the cell in the mean. `counts` are the answers for each option, () for a kind without. What the
    class chose is the key, or what most of the others chose. ValueError for answers that there
    cannot be.
    """
    steps.need_asking(state)
    if not 0 <= right <= of:
        raise ValueError(f"{right} right answers of {of} cannot be")
    state = _with(state, Vote(state.at, tuple(counts), right if of else None, of or None))
    half = of > 0 and 2 * right >= of
    key = state.now.question.answer
    wrong = [0 if at == key else count for at, count in enumerate(counts)]
    chosen = None
    if half and isinstance(key, int) and counts:
        chosen = key
    elif not half and any(wrong):
        chosen = wrong.index(max(wrong))
    state = _answered(state, chosen, judged=half)
    given = replace(state.answers[-1], earned=earned, marked=chosen is None and of > 0)
    return replace(state, answers=(*state.answers[:-1], given))


def can_ask_again(state: Round) -> bool:
    """Whether the class's newest answer can be entered once more: nothing came after it."""
    given = teams.last_answer(state, state.seats[0].id)
    return (
        given is not None
        and state.crew.who == "class"
        and state.phase not in ("launch", "results")
        and all(one.asked <= given.asked for one in state.answers)
    )


def ask_again(state: Round) -> Round:
    """Take the class's newest answer away with its last vote, and ask that question once more.

    NotNow if there is none, or if a later question was answered or skipped.
    """
    given = teams.last_answer(state, state.seats[0].id)
    if given is None or not can_ask_again(state):
        raise steps.NotNow("there is no answer to enter once more")
    votes = list(state.votes)
    last = next((vote for vote in reversed(votes) if vote.asked == given.asked), None)
    if last is not None:
        votes.remove(last)
    return replace(
        state,
        phase="asking",
        at=given.asked,
        answers=tuple(one for one in state.answers if one is not given),
        votes=tuple(votes),
        said=(Said(given.seat, given.go or None, given.calls),),
        reading_left_s=0.0,
    )


def size_of(state: Round) -> int:
    """How many learners there are, as far as is known: the most hands counted, or what was said."""
    return max((vote.of or 0 for vote in state.votes), default=0) or state.crew.size


def knew(state: Round, asked: int) -> tuple[int, int] | None:
    """How many hands of how many were right at last about the question; None if nobody counted."""
    for vote in reversed(state.votes_on(asked)):
        if vote.right is not None and vote.of:
            return vote.right, vote.of
    return None


def _with(state: Round, vote: Vote) -> Round:
    return replace(state, votes=(*state.votes, vote))


def _answered(state: Round, response: int | None, *, judged: bool | None = None) -> Round:
    return steps.answer(state, state.seats[0].id, response, judged=judged)
