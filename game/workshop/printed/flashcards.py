"""Flash cards, eight to a page: questions on the front, and behind each its answer.

The backs stand in mirrored columns, so that a sheet printed on both sides and turned over its long
edge has each answer behind its question. Both sides carry a number for those who glue them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from game.bank.bank import Bank
from game.bank.question import Kind, Question
from game.bank.unaided import can_be_known_unseen
from game.packs.model import Answer, Fact, Pack
from game.screens import words
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.workshop.printed.paper import PAGE, Face, Paper

COLUMNS, ROWS = 2, 4
A_PAGE = COLUMNS * ROWS
_CARD = (PAGE.w / COLUMNS, PAGE.h / ROWS)
_INSET = 9.0
_KINDS: tuple[Kind, ...] = ("typed", "number", "choice")
"""What can be asked without options, the plainest first."""

_QUESTION = Face(15, 700, 1.25)
_KEY = Face(19, 800, 1.15)
_WHY = Face(9, 500, 1.3)
_SMALL = Face(7, 500, 1.3)
_SMALLER = tuple(1 - step / 20 for step in range(15))


def cards_of(bank: Bank, today: str, most: int | None, seed: int) -> tuple[Question, ...]:
    """A question for each answer of the sets chosen by default that can be known unseen.

    At most so many, drawn by the seed, in the order of the pack.
    """
    found: dict[str, Question] = {}
    for fact in _default_facts(bank, today):
        for _, question in _of_fact(bank, fact):
            found.setdefault(question.prompt, question)
    cards = list(found.values())
    if most is None or most >= len(cards):
        return tuple(cards)
    chosen = random.Random(f"{seed}/cards").sample(range(len(cards)), most)
    return tuple(cards[at] for at in sorted(chosen))


def without_card(bank: Bank, today: str) -> tuple[tuple[Fact, Answer], ...]:
    """The answers of the sets chosen by default that cannot be known unseen, with their facts."""
    return tuple(
        (fact, answer)
        for fact in _default_facts(bank, today)
        for answer in fact.answers
        if answer.name not in {name for name, _ in _of_fact(bank, fact)}
    )


def _default_facts(bank: Bank, today: str) -> Iterator[Fact]:
    for fact in bank.facts:
        if _is_default(bank.pack, fact) and not (fact.review_by and fact.review_by < today):
            yield fact


def _is_default(pack: Pack, fact: Fact) -> bool:
    return not fact.set or any(one.id == fact.set and one.chosen == "always" for one in pack.sets)


def _of_fact(bank: Bank, fact: Fact) -> Iterator[tuple[str, Question]]:
    """One question for each answer of a fact, with the answer's name."""
    specs = [spec for spec in bank.of_fact(fact.id) if not spec.more and spec.kind in _KINDS]
    asked: set[str] = set()
    for spec in sorted(specs, key=lambda spec: _KINDS.index(spec.kind)):
        if spec.answer.name in asked:
            continue
        question = bank.draft(spec)
        if can_be_known_unseen(question):
            asked.add(spec.answer.name)
            yield spec.answer.name, question


def flashcards(
    pack: Pack, questions: Sequence[Question], catalogue: Catalogue, paper: Paper
) -> None:
    """Write all cards: each page of fronts, and after it the page of their backs."""
    for first in range(0, len(questions), A_PAGE):
        some = list(enumerate(questions[first : first + A_PAGE], start=first + 1))
        paper.turn()
        for at, (number, question) in enumerate(some):
            _front(paper, pack, question, number, _place(at))
        _cuts(paper)
        paper.turn()
        for at, (number, question) in enumerate(some):
            _back(paper, pack, question, number, _place(at, mirrored=True), catalogue)


def _place(at: int, *, mirrored: bool = False) -> Rect:
    column, row = at % COLUMNS, at // COLUMNS
    if mirrored:
        column = COLUMNS - 1 - column
    return Rect(column * _CARD[0], row * _CARD[1], *_CARD)


def _front(paper: Paper, pack: Pack, question: Question, number: int, card: Rect) -> None:
    inside = card.inset(_INSET)
    paper.horns((inside.right, inside.y), right=True, low=False, size=1.1)
    paper.horns((inside.x, inside.bottom), right=False, low=True, size=1.1)
    topic = words.topic(question, pack)
    small = paper.fitted(topic, _SMALL, inside.w - 30)
    paper.line_of(topic, (inside.x, inside.y + 1.5), small, "ink_dim")
    room = inside.inset(3, 12)
    _middle(paper, question.prompt, room, _QUESTION)
    paper.line_of(str(number), (inside.right, inside.bottom - 1.5), _SMALL, "ink_dim", "right")


def _back(
    paper: Paper, pack: Pack, question: Question, number: int, card: Rect, catalogue: Catalogue
) -> None:
    inside = card.inset(_INSET)
    source = words.source_line(question, pack, catalogue)
    source_high = paper.height(source, _SMALL, inside.w - 8)
    foot = inside.bottom - source_high
    paper.paragraph(source, (inside.x, foot), _SMALL, inside.w - 8, "ink_dim")
    paper.line_of(str(number), (inside.right, inside.bottom - 1.5), _SMALL, "ink_dim", "right")
    why = f"{question.explanation} {question.why}".strip()
    room = Rect(inside.x, inside.y, inside.w, foot - 2 - inside.y)
    for share in _SMALLER:
        key, told = _KEY.times(share), _WHY.times(max(share, 0.7))
        heights = paper.height(question.key, key, room.w), paper.height(why, told, room.w)
        if sum(heights) + 5 <= room.h:
            break
    top = room.y + max(0.0, room.h - sum(heights) - 5) / 2
    y = paper.paragraph(question.key, (room.x, top), key, room.w, align="centre", balanced=True)
    middle = card.centre[0]
    paper.rule([(middle - 12, y + 2.2), (middle + 12, y + 2.2)], paper.colour("ornament"), 0.25)
    paper.paragraph(why, (room.x, y + 5), told, room.w, align="centre", balanced=True)


def _middle(paper: Paper, text: str, room: Rect, face: Face) -> None:
    """A text in the middle of a room, smaller if it must."""
    for share in _SMALLER:
        smaller = face.times(share)
        high = paper.height(text, smaller, room.w)
        if high <= room.h:
            break
    top = room.y + max(0.0, room.h - high) / 2
    paper.paragraph(text, (room.x, top), smaller, room.w, align="centre", balanced=True)


def _cuts(paper: Paper) -> None:
    """Where to cut."""
    ink = paper.colour("rocket.shade")
    for column in range(1, COLUMNS):
        x = column * _CARD[0]
        paper.rule([(x, 0), (x, PAGE.h)], ink, 0.2, dash=2)
    for row in range(1, ROWS):
        y = row * _CARD[1]
        paper.rule([(0, y), (PAGE.w, y)], ink, 0.2, dash=2)
