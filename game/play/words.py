"""Where an answer stands, in words; phones and screens say it alike."""

from __future__ import annotations

from typing import Protocol

from game.bank.question import Question
from game.packs.model import Citation, Pack, Source

NO_BREAK = "\u00a0"


class Catalogue(Protocol):
    """The words of one language."""

    def gettext(self, message: str, /) -> str:
        """The text in that language."""

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """The text in that language for so many."""


def source_line(question: Question, pack: Pack, catalogue: Catalogue) -> str:
    """Where an answer stands: what all sources are, the publisher, its kind, and where in it."""
    _ = catalogue.gettext
    cited = _first_source(question)
    if cited is None:
        return pack.came_from
    source = pack.source(cited[0].source)
    name = source.publisher or source.title
    where = place_in(source, tuple(citation.paragraph for citation in cited), catalogue)
    line = _("{publisher} ({kind}), {where}").format(publisher=name, kind=source.kind, where=where)
    line = f"{pack.came_from}: {line}" if pack.came_from else line
    if question.reviewed:
        return line
    return _("{source}. No native teacher has read this translation yet.").format(source=line)


def paragraphs(numbers: tuple[int, ...], catalogue: Catalogue) -> str:
    """ "paragraph 4" or "paragraphs 4, 7", which no line breaks."""
    listed = ", ".join(str(number) for number in sorted(set(numbers)))
    said = catalogue.ngettext("paragraph {numbers}", "paragraphs {numbers}", len(numbers))
    return said.format(numbers=listed).replace(" ", NO_BREAK)


def place_in(source: Source, numbers: tuple[int, ...], catalogue: Catalogue) -> str:
    """The paragraphs of a source; of a work that is cited as a whole its title."""
    if any(numbers):
        return paragraphs(numbers, catalogue)
    return catalogue.gettext("“{title}”").format(title=source.title)


def _first_source(question: Question) -> tuple[Citation, ...] | None:
    if not question.citations:
        return None
    first = question.citations[0].source
    return tuple(citation for citation in question.citations if citation.source == first)
