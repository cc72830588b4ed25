"""A picture of every screen in every state worth seeing, without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from game import languages, paths
from game.bank.question import Kind
from game.packs.model import Place
from game.packs.problem import Problem
from game.phrase import counted, phrase
from game.play.sitting import Sitting
from game.rounds.state import Rules
from game.screens.launch import LaunchScreen
from game.screens.loading import NotLoaded
from game.screens.shots_before import BEFORE
from game.screens.shots_class import CLASSROOM
from game.screens.shots_launch import LAUNCHES
from game.screens.shots_live import LIVE
from game.screens.shots_study import STUDY
from game.screens.shots_workshop import WORKSHOP
from game.screens.studio import NoPack, Studio, answer
from game.ui.events import Key
from game.ui.pilot import Pilot
from game.ui.settings import Settings

Shot = Callable[[Studio], Pilot]


def shots(
    folder: Path,
    *,
    size: tuple[int, int] = (1920, 1080),
    language: str = "en",
    theme: str = "calm",
    text_scale: int = 100,
) -> int:
    """Write the pictures as PNG; `text_scale` is in per cent. The exit status comes back."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    import pygame

    from game.ui import theme as themes

    if theme not in themes.names():
        known = ", ".join(themes.names())
        languages.tell(
            phrase("There is no theme '{theme}'; there are {themes}.", theme=theme, themes=known)
        )
        return 2
    if language not in languages.LANGUAGES:
        languages.tell(languages.unknown(language))
        return 2
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    settings = Settings(text_scale=text_scale / 100, theme=theme, motion="none")
    try:
        studio = Studio(paths.default_pack(), size=size, language=language, settings=settings)
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, take) in enumerate(SHOTS.items(), start=1):
            path = folder / f"{number:02d}-{name}.png"
            take(studio).save(path)
            print(path, file=sys.stderr)
    except NoPack as error:
        languages.tell(str(error))
        return 1
    except (OSError, pygame.error) as error:
        languages.tell(
            phrase("The pictures cannot be written into {folder}: {why}.", folder=folder, why=error)
        )
        return 1
    languages.tell(
        counted(
            "{count} picture in {folder}", "{count} pictures in {folder}", len(SHOTS), folder=folder
        )
    )
    return 0


def _title(studio: Studio) -> Pilot:
    from game.screens.title import TitleScreen

    game = studio.game()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    return pilot


def _stem(studio: Studio) -> Pilot:
    return studio.play(studio.sitting(0))


def _first(studio: Studio) -> Pilot:
    return _opened(studio.play(studio.sitting(0)))


def _choice(studio: Studio) -> Pilot:
    asks = studio.question("choice", ("first-satellite",))
    pilot = _opened(studio.play(studio.sitting(3, asks)))
    pilot.step(20)
    return pilot


def _long(studio: Studio) -> Pilot:
    asks = studio.question("choice", long=True)
    pilot = _opened(studio.play(studio.sitting(7, asks, missed=(2, 5))))
    pilot.press("down")
    pilot.hover((1000, 600))
    return pilot


def _true_false(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(5, studio.question("true-false"), missed=(4,))))
    pilot.step(20)
    return pilot


def _typed(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(4, studio.question("typed"))))
    pilot.type("Sput")
    return pilot


def _typed_by_hand(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(4, studio.question("typed"))))
    pilot.press("down", "enter")
    return pilot


def _number(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(8, studio.question("number"))))
    pilot.type("67")
    return pilot


def _order(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(7, studio.question("order"), missed=(2,))))
    pilot.press("down", "enter")
    return pilot


def _match(studio: Studio) -> Pilot:
    pilot = _opened(studio.play(studio.sitting(8, studio.question("match"), missed=(2,))))
    pilot.press("down", "enter", "down")
    return pilot


def _of_kind(kind: Kind, *fits: str, at: int = 5) -> Shot:
    def take(studio: Studio) -> Pilot:
        return _opened(studio.play(studio.sitting(at, studio.question(kind, fits))))

    return take


def _wrong_order(studio: Studio) -> Pilot:
    sitting = studio.sitting(7, studio.question("order"), missed=(2,))
    answer(sitting, right=False)
    return studio.play(sitting)


def _go(studio: Studio) -> Pilot:
    asks = studio.question("choice", ("railway-before", "railway-line"))
    return studio.play(studio.sitting(6, asks, go=True, missed=(3,)))


def _went(studio: Studio) -> Pilot:
    pilot = _go(studio)
    pilot.press("g")
    return pilot


def _call(calls: int) -> Shot:
    def take(studio: Studio) -> Pilot:
        found = studio.questions("choice")
        asks = next(q for q in found if len(q.hints) >= 4 and any(h.strikes for h in q.hints))
        pilot = _opened(studio.play(studio.sitting(6, asks, missed=(3,))))
        for _ in range(calls):
            pilot.press("h")
        return pilot

    return take


def _lock(studio: Studio) -> Pilot:
    pilot = _choice(studio)
    pilot.press("b")
    pilot.step(0.15)
    return pilot


