"""A draft's words as its author writes them: questions, answers, sentence and reason.

An answer stands in the sentence, in braces. It can be written there, or in a field of its own: what
is written in one of the two stands in the other at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from game.packs.sentence import DEFAULT_NAME, BadSentence, Marked, cut
from game.ui.scene import Catalogue

Keys = tuple[str | int, ...]
Part = Literal["ask", "answer", "fact", "why"]
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_LIKE_A_NAME = re.compile(r"\s*[^\W\d][\w-]*\s*:(\s|$)")


class Wording(Protocol):
    """A text in the file: the keys that lead to it, "" where the draft has none yet."""

    @property
    def keys(self) -> Keys: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what it is, of which answer (`name`, "" for the only one), and what is in it.

    `keys` lead to it in the file; an answer has none of its own. `number` counts the wordings of a
    question where it has several, from 1.
    """

    part: Part
    name: str
    number: int
    keys: Keys
    text: str


def lines_of(worded: Sequence[Wording]) -> tuple[Line, ...]:
    """The fields of a draft: each question with its answer, then the sentence and the reason."""
    sentence = next((one.text for one in worded if one.keys == ("fact",)), "")
    answers = _answers(sentence) or ()
    asks = [one for one in worded if one.keys[0] == "ask"]
    named = len(answers) > 1
    found: list[Line] = []
    for answer in answers:
        own = [one for one in asks if len(answers) == 1 or answer.name in one.keys[1:2]]
        name = answer.name if named else ""
        for at, one in enumerate(own, start=1):
            number = at if len(own) > 1 else 0
            found.append(Line("ask", name, number, one.keys, one.text))
        found.append(Line("answer", name, 0, (), answer.text))
    known = {line.keys for line in found}
    found += [Line("ask", "", 0, one.keys, one.text) for one in asks if one.keys not in known]
    for part in ("fact", "why"):
        found += [Line(part, "", 0, one.keys, one.text) for one in worded if one.keys == (part,)]
    return tuple(found)


def label(line: Line, catalogue: Catalogue) -> str:
    """What a field is called."""
    _ = catalogue.gettext
    names: dict[Part, str] = {
        "ask": _("Question"),
        "answer": _("The answer"),
        "fact": _("Sentence, the answer in braces"),
        "why": _("Why, or what it means"),
    }
    said = f"{names[line.part]} {line.number}" if line.number else names[line.part]
    return f"{said} ({line.name})" if line.name else said


def rewritten(lines: Sequence[Line], at: int, text: str) -> tuple[Line, ...]:
    """The fields once one of them says something else."""
    made = list(lines)
    made[at] = replace(made[at], text=text)
    fact = next((n for n, line in enumerate(made) if line.part == "fact"), None)
    if fact is None:
        return tuple(made)
    if made[at].part == "answer":
        made[fact] = replace(made[fact], text=_with_answer(made, fact, at))
    elif made[at].part == "fact" and (answers := _answers(text)) is not None:
        own = [n for n, line in enumerate(made) if line.part == "answer"]
        for n, answer in _pairs([made[n].name for n in own], answers):
            made[own[n]] = replace(made[own[n]], text=answer.text)
    return tuple(made)


def _pairs(names: Sequence[str], answers: Sequence[Marked]) -> Iterator[tuple[int, Marked]]:
    by_name = {answer.name: answer for answer in answers}
    for at, name in enumerate(names):
        answer = by_name.get(name) or (answers[at] if at < len(answers) and not name else None)
        if answer is not None:
            yield at, answer


def _answers(sentence: str) -> tuple[Marked, ...] | None:
    """The answers that are marked in a sentence, None while its braces make no sense."""
    try:
        return cut(sentence).answers
    except BadSentence:
        return None


def _with_answer(lines: Sequence[Line], fact: int, at: int) -> str:
    """The sentence with the words of an answer's field in its braces."""
    sentence, line = lines[fact].text, lines[at]
    answers = _answers(sentence)
    if answers is None:
        return sentence
    own = [one.name for one in lines if one.part == "answer"]
    found = (n for n, one in enumerate(answers) if line.name in ("", one.name))
    place = next(found, None) if len(own) >= 1 else None
    if place is None:
        return sentence
    seen = -1

    def put(match: re.Match[str]) -> str:
        nonlocal seen
        if match[1] is None:
            return match[0]
        seen += 1
        return f"{{{_marked(match[1], line.text)}}}" if seen == place else match[0]

    return _BRACES.sub(put, sentence)


def _marked(inside: str, words: str) -> str:
    """What stands between braces, with other words for the form that players see."""
    words = words.replace("{", "").replace("}", "")
    name = ""
    if found := _LIKE_A_NAME.match(inside):
        name = f"{inside[: found.end()].strip()} "
    form, equals, _shown = inside.partition(" = ")
    if not name and _LIKE_A_NAME.match(words):
        name = f"{DEFAULT_NAME}: "
    return f"{form} = {words}" if equals else f"{name}{words}"
