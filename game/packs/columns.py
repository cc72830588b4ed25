"""The columns of a table: what each asks for, and the sentences that its rows share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from game.packs.answers import texts_of, unit_of, units_of, wrongs_of
from game.packs.citations import Citing
from game.packs.compare import normal
from game.packs.findings import Findings, nearest
from game.packs.model import NUMERIC, Allowed, AnswerType, Citation, Wrong
from game.packs.notation import bends
from game.packs.pattern import Pattern, parse
from game.packs.sentence import BadSentence
from game.packs.values import number
from game.phrase import phrase
from game.reading.values import Table, Text

ROW_KEYS = ("from", "label", "why", "hint", "topic", "level", "set", "was", "picture")
"""What a row may say of all of itself; no column has such a name."""

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it was declared. `fact` is None if nothing asks for it.

    `accepted` has the other spellings of a value by the value, made plain by `compare.normal`.
    """

    name: str
    type: AnswerType | None = None
    unit: str = ""
    tolerance: float | None = None
    fact: Pattern | None = None
    asks: tuple[Pattern, ...] = ()
    event: Pattern | None = None
    why: Pattern | None = None
    hint: Pattern | None = None
    match: str = ""
    odd: Pattern | None = None
    citations: tuple[Citation, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    accepted: tuple[tuple[str, tuple[str, ...]], ...] = ()
    single: bool | None = None
    typed: bool = True
    fits: bool = True
    units: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()


class ColumnReader:
    """Reads the columns of one table after another, for a pack in one language."""

    def __init__(self, language: str, citing: Citing, findings: Findings) -> None:
        self._bends = bends(language)
        self._language = language
        self._citing = citing
        self._findings = findings
        self._file = ""
        self._names: list[str] = []

    def read(self, raw: Table, key: Text, file: str) -> dict[str, Column]:
        """All columns by name, with the key's among them; what is wrong with them is noted."""
        self._file = file
        self._names = [*raw, *([] if key in raw else [str(key)])]
        columns = {str(key): Column(str(key))}
        for name, spec in raw.entries():
            columns[str(name)] = self._column(name, spec)
        return columns

    def _add(self, where: Any, path: str, code: str, message: str, hint: str = "") -> None:
        self._findings.add(self._file, where, path, code, message, hint)

    def _column(self, name: Text, spec: dict[str, Any]) -> Column:
        path = f"columns.{name}"
        if name in ROW_KEYS:
            message = phrase(
                "'{name}' cannot name a column: in a row it says something of all of it", name=name
            )
            hint = phrase("give the column another name")
            self._add(name, path, "column-name", message, hint)
        elif _NAME.fullmatch(name) is None:
            message = phrase("'{name}' cannot name a column", name=name)
            hint = phrase("a name has small letters a to z, digits and hyphens, a letter first")
            self._add(name, path, "column-name", message, hint)
        asks = [spec["ask"]] if isinstance(spec.get("ask"), Text) else list(spec.get("ask", ()))
        self._judge_whole(name, spec, path)
        fact = self._pattern(spec.get("fact"), str(name), path, 1)
        patterns = tuple(self._pattern(ask, str(name), path, 0) for ask in asks)
        cited = spec.get("from", ())
        return Column(
            name=str(name),
            type=None if "type" not in spec else str(spec["type"]),  # type: ignore[arg-type]
            unit=unit_of(spec.get("unit")),
            tolerance=self._tolerance(spec, path),
            fact=fact,
            asks=tuple(one for one in patterns if one is not None),
            event=self._pattern(spec.get("event"), str(name), path, 0),
            why=self._pattern(spec.get("why"), str(name), path, None),
            hint=self._pattern(spec.get("hint"), str(name), path, 0),
            match=str(spec.get("match", "")),
            odd=self._pattern(spec.get("odd"), str(name), path, 1),
            citations=self._citing.read(
                [cited] if isinstance(cited, Text) else cited,
                self._file,
                path,
                "from",
                self._findings,
            ),
            wrong=wrongs_of(spec["wrong"]) if "wrong" in spec else (),
            accepted=tuple(
                (normal(value), texts_of(other))
                for value, other in spec.get("accepted", {}).items()
            ),
            single=spec["single"] in ("yes", "true") if "single" in spec else None,
            typed=spec.get("typed") not in ("no", "false"),
            fits=not self._bends or spec.get("fits") in ("yes", "true"),
            units=units_of(spec.get("unit")),
            allowed=tuple(
                Allowed(str(name), str(code), str(reason))
                for code, reason in spec.get("allow", {}).items()
            ),
        )

    def _judge_whole(self, name: Text, spec: dict[str, Any], path: str) -> None:
        """Note what is declared by halves."""
        asked, said = "ask" in spec, "fact" in spec
        if said and not asked:
            message = phrase("nothing asks for '{name}'", name=name)
            hint = phrase("write the question under ask:")
            self._add(spec["fact"], path, "no-ask", message, hint)
        if asked and not said:
            self._add(
                spec["ask"],
                path,
                "no-fact",
                phrase("'{name}' is asked for, and no sentence says it", name=name),
                phrase("write it under fact:, with {{{name}}} in it", name=name),
            )
        if said and self._bends and spec.get("fits") not in ("yes", "true"):
            self._add(
                spec["fact"],
                path,
                "may-not-fit",
                phrase(
                    "in '{language}' words change with their place in a sentence, "
                    "and every row is put into this one",
                    language=self._language,
                ),
                phrase("if it is right with all of them, write fits: yes"),
            )
        if "unit" in spec and spec.get("type", "number") != "number":
            message = phrase("only numbers have a unit")
            hint = phrase("take it away, or write type: number")
            self._add(spec["unit"], path, "bad-unit", message, hint)

    def _pattern(self, text: Text | None, name: str, path: str, own: int | None) -> Pattern | None:
        """A pattern; `own` says how often the column itself must stand in it, None: as you like."""
        if text is None:
            return None
        try:
            pattern = parse(text)
        except BadSentence as bad:
            self._add(text, path, bad.code, str(bad), bad.hint)
            return None
        for column in pattern.columns:
            if column not in self._names:
                close = nearest(column, self._names)
                names = ", ".join(self._names)
                hint = "" if close else phrase("its columns are {columns}", columns=names)
                message = phrase(
                    "the table has no column '{name}'{close}", name=column, close=close
                )
                self._add(text, path, "no-such-column", message, hint)
        found = pattern.columns.count(name)
        if own is None or found == own:
            return pattern
        if own:
            message = phrase("the sentence must have {{{column}}} in it, once", column=name)
            hint = phrase("put {{{name}}} in the place of the value", name=name)
            self._add(text, path, "no-answer", message, hint)
        else:
            self._add(
                text,
                path,
                "answer-given",
                phrase("this gives away '{column}', which is asked for", column=name),
                phrase("take {{{name}}} out of it", name=name),
            )
        return None

    def _tolerance(self, spec: dict[str, Any], path: str) -> float | None:
        written = spec.get("tolerance")
        if written is None:
            return None
        numeric = spec.get("type", "number") in NUMERIC
        try:
            tolerance = number(written)
        except ValueError:
            tolerance = -1.0
        if numeric and 0 <= tolerance < float("inf"):
            return tolerance
        self._add(
            written,
            path,
            "bad-tolerance",
            phrase("'{text}' cannot be a tolerance", text=written)
            if numeric
            else phrase("only years, dates and numbers have a tolerance"),
            phrase("write a number, in the unit of the column"),
        )
        return None
