"""Open Trivia DB's JSON, as its API gives it and as dumps of it are kept."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Iterable
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

from game.phrase import phrase
from game.workshop.formats.decoding import decoded
from game.workshop.formats.difficulty import meant
from game.workshop.formats.item import (
    Collected,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
    numbered,
)

BASE64 = ("bXVsdGlwbGU=", "Ym9vbGVhbg==")
"""The types multiple and boolean, as they are when the texts are in base64."""

ONE_RIGHT = phrase("Open Trivia DB holds only one right option of several")
NO_FEEDBACK = phrase("Open Trivia DB has no place for feedback")
LICENCE = "CC BY-SA 4.0"
"""Of all that the site gives out; a pack made of it must have the same one."""


def read(data: bytes, file: str) -> Reading:
    """Every question of a file from Open Trivia DB: `{"results": [...]}` or the list alone."""
    into = Collected(file, licence=LICENCE)
    text, _ = decoded(data)
    try:
        document = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        into.skip(into.at(error.lineno), phrase("it is not JSON: {error}", error=error.msg))
        return into.reading()
    except RecursionError:
        into.skip(file, phrase("it is nested too deep to be questions"))
        return into.reading()
    results = document.get("results") if isinstance(document, dict) else document
    if not isinstance(results, list):
        into.skip(file, phrase('it has no list of questions under "results"'))
        return into.reading()
    plain = _plain_of(results)
    for number, entry in enumerate(results, 1):
        place = numbered(file, number)
        try:
            into.keep(_question(entry, place, plain))
        except NotAQuestion as error:
            into.skip(place, str(error))
    return into.reading()


def _plain_of(results: list[Any]) -> Callable[[str], str]:
    """How the texts were encoded, which whoever asked the API chose for all of them at once."""
    entries = [entry for entry in results if isinstance(entry, dict)]
    if entries and all(entry.get("type") in BASE64 for entry in entries):
        return lambda text: b64decode(text + "===").decode("utf-8", "replace")
    asked = [str(entry.get("question", "")) for entry in entries]
    if any("%20" in text for text in asked) and not any(" " in text for text in asked):
        return unquote
    return unescape


def _question(entry: Any, place: str, plain: Callable[[str], str]) -> Item:
    if not isinstance(entry, dict):
        raise NotAQuestion(phrase("it is no question with its answers"))
    try:
        entry = {name: _decoded(value, plain) for name, value in entry.items()}
    except ValueError:
        raise NotAQuestion(phrase("its texts are not in base64 as its type is")) from None
    prompt = _text(entry.get("question"), "question")
    right = _text(entry.get("correct_answer"), "correct_answer")
    wrong = entry.get("incorrect_answers")
    if not isinstance(wrong, list) or not wrong:
        raise NotAQuestion(phrase("it has no list of incorrect_answers"))
    others = [_text(each, "incorrect_answers") for each in wrong]
    if right in others:
        raise NotAQuestion(phrase("{answer!r} is both right and wrong", answer=right))
    category = _optional(entry.get("category"))
    difficulty = _optional(entry.get("difficulty"))
    if entry.get("type") == "boolean" or {right, *others} == {"True", "False"}:
        if {right, *others} != {"True", "False"}:
            raise NotAQuestion(
                phrase("it is of type boolean, and its answers are not True and False")
            )
        options = tuple(Option(word, float(word == right)) for word in ("True", "False"))
        return Item(
            place, "true-false", prompt, options=options, category=category, difficulty=difficulty
        )
    options = (Option(right, 1.0), *map(Option, others))
    return Item(place, "choice", prompt, options=options, category=category, difficulty=difficulty)


def _decoded(value: Any, plain: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return [_decoded(each, plain) for each in value]
    return plain(value) if isinstance(value, str) else value


def _text(value: Any, name: str) -> str:
    shown = _optional(value)
    if not shown:
        raise NotAQuestion(phrase("it has no text under {name}", name=name))
    return shown


def _optional(value: Any) -> str:
    """A text on one line, "" where there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def write(items: Iterable[Item]) -> tuple[str, tuple[Said, ...]]:
    """The questions as Open Trivia DB would give them, and what it cannot hold."""
    results: list[dict[str, object]] = []
    lost: list[Said] = []
    for item in items:
        if item.form not in ("choice", "true-false") or len(item.right) != 1:
            lost.append(Said(item.place, ONE_RIGHT, is_left_out=True))
            continue
        if item.feedback or any(option.feedback for option in item.options):
            lost.append(Said(item.place, NO_FEEDBACK))
        results.append(
            {
                "type": "boolean" if item.form == "true-false" else "multiple",
                "difficulty": meant(item.difficulty) or "medium",
                "category": _escaped(item.category),
                "question": _escaped(item.prompt),
                "correct_answer": _escaped(item.right[0].text),
                "incorrect_answers": [
                    _escaped(option.text) for option in item.options if option.share < 1
                ],
            }
        )
    document = {"response_code": 0, "results": results}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n", tuple(lost)


def _escaped(text: str) -> str:
    return escape(" ".join(text.split()))
