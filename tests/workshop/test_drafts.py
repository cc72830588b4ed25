"""Drafts are accepted, dropped and reworded in their file, and not one byte besides."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.read import read_pack
from game.workshop.drafts import (
    CannotChange,
    accept,
    drafts_of,
    drop,
    edit,
    fact_before,
    make_draft,
    put_back,
    text_of,
)
from tests.examples import examples
from tests.packs.made import make

BEFORE = """\
# Rivers.
topic: rivers
facts:
  - id: longest  # kept
    fact: The Long River is {6,650 km} long.
    ask: How long is the Long River?
    from: atlas 1

  # Of the lake.
  - id: source
    # From the article: it springs there.
    draft: true
    fact: >-
      It springs from

      the {Blue Lake}.
    ask: From which lake does it spring?
    from: atlas 3

  - id: last
    draft: true
    fact: The {old} river.
    ask: Which?
    from: atlas 1
"""


def changed(folder: Path, text: str = BEFORE) -> tuple[Path, Path]:
    make(folder, text)
    return folder, folder / "facts" / "rivers.yaml"


def test_accepting_takes_one_line_away(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    accept(folder, "source")
    first, second = BEFORE.split("    draft: true\n    fact: >-")
    assert path.read_text("utf-8") == f"{first}    fact: >-{second}"
    pack, _ = read_pack(folder)
    assert pack is not None
    assert [fact.id for fact in pack.facts] == ["longest", "source"]
    assert [fact.id for fact in drafts_of(pack)] == ["last"]
    assert not list(path.parent.glob(".*"))


def test_dropping_takes_the_fact_and_the_blank_line_behind_it(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    drop(folder, "source")
    start = BEFORE.index("  - id: source")
    end = BEFORE.index("  - id: last")
    assert path.read_text("utf-8") == BEFORE[:start] + BEFORE[end:]


def test_the_last_fact_of_a_file_leaves_an_empty_list(tmp_path: Path) -> None:
    folder, path = changed(tmp_path, "# Rivers.\n- id: one\n  fact: A {river}.\n  ask: What?\n")
    drop(folder, "one")
    assert path.read_text("utf-8") == "# Rivers.\n[]\n"
    folder, path = changed(tmp_path, "facts: # all\n  - id: one\n    fact: A {river}.\n")
    drop(folder, "one")
    assert path.read_text("utf-8") == "facts: [] # all\n"


def test_what_text_of_gives_changes_nothing_when_it_is_put_back(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    for fact_id in ("longest", "source", "last"):
        edit(folder, fact_id, text_of(folder, fact_id))
        assert path.read_text("utf-8") == BEFORE
    assert text_of(folder, "last").startswith("id: last\ndraft: true\nfact: The {old}")


def test_another_text_stands_where_the_fact_stood(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    edit(
        folder,
        "source",
        "- id: source\n  fact: |\n    It has {a lake}.\n\n    Yes.\n  ask: What?\n",
    )
    start, end = BEFORE.index("  - id: source"), BEFORE.index("\n  - id: last")
    made = "  - id: source\n    fact: |\n      It has {a lake}.\n\n      Yes.\n    ask: What?\n"
    assert path.read_text("utf-8") == BEFORE[:start] + made + BEFORE[end:]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("just words", "keys"),
        ("- a\n- b", "keys"),
        ("fact: {old", "Line"),
        ("", "keys"),
        ("id: last\nfact: a\n---\nfact: b", "second document"),
        ("id: last\n\tfact: a", "tab"),
    ],
)
def test_a_text_that_is_not_one_fact_is_refused_in_a_sentence(
    tmp_path: Path, text: str, says: str
) -> None:
    folder, path = changed(tmp_path)
    with pytest.raises(CannotChange, match=says):
        edit(folder, "last", text)
    assert path.read_text("utf-8") == BEFORE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- draft: true\n  id: a\n  fact: A {b}.\n", "- id: a\n  fact: A {b}.\n"),
        ("- {id: a, draft: true, fact: 'A {b}.'}\n", "- {id: a, fact: 'A {b}.'}\n"),
        ("- {id: a, fact: 'A {b}.', draft: yes}\n", "- {id: a, fact: 'A {b}.'}\n"),
        ("-   id: a\n    draft: true  # mine\n    fact: A {b}.", "-   id: a\n    fact: A {b}."),
        (
            "- id: a\n  fact: >-\n    is it a\n    draft: true\n    or {b}\n  draft: yes\n",
            "- id: a\n  fact: >-\n    is it a\n    draft: true\n    or {b}\n",
        ),
    ],
)
def test_other_ways_to_write_a_draft(tmp_path: Path, before: str, after: str) -> None:
    folder, path = changed(tmp_path, before)
    accept(folder, "a")
    assert path.read_text("utf-8") == after


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    windows = codecs.BOM_UTF8 + BEFORE.replace("\n", "\r\n").encode()
    path.write_bytes(windows)
    accept(folder, "last")
    assert path.read_bytes() == windows.replace(b"last\r\n    draft: true\r\n", b"last\r\n")


def test_a_fact_that_nobody_has_or_that_is_no_draft_is_said_so(tmp_path: Path) -> None:
    folder, _ = changed(tmp_path)
    with pytest.raises(CannotChange, match="has a fact 'gone' any more"):
        drop(folder, "gone")
    with pytest.raises(CannotChange, match="is no draft"):
        accept(folder, "longest")
    with pytest.raises(CannotChange, match="is not a pack"):
        accept(tmp_path / "nowhere", "longest")


def test_a_fact_that_shares_its_line_is_left_to_the_author(tmp_path: Path) -> None:
    folder, path = changed(tmp_path, "facts: [{id: a, draft: true, fact: 'A {b}.'}]\n")
    with pytest.raises(CannotChange, match="line of its own"):
        accept(folder, "a")
    assert "draft" in path.read_text("utf-8")


TEXTS = st.text("ab:#{}-'\" \n\täж", max_size=30)


@examples(150)
@given(TEXTS, st.sampled_from(["", "# a comment\n", "\n\n"]))
def test_whatever_is_written_the_other_facts_stay(
    tmp_path_factory: pytest.TempPathFactory, text: str, between: str
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    before = BEFORE.replace("  - id: last", f"{between}  - id: last")
    _, path = changed(folder, before)
    try:
        edit(folder, "source", f"id: source\nfact: {text}")
    except CannotChange:
        assert path.read_text("utf-8") == before
    after = path.read_text("utf-8")
    start, end = before.index("  - id: source"), before.index("  - id: last")
    assert after.startswith(before[:start]) and after.endswith(before[end:])


ONE = """\
facts:
  - id: last
    draft: true
    # It was old in 1900.
    fact: The {old} river.
    ask: Which?
    from: atlas 1
