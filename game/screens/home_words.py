"""A learner's constellation in words."""

from __future__ import annotations

from datetime import date, timedelta

from game.packs.model import Pack
from game.play.constellation import Constellation, Satellite
from game.screens import words
from game.ui.scene import Catalogue


def counted(known: Constellation, catalogue: Catalogue) -> str:
    """How much is known, and how much of it is due."""
    _ = catalogue.gettext
    if not known.satellites:
        return _("Nothing known yet: your sky is waiting.")
    if known.due:
        return _("{known} known, {due} due today").format(known=known.known, due=known.due)
    return _("{known} known, nothing due today").format(known=known.known)


def what_now(known: Constellation, day: date, catalogue: Catalogue) -> str:
    """What is worth doing now: a sentence under the counts."""
    _ = catalogue.gettext
    if not known.satellites:
        return _("Each fact that you learn becomes a satellite with its name.")
    if known.due:
        return _("What is due has sunk a little. A right answer lifts it.")
    coming = known.next_day(day)
    if coming is None:
        return _("Resting is fine.")
    return _("Resting is fine. Next due: {count}, {day}").format(
        count=coming[1], day=day_word(coming[0], day, catalogue)
    )


def others(known: Constellation, catalogue: Catalogue) -> str:
    """What this sky does not show, "" if it shows all."""
    _ = catalogue.gettext
    said = []
    if known.elsewhere:
        said.append(_("From other packs: {count}.").format(count=known.elsewhere))
    if known.gone:
        said.append(_("No longer in this pack: {count}.").format(count=known.gone))
    return " ".join(said)


def remembered(one: Satellite, catalogue: Catalogue) -> str:
    """The chance that it is remembered today, in per cent."""
    percent = round(one.recall * 100)
    return catalogue.gettext("{percent} % remembered").format(percent=percent)


def comes_next(one: Satellite, day: date, catalogue: Catalogue) -> str:
    """When it is asked again."""
    _ = catalogue.gettext
    if one.due:
        return _("Due today")
    return _("Comes next: {day}").format(day=day_word(one.next_day, day, catalogue))


def day_word(then: date, day: date, catalogue: Catalogue) -> str:
    """A day as it is told: tomorrow, or its date."""
    if then == day + timedelta(days=1):
        return catalogue.gettext("tomorrow")
    return words.day(then.isoformat(), catalogue)


def source_of(one: Satellite, pack: Pack, catalogue: Catalogue) -> str:
    """Where it stands, in a line."""
    if not one.citations:
        return pack.came_from
    source = pack.source(one.citations[0].source)
    numbers = tuple(c.paragraph for c in one.citations if c.source == source.id)
    where = words.place_in(source, numbers, catalogue)
    name = source.publisher or source.title
    return catalogue.gettext("{publisher} ({kind}), {where}").format(
        publisher=name, kind=source.kind, where=where
    )
