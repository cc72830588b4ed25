"""What is mended in a question of another program before a pack judges it."""

from __future__ import annotations

from dataclasses import replace

from game.packs.written_answers import FALSE, TRUE, rights
from game.workshop.formats.item import Item, Option
from game.workshop.written_yaml import clean

_SAY_TRUE = frozenset(
    ("true", "верно", "правда", "истина", "правильно", "дұрыс", "рас", "ақиқат", "шын")
)
_SAY_FALSE = frozenset(
    (
        *("false", "неверно", "неправда", "ложь", "неправильно", "не верно", "не правда"),
        *("бұрыс", "жалған", "өтірік", "дұрыс емес", "рас емес"),
    )
)
"""Yes and no are none of them: they answer a question, and a statement is no question."""


def as_statement(item: Item) -> Item:
    """A choice between two words for true and false as a statement; any other question as it is."""
    if item.form != "choice" or len(item.options) != 2 or len(item.right) != 1:
        return item
    said = [clean(option.text).casefold().rstrip(".!") for option in item.options]
    if said[0] in _SAY_TRUE and said[1] in _SAY_FALSE:
        true, false = item.options
    elif said[0] in _SAY_FALSE and said[1] in _SAY_TRUE:
        false, true = item.options
    else:
        return item
    options = (
        Option(TRUE, float(true.share >= 1), true.feedback),
        Option(FALSE, float(false.share >= 1), false.feedback),
    )
    return replace(item, form="true-false", options=options)


def without_repetition(item: Item) -> Item:
    """A choice that offers the same words once; as a wrong option it is the right one's repetition.

    Right ones that are the same stay, and a pack refuses them: their author meant another answer.
    """
    if item.form not in ("choice", "several"):
        return item
    earning = rights(item.options, several=item.form == "several")
    seen = {clean(option.text) for option in earning}
    kept: list[Option] = []
    for option in item.options:
        text = clean(option.text)
        if option in earning or text not in seen:
            kept.append(option)
        seen.add(text)
    return item if len(kept) == len(item.options) else replace(item, options=tuple(kept))
