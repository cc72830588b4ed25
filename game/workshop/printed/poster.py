"""A poster of a pack's sources: what sort each is, what was taken from it, and how to check it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.packs.model import Fact, Pack, Source
from game.screens import words
from game.screens.source import capital
from game.ui.geometry import Point, Rect
from game.ui.scene import Catalogue
from game.workshop.printed.block import Block, in_best_type
from game.workshop.printed.figure import draw_rocket
from game.workshop.printed.paper import MARGIN, PAGE, Face, Paper

_WIDE = PAGE.w - 2 * MARGIN
_TITLE = Face(30, 800, 1.1)
_LINE = Face(11, 600, 1.3)
_NAME = Face(13, 700, 1.2)
_TEXT = Face(9.5, 500, 1.3)
_SMALL = Face(8.5, 500, 1.3)
_HORIZON = 52.0
_FIRST = 60.0
_TOP = 18.0
_FOOT = PAGE.h - 16
_GAP = 3.5
_PAD = 4.0
_LABELS = 5
_TEXTS = 6
_MANY = 8
"""More sources than so many stand in two columns."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a pack took from one source, or from all of one publisher: how many facts, from which
    paragraphs, and their names."""

    sources: tuple[Source, ...]
    facts: int
    paragraphs: tuple[int, ...]
    labels: tuple[str, ...]


def taken_from(pack: Pack) -> tuple[Taken, ...]:
    """What was taken from each source that is cited, in the order of the pack.

    Of more than _MANY sources those of one publisher and sort stand together.
    """
    cited = [source for source in pack.sources if _facts(pack, source)]
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in cited:
        alone = len(cited) <= _MANY or not source.publisher
        groups.setdefault((source.publisher, source.kind, source.id if alone else ""), []).append(
            source
        )
    return tuple(_taken(pack, tuple(group)) for group in groups.values())


def _taken(pack: Pack, sources: tuple[Source, ...]) -> Taken:
    facts = {fact.id: fact for source in sources for fact in _facts(pack, source)}
    labels = dict.fromkeys(fact.label or fact.name for fact in facts.values())
    labels.pop("", None)
    numbers: set[int] = set()
    if len(sources) == 1:
        numbers = {n for fact in facts.values() for n in _paragraphs(fact, sources[0].id)}
    return Taken(sources, len(facts), tuple(sorted(numbers - {0})), tuple(labels))


def _facts(pack: Pack, source: Source) -> list[Fact]:
    return [fact for fact in pack.facts if _paragraphs(fact, source.id)]


def _paragraphs(fact: Fact, source: str) -> set[int]:
    cited = [*fact.citations, *(one for answer in fact.answers for one in answer.citations)]
    return {citation.paragraph for citation in cited if citation.source == source}


def poster(pack: Pack, catalogue: Catalogue, paper: Paper) -> None:
    """Write it: one page, or as many as the sources need."""
    sources = taken_from(pack)
    columns = 2 if len(sources) > _MANY else 1
    wide = (_WIDE - _GAP * (columns - 1)) / columns

    def blocks(share: float) -> Sequence[Block]:
        each = [_source(paper, one, catalogue, share, wide) for one in sources]
        rows = [_row(each[at : at + columns], wide) for at in range(0, len(each), columns)]
        return [*rows, _check(paper, catalogue, share)]

    pages = in_best_type(blocks, _FOOT - _FIRST, _FOOT - _TOP, _GAP)
    for at, page in enumerate(pages):
        paper.turn()
        if at == 0:
            _head(paper, pack, catalogue)
        top = _FIRST if at == 0 else _TOP
        for placed in page:
            placed.block.draw(paper, (MARGIN, top + placed.y))
        left = f"T-Minus · {pack.title} · {pack.licence}"
        y = PAGE.h - 9
        paper.line_of(left, (MARGIN, y), paper.fitted(left, _SMALL, _WIDE - 30), "ink_dim")
        of = catalogue.gettext("{page} of {pages}").format(page=at + 1, pages=len(pages))
        paper.line_of(of, (PAGE.right - MARGIN, y), _SMALL, "ink_dim", "right")


def _head(paper: Paper, pack: Pack, catalogue: Catalogue) -> None:
    """The title over the horizon, with a rocket on it."""
    _ = catalogue.gettext
    room = _WIDE - 44
    title = _("Who says so?")
    paper.line_of(title, (MARGIN, 23), paper.fitted(title, _TITLE, room))
    line = _("The sources of “{pack}”").format(pack=pack.title)
    paper.line_of(line, (MARGIN, 34), paper.fitted(line, _LINE, room))
    told = _("Every question of the game stands in one of these. Look for yourself.")
    paper.line_of(told, (MARGIN, 41), paper.fitted(told, _TEXT, room), "ink_dim")
    paper.rule([(0, _HORIZON), (PAGE.right, _HORIZON)], paper.colour("ink"), 0.6)
    draw_rocket(paper, "soyuz", (PAGE.right - MARGIN - 14, _HORIZON), 42)


def _row(each: Sequence[Block], wide: float) -> Block:
    """Sources beside each other."""

    def draw(paper: Paper, at: Point) -> None:
        for number, block in enumerate(each):
            block.draw(paper, (at[0] + number * (wide + _GAP), at[1]))

    return Block(max(block.high for block in each), draw)


def _source(paper: Paper, one: Taken, catalogue: Catalogue, share: float, wide: float) -> Block:
    """One source on a card of its own."""
    name, text, small = _NAME.times(share), _TEXT.times(share), _SMALL.times(share)
    room = wide - 2 * _PAD
    source = one.sources[0]
    said = source.publisher or source.title
    kind = capital(source.kind)
    lines = [(said, name, "ink"), *_about(one, catalogue, text, small)]
    heights = [paper.height(line, face, room) for line, face, _ink in lines]
    chip = paper.width(paper.clean(kind), text) + 6
    beside = chip + paper.width(paper.clean(said), name) + 6 <= room
    chip_high = text.step + 2
    below = 1.5 if beside else chip_high + 1.5
    high = sum(heights) + 2 * _PAD + below

    def draw(paper: Paper, at: Point) -> None:
        card = Rect(at[0], at[1], wide, high)
        paper.box(card, paper.colour("line"), None, 0.3, 2.5)
        x, y = card.x + _PAD, card.y + _PAD
        for number, ((line, face, ink), tall) in enumerate(zip(lines, heights, strict=True)):
            paper.paragraph(line, (x, y), face, room, ink)
            y += tall
            if number == 0:
                left = card.right - _PAD - chip if beside else x
                top = card.y + _PAD - 0.6 if beside else y
                pill = Rect(left, top, min(chip, room), chip_high)
                paper.box(pill, paper.colour("ornament"), None, 0.35, chip_high / 2)
                face = paper.fitted(kind, text, room - 6)
                paper.line_of(kind, pill.centre, face, "sand", "centre")
                y += below

    return Block(high, draw)


def _about(
    one: Taken, catalogue: Catalogue, text: Face, small: Face
) -> list[tuple[str, Face, str]]:
    """Its title and day, and what was taken from it."""
    _ = catalogue.gettext
    texts = [
        _("“{title}”, {day}").format(title=source.title, day=words.day(source.date, catalogue))
        for source in one.sources
    ]
    title = "; ".join(texts[:_TEXTS]) + ("\u00a0…" if len(texts) > _TEXTS else "")
    count = catalogue.ngettext("{count} fact", "{count} facts", one.facts).format(count=one.facts)
    taken = _("Taken from it: {count}").format(count=count)
    if one.paragraphs:
        taken += f" ({words.paragraphs(one.paragraphs, catalogue)})".replace("\u00a0", " ")
    named = ", ".join(one.labels[:_LABELS])
    if len(one.labels) > _LABELS:
        named += "\u00a0…"
    lines = [(title, text, "ink"), (taken, small, "ink")]
    return [*lines, (named, small, "ink_dim")] if named else lines


def _check(paper: Paper, catalogue: Catalogue, share: float) -> Block:
    """How to check what the game says, and what to ask of any text."""
    _ = catalogue.gettext
    name, text = _NAME.times(share), _TEXT.times(share)
    columns = (
        (
            _("How to check"),
            (
                _("Find the text by its title."),
                _("Count its paragraphs: the first line is 1."),
                _("Read the paragraph. Does it say what the game says?"),
            ),
        ),
        (
            _("Ask of every text"),
            (
                _("Who wrote it, and when?"),
                _("What do they want you to think?"),
                _("Who is not heard? Does a second text say the same?"),
            ),
        ),
    )
    wide = (_WIDE - 2 * _PAD - 8) / 2
    mark = 6.0
    room = wide - mark
    heights = [
        name.step + 1 + sum(paper.height(line, text, room) + 0.8 for line in lines)
        for _head, lines in columns
    ]
    high = max(heights) + 2 * _PAD

    def draw(paper: Paper, at: Point) -> None:
        paper.box(Rect(at[0], at[1], _WIDE, high), paper.colour("line"), None, 0.7, 2.5)
        for number, (head, lines) in enumerate(columns):
            x = at[0] + _PAD + number * (wide + 8)
            y = paper.paragraph(head, (x, at[1] + _PAD), name, wide) + 1
            for step, line in enumerate(lines):
                sign = str(step + 1) if number == 0 else "?"
                paper.line_of(sign, (x + 2, y + text.step / 2), Face(text.size, 800), "sand")
                y = paper.paragraph(line, (x + mark, y), text, room) + 0.8

    return Block(high, draw)