"""


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (BEFORE, "source"),
        (BEFORE, "last"),
        (ONE, "last"),
        (f"{ONE}topic: rivers\n", "last"),
        (ONE.replace("facts:\n", "").replace("\n  ", "\n")[2:], "last"),
        (ONE.replace("\n", "\r\n"), "last"),
    ],
)
def test_what_was_dropped_is_put_back_with_its_comments_where_it_stood(
    tmp_path: Path, text: str, fact: str
) -> None:
    folder, path = changed(tmp_path)
    path.write_bytes(text.encode())
    kept, behind = text_of(folder, fact), fact_before(folder, fact)
    drop(folder, fact)
    path.write_bytes(path.read_bytes().replace(b"Which?", b"Which is it?") + b"# Mine.\n")
    put_back(folder, "facts/rivers.yaml", fact, kept, behind)
    assert text_of(folder, fact) == kept
    assert fact_before(folder, fact) == behind
    assert "# Mine." in path.read_text("utf-8")
    with pytest.raises(CannotChange, match="again"):
        put_back(folder, "facts/rivers.yaml", fact, kept, behind)


def test_what_was_accepted_is_a_draft_again(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    accept(folder, "source")
    make_draft(folder, "source")
    pack, _ = read_pack(folder)
    assert pack is not None
    assert [fact.id for fact in drafts_of(pack)] == ["source", "last"]
    assert "# From the article: it springs there." in path.read_text("utf-8")
    with pytest.raises(CannotChange, match="already"):
        make_draft(folder, "source")