def _right(studio: Studio) -> Pilot:
    sitting = studio.sitting(3, studio.question("choice", ("first-satellite",)))
    answer(sitting, right=True)
    return studio.play(sitting)


def _wrong(studio: Studio) -> Pilot:
    asks = next(q for q in studio.questions("choice") if all(_others(q.feedback, q.answer)))
    sitting = studio.sitting(3, asks)
    answer(sitting, right=False)
    return studio.play(sitting)


def _others(feedback: tuple[str, ...], key: object) -> list[str]:
    return [text for index, text in enumerate(feedback) if index != key] or [""]


def _explained(kind: Kind, *fits: str, right: bool = False) -> Shot:
    def take(studio: Studio) -> Pilot:
        sitting = studio.sitting(3, studio.question(kind, fits))
        answer(sitting, right=right)
        return studio.play(sitting)

    return take


def _wrong_statement(studio: Studio) -> Pilot:
    asks = next(q for q in studio.questions("true-false") if q.answer == 1)
    sitting = studio.sitting(5, asks)
    answer(sitting, right=False)
    return studio.play(sitting)


def _wrong_number(studio: Studio) -> Pilot:
    sitting = studio.sitting(8, studio.question("number"), missed=(2,))
    answer(sitting, right=False)
    return studio.play(sitting)


def _source(studio: Studio) -> Pilot:
    pilot = _wrong(studio)
    pilot.press("s")
    return pilot


def _glossary(studio: Studio) -> Pilot:
    pilot = _first(studio)
    pilot.press("w")
    return pilot


def _pause(studio: Studio) -> Pilot:
    pilot = _choice(studio)
    pilot.press("space")
    return pilot


def _hold_sitting(studio: Studio, missed: tuple[int, ...]) -> Sitting:
    sitting = studio.sitting(9, missed=missed)
    answer(sitting, right=True)
    sitting.go_on()
    return sitting


def _hold(studio: Studio) -> Pilot:
    return studio.play(_hold_sitting(studio, (3, 6)))


def _hold_many(studio: Studio) -> Pilot:
    return studio.play(_hold_sitting(studio, (0, 1, 2, 4, 5, 6, 8)))


def _mend(studio: Studio) -> Pilot:
    pilot = _hold(studio)
    pilot.press("enter")
    return _opened(pilot)


def _opened(pilot: Pilot) -> Pilot:
    """Past the stem."""
    pilot.press("enter")
    pilot.settle()
    return pilot


def _mended(studio: Studio) -> Pilot:
    sitting = _hold_sitting(studio, (3, 6))
    sitting.begin_hold()
    while sitting.round.now.purpose != "mend":
        answer(sitting, right=True)
        sitting.go_on()
    answer(sitting, right=True)
    return studio.play(sitting)


def _launch_now(studio: Studio) -> Pilot:
    pilot = _pause(studio)
    pilot.press("down", "down", "down", "enter")
    return pilot


def _flown(studio: Studio, missed: tuple[int, ...] = (), *, mend: bool = True) -> Sitting:
    """A sitting that has come to its key."""
    sitting = studio.sitting(9, missed=missed)
    answer(sitting, right=True)
    sitting.go_on()
    if sitting.round.phase == "hold":
        sitting.begin_hold()
    while sitting.round.phase in ("asking", "explaining"):
        answer(sitting, right=mend)
        sitting.go_on()
    return sitting


def _results(missed: tuple[int, ...] = (), *, mend: bool = True) -> Shot:
    def take(studio: Studio) -> Pilot:
        sitting = _flown(studio, missed, mend=mend)
        sitting.turn_key()
        sitting.reach_orbit()
        return studio.play(sitting)

    return take


def _review(studio: Studio) -> Pilot:
    pilot = _results((0, 1, 2, 3, 5, 6, 8), mend=False)(studio)
    pilot.press("s")
    return pilot


def _results_classic(studio: Studio) -> Pilot:
    rules = Rules(scheme="classic", clock_s=30, window_s=0, hold=False)
    sitting = studio.sitting(9, missed=(2,), rules=rules, seconds=4)
    answer(sitting, right=True)
    sitting.go_on()
    sitting.turn_key()
    sitting.reach_orbit()
    return studio.play(sitting)


def _key(turned_s: float, missed: tuple[int, ...] = ()) -> Shot:
    def take(studio: Studio) -> Pilot:
        pilot = studio.play(_flown(studio, missed))
        if turned_s:
            pilot.step(1)
            pilot.press("enter")
            pilot.step(turned_s)
        return pilot

    return take


def _launch(at_s: float) -> Shot:
    def take(studio: Studio) -> Pilot:
        sitting = _flown(studio, (3, 6))
        sitting.turn_key()
        pilot = studio.play(sitting, studio.settings.with_(motion="full"))
        screen = pilot.scene
        assert isinstance(screen, LaunchScreen)
        screen.reel.film(studio.size).seek(at_s)
        return pilot

    return take


def _continue(studio: Studio) -> Pilot:
    from game.screens.title import TitleScreen

    game = studio.game()
    game.leave(studio.sitting(6))
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.settle()
    return pilot


def _attract(studio: Studio) -> Pilot:
    pilot = _title(studio)
    pilot.step(60)
    pilot.step(4)
    pilot.settle()
    return pilot


