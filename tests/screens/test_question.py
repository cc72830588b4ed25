"""How a question is asked, answered and locked."""

from __future__ import annotations

from typing import Any

import pytest

from game.bank.question import Kind
from game.screens.call import CallStrip
from game.screens.explanation import ExplanationScreen
from game.screens.go import GoScreen
from game.screens.options import OptionsScreen
from game.screens.pause import PauseScreen
from game.screens.studio import Studio
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.sound import Silence


def screen_of(pilot: Pilot) -> OptionsScreen:
    assert isinstance(pilot.scene, OptionsScreen)
    return pilot.scene


def asked(studio: Studio, at: int = 3, *, go: bool = False) -> Pilot:
    """A choice with four options and four hints, its stem just shown."""
    found = studio.questions("choice")
    question = next(
        q
        for q in found
        if len(q.options) == 4 and len(q.hints) == 4 and any(h.strikes for h in q.hints)
    )
    return studio.play(studio.sitting(at, question, go=go))


def opened(studio: Studio) -> Pilot:
    pilot = asked(studio)
    pilot.press("enter")
    pilot.step(1)
    return pilot


def test_the_stem_stands_alone_until_it_was_read(studio: Studio) -> None:
    pilot = asked(studio)
    assert screen_of(pilot).choices == []
    pilot.step(3)
    assert len(screen_of(pilot).choices) == 4


