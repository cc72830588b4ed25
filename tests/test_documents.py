"""The pages for teachers in other languages."""

from __future__ import annotations

import pytest

from tests.tools import documents
from tests.tools.documents import DOCS, LANGUAGES, PAGES, texts, translated, updated


def test_a_page_is_cut_into_its_texts() -> None:
    page = "# Head\n\nOne line\nand its second.\n\n- an item\n  that goes on\n- `code`\n\n"
    page += "```\nx\n```\n| a | b |\n"
    assert texts(page) == [
        "Head",
        "One line and its second.",
        "an item that goes on",
        "`code`",
        "a",
        "b",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_cutting_a_page_loses_nothing(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    rebuilt = "\n".join(
        documents.said(block, lambda text: text) for block in documents.blocks(page)
    )
    assert rebuilt.split() == [word for word in page.split() if word] or "|" in page
    assert texts(rebuilt) == texts(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_whole_and_as_its_catalogue_says(language: str, name: str) -> None:
    catalog = updated(language)
    page = (DOCS / name).read_text(encoding="utf-8")
    missing = [text for text in texts(page) if not catalog.get(text).string]  # type: ignore[union-attr]
    assert missing == []
    made = (DOCS / language / name).read_text(encoding="utf-8")
    assert made == translated(page, catalog), "run python tests/tools/documents.py"
