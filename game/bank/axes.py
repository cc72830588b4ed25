"""The lines on which years, dates and numbers lie, in whole steps."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from game.bank.known import Known
from game.bank.scale import numeral, read_day
from game.packs.model import Answer
from game.packs.notation import Notation, notation_of

_DECADE = re.compile(r"(the |)(\d{3})0(s|-е годы|-е|-жылдары|-жылдар)")
_BEYOND_TODAY = 2


@dataclass(frozen=True, slots=True)
class Axis:
    """The line on which a key lies: places are whole steps, so that roundness is kept.

    `gap` draws a distance in steps, given how far out one is already; `low` and `high` are the
    last places that make sense. `reach` is how far a value from elsewhere may be.
    """

    key: int
    low: int
    high: int
    reach: int
    gap: Callable[[random.Random, int], int]
    write: Callable[[int], str]
    place: Callable[[str], int | None]
    skip: Callable[[int], bool]


def axis_of(answer: Answer, known: Known) -> Axis | None:
    """The axis on which an answer lies: years, dates, numbers, and decades and months by name.

    None for anything else, or if the text holds no number that can be read.
    """
    notation = notation_of(known.pack.language)
    if answer.type == "date":
        return _date_axis(answer.text, known.latest_year)
    if answer.type == "year":
        return _year_axis(answer.text, known.latest_year)
    if answer.type == "number":
        return _number_axis(answer, notation)
    if answer.text in notation.alone:
        return _month_axis(answer.text, notation.alone)
    decade = _DECADE.fullmatch(answer.text)
    return _decade_axis(decade, known.latest_year) if decade else None


def _month_axis(text: str, months: tuple[str, ...]) -> Axis:
    def place(other: str) -> int | None:
        return months.index(other) + 1 if other in months else None

    return Axis(
        key=months.index(text) + 1,
        low=1,
        high=12,
        reach=12,
        gap=lambda rng, _out: rng.randint(1, 3),
        write=lambda at: months[at - 1],
        place=place,
        skip=lambda _at: False,
    )


def _decade_axis(written: re.Match[str], latest: int) -> Axis:
    before, key, after = written[1], int(written[2]), written[3]

    def place(other: str) -> int | None:
        found = _DECADE.fullmatch(other)
        return int(found[2]) if found else None

    return Axis(
        key=key,
        low=0,
        high=max(key, latest // 10) if latest else key + 100,
        reach=12,
        gap=lambda rng, _out: rng.randint(1, 2),
        write=lambda at: f"{before}{at}0{after}",
        place=place,
        skip=lambda _at: False,
    )


def _year_axis(text: str, latest: int) -> Axis | None:
    mould = numeral(text)
    if mould is None or mould.in_words or mould.decimals:
        return None
    year = int(mould.value)
    ahead = year > latest
    step = 1 if year % 10 else 10 if ahead else 5
    age = abs(latest - year)
    widest = 1 if step > 1 else 2 if age < 10 else 3 if age < 40 else 4

    def place(other: str) -> int | None:
        found = numeral(other)
        return int(found.value) // step if found and found.value % step == 0 else None

    return Axis(
        key=year // step,
        low=0 if not ahead else (latest // step) + 1,
        high=year // step + 100 if ahead or not latest else (latest + _BEYOND_TODAY) // step,
        reach=max(4, 16 // step),
        gap=lambda rng, _out: rng.randint(1, widest),
        write=lambda at: mould.write(at * step),
        place=place,
        skip=lambda _at: False,
    )


def _date_axis(text: str, latest: int) -> Axis | None:
    day = read_day(text)
    if day is None:
        return None
    first, last = 1, 10**7
    if not day.year:
        first, last = day.at(730486).place, 730850
        low, high, near, far = 730486, 730850, 9, 60
    else:
        low, high = first, last
        recent = latest - day.year < 10
        if day.day:
            near, far = (20, 120) if recent else (60, 500)
        else:
            near, far = (1, 4) if recent else (2, 9)

    def place(other: str) -> int | None:
        found = read_day(other)
        if found is None or (not found.day, not found.year) != (not day.day, not day.year):
            return None
        return found.place

    return Axis(
        key=day.place,
        low=low,
        high=high,
        reach=far * 6,
        gap=lambda rng, _out: rng.randint(near, far),
        write=lambda at: day.at(at).write(),
        place=place,
        skip=lambda _at: False,
    )


def _number_axis(answer: Answer, notation: Notation) -> Axis | None:
    mould = numeral(answer.text, notation)
    if mould is None or mould.value <= 0:
        return None
    key = round(mould.value / mould.step)
    percent = answer.unit in ("%", "percent", "per cent") or "%" in answer.text
    high = round(100 / mould.step) if percent and mould.value <= 100 else key * 10
    if mould.in_words:
        high = min(high, 12 if mould.value <= 12 else round(90 / mould.step))

    def gap(rng: random.Random, out: int) -> int:
        if key <= 12:
            return rng.randint(1, 1 if key <= 6 else 2)
        return max(1, round((key + out) * rng.uniform(0.12, 0.3)))

    def place(other: str) -> int | None:
        found = numeral(other, notation)
        return round(found.value / mould.step) if found else None

    return Axis(
        key=key,
        low=1,
        high=max(high, key),
        reach=max(3, key // 2),
        gap=gap,
        write=lambda at: mould.write(at * mould.step, answer.units),
        place=place,
        skip=lambda at: key > 12 and at % 10 == 0 and key % 10 != 0,
    )
