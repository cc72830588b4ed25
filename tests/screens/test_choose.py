"""Choosing what to fly, with every pack on the shelf."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.cli import main as command
from game.screens import choose_places
from game.screens.choice import ALONE, MINUTES, Choice, LastChoice
from game.screens.choose import ChooseScreen
from game.screens.question import QuestionScreen
from game.screens.shelf import Shelf, every_folder, folders_in
from game.screens.studio import Studio
from game.screens.tiles import Tile, Turner
from game.screens.title import TitleScreen
from game.ui.events import Key
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.widgets import Widget
from tests.packs.made import make


def chooser(studio: Studio, settings: Settings | None = None) -> tuple[Pilot, ChooseScreen]:
    game = studio.game(settings)
    game.shelf.wait()
    screen = ChooseScreen(game)
    return Pilot(game.shared, screen, studio.size), screen


def named(screen: ChooseScreen, name: str) -> Widget:
    for widget in screen.group.widgets:
        if name in (getattr(widget, "text", ""), getattr(widget, "label", "")):
            return widget
    raise AssertionError(name)


def click(pilot: Pilot, screen: ChooseScreen, name: str) -> None:
    pilot.click(named(screen, name).rect.centre)


def test_every_pack_stands_on_the_screen_with_the_sets_of_the_chosen_one(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    assert [v.name for v in screen.volumes] == ["baikonur", "baikonur-rockets"]
    assert named(screen, "First flights")
    click(pilot, screen, "Rockets of Baikonur")
    assert named(screen, "Great flights")
    assert screen.told()["pack"] == "baikonur-rockets"


def test_a_flight_from_another_pack_asks_its_questions(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    click(pilot, screen, "Rockets of Baikonur")
    pilot.press("tab")
    click(pilot, screen, "Fly")
    screen.game.loading.wait()
    pilot.step(0.2)
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.bank.pack.id == "baikonur-rockets"


def test_a_class_chooses_minutes_and_plays_as_one_seat(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    click(pilot, screen, "A class")
    click(pilot, screen, "15 minutes")
    plan = screen.game.chosen_flight()
    assert (plan.crew.who, plan.count, plan.crew.seats) == ("class", 15, ("class",))


def test_two_to_six_teams_can_be_chosen_by_keys_alone(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    click(pilot, screen, "Teams")
    teams = named(screen, "Teams")
    assert isinstance(teams, Tile)
    pilot.press("down")
    for _ in range(6):
        pilot.press("right")
    assert screen.choice.teams == 6
    assert len(screen.game.chosen_flight().seats) == 6


def test_a_gamepad_comes_to_everything(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    pilot.send(Key("up", device="gamepad"))
    widgets = [widget for widget in screen.group.widgets if widget.focusable]
    seen, new = set(), [screen.group.focused]
    while new:
        here = new.pop()
        seen.add(here)
        for way in ("up", "down", "left", "right"):
            screen.group.focus(here)
            pilot.send(Key(way, device="gamepad"))
            if screen.group.focused not in {*seen, *new}:
                new.append(screen.group.focused)
    assert seen == set(widgets)


def test_one_set_always_stays_chosen(studio: Studio) -> None:
    pilot, screen = chooser(studio)
    click(pilot, screen, "First flights")
    assert screen.sets() == {"first-flights"}
    click(pilot, screen, "Baikonur today")
    click(pilot, screen, "First flights")
    assert screen.sets() == {"baikonur-today"}


def test_the_usual_sets_are_none_that_were_asked_for_by_name(studio: Studio) -> None:
    """A fact that has had its day comes only where its set was asked for."""
    pilot, screen = chooser(studio)
    click(pilot, screen, "Baikonur today")
    assert screen.choice.sets == frozenset({"first-flights", "baikonur-today"})
    click(pilot, screen, "Baikonur today")
    assert screen.choice.sets is None


def test_large_text_has_a_row_for_every_choice(studio: Studio) -> None:
    pilot, screen = chooser(studio, studio.settings.with_(text_scale=2))
    pilot.press("up", "up", "up", "right")
    seen = [screen.choice.who]
    for _ in range(2):
        pilot.press("right")
        seen.append(screen.choice.who)
    assert seen == ["class", "phones", "teams"]
    pilot.press("right")
    assert screen.choice.teams == 3


def test_what_was_chosen_is_found_again_at_the_next_start(tmp_path: Path) -> None:
    choice = Choice("baikonur", frozenset({"voices"}), "teams", 5, "buzz", 20, "hard", "Baikonur")
    keeper = LastChoice(tmp_path)
    keeper.keep(choice)
    keeper.settle()
    assert LastChoice(tmp_path).take_up() == choice


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"format": 1}', '{"format": 1, "count": 7, "sets": 3}', "\x00", "[" * 9],
)
def test_a_damaged_choice_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "choice.json").write_text(text, encoding="utf-8")
    assert LastChoice(tmp_path).take_up() == Choice()


def test_who_plays_changes_the_length_to_the_nearest() -> None:
    assert Choice(count=6).played_by("class").count == 5
    assert {Choice(count=n).played_by("teams").count for n in ALONE} == set(MINUTES)


def test_the_title_tells_what_one_press_will_fly(studio: Studio) -> None:
    game = studio.game()
    game.choose(Choice(count=10))
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("enter")
    assert isinstance(pilot.scene, QuestionScreen)
    assert pilot.scene.sitting.round.count == 10


def test_a_players_own_packs_stand_after_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "not-a-pack").mkdir()
    folders = folders_in(paths.packs(), tmp_path, first=paths.default_pack())
    assert [folder.name for folder in folders] == ["baikonur", "baikonur-rockets", "own"]
    assert Shelf([own]).wait()[0].pack is None


def test_an_installed_pack_can_be_chosen(studio: Studio, tmp_path: Path) -> None:
    make(tmp_path / "made")
    bundled = str(tmp_path / "small.zip")
    assert command(["bundle", str(tmp_path / "made"), "-o", bundled]) == 0
    assert command(["install", bundled, "--data", str(tmp_path)]) == 0
    folders = every_folder(tmp_path, paths.default_pack())
    assert [folder.name for folder in folders] == ["baikonur", "baikonur-rockets", "small"]
    game = studio.game()
    game.shelf = Shelf(folders)
    game.shelf.wait()
    screen = ChooseScreen(game)
    click(Pilot(game.shared, screen, studio.size), screen, "A small pack")
    assert screen.told()["pack"] == "small"


@pytest.mark.parametrize("who", ["A class", "Teams"])
def test_others_than_one_player_fly_from_here_too(studio: Studio, who: str) -> None:
    pilot, screen = chooser(studio)
    click(pilot, screen, who)
    click(pilot, screen, "Fly")
    assert pilot.scene is not None and not isinstance(pilot.scene, ChooseScreen)


def test_many_packs_are_stepped_through(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose_places, "PLATES", 1)
    pilot, screen = chooser(studio)
    turner = next(w for w in screen.group.widgets if isinstance(w, Turner))
    pilot.click((turner.rect.right - 20, turner.rect.centre[1]))
    assert screen.told()["pack"] == "baikonur-rockets"
    assert named(screen, "Great flights")
