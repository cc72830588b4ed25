"""Random packs for properties of the bank."""

from __future__ import annotations

from hypothesis import strategies as st

from game.packs.model import Answer, Fact, Pack
from tests.bank.packs import answer, fact, pack

_WORDS = st.text("abcdefghijklmnoprstuvz", min_size=3, max_size=9)
_NAMES = st.builds(lambda a, b: f"{a.capitalize()} {b.capitalize()}", _WORDS, _WORDS)
_PEOPLE = st.sampled_from(
    [f"{first} {last}" for first in ("Ada", "Bek", "Cy") for last in ("Byrd", "Stone", "Oak", "Li")]
)
"""So few that one is often the key here, a wrong answer there and another spelling elsewhere."""

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
    wrong = tuple(draw(st.lists(_PEOPLE, max_size=4, unique=True)))
    return answer(
        draw(_PEOPLE),
        draw(st.sampled_from(("person", "place", "vehicle"))),
        (f"Who flew in the {subject}?", f"Which pilot had the {subject}?"),
        wrong=wrong,
        single=draw(st.booleans()),
        accepted=tuple(draw(st.lists(_PEOPLE, max_size=2))),
        never_with=tuple(draw(st.lists(_PEOPLE, max_size=2))),
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
def events(draw: st.DrawFn) -> list[Fact]:
    """Three of one decade and two of another: they can be put in order and matched with years."""
    ships = draw(st.lists(_NAMES, min_size=5, max_size=5, unique_by=str.casefold))
    years = draw(st.permutations(range(1951, 1959)))[:3] + draw(st.permutations(range(1981, 1989)))
    return [
        fact(
            f"event-{at}",
            (f"The {ship} flew in ", answer(str(year), "year", f"When did the {ship} fly?",
             event=f"the flight of the {ship}"), "."),
        )
        for at, (ship, year) in enumerate(zip(ships, years, strict=False))
    ]  # fmt: skip


@st.composite
def crews(draw: st.DrawFn) -> list[Fact]:
    """Four who flew alone, and one ship with a crew of two: both are right there."""
    people = draw(
        st.permutations(("Ada Byrd", "Bek Stone", "Cy Oak", "Ada Li", "Bek Oak", "Cy Li"))
    )
    ships = ("Comet", "Comet", "Falcon", "Heron", "Osprey", "Petrel")
    return [
        fact(
            f"crew-{at}",
            (answer(person, "person", f"Who flew in the {ship}?", single=True),
             f" flew in the {ship} as number {at}."),
        )
        for at, (person, ship) in enumerate(zip(people, ships, strict=True))
    ]  # fmt: skip


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Packs that have something of every kind that is held to a property, and more by chance."""
    count = draw(st.integers(1, 8))
    by_chance = [draw(facts(number)) for number in range(count)]
    return pack(*by_chance, *draw(events()), *draw(crews()))
