"""Files of tables: what holds for all rows, and the rows, there or in a CSV file beside it."""

from __future__ import annotations

from typing import Any

from game.packs import shapes
from game.packs.citations import Citing
from game.packs.columns import ROW_KEYS, Column, ColumnReader
from game.packs.details import DetailReader
from game.packs.findings import Findings, nearest
from game.packs.folder import Folder
from game.packs.manifest import ID, ID_WORDS
from game.packs.model import Fact, Pack
from game.packs.pattern import Pattern, parse
from game.packs.rows import RowOrigin, RowReader, TableHead
from game.packs.sentence import BadSentence
from game.packs.shape_errors import Loc, judge, path_of
from game.phrase import Phrase, phrase
from game.reading.values import Items, Table, Text, marked

_LISTS = frozenset({"from", "was", "accepted", "never_with", "wrong"})
"""What may hold several texts; in CSV a | stands between them."""


class TableReader:
    """Reads tables for one pack; `origins` has one entry a row read, in order."""

    def __init__(self, pack: Pack, folder: Folder, findings: Findings) -> None:
        self.origins: list[RowOrigin] = []
        self._folder = folder
        self._findings = findings
        self._citing = Citing(pack.sources)
        self._details = DetailReader(pack, folder, findings)
        self._columns = ColumnReader(pack.language, self._citing, findings)
        self._rows = RowReader(self._details, self._citing, findings, pack.language)

    def read(self, file: str) -> list[Fact]:
        """A fact for each row of a table that can be read; what is wrong is noted."""
        document = self._folder.read(file, self._findings)
        if document is None or document.value is None or not document.whole:
            return []
        value = document.value
        if judge(shapes.table, value, file, self._findings, shapes.TableShape):
            return []
        if not isinstance(value, Table):
            return []
        before = self._findings.errors()
        head = self._head(value, file)
        if self._findings.errors() > before:
            return []
        rows, rows_file = self._list_of_rows(value["rows"], file)
        return self._read_rows(rows, rows_file, head)

    def _head(self, value: Table, file: str) -> TableHead:
        table_id = file.rpartition("/")[2].removesuffix(".yaml")
        if ID.fullmatch(table_id) is None:
            message = phrase("'{name}' cannot name a table, as its file's name does", name=table_id)
            hint = phrase("a name has {words}", words=ID_WORDS)
            self._findings.add(file, value, "", "bad-id", message, hint)
        key, shown = value["key"], value["shown"]
        columns = self._columns.read(value["columns"], key, file)
        if shown not in columns:
            message = _no_column(shown, nearest(shown, columns))
            self._findings.add(file, shown, "shown", "no-such-column", message)
        shared = {name: value[name] for name in ("set", "topic", "level") if name in value}
        for name, text in shared.items():
            self._details.known(text, name, file, name)
        cited = value.get("from", ())
        return TableHead(
            id=table_id,
            key=str(key),
            shown=str(shown),
            columns=columns,
            shared=shared,
            label=self._label(value.get("label"), columns, file),
            picture=value.get("picture"),
            citations=self._citing.read(
                [cited] if isinstance(cited, Text) else cited, file, "", "from", self._findings
            ),
        )

    def _label(self, text: Text | None, columns: dict[str, Column], file: str) -> Pattern | None:
        if text is None:
            return None
        try:
            pattern = parse(text)
        except BadSentence as bad:
            self._findings.add(file, text, "label", bad.code, str(bad), bad.hint)
            return None
        for name in pattern.columns:
            if name not in columns:
                message = _no_column(name, nearest(name, columns))
                self._findings.add(file, text, "label", "no-such-column", message)
        return pattern

    def _list_of_rows(self, rows: Text | Items, file: str) -> tuple[Items | None, str]:
        """The rows and the file that they stand in."""
        if isinstance(rows, Items):
            return rows, file
        name = f"tables/{rows}"
        if "/" in rows or "\\" in rows or not rows.endswith((".csv", ".tsv")):
            message = phrase("'{file}' is no CSV file beside the table", file=rows)
            hint = phrase("write the name of a file in tables/ that ends in .csv or .tsv")
            self._findings.add(file, rows, "rows", "no-rows", message, hint)
            return None, name
        if not self._folder.has(name):
            message = phrase("there is no file '{file}' in tables/", file=rows)
            self._findings.add(file, rows, "rows", "no-rows", message, phrase("check its name"))
            return None, name
        document = self._folder.read_rows(name, self._findings)
        if document is None or not isinstance(document.value, Items):
            return None, name
        return unfolded(document.value), name

    def _read_rows(self, rows: Items | None, file: str, head: TableHead) -> list[Fact]:
        if rows is None:
            return []
        if not rows:
            self._findings.add(file, rows, "", "no-rows", phrase("the table has no rows"))

        def name(loc: Loc) -> str:
            if not loc or not isinstance(loc[0], int):
                return path_of(loc)
            return f"{RowOrigin(file, loc[0], rows[loc[0]], head.key)} {path_of(loc[1:])}".rstrip()

        broken = judge(shapes.rows, rows, file, self._findings, shapes.CellShape, name)
        told: set[tuple[int, int]] = set()
        facts: list[Fact] = []
        for index, raw in enumerate(rows):
            if index in broken:
                continue
            origin = RowOrigin(file, index, raw, head.key)
            if self._has_other_columns(raw, head, origin, told):
                continue
            fact = self._rows.read(raw, head, origin)
            if fact is not None:
                facts.append(fact)
                self.origins.append(origin)
        return facts

    def _has_other_columns(
        self, raw: Table, head: TableHead, origin: RowOrigin, told: set[tuple[int, int]]
    ) -> bool:
        """Whether a row names columns that the table has not; a line of names is judged once."""
        others = raw.keys() - head.columns.keys() - set(ROW_KEYS)
        for name in sorted(others):
            key = raw.key(name)
            place = key.mark.line, key.mark.column
            if place in told:
                continue
            told.add(place)
            close, names = nearest(name, head.columns), ", ".join(head.columns)
            hint = "" if close else phrase("its columns are {columns}", columns=names)
            if not close and " " in name:
                hint = phrase("inside {{ }} a text with a comma in it needs quotes")
            self._findings.add(
                origin.file,
                key,
                origin if key.mark.line >= raw.mark.line else "",
                "no-such-column",
                _no_column(name, close),
                hint,
            )
        return bool(others)


