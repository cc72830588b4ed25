"""An unattended title plays a question by itself, until anybody does anything."""

from __future__ import annotations

from game.screens.attract import READ_S, THINK_S, AttractScreen
from game.screens.screen import Screen
from game.screens.studio import Studio
from game.screens.title import IDLE_S, TitleScreen
from game.ui.events import Key, Pointer
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.sound import Silence


def title(studio: Studio, settings: Settings | None = None) -> Pilot:
    game = studio.game(settings)
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    return pilot


def names(pilot: Pilot, seconds: float) -> list[str]:
    """What shows, second by second."""
    shown = []
    for _ in range(int(seconds)):
        pilot.step(1)
        scene = pilot.scene
        inner = scene.shown if isinstance(scene, AttractScreen) else scene
        assert isinstance(inner, Screen)
        shown.append(inner.name)
    return shown


def test_after_a_minute_a_question_plays_to_its_explanation_and_the_title_comes_back(
    studio: Studio,
) -> None:
    pilot = title(studio)
    pilot.step(IDLE_S - 1)
    assert isinstance(pilot.scene, TitleScreen)
    shown = names(pilot, 8 + THINK_S + READ_S)
    assert "question" in shown
    assert "explanation" in shown
    assert isinstance(pilot.scene, TitleScreen)


def test_any_key_and_any_hand_bring_the_title_back(studio: Studio) -> None:
    pilot = title(studio)
    for event in (Key("x", text="x"), Pointer("move", (500, 500))):
        pilot.step(IDLE_S)
        assert isinstance(pilot.scene, AttractScreen)
        pilot.send(event)
        assert isinstance(pilot.scene, TitleScreen)


def test_a_title_that_somebody_uses_stays(studio: Studio) -> None:
    pilot = title(studio)
    for _ in range(4):
        pilot.step(IDLE_S / 2)
        pilot.send(Pointer("move", (300, 300)))
    assert isinstance(pilot.scene, TitleScreen)


def test_it_makes_no_sound_and_leaves_nothing_behind(studio: Studio) -> None:
    pilot = title(studio)
    sounds = pilot.shared.sounds
    assert isinstance(sounds, Silence)
    pilot.step(IDLE_S)
    names(pilot, 8 + THINK_S + READ_S)
    assert sounds.played == []
    title_screen = pilot.scene
    assert isinstance(title_screen, TitleScreen)
    assert title_screen.game.left_over is None
    assert title_screen.game.rounds == 0


def test_with_little_motion_nothing_moves_by_itself(studio: Studio) -> None:
    pilot = title(studio, Settings(motion="none", answers="asked"))
    pilot.step(IDLE_S)
    assert isinstance(pilot.scene, AttractScreen)
    assert not pilot.scene.wants_frames
    assert "explanation" in names(pilot, 8 + THINK_S)
