"""What is never broken over pages: a block, and how blocks fill pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.geometry import Point
from game.workshop.printed.paper import Paper


@dataclass(frozen=True, slots=True)
class Block:
    """Something `high` millimetres high, that `draw` puts at a top left corner."""

    high: float
    draw: Callable[[Paper, Point], None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far down the room of its page it stands."""

    block: Block
    y: float


_LARGER = (1.3, 1.24, 1.18, 1.12, 1.06)


def in_best_type(
    blocks: Callable[[float], Sequence[Block]], first: float, rest: float, gap: float
) -> list[list[Placed]]:
    """Blocks in the largest type that needs no more pages than the usual one.

    `blocks` makes them with their type larger by a share; the rest is as for `paged`.
    """
    usual = paged(blocks(1.0), first, rest, gap)
    for share in _LARGER:
        larger = paged(blocks(share), first, rest, gap * share)
        if len(larger) <= len(usual):
            return larger
    return usual


def paged(blocks: Sequence[Block], first: float, rest: float, gap: float) -> list[list[Placed]]:
    """The blocks on as many pages as they need, in order.

    `first` and `rest` are the heights of the first page's room and of the others', `gap` what lies
    between two blocks at least. All but the last page are spread to their foot, if little is left.
    """
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        room = first if len(pages) == 1 else rest
        need = block.high + (gap if pages[-1] else 0.0)
        if pages[-1] and used + need > room:
            pages.append([])
            used, need = 0.0, block.high
        pages[-1].append(block)
        used += need
    return [
        _spread(page, first if at == 0 else rest, gap, last=at == len(pages) - 1)
        for at, page in enumerate(pages)
    ]


def _spread(page: Sequence[Block], room: float, gap: float, *, last: bool) -> list[Placed]:
    left = room - sum(block.high for block in page) - gap * (len(page) - 1)
    more = 0.0 if last or len(page) < 2 else min(gap, max(0.0, left) / (len(page) - 1))
    placed: list[Placed] = []
    y = 0.0
    for block in page:
        placed.append(Placed(block, y))
        y += block.high + gap + more
    return placed
