"""Golden pictures of self-study: the sky empty, small and full, and the steps of a mission."""

from __future__ import annotations

import pytest

from game.screens.shots_study import STUDY
from game.screens.studio import Studio
from tests.pictures import assert_like_golden

KEPT = (
    "home-guest",
    "home-20",
    "home-500-looked",
    "pictures",
    "progress-kept",
    "study-question",
    "study-end-rails",
)


@pytest.mark.parametrize("name", KEPT)
def test_self_study(studio: Studio, name: str) -> None:
    assert_like_golden(STUDY[name](studio).picture(), f"study/{name}")


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in STUDY if name not in KEPT])
def test_every_other_state_is_drawn_without_a_fault(studio: Studio, name: str) -> None:
    assert STUDY[name](studio).picture().get_size() == studio.size
