"""No screen says a word that is in no catalogue, and questions keep the language of their pack."""

from __future__ import annotations

import re
from typing import Any

import pytest

from game import languages, paths
from game.play.mission import vehicles
from game.screens.loading import Loaded, Loading
from game.screens.shots import SHOTS
from game.screens.shots_live import TOLD
from game.screens.shots_study import WRITTEN
from game.screens.studio import Studio
from game.screens.words import NO_BREAK
from game.ui.canvas import Canvas
from game.ui.settings import Settings
from tests.pseudo import Pseudo

AUTHORS_ONLY = (
    *("problem", "workshop-problem", "workshop-yields", "workshop-no-round", "workshop-empty"),
    *("workshop-draft", "workshop-edit", "workshop-edit-doubt"),
)
"""Screens that show what the reading of a pack says to its author, and packs of their own."""
BY_ITSELF = re.compile(
    r"T-MINUS|T[-+][\d:]+|F\d+|Esc|Pg(?:Dn|Up)|[A-Z](?:[–  ]+[A-Z])?|English(?: \([\w ]+\))?|10 m"
    r"|[◀▶]|[A-Z\d]{5}(?:-[A-Z\d]{1,5})+|\d?[A-E](?:  \d?[A-E])+"
)
"""The game's name, the counter and the flight's clock, keys, a language's own name, a scale,
arrows, a voice's name, a mission code, a row of letters."""
IN_BRACKETS = re.compile(r"\[[^\[\]]*\]|^[^\[\]]*\]|\[[^\[\]]*$")


def speak(monkeypatch: pytest.MonkeyPatch, pack_too: bool = False) -> None:
    """Let the screens speak the pseudo-language, and the packs too if asked."""
    real = languages.catalogue
    monkeypatch.setattr(
        languages, "catalogue", lambda code: Pseudo() if pack_too or code == "xx" else real(code)
    )


@pytest.mark.slow
def test_every_word_on_every_screen_is_the_packs_or_in_a_catalogue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speak(monkeypatch)
    drawn: dict[str, str] = {}
    at = ""
    text, paragraph = Canvas.text, Canvas.paragraph

    def watched_text(self: Canvas, string: str, *rest: Any, **more: Any) -> Any:
        drawn.setdefault(string, at)
        return text(self, string, *rest, **more)

    def watched_paragraph(self: Canvas, string: str, *rest: Any, **more: Any) -> Any:
        drawn.setdefault(string, at)
        return paragraph(self, string, *rest, **more)

    monkeypatch.setattr(Canvas, "text", watched_text)
    monkeypatch.setattr(Canvas, "paragraph", watched_paragraph)
    settings = Settings(motion="none")
    studio = Studio(paths.default_pack(), size=(960, 540), language="xx", settings=settings)
    for at, take in SHOTS.items():
        if at not in AUTHORS_ONLY:
            take(studio).picture()
    others = [volume.pack for volume in studio.shelf.wait()]
    every = [studio.pack, *others, *studio.bank.questions(), *vehicles(), WRITTEN, TOLD]
    told = "\n".join(map(repr, every))
    told = told.replace("\\'", "'").casefold()
    # A unit stays beside its number by a blank that does not break.
    drawn = {string.replace(NO_BREAK, " "): where for string, where in drawn.items()}
    told = told.replace("\\xa0", " ")
    assert not {string: where for string, where in drawn.items() if not known(string, told)}


def known(string: str, told: str) -> bool:
    """Whether each part of a text is bracketed, the pack's, or the same in every language."""
    left = string
    while IN_BRACKETS.search(left):
        left = IN_BRACKETS.sub("", left)
    parts = [part.strip(" .,:;") for part in re.split(r"(?<=[.:,]) ", left)]
    return all(
        part.casefold() in told or BY_ITSELF.fullmatch(part)
        for part in parts
        if any(c.isalpha() for c in part)
    )


def test_a_bare_word_would_be_found() -> None:
    assert not known("Go on", "soyuz")
    assert known("Soyuz, [pàràgràph 4]", "soyuz")


def test_calls_speak_the_language_of_the_pack_and_not_of_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    speak(monkeypatch)
    monkeypatch.setenv("LANGUAGE", "xx")
    loaded = Loading(paths.default_pack(), 1).wait()
    assert isinstance(loaded, Loaded)
    question = next(iter(loaded.bank.questions("true-false")))
    assert question.options == ("True", "False")
    speak(monkeypatch, pack_too=True)
    loaded = Loading(paths.default_pack(), 1).wait()
    assert isinstance(loaded, Loaded)
    question = next(iter(loaded.bank.questions("true-false")))
    assert all(option.startswith("[") for option in question.options)
