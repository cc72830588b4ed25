"""Settings: kept whole, and mended when the file is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.ui.settings import Settings, SettingsFile, read, write


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "data" / "settings.json"
    chosen = Settings(mute=True, volume=0.3, text_scale=1.5, theme="light_aaa", answers="asked")
    write(file, chosen)
    assert read(file) == (chosen, None)


def test_a_missing_file_gives_the_usual_settings_without_a_word(tmp_path: Path) -> None:
    assert read(tmp_path / "settings.json") == (Settings(), None)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 100_000])
def test_a_damaged_file_gives_the_usual_settings_and_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings, said = read(file)
    assert settings == Settings()
    assert said is not None
    assert str(file) in said
    assert file.with_name("settings.json.damaged").read_bytes() == content
    assert read(file) == (Settings(), None)


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"mute": "yes", "volume": 0.2, "motion": "wild", "new_thing": 1}')
    settings, said = read(file)
    assert settings == Settings(volume=0.2)
    assert said is not None
    assert "motion, mute" in said


@pytest.mark.parametrize(("given", "kept"), [("7", 2.0), ("-1", 1.0), ("NaN", 1.0), ("1e999", 2.0)])
def test_numbers_are_brought_into_their_range(tmp_path: Path, given: str, kept: float) -> None:
    file = tmp_path / "settings.json"
    file.write_text(f'{{"text_scale": {given}}}')
    assert read(file)[0].text_scale == kept


def test_no_half_written_file_is_left_where_the_settings_are(tmp_path: Path) -> None:
    write(tmp_path / "settings.json", Settings())
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_a_change_keeps_the_rest() -> None:
    assert Settings(volume=0.4).with_(mute=True) == Settings(volume=0.4, mute=True)


def test_settings_kept_behind_the_games_back_are_the_last_ones(tmp_path: Path) -> None:
    told: list[str] = []
    file = SettingsFile(tmp_path / "settings.json", told.append)
    for volume in range(11):
        file.keep(Settings(volume=volume / 10))
    file.close()
    assert read(tmp_path / "settings.json") == (Settings(volume=1.0), None)
    assert told == []


def test_settings_that_cannot_be_kept_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder is needed")
    told: list[str] = []
    file = SettingsFile(tmp_path / "taken" / "settings.json", told.append)
    file.keep(Settings())
    file.close()
    assert len(told) == 1
    assert "cannot be kept" in told[0]
