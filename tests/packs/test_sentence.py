"""A sentence and the answers that are marked in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.sentence import BadSentence, Marked, cut


def test_one_answer_needs_no_name() -> None:
    sentence = cut("It flew in {1957}.")
    assert sentence.text == "It flew in 1957."
    assert sentence.parts == ("It flew in ", 0, ".")
    assert sentence.answers == (Marked("", "1957", "1957"),)


def test_the_form_in_the_sentence_and_the_form_shown_may_differ() -> None:
    sentence = cut("{whose: Ada's = Ada} boat sank in {when: 1957}.")
    assert sentence.text == "Ada's boat sank in 1957."
    assert sentence.answers == (Marked("whose", "Ada's", "Ada"), Marked("when", "1957", "1957"))
    assert sentence.parts == (0, " boat sank in ", 1, ".")


def test_a_literal_brace_is_written_twice() -> None:
    sentence = cut("The set {{1, 2}} has {two} members.")
    assert sentence.text == "The set {1, 2} has two members."
    assert sentence.parts == ("The set {1, 2} has ", 0, " members.")


def test_an_answer_may_hold_a_colon_or_an_equals_sign_without_spaces() -> None:
    assert cut("{12:30}").answers == (Marked("", "12:30", "12:30"),)
    assert cut("{E=mc2}").answers == (Marked("", "E=mc2", "E=mc2"),)
    assert cut("{film: Apollo: The End}").answers[0].text == "Apollo: The End"


BAD = "{|}|{}|{ }|a {b|a b}|{a {b}}|{a: }|{a = }|{ = a}|{A: b}|{a} {b}|{x: a} {b}|{x: a} {x: b}"


@pytest.mark.parametrize("sentence", BAD.split("|"))
def test_braces_that_make_no_sense_are_refused(sentence: str) -> None:
    with pytest.raises(BadSentence):
        cut(sentence)


@given(st.text(alphabet="ab {}:=", max_size=20))
def test_any_text_is_cut_so_that_it_can_be_put_together_again(text: str) -> None:
    try:
        sentence = cut(text)
    except BadSentence:
        return
    together = "".join(
        part if isinstance(part, str) else sentence.answers[part].form for part in sentence.parts
    )
    assert together == sentence.text
    assert [part for part in sentence.parts if isinstance(part, int)] == list(
        range(len(sentence.answers))
    )
