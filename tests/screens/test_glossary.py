"""Hard words help to understand a question, and never answer it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.bank.question import Kind, Question
from game.bank.text import contains, normalise
from game.screens import glossary
from game.screens.studio import Studio, answer

KINDS: tuple[Kind, ...] = (
    "choice", "true-false", "typed", "number", "who-said", "odd-one-out", "picture",
)  # fmt: skip


def made(studio: Studio, **changes: object) -> Question:
    return replace(studio.question("choice", ("first-satellite",)), **changes)  # type: ignore[arg-type]


def before(studio: Studio, question: Question, *, options: bool = True) -> set[str]:
    return {w for w, _ in glossary.before(question, studio.loaded.pack, options=options)}


@pytest.mark.parametrize("kind", KINDS)
def test_no_question_of_the_pack_is_answered_by_its_hard_words(studio: Studio, kind: Kind) -> None:
    for question in studio.questions(kind):
        told = {question.key, *question.accepted} if kind != "true-false" else set()
        for word, line in glossary.before(question, studio.loaded.pack, options=True):
            plain = normalise(word)
            assert plain not in {normalise(text) for text in (*told, *question.options)}
            assert not any(contains(normalise(line), normalise(key)) for key in told), question.id


def test_a_word_that_is_an_option_is_explained_only_afterwards(studio: Studio) -> None:
    question = made(
        studio,
        prompt="What is this place on the steppe?",
        options=("a cosmodrome", "a port"),
        answer=1,
    )
    assert before(studio, question) == {"steppe"}
    assert "cosmodrome" in dict(glossary.after(question, studio.loaded.pack))


def test_a_line_that_names_the_key_waits_for_the_answer(studio: Studio) -> None:
    question = made(
        studio, prompt="What is a spaceport?", options=("cosmodromes", "a farm"), answer=0
    )
    assert before(studio, question) == set()


def test_words_of_the_options_wait_until_the_options_show(studio: Studio) -> None:
    question = made(
        studio, prompt="What?", options=("snow on the steppe", "rain on the steppe"), answer=0
    )
    assert before(studio, question, options=False) == set()


def test_words_that_stand_elsewhere_are_not_listed(studio: Studio) -> None:
    question = made(
        studio,
        prompt="Which issue is it?",
        options=("1", "2"),
        explanation="The ISS takes cargo.",
        why="",
    )
    assert before(studio, question) == set()
    assert {"ISS", "cargo"} <= set(dict(glossary.after(question, studio.loaded.pack)))


def test_a_word_within_a_longer_one_is_not_listed_twice(studio: Studio) -> None:
    question = made(studio, prompt="Who built the launch pad?", options=("Ann", "Bob"), answer=0)
    assert before(studio, question) == {"launch pad"}


def test_the_key_w_finds_nothing_at_the_hold(studio: Studio) -> None:
    sitting = studio.sitting(9, missed=(3,))
    answer(sitting, right=True)
    sitting.go_on()
    pilot = studio.play(sitting)
    screen = pilot.scene
    pilot.press("w")
    assert pilot.scene is screen


@pytest.mark.parametrize(
    ("barred", "prompt", "found"),
    [
        ("ракет|а-носител|ь", "Взлетели две ракеты-носителя.", True),
        ("ғарыш айла|ғы", "Ол ғарыш айлағында тұр.", True),
        ("космодром|", "Поезд идёт к космодрому.", True),
        ("ХҒС|", "Олар ХҒС-қа ұшты.", True),
        ("ракет|а", "Сигнал подают так.", False),
    ],
)
def test_a_word_is_found_in_the_endings_of_its_language(
    studio: Studio, barred: str, prompt: str, found: bool
) -> None:
    word = barred.replace("|", "")
    pack = replace(studio.pack, glossary=((word, "..."),), stems=((word, barred),))
    question = made(studio, prompt=prompt, options=(), explanation="", why="", feedback=())
    assert bool(glossary.after(question, pack)) is found
