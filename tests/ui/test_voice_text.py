"""Any text is harmless to a voice, and comes in pieces that can be stopped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.voice_helper import whole_wav
from game.ui.voice_text import MOST, PIECE, pieces


@given(st.text(max_size=2000))
def test_pieces_are_short_printable_and_without_orders(text: str) -> None:
    for piece in pieces(text):
        assert 0 < len(piece) <= PIECE
        assert piece.isprintable()
        assert "[[" not in piece and "]]" not in piece


@given(st.lists(st.text("абвгқӨ", min_size=1, max_size=20), min_size=1, max_size=200))
def test_no_word_is_lost(words: list[str]) -> None:
    assert " ".join(pieces(" ".join(words))).split() == words


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "…", "?!", "\x00\x07"])
def test_what_has_nothing_to_say_is_not_said(text: str) -> None:
    assert list(pieces(text)) == []


def test_a_whole_book_is_not_read() -> None:
    assert sum(map(len, pieces("word " * 100_000))) <= MOST


def test_sentences_stay_whole_where_they_can() -> None:
    first, second = "One " * 60 + "end.", "Two " * 60 + "end."
    assert list(pieces(f"{first} {second}")) == [first, second]


@given(st.binary(max_size=300), st.booleans())
def test_what_a_helper_writes_is_a_sound_or_nothing(made: bytes, headed: bool) -> None:
    wav = whole_wav((b"RIFF\0\0\0\0WAVE" if headed else b"") + made)
    assert wav is None or (wav[:4], wav[8:12]) == (b"RIFF", b"WAVE")
