"""Texts that are keys elsewhere stand beside other keys, so that no name gives itself away."""

from __future__ import annotations

import random
from collections import Counter

from game.bank.bank import build
from game.bank.distractors import MOST, Distractor
from game.bank.flaws.english import ENGLISH
from game.bank.flaws.lineup import tells
from game.bank.known import Known
from game.bank.pick import pick
from game.packs.model import Pack
from tests.bank.packs import answer, fact, pack

CITIES = ("Oral", "Aktau", "Atyrau", "Semey", "Taraz", "Rudny")
INVENTED = ("Vokar", "Belun", "Sidor", "Mekar", "Ladov", "Turin")


def cities() -> Pack:
    """Six facts, each with a city as its key, the other five and as many invented ones as wrong."""
    made = []
    for at, city in enumerate(CITIES):
        others = tuple(c for c in CITIES if c != city)
        marked = answer(city, "place", f"Which city has park {at}?", wrong=others + INVENTED)
        made.append(fact(f"park-{at}", (f"Park {at} is in ", marked, ".")))
    return pack(*made)


def test_a_text_that_is_a_key_elsewhere_comes_before_one_that_never_is() -> None:
    rng = random.Random("pick")
    known = Known(cities())
    found = [Distractor(text, "", True) for text in ("Aktau", "Atyrau", *INVENTED)]
    drawn: Counter[str] = Counter()
    for _ in range(300):
        picked = pick(found, known, rng)
        assert len({d.text for d in picked}) == MOST
        drawn.update(d.text for d in picked)
    assert min(drawn["Aktau"], drawn["Atyrau"]) > 2 * max(drawn[t] for t in INVENTED)
    assert all(drawn[text] for text in INVENTED)


def test_the_authors_options_come_before_those_of_the_pack() -> None:
    known = Known(cities())
    found = [Distractor(text, "", text in INVENTED[:2]) for text in (*INVENTED, *CITIES)]
    for seed in range(20):
        texts = {d.text for d in pick(found, known, random.Random(seed))}
        assert texts > set(INVENTED[:2])


def test_every_city_is_key_and_wrong_option_in_a_fair_measure() -> None:
    keys: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for seed in range(60):
        for question in build(cities(), seed).questions("choice"):
            keys[question.key] += 1
            wrong.update(set(question.options) - {question.key})
    assert all(2 * keys[city] < wrong[city] < 3 * keys[city] for city in CITIES)


def test_keys_are_neither_the_longest_nor_the_middle_of_their_options() -> None:
    names = ["A" + "a" * at for at in range(3, 203)]
    made = pack(
        *(
            fact(
                f"f-{at}",
                (answer(name, "person", f"Who saw {at}?", single=True), f" saw {at}."),
                level=2,
            )
            for at, name in enumerate(names)
        )
    )
    ranks: Counter[int] = Counter()
    for seed in range(2):
        for question in build(made, seed).questions("choice"):
            ranks[sum(len(text) < len(question.key) for text in question.options)] += 1
    assert min(ranks.values()) > 0.6 * max(ranks.values())
    assert len(ranks) == 4


def test_options_are_drawn_anew_while_the_key_stands_out() -> None:
    marked = answer(
        "launch site", "thing", "What did they share?",
        wrong=("launch year", "family name", "first word", "old map", "big tent"),
    )  # fmt: skip
    made = pack(fact("shared", ("They shared a ", marked, ".")))
    for seed in range(25):
        question = next(build(made, seed).questions("choice"))
        assert isinstance(question.answer, int)
        assert not tells(question.prompt, question.options, question.answer, ENGLISH)
        assert "launch year" not in question.options


def test_without_a_choice_of_options_the_question_is_asked_all_the_same() -> None:
    marked = answer(
        "launch site", "thing", "What?", wrong=("launch year", "family name", "first word")
    )
    made = pack(fact("shared", ("They shared a ", marked, ".")))
    assert "launch year" in next(build(made).questions("choice")).options
