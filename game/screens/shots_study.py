"""Pictures of self-study: the sky of a learner, who studies, a sitting and its mission."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice

from game.play.constellation import Constellation, Orbit, Satellite
from game.play.recording import card_rev
from game.play.studying import Studying
from game.records.message import Message
from game.records.record import Record
from game.screens.game import Game
from game.screens.home import HomeScreen
from game.screens.logbook import Logbook
from game.screens.new_profile import NicknameScreen, PictureScreen
from game.screens.profiles import LearnerScreen, ProfilesScreen
from game.screens.progress import ProgressScreen
from game.screens.records_card import RecordsCard
from game.screens.satellite_list import SatelliteListScreen
from game.screens.studio import DAY, Studio, wrong_answer
from game.screens.study_end import StudyEndScreen
from game.study.cards import cards
from game.study.grade import GRADING_VERSION
from game.study.queue import Length
from game.ui.pilot import Pilot

NOON = datetime.fromisoformat(f"{DAY}T12:00:00+00:00")
TODAY = date.fromisoformat(DAY)
WRITTEN = ("Aigul", "Айгүл", "Max", "Комета", "Tau-7", "records.damaged-2025-12-01", "/media/class")
"""What is written by people and by disks, and so is in no catalogue."""
LEARNERS = (("Aigul", "tulip"), ("Max", "rocket"), ("Комета", "comet"), ("Tau-7", "mountain"))


def _logbook(game: Game) -> Logbook:
    """The logbook of a game, on the day of the pictures, with nobody in it."""
    game.logbook = Logbook(None, lambda: NOON)
    game.logbook.begin()
    game.logbook.wait()
    return game.logbook


def _remembers(studio: Studio, game: Game, count: int, sittings: int = 0) -> None:
    """Have the chosen learner know so many cards, some of them for long and some no more."""
    logbook, bank = game.logbook, studio.bank
    assert logbook.profile is not None
    store = logbook.store
    rng = random.Random("remembered")
    known = list(cards(bank))
    rng.shuffle(known)
    for at, card in enumerate(islice(cycle(known), count)):
        for days in sorted(rng.sample(range(1, 40), 1 + at % 4), reverse=True):
            day = TODAY - timedelta(days=days)
            record = _record(studio, logbook, card, day, f"s{at % max(1, sittings)}")
            store.add(record if sittings else replace(record, mode="round"))
    store.wait()


def _record(studio: Studio, logbook: Logbook, card: str, day: date, seed: str) -> Record:
    assert logbook.profile is not None
    return Record(
        at_utc=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        study_day=day,
        profile=logbook.profile.id,
        mode="study",
        pack=studio.pack.id,
        pack_version=studio.pack.version,
        card=card,
        card_rev=card_rev(studio.bank, card),
        question=f"{card}/choice",
        question_rev="0",
        language="en",
        seed=seed,
        shown=(),
        chosen="0",
        right=True,
        hints=(),
        go=None,
        elapsed_ms=5000,
        rating=3,
        grading_version=GRADING_VERSION,
        scheduler_params="pictures",
        others=(),
        options=4,
    )


def home_of(studio: Studio, count: int, sittings: int = 2) -> HomeScreen:
    """The home of a learner who knows so many cards."""
    game = studio.game()
    logbook = _logbook(game)
    logbook.add(*LEARNERS[0])
    logbook.wait()
    if count:
        _remembers(studio, game, count, sittings)
    return _read(HomeScreen(game), studio)


def _read(screen: HomeScreen, studio: Studio) -> HomeScreen:
    """A home for which all has been read."""
    logbook = screen.game.logbook
    logbook.read(studio.bank, None)
    logbook.wait()
    return screen


def _home(count: int, *keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        screen = home_of(studio, count)
        pilot = Pilot(screen.shared, screen, studio.size)
        pilot.step(0.1)
        pilot.press(*keys)
        return pilot

    return take


def _rested(studio: Studio) -> Pilot:
    """A day on which nothing is due."""
    screen = home_of(studio, 20)
    pilot = Pilot(screen.shared, screen, studio.size)
    pilot.step(0.1)
    assert screen.known is not None, "it was read before"
    screen.known = replace(
        screen.known,
        orbits=tuple(
            replace(
                orbit,
                satellites=tuple(
                    replace(one, due=False, recall=max(0.93, one.recall),
                            next_day=max(one.next_day, TODAY + timedelta(days=3)))
                    for one in orbit.satellites
                ),
            )
            for orbit in screen.known.orbits
        ),
    )  # fmt: skip
    screen.renew()
    return pilot


def crowded(studio: Studio, count: int) -> Constellation:
    """So many satellites on the orbits of a pack."""
    rng = random.Random("crowded")
    facts = cycle(studio.pack.facts)
    topics = studio.pack.topics
    orbits = []
    for at, (topic, name) in enumerate(topics):
        own = count * (at + 3) // sum(range(3, 3 + len(topics)))
        satellites = tuple(
            Satellite(
                f"{topic}/{number}", fact.label, fact.answers[0].asks[0], recall,
                recall < 0.86, TODAY + timedelta(days=1 + number % 20), 3, fact.citations,
            )
            for number, fact in zip(range(own), facts, strict=False)
            for recall in [max(0.3, 1.0 - rng.betavariate(1.0, 12.0))]
        )  # fmt: skip
        orbits.append(Orbit(topic, name, satellites, own))
    return Constellation(tuple(orbits))


def _crowded(count: int, *keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        screen = home_of(studio, 20)
        pilot = Pilot(screen.shared, screen, studio.size)
        pilot.step(0.1)
        screen.known = crowded(studio, count)
        screen.renew()
        pilot.press(*keys)
        return pilot

    return take


def _guest(studio: Studio) -> Pilot:
    game = studio.game()
    _logbook(game)
    screen = _read(HomeScreen(game), studio)
    pilot = Pilot(game.shared, screen, studio.size)
    pilot.step(0.1)
    return pilot


def _lifting(studio: Studio) -> Pilot:
    """The moment in which satellites rise after a sitting."""
    screen = home_of(studio, 24)
    pilot = Pilot(screen.shared, screen, studio.size)
    pilot.step(0.1)
    assert screen.known is not None and screen.sky is not None
    shown = screen.known.satellites
    screen.sky.lifts = {one.card: 0.3 for one in shown[2::6]} | {
        one.card: None for one in shown[4::6]
    }
    screen.sky.share = 0.3
    return pilot


def _profiles(learners: int, *keys: str, changes: bool = False) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game = studio.game()
        logbook = _logbook(game)
        for nickname, picture in LEARNERS[:learners]:
            logbook.add(nickname, picture)
        logbook.wait()
        pilot = Pilot(game.shared, ProfilesScreen(game, changes=changes), studio.size)
        pilot.press(*keys)
        return pilot

    return take


def _learner(*keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        pilot = _profiles(3)(studio)
        scene = pilot.scene
        assert isinstance(scene, ProfilesScreen)
        pilot.shared.stack.push(LearnerScreen(scene.game, scene.game.logbook.profiles[0]))
        pilot.press(*keys)
        return pilot

    return take


def _pictures(studio: Studio) -> Pilot:
    game = studio.game()
    _logbook(game)
    return Pilot(game.shared, PictureScreen(game), studio.size)


def _nickname(*, by_hand: bool) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game = studio.game()
        _logbook(game)
        game.by_hand = by_hand
        pilot = Pilot(game.shared, NicknameScreen(game, "tulip"), studio.size)
        pilot.type("Айгүл" if studio.language == "kk" else "Aigul")
        return pilot

    return take


def _hangar(mature: int) -> Callable[[Studio], Pilot]:
    """The hangar of a player who knows so many facts for three weeks or longer."""

    def take(studio: Studio) -> Pilot:
        from game.screens.hangar import HangarScreen

        screen = home_of(studio, 4)
        logbook = screen.game.logbook
        learner = logbook.learner(studio.bank)
        assert learner is not None
        for at in range(mature):
            card = f"other/fact-{at}#what"
            memory = next(iter(learner.memories.values()))
            learner.memories[card] = replace(memory, card=card, stability=30.0)
        pilot = Pilot(screen.shared, HangarScreen(screen.game), studio.size)
        pilot.settle()
        return pilot

    return take


def _list(studio: Studio) -> Pilot:
    screen = home_of(studio, 24)
    learner = screen.game.logbook.learner(studio.bank)
    assert learner is not None
    listed = SatelliteListScreen(screen.game, learner, learner.constellation())
    return Pilot(screen.shared, listed, studio.size)


def progress_of(studio: Studio, page: int, known: int = 60) -> Pilot:
    """A page of how far a learner has come who has missed some facts again and again."""
    screen = home_of(studio, known)
    game = screen.game
    learner = game.logbook.learner(studio.bank)
    assert learner is not None
    for at, card in enumerate(list(learner.agenda.memories)[:6]):
        for days in range(1 + at % 3, 30, 9):
            missed = _record(studio, game.logbook, card, TODAY - timedelta(days=days), "missed")
            game.logbook.store.add(replace(missed, right=False, rating=1))
    pilot = Pilot(screen.shared, ProgressScreen(game, learner), studio.size)
    game.logbook.wait()
    pilot.step(0.1)
    pilot.press(*["page_down"] * page)
    return pilot


def _progress(page: int, *keys: str, known: int = 60) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        pilot = progress_of(studio, page, known)
        pilot.press(*keys)
        return pilot

    return take


def _records(*said: Message) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        screen = home_of(studio, 20)
        pilot = Pilot(screen.shared, screen, studio.size)
        pilot.step(0.1)
        pilot.shared.stack.push(RecordsCard(screen.game, said))
        return pilot

    return take


def studying(
    studio: Studio, right: int = 0, *, minutes: int = 0, sittings: int = 2, missed: int = -1
) -> tuple[Game, Studying]:
    """A sitting after so many answers, of which the one numbered `missed` was not right."""
    screen = home_of(studio, 20, sittings)
    learner = screen.game.logbook.learner(studio.bank)
    assert learner is not None
    sitting = Studying(learner, Length(0, minutes) if minutes else Length(10), "pictures")
    for at in range(right):
        sitting.tick(sitting.round.reading_left_s + 9.0)
        question = sitting.question
        sitting.answer(wrong_answer(question) if at == missed else question.answer)
        sitting.go_on()
    return screen.game, sitting


def _asked(right: int, *keys: str, minutes: int = 0, missed: int = -1) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        from game.screens import flow

        game, sitting = studying(studio, right, minutes=minutes, missed=missed)
        pilot = Pilot(game.shared, flow.screen_for(game, sitting), studio.size)
        pilot.press("enter", *keys)
        return pilot

    return take


def _once_more(studio: Studio) -> Pilot:
    """What was missed comes once more."""
    from game.screens import flow

    game, sitting = studying(studio, 1, missed=0)
    while sitting.reason != "back":
        sitting.tick(sitting.round.reading_left_s + 9.0)
        sitting.answer(sitting.question.answer)
        sitting.go_on()
    pilot = Pilot(game.shared, flow.screen_for(game, sitting), studio.size)
    pilot.press("enter")
    return pilot


def _explained(*, right: bool) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        from game.screens import flow

        game, sitting = studying(studio, 3)
        sitting.tick(sitting.round.reading_left_s + 9.0)
        question = sitting.question
        sitting.answer(question.answer if right else wrong_answer(question))
        sitting.learner.store.wait()
        return Pilot(game.shared, flow.screen_for(game, sitting), studio.size)

    return take


def _end(sittings: int, answers: int = 20) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        game, sitting = studying(studio, sittings=sittings)
        while sitting.round.phase == "asking" and answers > len(sitting.round.answers):
            sitting.tick(sitting.round.reading_left_s + 9.0)
            question, at = sitting.question, len(sitting.round.answers)
            sitting.answer(wrong_answer(question) if at == 2 else question.answer)
            sitting.go_on()
        if sitting.round.phase == "asking":
            sitting.launch_now()
        return Pilot(game.shared, StudyEndScreen(game, sitting), studio.size)

    return take


STUDY: dict[str, Callable[[Studio], Pilot]] = {
    "home-guest": _guest,
    "home-empty": _home(0),
    "home-20": _home(20),
    "home-20-looked": _home(20, "up", "right"),
    "home-rested": _rested,
    "home-lifting": _lifting,
    "home-60-looked": _crowded(60, "up", "up", "left"),
    "home-500": _crowded(500),
    "home-500-looked": _crowded(500, "up", "up", "up", "right"),
    "satellites": _list,
    "hangar-earned": _hangar(24),
    "profiles-none": _profiles(0),
    "profiles": _profiles(4, "right"),
    "profiles-change": _profiles(4, changes=True),
    "learner": _learner(),
    "learner-delete": _learner("right", "enter"),
    "pictures": _pictures,
    "nickname": _nickname(by_hand=False),
    "nickname-by-hand": _nickname(by_hand=True),
    "records": _records(Message("restored", "records.damaged-2025-12-01", TODAY, 3)),
    "records-two": _records(Message("read-only", "/media/class"), Message("second-copy")),
    "progress-days": _progress(0),
    "progress-coming": _progress(1),
    "progress-kept": _progress(2),
    "progress-facts": _progress(3),
    "progress-history": _progress(3, "enter"),
    "progress-none": _progress(2, known=0),
    "study-question": _asked(3),
    "study-minutes": _asked(4, minutes=10, missed=2),
    "study-pause": _asked(2, "space"),
    "study-once-more": _once_more,
    "study-right": _explained(right=True),
    "study-wrong": _explained(right=False),
    "study-end-short": _end(2, answers=3),
    "study-end-hall": _end(3),
    "study-end-rails": _end(0),
    "study-end-fuel": _end(1),
    "study-end-launch": _end(2),
}
