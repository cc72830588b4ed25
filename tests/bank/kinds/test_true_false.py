"""Statements that are true, and statements that are certainly false."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bank.bank import build
from game.bank.question import Question
from game.packs.model import Answer, Citation, Fact
from tests.bank.packs import answer, fact, pack, space_pack

WRONG = ("Mongolia", "China")


def statements(*facts: Fact, seed: int = 0) -> list[Question]:
    return list(build(pack(*facts), seed).questions("true-false"))


def place(**more: object) -> Answer:
    return answer("Kazakhstan", "place", "Where?", wrong=WRONG, **more)  # type: ignore[arg-type]


def test_a_fact_is_stated_once_as_it_is_and_once_with_something_false() -> None:
    true, false = statements(fact("where", ("It lies in ", place(), ".")))
    assert (true.prompt, true.answer) == ("It lies in Kazakhstan.", 0)
    assert false.answer == 1
    assert false.prompt in ("It lies in Mongolia.", "It lies in China.")


def test_a_false_statement_is_explained_by_the_truth() -> None:
    _true, false = statements(fact("where", ("It lies in ", place(), ".")))
    assert false.explanation == "It lies in Kazakhstan."


@pytest.mark.parametrize(
    "parts",
    [
        ("It lies in ", place(form="Kazakhstan's"), " steppe."),
        (place(), ", a vast country, is its home."),
        ("Its home, ", place(), ", is vast."),
        ("After ", place(), " was free, all was new."),
        ("It is in talks with a firm, a company from ", place(), "."),
        ('They call it "', place(), '".'),
        ("Kazakhstan, or Mongolia, or China: it is ", place(), "."),
    ],
)
def test_no_statement_is_made_where_another_word_would_be_odd(parts: tuple[str | Answer]) -> None:
    assert statements(fact("where", parts)) == []


def test_a_or_an_decides_what_can_stand_behind_it() -> None:
    marked = answer("rocket", "thing", "What?", wrong=("engine", "satellite"))
    for seed in range(10):
        _true, false = statements(fact("what", ("It is a ", marked, ".")), seed=seed)
        assert false.prompt == "It is a satellite."


def test_more_than_a_number_is_false_only_with_a_larger_one() -> None:
    for seed in range(20):
        question = build(space_pack(), seed).question("made/people#answer/true-false/false")
        number = int(question.prompt.split()[2].replace(",", ""))
        assert number > 76_500


def test_a_claim_is_never_stated_as_true_or_false() -> None:
    assert statements(fact("said", ("It lies in ", place(), "."), by="A minister")) == []


def test_two_facts_that_differ_in_one_answer_give_no_statement() -> None:
    one = fact("one", (answer("Soyuz", "vehicle", "What flies?", wrong=WRONG), " flies here."))
    two = fact("two", (answer("Proton", "vehicle", "What flies?", wrong=WRONG), " flies here."))
    assert statements(one, two) == []


def test_a_level_one_statement_is_short() -> None:
    long = "It lies far away, beyond all of the lakes and mountains and rivers and plains, in "
    assert statements(fact("where", (long, place(), "."))) == []
    assert len(statements(fact("where", (long, place(), "."), level=2))) == 2


def test_a_dated_statement_carries_its_day() -> None:
    true, _false = statements(fact("now", ("It is in ", place(), "."), as_of="2025-08-18"))
    assert true.prompt == "It is in Kazakhstan, as of August 2025."


def false_prompts(*facts: Fact) -> set[str]:
    made = (statements(*facts, seed=seed) for seed in range(30))
    return {question.prompt for each in made for question in each if question.answer == 1}


def test_a_false_statement_has_one_of_the_authors_first_two() -> None:
    where = answer("Kazakhstan", "place", "Where?", wrong=("Mongolia", "China", "Peru", "Chad"))
    assert false_prompts(fact("where", ("It lies in ", where, "."))) == {
        "It lies in Mongolia.",
        "It lies in China.",
    }
    when = answer("1957", "year", "When?", wrong=("1961", "1955", "1991"))
    assert false_prompts(fact("when", ("It flew in ", when, "."))) == {
        "It flew in 1961.",
        "It flew in 1955.",
    }


def test_the_answer_that_is_best_worth_knowing_is_put_wrong() -> None:
    how = answer("by rail", "term", "How?", name="how", wrong=("by ship", "by air"))
    when = answer("1957", "year", "When?", name="when", wrong=("1961", "1955"))
    made = fact("way", ("It came ", how, " in ", when, "."))
    assert false_prompts(made) == {"It came by rail in 1961.", "It came by rail in 1955."}


@pytest.mark.parametrize(
    "parts",
    [
        ("It can ", answer("watch the Earth", "term", "What?", wrong=("carry crews",)), "."),
        ("It can ", answer("carry crews", "term", "What?", wrong=("land on Mars",)), " now."),
        ("In 2025, the first flight was from ", place(), "."),
        ("It is ", answer("the seat", "term", "What?", wrong=("the home",)), " of the firm."),
    ],
)
def test_what_asks_for_nothing_else_does_not_stop_a_statement(
    parts: tuple[str | Answer],
) -> None:
    assert len(statements(fact("what", parts))) == 2


def test_where_a_verb_agrees_only_the_same_number_fits() -> None:
    many = answer("probes", "term", "What?", wrong=("satellite", "stations"))
    assert false_prompts(fact("what", ("There ", many, " are sent."))) == {
        "There stations are sent."
    }


def test_a_false_statement_about_a_rows_name_is_set_right_about_that_thing_first() -> None:
    rows = []
    for number, (name, meaning) in enumerate((("Zvezda", "star"), ("Buran", "snowstorm"))):
        marked = answer(
            name, "vehicle", f"Which name means {meaning}?", name="name", single=True,
            wrong=("Buran",) if name == "Zvezda" else ("Zvezda",),
            column="names/name", parts=("The name ", 0, f" means {meaning}."),
        )  # fmt: skip
        made = fact(f"names/{number}", ("The name ", marked, f" means {meaning}."), name=name)
        rows.append(replace(made, citations=(Citation("book", number + 1),)))
    false = [q for q in statements(*rows) if q.answer == 1]
    assert false[1].prompt == "The name Zvezda means snowstorm."
    assert false[1].explanation == "The name Zvezda means star. The name Buran means snowstorm."
    assert {cited.paragraph for cited in false[1].citations} == {1, 2}
