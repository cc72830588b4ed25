"""An explanation can be read at every text size: on one card, or on several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from game.bank.question import Kind, Question
from game.screens import words
from game.screens.explanation import ExplanationScreen
from game.screens.studio import Studio, answer
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.text import curled
from tests.examples import sweep
from tests.screens.sharing import studio_of
from tests.screens.test_fits import Set, crowded, leaves, watched

BODY, HINT, STEP = 40.0, 30.0, 0.9
KINDS: tuple[Kind, ...] = ("choice", "true-false", "typed", "number", "who-said", "picture")


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Set]]:
    yield watched(monkeypatch)


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, float, float]]]:
    """Every line that is drawn on the screen: its text, its size, its y in grid units."""
    found: list[tuple[str, float, float]] = []
    line = Canvas._line

    def watched_line(self: Canvas, text: str, kind: Any, size: float, at: Any, *rest: Any) -> None:
        if type(self) is Canvas and text.strip():
            found.append((text, size, at[1]))
        line(self, text, kind, size, at, *rest)

    monkeypatch.setattr(Canvas, "_line", watched_line)
    yield found


def longest(studio: Studio, kind: Kind) -> tuple[Question, ...]:
    """The questions of a kind with most to read: in the reason, in a wrong option, in all."""
    found = list(studio.questions(kind))
    by = (
        lambda q: len(words.reason(q)),
        lambda q: max(map(len, q.feedback), default=0),
        lambda q: len(words.reason(q)) + len(q.prompt) + max(map(len, q.feedback), default=0),
        lambda q: len(q.key),
    )
    return tuple({q.id: q for q in (max(found, key=rule) for rule in by)}.values()) if found else ()


def missed(studio: Studio, question: Question) -> Pilot:
    """The explanation of a wrong answer; of options the one that has most said of it."""
    sitting = studio.sitting(3, question)
    wrong = [i for i in range(len(question.options)) if i != question.answer]
    if wrong and question.feedback:
        sitting.tick(60)
        sitting.answer(max(wrong, key=lambda i: len(question.feedback[i])))
    else:
        answer(sitting, right=False)
    return studio.play(sitting)


def cards(pilot: Pilot) -> Iterator[ExplanationScreen]:
    """Every card of an explanation, each drawn."""
    screen = pilot.scene
    assert isinstance(screen, ExplanationScreen)
    while pilot.scene is screen:
        yield screen
        pilot.press("enter")


@pytest.mark.parametrize("scale", sweep([1.0, 1.5, 2.0], 1.5))
def test_nothing_of_an_explanation_is_smaller_than_a_step_or_lies_over_another(
    scale: float, sizes: list[tuple[str, float, float]], texts: list[Set]
) -> None:
    made = Settings(motion="none", text_scale=scale)
    studio = studio_of(made)
    faults = []
    for kind in KINDS:
        for question in longest(studio, kind):
            pack, catalogue = studio.loaded.pack, studio.game().shared.catalogue
            source = curled(words.source_line(question, pack, catalogue))
            pilot = missed(studio, question)
            for screen in cards(pilot):
                sizes.clear()
                texts.clear()
                pilot.picture()
                card, drawn = screen.card, screen.figure
                named = {t.text for t in texts if drawn and drawn.contains(t.took.centre)}
                for text, size, y in sizes:
                    floor = (HINT if text in source else BODY * STEP) * scale
                    # A figure's own labels give way to the figure.
                    floor = HINT if text in named else floor
                    if card.y < y < card.bottom and len(text) > 1 and size < floor - 0.01:
                        faults.append(f"{question.id}: {text!r} is set at {size:.0f}")
                faults += [f"{question.id}: {one.text!r} leaves" for one in texts if leaves(one)]
                faults += [f"{question.id}: {fault}" for fault in crowded(texts)]
                foot = Rect(0, card.bottom, 1920, 1080 - card.bottom)
                inside = [one for one in texts if card.y < one.took.centre[1] < foot.y]
                faults += [f"{one.text!r} is cut" for one in inside if one.took.bottom > foot.y + 4]
    assert not faults, "\n".join(faults)


def test_several_cards_say_all_that_one_would(
    sizes: list[tuple[str, float, float]],
) -> None:
    studio = studio_of(Settings(motion="none", text_scale=2.0))
    question = max(studio.questions("choice"), key=lambda q: max(map(len, q.feedback)))
    pilot = missed(studio, question)
    sizes.clear()
    seen = 0
    for _ in cards(pilot):
        pilot.picture()
        seen += 1
    said = " ".join(text for text, _, _ in sizes)
    assert seen > 1
    for sentence in (words.reason(question), max(question.feedback, key=len)):
        assert all(word in said for word in curled(sentence).split())


def test_one_can_go_back_to_the_card_before(studio: Studio) -> None:
    game = Settings(motion="none", text_scale=2.0)
    question = max(studio.questions("choice"), key=lambda q: len(words.reason(q)))
    sitting = studio.sitting(3, question)
    answer(sitting, right=False)
    pilot = studio.play(sitting, game)
    screen = pilot.scene
    assert isinstance(screen, ExplanationScreen)
    pilot.press("enter")
    assert (pilot.scene, screen.at) == (screen, 1)
    pilot.press("left")
    assert screen.at == 0


def test_at_the_normal_size_the_question_stands_over_its_explanation(
    studio: Studio, texts: list[Set]
) -> None:
    question = studio.question("choice", ("first-satellite",))
    sitting = studio.sitting(3, question)
    answer(sitting, right=False)
    studio.play(sitting).picture()
    assert question.prompt in {one.text for one in texts}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_picture_that_was_asked_about_stands_beside_every_card(
    scale: float, texts: list[Set]
) -> None:
    made = Settings(motion="none", text_scale=scale)
    studio = studio_of(made)
    for question in longest(studio, "picture"):
        assert question.picture is not None and question.picture.draw
        for screen in cards(missed(studio, question)):
            texts.clear()
            drawn = screen.figure
            assert drawn is not None and drawn.bottom < screen.card.bottom
            screen.redraw()
            Pilot(screen.shared, size=(960, 540)).picture()
            room = screen._room(screen._setting.with_question)
            assert drawn.right < room.x and drawn.w >= 300 and drawn.h >= 200
            # What is written in the figure stays in it.
            inside = [one for one in texts if drawn.contains(one.took.centre)]
            assert all(drawn.x <= one.took.x <= one.took.right <= drawn.right for one in inside)


@pytest.mark.parametrize("scale", sweep([1.5, 2.0], 2.0))
def test_large_text_keeps_the_question_over_every_card(scale: float, texts: list[Set]) -> None:
    made = Settings(motion="none", text_scale=scale)
    studio = studio_of(made)
    gone = []
    for kind in KINDS:
        for question in longest(studio, kind):
            pilot = missed(studio, question)
            for screen in cards(pilot):
                texts.clear()
                pilot.picture()
                above = [t for t in texts if t.took.bottom <= screen.card.y + 4]
                if not any(
                    t.text == curled(question.prompt) or t.text == question.prompt for t in above
                ):
                    gone.append(question.id)
    assert not gone
