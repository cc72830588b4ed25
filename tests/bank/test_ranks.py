"""Where a number stands among its options."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import build
from game.bank.ranks import NEVER, even_odds
from tests.bank.packs import answer, fact, pack

sorts = st.lists(st.integers(-1, 3), min_size=4, max_size=4).filter(lambda told: max(told) >= 0)


def test_keys_that_can_only_be_low_are_made_up_for_by_the_others() -> None:
    low, free = (3, NEVER, NEVER, NEVER), (3, 3, 3, 3)
    odds = even_odds({low: 10, free: 90})
    assert odds[low] == (1, 0, 0, 0)
    sums = [10 * odds[low][rank] + 90 * odds[free][rank] for rank in range(4)]
    assert all(abs(total - 25) < 0.1 for total in sums)


def test_options_that_are_vouched_for_are_kept_where_the_ranks_are_even_with_them() -> None:
    first, last = (3, 3, 1, 0), (0, 1, 3, 3)
    odds = even_odds({first: 10, last: 10})
    assert sum(odds[first][:2]) > 0.95
    assert sum(odds[last][2:]) > 0.95


@given(st.dictionaries(sorts.map(tuple), st.integers(1, 50), min_size=1, max_size=8))
def test_no_rank_comes_that_no_options_can_fill(counts: dict[tuple[int, ...], float]) -> None:
    for told, shares in even_odds(counts).items():
        assert abs(sum(shares) - 1) < 1e-9
        assert all(share == 0 for n, share in zip(told, shares, strict=True) if n == NEVER)


def test_the_key_stands_at_every_rank_alike_with_the_years_that_the_author_names() -> None:
    years = ("1955", "1957", "1961", "1991", "2004", "2015", "2020", "2024")
    made = pack(
        *(
            fact(f"year-{year}", (f"Number {at} flew in ", answer(
                year, "year", f"When did number {at} fly?",
                wrong=tuple((other, "Another one.") for other in years if other != year),
            ), "."))
            for at, year in enumerate(years)
        )
    )  # fmt: skip
    ranks = [0, 0, 0, 0]
    made_up = 0
    for seed in range(50):
        for question in build(made, seed).questions("choice"):
            assert isinstance(question.answer, int)
            made_up += len(set(question.options) - set(years))
            ranks[question.answer] += 1
    assert all(70 <= count <= 130 for count in ranks)
    assert made_up < 0.1 * 3 * sum(ranks)
