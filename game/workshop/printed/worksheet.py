"""Worksheets: variants of a round to print, and after them the key and the sources of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.bank.question import Question
from game.packs.model import Pack
from game.packs.notation import notation_of
from game.screens import words
from game.ui.geometry import Point, Rect
from game.ui.scene import Catalogue
from game.workshop.printed.block import Block, in_best_type
from game.workshop.printed.figure import draw_rocket
from game.workshop.printed.paper import MARGIN, PAGE, Face, Paper
from game.workshop.printed.question import GUTTER, question_block
from game.workshop.printed.sheets import Sheet

_TITLE = Face(26, 800, 1.15)
_SMALL = Face(8.5, 500, 1.3)
_LABEL = Face(9.5, 600)
_KEY = Face(9.5, 700, 1.3)
_WHY = Face(8.5, 500, 1.32)
_WIDE = PAGE.w - 2 * MARGIN
_TOP = 18.0
_HORIZON = 46.0
_FIRST = 68.0
_FOOT = PAGE.h - 20
_GAP = 7.0
_KEY_GAP = 3.2
_MOST_ACCEPTED = 4
"""So many other answers that are taken stand behind the key of a typed one."""
_CELL = (7.0, 4.6)


def worksheet(pack: Pack, variants: Sequence[Sheet], catalogue: Catalogue, paper: Paper) -> None:
    """Write all variants, then all keys, each on a new leaf: what is printed on both sides never
    has another's questions, or a key, on its back."""
    for sheet in variants:
        _questions(paper, pack, sheet, catalogue)
    for sheet in variants:
        _answers(paper, pack, sheet, catalogue)


def _questions(paper: Paper, pack: Pack, sheet: Sheet, catalogue: Catalogue) -> None:
    count = len(sheet.questions)
    size = (_WIDE, _FOOT - _FIRST)

    def blocks(share: float) -> list[Block]:
        return [
            question_block(paper, question, words.t_minus(count - at), size, share)
            for at, question in enumerate(sheet.questions)
        ]

    pages = in_best_type(blocks, _FOOT - _FIRST, _FOOT - _TOP, _GAP)
    name = _name(sheet, catalogue)
    for at, page in enumerate(pages):
        paper.turn()
        if at == 0:
            _head(paper, pack, name, count, catalogue)
            _lines(paper, catalogue)
        top = _FIRST if at == 0 else _TOP
        for placed in page:
            placed.block.draw(paper, (MARGIN, top + placed.y))
        _foot(paper, pack, sheet, (at + 1, len(pages)), catalogue)
    if paper.pages % 2:
        _notes(paper, catalogue)


def _head(paper: Paper, pack: Pack, name: str, count: int, catalogue: Catalogue) -> None:
    """The pack's name over the horizon, a rocket on it, and the cells to fill."""
    room = _WIDE - 46
    title = paper.fitted(pack.title, _TITLE, room)
    paper.line_of(pack.title, (MARGIN, _TOP + 1), title)
    line = f"{name} · {pack.came_from}" if pack.came_from else name
    paper.line_of(line, (MARGIN, _TOP + 10), paper.fitted(line, _LABEL, room), "ink_dim")
    _cells(paper, count, room, catalogue)
    ink = paper.colour("ink")
    paper.rule([(0, _HORIZON), (PAGE.right, _HORIZON)], ink, 0.6)
    draw_rocket(paper, "soyuz", (PAGE.right - MARGIN - 14, _HORIZON), 36)


def _cells(paper: Paper, count: int, room: float, catalogue: Catalogue) -> None:
    """A cell for each question, to be shaded where it was right."""
    told = catalogue.gettext("Fuel: shade a cell for each right answer")
    y = _HORIZON - 4 - _CELL[1]
    wide = min(_CELL[0], room / count - 1)
    paper.line_of(told, (MARGIN, y - 3.2), paper.fitted(told, _SMALL, room), "ink_dim")
    for at in range(count):
        area = Rect(MARGIN + at * (wide + 1), y, wide, _CELL[1])
        paper.box(area, paper.colour("hollow"), None, 0.3, min(1.0, wide / 4))


def _lines(paper: Paper, catalogue: Catalogue) -> None:
    """Name, class and date."""
    _ = catalogue.gettext
    y = _HORIZON + 11
    for x, end, label in (
        (MARGIN, MARGIN + 88, _("Name")),
        (MARGIN + 94, MARGIN + 130, _("Class")),
        (MARGIN + 136, MARGIN + _WIDE, _("Date")),
    ):
        paper.line_of(label, (x, y - 1.2), _LABEL, "ink_dim")
        start = x + paper.width(label, _LABEL) + 2
        paper.rule([(start, y), (end, y)], paper.colour("line"), 0.3)


