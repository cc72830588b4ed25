"""What tests of the real window and the real browser need of the machine they run on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

from game import arguments

# No test asserts a time, and a machine that does other work is slow in making examples too.
# What chance draws may be large, or left out often, once in many runs: that is no fault either.
LUCK = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
settings.register_profile("calm", deadline=None, suppress_health_check=LUCK)
settings.register_profile("quick", settings.get_profile("calm"), max_examples=20)


def pytest_configure(config: pytest.Config) -> None:
    """The quick set tries fewer examples of each property, another few each time; CI tries all."""
    quick = config.getoption("markexpr") == "not slow" and not os.environ.get("CI")
    settings.load_profile("quick" if quick else "calm")


# What a command says is looked for in English, whatever this machine speaks.
os.environ["LANGUAGE"] = "en"


def program(*names: str) -> str:
    """The first of these programs that is here. Without one a test is skipped, in CI it fails."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    reason = f"this machine has no {names[0]}"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI must have it")
    pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the game keeps goes to a folder of the tests, and nothing among the user's own files."""
    os.environ["T_MINUS_DATA"] = str(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="session", autouse=True)
def _called() -> Iterator[None]:
    """A command tells of itself as `t-minus`, whatever started the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["t-minus"])
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_parser() -> Iterator[None]:
    """A game parses its command line once: to make a parser takes longer than most commands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arguments, "every_command", cache(arguments.every_command))
        yield


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of 1920x1080 of the test's own, as a value for DISPLAY; xdotool is there for it."""
    yield from _screen("1920x1080")


@pytest.fixture
def wide_display() -> Iterator[str]:
    """A screen with room for a window of 3840x2160."""
    yield from _screen("3840x2160")


def _screen(size: str) -> Iterator[str]:
    server = program("Xvfb")
    program("xdotool")
    # Without -noreset it starts anew when a window closes, and drops who comes just then.
    options = ["-noreset", "-nolisten", "tcp", "-screen", "0", f"{size}x24"]
    running = subprocess.Popen(
        [server, "-displayfd", "1", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdout is not None
    number = running.stdout.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    running.terminate()
    running.wait()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium, or the Chromium or Chrome of another system."""
    return program("chromium", "chromium-browser", "google-chrome")
