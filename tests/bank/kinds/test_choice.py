"""Where wrong options come from, and how they stand."""

from __future__ import annotations

from game.bank.bank import build
from game.bank.question import Question
from tests.bank.packs import answer, fact, pack, space_pack


def only(*facts_and_answers: object, seed: int = 0) -> Question:
    made = pack(*facts_and_answers)  # type: ignore[arg-type]
    return next(build(made, seed).questions("choice"))


def test_the_authors_options_come_first_with_what_they_are() -> None:
    question = build(space_pack()).question("made/country#answer/choice")
    assert sorted(question.options) == ["China", "Kazakhstan", "Mongolia", "Russia"]
    what = dict(zip(question.options, question.feedback, strict=True))
    assert what == {"China": "", "Kazakhstan": "", "Mongolia": "", "Russia": "Russia leases it."}


def test_answers_of_other_facts_join_a_single_answer_with_their_sentence() -> None:
    question = build(space_pack()).question("made/human#who/choice")
    what = dict(zip(question.options, question.feedback, strict=True))
    assert what["Toktar Aubakirov"] == "Toktar Aubakirov flew in 1991."


def test_an_answer_that_is_not_single_takes_nothing_from_other_facts() -> None:
    many = [
        fact(name, (answer(name.title(), "person", f"Who built {name}?"), " was there."))
        for name in ("ann", "ben", "cem", "dan")
    ]
    assert not list(build(pack(*many)).questions("choice"))


def test_what_must_never_stand_beside_an_answer_does_not() -> None:
    marked = answer(
        "the Soviet Union", "place", "Who built it?",
        wrong=("China", "India", "Russia"), never_with=("Russia",),
    )  # fmt: skip
    question = only(fact("built", ("Built by ", marked, ".")))
    assert sorted(question.options) == ["China", "India", "the Soviet Union"]


def test_other_true_answers_of_the_same_question_are_no_options() -> None:
    ask = "Which country took part?"
    made = [
        fact(name, (answer(name, "place", ask, single=True, wrong=("Peru", "Chad")), " came."))
        for name in ("France", "Spain")
    ]
    assert "Spain" not in only(*made).options


def test_two_options_are_too_few() -> None:
    marked = answer("Kazakhstan", "place", "Where?", wrong=("China",))
    assert not list(build(pack(fact("where", ("In ", marked, ".")))).questions("choice"))


def test_a_place_and_the_place_it_lies_in_by_name_never_stand_together() -> None:
    marked = answer(
        "Astana", "place", "Where?", wrong=("Baikonur", "Baikonur Cosmodrome", "Almaty")
    )
    question = only(fact("where", ("In ", marked, ".")))
    assert len({"Baikonur", "Baikonur Cosmodrome"} & set(question.options)) == 1


def test_the_authors_option_stays_whatever_type_of_thing_the_pack_knows_it_to_be() -> None:
    marked = answer("Skyroot", "organisation", "Which company?", wrong=("Blue Sky", "R-7"))
    question = only(fact("firm", ("It is ", marked, ".")), *space_pack().facts)
    assert sorted(question.options) == ["Blue Sky", "R-7", "Skyroot"]


def test_numbers_keep_unit_and_roundness() -> None:
    for seed in range(20):
        question = build(space_pack(), seed).question("made/people#answer/choice")
        values = [int(option.split()[0].replace(",", "")) for option in question.options]
        assert all(option.endswith(" people") for option in question.options)
        assert all(value % 500 == 0 for value in values)


def test_small_numbers_in_words_stay_in_words() -> None:
    for seed in range(20):
        options = build(space_pack(), seed).question("made/sites#answer/choice").options
        assert "ten" in options
        assert all(option.isalpha() for option in options)


def test_made_years_do_not_lie_far_ahead_of_the_packs_own_day() -> None:
    for seed in range(40):
        bank = build(space_pack(), seed)
        for question in bank.questions("choice"):
            if question.facts == ("aimbetov",) and question.options[0].isdigit():
                assert int(question.options[-1]) <= 2027


def test_more_than_bars_smaller_numbers() -> None:
    marked = answer("500", "number", "More than how many people came?")
    for seed in range(10):
        question = only(fact("came", ("More than ", marked, " people came.")), seed=seed)
        assert question.answer == 0


def test_decades_and_months_are_sorted_like_years() -> None:
    decade = answer("the 1950s", "term", "In which decade?", wrong=("the 1970s", "the 1920s"))
    month = answer("May", "term", "In which month?", wrong=("December", "April"))
    made = pack(fact("then", ("In ", decade, ".")), fact("month", ("It was ", month, ".")))
    order = ["January", "February", "March", "April", "May", "June", "July", "August",
             "September", "October", "November", "December"]  # fmt: skip
    for seed in range(10):
        bank = build(made, seed)
        decades = bank.question("made/then#answer/choice").options
        months = bank.question("made/month#answer/choice").options
        assert list(decades) == sorted(decades)
        assert list(months) == sorted(months, key=order.index)


def test_a_side_with_little_room_leaves_four_options_and_bars_ranks() -> None:
    near = answer("2028", "year", "From when on?", wrong=("2026", "2027", "2035", "2050"))
    end = answer("2050", "year", "Until when?", wrong=("2030", "2040", "2060", "2070"))
    made = pack(fact("near", ("From ", near, ".")), fact("end", ("Until ", end, ".")))
    for seed in range(20):
        bank = build(made, seed)
        assert len(bank.question("made/near#answer/choice").options) == 4
        assert len(bank.question("made/end#answer/choice").options) == 4
