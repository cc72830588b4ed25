"""A question on paper, whatever its kind: how high it is, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.bank.question import Question
from game.ui.geometry import Point, Rect
from game.workshop.printed.block import Block
from game.workshop.printed.figure import draw_picture
from game.workshop.printed.paper import Face, Paper

GUTTER = 14.0
"""Where T-n stands, left of a question."""

_NUMBER = Face(11, 800, 1.3)
_PROMPT = Face(11.5, 700, 1.3)
_OPTION = Face(11, 500, 1.25)
_SIGN = 6.4
_SIGN_ROOM = 9.5
_ROW = 2.4
_LINE = 9.0
_FIGURE = (58.0, 44.0)
_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)

Part = Callable[[Paper, Point], None]


def question_block(
    paper: Paper, question: Question, number: str, size: tuple[float, float], share: float = 1.0
) -> Block:
    """The block of a question with its number, in a type of that share of the usual.

    It is as wide as `size`, and at most as high: in smaller type if it must.
    """
    wide, most = size
    for smaller in _SMALLER:
        block = _block(paper, question, number, wide, share * smaller)
        if block.high <= most:
            break
    return block


def _block(paper: Paper, question: Question, number: str, wide: float, share: float) -> Block:
    room = wide - GUTTER
    prompt = _PROMPT.times(share)
    head = paper.height(question.prompt, prompt, room)
    answers = _answers(paper, question, room, share)

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        step = prompt.step
        paper.line_of(number, (x, y + step / 2), paper.fitted(number, _NUMBER, GUTTER - 2))
        paper.paragraph(question.prompt, (x + GUTTER, y), prompt, room, balanced=True)
        answers.draw(paper, (x + GUTTER, y + head + 2))

    return Block(head + 2 + answers.high, draw)


def _answers(paper: Paper, question: Question, wide: float, share: float) -> Block:
    face = _OPTION.times(share)
    if question.kind == "true-false":
        return _either(question.options, wide, face)
    if question.kind == "match":
        return _match(paper, question, wide, face)
    if question.kind == "order":
        return _order(paper, question.options, wide, face)
    if question.picture is not None and question.picture.draw:
        return _pictured(paper, question, wide, face)
    if question.options:
        return _choice(paper, question.options, wide, face)
    return _written(question, wide, face)


def _either(words: Sequence[str], room: float, face: Face) -> Block:
    """Two words, one of which is to be ringed."""
    high = face.step + 3
    most = room / len(words) - 16

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        for word in words:
            fitted = paper.fitted(word, face, most)
            wide = paper.width(paper.clean(word), fitted) + 10
            paper.box(Rect(x, y, wide, high), paper.colour("line"), None, 0.3, high / 2)
            paper.line_of(word, (x + wide / 2, y + high / 2), fitted, "ink", "centre")
            x += wide + 6

    return Block(high, draw)


def _choice(
    paper: Paper, options: Sequence[str], wide: float, face: Face, columns: int = 2
) -> Block:
    """Lettered options in two columns, or in one if they are long."""
    column = (wide - 6 * (columns - 1)) / columns - _SIGN_ROOM
    if columns > 1 and any(len(paper.lines(text, face, column)) > 2 for text in options):
        return _choice(paper, options, wide, face, 1)
    heights = [max(_SIGN, paper.height(text, face, column)) for text in options]
    rows = [max(heights[at : at + columns]) for at in range(0, len(options), columns)]

    def draw(paper: Paper, at: Point) -> None:
        y = at[1]
        for row, high in enumerate(rows):
            for place in range(columns):
                number = row * columns + place
                if number >= len(options):
                    continue
                x = at[0] + place * (column + _SIGN_ROOM + 6)
                paper.sign(number, (x + _SIGN / 2, y + high / 2), _SIGN)
                top = y + (high - paper.height(options[number], face, column)) / 2
                paper.paragraph(options[number], (x + _SIGN_ROOM, top), face, column, balanced=True)
            y += high + _ROW

    return Block(sum(rows) + _ROW * (len(rows) - 1), draw)


def _pictured(paper: Paper, question: Question, wide: float, face: Face) -> Block:
    """The figure at the left, its options beneath each other beside it."""
    picture = question.picture
    assert picture is not None
    beside = _choice(paper, question.options, wide - _FIGURE[0] - 8, face, 1)
    high = max(_FIGURE[1], beside.high)

    def draw(paper: Paper, at: Point) -> None:
        draw_picture(paper, picture, Rect(at[0], at[1], _FIGURE[0], high))
        beside.draw(paper, (at[0] + _FIGURE[0] + 8, at[1] + (high - beside.high) / 2))

    return Block(high, draw)


def _order(paper: Paper, options: Sequence[str], wide: float, face: Face) -> Block:
    """A box before each, for its number."""
    room = wide - 12
    heights = [max(7.0, paper.height(text, face, room)) for text in options]

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        for text, high in zip(options, heights, strict=True):
            paper.box(Rect(x, y + high / 2 - 3.4, 8, 6.8), paper.colour("line"), None, 0.3, 1)
            top = y + (high - paper.height(text, face, room)) / 2
            paper.paragraph(text, (x + 12, top), face, room, balanced=True)
            y += high + 1.6

    return Block(sum(heights) + 1.6 * (len(heights) - 1), draw)


def _match(paper: Paper, question: Question, wide: float, face: Face) -> Block:
    """What is to be matched at the left with a box for a letter, the lettered options at the
    right."""
    left = wide * 0.56
    right = wide - left - 10
    prompts, options = question.prompts, question.options
    room = left - 12
    lefts = [max(7.0, paper.height(text, face, room)) for text in prompts]
    rights = [max(_SIGN, paper.height(text, face, right - _SIGN_ROOM)) for text in options]
    rows = max(len(lefts), len(rights))
    highs = [
        max(lefts[at] if at < len(lefts) else 0, rights[at] if at < len(rights) else 0)
        for at in range(rows)
    ]

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        for row, high in enumerate(highs):
            if row < len(prompts):
                text = prompts[row]
                top = y + (high - paper.height(text, face, room)) / 2
                paper.paragraph(text, (x, top), face, room, balanced=True)
                box = Rect(x + left - 8, y + high / 2 - 3.4, 8, 6.8)
                paper.box(box, paper.colour("line"), None, 0.3, 1)
            if row < len(options):
                text = options[row]
                start = x + left + 10
                paper.sign(row, (start + _SIGN / 2, y + high / 2), _SIGN)
                top = y + (high - paper.height(text, face, right - _SIGN_ROOM)) / 2
                beside = right - _SIGN_ROOM
                paper.paragraph(text, (start + _SIGN_ROOM, top), face, beside, balanced=True)
            y += high + _ROW

    return Block(sum(highs) + _ROW * (rows - 1), draw)


def _written(question: Question, wide: float, face: Face) -> Block:
    """A line to write on, with the unit behind it where there is one."""
    long = 44.0 if question.kind == "number" else min(wide, 110.0)

    def draw(paper: Paper, at: Point) -> None:
        x, y = at
        foot = y + _LINE - 1.5
        paper.rule([(x, foot), (x + long, foot)], paper.colour("line"), 0.3)
        if question.unit:
            unit = paper.fitted(question.unit, face, wide - long - 3)
            paper.line_of(question.unit, (x + long + 3, foot - 1.6), unit)

    return Block(_LINE, draw)
