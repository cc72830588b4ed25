"""An entry of a pack with the words of another language in the place of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from game.packs.notation import Notation, notation_of
from game.packs.originals import FACT_TEXTS, ROW_TEXTS
from game.packs.values import as_date, as_type, infer
from game.reading.values import Items, Mark, Table, Text, marked

_FACT_KEPT = ("from", "why_from", "topic", "level", "set", "as_of", "review_by", "was")
_ANSWER_KEPT = ("type", "tolerance", "single", "typed")
_COLUMN_KEPT = ("type", "tolerance", "single", "typed", "from")
_ROW_KEPT = ("from", "topic", "level", "set", "was")
_GROUPED = re.compile(r"(?<![\w-])\d{1,3}(?: \d{3})+(?!\d)")
_OWN_SENTENCES = ("revision",)


def table_at(mark: Mark) -> Table:
    """An empty mapping that stands there."""
    made = Table()
    made.mark = mark
    made.key_marks = []
    return made


def put(table: Table, key: str, value: Any, mark: Mark) -> None:
    """Put a value under a key whose place is `mark`; one that is there is replaced."""
    if key not in table:
        table.key_marks.append(mark)
    table[key] = value


def without_empty(words: Table) -> None:
    """Drop the sections of a file in which everything is still commented out."""
    marks = [mark for key, mark in zip(words, words.key_marks, strict=True) if words[key] != ""]
    for key in [key for key, value in words.items() if value == ""]:
        del words[key]
    words.key_marks = marks


def with_firm_blanks(value: Any) -> Any:
    """A value of which no line ends inside a number: 76 500 has a blank that does not break."""
    if isinstance(value, Text):
        firm = _GROUPED.sub(lambda found: found[0].replace(" ", "\u00a0"), value)
        return value if firm == value else marked(firm, value.mark)
    if isinstance(value, Table):
        for key, below in value.items():
            value[key] = with_firm_blanks(below)
    else:
        value[:] = [with_firm_blanks(below) for below in value]
    return value


def at_mark(value: Any, mark: Mark) -> Any:
    """A value of another file as if it stood there."""
    if isinstance(value, Text):
        return marked(str(value), mark)
    if isinstance(value, Table):
        made = table_at(mark)
        for key, below in value.items():
            put(made, key, at_mark(below, mark), mark)
        return made
    items = Items(at_mark(below, mark) for below in value)
    items.mark = mark
    return items


def merged_fact(raw: Table, words: Table, fact_id: str) -> Table:
    """A fact of the pack in the words of a language, every value of it at a place in its file."""
    made = table_at(words.mark)
    put(made, "id", marked(fact_id, words.mark), words.mark)
    _keep(made, raw, _FACT_KEPT)
    for key in FACT_TEXTS:
        if key in words:
            put(made, key, words[key], words.key(key).mark)
    answers = _merged_answers(raw.get("answers"), words.get("answers"), words.mark)
    if answers is not None:
        put(made, "answers", answers, answers.mark)
    _merge_picture(made, raw, words)
    _merge_allowed(made, raw, words)
    return made


def _merged_answers(raw: Table | None, words: Table | None, mark: Mark) -> Table | None:
    """Both say it of the one answer, or of answers by their names."""
    if not raw or not words:
        kept = None if raw is None else _kept_of_answers(raw, mark)
        return words if kept is None else kept
    if not _by_name(raw) and not _by_name(words):
        return _merged(raw, words)
    if not _by_name(raw) or not _by_name(words):
        return words
    made = table_at(words.mark)
    for name in dict.fromkeys((*raw, *words)):
        before, after = raw.get(name), words.get(name)
        if before is not None and after is None:
            put(made, name, _kept(before, words.mark), words.mark)
        elif after is not None:
            put(made, name, after if before is None else _merged(before, after), after.mark)
    return made


def _by_name(answers: Table) -> bool:
    return all(isinstance(spec, Table) for spec in answers.values())


def _kept_of_answers(raw: Table, mark: Mark) -> Table | None:
    if not _by_name(raw):
        return _kept(raw, mark)
    made = table_at(mark)
    for name, spec in raw.items():
        put(made, name, _kept(spec, mark), mark)
    return made


def _kept(spec: Table, mark: Mark) -> Table:
    made = table_at(mark)
    _keep(made, spec, _ANSWER_KEPT)
    return made


def _merged(raw: Table, words: Table) -> Table:
    made = _kept(raw, words.mark)
    for key, value in words.entries():
        put(made, key, value, key.mark)
    return made


def _keep(made: Table, raw: Mapping[str, Any], keys: Collection[str]) -> None:
    for key in keys:
        if key in raw:
            put(made, key, at_mark(raw[key], made.mark), made.mark)


def _merge_picture(made: Table, raw: Mapping[str, Any], words: Table) -> None:
    if "picture" not in raw:
        return
    picture = at_mark(raw["picture"], words.mark)
    for key in ("alt", "ask"):
        picture.pop(key, None)
    picture.key_marks = [words.mark] * len(picture)
    for key, value in words.get("picture", {}).items():
        put(picture, key, value, value.mark)
    put(made, "picture", picture, picture.mark)


def _merge_allowed(made: Table, raw: Mapping[str, Any], words: Table) -> None:
    """What the original may stands here too; what the language alone may is added."""
    if "allow" not in raw and "allow" not in words:
        return
    allowed = at_mark(raw["allow"], words.mark) if "allow" in raw else table_at(words.mark)
    for key, value in words.get("allow", {}).items():
        put(allowed, key, value, value.mark)
    put(made, "allow", allowed, allowed.mark)


def merged_column(raw: Table, words: Table | None, mark: Mark) -> Table:
    """A column of a table in the words of a language; without them one that asks for nothing."""
    made = table_at(words.mark if words is not None else mark)
    _keep(made, raw, _COLUMN_KEPT)
    if "allow" in raw and (words is None or "allow" not in words):
        _keep(made, raw, ("allow",))
    for key, value in () if words is None else words.entries():
        if key not in _OWN_SENTENCES:
            put(made, key, value, key.mark)
    if "unit" in raw and "unit" not in made and raw["unit"] in ("%",):
        _keep(made, raw, ("unit",))
    return made


def merged_row(
    raw: Table, words: Table, key: str, columns: Mapping[str, Table], language: str
) -> Table:
    """A row of a table in the words of a language.

    `columns` are those of the table in its own language: a year, a date or a number that the
    language says nothing of is written as it writes them.
    """
    made = table_at(words.mark)
    put(made, key, at_mark(raw[key], words.mark), words.mark)
    _keep(made, raw, _ROW_KEPT)
    for word, value in words.entries():
        if word in ROW_TEXTS or (word not in columns and word not in ("picture", "revision")):
            put(made, str(word), value, word.mark)
    notation = notation_of(language)
    for name, column in columns.items():
        if name == key or name not in raw:
            continue
        cell = _merged_cell(raw[name], words.get(name), column, notation, words.mark)
        if cell is not None:
            put(made, name, cell, cell.mark)
    if "picture" in raw:
        _merge_picture(made, raw, words)
    return made


def _merged_cell(
    raw: Text | Table, words: Text | Table | None, column: Table, notation: Notation, mark: Mark
) -> Text | Table | None:
    """A value with what is said of it; None if the language does not say it and must."""
    value = raw["is"] if isinstance(raw, Table) else raw
    more = words if isinstance(words, Table) else table_at(mark)
    shown: Text | None = more.get("is") if isinstance(words, Table) else words
    if shown is None:
        wanted = column.get("type") or ("number" if "unit" in column else None)
        text = rewritten(str(value), wanted, str(column.get("unit", "")), notation)
        if text is None:
            return None
        shown = marked(text, more.mark)
    if not isinstance(raw, Table) and not more:
        return shown
    made = table_at(shown.mark)
    put(made, "is", shown, shown.mark)
    if isinstance(raw, Table):
        _keep(made, raw, ("from",))
    for name, below in more.entries():
        if name != "is":
            put(made, name, below, name.mark)
    return made


def rewritten(text: str, wanted: Any, unit: str, notation: Notation) -> str | None:
    """A year, a date or a number as another language writes it; None for other texts.

    A number has the column's `unit` or none: the language has its own for the column.
    """
    if " = " in text:
        return None
    worth = infer(text) if wanted is None else as_type(text, wanted)
    if worth is None or worth.value is None or worth.unit not in ("", unit):
        return None
    if worth.type == "year":
        return text
    if worth.type == "number":
        return notation.number(worth.value)
    day = as_date(text)
    if day is None:
        return None
    if text[:1].isdigit() or "," in text:
        return notation.full_day(day.year, day.month, day.day)
    return notation.month_of(day.year, day.month)
