"""The four calls to mission control."""

from __future__ import annotations

from gettext import NullTranslations

from game.bank.bank import build
from game.bank.question import Question
from tests.bank.packs import answer, fact, pack, space_pack


def said(question: Question) -> dict[str, str]:
    return {hint.call: hint.text for hint in question.hints}


def test_the_archive_knows_the_half_century_of_a_year() -> None:
    hints = said(build(space_pack()).question("made/satellite#answer/choice"))
    assert hints["archive"] == "It was in the second half of the 20th century."


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


def test_the_engineer_takes_an_outermost_number() -> None:
    for seed in range(20):
        question = build(space_pack(), seed).question("made/satellite#answer/choice")
        hint = next(h for h in question.hints if h.call == "engineer")
        assert hint.strikes in (0, len(question.options) - 1)


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
    assert said(bank.question("made/human#when/choice"))["radio"] == "The month was April."
    assert said(bank.question("made/area#answer/number"))["radio"].startswith("It lies between ")


def test_a_statement_is_narrowed_to_the_words_that_could_be_wrong() -> None:
    hints = said(build(space_pack(), 1).question("made/satellite#answer/true-false/true"))
    assert hints["radio"] == "If anything in it is wrong, it is this: “1957”."


def test_hints_are_worded_by_the_catalogue() -> None:
    class Upper(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.replace("It was", "ES WAR")

    hints = said(build(space_pack(), 0, Upper()).question("made/satellite#answer/choice"))
    assert hints["archive"].startswith("ES WAR")
