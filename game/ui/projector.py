"""Plays the top scene of a stack on a surface: events in, time in, a picture out."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.ui import voice_words
from game.ui.ahead import first
from game.ui.blank import BlankScene
from game.ui.cache import PictureCache
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer, Quit
from game.ui.painting import Painting
from game.ui.scene import Scene, Services
from game.ui.voice import Said, Trouble

READ_EVERY_S = 0.1
"""How often a screen that moves is asked what it says."""
_TEXT_STEP = 0.25
_KEPT_A_PIXEL, _LEAST_KEPT = 12, 16_000_000
"""Bytes of small pictures that are kept: some three screens of them."""


class Projector:
    """The part of the loop that needs no window: the same for players, tests and pictures."""

    def __init__(self, shared: Services, surface: pygame.Surface) -> None:
        self.shared = shared
        self._cache = PictureCache()
        self._remote = False
        self._unread, self._unread_s = False, 0.0
        self._read_last: Scene | None = None
        self._troubles: set[Trouble] = set()
        self._voice_trouble: Trouble = ""
        self.changed: list[pygame.Rect] = []
        self.show_on(surface)

    def show_on(self, surface: pygame.Surface) -> None:
        """Draw on this surface from now on: the window has another size."""
        self._surface = surface
        self._cache.limit = max(
            _LEAST_KEPT, _KEPT_A_PIXEL * surface.get_width() * surface.get_height()
        )
        self._canvas = self._fresh_canvas()
        self._drawn_for = self._look()
        if self.shared.stack.top:
            self.shared.stack.top.redraw()

    @property
    def canvas(self) -> Canvas:
        return self._canvas

    @property
    def rest_s(self) -> float | None:
        """How long nothing will happen unless somebody does something; None for ever."""
        scene = self.shared.stack.top
        if scene is None or scene.wants_frames or scene.stale:
            return 0.0
        shared = self.shared
        waits = (scene.next_tick_s, shared.notice.next_tick_s, self._caption_rest)
        ticks = [wait for wait in waits if wait is not None]
        return max(0.001, min(ticks)) if ticks else None

    def step(self, events: Iterable[Event], dt: float) -> bool:
        """Let time pass, then take events; returns whether the picture was drawn anew.

        Time comes first: what a key starts must not find the seconds behind it that the loop
        slept through before the key.
        """
        with first():
            return self._step(events, dt)

    def _step(self, events: Iterable[Event], dt: float) -> bool:
        stack = self.shared.stack
        acted = False
        self._unread_s += dt
        self._pass(dt)
        for event in events:
            scene = stack.top
            if scene is None:
                break
            if isinstance(event, Quit):
                stack.clear()
                break
            self._take(event, scene)
            moved = isinstance(event, Pointer) and event.kind == "move"
            acted = acted or not moved
            if stack.top and not moved:
                stack.top.redraw()
        drawn = self.draw()
        self._read(acted)
        return drawn

    def hear(self) -> None:
        """Let the voice go on; other sounds are quieter meanwhile. What keeps it silent is told."""
        shared, voice = self.shared, self.shared.narrator.voice
        voice.step()
        shared.sounds.give_way(voice.speaking)
        if voice.trouble != self._voice_trouble:
            self._voice_trouble = voice.trouble
            # A language without a voice would else be told of at every question.
            if voice.trouble and (voice.trouble == "silent" or voice.trouble not in self._troubles):
                self._troubles.add(voice.trouble)
                shared.notice.show(voice_words.trouble(voice.trouble, shared.catalogue))
                if shared.stack.top:
                    shared.stack.top.redraw()

    def _read(self, acted: bool) -> None:
        """Have said aloud what is new in the picture that was drawn last."""
        scene, narrator, notice = self.shared.stack.top, self.shared.narrator, self.shared.notice
        moves = scene is not None and scene.wants_frames and scene is self._read_last
        if not self._unread or (moves and not acted and self._unread_s < READ_EVERY_S):
            return
        self._unread, self._unread_s, self._read_last = False, 0.0, scene
        always = narrator.wish == "always" and scene is not None
        narrator.follow(scene, scene.reads() if always and scene else None, acted=acted)
        if notice.shown:
            narrator.notice(Said(notice.text, self.shared.language), notice.times)

    def _take(self, event: Event, scene: Scene) -> None:
        if isinstance(event, Key) and event.name == "ctrl":
            # What every screen reader does with it; no scene takes it for one of "any key".
            self.shared.narrator.hush()
            return
        self._note_device(event)
        if isinstance(event, Key) and not scene.takes_any_key:
            event = self.shared.keys.usual(event)
        self._note_remote(event)
        if not self._own(event, scene):
            scene.handle(event)

    def _note_device(self, event: Event) -> None:
        if isinstance(event, Key):
            self.shared.device = event.device
        elif isinstance(event, Pointer) and event.kind == "press":
            self.shared.device = "pointer"

    def _note_remote(self, event: Event) -> None:
        """Whether a presenter's remote is in hand: its B is to darken the screen, not to answer."""
        if isinstance(event, Key) and event.device == "keyboard":
            if event.name in ("page_up", "page_down"):
                self._remote = True
            elif event.name != "b":
                self._remote = False
        elif isinstance(event, Pointer) and event.kind == "press":
            self._remote = False

    def draw_anew(self) -> None:
        """Draw the top scene, and ask for what stands still on it, too."""
        self._painting.forget_stills()
        if self.shared.stack.top:
            self.shared.stack.top.redraw()
        self.draw()

    def draw(self) -> bool:
        """Draw the top scene if it is stale; True if anything differs, `changed` says where."""
        scene = self.shared.stack.top
        if self._look() != self._drawn_for:
            self._canvas = self._fresh_canvas()
            self._drawn_for = self._look()
            if scene:
                scene.redraw()
        if scene is None or not scene.stale:
            return False
        scene.stale = False
        self._unread = True
        self._painting.begin()
        scene.draw(self._canvas)
        if self.shared.settings.captions:
            self.shared.sounds.caption.draw(self._canvas, self.shared.catalogue)
        self.shared.notice.draw(self._canvas)
        self.changed = self._painting.finish()
        return bool(self.changed)

    def _pass(self, dt: float) -> None:
        self.shared.clock.tick(dt)
        noticed, told = self.shared.notice.shown, self.shared.sounds.caption.name
        self.shared.notice.update(dt)
        self.shared.sounds.caption.update(dt)
        scene = self.shared.stack.top
        if scene is None:
            return
        moving = scene.wants_frames or noticed != self.shared.notice.shown
        if self.shared.settings.captions and told != self.shared.sounds.caption.name:
            moving = True
        scene.update(dt)
        if moving and self.shared.stack.top:
            self.shared.stack.top.redraw()

    def _own(self, event: Event, scene: Scene) -> bool:
        if not isinstance(event, Key) or scene.takes_any_key:
            return False
        if event.name == "f11" or (event.name == "enter" and event.alt):
            full = not self.shared.settings.fullscreen
            self.shared.change(self.shared.settings.with_(fullscreen=full))
            return True
        if event.alt:
            return False
        if event.ctrl and event.name in ("plus", "minus", "0"):
            self._resize_text({"plus": _TEXT_STEP, "minus": -_TEXT_STEP}.get(event.name))
            return True
        if event.name == "m" and not (event.ctrl or event.repeat or scene.types_letters):
            self._toggle_mute()
            return True
        if event.name == "f3" or (event.name == "r" and not (event.ctrl or scene.types_letters)):
            self._read_again(scene, event)
            return True
        if event.name == "f4" and not event.repeat:
            self._toggle_reading()
            return True
        remote = self._remote and not scene.answers_b
        darkens = event.name == "period" or (event.name == "b" and remote)
        if darkens and not (scene.takes_text or isinstance(scene, BlankScene)):
            self._remote = False
            self.shared.stack.push(BlankScene(self.shared))
            return True
        return False

    def _resize_text(self, by: float | None) -> None:
        shared = self.shared
        scale = 1.0 if by is None else shared.settings.text_scale + by
        shared.change(shared.settings.with_(text_scale=scale))
        said = shared.catalogue.gettext("Text size {percent} %")
        shared.notice.show(said.format(percent=round(shared.settings.text_scale * 100)))

    def _toggle_mute(self) -> None:
        shared = self.shared
        mute = not shared.settings.mute
        shared.change(shared.settings.with_(mute=mute))
        _ = shared.catalogue.gettext
        shared.notice.show(_("Sound is off") if mute else _("Sound is on"))

    def _read_again(self, scene: Scene, event: Key) -> None:
        shared = self.shared
        reading = scene.reads() if shared.settings.aloud != "off" and not event.repeat else None
        if reading is not None:
            # Who asks is told why nothing is heard, however often.
            self._troubles.clear()
            self._voice_trouble = ""
            shared.narrator.again(reading)

    def _toggle_reading(self) -> None:
        """Screens are read aloud from now on, or only when a key asks for it."""
        shared, _ = self.shared, self.shared.catalogue.gettext
        reads = shared.settings.aloud == "always"
        shared.change(shared.settings.with_(aloud="asked" if reads else "always"))
        said = _("Reading aloud is off") if reads else _("Reading aloud is on")
        shared.notice.show(said)
        shared.narrator.tell(Said(said, shared.language))

    @property
    def _caption_rest(self) -> float | None:
        captioned = self.shared.settings.captions
        return self.shared.sounds.caption.next_tick_s if captioned else None

    def _fresh_canvas(self) -> Canvas:
        self._painting = Painting(self._surface)
        return Canvas(
            self._surface,
            self.shared.theme,
            text_scale=self.shared.settings.text_scale,
            cache=self._cache,
            painting=self._painting,
        )

    def _look(self) -> tuple[str, float]:
        return (self.shared.settings.theme, self.shared.settings.text_scale)
