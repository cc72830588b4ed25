"""A pack that changes: a new key starts anew, a new wording does not, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.packs.model import Pack
from game.packs.read import read_pack
from game.records.pack import renamed, revisions
from game.records.store import Store
from tests.records.made import record

MANIFEST = """
format: 1
id: made
version: 1.0.0
language: en
title: Made
from: From nowhere
licence: CC0
authors: [Nobody]
sources:
  book: {title: A book, publisher: A press, kind: a book, date: "2025-06-04", paragraphs: 14}
sets:
  first: {title: First, age: 10, chosen: always}
"""
FACT = """
- id: {id}
  fact: {fact}
  ask: {ask}
  from: [book 1]
{more}"""


def pack(folder: Path, *facts: str) -> Pack:
    folder.mkdir()
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "facts.yaml").write_text("\n".join(facts), encoding="utf-8")
    found, problems = read_pack(folder)
    assert found is not None, [str(problem) for problem in problems]
    return found


def fact(
    id: str = "river",
    fact: str = "Ada swam across the river in {1957}.",
    ask: str = "When did Ada swim across the river?",
    more: str = "",
) -> str:
    return FACT.format(id=id, fact=fact, ask=ask, more=more)


@pytest.fixture
def before(tmp_path: Path) -> Pack:
    return pack(tmp_path / "before", fact())


def card_of(given: Pack) -> str:
    (card,) = revisions(given)
    return card


def studied(store: Store, given: Pack, days: int = 3) -> str:
    """A learner who has answered the one card of a pack on some days."""
    ada = store.add_profile("Ada", "fox").id
    answer(store, given, ada, range(days))
    return ada


def answer(store: Store, given: Pack, profile: str, days: range) -> None:
    for day in days:
        ((card, rev),) = revisions(given).items()
        store.add(record(day, profile=profile, card=card, card_rev=rev, rating=3))
    store.wait()


def test_another_wording_changes_nothing(before: Pack, tmp_path: Path) -> None:
    store = Store.open(None).store
    ada = studied(store, before)
    after = pack(tmp_path / "after", fact(ask="In which year did Ada swim across it?"))
    found = store.known(ada, after)
    assert found.known == store.memories(ada) == store.known(ada, before).known
    assert found.known[card_of(after)].reviews == 3
    assert not found.changed
    assert not found.gone


def test_another_key_starts_the_card_anew_and_keeps_its_history(
    before: Pack, tmp_path: Path
) -> None:
    store = Store.open(None).store
    ada = studied(store, before)
    after = pack(tmp_path / "after", fact(fact="Ada swam across the river in {1958}."))
    card = card_of(after)
    assert not store.known(ada, after).known
    assert store.known(ada, after).changed[card].reviews == 3
    answer(store, after, ada, range(3, 4))
    assert store.known(ada, after).known[card].reviews == 1
    assert len(store.records(ada, card)) == 4
    store.rebuild()
    assert store.known(ada, after).known[card].reviews == 1


def test_a_card_that_is_gone_is_kept_and_called_so(before: Pack, tmp_path: Path) -> None:
    store = Store.open(None).store
    ada = studied(store, before)
    after = pack(tmp_path / "after", fact(id="lake", fact="Ada lives by the {Long Lake}."))
    found = store.known(ada, after)
    assert list(found.gone) == [card_of(before)]
    assert not found.known
    assert len(store.records(ada)) == 3
    assert found.gone == store.known(ada, before).known


def test_a_fact_with_another_id_goes_on_where_it_was(before: Pack, tmp_path: Path) -> None:
    store = Store.open(None).store
    ada = studied(store, before)
    after = pack(tmp_path / "after", fact(id="long-river", more="  was: river\n"))
    assert renamed(after) == {"made/river": "made/long-river"}
    card = card_of(after)
    assert store.known(ada, after).known[card].reviews == 3
    answer(store, after, ada, range(3, 5))
    whole = store.known(ada, after).known
    assert whole[card].reviews == 5
    store.rebuild()
    assert store.known(ada, after).known == whole
    once_under_one_id = Store.open(None).store
    other = studied(once_under_one_id, after, 5)
    memory = once_under_one_id.known(other, after).known[card]
    assert whole == {card: memory}


def test_a_rename_that_is_taken_back_is_no_circle(before: Pack, tmp_path: Path) -> None:
    store = Store.open(None).store
    ada = studied(store, before)
    there = pack(tmp_path / "there", fact(id="long-river", more="  was: river\n"))
    back = pack(tmp_path / "back", fact(more="  was: long-river\n"))
    store.known(ada, there)
    assert store.known(ada, back).known[card_of(back)].reviews == 3
    assert store.known(ada, there).known[card_of(there)].reviews == 3


def test_a_key_is_the_same_in_every_language(before: Pack) -> None:
    (one,) = before.facts
    (answer,) = one.answers
    translated = replace(answer, text="год 1957", original=(answer.text, "", "", "", *answer.asks))
    other = replace(before, facts=(replace(one, answers=(translated,)),))
    assert revisions(other) == revisions(before)
