"""The page of rounds: played in a real browser, from its first screen to orbit."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from game import languages, paths
from game.bank.question import Question
from game.workshop.html.page import page
from game.workshop.html.rounds import Flight, flights
from tests.workshop.banks import TODAY, bank_in
from tests.workshop.html.conftest import Sit, flown_in, page_in
from tests.workshop.html.seat import HYPHEN, Seat

EVIL = "</script><img src=x onerror=\"alert('x')\"><!--<script>{prompt}@@data@@\u2028"


def play(seat: Seat, *, right: bool, look: bool = False) -> list[str]:
    """Play until orbit, every answer right or all but the mends wrong; gives the states seen."""
    seen: list[str] = []
    for _ in range(80):
        state = seat.state
        if look and state not in seen:
            assert seat.problems() == [], state
            assert seat.overflow() <= 0, state
        seen.append(state)
        if state == "orbit":
            return seen
        if state == "go":
            seat.tab_to("#main .nogo")
            seat.press("Enter")
        elif state in ("options", "written", "match", "order"):
            seat.answer(right=right)
        elif state == "flight":
            seat.tab_to("#main .second")
            seat.press("Enter")
        else:
            seat.go_on()
    raise AssertionError(f"no orbit: {seen}")


@pytest.mark.slow
def test_a_round_is_played_with_the_keyboard_alone(sit: Sit) -> None:
    seat = sit(page_in("en"))
    seen = play(seat, right=True)
    assert seen.count("told") == 10 and "hold" not in seen
    assert "1000" in seat.text


@pytest.mark.slow
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_screen_can_be_used_by_everybody_on_a_narrow_phone(sit: Sit, language: str) -> None:
    seat = sit(page_in(language), (320, 640))
    assert seat.page.get_attribute("html", "lang") == language
    seen = play(seat, right=False, look=True)
    assert seen.count("told") > 10 and "hold" in seen


@pytest.mark.parametrize("size", [(1000, 750), (1280, 800)])
def test_no_ornament_is_drawn_through_the_words(sit: Sit, size: tuple[int, int]) -> None:
    seat = sit(page_in("kk"), size)
    for _ in range(4):
        assert seat.covered() == [], seat.state
        if seat.state == "options":
            seat.answer(right=True)
        else:
            seat.go_on()


def test_what_is_missed_comes_back_in_another_form_and_is_mended(sit: Sit) -> None:
    seat = sit(page_in("en"))
    seat.go_on()
    asked = seat.question
    seat.answer(right=False)
    assert asked["key"] in seat.text
    while seat.state not in ("hold", "orbit"):
        if seat.state == "told":
            seat.go_on()
        elif seat.state == "go":
            seat.press("Tab", 2)
            seat.press("Enter")
        else:
            seat.answer(right=True)
    seat.go_on()
    assert seat.question["label"] == asked["label"] and seat.question != asked
    seat.answer(right=True)
    seat.go_on()
    assert seat.state == "key"
    seat.go_on()
    assert "950" in seat.text and asked["label"] in seat.text


@pytest.mark.slow
def test_a_call_costs_ten_and_is_read_out(sit: Sit) -> None:
    seat = sit(page_in("en"))
    seat.go_on()
    hint = seat.question["hints"][0]["text"]
    seat.tab_to("#main .second")
    seat.press("Enter")
    told = seat.page.locator("[role=status]#strip")
    assert hint in (told.text_content() or "")
    seat.answer(right=True)
    assert "90" in seat.text


@pytest.mark.slow
def test_a_flight_shows_unless_motion_is_unwelcome(sit: Sit) -> None:
    seat = sit(page_in("en"), motion="no-preference")
    seen = play(seat, right=True)
    assert seen[-2:] == ["flight", "orbit"]


@pytest.mark.slow
def test_the_same_number_in_the_address_gives_the_same_round(sit: Sit) -> None:
    one, other = sit(page_in("en")), sit(page_in("en"))
    for seat in (one, other):
        seat.go_on()
    assert one.question == other.question


def test_the_page_may_run_only_its_own_script_and_load_nothing() -> None:
    text = page_in("en").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    rules = policy[1].replace("&#x27;", "'").split("; ")
    assert rules[0] == "default-src 'none'"
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in rules
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", text)
    assert "innerHTML" not in text and "insertAdjacent" not in text


def test_the_script_is_one_that_older_browsers_read() -> None:
    """Nothing that came after ES2018."""
    text = "".join(path.read_text() for path in (paths.assets() / "page").glob("*.js"))
    newer = r"\?\.[a-z\[(]|\?\?|\.(?:at|flat|flatMap|replaceAll|matchAll|fromEntries)\(|#\w+\("
    assert re.findall(newer, text) == []


def test_a_page_holds_little_beside_its_pictures() -> None:
    made = page(bank_in("en").pack, flown_in("en"), languages.catalogue("en"), "en")
    assert len(made) < 150_000


def test_the_same_rounds_give_the_same_file() -> None:
    again = flights(bank_in("en"), 2, 10, 1, TODAY)
    assert page(bank_in("en").pack, again, languages.catalogue("en"), "en") == page_in("en")


def _evil(question: Question) -> Question:
    return replace(
        question,
        prompt=question.prompt + EVIL,
        options=tuple(f"{text}{EVIL}" for text in question.options),
        prompts=tuple(f"{text}{EVIL}" for text in question.prompts),
        hints=tuple(replace(hint, text=EVIL) for hint in question.hints),
        feedback=tuple(EVIL for _ in question.feedback),
        explanation=EVIL,
        why=EVIL,
        label=EVIL,
        unit=EVIL,
    )


@pytest.mark.slow
def test_what_a_pack_says_stays_text(sit: Sit) -> None:
    pack = replace(bank_in("en").pack, title=EVIL, came_from=EVIL)
    pack = replace(pack, sources=tuple(replace(s, publisher=EVIL) for s in pack.sources))
    flown = tuple(
        Flight(
            tuple(map(_evil, one.questions)),
            one.offers_go,
            tuple(map(_evil, one.mends)),
            tuple(map(_evil, one.spares)),
        )
        for one in flown_in("en")
    )
    seat = sit(page(pack, flown, languages.catalogue("en"), "en"))
    play(seat, right=False)
    assert "onerror" in seat.text
    assert seat.page.locator("img").count() == 0


@pytest.mark.slow
def test_enter_begins_a_round_where_nothing_has_the_focus(sit: Sit) -> None:
    seat = sit(page_in("en"))
    seat.page.keyboard.press("Enter")
    assert seat.state != "start"


@pytest.mark.slow
def test_in_a_low_window_the_help_stands_under_a_question_without_scrolling(sit: Sit) -> None:
    seat = sit(page_in("en"), (1024, 640))
    seen = 0
    for _ in range(30):
        if seat.state == "start":
            seat.page.keyboard.press("Enter")
        elif seat.state == "options":
            box = seat.page.locator("#main form > .row").bounding_box()
            assert box is not None and box["y"] + box["height"] <= 640, seat.text
            seen += 1
            seat.answer(right=True)
        elif seat.state == "go":
            seat.page.locator(".nogo").click()
        elif seat.state in ("written", "match", "order"):
            seat.answer(right=True)
        else:
            seat.go_on()
        if seen == 4:
            return
    assert seen


@pytest.mark.slow
def test_a_word_that_is_too_long_for_its_line_is_parted_at_syllables(sit: Sit) -> None:
    seat = sit(page_in("ru"), (320, 640))
    for word, made in {
        "ПИЛОТИРУЕМЫЙ": "ПИ-ЛО-ТИ-РУЕ-МЫЙ",
        "Ключевская": "Клю-чевс-кая",
        "объединение": "объе-ди-не-ние",
        "Қазақстанның": "Қа-зақс-тан-ның",
    }.items():
        assert seat.page.evaluate("word => parted(word)", word).replace(HYPHEN, "-") == made
    long = "Тысячадевятьсотшестьдесятпервый полёт"
    seat.page.evaluate("text => show('check', el('h1', {}, text))", long)
    shown = str(seat.page.text_content("h1"))
    assert HYPHEN in shown.split()[0] and shown.split()[1] == "полёт"
    assert shown.replace(HYPHEN, "") == long


@pytest.mark.slow
def test_of_a_statement_the_page_says_whether_it_is_true(sit: Sit) -> None:
    seat = sit(page_in("en"))
    for _ in range(40):
        kind = seat.page.evaluate("state && state.queue[state.at] ? question().kind : ''")
        if seat.state == "told" and kind == "true-false":
            break
        if seat.state == "go":
            seat.tab_to("#main .nogo")
            seat.press("Enter")
        elif seat.state in ("options", "written", "match", "order"):
            seat.answer(right=True)
        else:
            seat.go_on()
    assert re.search("The statement is (true|false)", seat.text)
