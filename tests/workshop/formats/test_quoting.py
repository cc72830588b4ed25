"""Quotes that open and are not closed."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from game.workshop.formats.quoting import rows

TEXTS = st.text(st.sampled_from('a",;\n'), max_size=40)


def test_a_row_with_an_open_quote_has_no_cells_and_those_below_are_read() -> None:
    assert list(rows('a,b\nc,"d\ne,f\n', ",")) == [(1, ["a", "b"]), (2, []), (3, ["e", "f"])]


@given(TEXTS)
def test_every_line_is_read_once_or_named(text: str) -> None:
    lines = [line for line, _ in rows(text, ",")]
    assert lines == sorted(set(lines))
    assert all(line <= text.count("\n") + 1 for line in lines)


@given(st.lists(st.lists(TEXTS, min_size=2), min_size=1))
def test_what_is_well_written_is_read_as_csv_reads_it(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(table)
    assert [cells for _, cells in rows(out.getvalue(), ",")] == table


def test_many_open_quotes_end_soon() -> None:
    assert len(list(rows('a",b,"c\n' * 3_000, ","))) < 50
