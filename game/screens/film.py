"""The film of a launch on the screen: any key skips it at once and Space holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.screens.film_names import draw_names
from game.screens.film_sound import ENDS_S, FilmSound
from game.screens.film_stills import HEARD, Stills, draw_still
from game.screens.game import Game
from game.screens.mission_clock import draw_clock, height_and_speed
from game.screens.reel import Reel
from game.screens.scenery import forget_backdrops, prepare_earth
from game.screens.screen import Screen
from game.ui.art import ornament
from game.ui.art.launch import LaunchFilm
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Point, Rect
from game.ui.theme import Theme, TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Hint, KeyHints, Widget

EARTH_AFTER_S = 1.0
STILL_S = 6.0
"""How long a still shows that nobody leaves: long enough to read it."""
STRIP = Rect(0, 944, 1920, 136)


class FilmScreen(Screen):
    """Plays a film to its end; with less motion it shows stills.

    `lines` are captions, each with where it is from; an empty one does not show. `orbits` are those
    over the Earth that comes after it.
    """

    orbits: tuple[float, ...] = ()

    def __init__(self, game: Game, reel: Reel, lines: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(game)
        if game.shared.settings.motion != "full":
            reel.stand_still()
        self.reel = reel
        self.playing = True
        self.over = False
        self.lines = tuple(lines)
        self._stills: Stills | None = None
        self._passed_s = 0.0
        self._sound: FilmSound | None = None

    @property
    def wants_frames(self) -> bool:  # type: ignore[override]
        return self.playing and not self.over and not self.reel.still

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return 0.25 if self.playing and not self.over and self.reel.still else None

    def enter(self) -> None:
        forget_backdrops()
        self.shared.sounds.hush(True)
        super().enter()

    def remember(self) -> None:
        """Keep that this vehicle's launch was shown."""
        settings = self.shared.settings
        if self.reel.vehicle not in settings.seen_launches:
            known = (*settings.seen_launches, self.reel.vehicle)
            self.shared.change(settings.with_(seen_launches=known))

    def spoken(self) -> Iterable[str | Said]:
        from game.screens import spoken_launch

        return spoken_launch.film(self)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        hold = self.say("Hold the film") if self.playing else self.say("Go on")
        space = Hint(self.say("Space"), hold, self.hold)
        if self.reel.still:
            hints = [
                Hint(self.say("Enter"), self.say("Next picture"), self.next_still),
                space,
                Hint("Esc", self.say("Skip"), self.arrive),
            ]
        else:
            pad = self.shared.device == "gamepad"
            key = self.say("Enter") if pad else self.say("Any key")
            hints = [space, Hint(key, self.say("Skip"), self.arrive)]
        if self.reel.brief:
            key = "W" if self.shared.device == "gamepad" else "F"
            hints.append(Hint(key, self.say("The whole flight"), self.whole))
        high = 52 * min(1.4, self.text_scale)
        middle = 1040.0 if self.reel.still else 1010.0
        row = KeyHints(tuple(hints), Rect(96, middle - high / 2, 1728, high))
        row.ground = not self.reel.still
        return (row,), None

    def handle(self, event: Event) -> None:
        if self.over:
            return
        if isinstance(event, Key) and not event.repeat:
            self._keys(event.device == "gamepad").get(event.name, self.arrive)()
        elif isinstance(event, Pointer) and event.kind == "press":
            self._pressed(event.position)()
        else:
            super().handle(event)

    def _pressed(self, at: Point) -> Callable[[], None]:
        """What a press does there: a hint's, or on a caption, which one wants to read, hold it."""
        elsewhere = self.next_still if self.reel.still else self.arrive
        if self.hints is None:
            return elsewhere
        if not self.hints.visible:
            return self.hold if at[1] >= STRIP.y else elsewhere
        hint = self.hints.at(at)
        return hint.on_press if hint is not None and hint.on_press else elsewhere

    def _keys(self, gamepad: bool) -> dict[str, Callable[[], None]]:
        """What does not skip the film: a remote has no letters, a gamepad no F."""
        keys = {"space": self.hold}
        if self.reel.brief:
            keys.update(dict.fromkeys(("w" if gamepad else "f", "page_up"), self.whole))
        if self.reel.still:
            keys.update(dict.fromkeys(("enter", "right", "down", "page_down"), self.next_still))
            keys.update(dict.fromkeys(("left", "up", "page_up"), self.last_still))
        return keys

    def next_still(self) -> None:
        """The next still; after the last one the film is over."""
        self._turn(1)

    def last_still(self) -> None:
        """The still before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self._stills is None:
            return
        at, self._passed_s = self._stills.at + by, 0.0
        if at >= len(self._stills.all):
            self.arrive()
        else:
            self._stills.at = max(0, at)
            self.shared.sounds.end(ENDS_S)
            heard = HEARD.get(self._stills.all[self._stills.at].kind)
            if heard:
                self.shared.sounds.play(heard)
            self.redraw()

    def hold(self) -> None:
        """Stop the film where it is, or let it go on."""
        self.playing = not self.playing
        if not self.playing:
            self._quiet()
        self.renew()

    @property
    def held_words(self) -> str:
        """What is said while the film is held; "" while it plays."""
        if self.playing:
            return ""
        return self.say("Held. {space} goes on.").format(space=self.cap(self.say("Space")))

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
        if self.over:
            self.reel.close()
            self._sound = self._stills = None

    def _quiet(self) -> None:
        if self._sound is not None:
            self._sound.end()

    def arrive(self) -> None:
        """The film is over, or was skipped: its last picture stands until another screen does."""
        if not self.over:
            self.over = True
            self._quiet()
            self.land()

    def land(self) -> None:
        """Go on to what comes after the film."""

    def update(self, dt: float) -> None:
        super().update(dt)
        film = self.reel.now
        if film is None or self.over or not self.playing:
            return
        self._passed_s += dt
        if self.reel.still:
            if self._passed_s >= STILL_S:
                self.next_still()
            return
        film.update(dt)
        self._hear(film, dt)
        if film.finished and self._passed_s > film.length + 1.0:
            self.arrive()

    def paint(self, canvas: Canvas) -> None:
        film = self.reel.film(canvas.surface.get_size())
        if self.reel.still:
            self._paint_still(canvas, film)
            return
        canvas.live(film.draw)
        if film.seconds > EARTH_AFTER_S and not film.ahead:
            # Whoever skips the film comes to the Earth at once.
            prepare_earth(canvas, self.orbits)
        theme = self.reel.theme
        self.paint_clock(canvas, film)
        draw_names(canvas, film.labels(), film.all_labels(), theme)
        line = self._line(film)
        if self.hints is not None:
            self.hints.visible = line is None or not line[0]
        if line is not None and line[0]:
            said = line
            canvas.still(("caption", said, theme.name), lambda: self._caption(canvas, theme, *said))

    @property
    def stills(self) -> Stills | None:
        """The pictures that show in the place of a film, once one has."""
        return self._stills if self.reel.still else None

    @property
    def caption(self) -> tuple[str, str]:
        """What is written under the film now, and where it is from; empty where nothing is."""
        if self.stills is not None:
            return self._line_of_still(self.stills)
        film = self.reel.now
        return (self._line(film) if film is not None else None) or ("", "")

    def _line(self, film: LaunchFilm) -> tuple[str, str] | None:
        """The caption that is on; the last one of a film of any length is the last line."""
        index = film.caption
        if index is None or not self.lines:
            return None
        return self.lines[-1 if index == film.captions - 1 else min(index, len(self.lines) - 1)]

    def _paint_still(self, canvas: Canvas, film: LaunchFilm) -> None:
        before = self._stills
        if before is None or before.film is not film:
            self._stills = Stills(film)
            self._stills.at = before.at if before is not None else 0
        assert self._stills is not None
        line = self._line_of_still(self._stills)
        theme, catalogue = self.reel.theme, self.shared.catalogue
        draw_still(canvas, self._stills, self.reel.flight, theme, catalogue, line)

    def _line_of_still(self, stills: Stills) -> tuple[str, str]:
        """The lines are shared out: every second still has one, the last one the last."""
        count = len(stills.all)
        places = [min(count - 1, 1 + 2 * number) for number in range(len(self.lines))]
        if self.lines:
            places[-1] = count - 1
        shown = {at: line for at, line in zip(places, self.lines, strict=True) if line[0]}
        return shown.get(stills.at, ("", ""))

    def paint_clock(self, canvas: Canvas, film: LaunchFilm) -> None:
        """Draw the clock, and whatever stands with it."""
        reading = height_and_speed(film, self.reel.flight, self.shared.catalogue)
        draw_clock(
            canvas, film, self.reel.theme, self.shared.catalogue, reading=reading,
            held=self.held_words,
        )  # fmt: skip

    def _caption(self, canvas: Canvas, theme: Theme, text: str, origin: str) -> None:
        larger = min(1.15, self.text_scale) / self.text_scale
        seen = canvas.visible
        strip = Rect(seen.x, STRIP.y, seen.w, seen.bottom - STRIP.y)
        canvas.box(strip, theme.colour("card"), 0, alpha=242)
        ornament.border(canvas, STRIP.y, theme.colour("ornament"), fine=True)
        right, middle = 1824.0, 1026.0
        if origin:
            # The vehicle that flies is another matter than what the round taught.
            middle = 1040.0
            small, dim = TypeStyle(28 * larger, 500), theme.colour("ink_dim")
            told = canvas.text(origin, (right, 993), small, dim, "midright")
            canvas.text(
                self.say("Known from this round:"), (96, 993), small, theme.colour("sand"),
                "midleft", fit=told.x - 136,
            )  # fmt: skip
        style = TypeStyle(52 * larger, 700)
        canvas.text(text, (96, middle), style, theme.colour("ink"), "midleft", fit=right - 96)

    def _hear(self, film: LaunchFilm, dt: float) -> None:
        roar = self.reel.roar
        # A window of another size has another film.
        if roar is not None and (self._sound is None or self._sound.film is not film):
            self._sound = FilmSound(self.shared.sounds, film, roar)
        if self._sound is not None:
            self._sound.follow(dt)
