"""Random packs for properties of the bank."""

from __future__ import annotations

from hypothesis import strategies as st

from game.packs.model import Answer, Fact, Pack
from tests.bank.packs import answer, fact, pack

_WORDS = st.text("abcdefghijklmnoprstuvz", min_size=3, max_size=9)
_NAMES = st.builds(lambda a, b: f"{a.capitalize()} {b.capitalize()}", _WORDS, _WORDS)
_YEARS = st.integers(1900, 2060)
_NUMBERS = st.integers(1, 99_999)


@st.composite
def years(draw: st.DrawFn) -> Answer:
    subject = draw(_NAMES)
    return answer(str(draw(_YEARS)), "year", f"In which year did {subject} fly?")


@st.composite
def numbers(draw: st.DrawFn) -> Answer:
    subject = draw(_NAMES)
    unit = draw(st.sampled_from(("", "km", "people")))
    value = draw(_NUMBERS)
    return answer(f"{value:,}", "number", f"How many has {subject}?", unit=unit)


@st.composite
def names(draw: st.DrawFn) -> Answer:
    subject = draw(_NAMES)
    wrong = tuple(draw(st.lists(_NAMES, max_size=4, unique=True)))
    return answer(
        draw(_NAMES),
        draw(st.sampled_from(("person", "place", "vehicle"))),
        (f"Who flew in the {subject}?", f"Which pilot had the {subject}?"),
        wrong=wrong,
        single=draw(st.booleans()),
        accepted=tuple(draw(st.lists(_NAMES, max_size=2))),
        never_with=tuple(draw(st.lists(_NAMES, max_size=2))),
    )


@st.composite
def facts(draw: st.DrawFn, number: int) -> Fact:
    marked = draw(st.one_of(years(), numbers(), names()))
    before, after = draw(_WORDS).capitalize(), draw(_WORDS)
    return fact(
        f"fact-{number}",
        (f"{before} ", marked, f" {after}."),
        source=draw(st.sampled_from(("book", "paper", "page"))),
        topic=draw(st.sampled_from(("flights", "place"))),
        set=draw(st.sampled_from(("plain", "more"))),
        level=draw(st.integers(1, 3)),
        hint=draw(st.sampled_from(("", "It was long ago."))),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    count = draw(st.integers(1, 12))
    return pack(*(draw(facts(number)) for number in range(count)))
