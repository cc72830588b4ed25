"""What is offered when nothing is due."""

from __future__ import annotations

from game.study.cards import Card
from game.study.offers import Offer, offers


def card(number: int, set_id: str) -> Card:
    return Card(f"made/{number}#answer", str(number), "sky", 1, set_id, "")


CARDS = [card(number, "first" if number < 6 else "second") for number in range(10)]


def test_new_cards_come_first_then_harder_ones_then_other_sets_and_packs() -> None:
    known = {one.id for one in CARDS[:4]}
    assert offers(CARDS, known, 3, {"first"}, ("rockets",)) == (
        Offer("new", cards=2),
        Offer("harder", cards=3),
        Offer("set", "second", 4),
        Offer("pack", "rockets"),
        Offer("rest"),
    )


def test_who_knows_all_may_rest() -> None:
    known = {one.id for one in CARDS}
    assert offers(CARDS, known, 0, {"first"}) == (Offer("rest"),)


def test_a_set_that_is_known_is_not_offered() -> None:
    known = {one.id for one in CARDS if one.set == "second"}
    assert {offer.what for offer in offers(CARDS, known, 0, {"first"})} == {"new", "rest"}
