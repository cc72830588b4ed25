"""Phones with a real browser, in the loop of a test, beside the real server of `hosting`."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page, async_playwright

from game.bank.question import Kind, Question
from game.live.settings import Settings
from tests.conftest import program
from tests.live.hosting import PIN, Held, held
from tests.live.made import bank

KINDS: tuple[Kind, ...] = (
    *("choice", "true-false", "typed", "number", "order", "match", "odd-one-out"),
    *("who-said", "picture"),
)
SMALL = {"width": 320, "height": 568}
USUAL = {"width": 390, "height": 844}


@cache
def one_of_each() -> tuple[Question, ...]:
    """A countdown with a question of every kind, in the order of KINDS."""
    return tuple(next(bank().questions(kind)) for kind in KINDS)


@cache
def of_kind(kind: Kind, count: int = 3) -> tuple[Question, ...]:
    """A countdown of one kind alone."""
    found = bank().questions(kind)
    return tuple(replace(next(found), id=f"made/{number}#a/{kind}") for number in range(count))


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """The browser that learners have."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        await opened.close()


class Phone:
    """A phone with the page on it. `wrong` has what its script complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        # A network that is gone is told there, too, and is no fault of the page.
        page.on(
            "console",
            lambda told: (
                self.wrong.append(told.text)
                if told.type == "error" and "WebSocket" not in told.text
                and "ERR_INTERNET" not in told.text
                else None
            ),
        )  # fmt: skip

    async def view(self, *names: str) -> str:
        """Wait until one of those views stands; gives which."""
        wanted = ",".join(f"body[data-view={name}]" for name in names)
        await self.page.wait_for_selector(wanted, timeout=15_000)
        return await self.page.get_attribute("body", "data-view") or ""

    async def text(self) -> str:
        """All that is seen in the middle."""
        return await self.page.inner_text("main")

    async def stored(self) -> None:
        """Wait until the answer is acknowledged; where all have answered, the close may be sooner
        seen than the word of it."""
        told = "#status .cell.full, body[data-view=reveal]"
        await self.page.wait_for_selector(told, timeout=15_000)

    async def stopped(self) -> bool:
        """Whether all fits the width of the phone."""
        wide: bool = await self.page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth"
        )
        return wide


async def open_phone(browser: Browser, live: Held, hash: str = f"#{PIN}", **more: Any) -> Phone:
    """A phone that has come by the QR code."""
    options = {"viewport": USUAL, "has_touch": True, "locale": "en-GB", **more}
    context = await browser.new_context(**options)
    phone = Phone(await context.new_page())
    await phone.page.goto(f"http://127.0.0.1:{live.port}/{hash}")
    return phone


async def join(browser: Browser, live: Held, **more: Any) -> Phone:
    """A phone that has taken the first name."""
    phone = await open_phone(browser, live, **more)
    await phone.view("name")
    await phone.page.locator(".pick").first.click()
    await phone.view("lobby", "question", "go")
    return phone


def play(
    data: Path,
    scene: Callable[[Held, Browser], Awaitable[None]],
    settings: Settings,
    asked: tuple[Question, ...] | None = None,
) -> None:
    """Hold a class of those questions, and play a scene in it with a browser."""

    async def run() -> None:
        async with held(data, settings, asked=asked) as live, browser() as opened:
            await scene(live, opened)

    asyncio.run(run())


async def answer(phone: Phone, response: object) -> None:
    """Answer what stands, as a thumb does."""
    page = phone.page
    if isinstance(response, int) and await page.locator("[data-option]").count():
        await page.locator(f"[data-option='{response}']").click()
    elif isinstance(response, tuple) and await page.locator("main select").count():
        for at, index in enumerate(response):
            await page.locator("main select").nth(at).select_option(str(index))
        await page.locator("#send").click()
    elif isinstance(response, tuple):
        await put_in_order(phone, response)
        await page.locator("#send").click()
    else:
        await page.locator("#typed").fill(str(response))
        await page.locator("#send").click()


async def put_in_order(phone: Phone, wanted: tuple[int, ...]) -> None:
    """Move the lines of an order until they stand as wanted, by its buttons."""
    for at, index in enumerate(wanted):
        while await letters(phone) != "" and (await letters(phone)).index("ABCDEFGH"[index]) > at:
            now = (await letters(phone)).index("ABCDEFGH"[index])
            await phone.page.locator(".line").nth(now).locator(".move").first.click()


async def letters(phone: Phone) -> str:
    """The letters of an order's lines, from the top."""
    found: list[str] = await phone.page.locator(".line .sign text").all_text_contents()
    return "".join(found)


async def faults(phone: Phone, *, strictly: bool = False) -> list[str]:
    """What axe-core finds wrong with what stands now; strictly with 7:1 for every text."""
    # The page lets nobody run a text as a script, and axe comes as one; the tool's own way in is
    # outside of that.
    enhanced = {"rules": {"color-contrast-enhanced": {"enabled": True}}} if strictly else {}
    results = await Axe().run(phone.page, options={"resultTypes": ["violations"], **enhanced})
    found = results.response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary'][:200]}"
        for one in found
    ]


def pictures(name: str) -> Path | None:
    """Where pictures of a test go, if T_MINUS_PICTURES names a folder."""
    folder = os.environ.get("T_MINUS_PICTURES")
    return Path(folder) / f"{name}.png" if folder else None
