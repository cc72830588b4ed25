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
    """A setting: its name in the protocol, what it is called, its values with their words, and what
    it means as it is now."""

    name: str
    words: str
    values: tuple[tuple[object, str], ...]
    note: str


def rules(settings: Mapping[str, object], catalogue: Catalogue, *, begun: bool) -> list[Rule]:
    """What can be set now; once a class has `begun`, its names and teams stay as they are."""
    say = catalogue.gettext
    yes_no = ((True, say("yes")), (False, say("no")))
    by_speed = settings.get("pace") == "classic"
    made = [
        Rule("shapes", say("Phones show"), (
            (False, say("all of it")), (True, say("shapes only")),
        ), say(
            "Then the question stands in front alone, and phones have shapes and letters: not for "
            "learners who need large letters or a screen reader."
        ) if settings.get("shapes") else say("Phones have the question and its options.")),
        Rule("change", say("Change answers"), yes_no,
             say("Whether an answer can be changed until the question closes.")),
        Rule("standing", say("Standing"), (
            ("top", say("the first five")), ("teams", say("teams")), ("none", say("none")),
        ), say("What stands in front after a question: the five with most fuel, the teams, or "
               "nothing of the kind.")),
        _unless(by_speed, Rule("go", say("GO and NO-GO"), yes_no, say(
            "Said before the options show: right after GO fills 120 and not 100, but what is "
            "missed after it mends to 0 and not to 50."
        )), catalogue),
        _unless(by_speed, Rule("calls", say("Calls"), yes_no, say(
            "Hints from mission control, for who asks; each costs a little fuel."
        )), catalogue),
    ]  # fmt: skip
    if not begun or settings.get("pace") in ("window", "relaxed", "untimed"):
        # Points by speed are chosen before the first question.
        made.insert(0, _pace(settings, catalogue, begun=begun))
    if begun:
        return made
    ngettext = catalogue.ngettext
    teams: list[tuple[object, str]] = [(0, say("no teams"))]
    teams += [
        (n, ngettext("{count} team", "{count} teams", n).format(count=n))
        for n in range(FEWEST, MOST + 1)
    ]
    made += [
        Rule("names", say("Names"), (("made", say("made up")), ("free", say("their own"))),
             say("Made-up names are friendly. Their own are looked through for rude words, and you "
                 "can change any name.")),
        Rule("teams", say("Teams"), tuple(teams), say(
            "Teams are stations of one mission. A team’s fuel is the mean of its learners’ fuel."
        )),
    ]  # fmt: skip
    if settings.get("teams"):
        dealt = (("dealt", say("the game deals")), ("chosen", say("they choose")))
        made.append(Rule("dealt", say("Who is in which team"), dealt,
                         say("Dealt, teams are of one size as learners come.")))  # fmt: skip
    return made


def _pace(settings: Mapping[str, object], catalogue: Catalogue, *, begun: bool) -> Rule:
    say = catalogue.gettext
    paces = (
        ("window", say("the launch window")),
        ("relaxed", say("twice the time")),
        ("untimed", say("no clock")),
        ("classic", say("20 seconds a question")),
    )
    one_clock = say(
        "One clock for the whole round, which runs only while all think. Missing it costs a badge."
    )
    notes = {
        "untimed": say("A question closes when all have answered, or when you close it."),
        "classic": say(
            "The sooner a right answer comes, the more points it brings. There is neither GO nor "
            "a call."
        ),
    }
    note = notes.get(str(settings.get("pace")), one_clock)
    return Rule("pace", say("Clock"), paces[:3] if begun else paces, note)


def _unless(by_speed: bool, rule: Rule, catalogue: Catalogue) -> Rule:
    """A rule that points by speed leave no room for."""
    if not by_speed:
        return rule
    say = catalogue.gettext
    note = say("Where points go by speed there is neither GO nor a call.")
    return Rule(rule.name, rule.words, ((False, say("no")),), note)


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
