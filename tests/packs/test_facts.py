"""A good pack as records."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.model import Citation, Fact, Pack, Picture, Place, Wrong
from game.packs.read import read_pack
from tests.packs.made import FACTS, MANIFEST, make, replaced
from tests.packs.made_pictures import png


def good(folder: Path) -> Pack:
    pack, problems = read_pack(folder)
    assert pack is not None, problems
    return pack


def fact_of(folder: Path, text: str) -> Fact:
    return good(make(folder, text)).facts[0]


def test_a_pack_says_what_it_is(tmp_path: Path) -> None:
    pack = good(make(tmp_path))
    assert (pack.id, pack.language, pack.came_from) == ("small", "en", "From two books")
    assert pack.authors == ("Ann",)
    assert pack.topics == (("rivers", "Rivers"),)
    assert [one.id for one in pack.sets] == ["first", "later"]
    source = pack.source("atlas")
    assert (source.paragraphs, source.file, source.place) == (
        3,
        "atlas*.txt",
        Place("pack.yaml", 10, 3),
    )


def test_a_fact_has_all_that_was_written(tmp_path: Path) -> None:
    fact = good(make(tmp_path)).facts[1]
    assert fact.id == "first-crossing"
    assert fact.text == "Ada Byrd first swam across it in 1957."
    assert fact.parts == (0, " first swam across it in ", 1, ".")
    assert fact.place == Place("facts/rivers.yaml", 7, 5)
    assert fact.citations == (Citation("atlas", 2), Citation("diary", 1), Citation("diary", 2))
    assert (fact.topic, fact.level, fact.set, fact.status) == ("rivers", 1, "first", "fact")
    who, when = fact.answers
    assert (who.name, who.type, who.accepted, who.single) == ("who", "person", ("A. Byrd",), False)
    assert who.wrong == (Wrong("Bob Reed"), Wrong("Cy Stone", "He swam across the lake."))
    assert who.asks == ("Who first swam across the Long River?",)
    assert (when.type, when.value, when.single, when.tolerance) == ("year", 1957.0, True, None)


def test_everything_else_that_a_fact_can_hold(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "lake.png").write_bytes(png())
    fact = fact_of(
        tmp_path,
        """\
- id: lake
  was: [pond, puddle]
  label: The lake
  fact: The lake is {40 m} deep.
  ask: [How deep is the lake?, How far down is its floor?]
  from: atlas 1
  why: It was dug by ice.
  why_from: diary 2
  hint: Deeper than a house.
  answers: {unit: metres, tolerance: 2.5, accepted: [40 metres], single: no}
  wrong: 50 m
  topic: rivers
  level: 2
  set: later
  as_of: 2025-06-02
  review_by: 2030-01-01
  picture: {file: lake.png, alt: A lake}
