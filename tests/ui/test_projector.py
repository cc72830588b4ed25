"""The loop without a window: who gets events, when time passes, what is drawn anew."""

from __future__ import annotations

import pygame

from game.ui.canvas import Canvas
from game.ui.clock import Clock, Motion, ease_out
from game.ui.events import Event, Key, Pointer, Quit
from game.ui.pilot import Pilot
from game.ui.projector import Projector
from game.ui.scene import Scene, Services, services
from game.ui.settings import Settings
from game.ui.sound import Silence


class Page(Scene):
    """A scene that writes down what happens to it."""

    def __init__(self, shared: Services) -> None:
        super().__init__(shared)
        self.log: list[str] = []
        self.drawn = 0

    def handle(self, event: Event) -> None:
        self.log.append(event.name if isinstance(event, Key) else type(event).__name__)

    def update(self, dt: float) -> None:
        if dt:
            self.log.append(f"{dt:.2f} s")

    def draw(self, canvas: Canvas) -> None:
        self.drawn += 1
        canvas.fill((0, 0, 0))


def pages() -> tuple[Services, Page, Pilot]:
    shared = services()
    page = Page(shared)
    return shared, page, Pilot(shared, page, (960, 540))


def test_a_scene_at_rest_is_drawn_once() -> None:
    _, page, pilot = pages()
    pilot.step(5.0)
    assert page.drawn == 1


def test_a_key_draws_anew_and_a_moving_pointer_does_not() -> None:
    _, page, pilot = pages()
    pilot.press("a")
    assert page.drawn == 2
    pilot.send(Pointer("move", (100, 100)))
    assert page.drawn == 2


def test_a_moving_scene_is_drawn_each_frame() -> None:
    _, page, pilot = pages()
    page.wants_frames = True
    pilot.step(0.5, frames_per_second=10)
    assert page.drawn == 6


def test_time_passes_before_the_key_that_ends_the_wait() -> None:
    shared = services()
    page = Page(shared)
    shared.stack.push(page)
    Projector(shared, pygame.Surface((960, 540))).step([Key("a")], 4.0)
    assert page.log == ["4.00 s", "a"]


def test_only_ticks_move_the_clock() -> None:
    shared, _, pilot = pages()
    pilot.step(2.5)
    assert shared.clock.now == 2.5
    clock = Clock()
    clock.tick(-1)
    assert clock.now == 0


def test_the_loop_rests_for_ever_when_nothing_is_to_come() -> None:
    shared = services()
    page = Page(shared)
    shared.stack.push(page)
    projector = Projector(shared, pygame.Surface((960, 540)))
    assert projector.rest_s == 0
    projector.draw()
    assert projector.rest_s is None
    page.next_tick_s = 0.4
    assert projector.rest_s == 0.4
    page.wants_frames = True
    assert projector.rest_s == 0


def test_a_card_over_a_scene_gets_the_keys_until_it_goes() -> None:
    shared, page, pilot = pages()
    card = Page(shared)
    shared.stack.push(card)
    pilot.press("a")
    assert shared.stack.under is page
    shared.stack.pop()
    pilot.press("b")
    assert (card.log, page.log) == (["a"], ["b"])


def test_quitting_leaves_every_scene() -> None:
    _, _, pilot = pages()
    pilot.send(Quit())
    assert pilot.scene is None


def test_m_turns_the_sound_off_says_so_and_keeps_it() -> None:
    kept: list[Settings] = []
    shared = services(keep=kept.append)
    pilot = Pilot(shared, Page(shared), (960, 540))
    pilot.press("m")
    assert shared.settings.mute
    assert shared.notice.text == "Sound is off"
    assert kept[-1].mute
    pilot.step(10)
    assert not shared.notice.shown


def test_m_is_a_letter_where_text_is_typed() -> None:
    shared, page, pilot = pages()
    page.types_letters = True
    pilot.press("m")
    assert page.log == ["m"]
    assert not shared.settings.mute


def test_control_with_plus_and_minus_changes_the_text_size_within_its_range() -> None:
    shared, _, pilot = pages()
    for _ in range(6):
        pilot.press("plus", ctrl=True)
    assert shared.settings.text_scale == 2.0
    assert shared.notice.text == "Text size 200 %"
    pilot.press("minus", ctrl=True)
    assert shared.settings.text_scale == 1.75
    pilot.press("0", ctrl=True)
    assert shared.settings.text_scale == 1.0


def test_another_window_size_is_drawn_at_once() -> None:
    _, page, pilot = pages()
    pilot.resize((1280, 960))
    assert page.drawn == 2
    assert pilot.picture().get_size() == (1280, 960)


def test_another_theme_is_drawn_at_once() -> None:
    shared, page, pilot = pages()
    shared.change(shared.settings.with_(theme="light_aaa"))
    pilot.step(0.1)
    assert page.drawn == 2
    assert shared.theme.name == "light_aaa"


def test_silence_remembers_what_would_have_sounded() -> None:
    silence = Silence()
    silence.play("lock")
    assert silence.played == ["lock"]


def test_a_motion_eases_out_and_ends() -> None:
    motion = Motion(0.3, delay=0.1)
    motion.tick(0.1)
    assert motion.value == 0
    motion.tick(0.15)
    assert motion.value > 0.8
    motion.tick(1)
    assert motion.over
    assert Motion(0).over
    assert ease_out(0) == 0
    assert ease_out(1) == 1
