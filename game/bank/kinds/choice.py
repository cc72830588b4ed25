"""Choice: the key among two or three others of its own kind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.distractors import FEWEST, Distractor, text_distractors
from game.bank.known import Known, entries
from game.bank.line import can_be_choice, numeric_options, only_above
from game.bank.pick import pick
from game.bank.question import Kind
from game.bank.scale import leading_number
from game.bank.spec import Form, Spec
from game.bank.wording import ask_of, pattern, with_day, with_unit, wordings
from game.packs.model import Answer, Fact
from game.packs.notation import notation_of

KIND: Kind = "choice"


def specs(known: Known) -> Iterator[Spec]:
    """One for each wording of each answer that has two distractors."""
    for entry in entries(known.pack):
        fact, answer = entry.fact, entry.answer
        if not enough(fact, answer, known):
            continue
        index = fact.index_of(answer)
        for at, _ask in wordings(fact, answer):
            yield Spec(KIND, fact, index, pattern(at))


def enough(fact: Fact, answer: Answer, known: Known) -> bool:
    if can_be_choice(fact, answer, known, only_above(" ".join(answer.meant_asks))):
        return True
    return len(text_distractors(fact, answer, known)) >= FEWEST


def stem(spec: Spec) -> tuple[str, str]:
    return ask_of(spec), spec.answer.text


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    """Numbers and dates ascend, with the key on a drawn rank; other options are shuffled."""
    fact, answer = spec.fact, spec.answer
    way = only_above(" ".join(answer.meant_asks))
    made = numeric_options(fact, answer, known, rng, catalogue, way)
    if made is not None:
        found, rank = made
        nearness = 0.5
    else:
        found = pick(text_distractors(fact, answer, known), known, rng)
        rank = _ordered(found, answer, known, rng)
        nearness = 0.35 + 0.1 * sum(not d.by_author for d in found)
    notation = notation_of(known.pack.language)
    options = [with_unit(d.text, answer, notation) for d in found]
    options.insert(rank, with_unit(answer.text, answer, notation))
    feedback = [d.what for d in found]
    feedback.insert(rank, "")
    return Form(
        prompt=with_day(fact, ask_of(spec), catalogue),
        answer=rank,
        options=tuple(options),
        feedback=tuple(feedback),
        nearness=nearness,
    )


def _ordered(found: list[Distractor], answer: Answer, known: Known, rng: random.Random) -> int:
    """Put options in order, ascending if all begin with a number, and give the key's rank."""
    notation = notation_of(known.pack.language)
    numbers = [leading_number(d.text, notation) for d in found]
    key = leading_number(answer.text, notation)
    if key is None or None in numbers:
        rng.shuffle(found)
        return rng.randrange(len(found) + 1)
    found.sort(key=lambda d: leading_number(d.text, notation) or 0.0)
    return sum(n is not None and n < key for n in numbers)