""",
    )
    answer = fact.answers[0]
    assert fact.was == ("pond", "puddle")
    assert (fact.label, fact.why, fact.hint) == (
        "The lake",
        "It was dug by ice.",
        "Deeper than a house.",
    )
    assert fact.why_citations == (Citation("diary", 2),)
    assert (fact.level, fact.set, fact.status) == (2, "later", "dated")
    assert (fact.as_of, fact.review_by) == ("2025-06-02", "2030-01-01")
    assert fact.picture == Picture("lake.png", "A lake")
    assert (answer.name, answer.unit, answer.value, answer.tolerance, answer.single) == (
        "answer",
        "metres",
        40.0,
        2.5,
        False,
    )
    assert len(answer.asks) == 2
    assert answer.wrong == (Wrong("50 m"),)


def test_what_a_file_says_holds_for_facts_that_do_not(tmp_path: Path) -> None:
    shared = "set: later\nlevel: 3\n" + replaced(
        FACTS, "  - id: source", "  - level: 1\n    id: source"
    )
    facts = good(make(tmp_path, shared)).facts
    assert [(fact.set, fact.level) for fact in facts] == [("later", 3), ("later", 3), ("later", 1)]


def test_a_claim_needs_no_answer_and_no_question(tmp_path: Path) -> None:
    fact = fact_of(tmp_path, "- {id: a, fact: The lake is deep., by: Ada, from: diary 1}\n")
    assert (fact.status, fact.by, fact.answers) == ("claim", "Ada", ())


def test_a_fact_without_an_id_goes_by_a_hash_of_its_sentence(tmp_path: Path) -> None:
    text = "- {fact: 'It is {40 m} deep.', ask: How deep?, from: atlas 1}\n"
    one = fact_of(tmp_path, text)
    other = fact_of(tmp_path, text.replace("How deep?", "How deep is it?"))
    assert one.id == other.id
    assert not one.has_own_id
    assert one.id.startswith("x-")


def test_a_list_alone_and_facts_yaml_are_read_as_well(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "facts" / "rivers.yaml").rename(tmp_path / "facts.yaml")
    assert good(tmp_path).facts[0].place.file == "facts.yaml"


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path)
    text = "- {id: a, fact: 'It is {40 m} deep.', ask: How deep?, from: atlas 1}\n"
    (tmp_path / "facts" / "lakes.yaml").write_text(text, encoding="utf-8")
    assert [fact.place.file for fact in good(tmp_path).facts] == ["facts/lakes.yaml"] + [
        "facts/rivers.yaml"
    ] * 3


def test_the_glossary_and_what_was_left_out(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "glossary.yaml").write_text("delta: Where a river parts.\n", encoding="utf-8")
    (tmp_path / "left-out.yaml").write_text(
        "- {at: [atlas 1, diary 1 2], what: A guess., reason: Nobody knows.}\n", encoding="utf-8"
    )
    pack = good(tmp_path)
    assert pack.glossary == (("delta", "Where a river parts."),)
    assert [str(left.citation.paragraph) for left in pack.left_out] == ["1", "1", "2"]


@pytest.mark.parametrize("level", ["1", "2", "3"])
def test_levels_are_numbers(tmp_path: Path, level: str) -> None:
    text = f"- {{id: a, level: {level}, fact: 'It is {{40 m}} deep.', ask: How?, from: atlas 1}}\n"
    assert fact_of(tmp_path, text).level == int(level)


def test_a_mistake_in_one_file_does_not_hide_those_in_another(tmp_path: Path) -> None:
    make(tmp_path, replaced(FACTS, "{Blue Lake}.", "{Blue Lake}: deep."))
    (tmp_path / "facts" / "lakes.yaml").write_text("- {fact: 'It is {40 m} deep.'}\n", "utf-8")
    (tmp_path / "glossary.yaml").write_text("- delta\n", encoding="utf-8")
    files = {problem.place.file for problem in read_pack(tmp_path)[1]}
    assert files == {"facts/rivers.yaml", "facts/lakes.yaml", "glossary.yaml"}


def test_a_pack_without_sources_is_refused(tmp_path: Path) -> None:
    start = MANIFEST.index("sources:")
    make(
        tmp_path, manifest=MANIFEST[:start] + "sources: {}\n" + MANIFEST[MANIFEST.index("sets:") :]
    )
    assert read_pack(tmp_path)[1][0].message == "there must be at least one entry here"


CROSSING = FACTS.replace(
    "    from: [atlas 2, diary 1 2]\n", "{hint}    from: [atlas 2, diary 1 2]\n"
)


def test_a_hint_by_name_belongs_to_its_answer_and_one_alone_to_the_fact(tmp_path: Path) -> None:
    named = CROSSING.replace("{hint}", "    hint: {when: After the war.}\n")
    fact = good(make(tmp_path / "named", named)).facts[1]
    assert (fact.hint, [answer.hint for answer in fact.answers]) == ("", ["", "After the war."])
    alone = CROSSING.replace("{hint}", "    hint: It was cold.\n")
    fact = good(make(tmp_path / "alone", alone)).facts[1]
    assert (fact.hint, [answer.hint for answer in fact.answers]) == ("It was cold.", ["", ""])


def test_a_hint_for_an_answer_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, CROSSING.replace("{hint}", "    hint: {whom: It was cold.}\n"))
    _, problems = read_pack(tmp_path)
    assert [(one.code, one.message) for one in problems] == [
        ("no-such-answer", "the sentence has no answer 'whom'; did you mean 'who'?")
    ]


def test_an_answer_that_is_not_to_be_typed_says_so(tmp_path: Path) -> None:
    text = replaced(FACTS, "accepted: [A. Byrd]}", "accepted: [A. Byrd], typed: no}")
    who, when = good(make(tmp_path, text)).facts[1].answers
    assert (who.typed, when.typed) == (False, True)


@pytest.mark.parametrize(
    ("sentence", "ask", "hint"),
    [
        ("It opened in {1554}.", "When did it open?", "write answers: {type: year}"),
        (
            "{who: Ada} opened it in {when: 1650}.",
            "{who: Who opened it?, when: When did it open?}",
            "write answers: {when: {type: year}}",
        ),
        ("It opened in {spring}.", "When did it open?", "mark the year in braces"),
    ],
)
def test_an_event_beside_an_early_year_asks_for_its_type(
    tmp_path: Path, sentence: str, ask: str, hint: str
) -> None:
    text = f'- {{id: a, fact: "{sentence}", ask: {ask}, event: The door opens, from: atlas 1}}\n'
    _, problems = read_pack(make(tmp_path, text))
    found = next(one for one in problems if one.code == "event-time")
    assert found.hint.endswith(hint)
