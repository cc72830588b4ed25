"""What is named instead of a pack that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import cli, paths
from game.packs.installed import could_be_meant
from tests.packs.made import make


def test_the_pack_whose_name_is_most_alike_comes_first(tmp_path: Path) -> None:
    make(tmp_path / "rivers")
    shipped = {path.name for path in paths.packs().iterdir()}
    assert could_be_meant(Path("baikonr"), tmp_path)[0] == "baikonur"
    assert could_be_meant(Path("rockets"), tmp_path)[0] == "baikonur-rockets"
    beside = could_be_meant(tmp_path / "rvers", tmp_path)
    assert beside[0] == str(tmp_path / "rivers")
    assert set(beside[1:]) == shipped


@pytest.mark.parametrize(
    "command", [["check"], ["play"], ["play", "--robot"], ["preview"], ["facts"], ["bundle"]]
)
def test_a_folder_that_is_not_there_is_told_with_the_packs_that_could_be_meant(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*command, "baikonr"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("There is no pack baikonr. Perhaps one of these: baikonur, ")


def test_programs_get_the_problem_of_a_missing_folder_as_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["check", "baikonr", "--json"]) == 1
    assert '"no-folder"' in capsys.readouterr().out
