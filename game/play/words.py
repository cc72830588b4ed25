"""The words that phones and screens share: where an answer stands, what the teams are called."""

from __future__ import annotations

from collections.abc import Sequence
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
    line = cited_line(question.citations, pack, catalogue)
    if question.licence:
        line = f"{line} ({question.licence})"
    if question.reviewed:
        return line
    return _("{source}. No native teacher has read this translation yet.").format(source=line)


def cited_line(citations: Sequence[Citation], pack: Pack, catalogue: Catalogue) -> str:
    """The first source of some citations, and where in it; without any what all sources are."""
    if not citations:
        return pack.came_from
    cited = [one.paragraph for one in citations if one.source == citations[0].source]
    source = pack.source(citations[0].source)
    line = catalogue.gettext("{publisher} ({kind}), {where}").format(
        publisher=source.publisher or source.title,
        kind=source.kind,
        where=place_in(source, tuple(cited), catalogue),
    )
    return f"{pack.came_from}: {line}" if pack.came_from else line


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


def team_name(seat: str, catalogue: Catalogue) -> str:
    """The station of a team, as it shows."""
    _ = catalogue.gettext
    names = {
        "propulsion": _("Propulsion"),
        "guidance": _("Guidance"),
        "communications": _("Communications"),
        "recovery": _("Recovery"),
        "power": _("Power"),
        "weather": _("Weather"),
    }
    return names.get(seat, seat)
