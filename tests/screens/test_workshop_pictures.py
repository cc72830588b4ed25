"""Golden pictures of the workshop: a question as its author reads it, a problem with its line."""

from __future__ import annotations

import pytest

from game.screens.shots_workshop import WORKSHOP
from game.screens.studio import Studio
from tests.examples import sweep
from tests.pictures import assert_like_golden

KEPT = ("workshop-questions", "workshop-problem", "workshop-draft", "workshop-edit-doubt")


@pytest.mark.parametrize("name", sweep(KEPT, "workshop-problem"))
def test_the_workshop(studio: Studio, name: str) -> None:
    assert_like_golden(WORKSHOP[name](studio).picture(), f"screens/{name}")


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in WORKSHOP if name not in KEPT])
def test_every_other_state_is_drawn_without_a_fault(studio: Studio, name: str) -> None:
    assert WORKSHOP[name](studio).picture().get_size() == studio.size
