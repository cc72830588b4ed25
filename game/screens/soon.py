"""What the coming screens of a round show first, drawn behind the game while the player reads.

Another sitting of the same round takes the coming steps, and its screens are drawn where nobody
sees or hears them: what they need is then read, laid out and among the pictures that are kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.play.sitting import Sitting
from game.rounds.state import Response
from game.screens import flow
from game.screens.explanation import ExplanationScreen
from game.screens.game import Game
from game.screens.options import OptionsScreen
from game.screens.question import QuestionScreen, question_screen
from game.screens.screen import Screen
from game.screens.unheard import unheard
from game.ui.art import key
from game.ui.canvas import Canvas

FRAME_S, LONG_S = 1 / 60, 5.0


def slices(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    """Draw what may come next in a round on a canvas that stands apart, the most likely first.

    What goes wrong here is met again, and told of, by the screen that needs it.
    """
    game = unheard(game)
    phase, alone = sitting.round.phase, sitting.round.crew.who == "alone"
    if phase == "asking" and alone:
        yield from _asked(canvas, game, sitting)
    elif phase == "go" and alone:
        for go in (False, True):
            ahead = _again(sitting)
            ahead.say_go(go)
            yield from _drawn(canvas, flow.screen_for(game, ahead))
    elif phase == "explaining":
        ahead = _again(sitting)
        ahead.go_on()
        yield from _drawn(canvas, flow.screen_for(game, ahead))
    elif phase == "hold":
        ahead = _again(sitting)
        ahead.begin_hold()
        yield from _drawn(canvas, flow.screen_for(game, ahead))
    elif phase == "key" and alone:
        yield from _flown(canvas, game, sitting)


def _again(sitting: Sitting) -> Sitting:
    """The same round once more, as it stands now; no step of it is kept."""
    return sitting.apart()


def _drawn(canvas: Canvas, *screens: Screen) -> Iterator[None]:
    for screen in screens:
        screen.draw(canvas)
        yield


def _asked(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    """The question with what to answer with, and each answer: locked, then explained."""
    question = sitting.question
    yield from _drawn(canvas, _open(game, sitting))
    yield from _called(canvas, _open(game, _again(sitting)))
    answers: list[Response] = [question.answer]
    if isinstance(question.answer, int) and question.options:
        answers += [at for at in range(len(question.options)) if at != question.answer]
    cells = sitting.cells()
    for answer in answers:
        ahead = _again(sitting)
        screen = _open(game, ahead)
        if isinstance(screen, OptionsScreen) and isinstance(answer, int):
            screen.choose(answer)
        else:
            screen.lock(answer)
        yield from _drawn(canvas, screen)
        if ahead.round.phase == "explaining":
            explanation = ExplanationScreen(game, ahead, cells)
            # The bar is that of the key, whatever was answered.
            yield from _explained(canvas, explanation, grows=answer is answers[0])


def _called(canvas: Canvas, screen: QuestionScreen) -> Iterator[None]:
    """Each call to mission control that is left."""
    while screen.sitting.can_call():
        screen.call()
        screen.rising.tick(LONG_S)
        yield from _drawn(canvas, screen)


def _open(game: Game, sitting: Sitting) -> QuestionScreen:
    screen = question_screen(game, sitting)
    screen.open()
    return screen


def _explained(canvas: Canvas, screen: ExplanationScreen, *, grows: bool) -> Iterator[None]:
    """The whole card; first its bar, if it `grows`, whose sign does so by steps."""
    while grows and screen.grows:
        yield from _drawn(canvas, screen)
        screen.update(FRAME_S)
    screen.update(LONG_S)
    yield from _drawn(canvas, screen)


def _flown(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    """The key as it turns, and the results."""
    for counted in range(len(key.COUNTS) + 1):
        key.counts(canvas, counted)
    turned = -key.TURN
    while turned <= key.TURN:
        key.draw(canvas, turned)
        yield
        turned += key.STEP
    ahead = _again(sitting)
    ahead.turn_key()
    yield from results(canvas, game, ahead)


def results(canvas: Canvas, game: Game, sitting: Sitting) -> Iterator[None]:
    """Draw what comes after a launch, on a canvas that stands apart."""
    ahead = _again(sitting)
    ahead.reach_orbit()
    screen = flow.screen_for(unheard(game), ahead)
    for _ in range(2):
        yield from _drawn(canvas, screen)
        screen.update(LONG_S)
