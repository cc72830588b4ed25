"""Made questions for the tests of formats."""

from __future__ import annotations

from hypothesis import strategies as st

from game.workshop.formats.item import Item, Option, Value

LETTERS = "abcxyzАяҚқӘі019 .,:;!?#={}~\\->%[]/&<>\"'`*_()$"


def words(least: int = 1, most: int = 30) -> st.SearchStrategy[str]:
    """Neat plain text with every sign that some format gives a meaning to."""
    return (
        st.text(LETTERS, min_size=least, max_size=most)
        .map(lambda text: " ".join(text.split()))
        .filter(lambda text: len(text) >= least)
    )


def told() -> st.SearchStrategy[str]:
    """Feedback, or none."""
    return st.one_of(st.just(""), words())


def choices() -> st.SearchStrategy[Item]:
    """Questions with one right option of two to five."""

    def made(prompt: str, texts: list[str], notes: list[str], feedback: str) -> Item:
        options = tuple(
            Option(text, 1.0 if at == 0 else 0.0, note)
            for at, (text, note) in enumerate(zip(texts, notes, strict=False))
        )
        return Item("made:1", "choice", prompt, "", options, feedback=feedback)

    return st.builds(
        made,
        words(),
        st.lists(words(), min_size=2, max_size=5, unique=True),
        st.lists(told(), min_size=5, max_size=5),
        told(),
    )


def true_false() -> st.SearchStrategy[Item]:
    """Statements that are true or false."""

    def made(prompt: str, true: bool, right: str, wrong: str) -> Item:
        options = (
            Option("True", float(true), right if true else wrong),
            Option("False", float(not true), wrong if true else right),
        )
        return Item("made:1", "true-false", prompt, "", options)

    return st.builds(made, words(), st.booleans(), told(), told())


def typed() -> st.SearchStrategy[Item]:
    """Questions to type the answer of."""

    def made(prompt: str, texts: list[str]) -> Item:
        return Item("made:1", "typed", prompt, "", tuple(Option(text, 1.0) for text in texts))

    texts = words().filter(lambda text: "->" not in text and text != "*")
    return st.builds(made, words(), st.lists(texts, min_size=1, max_size=4, unique=True))


def numbers() -> st.SearchStrategy[Item]:
    """Questions for a number."""

    def made(prompt: str, value: int, tolerance: int) -> Item:
        return Item("made:1", "number", prompt, values=(Value(value / 8, tolerance / 8),))

    return st.builds(made, words(), st.integers(-(10**6), 10**6), st.integers(0, 800))


def matches() -> st.SearchStrategy[Item]:
    """Questions of what goes together."""
    left = words().filter(lambda text: "->" not in text)
    pairs = st.lists(st.tuples(left, words()), min_size=2, max_size=6)
    return st.builds(
        lambda prompt, made: Item("made:1", "match", prompt, pairs=tuple(made)), words(), pairs
    )


def several() -> st.SearchStrategy[Item]:
    """Questions with more than one right option among three to five."""

    def made(prompt: str, texts: list[str], right: int, feedback: str) -> Item:
        options = tuple(Option(text, float(at < right)) for at, text in enumerate(texts))
        return Item("made:1", "several", prompt, "", options[::-1], feedback=feedback)

    texts = st.lists(words(), min_size=3, max_size=5, unique=True)
    return st.builds(made, words(), texts, st.integers(2, 3), told())
