"""The hard words of a question, each with its line from the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.bank.question import Question
from game.bank.text import contains, normalise
from game.packs.model import Pack
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.paged import PagedCardScreen
from game.screens.screen import Shortcuts

_ENDING = 6
"""Letters of the longest ending behind a stem."""

Entry = tuple[str, str]

_SHORT = 4
"""Letters from which on a word may have an ending; a shorter one is mostly an abbreviation."""


def before(question: Question, pack: Pack, *, options: bool) -> tuple[Entry, ...]:
    """The hard words on the screen while the question is open, if they give nothing away.

    `options` tells whether the options show already. A word that is an option or an answer is not
    explained yet, nor one whose line names the key, nor one that only the key has.
    """
    shown = (*question.prompts, *question.options) if options else ()
    keys = _keys(question, pack)
    others = [normalise(text) for text in question.options]
    found = []
    for word, line in _standing(pack, (question.prompt, *shown)):
        plain = normalise(word)
        an_answer = any(_same(plain, text) for text in (*keys, *others))
        told = any(_names(line, key) for key in keys)
        asked = bool(tuple(_standing(pack, (question.prompt,), word)))
        if not an_answer and not told and (asked or not any(contains(k, plain) for k in keys)):
            found.append((word, line))
    return tuple(found)


def after(question: Question, pack: Pack) -> tuple[Entry, ...]:
    """All hard words of a question that was answered, those of its explanation among them."""
    texts = (*question.prompts, *question.options, *question.feedback)
    text = (question.prompt, *texts, question.explanation, question.why)
    return tuple(_standing(pack, text))


def _standing(pack: Pack, texts: Sequence[str], only: str = "") -> Iterator[Entry]:
    """The entries whose word stands in the texts; not where it is but a part of a longer entry."""
    text = "\n".join(texts)
    there = set()
    stems = dict(pack.stems)
    for word, _line in sorted(pack.glossary, key=lambda entry: -len(entry[0])):
        short = len(word) < _SHORT
        pattern = rf"\b{_bent(stems.get(word, word), short)}\b"
        text, count = re.subn(pattern, "\n", text, flags=0 if short else re.IGNORECASE)
        if count:
            there.add(word)
    yield from (entry for entry in pack.glossary if entry[0] in there and only in ("", entry[0]))


def _bent(word: str, short: bool) -> str:
    """A pattern of a word in all its endings: those behind each | of a stem, else three letters."""
    if "|" not in word:
        return re.escape(word) + ("" if short else r"\w{0,3}")
    parts = (part.partition("|") for part in re.split(r"(?<=[\s-])", word))
    return "".join(
        re.escape(stem) + (rf"\w{{0,{_ENDING}}}{_between(end)}" if bar else "")
        for stem, bar, end in parts
    )


def _between(end: str) -> str:
    """The blank or hyphen with which a part of a word ends."""
    return re.escape(end[-1]) if end[-1:] in (" ", "-") else ""


def _keys(question: Question, pack: Pack) -> tuple[str, ...]:
    """All that would tell the answer, normalised; of a statement what the fact really says."""
    if question.kind != "true-false":
        told = {question.key, *question.accepted}
        if isinstance(question.answer, tuple):
            told = set(question.options)
    else:
        name = question.id.partition("#")[2].partition("/")[0]
        facts = [fact for fact in pack.facts if fact.id in question.facts]
        answers = [a for fact in facts for a in fact.answers if a.name == name or not name]
        told = {text for a in answers for text in (a.text, a.form, *a.accepted)}
    return tuple(plain for plain in map(normalise, told) if plain)


def _same(one: str, other: str) -> bool:
    """Whether two normalised texts are one word, an ending apart."""
    long, short = max(one, other, key=len), min(one, other, key=len)
    return long == short or (len(short) >= _SHORT and long.startswith(short) and " " not in long)


def _names(line: str, key: str) -> bool:
    """Whether a line says what the key says: it has every word of it, in some ending."""
    words = [word for word in key.split() if len(word) > 2] or key.split()
    said = normalise(line).split()
    return all(any(_stem(word) == other[: len(_stem(word))] for other in said) for word in words)


def _stem(word: str) -> str:
    return word if word.isdigit() else word[: max(4, len(word) - 2)]


class GlossaryScreen(PagedCardScreen):
    """A card of words over the question; the round stands still under it."""

    name = "glossary"

    def __init__(self, game: Game, words: Sequence[Entry]) -> None:
        super().__init__(game, "")
        self.words = tuple(words)

    @property
    def heading(self) -> str:
        return self.say("Hard words")

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "w": self.close, "g": self.close, "f2": self.close}

    def blocks(self) -> list[Block]:
        blocks = []
        for word, line in self.words:
            blocks += [Block(word, "body_bold", "fuel", before=18), Block(line)]
        return blocks
