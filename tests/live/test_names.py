"""Names of a live class."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import languages
from game.live import names


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_made_up_name_is_one_that_could_be_typed(language: str) -> None:
    catalogue = languages.catalogue(language)
    rng = random.Random("names")
    taken: set[str] = set()
    for _ in range(900):
        name = names.made_up(catalogue, taken, rng)
        assert names.fit(name), name
        assert names.skeleton(name) not in taken
        taken.add(names.skeleton(name))


def test_a_class_of_two_thousand_has_two_thousand_names() -> None:
    rng = random.Random("names")
    taken: set[str] = set()
    for _ in range(2000):
        taken.add(names.skeleton(names.made_up(languages.catalogue("en"), taken, rng)))
    assert len(taken) == 2000


@pytest.mark.parametrize(
    "other",
    [
        "Alma",
        "ALMA",
        "Аlmа",
        "Al\u200bma",
        "A\u0301lma",
        "Ａｌｍａ",
        "𝐀lma",
        "Al ma",
        " Alma ",
        "Alm4",
        "A\u202elma",
    ],
)
def test_names_that_look_alike_are_the_same_name(other: str) -> None:
    assert names.skeleton(names.tidy(other)) == names.skeleton("Alma")


@pytest.mark.parametrize("name", ["Bob", "BOB", "Bob M.", "Nigel", "Nigora", "Нигина", "Кот"])
def test_a_name_that_only_looks_like_a_rude_word_is_taken(name: str) -> None:
    assert names.fit(names.tidy(name))


@pytest.mark.parametrize("name", ["Boob", "Bob Boob", "B o o b", "Көт"])
def test_a_rude_word_that_looks_like_a_name_is_not_taken(name: str) -> None:
    assert not names.fit(names.tidy(name))


@pytest.mark.parametrize("name", ["Алма", "Әлия", "Ғалым 7", "Aigerim K.", "O'Neil", "Жібек", "Ян"])
def test_a_pupils_own_name_is_taken(name: str) -> None:
    assert names.fit(names.tidy(name))


@pytest.mark.parametrize(
    "name", ["", "   ", "\u200b", "...", "12345", "a" * 21, "z\u0300\u0301\u0302\u0303a"]
)
def test_what_cannot_be_read_aloud_is_no_name(name: str) -> None:
    assert not names.fit(names.tidy(name))


def test_a_listed_word_is_found_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = names.listed(["unkindword", "=mean"])
    parts = frozenset(one for one in digests if not one.startswith("="))
    words = frozenset(one[1:] for one in digests if one.startswith("="))
    monkeypatch.setattr(names, "_unfriendly", lambda: (parts, words))
    for name in ["UnkindWord", "u n k i n d w o r d", "unk1ndw0rd", "uuunkindword", "Mean", "mеan"]:
        assert not names.friendly(name), name
    assert names.friendly("Meaning")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_each_language_has_a_list_that_cannot_be_read(language: str) -> None:
    from game import paths

    lines = (paths.assets() / "names" / f"{language}.txt").read_text().split()
    assert len(lines) >= 30
    assert all(len(line.removeprefix("=")) == 2 * names.DIGEST for line in lines)


@given(st.text(max_size=60))
def test_any_text_is_judged_without_a_word(text: str) -> None:
    tidied = names.tidy(text)
    names.fit(tidied)
    assert names.tidy(tidied) == tidied


@pytest.mark.parametrize(
    "unseen", ["\u3164", "\u115f", "\uffa0", "\ufe0f", "\u17b4", "\u180b", "\u034f"]
)
def test_letters_and_marks_that_are_not_seen_make_no_name(unseen: str) -> None:
    assert not names.fit(names.tidy(unseen * 3))
    assert names.tidy(f"Zoe{unseen}") == "Zoe"
