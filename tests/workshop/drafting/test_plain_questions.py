"""What a teacher would ask in plain words is not asked by a gap, nor in a broken order."""

from __future__ import annotations

import pytest

from game.workshop.drafting.propose import Proposal, draft


def proposals(text: str) -> tuple[Proposal, ...]:
    return draft([text]).proposals


def asked(text: str) -> dict[str, str]:
    """The questions proposed of a text, by their answers."""
    return {one.sentence[q.start : q.end]: q.ask for one in proposals(text) for q in one.asked}


@pytest.mark.parametrize(
    ("text", "answer", "ask"),
    [
        (
            "The first steamship reached Cologne in 1816.",
            "1816",
            "In which year did the first steamship reach Cologne?",
        ),
        (
            "Cologne was founded by the Romans in 50 AD.",
            "50 AD",
            "When was Cologne founded by the Romans?",
        ),
        (
            "The Upper Rhine became 81 km shorter.",
            "81 km",
            "How many km shorter did the Upper Rhine become?",
        ),
        (
            "The water of the firemen washed 30 tonnes of poison into the Rhine.",
            "30 tonnes",
            "How many tonnes of poison did the water of the firemen wash into the Rhine?",
        ),
        (
            "Lake Constance has an area of 536 square km.",
            "536 square km",
            "What area does Lake Constance have?",
        ),
        (
            "The Rhine rises in the Alps at Lake Toma, at a height of 2,345 metres.",
            "2,345 metres",
            "At what height does the Rhine rise in the Alps at Lake Toma?",
        ),
        (
            "The Lorelei is a rock of slate 132 metres high above a narrow bend.",
            "132 metres",
            "How high is the Lorelei?",
        ),
        (
            "Today about 300 million tonnes of goods are carried on the Rhine each year.",
            "300 million tonnes",
            "How many tonnes of goods are carried on the Rhine each year?",
        ),
        (
            "The Rhine flows through six countries: Switzerland, Austria, Germany and others.",
            "six",
            "Through how many countries does the Rhine flow?",
        ),
        (
            "The port of Duisburg is the largest inland port in the world.",
            "The port of Duisburg",
            "What is the largest inland port in the world?",
        ),
        (
            "In the Middle Ages lords built castles beside the river because they wanted tolls.",
            "because they wanted tolls",
            "Why did lords build castles beside the river in the Middle Ages?",
        ),
        (
            "From 1978 to 1995 the surface of the lake rose by about two metres.",
            "1978",
            "From which year to 1995 did the surface of the lake rise by about two metres?",
        ),
        (
            "In 2004, Ada and Bea signed a paper extending the lease of a hall until 2050.",
            "2050",
            "In 2004, Ada and Bea signed a paper extending the lease of a hall. Until which year?",
        ),
        (
            "Since 1996 the surface of the lake has been falling.",
            "1996",
            "Since which year has the surface of the lake been falling?",
        ),
    ],
)
def test_a_figure_is_asked_for_in_plain_words(text: str, answer: str, ask: str) -> None:
    assert asked(text)[answer] == ask


def test_a_number_that_a_shorter_piece_asks_for_gets_no_gap_besides() -> None:
    found = asked("The longest tributary is the Moselle, which is 544 km long.")
    assert found["544 km"] == "How long is the Moselle?"
    assert not any("___" in ask for ask in found.values())


def test_a_people_is_no_person() -> None:
    (made,) = proposals("The Romans made the Rhine the first border of their empire.")
    assert [(q.ask, q.type) for q in made.asked] == [
        ("Who made the Rhine the first border of their empire?", None)
    ]


def test_what_somebody_says_with_their_calling_before_them_is_a_claim() -> None:
    (made,) = proposals("According to the geographer Anna Weber, no river has shaped more towns.")
    assert (made.by, made.sentence) == ("Anna Weber", "No river has shaped more towns.")


def test_a_pronoun_that_a_person_cannot_be_has_a_doubt() -> None:
    (made,) = proposals("Heinrich Heine wrote his poem about it in 1824.")
    assert any("“it”" in doubt for doubt in made.doubts)


def test_a_gap_in_a_very_long_sentence_is_left_out() -> None:
    text = (
        "During the long visit of the guests to the old town by the lake last year, the council of "
        "the region pledged to give, as all of the papers wrote, €13 million for the new roads."
    )
    made = draft([text])
    assert not made.proposals and "too long" in made.left_out[0].reason
