"""What the phones' page does for who is in a hurry, behind a door, or without a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser

from game.live.settings import Settings
from tests.live import hosting
from tests.live.browsing import SMALL, faults, join, of_kind, open_phone, play
from tests.live.hosting import PIN, SECRET, Held
from tests.live.made import CALM

pytestmark = pytest.mark.slow

OPEN = Settings(go=False, calls=True, standing="top", names="free", pace="untimed")

# Each word of letters that stands on more than one line.
BROKEN = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (!parent.offsetParent || parent.closest(".unseen, option")) continue;
    for (const word of node.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const seen = [...range.getClientRects()].filter((box) => box.width > 0);
      if (new Set(seen.map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def test_a_tap_meant_for_go_answers_nothing(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, viewport=SMALL)
        live.order("start")
        await phone.view("question")
        # As a finger does it: at once, at a place, whatever is there.
        pressed = """() => {
            const plate = document.querySelector("[data-option='0']");
            plate.click();
            return plate.getAttribute("aria-pressed");
        }"""
        assert await phone.page.evaluate(pressed) == "false"
        await phone.page.wait_for_selector("main:not(.fresh)")
        assert await phone.page.evaluate(pressed) == "false", "it is drawn anew"
        await phone.stored()

    play(tmp_path, scene, OPEN, of_kind("choice"))


@pytest.mark.parametrize("shapes", [False, True])
def test_four_options_and_what_became_of_them_stand_on_a_small_phone(
    tmp_path: Path, shapes: bool
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, viewport=SMALL)
        live.order("settings", shapes=shapes)
        live.order("start")
        await phone.view("question")
        await phone.page.wait_for_selector("main:not(.fresh)")
        await phone.page.locator("[data-option='3']").click()
        await phone.stored()
        box = await phone.page.locator(".stored").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SMALL["height"]
        assert await phone.page.evaluate("window.scrollY") == 0
        assert await phone.page.evaluate(BROKEN) == []
        live.order("close")
        await phone.view("reveal")
        assert await phone.page.evaluate(BROKEN) == []

    play(tmp_path, scene, OPEN, of_kind("choice"))


@pytest.mark.parametrize("pace", ["window", "untimed"])
def test_a_class_that_stands_still_says_so_on_every_page(
    tmp_path: Path, pace: Literal["window", "untimed"]
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        teacher = await open_phone(browser, live, hash=f"teacher#{SECRET}")
        live.order("start")
        await phone.view("question")
        await teacher.page.get_by_role("button", name="Pause").click()
        await phone.page.locator("#clock.paused").get_by_text("Paused").wait_for()
        await teacher.page.locator("#paused").wait_for()
        await phone.page.reload()
        await phone.page.locator("#clock.paused").wait_for()
        live.order("resume")
        await phone.page.locator("#clock.paused").wait_for(state="detached")
        await teacher.page.locator("#paused").wait_for(state="hidden")

    play(tmp_path, scene, Settings(go=False, pace=pace), of_kind("choice"))


def test_a_refused_order_says_so_on_the_teachers_page_and_what_was_chosen_does_not_stand(
    tmp_path: Path,
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        teacher = await open_phone(browser, live, hash=f"teacher#{SECRET}")
        page = teacher.page
        await page.get_by_role("button", name="Rules of this class").click()
        live.order("start")
        await phone.view("question")
        await page.locator("#set_teams").select_option("2")
        await page.get_by_text("Teams are made before the first question.").wait_for()
        await page.locator("#set_teams").wait_for(state="detached")
        await page.locator("#set_change").select_option("no")
        await page.locator("#line").wait_for(state="hidden")
        assert teacher.wrong == []

    play(tmp_path, scene, Settings(go=False), of_kind("choice"))


def test_an_answer_that_a_lost_network_kept_back_is_told_to_be_late(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        await phone.page.context.set_offline(True)
        await phone.page.locator("[data-option='2']").click()
        live.order("close")
        await phone.page.context.set_offline(False)
        await phone.view("reveal")
        assert "the network was away" in await phone.text()

    play(tmp_path, scene, OPEN, of_kind("choice"))


def test_names_behind_locked_doors_are_not_to_be_pressed(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        live.order("lock")
        phone = await open_phone(browser, live)
        await phone.view("name")
        assert "The doors are locked" in await phone.text()
        assert await phone.page.locator(".pick:enabled, #own:enabled").count() == 0

    play(tmp_path, scene, OPEN)


def test_who_still_chooses_a_name_is_told_that_the_class_is_over(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await open_phone(browser, live)
        await phone.view("name")
        live.host.bye("over")
        await phone.view("bye")
        assert "The class is over" in await phone.text()

    play(tmp_path, scene, OPEN)


def test_letters_and_figures_of_a_keyboard_answer_unless_they_are_turned_off(
    tmp_path: Path,
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        desk = await join(browser, live, viewport={"width": 1280, "height": 720}, has_touch=False)
        keys = desk.page.keyboard
        live.order("start")
        await desk.view("question")
        await desk.page.wait_for_selector("main:not(.fresh)")
        await keys.press("c")
        await desk.page.wait_for_selector("[data-option='2'][aria-pressed=true]")
        await keys.press("2")
        await desk.page.wait_for_selector("[data-option='1'][aria-pressed=true]")
        await desk.stored()
        await desk.page.locator("#keys").uncheck()
        await desk.page.locator("main h1").focus()
        await keys.press("d")
        assert await desk.page.locator("[data-option='3'][aria-pressed=true]").count() == 0
        assert await faults(desk) == []

    play(tmp_path, scene, OPEN, of_kind("choice"))


def test_a_typed_answer_is_asked_for_in_its_language_where_the_page_speaks_another(
    tmp_path: Path,
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        russian = await join(browser, live, locale="ru", viewport=SMALL)
        english = await join(browser, live)
        live.order("start")
        await russian.view("question")
        assert "English" in await russian.page.locator("#tongue").inner_text()
        assert await faults(russian) == []
        await english.view("question")
        assert await english.page.locator("#tongue").count() == 0

    play(tmp_path, scene, OPEN, of_kind("typed"))


def test_no_example_of_a_number_can_be_the_answer(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        await phone.page.wait_for_selector("main:not(.fresh)")
        await phone.page.fill("#typed", "seventy")
        means = await phone.page.locator("#means").inner_text()
        assert "in figures" in means
        assert not any(sign.isdigit() for sign in means)

    play(tmp_path, scene, OPEN, of_kind("number"))


def test_a_clock_a_question_begins_with_what_the_class_was_told(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        clock = phone.page.locator("#clock")
        await clock.get_by_text("0:20").wait_for()
        assert "Read first" in await clock.inner_text()
        await clock.get_by_text("Time left").wait_for(timeout=30_000)
        await clock.get_by_text("0:19").wait_for()
        assert await phone.page.locator(".fuel").inner_text() == "Your fuel: 0"

    play(tmp_path, scene, replace(OPEN, pace="classic"), of_kind("choice"))


def test_what_was_told_of_a_question_is_not_told_of_the_next(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        # Who says nothing keeps the question open while it is looked at.
        await hosting.Phone.join(live.port)
        live.order("start")
        await phone.view("question")
        await phone.page.wait_for_selector("main:not(.fresh)")
        right = live.room.course.question.answer
        await phone.page.locator(f"[data-option='{right}']").click()
        await phone.stored()
        assert await phone.page.locator("#told").text_content() == "Your answer is stored."
        live.order("close")
        await phone.view("reveal")
        live.order("next")
        await phone.view("standing")
        live.order("next")
        await phone.view("question")
        assert await phone.page.locator("#told").text_content() == ""

    play(tmp_path, scene, OPEN, of_kind("choice"))


def test_after_a_class_a_phone_can_join_another(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        live.order("end")
        live.host.bye("over")
        await phone.view("end")
        assert "In orbit" not in await phone.text(), "it has not flown"
        other = phone.page.get_by_role("button", name="To the next round")
        await other.wait_for()
        assert await faults(phone) == []
        await other.click()
        await phone.view("pin")
        assert await phone.page.input_value("#pin") == ""

    play(tmp_path, scene, OPEN, of_kind("choice"))


def test_chosen_pairs_stand_whole_and_have_the_numbers_of_the_front(tmp_path: Path) -> None:
    (asked, *_) = of_kind("match")
    options = (asked.options[0] + " with a long end to be read", *asked.options[1:])
    made = [replace(asked, id=f"made/{number}#a/match", options=options) for number in range(3)]

    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, viewport=SMALL)
        live.order("start")
        await phone.view("question")
        await phone.page.wait_for_selector("main:not(.fresh)")
        await phone.page.locator("main select").first.select_option("0")
        whole = phone.page.locator(".whole:visible")
        assert await whole.inner_text() == options[0]
        labels = [
            one.strip() for one in await phone.page.locator(".pair label b").all_inner_texts()
        ]
        assert labels == [f"{number}." for number in range(1, len(asked.prompts) + 1)]
        assert await faults(phone) == []
        assert not await phone.stopped()

    play(tmp_path, scene, OPEN, tuple(made))


def test_why_it_is_so_comes_to_the_phone_with_the_screen_in_front(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        live.host.window = True
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        await phone.page.locator("[data-option='1']").click()
        await phone.stored()
        live.order("close")
        await phone.view("reveal")
        why = live.room.course.question.explanation
        assert why not in await phone.text()
        live.order("card", name="why")
        await phone.page.get_by_text(why, exact=True).first.wait_for()
        assert phone.wrong == []

    play(tmp_path, scene, CALM, of_kind("choice"))


def test_an_answer_that_is_not_sent_yet_has_no_tick(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone, _waited_for = await join(browser, live), await join(browser, live)
        live.order("start")
        await phone.view("question")
        await phone.page.context.set_offline(True)
        plate = phone.page.locator("[data-option='2']")
        await plate.click()
        await phone.page.locator("#line").get_by_text("Kept here").wait_for()
        await plate.locator(".check").wait_for(state="hidden")
        await phone.page.context.set_offline(False)
        await phone.stored()
        await plate.locator(".check").wait_for()

    play(tmp_path, scene, CALM, of_kind("choice"))


def test_the_code_of_the_next_round_leads_there_from_the_end_of_the_last_one(
    tmp_path: Path,
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        live.order("start")
        await phone.view("question")
        live.order("close")
        await phone.view("reveal")
        live.order("end", stays=True)
        await phone.view("end")
        await phone.page.evaluate("location.hash = ''")
        await phone.page.evaluate(f"location.hash = '{PIN}'")
        await phone.view("name")

    play(tmp_path, scene, CALM, of_kind("choice"))
