"""One pack, read once, for all tests that draw screens without a window."""

from __future__ import annotations

import pytest

from game.screens.studio import Studio
from game.ui.settings import Settings
from tests.screens.sharing import studio_of


@pytest.fixture(scope="session")
def studio() -> Studio:
    """Rounds of the Baikonur pack on small pictures, with no motion to wait for."""
    return studio_of(Settings(motion="none"))
