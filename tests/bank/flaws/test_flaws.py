"""Flaws are seen where they are, and not where letters only look like them."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from game.bank.bank import build
from game.bank.flaws import CRITERIA, Setting, flaws, setting_of
from game.bank.flaws.lexicon import lexicon_of
from game.bank.flaws.words import tokens
from game.bank.known import Known
from game.bank.question import Hint, Question
from game.packs.model import Picture
from tests.bank.flaws.asked import IN_ENGLISH, choice, codes, statement, typed
from tests.bank.packs import answer, fact, pack, space_pack

WHO = ("Ada Byrd", "Bob Reed", "Cy Stone")
ITS = "Which country is it?"

# code: questions that have the flaw, then questions that nearly have it.
EXAMPLES: dict[str, tuple[list[Question], list[Question]]] = {
    "unfocused": (
        [choice("Baikonur.", "a city", "a rocket", "a lake"), typed("The R-7 rocket.", "fast")],
        [
            choice("Name the city of the rockets.", "Baikonur", "Astana", "Almaty"),
            choice("The first satellite was launched in", "1957", "1961", "1969"),
            choice("The rocket of 1957 was called:", "R-7", "R-9", "N-1"),
            choice("The first satellite flew in …", "1957", "1961", "1969"),
            statement("Baikonur is a city."),
        ],
    ),
    "negative": (
        [
            choice("Which of them was not launched?", *WHO),
            choice("Which city has never had a port?", "Oral", "Aktau", "Atyrau"),
            choice("Which rocket can't land?", "R-7", "R-9", "N-1"),
            choice("Which planet did nobody visit, except Venera?", "Mars", "Venus", "Io"),
            statement("Sputnik 1 was not a rocket."),
        ],
        [
            choice("Which of them was NOT launched?", *WHO),
            choice("Goods, not people, travel in it. What is the craft called?", *WHO),
            choice("In which year was the Nottingham knot untied?", "1957", "1961", "1969"),
            statement("Only the page without a date speaks of trains."),
        ],
    ),
    "covered": (
        [
            choice("Which of the following flew first?", *WHO),
            choice("Which of these is a city?", "Oral", "Mars", "Venus"),
        ],
        [choice("Which of the cosmonauts flew first, following Gagarin?", *WHO)],
    ),
    "hinged": (
        [choice("Given your answer, in which year did they fly?", "1957", "1961", "1969")],
        [choice("What answer did the crew send?", "a song", "a poem", "a joke")],
    ),
    "gap": (
        [
            choice("In ____ the first satellite flew.", "1957", "1961", "1969"),
            choice("The … rocket flew in 1957.", "R-7", "R-9", "N-1"),
        ],
        [
            choice("The first satellite flew in ____.", "1957", "1961", "1969"),
            typed("The … rocket flew in 1957. What is it called?", "Vostok"),
        ],
    ),
    "window-dressing": (
        [
            choice("Which " + "big " * 40 + "rocket is it?", "R-7", "R-9", "N-1"),
            choice("It was day. It was cold. It was far. Who came?", *WHO),
            choice(
                "Which rocket, which was white, which was tall, and which, though old, flew, won?",
                "R-7", "R-9", "N-1",
            ),
        ],
        [choice("It was cold. It was far. Who came?", *WHO)],
    ),
    "pronoun": (
        [
            choice("When did he fly?", "1957", "1958", "1959"),
            choice("What is it called?", "R-7", "R-9", "N-1"),
            choice("Where are they?", "on Mars", "on Venus", "on Io"),
        ],
        [
            choice("When did Gagarin say that he would fly?", "1957", "1958", "1959"),
            choice("A rocket flew in 1957. What is it called?", "R-7", "R-9", "N-1"),
            choice("How far is it from the Earth to the Moon?", "1 km", "2 km", "3 km"),
            choice("Which Italian flew?", *WHO),
            statement("On its way into space Buran was flown by computers."),
            choice("What is it?", "R-7", "R-9", "N-1", picture=Picture("a.png", "A rocket")),
        ],
    ),
    "short-form": (
        [choice("Which crew flew to the MKS?", *WHO), choice("Who built it?", "RKK", "Ann", "Bob")],
        [
            choice("What do the letters MKS stand for?", "a station", "a car", "a ship"),
            choice("Which rocket of the USSR flew?", "R-7", "N-1", "UR-500"),
            choice("Which of them was NOT launched?", *WHO),
        ],
    ),
    "vague": (
        [
            choice("What does a rocket usually carry?", "a crew", "a ship", "a car"),
            choice("How far did it fly?", "often far", "very far", "too far"),
            choice("What costs more or less a coin?", "a cup", "a ship", "a car"),
        ],
        [
            choice("How often did Musabayev fly?", "once", "twice", "thrice"),
            choice("Which unusual rocket flew in 1957?", "R-7", "R-9", "N-1"),
        ],
    ),
    "absolute": (
        [
            choice("What do satellites do?", "always shine", "carry crews", "land on Mars"),
            choice("Which rockets flew?", "all rockets", "new rockets", "old rockets"),
            statement("A rocket always lands."),
        ],
        [
            choice("What was it?", "a called-off flight", "a recalled crew", "a stall"),
            choice("From where do they come?", "all over the world", "Asia alone", "one country"),
            choice("How many of them flew?", "all of the crew", "half the crew", "a third of it"),
            choice("What do all rockets need?", "fuel", "a crew", "rain"),
            statement("The tall hall is small."),
        ],
    ),
    "opinion": (
        [choice("Which is the most beautiful rocket?", "R-7", "R-9", "N-1")],
        [
            choice("Which is the most powerful rocket?", "R-7", "R-9", "N-1"),
            choice("Who called the R-7 the most beautiful rocket?", *WHO, by="Ada Byrd"),
        ],
    ),
    "typing": (
        [
            choice("Which  rocket flew?", "R-7", "R-9", "N-1"),
            choice("Which rocket flew ?", "R-7", "R-9", "N-1"),
            choice("Which rocket flew to the the Moon?", "R-7", "R-9", "N-1"),
            choice("which rocket flew?", "R-7", "R-9", "N-1"),
            choice("Which rocket (of 1957 flew?", "R-7", "R-9", "N-1"),
            choice('Who said "go?', *WHO),
            statement("The rocket flew"),
        ],
        [
            choice("Which rocket flew to the theatre?", "R-7", "R-9", "N-1"),
            choice("2025: which rocket flew?", "R-7", "R-9", "N-1"),
            choice("Which rocket flew …?", "R-7", "R-9", "N-1"),
            statement("He said “the rocket flew.”"),
        ],
    ),
    "a-an": (
        [
            choice("Who saw a engine?", *WHO),
            choice("Who saw an unit?", *WHO),
            statement("The flight took a hour."),
        ],
        [
            choice("Who saw an engine in a European unit for an hour?", *WHO),
            statement("An artificial satellite was a one-off."),
            choice("Who saw an R-7 and plan A at a US base?", *WHO),
        ],
    ),
    "undated": (
        [choice("Which country leases it?", "Peru", "Chad", "Oman", as_of="2025-08-18")],
        [
            choice("August 2025: Who leases it?", "Peru", "Chad", "Oman", as_of="2025-08-18"),
            choice("Which country leases it?", "Peru", "Chad", "Oman"),
        ],
    ),
    "unattributed": (
        [choice("Is the port large?", "very large", "quite small", "fairly new", by="the page")],
        [
            choice("According to the page, is the port large?", *WHO, by="the page"),
            choice("Who praised the port?", *WHO, by="Ada Byrd"),
            choice("What did Byrd praise?", "a port", "a ship", "a car", by="Ada Byrd"),
        ],
    ),
    "catch-all": (
        [
            choice("Which planet?", "Mars", "Venus", "All of the above"),
            choice("Which planet?", "Mars", "Venus", "None of these"),
            choice("Which planet?", "Mars", "Venus", "Both are right"),
            choice("Which planet?", "Mars", "Venus", "Neither"),
        ],
        [
            choice("Which town?", "Nonesuch", "Allstedt", "Bothwell"),
            choice("What fell?", "all of the snow", "all of the rain", "all of the hail"),
        ],
    ),
    "complex": (
        [
            choice("Which planet?", "Mars", "Venus", "Both A and B"),
            choice("Which planet?", "Mars", "Venus", "Mars and Venus"),
        ],
        [
            choice("Which pair?", "Mars and Io", "Venus and Titan", "Uranus and Ceres"),
            choice("Which rank?", "1", "2", "3"),
        ],
    ),
    "truth-series": (
        [
            choice("Is it far?", "Yes, very", "No, it is near", "Yes, a little"),
            choice("Is it far?", "true", "false", "open"),
        ],
        [choice("Which river?", "Yesil", "Nome", "Truebrook")],
    ),
    "twins": (
        [
            choice("Which place?", "Baikonur", "Baikonur Cosmodrome", "Astana"),
            choice("How many a year?", "six to eight", "seven to nine", "ten to twelve"),
            choice("How many?", "3", "4", "4"),
        ],
        [
            choice("Which place?", "Baikonur", "Baikal", "Astana"),
            choice("How many a year?", "six to eight", "nine to ten", "11 to 12"),
            choice("How many?", "4", "14", "44"),
        ],
    ),
    "second-key": (
        [choice("Who flew?", "Gagarin", "Yuri Gagarin", "Titov", accepted=("Yuri Gagarin",))],
        [choice("Who flew?", "Gagarin", "Leonov", "Titov", accepted=("Yuri Gagarin",))],
    ),
    "order": (
        [
            choice("How many?", "3", "9", "4"),
            choice("When?", "2 June 1955", "1 May 1957", "4 July 1956"),
            choice("How many?", "too many", "3", "4"),
        ],
        [
            choice("How many?", "9", "4", "3"),
            choice("When?", "2 June 1955", "12 April 1957", "1 May 1961"),
            choice("Which is the largest?", "9", "10", "1,000"),
            choice("How many?", "3", "4", "too many"),
        ],
    ),
    "count": (
        [choice("Who?", *WHO[:2]), choice("Who?", "An", "Bo", "Cy", "Di", "Ed", "Fe")],
        [choice("Who?", *WHO), choice("Who?", "An", "Bo", "Cy", "Di", "Ed")],
    ),
    "wordy": (
        [choice("What?", "so " * 13, "many " * 13, "words " * 13)],
        [choice("What?", "so " * 12, "many " * 12, "words " * 12)],
    ),
    "uneven": (
        [choice("Where?", "Oral", "in the far south of the wide steppe", "on a ship")],
        [choice("Where?", "in the north", "in the far south of the wide steppe", "on a big ship")],
    ),
    "negative-option": (
        [choice("What is it?", "not a rocket", "a satellite", "a probe")],
        [choice("What is it?", "a knot", "a note", "a nose cone")],
    ),
    "repeated": (
        [choice("What is it?", "launch pad one", "launch pad two", "launch pad three")],
        [
            choice("What is it?", "the first pad", "the first crew", "the first ship"),
            choice("What is it?", "launch pad one", "launch pad two", "launch site three"),
        ],
    ),
    "mixed-numbers": (
        [
            choice("How many?", "3", "four", "5"),
            choice("How much?", "1.25", "2", "3.5"),
            choice("How long?", "3 km", "4 miles", "5 km"),
        ],
        [
            choice("How long?", "1 year", "2 years", "3 years"),
            choice("Which rocket?", "R-7", "Soyuz-2", "Sputnik 1"),
            choice("When?", "2 June 1955", "3 June 1955", "1 May 1957"),
        ],
    ),
    "unit-form": (
        [
            choice("Какова глубина?", "21 метр", "17 метр", "32 метр", language="ru"),
            choice("Какова высота?", "1641 метров", "2107 метров", "3000 метров", language="ru"),
        ],
        [
            choice("Какова глубина?", "21 метр", "17 метров", "32 метра", language="ru"),
            choice("Какова глубина?", "5 метров", "17 метров", "30 метров", language="ru"),
            choice("Какова глубина?", "21 м", "17 м", "32 м", language="ru"),
            choice("Какова скорость?", "21 км/ч", "17 км/ч", "32 км/ч", language="ru"),
            choice("Тереңдігі қандай?", "21 метр", "17 метр", "32 метр", language="kk"),
        ],
    ),
    "far-off": (
        [choice("How many?", "3", "4", "900"), choice("When?", "1500", "1955", "1957", key=1)],
        [choice("How many?", "3", "4", "60"), choice("When?", "1900", "1955", "1957", key=1)],
    ),
    "opposites": (
        [choice("What happens?", "the load rises", "the load falls", "a light shines", "rain")],
        [choice("What happens?", "a light shines", "the load falls", "the load rises", "rain")],
    ),
    "own-letter": (
        [choice("Which one?", "A) Mars", "B) Venus", "C) Io")],
        [choice("Which one?", "Anna", "Bob", "Cy")],
    ),
    "long-key": (
        [
            choice("What?", "a very long and careful right option", "a car", "a ship", "a bus"),
            choice("What?", "the use of a very old map", "telecommunications lines", "two maps"),
            choice("Where?", "Interplanetary Institute", "a lab", "a pad"),
        ],
        [
            choice("What?", "a very long right option", "a somewhat long wrong one", "a bus"),
            choice("What?", "a car", "a very long and careful wrong option", "a bus"),
        ],
    ),
    "short-key": (
        [choice("Where?", "Io", "on the way to a star", "on the way to a moon", "at the far end")],
        [choice("Where?", "Io", "on the way to a star", "Mars", "at the far end")],
    ),
    "echo": (
        [
            choice("Which line do satellites use?", "power lines", "a canal", "a road"),
            choice("Which rocket flew?", "rocketry", "a canal", "a road"),
            choice("What flew in 1957 first?", "Sputnik of 1957", "Vostok", "Soyuz"),
        ],
        [
            choice("Which line do satellites use?", "power lines", "rail lines", "a road"),
            choice("What does it use?", "a pad", "a padlock", "a padded cell"),
            choice("Which part is partly red?", "a par", "a tar", "a bar"),
        ],
    ),
    "converging": (
        [choice("Which?", "grey metal box", "grey paper bag", "green metal lid", "wood crate")],
        [choice("Which?", "grey metal", "grey paper", "green metal", "green paper")],
    ),
    "pair": (
        [choice("Which?", "launch site", "launch year", "family name", "first word")],
        [
            choice("Which?", "launch site", "family site", "family name", "launch word"),
            choice("Which?", "first word", "launch site", "launch year", "family name"),
        ],
    ),
    "article": (
        [
            choice("It flies with an", "engine", "rocket", "motor"),
            choice("What is it?", "the Earth", "Mars", "Venus"),
        ],
        [
            choice("It flies with an", "engine", "axle", "motor"),
            choice("What is it?", "the Earth", "the Moon", "Venus"),
            choice("What is it?", "Theodor", "Anna", "Bob"),
        ],
    ),
    "unlike": (
        [
            choice("Who?", "Ada", "a pilot", "an engineer"),
            choice("Which?", "R-7", "Proton", "Zenit"),
            choice("What?", "pads", "crew", "fuel"),
            choice("What?", "flying", "crew", "fuel"),
            choice("Where?", "in space", "Mars", "Venus"),
            choice("What?", "a pad (old)", "a crew", "a mast"),
            choice("What?", "A pad.", "A crew", "A mast"),
        ],
        [
            choice("Who?", "Ada", "bne IntelliNews", "an engineer"),
            choice("Which?", "R-7", "Proton", "N-1"),
            choice("What?", "pads", "crews", "fuel"),
            choice("What?", "flying", "landing", "fuel"),
            choice("What?", "building of a port", "spring of a lake", "ring of a bell"),
            choice("Where?", "in space", "on board", "nowhere near"),
            choice("What?", "bus", "crew", "fuel"),
        ],
    ),
    "answered": (
        [
            choice("Kazakhstan is where?", "Kazakhstan", "China", "Mongolia"),
            typed("What did the R7 rocket start with?", "Vostok", "R7"),
        ],
        [choice("Where did the Kazakhstani crew go?", "Kazakhstan", "China", "Mongolia")],
    ),
    "hint-tells": (
        [choice("Who?", *WHO, hints=(Hint("archive", "Ask Ada Byrd."),))],
        [choice("Who?", *WHO, hints=(Hint("archive", "Ask Bob Reed, or Ada."),))],
    ),
    "long-question": (
        [
            choice("Which " + "one " * 18 + "is it?", *WHO, level=1),
            choice("Which " + "extraordinarily " * 6 + "is it?", *WHO, level=1),
        ],
        [choice("Which " + "one " * 15 + "is it?", *WHO, level=1)],
    ),
    "long-option": (
        [choice("What?", "a", "b", "one two three four five", level=1)],
        [choice("What?", "a", "b", "one two three four", level=1)],
    ),
    "hard-words": (
        [choice("Which interplanetary communication capabilities existed?", *WHO, level=1)],
        [
            choice("Which rocket flew to the Moon?", *WHO, level=1),
            choice("Which interplanetary communication capabilities existed?", *WHO, level=2),
        ],
    ),
    "title": (
        [
            choice("Which minister came?", *WHO),
            choice("Who came?", "the president", "a pilot", "a farmer"),
            choice("Where was the ambassador's car?", "at home", "in Oral", "at sea"),
        ],
        [choice("Which ministry came?", *WHO), choice("Who presided?", *WHO)],
    ),
    "stated-claim": (
        [choice("The Moon is made of cheese. Which source says so?", *WHO, by="Ann Author")],
        [
            choice("Which source says that the Moon is made of cheese?", *WHO, by="Ann Author"),
            choice("Author tells of a cheese. What is made of it?", *WHO, by="Ann Author"),
            choice("The Moon is made of rock. Who saw that?", *WHO),
        ],
    ),
    "conflict": (
        [
            choice("What did the missile carry?", "a dog", "a cat", "a hen"),
            choice("Who came?", *WHO, why="It was in the war."),
            choice("Who came?", *WHO, hints=(Hint("archive", "Think of sanctions."),)),
            choice("Who came?", *WHO, picture=Picture("a.png", "A bomb")),
        ],
        [
            choice("Who warmed the warden in Warsaw?", *WHO),
            choice("What did the missile carry?", "a dog", "a cat", "a hen", set="more"),
        ],
    ),
}  # fmt: skip

PACK_ONLY = {"other-type", "official"}
LEVELLED = replace(IN_ENGLISH, default_sets=frozenset({""}))


def _cases(which: int) -> list[ParameterSet]:
    return [
        pytest.param(code, made, id=f"{code}: {made.prompt[:40]}")
        for code, examples in EXAMPLES.items()
        for made in examples[which]
    ]


@pytest.mark.parametrize(("code", "made"), _cases(0))
def test_a_flaw_is_found(code: str, made: Question) -> None:
    assert code in codes(made, LEVELLED)


@pytest.mark.parametrize(("code", "made"), _cases(1))
def test_what_is_nearly_a_flaw_is_none(code: str, made: Question) -> None:
    assert code not in codes(made, LEVELLED)


def test_every_criterion_has_its_examples() -> None:
    assert {c.code for c in CRITERIA} == EXAMPLES.keys() | PACK_ONLY


def test_a_plain_question_has_no_flaw() -> None:
    assert codes(choice(ITS, "Kazakhstan", "Mongolia", "China", level=1)) == []


def test_a_flaw_says_what_is_wrong_who_says_so_and_what_to_change() -> None:
    found = list(flaws(choice("Which planet?", "Mars", "Io", "Any of these"), IN_ENGLISH))
    assert [flaw.code for flaw in found] == ["catch-all"]
    assert "Any of these" in found[0].message
    assert "Haladyna" in found[0].source
    assert found[0].advice
    assert len({criterion.code for criterion in CRITERIA}) == len(CRITERIA)


@given(st.sampled_from([q for one, other in EXAMPLES.values() for q in one + other]), st.integers())
def test_no_flaw_but_that_of_order_depends_on_the_order_of_options(
    made: Question, seed: int
) -> None:
    if made.kind != "choice":
        return
    assert isinstance(made.answer, int)
    places = list(range(len(made.options)))
    random.Random(seed).shuffle(places)
    moved = replace(
        made,
        options=tuple(made.options[at] for at in places),
        answer=places.index(made.answer),
    )
    assert set(codes(made, LEVELLED)) - {"order"} == set(codes(moved, LEVELLED)) - {"order"}


def test_a_language_without_word_lists_is_judged_by_form_alone() -> None:
    made = choice("Которая из них не летала?", "Марс", "Венера", "Марс")
    assert codes(made, Setting()) == ["twins"]
    assert codes(choice("Always", "none", "all", "never"), Setting()) == []


def test_a_key_that_no_other_option_is_like_by_the_packs_own_types() -> None:
    marked = answer("Zenit", "place", "At which complex?", wrong=("Skyroot", "Proton-M", "Oral"))
    made = pack(
        fact("mast", ("It stands at ", marked, ".")),
        fact("firm", (answer("Skyroot", "organisation", "Which firm?"), " came.")),
        fact("rocket", (answer("Proton-M", "vehicle", "Which rocket?"), " flew.")),
    )
    setting = setting_of(Known(made))
    question = next(build(made).questions("choice"))
    for_sure = replace(question, options=("Zenit", "Skyroot", "Proton-M"), answer=0)
    mixed = replace(question, options=("Zenit", "Skyroot", "Oral"), answer=0)
    assert "other-type" in [f.code for f in flaws(for_sure, setting, marked)]
    assert "other-type" not in [f.code for f in flaws(mixed, setting, marked)]


def test_somebody_in_office_stands_only_where_claims_are_asked_for() -> None:
    who = answer("Ann Lee", "person", "Who said it?", wrong=("Bo Kim", "Cy Ito"))
    made = pack(
        fact("said", (who, " said it."), set="more", by="Ann Lee", as_of="2025-06-02"),
        *space_pack().facts,
    )
    setting = setting_of(Known(made))
    assert setting.claim_sets == {"more"}
    in_claims = choice("In 2025, who said it?", "Ann Lee", "Bo Kim", "Cy Ito", set="more")
    in_default = choice("Who flew?", "Gagarin", "Bo Kim", "Titov", set="plain")
    nearly = choice("Who flew?", "Gagarin", "Bo Kimber", "Titov", set="plain")
    assert "official" not in codes(in_claims, setting)
    assert "official" in codes(in_default, setting)
    assert "official" not in codes(nearly, setting)


def test_the_page_for_authors_lists_every_criterion_as_it_is() -> None:
    page = (Path(__file__).parents[3] / "docs" / "flaws.md").read_text(encoding="utf-8")
    for criterion in CRITERIA:
        row = (f"`{criterion.code}`", criterion.name, criterion.source, criterion.advice)
        assert f"| {' | '.join(row)} |" in page


@pytest.mark.parametrize(
    ("language", "prompt"),
    [
        ("ru", "Назовите самый большой приток Волги."),
        ("ru", "Соедините реку и море."),
        ("ru", "Расставьте города по порядку."),
        ("ru", "Укажи самое глубокое озеро."),
        ("kk", "Еділдің ең үлкен саласын атаңыз."),
        ("kk", "Өзен мен теңізді сәйкестендіріңіз."),
        ("kk", "Ең терең көлді тап."),
    ],
)
def test_an_order_asks_in_whichever_form_it_is_given(language: str, prompt: str) -> None:
    setting = Setting(lexicon=lexicon_of(language))
    assert "unfocused" not in codes(choice(prompt, "a", "b", "c", language=language), setting)


@pytest.mark.parametrize(
    ("language", "prompt"), [("ru", "Самый большой приток Волги."), ("kk", "Ең терең көл.")]
)
def test_a_prompt_that_asks_nothing_is_seen_in_other_languages(language: str, prompt: str) -> None:
    setting = Setting(lexicon=lexicon_of(language))
    assert "unfocused" in codes(choice(prompt, "a", "b", "c", language=language), setting)


def test_a_number_in_groups_of_three_is_one_word() -> None:
    assert tokens("12\u00a0100 км, 6,717 and 3.5") == ("12\u00a0100", "км", "6,717", "and", "3.5")


def test_options_that_are_events_are_not_judged_as_nouns() -> None:
    asked = choice(
        "What belongs at the mark on the line of years?",
        "The straightening begins",
        "Sandoz's warehouse burns down",
        "The salmon comes back",
        "A valley is honoured",
    )
    begun = replace(space_pack().facts[0].answers[0], event="the straightening begins")
    assert "unlike" in codes(asked)
    assert [flaw.code for flaw in flaws(asked, IN_ENGLISH, begun)] == []


def test_before_and_after_christ_need_no_explanation() -> None:
    assert "short-form" not in codes(choice("Who built a bridge in 55 BC?", "Ann", "Bob", "Cy"))
