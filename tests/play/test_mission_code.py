"""A code says one round; it is understood however it is typed, and a slip never is."""

from __future__ import annotations

import random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.mission_code import (
    ALPHABET,
    LENGTHS,
    MONTHS,
    PACKS,
    PROOFS,
    SEEDS,
    NotACode,
    Recipe,
    decode,
    encode,
)
from game.play.plan import full_turns
from game.rounds.crew import Crew, Order, Who

PLAIN = Recipe(3, 77, 10, 42, 10, Crew("class"), "usual", None, (), tuple(range(10)))


@st.composite
def crews(draw: st.DrawFn) -> Crew:
    who: Who = draw(st.sampled_from(get_args(Who)))
    if who != "teams":
        return Crew(who)
    order: Order = draw(st.sampled_from(get_args(Order)))
    return Crew("teams", draw(st.integers(2, 6)), order)


@st.composite
def recipes(draw: st.DrawFn) -> Recipe:
    crew, count = draw(crews()), draw(st.sampled_from(LENGTHS))
    if draw(st.booleans()):
        count = full_turns(count, crew)
    order = draw(st.one_of(st.just(list(range(count))), st.permutations(range(count))))
    some = st.frozensets(st.integers(0, 11), min_size=1)
    return Recipe(
        pack=draw(st.integers(0, PACKS - 1)),
        proof=draw(st.integers(0, PROOFS - 1)),
        month=draw(st.integers(0, MONTHS - 1)),
        seed=draw(st.integers(0, SEEDS - 1)),
        count=count,
        crew=crew,
        level=draw(st.sampled_from(("gentle", "usual", "hard"))),
        sets=draw(st.one_of(st.none(), some)),
        drops=tuple(draw(st.lists(st.integers(0, count - 1), max_size=12))),
        order=tuple(order),
    )


def letters(code: str) -> str:
    return code.replace("-", "")


@given(recipes())
def test_every_code_says_what_was_written_into_it(recipe: Recipe) -> None:
    assert decode(encode(recipe)) == recipe


@given(recipes(), st.data())
def test_one_wrong_letter_is_always_refused(recipe: Recipe, data: st.DataObject) -> None:
    code = letters(encode(recipe))
    at = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != code[at]]))
    with pytest.raises(NotACode):
        decode(code[:at] + other + code[at + 1 :])


@given(recipes(), st.data())
def test_two_letters_in_each_others_place_are_refused(recipe: Recipe, data: st.DataObject) -> None:
    code = letters(encode(recipe))
    at = data.draw(st.integers(0, len(code) - 2))
    if code[at] != code[at + 1]:
        with pytest.raises(NotACode):
            decode(code[:at] + code[at + 1] + code[at] + code[at + 2 :])


@given(st.text(max_size=40) | st.text(ALPHABET, max_size=40))
def test_any_text_is_a_code_or_is_refused(text: str) -> None:
    try:
        recipe = decode(text)
    except NotACode:
        return
    assert letters(encode(recipe)) != ""


@pytest.mark.parametrize("text", ["", "ABC", "ABCDE-FHJKM", "!!!!!!!!!!!!", "A" * 5000])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(NotACode):
        decode(text)


def test_a_letter_that_no_code_has_is_named() -> None:
    with pytest.raises(NotACode) as caught:
        decode("ABCDESABCDE")
    assert (caught.value.reason, caught.value.letter) == ("letter", "S")


def test_a_round_that_was_not_changed_has_ten_letters() -> None:
    assert len(letters(encode(PLAIN))) == 10
    assert encode(PLAIN)[5] == "-"


def test_a_few_changes_cost_a_few_letters() -> None:
    moved = Recipe(
        3, 77, 10, 42, 10, Crew("class"), "usual", None, (), (0, 1, 5, 2, 3, 4, 6, 7, 8, 9)
    )
    back = Recipe(
        3, 77, 10, 42, 10, Crew("class"), "usual", None, (), (0, 2, 3, 4, 5, 6, 1, 7, 8, 9)
    )
    dropped = Recipe(3, 77, 10, 42, 10, Crew("class"), "usual", None, (4,), tuple(range(10)))
    for recipe in (moved, back, dropped):
        assert len(letters(encode(recipe))) <= 14


def test_no_letter_of_a_code_looks_like_another() -> None:
    for look_alikes in ("0ODQ", "1ILJ", "2Z", "5S", "6G", "8B", "UVY", "3Э"):
        assert sum(letter in ALPHABET for letter in look_alikes) <= 1


def test_the_check_has_a_letter_for_each_value() -> None:
    assert len(ALPHABET) == 23 == len(set(ALPHABET))


@given(recipes(), st.randoms(use_true_random=False))
def test_a_code_is_read_in_small_letters_and_with_blanks(
    recipe: Recipe, rng: random.Random
) -> None:
    typed = "".join(letter.lower() + " " * rng.randint(0, 1) for letter in encode(recipe))
    assert decode(f" {typed} ") == recipe


def test_a_code_is_read_from_a_russian_keyboard() -> None:
    """By the keys that were pressed, whatever they write."""
    table = str.maketrans("ABCDEFHJKMNPRTWXY", "ФИСВУАРОЛЬТЗКЕЦЧН")
    for seed in range(60):
        recipe = Recipe(3, 77, 10, seed, 10, Crew("class"), "usual", None, (), tuple(range(10)))
        assert decode(encode(recipe).translate(table)) == recipe


def test_a_length_that_is_no_full_turns_of_a_crew_has_no_code() -> None:
    crew = Crew("teams", 3)
    with pytest.raises(ValueError, match="7 questions"):
        encode(Recipe(3, 77, 10, 42, 7, crew, "usual", None, (), tuple(range(7))))
