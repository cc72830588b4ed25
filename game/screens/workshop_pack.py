"""A pack on the workbench: its questions, its problems and its rounds, shown anew after a save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from game.bank.question import Question
from game.packs.model import Fact
from game.screens import workshop_words
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.leaves import Measure
from game.screens.look_card import Page, draw_page, pages
from game.screens.look_list import MarkedList
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.workshop_buttons import KeyedButton, Tab
from game.screens.workshop_drafts import Desk
from game.screens.workshop_sheets import (
    Card,
    DraftSheet,
    FactSheet,
    ProblemSheet,
    RoundSheet,
    Sheet,
)
from game.screens.workshop_watch import Seen, Watch
from game.ui.canvas import Canvas
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import ButtonKind, Widget

ASK_S = 0.05
LATE_S = 0.6
"""A save that takes longer to read is said to be read."""
QUESTIONS, PROBLEMS, ROUND, DRAFTS = range(4)
LIST_WIDE = 600.0
Doing = tuple[str, Callable[[], None], bool, str]
"""What a button says and does, whether it can be pressed, and the key that does the same."""
TAB_LETTERS = 54.0
"""How large the words of a tab may be on the grid, however large all text is."""


class WorkshopPackScreen(Screen):
    """Tabs over a list and a card. `alone` is the only screen of a start, which Esc ends.

    The folder is watched while it shows: a save that breaks the pack leads to its first problem,
    one that changes a single fact to its questions.
    """

    name = "workshop-pack"

    def __init__(self, game: Game, folder: Path, *, alone: bool = False) -> None:
        super().__init__(game)
        self.watch = Watch(folder, game.today)
        self.alone = alone
        self.desk = Desk(folder, game.drafting) if game.drafting is not None else None
        self.tab = QUESTIONS
        self.at = [0, 0, 0, 0]
        self.card = 0
        self.page = 0
        self.opened = False
        self._seen: Seen | None = None
        self._busy_s = 0.0
        self._sheets: tuple[Sheet | None, ...] = (None, None, None, None)
        self._cards: Sequence[Card] = ()
        self._pages: list[Page] = [()]
        self._share = 1.0
        self._list: MarkedList | None = None

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S

    @property
    def sheet(self) -> Sheet | None:
        """What the tab shows, None where there is nothing to show yet."""
        return self._sheets[self.tab]

    @property
    def row(self) -> str:
        """The name of the row that is read, "" if there is none."""
        sheet = self.sheet
        return sheet.names[self.at[self.tab]] if sheet is not None and sheet.rows else ""

    @property
    def question(self) -> Question | None:
        """The question that is read, None where something else is."""
        return self._cards[self.card].question if self._cards else None

    @property
    def draft(self) -> Fact | None:
        """The draft that is read, None where something else is, or where nobody may change it."""
        sheet = self.sheet
        if self.desk is None or not isinstance(sheet, DraftSheet) or not sheet.drafts:
            return None
        return sheet.drafts[self.at[DRAFTS]]

    @property
    def _can_undo(self) -> bool:
        return self.tab == DRAFTS and self.desk is not None and self.desk.can_undo

    @property
    def shown(self) -> Page:
        """What stands on the card."""
        return self._pages[self.page]

    @property
    def crowded(self) -> bool:
        """Whether large text leaves room for the list or the card alone."""
        return self.text_scale > 1.2

    def enter(self) -> None:
        self.watch.begin()
        super().enter()

    def leave(self) -> None:
        super().leave()
        if self not in (self.shared.stack.top, self.shared.stack.under):
            self.watch.end()

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        self._take_look()
        tabs = self._tabs()
        sheet = self.sheet
        rows = sheet is not None and bool(sheet.rows)
        self._set_cards()
        self._list = None
        widgets: list[Widget] = [*tabs]
        if rows and sheet is not None and not (self.crowded and self.opened):
            self._list = MarkedList(sheet.rows, self._rows(), self._chosen)
            self._list.select(self.at[self.tab])
            widgets.append(self._list)
        foot = self._buttons(rows)
        widgets += foot
        return widgets, self._list or (foot[0] if foot[0].enabled else tabs[self.tab])

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {"escape": self.back}
        for at in range(len(self._titles())):
            keys[str(at + 1)] = partial(self.open_tab, at)
        if self.question is not None:
            keys["t"] = self.try_it
        if self.draft is not None:
            keys |= {"a": self.accept, "d": self.drop, "delete": self.drop}
        if self._can_undo:
            keys["z"] = self.undo
        if self._list is not None and self.group.focused is self._list:
            keys |= {"left": self.before, "right": self.next}
            if not self.crowded and self.tab != DRAFTS:
                keys["enter"] = self.try_it
        return keys

    def told(self) -> dict[str, object]:
        seen = self._seen
        return {
            "tab": self.tab,
            "row": self.row,
            "card": self.card,
            "cards": len(self._cards),
            "pages": len(self._pages),
            "save": seen.number if seen is not None else 0,
            "errors": seen.now.errors if seen is not None else 0,
            "drafts": len(seen.now.drafts) if seen is not None else 0,
        }

    def spoken(self) -> Iterator[str | Said]:
        yield self._title
        if self._seen is not None:
            yield self._status(self._seen)
        sheet = self.sheet
        if sheet is None or not sheet.rows:
            yield self._nothing() if sheet is None else sheet.empty
        elif not self.crowded or self.opened:
            # What heads a card is said in the language of the screen, all else as it is written.
            head = 1 if self.page == 0 else 0
            yield from (item.text for item in self.shown[:head])
            yield from (Said(item.text, self._written_in) for item in self.shown[head:])

    @property
    def _written_in(self) -> str:
        good = self._seen.good if self._seen is not None else None
        if self.tab == PROBLEMS or good is None or good.playable is None:
            return "en"
        return good.playable.pack.language

    def handle(self, event: Event) -> None:
        if isinstance(event, Key) and event.device == "gamepad":
            turn = {"page_up": -1, "page_down": 1}.get(event.name)
            if turn is not None:
                self.open_tab((self.tab + turn) % len(self._titles()))
                return
        super().handle(event)
        if self._list is not None and self._list.current != self.at[self.tab]:
            self._show(self._list.current)

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.watch.seen is not self._seen:
            self.renew()
        late = self._busy_s > LATE_S
        self._busy_s = self._busy_s + dt if self.watch.busy else 0.0
        if late != (self._busy_s > LATE_S):
            self.redraw()
        if self.desk is not None and self.desk.trouble:
            self.shared.notice.show(self.desk.trouble)
            self.desk.trouble = ""
            self.redraw()

    def open_tab(self, tab: int) -> None:
        """Show another sheet."""
        if tab != self.tab:
            self.tab, self.opened = tab, False
            self._show(self.at[tab])
            self.settle()
            self.group.focus(self._list or self.group.widgets[tab])

    def next(self) -> None:
        """Read on: the next page, the next card of the row, the next row."""
        if self.page + 1 < len(self._pages):
            self._show(self.at[self.tab], self.card, self.page + 1)
        elif self.card + 1 < len(self._cards):
            self._show(self.at[self.tab], self.card + 1)
        elif self.sheet is not None and self.at[self.tab] + 1 < len(self.sheet.rows):
            self._show(self.at[self.tab] + 1)

    def before(self) -> None:
        """The page, the card or the row before."""
        if self.page:
            self._show(self.at[self.tab], self.card, self.page - 1)
        elif self.card:
            self._show(self.at[self.tab], self.card - 1)
        elif self.at[self.tab]:
            self._show(self.at[self.tab] - 1)

    def try_it(self) -> None:
        """Have the question asked as in a round."""
        good = self._seen.good if self._seen is not None else None
        if self.question is not None and good is not None and good.playable is not None:
            from game.screens.workshop_try import WorkshopTryScreen

            screen = WorkshopTryScreen(self.game, good.playable, self.question)
            self.shared.stack.push(screen)

    def accept(self) -> None:
        """Have the draft played from now on."""
        if self.desk is not None and self.draft is not None:
            self.desk.accept(self.draft)
            self.shared.sounds.play("lock")

    def drop(self) -> None:
        """Take the draft out of its file."""
        if self.desk is not None and self.draft is not None:
            self.desk.drop(self.draft)
            self.shared.sounds.play("page")

    def undo(self) -> None:
        """Take back what was done to a draft last."""
        if self.desk is not None:
            self.desk.undo()
            self.shared.sounds.play("page")

    def back(self) -> None:
        """From a card that has the screen to itself to its list; else away."""
        if self.crowded and self.opened:
            self.opened = False
            self.renew()
        elif self.alone:
            self.shared.stack.clear()
        else:
            self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        self._head(canvas)
        sheet = self.sheet
        if sheet is None or not sheet.rows:
            area = self._body()
            canvas.box(area, theme.colour("card"))
            said = self._nothing() if sheet is None else sheet.empty
            canvas.paragraph(
                said, area.inset(64, 40), "body", theme.colour("ink_dim"), valign="middle"
            )
            return
        if self.crowded and not self.opened:
            return
        card = self._card()
        canvas.box(card, theme.colour("card"))
        canvas.box(card, theme.colour("ornament"), width=2)
        draw_page(canvas, self._pages[self.page], card.inset(48, 32), self._share)
        if len(self._pages) > 1:
            place = self.say("{page} of {pages}").format(page=self.page + 1, pages=len(self._pages))
            ink = theme.colour("ink_dim")
            canvas.text(place, (card.right - 32, card.bottom - 26), "hint", ink, "midright")

    def _head(self, canvas: Canvas) -> None:
        theme, seen = canvas.theme, self._seen
        style = TypeStyle(60 * min(1.0, 1.25 / self.text_scale), 700)
        right = 1824.0
        if seen is not None:
            wrong = seen.now.errors > 0
            drawn = canvas.text(
                self._status(seen), (right, 88), "hint_bold",
                theme.colour("amber" if wrong else "sand"), "baseright", fit=900,
            )  # fmt: skip
            right = drawn.x - 40
        canvas.text(self._title, (96, 92), style, theme.colour("ink"), "baseleft", fit=right - 96)

    @property
    def _title(self) -> str:
        named = self._seen.now.title if self._seen is not None else ""
        return named or self.watch.folder.name

    def _status(self, seen: Seen) -> str:
        catalogue = self.shared.catalogue
        if self._busy_s > LATE_S:
            return self.say("Reading ...")
        said = [workshop_words.problems(seen.now.problems, catalogue)]
        if not seen.now.judged:
            # That nothing is wrong can only be said once every question was looked at.
            said = [*said, "..."] if seen.now.problems else [self.say("Looking for flaws ...")]
        if seen.now.playable is not None and not self.crowded:
            playable = seen.now.playable
            said.insert(0, workshop_words.questions(len(playable.bank), catalogue))
            said.insert(0, workshop_words.facts(len(playable.pack.facts), catalogue))
        return " · ".join(said)

    def _nothing(self) -> str:
        if self._seen is None:
            return self.say("Reading ...")
        return self.say("This pack cannot be played yet. What is wrong stands under Problems.")

    def _titles(self) -> tuple[str, ...]:
        count = len(self._seen.now.problems) if self._seen is not None else 0
        problems = self.say("Problems")
        titles = (
            self.say("Questions"),
            f"{problems} ({count})" if count else problems,
            self.say("A round of ten"),
        )
        drafts = len(self._seen.now.drafts) if self._seen is not None else 0
        if not drafts and self.tab != DRAFTS:
            return titles
        name = self.say("Drafts")
        return (*titles, f"{name} ({drafts})")

    def _tabs(self) -> list[Widget]:
        titles = self._titles()
        places, style = shared_out(
            titles, Rect(96, 120, 1728, 76), self.shared.theme, self.text_scale
        )
        most = TAB_LETTERS / self.text_scale
        style = replace(style, size=min(style.size, most), min_size=min(style.min_size, most))
        tabs: list[Widget] = []
        for at, (words, place) in enumerate(zip(titles, places, strict=True)):
            tabs.append(Tab(words, place, partial(self.open_tab, at), style, at == self.tab))
        return tabs

    def _buttons(self, rows: bool) -> list[Widget]:
        actions: list[Doing] = [
            *self._first_actions(),
            ("◀", self.before, rows, ""),
            ("▶", self.next, rows, ""),
            (self.say("Quit") if self.alone else self.say("Back"), self.back, True, ""),
        ]
        area = self._foot()
        places, style = shared_out(
            [one[0] for one in actions], area, self.shared.theme, self.text_scale
        )
        buttons: list[Widget] = []
        keyed = self.shared.device == "keyboard" and not self.crowded
        for (text, action, enabled, key), place in zip(actions, places, strict=True):
            kind: ButtonKind = "quiet" if action == self.back else "secondary"
            if not buttons:
                kind = "primary"
            cap = self.cap(key) if key and keyed else ""
            button = KeyedButton(text, place, action, kind, style=style, cap=cap)
            button.enabled = enabled
            buttons.append(button)
        return buttons

    def _first_actions(self) -> Sequence[Doing]:
        if self.tab != DRAFTS or self.desk is None:
            return ((self.say("Try it"), self.try_it, self.question is not None, "T"),)
        there = self.draft is not None
        return (
            (self.say("Accept"), self.accept, there, "A"),
            (self.say("Drop it"), self.drop, there, "D"),
            (self.say("Undo"), self.undo, self._can_undo, "Z"),
        )

    def _take_look(self) -> None:
        """Take what a save has brought, and go to where it matters."""
        seen = self.watch.seen
        if seen is self._seen or seen is None:
            return
        before, kept = self._seen, [self._name(tab) for tab in range(len(self._sheets))]
        self._seen = seen
        catalogue = self.shared.catalogue
        playable = seen.good.playable if seen.good is not None else None
        facts = FactSheet(playable, catalogue) if playable is not None else None
        ten = RoundSheet(playable, catalogue) if playable is not None else None
        drafts = DraftSheet(seen.now, catalogue)
        self._sheets = (facts, ProblemSheet(seen.now.problems, catalogue), ten, drafts)
        self.at = [self._place(tab, name) for tab, name in enumerate(kept)]
        if before is None and seen.now.drafts and not seen.now.errors:
            self.tab = DRAFTS
        if before is not None and before.number == seen.number:
            return
        if seen.now.errors:
            self.tab, self.at[PROBLEMS] = PROBLEMS, self._first_problem(seen)
            self.card = self.page = 0
        elif len(seen.facts) == 1 and self.tab != DRAFTS:
            self.tab, self.at[QUESTIONS] = QUESTIONS, self._place(QUESTIONS, seen.facts[0])
            self.card = self.page = 0

    def _name(self, tab: int) -> str:
        sheet = self._sheets[tab]
        return sheet.names[self.at[tab]] if sheet is not None and sheet.rows else ""

    def _place(self, tab: int, name: str) -> int:
        """Where a row is now, or the one that has come into its place."""
        sheet = self._sheets[tab]
        if sheet is None or not sheet.rows:
            return 0
        if name in sheet.names:
            return sheet.names.index(name)
        return min(self.at[tab], len(sheet.rows) - 1)

    def _first_problem(self, seen: Seen) -> int:
        """The first error in what was saved, else the first of all."""
        for at, one in enumerate(seen.now.problems):
            if one.severity == "error" and Path(one.place.file).name in seen.files:
                return at
        return 0

    def _chosen(self, at: int) -> None:
        self.at[self.tab] = at
        if self.crowded:
            self.opened = True
            self._show(at)

    def _show(self, at: int, card: int = 0, page: int = 0) -> None:
        self.at[self.tab], self.card, self.page = at, card, page
        self.shared.sounds.play("page", 0.5)
        self.renew()

    def _set_cards(self) -> None:
        sheet = self.sheet
        self._cards, self._pages = (), [()]
        if sheet is None or not sheet.rows:
            return
        self._cards = sheet.cards(self.at[self.tab])
        self.card = min(self.card, len(self._cards) - 1)
        area = self._card().inset(48, 32)
        measure = Measure(self.shared.theme, self.text_scale, area.w)
        self._pages, self._share = pages(measure, self._cards[self.card].items, area.h - 20)
        self.page = min(self.page, len(self._pages) - 1)

    def _foot(self) -> Rect:
        high = 84 * min(1.15, self.text_scale)
        return Rect(96, 1048 - high, 1728, high)

    def _body(self) -> Rect:
        return Rect(96, 224, 1728, self._foot().y - 28 - 224)

    def _rows(self) -> Rect:
        body = self._body()
        return body if self.crowded else body._replace(w=LIST_WIDE)

    def _card(self) -> Rect:
        body = self._body()
        if self.crowded:
            return body
        return Rect(body.x + LIST_WIDE + 32, body.y, body.w - LIST_WIDE - 32, body.h)