def _foot(
    paper: Paper,
    pack: Pack,
    sheet: Sheet,
    page: tuple[int, int],
    catalogue: Catalogue,
) -> None:
    _ = catalogue.gettext
    y = PAGE.h - 12
    paper.rule([(MARGIN, y - 4), (PAGE.right - MARGIN, y - 4)], paper.colour("ornament"), 0.2)
    left = f"T-Minus · {pack.title} · {_name(sheet, catalogue)} · {pack.licence}"
    if not all(question.reviewed for question in sheet.questions):
        unread = _("{source}. No native teacher has read this translation yet.")
        left = unread.format(source=left)
    paper.line_of(left, (MARGIN, y), paper.fitted(left, _SMALL, _WIDE - 24), "ink_dim")
    of = _("{page} of {pages}").format(page=page[0], pages=page[1])
    paper.line_of(of, (PAGE.right - MARGIN, y), _SMALL, "ink_dim", "right")


def _name(sheet: Sheet, catalogue: Catalogue) -> str:
    return catalogue.gettext("Variant {letter}").format(letter=sheet.letter)


def _notes(paper: Paper, catalogue: Catalogue) -> None:
    """The back of a last leaf: room to write."""
    paper.turn()
    paper.line_of(catalogue.gettext("Room for notes"), (MARGIN, _TOP), _LABEL, "ink_dim")
    y = _TOP + 14.0
    while y < _FOOT:
        paper.rule([(MARGIN, y), (PAGE.right - MARGIN, y)], paper.colour("rocket.shade"), 0.2)
        y += 9


def _answers(paper: Paper, pack: Pack, sheet: Sheet, catalogue: Catalogue) -> None:
    """The key of one variant: each answer, why, and where it stands."""
    _ = catalogue.gettext
    count = len(sheet.questions)

    def blocks(share: float) -> list[Block]:
        return [
            _answer(paper, pack, question, words.t_minus(count - at), catalogue, share)
            for at, question in enumerate(sheet.questions)
        ]

    name = _name(sheet, catalogue)
    first = _TOP + (24 if sheet.code else 18)
    pages = in_best_type(blocks, _FOOT - first, _FOOT - _TOP, _KEY_GAP)
    for at, page in enumerate(pages):
        paper.turn()
        if at == 0:
            title = _("Key and sources")
            paper.line_of(title, (MARGIN, _TOP + 1), paper.fitted(title, _TITLE, _WIDE - 50))
            paper.line_of(name, (PAGE.right - MARGIN, _TOP + 1), Face(14, 700), "ink", "right")
            for number, line in enumerate(_told(sheet, catalogue)):
                place = (MARGIN, _TOP + 10 + 5.5 * number)
                paper.line_of(line, place, paper.fitted(line, _LABEL, _WIDE), "ink_dim")
        top = first if at == 0 else _TOP
        for placed in page:
            placed.block.draw(paper, (MARGIN, top + placed.y))
        _foot(paper, pack, sheet, (at + 1, len(pages)), catalogue)


def _told(sheet: Sheet, catalogue: Catalogue) -> list[str]:
    _ = catalogue.gettext
    told = [_("For the teacher. Paragraph 1 is the first line of a text.")]
    if sheet.code:
        line = _("The same round on the screen: {choose}, {type}, {code}")
        told.append(line.format(choose=_("Choose"), type=_("Type a code"), code=sheet.code))
    return told


def _answer(
    paper: Paper, pack: Pack, question: Question, number: str, catalogue: Catalogue, share: float
) -> Block:
    room = _WIDE - GUTTER
    bold, face = _KEY.times(share), _WHY.times(share)
    key, why = key_of(question, catalogue), words.reason(question)
    # That nobody has reviewed the translation stands at the foot, once.
    source = words.source_line(replace(question, reviewed=True), pack, catalogue)
    high = paper.height(key, bold, room) + paper.height(source, face, room)
    high += paper.height(why, face, room) if why else 0.0

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        place = (x, y + bold.step / 2)
        paper.line_of(number, place, paper.fitted(number, bold, GUTTER - 2))
        y = paper.paragraph(key, (x + GUTTER, y), bold, room)
        if why:
            y = paper.paragraph(why, (x + GUTTER, y), face, room)
        paper.paragraph(source, (x + GUTTER, y), face, room, "ink_dim")

    return Block(high, draw)


def key_of(question: Question, catalogue: Catalogue) -> str:
    """The right answer as a teacher marks it: with its letter, with what stands in the boxes, or
    with what else is right."""
    answer = question.answer
    if isinstance(answer, tuple):
        boxes = [_letter(option) for option in answer]
        if not question.prompts:
            boxes = [str(answer.index(option) + 1) for option in range(len(answer))]
        down = catalogue.gettext("{boxes} (from top to bottom)")
        return down.format(boxes=", ".join(boxes))
    if question.kind != "true-false" and question.options and isinstance(answer, int):
        return f"{_letter(answer)}: {question.key}"
    if question.kind == "number" and question.tolerance:
        reach = notation_of(question.language).number(question.tolerance)
        return f"{question.key} (± {reach})"
    if question.kind == "typed" and question.accepted:
        others = "; ".join(question.accepted[:_MOST_ACCEPTED])
        return catalogue.gettext("{key} (also: {others})").format(key=question.key, others=others)
    return question.key


def _letter(number: int) -> str:
    return chr(ord("A") + number)
