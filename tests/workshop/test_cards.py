"""The cards to print: five pages, the same on any day, readable on any printer."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path

import pytest

from game import languages, paths
from game.cli import main
from game.packs.model import Pack
from game.packs.read import read_pack
from game.ui.geometry import Rect
from game.ui.theme import contrast, load
from game.workshop.formats.cards import LETTERS, MARGIN, PAGE, cards, shape_of

BAIKONUR = paths.default_pack()


@pytest.fixture(scope="module")
def pack() -> Pack:
    read, _ = read_pack(BAIKONUR)
    assert read is not None
    return read


def test_a_sheet_to_fold_and_a_large_card_for_each_letter(pack: Pack) -> None:
    made = cards(pack, languages.catalogue("en"), "en")
    assert made.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b(?!s)", made)) == 1 + len(LETTERS)


def test_the_same_pack_gives_the_same_file(pack: Pack) -> None:
    catalogue = languages.catalogue("en")
    assert cards(pack, catalogue, "en") == cards(pack, catalogue, "en")


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_letter_of_every_language_is_in_the_font(
    pack: Pack, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        cards(pack, languages.catalogue(language), language)
    assert [record for record in caplog.records if "glyph" in record.getMessage()] == []


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize(
    "area", [Rect(0, 0, PAGE[0] / 2, PAGE[1] / 2), Rect(0, 0, PAGE[1], PAGE[0])]
)
def test_no_shape_comes_into_the_margin_of_a_printer(letter: str, area: Rect) -> None:
    points = shape_of(letter, area)
    inside = area.inset(MARGIN - 0.01)
    assert all(inside.contains(point) for point in points)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_white_letter_can_be_read_on_every_shape_in_grey_too(letter: str) -> None:
    """Contrast is one of lightness, which a printer without colours keeps."""
    assert contrast(load("calm").answer(letter)[0], (255, 255, 255)) >= 4.5


def test_four_letters_have_four_shapes() -> None:
    assert len({load("calm").answer(letter)[1] for letter in LETTERS}) == 4


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    assert main(["export", str(BAIKONUR), "--to", "cards", "-o", str(out), "--lang", "kk"]) == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([str(BAIKONUR), "--to", "scrolls", "-o", "x.pdf"], 2),
        ([str(BAIKONUR), "--to", "cards"], 2),
        ([str(BAIKONUR), "--to", "cards", "-o", "x.pdf", "--lang", "xx"], 2),
        (["no-such-pack", "--to", "cards", "-o", "x.pdf"], 1),
        ([str(BAIKONUR), "--to", "cards", "-o", "no-such-folder/x.pdf"], 1),
    ],
)
def test_what_cannot_be_exported_is_told(
    arguments: list[str],
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments]) == status
    told = capsys.readouterr().err
    assert told and "Traceback" not in told


def test_an_installed_copy_says_what_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    monkeypatch.delitem(sys.modules, "game.workshop.formats.cards")
    out = tmp_path / "cards.pdf"
    assert main(["export", str(BAIKONUR), "--to", "cards", "-o", str(out)]) == 1
    assert "t-minus[author]" in capsys.readouterr().err
    assert not out.exists()
