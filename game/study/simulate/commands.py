"""`simulate PACK` for people and for programs."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import languages, paths
from game.bank.bank import Bank, build
from game.packs.cache import open_pack
from game.packs.report import print_problems
from game.phrase import Words, in_words, phrase
from game.study.cards import cards, options_of
from game.study.forms import question_for
from game.study.simulate.run import COMPARISONS, MODELS, Row, run
from game.study.simulate.trial import LATER_DAYS, SECONDS_AN_ANSWER

_SAID = {
    "same new cards": phrase("The same new cards on the same days; recalled, of these cards:"),
    "whole pack": phrase("The whole pack, each order as it comes; recalled, of all cards:"),
}
_ORDERS = {"fixed order": phrase("fixed order"), "random order": phrase("random order")}


def simulate(pack: Path, learners: int, days: int, minutes: int, seed: int, as_json: bool) -> int:
    """Let made learners study a pack, and print what they remember; gives the exit status.

    `minutes` is how long each studies on a day. 1 with the reasons if the pack cannot be read or
    has nothing to ask.
    """
    read, problems = open_pack(pack, paths.cache())
    if read is None:
        print_problems(problems, sys.stderr)
        return 1
    bank = build(read, seed, languages.catalogue(read.language))
    known = cards(bank)
    if not known:
        why = phrase("The pack '{id}' has no card to study: give it facts to ask.", id=read.id)
        languages.tell(why)
        return 1
    progress = _Progress(learners * len(MODELS))
    answers = round(minutes * 60 / SECONDS_AN_ANSWER)
    options = _options(bank, known)
    rows = list(run(known, options, learners, days, answers, seed, progress.step))
    if as_json:
        asked = {"learners": learners, "days": days, "minutes": minutes, "seed": seed}
        print(json.dumps(_as_json(read.id, len(known), asked, rows), indent=2))
    else:
        head = phrase(
            "{learners} made learners of each model, {cards} cards of {pack}, {days} days "
            "of {minutes} minutes, some days off, seed {seed}.",
            learners=learners,
            cards=len(known),
            pack=read.id,
            days=days,
            minutes=minutes,
            seed=seed,
        )
        words = languages.system_words()
        print(in_words(head, words))
        print("\n".join(_lines(rows, words)))
    return 0


class _Progress:
    """A line on standard error after each tenth of the learners."""

    def __init__(self, learners: int) -> None:
        self._all = learners
        self._done = 0

    def step(self) -> None:
        self._done += 1
        if self._done * 10 // self._all > (self._done - 1) * 10 // self._all:
            told = phrase("{done} of {all} learners", done=self._done, all=self._all)
            languages.tell(told)


def _options(bank: Bank, known: Iterable[str]) -> dict[str, int]:
    """Among how many a card's first question lets one guess."""
    found: dict[str, int] = {}
    for card in known:
        question = question_for(bank, card, 0, (), random.Random(card))
        options = options_of(question) if question else 0
        # Where nothing can be guessed, one in a million is as good as never.
        found[card] = options or 1_000_000
    return found


def _as_json(pack: str, count: int, asked: dict[str, int], rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "pack": pack,
        "cards": count,
        **asked,
        "later_days": LATER_DAYS,
        "rows": [asdict(row) for row in rows],
    }


def _lines(rows: Sequence[Row], words: Words) -> Iterator[str]:
    for comparison in COMPARISONS:
        yield ""
        yield in_words(_SAID[comparison], words)
        yield from _table([row for row in rows if row.comparison == comparison], words)


def _table(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """The rows of a comparison as a table in Markdown."""
    later = [
        phrase("after {days} d", days=days) if days else phrase("right after")
        for days in LATER_DAYS
    ]
    heads = (
        *(phrase("model"), phrase("order"), phrase("answers"), phrase("met")),
        *(phrase("right in practice"), *later),
        phrase("T-Minus ahead, {when}", when=later[-1]),
    )
    yield "| " + " | ".join(in_words(head, words) for head in heads) + " |"
    yield "|---|---|" + "---:|" * (len(heads) - 2)
    for row in rows:
        order = in_words(_ORDERS.get(row.order, row.order), words)
        cells = [row.model, order, f"{row.answers:.0f}", f"{row.met:.0f}", f"{row.right:.0%}"]
        cells += [f"{100 * one.mean:.1f} ± {100 * one.half:.1f}" for one in row.recall]
        ahead = row.ahead[-1]
        cells.append(
            "" if row.order == "T-Minus" else f"{100 * ahead.mean:+.1f} ± {100 * ahead.half:.1f}"
        )
        yield "| " + " | ".join(cells) + " |"
