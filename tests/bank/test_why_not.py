"""Why there is no question of a kind: said just where there is none, and what it advises helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations

import pytest
from hypothesis import given

from game import paths
from game.bank.bank import Bank
from game.bank.distractors import FEWEST, text_distractors
from game.bank.kinds import KINDS
from game.bank.known import Known
from game.bank.spec import Spec
from game.bank.why_not import Reason, reasons
from game.packs.model import NUMERIC, Answer, Fact, Pack
from game.packs.read import read_pack
from tests.bank.made import packs
from tests.bank.packs import answer, fact, pack

WORDS = NullTranslations()


@dataclass(frozen=True, slots=True)
class Told:
    """One answer with the kinds that it gives, and what is said of the others."""

    fact: Fact
    answer: Answer
    given: frozenset[str]
    reasons: tuple[Reason, ...]

    def of(self, kind: str) -> Reason | None:
        return next((one for one in self.reasons if one.kind == kind), None)


def told(some: Pack) -> Iterator[Told]:
    known = Known(some)
    bank = Bank(known, 0, WORDS)
    for one in some.facts:
        specs = bank.of_fact(one.id)
        for marked in one.answers:
            given = frozenset(spec.kind for spec in specs if _is_about(spec, one, marked))
            yield Told(one, marked, given, reasons(one, marked, specs, known, WORDS))


def _is_about(spec: Spec, one: Fact, marked: Answer) -> bool:
    return any(entry.fact is one and entry.answer is marked for entry in spec.entries)


def why(some: Pack, fact_id: str, kind: str, name: str = "answer") -> Reason | None:
    """What is said of one kind of one answer; None where there is such a question."""
    found = next(t for t in told(some) if (t.fact.id, t.answer.name) == (fact_id, name))
    return found.of(kind)


def _read(name: str) -> Pack:
    found, _problems = read_pack(paths.packs() / name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["baikonur", "baikonur-rockets"])
def test_each_kind_of_each_shipped_answer_has_either_a_question_or_a_reason(name: str) -> None:
    for one in told(_read(name)):
        assert {kind.KIND for kind in KINDS} == one.given | {r.kind for r in one.reasons}
        assert not one.given & {reason.kind for reason in one.reasons}


@given(packs())
def test_each_kind_of_any_answer_has_either_a_question_or_a_reason(some: Pack) -> None:
    for one in told(some):
        assert {kind.KIND for kind in KINDS} == one.given | {r.kind for r in one.reasons}
        assert not one.given & {reason.kind for reason in one.reasons}


@given(packs())
def test_that_another_fact_asks_the_same_is_said_just_where_the_kind_would_have_asked(
    some: Pack,
) -> None:
    known = Known(some)
    would = {
        (kind.KIND, spec.fact.id, spec.answer.name) for kind in KINDS for spec in kind.specs(known)
    }
    for one in told(some):
        for reason in one.reasons:
            asks = (reason.kind, one.fact.id, one.answer.name) in would
            assert ("asks just the same" in reason.text) == asks, reason


@given(packs())
def test_too_few_options_are_told_just_where_the_kind_finds_too_few(some: Pack) -> None:
    known = Known(some)
    for one in told(some):
        reason = one.of("choice")
        if reason is None or one.answer.type in NUMERIC:
            continue
        few = len(text_distractors(one.fact, one.answer, known)) < FEWEST
        assert few == ("stand beside it" in reason.text)


def _places(**more: object) -> Pack:
    city = answer("Baikonur", "place", "Where was it?", **more)  # type: ignore[arg-type]
    return pack(fact("where", ("It was at ", city, ".")))


def test_one_option_that_is_missing_is_asked_for_and_then_there_is_the_choice() -> None:
    one = why(_places(wrong=("Plesetsk",)), "where", "choice")
    assert one is not None and one.mendable
    assert one.text.startswith("Only “Plesetsk” can stand beside it: add one more under wrong.")
    assert why(_places(wrong=("Plesetsk", "Kourou")), "where", "choice") is None


def test_two_options_that_are_missing_are_asked_for() -> None:
    one = why(_places(), "where", "choice")
    assert one is not None and "add two under wrong" in one.text


def test_an_answer_that_is_not_single_learns_what_single_would_bring() -> None:
    one = why(_places(), "where", "choice")
    assert one is not None and "single: yes" in one.text
    assert "single" not in (why(_places(single=True), "where", "choice") or one).text


def test_a_sentence_that_is_too_long_is_told_its_length_and_the_limit() -> None:
    year = answer("1957", "year", "When?")
    long = fact("long", ("It was " + "very " * 20 + "late in ", year, "."), level=1)
    one = why(pack(long), "long", "true-false")
    assert one is not None and one.text.startswith("Its sentence has 25 words")
    short = replace(long, parts=("It was late in ", 0, "."), text="It was late in 1957.")
    assert why(pack(short), "long", "true-false") is None


def test_a_claim_that_does_not_name_its_speaker_is_told_to() -> None:
    def claimed(ask: str) -> Pack:
        year = answer("1957", "year", ask)
        return pack(fact("claim", ("It began in ", year, "."), by="TASS"))

    one = why(claimed("When did it begin?"), "claim", "choice")
    assert one is not None and "“According to TASS”" in one.text
    assert why(claimed("According to TASS, when did it begin?"), "claim", "choice") is None


def test_what_must_not_be_typed_says_so_without_asking_for_a_change() -> None:
    one = why(_places(typed=False), "where", "typed")
    assert one is not None and one.text and not one.mendable


def test_a_kind_that_is_not_meant_for_an_answer_has_no_words() -> None:
    one = why(_places(), "where", "number")
    assert one is not None and not one.text and not one.mendable


def test_a_time_without_an_event_is_told_to_have_one_and_then_that_others_are_needed() -> None:
    def timed(event: str) -> Pack:
        year = answer("1957", "year", "When?", event=event)
        return pack(fact("start", ("It began in ", year, ".")))

    one, other = why(timed(""), "start", "order"), why(timed("The start"), "start", "order")
    assert one is not None and "event" in one.text
    assert other is not None and other.text.startswith("Three events")


def test_three_events_of_three_years_can_be_put_in_order() -> None:
    some = pack(
        *(
            fact(
                f"f{year}",
                ("It was in ", answer(str(year), "year", "When?", event=f"E{year}"), "."),
            )
            for year in (1957, 1961, 1971)
        )
    )
    assert why(some, "f1957", "order") is None


def test_the_fact_that_asks_the_same_is_named_with_its_place() -> None:
    length = answer("650 km", "number", "How long is the river?", wrong=("700 km", "800 km"))
    some = pack(
        fact("first", ("The river is ", length, " long.")),
        fact("second", ("Its length is ", replace(length), ".")),
    )
    reason = why(some, "second", "choice")
    assert reason is not None and reason.mendable
    assert reason.text.startswith("facts.yaml, line 1 asks just the same")
