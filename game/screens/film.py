"""A film of a launch, made behind the game: any key skips it at once and Space holds it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from weakref import ReferenceType, ref

from game.screens.film_sound import FilmSound
from game.screens.flown import flight, flown
from game.screens.game import Game
from game.screens.mission_clock import draw_clock
from game.screens.roar import Roar
from game.screens.scenery import forget_backdrops, prepare_earth
from game.screens.screen import Screen
from game.ui.art import ornament
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect
from game.ui.theme import Theme, TypeStyle, load
from game.ui.widgets import Hint, KeyHints, Widget

STILL_S = 2.5
WAITING_S, PLAYING_S, IDLE_S = 0.001, 0.012, 0.1
"""Pauses of the film's thread: between two slices, and while it has nothing to do."""
STRIP = Rect(0, 944, 1920, 136)


class Reel:
    """The film of a vehicle for the window's size, made behind the game before it is shown.

    The vehicle, with a payload by its id or with its first one, is flown in the same thread.
    `names` are those of the satellites at its end. A `brief` film takes 8 s.
    """

    def __init__(
        self,
        vehicle: str,
        payload: str = "",
        *,
        names: Sequence[str] = (),
        seed: str = "launch",
        brief: bool = False,
    ) -> None:
        self._flies = (vehicle, payload)
        self._names, self._seed = tuple(names), seed
        self._film: LaunchFilm | None = None
        self._roar: Roar | None = None
        self._size, self._at_s = (0, 0), 0.0
        self._made = threading.Event()
        self.brief = brief
        self.theme: Theme = load("calm")

    def begin(self, size: tuple[int, int]) -> None:
        """Have the film made in this size; where it has changed it goes on from the same moment."""
        if size == self._size:
            return
        self._at_s = self._film.seconds if self._film is not None else self._at_s
        self._film, self._size = None, size
        self._made = made = threading.Event()
        threading.Thread(target=self._make, args=(size, made), name="film", daemon=True).start()

    def film(self, size: tuple[int, int]) -> LaunchFilm:
        """The film in this size, waited for if it is not there yet.

        Where its thread has failed it is made now; what goes wrong then is raised.
        """
        self.begin(size)
        self._made.wait()
        if self._film is None:
            self._film = self._flown(size)
        return self._film

    def again(self, *, brief: bool) -> None:
        """Begin anew in the other form."""
        self.brief = brief
        self.close()

    def close(self) -> None:
        """Give back the film's room: it was shown, or will not be."""
        self._film, self._size, self._at_s = None, (0, 0), 0.0
        self._made = threading.Event()

    @property
    def now(self) -> LaunchFilm | None:
        """The film, once it is there."""
        return self._film

    @property
    def roar(self) -> Roar | None:
        """How its flight sounds, once there is a film."""
        return self._roar

    @property
    def ready(self) -> bool:
        """Whether `film` answers at once, or has to make it itself."""
        return self._made.is_set()

    def _make(self, size: tuple[int, int], made: threading.Event) -> None:
        try:
            film = self._flown(size)
            # Another size may be wanted by now, or none.
            if self._made is made:
                self._film = film
        except Exception:
            # Whoever wants the film makes it, and hears of what went wrong.
            return
        finally:
            made.set()
        reference = ref(film)
        del film
        _prepare(reference)

    def _flown(self, size: tuple[int, int]) -> LaunchFilm:
        film = LaunchFilm(
            size, self.theme, flown(*self._flies), names=self._names, seed=self._seed,
            brief=self.brief,
        )  # fmt: skip
        film.seek(self._at_s)
        self._roar = Roar(flight(*self._flies))
        return film


def _prepare(reference: ReferenceType[LaunchFilm]) -> None:
    """Draw each scene of a film behind the game while the one before it plays.

    With all of them at once the game would need more memory than all else together. A film that
    nobody has any more ends it.
    """
    while True:
        film = reference()
        if film is None or film.finished:
            return
        ahead = film.ahead
        if film.prepare_ahead():
            return
        pause = IDLE_S if not ahead else PLAYING_S if film.seconds > 0 else WAITING_S
        del film
        time.sleep(pause)


