"""The PDFs that a pack is printed as."""

from __future__ import annotations

from game.bank.bank import Bank
from game.ui.scene import Catalogue
from game.workshop.formats.item import Said
from game.workshop.printed.paper import Paper
from game.workshop.printed.sheets import sheets
from game.workshop.printed.worksheet import worksheet


def worksheets(
    bank: Bank,
    catalogue: Catalogue,
    language: str,
    *,
    variants: int,
    count: int,
    seed: int,
    today: str,
) -> tuple[bytes, tuple[Said, ...]]:
    """Worksheets with their keys, and what of the texts the type lacks. CannotDraw."""
    drawn = sheets(bank, variants, count, seed, today)
    paper = Paper(catalogue.gettext("Worksheet"), bank.pack.title, language)
    worksheet(bank.pack, drawn, catalogue, paper)
    return paper.bytes(), _lacking(paper)


def _lacking(paper: Paper) -> tuple[Said, ...]:
    reason = "the type has no such letter, and ? is printed for it"
    return tuple(
        Said(f"{letter} (U+{ord(letter):04X})", reason) for letter in sorted(paper.lacking)
    )
