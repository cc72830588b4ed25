"""The catalogues hold every text of the game, whole, and are what the game's code asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from game import languages
from game.packs.collector import no_collection
from tests.pseudo import Pseudo, pseudo
from tests.tools import catalogues

TRANSLATED = tuple(code for code in languages.LANGUAGES if code != "en")
SAME_IN_ALL = {"Enter", "Wi-Fi"}
"""Names of keys and things that are the same in every language."""


def texts(one: object) -> tuple[str, ...]:
    """A text, or a text and its plural forms."""
    return tuple(map(str, one)) if isinstance(one, list | tuple) else (str(one),)


there = cache(catalogues.read)
"""The words of a language, read once in a process."""


def messages(language: str) -> Iterator[Message]:
    return (message for message in there(language) if message.id)


def placeholders(text: str) -> set[str]:
    """The names in braces; raises ValueError for a brace that is not closed."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_language_of_the_game_has_a_folder() -> None:
    assert set(catalogues.codes()) == set(TRANSLATED)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_what_the_words_compile_to(language: str) -> None:
    compiled = catalogues.po_path(language).with_suffix(".mo").read_bytes()
    assert compiled == catalogues.compiled(there(language)), "run tests/tools/catalogues.py"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_tool_writes_has_no_dates_and_is_the_same_twice(language: str) -> None:
    catalogue = catalogues.renewed(language, messages(language), there(language))
    once, again = catalogues.written(catalogue), catalogues.written(catalogue)
    assert once == again
    assert b"-Date" not in once
    assert b"-Date" not in catalogues.compiled(catalogue)


def test_every_marked_text_is_in_each_language_and_no_other() -> None:
    with no_collection():
        marked = {message.id for message in catalogues.extracted()}
    for language in TRANSLATED:
        written = {message.id for message in messages(language)}
        assert written == marked, f"run tests/tools/catalogues.py ({language})"


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_to_translate_guessed_or_given_up(language: str) -> None:
    with catalogues.po_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    assert not catalogues.untranslated(catalogue)
    assert not [message.id for message in catalogue if message.id and message.fuzzy]
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_placeholders(language: str) -> None:
    for message in messages(language):
        *_, widest = texts(message.id)
        asked = placeholders(widest)
        found = [placeholders(text) for text in texts(message.string)]
        assert found[-1] == asked, message.id
        # "One fact" needs no number; where one form serves 1, 21 and 31 it does.
        assert all(asked - {"count"} <= names <= asked for names in found), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_what_is_put_in_by_signs_and_the_end_of_the_line(language: str) -> None:
    sign = re.compile(r"%\(\w+\)[rs]|%[drs]")
    for message in messages(language):
        if "python-format" not in message.flags:
            continue
        for text in texts(message.string):
            asked, *_ = texts(message.id)
            assert sorted(sign.findall(text)) == sorted(sign.findall(asked)), text
            assert text.endswith("\n") is asked.endswith("\n"), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_form_that_serves_several_numbers_says_which(language: str) -> None:
    catalogue = languages.catalogue(language)
    for message in messages(language):
        if not message.pluralizable or "{count}" not in message.id[1]:
            continue
        by_form: dict[str, list[int]] = {}
        for number in range(1, 60):
            form = catalogue.ngettext(message.id[0], message.id[1], number)
            by_form.setdefault(form, []).append(number)
        for form, numbers in by_form.items():
            assert len(numbers) == 1 or "{count}" in form, form


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_left_in_english_by_accident(language: str) -> None:
    for message in messages(language):
        for text in texts(message.string):
            letters = re.sub(r"\{[^{}]*\}", "", text)
            same = text in texts(message.id) and any(c.isalpha() for c in letters)
            assert not same or text in SAME_IN_ALL, text


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_latin_letter_hides_in_a_cyrillic_word(language: str) -> None:
    mixed = re.compile(r"[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]", re.IGNORECASE)
    for message in messages(language):
        for text in texts(message.string):
            assert not mixed.search(re.sub(r"\{[^{}]*\}", "", text)), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_written_in_the_letters_of_its_language(language: str) -> None:
    own = set("әғқңөұүһі")
    used = {c for m in messages(language) for t in texts(m.string) for c in t.casefold()}
    assert (own <= used | {"һ"}) if language == "kk" else not own & used


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_says_that_nobody_reviewed_it(language: str) -> None:
    catalogue = languages.catalogue(language)
    said = b"Not yet reviewed" in catalogues.po_path(language).read_bytes()
    assert languages.reviewed(catalogue.info()) is not said
    assert languages.reviewed(languages.catalogue("en").info())


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 вопрос"), (3, "3 вопроса"), (6, "6 вопросов"), (11, "11 вопросов"), (21, "21 вопрос")],
)
def test_russian_numbers_inflect_what_is_counted(number: int, words: str) -> None:
    form = languages.catalogue("ru").ngettext("{count} question", "{count} questions", number)
    assert form.format(count=number) == words


def test_the_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    made = pseudo("{filled} of {count} cells are full")
    assert made.startswith("[") and made.endswith("]")
    assert placeholders(made) == {"filled", "count"}
    assert len(made) == pytest.approx(1.4 * len("{filled} of {count} cells are full"), abs=3)
    assert Pseudo().ngettext("{n} day", "{n} days", 2) == pseudo("{n} days")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANGUAGE": "kk:ru"}, "kk"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "kk_KZ"}, "kk"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_system_says_which_language_it_wants(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert languages.system_language() == language


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert languages.catalogue("de").gettext("Fuel") == "Fuel"
