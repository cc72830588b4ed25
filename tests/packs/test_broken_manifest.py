"""A manifest broken in every way an author breaks one, and what is said of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import MANIFEST, line, make, problems_of, replaced

MANIFEST_BREAKS = [
    pytest.param(
        "id: small",
        "ID: small",
        [
            "pack.yaml:1:1  : 'id' is missing",
            "pack.yaml:2:1  : unknown key 'ID'; did you mean 'id'?",
        ],
        id="a key misspelt",
    ),
    pytest.param(
        "format: 1",
        "format: 2",
        [
            "pack.yaml:1:9  format: this pack has format 2, and this T-Minus reads format 1",
        ],
        id="a newer format",
    ),
    pytest.param(
        "format: 1\n",
        "format: 1\nvehicle: saturn\n",
        ["pack.yaml:2:10  vehicle: there is no vehicle 'saturn'"],
        id="a vehicle that there is not",
    ),
    pytest.param(
        "format: 1", "format: one", ["pack.yaml:1:9  format: 'format' must be 1"], id="no format"
    ),
    pytest.param(
        "language: en",
        "language: English",
        [
            "pack.yaml:4:11  language: 'English' is not the code of a language",
        ],
        id="a language by its name",
    ),
    pytest.param(
        "language: en",
        "language: rus",
        ["pack.yaml:4:11  language: 'rus' is not the code of a language"],
        id="a language by its longer code",
    ),
    pytest.param(
        "language: en",
        "language: xx",
        ["pack.yaml:4:11  language: 'xx' is not the code of a language"],
        id="a language that there is not",
    ),
    pytest.param(
        "date: 1961-04-12",
        "date: 2023-13-45",
        ["pack.yaml:17:71  sources.diary.date: no calendar has the day '2023-13-45'"],
        id="a month that there is not",
    ),
    pytest.param(
        "paragraphs: 3",
        "paragraphs: three",
        [
            "pack.yaml:16:17  sources.atlas.paragraphs: "
            "'three' must be a whole number from 1 to 100,000",
        ],
        id="a number in words",
    ),
    pytest.param(
        "kind: a book",
        "knid: a book",
        [
            "pack.yaml:11:5  sources.atlas: 'kind' is missing",
            "pack.yaml:13:5  sources.atlas: unknown key 'knid'; did you mean 'kind'?",
        ],
        id="a source's key misspelt",
    ),
    pytest.param(
        "chosen: always",
        "chosen: alway",
        [
            "pack.yaml:19:42  sets.first: 'chosen' cannot be 'alway'; did you mean 'always'?",
        ],
        id="a choice that there is not",
    ),
    pytest.param(
        "chosen: always",
        "chosen: asked",
        [
            "pack.yaml:18:1  sets: no set is in every round",
        ],
        id="no set by default",
    ),
    pytest.param(
        "  rivers: Rivers",
        "  Rivers: Rivers",
        [
            "pack.yaml:22:3  topics.Rivers: 'Rivers' cannot be an id",
            "facts/rivers.yaml:1:8  topic: pack.yaml has no topic 'rivers'; did you mean 'Rivers'?",
        ],
        id="a topic's id with a capital",
    ),
    pytest.param(
        "authors: [Ann]",
        "authors: {name: Ann}",
        [
            "pack.yaml:8:10  : 'authors' must be text or a list, and is a mapping",
        ],
        id="authors as a mapping",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), MANIFEST_BREAKS)
def test_a_broken_manifest_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, said: list[str]
) -> None:
    make(tmp_path, manifest=replaced(MANIFEST, old, new))
    assert [line(problem) for problem in problems_of(tmp_path)] == said


def test_who_has_no_topics_is_told_how_one_is_written(tmp_path: Path) -> None:
    make(tmp_path, manifest=replaced(MANIFEST, "topics:\n  rivers: Rivers\n", ""))
    (problem,) = [one for one in problems_of(tmp_path) if one.code == "unknown-topic"]
    assert problem.hint == "write it into pack.yaml: topics: {rivers: Rivers}"
