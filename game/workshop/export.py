"""A pack in the format of another program, or as something to print."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib import import_module

from game import languages
from game.bank.bank import ROUND, Bank, build, build_in
from game.bank.draw import CannotDraw
from game.bank.longest import too_long
from game.packs.model import Pack
from game.ui.scene import Catalogue
from game.workshop.formats import SHOWS_TRUE_AND_FALSE, TABLES_AND_TEXTS, TAKES
from game.workshop.formats.item import Item, Said
from game.workshop.items import PICTURE_LOST, items_of, written_items

Written = tuple[str | bytes, tuple[Said, ...]]
Writer = Callable[[Iterable[Item]], Written]


class TooLong(Exception):
    """A pack has no round so long; says how long one it has."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of it is wanted: variants (of a page: rounds), and questions of each; None for what
    is usual."""

    variants: int | None = None
    questions: int | None = None


def written(
    pack: Pack,
    to: str,
    catalogue: Catalogue,
    spoken: str,
    *,
    seed: int,
    at: float,
    amounts: Amounts | None = None,
    original: Pack | None = None,
) -> tuple[bytes, tuple[Said, ...], int]:
    """A pack in one of the formats WRITTEN, what of it is lost, and how many questions are in it.

    `catalogue` and its language `spoken` are for the words beside the pack's own; `at` is the time
    of writing in seconds since 1970. `original` is the pack in its own language where `pack` is a
    translation: rounds are then drawn as the game draws them. ImportError if a format needs more
    than the game, TooLong if a round is too long for the pack.
    """
    if to == "cards":
        from game.workshop.formats.cards import cards

        return cards(pack, catalogue, spoken), (), 0
    if to == "poster":
        from game.workshop.printed.documents import source_poster

        return *source_poster(pack, catalogue, spoken), 0
    if to in TAKES["questions"]:
        today = datetime.datetime.fromtimestamp(at, datetime.UTC).date().isoformat()
        bank = build_in(original or pack, pack if original else None, seed, languages.catalogue)
        try:
            return _drawn(bank, to, catalogue, spoken, seed, today, amounts or Amounts())
        except CannotDraw as error:
            raise TooLong(too_long(error, bank, today)) from error
    own = languages.catalogue(pack.language)
    bank = build(pack, seed, own)
    made_ones = (bank.make(spec) for spec in bank.specs if spec.fact.status != "written")
    items, left_out = items_of(made_ones, pack, own)
    items += written_items(pack, own)
    left_out += tuple(Said(one.id, PICTURE_LOST) for one in pack.written if one.picture)
    if to in SHOWS_TRUE_AND_FALSE:
        items = tuple(_in_own_words(item, own) for item in items)
    if to == "anki":
        from game.workshop.formats import anki

        made: Written = anki.write(items, pack.title, source=pack.came_from, at=at)
    elif to == "h5p":
        from game.workshop.formats import h5p

        made = h5p.write(items, pack.title, pack.licence)
    else:
        write: Writer = import_module(f"game.workshop.formats.{TABLES_AND_TEXTS[to]}").write
        made = write(items)
    text, lost = made
    data = text.encode() if isinstance(text, str) else text
    return data, (*left_out, *lost), len(items) - left_out_of(lost)


def left_out_of(lost: Iterable[Said]) -> int:
    """How many questions are left out whole."""
    return sum(said.is_left_out for said in lost)


def _in_own_words(item: Item, words: Catalogue) -> Item:
    """A statement with the two words of its language; any other question as it is."""
    if item.form != "true-false":
        return item
    said = (words.gettext("True"), words.gettext("False"))
    options = tuple(
        replace(option, text=text) for option, text in zip(item.options, said, strict=True)
    )
    return replace(item, options=options)


def _drawn(
    bank: Bank,
    to: str,
    catalogue: Catalogue,
    spoken: str,
    seed: int,
    today: str,
    amounts: Amounts,
) -> tuple[bytes, tuple[Said, ...], int]:
    """What a number of questions is drawn for."""
    if to == "pdf":
        from game.workshop.printed.documents import worksheets

        variants, questions = amounts.variants or 1, amounts.questions or ROUND
        made_of = worksheets(
            bank, catalogue, spoken, variants=variants, count=questions, seed=seed, today=today
        )
        return *made_of, variants * questions
    if to == "flashcards":
        from game.workshop.printed.documents import flash_cards

        most = amounts.questions
        return flash_cards(bank, catalogue, spoken, count=most, seed=seed, today=today)
    from game.workshop.html.page import page
    from game.workshop.html.rounds import ROUNDS, flights

    rounds, questions = amounts.variants or ROUNDS, amounts.questions or ROUND
    flown = flights(bank, rounds, questions, seed, today)
    return page(bank.pack, flown, catalogue, spoken), (), rounds * questions
