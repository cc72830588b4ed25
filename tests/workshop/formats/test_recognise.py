"""A file is taken for a format only where it plainly is in it."""

from __future__ import annotations

import random
import zlib

import pytest

from game.workshop.formats.recognise import Unrecognised, recognised
from game.workshop.importing import CannotImport, imported

PROSE = """A short history of tea

Tea, a drink of leaves, came to Europe in 1610; ships brought it. It was dear, and was locked away.

Country\tCups
Turkey\t1,300
Ireland\t900

Nobody knows who drank the first cup of it, and that is as well: {there are many tales}.
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(40_000)
NOISE = random.Random(2).randbytes(40_000)
PDF = b"%PDF-1.4\n1 0 obj <</Length 9>> stream\n" + zlib.compress(PROSE.encode()) + b"\nendstream"


@pytest.mark.parametrize("data", [PICTURE, NOISE, PDF, b"{\\rtf1 Q {=a ~b}}", b"Q {=a ~b}\0\0\0\0"])
@pytest.mark.parametrize("form", [None, "gift", "anki", "csv", "opentdb"])
def test_what_is_no_text_is_refused_whatever_it_is_said_to_be(data: bytes, form: str) -> None:
    with pytest.raises(CannotImport, match="it is no text"):
        imported(data, "pic.png", form)


@pytest.mark.parametrize("word", ["ID3", "RIFF", "GIF89a", "BM", "MZ"])
def test_a_question_about_a_kind_of_file_is_text(word: str) -> None:
    assert recognised(f"{word} begins a file of what kind? {{=a ~b}}".encode(), "q.txt") == "gift"


def test_words_in_any_of_the_usual_encodings_are_text() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1251"):
        data = ("Какая планета самая большая? {=Юпитер ~Марс}\n\n" * 9_000).encode(encoding)
        assert recognised(data, "quiz.txt") == "gift", encoding


@pytest.mark.parametrize("name", ["tea.txt", "tea", "tea.html"])
def test_prose_with_tabs_commas_and_braces_is_in_no_format(name: str) -> None:
    for text in (PROSE, PROSE.replace("\t", "; "), f"<html><p>{PROSE}</p></html>"):
        with pytest.raises(Unrecognised):
            recognised(text.encode(), name)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Capital of Peru?\tLima\nCapital of Chile?\tSantiago\n", "anki"),
        ("#separator:semicolon\nCapital of Peru?;Lima\n", "anki"),
        ("Is it so? {T}\n", "gift"),
        ("The capital {~%50%is =was} here.\n", "gift"),
        ("How many? {#3:1}\n", "gift"),
        ("Q?\nA) a\nB) b\nANSWER: A\n", "aiken"),
        ("Question,Answer\nWho, and when?,Ann\n", "csv"),
        ("Country;Capital\nPeru;Lima\nChile;Santiago\n", "csv"),
    ],
)
def test_what_is_plainly_in_a_format_is_known_without_its_name(text: str, form: str) -> None:
    assert recognised(text.encode(), "quiz.txt") == form
