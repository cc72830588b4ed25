"""Where an author is in a pack: which sheet, row and card, and where a save leads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.bank.question import Question
from game.bank.survey import Playable
from game.packs.model import Fact
from game.screens.workshop_sheets import (
    Card,
    DraftSheet,
    FactSheet,
    ProblemSheet,
    RoundSheet,
    Sheet,
)
from game.screens.workshop_watch import Seen
from game.ui.scene import Catalogue

QUESTIONS, PROBLEMS, ROUND, DRAFTS = range(4)


class Reader:
    """A place in the sheets of a pack, which stays with its row while the pack changes.

    A save that breaks the pack leads to its first problem, one that changes a single fact to its
    questions; who looks through drafts stays with them. `awaited` is the id of a draft that is to
    be read once it is back.
    """

    def __init__(self) -> None:
        self.seen: Seen | None = None
        self.tab = QUESTIONS
        self.card = 0
        self.awaited = ""
        self.cards: Sequence[Card] = ()
        self._sheets: tuple[Sheet | None, ...] = (None,) * 4
        self._at = [0] * 4
        self._catalogue: Catalogue | None = None

    @property
    def playable(self) -> Playable | None:
        """The pack as it could be played last."""
        good = self.seen.good if self.seen is not None else None
        return good.playable if good is not None else None

    @property
    def sheet(self) -> Sheet | None:
        """What the tab shows, None where there is nothing to show yet."""
        return self._sheets[self.tab]

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to read."""
        return self.sheet is not None and bool(self.sheet.rows)

    @property
    def is_first(self) -> bool:
        """Whether no row stands before the one that is read."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether no row stands behind the one that is read."""
        return self.sheet is None or self.at >= len(self.sheet.rows) - 1

    @property
    def at(self) -> int:
        """The place of the row that is read."""
        return self._at[self.tab]

    @property
    def row(self) -> str:
        """The name of the row that is read, "" if there is none."""
        return self._name(self.tab)

    @property
    def question(self) -> Question | None:
        """The question that is read, None where something else is."""
        return self.cards[self.card].question if self.cards else None

    @property
    def draft(self) -> Fact | None:
        """The draft that is read, None where something else is."""
        sheet = self.sheet
        if not isinstance(sheet, DraftSheet) or not sheet.drafts:
            return None
        return sheet.drafts[self.at]

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """What the draft that is read cites: what each source is called, and its text."""
        sheet, draft = self.sheet, self.draft
        return sheet.sources(draft) if isinstance(sheet, DraftSheet) and draft is not None else ()

    @property
    def written_in(self) -> str:
        """The language of what is read, but of what heads it."""
        if self.tab == PROBLEMS or self.playable is None:
            return "en"
        return self.playable.pack.language

    def go(self, at: int, card: int = 0) -> None:
        """Read another row or card."""
        self._at[self.tab], self.card = at, card
        self._take_cards()

    def open(self, tab: int) -> None:
        """Read another sheet, where it was left."""
        self.tab = tab
        self.go(self.at)

    def on(self, by: int) -> bool:
        """To the next card (1) or the one before (-1), from row to row; False at the end."""
        if 0 <= self.card + by < len(self.cards):
            self.go(self.at, self.card + by)
            return True
        if self.sheet is not None and 0 <= self.at + by < len(self.sheet.rows):
            self.go(self.at + by)
            return True
        return False

    def take(self, seen: Seen | None, catalogue: Catalogue) -> bool:
        """Take what a save has brought; True if it leads elsewhere."""
        if seen is None or (seen is self.seen and catalogue is self._catalogue):
            return False
        before, kept = self.seen, [self._name(tab) for tab in range(len(self._sheets))]
        self.seen, self._catalogue = seen, catalogue
        playable = self.playable
        self._sheets = (
            FactSheet(playable, catalogue) if playable is not None else None,
            ProblemSheet(seen.problems, catalogue),
            RoundSheet(playable, catalogue) if playable is not None else None,
            DraftSheet(seen.now, catalogue, seen.doubts, seen.lacking),
        )
        self._at = [self._place(tab, name) for tab, name in enumerate(kept)]
        led = (before is None or before.number != seen.number) and self._led(before, seen)
        if led:
            self.card = 0
        self._take_cards()
        return led

    def _led(self, before: Seen | None, seen: Seen) -> bool:
        if self.tab == DRAFTS and any(draft.id == self.awaited for draft in seen.now.drafts):
            self._at[DRAFTS], self.awaited = self._place(DRAFTS, self.awaited), ""
            return True
        if seen.now.errors:
            self.tab, self._at[PROBLEMS] = PROBLEMS, _first_problem(seen)
        elif before is None and seen.now.drafts:
            self.tab = DRAFTS
        elif len(seen.facts) == 1 and self.tab != DRAFTS:
            self.tab, self._at[QUESTIONS] = QUESTIONS, self._place(QUESTIONS, seen.facts[0])
        else:
            return False
        return True

    def _take_cards(self) -> None:
        sheet = self.sheet
        self.cards = sheet.cards(self.at) if sheet is not None and sheet.rows else ()
        self.card = max(0, min(self.card, len(self.cards) - 1))

    def _name(self, tab: int) -> str:
        sheet = self._sheets[tab]
        return sheet.names[self._at[tab]] if sheet is not None and sheet.rows else ""

    def _place(self, tab: int, name: str) -> int:
        """Where a row is now, or the one that has come into its place."""
        sheet = self._sheets[tab]
        if sheet is None or not sheet.rows:
            return 0
        if name in sheet.names:
            return sheet.names.index(name)
        return min(self._at[tab], len(sheet.rows) - 1)


def _first_problem(seen: Seen) -> int:
    """The first error in what was saved, else the first of all."""
    for at, one in enumerate(seen.problems):
        if one.severity == "error" and Path(one.place.file).name in seen.files:
            return at
    return 0
