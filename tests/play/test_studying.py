"""A learner studies with a real store: what is kept, what comes next, and what comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from game import paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack
from game.play.learner import Learner
from game.play.studying import NothingToAsk, Studying
from game.records.store import Store
from game.study.queue import Length
from game.study.schedule import Scheduler
from tests.patience import PATIENCE_S

MORNING = datetime(2026, 9, 7, 8, 30, tzinfo=timezone(timedelta(hours=5)))
TEN = Length(questions=10)


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def bank() -> Bank:
    pack, problems = read_pack(paths.default_pack())
    assert pack is not None, problems
    return build(pack, 3)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def learner(tmp_path: Path, bank: Bank, watch: Watch) -> Learner:
    store = Store.open(tmp_path).store
    profile = store.add_profile("Aigul", "tulip")
    return Learner(store, profile, bank, Scheduler(), watch)


def studied(sitting: Studying, missed: tuple[int, ...] = ()) -> list[str]:
    """Play a sitting to its end, the questions of these numbers not right; its cards."""
    number = 0
    while sitting.round.phase == "asking":
        sitting.tick(sitting.round.reading_left_s + 4.0)
        sitting.answer(None if number in missed else sitting.question.answer)
        number += 1
        sitting.go_on()
    assert sitting.learner.store.wait(PATIENCE_S)
    return list(sitting.cards)


def test_ten_questions_are_ten_new_facts_on_the_first_day(learner: Learner) -> None:
    cards = studied(Studying(learner, TEN, "one"))
    assert len(set(cards)) == len(cards) == 10
    kept = learner.store.records(learner.profile.id)
    assert [one.card for one in kept] == cards
    assert all(one.right and one.rating == 3 and one.mode == "study" for one in kept)
    assert {one.study_day for one in kept} == {MORNING.date()}
    assert all(one.at_utc.tzinfo is UTC and one.elapsed_ms >= 4000 for one in kept)


def test_what_was_missed_comes_back_after_three_to_eight_others_and_moves_nothing(
    learner: Learner,
) -> None:
    sitting = Studying(learner, TEN, "one")
    cards = studied(sitting, missed=(2,))
    again = cards.index(cards[2], 3)
    assert 3 <= again - 3 <= 8
    kept = learner.store.records(learner.profile.id, cards[2])
    assert [one.rating for one in kept] == [1, None]
    assert sitting.cells().count("mended") == 1
    assert sitting.right() == 9


def test_the_store_and_the_sitting_remember_the_same(learner: Learner) -> None:
    studied(Studying(learner, TEN, "one"), missed=(1, 4))
    assert learner.store.memories(learner.profile.id) == learner.agenda.memories


def test_on_the_second_study_day_what_is_due_comes_before_what_is_new(
    learner: Learner, watch: Watch
) -> None:
    first = studied(Studying(learner, TEN, "one"), missed=(0, 3, 5))
    watch.now = MORNING + timedelta(hours=23, minutes=55)
    learner = learner.renewed()
    due = {memory.card for memory in learner.agenda.due(learner.day)}
    assert {first[0], first[3], first[5]} <= due
    sitting = Studying(learner, TEN, "two")
    second = studied(sitting)
    assert set(second[: len(due)]) == due
    assert not set(second[len(due) :]) & set(first)
    lifts = {lift.card: lift for lift in sitting.lifted()}
    assert all((lifts[card].before or 0) < lifts[card].after for card in due)
    assert learner.renewed().sittings == 2


def test_a_night_owl_is_still_at_yesterdays_cards(learner: Learner, watch: Watch) -> None:
    studied(Studying(learner, TEN, "one"))
    watch.now = MORNING.replace(hour=3, minute=30) + timedelta(days=1)
    assert learner.renewed().due() == 0


def test_a_card_that_is_pointed_at_comes_first(learner: Learner, watch: Watch) -> None:
    first = studied(Studying(learner, TEN, "one"))
    watch.now = MORNING + timedelta(days=5)
    sitting = Studying(learner.renewed(), TEN, "two", first=first[7])
    assert sitting.cards == (first[7],)


def test_a_sitting_by_minutes_ends_with_the_answer_after_them(learner: Learner) -> None:
    sitting = Studying(learner, Length(questions=0, minutes=1), "one")
    cards = studied(sitting)
    assert 2 <= len(cards) <= 15
    assert sitting.left_s == 0


def test_paused_questions_are_kept_and_not_graded(learner: Learner) -> None:
    sitting = Studying(learner, TEN, "one")
    sitting.pause(True)
    sitting.pause(False)
    sitting.tick(5)
    sitting.answer(sitting.question.answer)
    learner.store.wait(PATIENCE_S)
    assert [one.rating for one in learner.store.records(learner.profile.id)] == [None]


def test_where_all_is_known_and_nothing_is_due_there_is_nothing_to_ask(
    learner: Learner, bank: Bank, watch: Watch
) -> None:
    narrow = Learner(learner.store, learner.profile, bank, Scheduler(), watch, sets=())
    with pytest.raises(NothingToAsk):
        Studying(narrow, TEN, "one")


def test_harder_ones_are_known_cards_in_kinds_that_are_remembered(
    learner: Learner, watch: Watch
) -> None:
    studied(Studying(learner, TEN, "one"))
    watch.now = MORNING + timedelta(days=1)
    later = learner.renewed()
    due = {memory.card for memory in later.agenda.due(later.day)}
    sitting = Studying(later, TEN, "two", aim="harder")
    cards = studied(sitting)
    assert set(cards) <= set(learner.agenda.memories)
    kinds = {
        asked.question.kind
        for asked, card in zip(sitting.round.asked, cards, strict=True)
        if card not in due
    }
    assert kinds <= {"typed", "number", "order"}


def test_four_sittings_fly_one_mission_with_what_was_learned(
    learner: Learner, watch: Watch
) -> None:
    stages, loads = [], []
    for number in range(4):
        learner = learner.renewed()
        studied(Studying(learner, TEN, f"seed {number}"))
        learner = learner.renewed()
        stages.append(learner.standing.stage)
        loads.append(learner.mission())
        watch.now += timedelta(days=1)
    assert stages.index("launch") in (2, 3)
    flown = loads[stages.index("launch")]
    assert flown.answers == flown.right == 10 * (1 + stages.index("launch"))
    assert len(flown.cards) >= 10
    assert all(learner.label(card) for card in flown.cards)


def test_the_constellation_counts_and_sinks(learner: Learner, watch: Watch) -> None:
    studied(Studying(learner, TEN, "one"), missed=(0,))
    fresh = learner.renewed().constellation()
    assert fresh.known == 10
    assert fresh.due == 0
    assert all(one.recall == 1.0 for one in fresh.satellites)
    watch.now = MORNING + timedelta(days=1)
    sunk = learner.renewed().constellation()
    assert sunk.due >= 1
    assert all(one.recall < 1.0 for one in sunk.satellites)
    assert all(one.citations and one.name for one in sunk.satellites)


def test_what_was_missed_and_not_mended_is_due_and_comes_first_in_the_next_sitting(
    learner: Learner,
) -> None:
    sitting = Studying(learner, TEN, "one")
    missed = sitting.cards[-1]
    sitting.tick(sitting.round.reading_left_s + 4.0)
    sitting.answer(None)
    assert learner.store.wait(PATIENCE_S)
    again = learner.renewed()
    assert again.missed == (missed,)
    assert again.due() == 1
    known = again.constellation()
    assert (known.known, known.due) == (0, 1)
    (one,) = known.satellites
    assert one.recall < 0.9
    assert Studying(again, TEN, "two").cards == (missed,)


def test_what_was_missed_and_then_right_is_known(learner: Learner) -> None:
    studied(Studying(learner, TEN, "one"), missed=(0,))
    again = learner.renewed()
    assert again.missed == ()
    assert again.constellation().known == 10
