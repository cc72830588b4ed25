"""Where a film's thread fails, the film is made where it is wanted, or says why it cannot be."""

from __future__ import annotations

import threading

import pytest

from game.screens import reel as reels
from game.screens.reel import Reel
from game.ui.art.launch import LaunchFilm
from tests.patience import PATIENCE_S

SIZE = (320, 180)


def test_a_film_whose_thread_fails_is_made_where_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def only_here(*given: object, **named: object) -> LaunchFilm:
        if threading.current_thread().name == "film":
            raise MemoryError("no room")
        return LaunchFilm(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reels, "LaunchFilm", only_here)
    assert _within_a_minute(Reel("soyuz-2-1a")) is not None


def test_a_film_that_cannot_be_made_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> LaunchFilm:
        raise MemoryError("no room")

    monkeypatch.setattr(reels, "LaunchFilm", never)
    with pytest.raises(MemoryError, match="no room"):
        _within_a_minute(Reel("soyuz-2-1a"))


def test_a_film_that_comes_after_its_reel_was_closed_is_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed, made = threading.Event(), threading.Event()

    def late(*given: object, **named: object) -> LaunchFilm:
        closed.wait(PATIENCE_S)
        return LaunchFilm(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reels, "LaunchFilm", late)
    monkeypatch.setattr(reels, "_prepare", lambda *_: made.set())
    reel = Reel("soyuz-2-1a")
    reel.begin(SIZE)
    reel.close()
    closed.set()
    assert made.wait(PATIENCE_S)
    assert reel.now is None


def _within_a_minute(reel: Reel) -> LaunchFilm:
    """The film, or what asking for it raised; a wait without end fails."""
    found: list[LaunchFilm | BaseException] = []

    def ask() -> None:
        try:
            found.append(reel.film(SIZE))
        except BaseException as trouble:
            found.append(trouble)

    asking = threading.Thread(target=ask, name="asking", daemon=True)
    asking.start()
    asking.join(PATIENCE_S)
    assert found, "the film is waited for without end"
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]
