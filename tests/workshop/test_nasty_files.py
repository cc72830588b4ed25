"""Whatever a file holds ends in questions of a pack without an error, or in named reasons."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from pathlib import Path

import pytest

from game import languages
from game.bank.bank import build
from game.bank.check import judge_questions
from game.bank.judge import judge
from game.packs.read import read_folder
from game.workshop.fact_table import NoFacts, tried
from game.workshop.imported_pack import Head, language_of, pack_files, put
from game.workshop.importing import CannotImport, Imported, imported
from tests.examples import sweep
from tests.workshop.nasty import files

FILES: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
for form, name, data in files():
    FILES[form].append((name, data))


@pytest.mark.parametrize("form", sweep(sorted(FILES), "aiken", "kahoot"))
def test_every_file_ends_in_a_pack_or_in_reasons(form: str, tmp_path: Path) -> None:
    for number, (name, data) in enumerate(FILES[form]):
        for said in (form, None):
            try:
                made = imported(data, name, said)
            except CannotImport as error:
                assert str(error)
                continue
            assert all(one.reason and one.place.startswith(name) for one in made.skipped), name
            if made.table is None:
                assert made.read == len(made.items) + len(made.skipped), name
            _is_a_pack(made, name, tmp_path / f"{number}-{said}")


def _is_a_pack(made: Imported, name: str, folder: Path) -> None:
    head = Head(name, "CC0", language_of(made.texts()), name, made.format)
    if made.table is not None:
        try:
            put(tried(made.table, head).files, folder)
        except NoFacts as error:
            assert str(error)
            return
    elif made.items:
        put(pack_files(made.items, head), folder)
    else:
        return
    reading = read_folder(folder)
    problems = reading.findings.in_order()
    assert not [one for one in problems if one.severity == "error"], (name, problems)
    assert reading.pack is not None
    judge_questions(reading)
    for question in build(reading.pack, 1, languages.catalogue("ru")).questions():
        assert judge(question, question.answer), question


def test_a_spreadsheet_that_would_unpack_to_far_more_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"):
            archive.writestr(part, b"<a>" * 5_000_000)
    with pytest.raises(CannotImport, match="times its size"):
        imported(out.getvalue(), "bomb.xlsx")


def test_an_h5p_package_that_would_unpack_to_far_more_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("h5p.json", b"{}")
        archive.writestr("content/content.json", b"[" * 25_000_000)
    made = imported(out.getvalue(), "bomb.h5p")
    assert [said.reason for said in made.skipped] == [
        "its content/content.json is larger than 20 MB"
    ]


@pytest.mark.slow
def test_more_questions_than_a_pack_holds_are_named() -> None:
    made = imported(b"Q {=a ~b}\n\n" * 50_002, "many.gift")
    assert (made.read, len(made.items)) == (50_002, 50_000)
    assert "50,000 questions" in made.skipped[0].reason
