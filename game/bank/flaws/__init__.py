"""Item-writing flaws that a machine can see in a question, whoever wrote it.

A criterion is a function and a line in the `CRITERIA` of its module. All of them look at words,
never at letters inside a word ("all" is not in "called"), and none depends on the order in which
options happen to stand, but the one about order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.bank.flaws import fairness, options, prompt, tells
from game.bank.flaws.criterion import Criterion, Flaw, Item, Setting, take_apart
from game.bank.flaws.lexicon import Lexicon
from game.bank.flaws.setting import setting_of
from game.bank.question import Question
from game.packs.model import Answer

__all__ = ["CRITERIA", "Criterion", "Flaw", "Setting", "flaws", "flaws_of_draw", "setting_of"]

CRITERIA: tuple[Criterion, ...] = (
    *prompt.CRITERIA,
    *options.CRITERIA,
    *tells.CRITERIA,
    *fairness.CRITERIA,
)


def flaws(question: Question, setting: Setting, answer: Answer | None = None) -> Iterator[Flaw]:
    """Every flaw of a question, in the order of `CRITERIA`.

    `setting` is what is known of its pack; `answer` the pack's answer that it was made from.
    """
    return _found(take_apart(question, setting, answer), _serving(setting.lexicon))


def flaws_of_draw(
    question: Question, setting: Setting, answer: Answer | None = None
) -> Iterator[Flaw]:
    """As `flaws`, for a question that had none when its options were drawn in another order.

    Only their order, the calls and what else is told beside the options can have one now.
    """
    return _found(take_apart(question, setting, answer), _of_draw(setting.lexicon))


def _found(item: Item, criteria: Iterable[Criterion]) -> Iterator[Flaw]:
    for criterion in criteria:
        if criterion.lists and item.lists.isdisjoint(criterion.lists):
            continue
        message = criterion.find(item)
        if message:
            yield criterion.flaw(message)


@lru_cache(maxsize=8)
def _serving(lexicon: Lexicon) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in CRITERIA if criterion.serves(lexicon))


@lru_cache(maxsize=8)
def _of_draw(lexicon: Lexicon) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in _serving(lexicon) if criterion.of_draw)
