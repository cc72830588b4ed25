"""A sitting: what is due, then what is new, and what was missed once more."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study.agenda import Agenda
from game.study.queue import MOST_TIMES, SOONEST, Length, Sitting, answered, begin, next_up
from tests.study.made import START, memory

TEN = Length(questions=10)


def new_cards(count: int) -> Callable[[frozenset[str]], str | None]:
    ids = [f"made/new-{number}#answer" for number in range(count)]
    return lambda seen: next((one for one in ids if one not in seen), None)


def agenda(due: int, later: int = 0) -> Agenda:
    due_now = [memory(f"made/due-{number}#answer", due=-1) for number in range(due)]
    return Agenda([*due_now, *(memory(f"made/later-{n}#answer", due=9) for n in range(later))])


def played(
    due: int,
    new: int,
    right: Callable[[int, str], bool],
    length: Length = TEN,
    seed: int = 1,
    seconds: float = 30,
) -> list[tuple[str, str, bool]]:
    """A whole sitting as (card, reason, right), each answer taking so many seconds."""
    rng, cards, sitting = random.Random(seed), agenda(due, 3), begin(START, length)
    met: list[tuple[str, str, bool]] = []
    while (up := next_up(sitting, cards, new_cards(new), len(met) * seconds)) is not None:
        was_right = right(len(met), up.card)
        met.append((up.card, up.reason, was_right))
        sitting = answered(sitting, up, was_right, rng, len(met) * seconds)
        assert len(met) < 200
    return met


def always(_at: int, _card: str) -> bool:
    return True


def test_what_is_due_comes_before_what_is_new() -> None:
    reasons = [reason for _, reason, _ in played(4, 20, always)]
    assert reasons == ["due"] * 4 + ["new"] * 6


def test_what_is_not_due_does_not_come() -> None:
    assert len(played(4, 0, always)) == 4


def test_ten_questions_are_ten() -> None:
    assert len(played(30, 30, always)) == 10


def test_ten_minutes_are_ten_minutes() -> None:
    assert len(played(30, 30, always, Length(0, 10), seconds=45)) == 14


def test_what_was_missed_comes_back_once_three_to_eight_others_have_come() -> None:
    for seed in range(40):
        cards = [card for card, _, _ in played(0, 40, lambda at, _: at != 0, seed=seed)]
        first, again = [at for at, card in enumerate(cards) if card == cards[0]]
        assert 3 <= again - first - 1 <= 8
        assert len(cards) == 11


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 10**6), st.floats(0, 1))
def test_every_sitting_ends_and_leaves_room_between_the_same_card(
    due: int, new: int, seed: int, share: float
) -> None:
    chance = random.Random(seed)
    met = played(due, new, lambda *_: chance.random() < share, seed=seed)
    cards = [card for card, _, _ in met]
    enough = due + new >= 10 + 2 * SOONEST
    for card in set(cards):
        places = [at for at, one in enumerate(cards) if one == card]
        assert len(places) <= MOST_TIMES
        if enough:
            assert all(b - a - 1 >= SOONEST for a, b in pairwise(places))
    firsts = sum(reason != "back" for _, reason, _ in met)
    assert min(10, due + new) <= firsts <= 10 + SOONEST
    assert len(met) <= 40


def test_what_was_missed_within_the_ten_is_asked_again_before_the_end() -> None:
    for seed in range(20):
        chance = random.Random(seed)
        met = played(20, 20, lambda *_, c=chance: c.random() < 0.6, seed=seed)
        firsts = [(card, right) for card, reason, right in met if reason != "back"][:10]
        again = {card for card, reason, _ in met if reason == "back"}
        assert {card for card, right in firsts if not right} <= again


def test_the_last_answer_of_ten_minutes_comes_back_too() -> None:
    met = played(30, 30, lambda at, _: at != 13, Length(0, 10), seconds=45)
    assert [card for card, _, _ in met].count(met[13][0]) == 2


def test_what_is_left_at_the_very_end_comes_back_without_others() -> None:
    cards = [card for card, _, _ in played(1, 0, lambda at, _: at > 0)]
    assert cards == ["made/due-0#answer"] * 2


def test_two_cards_of_one_fact_do_not_follow_each_other() -> None:
    pair = [memory(f"made/a#{name}", due=0) for name in ("who", "when")]
    cards = Agenda([*pair, *(memory(f"made/{n}#answer", due=-2) for n in range(12))])
    sitting, rng, met = begin(START, TEN), random.Random(1), []
    while (up := next_up(sitting, cards, new_cards(0), 0)) is not None:
        met.append(up.card)
        sitting = answered(sitting, up, True, rng, 0)
    assert sum(card.startswith("made/a#") for card in met) == 1


def test_a_card_that_was_answered_moves_to_its_day() -> None:
    cards = agenda(3)
    cards.note(memory("made/due-1#answer", due=4, last=0))
    assert cards.count(START) == 2
    assert cards.count(START + timedelta(days=4)) == 3
    assert {one.card for one in cards.due(START)} == {"made/due-0#answer", "made/due-2#answer"}


def test_a_card_seen_under_a_clock_ahead_is_due_today() -> None:
    cards = Agenda([memory("made/ahead#answer", due=400, last=390), memory("made/b#answer", due=3)])
    assert [one.card for one in cards.due(START)] == ["made/ahead#answer"]
    assert cards.count(START) == 1


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(-30, 30)), max_size=60))
def test_the_agenda_knows_what_a_search_would_find(moves: list[tuple[int, int]]) -> None:
    cards = Agenda()
    for number, due in moves:
        cards.note(memory(f"made/{number}#answer", due=due))
    found = [one.card for one in cards.due(START)]
    searched = [one.card for one in cards.memories.values() if one.due <= START]
    assert sorted(found) == sorted(searched)
    assert len(found) == cards.count(START)


class Counting(dict[str, object]):
    """A dictionary that counts how often something is looked up in it."""

    looked = 0

    def __getitem__(self, key: str) -> object:
        self.looked += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("count", [1_000, 20_000])
def test_choosing_from_many_cards_looks_at_few(count: int) -> None:
    many = Agenda(memory(f"made/{n}#answer", due=n % 300 - 30) for n in range(count))
    many.memories = Counting(many.memories)  # type: ignore[assignment]
    sitting, rng = begin(START, TEN), random.Random(1)
    while (up := next_up(sitting, many, new_cards(0), 0)) is not None:
        sitting = answered(sitting, up, True, rng, 0)
    assert isinstance(many.memories, Counting)
    assert many.memories.looked <= 100


def test_a_sitting_is_a_value() -> None:
    sitting = begin(START, TEN)
    up = next_up(sitting, agenda(1), new_cards(0), 0)
    assert up is not None
    after = answered(sitting, up, False, random.Random(1), 0)
    assert sitting == Sitting(START, TEN)
    assert after.asked == (up.card,)
