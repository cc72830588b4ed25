"""A pack as its author looks at it: problems, questions, and what a save has changed."""

from __future__ import annotations

from pathlib import Path

from game.bank.survey import changed, judged, survey
from game.packs.read import read_folder
from game.screens.shots_workshop import BROKEN, FACTS, pack_in

TODAY = "2025-12-01"


def test_a_pack_without_an_error_can_be_played_and_counts_the_questions_of_each_fact(
    tmp_path: Path,
) -> None:
    found = survey(read_folder(pack_in(tmp_path)), TODAY)
    assert found.playable is not None and found.errors == 0
    pack, counts = found.playable.pack, found.playable.counts
    assert counts == tuple(len(found.playable.specs(fact.id)) for fact in pack.facts)


def test_a_pack_with_an_error_has_its_title_and_its_problems(tmp_path: Path) -> None:
    found = survey(read_folder(pack_in(tmp_path, BROKEN)), TODAY)
    assert found.playable is None and found.judged
    assert found.title == "My first pack"
    assert found.problems[0].severity == "error"


def test_errors_stand_before_flaws_and_these_before_notes(tmp_path: Path) -> None:
    hasty = FACTS.replace("How long is", "Isn't it so  how long is")
    reading = read_folder(pack_in(tmp_path, hasty))
    found = judged(survey(reading, TODAY), reading, lambda: True)
    order = ["error", "flaw", "note"]
    ranks = [order.index(problem.severity) for problem in found.problems]
    assert found.judged and ranks and ranks == sorted(ranks)


def test_what_nobody_waits_for_any_more_is_not_judged_to_its_end(tmp_path: Path) -> None:
    reading = read_folder(pack_in(tmp_path))
    found = survey(reading, TODAY)
    assert judged(found, reading, lambda: False) is found
    assert not found.judged


def test_a_fact_that_says_something_else_has_changed_and_one_that_moved_has_not(
    tmp_path: Path,
) -> None:
    before = survey(read_folder(pack_in(tmp_path)), TODAY).playable
    moved = FACTS.replace("facts:\n", "\n\nfacts:\n").replace("{6,650 km}", "{6,700 km}")
    after = survey(read_folder(pack_in(tmp_path, moved)), TODAY).playable
    assert before is not None and after is not None
    assert changed(before.pack, after.pack) == ("longest",)
    assert changed(after.pack, after.pack) == ()
