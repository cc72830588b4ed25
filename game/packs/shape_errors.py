"""pydantic's errors as problems: in the author's file, in the author's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.packs import shapes, written_shapes
from game.packs.findings import Findings, nearest
from game.phrase import phrase
from game.reading.values import Items, Table, Text, Value

_TEXT, _LIST, _MAPPING = phrase("text"), phrase("a list"), phrase("a mapping")

_KINDS: dict[str, type] = {
    "<text>": Text,
    "<list>": Items,
    "<mapping>": Table,
    "<one>": Table,
    "<named>": Table,
}
_WORDS = {
    "<text>": _TEXT,
    "<list>": _LIST,
    "<mapping>": _MAPPING,
    "<one>": _MAPPING,
    "<named>": _MAPPING,
}
_INNER: dict[str, type[shapes.Shape]] = {
    "answers": shapes.AnswerShape,
    "picture": shapes.PictureShape,
    "sources": shapes.SourceShape,
    "sets": shapes.SetShape,
    "columns": shapes.ColumnShape,
    "feedback": written_shapes.ToldShape,
    "kept": written_shapes.KeptShape,
    "values": written_shapes.ValueShape,
}
_FOLD = phrase("a text that begins with {{ or [ goes after >- on the next line")

_CITE = phrase("write where it stands: the source and its paragraph, as in from: article 3")
_COLON = phrase("each line has a key, a colon and a blank before the text")
_DASH = phrase("each entry begins with '- '")
_WANTED = {"string_type": _TEXT, "literal_error": _TEXT, "list_type": _LIST}
_FOUND: dict[type, str] = {Text: _TEXT, Items: _LIST, Table: _MAPPING}

_PIECE = 1_000

Loc = tuple[int | str, ...]
Name = Callable[[Loc], str]


def judge(
    adapter: TypeAdapter[Any],
    value: Value,
    file: str,
    findings: Findings,
    top: type[shapes.Shape],
    name: Name | None = None,
) -> set[int | str]:
    """Hold a value against its shape; gives the top entries (indices or keys) that do not fit.

    `name` says what a place is called for people, given the way to it.
    """
    judgement = _Judgement(value, file, findings, top, name or path_of)
    broken: set[int | str] = set()
    for start, piece in _pieces(value):
        try:
            adapter.validate_python(piece)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
            if start:
                for one in errors:
                    one["loc"] = (int(one["loc"][0]) + start, *one["loc"][1:])
            judgement.explain(errors)
            broken |= {one["loc"][0] for one in errors if one["loc"]}
    return broken


def _pieces(value: Value) -> Iterator[tuple[int, Any]]:
    """A long list bit by bit, each with where it starts: pydantic finds all errors of one at once,
    and a list of the wrong sort has a hundred thousand."""
    if not isinstance(value, Items) or len(value) <= _PIECE:
        yield 0, value
        return
    for start in range(0, len(value), _PIECE):
        yield start, value[start : start + _PIECE]


def path_of(loc: Loc) -> str:
    """`sources.tass.kind`, `facts[3]`: the way to a place."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


