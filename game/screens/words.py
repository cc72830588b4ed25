"""The words that several screens share, each through the catalogue that it is given."""

from __future__ import annotations

from game.bank.question import CallName, Question
from game.packs.model import Citation, Pack
from game.play.mission import Mission
from game.rounds.stages import Stage
from game.ui.scene import Catalogue


def stage_name(stage: Stage, catalogue: Catalogue) -> str:
    """The stage as it stands in the top row."""
    _ = catalogue.gettext
    names: dict[Stage, str] = {
        "rollout": _("Roll-out"),
        "fuelling": _("Fuelling"),
        "check": _("Systems check"),
    }
    return names[stage]


def call_name(call: CallName, catalogue: Catalogue) -> str:
    """Who answers this call."""
    _ = catalogue.gettext
    names: dict[CallName, str] = {
        "archive": _("Archive"),
        "navigator": _("Navigator"),
        "engineer": _("Engineer"),
        "radio": _("Radio"),
    }
    return names[call]


def t_minus(count: int) -> str:
    """The counter: it counts questions, and is the same in every language."""
    return f"T-{count}"


def clock(seconds: float) -> str:
    """Minutes and seconds; the last second shows as 0:01, so that 0:00 means over."""
    whole = int(seconds) + (seconds > int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def cells(filled: int, count: int, catalogue: Catalogue) -> str:
    """How many cells are full, in words."""
    return catalogue.gettext("{filled} of {count}").format(filled=filled, count=count)


def source_line(question: Question, pack: Pack, catalogue: Catalogue) -> str:
    """Where an answer stands: what all sources are, the publisher, its kind, the paragraphs."""
    _ = catalogue.gettext
    cited = _first_source(question)
    if cited is None:
        return pack.came_from
    source = pack.source(cited[0].source)
    name = source.publisher or source.title
    where = paragraphs(tuple(citation.paragraph for citation in cited), catalogue)
    line = _("{publisher} ({kind}), {where}").format(publisher=name, kind=source.kind, where=where)
    return f"{pack.came_from}: {line}" if pack.came_from else line


def paragraphs(numbers: tuple[int, ...], catalogue: Catalogue) -> str:
    """ "paragraph 4" or "paragraphs 4, 7"."""
    listed = ", ".join(str(number) for number in numbers)
    return catalogue.ngettext("paragraph {numbers}", "paragraphs {numbers}", len(numbers)).format(
        numbers=listed
    )


def bound_for(mission: Mission, catalogue: Catalogue) -> str:
    """What the rocket carries and where to, as one short line."""
    _ = catalogue.gettext
    if mission.payload == "crew":
        return _("A crew, to the space station")
    if mission.payload == "cargo":
        return _("Cargo, to the space station")
    return _("A satellite, to a low orbit")


def by_source(question: Question) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The citations of a question, gathered by source in the order that they are cited."""
    gathered: dict[str, list[int]] = {}
    for citation in question.citations:
        gathered.setdefault(citation.source, []).append(citation.paragraph)
    return tuple((source, tuple(sorted(set(found)))) for source, found in gathered.items())


def _first_source(question: Question) -> tuple[Citation, ...] | None:
    if not question.citations:
        return None
    first = question.citations[0].source
    return tuple(citation for citation in question.citations if citation.source == first)
