"""Every attack is refused by the name of the rule that it breaks, and nothing of it stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from tests.examples import sweep
from tests.workshop.attacks import Attack, bundle, every

ATTACKS = every()
ONE_OF_EACH = {one.rule: one for one in ATTACKS}


@pytest.mark.parametrize(
    "attack",
    sweep(ATTACKS, *ONE_OF_EACH.values()),
    ids=[f"{one.rule}-{one.name}" for one in ATTACKS],
)
def test_an_attack_is_refused_by_its_rule(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "attack.zip"
    file.write_bytes(attack.make())
    status = main(["install", str(file), "--data", str(tmp_path / "data"), "--json"])
    said = capsys.readouterr()
    assert status == 1
    assert json.loads(said.out)["refused"]["code"] == attack.rule
    assert f"[{attack.rule}]" in said.err and said.err.count("\n") == 1
    left = [path for path in (tmp_path / "data").rglob("*") if path.name != "lock"]
    assert [path for path in left if path.name != "installed"] == []
    assert {path.name for path in tmp_path.iterdir()} == {"attack.zip", "data"}


def test_there_are_many_attacks_on_many_rules() -> None:
    assert len(ATTACKS) >= 150
    assert len({attack.rule for attack in ATTACKS}) >= 50


def test_what_the_attacks_are_made_from_is_harmless(tmp_path: Path) -> None:
    (tmp_path / "good.zip").write_bytes(bundle())
    assert main(["install", str(tmp_path / "good.zip"), "--data", str(tmp_path / "data")]) == 0
