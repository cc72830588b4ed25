"""A question of another language once more: the same facts, asked of the pack in this one."""

from __future__ import annotations

from collections.abc import Callable

from game.bank.kinds import match, odd_one_out, order, true_false
from game.bank.known import Entry, Known
from game.bank.question import Kind, Question
from game.bank.spec import Spec

_HOLDS: dict[Kind, Callable[[Spec, Known], bool]] = {
    kind.KIND: kind.holds for kind in (true_false, order, match, odd_one_out)
}
"""The kinds whose choice of facts hangs on the words: what one language groups, another may not."""


def spec_again(question: Question, known: Known) -> Spec | None:
    """What the same question is made of in the words of this pack; None where they do not give it.

    A bank takes the best rows that its language has, and not every row that is right: so a question
    may be none of a bank's own and yet be asked.
    """
    holds = _HOLDS.get(question.kind)
    if holds is None:
        return None
    names, _, rest = question.id.partition("#")[2].partition("/")
    pattern = rest.partition("/")[2]
    found: list[Entry] = []
    for fact in question.facts:
        answers = [e for e in known.entries_of(fact) if e.answer.name in names.split("+")]
        if len(answers) > 1:
            answers = [entry for entry in answers if entry.answer.event]
        if len(answers) != 1:
            return None
        found += answers
    found.sort(key=lambda entry: -known.age(entry.fact))
    lead = found[0]
    index = lead.fact.index_of(lead.answer)
    spec = Spec(question.kind, lead.fact, index, pattern, tuple(found[1:]))
    return spec if holds(spec, known) else None