class FilmScreen(Screen):
    """Plays a film to its end; with less motion it shows stills.

    `lines` are captions, each with where it is from; an empty one does not show.
    """

    def __init__(self, game: Game, reel: Reel, lines: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(game)
        self.reel = reel
        self.playing = True
        self.lines = tuple(lines)
        self._stills = game.shared.settings.motion != "full"
        self._passed_s = 0.0
        self._sound: FilmSound | None = None

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.playing and not self._stills

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return 0.25 if self.playing and self._stills else None

    def enter(self) -> None:
        forget_backdrops()
        self.shared.sounds.hush(True)
        super().enter()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        hold = self.say("Hold the film") if self.playing else self.say("Go on")
        hints = [
            Hint(self.say("Space"), hold, self.hold),
            Hint(self.say("Enter"), self.say("Skip"), self.arrive),
        ]
        if self.reel.brief and not self._stills:
            hints.append(Hint("F", self.say("The whole flight"), self.whole))
        high = 52 * min(1.4, self.text_scale)
        row = KeyHints(tuple(hints), Rect(96, 1010 - high / 2, 1728, high))
        row.ground = True
        return (row,), None

    def handle(self, event: Event) -> None:
        if isinstance(event, Key) and not event.repeat:
            if event.name == "space":
                self.hold()
            elif event.name == "f" and self.reel.brief and not self._stills:
                self.whole()
            else:
                self.arrive()
        elif isinstance(event, Pointer) and event.kind == "press":
            hint = self.hints.at(event.position) if self.hints is not None else None
            (hint.on_press if hint is not None and hint.on_press else self.arrive)()
        else:
            super().handle(event)

    def hold(self) -> None:
        """Stop the film where it is, or let it go on."""
        self.playing = not self.playing
        if not self.playing:
            self._quiet()
        self.renew()

    def whole(self) -> None:
        """Show the whole film from its beginning instead of the brief one."""
        self.reel.again(brief=False)
        self._passed_s = 0.0
        self.playing = True
        self._quiet()
        self._sound = None
        self.renew()

    def leave(self) -> None:
        self._quiet()
        self.shared.sounds.hush(False)

    def _quiet(self) -> None:
        if self._sound is not None:
            self._sound.end()

    def arrive(self) -> None:
        """The film is over, or was skipped."""
        self.reel.close()

    def update(self, dt: float) -> None:
        super().update(dt)
        film = self.reel.now
        if film is None or not self.playing:
            return
        self._passed_s += dt
        if self._stills:
            at = int(self._passed_s / STILL_S)
            stills = film.stills()
            if at >= len(stills):
                self.arrive()
            elif film.seconds != stills[at]:
                film.seek(stills[at])
                self.redraw()
            return
        film.update(dt)
        self._hear(film, dt)
        if film.finished and self._passed_s > film.length + 1.0:
            self.arrive()

    def paint(self, canvas: Canvas) -> None:
        film = self.reel.film(canvas.surface.get_size())
        canvas.live(film.draw)
        if film.seconds > film.scenes[-1].start:
            prepare_earth(canvas)
        theme = self.reel.theme
        self.paint_clock(canvas, film)
        self._names(canvas, film, theme)
        index = film.caption
        line = self.lines[index] if index is not None and index < len(self.lines) else None
        if self.hints is not None:
            self.hints.visible = line is None or not line[0]
        if line is not None and line[0]:
            self._caption(canvas, theme, *line)

    def paint_clock(self, canvas: Canvas, film: LaunchFilm) -> None:
        """Draw the clock, and whatever stands with it."""
        draw_clock(canvas, film, self.reel.theme, self.shared.catalogue)

    def _names(self, canvas: Canvas, film: LaunchFilm, theme: Theme) -> None:
        """The satellites' names, moved in from the edges; one that would cover another waits."""
        style = TypeStyle(34 * min(1.3, self.text_scale) / self.text_scale, 600)
        taken: list[Rect] = []
        for label in film.labels():
            half = canvas.text_width(label.name, style) / 2
            x = min(1824 - half, max(96 + half, label.centre[0]))
            own = Rect(x - half - 12, label.centre[1] - 22, 2 * half + 24, 44)
            if any(_meet(own, other) for other in taken):
                continue
            taken.append(own)
            alpha = round(label.alpha * 5) * 51
            at = (x, label.centre[1])
            canvas.text(label.name, at, style, theme.colour("ink"), "centre", alpha=alpha)

    def _caption(self, canvas: Canvas, theme: Theme, text: str, origin: str) -> None:
        seen = canvas.visible
        strip = Rect(seen.x, STRIP.y, seen.w, seen.bottom - STRIP.y)
        canvas.box(strip, theme.colour("card"), 0, alpha=242)
        ornament.border(canvas, STRIP.y, theme.colour("ornament"), fine=True)
        aside = canvas.text(
            origin,
            (1824, 1026),
            TypeStyle(28 * min(1.3, self.text_scale) / self.text_scale, 500),
            theme.colour("ink_dim"),
            "midright",
        )
        size = 52 * min(1.3, self.text_scale) / self.text_scale
        canvas.text(
            text, (96, 1026), TypeStyle(size, 700), theme.colour("ink"), "midleft",
            fit=aside.x - 136,
        )  # fmt: skip

    def _hear(self, film: LaunchFilm, dt: float) -> None:
        roar = self.reel.roar
        # A window of another size has another film.
        if roar is not None and (self._sound is None or self._sound.film is not film):
            self._sound = FilmSound(self.shared.sounds, film, roar)
        if self._sound is not None:
            self._sound.follow(dt)


def _meet(one: Rect, other: Rect) -> bool:
    apart = one.right <= other.x or other.right <= one.x
    return not (apart or one.bottom <= other.y or other.bottom <= one.y)
