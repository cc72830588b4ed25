"""The machine that the tests run on has the screen and the browser that they play on."""

from __future__ import annotations

import os
import subprocess


def test_keys_can_be_pressed_on_a_screen_of_our_own(display: str) -> None:
    asked = subprocess.run(
        ["xdotool", "getdisplaygeometry"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.split() == ["1920", "1080"]


def test_a_browser_starts(chromium: str) -> None:
    asked = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    assert "Chrom" in asked.stdout
