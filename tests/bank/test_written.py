"""Written questions in the bank: asked as they were written, studied and judged like others."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from game import languages
from game.bank.bank import Bank, build
from game.bank.commands import as_json
from game.bank.judge import judge
from game.packs.model import Pack
from game.packs.read import read_pack
from game.play.learner import Learner
from game.play.studying import Studying
from game.records.store import Store
from game.study.cards import cards, cards_of
from game.study.queue import Length
from game.study.schedule import Scheduler
from tests.packs.made import MANIFEST

QUESTIONS = """from: atlas
level: 2
questions:
  - id: planet
    ask: Which planet is the largest?
    right: Jupiter
    wrong: [Mars: It is small., Venus, Earth, Saturn, Uranus]
    why: It is bigger than all others together.
    hint: It has a red spot.
    topic: rivers
    licence: CC BY-SA 4.0
  - id: primes
    ask: Which of these are primes?
    right: ["2", "3", "5"]
    wrong: ["4", "6"]
  - id: flat
    ask: The Earth is flat.
    is_true: no
    feedback: {if_true: It is a ball.}
  - id: first
    ask: Who flew first?
    typed: [Yuri Gagarin, Gagarin]
  - id: long
    ask: How long is the river?
    number: 6650
    tolerance: 50
    unit: km
  - id: towns
    ask: Match each country with its capital.
    match: [{Norway: Oslo}, {Peru: Lima}, {Chile: Santiago}, {Cuba: Havana}, {Egypt: Cairo}]
    spare: Paris
  - id: animals
    ask: Put these in order, the smallest first.
    order: [a mouse, a cat, a dog, a horse, a whale]
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = tmp_path_factory.mktemp("written")
    whole = MANIFEST.replace("    paragraphs: 3\n", "")
    (folder / "pack.yaml").write_text(whole, encoding="utf-8")
    (folder / "questions").mkdir()
    (folder / "questions" / "all.yaml").write_text(QUESTIONS, encoding="utf-8")
    made, problems = read_pack(folder)
    assert made is not None, problems
    return made


@pytest.fixture(scope="module")
def bank(pack: Pack) -> Bank:
    return build(pack, 1, languages.catalogue("en"))


def test_each_question_has_its_id_and_kind_and_no_fact(bank: Bank) -> None:
    printed = [as_json(question) for question in bank.questions()]
    assert {one["id"] for one in printed} == {
        "small/planet/choice",
        "small/primes/choice/1",
        "small/primes/choice/2",
        "small/primes/choice/3",
        "small/flat/true-false",
        "small/first/typed",
        "small/long/number",
        "small/towns/match",
        "small/animals/order",
    }
    assert all(one["facts"] == [] and one["explanation"] for one in printed)
    assert all(one["citations"] == [{"source": "atlas", "paragraph": None}] for one in printed)


def test_a_question_is_found_by_its_id(bank: Bank) -> None:
    for question in bank.questions():
        assert bank.question(question.id).id == question.id


@pytest.mark.parametrize("seed", range(5))
def test_what_is_right_is_right_under_every_seed(bank: Bank, seed: int) -> None:
    for question in bank.under(seed).questions():
        assert judge(question, question.answer)
    planet = bank.under(seed).question("small/planet/choice")
    assert planet.key == "Jupiter"
    assert len(planet.options) == len(planet.feedback) == 4


def test_right_answers_never_stand_beside_each_other(bank: Bank) -> None:
    for name, key in (("1", "2"), ("2", "3"), ("3", "5")):
        question = bank.question(f"small/primes/choice/{name}")
        assert (question.key, set(question.options)) == (key, {key, "4", "6"})
        assert "2, 3, 5" in question.explanation


def test_pairs_and_rows_fit_a_screen_and_never_begin_right(bank: Bank) -> None:
    for seed in range(8):
        towns = bank.under(seed).question("small/towns/match")
        assert len(towns.prompts) == len(towns.options) == 4
        assert towns.answer != (0, 1, 2, 3)
        animals = bank.under(seed).question("small/animals/order")
        assert isinstance(animals.answer, tuple)
        row = [animals.options[at] for at in animals.answer]
        assert row == sorted(row, key="a mouse, a cat, a dog, a horse, a whale".index)


def test_the_authors_hint_feedback_reason_and_licence_go_along(bank: Bank) -> None:
    planet = bank.question("small/planet/choice")
    assert "It has a red spot." in [hint.text for hint in planet.hints]
    assert planet.why == "It is bigger than all others together."
    assert planet.licence == "CC BY-SA 4.0"
    assert "It is a ball." in bank.question("small/flat/true-false").feedback


def test_every_card_is_that_of_its_question(bank: Bank) -> None:
    there = cards(bank)
    assert {card for q in bank.questions() for card in cards_of(bank, q)} == set(there)
    assert "small/planet#" in there
    assert "small/primes#2" in there


def test_a_learner_studies_a_pack_of_written_questions(bank: Bank, tmp_path: Path) -> None:
    now = datetime(2026, 9, 7, 8, 30, tzinfo=timezone(timedelta(hours=5)))
    store = Store.open(tmp_path).store
    learner = Learner(store, store.add_profile("Aigul", "tulip"), bank, Scheduler(), lambda: now)
    sitting = Studying(learner, Length(questions=5), "one")
    while sitting.round.phase == "asking":
        sitting.tick(sitting.round.reading_left_s + 4.0)
        sitting.answer(sitting.question.answer)
        sitting.go_on()
    assert store.wait(10)
    known = learner.renewed().constellation()
    assert known.known == 5
    assert all(one.name and one.ask for one in known.satellites)
