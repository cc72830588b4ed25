"""What a flaw is, and what a criterion looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from game.bank.flaws.lexicon import EMPTY, NO_PHRASES, Lexicon, Phrases
from game.bank.flaws.lineup import FEWEST, LineUp, are_numbers, line_up, tells
from game.bank.flaws.words import Words, asking_part, lists_met, sentences, words
from game.bank.known import Known
from game.bank.question import Question
from game.bank.text import normalise
from game.packs.model import Answer
from game.packs.notation import Notation, notation_of

Needs = Literal["nothing", "words", "english"]
"""What a criterion needs of a language: nothing, a lexicon, or English grammar."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of one question: what is wrong here (`message`), and what to change (`advice`)."""

    code: str
    name: str
    source: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the criteria know of the pack around a question; the default knows nothing.

    `explained` are short forms that the pack explains or that name its sources; `officials` are
    names, as words, of people who speak for an office of today.
    """

    lexicon: Lexicon = EMPTY
    known: Known | None = None
    explained: frozenset[str] = frozenset()
    default_sets: frozenset[str] = frozenset()
    claim_sets: frozenset[str] = frozenset()
    officials: Phrases = NO_PHRASES


@dataclass(frozen=True, slots=True)
class Item:
    """A question taken apart once, for all criteria.

    `texts`, the options, are empty for true-false: its two words are not the author's. `lists` are
    the lexicon's of which the prompt or an option has a word. `key_at` is -1 where no option is the
    key; then, where there are two options only, and where nothing stands out in words, there is no
    `lineup`.
    """

    question: Question
    setting: Setting
    answer: Answer | None
    texts: tuple[str, ...]
    lists: frozenset[str]
    key_at: int
    lineup: LineUp | None

    @property
    def lexicon(self) -> Lexicon:
        return self.setting.lexicon

    @property
    def prompt(self) -> Words:
        return words(self.question.prompt)

    @property
    def asking(self) -> Words:
        """The words of the sentence that asks."""
        return words(asking_part(self.question.prompt))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Those of the prompt."""
        return sentences(self.question.prompt)

    @property
    def options(self) -> tuple[Words, ...]:
        return tuple(map(words, self.texts))

    @property
    def notation(self) -> Notation:
        """How the language writes numbers."""
        return notation_of(self.question.language)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The options that are not the key."""
        return tuple(text for at, text in enumerate(self.texts) if at != self.key_at)

    @property
    def key(self) -> str:
        return self.texts[self.key_at] if self.key_at >= 0 else self.question.key


def take_apart(question: Question, setting: Setting, answer: Answer | None = None) -> Item:
    """The item of a question; `answer` is the pack's, where the question was made from one."""
    texts = () if question.kind == "true-false" else question.options
    key_at = question.answer if texts and isinstance(question.answer, int) else -1
    lexicon = setting.lexicon
    return Item(
        question,
        setting,
        answer,
        texts,
        frozenset().union(*[lists_met(text, lexicon) for text in (question.prompt, *texts)]),
        key_at,
        _lineup_that_tells(question.prompt, texts, key_at, lexicon, answer),
    )


def _lineup_that_tells(
    prompt: str, texts: tuple[str, ...], key_at: int, lexicon: Lexicon, answer: Answer | None
) -> LineUp | None:
    """The options in a row, unless nothing tells the key, as was known when they were drawn."""
    if key_at < 0 or len(texts) < FEWEST:
        return None
    if not are_numbers(texts) and not tells(prompt, texts, key_at, lexicon):
        return None
    is_event = answer is not None and normalise(answer.event) == normalise(texts[key_at])
    return line_up(prompt, texts, key_at, lexicon, is_event)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes a flaw, who says so, and what an author should change.

    `find` says what is wrong with one question, "" if nothing is. It is asked only where a word
    of one of these `lists` of the lexicon is met, if there are any. `of_draw` tells that it looks
    at more than the prompt, the key and which options there are.
    """

    code: str
    name: str
    source: str
    advice: str
    find: Callable[[Item], str] = field(compare=False)
    needs: Needs = "words"
    lists: tuple[str, ...] = ()
    of_draw: bool = False

    def serves(self, lexicon: Lexicon) -> bool:
        """Whether the criterion can judge the language of that lexicon."""
        if self.needs == "english":
            return lexicon.is_english
        return self.needs == "nothing" or lexicon.language != ""

    def flaw(self, message: str) -> Flaw:
        """The flaw with what was found in one question."""
        return Flaw(self.code, self.name, self.source, message, self.advice)


def of_prompt(find: Callable[[str, Lexicon], str]) -> Callable[[Item], str]:
    """What is wrong with the prompt alone: looked for once in each, not under every seed."""
    found = lru_cache(maxsize=4_096)(find)
    return lambda item: found(item.question.prompt, item.lexicon)


def of_options(find: Callable[[str, Lexicon], str]) -> Callable[[Item], str]:
    """What is wrong with the first option that has such a flaw, whatever stands beside it: looked
    for once in each, as most are options of many questions."""
    found = lru_cache(maxsize=4_096)(find)

    def of(item: Item) -> str:
        for text in item.texts:
            if message := found(text, item.lexicon):
                return message
        return ""

    return of
