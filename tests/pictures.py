"""Compares what was drawn with the golden pictures in tests/golden.

They were made by pygame-ce on Linux, and are compared there alone: another rasteriser of letters
differs at every edge. `T_MINUS_GOLDEN=write` writes them anew; look at each before you commit it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pygame
import pytest

GOLDEN = Path(__file__).parent / "golden"
SHEETS = Path(__file__).parents[1] / "out" / "golden"
_TOLERANCE = 24  # of 255, a channel
_SHARE = 0.0005  # of the pixels that may differ by more


def assert_like_golden(picture: pygame.Surface, name: str) -> None:
    """Fail with a sheet, computed beside expected, if a picture is not like its golden one."""
    if not (sys.platform.startswith("linux") and getattr(pygame, "IS_CE", False)):
        pytest.skip("golden pictures are compared with pygame-ce on Linux")
    file = GOLDEN / f"{name}.png"
    if os.environ.get("T_MINUS_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(picture, str(file))
        return
    if not file.is_file():
        pytest.fail(f"{file} is missing; T_MINUS_GOLDEN=write makes it")
    expected = pygame.image.load(str(file))
    if expected.get_size() != picture.get_size():
        pytest.fail(f"{name}: {picture.get_size()} instead of {expected.get_size()}")
    share = differing_share(picture, expected)
    if share > _SHARE:
        sheet = _sheet(picture, expected, name)
        pytest.fail(f"{name}: {share:.2%} of the pixels differ; computed | expected: {sheet}")


def differing_share(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of pixels in which some channel differs by more than the tolerance."""
    width, height = one.get_size()
    difference = _plain(one)
    difference.blit(_plain(other), (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back = _plain(other)
    back.blit(_plain(one), (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    difference.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    within = (_TOLERANCE + 1,) * 3
    alike = pygame.mask.from_threshold(difference, (0, 0, 0), (*within, 255)).count()
    return 1 - alike / (width * height)


def _plain(picture: pygame.Surface) -> pygame.Surface:
    plain = pygame.Surface(picture.get_size(), 0, 24)
    plain.blit(picture, (0, 0))
    return plain


def _sheet(computed: pygame.Surface, expected: pygame.Surface, name: str) -> Path:
    width, height = computed.get_size()
    sheet = pygame.Surface((2 * width + 8, height))
    sheet.blit(computed, (0, 0))
    sheet.blit(expected, (width + 8, 0))
    file = SHEETS / f"{name.replace('/', '-')}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(sheet, str(file))
    return file
