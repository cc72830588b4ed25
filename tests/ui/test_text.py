"""Type: lines break at spaces, fit their box, and break alike at every window size."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import fonts
from game.ui.canvas import Canvas
from game.ui.text import curled, lay_out, line_width
from game.ui.theme import TypeStyle, load
from tests.examples import examples

THEME = load()
QUESTION = THEME.style("question")
KAZAKH = "Жердің алғашқы жасанды серігі Байқоңырдан қай жылы ұшырылды?"
ENGLISH = "In which year was the first artificial Earth satellite launched from Baikonur?"

word = st.text(alphabet="abcdefgimoprstwКазақәғқңөұүһі0123456789,-", min_size=1, max_size=24)
sentence = st.lists(word, min_size=1, max_size=30).map(" ".join)


@given(sentence, st.integers(200, 1400), st.integers(80, 500), st.sampled_from([1.0, 1.5, 2.0]))
@examples(60)
def test_no_word_is_cut_changed_or_lost(text: str, width: int, height: int, scale: float) -> None:
    layout = lay_out(text, QUESTION, width, height, text_scale=scale)
    assert " ".join(layout.lines).split() == text.split()


@given(sentence, st.integers(300, 1400), st.integers(150, 500))
@examples(60)
def test_text_stays_within_its_box(text: str, width: int, height: int) -> None:
    layout = lay_out(text, QUESTION, width, height)
    if layout.size > 8:
        assert layout.width <= width + 0.1
        assert layout.height <= height + 0.1


@given(sentence, st.integers(600, 1800))
@examples(60)
def test_a_balanced_text_takes_no_more_lines_than_a_plain_one(text: str, width: int) -> None:
    style = TypeStyle(size=40, weight=500, min_size=40)
    plain = lay_out(text, style, width, 100_000, balanced=False)
    balanced = lay_out(text, style, width, 100_000)
    assert len(balanced.lines) == len(plain.lines)
    assert balanced.width <= plain.width + 0.1


@pytest.mark.parametrize("text", [ENGLISH, KAZAKH])
def test_a_question_keeps_to_45_characters_a_line(text: str) -> None:
    layout = lay_out(text, QUESTION, 1900, 400)
    assert max(len(line) for line in layout.lines) <= 45


def test_a_question_breaks_into_lines_of_like_length() -> None:
    layout = lay_out(ENGLISH, QUESTION, 1184, 260)
    assert layout.lines == (
        "In which year was the first artificial",
        "Earth satellite launched from Baikonur?",
    )
    assert layout.size == QUESTION.size


def test_type_gets_smaller_only_when_its_box_is_too_small() -> None:
    roomy = lay_out(ENGLISH, QUESTION, 1184, 300)
    tight = lay_out(ENGLISH, QUESTION, 1100, 145)
    assert roomy.size == QUESTION.size
    assert QUESTION.min_size <= tight.size < QUESTION.size
    assert tight.fits_floor


def test_a_layout_below_the_floor_says_so() -> None:
    assert not lay_out(ENGLISH * 6, QUESTION, 600, 200).fits_floor


def test_one_very_long_word_is_set_smaller_and_stays_whole() -> None:
    layout = lay_out("Байқоңыр" * 5, QUESTION, 500, 200)
    assert layout.lines == ("Байқоңыр" * 5,)
    assert layout.width <= 500


def test_a_no_break_space_holds_its_words_together() -> None:
    layout = lay_out("It covers 6717\u00a0km² of steppe", QUESTION, 420, 500)
    assert any("6717\u00a0km²" in line for line in layout.lines)


def test_text_scale_enlarges_type_and_floor() -> None:
    layout = lay_out("Word", QUESTION, 1000, 500, text_scale=1.5)
    assert layout.size == QUESTION.size * 1.5


def test_lines_break_alike_at_every_window_size() -> None:
    broken = set()
    for size in ((960, 540), (1366, 768), (1920, 1080), (3840, 2160)):
        canvas = Canvas(pygame.Surface(size), THEME)
        broken.add(canvas.measure(KAZAKH, (1184, 300), "question").lines)
    assert len(broken) == 1


def test_equal_digits_give_every_clock_the_same_width() -> None:
    figure = THEME.style("figure")
    widths = {
        round(line_width(clock, figure, 64, equal_digits=True), 3) for clock in ("1:11", "8:08")
    }
    assert len(widths) == 1


def test_tracking_brings_letters_nearer() -> None:
    count = THEME.style("count")
    untracked = TypeStyle(size=count.size, weight=count.weight)
    assert line_width("T-7", count, 104) < line_width("T-7", untracked, 104)


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_every_letter_and_sign_the_game_needs_has_a_glyph(weight: int) -> None:
    face = fonts.font(weight, 40)
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙйЪъЭэ" + "éüßçñöåøÉ" + "₸№²³×–—−°€½“”„‘’«»…←↑→↓✓•"
    missing = pygame.image.tobytes(face.render("\U0010fff0", True, "white"), "RGBA")
    for letter in letters:
        drawn = pygame.image.tobytes(face.render(letter, True, "white"), "RGBA")
        assert drawn != missing, f"no glyph for {letter!r}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('the word "June 2" or "this"', "the word “June 2” or “this”"),
        ('Baikonur\'s ten ("as said")', "Baikonur’s ten (“as said”)"),
        ("unknown key 'form'", "unknown key ‘form’"),
        ("nothing", "nothing"),
    ],
)
def test_straight_quotes_are_set_as_a_printer_sets_them(typed: str, printed: str) -> None:
    assert curled(typed) == printed
