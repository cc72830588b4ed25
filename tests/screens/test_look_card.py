"""What is read on a card, turned in pages where it is long."""

from __future__ import annotations

from game.screens.leaves import Measure
from game.screens.look_card import Item, pages
from game.ui.theme import load


def test_what_names_the_text_after_it_never_ends_a_page_alone() -> None:
    measure = Measure(load(), 1.0, 900)
    text = "A sentence of the article that takes a line or two of the card that it stands on. "
    for lines in range(1, 12):
        first = [Item(text, "hint")] * lines
        found, _ = pages(
            measure, [*first, Item("An article", "hint_bold", leads=True), Item(text * 5)], 560
        )
        assert not any(page[-1].leads for page in found)
        assert sum(len(page) for page in found) == lines + 2
