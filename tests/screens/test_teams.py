"""Teams as stations of one mission, on their screens."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from game.bank.question import Kind
from game.rounds import teams
from game.rounds.crew import STATIONS, Crew, Order
from game.screens import teams_words
from game.screens.call import SignButton
from game.screens.countdown import CountdownScreen
from game.screens.debrief import DebriefScreen
from game.screens.explanation import ExplanationScreen
from game.screens.game import Game
from game.screens.hold import HoldScreen
from game.screens.kept import Kept
from game.screens.options import OptionsScreen
from game.screens.screen import Screen
from game.screens.shots import SHOTS
from game.screens.studio import Studio, answer
from game.screens.teacher import TakeBackScreen, TeacherScreen
from game.screens.team_pads import TeamPads
from game.screens.team_tile import TeamTile
from game.screens.teams import BUZZ_KEYS, BuzzScreen, EverybodyScreen, MarkScreen
from game.screens.title import TitleScreen
from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.events import Key
from game.ui.pilot import Pilot
from game.ui.scene import SourceTexts
from game.ui.settings import Settings
from tests.screens.seeing import BLINDNESS, apart
from tests.screens.sharing import studio_of

COUNT_S = 3.2
FIRST, SECOND, THIRD, FOURTH = STATIONS[:4]


def asked(studio: Studio, order: Order = "turns", at: int = 4, many: int = 4) -> Pilot:
    asks = studio.question("choice", ("first-satellite",))
    return studio.play(studio.sitting(at, asks, crew=Crew("teams", many, order)))


def screen(pilot: Pilot) -> Screen:
    assert isinstance(pilot.scene, Screen)
    return pilot.scene


def key(pilot: Pilot) -> int:
    return int(str(screen(pilot).told()["key"]))


def answered(pilot: Pilot, right: bool) -> None:
    """The letter that is right, or the one after it, once the options can be pressed."""
    pilot.press("enter")
    pilot.step(1)
    pilot.press("abcd"[key(pilot) if right else (key(pilot) + 1) % 4])
    pilot.step(1)


def revealed(pilot: Pilot) -> MarkScreen:
    """Everybody has shown, and the answer stands there."""
    while getattr(pilot.scene, "moment", "show") != "show":
        pilot.press("page_down")
        pilot.step(COUNT_S)
    pilot.press("page_down")
    pilot.step(1)
    assert isinstance(pilot.scene, MarkScreen)
    return pilot.scene


def test_the_team_whose_turn_it_is_stands_beside_the_counter(studio: Studio) -> None:
    pilot = asked(studio, at=5)
    assert isinstance(pilot.scene, OptionsScreen)
    assert (pilot.scene.station, pilot.scene.word) == (SECOND, "Guidance")


def test_a_right_team_is_named_with_its_fuel(studio: Studio) -> None:
    pilot = asked(studio)
    answered(pilot, True)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.verdict.line == "Propulsion was right: 100 fuel."


def test_what_is_missed_goes_to_the_others_without_the_option_that_was_wrong(
    studio: Studio,
) -> None:
    pilot = asked(studio)
    wrong = (key(pilot) + 1) % 4
    answered(pilot, False)
    assert isinstance(pilot.scene, EverybodyScreen)
    assert pilot.scene.struck == {wrong}
    assert pilot.scene.cells[4] == "empty"
    mark = revealed(pilot)
    assert mark.told()["awaited"] == [SECOND, THIRD, FOURTH]
    pilot.press("2", "4", "4", "3", "enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    line = pilot.scene.verdict.line
    assert line == ("Propulsion missed it. Right after it, 50 fuel each: Guidance, Communications.")


def test_the_team_that_missed_cannot_be_marked(studio: Studio) -> None:
    pilot = asked(studio)
    answered(pilot, False)
    revealed(pilot)
    pilot.press("1")
    assert screen(pilot).told()["marked"] == []


@pytest.mark.parametrize("number", range(4))
def test_the_first_key_buzzes_and_that_team_answers(studio: Studio, number: int) -> None:
    pilot = asked(studio, "buzz")
    pilot.press("enter", BUZZ_KEYS[number])
    assert isinstance(pilot.scene, OptionsScreen)
    assert pilot.scene.station == STATIONS[number]
    assert pilot.scene.moment == "open"


def test_a_gamepad_that_is_pressed_late_buzzes_for_a_team_without_one(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.send(pad(3))
    pilot.press("enter")
    pilot.send(pad(8, "h"))
    assert isinstance(pilot.scene, OptionsScreen)
    assert pilot.scene.station == SECOND


def test_a_remote_alone_steers_a_teams_answer_and_takes_it(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.press("enter")
    pilot.step(1)
    pilot.press("page_up", "page_down", "page_down")
    scene = pilot.scene
    assert isinstance(scene, OptionsScreen) and scene.sitting.answered is None
    assert not pilot.shared.notice.text
    pilot.press("page_up")
    assert scene.sitting.answered is not None and scene.sitting.answered.response == 1


def test_the_keys_of_the_teams_stand_there_before_they_count(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    assert isinstance(pilot.scene, BuzzScreen) and not pilot.scene.open
    tiles = [widget for widget in pilot.scene.group.widgets if isinstance(widget, TeamTile)]
    assert [tile.key for tile in tiles] == ["Q", "P", "Z", "J"]
    pilot.click(tiles[0].rect.centre)
    assert isinstance(pilot.scene, BuzzScreen)
    assert not pilot.scene.sitting.round.buzzed


def test_nobody_buzzes_before_the_answers_show(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.press("q")
    pilot.send(Key("h", device="gamepad", pad=2))
    assert isinstance(pilot.scene, BuzzScreen)


def test_keys_of_teams_that_do_not_play_do_nothing(studio: Studio) -> None:
    pilot = asked(studio, "buzz", many=2)
    pilot.send(pad(4), pad(5), pad(6))
    pilot.press("z")
    assert isinstance(pilot.scene, BuzzScreen)


def test_where_nobody_buzzes_all_show_a_card(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.press("enter", "page_down")
    pilot.step(COUNT_S)
    assert isinstance(pilot.scene, EverybodyScreen)
    revealed(pilot)
    pilot.press("3", "enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    given = pilot.scene.sitting.round.answer_of(THIRD)
    assert given is not None
    assert given.earned == 100


def test_together_each_team_has_one_key(studio: Studio) -> None:
    pilot = asked(studio, "together")
    revealed(pilot)
    pilot.press("1", "2", "3", "enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.verdict.right
    assert pilot.scene.cells[4] == "full"


def test_a_teams_point_is_taken_back_by_its_number(studio: Studio) -> None:
    pilot = asked(studio, "together")
    revealed(pilot)
    pilot.press("1", "2", "3", "enter")
    pilot.press("u")
    assert isinstance(pilot.scene, TakeBackScreen)
    pilot.press("2")
    assert isinstance(pilot.scene, ExplanationScreen)
    state = pilot.scene.sitting.round
    assert teams.standing(state, SECOND) < teams.standing(state, FIRST)
    assert "Taken back" in pilot.shared.notice.text


def test_the_hold_mends_with_all_teams(studio: Studio) -> None:
    sitting = studio.sitting(9, crew=Crew("teams", 3, "turns"), missed=(2,))
    answer(sitting, right=True)
    sitting.go_on()
    pilot = studio.play(sitting)
    assert isinstance(pilot.scene, HoldScreen)
    pilot.press("page_down")
    while screen(pilot).told()["phase"] != "key":
        pilot.step(1)
        revealed(pilot)
        pilot.press("1", "2", "3", "enter")
        pilot.press("page_down")
    assert sitting.cells()[2] == "mended"


def test_no_figure_of_a_team_falls_while_they_play(studio: Studio) -> None:
    sitting = studio.sitting(6, crew=Crew("teams", 3, "turns"))
    before = [sitting.round.earned(seat.id) for seat in sitting.round.seats]
    answer(sitting, right=False)
    after = [sitting.round.earned(seat.id) for seat in sitting.round.seats]
    assert before == after == [200, 200, 200]
    drawn = fuel_shown(studio.play(sitting))
    assert drawn == ["200", "200", "200"]


def fuel_shown(pilot: Pilot) -> list[str]:
    shown: list[str] = []
    screen_ = pilot.scene
    assert isinstance(screen_, CountdownScreen)
    with pytest.MonkeyPatch.context() as patch:
        plain = Canvas.text

        def note(canvas: Canvas, text: str, *args: object, **named: object) -> object:
            shown.append(text)
            return plain(canvas, text, *args, **named)  # type: ignore[arg-type]

        patch.setattr(Canvas, "text", note)
        screen_.redraw()
        pilot.picture()
    assert "Fuel earned" in shown
    return [text for text in shown if text.isdigit() and len(text) == 3]


@pytest.mark.parametrize("key_", ["enter", "page_down"])
def test_no_forward_key_leaves_the_end_and_its_way_out_says_where_it_is_kept(
    studio: Studio, key_: str
) -> None:
    sitting = studio.sitting(9, crew=Crew("teams", 3, "turns"), missed=(1,))
    sitting.launch_now()
    sitting.turn_key()
    sitting.reach_orbit()
    pilot = studio.play(sitting)
    pilot.press(key_, key_, key_)
    assert isinstance(pilot.scene, DebriefScreen)
    pilot.press("escape")
    assert isinstance(pilot.scene, TitleScreen)
    assert "kept" in pilot.shared.notice.text


def test_the_end_shows_every_station_in_its_own_order(studio: Studio) -> None:
    sitting = studio.sitting(9, crew=Crew("teams", 3, "turns"), missed=(1,))
    sitting.launch_now()
    sitting.turn_key()
    sitting.reach_orbit()
    pilot = studio.play(sitting)
    assert isinstance(pilot.scene, DebriefScreen)
    standing = pilot.scene.told()["standing"]
    assert standing == {FIRST: 100, SECOND: 67, THIRD: 100}
    assert [row.question.facts for row in pilot.scene.rows] == [
        sitting.round.asked[1].question.facts
    ]


def test_an_interrupted_team_round_is_taken_up_where_it_stood(studio: Studio) -> None:
    pilot = asked(studio)
    answered(pilot, False)
    assert isinstance(pilot.scene, EverybodyScreen)
    left, game = pilot.scene.sitting, studio.game()
    assert isinstance(game, Game)
    game.leave(left)
    assert isinstance(game.left_over, Kept)
    again = Pilot(game.shared, None, studio.size)
    from game.screens import flow

    game.shared.stack.push(screen(pilot))
    flow.take_up(game, game.left_over)
    assert isinstance(again.scene, EverybodyScreen)


def test_every_team_has_a_name_and_a_sign_of_its_own() -> None:
    names = [teams_words.team_name(seat, SourceTexts()) for seat in STATIONS]
    assert len(set(names)) == len(STATIONS)
    assert len(set(BUZZ_KEYS)) == len(STATIONS)


@pytest.mark.parametrize("name", theme.names())
def test_the_signs_stand_out_from_the_ground_and_from_each_other(name: str) -> None:
    tokens = theme.load(name)
    inks = [tokens.colour(f"team.{seat}") for seat in STATIONS]
    for ink in inks:
        for ground in ("card", "steppe", "quiet"):
            assert theme.contrast(ink, tokens.colour(ground)) >= 3.0
    for blindness in BLINDNESS:
        nearest = min(apart(a, b, blindness) for a, b in itertools.combinations(inks, 2))
        assert nearest >= 25, f"{blindness}: {nearest:.1f}"


def pad(number: int, name: str = "enter") -> Key:
    return Key(name, device="gamepad", pad=number)


def tile(pilot: Pilot, seat: str) -> TeamTile:
    tiles = [w for w in screen(pilot).group.widgets if isinstance(w, TeamTile)]
    return next(one for one in tiles if one.seat == seat)


def test_gamepads_get_teams_as_they_are_first_pressed_and_show_it(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.send(pad(5, "h"), pad(2))
    assert isinstance(pilot.scene, BuzzScreen) and not pilot.scene.open
    assert [tile(pilot, seat).pad for seat in STATIONS[:4]] == [True, True, False, False]
    assert tile(pilot, SECOND).lit and not tile(pilot, FIRST).lit
    pilot.send(pad(2, "page_down"))
    assert pilot.scene.open
    pilot.send(pad(2, "w"))
    assert isinstance(pilot.scene, OptionsScreen) and pilot.scene.station == SECOND


def test_only_its_own_gamepad_answers_for_the_team_that_was_first(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.send(pad(1), pad(2), pad(1, "page_down"), pad(2))
    scene = pilot.scene
    assert isinstance(scene, OptionsScreen) and scene.station == SECOND
    pilot.step(1)
    pilot.send(pad(1, "down"), pad(1), pad(1, "h"))
    assert scene.sitting.answered is None and scene.sitting.heard == 0
    pilot.send(pad(1, "space"))
    assert isinstance(pilot.scene, TeacherScreen)
    pilot.send(pad(1, "escape"), pad(2, "down"), pad(2))
    assert scene.sitting.answered is not None


def test_more_gamepads_than_teams_are_the_teachers(studio: Studio) -> None:
    pilot = asked(studio, "buzz")
    pilot.send(*map(pad, range(1, 5)))
    assert isinstance(pilot.scene, BuzzScreen) and not pilot.scene.open
    pilot.send(pad(9))
    assert pilot.scene.open


def test_teams_keep_their_gamepads_in_the_next_question() -> None:
    pads = TeamPads()
    assert [pads.claim(7, STATIONS[:2]), pads.claim(3, STATIONS[:2])] == [FIRST, SECOND]
    assert pads.claim(5, STATIONS[:2]) == ""
    assert [pads.claim(3, STATIONS[:4]), pads.claim(5, STATIONS[:4])] == [SECOND, THIRD]
    assert pads.claim(5, STATIONS[:2]) == "" and pads.team(5) == THIRD


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("number", [2, 4, 6])
def test_the_keys_to_press_are_the_largest_type_before_they_count(
    number: int, scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(motion="none", text_scale=scale)
    studio = studio_of(settings)
    asks = studio.question("choice", ("first-satellite",))
    sitting = studio.sitting(5, asks, crew=Crew("teams", number, "buzz"))
    sizes: dict[str, float] = {}
    line = Canvas._line

    def note(self: Canvas, text: str, kind: Any, size: float, *rest: Any) -> None:
        sizes[text] = size
        line(self, text, kind, size, *rest)

    monkeypatch.setattr(Canvas, "_line", note)
    studio.play(sitting).picture()
    keys = [sizes[key.upper()] for key in BUZZ_KEYS[:number]]
    question = max(size for text, size in sizes.items() if text in asks.prompt)
    assert min(keys) >= 100 and min(keys) >= question * 0.85
    names = [name for seat in STATIONS if (name := teams_words.team_name(seat, SourceTexts()))]
    assert all(sizes.get(name, 28) >= 28 for name in names)


@pytest.mark.parametrize("kind", ["number", "typed"])
def test_a_team_that_writes_its_answer_is_promised_no_answers_to_show(
    studio: Studio, kind: Kind
) -> None:
    crew = Crew("teams", 3, "turns")
    pilot = studio.play(studio.sitting(8, studio.question(kind), crew=crew))
    hints = screen(pilot).hints
    assert hints is not None and hints.hints[0].words.startswith("Type")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_at_the_end_all_stations_are_named_alike_and_legibly(
    scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(motion="none", text_scale=scale)
    studio = studio_of(settings)
    sizes: dict[str, float] = {}
    line = Canvas._line

    def note(self: Canvas, text: str, kind: Any, size: float, *rest: Any) -> None:
        sizes[text] = size
        line(self, text, kind, size, *rest)

    monkeypatch.setattr(Canvas, "_line", note)
    SHOTS["debrief-teams"](studio).picture()
    names = {sizes[teams_words.team_name(seat, SourceTexts())] for seat in STATIONS}
    assert max(names) - min(names) < 0.5 and min(names) >= 32 * min(scale, 1.3)


def test_large_type_leaves_the_teacher_a_key_while_teams_may_press() -> None:
    settings = Settings(motion="none", text_scale=2.0)
    studio = studio_of(settings)
    pilot = SHOTS["team-buzz"](studio)
    on = next(w for w in screen(pilot).group.widgets if isinstance(w, SignButton))
    assert on.key == "Enter"
    pilot.click(on.rect.centre)
    assert isinstance(pilot.scene, EverybodyScreen)
