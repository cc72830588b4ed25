"""Written questions: what their author may write, and what is said of what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.cache import open_pack
from game.packs.model import Pack, Written
from game.packs.read import read_pack
from tests.packs.made import MANIFEST, make, problems_of, replaced

HEAD = "from: atlas 1\nquestions:\n"
PLAIN = """  - id: planet
    ask: Which planet is the largest?
    right: Jupiter
    wrong:
      - Mars: It is smaller than the Earth.
      - Venus
"""


def put(folder: Path, text: str, head: str = HEAD) -> Path:
    """A pack with facts, and with these written questions."""
    make(folder)
    (folder / "questions").mkdir(exist_ok=True)
    (folder / "questions" / "first.yaml").write_text(head + text, encoding="utf-8")
    return folder


def read(folder: Path, text: str, head: str = HEAD) -> Pack:
    pack, problems = read_pack(put(folder, text, head))
    assert pack is not None, [f"{p.place} {p.message}" for p in problems]
    return pack


def only(folder: Path, text: str) -> Written:
    return read(folder, f"  - id: one\n{text}").written[0]


def said(folder: Path, text: str, head: str = HEAD) -> list[str]:
    """Errors in the file, with their places."""
    found = problems_of(put(folder, text, head))
    return [
        f"{p.place.line}:{p.place.column} {p.code}: {p.message}"
        for p in found
        if p.severity == "error" and p.place.file.startswith("questions/")
    ]


def test_a_choice_has_right_and_wrong_options_with_what_is_told_of_each(tmp_path: Path) -> None:
    one = read(tmp_path, PLAIN).written[0]
    assert one.form == "choice"
    assert [(o.text, o.share, o.feedback) for o in one.options] == [
        ("Jupiter", 1.0, ""),
        ("Mars", 0.0, "It is smaller than the Earth."),
        ("Venus", 0.0, ""),
    ]


def test_several_right_options_are_an_answer_each(tmp_path: Path) -> None:
    one = only(tmp_path, "    ask: Which are primes?\n    right: ['2', '3']\n    wrong: ['4']\n")
    assert one.form == "several"
    assert [(a.name, a.text) for a in one.answers] == [("1", "2"), ("2", "3")]


def test_a_statement_is_true_or_false(tmp_path: Path) -> None:
    one = only(tmp_path, "    ask: The Earth is flat.\n    is_true: no\n")
    assert one.form == "true-false"
    assert one.answers[0].text == "False"


def test_a_typed_answer_has_other_spellings(tmp_path: Path) -> None:
    one = only(tmp_path, "    ask: Who was first?\n    typed: [Yuri Gagarin, Gagarin]\n")
    assert (one.answers[0].text, one.answers[0].accepted) == ("Yuri Gagarin", ("Gagarin",))


def test_a_number_has_a_tolerance_and_a_unit(tmp_path: Path) -> None:
    text = "    ask: How long is it?\n    number: 6,650\n    tolerance: 50\n    unit: km\n"
    answer = only(tmp_path, text).answers[0]
    assert (answer.value, answer.tolerance, answer.unit) == (6650.0, 50.0, "km")


def test_pairs_and_rows_are_kept_in_their_order(tmp_path: Path) -> None:
    text = "    ask: Match them.\n    match: [{a: b}, {c: d}]\n    spare: e\n"
    assert only(tmp_path, text).pairs == (("a", "b"), ("c", "d"), ("", "e"))
    text = "    ask: Order them.\n    order: [mouse, cat, dog]\n"
    assert only(tmp_path / "2", text).order == ("mouse", "cat", "dog")


def test_what_stands_at_the_head_holds_for_questions_that_say_nothing_else(tmp_path: Path) -> None:
    pack = read(tmp_path, PLAIN + "    licence: CC0\n", "from: atlas 3\nlevel: 3\n" + HEAD[14:])
    one = pack.written[0]
    assert (str(one.citations[0]), one.level, one.licence) == ("atlas 3", 3, "CC0")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  - ask: What?\n", "4:10 no-answer: nothing says what is right"),
        (
            "  - ask: What?\n    right: a\n",
            "5:12 no-wrong: a question with options needs wrong ones",
        ),
        (
            "  - ask: What?\n    right: a\n    wrong: [a, b]\n",
            "6:12 twice: 'a' stands twice among the options",
        ),
        (
            "  - ask: What?\n    number: many\n",
            "5:13 bad-number: 'many' is not a number",
        ),
        (
            "  - ask: What?\n    typed: a\n    wrong: b\n",
            "6:12 stray-key: 'wrong' stands only beside 'right'",
        ),
        (
            "  - ask: What?\n    typed: a\n    number: 3\n",
            "6:13 two-forms: 'typed' and 'number' are two forms of question",
        ),
        (
            "  - ask: What?\n    match: [{a: b}, {c: b}]\n",
            "5:12 too-few: two pairs at least must differ on both sides",
        ),
        (
            "  - ask: What?\n    rigth: a\n    wrong: b\n",
            "5:5 unknown-key: unknown key 'rigth'; did you mean 'right'?",
        ),
        (
            "  - ask: What?\n    typed: a\n    topic: nowhere\n",
            "6:12 unknown-topic: pack.yaml has no topic 'nowhere'",
        ),
        (
            "  - ask: What?\n    typed: a\n    kept: {seconds: soon}\n",
            "6:11 bad-number: 'soon' is no time in seconds",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_column(tmp_path: Path, text: str, told: str) -> None:
    found = said(tmp_path, text, "# one\nfrom: atlas 1\nquestions:\n")
    assert any(one.startswith(told) for one in found), found


def test_a_question_without_a_source_is_an_error(tmp_path: Path) -> None:
    assert said(tmp_path, PLAIN, "questions:\n") == [
        "3:10 missing-key: nothing says where this stands"
    ]


def test_an_id_is_that_of_one_question_or_fact(tmp_path: Path) -> None:
    found = problems_of(put(tmp_path, PLAIN + PLAIN, "from: atlas 1\nquestions:\n"))
    assert "duplicate-id" in {problem.code for problem in found}


def test_the_same_question_again_is_noted_and_not_lost_in_silence(tmp_path: Path) -> None:
    again = PLAIN.replace("id: planet", "id: other")
    found = problems_of(put(tmp_path, PLAIN + again, "from: atlas 1\nquestions:\n"))
    assert [p.severity for p in found if p.code == "twice"] == ["note"]


def test_the_cache_gives_written_questions_back_as_they_were(tmp_path: Path) -> None:
    folder = put(tmp_path / "pack", PLAIN, "from: atlas 1\nquestions:\n")
    first, _ = open_pack(folder, tmp_path / "kept")
    again, _ = open_pack(folder, tmp_path / "kept")
    assert first is not None
    assert again == first
    assert again is not None
    assert isinstance(again.written[0], Written)


def test_a_source_that_is_cited_as_a_whole_is_noted_with_what_to_write(tmp_path: Path) -> None:
    whole = replaced(MANIFEST, "    paragraphs: 3\n", "")
    make(put(tmp_path, PLAIN, "from: atlas\nquestions:\n"), "facts: []\n", whole)
    (note,) = [one for one in problems_of(tmp_path) if one.code == "cited-only"]
    assert note.hint.endswith("from: atlas 3")


def test_a_question_over_several_lines_is_named_by_its_first_words(tmp_path: Path) -> None:
    text = "  - id: one\n    ask: |-\n      Which?\n      [map]\n    right: A\n    wrong: [B]\n"
    put(tmp_path, text + "    topic: nowhere\n")
    problem = next(one for one in problems_of(tmp_path) if one.code == "unknown-topic")
    assert problem.path == 'questions[0] "Which? [map]"'
