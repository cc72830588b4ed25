"""What a bank holds goes into the formats of other programs, and comes back the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import languages, paths
from game.bank.bank import build
from game.packs.read import read_pack
from game.workshop.formats import gift, moodle_xml
from game.workshop.formats.item import Item
from game.workshop.items import items_of


@pytest.fixture(scope="module")
def items() -> tuple[Item, ...]:
    pack, _ = read_pack(paths.default_pack())
    assert pack is not None
    catalogue = languages.catalogue("en")
    made, left_out = items_of(build(pack, 1, catalogue).questions(), pack, catalogue)
    assert all("picture" in said.reason for said in left_out)
    return made


def test_every_form_of_a_bank_is_there_and_tells_its_source(items: tuple[Item, ...]) -> None:
    assert {item.form for item in items} == {"choice", "true-false", "typed", "number", "match"}
    assert all("From the five articles" in item.feedback for item in items)


def test_a_number_goes_out_with_the_form_of_its_unit_that_it_asks_for() -> None:
    pack, _ = read_pack(paths.default_pack())
    assert pack is not None
    catalogue = languages.catalogue("ru")
    asked = next(build(pack, 1, catalogue).questions("number"))
    made = replace(asked, answer=4754, unit="метров", units=("метр", "метра", "метров"))
    (item,), _left_out = items_of([made], pack, catalogue)
    assert item.unit == "метра"


def test_a_whole_bank_goes_through_gift_and_back(items: tuple[Item, ...]) -> None:
    text, lost = gift.write(items)
    assert not lost
    again = gift.read(text.encode(), "x").items
    assert [replace(i, place="", unit="") for i in again] == [
        replace(i, place="", unit="", tags=i.tags) for i in items
    ]


def test_a_whole_bank_goes_through_moodle_xml_and_back(items: tuple[Item, ...]) -> None:
    data, lost = moodle_xml.write(items)
    assert not lost
    assert [replace(i, place="") for i in moodle_xml.read(data, "x").items] == [
        replace(i, place="") for i in items
    ]
