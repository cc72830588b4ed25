"""The log is the truth: all else is made from it, the same to the last bit."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from game.records.record import Record
from game.records.store import Store
from tests.examples import examples
from tests.records.made import FIRST, record

answers = st.builds(
    lambda day, minute, who, card, rev, rating, options, mode, seed: record(
        at_utc=FIRST + timedelta(days=day, minutes=minute),
        study_day=(FIRST + timedelta(days=day)).date(),
        profile=who,
        card=f"made/fact-{card}#when",
        card_rev=rev,
        rating=rating,
        right=(rating or 1) > 1,
        options=options,
        mode=mode,
        seed=seed,
    ),
    day=st.integers(-3, 400),
    minute=st.integers(0, 1439),
    who=st.sampled_from(["", "0", "1"]),
    card=st.integers(0, 4),
    rev=st.sampled_from(["aa", "aa", "aa", "bb"]),
    rating=st.sampled_from([None, 1, 2, 3, 4]),
    options=st.sampled_from([0, 2, 4, 24]),
    mode=st.sampled_from(["study", "round"]),
    seed=st.sampled_from(["s1", "s2"]),
)


@examples(60)
@given(st.lists(answers, max_size=60), st.booleans())
def test_all_that_is_made_from_any_log_is_the_same_when_made_anew(
    log: list[Record], renamed: bool
) -> None:
    from dataclasses import replace

    store = Store.open(None).store
    who = {"0": store.add_profile("Ada", "fox").id, "1": store.add_profile("Bek", "owl").id, "": ""}
    for at, one in enumerate(log):
        if renamed and at == len(log) // 2:
            store._writer.run(lambda log: log.rename({"made/fact-0": "made/fact-1"}))
        store.add(replace(one, profile=who[one.profile]))
    store.wait()
    before = store._log.derived.state()
    assert store.rebuild()
    assert store._log.derived.state() == before
    given_days = {(one.profile, one.study_day) for one in log if one.profile}
    assert len(given_days) == sum(len(store.days(who[name])) for name in "01")


def test_another_version_of_the_schedule_has_memories_made_anew_before_they_are_seen() -> None:
    store = Store.open(None).store
    ada = store.add_profile("Ada", "fox").id
    for at in range(20):
        store.add(record(at, profile=ada))
    store.wait()
    right = store._log.derived.state()
    connection = store._log.connection
    connection.execute("UPDATE made_by SET scheduler = 'another'")
    connection.execute("UPDATE memory SET stability = 1.0")
    assert all(memory.stability != 1.0 for memory in store.memories(ada).values())
    assert store._log.derived.state() == right
