"""A whole live class: the window, its host, and three phones in a real browser, to the launch."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.screens.player import Line, Player, settled

SOON_MS = 1_500


@pytest.fixture
def browser(chromium: str) -> Iterator[Browser]:
    """The browser that learners have."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


def joined(browser: Browser, url: str, pin: str, **more: Any) -> Page:
    """A phone that came by the QR code and took the first name."""
    page = browser.new_context(has_touch=True, **more).new_page()
    page.goto(f"{url}#{pin}")
    page.locator(".pick").first.click()
    page.wait_for_selector("body[data-view=lobby]")
    return page


def view(page: Page) -> str:
    """What stands on a phone."""
    return page.get_attribute("body", "data-view") or ""


def answer(page: Page) -> None:
    """Say GO or answer what stands, if anything does; the question may close meanwhile."""
    with suppress(TimeoutError):
        _answer(page)


def _answer(page: Page) -> None:
    if view(page) == "go":
        page.locator("main button").last.click(timeout=SOON_MS)
    elif view(page) == "question" and not page.locator("#main [aria-pressed=true]").count():
        options = page.locator("[data-option]")
        if options.count():
            options.first.click(timeout=SOON_MS)
        elif page.locator("#main input").count():
            page.locator("#main input").first.fill("1957", timeout=SOON_MS)
        send = page.locator("#send")
        if send.count() and send.is_enabled(timeout=SOON_MS):
            send.click(timeout=SOON_MS)


@pytest.mark.slow
def test_three_phones_and_the_window_play_a_class_to_its_launch(
    display: str, tmp_path: Path, browser: Browser
) -> None:
    with Player(display, tmp_path) as player:
        player.wait_for("title")
        player.click("Choose")
        player.wait("On phones", lambda now: "On phones" in now.get("places", {}))
        player.click("On phones")
        time.sleep(0.3)
        player.leave("choose", lambda: player.click("Fly"))
        doors = player.wait("the doors", lambda now: bool(now.get("pin")))
        url, pin = doors["url"], doors["pin"]
        narrow = joined(browser, url, pin, viewport={"width": 320, "height": 568})
        kazakh = joined(browser, url, pin, locale="kk-KZ", viewport={"width": 390, "height": 844})
        leaves = joined(browser, url, pin, viewport={"width": 844, "height": 390})
        assert kazakh.get_attribute("html", "lang") == "kk"
        phones = [narrow, kazakh, leaves]
        player.wait("three names", lambda now: len(now.get("people", ())) == 3)
        player.leave("live-lobby", lambda: player.press("Return"))
        away = False
        until = time.monotonic() + 600
        while (line := now(player))["screen"] != "live-key":
            assert time.monotonic() < until, line
            if line["screen"] in ("live-question", "live-go"):
                if line["t"] == 3 and not away:
                    leaves.context.set_offline(True)
                    away = True
                for phone in phones:
                    if not (away and phone is leaves):
                        answer(phone)
                time.sleep(0.2)
                if away and line["t"] <= 2:
                    leaves.context.set_offline(False)
                    away = False
            else:
                player.press("Next")
                time.sleep(0.3)
        leaves.context.set_offline(False)
        player.leave("live-key", lambda: player.press("Next"))
        player.leave("live-launch", lambda: player.press("Next"))
        player.leave("live-podium", lambda: player.press("Next"))
        end = player.wait("the end", lambda now: bool(now.get("finishers")))
        assert len(end["finishers"]) == 3
        for phone in phones:
            phone.wait_for_selector("body[data-view=end]", timeout=60_000)


def now(player: Player) -> Line:
    """What stands in the window, at rest."""
    return player.wait("the class", settled)
