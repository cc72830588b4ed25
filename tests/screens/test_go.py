"""GO or NO-GO, in every language and size."""

from __future__ import annotations

import pytest

from game import languages
from game.rounds.crew import Crew
from game.screens.go import GoScreen
from game.ui.settings import Settings
from game.ui.widgets import KeyHints
from tests.screens.sharing import studio_of


@pytest.mark.parametrize("crew", [Crew(), Crew("class")])
@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_hint_loses_its_words(
    scale: float, language: str, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[str]] = []
    row = KeyHints._row

    def note(self: KeyHints, *rest: object) -> object:
        found = row(self, *rest)  # type: ignore[arg-type]
        said.append(found.said)
        return found

    monkeypatch.setattr(KeyHints, "_row", note)
    settings = Settings(motion="none", text_scale=scale)
    studio = studio_of(settings, language=language)
    asks = studio.question("choice", ("railway-before", "railway-line"))
    pilot = studio.play(studio.sitting(6, asks, go=True, crew=crew))
    assert isinstance(pilot.scene, GoScreen)
    pilot.picture()
    assert said and all(all(texts) for texts in said)
