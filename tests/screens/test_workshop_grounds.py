"""What an author words is held against the paragraphs that it cites, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.packs.model import Citation
from game.screens.workshop_grounds import Grounds, Worded
from game.workshop.drafting.propose import draft

ROOT = Path(__file__).parents[2]

EN = ("The Volga flows into the Caspian Sea.", "In 1957 Ada Byrd swam 12 km of the Soviet river.")
RU = ("Волга впадает в Каспийское море.", "В 1957 году Ада Бёрд проплыла 12 км по Волге.")
KK = ("Еділ Каспий теңізіне құяды.", "1957 жылы Ада Бёрд Еділ бойымен 12 км жүзді.")


def lacking(language: str, texts: tuple[str, ...], sentence: str, *more: str) -> list[str]:
    ask, answer = (*more, "", "")[:2]
    said = Worded(sentence, (answer,) if answer else (), (ask,), "", (Citation("a", 2),))
    found = Grounds({"a": texts}, language, texts).lacking(said)
    return [one.words for one in found]


@pytest.mark.parametrize(
    ("language", "texts", "sentence", "ask", "answer"),
    [
        ("en", EN, "Ada Byrd swam in 1957.", "When did Ada Byrd swim?", "1957"),
        ("ru", RU, "Ада Бёрд плыла в 1957 году.", "Когда плыла Ада Берд?", "1957"),
        ("ru", RU, "12 км от Волги.", "Сколько километров по Волгой?", "Волга"),
        ("kk", KK, "Ада Бёрд 1957 жылы жүзді.", "Ада Бёрд қашан жүзді?", "1957"),
        ("ru", ("", "За 3 дня."), "За три дня, за трёх.", "За сколько?", "трое"),
        ("kk", KK, "Еділде 12 км.", "Еділдің бойымен неше километр?", "Еділ"),
    ],
)
def test_what_stands_in_the_paragraph_is_not_told(
    language: str, texts: tuple[str, ...], sentence: str, ask: str, answer: str
) -> None:
    assert lacking(language, texts, sentence, ask, answer) == []


@pytest.mark.parametrize(
    ("language", "texts", "sentence", "ask", "answer", "told"),
    [
        ("en", EN, "She swam 13 km.", "", "", ["13"]),
        ("en", EN, "She swam.", "When did Bea swim?", "", ["Bea"]),
        ("en", EN, "She swam.", "", "the Danube", ["Danube"]),
        ("en", EN, "She swam.", "", "the railway", ["railway"]),
        ("ru", RU, "Ада плыла в 1958 году.", "", "", ["1958"]),
        ("ru", RU, "Тогда Ольга плыла.", "", "", ["Ольга"]),
        ("ru", RU, "Она плыла.", "Когда плыла Вера?", "Дунай", ["Вера", "Дунай"]),
        ("ru", RU, "Она плыла пять дней.", "", "в мае", ["пять", "мае"]),
        ("kk", KK, "Ол бес күн жүзді.", "", "", ["бес"]),
        ("kk", KK, "Ол 13 км жүзді.", "", "Ертіс", ["13", "Ертіс"]),
        ("kk", KK, "Сонда Асан жүзді.", "", "", ["Асан"]),
    ],
)
def test_a_figure_a_name_or_an_answer_that_is_not_there_is_told(
    language: str, texts: tuple[str, ...], sentence: str, ask: str, answer: str, told: list[str]
) -> None:
    assert lacking(language, texts, sentence, ask, answer) == told


def test_where_it_stands_instead_is_told() -> None:
    said = Worded("It is of 1957.", (), (), "", (Citation("a", 1),))
    (found,) = Grounds({"a": EN}, "en").lacking(said)
    assert (found.words, found.paragraph) == ("1957", 2)


def test_nothing_is_told_of_a_document_that_is_not_at_hand() -> None:
    said = Worded("It is of 1999.", ("1999",), (), "", (Citation("b", 1),))
    assert Grounds({"a": EN}, "en").lacking(said) == ()


def test_nothing_is_told_of_what_the_rules_propose() -> None:
    lines = (ROOT / "docs" / "examples" / "caspian-sea.txt").read_text("utf-8").splitlines()
    texts = [line for line in lines if line.strip()]
    made = draft(texts).proposals
    grounds = Grounds({"a": texts}, "en", [one.sentence for one in made])
    assert len(made) > 15
    for one in made:
        answers = tuple(one.sentence[q.start : q.end] for q in one.asked)
        asks = tuple(q.ask for q in one.asked)
        cited = (Citation("a", one.paragraph),)
        assert grounds.lacking(Worded(one.sentence, answers, asks, "", cited)) == ()
