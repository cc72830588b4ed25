"""Which answers are typed, and what is accepted."""

from __future__ import annotations

import pytest

from game.bank.bank import build
from game.packs.model import AnswerType
from tests.bank.packs import answer, fact, pack


@pytest.mark.parametrize(
    ("text", "kind", "can_be"),
    [
        ("Yuri Gagarin", "person", True),
        ("Cape of Good Hope", "place", False),
        ("International Space Station", "term", False),
        ("cosmodrome", "term", True),
        ("made by people", "term", False),
        ("a railway line", "thing", False),
        ("a railway", "thing", True),
        ("Long March", "thing", True),
        ("1957", "year", False),
        ("12 April 1961", "date", False),
        ("the 1950s", "term", False),
        ("most", "term", False),
        ("TASS", "organisation", True),
        ("A press", "organisation", False),
    ],
)
def test_only_what_one_would_write_is_typed(text: str, kind: AnswerType, can_be: bool) -> None:
    made = pack(fact("it", ("It is ", answer(text, kind, "What is it?"), ".")))
    assert bool(list(build(made).questions("typed"))) is can_be


def test_the_text_comes_first_then_the_authors_then_it_without_its_article() -> None:
    marked = answer("the Soviet Union", "place", "Which country?", accepted=("USSR",))
    question = next(build(pack(fact("it", ("It was ", marked, ".")))).questions("typed"))
    assert question.answer == "the Soviet Union"
    assert question.accepted == ("the Soviet Union", "USSR", "Soviet Union")


def test_what_the_author_rules_out_is_not_typed() -> None:
    marked = answer("tourism", "term", "What do they plan?", typed=False)
    assert not list(build(pack(fact("it", ("It is ", marked, ".")))).questions("typed"))


@pytest.mark.parametrize(
    "ask",
    [
        "Which of these flew?",
        "Which one of the five flew?",
        "Besides Proton, what flew?",
        "Proton flew. What else did?",
    ],
)
def test_a_wording_that_leans_on_a_list_is_not_typed(ask: str) -> None:
    marked = answer("Soyuz", "vehicle", (ask, "What is it called?"))
    made = build(pack(fact("it", ("It is ", marked, "."))))
    assert [q.prompt for q in made.questions("typed")] == ["What is it called?"]
