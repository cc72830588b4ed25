"""The documents say what the flights are."""

from __future__ import annotations

from tests.tools.flight_table import DOCUMENT, renewed


def test_the_table_in_the_document_is_that_of_the_flights() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert renewed(text) == text, "run python -m tests.tools.flight_table"
