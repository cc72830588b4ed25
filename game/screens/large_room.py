"""How a question, its picture and its options share the room where the text is large.

They are set as near to the size that was asked for as all of them together allow, all options
alike. What is to be chosen leads, so the question gives way sooner, and the picture to both. The
arrangement that gives the options most is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from game.bank.question import Question
from game.screens.places import Places
from game.screens.prompt import foot_of, small_style
from game.ui.geometry import Rect
from game.ui.text import lay_out
from game.ui.theme import Theme, TypeStyle
from game.ui.widgets.choice import words_room

_STEP = 0.015
_LEAST = 0.3
_GAP = 20.0
_PADDING = 32.0
"""Free height over and under a question on its card together."""
_SIGN = 1.2
"""How high a sign is at least, in sizes of the words beside it."""
_MOST_SIGN = {"answer": 110.0, "display": 168.0}
_STEM_LEAST = 0.57
"""The least share of its size that the question keeps."""
_READ_LEAST = 0.7
"""And of its smaller size where it was read already."""
_GIVES_WAY = 2.0
"""How much sooner than the options the question is set smaller."""
_PLATE = 1.9
"""How much larger a choice of two is set than one of four."""
_PICTURES = {"silhouette": (320.0, 300.0), "timeline": (664.0, 268.0)}
_PICTURE = (480.0, 300.0)
"""The least room of a picture: it gives way to the words, but is still seen."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the question, its options and its picture stand, and how high the options' signs."""

    card: Rect
    options: tuple[Rect, ...]
    panel: Rect | None
    sign: float


def arrangement(
    question: Question, places: Places, theme: Theme, text_scale: float
) -> Arrangement | None:
    """The arrangement of a question with options; None where nothing fits."""
    picture = question.picture
    return _arrangement(
        _Texts(
            question.prompt,
            question.options,
            picture.draw if picture is not None else "",
            text_scale,
            foot_of(question, text_scale),
            theme.style("question"),
            theme.style("answer"),
            theme.style("display"),
        ),
        Rect(
            places.card.x,
            places.card.y,
            places.right - places.card.x,
            places.answers[-1].bottom - places.card.y,
        ),
        places.inset,
    )


def listed(
    question: Question, room: Rect, inset: float, theme: Theme, text_scale: float, aside: float
) -> Arrangement | None:
    """The question that was read already over rows of its options; None where nothing fits.

    Each row leaves `aside` grid units free at its end, for what is counted there.
    """
    texts = _Texts(
        question.prompt,
        question.options,
        "",
        text_scale,
        0.0,
        small_style(theme, text_scale),
        theme.style("answer"),
        theme.style("display"),
        aside,
        _READ_LEAST,
    )
    return _arrangement(texts, room, inset)


@dataclass(frozen=True, slots=True)
class _Texts:
    """What is to be set, and its type; `foot` is the room under the question for its day.

    `aside` is what every row of a list leaves free at its end, 0 where the options are no list, and
    `stem_least` the least share of its size that the question keeps.
    """

    prompt: str
    options: tuple[str, ...]
    draw: str
    scale: float
    foot: float
    asked: TypeStyle
    answer: TypeStyle
    display: TypeStyle
    aside: float = 0.0
    stem_least: float = _STEM_LEAST

    def stem(self, wide: float, share: float) -> float | None:
        """How high the card of the question is in this width; None if a word is too long."""
        size = self.asked.size * self.scale * max(self.stem_least, 1 - _GIVES_WAY * (1 - share))
        high = _height(self.prompt, self.asked, size, wide)
        return None if high is None else high + _PADDING + self.foot

    def row(self, wide: float, share: float) -> tuple[float, float] | None:
        """How high a plate so wide has to be for every option, and its sign."""
        plates = len(self.options) == 2 and not self.draw and not self.aside
        style = self.display if plates else self.answer
        size = self.answer.size * self.scale * share * (_PLATE if plates else 1.0)
        most = _MOST_SIGN["display" if plates else "answer"]
        sign = min(most, size * _SIGN)
        left, top, room, _ = words_room(Rect(0, 0, wide, 100), sign)
        heights = [_height(text, style, size, room) for text in self.options]
        if room < 0 or left < 0 or any(high is None for high in heights):
            return None
        return max(*(high or 0 for high in heights), sign * 1.1) + 2 * top, sign


def _height(text: str, style: TypeStyle, size: float, wide: float) -> float | None:
    sized = replace(style, size=size, min_size=size, tracking=style.tracking * size / style.size)
    layout = lay_out(text, sized, wide, 100_000, balanced=False)
    return layout.height if layout.size >= size - 0.01 else None


_Build = Callable[[float], Arrangement | None]


