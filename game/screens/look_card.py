"""A question as its teacher reads it: all of it, the key marked, turned in pages if it is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.bank.question import Question
from game.packs.model import Pack
from game.packs.report import WINDOW, window
from game.screens import words
from game.screens.blocks import height, shrunk
from game.screens.leaves import SHARES, Measure
from game.ui.art import signs
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.theme import TypeStyle

LETTERS = "ABCDEFGH"
_INDENT = 64.0
_CARET_LINES = 2.4
_FEWEST, _FEWER = 16, 4
"""Letters of a line of a file that are always shown, and by how many fewer are tried."""


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph. A `mark`, letter or number, stands before it, a tick behind a `right` one.

    With a `caret`, a column from 1, it is a line of a file: as much of it as there is room for,
    with the caret under its column. One that `leads` never ends a page that others follow.
    """

    text: str
    style: str = "body"
    colour: str = "ink"
    before: float = 0.0
    mark: str = ""
    right: bool = False
    caret: int = 0
    leads: bool = False


Page = tuple[Item, ...]


def items(question: Question, pack: Pack, catalogue: Catalogue) -> list[Item]:
    """What there is to read of a question."""
    found = [Item(question.prompt, "body_bold")]
    if question.picture is not None and question.picture.alt:
        found.append(Item(question.picture.alt, "hint", "ink_dim", 10))
    found += answers(question, catalogue)
    found.append(Item(words.reason(question), before=26))
    found.append(Item(words.source_line(question, pack, catalogue), "hint", "sand", 18))
    return found


def answers(question: Question, catalogue: Catalogue) -> list[Item]:
    """What there is to choose from or to write, the key marked; an item for each option."""
    answer = question.answer
    if isinstance(answer, tuple):
        shown = [question.options[at] for at in answer]
        if question.prompts:
            shown = [f"{a}: {b}" for a, b in zip(question.prompts, shown, strict=True)]
        marks = [str(at + 1) for at in range(len(shown))]
        return [
            Item(text, before=18 if at == 0 else 4, mark=mark)
            for at, (mark, text) in enumerate(zip(marks, shown, strict=True))
        ]
    if question.options:
        return [
            Item(
                text,
                "body_bold" if at == answer else "body",
                "fuel" if at == answer else "ink_dim",
                18 if at == 0 else 4,
                LETTERS[at],
                right=at == answer,
            )
            for at, text in enumerate(question.options)
        ]
    found = [Item(question.key, "body_bold", "fuel", 18, right=True)]
    others = [text for text in question.accepted if text != question.key][:3]
    if others:
        said = catalogue.gettext("also right: {texts}").format(texts=", ".join(others))
        found.append(Item(said, "hint", "ink_dim", 6))
    return found


def pages(measure: Measure, all_items: Sequence[Item], high: float) -> tuple[list[Page], float]:
    """The items on one page if they fit, a little smaller if need be, else on several."""
    for share in SHARES:
        if _height(measure, all_items, share) <= high:
            return [tuple(all_items)], share
    share = SHARES[-1]
    found: list[Page] = [()]
    for item in (piece for one in all_items for piece in _pieces(measure, one, share, high)):
        if found[-1] and _height(measure, (*found[-1], item), share) > high:
            last = found[-1][-1]
            if last.leads and len(found[-1]) > 1:
                found[-1] = found[-1][:-1]
                found.append((last,))
            else:
                found.append(())
        found[-1] = (*found[-1], item)
    return found, share


def _pieces(measure: Measure, item: Item, share: float, high: float) -> list[Item]:
    """An item, or as many as it takes if it is higher than a page."""
    if item.caret or _item_height(measure, item, share) <= high:
        return [item]
    rows = measure.rows(item.text, item.style, share, _indent(item, measure.scale))
    most = max(1, int(high / (_item_height(measure, item, share) / len(rows))))
    return [
        replace(item, text=" ".join(rows[at : at + most]), before=item.before if at == 0 else 0)
        for at in range(0, len(rows), most)
    ]


def draw_page(canvas: Canvas, page: Page, area: Rect, share: float) -> None:
    """Set a page from the top of an area."""
    theme = canvas.theme
    y = area.y
    for at, item in enumerate(page):
        y += item.before * share if at else 0
        indent = _indent(item, canvas.text_scale)
        style = shrunk(theme, item.style, share, canvas.text_scale)
        wide = area.w - indent
        high = height(canvas, item.text, style, wide)
        ink = theme.colour(item.colour)
        line = style.size * style.line * canvas.text_scale
        if item.caret:
            high = line * _CARET_LINES
            _draw_line(canvas, item, Rect(area.x, y, area.w, high), style)
            y += high
            continue
        if item.mark:
            bold = shrunk(theme, "body_bold", share, canvas.text_scale)
            dim = theme.colour("fuel" if item.right else "ink_dim")
            canvas.text(item.mark, (area.x + 6, y + line / 2), bold, dim, "midleft")
        place = (area.x + indent, y, wide, high + 1)
        drawn = canvas.paragraph(item.text, place, style, ink, balanced=False)
        if item.right:
            radius = min(24.0, line * 0.42)
            centre = (min(drawn.right + 20, area.right - radius) + radius, y + line / 2)
            signs.check_disc(canvas, centre, radius, theme.colour("right"), theme.colour("card"))
        y += high


def _draw_line(canvas: Canvas, item: Item, area: Rect, style: TypeStyle) -> None:
    """A line of a file on a ground of its own, its number before it, a caret under its column."""
    theme = canvas.theme
    canvas.box(area, theme.colour("night"), 12)
    half = area.h / 2
    ink, dim = theme.colour("ink"), theme.colour("ink_dim")
    number = canvas.text(item.mark, (area.x + 20, area.y + half * 0.62), style, dim, "midleft")
    left = number.right + 20
    room = area.right - 20 - left
    wide = WINDOW
    text, at = window(item.text, item.caret - 1, wide)
    while canvas.text_width(text, style) > room and wide > _FEWEST:
        wide -= _FEWER
        text, at = window(item.text, item.caret - 1, wide)
    canvas.text(text, (left, area.y + half * 0.62), style, ink, "midleft", fit=room)
    before = canvas.text_width(f"{text[:at]}.", style) - canvas.text_width(".", style)
    under = canvas.text_width(text[at : at + 1] or "m", style)
    x, y, reach = left + before + under / 2, area.y + half * 1.18, half * 0.36
    points = [(x - reach * 0.8, y + reach), (x, y), (x + reach * 0.8, y + reach)]
    canvas.line(points, theme.colour("amber"), 6)


def _indent(item: Item, scale: float) -> float:
    return _INDENT * max(1.0, scale * 0.8) if item.mark else 0.0


def _height(measure: Measure, some: Sequence[Item], share: float) -> float:
    return sum(
        (item.before * share if at else 0) + _item_height(measure, item, share)
        for at, item in enumerate(some)
    )


def _item_height(measure: Measure, item: Item, share: float) -> float:
    if item.caret:
        style = shrunk(measure.theme, item.style, share, measure.scale)
        return style.size * style.line * measure.scale * _CARET_LINES
    return measure.text(item.text, item.style, share, _indent(item, measure.scale))
