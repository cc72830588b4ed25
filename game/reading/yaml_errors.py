"""What a YAML parser says, in words for somebody who has never heard of YAML."""

from __future__ import annotations

import re

import yaml

from game.reading.values import Mistake

_FOLD = "put the text on the next line, after >-"
_ENTRY = re.compile(r"^[ ]*(?:- +)*(?:(?P<key>[^\s:#][^:#]*): +)?(?P<text>\S.*)$")


def explain(error: yaml.YAMLError, lines: tuple[str, ...]) -> Mistake:
    """The mistake behind a parser's error, placed where the author must look."""
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if mark is not None and line >= len(lines):
        line = len(lines) - 1
        column = len(lines[line])

    if "scanning a quoted scalar" in context and context_mark:
        return Mistake(
            context_mark.line + 1,
            context_mark.column + 1,
            "unclosed-quote",
            "this quote is not closed, or a \\ stands in it that YAML does not know",
            f"if the quote belongs to the text, {_FOLD}",
        )
    opening = _opening(lines, line, context_mark.line if context_mark else line)
    if opening is not None:
        return opening
    if "mapping values are not allowed" in problem:
        return Mistake(
            line + 1,
            column + 1,
            "colon",
            "a text with a colon and a space in it confuses YAML",
            _FOLD,
        )
    if "block scalar" in context:
        return Mistake(
            line + 1,
            column + 1,
            "after-fold",
            "nothing may stand behind > or | on its line",
            "write the text on the next line, indented; or put it in quotes",
        )
    if "cannot start any token" in problem:
        sign = lines[line][column : column + 1]
        return Mistake(
            line + 1,
            column + 1,
            "bad-start",
            f"a text cannot begin with {sign or 'this'}",
            "put the text in quotes",
        )
    if "could not find expected ':'" in problem:
        where = context_mark or mark
        return Mistake(
            where.line + 1 if where else line + 1,
            where.column + 1 if where else column + 1,
            "no-colon",
            "here a key and a colon are expected",
            "a text that goes on in the next line must be indented further than its key",
        )
    if "flow" in context and context_mark:
        return Mistake(
            context_mark.line + 1,
            context_mark.column + 1,
            "unclosed-bracket",
            "this bracket or brace is not closed, or a comma is missing in it",
            f"if it belongs to the text, {_FOLD}",
        )
    if "anchor" in context or "alias" in context or "tag" in context:
        return Mistake(
            line + 1,
            column + 1,
            "bad-start",
            "a text cannot begin with &, * or !",
            "put the text in quotes",
        )
    if "block collection" in context or "block mapping" in context or "sequence" in problem:
        return Mistake(
            line + 1,
            column + 1,
            "indentation",
            "this line does not line up with the lines above it",
            "keys of one fact begin in the same column; a list's entries begin with '- '",
        )
    return Mistake(
        line + 1,
        column + 1,
        "syntax",
        "YAML cannot read on here",
        f"compare the line with one that works; if it is a text, {_FOLD}",
    )


def _opening(lines: tuple[str, ...], line: int, first: int) -> Mistake | None:
    """The mistake of a text whose first sign means something to YAML, if that is what it is."""
    for number in range(line, max(first, line - 3) - 1, -1):
        match = _ENTRY.match(lines[number])
        if match is None:
            continue
        text = match["text"]
        closing = {"{": "}", "[": "]", '"': '"', "'": "'"}.get(text[0])
        if closing is None:
            continue
        end = text.find(closing, 1)
        if end > 0 and text[end + 1 :].strip(" ,"):
            return Mistake(
                number + 1,
                match.start("text") + 1,
                "opening-sign",
                f"a text that begins with {text[0]} confuses YAML",
                _FOLD,
            )
    return None