@lru_cache(maxsize=256)
def _arrangement(texts: _Texts, room: Rect, inset: float) -> Arrangement | None:
    found = _first(texts, room, inset, _LEAST)
    low, high = _LEAST, 1.0 + _STEP
    while found is not None and high - low > _STEP:
        middle = (low + high) / 2
        tried = _first(texts, room, inset, min(1.0, middle))
        if tried is None:
            high = middle
        else:
            low, found = middle, tried
    return found


def _first(texts: _Texts, room: Rect, inset: float, share: float) -> Arrangement | None:
    """The first arrangement that has room for options of this share of their size."""
    built = (build(share) for build in _builds(texts, room, inset))
    return next((one for one in built if one is not None), None)


def _builds(texts: _Texts, room: Rect, inset: float) -> Iterator[_Build]:
    """The arrangements that are tried, the more usual first."""
    columns = (1,) if texts.aside or len(texts.options) == 3 else (2, 1)
    if not texts.draw:
        for count in columns:
            yield partial(_under, texts, room, inset, count)
        return
    wide, high = _PICTURES.get(texts.draw, _PICTURE)
    if texts.draw != "timeline":
        yield partial(_beside, texts, room, inset, (wide, high))
        panel = Rect(room.x, room.y, wide, room.h)
        right = Rect(room.x + wide + _GAP, room.y, room.w - wide - _GAP, room.h)
        yield partial(_with, panel, partial(_under, texts, right, inset, 1))
    for count in columns:
        yield partial(_over, texts, room, inset, (wide, high), count)


def _with(panel: Rect, build: _Build, share: float) -> Arrangement | None:
    """The picture in a place of its own."""
    built = build(share)
    return None if built is None else replace(built, panel=panel)


def _rows(count: int, columns: int) -> int:
    return -(-count // columns)


def _under(
    texts: _Texts, room: Rect, inset: float, columns: int, share: float
) -> Arrangement | None:
    """The question over its options, which stand in so many columns."""
    count = len(texts.options)
    stem = texts.stem(room.w - 2 * inset, share)
    row = texts.row((room.w - _GAP * (columns - 1)) / columns - texts.aside, share)
    if stem is None or row is None:
        return None
    rows = _rows(count, columns)
    spare = room.h - stem - rows * (row[0] + _GAP)
    if spare < 0:
        return None
    grown = min(spare / rows / 2, row[0] * 0.5)
    high = row[0] + grown
    card = Rect(room.x, room.y, room.w, room.h - rows * (high + _GAP))
    area = Rect(room.x, card.bottom + _GAP, room.w, room.bottom - card.bottom - _GAP)
    return Arrangement(card, _grid(area, count, columns), None, row[1])


def _beside(
    texts: _Texts, room: Rect, inset: float, picture: tuple[float, float], share: float
) -> Arrangement | None:
    """The question over all the width, under it the picture beside the column of options."""
    stem = texts.stem(room.w - 2 * inset, share)
    left = room.x + picture[0] + _GAP
    row = texts.row(room.right - left, share)
    if stem is None or row is None:
        return None
    count = len(texts.options)
    need = max(picture[1], count * (row[0] + _GAP) - _GAP)
    if stem + _GAP + need > room.h:
        return None
    spare = room.h - stem - _GAP - need
    card = Rect(room.x, room.y, room.w, stem + spare / 2)
    area = Rect(left, card.bottom + _GAP, room.right - left, room.bottom - card.bottom - _GAP)
    panel = Rect(room.x, area.y, picture[0], area.h)
    return Arrangement(card, _grid(area, count, 1), panel, row[1])


def _over(
    texts: _Texts,
    room: Rect,
    inset: float,
    picture: tuple[float, float],
    columns: int,
    share: float,
) -> Arrangement | None:
    """The picture at the right of the question, the options under both."""
    wide = room.w - picture[0] - _GAP
    stem = texts.stem(wide - 2 * inset, share)
    row = texts.row((room.w - _GAP * (columns - 1)) / columns, share)
    if stem is None or row is None:
        return None
    count = len(texts.options)
    rows = _rows(count, columns)
    high = max(stem, picture[1])
    spare = room.h - high - rows * (row[0] + _GAP)
    if spare < 0:
        return None
    card = Rect(room.x, room.y, wide, high + spare / 2)
    panel = Rect(card.right + _GAP, room.y, picture[0], card.h)
    area = Rect(room.x, card.bottom + _GAP, room.w, room.bottom - card.bottom - _GAP)
    return Arrangement(card, _grid(area, count, columns), panel, row[1])


def _grid(area: Rect, count: int, columns: int) -> tuple[Rect, ...]:
    rows = _rows(count, columns)
    wide = (area.w - _GAP * (columns - 1)) / columns
    high = (area.h - _GAP * (rows - 1)) / rows
    return tuple(
        Rect(
            area.x + (at % columns) * (wide + _GAP),
            area.y + (at // columns) * (high + _GAP),
            wide,
            high,
        )
        for at in range(count)
    )
