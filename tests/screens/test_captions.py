"""What a launch says of its round: few words, each of them learned in it."""

from __future__ import annotations

from functools import cache

import pytest

from game import languages, paths
from game.bank.bank import Bank
from game.play.plan import Plan, rules_for
from game.play.sitting import Sitting
from game.screens.captions import LONGEST, captions
from game.screens.flown import flown
from game.screens.loading import Loaded, Loading
from game.screens.studio import answer
from game.ui.art.launch import CAPTION_S, LaunchFilm
from game.ui.theme import load
from tests.examples import sweep

ROUNDS = range(6)


@cache
def bank_in(language: str) -> Bank:
    result = Loading(paths.default_pack(), 7, language=language).wait()
    assert isinstance(result, Loaded)
    return result.bank


def played(language: str, seed: int) -> Sitting:
    """A round of which every fourth question was missed, at the key."""
    plan = Plan(10, f"captions/{seed}", "2025-12-01", rules=rules_for(10))
    sitting = Sitting(bank_in(language), plan)
    asked = 0
    while sitting.round.phase in ("go", "asking", "explaining"):
        answer(sitting, right=asked % 4 != 2)
        sitting.go_on()
        asked += 1
    sitting.launch_now()
    return sitting


def lines_of(sitting: Sitting, language: str) -> list[tuple[str, str]]:
    catalogue = languages.catalogue(language)
    return [line for line in captions(sitting, sitting.bank.pack, catalogue) if line[0]]


@pytest.mark.parametrize("seed", sweep(ROUNDS, ROUNDS[0]))
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_at_most_four_captions_of_twelve_words(language: str, seed: int) -> None:
    lines = lines_of(played(language, seed), language)
    assert 2 <= len(lines) <= 4
    assert all(len(text.split()) <= 12 and len(text) <= LONGEST for text, _ in lines)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("seed", sweep(ROUNDS, ROUNDS[0]))
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_caption_but_the_last_was_learned_in_the_round(language: str, seed: int) -> None:
    sitting = played(language, seed)
    *facts, last = lines_of(sitting, language)
    learned = [
        asked.question
        for asked, cell in zip(sitting.round.asked, sitting.cells(), strict=False)
        if cell in ("full", "mended")
    ]
    said = {question.explanation for question in learned}
    said |= {f"{question.label}: {question.key}" for question in learned}
    assert {text for text, _ in facts} <= said
    assert all(origin == sitting.bank.pack.came_from for _, origin in facts)
    assert str(len(learned)) in last[0] and not last[1]


@pytest.mark.parametrize("brief", (False, True))
def test_a_caption_shows_for_four_seconds_at_most(brief: bool) -> None:
    film = LaunchFilm((160, 90), load("calm"), flown("soyuz-2-1a"), brief=brief)
    shown: dict[int, list[float]] = {}
    for frame in range(int(film.length * 30)):
        film.seek(frame / 30)
        if film.caption is not None:
            shown.setdefault(film.caption, []).append(frame / 30)
    assert 1 <= len(shown) <= 4
    assert all(seen[-1] - seen[0] <= CAPTION_S for seen in shown.values())
