"""The questions of the packs that come with the game, once more in another of their languages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from game import languages, paths
from game.bank.bank import Bank, build_in
from game.bank.question import Question
from game.packs.cache import open_pack
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from tests.examples import sweep

ROCKETS = paths.packs() / "baikonur-rockets"
SEVERAL = frozenset({"order", "match", "odd-one-out"})
WAYS = [" ".join(way) for way in permutations(("en", "ru", "kk"), 2)]


@cache
def bank_of(folder: Path, language: str) -> Bank:
    original, _ = open_pack(folder, None)
    assert original is not None
    said = open_pack(folder, None, language)[0] if language != original.language else None
    return build_in(original, said, 7, languages.catalogue)


def key(question: Question) -> object:
    """What is right, in no language."""
    if isinstance(question.answer, tuple) and not question.prompts:
        return [question.facts[at] for at in question.answer]
    if isinstance(question.answer, int) and len(question.facts) > 1:
        return question.facts[question.answer]
    return sorted(question.facts)


@pytest.mark.parametrize("way", sweep(WAYS, "en kk", "kk ru"))
def test_what_is_asked_of_several_facts_is_asked_of_the_same_in_another_language(way: str) -> None:
    one, other = way.split()
    asked, said = bank_of(ROCKETS, one), bank_of(ROCKETS, other)
    several = [spec for spec in asked.specs if spec.kind in SEVERAL]
    assert len(several) > 200
    for question in map(asked.make, several):
        again = said.again(question)
        assert again is not None, question.prompt
        assert (again.id, again.kind, again.language) == (question.id, question.kind, other)
        assert key(again) == key(question)
        assert len(set(again.options)) == len(question.options)


def test_a_true_statement_is_always_said_again() -> None:
    asked, said = (bank_of(paths.default_pack(), language) for language in ("en", "ru"))
    for question in asked.questions("true-false"):
        again = said.again(question)
        if question.answer == 0:
            assert again is not None and again.answer == 0, question.prompt
        else:
            assert again is None or again.answer == 1


def test_what_no_word_fits_keeps_its_language_whole_and_its_hard_words() -> None:
    asked, said = (bank_of(paths.default_pack(), language) for language in ("en", "ru"))
    stuck = next(one for one in asked.questions("true-false") if said.again(one) is None)
    begun = Sitting(asked, Plan(10, "7", "2026-01-01", rules=rules_for(10))).round
    asks = replace(begun.asked[0], question=stuck, offers_go=False)
    state = replace(begun, phase="asking", asked=(asks, *begun.asked[1:]))
    sitting = Sitting(asked, Plan(10, "7", "2026-01-01"), taken_up=state)
    assert not sitting.speak(said)
    assert sitting.question == stuck
    assert sitting.is_in_old_words
    assert sitting.pack_of(stuck).language == sitting.apart().pack_of(stuck).language == "en"
    assert {one.question.language for one in sitting.round.asked[1:]} == {"ru"}
