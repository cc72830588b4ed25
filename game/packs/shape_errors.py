"""pydantic's errors as problems: in the author's file, in the author's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.packs import shapes
from game.packs.findings import Findings, nearest
from game.reading.values import Items, Table, Text, Value

_KINDS: dict[str, type] = {
    "<text>": Text,
    "<list>": Items,
    "<mapping>": Table,
    "<one>": Table,
    "<named>": Table,
}
_WORDS = {
    "<text>": "text",
    "<list>": "a list",
    "<mapping>": "a mapping",
    "<one>": "a mapping",
    "<named>": "a mapping",
}
_INNER: dict[str, type[shapes.Shape]] = {
    "answers": shapes.AnswerShape,
    "picture": shapes.PictureShape,
    "sources": shapes.SourceShape,
    "sets": shapes.SetShape,
}
_FOLD = "a text that begins with { or [ goes on the next line, after >-"

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
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True, include_input=False)
    else:
        return set()
    name = name or path_of
    mismatched: dict[Loc, list[str]] = {}
    judged: set[Loc] = set()
    for one in errors:
        loc, wrong_kind = _follow(value, one["loc"], judged)
        if wrong_kind:
            kinds = mismatched.setdefault(loc, [])
            if _WORDS[wrong_kind] not in kinds:
                kinds.append(_WORDS[wrong_kind])
        else:
            _explain(dict(one), loc, value, file, findings, top, name)
    for loc, kinds in mismatched.items():
        if loc not in judged:
            _wrong_kind(_at(value, loc), " or ".join(kinds), loc, file, findings, name)
    return {one["loc"][0] for one in errors if one["loc"]}


def path_of(loc: Loc) -> str:
    """`sources.tass.kind`, `facts[3]`: the way to a place."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def _follow(value: Any, loc: Loc, judged: set[Loc]) -> tuple[Loc, str]:
    """The way without pydantic's choices; and the choice that is not the author's, if one is."""
    way: Loc = ()
    for part in loc:
        if isinstance(part, str) and part in _KINDS:
            fits = isinstance(value, _KINDS[part])
            if fits and part in ("<one>", "<named>"):
                named = bool(value) and all(isinstance(v, Table) for v in value.values())
                fits = named == (part == "<named>")
                if not fits:
                    judged.add(way)
            if not fits:
                return way, part
            judged.add(way)
            continue
        way = (*way, part)
        value = _step(value, part)
    return way, ""


def _step(value: Any, part: int | str) -> Any:
    if isinstance(value, Table) and isinstance(part, str) and part in value:
        return value[part]
    if isinstance(value, Items) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = _step(value, part)
    return value


def _explain(
    error: dict[str, Any],
    loc: Loc,
    value: Any,
    file: str,
    findings: Findings,
    top: type[shapes.Shape],
    name: Name,
) -> None:
    kind = error["type"]
    context = error.get("ctx", {})
    key = str(loc[-1]) if loc else ""
    here = _at(value, loc)
    parent = _at(value, loc[:-1])
    if kind == "extra_forbidden":
        shape = next((_INNER[str(p)] for p in loc[:-1] if str(p) in _INNER), top)
        known = [field.alias or field_name for field_name, field in shape.model_fields.items()]
        findings.add(
            file,
            parent.key(key),
            name(loc[:-1]),
            "unknown-key",
            f"unknown key '{key}'{nearest(key, known)}",
            "" if nearest(key, known) else f"known here are {', '.join(known)}",
        )
    elif kind == "missing":
        findings.add(file, parent, name(loc[:-1]), "missing-key", f"'{key}' is missing")
    elif kind == "literal_error":
        allowed = [
            word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")
        ]
        if not isinstance(here, Text):
            _wrong_kind(here, "text", loc, file, findings, name)
            return
        findings.add(
            file,
            here,
            name(loc[:-1]),
            "unknown-word",
            f"'{key}' cannot be '{here}'{nearest(here, allowed)}",
            f"it can be {', '.join(allowed)}",
        )
    elif kind == "string_too_short":
        findings.add(file, here, name(loc), "empty", "this text is empty")
    elif kind == "string_too_long":
        findings.add(
            file,
            here,
            name(loc),
            "too-long",
            f"this text has {len(here):,} characters; {context['max_length']:,} are the most",
        )
    elif kind in ("too_short", "too_long"):
        findings.add(file, here, name(loc), "empty", "there must be at least one entry here")
    elif kind == "string_type":
        _wrong_kind(here, "text", loc, file, findings, name)
    elif kind == "list_type":
        _wrong_kind(here, "a list", loc, file, findings, name)
    else:
        _wrong_kind(here, "a mapping", loc, file, findings, name)


def _wrong_kind(
    here: Any, wanted: str, loc: Loc, file: str, findings: Findings, name: Name
) -> None:
    found = (
        "text" if isinstance(here, Text) else "a list" if isinstance(here, Items) else "a mapping"
    )
    key = next((part for part in reversed(loc) if isinstance(part, str)), "this")
    subject = f"'{key}'" if loc and isinstance(loc[-1], str) else f"an entry of '{key}'"
    if not loc:
        subject = "the file"
    hint = (
        _FOLD if "text" in wanted else "each entry begins with '- '" if wanted == "a list" else ""
    )
    findings.add(
        file,
        here,
        name(loc[:-1]),
        "wrong-type",
        f"{subject} must be {wanted}, and is {found}",
        hint,
    )
