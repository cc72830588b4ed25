"""A pack in each language, and paper that notes where its words and shapes stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from game.workshop.printed.paper import Paper


@dataclass(slots=True)
class Words:
    """A run of letters on a page: what it says, where it begins and ends, and its size in mm."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Written:
    """All that was set on paper."""

    words: list[Words] = field(default_factory=list)

    def outside(self, margin: float) -> list[Words]:
        """What comes nearer to the edge of an A4 page than a margin in millimetres."""
        return [
            one
            for one in self.words
            if one.left < margin - 0.01
            or one.right > 210 - margin + 0.01
            or one.base - one.size < margin - 0.01
            or one.base > 297 - margin + 0.01
        ]

    def over_each_other(self) -> list[tuple[Words, Words]]:
        """Pairs that stand on the same spot."""
        found = []
        for at, one in enumerate(self.words):
            for other in self.words[at + 1 :]:
                apart = (
                    one.page != other.page
                    or one.right <= other.left + 0.01
                    or other.right <= one.left + 0.01
                    or one.base - 0.7 * one.size >= other.base
                    or other.base - 0.7 * other.size >= one.base
                )
                if not apart:
                    found.append((one, other))
        return found


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    """What any paper that is made from now on sets."""
    notes = Written()
    from fpdf import FPDF

    plain = FPDF.text

    def text(self: FPDF, x: float, y: float, text: str = "", *rest: Any) -> None:
        width = self.get_string_width(text)
        size = self.font_size_pt * 25.4 / 72
        notes.words.append(Words(self.page, text, x, x + width, y, size))
        plain(self, x, y, text, *rest)

    monkeypatch.setattr(FPDF, "text", text)
    return notes


def pages_of(made: bytes) -> list[str]:
    """The text of each page as a reader finds it, its blanks as one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages]


def paper_in(language: str) -> Paper:
    return Paper("A title", "A subject", language)
