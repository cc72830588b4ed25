"""What is said about an answer once it is heard of: without shame, and never before the key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.bank.judge import is_typed_right
from game.bank.numbers import readings
from game.bank.question import Question, shown_number
from game.play.sitting import Sitting
from game.rounds.state import Answered, Response, Round
from game.screens import words
from game.ui.scene import Catalogue

Sign = Literal["right", "recheck", "mended", "none"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sign, one word for it, what was chosen, and what comes of it ("" if nothing)."""

    right: bool
    sign: Sign
    head: str
    line: str
    after: str = ""


def verdict(sitting: Sitting, catalogue: Catalogue) -> Verdict:
    """What to say about the answer of the question that stands now."""
    _ = catalogue.gettext
    given = sitting.answered
    asked = sitting.round.now
    if given is not None and given.right:
        after = nearly(sitting.question, given.response, catalogue)
        if asked.purpose == "mend":
            return Verdict(True, "mended", _("Mended"), _mended(sitting, catalogue), after)
        if asked.purpose == "spare":
            return Verdict(True, "right", _("Right"), _("Now back to what was missed."), after)
        return Verdict(True, "right", _("Right"), _earned(sitting, given, catalogue), after)
    line = said(sitting, given, catalogue)
    head = "" if given is None or given.response is None else _("Not this time")
    if asked.purpose == "mend":
        return Verdict(False, "recheck", _("Not yet"), line, _("The rocket flies all the same."))
    if asked.purpose == "spare":
        return Verdict(False, "none", head, line, _("Now back to what was missed."))
    after = _("This fact comes once more at T-0, and can be mended.")
    return Verdict(False, "recheck", head, line, after if sitting.round.rules.hold else "")


def _mended(sitting: Sitting, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if sitting.round.rules.scheme == "classic":
        return _("The lamp is lit again.")
    held = held_after_mend(sitting.round)
    if not held:
        return _("After GO a mended cell holds no fuel.")
    return _("This cell holds {fuel} fuel now.").format(fuel=held)


def held_after_mend(state: Round) -> int:
    """What the cell holds that the question that stands was to mend."""
    return state.mission_fuel()[state.now.mends or 0]


def _earned(sitting: Sitting, given: Answered, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if sitting.round.rules.scheme == "classic":
        return _("{points} points.").format(points=given.earned)
    if given.go:
        return _("You said GO: this cell fills with {fuel}.").format(fuel=given.earned)
    if given.calls:
        return catalogue.ngettext(
            "After {calls} call this cell fills with {fuel}.",
            "After {calls} calls this cell fills with {fuel}.",
            given.calls,
        ).format(calls=given.calls, fuel=given.earned)
    return _("This cell fills with {fuel} fuel.").format(fuel=given.earned)


def nearly(question: Question, response: Response, catalogue: Catalogue) -> str:
    """What to know about an answer that was right without being exact, "" if it was."""
    _ = catalogue.gettext
    value = _value(question, response)
    if value is not None and value != question.answer:
        return _("Near enough: it is exactly {key}.").format(key=question.key)
    if question.kind == "typed" and isinstance(response, str):
        accepted = (str(question.answer), *question.accepted)
        if not is_typed_right(response, accepted, 0):
            return _("It is spelled {key}.").format(key=question.key)
    return ""


def _value(question: Question, response: Response) -> float | None:
    """The number that was answered, the nearest reading of it; None if it is no number."""
    if question.kind != "number" or not isinstance(question.answer, float | int):
        return None
    if isinstance(response, float | int):
        return float(response)
    meant = readings(response) if isinstance(response, str) else ()
    key = float(question.answer)
    return min(meant, key=lambda value: abs(value - key), default=None)


def said(sitting: Sitting, given: Answered | None, catalogue: Catalogue) -> str:
    """What was answered, and what that really is."""
    _ = catalogue.gettext
    question = sitting.question
    response = None if given is None else given.response
    if response is None:
        return _("No answer this time.")
    if question.options and isinstance(response, int):
        feedback = question.feedback[response] if response < len(question.feedback) else ""
        return words.chose(
            question.options[response],
            feedback,
            catalogue,
            of_class=sitting.round.crew.who == "class",
        )
    if isinstance(response, tuple) and isinstance(question.answer, tuple):
        placed = sum(one == other for one, other in zip(response, question.answer, strict=False))
        return catalogue.ngettext(
            "{placed} of {count} stood in its place.",
            "{placed} of {count} stood in their places.",
            placed,
        ).format(placed=placed, count=len(question.answer))
    value = _value(question, response)
    if value is not None:
        wrote = shown_number(value, question.unit, question.language, question.units)
        return _("You wrote {text}.").format(text=wrote)
    return _("You wrote “{text}”.").format(text=response)
