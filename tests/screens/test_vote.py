"""A class that votes, on its screens."""

from __future__ import annotations

import pytest

from game.bank.question import Kind
from game.rounds import vote
from game.rounds.crew import Crew
from game.screens.call import CallStrip, SignButton
from game.screens.debrief import DebriefScreen, to_teach
from game.screens.explanation import ExplanationScreen
from game.screens.go import GoScreen
from game.screens.screen import Screen
from game.screens.shots import SHOTS
from game.screens.source import SourceScreen
from game.screens.studio import Studio, answer
from game.screens.teacher import TeacherScreen
from game.screens.vote import LettersScreen, ShowScreen
from game.screens.vote_count import CountScreen
from game.screens.vote_hands import HandsScreen, WriteScreen
from game.ui.events import Key
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.screens.sharing import studio_of

CLASS = Crew("class")
COUNT_S = 3.2


def asked(studio: Studio, kind: Kind = "choice", at: int = 3) -> Pilot:
    asks = studio.question(kind, ("first-satellite",))
    return studio.play(studio.sitting(at, asks, crew=CLASS))


def shown(pilot: Pilot) -> Pilot:
    pilot.press("page_down", "page_down")
    pilot.step(COUNT_S)
    return pilot


def letters(pilot: Pilot) -> LettersScreen:
    assert isinstance(pilot.scene, LettersScreen)
    return pilot.scene


def told(pilot: Pilot) -> dict[str, object]:
    assert isinstance(pilot.scene, Screen)
    return pilot.scene.told()


def right_letter(pilot: Pilot) -> str:
    return "abcd"[int(str(told(pilot)["key"]))]


def count(pilot: Pilot, *hands: int) -> None:
    for number in hands:
        pilot.press(*str(number), "enter")
    pilot.settle()


