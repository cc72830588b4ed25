"""Plain tables: columns of questions and answers, under whatever headings people give them."""

from __future__ import annotations

import pytest

from game.workshop.formats.item import Item, Reading
from game.workshop.formats.plain_table import holds_questions, read


def of(text: str) -> Reading:
    return read(text.encode(), "quiz.csv")


def only(text: str) -> Item:
    reading = of(text)
    assert not reading.skipped
    return reading.items[0]


def test_a_right_and_wrong_answers_are_a_choice() -> None:
    item = only("Question,Answer,Wrong 1,Wrong 2,Why\nWhat?,a,b,c,Because.\n")
    assert (item.form, item.feedback) == ("choice", "Because.")
    assert [(o.text, o.share) for o in item.options] == [("a", 1.0), ("b", 0.0), ("c", 0.0)]


@pytest.mark.parametrize("right", ["B", "b", "2", "blue"])
def test_of_options_the_right_one_is_named_by_letter_number_or_text(right: str) -> None:
    item = only(f"Question,Option A,Option B,Option C,Answer\nWhich?,red,blue,green,{right}\n")
    assert [o.text for o in item.right] == ["blue"]


def test_an_answer_alone_is_typed_a_number_or_one_of_two_words() -> None:
    reading = of("Question;Answer\nWho?;Gagarin | Yuri Gagarin\nHow many?;4,5\nIs it so?;true\n")
    assert [item.form for item in reading.items] == ["typed", "number", "true-false"]
    assert reading.items[1].values[0].value == 4.5


@pytest.mark.parametrize("head", ["Вопрос;Ответ;Неверный 1", "Сұрақ;Жауап;Қате 1"])
def test_headings_are_understood_in_russian_and_kazakh(head: str) -> None:
    assert only(f"{head}\nЧто?;а;б\n").form == "choice"


def test_without_headings_it_is_one_of_questions_if_most_rows_ask() -> None:
    text = "What is it?,a,b\nWho is it?,c,d\nIt is,e,f\n"
    assert holds_questions(text.encode())
    assert [item.form for item in of(text).items] == ["choice"] * 3
    assert not holds_questions(b"Country,Capital\nNorway,Oslo\n")


def test_a_bad_row_is_named_and_the_others_are_read() -> None:
    reading = of("Question,Answer\nWhat?,\n,x\nWho?,me\n")
    assert [(said.place, said.reason) for said in reading.skipped] == [
        ("quiz.csv:2", "it has no right answer"),
        ("quiz.csv:3", "it has no question"),
    ]
    assert len(reading.items) == 1


@pytest.mark.parametrize(("said", "meant"), [("А", "1"), ("Б", "2"), ("в", "3"), ("B", "3")])
def test_russian_letters_name_the_right_one_under_russian_headings(said: str, meant: str) -> None:
    head = "Вопрос,Вариант А,Вариант Б,Вариант В,Вариант Г,Ответ"
    assert [o.text for o in only(f"{head}\nЧто?,1,2,3,4,{said}\n").right] == [meant]


@pytest.mark.parametrize(("said", "meant"), [("А", "1"), ("В", "2"), ("С", "3"), ("C", "3")])
def test_a_russian_letter_that_looks_latin_is_latin_under_latin_headings(
    said: str, meant: str
) -> None:
    head = "Question,Option A,Option B,Option C,Option D,Answer"
    assert [o.text for o in only(f"{head}\nWhat?,1,2,3,4,{said}\n").right] == [meant]


def test_under_numbers_other_answers_tell_whose_letter_it_is_and_else_it_is_left_out() -> None:
    head = "Вопрос,Вариант 1,Вариант 2,Вариант 3,Вариант 4,Ответ"
    told = of(f"{head}\nЧто?,1,2,3,4,В\nА что?,1,2,3,4,Г\n")
    assert [[o.text for o in item.right] for item in told.items] == [["3"], ["4"]]
    untold = of(f"{head}\nЧто?,1,2,3,4,В\n")
    assert not untold.items and "Latin letter or a Russian one" in untold.skipped[0].reason
    word = of(f"{head}\nЧто?,1,2,3,4,В лесу\n")
    assert "names none" in word.skipped[0].reason


@pytest.mark.parametrize("heading", ["Секунды", "Время", "Уақыт", "Время на ответ"])
def test_a_time_has_headings_in_russian_and_kazakh(heading: str) -> None:
    assert only(f"Вопрос,Ответ,{heading}\nЧто?,это,30\n").seconds == 30


def test_a_column_that_is_not_taken_is_named() -> None:
    reading = of("Question,Answer,Price\nWhat?,this,30\n")
    assert [(one.place, one.reason) for one in reading.lost] == [
        ("quiz.csv:1", "the column 'Price' is not taken")
    ]
