"""What leaves the game is whole for those who read it elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import cli, languages
from game.packs.read import read_pack
from game.workshop.export import written
from game.workshop.importing import imported
from tests.examples import sweep
from tests.packs.made import FACTS, make, replaced
from tests.packs.made_pictures import png
from tests.workshop.banks import bank_in

WORDS = {"ru": ("Верно", "Неверно"), "kk": ("Дұрыс", "Бұрыс")}


def exported(to: str, language: str) -> bytes:
    catalogue = languages.catalogue(language)
    data, _lost, _count = written(bank_in(language).pack, to, catalogue, language, seed=0, at=0.0)
    return data


@pytest.mark.parametrize("language", sweep(["ru", "kk"], "kk"))
def test_a_statement_offers_the_two_words_of_its_language(language: str) -> None:
    true, false = WORDS[language]
    text = exported("aiken", language).decode()
    assert f"A) {true}\nB) {false}\n" in text
    assert "True" not in text


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_comes_back_as_a_statement(language: str) -> None:
    made = imported(exported("kahoot", language), "x.xlsx", "kahoot")
    assert made.kinds().get("true-false")


def test_it_says_how_many_questions_are_in_the_file_and_that_another_one_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "quiz.xlsx"
    command = ["export", "questions/baikonur", "-o", str(out), "--to"]
    assert cli.main([*command, "kahoot"]) == 0
    said = capsys.readouterr().err
    found = re.search(r"quiz\.xlsx: ([\d,]+) of ([\d,]+) questions", said)
    assert found is not None and "replaced" not in said
    held = len(imported(out.read_bytes(), "quiz.xlsx", "kahoot").items)
    assert int(found[1].replace(",", "")) == held < int(found[2].replace(",", ""))
    assert cli.main([*command, "wayground"]) == 0
    assert "quiz.xlsx was there already: it has been replaced." in capsys.readouterr().err


def test_pictures_that_do_not_go_along_are_named(tmp_path: Path) -> None:
    catalogue = languages.catalogue("en")
    (tmp_path / "river.png").write_bytes(png())
    shown = "    picture: {file: river.png, alt: A lake}\n"
    facts = replaced(FACTS, "    from: atlas 1\n", f"    from: atlas 1\n{shown}")
    pack, _ = read_pack(make(tmp_path, facts))
    assert pack is not None
    _, lost, count = written(pack, "gift", catalogue, "en", seed=0, at=0.0)
    pictures = [one for one in lost if one.reason.startswith("its picture is lost")]
    assert pictures and all(one.place.startswith("small/longest") for one in pictures)
    assert not any(one.is_left_out for one in pictures) and count > len(pictures)


def test_a_folder_that_is_not_there_is_told_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "none" / "quiz.gift"
    assert cli.main(["export", "questions/baikonur", "-o", str(out), "--to", "gift"]) == 1
    assert capsys.readouterr().err == f"There is no folder {out.parent}: make it first.\n"


def test_a_pack_of_drafts_alone_is_not_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = FACTS[: FACTS.index("  - id: first-crossing")]
    make(tmp_path, replaced(one, "- id: longest\n", "- id: longest\n    draft: true\n"))
    out = tmp_path / "quiz.gift"
    assert cli.main(["export", str(tmp_path), "--to", "gift", "-o", str(out)]) == 1
    assert "all its facts are drafts" in capsys.readouterr().err and not out.exists()
