"""Work ahead ends with its last slice, whoever does it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.ui.ahead import Ahead, first
from tests.patience import until


def slices() -> Iterator[int]:
    yield from range(50)


def test_the_last_slice_is_the_result() -> None:
    assert Ahead(slices()).finish() == 49


def test_it_comes_to_its_end_by_itself() -> None:
    ahead = Ahead(slices())
    until(lambda: ahead.done)
    assert ahead.finish() == 49


def test_what_goes_wrong_is_heard_of_where_the_result_is_wanted() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("no room")

    with pytest.raises(ValueError, match="no room"):
        Ahead(broken()).finish()


def test_a_result_that_is_wanted_in_the_middle_of_a_picture_comes() -> None:
    with first(), first():
        assert Ahead(slices()).finish() == 49


def test_what_was_stopped_goes_no_further() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield 1

    ahead = Ahead(endless())
    ahead.stop()
    assert ahead.done
