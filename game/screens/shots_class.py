"""Pictures of a class that votes and of teams, in every state worth seeing."""

from __future__ import annotations

from collections.abc import Callable

from game.bank.question import Kind
from game.play.sitting import Sitting
from game.rounds import vote
from game.rounds.crew import Crew, Order
from game.screens.studio import Studio, answer
from game.ui.events import Key
from game.ui.pilot import Pilot

Shot = Callable[[Studio], Pilot]

CLASS = Crew("class")
THREE_TWO_ONE_S = 3.2
HANDS = (14, 6, 3, 5)


def _vote(studio: Studio, kind: Kind = "choice", *facts: str, at: int = 3) -> Pilot:
    asks = studio.question(kind, facts or ("first-satellite",))
    return studio.play(studio.sitting(at, asks, crew=CLASS, missed=(1,)))


def _shown(pilot: Pilot) -> Pilot:
    """At "show"."""
    pilot.press("page_down", "page_down")
    pilot.step(THREE_TWO_ONE_S)
    return pilot


def _typed(studio: Studio) -> Pilot:
    pilot = _shown(_vote(studio))
    for hands in HANDS[:2]:
        pilot.press(*str(hands), "enter")
    return pilot


def _counted(studio: Studio) -> Pilot:
    pilot = _shown(_vote(studio))
    for hands in HANDS:
        pilot.press(*str(hands), "enter")
    pilot.settle()
    return pilot


def _talk(studio: Studio) -> Pilot:
    pilot = _counted(studio)
    pilot.press("enter")
    return pilot


def _called(studio: Studio) -> Pilot:
    pilot = _vote(studio)
    pilot.press("page_down", "h")
    return pilot


def _after_talking(studio: Studio) -> Pilot:
    sitting = studio.sitting(3, studio.question("choice", ("first-satellite",)), crew=CLASS)
    sitting.do(vote.count_hands, HANDS)
    sitting.do(vote.count_hands, (23, 2, 1, 2))
    sitting.do(vote.answer_with_vote)
    return studio.play(sitting)


def _moment(presses: int, kind: Kind = "choice", *facts: str, at: int = 3) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = _vote(studio, kind, *facts, at=at)
        for _ in range(presses):
            pilot.press("page_down")
        return pilot

    return take


def _hands(kind: Kind, *digits: str) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = _shown(_vote(studio, kind, at=8))
        pilot.press("page_down")
        pilot.step(1)
        pilot.press(*digits)
        return pilot

    return take


def _count(studio: Studio) -> Pilot:
    pilot = _moment(2)(studio)
    pilot.step(1.2)
    return pilot


def _show(studio: Studio) -> Pilot:
    return _shown(_vote(studio))


def _teacher(studio: Studio) -> Pilot:
    pilot = _show(studio)
    pilot.press("space")
    return pilot


def _team_sitting(studio: Studio, order: Order, teams: int = 4) -> Sitting:
    asks = studio.question("choice", ("first-satellite",))
    return studio.sitting(6, asks, crew=Crew("teams", teams, order), missed=(2,))


def _team(order: Order, *keys: str, teams: int = 4) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = studio.play(_team_sitting(studio, order, teams))
        pilot.press("enter", *keys)
        pilot.settle()
        return pilot

    return take


def _buzz_keys(studio: Studio) -> Pilot:
    """Two of four teams have pressed their gamepads."""
    pilot = studio.play(_team_sitting(studio, "buzz"))
    pilot.send(*(Key("enter", device="gamepad", pad=number) for number in (1, 2)))
    return pilot


def _passed(studio: Studio) -> Pilot:
    sitting = _team_sitting(studio, "turns")
    key = sitting.question.answer
    sitting.answer(1 if key == 0 else 0)
    return studio.play(sitting)


def _mark(studio: Studio) -> Pilot:
    pilot = _passed(studio)
    pilot.press("page_down")
    pilot.step(THREE_TWO_ONE_S)
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("1", "2")
    return pilot


def _marked(studio: Studio) -> Pilot:
    pilot = _mark(studio)
    pilot.press("enter")
    pilot.settle()
    return pilot


def _take_back(studio: Studio) -> Pilot:
    pilot = _marked(studio)
    pilot.press("u")
    return pilot


def _mark_six(studio: Studio) -> Pilot:
    asks = studio.question("order")
    crew = Crew("teams", 6, "together")
    pilot = _shown(studio.play(studio.sitting(8, asks, crew=crew)))
    pilot.press("page_down")
    pilot.step(1)
    pilot.press("2", "3", "6")
    return pilot


def _debrief(crew: Crew) -> Shot:
    def take(studio: Studio) -> Pilot:
        sitting = studio.sitting(8, crew=crew, missed=(1, 3, 6))
        answer(sitting, right=True)
        sitting.go_on()
        if crew.who == "class" and sitting.question.options:
            counts = [2] * len(sitting.question.options)
            sitting.do(vote.count_hands, counts)
        answer(sitting, right=True)
        sitting.go_on()
        sitting.launch_now()
        sitting.turn_key()
        sitting.reach_orbit()
        return studio.play(sitting)

    return take


CLASSROOM: dict[str, Shot] = {
    "vote-stem": _moment(0),
    "vote-think": _moment(1),
    "vote-true-false": _moment(1, "true-false", at=5),
    "vote-picture": _moment(1, "picture", "country", at=1),
    "vote-called": _called,
    "vote-count": _count,
    "vote-show": _show,
    "vote-typed": _typed,
    "vote-counted": _counted,
    "vote-talk": _talk,
    "vote-explained": _after_talking,
    "vote-number": _moment(1, "number", at=8),
    "vote-order": _moment(1, "order", at=8),
    "vote-match": _moment(1, "match", at=8),
    "hands-number": _hands("number", "1", "7", "enter", "2", "8"),
    "hands-order": _hands("order"),
    "hands-match": _hands("match"),
    "teacher": _teacher,
    "team-turn": _team("turns"),
    "team-passed": _passed,
    "team-mark": _mark,
    "team-mark-six": _mark_six,
    "team-explained": _marked,
    "team-take-back": _take_back,
    "team-buzz-keys": _buzz_keys,
    "team-buzz": _team("buzz"),
    "team-buzz-six": _team("buzz", teams=6),
    "team-buzzed": _team("buzz", "p"),
    "debrief-class": _debrief(CLASS),
    "debrief-teams": _debrief(Crew("teams", 6, "turns")),
}
