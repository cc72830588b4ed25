"""The PDFs that a pack is printed as."""

from __future__ import annotations

from game.bank.bank import Bank
from game.packs.model import Pack
from game.phrase import joined, phrase
from game.ui.scene import Catalogue
from game.workshop.formats.item import Said
from game.workshop.printed.flashcards import cards_of, flashcards, without_card
from game.workshop.printed.paper import Paper
from game.workshop.printed.poster import poster
from game.workshop.printed.sheets import sheets
from game.workshop.printed.worksheet import worksheet

_NO_CARD = phrase("it has no card: without options nobody can tell what is meant")
_NO_LETTER = phrase("the typeface has no such letter, and ? is printed for it")


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


def flash_cards(
    bank: Bank, catalogue: Catalogue, language: str, *, count: int | None, seed: int, today: str
) -> tuple[bytes, tuple[Said, ...], int]:
    """Flash cards, what is not on them, and how many cards there are.

    At most `count` of them, None for all of the sets chosen by default.
    """
    questions = cards_of(bank, today, count, seed)
    paper = Paper(catalogue.gettext("Flash cards"), bank.pack.title, language)
    flashcards(bank.pack, questions, catalogue, paper)
    unasked = (
        Said(joined((fact.id, answer.text), ": "), _NO_CARD, is_left_out=True)
        for fact, answer in without_card(bank, today)
    )
    return paper.bytes(), (*unasked, *_lacking(paper)), len(questions)


def source_poster(
    pack: Pack, catalogue: Catalogue, language: str
) -> tuple[bytes, tuple[Said, ...]]:
    """A poster of the sources, and what of the texts the type lacks."""
    paper = Paper(catalogue.gettext("Who says so?"), pack.title, language)
    poster(pack, catalogue, paper)
    return paper.bytes(), _lacking(paper)


def _lacking(paper: Paper) -> tuple[Said, ...]:
    return tuple(
        Said(f"{letter} (U+{ord(letter):04X})", _NO_LETTER) for letter in sorted(paper.lacking)
    )
