"""The round that was left in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rounds.saved import NotARound, to_json
from game.screens.kept import NAME, Keeper
from game.screens.studio import Studio


def test_what_was_kept_is_taken_up_as_it_was(studio: Studio, tmp_path: Path) -> None:
    sitting = studio.sitting(4, missed=(1,))
    keeper = Keeper(tmp_path)
    keeper.keep("baikonur", sitting.plan, to_json(sitting.round))
    assert keeper.settle()
    kept = Keeper(tmp_path).take_up()
    assert kept is not None
    assert (kept.pack, kept.round, kept.plan) == ("baikonur", sitting.round, sitting.plan)


def test_only_the_newest_round_is_kept(studio: Studio, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    for at in (1, 2, 3):
        sitting = studio.sitting(at)
        keeper.keep("baikonur", sitting.plan, to_json(sitting.round))
    assert keeper.settle()
    kept = keeper.take_up()
    assert kept is not None and kept.round.at == 3
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_round_that_is_over_is_forgotten(studio: Studio, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    sitting = studio.sitting(1)
    keeper.keep("baikonur", sitting.plan, to_json(sitting.round))
    keeper.forget()
    assert keeper.settle()
    assert keeper.take_up() is None


def test_without_a_folder_nothing_is_kept() -> None:
    keeper = Keeper(None)
    keeper.forget()
    assert keeper.take_up() is None


def test_a_folder_that_cannot_be_written_is_told_and_play_goes_on(
    studio: Studio, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    keeper = Keeper(blocked)
    sitting = studio.sitting(0)
    keeper.keep("baikonur", sitting.plan, to_json(sitting.round))
    assert keeper.settle()
    assert keeper.trouble


@given(st.text(max_size=200))
def test_a_damaged_file_is_refused_by_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    (folder / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(NotARound):
        Keeper(folder).take_up()
