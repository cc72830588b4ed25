"""A bank in another language than its pack's own."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from game import languages, paths
from game.bank.bank import ROUND, Bank, build, build_in
from game.bank.check import judge_questions
from game.bank.draw import draw_round
from game.bank.flaws.lexicon import lexicon_of
from game.bank.flaws.words import holds
from game.bank.question import Question
from game.bank.text import requoted
from game.bank.wording import that_was
from game.packs.model import Pack
from game.packs.notation import unit_for
from game.packs.read import in_language, read_folder, read_pack
from tests.packs.made import make
from tests.packs.test_translation import RUSSIAN, say

MANY = "facts:\n" + "".join(
    f"  - {{id: river-{at}, fact: 'River {at} is {{{at * 3}}} km long.', "
    f"ask: 'How long is river {at}, in km?', from: atlas 1}}\n"
    for at in range(1, 15)
)


def many_in_russian(count: int) -> str:
    """The first of those facts in Russian."""
    return "reviewed: no\nfacts:\n" + "".join(
        f"  river-{at}:\n    fact: 'Длина реки {at} — {{{at * 3}}} км.'\n"
        f"    ask: 'Какова длина реки {at} в км?'\n"
        for at in range(1, count + 1)
    )


def packs(folder: Path) -> tuple[Pack, Pack]:
    """The pack in its own language and in Russian."""
    original, _ = read_pack(folder)
    said, _ = read_pack(folder, "ru")
    assert original is not None and said is not None
    return original, said


def spoken(bank: Bank) -> set[str]:
    return {question.language for question in bank.questions()}


def texts(question: Question) -> Sequence[str]:
    q = question
    hints = [hint.text for hint in q.hints]
    shown = [*q.options, *q.prompts, *q.feedback, *hints, *q.accepted[:1]]
    return [q.prompt, q.explanation, q.why, q.unit, *shown]


def test_every_text_of_a_question_is_in_its_language(tmp_path: Path) -> None:
    say(make(tmp_path), "topics: {rivers: Реки}\n", "pack.yaml")
    original, said = packs(say(tmp_path))
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    assert spoken(bank) == {"ru"}
    for question in bank.questions():
        assert not any(re.search(r"[A-Za-z]", text) for text in texts(question)), question.id


def test_ids_are_those_of_the_packs_own_language(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path)))
    own = {question.id for question in build(original).questions()}
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    # Which answer of a sentence is stated falsely is a matter of its words.
    asked = {question.id for question in bank.questions() if question.kind != "true-false"}
    assert asked <= own and len(asked) > 5


def test_nothing_is_put_into_a_sentence_that_is_not_marked_as_fitting(tmp_path: Path) -> None:
    def stated(text: str) -> set[str]:
        original, said = packs(say(make(tmp_path), text))
        bank = build_in(original, said, 0, languages.catalogue, mixed=True)
        return {q.prompt for q in bank.questions("true-false") if "first-crossing" in q.id}

    years = stated(RUSSIAN)
    assert all(prompt.startswith("Ада Бёрд первой") for prompt in years)
    bent = RUSSIAN.replace("Боб Рид", "Бобом Ридом = Боб Рид")
    bent = bent.replace(
        "{who: Ада Бёрд} первой переплыла её", "Переплыта {who: Адой Бёрд = Ада Бёрд}"
    )
    bent = bent.replace(" в {when: 1957} году", "; год: {when: 1957 г. = 1957}")
    assert "Переплыта Бобом Ридом; год: 1957 г.." in stated(bent)


def test_a_round_is_in_one_language_unless_the_player_wants_both(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path, MANY), many_in_russian(ROUND)))
    bank = build_in(original, said, 0, languages.catalogue)
    assert spoken(bank) == {"ru"}
    drawn = draw_round(bank, ROUND, random.Random(1), sets=None, today="2026-11-23")
    assert {question.language for question in drawn} == {"ru"}
    both = build_in(original, said, 0, languages.catalogue, mixed=True)
    assert spoken(both) == {"ru", "en"}
    for question in both.questions():
        assert len({fact in {f.id for f in said.facts} for fact in question.facts}) == 1


def test_too_little_for_a_round_is_asked_in_the_packs_own_language(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path, MANY), many_in_russian(ROUND - 1)))
    assert spoken(build_in(original, said, 0, languages.catalogue)) == {"en"}


def test_a_pack_keeps_the_facts_that_its_language_lacks(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path, MANY), many_in_russian(ROUND)))
    bank = build_in(original, said, 0, languages.catalogue)
    assert [fact.id for fact in bank.pack.facts] == [fact.id for fact in original.facts]
    assert len(bank.facts) == ROUND


def test_a_question_says_whether_its_translation_was_reviewed(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path)))
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    assert not any(question.reviewed for question in bank.questions())
    assert all(question.reviewed for question in build(original).questions())


def test_numbers_beside_a_key_are_written_as_the_language_does(tmp_path: Path) -> None:
    facts = (
        "facts:\n- id: people\n  fact: About {76,500} people live there.\n"
        "  ask: About how many people live there?\n  from: atlas 1\n"
        "- id: flight\n  fact: It took {12 minutes}.\n  ask: How many minutes did it take?\n"
        "  from: atlas 1\n"
        "- id: day\n  fact: It was on {12 April 1961}.\n  ask: On which day was it?\n"
        "  from: atlas 1\n"
    )
    russian = (
        "reviewed: no\nfacts:\n  people:\n    fact: Там живёт около {76 500} человек.\n"
        "    ask: Сколько человек там живёт?\n"
        "  flight:\n    fact: Это длилось {12 минут}.\n    ask: Сколько минут это длилось?\n"
        "    answers: {unit: [минута, минуты, минут]}\n"
        "  day:\n    fact: Это было {12 апреля 1961 года}.\n    ask: В какой день это было?\n"
    )
    original, said = packs(say(make(tmp_path, facts), russian))
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    choices = {question.facts[0]: question for question in bank.questions("choice")}
    assert all(re.fullmatch(r"\d{2,3}\u00a0\d{3}", one) for one in choices["people"].options)
    for option in choices["flight"].options:
        number, unit = option.split(" ")
        one, few = int(number) % 10 == 1, 2 <= int(number) % 10 <= 4
        teen = 10 < int(number) < 20
        assert unit == ("минут" if teen else "минута" if one else "минуты" if few else "минут")
    assert all(re.fullmatch(r"\d+ [а-я]+ \d{4} года", one) for one in choices["day"].options)


@pytest.mark.parametrize("seed", range(8))
def test_a_bare_number_gets_the_form_of_its_unit_that_it_asks_for(
    tmp_path: Path, seed: int
) -> None:
    facts = (
        "facts:\n- id: depth\n  fact: It is {1641} m deep.\n  ask: How deep is it?\n"
        "  from: atlas 1\n  answers: {unit: m}\n"
        "- id: height\n  fact: It is {4754} m high.\n  ask: How high is it?\n"
        "  from: atlas 1\n  answers: {unit: m}\n"
    )
    russian = (
        "reviewed: no\nfacts:\n  depth:\n    fact: Глубина {1641}.\n    ask: Какова глубина?\n"
        "    answers: {unit: [метр, метра, метров]}\n"
        "  height:\n    fact: Высота {4754}.\n    ask: Какова высота?\n"
        "    answers: {unit: [метр, метра, метров]}\n"
    )
    original, said = packs(say(make(tmp_path, facts), russian))
    bank = build_in(original, said, seed, languages.catalogue, mixed=True)
    options = [option for one in bank.questions("choice") for option in one.options]
    assert {"1641 метр", "4754 метра"} <= set(options)
    bounds = [h.text.split("чем ")[1].rstrip(".") for q in bank.questions("choice")
              for h in q.hints if "чем " in h.text]  # fmt: skip
    for shown in (*options, *bounds):
        number, _unit = shown.rsplit(" ", 1)
        digits = int(re.sub(r"\D", "", number))
        assert shown == unit_for(("метр", "метра", "метров"), digits, number)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "орбита", "на орбите"),
        ("ru", "космонавт", "с космонавтами"),
        ("kk", "ғарышкер", "ғарышкерлердің бірі"),
        ("kk", "орбита", "орбитасында"),
    ],
)
def test_a_word_is_seen_in_another_ending(language: str, one: str, other: str) -> None:
    lexicon = lexicon_of(language)
    assert holds(other, one, lexicon)


def test_no_hint_has_the_key_in_another_ending(tmp_path: Path) -> None:
    text = RUSSIAN.replace(
        "    ask: Как назы", "    hint: Вода в Голубом озере чистая.\n    ask: Как назы"
    )
    original, said = packs(say(make(tmp_path), text))
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    asked = [q for q in bank.questions() if q.facts == ("source",) and q.kind != "true-false"]
    assert asked and not any("озере" in hint.text for q in asked for hint in q.hints)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["baikonur", "baikonur-rockets"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_questions_that_are_shipped_can_all_be_made(name: str, language: str) -> None:
    original, _ = read_pack(paths.packs() / name)
    said, _ = read_pack(paths.packs() / name, language)
    assert original is not None
    bank = build_in(original, said, 3, languages.catalogue)
    for question in bank.questions():
        assert question.prompt and question.explanation


def test_flaws_are_looked_for_in_the_language(tmp_path: Path) -> None:
    text = RUSSIAN.replace(
        "Какова длина Длинной реки?", "Какова длина не Короткой, а Длинной реки?"
    )
    reading = in_language(read_folder(say(make(tmp_path), text)), "ru")
    judge_questions(reading)
    assert "negative" in {one.code for one in reading.findings.in_order()}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("««Луна-1» улетела.»", "«„Луна-1“ улетела.»"),
        ("Вычеркни «Запущен «Спутник-1»».", "Вычеркни «Запущен „Спутник-1“»."),
        ("«Мир» и «Союз»", "«Мир» и «Союз»"),
        ("Не «Союз", "Не «Союз"),
    ],
)
def test_marks_inside_marks_are_others(text: str, shown: str) -> None:
    assert requoted(text) == shown


def test_a_year_is_told_in_a_sentence_of_the_language(tmp_path: Path) -> None:
    original, said = packs(say(make(tmp_path)))
    bank = build_in(original, said, 0, languages.catalogue, mixed=True)
    assert bank.facts
    answer = said.facts[1].answers[1]
    assert that_was(answer, 2026, languages.catalogue("ru")) == "Это было в 1957 году."
    assert that_was(answer, 2026, languages.catalogue("kk")) == "Бұл 1957 жылы болды."
    assert that_was(answer, 2026, languages.catalogue("en")) == "That was in 1957."
