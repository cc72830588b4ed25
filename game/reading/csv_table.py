"""A CSV file as rows that know where each of their values stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.phrase import counted, phrase
from game.reading import plain_text
from game.reading.values import Document, Items, Mark, Mistake, Spot, Table, Text, marked

MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_MISTAKES = 200
"""After so many nothing more of a file is read: it is of the wrong sort."""

MAX_CELL = 2_000
"""The longest value in characters; a sentence has at most 1,000."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What no cell may begin with that a spreadsheet is to take for text."""

_SEPARATORS = (",", ";", "\t")
_QUOTE = '"'


def read_csv(data: bytes) -> Document:
    """A list of mappings from column name to value, one a row, with all that is wrong in the file.

    The first line that is not blank names the columns. What separates them (a comma, a semicolon
    or a tab) is found from it. Values may be quoted, a quote in them is doubled, and blanks around
    them go. A value that is empty is left out of its row. Rows of another length than the first
    line are noted and left out.
    """
    plain = plain_text.decode(data, tabs=True)
    if plain.text is None:
        return Document(None, plain_text.lines_of(data), plain.mistakes, whole=False)
    reading = _Reading(plain.text, list(plain.mistakes))
    rows = reading.run()
    mistakes = tuple(sorted(reading.mistakes, key=lambda m: (m.line, m.column)))
    return Document(rows, tuple(plain.text.split("\n")), mistakes, reading.whole)


@dataclass(slots=True)
class _Line:
    """The values of one row, which may go over several lines of the file."""

    spot: Spot
    cells: list[Text] = field(default_factory=list)
    broken: bool = False


class _Reading:
    """One file while it is read."""

    def __init__(self, text: str, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        self.whole = True
        self._text = text
        self._separator = _separator(text)

    def run(self) -> Items | None:
        """All rows that can be read; None without a line of names."""
        lines = self._lines()
        header = next(lines, None)
        if header is None:
            return None
        names = self._names(header)
        if not names:
            return None
        rows = Items()
        rows.mark = header.spot
        for line in lines:
            if len(rows) == MAX_ROWS:
                self._add(
                    line.spot,
                    "too-many-rows",
                    phrase(
                        "the file has more than {most:,} rows; those from here on are not read",
                        most=MAX_ROWS,
                    ),
                    phrase("make two tables of it"),
                )
                self.whole = False
                break
            row = self._row(line, names)
            if row is not None:
                rows.append(row)
            if len(self.mistakes) > MAX_MISTAKES:
                message = phrase(
                    "there are more than {most:,} mistakes; nothing more is read", most=MAX_MISTAKES
                )
                self._add(line.spot, "too-many", message)
                self.whole = False
                break
        return rows

    def _row(self, line: _Line, names: list[Text]) -> Table | None:
        if line.broken:
            return None
        if len(line.cells) != len(names):
            few = len(line.cells) < len(names)
            self._add(
                line.spot,
                "row-length",
                phrase(
                    "this row has {values}, and the first line names {columns}",
                    values=counted("{count:,} value", "{count:,} values", len(line.cells)),
                    columns=counted("{count:,} column", "{count:,} columns", len(names)),
                ),
                phrase("an empty value still needs its separator")
                if few
                else _IN_QUOTES[self._separator],
            )
            return None
        row = Table()
        row.mark = line.spot
        row.key_marks = []
        for name, cell in zip(names, line.cells, strict=True):
            if cell:
                row[str(name)] = cell
                row.key_marks.append(name.mark)
        return row

    def _names(self, header: _Line) -> list[Text]:
        """The names of the columns; [] if they cannot be used."""
        if header.broken:
            self.whole = False
            return []
        names = header.cells
        if len(names) > MAX_COLUMNS:
            self._add(
                header.spot,
                "too-many-columns",
                phrase(
                    "the first line names {columns:,} columns; {most:,} are the most",
                    columns=len(names),
                    most=MAX_COLUMNS,
                ),
            )
            return []
        seen: set[str] = set()
        good = True
        for name in names:
            if not name:
                message = phrase("this column has no name in the first line")
                self._add(name.mark, "no-column-name", message)
            elif name in seen:
                self._add(
                    name.mark,
                    "duplicate-column",
                    phrase("'{name}' names a second column", name=name),
                    phrase("give each column a name of its own"),
                )
            good = good and bool(name) and name not in seen
            seen.add(name)
        return names if good else []

    def _lines(self) -> Iterator[_Line]:
        """Row after row; those without a value are passed over."""
        text, separator = self._text, self._separator
        at, number, start = 0, 0, 0
        while at < len(text):
            line = _Line(Spot(number, 0))
            while True:
                while text[at : at + 1] == " ":
                    at += 1
                spot = Spot(number, at - start)
                if text[at : at + 1] == _QUOTE:
                    value, at = self._quoted(at + 1, spot)
                    line.broken = line.broken or not self.whole
                    if breaks := value.count("\n"):
                        number += breaks
                        start = text.rfind("\n", 0, at) + 1
                    rest, end = self._plain(at)
                    if rest and at < len(text):
                        line.broken = True
                        self._add(
                            Spot(number, at - start),
                            "after-quote",
                            phrase("something stands here behind a closing quote"),
                            phrase('a quote inside a quoted value is doubled: ""'),
                        )
                    at = end
                else:
                    value, at = self._plain(at)
                if len(value) > MAX_CELL:
                    line.broken = True
                    self._add(
                        spot,
                        "too-long",
                        phrase(
                            "this value has {characters:,} characters; {most:,} are the most",
                            characters=len(value),
                            most=MAX_CELL,
                        ),
                        phrase("is a quote missing?"),
                    )
                line.cells.append(marked(value, spot))
                if at >= len(text) or text[at] != separator:
                    break
                at += 1
            at, number = at + 1, number + 1
            start = at
            if line.broken or any(line.cells):
                yield line

    def _plain(self, at: int) -> tuple[str, int]:
        """What stands up to the next separator or the end of the line, and where that is."""
        line_end = self._text.find("\n", at)
        line_end = len(self._text) if line_end < 0 else line_end
        end = self._text.find(self._separator, at, line_end)
        end = line_end if end < 0 else end
        return self._text[at:end].strip(), end

    def _quoted(self, at: int, spot: Spot) -> tuple[str, int]:
        """What stands up to the closing quote, and where it goes on behind that."""
        pieces: list[str] = []
        while (end := self._text.find(_QUOTE, at)) >= 0:
            pieces.append(self._text[at:end])
            if self._text[end + 1 : end + 2] != _QUOTE:
                return "".join(pieces), end + 1
            pieces.append(_QUOTE)
            at = end + 2
        self._add(
            spot,
            "unclosed-quote",
            phrase("this quote is not closed"),
            phrase('a value that begins with a quote ends with one: "R-7"'),
        )
        self.whole = False
        return "", len(self._text)

    def _add(self, mark: Mark, code: str, message: str, hint: str = "") -> None:
        self.mistakes.append(Mistake(mark.line + 1, mark.column + 1, code, message, hint))


_IN_QUOTES = {
    ",": phrase("put a value with a comma in it in quotes"),
    ";": phrase("put a value with a semicolon in it in quotes"),
    "\t": phrase("put a value with a tab in it in quotes"),
}


def _separator(text: str) -> str:
    """The separator that parts most columns in the first line, outside quotes."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    outside = "".join(first.split(_QUOTE)[::2])
    return max(_SEPARATORS, key=outside.count)
