"""What holds for every question of every pack."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import Bank, build
from game.bank.distinct import Distinct
from game.bank.known import Known
from game.bank.question import Question
from game.bank.text import contains, normalise, overlap
from game.packs.model import NUMERIC, Answer, Pack
from tests.bank.made import packs
from tests.bank.packs import answer, fact, pack, space_pack
from tests.examples import examples

many = examples(40)


SEVERAL = ("order", "match", "odd-one-out")


def choices(bank: Bank) -> list[tuple[Question, Answer]]:
    """All choices with the answers that they are made of; there are some, whatever the pack."""
    found = [(bank.make(s), s.answer) for s in bank.specs if s.kind == "choice"]
    assert len(found) >= 8
    return found


def spellings(marked: Answer) -> set[str]:
    return {normalise(text) for text in (marked.text, *marked.accepted)}


def true_of(made: Pack, marked: Answer) -> set[str]:
    """All that the pack says is right where a question of this answer is asked."""
    asked = set(map(normalise, marked.asks))
    answers = [other for fact in made.facts for other in fact.answers]
    alike = [other for other in answers if asked & set(map(normalise, other.asks))]
    return set().union(*map(spellings, alike))


@many
@given(packs(), st.integers(0, 5))
def test_a_choice_has_exactly_one_key_and_no_true_distractor(made: Pack, seed: int) -> None:
    for question, marked in choices(build(made, seed)):
        assert isinstance(question.answer, int)
        assert 3 <= len(question.options) <= 4
        assert normalise(marked.text) in normalise(question.options[question.answer])
        true = true_of(made, marked) | {normalise(t) for t in marked.never_with}
        others = [o for at, o in enumerate(question.options) if at != question.answer]
        assert not any(normalise(option) in true for option in others)


@many
@given(packs(), st.integers(0, 5))
def test_a_false_statement_is_not_true_of_anything(made: Pack, seed: int) -> None:
    bank = build(made, seed)
    said = {normalise(fact.said(marked)) for fact in made.facts for marked in fact.answers}
    false = [bank.make(s) for s in bank.specs if s.kind == "true-false" and s.pattern == "false"]
    assert false
    assert not any(normalise(question.prompt) in said for question in false)


@many
@given(packs(), st.integers(0, 5))
def test_rows_have_one_right_order_and_pairs_one_right_match(made: Pack, seed: int) -> None:
    bank = build(made, seed)
    year = {answer.event.casefold(): answer.text for f in made.facts for answer in f.answers}
    orders, matches = list(bank.questions("order")), list(bank.questions("match"))
    assert orders
    assert matches
    for question in orders:
        assert isinstance(question.answer, tuple)
        years = [year[question.options[at].casefold()] for at in question.answer]
        assert years == sorted(set(years))
    for question in matches:
        assert isinstance(question.answer, tuple)
        assert len(set(question.options)) == len(question.options)
        shown = zip(question.prompts, question.answer, strict=True)
        for prompt, at in shown:
            assert year.get(prompt.casefold(), question.options[at]) == question.options[at]


@many
@given(packs(), st.integers(0, 5))
def test_no_option_is_within_another(made: Pack, seed: int) -> None:
    for question, _marked in choices(build(made, seed)):
        plain = [normalise(option) for option in question.options]
        pairs = [(a, b) for i, a in enumerate(plain) for b in plain[i + 1 :]]
        if all(any(c.isdigit() for c in p) for p in plain):
            assert len(set(plain)) == len(plain)
        else:
            assert not any(overlap(a, b) for a, b in pairs)


@many
@given(packs(), st.integers(0, 5))
def test_numbers_ascend(made: Pack, seed: int) -> None:
    for question, marked in choices(build(made, seed)):
        if marked.type in NUMERIC:
            values = [float(o.split()[0].replace(",", "")) for o in question.options]
            assert values == sorted(values)


@many
@given(packs(), st.integers(0, 5))
def test_no_hint_contains_the_key(made: Pack, seed: int) -> None:
    bank = build(made, seed)
    for spec in bank.specs:
        question = bank.make(spec)
        if question.kind in SEVERAL:
            continue
        assert question.hints
        said = [normalise(hint.text) for hint in question.hints]
        keys = [question.key]
        if question.kind != "true-false":
            keys += [spec.answer.text, *spec.answer.accepted]
        assert not any(contains(text, normalise(key)) for text in said for key in keys)


@many
@given(packs(), st.integers(0, 5))
def test_calls_come_in_their_order_and_strike_only_wrong_options(made: Pack, seed: int) -> None:
    order = ("archive", "navigator", "engineer", "radio")
    for question in build(made, seed).questions():
        calls = [order.index(hint.call) for hint in question.hints]
        assert calls == sorted(set(calls))
        for hint in question.hints:
            assert hint.strikes != question.answer or hint.strikes is None
            if hint.strikes is not None:
                assert question.options[hint.strikes] in hint.text


@many
@given(packs(), st.integers(0, 5))
def test_the_same_pack_and_seed_make_the_same_bank(made: Pack, seed: int) -> None:
    assert list(build(made, seed).questions()) == list(build(made, seed).questions())


@many
@given(packs())
def test_neither_ids_nor_revisions_of_author_written_prompts_depend_on_the_seed(made: Pack) -> None:
    one, other = build(made, 1), build(made, 2)
    assert [s.id("made") for s in one.specs] == [s.id("made") for s in other.specs]
    for kind in ("choice", "typed", "number"):
        revisions = [[q.rev for q in b.questions(kind)] for b in (one, other)]
        assert revisions[0] == revisions[1]


@many
@given(packs())
def test_an_id_means_the_same_wherever_its_fact_stands_in_the_pack(made: Pack) -> None:
    turned = Bank(Known(replace(made, facts=made.facts[::-1])), 0, NullTranslations())
    there = {spec.id("made"): spec for spec in turned.specs}
    found = [spec for spec in build(made).specs if not spec.more and spec.id("made") in there]
    assert {spec.kind for spec in found} >= {"choice", "true-false", "typed", "number"}
    for spec in found:
        other = there[spec.id("made")]
        assert (spec.kind, spec.fact, spec.answer) == (other.kind, other.fact, other.answer)


@many
@given(packs(), st.integers(0, 3))
def test_all_questions_are_distinct_and_found_by_their_ids(made: Pack, seed: int) -> None:
    bank = build(made, seed)
    distinct = Distinct()
    for question in bank.questions():
        assert distinct.is_new(question.kind, question.prompt, question.key)
        assert bank.question(question.id) == question


@many
@given(packs())
def test_as_many_statements_are_true_as_false(made: Pack) -> None:
    keys = Counter(q.answer for q in build(made, 1).questions("true-false"))
    assert keys[0] == keys[1]


def test_a_draft_is_the_question_without_its_calls() -> None:
    bank = build(space_pack(), 1)
    for spec in bank.specs:
        draft, made = bank.draft(spec), bank.make(spec)
        assert replace(made, hints=()) == draft
        assert bank.whole(draft) == made


def test_the_key_of_a_year_falls_on_every_rank_alike() -> None:
    year = answer("1961", "year", "In which year did it fly?")
    made = pack(fact("flight", ("It flew in ", year, ".")))
    ranks = Counter(
        build(made, seed).question("made/flight#answer/choice").answer for seed in range(800)
    )
    assert set(ranks) == {0, 1, 2, 3}
    assert max(ranks.values()) - min(ranks.values()) < 80


def test_an_id_names_pack_fact_answer_kind_and_pattern() -> None:
    ids = {q.id for q in build(space_pack()).questions()}
    assert "made/human#who/choice" in ids
    assert "made/satellite#answer/true-false/false" in ids


def test_a_bank_is_the_same_whatever_the_hash_seed() -> None:
    code = (
        "from game.bank.bank import build; from game.bank.draw import draw_round; import random;"
        "from tests.bank.packs import space_pack; b = build(space_pack(), 3);"
        "print([repr(q) for q in b.questions()]);"
        "print(draw_round(b, 8, random.Random('x'), sets=None, today='2025-01-01'))"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        build(space_pack()).question("made/nothing#answer/choice")


def test_a_bank_under_another_seed_is_as_if_it_were_built_with_it() -> None:
    bank = build(space_pack(), 1)
    assert list(bank.under(2).questions()) == list(build(space_pack(), 2).questions())
    assert bank.seed == 1
