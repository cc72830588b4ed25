"""A fact's sentence, cut at the answers that are marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.phrase import phrase

DEFAULT_NAME = "answer"

_ANSWER = re.compile(r"\{([^{}]*)\}")
_TOKEN = re.compile(r"\{\{|\}\}|\{|\}")
_NAMED = re.compile(r"([^\W\d][\w-]*)\s*:(?:\s+(.*)|$)", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer as it is marked: its name, the form in the sentence and the form shown."""

    name: str
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence cut at its answers; a `str` is plain text, an `int` an answer's index."""

    text: str
    parts: tuple[str | int, ...]
    answers: tuple[Marked, ...]


class BadSentence(ValueError):
    """Braces that make no sense; says so in plain words. `code` is for programs."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def unpaired(brace: str) -> BadSentence:
    """What is wrong with a `{` or a `}` that has no partner."""
    message = phrase("a brace is closed that was not opened")
    hint = phrase(
        "an answer stands in braces like {answer}; for a literal brace write {brace}",
        answer="{1957}",
        brace=2 * brace,
    )
    if brace == "{":
        message = phrase("a brace is not closed")
        hint = phrase(
            "close it behind the answer, as in {answer}; for a literal brace write {brace}",
            answer="{1957}",
            brace=2 * brace,
        )
    return BadSentence("brace", message, hint)


def cut(sentence: str) -> Sentence:
    """Cut a sentence at `{answer}`, `{name: answer}` and `{name: form = shown}`.

    Raises BadSentence for braces that are unclosed, empty or inside each other, and for names that
    lack, are twice there, or have other letters than a to z.
    """
    pieces = _ANSWER.split(sentence)
    plain = "".join(pieces[::2])
    if "{" in plain or "}" in plain:
        return _cut_slowly(sentence)
    return _sentence(
        [n // 2 if n % 2 else piece for n, piece in enumerate(pieces) if n % 2 or piece],
        [_marked(piece) for piece in pieces[1::2]],
    )


def _cut_slowly(sentence: str) -> Sentence:
    """Cut a sentence with literal braces, or with braces that make no sense."""
    parts: list[str | int] = []
    answers: list[Marked] = []
    plain: list[str] = []
    position = 0
    while token := _TOKEN.search(sentence, position):
        plain.append(sentence[position : token.start()])
        position = token.end()
        if token[0] != "{":
            if token[0] == "}":
                raise unpaired("}")
            plain.append(token[0][0])
            continue
        end = sentence.find("}", position)
        if end < 0:
            raise unpaired("{")
        inside = sentence[position:end]
        if "{" in inside:
            message = phrase("there is a brace inside a brace")
            raise BadSentence("brace", message, phrase("mark each answer apart"))
        position = end + 1
        if text := "".join(plain):
            parts.append(text)
        plain = []
        parts.append(len(answers))
        answers.append(_marked(inside))
    plain.append(sentence[position:])
    if text := "".join(plain):
        parts.append(text)
    return _sentence(parts, answers)


def _sentence(parts: list[str | int], answers: list[Marked]) -> Sentence:
    if len(answers) > 1:
        _judge_names(answers)
    text = "".join([answers[part].form if isinstance(part, int) else part for part in parts])
    return Sentence(text, tuple(parts), tuple(answers))


def _marked(inside: str) -> Marked:
    name = ""
    if ":" in inside and (match := _NAMED.fullmatch(inside.strip())):
        name, inside = match[1], match[2] or ""
        if _NAME.fullmatch(name) is None:
            raise BadSentence(
                "answer-name",
                phrase("'{name}' cannot name an answer", name=name),
                phrase(
                    "a name has small letters a to z, digits and hyphens; "
                    "an answer with a colon in it needs a name: {{title: Apollo: The Film}}"
                ),
            )
    form, equals, shown = inside.partition(" = ")
    form, shown = form.strip(), shown.strip()
    if not form or (equals and not shown):
        message = phrase("there is nothing between these braces")
        raise BadSentence("brace", message, phrase("write the answer there"))
    return Marked(name, form, shown or form)


def _judge_names(answers: list[Marked]) -> None:
    seen: set[str] = set()
    for answer in answers:
        if not answer.name:
            raise BadSentence(
                "answer-name",
                phrase(
                    "of several answers each needs a name, and '{form}' has none", form=answer.form
                ),
                phrase("write {{when: {form}}}, or another name that fits", form=answer.form),
            )
        if answer.name in seen:
            message = phrase("two answers have the name '{name}'", name=answer.name)
            raise BadSentence("answer-name", message)
        seen.add(answer.name)
