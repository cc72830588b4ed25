"""What is said about an answer in self-study: what it was, and when the card comes back."""

from __future__ import annotations

from game.play.sitting import Sitting
from game.play.studying import Studying
from game.screens import home_words
from game.screens import verdict as single
from game.screens.verdict import Verdict
from game.ui.scene import Catalogue


def verdict(sitting: Sitting, catalogue: Catalogue) -> Verdict:
    """What to say about the answer of the question that stands now."""
    assert isinstance(sitting, Studying)
    _ = catalogue.gettext
    given = sitting.answered
    if given is not None and given.right:
        after = single.nearly(sitting.question, given.response, catalogue)
        again = sitting.reason == "back"
        head = _("Mended") if again else _("Right")
        line = _back(sitting, catalogue)
        return Verdict(True, "mended" if again else "right", head, line, after)
    line = single.said(sitting, given, catalogue)
    head = "" if given is None or given.response is None else _("Not this time")
    after = _("It comes once more in a few questions.") if sitting.comes_back else ""
    return Verdict(False, "recheck", head, line, after)


def _back(sitting: Studying, catalogue: Catalogue) -> str:
    memory = sitting.learner.agenda.memories.get(sitting.cards[-1])
    if memory is None or memory.due <= sitting.day:
        return ""
    day = home_words.day_word(memory.due, sitting.day, catalogue)
    return catalogue.gettext("Comes next: {day}").format(day=day) + "."
