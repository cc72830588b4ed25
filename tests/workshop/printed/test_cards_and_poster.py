"""Flash cards whose answers stand behind their questions, and the poster of the sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import languages, paths
from game.packs.read import read_pack
from game.workshop.printed.documents import flash_cards, source_poster
from game.workshop.printed.flashcards import A_PAGE, cards_of, flashcards
from game.workshop.printed.poster import taken_from
from tests.examples import sweep
from tests.workshop.banks import TODAY, bank_in
from tests.workshop.printed.conftest import Written, pages_of, paper_in

PRINTER = 5.0


def test_a_back_is_behind_its_front_when_turned_over_the_long_edge(written: Written) -> None:
    bank = bank_in("en")
    cards = cards_of(bank, TODAY, 8, 1)
    flashcards(bank.pack, cards, languages.catalogue("en"), paper_in("en"))
    for number in range(1, len(cards) + 1):
        front, back = (
            next(one for one in written.words if one.page == page and one.text == str(number))
            for page in (1, 2)
        )
        assert front.base == back.base
        assert (front.left < 105) != (back.left < 105)


def test_every_card_asks_for_one_thing_that_can_be_known() -> None:
    cards = cards_of(bank_in("en"), TODAY, None, 0)
    assert len(cards) > 3 * A_PAGE
    assert len({card.prompt for card in cards}) == len(cards)
    always = {one.id for one in bank_in("en").pack.sets if one.chosen == "always"}
    assert {card.set for card in cards} <= always


def test_answers_without_a_card_are_named() -> None:
    bank = bank_in("en")
    _, lost, _ = flash_cards(bank, languages.catalogue("en"), "en", count=2, seed=0, today=TODAY)
    left = [one for one in lost if one.is_left_out]
    assert left and all(one.reason.startswith("it has no card") for one in left)
    asked = {(card.facts[0], card.key) for card in cards_of(bank, TODAY, None, 0)}
    assert not {tuple(one.place.split(": ", 1)) for one in left} & asked


def test_fewer_cards_are_drawn_by_the_seed() -> None:
    bank = bank_in("en")
    some = cards_of(bank, TODAY, 12, 1)
    assert len(some) == 12
    assert some == cards_of(bank, TODAY, 12, 1) != cards_of(bank, TODAY, 12, 2)


@pytest.mark.parametrize("language", sweep(languages.LANGUAGES, "kk"))
def test_nothing_on_a_card_is_cut_off(written: Written, language: str) -> None:
    catalogue = languages.catalogue(language)
    bank = bank_in(language)
    made, lost, count = flash_cards(bank, catalogue, language, count=None, seed=0, today=TODAY)
    assert [one for one in lost if not one.is_left_out] == [] and count >= 24
    assert len(pages_of(made)) == 2 * -(-count // A_PAGE)
    assert written.outside(PRINTER) == []
    assert written.over_each_other() == []
    across = [one for one in written.words if one.left < 105 < one.right]
    assert across == []


@pytest.mark.parametrize("language", sweep(languages.LANGUAGES, "kk"))
@pytest.mark.parametrize("name", ["baikonur", "baikonur-rockets"])
def test_a_poster_names_every_source_that_is_cited(
    written: Written, language: str, name: str
) -> None:
    pack, _problems = read_pack(paths.packs() / name, *([] if language == "en" else [language]))
    assert pack is not None
    made, lost = source_poster(pack, languages.catalogue(language), language)
    assert lost == ()
    text = " ".join(pages_of(made))
    taken = taken_from(pack)
    every = [c for fact in pack.facts for c in fact.citations]
    every += [c for fact in pack.facts for answer in fact.answers for c in answer.citations]
    assert sum(len(one.sources) for one in taken) == len({c.source for c in every})
    for one in taken:
        words = (one.sources[0].publisher or one.sources[0].title).split()
        assert words[0].replace("'", "\u2019") in text
    assert written.outside(PRINTER) == []
    assert written.over_each_other() == []


def test_a_poster_fits_a_page_where_there_are_few_sources() -> None:
    made, _lost = source_poster(bank_in("en").pack, languages.catalogue("en"), "en")
    assert len(pages_of(made)) == 1


def test_the_same_pack_gives_the_same_poster_and_the_same_cards() -> None:
    bank, catalogue = bank_in("en"), languages.catalogue("en")
    assert source_poster(bank.pack, catalogue, "en") == source_poster(bank.pack, catalogue, "en")
    one, other = (
        flash_cards(bank, catalogue, "en", count=10, seed=2, today=TODAY) for _ in range(2)
    )
    assert one == other


def test_a_pack_without_sources_has_a_poster_too() -> None:
    pack = replace(bank_in("en").pack, sources=(), facts=())
    made, _lost = source_poster(pack, languages.catalogue("en"), "en")
    assert "How to check" in pages_of(made)[0]
