"""A class that was cut short is offered again, with what it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from game.records.class_log import AnswerRow, Head, Row, SeatRow, StepRow, new_log
from game.screens import live_flow
from game.screens.live_cut_short import CutShortScreen
from game.screens.studio import Studio
from game.screens.title import TitleScreen
from game.ui.pilot import Pilot
from game.ui.widgets import Button

ROWS = (
    SeatRow("p1", "00ff", "Blue Comet", "", 0, 1.0),
    SeatRow("p2", "00fe", "Swift Saiga", "", 0, 1.0),
    SeatRow("p3", "", "", "", 0, 1.0),
    AnswerRow("p1", 0, 1, "2", 1500),
    StepRow("{}", "{}", True, 0),
)


def leave_behind(data: Path, pack: str, *rows: Row) -> None:
    """The log of a class whose host has died."""
    head = Head(pack, "1", "en", 7, 10, "2026-01-01", None, "usual", "012345", "s", "", 8010)
    log = new_log(data, head, lambda call: call(), lambda _: None)
    log.write(rows, lambda: None)
    log.close(keep=True)


def test_it_says_when_it_stopped_who_was_there_and_how_far_it_came(
    studio: Studio, tmp_path: Path
) -> None:
    leave_behind(tmp_path, studio.pack.id, *ROWS)
    game = studio.game()
    game.logbook.folder = tmp_path
    live_flow.open_class(game)
    screen = game.shared.stack.top
    assert isinstance(screen, CutShortScreen)
    found = screen.found
    assert (found.learners, found.over, found.questions) == (2, 1, 10)
    assert abs(datetime.now().astimezone() - found.stopped) < timedelta(hours=1)
    assert studio.pack.title in list(screen.spoken())
    assert any("Learners: 2. Questions: 1 of 10." in str(line) for line in screen.spoken())


def _title(studio: Studio, data: Path) -> Pilot:
    game = studio.game()
    game.logbook.folder = data
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    game.left_class.find(data)
    pilot.step(0.1)
    pilot.settle()
    return pilot


def test_the_title_offers_a_class_that_was_cut_short_and_says_when_it_stopped(
    studio: Studio, tmp_path: Path
) -> None:
    leave_behind(tmp_path, studio.pack.id, *ROWS)
    pilot = _title(studio, tmp_path)
    scene = pilot.scene
    assert isinstance(scene, TitleScreen)
    first = scene.group.focused
    assert isinstance(first, Button)
    assert first.text == "Go on with the class"
    assert any("Learners: 2." in str(line) for line in scene.spoken())
    pilot.press("enter")
    assert isinstance(pilot.scene, CutShortScreen)


def test_the_title_offers_no_class_of_another_pack(studio: Studio, tmp_path: Path) -> None:
    leave_behind(tmp_path, "another", *ROWS)
    scene = _title(studio, tmp_path).scene
    assert isinstance(scene, TitleScreen)
    first = scene.group.focused
    assert isinstance(first, Button)
    assert first.text == "Fly"
