"""A pack on the workbench: its questions, its problems and its rounds, shown anew after a save."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from game.languages import own_name
from game.packs.model import Fact
from game.phrase import in_words
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
from game.screens.workshop_grounds import lines as grounds_lines
from game.screens.workshop_pager import Pager
from game.screens.workshop_reader import DRAFTS, QUESTIONS, Reader
from game.screens.workshop_watch import Watch
from game.ui.canvas import Canvas
from game.ui.caps import key_label
from game.ui.events import Event, Key
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import ButtonKind, Widget

ASK_S = 0.05
LATE_S = 0.6
"""A save that takes longer to read is said to be read."""
LIST_WIDE = 600.0
Keys = tuple[str, str]
Doing = tuple[str, Callable[[], None], bool, Keys]
"""What a button says and does, whether it can be pressed, and what does the same: the letter of a
key, and the key as which a gamepad's button arrives; "" for none."""
NO_KEYS = ("", "")
TAB_LETTERS = 54.0
"""How large the words of a tab may be on the grid, however large all text is."""
BUTTON_LETTERS = 60.0
"""How large those of a button may be."""


class WorkshopPackScreen(Screen):
    """Tabs over a list and a card. `alone` is the only screen of a start, which Esc ends.

    The folder is watched while it shows.
    """

    name = "workshop-pack"

    def __init__(self, game: Game, folder: Path, *, alone: bool = False) -> None:
        super().__init__(game)
        self.watch = Watch(folder, game.today)
        self.alone = alone
        self.desk = Desk(folder, game.drafting) if game.drafting is not None else None
        self.reader = Reader()
        self.page = 0
        self.opened = False
        self._busy_s = 0.0
        self._acted_on: tuple[int, str] | None = None
        self._pages: list[Page] = [()]
        self._share = 1.0
        self._list: MarkedList | None = None
        self._pager: Pager | None = None
        self._count = (0, 1)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S

    @property
    def draft(self) -> Fact | None:
        """The draft that is read, None where something else is, or where nobody may change it."""
        return self.reader.draft if self.desk is not None else None

    @property
    def _can_undo(self) -> bool:
        return self.reader.tab == DRAFTS and self.desk is not None and self.desk.can_undo

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

    def settle(self) -> None:
        had = self._list is not None
        super().settle()
        if self._list is not None and not had:
            # A list that comes is what one wants to move in, wherever the ring was without it.
            self.group.focus(self._list)

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        if self.reader.take(self.watch.seen, self.shared.catalogue):
            self.page = 0
        self._set_pages()
        tabs, sheet = self._tabs(), self.reader.sheet
        self._list = None
        widgets: list[Widget] = [*tabs]
        if sheet is not None and sheet.rows and not (self.crowded and self.opened):
            large = self.text_scale if self.crowded else 0.0
            self._list = MarkedList(sheet.rows, self._rows(), self._chosen, large=large)
            self._list.select(self.reader.at)
            widgets.append(self._list)
        self._pager = None
        if self.reader.has_rows and not (self.crowded and not self.opened):
            self._pager = Pager(self._card(), self._place_high, self.before, self.next)
            self._pager.set(self._count, self.reader.is_first, self.reader.is_last)
            widgets += self._pager.buttons
        widgets += self._buttons()
        on = self._pager.buttons[1] if self._pager is not None else None
        first = on if on is not None and on.enabled else tabs[self.reader.tab]
        return widgets, self._list or first

    def shortcuts(self) -> Shortcuts:
        keys: Shortcuts = {"escape": self.back}
        for at in range(len(self._titles())):
            keys[str(at + 1)] = partial(self.open_tab, at)
        if self.reader.question is not None:
            keys["t"] = self.try_it
        if self.draft is not None:
            keys |= {"a": self.accept, "d": self.drop, "delete": self.drop, "e": self.edit}
        if self._can_undo:
            keys["z"] = self.undo
        if len(self._languages) > 1:
            keys["l"] = self.other_language
        if self._list is not None and self.group.focused is self._list:
            keys |= {"left": self.before, "right": self.next}
            if not self.crowded and self.reader.tab != DRAFTS:
                keys["enter"] = self.try_it
        return keys

    def told(self) -> dict[str, object]:
        reader, seen = self.reader, self.reader.seen
        return {
            "tab": reader.tab,
            "row": reader.row,
            "card": reader.card,
            "cards": len(reader.cards),
            "pages": len(self._pages),
            "save": seen.number if seen is not None else 0,
            "errors": seen.now.errors if seen is not None else 0,
            "drafts": len(seen.now.drafts) if seen is not None else 0,
            "language": self.watch.language,
        }

    def spoken(self) -> Iterator[str | Said]:
        yield self._title
        yield self._status()
        sheet = self.reader.sheet
        if sheet is None or not sheet.rows:
            yield self._nothing() if sheet is None else sheet.empty
        elif not self.crowded or self.opened:
            # What heads a card is said in the language of the screen, all else as it is written.
            head = 1 if self.page == 0 else 0
            yield from (item.text for item in self.shown[:head])
            yield from (Said(item.text, self.reader.written_in) for item in self.shown[head:])

    def spoken_focus(self, widget: Widget) -> Iterator[str | Said]:
        if widget is not self._list or self.reader.tab not in (QUESTIONS, DRAFTS):
            yield from super().spoken_focus(widget)
            return
        count, text = self._list.rows[self._list.current]
        yield Said(text, self.reader.written_in)
        if count.isdigit():
            yield workshop_words.questions(int(count), self.shared.catalogue)

    def handle(self, event: Event) -> None:
        if isinstance(event, Key) and event.device == "gamepad" and not event.repeat:
            do = self._by_pad().get(event.name)
            if do is not None:
                do()
                return
        self.settle()
        in_list = self._list is not None and self.group.focused is self._list
        super().handle(event)
        up = isinstance(event, Key) and event.name == "up"
        if in_list and up and isinstance(self.group.focused, Tab):
            # Above a list is the name of its own sheet, wherever the names stand.
            self.group.focus(self.group.widgets[self.reader.tab])
        if self._list is not None and self._list.current != self.reader.at:
            self.reader.go(self._list.current)
            self._turn()

    def _by_pad(self) -> Shortcuts:
        """What a gamepad's buttons do, which has no letters: the shoulders turn the sheets."""
        tab, count = self.reader.tab, len(self._titles())
        keys: Shortcuts = {
            "page_up": partial(self.open_tab, (tab - 1) % count),
            "page_down": partial(self.open_tab, (tab + 1) % count),
        }
        for _words, do, can, (_key, button) in self._first_actions():
            if button and can and button != "enter":
                keys[button] = do
        return keys

    def update(self, dt: float) -> None:
        super().update(dt)
        if self.watch.seen is not self.reader.seen:
            self.renew()
        late = self._busy_s > LATE_S
        self._busy_s = self._busy_s + dt if self.watch.busy else 0.0
        if late != (self._busy_s > LATE_S):
            self.redraw()
        if self.desk is not None and self.desk.trouble:
            self.shared.notice.show(in_words(self.desk.trouble, self.shared.catalogue))
            self.desk.trouble = ""
            self.redraw()

    def open_tab(self, tab: int) -> None:
        """Show another sheet."""
        if tab != self.reader.tab:
            self.opened = False
            self.reader.open(tab)
            self._turn()
            self.settle()
            self.group.focus(self._list or self.group.widgets[tab])

    def next(self) -> None:
        """Read on: the next page, the next card of the row, the next row."""
        if self.page + 1 < len(self._pages):
            self._turn(self.page + 1)
        elif self.reader.on(1):
            self._turn()

    def before(self) -> None:
        """The page, the card or the row before."""
        if self.page:
            self._turn(self.page - 1)
        elif self.reader.on(-1):
            self._turn()

    def try_it(self) -> None:
        """Have the question asked as in a round."""
        playable, question = self.reader.playable, self.reader.question
        if question is not None and playable is not None:
            from game.screens.workshop_try import WorkshopTryScreen

            self.shared.stack.push(WorkshopTryScreen(self.game, playable, question))

    def other_language(self) -> None:
        """Read the pack in the next of its languages."""
        languages = self._languages
        if len(languages) > 1:
            at = languages.index(self._language) if self._language in languages else 0
            self.watch.speak(languages[(at + 1) % len(languages)])
            self.shared.sounds.play("page", 0.5)
            self.renew()

    def accept(self) -> None:
        """Have the draft played from now on."""
        if self.desk is not None and (draft := self._taken()) is not None:
            self.desk.accept(draft)
            self.shared.sounds.play("lock")
            seen = self.reader.seen
            lacking = seen.lacking.get(draft.id, ()) if seen is not None else ()
            for said in islice(grounds_lines(lacking, self.shared.catalogue), 1):
                text = self.say("Accepted, but look again: {what}")
                self.shared.notice.show(text.format(what=said))

    def drop(self) -> None:
        """Take the draft out of its file."""
        if self.desk is not None and (draft := self._taken()) is not None:
            self.desk.drop(draft)
            self.shared.sounds.play("page")

    def edit(self) -> None:
        """Write the words of the draft anew."""
        draft, seen = self.draft, self.reader.seen
        if self.desk is None or draft is None or seen is None or seen.grounds is None:
            return
        from game.screens.workshop_edit import WorkshopEditScreen

        sources, language = self.reader.sources, self.reader.written_in
        self.shared.stack.push(
            WorkshopEditScreen(
                self.game, draft, self.desk, seen.grounds, sources, language, self._kept
            )
        )

    def _kept(self) -> None:
        """Read what was edited again once its save shows."""
        if self.desk is not None:
            self._acted_on = None
            self.reader.awaited = self.desk.last

    def _taken(self) -> Fact | None:
        """The draft that is read, once: what was done to it shows a moment later."""
        draft, seen = self.draft, self.reader.seen
        if draft is None or seen is None or self._acted_on == (seen.number, draft.id):
            return None
        self._acted_on = seen.number, draft.id
        self._leave_tabs()
        return draft

    def _leave_tabs(self) -> None:
        """Have the ring on the list again once something was done in it."""
        if self._list is not None and isinstance(self.group.focused, Tab):
            self.group.focus(self._list)

    def undo(self) -> None:
        """Take back what was done to a draft last."""
        if self.desk is not None:
            self._acted_on = None
            self._leave_tabs()
            self.reader.awaited = self.desk.undo()
            self.shared.sounds.play("page")

    def back(self) -> None:
        """From a card that has the screen to itself to its list; else away."""
        if self.crowded and self.opened:
            self.opened = False
            self.renew()
        elif self.alone:
            self.shared.stack.clear()
        else:
            if self.reader.seen is not None and self.reader.seen.number > 1:
                # What flies next is the pack as it stands now.
                self.game.read_again()
            self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme = canvas.theme
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        self._head(canvas)
        sheet = self.reader.sheet
        if sheet is None or not sheet.rows:
            area = self._body()
            canvas.box(area, theme.colour("card"))
            said = self._nothing() if sheet is None else sheet.empty
            canvas.paragraph(
                said, area.inset(64, 40), "body", theme.colour("ink_dim"), valign="middle"
            )
            return
        if self._list is not None:
            area = self._list.rect
            at = (area.x + 8, area.y - self._list_head * 0.62)
            ink = theme.colour("ink_dim")
            canvas.text(sheet.head, at, "small", ink, "midleft", fit=area.w - 16)
        if self.crowded and not self.opened:
            return
        card = self._card()
        canvas.box(card, theme.colour("card"))
        canvas.box(card, theme.colour("ornament"), width=2)
        draw_page(canvas, self._pages[self.page], card.inset(48, 32), self._share)
        if self._pager is not None:
            self._pager.draw_place(canvas, self.shared.catalogue)

    def _make_room(self) -> None:
        """A notice lies over the foot of the list and the card: title and counts always stay."""
        super()._make_room()
        body, high = self._body(), 104 * min(1.5, self.text_scale)
        self.shared.notice.place = Rect(body.x, body.bottom - high, body.w, high)

    def _head(self, canvas: Canvas) -> None:
        theme, seen = canvas.theme, self.reader.seen
        style = TypeStyle(60 * min(1.0, 1.25 / self.text_scale), 700)
        wrong = seen is not None and seen.now.errors > 0
        ink = theme.colour("amber" if wrong else "sand")
        drawn = canvas.text(self._status(), (1824, 88), "hint_bold", ink, "baseright", fit=900)
        room = drawn.x - 40 - 96
        canvas.text(self._title, (96, 92), style, theme.colour("ink"), "baseleft", fit=room)

    @property
    def _title(self) -> str:
        seen = self.reader.seen
        return (seen.now.title if seen is not None else "") or self.watch.folder.name

    def _status(self) -> str:
        catalogue, seen = self.shared.catalogue, self.reader.seen
        if seen is None or self._busy_s > LATE_S:
            return self.say("Reading ...")
        said = [workshop_words.problems(seen.problems, catalogue)]
        if not seen.now.judged:
            # That nothing is wrong can only be said once every question was looked at.
            said = [*said, "..."] if seen.problems else [self.say("Looking for flaws ...")]
        if seen.now.playable is not None and not self.crowded:
            playable = seen.now.playable
            said.insert(0, workshop_words.questions(len(playable.bank), catalogue))
            said.insert(0, workshop_words.facts(len(playable.pack.facts), catalogue))
        return " · ".join(said)

    @property
    def _languages(self) -> tuple[str, ...]:
        return self.reader.seen.languages if self.reader.seen is not None else ()

    @property
    def _language(self) -> str:
        """The language in which the pack is read."""
        return self.watch.language or next(iter(self._languages), "")

    def _nothing(self) -> str:
        if self.reader.seen is None:
            return self.say("Reading ...")
        return self.say("This pack cannot be played yet. What is wrong stands under Problems.")

    def _titles(self) -> tuple[str, ...]:
        seen = self.reader.seen
        count = len(seen.problems) if seen is not None else 0
        problems = self.say("Problems")
        titles = (
            self.say("Questions"),
            f"{problems} ({count})" if count else problems,
            self.say("A round of ten"),
        )
        drafts = len(seen.now.drafts) if seen is not None else 0
        if not drafts and self.reader.tab != DRAFTS:
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
            tabs.append(Tab(words, place, partial(self.open_tab, at), style, at == self.reader.tab))
        return tabs

    def _buttons(self) -> list[Widget]:
        actions: list[Doing] = [
            *self._first_actions(),
            (self._way_back(), self.back, True, NO_KEYS),
        ]
        area = self._foot()
        places, style = shared_out(
            [one[0] for one in actions], area, self.shared.theme, self.text_scale
        )
        style = replace(style, size=min(style.size, BUTTON_LETTERS / self.text_scale))
        buttons: list[Widget] = []
        for (text, action, enabled, keys), place in zip(actions, places, strict=True):
            kind: ButtonKind = "quiet" if action == self.back else "secondary"
            if not buttons:
                kind = "primary"
            cap = "" if self.crowded else self._cap_of(keys)
            button = KeyedButton(text, place, action, kind, style=style, cap=cap)
            button.enabled = enabled
            buttons.append(button)
        return buttons

    def _way_back(self) -> str:
        if self.crowded and self.opened:
            return self.say("To the list")
        return self.say("Quit") if self.alone else self.say("Back")

    def _cap_of(self, keys: Keys) -> str:
        letter, button = keys
        if self.shared.device != "gamepad":
            return self.cap(letter) if letter else ""
        return self.cap(key_label(button, self.shared.catalogue)) if button else ""

    def _first_actions(self) -> Sequence[Doing]:
        if self.reader.tab != DRAFTS or self.desk is None:
            there = self.reader.question is not None
            first = (self.say("Try it"), self.try_it, there, ("T", "enter"))
            if len(self._languages) < 2:
                return (first,)
            named = own_name(self._language)
            return (first, (named, self.other_language, True, ("L", "h")))
        there = self.draft is not None
        return (
            (self.say("Accept"), self.accept, there, ("A", "h")),
            (self.say("Edit"), self.edit, there, ("E", "")),
            (self.say("Drop it"), self.drop, there, ("D", "w")),
            (self.say("Undo"), self.undo, self._can_undo, ("Z", "space")),
        )

    def _chosen(self, at: int) -> None:
        self.reader.go(at)
        if self.crowded:
            self.opened = True
            self._turn()

    def _turn(self, page: int = 0) -> None:
        self.page = page
        self.shared.sounds.play("page", 0.5)
        self.renew()

    def _set_pages(self) -> None:
        self._pages, counts = [()], [1]
        if self.reader.cards:
            area = self._card().inset(48, 32)
            measure = Measure(self.shared.theme, self.text_scale, area.w)
            high = area.h + 24 - self._place_high
            turned = [pages(measure, card.items, high) for card in self.reader.cards]
            self._pages, self._share = turned[self.reader.card]
            counts = [len(found) for found, _ in turned]
        self.page = min(self.page, len(self._pages) - 1)
        self._count = (sum(counts[: self.reader.card]) + self.page, sum(counts))

    @property
    def _place_high(self) -> float:
        """Room for the buttons that turn the pages, and which page shows."""
        return max(82.0, 46 * self.text_scale)

    def _foot(self) -> Rect:
        high = 84 * min(1.15, self.text_scale)
        return Rect(96, 1048 - high, 1728, high)

    def _body(self) -> Rect:
        return Rect(96, 224, 1728, self._foot().y - 28 - 224)

    def _rows(self) -> Rect:
        body, head = self._body(), self._list_head
        wide = body.w if self.crowded else LIST_WIDE
        return Rect(body.x, body.y + head, wide, body.h - head)

    @property
    def _list_head(self) -> float:
        """Room for what the signs before the rows mean."""
        return 50 * min(1.6, self.text_scale)

    def _card(self) -> Rect:
        body = self._body()
        if self.crowded:
            return body
        return Rect(body.x + LIST_WIDE + 32, body.y, body.w - LIST_WIDE - 32, body.h)
