"""What docs/study.md says of the made learners, against a few of them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.study.schedule import target
from game.study.simulate.commands import simulate
from game.study.simulate.run import COMPARISONS, MODELS, PEERS

PAGE = (paths.HERE.parent / "docs" / "study.md").read_text(encoding="utf-8")


@cache
def told() -> list[tuple[str, str, str, float, float]]:
    """(comparison, model, order, how far T-Minus is ahead, half its interval) of every peer."""
    found: list[tuple[str, str, str, float, float]] = []
    comparison = -1
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        comparison += cells[0] == "model"
        ahead = re.fullmatch(r"([+-][\d.]+) ± ([\d.]+)", cells[-1])
        if ahead is not None:
            numbers = float(ahead[1]), float(ahead[2])
            found.append((COMPARISONS[comparison], cells[0], cells[1], *numbers))
    return found


def run_again(capsys: pytest.CaptureFixture[str], learners: int, days: int) -> dict[str, Any]:
    assert simulate(paths.packs() / "baikonur", learners, days, 10, 1, True) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_the_page_has_every_comparison_model_and_order() -> None:
    wanted = {(c, model, order) for c in COMPARISONS for model, _ in MODELS for order in PEERS}
    assert {row[:3] for row in told()} == wanted
    assert len(told()) == len(wanted)


@pytest.mark.slow
def test_what_the_page_says_is_ahead_is_ahead_with_a_few_learners_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = run_again(capsys, 3, 60)["rows"]
    ahead = {(r["comparison"], r["model"], r["order"]): 100 * r["ahead"][-1]["mean"] for r in rows}
    clear = [row for row in told() if abs(row[3]) >= 4 and abs(row[3]) > 2 * row[4]]
    assert len(clear) >= 6
    for comparison, model, order, said, _ in clear:
        assert ahead[comparison, model, order] * said > 0, (comparison, model, order)


def test_the_same_command_prints_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_again(capsys, 2, 6) == run_again(capsys, 2, 6)


def test_the_targets_on_the_page_are_those_of_the_schedule() -> None:
    said = re.search(r"right in ([\d.]+), ([\d.]+), ([\d.]+) or ([\d.]+) % of", PAGE)
    assert said is not None
    assert [float(number) for number in said.groups()] == [
        pytest.approx(100 * target(options), abs=0.05) for options in (2, 3, 4, 5)
    ]


def test_a_folder_that_is_no_pack_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert simulate(tmp_path, 1, 1, 10, 1, True) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "pack.yaml" in printed.err
