"""At 200 % what is to be chosen is clearly larger than at 100 %, and all of it in one size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pygame
import pytest

from game import paths
from game.bank.question import Question
from game.play.class_host import Event
from game.rounds import vote
from game.rounds.crew import Crew
from game.screens.live_counts import LiveCountsScreen
from game.screens.options import OptionsScreen
from game.screens.picture import PictureScreen
from game.screens.question import question_screen
from game.screens.shots_live import in_class, joined
from game.screens.studio import Studio
from game.ui.canvas import Canvas
from game.ui.theme import load
from game.ui.widgets import Choice

LARGER = {1.5: 1.2, 2.0: 1.49}
"""How many times as large an option is set at least, a step of type less."""
COUNTED = 1.3
"""And beside its count, where the bar needs room as well; but for a few long ones it is 1.5."""
EVERY = 9
"""So many of the shipped questions go by for one that is measured."""


@pytest.fixture(scope="module", params=["en", "ru", "kk"])
def spoken(request: pytest.FixtureRequest) -> Studio:
    """The shipped pack in a language."""
    return Studio(paths.default_pack(), size=(960, 540), language=request.param)


def chosen_from(studio: Studio) -> list[Question]:
    asked = [one for one in studio.bank.questions() if one.options and isinstance(one.answer, int)]
    pictures = [one for one in asked if one.picture is not None]
    return asked[::EVERY] + pictures


def opened(studio: Studio, question: Question, scale: float) -> OptionsScreen:
    game = studio.game(replace(studio.settings, text_scale=scale))
    screen = question_screen(game, studio.sitting(1, question))
    assert isinstance(screen, OptionsScreen)
    screen.moment = "open"
    return screen


def sizes(choices: Sequence[Choice], scale: float, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How large the words of each plate are set, on the grid."""
    found = []

    def watched(self: Canvas, string: str, rect: Any, style: Any, *_: Any, **__: Any) -> None:
        layout = self.measure(string, rect[2:], style)
        assert layout.height <= rect[3] + 0.5, string
        found.append(layout.size)

    canvas = Canvas(pygame.Surface((96, 54)), load("calm"), text_scale=scale)
    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "paragraph", watched)
        for choice in choices:
            choice.draw(canvas)
    return found


def plates(screen: OptionsScreen) -> list[Choice]:
    return [one for one in screen.lay_out()[0] if isinstance(one, Choice)]


@pytest.mark.slow
@pytest.mark.parametrize("scale", LARGER)
def test_options_grow_with_the_text(
    scale: float, spoken: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = []
    for question in chosen_from(spoken):
        before = sizes(plates(opened(spoken, question, 1.0)), 1.0, monkeypatch)
        after = sizes(plates(opened(spoken, question, scale)), scale, monkeypatch)
        if after[0] < before[0] * LARGER[scale]:
            small.append(f"{question.id}: {before[0]:g} became {after[0]:g}")
        assert max(after) - min(after) < 0.01, question.id
    assert not small, "\n".join(small)


@pytest.mark.slow
def test_no_part_of_a_large_question_covers_another(spoken: Studio) -> None:
    for question in chosen_from(spoken):
        for scale in LARGER:
            screen = opened(spoken, question, scale)
            parts = [screen.card, *screen.areas]
            if isinstance(screen, PictureScreen):
                parts.append(screen.panel)
            for at, one in enumerate(parts):
                for other in parts[at + 1 :]:
                    apart = one.right <= other.x or other.right <= one.x
                    assert apart or one.bottom <= other.y or other.bottom <= one.y, question.id
                assert one.bottom <= screen.places.answers[-1].bottom + 0.01
                assert one.right <= screen.places.right + 0.01


def counted(
    studio: Studio, question: Question, scale: float, monkeypatch: pytest.MonkeyPatch
) -> set[float]:
    """How large the options stand beside the counts of a live class."""
    large = replace(studio.settings, text_scale=scale, motion="none")
    other = studio.another(large, (960, 540), studio.language)
    sitting = other.sitting(1, question, crew=Crew("class", phones=True))
    counts = [3 + at for at in range(len(question.options))]
    told: Event = {"event": "revealed", "q": 1, "key": "", "counts": counts, "right": 3, "of": 30}
    sitting.do(vote.answer_of_all, right=3, of=30, earned=53, counts=tuple(counts))
    pilot = in_class(other, [*joined(17), told], sitting)
    assert isinstance(pilot.scene, LiveCountsScreen)
    found = set()
    paragraph = Canvas.paragraph

    def watched(self: Canvas, string: str, rect: Any, style: Any, *rest: Any, **more: Any) -> Any:
        if string in question.options:
            found.add(round(self.measure(string, rect[2:], style).size, 3))
        return paragraph(self, string, rect, style, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Canvas, "paragraph", watched)
        pilot.picture()
    return found


@pytest.mark.slow
def test_options_beside_their_counts_grow_with_the_text(
    spoken: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for question in chosen_from(spoken)[::8]:
        (before,) = counted(spoken, question, 1.0, monkeypatch)
        (after,) = counted(spoken, question, 2.0, monkeypatch)
        assert after >= before * COUNTED, question.id


def test_numbers_and_words_together_are_set_alike(
    spoken: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = chosen_from(spoken)[0]
    mixed = replace(question, options=("1955", "never", "2 times", "often"), answer=0, picture=None)
    for scale in (1.0, 2.0):
        found = sizes(plates(opened(spoken, mixed, scale)), scale, monkeypatch)
        assert max(found) == min(found)
