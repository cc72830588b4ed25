"""The four calls to mission control."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import build
from game.bank.hints import LEAST_LEFT
from game.bank.question import Question
from game.packs.model import Pack
from tests.bank.made import packs
from tests.bank.packs import answer, fact, pack, space_pack
from tests.examples import examples


def said(question: Question) -> dict[str, str]:
    return {hint.call: hint.text for hint in question.hints}


def test_the_archive_knows_the_half_century_of_a_year_that_is_named() -> None:
    hints = said(build(space_pack()).question("made/satellite#answer/number"))
    assert hints["archive"] == "It was in the second half of the 20th century."


def test_the_archive_knows_how_large_a_number_is_about() -> None:
    hints = said(build(space_pack()).question("made/area#answer/number"))
    assert hints["archive"] == "It lies between 1,000 and 10,000."


def test_the_archive_cuts_one_end_off_a_row_of_numbers_with_a_round_one() -> None:
    marked = answer(
        "1961", "year", "When was it?", wrong=(("1955", "a"), ("1957", "b"), ("1991", "c"))
    )
    made = pack(fact("flight", ("It was in ", marked, ".")))
    told = set()
    for seed in range(40):
        question = build(made, seed).question("made/flight#answer/choice")
        if question.options == ("1955", "1957", "1961", "1991"):
            told.add(said(question)["archive"])
    assert told == {"It was after 1955.", "It was before 1970."}


def test_the_archive_knows_the_only_place_beside_a_name() -> None:
    where = answer("Baikonur", "place", "Where did he start?", name="where")
    who = answer("Yuri Gagarin", "person", "Who started?", name="who")
    made = pack(fact("start", (who, " started at ", where, ".")))
    hints = said(build(made).question("made/start#who/typed"))
    assert hints["archive"] == "It has to do with this place: Baikonur."


@pytest.mark.parametrize("pattern", ["true", "false"])
def test_a_statement_gets_a_hint_of_its_own_answer_and_none_of_the_whole_fact(
    pattern: str,
) -> None:
    def navigator(**hints: str) -> str | None:
        marked = answer("1957", "year", "When?", wrong=("1961", "1955"), hint=hints.get("own", ""))
        made = pack(fact("it", ("It flew in ", marked, "."), hint=hints.get("whole", "")))
        question = build(made).question(f"made/it#answer/true-false/{pattern}")
        return said(question).get("navigator")

    assert navigator(whole="It was early.") is None
    assert navigator(own="It was early.") == "It was early."


def test_a_statement_gets_no_hint_that_calls_its_subject_it() -> None:
    marked = answer("Luna 10", "vehicle", "Which?", wrong=("Luna 1", "Luna 2"), hint="It flew.")
    made = pack(fact("it", (marked, " was the first to orbit the Moon.")))
    question = build(made).question("made/it#answer/true-false/false")
    assert "It flew." not in said(question).values()


@examples(60)
@given(packs(), st.integers(0, 5))
def test_each_option_is_struck_once_and_two_are_left(made: Pack, seed: int) -> None:
    for question in build(made, seed).questions("choice"):
        struck = [hint.strikes for hint in question.hints if hint.strikes is not None]
        assert len(struck) == len(set(struck)) <= len(question.options) - LEAST_LEFT


def test_calls_about_a_row_of_numbers_leave_two_of_four() -> None:
    for seed in range(20):
        question = build(space_pack(), seed).question("made/area#answer/choice")
        assert [hint.call for hint in question.hints] == ["archive", "engineer"]
        values = [int(option.split()[0].replace(",", "")) for option in question.options]
        told = question.hints[0].text
        assert told.endswith(" sq km.")
        bound = int(told.split()[4].replace(",", ""))
        left = {at for at, v in enumerate(values) if (v < bound) == ("less" in told)}
        assert question.answer in left and len(left) == 3
        assert question.hints[1].strikes in left


def test_the_archive_knows_the_only_year_beside_a_name() -> None:
    hints = said(build(space_pack()).question("made/human#who/choice"))
    assert hints["archive"] == "It has to do with the year 1961."


def test_the_navigator_prefers_what_the_author_wrote() -> None:
    marked = answer("Baikonur", "place", "Where did it start?")
    made = pack(fact("start", ("It started at ", marked, "."), hint="It lies on a steppe."))
    hints = said(build(made).question("made/start#answer/typed"))
    assert hints["navigator"] == "It lies on a steppe."


def test_a_hint_of_the_author_that_holds_the_key_is_not_said() -> None:
    marked = answer("Baikonur", "place", "Where did it start?")
    made = pack(fact("start", ("It started at ", marked, "."), hint="It rhymes with Baikonur."))
    assert "navigator" not in said(build(made).question("made/start#answer/typed"))


def test_the_navigator_tells_another_fact_of_the_key_with_a_gap() -> None:
    start = answer("Baikonur", "place", "Where did it start?")
    built = answer("Baikonur", "place", "What did they build?")
    made = pack(
        fact("start", ("It started at ", start, ".")),
        fact("built", ("In the bare steppe many workers built ", built, ".")),
    )
    hints = said(build(made).question("made/start#answer/typed"))
    assert hints["navigator"] == (
        "This is true of it too: “In the bare steppe many workers built ….”"
    )


def test_the_navigator_puts_a_year_after_another() -> None:
    hints = said(build(space_pack()).question("made/aubakirov#when/number"))
    assert hints["navigator"] == "It was after this: “The first satellite was launched in 1957.”"


def test_the_engineer_strikes_one_wrong_option_and_says_why() -> None:
    bank = build(space_pack(), 3)
    question = bank.question("made/country#answer/choice")
    hint = next(h for h in question.hints if h.call == "engineer")
    assert hint.strikes is not None
    assert question.options[hint.strikes] == "Russia"
    assert hint.text == "Cross out “Russia”. Russia leases it."


def test_the_engineer_takes_an_outermost_number_of_those_that_are_left() -> None:
    marked = answer("1957", "year", "When?", wrong=(("1961", "a"), ("1955", "b")))
    made = pack(fact("it", ("It is ", marked, " that counts.")))
    for seed in range(20):
        question = build(made, seed).question("made/it#answer/choice")
        strikes = next(h.strikes for h in question.hints if h.call == "engineer")
        assert strikes is not None
        after = "after" in said(question)["archive"]
        assert strikes in ((1, 3) if after else (0, 2))


def test_the_radio_strikes_a_second_option_instead_of_telling_letters_of_one() -> None:
    marked = answer(
        "Kazakhstan",
        "place",
        "Where?",
        wrong=(("Peru", "Far."), ("Chad", "Hot."), ("Fiji", "Sea.")),
    )
    question = next(build(pack(fact("in", ("In ", marked, "."))), 2).questions("choice"))
    radio = next(hint for hint in question.hints if hint.call == "radio")
    engineer = next(hint for hint in question.hints if hint.call == "engineer")
    assert radio.strikes not in (None, engineer.strikes, question.answer)
    assert radio.text.startswith(f"Not “{question.options[radio.strikes or 0]}” either. ")


def test_the_radio_gives_letters_digits_or_a_range() -> None:
    bank = build(space_pack())
    assert said(bank.question("made/country#answer/typed"))["radio"] == (
        "It begins with K and has 10 letters."
    )
    assert said(bank.question("made/human#who/typed"))["radio"] == (
        "It has 2 words; their first letters: Y, G."
    )
    assert said(bank.question("made/satellite#answer/number"))["radio"] == (
        "We read the year as 195_, and the last digit is lost."
    )
    assert said(bank.question("made/area#answer/number"))["radio"].startswith("It lies between ")


def test_a_statement_is_narrowed_to_the_words_that_could_be_wrong() -> None:
    hints = said(build(space_pack(), 1).question("made/satellite#answer/true-false/true"))
    assert hints["radio"] == "If anything in it is wrong, it is this: “1957”."


def test_hints_are_worded_by_the_catalogue() -> None:
    class Upper(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.replace("It was", "ES WAR")

    hints = said(build(space_pack(), 0, Upper()).question("made/satellite#answer/number"))
    assert hints["archive"].startswith("ES WAR")


def test_something_sure_of_its_subject_comes_before_the_words_in_doubt() -> None:
    year = answer("1959", "year", "When was Luna 2 launched?", name="year", wrong=("1961", "1963"),
                  column="craft/year", parts=("Luna 2 was launched in ", 0, "."))  # fmt: skip
    deed = answer("hit the Moon", "term", "What did Luna 2 do?", name="deed", single=True,
                  column="craft/deed", parts=("Luna 2 was first to ", 1, "."))  # fmt: skip
    row = replace(fact("craft/luna", ("Luna 2, ", year, ", ", deed)), name="Luna 2")
    for question in build(pack(row)).questions("true-false"):
        assert [hint.call for hint in question.hints] == ["navigator", "radio"]
        assert said(question)["navigator"] == (
            "This much is sure: “Luna 2 was first to hit the Moon.”"
        )
