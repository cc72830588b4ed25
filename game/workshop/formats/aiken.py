"""Aiken: a stem on one line, lettered options, and ANSWER with the letter of the right one.

The rules are those of Moodle's importer: a line of fewer than two characters is passed over, an
option is a capital letter with `)` or `.` and a space, and a question ends with its ANSWER line.
Russian capitals are letters too, and one that looks like a Latin one is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.phrase import phrase
from game.workshop.formats.decoding import decoded
from game.workshop.formats.item import Collected, Item, Option, Reading, Said
from game.workshop.formats.lettered import LETTERS, looks

NO_FEEDBACK = phrase("Aiken has no place for feedback")
_OPTION = re.compile(r"([A-ZА-Я])[).][ \t]\s*(.*)")
_ANSWER = re.compile(r"ANSWER:\s*([A-Za-zА-Яа-я])?\s*$")


def read(data: bytes, file: str) -> Reading:
    """Every question of a file in Aiken; what is no whole question is named."""
    text, read_as = decoded(data)
    into = Collected(file)
    into.told_encoding(read_as)
    question = _Question()
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if len(bare) < 2:
            continue
        question.first = question.first or number
        answer = _ANSWER.match(bare)
        option = _OPTION.match(bare)
        if option and not option[1].isascii() and not question.stem:
            option = None  # a question may begin with initials
        if answer:
            question.close(answer[1] or "", into)
            question = _Question()
        elif option:
            question.letters.append(option[1])
            question.options.append(option[2].strip())
        elif question.options:
            into.skip(into.at(question.first), phrase("no ANSWER line follows its options"))
            question = _Question(number, [bare])
        else:
            question.stem.append(bare)
    if question.stem or question.options:
        into.skip(into.at(question.first), phrase("no ANSWER line follows it before the file ends"))
    return into.reading()


class _Question:
    """The lines of one question so far."""

    def __init__(self, first: int = 0, stem: list[str] | None = None) -> None:
        self.first = first
        self.stem = stem or []
        self.letters: list[str] = []
        self.options: list[str] = []

    def close(self, answer: str, into: Collected) -> None:
        """Take the question up, or say why not."""
        place, answer = into.at(self.first), answer.upper()
        prompt = " ".join(self.stem)
        if not prompt:
            into.skip(place, phrase("it has options and no question before them"))
        elif len(self.options) < 2:
            into.skip(place, phrase("it has fewer than two options such as 'A) Moscow'"))
        elif "" in self.options:
            into.skip(place, phrase("one of its options has no words"))
        elif not answer:
            into.skip(place, phrase("its ANSWER line has no letter"))
        elif looks(answer) not in map(looks, self.letters):
            reason = phrase("ANSWER says {letter}, and no option has that letter", letter=answer)
            into.skip(place, reason)
        else:
            right = [looks(letter) for letter in self.letters].index(looks(answer))
            options = tuple(Option(t, float(at == right)) for at, t in enumerate(self.options))
            into.keep(Item(place, "choice", prompt, options=options))


def write(items: Iterable[Item]) -> tuple[str, tuple[Said, ...]]:
    """The questions as Aiken, and what it cannot hold, each with the reason."""
    parts: list[str] = []
    lost: list[Said] = []
    for item in items:
        reason = _cannot(item)
        if reason:
            lost.append(Said(item.place, reason, is_left_out=True))
            continue
        if item.feedback or any(option.feedback for option in item.options):
            lost.append(Said(item.place, NO_FEEDBACK))
        options = [_line(option.text) for option in item.options]
        right = next(at for at, option in enumerate(item.options) if option.share >= 1)
        lettered = [f"{LETTERS[at]}) {text}" for at, text in enumerate(options)]
        parts.append("\n".join((_line(item.prompt), *lettered, f"ANSWER: {LETTERS[right]}\n")))
    return "\n".join(parts), tuple(lost)


def _line(text: str) -> str:
    return " ".join(text.split())


def _cannot(item: Item) -> str:
    prompt = _line(item.prompt)
    if item.form not in ("choice", "true-false") or len(item.right) != 1:
        return phrase("Aiken holds only questions with one right option")
    if len(item.options) > len(LETTERS):
        return phrase("Aiken has letters for 26 options")
    option = _OPTION.match(prompt)
    if len(prompt) < 2 or (option and option[1].isascii()) or _ANSWER.match(prompt):
        return phrase("Aiken would take its question for something else")
    return ""
