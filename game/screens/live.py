"""What all screens of a live class have in common: they follow the host, and a remote drives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.phrase import in_words
from game.screens.countdown import CountdownScreen
from game.screens.hosting import STEP_S, Hosting
from game.screens.screen import Screen, Shortcuts

if TYPE_CHECKING:
    from game.play.live_class import LiveClass


class LiveScreen(Screen):
    """A screen of the class that the game hosts now.

    `forward` is what Enter, the forward key of a remote and the teacher's own phone do.
    """

    _seen: LiveClass | None = None

    stands_for: tuple[str, int] = ("", 0)
    """The moment of the class that it shows, and the question; `live_flow` says which."""
    ahead: tuple[str, ...] = ()
    """Moments that the host is still to tell, or has just left, and that it stands for as well."""

    @property
    def hosting(self) -> Hosting:
        """The class that is on."""
        hosting = self.game.hosting
        assert hosting is not None
        return hosting

    @property
    def live(self) -> LiveClass:
        """What the host has told."""
        return self.hosting.now

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        rest = super().next_tick_s
        return STEP_S if rest is None else min(STEP_S, rest)

    def update(self, dt: float) -> None:
        super().update(dt)
        hosting = self.hosting
        hosting.step()
        # A card may have lain over it, and taken in what was told.
        if self.live is not self._seen:
            self._seen = self.live
            if news := hosting.take_news():
                self.shared.notice.show(in_words(news, self.shared.catalogue))
            from game.screens import live_flow

            if live_flow.follow(self):
                return
            self.changed()
        if hosting.take_press():
            self.press_afar()

    def shortcuts(self) -> Shortcuts:
        return {"enter": self.forward, "page_down": self.forward, "right": self.forward,
                "space": self.pause, "escape": self.pause, "l": self.people}  # fmt: skip

    def turn_to(self, screen: LiveScreen) -> None:
        """Show another screen of the same moment."""
        screen.stands_for = self.stands_for
        self.shared.stack.replace(screen)

    def changed(self) -> None:
        """The host has told something while this screen stands."""
        self.renew()

    def forward(self) -> None:
        """Go on to what comes next."""
        self.hosting.host.order("next")

    def press_afar(self) -> None:
        """The teacher's own phone has said to go on."""
        self.forward()

    def pause(self) -> None:
        """Lay the teacher's card over the class."""
        from game.screens.live_teacher import LiveTeacherScreen

        self.shared.stack.push(LiveTeacherScreen(self.game))

    def people(self) -> None:
        """Lay the list of the learners over the class."""
        from game.screens.live_people import PeopleScreen

        self.shared.stack.push(PeopleScreen(self.game))


class LiveCountdown(LiveScreen, CountdownScreen):
    """A screen of the countdown in a live class; pausing is the host's to do."""

    def pause(self) -> None:
        self.sitting.pause(True)
        super().pause()

    def shortcuts(self) -> Shortcuts:
        keys = LiveScreen.shortcuts(self)
        return {**keys, "w": self.open_glossary, "s": self._source}

    def _source(self) -> None:
        if self.key_is_known:
            self.open_source()
