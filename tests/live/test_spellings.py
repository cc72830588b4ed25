"""Typed answers in the other languages of the pack: those that are meant, and no others."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game import languages, paths
from game.bank.bank import Bank, build_in
from game.bank.judge import judge
from game.bank.question import Question
from game.live import spellings
from game.live.players import Player
from game.live.settings import Settings
from game.live.spellings import Spellings
from game.packs.read import read_pack
from game.records.class_log import new_log, unfinished
from tests.live.hosting import HEAD
from tests.live.made import CALM, Class


@cache
def bank_in(code: str) -> Bank:
    """The shipped pack in a language."""
    pack, _ = read_pack(paths.default_pack())
    assert pack is not None
    said = None if code == pack.language else read_pack(paths.default_pack(), code)[0]
    return build_in(pack, said, 0, languages.catalogue)


@cache
def spelled(code: str) -> Spellings:
    """What a class in that language takes."""
    others = [one for one in languages.LANGUAGES if one != code]
    return made(Spellings(bank_in(code), lambda: [bank_in(one) for one in others]))


def made(spellings: Spellings) -> Spellings:
    """The same, with all that it takes."""
    spellings.wait()
    return spellings


def typed(code: str) -> tuple[Question, ...]:
    return tuple(bank_in(code).questions("typed"))


@pytest.mark.parametrize("code", languages.LANGUAGES)
def test_the_answer_as_another_language_writes_it_is_right(code: str) -> None:
    taken = asked = 0
    for question in typed(code):
        for other in languages.LANGUAGES:
            try:
                answer = str(bank_in(other).question(question.id).answer)
            except KeyError:
                continue
            asked += 1
            taken += judge(question, answer) or spelled(code).right(question, answer)
    assert asked > 2 * len(typed(code))
    assert taken >= 0.98 * asked


@pytest.mark.parametrize("code", languages.LANGUAGES)
def test_the_answer_to_another_question_is_never_right(code: str) -> None:
    questions = typed(code)
    for question in questions:
        for other in questions:
            answer = str(other.answer)
            # Where two questions have one answer, it is right for both.
            if not judge(question, answer) and not judge(other, str(question.answer)):
                assert not spelled(code).right(question, answer), (question.id, answer)


def test_another_language_must_be_right_to_the_letter() -> None:
    union = next(one for one in typed("en") if "USSR" in one.accepted or one.key == "USSR")
    take = spelled("en").right
    assert take(union, "СССР")
    assert take(union, "кеңес одағы")
    assert not take(union, "СССРР")
    assert not take(union, "Россия")
    assert not take(union, "")
    assert not take(union, "?!")


def test_a_spelling_that_means_something_else_in_the_class_is_not_taken() -> None:
    one, other = typed("en")[0], typed("en")[1]
    own = _Bank({"a": replace(one, id="a", answer="red", accepted=("red",)),
                 "b": replace(other, id="b", answer="blue", accepted=("blue",))})  # fmt: skip
    there = _Bank({"a": replace(one, id="a", answer="blue", accepted=("blue", "rot")),
                   "b": replace(other, id="b", answer="blau", accepted=("blau",))})  # fmt: skip
    take = made(Spellings(own, lambda: [there])).right  # type: ignore[list-item, arg-type]
    assert take(own.question("a"), "rot")
    assert not take(own.question("a"), "blue")
    assert take(own.question("b"), "blau")


def test_a_pack_with_very_many_typed_questions_takes_its_own_language_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spellings, "MOST_TYPED", 1)
    union = next(one for one in typed("en") if "USSR" in one.accepted or one.key == "USSR")
    assert not made(Spellings(bank_in("en"), lambda: [bank_in("ru")])).right(union, "СССР")


def test_a_learner_who_writes_in_their_own_language_has_it_right() -> None:
    union = next(one for one in typed("en") if "USSR" in one.accepted or one.key == "USSR")
    asked = (union, *[one for one in typed("en") if one.id != union.id][:2])
    live = Class(Settings(go=False), asked, also=spelled("en"))
    one, two = live.join(), live.join()
    live.order("start")
    live.answer(one, "СССР")
    live.answer(two, "ССР")
    live.order("close")
    assert (one.results[0].right, two.results[0].right) == (True, False)
    assert live.last(one, "reveal")["earned"] == 100


class _Late:
    """Knows "rot" once it is `ready`."""

    ready = False
    asked_too_soon = False
    prepares = 0

    def prepare(self) -> None:
        """It takes as long as the test likes."""
        self.prepares += 1

    def wait(self) -> None:
        raise AssertionError("a class that is on waits for nothing")

    def right(self, question: Question, typed: str) -> bool:
        del question
        self.asked_too_soon |= not self.ready
        return self.ready and typed == "rot"


def _typed_class(late: _Late) -> tuple[Class, Player, Player]:
    asks = tuple(replace(one, answer="red", accepted=("red",)) for one in typed("en")[:3])
    live = Class(CALM, asks, also=late)
    one, two = live.join(), live.join()
    live.order("start")
    return live, one, two


def test_a_close_that_must_know_other_spellings_waits_for_them_and_blocks_nobody() -> None:
    late = _Late()
    live, one, two = _typed_class(late)
    live.answer(one, "rot")
    live.order("close")
    assert live.phase == "asking"
    # The class is there for everybody meanwhile, and the question takes no more.
    assert live.answer(two, "red") == "closed"
    assert live.join().id in live.room.players
    live.wait(3.0)
    assert live.phase == "asking"
    late.ready = True
    live.wait(0.1)
    assert live.phase == "explaining"
    assert (one.results[0].right, two.results[0].answered) == (True, False)
    assert not late.asked_too_soon


def test_what_is_waited_for_is_begun_also_where_the_class_was_taken_up(tmp_path: Path) -> None:
    late = _Late()
    live, one, two = _typed_class(late)
    live.answer(one, "rot")
    live.answer(two, "red")
    log = new_log(tmp_path, HEAD, lambda call: call(), lambda _: None)
    log.write(live.rows, lambda: None)
    log.close(keep=True)
    found = unfinished(tmp_path)
    assert found is not None
    after = _Late()
    again = Class(CALM, also=after, kept=found[1])
    again.room.take_up(again.now)
    again.order("close")
    assert after.prepares
    after.ready = True
    again.wait(0.1)
    assert again.phase == "explaining"


def test_a_question_that_closes_by_itself_waits_for_other_spellings_as_well() -> None:
    late = _Late()
    live, one, two = _typed_class(late)
    live.answer(one, "rot")
    live.answer(two, "red")
    live.wait(1.0)
    assert live.phase == "asking"
    late.ready = True
    live.wait(0.1)
    assert (live.phase, one.results[0].right) == ("explaining", True)


def test_answers_that_are_right_in_the_language_of_the_class_wait_for_no_other() -> None:
    live, one, two = _typed_class(_Late())
    live.answer(one, "red")
    live.answer(two, None)
    live.wait(0.1)
    assert live.phase == "explaining"


def test_what_closes_can_still_be_skipped() -> None:
    late = _Late()
    live, one, _ = _typed_class(late)
    live.answer(one, "rot")
    live.order("close")
    live.order("skip")
    assert (live.phase, live.room.course.q) == ("asking", 1)
    live.wait(0.5)
    assert live.phase == "asking"


def test_other_banks_that_cannot_be_made_hold_no_class_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)

    def broken() -> list[Bank]:
        raise OSError("gone")

    found = made(Spellings(bank_in("en"), broken))
    assert found.ready
    assert not found.right(typed("en")[0], "СССР")


class _Bank:
    """As much of a bank as is asked."""

    def __init__(self, made: dict[str, Question]) -> None:
        self._made = made

    def question(self, question_id: str) -> Question:
        return self._made[question_id]

    def questions(self, _kind: str) -> list[Question]:
        return list(self._made.values())

    def of_kind(self, _kind: str) -> list[Question]:
        return list(self._made.values())
