"""A fitted programme in a vehicle's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.flight.load import load
from game.flight.vehicle import Programme
from game.flight.write import write_programme
from tests.flight.made import MADE, PROGRAMME, write_made

FITTED = Programme(61.5, 10, 8.25, 180, ((150, 24.125), (175, -3.5)))


def test_only_the_numbers_change(tmp_path: Path) -> None:
    path = write_made(tmp_path)
    write_programme(path, FITTED)
    expected = (
        PROGRAMME.replace("60.0   # the plane", "61.5   # the plane")
        .replace("kick_deg: 9", "kick_deg: 8.25")
        .replace("[[150, 25], [175, 20]]", "[[150, 24.125], [175, -3.5]]")
    )
    assert path.read_text(encoding="utf-8") == MADE + expected
    assert load(path).programme == FITTED


def test_writing_the_same_programme_changes_no_byte(tmp_path: Path) -> None:
    path = write_made(tmp_path)
    before = path.read_bytes()
    programme = load(path).programme
    assert programme is not None
    write_programme(path, programme)
    assert path.read_bytes() == before


def test_a_file_without_a_programme_gets_one_at_its_end(tmp_path: Path) -> None:
    path = write_made(tmp_path, MADE)
    write_programme(path, FITTED)
    assert path.read_text(encoding="utf-8").startswith(MADE)
    assert load(path).programme == FITTED


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
def test_line_ends_and_the_mark_of_other_editors_stay(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "made.yaml"
    path.write_bytes(start + (MADE + PROGRAMME).replace("\n", "\r\n").encode())
    write_programme(path, FITTED)
    data = path.read_bytes()
    assert data.startswith(start)
    assert data.count(b"\r\n") == data.count(b"\n") == (MADE + PROGRAMME).count("\n")
    assert load(path).programme == FITTED