def _no_column(name: str, close: str) -> Phrase:
    return phrase("the table has no column '{name}'{close}", name=name, close=close)


def unfolded(rows: Items) -> Items:
    """The rows of a CSV file as they would stand in YAML."""
    made = Items(map(_folded, rows))
    made.mark = rows.mark
    return made


def _folded(row: Table) -> Table:
    """A row of CSV in which `height.from` says more of `height`, as it does in YAML."""
    if not any("." in name or name in _LISTS for name in row):
        return row
    folded = Table()
    folded.mark = row.mark
    folded.key_marks = []
    entries = list(row.entries())
    for name, value in entries:
        if "." not in name:
            _put(folded, name, _several(value) if name in _LISTS else value)
    for name, value in entries:
        column, dot, more = name.partition(".")
        if dot and column in folded:
            texts = _several(value) if more in _LISTS else value
            _put(_cell(folded, column), marked(more, name.mark), texts)
    return folded


def _cell(row: Table, column: str) -> Table:
    """The value of a column as a mapping, so that more can be said of it."""
    value: Text | Table = row[column]
    if isinstance(value, Table):
        return value
    cell = Table()
    cell.mark = value.mark
    cell.key_marks = []
    _put(cell, marked("is", value.mark), value)
    row[column] = cell
    return cell


def _put(table: Table, key: Text, value: Any) -> None:
    table[str(key)] = value
    table.key_marks.append(key.mark)


def _several(value: Text) -> Text | Items:
    texts = [text.strip() for text in value.split("|")]
    if len(texts) == 1:
        return value
    items = Items(marked(text, value.mark) for text in texts if text)
    items.mark = value.mark
    return items
