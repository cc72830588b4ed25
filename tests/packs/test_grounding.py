"""Facts held against the documents that they cite; all documents here are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.commands import check
from game.packs.evidence import claims_of, names_for_sure, stands_in, stem
from game.packs.grounding import Grounding, ground, read_sources
from game.packs.read import read_folder
from tests.packs.made import FACTS, MANIFEST, make, replaced

ATLAS = """\
The Long River is some 6,650 kilometres long.

Three men tried in 1956 and 1958. A. Byrd swam across the Long River on June 2, 1957.
It rises in the Blue Lake.
"""
DIARY = "Ada Byrd's page.\nI swam it in 1957!\n"


def grounded(folder: Path, facts: str = FACTS, atlas: str = ATLAS) -> tuple[Grounding, list[str]]:
    make(folder / "pack", facts)
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    (documents / "atlas-1.txt").write_text(atlas, encoding="utf-8")
    (documents / "diary.txt").write_text(DIARY, encoding="utf-8")
    reading = read_folder(folder / "pack")
    assert reading.pack is not None and not reading.findings.errors()
    paragraphs = read_sources(reading.pack, documents, {"diary": "d*.txt"}, reading.findings)
    result = ground(reading.pack, reading.origins, paragraphs, reading.findings)
    found = [one for one in reading.findings.in_order() if one.severity == "error"]
    return result, [f"{one.place.line}: {one.message}; {one.hint}" for one in found]


def test_facts_whose_numbers_and_names_stand_in_what_they_cite_are_grounded(
    tmp_path: Path,
) -> None:
    assert grounded(tmp_path) == (Grounding(3, 0, 0), [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "{6,650 km}",
            "{6,560 km}",
            "4: '6,560' does not stand in what the fact cites (atlas 1); no source has it",
        ),
        (
            "{when: 1957}",
            "{when: 1958}",
            "",
        ),
        (
            "fact: It springs from",
            "fact: Off Mount Ida it springs from",
            "18: 'Mount' does not stand in what the fact cites (atlas 3); no source has it",
        ),
        (
            "from: atlas 3",
            "from: atlas 2",
            "18: 'Blue' does not stand in what the fact cites (atlas 2); it stands in atlas 3",
        ),
    ],
)
def test_what_does_not_stand_there_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    result, found = grounded(tmp_path, replaced(FACTS, old, new))
    assert found[:1] == ([said] if said else [])
    assert result.failed == bool(said)


def test_a_citation_that_is_not_there_is_told_where_it_stands_alone(tmp_path: Path) -> None:
    make(tmp_path / "pack", replaced(FACTS, "from: atlas 1", "from: atlas 30"))
    reading = read_folder(tmp_path / "pack")
    assert reading.pack is not None
    paragraphs = {"atlas": ATLAS.split("\n"), "diary": DIARY.split("\n")}
    ground(reading.pack, reading.origins, paragraphs, reading.findings)
    said = [one.message for one in reading.findings.in_order()]
    assert [text for text in said if "()" in text] == []
    assert "'atlas' has no paragraph 30; it has 3" in said


def test_a_source_without_its_document_is_cited_and_not_compared(tmp_path: Path) -> None:
    make(tmp_path / "pack")
    (tmp_path / "atlas.txt").write_text(ATLAS, encoding="utf-8")
    reading = read_folder(tmp_path / "pack")
    assert reading.pack is not None
    paragraphs = read_sources(reading.pack, tmp_path, {}, reading.findings)
    assert ground(reading.pack, reading.origins, paragraphs, reading.findings) == Grounding(2, 1, 0)
    assert [one.severity for one in reading.findings.in_order()] == ["note"]


@pytest.mark.parametrize(
    ("globs", "atlas", "said"),
    [
        ({"atlas": "map*.txt"}, ATLAS, "no file fits 'map*.txt'"),
        ({"atlas": "../*.txt"}, ATLAS, "no file fits '../*.txt'"),
        ({"atlas": "/etc/*"}, ATLAS, "no file fits '/etc/*'"),
        ({"atlas": "*.txt"}, ATLAS, "'*.txt' fits several files (atlas.txt, diary.txt)"),
        ({}, ATLAS + "One more.\n", "the file atlas.txt has 4 paragraphs, and pack.yaml says 3"),
        ({}, "\udcff", "the file atlas.txt cannot be read as UTF-8 text"),
    ],
)
def test_a_document_that_does_not_fit_is_a_problem(
    tmp_path: Path, globs: dict[str, str], atlas: str, said: str
) -> None:
    make(tmp_path / "pack")
    (tmp_path / "atlas.txt").write_bytes(atlas.encode("utf-8", "surrogateescape"))
    (tmp_path / "diary.txt").write_text(DIARY, encoding="utf-8")
    reading = read_folder(tmp_path / "pack")
    assert reading.pack is not None
    read_sources(reading.pack, tmp_path, {"diary": "diary.txt", **globs}, reading.findings)
    problem = reading.findings.in_order()[0]
    assert problem.message.startswith(said)
    assert (problem.place.line, problem.path) == (10, "sources.atlas")


@pytest.mark.parametrize(
    ("claim", "paragraph"),
    [
        ("It has 3 doors.", "Three doors lead in."),
        ("It has three doors.", "It has 3 doors."),
        ("It cost 1.3 billion.", "a 1.3 billion project"),
        ("It cost 1,300 million.", "a €1.3 billion project"),
        ("It holds 6,717 people.", "room for 6717"),
        ("It holds 6,717 people.", "room for 6 717"),
        ("On 2 June 1955 it began.", "June 2, 1955 was the day."),
        ("On 2 June it began.", "It began on the 2nd of June."),
        ("It began in May 1957.", "In 1957, by May, it stood."),
        ("It was the 70th time.", "its seventieth year"),
        ("It ran for seventy years.", "its 70th anniversary"),
        ("The Soviets built it.", "built by the Soviet Union"),
        ("The Soviet Union built it.", "built by the USSR"),
        ("In Kazakhstan it stands.", "on the Kazakh steppe"),
        ("The Kazakh steppe is wide.", "the steppe of Kazakhstan"),
        ("Russia rents it.", "the Russian lease"),
        ("It was American.", "made in the United States"),
        ("French cooks made it.", "made in France"),
        ("By Ada's boat it went.", "Ada sailed it"),
        ("Soyuz-5 flew.", "the Soyuz 5 rocket"),
        ("Sputnik 1 flew.", "Sputnik-1 beeped"),
        ("Nearly 500 people came.", "some 500 guests"),
        ("Rockets need a pad.", "There is one."),
    ],
)
def test_the_same_thing_in_other_words_stands(claim: str, paragraph: str) -> None:
    here = stands_in(paragraph)
    assert [one.words for one in claims_of(claim, frozenset()) if not one.stands(here)] == []


@pytest.mark.parametrize(
    ("claim", "paragraph", "lacking"),
    [
        ("It has 3 doors.", "It has 13 doors, 30 windows.", ["3"]),
        ("It has two doors.", "One door, and one more.", ["two"]),
        ("It cost 1.3 billion.", "a 1.3 million project", ["1.3 billion"]),
        ("On 2 June 1955 it began.", "On 3 June 1955, 2 men.", ["2 June"]),
        ("It began in May 1957.", "It may begin in 1957.", ["May"]),
        ("Then Ada Byrd came.", "Then Ada came.", ["Byrd"]),
        ("Yuri Gagarin came.", "Gagarin came.", ["Yuri"]),
        ("It stood in India.", "It stood in Indonesia.", ["India"]),
    ],
)
def test_another_number_day_or_name_does_not_stand(
    claim: str, paragraph: str, lacking: list[str]
) -> None:
    here = stands_in(paragraph)
    assert [one.words for one in claims_of(claim, frozenset()) if not one.stands(here)] == lacking


def test_the_first_word_is_a_name_if_it_is_one_elsewhere() -> None:
    names = names_for_sure(["Rockets leave Baikonur.", "It has rockets."])
    assert names == frozenset({"Baikonur"})
    assert [one.name for one in claims_of("Baikonur has rockets.", names)] == ["Baikonur"]
    assert claims_of("Rockets fly.", names) == []


def test_another_spelling_that_is_accepted_may_stand(tmp_path: Path) -> None:
    facts = (
        "- {id: a, fact: 'A swim by {Adda Bird}.', ask: Who?, from: atlas 2,\n"
        "   answers: {accepted: [A. Byrd]}}\n"
    )
    assert grounded(tmp_path, facts)[1] == []


def test_stems_of_short_names_stay_whole() -> None:
    assert [stem(name) for name in ("Iran", "Cuba", "Ada's", "Kazakhstani", "Kazakh")] == [
        "iran",
        "cuba",
        "ada",
        "kazakh",
        "kazakh",
    ]


def test_the_command_says_how_much_was_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "pack", manifest=replaced(MANIFEST, "kind: a diary", "kind: a diary, file: d*"))
    (tmp_path / "atlas.txt").write_text(ATLAS, encoding="utf-8")
    (tmp_path / "diary").write_text(DIARY, encoding="utf-8")
    assert check(tmp_path / "pack", tmp_path, {}, coverage=False, as_json=False) == 0
    printed = capsys.readouterr().out
    assert "3 facts grounded, 0 not, 0 cited, not compared." in printed
