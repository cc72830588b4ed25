"""A picture is judged before anything unpacks it, here and where a pack is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.pictures import MAX_PIXELS, MAX_SIDE, SUFFIXES, judge_picture
from tests.packs import made_pictures as made

GOOD = [
    (".png", made.png()),
    (".png", made.png(4_096, 2_900)),
    (".jpg", made.jpeg()),
    (".jpeg", made.jpeg(4_000, 3_000)),
    (".webp", made.vp8()),
    (".webp", made.vp8l(800, 600)),
    (".svg", made.svg('<g><path d="M0 0L1 1"/><rect fill="url(#sky)"/></g>')),
    (".svg", made.svg(head='viewBox="0 0 80 60"')),
    (".svg", made.svg(head='width="80px" height="60.5"', before='<?xml version="1.0"?>')),
]


@pytest.mark.parametrize(("suffix", "data"), GOOD)
def test_pictures_of_all_sorts_are_taken(suffix: str, data: bytes) -> None:
    assert judge_picture(suffix, data) is None


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".svg"])
def test_a_picture_is_what_its_name_says(suffix: str) -> None:
    for other, data in GOOD:
        wrong = judge_picture(suffix, data)
        assert wrong is None or wrong.code == "picture-kind"
        assert (wrong is None) == (other.replace("jpeg", "jpg") == suffix)


def test_a_picture_of_half_a_megabyte_can_be_too_many_points() -> None:
    wrong = judge_picture(".png", made.png(20_000, 20_000))
    assert wrong is not None and wrong.code == "picture-size"
    assert "20,000 by 20,000" in wrong.message and f"{MAX_PIXELS:,}" in wrong.message


@pytest.mark.parametrize(
    ("width", "height"), [(MAX_SIDE + 1, 1), (1, MAX_SIDE + 1), (4_000, 4_000)]
)
def test_the_size_counts_by_side_and_in_all(width: int, height: int) -> None:
    for suffix, data in (
        (".png", made.png(width, height, data=b"")),
        (".jpg", made.jpeg(width, height)),
        (".webp", made.vp8l(width, height)),
        (".webp", made.vp8(width, height)),
        (".svg", made.svg(head=f'width="{width}" height="{height}"')),
    ):
        wrong = judge_picture(suffix, data)
        assert wrong is not None and wrong.code == "picture-size"


def test_a_webp_of_many_parts_counts_by_its_canvas() -> None:
    data = made.vp8x(5_000, 5_000)
    wrong = judge_picture(".webp", data)
    assert wrong is not None and wrong.code == "picture-size"


@given(suffix=st.sampled_from(SUFFIXES), data=st.binary(max_size=200), good=st.sampled_from(GOOD))
def test_whatever_stands_in_a_picture_it_is_judged(
    suffix: str, data: bytes, good: tuple[str, bytes]
) -> None:
    judge_picture(suffix, data)
    judge_picture(good[0], good[1][: len(data)] + data + good[1][2 * len(data) :])
