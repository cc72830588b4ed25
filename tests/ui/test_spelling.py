"""Written texts as people say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.spelling import kazakh, russian, spell


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "T-4. Fuelling.", "T minus 4. Fuelling."),
        ("en", "6,717 sq km", "6,717 square kilometres"),
        ("en", "1 km, 49.5 m, 28,000 km/h", "1 kilometre, 49.5 metres, 28,000 kilometres per hour"),
        ("en", "in the 1950s", "in the nineteen fifties"),
        ("en", "12 April 1961, 22 May, 3 June", "12th April 1961, 22nd May, 3rd June"),
        ("en", "1955–1991", "1955 to 1991"),
        ("en", "80 % of 5", "80 per cent of 5"),
        ("en", " ", "space"),
        ("ru", "T-4. Заправка.", "Т минус 4. Заправка."),
        ("ru", "в 1957 году", "в тысяча девятьсот пятьдесят седьмом году"),
        ("ru", "к 1957 году", "к тысяча девятьсот пятьдесят седьмому году"),
        ("ru", "12 апреля 1961 года",
         "двенадцатого апреля тысяча девятьсот шестьдесят первого года"),
        ("ru", "3 июня", "третьего июня"),
        ("ru", "с 2000 года", "с двухтысячного года"),
        ("ru", "6\u00a0717 кв. км", "6717 квадратных километров"),
        ("ru", "21 км, 2 км, 5 км, 11 км", "21 километр, 2 километра, 5 километров, 11 километров"),
        ("ru", "49,5 м", "49 и 5 десятых метра"),
        ("ru", "93 %", "93 процента"),
        ("ru", ",", "запятая"),
        ("kk", "T-4. Отын құю.", "Т минус 4. Отын құю."),
        ("kk", "1957 жылы", "мың тоғыз жүз елу жетінші жылы"),
        ("kk", "1961 жылғы 12 сәуірде", "мың тоғыз жүз алпыс бірінші жылғы он екінші сәуірде"),
        ("kk", "70 жыл", "70 жыл"),
        ("kk", "70 немесе 80 жыл", "70 немесе 80 жыл"),
        ("kk", "6, 8-абзацтар", "алтыншы, сегізінші абзацтар"),
        (
            "kk",
            "1957 және 1961 жылдар",
            "мың тоғыз жүз елу жетінші және мың тоғыз жүз алпыс бірінші жылдар",
        ),
        ("kk", "20-ғасырда", "жиырмасыншы ғасырда"),
        ("kk", "6\u00a0717 шаршы км", "6717 шаршы километр"),
        ("kk", "49,5 м", "49 бүтін оннан 5 метр"),
        ("kk", "ХҒС пен ТАСС", "ха ға эс пен ТАСС"),
        ("kk", "?", "сұрау белгісі"),
        ("de", "T-4", "T-4"),
    ],
)  # fmt: skip
def test_texts_are_said_as_people_say_them(language: str, written: str, said: str) -> None:
    assert spell(written, language) == said


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "kk", "de"]))
def test_no_text_is_too_odd_to_be_said(text: str, language: str) -> None:
    spell(text, language)


@given(st.integers(1, 2099), st.sampled_from(["nom", "gen", "dat", "ins", "loc"]))
def test_every_year_has_words_in_russian(number: int, case: str) -> None:
    said = russian.ordinal(number, case)
    assert said and not any(letter.isdigit() for letter in said) and "  " not in said


@given(st.integers(1, 9999))
def test_every_year_has_words_in_kazakh(number: int) -> None:
    assert kazakh.ordinal(number).endswith(("ншы", "нші"))
