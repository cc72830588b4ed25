"""Whether a pack has a round of ten, and what it lacks."""

from __future__ import annotations

from dataclasses import replace

from game import paths
from game.bank.bank import build
from game.bank.round_of_ten import RoundOfTen, round_of_ten
from game.packs.model import Citation, Pack
from game.packs.read import read_pack
from tests.bank.packs import answer, fact, pack, space_pack

TODAY = "2025-12-01"


def ten(some: Pack) -> RoundOfTen:
    return round_of_ten(build(some), TODAY)


def test_the_shipped_pack_has_a_round_that_lacks_nothing() -> None:
    some, _problems = read_pack(paths.default_pack())
    assert some is not None
    found = ten(some)
    assert found.possible and len(found.questions) == 10
    assert (found.lacking, found.heavy, found.easy) == ((), "", True)


def test_a_pack_with_too_few_facts_says_how_many_it_has() -> None:
    some = space_pack()
    found = ten(replace(some, facts=some.facts[:4]))
    assert not found.possible
    assert found.found == 4


def test_facts_of_a_set_that_must_be_asked_for_do_not_count() -> None:
    some = space_pack()
    late = tuple(replace(one, set="more") for one in some.facts[:3])
    assert not ten(replace(some, facts=(*late, *some.facts[3:]))).possible


def test_kinds_that_no_fact_gives_are_named() -> None:
    words = (
        "alpha",
        "beta",
        "gamma",
        "delta",
        "kappa",
        "sigma",
        "omega",
        "theta",
        "lambda",
        "iota",
    )
    facts = (
        fact(
            f"word-{at}",
            ("The sign is called ", answer(word, "term", f"What is sign {at} called?",
                                           wrong=("zeta", "eta")), "."),
        )
        for at, word in enumerate(words)
    )  # fmt: skip
    found = ten(pack(*facts))
    assert found.possible
    assert {"picture", "order", "match", "number"} <= set(found.lacking)


def test_a_source_that_alone_says_more_than_a_third_is_named() -> None:
    some = space_pack()
    one = tuple(replace(f, citations=some.facts[0].citations) for f in some.facts)
    assert ten(replace(some, facts=one)).heavy == "book"


def test_a_pack_without_level_one_does_not_begin_easy() -> None:
    some = space_pack()
    assert not ten(replace(some, facts=tuple(replace(f, level=2) for f in some.facts))).easy


def test_a_pack_of_one_source_is_not_told_to_cite_others() -> None:
    some = space_pack()
    one = some.sources[0]
    alone = tuple(
        replace(each, citations=(Citation(one.id, 1),), why_citations=()) for each in some.facts
    )
    assert ten(replace(some, facts=alone)).heavy == one.id
    assert ten(replace(some, facts=alone, sources=(one,))).heavy == ""
