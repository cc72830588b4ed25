"""A question as one sees it who knows nothing: its words and the form of its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from game.bank.flaws.lexicon import Lexicon
from game.bank.flaws.words import Stems, Words, content_stems, words
from game.bank.question import Question
from game.bank.scale import leading_number, read_day
from game.bank.text import article, is_name, is_plural, normalise
from game.packs.notation import Notation, notation_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question with three or more options, and which of them is right.

    `names` are the options as they are compared between questions. `values` are places on a line
    where all options are numbers or dates, else (). `forms` has a column for each form in `FORMS`.
    """

    fact: str
    key: int
    prompt: Words
    options: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[Words, ...]
    stems: tuple[Stems, ...]
    prompt_stems: Stems
    values: tuple[float, ...]
    forms: tuple[tuple[str | bool, ...], ...]
    lexicon: Lexicon

    @property
    def chance(self) -> float:
        return 1 / len(self.options)


def sheets(questions: Iterable[Question], lexicon: Lexicon) -> Iterator[Sheet]:
    """The sheets of all questions that ask for one of three or more options."""
    for question in questions:
        if len(question.options) >= 3 and isinstance(question.answer, int):
            yield sheet_of(question, lexicon)


def sheet_of(question: Question, lexicon: Lexicon) -> Sheet:
    prompt = words(question.prompt)
    spoken = tuple(map(words, question.options))
    assert isinstance(question.answer, int)
    return Sheet(
        _fact_of(question),
        question.answer,
        prompt,
        question.options,
        tuple(map(normalise, question.options)),
        spoken,
        tuple(content_stems(found, lexicon) for found in spoken),
        content_stems(prompt, lexicon),
        _values(question.options, notation_of(question.language)),
        tuple(tuple(form(text) for text in question.options) for form in FORMS),
        lexicon,
    )


def _fact_of(question: Question) -> str:
    """The fact that a question is about; where each option has its own, that of the key."""
    if len(question.facts) == len(question.options) and isinstance(question.answer, int):
        return question.facts[question.answer]
    return question.facts[0]


def _values(options: tuple[str, ...], notation: Notation) -> tuple[float, ...]:
    days = [read_day(text) for text in options]
    found = [float(day.place) for day in days if day is not None]
    if len(found) < len(options):
        numbers = [leading_number(text, notation) for text in options]
        found = [value for value in numbers if value is not None]
    return tuple(found) if len(found) == len(options) else ()


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _has_hyphen(text: str) -> bool:
    return "-" in text


def _is_ing(text: str) -> bool:
    return text.split(" ", 1)[0].casefold().endswith("ing")


def _is_single(text: str) -> bool:
    return " " not in text


FORMS: tuple[Callable[[str], str | bool], ...] = (
    is_name,
    _has_digit,
    _has_hyphen,
    is_plural,
    _is_ing,
    _is_single,
    article,
)
"""What one sees of an option without understanding it."""