class _Judgement:
    """What is wrong with one value."""

    def __init__(
        self, value: Value, file: str, findings: Findings, top: type[shapes.Shape], name: Name
    ) -> None:
        self._value = value
        self._file = file
        self._findings = findings
        self._top = top
        self._name = name

    def explain(self, errors: Iterable[Mapping[str, Any]]) -> None:
        """Note every error once, in the words of the choice that the author made."""
        mismatched: dict[Loc, list[str]] = {}
        judged: set[Loc] = set()
        for error in errors:
            loc, wrong_kind = self._follow(error["loc"], judged)
            if not wrong_kind:
                self._explain(error["type"], error.get("ctx", {}), loc)
            elif _WORDS[wrong_kind] not in (kinds := mismatched.setdefault(loc, [])):
                kinds.append(_WORDS[wrong_kind])
        for loc, kinds in mismatched.items():
            if loc not in judged:
                self._wrong_kind(reduce(_either, kinds), loc)

    def _follow(self, loc: Loc, judged: set[Loc]) -> tuple[Loc, str]:
        """The way without pydantic's choices; and the choice that is not the author's, if any."""
        value: Any = self._value
        way: Loc = ()
        for part in loc:
            if part == "[key]":
                continue
            if not isinstance(part, str) or part not in _KINDS:
                way = (*way, part)
                value = _step(value, part)
            elif not isinstance(value, _KINDS[part]):
                return way, part
            else:
                judged.add(way)
                if part in ("<one>", "<named>") and _is_named(value) != (part == "<named>"):
                    return way, part
        return way, ""

    def _at(self, loc: Loc) -> Any:
        value: Any = self._value
        for part in loc:
            value = _step(value, part)
        return value

    def _add(self, where: Any, loc: Loc, code: str, message: str, hint: str = "") -> None:
        self._findings.add(
            self._file,
            self._value if where is None else where,
            self._name(loc),
            code,
            message,
            hint,
        )

    def _explain(self, kind: str, context: Mapping[str, Any], loc: Loc) -> None:
        key = str(loc[-1]) if loc else ""
        here = self._at(loc)
        if kind == "extra_forbidden":
            shape = next((_INNER[str(p)] for p in loc[:-1] if str(p) in _INNER), self._top)
            known = [field.alias or name for name, field in shape.model_fields.items()]
            close = nearest(key, known)
            hint = "" if close else phrase("known here are {keys}", keys=", ".join(known))
            where = self._at(loc[:-1]).key(key)
            message = phrase("unknown key '{key}'{close}", key=key, close=close)
            self._add(where, loc[:-1], "unknown-key", message, hint)
        elif kind == "missing":
            message = phrase("'{key}' is missing", key=key)
            hint = _CITE if key == "from" and self._top is shapes.FactShape else ""
            self._add(self._at(loc[:-1]), loc[:-1], "missing-key", message, hint)
        elif kind == "literal_error" and isinstance(here, Text):
            allowed = [word.strip("'") for word in re.split(", | or ", context["expected"])]
            message = phrase(
                "'{key}' cannot be '{word}'{close}",
                key=key,
                word=here,
                close=nearest(here, allowed),
            )
            hint = phrase("it can be {words}", words=", ".join(allowed))
            self._add(here, loc[:-1], "unknown-word", message, hint)
        elif kind == "string_too_short":
            self._nothing(loc)
        elif kind == "string_too_long":
            message = phrase(
                "this text has {characters:,} characters; {most:,} are the most",
                characters=len(here),
                most=context["max_length"],
            )
            self._add(here, loc, "too-long", message)
        elif kind == "too_short":
            self._add(here, loc, "empty", phrase("there must be at least one entry here"))
        else:
            self._wrong_kind(_WANTED.get(kind, _MAPPING), loc)

    def _nothing(self, loc: Loc) -> None:
        key = loc[-1] if loc else ""
        if isinstance(key, str):
            parent = self._at(loc[:-1])
            where = parent.key(key) if isinstance(parent, Table) and key in parent else parent
            message = phrase("nothing stands after '{key}:'", key=key)
            self._add(where, loc[:-1], "empty", message, phrase("write it, or delete the line"))
        else:
            self._add(self._at(loc), loc, "empty", phrase("this entry of a list is empty"))

    def _wrong_kind(self, wanted: str, loc: Loc) -> None:
        here = self._at(loc)
        if here == "":
            self._nothing(loc)
            return
        found = next(words for kind, words in _FOUND.items() if isinstance(here, kind))
        keys = [part for part in loc if isinstance(part, str)]
        where = loc[:-1]
        if not loc:
            message = phrase(
                "the file must be {wanted}, and is {found}", wanted=wanted, found=found
            )
        elif not keys:
            where = loc
            message = phrase(
                "this entry must be {wanted}, and is {found}", wanted=wanted, found=found
            )
        elif loc[-1] == keys[-1]:
            message = phrase(
                "'{key}' must be {wanted}, and is {found}",
                key=keys[-1],
                wanted=wanted,
                found=found,
            )
        else:
            message = phrase(
                "an entry of '{key}' must be {wanted}, and is {found}",
                key=keys[-1],
                wanted=wanted,
                found=found,
            )
        hint = _FOLD if "text" in wanted else _DASH if wanted == "a list" else ""
        if wanted == "a mapping":
            hint = _COLON
        self._add(here, where, "wrong-type", message, hint)


def _either(one: str, other: str) -> str:
    return phrase("{one} or {other}", one=one, other=other)


def _step(value: Any, part: int | str) -> Any:
    if isinstance(value, Table) and isinstance(part, str) and part in value:
        return value[part]
    if isinstance(value, Items) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _is_named(table: Any) -> bool:
    """Whether a mapping is one of answers by name, rather than what is said of one answer."""
    return bool(table) and all(isinstance(value, Table) for value in table.values())
