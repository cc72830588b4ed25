"""Work ahead ends with its last slice, whoever does it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from game.ui.ahead import Ahead


def slices() -> Iterator[int]:
    yield from range(50)


def test_the_last_slice_is_the_result() -> None:
    assert Ahead(slices()).finish() == 49


def test_it_comes_to_its_end_by_itself() -> None:
    ahead = Ahead(slices())
    until = time.monotonic() + 10
    while not ahead.done and time.monotonic() < until:
        time.sleep(0.005)
    assert ahead.done
    assert ahead.finish() == 49


def test_what_goes_wrong_is_heard_of_where_the_result_is_wanted() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("no room")

    with pytest.raises(ValueError, match="no room"):
        Ahead(broken()).finish()
