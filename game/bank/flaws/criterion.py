"""What a flaw is, and what a criterion looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from game.bank.flaws.lexicon import EMPTY, Lexicon
from game.bank.flaws.lineup import FEWEST, LineUp, line_up
from game.bank.flaws.words import Words, asking_part, sentences, words
from game.bank.known import Known
from game.bank.question import Question
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
    officials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A question taken apart into words once, for all criteria.

    `texts` and `options` are empty for true-false: its two words are not the author's. `asking` are
    the words of the sentence that asks. `key_at` is -1 where no option is the key; then, and where
    there are two options only, there is no `lineup`.
    """

    question: Question
    setting: Setting
    answer: Answer | None
    texts: tuple[str, ...]
    prompt: Words
    asking: Words
    sentences: tuple[str, ...]
    options: tuple[Words, ...]
    key_at: int
    lineup: LineUp | None

    @property
    def lexicon(self) -> Lexicon:
        return self.setting.lexicon

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
    among = key_at >= 0 and len(texts) >= FEWEST
    return Item(
        question,
        setting,
        answer,
        texts,
        words(question.prompt),
        words(asking_part(question.prompt)),
        sentences(question.prompt),
        tuple(map(words, texts)),
        key_at,
        line_up(question.prompt, texts, key_at, setting.lexicon) if among else None,
    )


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes a flaw, who says so, and what an author should change.

    `find` says what is wrong with one question, "" if nothing is.
    """

    code: str
    name: str
    source: str
    advice: str
    find: Callable[[Item], str] = field(compare=False)
    needs: Needs = "words"

    def serves(self, lexicon: Lexicon) -> bool:
        """Whether the criterion can judge the language of that lexicon."""
        if self.needs == "english":
            return lexicon.is_english
        return self.needs == "nothing" or lexicon.language != ""

    def flaw(self, message: str) -> Flaw:
        """The flaw with what was found in one question."""
        return Flaw(self.code, self.name, self.source, message, self.advice)
