"""The rows of a table as facts: one a row, with an answer for each column that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.packs.answers import texts_of, wrongs_of
from game.packs.citations import Citing
from game.packs.columns import Column
from game.packs.compare import normal
from game.packs.details import DetailReader
from game.packs.findings import Findings
from game.packs.manifest import ID, ID_WORDS
from game.packs.model import NUMERIC, Answer, Citation, Fact, Place, Wrong
from game.packs.notation import bends, notation_of, unit_for
from game.packs.origin import Origin
from game.packs.pattern import Pattern, parse
from game.packs.sentence import BadSentence
from game.packs.values import Worth, as_type, impossible_day, infer, no_such_day, not_of_type
from game.phrase import phrase
from game.reading.values import Mark, Table, Text


@dataclass(frozen=True, slots=True)
class TableHead:
    """What a table says before its rows; `shared` is what holds for rows that do not differ."""

    id: str
    key: str
    shown: str
    columns: Mapping[str, Column]
    shared: Mapping[str, Any]
    label: Pattern | None = None
    citations: tuple[Citation, ...] = ()
    picture: dict[str, Any] | None = None


class RowOrigin(Origin):
    """A row as it was written; shown as `rows[3] "proton-m"`."""

    __slots__ = ("key",)

    def __init__(self, file: str, index: int, raw: Any, key: str) -> None:
        super().__init__(file, index, raw)
        self.key = key

    def __str__(self) -> str:
        value = self.raw.get(self.key) if isinstance(self.raw, Table) else None
        return f'rows[{self.index}] "{value}"' if isinstance(value, Text) else f"rows[{self.index}]"

    def ask_mark(self, answer: str, wording: int) -> Mark:  # noqa: ARG002
        """Where the value stands that is asked for: the question is the whole column's."""
        return self.mark(answer)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a row: the form in a sentence, the form shown, what it is worth."""

    form: str
    text: str
    worth: Worth
    raw: Text
    more: Mapping[str, Any]


class RowReader:
    """Reads rows for one pack."""

    def __init__(
        self, details: DetailReader, citing: Citing, findings: Findings, language: str
    ) -> None:
        self._notation = notation_of(language)
        self._bends = bends(language)
        self._details = details
        self._citing = citing
        self._findings = findings

    def read(self, raw: Table, head: TableHead, origin: RowOrigin) -> Fact | None:
        """The fact of a row; None, with the reason noted, if the row has no key or no name."""
        values = self._values(raw, head, origin)
        if not self._has_name(raw, head, values, origin):
            return None
        forms = {name: value.form for name, value in values.items()}
        for key in ("set", "topic"):
            if key in raw:
                self._details.known(raw[key], key, origin.file, origin)
        answers: list[Answer] = []
        parts: list[str | int] = []
        for column in head.columns.values():
            answer = self._answer(raw, head, column, values, forms, len(answers), origin)
            if answer is not None:
                parts += [*([" "] if parts else []), *answer.parts]
                answers.append(answer)
        if not answers:
            message = phrase("nothing can be asked about this row")
            hint = phrase("give it a value in a column that has ask:")
            self._findings.add(origin.file, raw, origin, "bare-row", message, hint, "note")
        picture = raw.get("picture", head.picture) if answers else None
        row_key = str(raw[head.key])
        label = raw.get("label") or (head.label.fill(forms) if head.label else None) or ""
        mark = origin.mark("")
        shared = head.shared
        return Fact(
            id=f"{head.id}/{row_key}",
            text="".join(answers[p].form if isinstance(p, int) else p for p in parts),
            parts=tuple(parts),
            answers=tuple(answers),
            citations=tuple(dict.fromkeys(c for one in answers for c in one.citations)),
            place=Place(origin.file, mark.line + 1, mark.column + 1),
            label=str(label),
            why=str(raw.get("why", "")),
            hint=str(raw.get("hint", "")),
            topic=str(raw.get("topic") or shared.get("topic", "")),
            level=int(raw.get("level") or shared.get("level", 1)),
            set=str(raw.get("set") or shared.get("set", self._details.default_set)),
            was=texts_of(raw.get("was")),
            picture=None
            if picture is None
            else self._details.picture(picture, origin, [one.name for one in answers], row_key),
            name=values[head.shown].text,
            allowed=tuple(a for one in answers for a in head.columns[one.name].allowed),
        )

    def _has_name(
        self, raw: Table, head: TableHead, values: Mapping[str, _Value], origin: RowOrigin
    ) -> bool:
        key = values.get(head.key)
        if key is None:
            message = phrase("this row has nothing under '{key}', its key", key=head.key)
            hint = phrase("a key tells a row from all others")
            self._findings.add(origin.file, raw, origin, "no-key", message, hint)
        elif ID.fullmatch(key.raw) is None:
            message = phrase("'{key}' cannot be a key", key=key.raw)
            hint = phrase("a key has {words}", words=ID_WORDS)
            self._findings.add(origin.file, key.raw, origin, "bad-id", message, hint)
        elif head.shown not in values:
            message = phrase(
                "this row has nothing under '{column}', by which it is called", column=head.shown
            )
            self._findings.add(origin.file, raw, origin, "no-name", message)
        return key is not None and ID.fullmatch(key.raw) is not None and head.shown in values

    def _values(self, raw: Table, head: TableHead, origin: RowOrigin) -> dict[str, _Value]:
        """The values that are there; an empty one is nothing that the pack says."""
        found: dict[str, _Value] = {}
        for name, column in head.columns.items():
            cell = raw.get(name, "")
            more: Mapping[str, Any] = cell if isinstance(cell, Table) else {}
            written = more.get("is", cell)
            if not written:
                continue
            form, _, shown = written.partition(" = ")
            worth = self._worth(shown.strip() or form.strip(), column, written, origin)
            unit = ""
            if column.unit and not worth.unit:
                unit = unit_for(column.units or (column.unit,), worth.value or 0.0, "")
            text = (shown.strip() or form.strip()) + unit
            form = form.strip() + unit if shown else text
            worth = Worth(worth.type, worth.value, column.unit or worth.unit)
            found[name] = _Value(form, text, worth, written, more)
        return found

    def _worth(self, text: str, column: Column, where: Text, origin: RowOrigin) -> Worth:
        wanted = column.type or ("number" if column.unit else None)
        if wanted is None:
            if impossible_day(text, self._notation):
                message, hint = no_such_day(text)
                path = f"{origin} {column.name}"
                self._findings.add(origin.file, where, path, "no-such-day", message, hint)
            return infer(text, self._notation)
        worth = as_type(text, wanted, self._notation)
        path = f"{origin} {column.name}"
        if worth is None:
            message, hint = not_of_type(text, wanted, self._notation)
            self._findings.add(origin.file, where, path, "not-of-type", message, hint)
            return Worth(wanted)
        if column.unit and worth.unit and worth.unit != column.unit:
            self._findings.add(
                origin.file,
                where,
                path,
                "other-unit",
                phrase(
                    "this is in '{unit}', and the column is in '{wanted}'",
                    unit=worth.unit,
                    wanted=column.unit,
                ),
                phrase("write it in {unit}, or the number alone", unit=column.unit),
            )
        return worth

    def _answer(
        self,
        raw: Table,
        head: TableHead,
        column: Column,
        values: Mapping[str, _Value],
        forms: Mapping[str, str],
        index: int,
        origin: RowOrigin,
    ) -> Answer | None:
        """The answer of one column; None if the row lacks it, or what its sentence needs."""
        if column.name not in values:
            return None
        value = values[column.name]
        own_fact = self._patterns(value, "fact", column.name, 1, origin)
        facts = own_fact or ((column.fact,) if column.fact else ())
        patterns = self._patterns(value, "ask", column.name, 0, origin) or column.asks
        if not facts:
            return None
        sentence = _cut(facts[0], column.name, forms, index)
        asks = tuple(text for ask in patterns if (text := ask.fill(forms)))
        if sentence is None or not asks:
            return None
        starts = sentence[0] == index
        form = value.form[:1].upper() + value.form[1:] if starts else value.form
        spellings = {normal(value.text), normal(value.raw)}
        accepted = [t for plain, texts in column.accepted if plain in spellings for t in texts]
        accepted += texts_of(value.more.get("accepted"))
        bound = self._bends and (bool(own_fact) or not column.fits)
        own = wrongs_of(value.more["wrong"]) if "wrong" in value.more else ()
        return Answer(
            name=column.name,
            text=value.text,
            form=form,
            type=value.worth.type,
            asks=asks,
            unit=value.worth.unit,
            value=value.worth.value,
            tolerance=column.tolerance,
            accepted=tuple(dict.fromkeys(accepted)),
            wrong=own + _still_wrong(column.wrong, own, spellings | set(map(normal, accepted))),
            never_with=texts_of(value.more.get("never_with")),
            single=value.worth.type in NUMERIC if column.single is None else column.single,
            typed=column.typed,
            event=_fill(column.event, forms),
            column=f"{head.id}/{column.name}",
            parts=sentence,
            citations=self._citations(raw, head, column, value, origin),
            why=str(value.more.get("why") or raw.get("why") or _fill(column.why, forms)),
            hint=str(value.more.get("hint") or raw.get("hint") or _fill(column.hint, forms)),
            match=column.match,
            odd=_fill(column.odd, forms),
            fits=not bound,
            units=column.units,
        )

    def _patterns(
        self, value: _Value, key: str, column: str, own: int, origin: RowOrigin
    ) -> tuple[Pattern, ...]:
        """What a value says under `fact` or `ask` in place of its column; `own` as in columns."""
        found: list[Pattern] = []
        for text in texts_of(value.more.get(key)):
            try:
                pattern = parse(text)
            except BadSentence as bad:
                self._findings.add(
                    origin.file, value.raw, f"{origin} {column}", bad.code, str(bad), bad.hint
                )
                continue
            if pattern.columns.count(column) == own:
                found.append(pattern)
                continue
            code = "answer-given"
            message = phrase("this gives away '{column}', which is asked for", column=column)
            if own:
                code = "no-answer"
                message = phrase("the sentence must have {{{column}}} in it, once", column=column)
            self._findings.add(origin.file, value.raw, f"{origin} {column}", code, message)
        return tuple(found)

    def _citations(
        self, raw: Table, head: TableHead, column: Column, value: _Value, origin: RowOrigin
    ) -> tuple[Citation, ...]:
        """Where a value stands: what is said of it, else of its row, its column, its table."""
        for mapping, path in ((value.more, f"{origin} {column.name}"), (raw, str(origin))):
            if "from" in mapping:
                cited = _listed(mapping["from"])
                return self._citing.read(cited, origin.file, path, "from", self._findings)
        citations = column.citations or head.citations
        if not citations:
            self._findings.add(
                origin.file,
                value.raw,
                f"{origin} {column.name}",
                "no-source",
                phrase("nothing says where this stands"),
                phrase("write from: for the table, the column, the row, or the value"),
            )
        return citations


def _cut(
    pattern: Pattern, own: str, forms: Mapping[str, str], index: int
) -> tuple[str | int, ...] | None:
    """The sentence of one row cut at its answer; None if a value lacks that it needs."""
    if not forms.keys() >= set(pattern.columns):
        return None
    before, after = [""], [""]
    side = before
    for at, part in enumerate(pattern.parts):
        if at % 2 and part == own:
            side = after
        else:
            side.append(forms[part] if at % 2 else part)
    first, last = "".join(before), "".join(after)
    parts = (first[:1].upper() + first[1:], index, last)
    return tuple(part for part in parts if part != "")


def _fill(pattern: Pattern | None, forms: Mapping[str, str]) -> str:
    return (pattern.fill(forms) if pattern else None) or ""


def _still_wrong(
    wrongs: Sequence[Wrong], own: Sequence[Wrong], true: set[str]
) -> tuple[Wrong, ...]:
    """A column's wrong options without the row's own, and without what is true of this row."""
    taken = true | {normal(one.text) for one in own}
    return tuple(one for one in wrongs if normal(one.text) not in taken)


def _listed(value: Any) -> Sequence[Text]:
    return [value] if isinstance(value, Text) else list(value)
