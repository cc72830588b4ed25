"""What the workshop calls kinds of questions, sorts of problems, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from game.bank.bank import ROUND
from game.bank.question import Kind
from game.bank.round_of_ten import RoundOfTen
from game.packs.model import Pack
from game.packs.problem import Problem, Severity
from game.packs.report import summary
from game.phrase import in_words
from game.ui.scene import Catalogue

SIGNS: dict[Severity, str] = {"error": "×", "flaw": "!", "note": "i"}
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


def would_give(count: int, catalogue: Catalogue) -> str:
    """How many questions a draft would give."""
    said = catalogue.ngettext(
        "Accepted, it gives {count} question.", "Accepted, it gives {count} questions.", count
    )
    return said.format(count=count)


def facts(count: int, catalogue: Catalogue) -> str:
    """ "1 fact", "138 facts"."""
    said = catalogue.ngettext("{count} fact", "{count} facts", count)
    return said.format(count=f"{count:,}" if count > 9_999 else count)


def problems(found: Sequence[Problem], catalogue: Catalogue) -> str:
    """How many errors, flaws and notes there are; that there is no problem where there is none."""
    return in_words(summary(found), catalogue) or catalogue.gettext("No problems")


def needs(ten: RoundOfTen, pack: Pack, catalogue: Catalogue) -> list[str]:
    """Whether there is a round of ten, and what would make it a better one."""
    _ = catalogue.gettext
    if ten.possible:
        found = [_("A round of ten is possible.")]
    else:
        more = ROUND - ten.found
        text = catalogue.ngettext(
            "For a round of ten {count} more fact with a question is needed.",
            "For a round of ten {count} more facts with a question are needed.",
            more,
        )
        found = [text.format(count=more)]
    has = catalogue.ngettext(
        "The sets that are always chosen have {count} fact with a question.",
        "The sets that are always chosen have {count} facts with a question.",
        ten.found,
    )
    found.append(has.format(count=ten.found))
    lines: dict[Kind, str] = {
        "picture": _(
            "Nothing is asked about a picture or a timeline: give facts a picture or an event."
        ),
        "order": _("Nothing is to be put in order: give three facts of different years an event."),
        "match": _("Nothing is to be matched: give three facts of different years an event."),
        "number": _("No year and no number is asked for: mark one in a sentence."),
        "typed": _("Nothing is to be typed: mark a name or a single word."),
        "true-false": _("Nothing is called true or false: give an answer two options under wrong."),
    }
    found += [lines[kind] for kind in ten.lacking if kind in lines]
    if not ten.easy:
        found.append(_("No fact has level 1, so the round does not begin easy."))
    if ten.heavy:
        source = pack.source(ten.heavy)
        text = _("More than a third of it comes from “{source}”: cite others too.")
        found.append(text.format(source=source.title))
    if ten.possible and len(found) == 2:
        found.append(_("It lacks nothing. It stands in the list; no two rounds are alike."))
    return found
