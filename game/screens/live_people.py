"""The learners of a live class in a list: a name can be changed, a seat taken away, time given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.play.live_class import Person
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.live_card import LiveConfirm, LiveSheet
from game.screens.places import LARGE_FROM
from game.screens.screen import Shortcuts
from game.screens.teams_words import team_name
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets import Action, Button, ButtonKind, Widget

COLUMNS = 3


class PersonButton(Button):
    """A learner's name; dim while the phone is away."""

    def __init__(
        self, person: Person, team: str, rect: Rect, press: Action, kind: ButtonKind
    ) -> None:
        super().__init__(person.name, rect, press, kind)
        self._person = person
        self._team = team

    def _words(self, canvas: Canvas, style: str, ink: tuple[int, int, int]) -> None:
        del style
        area = self.rect.inset(24, 6)
        colour = ink if self._person.here else canvas.theme.colour("ink_dim")
        words = f"{self.text} ({self._team})" if self._team else self.text
        canvas.text(words, (area.x, area.centre[1]), "body_bold", colour, "midleft", fit=area.w)


class PeopleScreen(LiveSheet):
    """Choose a learner, then what to do; nothing here is seen by the class as a rank."""

    name = "live-people"

    def __init__(self, game: Game) -> None:
        super().__init__(game, lambda: game.shared.catalogue.gettext("Learners"))
        self.page = 0
        self.chosen = ""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody by name."""
        return tuple(sorted(self.hosting.now.people, key=lambda person: person.name.casefold()))

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.close,
            "l": self.close,
            "page_down": partial(self._turn, 1),
            "page_up": partial(self._turn, -1),
        }

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        card, body = self.card, self.body
        high = 84 * min(1.25, self.text_scale)
        columns = COLUMNS if self.text_scale < 1.4 else 2
        gap = 16.0
        wide = (body.w - gap * (columns - 1)) / columns
        foot = self._foot()
        room = body.h - (len(self._rows(foot)) - 1) * (self.foot(1)[0].h + gap)
        lines = max(1, int((room + gap) // (high + gap)))
        on_page = lines * columns
        people = self.people
        pages = max(1, -(-len(people) // on_page))
        if pages > 1:
            foot = self._foot(more=True)
        self.page = min(self.page, pages - 1)
        widgets: list[Widget] = []
        catalogue = self.shared.catalogue
        for at, person in enumerate(people[self.page * on_page : (self.page + 1) * on_page]):
            rect = Rect(
                body.x + (at // lines) * (wide + gap),
                body.y + (at % lines) * (high + gap),
                wide,
                high,
            )
            team = team_name(person.team, catalogue) if person.team else ""
            kind: ButtonKind = "amber" if person.id == self.chosen else "quiet"
            widgets.append(PersonButton(person, team, rect, partial(self._choose, person.id), kind))
        named = len(widgets)
        low = self.foot(1)[0]
        rows = self._rows(foot)
        for line, some in enumerate(rows):
            y = low.y - (len(rows) - 1 - line) * (low.h + gap)
            row = Rect(card.x + 64, y, card.w - 128, low.h)
            texts = [words for words, _ in some]
            places, style = shared_out(texts, row, self.shared.theme, self.text_scale)
            for (words, press), place in zip(some, places, strict=True):
                kind = "primary" if press == self.close else "secondary"
                widgets.append(Button(words, place, press, kind, style=style))
        return widgets, widgets[named if not people else 0]

    def _foot(self, *, more: bool = False) -> list[tuple[str, Action]]:
        """What can be done: with the learner who is chosen, and with the list."""
        made: list[tuple[str, Action]] = [(self.say("Go on"), self.close)]
        if more:
            made.append((self.say("More names"), partial(self._turn, 1)))
        if self.chosen:
            made += [
                (self.say("Another name"), partial(self._do, "rename")),
                (self.say("More time"), partial(self._do, "extra", factor=1.5)),
                (self.say("Send away"), partial(self._ask, "kick")),
                (self.say("Keep out"), partial(self._ask, "ban")),
            ]
        return made

    def _rows(self, foot: list[tuple[str, Action]]) -> list[list[tuple[str, Action]]]:
        """The same in one row, or in two where the text is large."""
        if self.text_scale <= LARGE_FROM or not self.chosen:
            return [foot]
        return [foot[-4:], foot[:-4]]

    def paint_card(self, canvas: Canvas, area: Rect) -> None:
        if not self.people:
            words = self.say("Nobody has joined yet.")
            canvas.paragraph(words, area, "body", canvas.theme.colour("ink_dim"))

    def _choose(self, seat: str) -> None:
        self.chosen = "" if self.chosen == seat else seat
        self.renew()

    def _ask(self, do: str) -> None:
        say = self.say
        heading, text, words = {
            "kick": (
                say("Send this learner away?"),
                say("The seat and its fuel are gone. The same phone may join again."),
                say("Send away"),
            ),
            "ban": (
                say("Keep this phone out?"),
                say("The seat and its fuel are gone, and this phone cannot join again."),
                say("Keep out"),
            ),
        }[do]
        self.shared.stack.push(LiveConfirm(self.game, heading, text, words, partial(self._do, do)))

    def _do(self, do: str, **named: object) -> None:
        self.hosting.host.order(do, id=self.chosen, **named)
        said = {
            "rename": self.say("A new name is on its way."),
            "extra": self.say("Half as much time again from the next question on."),
            "kick": self.say("Sent away; the phone may join again."),
            "ban": self.say("Sent away; that phone cannot join again."),
        }
        self.shared.notice.show(said[do])
        if do in ("kick", "ban"):
            self.chosen = ""
        self.renew()

    def _turn(self, by: int) -> None:
        self.page = max(0, self.page + by)
        self.renew()