def test_a_letter_opens_the_stem_and_does_not_answer_what_was_not_seen(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.press("b")
    assert screen_of(pilot).moment == "open"


def test_an_enter_alone_never_answers_however_often_it_is_pressed(studio: Studio) -> None:
    pilot = asked(studio)
    for _ in range(8):
        pilot.press("enter")
        pilot.step(0.4)
    assert screen_of(pilot).moment == "open"
    assert "A–D" in pilot.shared.notice.text


def test_enter_answers_once_the_ring_was_steered(studio: Studio) -> None:
    for key, chosen in (("right", 1), ("tab", 1), ("up", 0)):
        pilot = opened(studio)
        pilot.press(key, "enter")
        answer = screen_of(pilot).sitting.answered
        assert answer is not None and answer.response == chosen


def test_steering_as_the_options_appear_is_no_leave_for_an_early_enter(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.press("enter", "right", "enter")
    assert screen_of(pilot).moment == "open"


def test_a_click_as_the_options_appear_answers_nothing(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.press("enter")
    place = screen_of(pilot).choices[2].rect.centre
    pilot.click(place)
    assert screen_of(pilot).moment == "open"
    pilot.step(1)
    pilot.click(place)
    assert screen_of(pilot).moment == "locked"


def test_a_letter_answers_at_once(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.press("enter", "b")
    assert screen_of(pilot).moment == "locked"


def test_a_teacher_keeps_the_answers_hidden_until_enter(studio: Studio) -> None:
    question = studio.question("choice")
    settings = Settings(motion="none", answers="asked")
    pilot = studio.play(studio.sitting(3, question), settings)
    sitting = screen_of(pilot).sitting
    left = sitting.round.window_left_s
    pilot.step(600)
    assert screen_of(pilot).choices == []
    assert sitting.round.window_left_s == left
    pilot.press("enter")
    assert len(screen_of(pilot).choices) == len(question.options)


def test_neither_plate_is_chosen_until_somebody_chooses(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    pilot.step(1)
    assert isinstance(pilot.scene, GoScreen)
    pilot.press("enter")
    assert pilot.scene.group.focused is None
    assert "G for GO" in pilot.shared.notice.text
    pilot.press("right", "right", "enter")
    assert not screen_of(pilot).went


def test_a_click_as_the_plates_appear_says_neither(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    assert isinstance(pilot.scene, GoScreen)
    place = pilot.scene.group.widgets[0].rect.centre
    pilot.click(place)
    assert isinstance(pilot.scene, GoScreen)
    pilot.step(1)
    pilot.click(place)
    assert screen_of(pilot).went


def test_the_ring_starts_on_a_whatever_the_key_is(studio: Studio) -> None:
    pilot = opened(studio)
    assert screen_of(pilot).choices[0].focused


def test_digits_and_letters_answer_alike(studio: Studio) -> None:
    for key in ("c", "3"):
        pilot = opened(studio)
        pilot.press(key)
        answer = screen_of(pilot).sitting.answered
        assert answer is not None and answer.response == 2


def test_the_cell_changes_only_after_the_hush(studio: Studio) -> None:
    pilot = opened(studio)
    screen = screen_of(pilot)
    before = screen.cells
    pilot.press("abcd"[int(str(screen.question.answer))])
    pilot.step(0.1)
    assert screen_of(pilot).cells == before
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.cells[3] == "full"


def test_a_right_answer_sounds_the_valve_and_a_wrong_one_the_recheck(studio: Studio) -> None:
    for right, sound in ((True, "fill"), (False, "recheck")):
        pilot = opened(studio)
        key = int(str(screen_of(pilot).question.answer))
        pilot.press("abcd"[key if right else (key + 1) % 4])
        pilot.step(1)
        sounds = pilot.shared.sounds
        assert isinstance(sounds, Silence) and sounds.played[-1] == sound


def test_what_a_call_rules_out_stays_in_its_place_and_cannot_be_chosen(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.press("h", "h", "h")
    pilot.picture()
    screen = screen_of(pilot)
    (out,) = screen.struck
    assert screen.choices[out].state == "ruled_out"
    pilot.press("abcd"[out])
    assert screen_of(pilot).moment == "open"


def test_after_go_there_are_no_calls(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    pilot.press("g")
    screen = screen_of(pilot)
    assert screen.went and not any(hint.key == "H" for hint in screen.hint_row())
    pilot.press("h")
    assert screen.sitting.heard == 0


def test_no_go_shows_the_options_and_keeps_the_calls(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    pilot.press("n")
    assert any(hint.key == "H" for hint in screen_of(pilot).hint_row())


def test_the_window_waits_while_one_reads_and_runs_then(studio: Studio) -> None:
    pilot = opened(studio)
    sitting = screen_of(pilot).sitting
    left = sitting.round.window_left_s
    pilot.step(1)
    assert sitting.round.window_left_s == left
    pilot.step(sitting.round.reading_left_s + 5)
    assert sitting.round.window_left_s < left


def test_every_option_and_every_hint_can_be_pressed_by_hand(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.picture()
    screen = screen_of(pilot)
    assert screen.hints is not None
    place, _ = next(pair for pair in screen.hints.places if pair[1].key == "H")
    pilot.click(place.centre)
    assert screen.sitting.heard == 1
    pilot.click(screen.choices[1].rect.centre)
    assert screen_of(pilot).moment == "locked"


def test_the_plates_say_once_what_mended_means(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    pilot.step(1)
    first = pilot.picture()
    pilot.press("g")
    assert pilot.shared.settings.met_go
    again = studio.play(studio.sitting(3, go=True), pilot.shared.settings)
    again.step(1)
    assert isinstance(again.scene, GoScreen)
    assert again.picture().get_buffer().raw != first.get_buffer().raw


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", ["choice", "true-false", "typed", "number", "order"])
def test_the_stem_stays_where_it_is_from_go_to_the_last_call(
    studio: Studio, kind: Kind, scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = studio.question(kind)
    settings = Settings(motion="none", text_scale=scale)
    stands: list[tuple[float, ...]] = []
    paragraph = Canvas.paragraph

    def watched(self: Canvas, text: str, *rest: Any, **more: Any) -> Rect:
        took = paragraph(self, text, *rest, **more)
        if text == question.prompt:
            stands.append(tuple(took))
        return took

    monkeypatch.setattr(Canvas, "paragraph", watched)
    pilot = studio.play(studio.sitting(3, question, go=True), settings)
    pilot.picture()
    pilot.press("n")
    pilot.picture()
    pilot.press("f1", "f1")
    pilot.picture()
    stem = studio.play(studio.sitting(3, question), settings)
    stem.picture()
    assert len(set(stands)) == 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_mouse_can_call_again_and_pause_after_a_call(studio: Studio, scale: float) -> None:
    settings = Settings(motion="none", text_scale=scale)
    question = next(q for q in studio.questions("choice") if len(q.hints) == 4)
    pilot = studio.play(studio.sitting(3, question), settings)
    pilot.press("enter", "h")
    pilot.step(1)
    screen = screen_of(pilot)

    def click(*names: str) -> None:
        pilot.picture()
        for widget in screen.group.widgets:
            if getattr(widget, "text", "") in names:
                pilot.click(widget.rect.centre)
                return
        assert screen.hints is not None
        place = next(place for place, hint in screen.hints.places if hint.key in names)
        pilot.click(place.centre)

    click("call button", "H")
    assert screen.sitting.heard == 2
    click("pause button", "Space")
    assert isinstance(pilot.scene, PauseScreen)


def test_calls_can_be_heard_again_once_all_were_made(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.press("h", "h", "h", "h")
    screen = screen_of(pilot)
    assert any(hint.words == "Hear again" for hint in screen.hint_row())
    strip = next(w for w in screen.group.widgets if isinstance(w, CallStrip))
    assert strip.shown == 3
    pilot.press("h")
    strip = next(w for w in screen.group.widgets if isinstance(w, CallStrip))
    assert (strip.shown, screen.sitting.heard) == (0, 4)


def test_pressing_the_name_of_a_voice_has_it_heard_again(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.press("h", "h")
    pilot.picture()
    screen = screen_of(pilot)
    strip = next(w for w in screen.group.widgets if isinstance(w, CallStrip))
    pilot.click((strip.rect.x + 200, strip.rect.y + 34))
    strip = next(w for w in screen.group.widgets if isinstance(w, CallStrip))
    assert (strip.shown, screen.sitting.heard) == (0, 2)


def test_the_sign_of_the_clock_pauses_by_hand(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.picture()
    pilot.click(screen_of(pilot).dial.centre)
    assert isinstance(pilot.scene, PauseScreen)


def test_a_window_that_closes_says_once_what_is_lost(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.step(screen_of(pilot).sitting.round.window_left_s + 60)
    assert "on time" in pilot.shared.notice.text


def test_a_call_after_go_is_refused_by_a_sentence(studio: Studio) -> None:
    pilot = asked(studio, go=True)
    pilot.press("g", "h")
    assert "After GO" in pilot.shared.notice.text


def test_a_pause_under_a_new_language_speaks_it(studio: Studio) -> None:
    pilot = opened(studio)
    pilot.press("space")
    screen = pilot.scene
    assert isinstance(screen, PauseScreen)
    screen.game.speak("ru")
    assert screen.heading == "Пауза"
