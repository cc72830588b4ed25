"""Whether one question of a round answers another."""

from __future__ import annotations

from game.bank.question import Question
from game.bank.text import contains, normalise

_SHARED_WORDS = 3
_LONG_WORD = 4


def gives_away(earlier: Question, later: Question) -> bool:
    """Whether who has seen `earlier`, with its explanation, is handed the key of `later`.

    Its prompt must not hold the key, nor the options of one that is to be typed. An explanation
    may name what is a key elsewhere, unless it speaks of the same thing as the later prompt.
    """
    if later.kind == "true-false":
        return _same_matter(earlier, later) and earlier.facts == later.facts
    keys = [normalise(key) for key in (later.key, *later.accepted)]
    shown = [normalise(earlier.prompt)]
    if later.kind in ("typed", "number"):
        shown += map(normalise, earlier.options)
    if any(contains(text, key) for text in shown for key in keys):
        return True
    explanation = normalise(earlier.explanation)
    return any(contains(explanation, key) for key in keys) and _same_matter(earlier, later)


def _same_matter(earlier: Question, later: Question) -> bool:
    told = _long_words(f"{earlier.prompt} {earlier.explanation}")
    return len(told & _long_words(later.prompt)) >= _SHARED_WORDS


def _long_words(text: str) -> set[str]:
    return {word for word in normalise(text).split() if len(word) >= _LONG_WORD}