def _begin_anew(studio: Studio) -> Pilot:
    pilot = _continue(studio)
    pilot.press("down", "enter")
    return pilot


def _settings(page: int, *voices: str) -> Shot:
    def take(studio: Studio) -> Pilot:
        from game.screens.settings import SettingsScreen
        from game.ui.voice import Unspoken

        game = studio.game()
        game.shared.narrator.voice = Unspoken(*voices)
        pilot = Pilot(game.shared, SettingsScreen(game), studio.size)
        pilot.press(*["page_down"] * page)
        return pilot

    return take


def _keys(*presses: str) -> Shot:
    def take(studio: Studio) -> Pilot:
        from game.screens.keys import KeysScreen

        game = studio.game()
        pilot = Pilot(game.shared, KeysScreen(game), studio.size)
        pilot.press(*presses)
        return pilot

    return take


def _by_gamepad(studio: Studio) -> Pilot:
    pilot = _choice(studio)
    pilot.send(Key("down", device="gamepad", pad=1))
    return pilot


def _help(studio: Studio) -> Pilot:
    from game.screens.help import HelpScreen

    game = studio.game()
    return Pilot(game.shared, HelpScreen(game), studio.size)


def _hangar(*presses: str) -> Shot:
    def take(studio: Studio) -> Pilot:
        from game.screens.hangar import HangarScreen

        game = studio.game()
        pilot = Pilot(game.shared, HangarScreen(game), studio.size)
        pilot.settle()
        pilot.press(*presses)
        return pilot

    return take


def _credits(studio: Studio) -> Pilot:
    from game.screens.credits import CreditsScreen

    game = studio.game()
    return Pilot(game.shared, CreditsScreen(game), studio.size)


def _problem(studio: Studio) -> Pilot:
    from game.screens.problem import ProblemScreen

    place = Place("facts/space.yaml", 14, 5)
    problem = Problem(
        place,
        'facts[3] "Sputnik 1, the first ..."',
        "unknown-key",
        "error",
        "unknown key 'form'; did you mean 'from'?",
    )
    game = studio.game()
    screen = ProblemScreen(game, NotLoaded(problems=(problem,) * 6))
    return Pilot(game.shared, screen, studio.size)


SHOTS: dict[str, Shot] = {
    "title": _title,
    "continue": _continue,
    "begin-anew": _begin_anew,
    "attract": _attract,
    **BEFORE,
    "stem": _stem,
    "first-question": _first,
    "choice": _choice,
    "hover": _long,
    "true-false": _true_false,
    "typed": _typed,
    "typed-by-hand": _typed_by_hand,
    "number": _number,
    "order": _order,
    "match": _match,
    "odd-one-out": _of_kind("odd-one-out"),
    "who-said": _of_kind("who-said"),
    "picture-map": _of_kind("picture", "country", at=1),
    "picture-rocket": _of_kind("picture", "proton-class", at=1),
    "picture-years": _of_kind("picture", "gagarin-date", at=1),
    "go": _go,
    "went": _went,
    "call-1": _call(1),
    "call-2": _call(2),
    "call-3": _call(3),
    "call-4": _call(4),
    "lock": _lock,
    "right": _right,
    "wrong": _wrong,
    "wrong-statement": _wrong_statement,
    "wrong-number": _wrong_number,
    "wrong-order": _wrong_order,
    "wrong-map": _explained("picture", "country"),
    "right-rocket": _explained("picture", "proton-class", right=True),
    "wrong-years": _explained("picture", "gagarin-date"),
    "source": _source,
    "glossary": _glossary,
    "pause": _pause,
    "launch-now": _launch_now,
    "hold": _hold,
    "hold-many": _hold_many,
    "mend": _mend,
    "mended": _mended,
    "key-0": _key(0, (3, 6)),
    "key-2": _key(1.6, (3, 6)),
    "key-3": _key(2.7),
    "launch-pad": _launch(1),
    "launch-lift-off": _launch(6.2),
    "launch-climb": _launch(11),
    "launch-cross": _launch(14.2),
    "launch-fairing": _launch(17.2),
    "launch-stage": _launch(21.6),
    "launch-orbit": _launch(28.8),
    **LAUNCHES,
    "results": _results((3, 6)),
    "results-poor": _results((0, 1, 2, 3, 5, 6, 8), mend=False),
    "results-classic": _results_classic,
    "review": _review,
    "hangar": _hangar(),
    "hangar-design": _hangar("right", "right", "right"),
    "hangar-data": _hangar("s"),
    "hangar-data-2": _hangar("s", "right"),
    "settings": _settings(0),
    "settings-heard": _settings(1),
    "settings-read": _settings(2, "English (Great Britain)", "English (America)"),
    "settings-no-voice": _settings(2),
    "settings-played": _settings(3),
    "keys": _keys(),
    "keys-asking": _keys("down", "enter"),
    "by-gamepad": _by_gamepad,
    "help": _help,
    "credits": _credits,
    "problem": _problem,
    **STUDY,
    **WORKSHOP,
    **CLASSROOM,
    **LIVE,
}
