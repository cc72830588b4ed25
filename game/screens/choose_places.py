"""Where the choices of a flight stand: as plates and tiles, or as rows where the text is large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, get_args

from game.packs.model import FactSet
from game.screens import tiles
from game.screens.choice import Level, Order, Who
from game.screens.pick import Pick, Stepper
from game.screens.shelf import Volume
from game.screens.tiles import Painter, Tile, Turner
from game.ui.geometry import Rect
from game.ui.widgets import Label, Widget

if TYPE_CHECKING:
    from game.screens.choose import ChooseScreen

TEAMS = range(2, 7)
PLATES = 3
"""Packs that have plates of their own; of more, one plate steps through all."""

_OTHERS: tuple[Who, ...] = ("alone", "class", "phones")
"""Who plays beside teams."""

_GAP = 16.0
_HEAD = 52.0


def choosing(screen: ChooseScreen, area: Rect) -> list[Widget]:
    """The widgets of all choices, for the present text size."""
    if screen.crowded:
        return _rows(screen, area)
    left = Rect(area.x, area.y, 816, area.h)
    right = Rect(area.x + 864, area.y, 864, area.h)
    return [*_packs(screen, left), *_who(screen, right), *_length(screen, right)]


def _packs(screen: ChooseScreen, area: Rect) -> list[Widget]:
    widgets: list[Widget] = [_heading(screen.say("About what"), area)]
    volumes = screen.volumes
    sets = _sets_of(screen)
    count = len(sets) + (len(volumes) if len(volumes) <= PLATES else 1)
    high = min(116.0, (area.h - _HEAD - _GAP * (count - 1)) / max(1, count))
    rows = iter(
        Rect(area.x, area.y + _HEAD + at * (high + _GAP), area.w, high) for at in range(count)
    )

    def add_sets() -> None:
        for one, facts in sets:
            place = next(rows)
            rect = Rect(place.x + 72, place.y, place.w - 72, place.h)
            press = partial(screen.tick_set, one.id)
            on = one.id in screen.sets()
            widgets.append(Pick(one.title, _about(screen, one, facts), rect, press, on=on))

    if len(volumes) > PLATES:
        widgets.append(_bare(_pack_stepper(screen, next(rows))))
        add_sets()
        return widgets
    for volume in volumes:
        widgets.append(_plate(screen, volume, next(rows)))
        if volume is screen.volume:
            add_sets()
    return widgets


def _plate(screen: ChooseScreen, volume: Volume, rect: Rect) -> Pick:
    press = partial(screen.take_pack, volume)
    if volume.pack is None:
        return Pick(volume.name, screen.say("cannot be read"), rect, press, on=False, single=True)
    on = volume.folder == screen.game.loading.folder
    title, origin = volume.pack.title, volume.pack.came_from
    return Pick(title, origin, rect, press, on=on, single=True)


def _who(screen: ChooseScreen, area: Rect) -> list[Widget]:
    choice = screen.choice
    signs: dict[Who, Painter] = {
        "alone": tiles.one,
        "class": tiles.many,
        "teams": tiles.teams,
        "phones": tiles.phones,
    }
    names = _who_names(screen)
    widgets: list[Widget] = [_heading(screen.say("Who plays"), area)]
    for who, rect in zip(get_args(Who), _row(area, _HEAD, 184, 4), strict=True):
        press = partial(screen.change, choice.played_by(who))
        widgets.append(Tile(names[who], rect, press, on=choice.who == who, sign=signs[who]))
    below = Rect(area.x, area.y + _HEAD + 184 + 12, area.w, 68)
    if choice.who == "teams":
        half = (below.w - _GAP) / 2
        how = _order_stepper(screen, Rect(below.x, below.y, half, below.h))
        number = Rect(below.x + half + _GAP, below.y, half, below.h)
        widgets += [_bare(how), _team_turner(screen, number)]
    else:
        said = {
            "alone": screen.say("One player, with calls to mission control"),
            "class": screen.say("All vote with fingers or printed cards; no phones"),
            "phones": screen.say("Each answers on a phone in this room; no internet"),
        }
        widgets.append(Label(said[choice.who], below.inset(4, 10), "hint", "ink_dim"))
    return widgets


def _length(screen: ChooseScreen, area: Rect) -> list[Widget]:
    choice = screen.choice
    ngettext = screen.shared.catalogue.ngettext
    top = _HEAD + 184 + 12 + 68 + 8
    widgets: list[Widget] = [_heading(screen.say("How long"), area.moved(0, top))]
    lengths = choice.lengths
    for count, rect in zip(lengths, _row(area, top + _HEAD, 124, len(lengths)), strict=True):
        if choice.who == "alone":
            words = ngettext("question", "questions", count)
        else:
            words = ngettext("minute", "minutes", count)
        press = partial(screen.change, replace(choice, count=count))
        widgets.append(Tile(words, rect, press, on=choice.count == count, figure=str(count)))
    top += _HEAD + 124 + 16
    widgets.append(_heading(screen.say("How hard"), area.moved(0, top)))
    names = _level_names(screen)
    for level, rect in zip(get_args(Level), _row(area, top + _HEAD, 88, 3), strict=True):
        press = partial(screen.change, replace(choice, level=level))
        widgets.append(Tile(names[level], rect, press, on=choice.level == level))
    return widgets


def _rows(screen: ChooseScreen, area: Rect) -> list[Widget]:
    """One row a choice: its values are stepped through."""
    made = [_pack_stepper, _set_stepper, _who_stepper]
    if screen.choice.who == "teams":
        made.append(_order_stepper)
    made += [_length_stepper, _level_stepper]
    high = min(120.0, area.h / len(made))
    return [
        make(screen, Rect(area.x, area.y + at * high, area.w, high - 6))
        for at, make in enumerate(made)
    ]


def _bare(row: Stepper) -> Turner:
    """The same choice without its label, for where a heading says it."""
    return Turner(row.label, row.values, row.at, row.rect, row.on_change)


def _pack_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    readable = [v for v in screen.volumes if v.pack is not None]
    chosen = screen.game.loading.folder
    at = next((i for i, v in enumerate(readable) if v.folder == chosen), 0)
    titles = [v.pack.title for v in readable if v.pack is not None] or ["…"]
    return Stepper(
        screen.say("About what"), titles, at, rect, lambda to: screen.take_pack(readable[to])
    )


def _set_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    """The sets one by one, all of them, and what is ticked now."""
    sets = [one for one, _ in _sets_of(screen)]
    now = screen.sets()
    values = [frozenset({one.id}) for one in sets]
    if len(sets) > 1:
        values.append(frozenset(one.id for one in sets))
    if now not in values:
        values.append(now)
    titles = {one.id: one.title for one in sets}

    def said(value: frozenset[str]) -> str:
        if len(value) > 1 and len(value) == len(sets):
            return screen.say("all of them")
        return ", ".join(titles[one.id] for one in sets if one.id in value) or "…"

    def take(to: int) -> None:
        screen.take_sets(values[to])

    return Stepper(screen.say("Facts"), [said(v) for v in values], values.index(now), rect, take)


def _who_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    choice, names = screen.choice, _who_names(screen)
    values = [choice.played_by(who) for who in _OTHERS]
    values += [replace(choice.played_by("teams"), teams=teams) for teams in TEAMS]
    said = [*(names[who] for who in _OTHERS), *(_teams(screen, teams) for teams in TEAMS)]
    teams_at = len(_OTHERS) + choice.teams - TEAMS[0]
    at = _OTHERS.index(choice.who) if choice.who in _OTHERS else teams_at
    return Stepper(screen.say("Who plays"), said, at, rect, lambda to: screen.change(values[to]))


def _team_turner(screen: ChooseScreen, rect: Rect) -> Turner:
    choice = screen.choice

    def take(to: int) -> None:
        screen.change(replace(choice, teams=TEAMS[to]))

    said = [_teams(screen, teams) for teams in TEAMS]
    return Turner("teams", said, TEAMS.index(choice.teams), rect, take)


def _order_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    choice = screen.choice
    orders: tuple[Order, ...] = get_args(Order)
    said = {
        "turns": screen.say("by turns"),
        "buzz": screen.say("first to press"),
        "together": screen.say("all with cards"),
    }

    def take(to: int) -> None:
        screen.change(replace(choice, order=orders[to]))

    words = [said[order] for order in orders]
    return Stepper(screen.say("Answer"), words, orders.index(choice.order), rect, take)


def _length_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    choice, ngettext = screen.choice, screen.shared.catalogue.ngettext
    said = []
    for count in choice.lengths:
        if choice.who == "alone":
            words = ngettext("{count} question", "{count} questions", count)
        else:
            words = ngettext("about {count} minute", "about {count} minutes", count)
        said.append(words.format(count=count))

    def take(to: int) -> None:
        screen.change(replace(choice, count=choice.lengths[to]))

    at = choice.lengths.index(choice.count)
    return Stepper(screen.say("How long"), said, at, rect, take)


def _level_stepper(screen: ChooseScreen, rect: Rect) -> Stepper:
    choice, names = screen.choice, _level_names(screen)
    levels: tuple[Level, ...] = get_args(Level)

    def take(to: int) -> None:
        screen.change(replace(choice, level=levels[to]))

    said = [names[level] for level in levels]
    return Stepper(screen.say("How hard"), said, levels.index(choice.level), rect, take)


def _sets_of(screen: ChooseScreen) -> Sequence[tuple[FactSet, int]]:
    volume = screen.volume
    if volume is None or volume.pack is None:
        return ()
    return tuple(zip(volume.pack.sets, volume.counts, strict=True))


def _about(screen: ChooseScreen, one: FactSet, facts: int) -> str:
    line = screen.shared.catalogue.ngettext(
        "from age {age}, {count} fact", "from age {age}, {count} facts", facts
    )
    return line.format(age=one.age, count=facts)


def _teams(screen: ChooseScreen, count: int) -> str:
    said = screen.shared.catalogue.ngettext("{count} team", "{count} teams", count)
    return said.format(count=count)


def _who_names(screen: ChooseScreen) -> dict[Who, str]:
    return {
        "alone": screen.say("Alone"),
        "class": screen.say("A class"),
        "teams": screen.say("Teams"),
        "phones": screen.say("On phones"),
    }


def _level_names(screen: ChooseScreen) -> dict[Level, str]:
    return {
        "gentle": screen.say("gentle"),
        "usual": screen.say("usual"),
        "hard": screen.say("hard"),
    }


def _heading(words: str, area: Rect) -> Label:
    return Label(words, Rect(area.x + 4, area.y, area.w, _HEAD - 8), "hint", "ink_dim")


def _row(area: Rect, top: float, high: float, count: int) -> list[Rect]:
    wide = (area.w - _GAP * (count - 1)) / count
    return [Rect(area.x + at * (wide + _GAP), area.y + top, wide, high) for at in range(count)]
