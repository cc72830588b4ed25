"""How often questions come that only few facts give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.bank.question import Kind
from game.bank.shares import even_shares, sums_of

kinds = st.sampled_from(("order", "match"))
questions = st.lists(
    st.tuples(kinds, st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=4)), max_size=12
)


@given(questions, st.floats(0.05, 1), st.dictionaries(st.sampled_from("abcd"), st.floats(0, 0.5)))
def test_no_fact_comes_oftener_than_it_may_and_no_kind_than_it_has_places(
    found: list[tuple[Kind, set[str]]], limit: float, used: dict[str, float]
) -> None:
    shares = even_shares(found, {"order": 1, "match": 1}, limit, used)
    for fact, total in sums_of(found, shares).items():
        assert total <= max(0.0, limit - used.get(fact, 0.0)) + 1e-9
    for kind in ("order", "match"):
        mine = [share for share, (one, _) in zip(shares, found, strict=True) if one == kind]
        assert sum(mine) <= 1 + 1e-9


def test_a_question_of_facts_that_others_leave_alone_comes_oftener() -> None:
    found: list[tuple[Kind, set[str]]] = [("order", {"a", "b"}), ("order", {"a", "c"}),
                                          ("order", {"d", "e"})]  # fmt: skip
    crowded, other, alone = even_shares(found, {"order": 1}, 0.3, {})
    assert crowded + other <= 0.3 + 1e-9
    assert alone > 0.29
