"""Worksheets: whole, in every language, the keys apart from them, and the same for a seed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import languages, paths
from game.bank.bank import build_in
from game.bank.question import Kind, Question
from game.packs.read import read_pack
from game.play.lineup import made_again, plan_of
from game.play.mission_code import decode
from game.workshop.printed.block import Block, in_best_type, paged
from game.workshop.printed.documents import worksheets
from game.workshop.printed.sheets import Sheet, sheets
from game.workshop.printed.worksheet import key_of, worksheet
from tests.examples import sweep
from tests.workshop.banks import TODAY, bank_in
from tests.workshop.printed.conftest import Written, pages_of, paper_in

PRINTER = 8.0
"""Millimetres that every printer reaches no further than."""


def made(language: str, variants: int = 2, count: int = 10, seed: int = 3) -> bytes:
    catalogue = languages.catalogue(language)
    data, lost = worksheets(
        bank_in(language), catalogue, language,
        variants=variants, count=count, seed=seed, today=TODAY,
    )  # fmt: skip
    assert lost == ()
    return data


def test_each_variant_has_its_questions_and_at_the_end_its_key() -> None:
    drawn = sheets(bank_in("en"), 2, 10, 3, TODAY)
    pages = pages_of(made("en"))
    keys = pages[-2:]
    for sheet, key in zip(drawn, keys, strict=True):
        assert f"Variant {sheet.letter}" in key and sheet.code in key
        own = "".join(page for page in pages[:-2] if f"Variant {sheet.letter}" in page)
        for question in sheet.questions:
            start = question.prompt.replace("'", "\u2019").split('"')[0].strip()
            assert start in own
            assert question.key.split(";")[0] in key or isinstance(question.answer, tuple)


def test_no_key_is_on_the_back_of_questions() -> None:
    """Each variant begins on a new leaf, and so do the keys."""
    pages = pages_of(made("en", variants=3, count=5))
    first = next(at for at, page in enumerate(pages) if "Key and sources" in page)
    assert first % 2 == 0
    assert all("Key and sources" in page for page in pages[first:])
    for letter in "ABC":
        starts = [at for at, page in enumerate(pages) if f"Variant {letter}" in page]
        assert starts[0] % 2 == 0


def test_variants_differ_and_a_seed_gives_the_same_file() -> None:
    one, other = sheets(bank_in("en"), 2, 10, 3, TODAY)
    assert one.questions != other.questions
    assert made("en") == made("en")
    assert made("en") != made("en", seed=4)


@pytest.mark.parametrize("language", languages.LANGUAGES)
@pytest.mark.parametrize("count", sweep([3, 10, 40], 3))
def test_nothing_is_cut_off_or_over_something_else(
    written: Written, language: str, count: int
) -> None:
    made(language, count=count)
    assert written.outside(PRINTER) == []
    assert written.over_each_other() == []


@pytest.mark.parametrize("language", sweep(["en", "kk"], "kk"))
def test_every_kind_of_question_has_its_room(written: Written, language: str) -> None:
    bank = bank_in(language)
    questions = tuple(
        question
        for kind in ("match", "order", "picture", "number", "who-said", "odd-one-out", "typed")
        for question in list(bank.questions(kind))[:12]
    )
    worksheet(
        bank.pack, [Sheet("A", questions, "")], languages.catalogue(language), paper_in(language)
    )
    assert written.outside(PRINTER) == []
    assert written.over_each_other() == []


LONG = "A very long text that no author would write, but somebody's import may hold. " * 12


def _long(question: Question) -> Question:
    return replace(
        question,
        prompt=LONG + "w" * 200,
        options=tuple(LONG for _ in question.options),
        prompts=tuple(LONG for _ in question.prompts),
        unit=LONG if question.kind == "number" else "",
        why=LONG,
    )


@pytest.mark.slow
def test_texts_of_any_length_stay_on_the_page(written: Written) -> None:
    bank = bank_in("en")
    kinds: tuple[Kind, ...] = (
        "choice",
        "match",
        "order",
        "picture",
        "number",
        "true-false",
        "typed",
    )
    questions = tuple(_long(next(iter(bank.questions(kind)))) for kind in kinds)
    pack = replace(bank.pack, title=LONG, licence=LONG)
    worksheet(pack, [Sheet("A", questions, "")], languages.catalogue("en"), paper_in("en"))
    assert written.outside(PRINTER) == []


def test_letters_that_the_type_lacks_are_named() -> None:
    paper = paper_in("en")
    assert paper.clean("R-7 火箭\u202e\x07 Қ") == "R-7 ??   Қ"
    assert paper.lacking == {"火", "箭"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_code_on_the_key_is_the_same_round_in_the_game(language: str) -> None:
    sheet = sheets(bank_in(language), 1, 10, 5, TODAY)[0]
    pack, _problems = read_pack(paths.default_pack())
    said, _problems = read_pack(paths.default_pack(), language)
    assert pack is not None
    bank = build_in(pack, said if language != "en" else None, 99, languages.catalogue)
    recipe = decode(sheet.code)
    again = made_again(bank, plan_of(recipe, bank.pack, TODAY), recipe)
    assert again.questions == sheet.questions


def test_a_key_says_what_stands_in_the_boxes() -> None:
    bank, catalogue = bank_in("en"), languages.catalogue("en")
    order = next(iter(bank.questions("order")))
    assert isinstance(order.answer, tuple)
    places = key_of(order, catalogue).split(" (")[0].split(", ")
    by_place = sorted(range(len(places)), key=lambda option: int(places[option]))
    assert tuple(by_place) == order.answer
    match = next(iter(bank.questions("match")))
    letters = key_of(match, catalogue).split(" (")[0].split(", ")
    assert tuple(ord(letter) - ord("A") for letter in letters) == match.answer


def test_a_key_says_what_else_is_right() -> None:
    bank, catalogue = bank_in("en"), languages.catalogue("en")
    typed = replace(next(iter(bank.questions("typed"))), answer="Brugge", accepted=("Brugghe",))
    assert key_of(typed, catalogue) == "Brugge (also: Brugghe)"
    number = replace(next(iter(bank.questions("number"))), answer=83, unit="m", tolerance=1.5)
    assert key_of(number, catalogue) == "83 m (± 1.5)"
    assert key_of(replace(number, language="ru"), catalogue) == "83 m (± 1,5)"
    assert key_of(replace(number, tolerance=0.0), catalogue) == "83 m"


@given(
    st.lists(st.floats(1, 200), min_size=1, max_size=30),
    st.floats(200, 230),
    st.floats(230, 280),
)
def test_no_block_is_broken_and_all_come_in_their_order(
    heights: list[float], first: float, rest: float
) -> None:
    blocks = [Block(high, lambda _paper, _at: None) for high in heights]
    pages = paged(blocks, first, rest, 7)
    assert [placed.block for page in pages for placed in page] == blocks
    for number, page in enumerate(pages):
        foot = 0.0
        for placed in page:
            assert placed.y >= foot - 1e-6
            foot = placed.y + placed.block.high
        assert foot <= (first if number == 0 else rest) + 1e-6


def test_type_grows_only_where_no_page_is_added() -> None:
    def blocks(share: float) -> list[Block]:
        return [Block(39 * share, lambda _paper, _at: None) for _ in range(6)]

    assert len(in_best_type(blocks, 280, 280, 5)) == 1
    assert in_best_type(blocks, 280, 280, 5)[0][0].block.high == pytest.approx(39 * 1.06)
