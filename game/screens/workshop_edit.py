"""The words of one draft, written anew beside the paragraph that it cites.

While one writes, each figure and name is held against that paragraph. Enter keeps what is written,
Esc leaves the draft as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from game.packs.model import Fact
from game.packs.sentence import BadSentence, cut
from game.phrase import in_words
from game.screens.button_row import shared_out
from game.screens.game import Game
from game.screens.leaves import Measure
from game.screens.look_card import Item, Page, draw_page, pages
from game.screens.scenery import draw_backdrop
from game.screens.screen import Screen, Shortcuts
from game.screens.source import capital
from game.screens.workshop_buttons import KeyedButton
from game.screens.workshop_drafts import Desk
from game.screens.workshop_grounds import Grounds, Lacking, Worded, worded
from game.screens.workshop_grounds import lines as told
from game.screens.workshop_text import TextArea
from game.screens.workshop_wording import Line, Wording, label, lines_of, rewritten
from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.geometry import Rect
from game.ui.theme import TypeStyle
from game.ui.voice import Said
from game.ui.widgets import Button, Widget

ASK_S = 0.05
LONGEST = 1000
"""Letters of a text, as a pack holds them."""
LABEL = TypeStyle(28, 700, line=1.2, min_size=20)
GAP = 22.0
MOST_LETTERS = 60.0
"""How large the words of a button may be on the grid, however large all text is."""


class WorkshopEditScreen(Screen):
    """A field for each text of a draft, and a card with what it cites and what is not there.

    `sources` are the headings and texts of the cited paragraphs, "" for a text not at hand; `kept`
    is called once what was written stands in the file.
    """

    name = "workshop-edit"

    def __init__(
        self,
        game: Game,
        draft: Fact,
        desk: Desk,
        grounds: Grounds,
        sources: Sequence[tuple[str, str]],
        language: str,
        kept: Callable[[], None],
    ) -> None:
        super().__init__(game)
        self.draft = draft
        self.lines: tuple[Line, ...] = ()
        self.fields: list[TextArea] = []
        self.page = 0
        self._desk = desk
        self._grounds = grounds
        self._sources = sources
        self._language = language
        self._kept = kept
        self._read: Sequence[Wording] | None = None
        self._keeping = False
        self._scrolled = 0.0
        self._scrollers: list[Button] = []
        self._foot_buttons: list[Widget] = []
        self._pages: list[Page] = [()]
        self._share = 1.0
        self._met: tuple[object, str] = (None, "")
        desk.look(draft, self._take)

    @property
    def next_tick_s(self) -> float | None:  # type: ignore[override]
        return ASK_S if self._read is None or self._keeping else None

    @property
    def crowded(self) -> bool:
        """Whether large text leaves no room for the card beside the fields."""
        return self.text_scale > 1.2

    @property
    def writes_in(self) -> str:
        return self._language

    def lay_out(self) -> tuple[Sequence[Widget], Widget | None]:
        scale = self.text_scale
        if self._read is not None and (not self.fields or self.fields[0].size != 34 * scale):
            if not self.lines:
                self.lines = lines_of(self._read)
            self.fields = [self._field(at, line) for at, line in enumerate(self.lines)]
        self._set_pages()
        self._scrollers = [
            Button(sign, (1616 + 112 * at, 34, 96, 76), partial(self._scroll, by))
            for at, (sign, by) in enumerate((("▲", -1.0), ("▼", 1.0)))
        ]
        self._place()
        self._foot_buttons = self._buttons()
        widgets = [*self.fields, *self._scrollers, *self._foot_buttons]
        return widgets, self.fields[0] if self.fields else None

    def shortcuts(self) -> Shortcuts:
        return {
            "escape": self.back,
            "page_down": partial(self._turn, 1),
            "page_up": partial(self._turn, -1),
        }

    def told(self) -> dict[str, object]:
        return {
            "draft": self.draft.id,
            "lines": [[line.part, line.name, line.text] for line in self.lines],
            "lacking": [one.words for one in self._lacking()],
        }

    def spoken(self) -> Iterator[str | Said]:
        yield self._title
        yield from self._doubts()
        for heading, text in self._sources:
            yield Said(heading, self._language)
            yield Said(text, self._language) if text else self._not_at_hand

    def spoken_focus(self, widget: Widget) -> Iterator[str | Said]:
        if isinstance(widget, TextArea):
            if self._met[0] is not widget:
                self._met = widget, widget.text
            yield widget.placeholder
            # What is written since is said letter by letter.
            yield Said(self._met[1], self._language)
            return
        self._met = None, ""
        if widget in self._scrollers:
            yield self.say("Up") if widget is self._scrollers[0] else self.say("Down")
            return
        yield from super().spoken_focus(widget)

    def handle(self, event: Event) -> None:
        if self._keeping:
            return
        if isinstance(event, Pointer) and event.kind == "wheel":
            self._scroll(-event.wheel)
            return
        if isinstance(event, Pointer) and event.kind == "press":
            self.shared.device = "keyboard"
            if self._card().contains(event.position):
                self._turn(1)
                return
        if not self._moved(event):
            super().handle(event)
        if isinstance(event, Key) or (isinstance(event, Pointer) and event.kind == "press"):
            self._place(follow=True)
        self.redraw()

    def _moved(self, event: Event) -> bool:
        """Whether a key has led from one field to the next, be that one scrolled away."""
        self.settle()
        focused = self.group.focused
        if not isinstance(event, Key) or focused is None or self.group.composing:
            return False
        if event.name == "tab":
            self._step(-1 if event.shift else 1)
            return True
        if event.name not in ("up", "down"):
            return False
        if isinstance(focused, TextArea):
            if not focused.handle(event):
                self._step(-1 if event.name == "up" else 1)
            return True
        if event.name == "up" and self.fields:
            self.group.focus(self.fields[-1])
            return True
        return False

    def _step(self, by: int) -> None:
        ring = [*self.fields, *self._foot_buttons]
        focused = self.group.focused
        at = ring.index(focused) if focused in ring else 0
        self.group.focus(ring[(at + by) % len(ring)])
        self.shared.sounds.play("focus")

    def update(self, dt: float) -> None:
        super().update(dt)
        if self._read is not None and not self.fields:
            self.renew()
        if self._desk.idle and (self._keeping or self._read is None):
            if self._desk.trouble:
                said = capital(in_words(self._desk.trouble, self.shared.catalogue))
                self.shared.notice.show(said)
                self._desk.trouble = ""
                self._keeping = False
                if self._read is None:
                    self.back()
            elif self._keeping:
                self._kept()
                self.shared.stack.pop()
            self.redraw()

    def wait(self) -> None:
        """Until its words were read: for pictures and tests, never in a frame."""
        self._desk.wait()

    def keep(self) -> None:
        """Write into the file what differs, and go back once it stands there."""
        changed = [
            (line.keys, line.text)
            for line, old in zip(self.lines, lines_of(self._read or ()), strict=False)
            if line.keys and line.text != old.text
        ]
        if not changed:
            self.back()
            return
        self._keeping = True
        self._desk.reword(self.draft, changed)
        self.shared.sounds.play("lock")

    def back(self) -> None:
        """Leave the draft as it is in its file."""
        self.shared.stack.pop()

    def paint(self, canvas: Canvas) -> None:
        theme, scale = canvas.theme, self.text_scale
        draw_backdrop(canvas, "rollout", None, horizon=1300)
        style = TypeStyle(60 * min(1.0, 1.25 / scale), 700)
        room = 1460.0
        if not self._scrollers[0].visible:
            said, dim = str(self.draft.place), theme.colour("ink_dim")
            place = canvas.text(said, (1824, 88), "hint", dim, "baseright", fit=700)
            room = place.x - 136
        canvas.text(self._title, (96, 92), style, theme.colour("ink"), "baseleft", fit=room)
        for field in self.fields:
            if field.visible:
                words = (field.rect.x + 4, field.rect.y - 14 - LABEL.size * scale * 0.6)
                ink = theme.colour("sand" if field.focused else "ink_dim")
                canvas.text(field.placeholder, words, LABEL, ink, "midleft", fit=field.rect.w)
        self._draw_card(canvas)

    def _draw_card(self, canvas: Canvas) -> None:
        card, theme = self._card(), canvas.theme
        canvas.box(card, theme.colour("card"))
        doubtful = bool(self._doubts())
        canvas.box(card, theme.colour("amber" if doubtful else "ornament"), width=3)
        inner = card.inset(32, 20 if self.crowded else 28)
        draw_page(canvas, self._pages[self.page], inner, self._share)
        if len(self._pages) > 1:
            said = self.say("{page} of {pages}").format(page=self.page + 1, pages=len(self._pages))
            words = f"{self.cap('PgDn')}  {said}"
            at = (card.right - 24, card.bottom - 24 * self.text_scale)
            canvas.text(words, at, "hint", theme.colour("ink_dim"), "midright")

    @property
    def _title(self) -> str:
        return self.say("Edit the draft")

    @property
    def _not_at_hand(self) -> str:
        return self.say("The text of this source is not at hand.")

    def _take(self, read: Sequence[Wording]) -> None:
        self._read = read

    def _field(self, at: int, line: Line) -> TextArea:
        return TextArea(
            label(line, self.shared.catalogue),
            line.text,
            limit=LONGEST,
            scale=self.text_scale,
            on_enter=self.keep,
            on_change=partial(self._changed, at),
        )

    def _changed(self, at: int, text: str) -> None:
        self.lines = rewritten(self.lines, at, text)
        for line, field in zip(self.lines, self.fields, strict=True):
            if field.text != line.text:
                field.set_text(line.text)
        self._set_pages()
        self._place(follow=True)
        self.redraw()

    def _worded(self) -> Worded | None:
        """What is written now, None while the braces of the sentence make no sense."""
        sentence = next((one.text for one in self.lines if one.part == "fact"), "")
        try:
            made = cut(sentence)
        except BadSentence:
            return None
        known = worded(self.draft)
        before = {one.text for one in self.draft.answers} - set(known.answers)
        return Worded(
            made.text,
            tuple(one.text for one in made.answers if one.text not in before),
            tuple(one.text for one in self.lines if one.part == "ask"),
            "" if self.draft.why_elsewhere else self._reason,
            known.citations,
            known.reason_citations,
        )

    @property
    def _reason(self) -> str:
        return next((one.text for one in self.lines if one.part == "why"), "")

    def _lacking(self) -> Sequence[Lacking]:
        said = self._worded() if self.lines else None
        return self._grounds.lacking(said) if said is not None else ()

    def _doubts(self) -> tuple[str, ...]:
        """What is wrong with what is written, and what the cited paragraphs do not hold."""
        catalogue = self.shared.catalogue
        sentence = next((one.text for one in self.lines if one.part == "fact"), "")
        try:
            answers = cut(sentence).answers
        except BadSentence as bad:
            said = [in_words(str(bad), catalogue), in_words(bad.hint, catalogue)]
            return tuple(f"{capital(one)}." for one in said if one)
        found: list[str] = []
        if self.lines and not answers and not self.draft.by:
            found.append(self.say("No answer stands in braces in the sentence."))
        return (*found, *told(self._lacking(), catalogue))

    def _set_pages(self) -> None:
        doubts = self._doubts()
        items = [
            Item(text, "hint_bold", "amber", 12 if at else 0) for at, text in enumerate(doubts)
        ]
        at_hand = bool(self._sources) and all(text for _, text in self._sources)
        if not doubts and at_hand:
            well = self.say("Every figure and name stands in what the draft cites.")
            items.append(Item(well, "hint", "ink"))
        for at, (heading, text) in enumerate(self._sources):
            before = 24 if items or at else 0
            items.append(Item(heading, "hint_bold", "sand", before, leads=True))
            items.append(Item(text or self._not_at_hand, "hint", before=6))
        inner = self._card().inset(32, 20 if self.crowded else 28)
        measure = Measure(self.shared.theme, self.text_scale, inner.w)
        self._pages, self._share = pages(measure, items, inner.h)
        if len(self._pages) > 1:
            high = inner.h - 40 * self.text_scale
            self._pages, self._share = pages(measure, items, high)
        self.page = min(self.page, len(self._pages) - 1)

    def _turn(self, by: int) -> None:
        self.page = (self.page + by) % len(self._pages)
        self.redraw()

    def _place(self, *, follow: bool = False) -> None:
        """Put the fields under each other, scrolled so far that the focused one is seen whole."""
        area, y = self._area(), 0.0
        head = LABEL.size * LABEL.line * self.text_scale + 16
        tops = []
        for field in self.fields:
            tops.append((y, y + head + field.height(area.w)))
            y = tops[-1][1] + GAP
        room = max(0.0, y - GAP - area.h)
        focused = self.group.focused
        if follow and isinstance(focused, TextArea) and focused in self.fields:
            top, bottom = tops[self.fields.index(focused)]
            self._scrolled = min(max(self._scrolled, bottom - area.h), top)
        self._scrolled = max(0.0, min(self._scrolled, room))
        for field, (top, bottom) in zip(self.fields, tops, strict=True):
            at = area.y - self._scrolled + top + head
            field.rect = Rect(area.x, at, area.w, bottom - top - head)
            field.window = area.inset(-8)
            # One that is seen in part would lie over what stands there.
            inside = area.y - 1 <= at - head and field.rect.bottom <= area.bottom + 1
            field.visible = inside or (field is focused and field.rect.h > area.h - head)
        for button, can in zip(
            self._scrollers, (self._scrolled > 0, self._scrolled < room), strict=True
        ):
            button.visible, button.enabled = room > 0, can

    def _scroll(self, by: float) -> None:
        """Move the fields by so many lines of their names and themselves."""
        self._scrolled += by * 100 * self.text_scale
        self._place()
        self.redraw()

    def _buttons(self) -> list[Widget]:
        keep, leave = self.say("Keep"), self.say("Leave as it was")
        places, style = shared_out((keep, leave), self._foot(), self.shared.theme, self.text_scale)
        style = replace(style, size=min(style.size, MOST_LETTERS / self.text_scale))
        enter = "" if self.crowded else "↵"
        first = KeyedButton(keep, places[0], self.keep, "primary", style=style, cap=enter)
        first.enabled = bool(self.fields)
        cap = "" if self.crowded else self.cap("Esc")
        return [first, KeyedButton(leave, places[1], self.back, "quiet", style=style, cap=cap)]

    def _foot(self) -> Rect:
        high = 84 * min(1.15, self.text_scale)
        return Rect(96, 1048 - high, 1728, high)

    def _area(self) -> Rect:
        """Where the fields are seen."""
        bottom = (self._card().y if self.crowded else self._foot().y) - 32
        return Rect(96, 136, 1728 if self.crowded else 1040, bottom - 136)

    def _card(self) -> Rect:
        foot = self._foot()
        if self.crowded:
            return Rect(96, foot.y - 28 - 250, 1728, 250)
        return Rect(1176, 136, 648, foot.y - 28 - 136)
