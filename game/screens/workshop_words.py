"""What the workshop calls kinds of questions, sorts of problems, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from game.bank.question import Kind
from game.packs.problem import Problem, Severity
from game.ui.scene import Catalogue

SIGNS: dict[Severity, str] = {"error": "✕", "flaw": "!", "note": "i"}
"""The mark of each sort of problem in a list."""


def kind_name(kind: Kind, catalogue: Catalogue) -> str:
    """What a kind of question is called."""
    _ = catalogue.gettext
    names: dict[Kind, str] = {
        "choice": _("Choice"),
        "true-false": _("True or false"),
        "typed": _("Typed"),
        "number": _("Number"),
        "order": _("Order"),
        "match": _("Match"),
        "odd-one-out": _("Odd one out"),
        "who-said": _("Who said it"),
        "picture": _("Picture"),
    }
    return names[kind]


def severity_name(severity: Severity, catalogue: Catalogue) -> str:
    """What a sort of problem is called."""
    _ = catalogue.gettext
    names: dict[Severity, str] = {"error": _("Error"), "flaw": _("Flaw"), "note": _("Note")}
    return names[severity]


def questions(count: int, catalogue: Catalogue) -> str:
    """ "1 question", "601 questions"."""
    said = catalogue.ngettext("{count} question", "{count} questions", count)
    return said.format(count=f"{count:,}" if count > 9_999 else count)


def facts(count: int, catalogue: Catalogue) -> str:
    """ "1 fact", "138 facts"."""
    said = catalogue.ngettext("{count} fact", "{count} facts", count)
    return said.format(count=f"{count:,}" if count > 9_999 else count)


def problems(found: Sequence[Problem], catalogue: Catalogue) -> str:
    """How many errors, flaws and notes there are; that there is no problem where there is none."""
    counts = Counter(problem.severity for problem in found)
    many = catalogue.ngettext
    said = [
        text.format(count=count)
        for count, text in (
            (counts["error"], many("{count} error", "{count} errors", counts["error"])),
            (counts["flaw"], many("{count} flaw", "{count} flaws", counts["flaw"])),
            (counts["note"], many("{count} note", "{count} notes", counts["note"])),
        )
        if count
    ]
    return ", ".join(said) or catalogue.gettext("No problems")
