"""Somebody who plays a page in a browser, with the keyboard alone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

_STATE = """() => {
  const has = (what) => document.querySelector("#main " + what) !== null;
  const stage = document.body.dataset.stage;
  if (stage === "orbit" || stage === "flight") return stage;
  if (has(".goplate")) return "go";
  if (has(".field")) return "written";
  if (has("select")) return "match";
  if (has(".move")) return "order";
  if (has(".plate")) return "options";
  if (has(".keybar")) return "told";
  if (has("h1.poster.amber")) return "hold";
  return stage === "rollout" ? "start" : "key";
}"""
_MOST_STEPS = 40
HYPHEN = "\N{SOFT HYPHEN}"
"""What parts a long word in a narrow window."""


@dataclass(slots=True)
class Seat:
    """A page that is open; `faults` are what it complained of, `fetched` what it asked for."""

    page: Page
    address: str
    data: dict[str, Any]
    faults: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, browser: Browser, file: Path, size: tuple[int, int], motion: str) -> Seat:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            reduced_motion=cast(Literal["reduce", "no-preference"], motion),
        )
        page = context.new_page()
        text = file.read_text(encoding="utf-8")
        found = re.search(r'id="data">(.*?)</script>', text, re.DOTALL)
        assert found is not None
        seat = cls(page, file.as_uri(), json.loads(found[1]))
        page.on("console", lambda message: seat.faults.append(message.text))
        page.on("pageerror", lambda error: seat.faults.append(str(error)))
        page.on("dialog", lambda dialog: seat.faults.append(dialog.message))
        page.on("request", lambda request: seat.fetched.append(request.url))
        page.goto(f"{seat.address}#7")
        return seat

    def leave(self) -> None:
        self.page.context.close()

    @property
    def state(self) -> str:
        """Which screen stands: start, go, options, written, match, order, told, hold, key, flight
        or orbit."""
        return str(self.page.evaluate(_STATE))

    @property
    def text(self) -> str:
        return self.page.inner_text("#main").replace(HYPHEN, "")

    @property
    def question(self) -> dict[str, Any]:
        """The question that stands now, as the page's data has it."""
        prompt = (self.page.text_content("#stem") or "").replace(HYPHEN, "")
        written = self.state == "written"
        return next(
            one
            for one in self.data["questions"]
            if one["prompt"] == prompt and (one["kind"] in ("typed", "number")) == written
        )

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def tab_to(self, selector: str) -> None:
        """Go with Tab to the first thing that the selector names."""
        for _ in range(_MOST_STEPS):
            if self.page.evaluate(
                "(what) => document.activeElement === document.querySelector(what)", selector
            ):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to {selector}")

    def go_on(self) -> None:
        """Press the first button."""
        self.tab_to("#main .first")
        self.press("Enter")

    def answer(self, *, right: bool) -> None:
        """Answer what stands, with keys alone."""
        state, question = self.state, self.question
        if state == "options":
            wrong = (question["answer"] + 1) % len(question["options"])
            self.tab_to("#main .plate")
            self.press("ArrowDown", question["answer"] if right else wrong)
            self.press("Enter")
        elif state == "written":
            self.tab_to("#main .field")
            self.page.keyboard.type(str(question["answer"]) if right else "4")
            self.press("Enter")
        elif state == "match":
            for at, option in enumerate(question["answer"]):
                self.tab_to(f"#match{at}")
                self.press("ArrowDown", 1 + (option if right else 0))
            self.go_on()
        else:
            self._sort(question["answer"] if right else question["answer"][::-1])
            self.go_on()

    def _sort(self, wanted: list[int]) -> None:
        options = self.question["options"]
        for place, option in enumerate(wanted):
            shown = self.page.locator("#main .what").all_inner_texts()
            lines = [line.replace(HYPHEN, "") for line in shown]
            at = lines.index(options[option])
            if at > place:
                self.tab_to(f"#main li:nth-child({at + 1}) [data-step='-1']")
                self.press("Enter", at - place)

    def problems(self) -> list[str]:
        """What axe finds wrong with the page as it stands."""
        found = Axe().run(self.page)
        return [
            f"{one['id']}: {[node['html'] for node in one['nodes']]}"
            for one in found.response["violations"]
        ]

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def covered(self) -> list[str]:
        """The texts that an ornament of their card is drawn over."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll(".horns")].flatMap(horn => {
                const a = horn.getBoundingClientRect(), over = [];
                const texts = document.createTreeWalker(horn.parentNode, NodeFilter.SHOW_TEXT);
                while (a.width && texts.nextNode()) {
                    const range = document.createRange();
                    range.selectNodeContents(texts.currentNode);
                    for (const b of range.getClientRects())
                        if (a.left < b.right && b.left < a.right
                            && a.top < b.bottom && b.top < a.bottom)
                            over.push(texts.currentNode.data);
                }
                return over;
            })"""
        )
        return found
