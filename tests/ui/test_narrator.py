"""What is said when something on a screen has changed, and what keys do with it."""

from __future__ import annotations

from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.narrator import Narrator
from game.ui.pilot import Pilot
from game.ui.reading import Reading, Wish
from game.ui.scene import Scene, Services, services
from game.ui.settings import Settings
from game.ui.voice import Said, Unspoken


class Page(Scene):
    """A scene that says its lines, one of which has the focus."""

    def __init__(self, shared: Services, *lines: str, name: str = "page") -> None:
        super().__init__(shared)
        self.name = name
        self.lines = list(lines)
        self.focus: tuple[str, ...] = ()
        self.typed: str | None = None
        self.lasts = False
        self.taken: list[Event] = []

    def handle(self, event: Event) -> None:
        self.taken.append(event)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill((0, 0, 0))

    def reads(self) -> Reading:
        typed = None if self.typed is None else Said(self.typed, "en")
        return Reading(
            self.name, _said(*self.lines), _said(*self.focus), _said("Enter: Go on."), typed,
            self.lasts,
        )  # fmt: skip


def _said(*lines: str) -> tuple[Said, ...]:
    return tuple(Said(line, "en") for line in lines)


def heard(wish: Wish = "always", *lines: str) -> tuple[Pilot, Page, Unspoken]:
    voice = Unspoken()
    shared = services(settings=Settings(aloud=wish), narrator=Narrator(voice))
    page = Page(shared, *(lines or ("First.", "Second.")))
    pilot = Pilot(shared, page, (96, 54))
    pilot.step(0.1)
    return pilot, page, voice


def new(voice: Unspoken, pilot: Pilot, *keys: str) -> list[str]:
    """What is said after these keys."""
    voice.said.clear()
    if keys:
        pilot.press(*keys)
    else:
        if pilot.shared.stack.top is not None:
            pilot.shared.stack.top.redraw()
        pilot.step(0.1)
    return voice.texts


def test_a_screen_is_read_when_it_comes_with_its_keys_the_first_time() -> None:
    pilot, _, voice = heard()
    assert voice.texts == ["First.", "Second.", "Enter: Go on."]
    pilot.shared.stack.replace(Page(pilot.shared, "Third."))
    assert new(voice, pilot) == ["Third."]


def test_what_is_new_on_a_page_is_said_alone() -> None:
    pilot, page, voice = heard()
    page.lines.append("Third.")
    assert new(voice, pilot) == ["Third."]
    page.lines[0] = "Another first."
    assert new(voice, pilot) == ["Another first."]


def test_the_focus_is_said_as_it_moves_and_only_its_value_where_that_changes() -> None:
    pilot, page, voice = heard()
    page.focus = ("Speed", "1")
    assert new(voice, pilot, "down") == ["Speed", "1"]
    page.focus = ("Speed", "2")
    assert new(voice, pilot, "right") == ["2"]
    page.focus = ("Volume", "2")
    assert new(voice, pilot, "down") == ["Volume", "2"]


def test_what_has_the_focus_is_not_said_twice() -> None:
    pilot, page, voice = heard()
    page.lines = ["A: one.", "B: two."]
    page.focus = ("A: one.",)
    assert new(voice, pilot) == ["A: one.", "B: two."]


def test_letters_are_echoed_as_they_are_written_and_deleted() -> None:
    pilot, page, voice = heard()
    page.focus, page.typed = ("Type the answer",), ""
    new(voice, pilot)
    spoken = []
    for text in ("S", "So", "So ", "So y", "So ", "So, "):
        page.typed = text
        spoken += new(voice, pilot)
    assert spoken == ["S", "o", "So", "y", "y", "comma"]


def test_what_comes_by_itself_waits_and_what_a_key_brings_does_not() -> None:
    pilot, page, voice = heard()
    page.lines.append("Third.")
    stops = voice.stops
    new(voice, pilot)
    assert voice.stops == stops
    page.lines.append("Fourth.")
    new(voice, pilot, "down")
    assert voice.stops == stops + 1


def test_what_lasts_is_said_to_its_end_though_another_screen_follows() -> None:
    pilot, page, voice = heard()
    page.lines, page.lasts = ["Locked."], True
    new(voice, pilot)
    stops = voice.stops
    pilot.shared.stack.replace(Page(pilot.shared, "Right."))
    assert new(voice, pilot) == ["Right."]
    assert voice.stops == stops


def test_nothing_is_said_unless_it_is_asked_for() -> None:
    pilot, _, voice = heard("asked")
    assert voice.texts == []
    assert new(voice, pilot, "r") == ["First.", "Second.", "Enter: Go on."]
    assert new(voice, pilot, "f3") == ["First.", "Second.", "Enter: Go on."]


def test_off_is_off() -> None:
    pilot, _, voice = heard("off")
    assert new(voice, pilot, "r", "f3") == []


def test_again_says_what_was_written_too() -> None:
    pilot, page, voice = heard("asked")
    page.typed = "Sputnik"
    assert new(voice, pilot, "f3")[2] == "Sputnik"


def test_r_is_written_where_letters_are() -> None:
    pilot, page, voice = heard("asked")
    page.types_letters = True
    assert new(voice, pilot, "r") == []
    assert new(voice, pilot, "f3")


def test_ctrl_alone_silences_and_no_screen_hears_of_it() -> None:
    pilot, page, voice = heard()
    stops = voice.stops
    pilot.send(Key("ctrl", ctrl=True))
    assert (voice.stops, page.taken) == (stops + 1, [])


def test_a_key_turns_reading_on_and_off_and_says_which() -> None:
    pilot, _, voice = heard("asked")
    wishes: list[Wish] = []
    for said in ("Reading aloud is on", "Reading aloud is off"):
        assert said in new(voice, pilot, "f4")
        wishes.append(pilot.shared.settings.aloud)
    assert wishes == ["always", "asked"]


def test_a_notice_is_said_once_each_time_it_is_shown() -> None:
    pilot, page, voice = heard()
    spoken = []
    for _ in range(2):
        pilot.shared.notice.show("Sound is off")
        spoken += new(voice, pilot)
        spoken += new(voice, pilot)
    assert spoken == ["Sound is off", "Sound is off"]
    assert page.lines == ["First.", "Second."]


def test_the_dark_screen_says_how_to_go_on() -> None:
    pilot, _, voice = heard()
    assert new(voice, pilot, "period") == ["Any key shows the screen again."]


def test_other_sounds_are_quieter_while_it_speaks() -> None:
    from game.ui.projector import Projector
    from game.ui.sound import Silence

    pilot, _, voice = heard()
    sounds = pilot.shared.sounds
    assert isinstance(sounds, Silence)
    projector = Projector(pilot.shared, pilot.picture())
    voice.speaking = True
    projector.hear()
    assert sounds.gives_way
    voice.speaking = False
    projector.hear()
    assert not sounds.gives_way


def test_why_it_is_silent_is_told_once() -> None:
    from game.ui.projector import Projector

    pilot, _, voice = heard()
    projector = Projector(pilot.shared, pilot.picture())
    before = pilot.shared.notice.times
    voice.trouble = "language"
    for _ in range(3):
        projector.hear()
    assert pilot.shared.notice.times == before + 1


def test_what_lay_under_a_card_is_not_read_again_when_that_is_closed() -> None:
    pilot, page, voice = heard()
    page.focus = ("Second.",)
    pilot.step(0.1)
    pilot.shared.stack.push(Page(pilot.shared, "A card."))
    assert new(voice, pilot) == ["A card."]
    pilot.shared.stack.pop()
    assert new(voice, pilot) == ["Second."]
