"""Another language in the middle of a round."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game import languages, paths
from game.bank.question import Question
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from game.rounds.saved import from_json
from game.screens import flow
from game.screens.countdown import CountdownScreen
from game.screens.game import Game
from game.screens.loading import Loaded, Loading
from game.screens.options import OptionsScreen
from game.screens.studio import DAY, Studio, answer
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from tests.screens.sharing import studio_of


@pytest.fixture(scope="module")
def english() -> Studio:
    return studio_of(Settings(motion="none"))


def flying(studio: Studio, kept: list[str] | None = None) -> tuple[Game, Sitting, Pilot]:
    """A round at its first question."""
    game = studio.game()
    keep = None if kept is None else kept.append
    plan = Plan(10, "7", DAY, rules=rules_for(10))
    sitting = Sitting(studio.bank, plan, keep)
    return game, sitting, Pilot(game.shared, flow.screen_for(game, sitting), studio.size)


@cache
def read_in(language: str) -> Loaded:
    """The pack in that language."""
    result = Loading(paths.default_pack(), 7, language=language).wait()
    assert isinstance(result, Loaded)
    return result


def choose(pilot: Pilot, game: Game, language: str) -> None:
    """Open the settings over the round, choose a language, and come back to a pack read in it."""
    pilot.press("f10")
    game.shared.catalogue = languages.catalogue(language)
    game.loading = Loading.done(paths.default_pack(), read_in(language))
    pilot.press("escape")


def shown(pilot: Pilot) -> CountdownScreen:
    assert isinstance(pilot.scene, CountdownScreen)
    return pilot.scene


def test_the_question_that_stands_comes_in_the_new_language(english: Studio) -> None:
    kept: list[str] = []
    game, sitting, pilot = flying(english, kept)
    pilot.step(3)
    before = sitting.question
    choose(pilot, game, "kk")
    now = shown(pilot).sitting.question
    assert (now.id, now.language) == (before.id, "kk")
    assert {asked.question.language for asked in sitting.round.asked} == {"kk"}
    assert from_json(kept[-1]).now.question == now


def test_it_comes_as_soon_as_the_pack_is_read(english: Studio) -> None:
    game, sitting, pilot = flying(english)
    pilot.press("f10")
    game.speak("ru")
    pilot.press("escape")
    assert sitting.question.language == "en"
    game.loading.wait()
    pilot.step(0.2)
    assert sitting.question.language == "ru"


def test_what_was_begun_stays_and_the_next_question_is_in_the_new_language(
    english: Studio,
) -> None:
    game, sitting, pilot = flying(english)
    pilot.step(3)
    pilot.press("h")
    assert sitting.heard == 1
    before = sitting.question
    choose(pilot, game, "ru")
    assert sitting.question == before
    told = "The next question comes in the new language, if the pack has it."
    assert game.shared.notice.text == languages.catalogue("ru").gettext(told)
    answer(sitting, right=True)
    sitting.go_on()
    flow.go(game, sitting)
    assert sitting.question.language == "ru"
    assert sitting.round.asked[0].question == before


def stuck(studio: Studio) -> Question:
    """A statement that is false in English, and for which Russian has no word that fits."""
    asked = studio.bank.questions("true-false")
    return next(one for one in asked if read_in("ru").bank.again(one) is None)


KEPT = "This question keeps its language: it cannot be asked in the new one."


def test_a_question_that_the_new_language_cannot_ask_stays_and_says_so(english: Studio) -> None:
    question = stuck(english)
    game, sitting = english.game(), english.sitting(3, question)
    pilot = Pilot(game.shared, flow.screen_for(game, sitting), english.size)
    pilot.step(3)
    choose(pilot, game, "ru")
    assert game.shared.notice.text == languages.catalogue("ru").gettext(KEPT)
    assert shown(pilot).sitting.question == question
    assert shown(pilot).asked_in.language == "en"


def test_a_question_that_comes_up_in_its_old_language_says_why(english: Studio) -> None:
    question = stuck(english)
    state = english.sitting(3, question).round
    places = (*range(3), 4, 3, *range(5, 10))
    state = replace(state, asked=tuple(state.asked[at] for at in places))
    game = english.game()
    game.loading = Loading.done(paths.default_pack(), read_in("ru"))
    sitting = Sitting(english.bank, Plan(10, "7", DAY), taken_up=state)
    sitting.speak(read_in("ru").bank)
    assert sitting.question.language == "ru"
    answer(sitting, right=True)
    sitting.go_on()
    flow.go(game, sitting)
    assert sitting.question == question
    assert game.shared.notice.text == game.shared.catalogue.gettext(KEPT)


def test_a_whole_round_can_go_to_and_fro(english: Studio) -> None:
    _, sitting, _ = flying(english)
    asked = [one.question.id for one in sitting.round.asked]
    heard = []
    for at in range(10):
        bank = read_in(("ru", "kk", "en")[at % 3]).bank
        sitting.speak(bank)
        heard.append(sitting.question.language)
        assert heard[-1] == bank.pack.language
        answer(sitting, right=True)
        sitting.go_on()
    assert sitting.round.filled_cells() == 10
    assert set(heard) == {"en", "ru", "kk"}
    assert [one.question.id for one in sitting.round.asked] == asked


def test_a_language_that_the_pack_has_not_changes_nothing(english: Studio) -> None:
    game, sitting, pilot = flying(english)
    before = sitting.round.asked
    choose(pilot, game, "en")
    assert sitting.round.asked == before
    assert isinstance(pilot.scene, OptionsScreen)
