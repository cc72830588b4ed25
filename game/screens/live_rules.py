"""The rules of a live class as rows to step through, all in one type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from game.screens.pick import ARROWS, LABEL, VALUE_FROM, Stepper
from game.ui.geometry import Rect
from game.ui.scene import Catalogue
from game.ui.text import line_width
from game.ui.theme import Theme

FEWEST, MOST = 2, 6
"""So many teams there can be."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A setting: its name in the protocol, what it is called, and its values with their words."""

    name: str
    words: str
    values: tuple[tuple[object, str], ...]


def rules(settings: Mapping[str, object], catalogue: Catalogue, *, begun: bool) -> list[Rule]:
    """What can be set now; once a class has `begun`, its names and teams stay as they are."""
    say = catalogue.gettext
    yes_no = ((True, say("yes")), (False, say("no")))
    paces = (
        ("window", say("the launch window")),
        ("relaxed", say("twice the time")),
        ("untimed", say("no clock")),
        ("classic", say("20 seconds a question")),
    )
    made = [
        Rule("shapes", say("Phones show"), (
            (False, say("all of it")), (True, say("shapes only")),
        )),
        Rule("change", say("Change answers"), yes_no),
        Rule("standing", say("Standing"), (
            ("top", say("the first five")), ("teams", say("teams")), ("none", say("none")),
        )),
        Rule("go", say("GO and NO-GO"), yes_no),
        Rule("calls", say("Calls"), yes_no),
    ]  # fmt: skip
    if not begun:
        made.insert(0, Rule("pace", say("Clock"), paces))
    elif settings.get("pace") in ("window", "relaxed", "untimed"):
        # Points by speed are chosen before the first question.
        made.insert(0, Rule("pace", say("Clock"), paces[:3]))
    if begun:
        return made
    ngettext = catalogue.ngettext
    teams: list[tuple[object, str]] = [(0, say("no teams"))]
    teams += [
        (n, ngettext("{count} team", "{count} teams", n).format(count=n))
        for n in range(FEWEST, MOST + 1)
    ]
    made += [
        Rule("names", say("Names"), (("made", say("made up")), ("free", say("their own")))),
        Rule("teams", say("Teams"), tuple(teams)),
    ]
    if settings.get("teams"):
        dealt = (("dealt", say("the game deals")), ("chosen", say("they choose")))
        made.append(Rule("dealt", say("Who is in which team"), dealt))
    return made


def stepper(
    rule: Rule, now: object, rect: Rect, share: float, change: Callable[[object], None]
) -> Stepper:
    """The row of a rule that is `now` so."""
    at = next((at for at, (value, _) in enumerate(rule.values) if value == now), 0)
    said = [words for _, words in rule.values]
    return Stepper(rule.words, said, at, rect, lambda to: change(rule.values[to][0]), share=share)


def share_of(made: Sequence[Rule], rect: Rect, theme: Theme, text_scale: float) -> float:
    """How large, 1 at most, the words of all rows are to be set to fit one of this size."""
    label, value = theme.style("body"), theme.style("body_bold")
    share = min(1.0, rect.h / (value.size * text_scale * value.line))
    for rule in made:
        wide = line_width(rule.words, label, label.size * text_scale)
        share = min(share, (rect.w * VALUE_FROM - LABEL) / wide)
        for _, words in rule.values:
            wide = line_width(words, value, value.size * text_scale)
            share = min(share, (rect.w * (1 - VALUE_FROM) - ARROWS) / wide)
    return share
