"""The robot, from the command line."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from game import cli, paths


def robot(hash_seed: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "game.cli", "play", "--robot", "--seed", "1", "--rounds", "3"],
        cwd=paths.HERE.parent,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


@pytest.mark.slow
def test_the_same_seed_prints_the_same_whatever_the_hash_seed() -> None:
    first = robot("1")
    assert first.count("launch: fuel") == 3
    assert first == robot("4242")


def test_holds_are_played(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["play", "--robot", "--seed", "1", "--rounds", "3"]) == 0
    printed = capsys.readouterr().out
    assert "hold:" in printed
    assert "mend" in printed


def test_a_pack_that_is_not_there_is_one_sentence_and_status_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["play", "no-such-pack", "--robot"]) == 1
    assert "no-such-pack" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["play", "--robot", "--rounds", "0"],
        ["play", "--robot", "--rounds", "many"],
        ["play", "--robot", "--questions", "2"],
        ["shots"],
        ["shots", "out", "--size", "big"],
        ["nonsense"],
        ["check", ".", "--source", "nothing"],
    ],
)
def test_wrong_use_is_said_and_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err
