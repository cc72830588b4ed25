"""What a teacher keeps of a live class."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from game import languages
from game.live import report
from game.live.report import Answer, Asked, Learner, Report

DAY = date(2026, 11, 23)
EN = languages.catalogue("en")


def made() -> Report:
    return Report(
        "Baikonur",
        DAY,
        (
            Learner(
                "guidance", 2, 3, 210,
                (Answer("right", "1957"), Answer("mended", "=2+2"), Answer("right", "Here")),
            ),
            Learner(
                "", 1, 3, 100, (Answer(""), Answer("wrong", "=2+2"), Answer("unknown")),
            ),
            Learner("", 0, 3, 0, (Answer("none"), Answer("right", "=cmd()"), Answer("none"))),
        ),
        (
            Asked("In which year?", "1957", "It was in 1957.", "A page, paragraph 3", 1, 2),
            Asked("Who?", "=cmd()", "It was she.", "A page, paragraph 4", 1, 3, mended=1),
            Asked("Where?", "Here", "It is here.", "A page, paragraph 5", 1, 3),
        ),
    )  # fmt: skip


def test_right_answers_stand_before_fuel() -> None:
    head, *rows = report.by_learner(made(), EN)
    assert head[:6] == ["Learner", "Team", "Right", "Asked", "Fuel", "1. In which year?"]
    assert rows[0][:5] == [1, "Guidance", 2, 3, 210]


def test_what_each_learner_said_stands_in_their_row() -> None:
    _, *rows = report.by_learner(made(), EN)
    assert [row[5:] for row in rows] == [
        ["right", "mended, at first: =2+2", "right"],
        ["", "not right: =2+2", "did not know"],
        ["no answer", "right", "no answer"],
    ]


def test_the_commonest_answer_to_a_question_stands_first() -> None:
    _, year, who, where = report.by_question(made(), EN)
    assert (year[6], who[6]) == ("1957: 1\nno answer: 1", "=2+2: 2\n=cmd(): 1")
    assert set(str(where[6]).splitlines()) == {"did not know: 1", "no answer: 1", "Here: 1"}


def test_which_class_it_was_is_told() -> None:
    rows = report.of_the_class(made(), EN)
    assert rows[:3] == [["Pack", "Baikonur"], ["Date", "2026-11-23"], ["Learners", 3]]


def test_what_to_teach_again_has_the_fewest_right_first() -> None:
    assert [made().questions[at].prompt for at in made().to_teach] == [
        "Who?",
        "Where?",
        "In which year?",
    ]


def test_no_cell_starts_a_formula() -> None:
    rows = report.by_question(made(), EN)
    text = report.to_csv(rows).decode("utf-8-sig")
    assert [row[1] for row in csv.reader(io.StringIO(text)) if row[0] == "2. Who?"] == ["'=cmd()"]
    book = openpyxl.load_workbook(io.BytesIO(report.to_xlsx(made(), EN)))
    assert [cell.data_type for row in book["By question"] for cell in row].count("f") == 0


def test_a_spreadsheet_begins_with_what_to_teach_again() -> None:
    book = openpyxl.load_workbook(io.BytesIO(report.to_xlsx(made(), EN)))
    assert book.sheetnames == ["To teach again", "By question", "By learner", "The class"]
    assert book["By learner"]["C2"].value == 2


def test_a_kept_report_goes_when_its_day_has_come(tmp_path: Path) -> None:
    files, until = report.keep(tmp_path, made(), EN, 30)
    assert until == date(2026, 12, 23)
    assert len(files) == 3
    report.forget_old(tmp_path, date(2026, 12, 22))
    assert all(path.exists() for path in files)
    report.forget_old(tmp_path, until)
    assert not any(path.exists() for path in files)


def test_two_classes_of_a_day_are_both_kept(tmp_path: Path) -> None:
    first, _ = report.keep(tmp_path, made(), EN, 30)
    second, _ = report.keep(tmp_path, made(), EN, 30)
    assert not set(first) & set(second)


@pytest.mark.parametrize("days", [0, 401])
def test_nothing_is_kept_for_ever(tmp_path: Path, days: int) -> None:
    with pytest.raises(ValueError, match="days"):
        report.keep(tmp_path, made(), EN, days)


def test_what_a_teacher_put_beside_the_reports_stays(tmp_path: Path) -> None:
    report.keep(tmp_path, made(), EN, 1)
    mine = tmp_path / report.FOLDER / "notes-until-summer.txt"
    mine.write_text("mine")
    report.forget_old(tmp_path, date(2027, 1, 1))
    assert [path.name for path in (tmp_path / report.FOLDER).iterdir()] == [mine.name]


def test_a_disk_that_fails_leaves_no_half_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError("no room")

    with monkeypatch.context() as failing:
        failing.setattr("os.fsync", full)
        with pytest.raises(OSError, match="no room"):
            report.keep(tmp_path, made(), EN, 30)
    place = tmp_path / report.FOLDER
    assert all(path.name.startswith(".") for path in place.iterdir())
    report.forget_old(tmp_path, DAY)
    assert not list(place.iterdir())
