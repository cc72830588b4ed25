"""The page on the phones, in a real browser against the real server."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser

from game.live.settings import Settings
from tests.live.browsing import (
    KINDS,
    SMALL,
    Phone,
    answer,
    browser,
    faults,
    join,
    letters,
    of_kind,
    one_of_each,
    open_phone,
    pictures,
    play,
)
from tests.live.hosting import SECRET, Held, held

pytestmark = pytest.mark.slow

OPEN = Settings(go=False, calls=True, standing="top", names="free", pace="untimed")


async def looked_at(phone: Phone, name: str, seen: dict[str, list[str]]) -> None:
    """Note what is wrong with a view that stands, in dark and in light."""
    wrong: list[str] = []
    for scheme in ("dark", "light"):
        await phone.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # The light look is for the sun, and has 7:1.
        wrong += await faults(phone, strictly=scheme == "light")
        if await phone.stopped():
            wrong.append(f"wider than the phone in {scheme}")
        where = pictures(f"{name}-{scheme}")
        if where:
            await phone.page.screenshot(path=where, full_page=True)
    if wrong:
        seen[name] = wrong


def test_axe_finds_nothing_on_any_view_of_a_game_with_every_kind(tmp_path: Path) -> None:
    asked = one_of_each()

    async def scene(live: Held, browser: Browser) -> None:
        wrong: dict[str, list[str]] = {}
        phone = await open_phone(browser, live, hash="", viewport=SMALL)
        await phone.view("pin")
        await looked_at(phone, "pin", wrong)
        await phone.page.fill("#pin", "000000")
        await phone.page.click("main .first")
        await phone.page.wait_for_selector("#error")
        await looked_at(phone, "pin-wrong", wrong)
        await phone.page.fill("#pin", "123 456")
        await phone.page.click("main .first")
        await phone.view("name")
        await looked_at(phone, "name", wrong)
        await phone.page.locator(".pick").first.click()
        await phone.view("lobby")
        await looked_at(phone, "lobby", wrong)
        live.order("start")
        missed = 0
        while True:
            view = await phone.view("question", "go", "hold", "key")
            if view == "go":
                await looked_at(phone, "go", wrong)
                await phone.page.locator(".nogo").click()
                await looked_at(phone, "went", wrong)
                live.order("next")
                await phone.view("question")
            elif view in ("hold", "key"):
                break
            question = live.room.course.question
            kind = question.kind
            await looked_at(phone, kind, wrong)
            if await phone.page.locator("#call").count():
                await phone.page.click("#call")
                await phone.page.wait_for_selector(".radio .strip")
                await looked_at(phone, f"{kind}-called", wrong)
            if kind == "choice":
                missed += 1
                await answer(phone, 1 if question.answer == 0 else 0)
            else:
                await answer(phone, question.answer)
            await phone.stored()
            await looked_at(phone, f"{kind}-stored", wrong)
            live.order("close")
            await phone.view("reveal")
            right = kind != "choice"
            assert await phone.page.locator(".verdict.recheck").count() == (not right)
            await looked_at(phone, f"{kind}-reveal", wrong)
            live.order("next")
            if await phone.view("standing", "question", "go", "hold", "key") == "standing":
                await looked_at(phone, "standing", wrong)
                live.order("next")
                await phone.page.wait_for_selector("body:not([data-view=standing])")
        assert missed == 1
        await phone.view("hold")
        await looked_at(phone, "hold", wrong)
        live.order("next")
        await phone.view("question")
        await looked_at(phone, "mend", wrong)
        await answer(phone, live.room.course.question.answer)
        await phone.stored()
        live.order("close")
        await phone.view("reveal")
        assert await phone.page.locator(".verdict.mended").count() == 1
        await looked_at(phone, "mended", wrong)
        live.order("next")
        await phone.view("key")
        await looked_at(phone, "key", wrong)
        live.order("next")
        await phone.view("launch")
        await looked_at(phone, "launch", wrong)
        live.order("launched")
        await phone.view("end")
        await looked_at(phone, "end", wrong)
        assert await phone.page.locator(".satellites li").count() == len(asked)
        assert wrong == {}
        assert phone.wrong == []

    play(tmp_path, scene, OPEN, asked)


def test_the_teachers_page_has_no_faults_and_drives_a_class(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        wrong: dict[str, list[str]] = {}
        phone = await join(browser, live)
        other = await join(browser, live)
        teacher = await open_phone(browser, live, hash=f"teacher#{SECRET}", viewport=SMALL)
        page = teacher.page
        await page.wait_for_selector("#next")
        await looked_at(teacher, "teacher", wrong)
        await page.get_by_role("button", name="Rules of this class").click()
        await looked_at(teacher, "teacher-rules", wrong)
        await page.locator("#set_change").select_option("no")
        await page.get_by_role("button", name="Back").click()
        await page.get_by_role("button", name="Learners").click()
        await looked_at(teacher, "teacher-people", wrong)
        assert await page.locator(".seats li").count() == 2
        await page.get_by_role("button", name="Back").click()
        await page.locator("#next").click()
        assert await phone.view("go", "question")
        await (
            page.get_by_role("button", name="Show the options")
            .or_(page.get_by_role("button", name="Close the question"))
            .wait_for()
        )
        if await phone.view("go", "question") == "go":
            await page.locator("#next").click()
        await phone.view("question")
        assert "cannot be changed" in await phone.text()
        # Nobody is shown a standing in which nobody has anything.
        right = live.room.course.question.answer
        await phone.page.locator(f"[data-option='{right}']").click()
        await phone.stored()
        await page.get_by_text("1 of 2 answered").wait_for()
        await looked_at(teacher, "teacher-asking", wrong)
        await page.get_by_role("button", name="Pause").click()
        await page.get_by_role("button", name="Go on with the clock").wait_for()
        await page.locator("#next").click()
        await page.get_by_text("Close the question?").wait_for()
        await looked_at(teacher, "teacher-close", wrong)
        await page.locator("#ask_do").click()
        await phone.view("reveal")
        await page.get_by_role("button", name="Show the standing").wait_for()
        await page.get_by_role("button", name="Learners").click()
        await page.locator(".seats summary").first.click()
        await page.get_by_role("button", name="Send away").first.click()
        await looked_at(teacher, "teacher-kick", wrong)
        assert live.room.players, "it is asked first"
        await page.locator("#ask_do").click()
        await phone.view("bye")
        await looked_at(phone, "kicked", wrong)
        await page.wait_for_function("document.querySelectorAll('.seats li').length === 1")
        await page.get_by_role("button", name="Back").click()
        await page.get_by_role("button", name="Launch now").click()
        await looked_at(teacher, "teacher-launch", wrong)
        await page.locator("#ask_do").click()
        assert await other.view("key")
        await page.get_by_role("button", name="Turn the key").wait_for()
        await page.get_by_role("button", name="End the class").click()
        await looked_at(teacher, "teacher-end", wrong)
        await page.locator("#ask_do").click()
        assert await other.view("bye", "end")
        await page.get_by_text("The class is over").wait_for()
        assert wrong == {}
        assert teacher.wrong == phone.wrong == []

    play(tmp_path, scene, OPEN)


@pytest.mark.parametrize("kind", KINDS)
def test_a_keyboard_alone_answers_each_kind(tmp_path: Path, kind: str) -> None:
    asked = of_kind(kind)

    async def scene(live: Held, browser: Browser) -> None:
        phone = await open_phone(browser, live, has_touch=False)
        keys = phone.page.keyboard
        await phone.view("name")
        await keys.press("Tab")
        await keys.press("Enter")
        await phone.view("lobby")
        live.order("start")
        await phone.view("question")
        question = live.room.course.question
        head = "document.activeElement.tagName"
        assert await phone.page.evaluate(head) == "H1", "the focus goes to the question"
        await phone.page.wait_for_selector("main:not(.fresh)")

        async def tab_to(selector: str) -> None:
            for _ in range(40):
                await keys.press("Tab")
                if await phone.page.evaluate(f"document.activeElement.matches({selector!r})"):
                    return
            raise AssertionError(f"Tab does not reach {selector}")

        if kind in ("typed", "number"):
            await tab_to("#typed")
            await keys.type(str(question.answer))
            await keys.press("Enter")
        elif kind == "match":
            assert isinstance(question.answer, tuple)
            for at, index in enumerate(question.answer):
                await tab_to(f"#m{at}")
                for _ in range(index + 1):
                    await keys.press("ArrowDown")
                    if await phone.page.evaluate("document.activeElement.value") == str(index):
                        break
            await tab_to("#send")
            await keys.press("Enter")
        elif kind == "order":
            before = await letters(phone)
            await tab_to(".line:nth-child(2) .move")
            await keys.press("Enter")
            assert await letters(phone) == before[1] + before[0] + before[2:]
            assert await phone.page.evaluate("document.activeElement.className") == "move"
            await tab_to("#send")
            await keys.press("Enter")
        else:
            await tab_to("[data-option='1']")
            await keys.press("Enter")
        await phone.stored()
        mine = next(iter(live.room.players.values())).given
        assert mine is not None
        if kind in ("typed", "number", "match"):
            assert mine.response == question.answer
        live.order("close")
        await phone.view("reveal")
        assert phone.wrong == []

    play(tmp_path, scene, OPEN, asked)


def test_a_phone_that_goes_offline_keeps_its_answer_and_comes_back_to_its_seat(
    tmp_path: Path,
) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live)
        await join(browser, live, viewport=SMALL)
        name = await phone.page.inner_text("main h1 bdi")
        live.order("start")
        if await phone.view("go", "question") == "go":
            live.order("next")
        await phone.view("question")
        await phone.page.context.set_offline(True)
        await phone.page.get_by_text("your seat is kept").wait_for()
        await phone.page.locator("[data-option='2']").click()
        assert "as soon as you are back" in await phone.text()
        await phone.page.context.set_offline(False)
        await phone.stored()
        assert await phone.page.locator("#line").is_hidden()
        seats = list(live.room.players.values())
        assert len(seats) == 2
        given = seats[0].given
        assert given is not None and (given.response, given.n) == (2, 1)
        assert await phone.page.inner_text(".who bdi") == name
        # And so does a page that was closed and opened again.
        again = await phone.page.context.new_page()
        await again.goto(f"http://127.0.0.1:{live.port}/")
        await again.wait_for_selector("[data-option='2'][aria-pressed=true]")
        assert await again.inner_text(".who bdi") == name
        await phone.view("bye")
        assert "another place" in await phone.text()

    play(tmp_path, scene, OPEN)


def test_a_host_that_dies_and_returns_finds_its_phones_again(tmp_path: Path) -> None:
    from game.records.class_log import unfinished

    async def run() -> None:
        async with browser() as opened:
            async with held(tmp_path, OPEN) as live:
                port = live.port
                phone = await join(opened, live)
                live.order("start")
                if await phone.view("go", "question") == "go":
                    live.order("next")
                await phone.view("question")
                await phone.page.locator("[data-option='1']").click()
                await phone.stored()
            await phone.page.get_by_text("Your seat is kept").wait_for()
            found = unfinished(tmp_path)
            assert found is not None
            path, kept = found
            async with held(tmp_path, OPEN, path=path, kept=kept, port=port) as live:
                await phone.page.locator("#line").wait_for(state="hidden")
                await phone.view("question")
                await phone.page.wait_for_selector("[data-option='1'][aria-pressed=true]")
                live.order("close")
                await phone.view("reveal")

    asyncio.run(run())


def test_a_seat_of_another_class_leads_to_its_doors(tmp_path: Path) -> None:
    async def run() -> None:
        async with browser() as opened:
            async with held(tmp_path / "one", OPEN) as live:
                port = live.port
                phone = await join(opened, live)
            async with held(tmp_path / "other", OPEN, port=port) as live:
                await phone.view("name")
                assert "Join once more" in await phone.text()
                await phone.page.locator(".pick").first.click()
                await phone.view("lobby")
                assert len(live.room.players) == 1

    asyncio.run(run())


def test_a_phone_that_forbids_storage_plays_all_the_same(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        context = await browser.new_context()
        await context.add_init_script(
            "Object.defineProperty(window, 'localStorage',"
            " { get() { throw new DOMException('no', 'SecurityError'); } });"
        )
        phone = Phone(await context.new_page())
        await phone.page.goto(f"http://127.0.0.1:{live.port}/#123456")
        await phone.view("name")
        await phone.page.locator(".pick").first.click()
        await phone.view("lobby")
        await phone.page.reload()
        await phone.view("lobby")
        assert len(live.room.players) == 1

    play(tmp_path, scene, OPEN)


def test_the_page_speaks_the_phones_language_and_can_be_switched(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, locale="kk-KZ")
        page = phone.page
        assert await page.get_attribute("html", "lang") == "kk"
        assert "Үлкен экранға қара" in await phone.text()
        await page.locator("#language").select_option("ru")
        await page.get_by_text("Смотри на большой экран").wait_for()
        assert "Язык вопросов: English" in await phone.text()
        await page.locator("#language").select_option("en")
        await page.get_by_text("Look at the screen in front").wait_for()
        assert "Language of the questions" not in await phone.text()
        await page.locator("#language").select_option("ru")
        await page.reload()
        await page.get_by_text("Смотри на большой экран").wait_for()

    play(tmp_path, scene, OPEN)


def test_hostile_names_and_texts_break_no_layout_and_run_nothing(tmp_path: Path) -> None:
    from dataclasses import replace

    bad = "W" * 60 + "<img src=x onerror=alert(1)> \u202eevil\u202c \u200bالعربية 🚀 "
    asked = tuple(
        replace(one, prompt=bad * 2, options=(bad, "<b>x</b>", "\u202eabc", "Ж" * 80))
        for one in of_kind("choice")
    )

    async def scene(live: Held, browser: Browser) -> None:
        phone = await open_phone(browser, live, viewport=SMALL)
        await phone.view("name")
        await phone.page.fill("#own", "<b>" + "Щ" * 12 + "</b>")
        await phone.page.get_by_role("button", name="Take this name").click()
        await phone.view("lobby")
        assert "<b>ЩЩЩ" in await phone.text()
        live.order("start")
        await phone.view("question")
        assert await phone.page.locator("main img, main b").count() == 0
        assert not await phone.stopped()
        await phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert not await phone.stopped()
        assert phone.wrong == []

    play(tmp_path, scene, OPEN, asked)


def test_a_number_is_said_back_as_it_is_meant_before_it_is_sent(tmp_path: Path) -> None:
    asked = of_kind("number")

    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, locale="kk")
        live.order("start")
        await phone.view("question")
        for typed, meant in (
            ("76 500", "76\u00a0500"),
            ("76,500", "76\u00a0500"),
            ("7,5", "7,5"),
            ("7.5", "7,5"),
            ("-3", "-3"),
        ):
            await phone.page.fill("#typed", typed)
            assert meant in await phone.page.locator("#means").text_content(), typed  # type: ignore[operator]
        await phone.page.fill("#typed", "about ten")
        await phone.page.click("#send")
        assert next(iter(live.room.players.values())).given is None
        await phone.page.fill("#typed", "1 234,5")
        await phone.page.click("#send")
        await phone.stored()
        given = next(iter(live.room.players.values())).given
        assert given is not None and given.response == 1234.5

    play(tmp_path, scene, OPEN, asked)


def test_a_team_is_chosen_and_a_name_that_is_taken_is_not_had(tmp_path: Path) -> None:
    settings = Settings(go=False, teams=2, dealt="chosen", names="free")

    async def scene(live: Held, browser: Browser) -> None:
        wrong: dict[str, list[str]] = {}
        for at in range(2):
            phone = await open_phone(browser, live, viewport=SMALL)
            await phone.view("name")
            await phone.page.fill("#own", "Aigerim")
            take = phone.page.get_by_role("button", name="Take this name")
            await take.click()
            focused = "document.activeElement.type"
            assert await phone.page.evaluate(focused) == "radio", "no team was chosen yet"
            assert "First choose your team" in await phone.text()
            await looked_at(phone, f"no-team-{at}", wrong)
            await phone.page.get_by_role("radio").nth(1).check()
            assert "First choose your team" not in await phone.text()
            await take.click()
            if at == 1:
                await phone.page.get_by_text("Somebody has this name already").wait_for()
                assert await phone.page.get_by_role("radio").nth(1).is_checked()
                await looked_at(phone, "name-taken", wrong)
                await phone.page.locator(".pick").first.click()
            await phone.view("lobby")
            assert "Your team" in await phone.text()
        live.order("lock")
        late = await open_phone(browser, live)
        await late.page.get_by_text("The doors are locked").wait_for()
        live.order("unlock")
        await late.page.get_by_role("button", name="Try again").click()
        await late.page.get_by_text("The doors are locked").wait_for(state="detached")
        assert wrong == {}

    play(tmp_path, scene, settings)


def test_shapes_alone_say_nothing_of_the_question_and_can_be_answered(tmp_path: Path) -> None:
    asked = of_kind("choice")

    async def scene(live: Held, browser: Browser) -> None:
        wrong: dict[str, list[str]] = {}
        phone = await join(browser, live, viewport=SMALL)
        live.order("settings", shapes=True)
        live.order("start")
        await phone.view("question")
        shown = await phone.text()
        assert "screen in front" in shown
        assert not any(option in shown for option in asked[0].options)
        button = phone.page.get_by_role("button", name="Answer B")
        await looked_at(phone, "shapes", wrong)
        await button.click()
        await phone.stored()
        assert wrong == {}

    play(tmp_path, scene, OPEN, asked)


def test_what_is_pressed_is_large_and_apart(tmp_path: Path) -> None:
    async def scene(live: Held, browser: Browser) -> None:
        phone = await join(browser, live, viewport=SMALL)
        live.order("start")
        if await phone.view("go", "question") == "go":
            live.order("next")
        await phone.view("question")
        for one in await phone.page.locator("button:visible, select:visible").all():
            box = await one.bounding_box()
            assert box is not None
            assert box["height"] >= 48 and box["width"] >= 48, await one.inner_text()

    play(tmp_path, scene, OPEN)
