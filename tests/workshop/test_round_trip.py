"""What is imported goes back as it came: file, pack, file, and nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import languages
from game.packs.model import Pack
from game.packs.read import read_pack
from game.workshop.formats import TABLES_AND_TEXTS
from game.workshop.formats.item import Item
from game.workshop.imported_pack import Head, pack_files, put
from game.workshop.importing import imported
from game.workshop.items import written_items
from tests.examples import examples
from tests.workshop.formats import items as made

HOLDS: dict[str, tuple[Callable[[], st.SearchStrategy[Item]], ...]] = {
    "aiken": (made.choices,),
    "blooket": (made.choices, made.several),
    "csv": (made.choices, made.several, made.typed, made.numbers),
    "gift": (made.choices, made.several, made.true_false, made.typed, made.numbers, made.matches),
    "h5p": (made.choices, made.several, made.true_false),
    "kahoot": (made.choices, made.several),
    "moodle-xml": (
        *(made.choices, made.several, made.true_false, made.typed, made.numbers, made.matches),
    ),
    "opentdb": (made.choices, made.true_false),
    "wayground": (made.choices, made.several, made.typed),
}


def test_every_format_that_is_read_and_written_is_tried() -> None:
    assert set(HOLDS) == set(TABLES_AND_TEXTS)


@pytest.mark.parametrize("form", sorted(HOLDS))
def test_import_then_export_changes_nothing(form: str) -> None:
    @examples(25)
    @given(st.lists(_dressed(form), min_size=1, max_size=8))
    def holds(items: list[Item]) -> None:
        first = _through(form, items)
        if not first:
            return
        pack = _as_pack(first)
        again = _through(form, written_items(pack, languages.catalogue("en")))
        assert _bare(again) == _bare(first)

    holds()


def _dressed(form: str) -> st.SearchStrategy[Item]:
    """Questions of the forms that a format holds, some with what is said beside them."""

    def dress(item: Item, name: str, category: str, tags: list[str], seconds: int) -> Item:
        return replace(item, name=name, category=category, tags=tuple(tags), seconds=seconds)

    tags = st.lists(made.words(), max_size=2)
    plain = st.one_of([of() for of in HOLDS[form]])
    return st.builds(dress, plain, made.told(), made.told(), tags, st.integers(0, 300))


def _through(form: str, items: list[Item] | tuple[Item, ...]) -> tuple[Item, ...]:
    """What the format makes of the questions when it is written and read."""
    data, _ = import_module(f"game.workshop.formats.{TABLES_AND_TEXTS[form]}").write(items)
    return imported(data.encode() if isinstance(data, str) else data, "made", form).items


def _as_pack(items: tuple[Item, ...]) -> Pack:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made"
        head = Head("Made", "CC0", "en", "made.txt", "gift")
        put(pack_files(items, head), path)
        pack, problems = read_pack(path)
        assert pack is not None, problems
    return pack


def _bare(items: tuple[Item, ...]) -> list[Item]:
    return [replace(item, place="") for item in items]
