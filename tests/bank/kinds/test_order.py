"""Timelines: only what the pack proves stands in one row."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from game.bank.bank import Bank
from game.bank.judge import judge
from game.bank.timeline import span


def test_each_event_of_a_row_is_surely_over_before_the_next(baikonur: Bank) -> None:
    rows = [spec for spec in baikonur.specs if spec.kind == "order"]
    assert rows
    for spec in rows:
        spans = sorted(span(entry.answer) or (0, 0) for entry in spec.entries)
        assert all(one[1] < other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize("kind", ["order", "match"])
def test_leaving_all_as_it_stands_is_never_right(baikonur: Bank, kind: str) -> None:
    for spec in baikonur.specs:
        if spec.kind == kind:
            question = baikonur.make(spec)
            assert judge(question, question.answer)
            assert not judge(question, tuple(range(len(question.options))))


def test_the_archive_names_a_decade_once(rockets: Bank) -> None:
    lines = [question.hints[0].text for question in rockets.questions("order")]
    assert any(" in the " in line for line in lines)
    for line in lines:
        decades = re.findall(r"\d{4}", line)
        assert len(set(decades)) == len(decades)


def test_who_made_a_claim_is_asked_by_who_said_alone(baikonur: Bank) -> None:
    for question in baikonur.questions():
        if question.by and question.kind != "who-said":
            assert question.by.casefold().split()[-1] in question.prompt.casefold()


def test_words_for_a_picture_do_not_say_what_is_right(baikonur: Bank) -> None:
    for question in baikonur.questions("picture"):
        assert question.picture is not None
        assert question.key.casefold() not in question.picture.alt.casefold()
