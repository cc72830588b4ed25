"""A class whose lesson ends before its last question: it flies with what was asked, or ends."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import Path

import openpyxl
import pytest

from game import languages
from game.live import ending, report
from game.live.settings import Settings
from game.rounds.saved import from_json
from tests.live.hosting import PATIENCE_S, SECRET, Phone, held
from tests.live.made import CALM, Class


def _one_asked() -> Class:
    """A class that has answered one of its four questions, and whose second one is open."""
    live = Class(CALM)
    one = live.join()
    live.order("start")
    live.answer(one, 0)
    live.order("close")
    live.order("next")
    return live


def test_a_class_can_launch_with_what_was_asked_so_far() -> None:
    live = _one_asked()
    (player,) = live.room.players.values()
    live.answer(player, 1)
    live.order("launch")
    assert live.phase == "key"
    assert live.last(player, "key")
    live.order("next")
    live.order("launched")
    end = live.last(player, "end")
    assert (end["right"], end["of"], end["fuel"], end["flown"]) == (1, 1, 100, True)
    assert end["again"] == []
    (finished,) = live.told("finished")
    assert [one["of"] for one in finished["questions"]] == [1]


def test_what_was_never_asked_stands_nowhere_in_the_report(tmp_path: Path) -> None:
    live = _one_asked()
    live.order("skip")
    (player,) = live.room.players.values()
    live.answer(player, 1)
    live.order("close")
    live.order("launch")
    live.order("next")
    live.order("launched")
    (told,) = live.told("report")
    asked = live.room.course.sitting.round.asked
    prompts = [asked[0].question.prompt, asked[2].question.prompt]
    assert [(one["prompt"], one["of"]) for one in told["questions"]] == [
        (prompts[0], 1), (prompts[1], 1),
    ]  # fmt: skip
    (learner,) = told["learners"]
    assert [answer["how"] for answer in learner["answers"]] == ["right", "wrong"]
    made = ending.report_of(told, "Made", "2026-01-01")
    files, _ = report.keep(tmp_path, made, languages.catalogue("en"), 1)
    book = openpyxl.load_workbook(files[0])
    numbered = [f"{at}. {prompt}" for at, prompt in enumerate(prompts, 1)]
    assert [row[0].value for row in book["By question"]][1:] == numbered
    assert [cell.value for cell in book["By learner"][1]][5:] == numbered
    for path in files[1:]:
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
        assert len(rows) == (2 if "learners" in path.name else 3)


@pytest.mark.parametrize("moment", ["asking", "explaining", "hold"])
def test_a_class_can_launch_from_wherever_the_bell_finds_it(moment: str) -> None:
    live = Class(CALM)
    one = live.join()
    live.order("start")
    live.answer(one, 1)
    while live.phase != moment:
        live.order("next")
    live.order("launch")
    assert live.phase == "key"
    assert from_json(live.told("round")[-1]["round"]).phase == "key"


def test_a_class_can_launch_from_go_and_while_it_is_paused() -> None:
    live = Class(Settings(standing="none"))
    live.join()
    live.order("start")
    while live.phase != "go":
        live.order("next")
    live.order("pause")
    live.order("launch")
    assert live.phase == "key"
    assert live.room.state()["paused"] is False


def test_what_has_not_begun_does_not_launch_and_what_flies_flies_on() -> None:
    live = Class(CALM)
    live.join()
    live.order("launch")
    assert live.phase == "lobby"
    assert live.told("problem")
    live.order("start")
    live.order("launch")
    live.order("next")
    live.order("launch")
    assert live.phase == "launch"


def test_a_phone_is_told_whether_its_class_has_flown() -> None:
    live = _one_asked()
    (player,) = live.room.players.values()
    live.order("end")
    assert live.last(player, "end")["flown"] is False


@pytest.mark.parametrize("by", ["window", "phone"])
def test_who_has_ended_a_class_is_told(tmp_path: Path, by: str) -> None:
    async def scene() -> None:
        async with held(tmp_path) as live:
            teacher = await Phone.connect(live.port)
            await teacher.say(t="hello", v=1, secret=SECRET)
            await teacher.hear("teacher")
            live.order("start")
            if by == "phone":
                await teacher.say(t="order", do="end")
                async with asyncio.timeout(PATIENCE_S):
                    while not live.told("ended"):
                        await asyncio.sleep(0.02)
            else:
                live.order("end")
            await asyncio.sleep(0.1)
            assert live.told("ended") == [{"event": "ended", "by": by, "flown": False}]
            names = [event["event"] for event in live.events]
            assert names.index("finished") < names.index("ended")

    asyncio.run(scene())
