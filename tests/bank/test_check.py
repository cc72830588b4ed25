"""`check`: what it finds in the questions of a pack, and what an author may let stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game import paths
from game.bank.check import check
from tests.packs.made import FACTS, MANIFEST, make, replaced

NEGATIVE = replaced(FACTS, "How long is the Long River?", "How long is the Long River not?")


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]]]:
    status = check(folder, None, {}, coverage=False, as_json=True)
    return status, json.loads(capsys.readouterr().out)


def allowing(what: str) -> str:
    return replaced(NEGATIVE, "    from: atlas 1\n", f"    from: atlas 1\n    allow: {what}\n")


def test_a_right_pack_has_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(make(tmp_path), capsys) == (0, [])


def test_a_flaw_stands_at_its_fact_once_and_ends_with_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = checked(make(tmp_path, NEGATIVE), capsys)
    assert status == 1
    assert [(f["code"], f["severity"]) for f in found] == [("negative", "flaw")]
    assert (found[0]["file"], found[0]["line"], found[0]["column"]) == ("facts/rivers.yaml", 3, 5)
    assert "longest" not in found[0]["path"]
    assert "“not”" in found[0]["message"]
    assert "Haladyna 17" in found[0]["hint"]


def test_people_read_the_code_that_allows_a_flaw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(make(tmp_path, NEGATIVE), None, {}, coverage=False, as_json=False) == 1
    printed = capsys.readouterr().out
    assert "facts/rivers.yaml:3:5" in printed
    assert "(negative: SAQUET 19" in printed


@pytest.mark.parametrize(
    "what", ['{negative: "It is about its end."}', '{answer: {negative: "It is about its end."}}']
)
def test_an_author_lets_a_flaw_stand_with_a_reason(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(make(tmp_path, allowing(what)), capsys) == (0, [])


def test_another_flaw_still_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = checked(make(tmp_path, allowing("{vague: It is.}")), capsys)
    assert status == 1
    assert {f["code"] for f in found} == {"negative", "nothing-to-allow"}


@pytest.mark.parametrize(
    ("what", "code", "says"),
    [
        ("{negativ: It is.}", "unknown-flaw", "did you mean 'negative'?"),
        ("{negative: ''}", "empty", "nothing stands after 'negative:'"),
        ("{what: {negative: It is.}}", "no-such-answer", "no answer 'what'"),
        ("negative", "wrong-type", "'allow' must be a mapping"),
    ],
)
def test_an_allow_that_makes_no_sense_is_an_error(
    what: str, code: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = checked(make(tmp_path, allowing(what)), capsys)
    assert status == 1
    assert (code, "error") in {(f["code"], f["severity"]) for f in found}
    assert any(says in f["message"] for f in found)


def test_a_flaw_that_reading_has_named_is_not_named_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = replaced(FACTS, "How long is the Long River?", "How " + "so " * 16 + "long is it?")
    _, found = checked(make(tmp_path, long), capsys)
    assert [f["code"] for f in found].count("long-question") == 1


def test_a_question_that_gives_its_answer_away_is_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    telling = replaced(FACTS, "Who first swam across", "Who, if not Ada Byrd, swam across")
    _, found = checked(make(tmp_path, telling), capsys)
    codes = [f["code"] for f in found]
    assert codes.count("gives-away") == 1 and not {"answered", "echo"} & set(codes)


EVENTS = """\
facts:
""" + "".join(
    f"  - id: {name}\n    fact: '{what} in {{{year}}}.'\n    ask: When was it that {what}?\n"
    f"    event: {what}\n    from: atlas 1\n"
    for name, what, year in (
        ("swim", "Ada Byrd swims", 1957),
        ("list", "the QZX lists it", 1961),
        ("ship", "a ship sails", 1970),
        ("town", "a town grows", 1980),
    )
)


def test_a_short_form_is_named_at_the_fact_that_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = checked(make(tmp_path, EVENTS), capsys)
    short = [f["path"] for f in found if f["code"] == "short-form"]
    assert short and all("QZX" in path for path in short)


def test_people_are_told_of_many_drafts_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, FACTS.replace("    from:", "    draft: true\n    from:"))
    assert check(tmp_path, None, {}, coverage=False, as_json=False) == 0
    printed = capsys.readouterr().out
    assert printed.count("this is a draft") == 1
    assert "until they are accepted: 3." in printed


def test_flaws_of_a_pack_with_errors_wait_until_it_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = replaced(NEGATIVE, "from: atlas 3", "from: nowhere 3")
    _, found = checked(make(tmp_path, broken), capsys)
    assert "negative" not in {f["code"] for f in found}


@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(paths.packs().iterdir()), ids=lambda path: path.name)
def test_no_question_of_a_shipped_pack_has_a_flaw(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = checked(folder, capsys)
    assert [f for f in found if f["severity"] != "note"] == []


def test_coverage_notes_a_fact_that_cannot_come_back_in_another_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(make(tmp_path), None, {}, coverage=True, as_json=True) == 0
    found, *_listed = json.loads(capsys.readouterr().out)
    assert (found["code"], found["severity"]) == ("few-forms", "note")
    assert found["message"] == "this fact gives one question alone (typed)"


def test_who_published_and_who_wrote_is_asked_for_in_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MANIFEST.replace("A press", "unknown").replace("[Ann]", "[unknown]")
    status, found = checked(make(tmp_path, manifest=text), capsys)
    notes = {f["code"]: f["line"] for f in found if f["severity"] == "note"}
    assert status == 0 and {"no-publisher", "no-authors"} <= notes.keys()
    assert text.splitlines()[notes["no-authors"] - 1] == "authors: [unknown]"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- {id: a, by: Ada Byrd, fact: The river sleeps., from: atlas 1}\n", ["no answer"]),
        (
            '- {id: a, by: Ada Byrd, fact: "The river has {two} heads.", from: atlas 1,\n'
            "   ask: How many heads has the river?}\n",
            ["names its speaker"],
        ),
        (
            '- {id: a, by: Ada Byrd, fact: "The river has {two} heads.", from: atlas 1,\n'
            "   ask: 'According to Ada Byrd, how many heads has it?', wrong: [three, four, six]}\n",
            [],
        ),
    ],
)
def test_a_claim_that_gives_no_question_is_noted_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, why: list[str]
) -> None:
    _, found = checked(make(tmp_path, text), capsys)
    told = [f["message"] for f in found if f["code"] == "silent-claim"]
    assert len(told) == len(why) and all(part in one for part, one in zip(why, told, strict=True))


def test_a_flaw_of_an_event_stands_at_its_own_fact_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    years = ("The bridge opens", 1810), ("The dam breaks", 1850), ("A ship sinks", 1890)
    facts = "facts:\n" + "".join(
        f"  - id: year-{year}\n    fact: It was in {{{year}}} that this came, {event}.\n"
        f"    ask: In which year was it so ({event})?\n    event: {event}\n    from: atlas 1\n"
        for event, year in (*years, ("Both of the banks are flooded", 1930))
    )
    _, found = checked(make(tmp_path, facts), capsys)
    told = [one for one in found if "Both of the banks are flooded” has" in one["message"]]
    assert [one["path"].partition(" ")[0] for one in told] == ["facts[3]"]


def test_a_pack_that_is_too_small_for_a_round_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(make(tmp_path), None, {}, coverage=False, as_json=False) == 0
    assert "A round of 10 needs as many facts or questions" in capsys.readouterr().out
    many = FACTS + "".join(
        f"  - id: town-{at}\n    fact: A town of it has {{{at}0 houses}}.\n"
        f"    ask: How many houses has its town {at}?\n    from: atlas 1\n"
        for at in range(3, 10)
    )
    check(make(tmp_path, many), None, {}, coverage=False, as_json=False)
    assert "A round of" not in capsys.readouterr().out
