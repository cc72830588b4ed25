"""A pack, pages made of it, and a browser to play them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from game import languages
from game.workshop.html.page import page
from game.workshop.html.rounds import Flight, flights
from tests.workshop.banks import TODAY, bank_in
from tests.workshop.html.seat import Seat


@cache
def flown_in(language: str) -> tuple[Flight, ...]:
    return flights(bank_in(language), 2, 10, 1, TODAY)


@cache
def page_in(language: str) -> bytes:
    bank = bank_in(language)
    return page(bank.pack, flown_in(language), languages.catalogue(language), language)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as running:
        opened = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


Sit = Callable[..., Seat]


@pytest.fixture
def sit(browser: Browser, tmp_path: Path) -> Iterator[Sit]:
    """Open a page, in a window of a width and height in pixels; it must stay without a fault."""
    seats: list[Seat] = []

    def opened(made: bytes, size: tuple[int, int] = (1280, 800), *, motion: str = "reduce") -> Seat:
        file = tmp_path / "round.html"
        file.write_bytes(made)
        seats.append(Seat.at(browser, file, size, motion))
        return seats[-1]

    yield opened
    for seat in seats:
        seat.leave()
        assert seat.faults == []
        assert seat.fetched == [seat.address]
