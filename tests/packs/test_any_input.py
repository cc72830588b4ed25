"""Whatever stands in a pack's files, reading it ends with problems and never with a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.languages import catalogue
from game.packs.problem import Problem
from game.packs.read import read_pack
from game.packs.report import as_json, lines_of
from tests.examples import examples
from tests.packs.made import FACTS, MANIFEST

ENGLISH = catalogue("en")
FILES = st.sampled_from(["pack.yaml", "facts/rivers.yaml", "glossary.yaml", "left-out.yaml"])
LEAVES = st.one_of(
    st.sampled_from(
        ["", "1957", "atlas 1", "longest", "{a}", "{who: Ada}", "2025-06-02", "1", "yes"]
    ),
    st.text(max_size=8),
)
WORDS = (
    "facts id was label fact ask from why why_from hint wrong answers answer who type unit "
    "accepted never_with single tolerance topic level set by as_of review_by picture file alt "
    "sources sets topics format title"
)
KEYS = st.sampled_from(WORDS.split())
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5)
)


def read_with(name: str, data: bytes) -> list[Problem]:
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder)
        (pack / "facts").mkdir()
        (pack / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
        (pack / "facts" / "rivers.yaml").write_text(FACTS, encoding="utf-8")
        (pack / name).write_bytes(data)
        read, problems = read_pack(pack)
    assert (read is None) == any(problem.severity == "error" for problem in problems)
    for problem in problems:
        assert problem.message and problem.place.line >= 1 and problem.place.column >= 1
        assert lines_of(problem, ENGLISH) and as_json(problem)
    return problems


@given(FILES, st.binary(max_size=200))
def test_any_bytes_in_any_file(name: str, data: bytes) -> None:
    read_with(name, data)


@pytest.mark.slow
@given(st.sampled_from([MANIFEST, FACTS]), st.data())
@examples(200)
def test_a_good_file_with_a_piece_changed(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    piece = data.draw(st.sampled_from(["", " ", "\n", ": ", "- ", "{", "}", "[", "#", "é", "0"]))
    changed = text[:start] + piece + text[end:]
    name = "pack.yaml" if text == MANIFEST else "facts/rivers.yaml"
    read_with(name, changed.encode())


@pytest.mark.slow
@given(FILES, TREES)
@examples(200)
def test_any_tree_of_known_keys(name: str, tree: object) -> None:
    read_with(name, written(tree).encode())


@pytest.mark.slow
@given(TREES.filter(lambda tree: isinstance(tree, dict)))
@examples(200)
def test_any_fact_of_known_keys(tree: object) -> None:
    text = f"- {written(tree)}\n"
    read_with("facts/rivers.yaml", text.encode())


def written(tree: object) -> str:
    """A tree as YAML on one line, every text in quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(written, tree)) + "]"
    return "'" + str(tree).replace("'", "''") + "'"
