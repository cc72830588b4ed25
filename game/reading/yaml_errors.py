"""What a YAML parser says, in words for somebody who has never heard of YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from game.phrase import phrase
from game.reading.values import Mark, Mistake, Spot

FOLD = phrase("put the text after >- on the next line")
QUOTE = phrase('put the whole text in quotes ("..."), or after >- on the next line')

_ENTRY = re.compile(r"[ ]*(?:- +)*(?:[^\s:#][^:#]*: +)?(?P<text>[{\[\"'].*)")
_PRINTED = re.compile(r"[ ]*(?:- +)*[^\s:#][^:#]*: +([“”„«])")
_KEY = re.compile(r"([ ]*(?:- +)*)([a-z][a-z_]*)(?=:(?: |$))")
_SLIP = 3
"""Columns by which a key is too far to the right by mistake, and not as what a text goes on in."""

_MOST_LINES = 60
"""Lines above a mistake in which a quote is looked for that was left open."""

_CLOSING = {"{": "}", "[": "]", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a parser's words mean. `at_context`: look where the thing began, not where it broke."""

    problem: str
    context: str
    code: str
    message: str
    hint: str
    at_context: bool = False


_COLON = _Rule(
    "mapping values are not allowed",
    "",
    "colon",
    phrase("a text with a colon and a space in it confuses YAML"),
    QUOTE,
)
_RULES = (
    _COLON,
    _Rule(
        "",
        "block scalar",
        "after-fold",
        phrase("nothing may stand behind > or | on its line"),
        phrase("write the text on the next line, indented; or put it in quotes"),
    ),
    _Rule(
        "could not find expected ':'",
        "",
        "no-colon",
        phrase("here a key and a colon are expected"),
        phrase("a text that goes on in the next line must be indented further than its key"),
        at_context=True,
    ),
    _Rule(
        "",
        "flow",
        "unclosed-bracket",
        phrase("this bracket or brace is not closed, or a comma is missing in it"),
        phrase("if it belongs to the text, {fold}", fold=FOLD),
        at_context=True,
    ),
    *(
        _Rule(
            "",
            context,
            "bad-start",
            phrase("a text cannot begin with &, * or !"),
            phrase("put the text in quotes"),
        )
        for context in ("anchor", "alias", "tag")
    ),
    *(
        _Rule(
            problem,
            context,
            "indentation",
            phrase("this line does not line up with the lines above it"),
            phrase("keys of one fact begin in the same column; a list's entries begin with '- '"),
        )
        for problem, context in (("", "block collection"), ("", "block mapping"), ("sequence", ""))
    ),
    _Rule(
        "",
        "",
        "syntax",
        phrase("YAML cannot read on here"),
        phrase("compare the line with one that works; if it is a text, {fold}", fold=FOLD),
    ),
)


def explain(error: yaml.YAMLError, lines: tuple[str, ...]) -> Mistake:
    """The mistake behind a parser's error, placed where the author must look."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark: Mark = getattr(error, "problem_mark", None) or Spot(0, 0)
    began: Mark = getattr(error, "context_mark", None) or mark
    if "quoted scalar" in context:
        message = phrase("this quote is not closed, or a \\ stands in it that YAML does not know")
        hint = phrase("if the quote belongs to the text, {fold}", fold=FOLD)
        return _opening(began.line, began.line, lines) or _mistake(
            began, lines, "unclosed-quote", message, hint
        )
    if unclosed := _unclosed(mark.line, lines):
        return unclosed
    if opening := _opening(mark.line, began.line, lines):
        return opening
    if "cannot start any token" in problem:
        sign = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
        message = (
            phrase("a text cannot begin with {sign}", sign=sign)
            if sign
            else phrase("a text cannot begin with this")
        )
        return _mistake(mark, lines, "bad-start", message, phrase("put the text in quotes"))
    if "mapping values are not allowed" in problem and mark.line < len(lines):
        if found := _of_print(mark.line, lines) or _too_far(mark, lines):
            return found
        if '"' in lines[mark.line]:
            return _mistake(mark, lines, _COLON.code, _COLON.message, FOLD)
    rule = next(rule for rule in _RULES if rule.problem in problem and rule.context in context)
    place = began if rule.at_context else mark
    return _mistake(place, lines, rule.code, rule.message, rule.hint)


def _mistake(mark: Mark, lines: tuple[str, ...], code: str, message: str, hint: str) -> Mistake:
    """A mistake at a mark, or at the last sign of the file if the mark is behind its end."""
    line, column = mark.line, mark.column
    if line >= len(lines):
        line = len(lines) - 1
        column = len(lines[line])
    return Mistake(line + 1, column + 1, code, message, hint)


def _of_print(line: int, lines: tuple[str, ...]) -> Mistake | None:
    """The mistake of a text in the quotation marks of print, in which YAML finds a colon."""
    match = _PRINTED.match(lines[line])
    if match is None:
        return None
    message = phrase("to YAML these quotation marks are letters like others: {sign}", sign=match[1])
    hint = phrase('write " in their place, before the text and behind it')
    if match[1] == "«":
        hint = phrase('put " before and behind the whole text')
    return _mistake(Spot(line, match.start(1)), lines, "printed-quote", message, hint)


def _too_far(mark: Mark, lines: tuple[str, ...]) -> Mistake | None:
    """The mistake of a key that stands further to the right than the key above it, so that YAML
    takes it for the second line of that one's text."""
    here = _KEY.match(lines[mark.line])
    if here is None or here.end(2) != mark.column:
        return None
    above = next((line for line in reversed(lines[: mark.line]) if line.strip()), "")
    over = _KEY.match(above)
    if over is None or not 0 < here.start(2) - over.start(2) <= _SLIP:
        return None
    message = phrase("this line begins further to the right than the one above it")
    hint = phrase("begin it in column {column}, as that one", column=over.start(2) + 1)
    return _mistake(Spot(mark.line, here.start(2)), lines, "indentation", message, hint)


def _unclosed(line: int, lines: tuple[str, ...]) -> Mistake | None:
    """The mistake of a quote that nothing closes before another text opens with one."""
    line = min(line, len(lines) - 1)
    other = _ENTRY.fullmatch(lines[line])
    if other is None or other["text"][0] not in "\"'":
        return None
    quote = other["text"][0]
    for number in range(line - 1, max(-1, line - 1 - _MOST_LINES), -1):
        if quote not in lines[number]:
            continue
        match = _ENTRY.fullmatch(lines[number])
        if match is None or match["text"][0] != quote or quote in match["text"][1:]:
            return None
        spot = Spot(number, match.start("text"))
        message = phrase("the quote that opens here is not closed")
        hint = phrase("write {sign} at the end of the text as well", sign=quote)
        return _mistake(spot, lines, "unclosed-quote", message, hint)
    return None


def _opening(line: int, first: int, lines: tuple[str, ...]) -> Mistake | None:
    """The mistake of a text whose first sign means something to YAML, if that is what it is."""
    line = min(line, len(lines) - 1)
    for number in range(line, max(first, line - 3) - 1, -1):
        match = _ENTRY.fullmatch(lines[number])
        if match is None:
            continue
        text = match["text"]
        end = text.find(_CLOSING[text[0]], 1)
        if end > 0 and text[end + 1 :].strip(" ,"):
            spot = Spot(number, match.start("text"))
            message = phrase("a text that begins with {sign} confuses YAML", sign=text[0])
            hint = FOLD if '"' in text else QUOTE
            return _mistake(spot, lines, "opening-sign", message, hint)
    return None
