"""Whether a question can be answered by who has seen nothing of it but its stem."""

from __future__ import annotations

import re

from game.bank.question import Kind, Question
from game.bank.text import is_name, normalise

NAME_WORDS = 3
"""Words of the longest name that one would think of without help."""

_STEM_ALONE: frozenset[Kind] = frozenset({"choice", "typed", "number"})
_LEANING = re.compile(r"\b(?:of (?:these|those)|which (?:one )?of|else|besides)\b", re.IGNORECASE)


def leans_on_options(prompt: str) -> bool:
    """Whether a stem asks for one of a list: "Which of these ...?", "What else ...?"."""
    return bool(_LEANING.search(prompt))


def is_one_thought(text: str) -> bool:
    """Whether who knows an answer would put it in just these words.

    Names of up to three words and whatever begins with a digit; else one word alone, since a phrase
    can be put in many ways.
    """
    words = normalise(text).split()
    if not words:
        return False
    most = NAME_WORDS if is_name(text) or words[0][0].isdigit() else 1
    return len(words) <= most


def can_be_known_unseen(question: Question) -> bool:
    """Whether the stem alone tells what is wanted, before any option or picture is seen."""
    if question.kind not in _STEM_ALONE or leans_on_options(question.prompt):
        return False
    return question.kind != "choice" or is_one_thought(question.key)
