"""One pack, read once, for all tests that draw screens without a window."""

from __future__ import annotations

import pytest

from game import paths
from game.screens.studio import Studio
from game.ui.settings import Settings


@pytest.fixture(scope="session")
def studio() -> Studio:
    """Rounds of the Baikonur pack on small pictures, with no motion to wait for."""
    return Studio(paths.default_pack(), size=(960, 540), settings=Settings(motion="none"))
