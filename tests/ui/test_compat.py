"""Both pygames: the same pictures on either, and a sentence when they lie over each other."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.ui import compat


@pytest.mark.parametrize(
    ("installed", "clash"),
    [
        (["pygame_ce-2.5.8"], False),
        (["pygame-2.6.1"], False),
        (["pygame-2.6.1", "pygame_ce-2.5.8"], True),
        (["pygame_ce-2.5.8", "pygame_gui-0.6.14"], False),
    ],
)
def test_two_pygames_over_each_other_are_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: list[str], clash: bool
) -> None:
    for name in installed:
        (tmp_path / f"{name}.dist-info").mkdir()
    monkeypatch.setattr(pygame, "__file__", str(tmp_path / "pygame" / "__init__.py"))
    said = compat.clash()
    assert (said is not None) is clash
    assert said is None or "pip uninstall pygame pygame-ce" in said


def test_many_pictures_are_blitted_at_their_places() -> None:
    ground, spark = pygame.Surface((20, 20)), pygame.Surface((2, 2))
    spark.fill((40, 50, 60))
    compat.blit_many(ground, [(spark, (0, 0)), (spark, (10, 10))])
    compat.blit_many(ground, [(spark, (10, 10))], pygame.BLEND_RGB_ADD)
    assert ground.get_at((0, 0))[:3] == (40, 50, 60)
    assert ground.get_at((11, 11))[:3] == (80, 100, 120)
    assert ground.get_at((5, 5))[:3] == (0, 0, 0)
