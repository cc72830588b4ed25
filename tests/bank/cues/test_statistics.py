"""The statistics against tables and against what they are defined by."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.cues.statistics import (
    chi_square_tail,
    clustered,
    holm,
    t_quantile,
    t_tail,
)


@pytest.mark.parametrize(
    ("freedom", "critical"), [(1, 6.314), (5, 2.015), (30, 1.697), (120, 1.658), (10_000, 1.645)]
)
def test_students_t_is_that_of_the_tables(freedom: int, critical: float) -> None:
    assert t_tail(critical, freedom) == pytest.approx(0.05, abs=1e-4)
    assert t_tail(-critical, freedom) == pytest.approx(0.95, abs=1e-4)
    assert t_quantile(0.95, freedom) == pytest.approx(critical, abs=2e-3)


@pytest.mark.parametrize(("freedom", "critical"), [(1, 3.841), (3, 7.815), (10, 18.307)])
def test_chi_square_is_that_of_the_tables(freedom: int, critical: float) -> None:
    assert chi_square_tail(critical, freedom) == pytest.approx(0.05, abs=1e-4)


def test_holm_corrects_as_in_the_textbook() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=30))
def test_clusters_of_one_give_the_plain_standard_error(values: list[float]) -> None:
    found = clustered((str(at), value) for at, value in enumerate(values))
    mean = math.fsum(values) / len(values)
    spread = math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1)
    assert found.mean == pytest.approx(mean, abs=1e-9)
    assert found.error == pytest.approx(math.sqrt(spread / len(values)), abs=1e-9)


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=20), st.integers(2, 9))
def test_asking_the_same_again_tells_nothing_more(values: list[float], times: int) -> None:
    once = clustered((str(at), value) for at, value in enumerate(values))
    often = clustered((str(at), v) for at, v in enumerate(values) for _ in range(times))
    assert often.mean == pytest.approx(once.mean, abs=1e-9)
    assert often.error == pytest.approx(once.error, abs=1e-9)


def test_one_cluster_alone_proves_nothing() -> None:
    assert clustered([("a", 1.0), ("a", 1.0)]).above == 1.0
    assert clustered([("a", 1.0), ("b", 1.0)]).above == 0.0
    assert t_tail(9.0, 0) == 1.0
