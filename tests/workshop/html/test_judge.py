"""The script of a page judges as the game does."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from game.bank.judge import is_typed_right
from game.bank.numbers import readings
from game.bank.sounds import KAZAKH
from game.bank.text import normalise
from game.packs.values import WORD_NUMBERS
from tests.examples import sweep
from tests.workshop.banks import bank_in
from tests.workshop.html.conftest import Sit, page_in

_JUDGE = "([name, cases]) => cases.map((one) => judge[name](...one))"
_WRITTEN = (
    *("6717", "6 717", "6,717", "6.717", "6'717", "6.717,0", "6,717.0", "-5", "−5", "+5", "1,5"),
    *("about 6717 km²", "km2", "1.3 million", "1.3 mln", "2 thousand", "12 and 13", "R-7", "7-8"),
    *("1961", "1 961", "12,34,567", "1,234,567", "1.234.567,89", "0,5", ".5", "5.", "", " ", "x"),
    *("in 1957 km2", "1957.", "(1957)", "1957-1961", "6\u00a0717", "6\u202f717", "5%", "№5", "a5"),
    *(f"{'9' * 70}", "1e3", "½", "3½", "1 000 000", "1,000", "1,0000", "12 345 6", "0007"),
)
_LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюяәғқңөұүһіqwxyç"
_HEARD = (
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya a gh q n o u u h i "
    "к в кс ы ч"
)
_SHAPES = ("upper", "lower", "title")


Judged = Callable[[str, Sequence[Sequence[object]]], list[Any]]


@pytest.fixture
def judged(sit: Sit) -> Judged:
    """What the page's judge says of many cases at once."""
    seat = sit(page_in("en"))

    def all_of(name: str, cases: Sequence[Sequence[object]]) -> list[Any]:
        found = seat.page.evaluate(_JUDGE, [name, [list(case) for case in cases]])
        assert isinstance(found, list)
        return found

    return all_of


def _romanised(text: str) -> str:
    """A text in Latin letters, as people write who have no others, and the other way round."""
    heard: dict[str, str | int | None] = {}
    heard.update(zip(_LETTERS, _HEARD.split(), strict=True))
    return text.lower().translate(str.maketrans(heard))


def _spoilt(text: str, rng: random.Random) -> str:
    """A text with slips, as people make them."""
    letters = list(getattr(text, rng.choice(_SHAPES))())
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(letters) + 1)
        what = rng.choice(("drop", "add", "swap", "change"))
        if what == "add" or at >= len(letters):
            letters.insert(at, rng.choice("aeшқй -.'"))
        elif what == "drop" and len(letters) > 1:
            del letters[at]
        elif what == "swap" and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters[at] = rng.choice("oxзң5")
    return "".join(letters)


@pytest.mark.parametrize("language", sweep(["en", "ru", "kk"], "kk"))
def test_a_typed_answer_is_judged_alike(judged: Judged, language: str) -> None:
    rng = random.Random(language)
    cases: list[tuple[str, tuple[str, ...], int]] = []
    for question in bank_in(language).questions("typed"):
        accepted = (str(question.answer), *question.accepted)
        for slips in (0, round(question.tolerance), 3):
            for _ in range(6):
                cases.append((_spoilt(rng.choice(accepted), rng), accepted, slips))
        cases.append((" ".join(reversed(accepted[0].split())), accepted, 0))
        cases.append((f"the {accepted[0]}", accepted, 0))
        cases += [
            (accepted[0].translate(KAZAKH), accepted, 0),
            (_romanised(accepted[0]), accepted, 0),
        ]
    found = judged("typed", cases)
    expected = [is_typed_right(*case) for case in cases]
    wrong = [c for c, is_, was in zip(cases, expected, found, strict=True) if is_ != was]
    assert wrong == []
    assert 0 < sum(expected) < len(expected)


def test_a_number_is_read_alike(judged: Judged) -> None:
    texts = [*_WRITTEN, *WORD_NUMBERS, *(f"{text} km" for text in _WRITTEN)]
    found = judged("readings", [[text] for text in texts])
    for text, is_ in zip(texts, found, strict=True):
        assert tuple(dict.fromkeys(is_)) == pytest.approx(readings(text)), text


def test_texts_are_compared_alike(judged: Judged) -> None:
    texts = [
        *(
            "The Kazakh steppe",
            "R-7",
            "Straße",
            "Ёлка",
            "Йод",
            "Қызылорда Ғарыш",
            "6,717 km",
            "a b",
        ),
        *("naïve café", "A", "the", "Ångström", "ﬁre", "x_y", "½", "İstanbul", "\u00ad", "Σίσυφος"),
        *(text for one in bank_in("kk").questions("choice") for text in one.options),
    ]
    found = judged("normalise", [[text] for text in texts])
    assert found == [normalise(text) for text in texts]