def test_the_teacher_has_the_pace_and_only_three_two_one_goes_by_itself(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.step(60)
    assert letters(pilot).moment == "stem"
    pilot.press("page_down")
    pilot.step(60)
    assert letters(pilot).moment == "think"
    pilot.press("page_down")
    pilot.step(COUNT_S)
    assert letters(pilot).moment == "show"


def test_page_up_goes_back_to_thinking_and_to_the_stem(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("page_up")
    assert letters(pilot).moment == "think"
    pilot.press("page_up")
    assert letters(pilot).moment == "stem"


def test_the_window_runs_while_they_think_and_stands_while_they_show(studio: Studio) -> None:
    pilot = asked(studio)
    start = letters(pilot).sitting.round.window_left_s
    pilot.press("page_down")
    pilot.step(30)
    before = letters(pilot).sitting.round.window_left_s
    assert before < start - 20
    pilot.press("page_down")
    pilot.step(30)
    assert letters(pilot).sitting.round.window_left_s == before


@pytest.mark.parametrize("again", ["letter", "enter", "page_up"])
def test_a_letter_is_marked_and_then_taken(studio: Studio, again: str) -> None:
    pilot = shown(asked(studio))
    letter = right_letter(pilot)
    pilot.press(letter)
    pilot.step(3)
    assert letters(pilot).sitting.answered is None
    assert letters(pilot).marked == "abcd".index(letter)
    pilot.press(letter if again == "letter" else again)
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.verdict.right


def test_enter_alone_chooses_no_letter(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("enter", "enter")
    assert letters(pilot).moment == "show"


def test_a_remote_alone_goes_to_a_letter_and_takes_it(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("page_down", "page_down", "page_up")
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.sitting.answered is not None
    assert pilot.scene.sitting.answered.response == 1


def test_a_remote_that_wants_a_dark_screen_answers_nothing(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("b", "b", "b")
    pilot.step(3)
    assert letters(pilot).sitting.answered is None
    pilot.press("enter")
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)


def test_another_letter_changes_the_mark(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("a", "c", "c")
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.sitting.answered is not None
    assert pilot.scene.sitting.answered.response == 2


def test_a_digit_begins_to_count_the_hands(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("1", "4", "enter", "3")
    assert isinstance(pilot.scene, CountScreen)
    assert told(pilot)["hands"] == [14, 3, None, None]


def test_a_mistyped_count_is_mended_before_it_is_taken(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("5", "backspace", "4", "down", "7", "up", "9")
    assert told(pilot)["hands"] == [9, 7, None, None]


def test_nothing_counted_is_nothing_taken(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("0", "enter", "enter", "enter", "enter")
    assert told(pilot)["counted"] is False


def test_half_right_is_offered_to_talk_and_the_second_vote_counts(studio: Studio) -> None:
    pilot = shown(asked(studio))
    key = int(str(told(pilot)["key"]))
    first, second = [5] * 4, [1] * 4
    first[key], second[key] = 13, 25
    count(pilot, *first)
    assert told(pilot)["talk"] is True
    pilot.press("enter")
    assert letters(pilot).moment == "talk"
    pilot.press("page_down")
    pilot.step(COUNT_S)
    count(pilot, *second)
    assert told(pilot)["talk"] is False
    pilot.press("enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    said = pilot.scene.verdict.after
    assert said == "25 of 28 hands were right. Before talking 13 of 28 were."


def test_after_talking_a_letter_alone_leaves_the_count_of_before(studio: Studio) -> None:
    pilot = shown(asked(studio))
    hands = [5] * 4
    hands[int(str(told(pilot)["key"]))] = 13
    count(pilot, *hands)
    pilot.press("enter", "page_down")
    pilot.step(COUNT_S)
    pilot.press(right_letter(pilot), "enter")
    pilot.step(2)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.verdict.after == "Before talking 13 of 28 hands were right."


def test_the_source_tells_no_key_before_the_answer(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("s")
    assert isinstance(pilot.scene, SourceScreen)
    fact = pilot.scene.questions[0].explanation
    assert fact not in [block.text for block in pilot.scene.blocks()]
    pilot.press("escape")
    pilot.press(right_letter(pilot), "enter")
    pilot.step(2)
    pilot.press("s")
    assert isinstance(pilot.scene, SourceScreen)
    assert fact in [block.text for block in pilot.scene.blocks()]


def test_a_statement_is_asked_about_from_its_first_moment(studio: Studio) -> None:
    pilot = asked(studio, "true-false")
    assert isinstance(pilot.scene, ShowScreen)
    assert pilot.scene.word == "True or false?"


def test_where_nearly_all_were_right_nothing_is_offered(studio: Studio) -> None:
    pilot = shown(asked(studio))
    hands = [1] * 4
    hands[int(str(told(pilot)["key"]))] = 25
    count(pilot, *hands)
    assert told(pilot)["talk"] is False


def test_the_key_is_not_marked_while_a_second_vote_is_open(studio: Studio) -> None:
    pilot = shown(asked(studio))
    count(pilot, 9, 9, 5, 5)
    pilot.press("enter")
    assert all(choice.state == "rest" for choice in letters(pilot).choices)


def test_a_call_rules_an_option_out_for_all(studio: Studio) -> None:
    found = studio.questions("choice")
    asks = next(q for q in found if len(q.hints) >= 3 and any(h.strikes for h in q.hints))
    pilot = studio.play(studio.sitting(3, asks, crew=CLASS))
    pilot.press("page_down", *"hhhh"[: len(asks.hints)])
    assert letters(pilot).struck
    struck = next(iter(letters(pilot).struck))
    pilot.press("page_down")
    pilot.step(COUNT_S)
    pilot.press("abcd"[struck])
    assert letters(pilot).moment == "show"


def test_go_is_said_by_a_remote(studio: Studio) -> None:
    asks = studio.question("choice", ("railway-line",))
    pilot = studio.play(studio.sitting(6, asks, crew=CLASS, go=True))
    assert isinstance(pilot.scene, GoScreen)
    pilot.step(1)
    pilot.press("page_up", "page_down", "page_down")
    assert isinstance(pilot.scene, GoScreen)
    assert pilot.scene.marked == "NO-GO"
    pilot.press("page_up")
    assert letters(pilot).moment == "think"
    assert letters(pilot).sitting.round.said_by("class").go is False
    assert letters(pilot).declined


@pytest.mark.parametrize("kind", ["number", "typed"])
def test_what_is_written_down_promises_no_answers_to_show(studio: Studio, kind: Kind) -> None:
    pilot = asked(studio, kind, at=8)
    assert isinstance(pilot.scene, WriteScreen)
    assert pilot.scene.words_on() == "Write it down"


@pytest.mark.parametrize("kind", ["number", "typed", "order", "match"])
def test_what_has_no_letters_is_answered_by_one_key(studio: Studio, kind: Kind) -> None:
    pilot = asked(studio, kind, at=8)
    assert isinstance(pilot.scene, WriteScreen)
    shown(pilot)
    pilot.press("page_down")
    assert isinstance(pilot.scene, HandsScreen)
    pilot.step(1)
    pilot.press("y")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.sitting.cells()[8] == "full"


def test_a_remote_alone_says_whether_most_were_right(studio: Studio) -> None:
    pilot = shown(asked(studio, "number", at=8))
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("page_down", "page_down", "page_up")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert not pilot.scene.verdict.right


def test_hands_are_counted_of_those_who_are_there(studio: Studio) -> None:
    pilot = shown(asked(studio, "number", at=8))
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("1", "3", "enter", "2", "8", "enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert not pilot.scene.verdict.right
    assert "13 of 28" in pilot.scene.verdict.after


def test_the_number_of_learners_is_asked_for_once(studio: Studio) -> None:
    asks = studio.question("number")
    sitting = studio.sitting(8, asks, crew=Crew("class", size=28))
    pilot = shown(studio.play(sitting))
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("2", "0", "enter")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert vote.knew(sitting.round, 8) == (20, 28)


def test_a_question_can_be_skipped_from_any_moment(studio: Studio) -> None:
    for presses in range(3):
        pilot = asked(studio)
        pilot.press(*["page_down"] * presses, "k")
        assert told(pilot)["t"] == 6
        assert "Skipped" in pilot.shared.notice.text


def test_a_point_is_taken_back_and_given_again_with_a_word(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press(*right_letter(pilot) * 2)
    pilot.step(1)
    pilot.press("u", "2")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert (pilot.scene.verdict.right, pilot.scene.cells[3]) == (False, "hollow")
    assert "Taken back" in pilot.shared.notice.text
    pilot.press("u", "u")
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.cells[3] == "full"


@pytest.mark.parametrize("later", [False, True])
def test_a_letter_pressed_by_mistake_is_entered_again(studio: Studio, later: bool) -> None:
    pilot = shown(asked(studio))
    right = right_letter(pilot)
    wrong = "a" if right != "a" else "b"
    pilot.press(wrong, "enter")
    pilot.step(1)
    assert told(pilot)["right"] is False
    if later:
        pilot.press("enter")
    pilot.press("u", "1")
    assert letters(pilot).moment == "show"
    pilot.press(right, "enter")
    pilot.step(1)
    assert told(pilot)["right"] is True
    assert len(letters_of(pilot)) == 1


def test_a_class_is_told_what_the_class_chose(studio: Studio) -> None:
    pilot = shown(asked(studio))
    wrong = "a" if right_letter(pilot) != "a" else "b"
    pilot.press(wrong, "enter")
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)
    assert pilot.scene.verdict.line.startswith("The class chose")


def test_a_point_taken_back_is_named_at_the_end(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press(right_letter(pilot), "enter")
    pilot.step(1)
    pilot.press("u", "2")
    assert isinstance(pilot.scene, ExplanationScreen)
    state = pilot.scene.sitting.round
    assert [row.taken_back for row in to_teach(state, pilot.scene.cells)] == [True]


def letters_of(pilot: Pilot) -> tuple[object, ...]:
    assert isinstance(pilot.scene, ExplanationScreen)
    return pilot.scene.sitting.round.votes_on(3)


def test_hands_that_were_miscounted_are_counted_again(studio: Studio) -> None:
    pilot = shown(asked(studio, "number", at=8))
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("n", "u", "1")
    assert isinstance(pilot.scene, HandsScreen)
    pilot.step(1)
    pilot.press("y")
    assert isinstance(pilot.scene, ExplanationScreen) and pilot.scene.verdict.right


def test_the_pause_of_a_class_has_the_teachers_keys(studio: Studio) -> None:
    pilot = shown(asked(studio))
    pilot.press("space")
    assert isinstance(pilot.scene, TeacherScreen)
    pilot.press("s")
    assert pilot.scene is not None
    assert getattr(pilot.scene, "name", "") == "source"
    pilot.press("escape")
    assert letters(pilot).moment == "show"


def test_launch_now_ends_early_without_a_hold(studio: Studio) -> None:
    pilot = studio.play(studio.sitting(4, crew=CLASS, missed=(1,)))
    pilot.press("l")
    pilot.press("right", "enter")
    assert told(pilot)["phase"] == "key"


def test_a_gamepad_is_enough_to_vote(studio: Studio) -> None:
    pilot = asked(studio)
    pilot.send(Key("enter", device="gamepad", pad=1))
    pilot.send(Key("enter", device="gamepad", pad=1))
    pilot.step(COUNT_S)
    for name in ("down", "right", "enter"):
        pilot.send(Key(name, device="gamepad", pad=1))
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)


def test_a_hand_without_keys_is_enough_to_vote(studio: Studio) -> None:
    pilot = asked(studio)
    for _ in range(2):
        pilot.click((700, 260))
    pilot.step(COUNT_S)
    pilot.click(letters(pilot).choices[2].rect.centre)
    pilot.step(1)
    assert isinstance(pilot.scene, ExplanationScreen)


def test_the_end_says_what_to_teach_again_fewest_first(studio: Studio) -> None:
    sitting = studio.sitting(0, crew=CLASS)
    shares = {0: 0.9, 1: 0.2, 2: 0.6, 3: None, 4: 0.4}
    for index in range(10):
        share = shares.get(index, 1.0)
        sitting.tick(60)
        options = sitting.question.options
        if share is None:
            answer(sitting, right=False)
        elif options and isinstance(sitting.question.answer, int):
            hands = [0] * len(options)
            hands[sitting.question.answer] = round(20 * share)
            hands[(sitting.question.answer + 1) % len(options)] = 20 - round(20 * share)
            sitting.do(vote.count_hands, hands)
            sitting.do(vote.answer_with_vote)
        else:
            sitting.do(vote.say_right, share >= 0.5, round(20 * share), 20)
        sitting.go_on()
    rows = to_teach(sitting.round, sitting.cells())
    asked_at = [sitting.round.asked[i].question.id for i in (3, 1, 4, 2)]
    assert [row.question.id for row in rows] == asked_at
    assert [(row.right, row.of) for row in rows] == [(None, None), (4, 20), (8, 20), (12, 20)]
    sitting.launch_now()
    sitting.turn_key()
    sitting.reach_orbit()
    pilot = studio.play(sitting)
    assert isinstance(pilot.scene, DebriefScreen)
    assert told(pilot)["right"] == 7


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_a_call_in_large_text_hides_no_key(scale: float) -> None:
    settings = Settings(motion="none", text_scale=scale)
    studio = studio_of(settings)
    pilot = SHOTS["vote-called"](studio)
    screen = pilot.scene
    assert isinstance(screen, ShowScreen)

    def keys() -> set[str]:
        pilot.picture()
        signs = {w.key for w in screen.group.widgets if isinstance(w, SignButton)}
        return signs | ({hint.key for hint in screen.hints.hints} if screen.hints else set())

    assert {"Enter", "H", "Space"} <= keys()
    call = next(w for w in screen.group.widgets if getattr(w, "sign", "") == "call")
    pilot.click(call.rect.centre)
    assert screen.sitting.heard == 2
    pilot.press("enter")
    assert screen.moment == "count"
    pilot.step(3.2)
    # Now the teacher's keys need the room, and H brings the call back before it calls once more.
    assert {"A–D", "0–9", "H", "Space"} <= keys()
    pilot.press("h")
    assert screen.sitting.heard == 2 and any(isinstance(w, CallStrip) for w in screen.group.widgets)
