"""What all screens have in common: widgets laid out for the text size, keys, hints, and a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.screens.game import Game
from game.ui.canvas import Canvas
from game.ui.caps import caps
from game.ui.events import Event, Key, Pointer
from game.ui.focus import FocusGroup
from game.ui.gamepads import ELSE
from game.ui.geometry import Rect
from game.ui.reading import Reading
from game.ui.scene import Scene
from game.ui.voice import Said
from game.ui.widgets import Button, KeyHints, Widget

LOW = 1060.0
"""Hints that reach so far down have something right above them."""

HASTY_S = 0.6
"""An Enter or a click that comes sooner was meant for what stood there before."""

Shortcuts = dict[str, Callable[[], None]]


class Screen(Scene):
    """A scene of the quiz. Subclasses say what stands on it (`lay_out`), and what keys do."""

    name = ""
    guards = False
    """Whether an Enter that was meant for the screen before is to do nothing here."""
    plays_itself = False
    """Whether nobody presses anything here, so that no keys are named."""
    commits = True
    """Whether the first widget has the focus from the start; else a key or a hand must choose."""

    def __init__(self, game: Game) -> None:
        super().__init__(game.shared)
        self.game = game
        self.group = FocusGroup([])
        self.hints: KeyHints | None = None
        self._laid_out_for: tuple[object, ...] | None = None
        self.layouts = 0
        self.shown_s = 0.0
        self.deaf_to: Callable[[Event], bool] = lambda _event: False
        """What comes from hands that it is not the turn of."""

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        """The widgets for the present settings, and the one that has the focus at first."""
        return (), None

    def shortcuts(self) -> Shortcuts:
        """What keys do by name, before any widget hears them."""
        return {}

    def paint(self, canvas: Canvas) -> None:
        """Draw what lies under the widgets."""

    def told(self) -> dict[str, object]:
        """What the trace says about this screen, beside its name and what can be pressed."""
        return {}

    def spoken(self) -> Iterable[str | Said]:
        """What a voice reads of this screen, in its order; what is drawn, where nothing else is."""
        from game.screens import spoken

        return spoken.drawn(self)

    def spoken_focus(self, widget: Widget) -> Iterable[str | Said]:
        """What a voice says of the widget that has the focus: its name, then its value."""
        from game.screens.spoken_widgets import widget_lines

        return widget_lines(widget, self.shared.catalogue)

    def spoken_keys(self) -> Iterable[str | Said]:
        """What else can be done here."""
        from game.screens.spoken_widgets import hints

        return hints(self)

    @property
    def writes_in(self) -> str:
        """The language that one writes in here, "" for that of the screen."""
        return ""

    @property
    def speaks_on(self) -> bool:
        """Whether a voice says all of this though another screen follows by itself."""
        return False

    def reads(self) -> Reading | None:
        from game.screens import spoken

        self.settle()
        return spoken.reading(self)

    @property
    def takes_text(self) -> bool:  # type: ignore[override]
        return self.group.takes_text

    @property
    def types_letters(self) -> bool:  # type: ignore[override]
        return self.group.takes_letters

    @property
    def text_area(self) -> Rect | None:  # type: ignore[override]
        return self.group.focused.rect if self.group.focused is not None else None

    @property
    def text_scale(self) -> float:
        return self.shared.settings.text_scale

    def say(self, message: str) -> str:
        """A message in the player's language."""
        return self.shared.catalogue.gettext(message)

    def draw_still(self, canvas: Canvas, name: str, draw: Callable[[Canvas], None]) -> None:
        """Have drawn what stands still between two layouts; `name` tells it from what else does."""
        canvas.still((self, name, self.layouts), lambda: draw(canvas))

    def renew(self) -> None:
        """Lay the widgets out anew before the next picture; the focus stays where it is."""
        self._laid_out_for = None
        self.redraw()

    def enter(self) -> None:
        self.renew()
        self.settle()

    def settle(self) -> None:
        """Lay the widgets out if need be; the focus stays where it is while they are the same."""
        key = self._key()
        if key == self._laid_out_for:
            return
        at, count, before = self._focus_index(), len(self.group.widgets), self.group.focused
        widgets, first = self.lay_out()
        self.group = FocusGroup(widgets, first)
        self.hints = next((w for w in widgets if isinstance(w, KeyHints)), None)
        if self.hints is not None:
            self.hints.caps = caps(self.shared.keys, self.shared.device, self.shared.catalogue)
        if at is not None and (len(widgets) == count or _is_still_there(before, at, widgets)):
            self.group.focus(widgets[at])
        elif not self.commits:
            self.group.focus(None)
        self._laid_out_for = key
        self.layouts += 1

    def handle(self, event: Event) -> None:
        if self.deaf_to(event):
            return
        self.settle()
        self._note_hand(event)
        if self._hasty(event) or (isinstance(event, Key) and self._shortcut(event)):
            return
        before = self.group.focused
        self.group.handle(event)
        if self.group.moved:
            self.redraw()
            if self.group.focused is not before and isinstance(event, Key):
                self.shared.sounds.play("focus")

    def update(self, dt: float) -> None:
        self.shown_s += dt
        self.group.update(dt)

    @property
    def gives_way(self) -> Widget | None:
        """What a notice takes the place of while it shows; None for the top of the screen."""
        return None

    @property
    def aside_for_notice(self) -> Rect | None:
        """Where the notice that shows stands beside all else, and nothing gives way to it."""
        return None

    def draw(self, canvas: Canvas) -> None:
        self.settle()
        self._make_room()
        self.paint(canvas)
        self.group.draw(canvas)
        self.paint_over(canvas)
        if self.game.trace.wanted and self.shared.stack.top is self:
            self.game.trace.say(self._traced(canvas))

    def paint_over(self, canvas: Canvas) -> None:
        """Draw what lies over the widgets."""

    def toggle_mute(self) -> None:
        settings = self.shared.settings
        self.shared.change(settings.with_(mute=not settings.mute))
        self.renew()

    def _hasty(self, event: Event) -> bool:
        if not self.guards or self.shown_s >= HASTY_S:
            return False
        return self.meant_for_another(event)

    def meant_for_another(self, event: Event) -> bool:
        """Whether this presses something, and came too soon to be meant for what stands here."""
        if isinstance(event, Key):
            return event.name in ("enter", "page_down")
        if isinstance(event, Pointer) and event.kind == "press":
            return self.hints is None or self.hints.at(event.position) is None
        return False

    def _note_hand(self, event: Event) -> None:
        """Whether the player has no letters to type with: a pointer or a gamepad was used last."""
        if isinstance(event, Pointer) and event.kind == "press":
            self.game.by_hand = True
        elif isinstance(event, Key):
            self.game.by_hand = event.device == "gamepad"

    def _shortcut(self, event: Key) -> bool:
        if event.repeat:
            return False
        if self.group.composing or (self.group.types(event.text) and not (event.ctrl or event.alt)):
            return False
        action = self._action(event)
        if action is None:
            return False
        action()
        return True

    def _action(self, event: Key) -> Callable[[], None] | None:
        keys = self.shortcuts()
        if event.name in keys:
            return keys[event.name]
        if event.name == "f10":
            return self.open_settings
        if event.device == "gamepad":
            other = next((name for name in ELSE.get(event.name, ()) if name in keys), None)
            return keys[other] if other is not None else None
        if event.name == "page_down":
            return keys.get("enter") or self._press_button
        return None

    def cap(self, label: str) -> str:
        """The player's own key, or the gamepad's button, where the usual key is named."""
        return caps(self.shared.keys, self.shared.device, self.shared.catalogue)(label).text

    def _make_room(self) -> None:
        """Let a notice have the place of what gives way to it, which comes back after it."""
        notice, gives = self.shared.notice, self.gives_way
        notice.place = self.aside_for_notice
        if gives is None:
            return
        gives.visible = not ((notice.shown and notice.place is None) or self.plays_itself)
        if notice.place is not None:
            return
        place = gives.rect
        if isinstance(gives, KeyHints):
            top = place.y - (20 if place.bottom < LOW else 6)
            place = Rect(place.x - 16, top, place.w + 32, min(1076.0, place.bottom + 20) - top)
        notice.place = place

    def _press_button(self) -> None:
        """A presenter's remote goes on by the button that has the focus."""
        if isinstance(self.group.focused, Button):
            self.group.focused.press()

    def open_settings(self) -> None:
        """Lay the settings over this screen; no time passes under them."""
        from game.screens.settings import SettingsScreen

        self.shared.stack.push(SettingsScreen(self.game))

    def _key(self) -> tuple[object, ...]:
        settings = self.shared.settings
        return (settings, id(self.shared.catalogue), self.shared.device == "gamepad")

    def _focus_index(self) -> int | None:
        if self.group.focused is None:
            return None
        return self.group.widgets.index(self.group.focused)

    def _traced(self, canvas: Canvas) -> dict[str, object]:
        places: dict[str, list[int]] = {}
        if self.wants_frames:
            return {"screen": self.name, **self.told(), "places": places}
        for widget in self.group.widgets:
            if widget.visible and widget.enabled and widget.focusable:
                places[_name(widget)] = _pixels(canvas, widget.rect.centre)
        if self.hints is not None and self.hints.visible:
            for place, hint in self.hints.places:
                places[hint.key] = _pixels(canvas, place.centre)
        return {"screen": self.name, **self.told(), "places": places}


def _is_still_there(before: Widget | None, at: int, widgets: Sequence[Widget]) -> bool:
    """Whether what had the focus stands in its place though others came or went."""
    now = widgets[at] if at < len(widgets) else None
    return (
        before is not None
        and now is not None
        and type(now) is type(before)
        and _name(now) == _name(before)
        and now.focusable
    )


def _name(widget: Widget) -> str:
    for part in ("letter", "text", "label"):
        text = getattr(widget, part, "")
        if text:
            return str(text)
    return type(widget).__name__


def _pixels(canvas: Canvas, point: tuple[float, float]) -> list[int]:
    return list(canvas.to_pixels(point))
