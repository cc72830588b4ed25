"""The words that several screens share, each through the catalogue that it is given."""

from __future__ import annotations

import re

from game.bank.draw import CannotDraw
from game.bank.question import CallName, Question
from game.bank.stages import Stage
from game.flight.vehicle import Vehicle
from game.packs.model import Pack
from game.play.mission import Mission, fuel_from
from game.play.words import NO_BREAK as NO_BREAK
from game.play.words import paragraphs as paragraphs
from game.play.words import place_in as place_in
from game.play.words import source_line as source_line
from game.rounds.state import Round
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


def cells(filled: float, count: int, catalogue: Catalogue) -> str:
    """How many cells are full, to a tenth, in words."""
    return catalogue.gettext("{filled} of {count}").format(
        filled=amount(filled, 1, catalogue), count=count
    )


def filled(state: Round, catalogue: Catalogue) -> str:
    """How much the cells of the rocket hold before the key is turned, and what of it was mended."""
    states = state.mission_cells()
    mended = states.count("mended")
    if state.crew.phones:
        return _held(state, mended, catalogue)
    full = states.count("full") + mended
    line = catalogue.ngettext("{filled} cell is full.", "{filled} cells are full.", full)
    line = line.format(filled=full)
    if mended:
        line += " " + catalogue.ngettext(
            "{count} of them you mended.", "{count} of them you mended.", mended
        ).format(count=mended)
    return line


def _held(state: Round, mended: int, catalogue: Catalogue) -> str:
    """The same of a class on phones, in the words that each phone has for its own fuel."""
    line = catalogue.gettext("{fuel} fuel, {filled} of {count} cells").format(
        fuel=sum(state.mission_fuel()),
        filled=amount(state.filled_cells(), 1, catalogue),
        count=state.count,
    )
    if not mended:
        return f"{line}."
    after = catalogue.ngettext(
        "The class has mended {count} of them.", "The class has mended {count} of them.", mended
    )
    return f"{line}. {after.format(count=mended)}"


def too_few(error: CannotDraw, catalogue: Catalogue) -> str:
    """What to say where a pack has too few facts for a round."""
    return catalogue.ngettext(
        "{found} fact is too few for {wanted} questions. Choose more sets or a shorter flight.",
        "{found} facts are too few for {wanted} questions. Choose more sets or a shorter flight.",
        error.found,
    ).format(found=error.found, wanted=error.wanted)


def only_enough(count: int, catalogue: Catalogue) -> str:
    """What to say where a flight is shorter than it was chosen."""
    return catalogue.ngettext(
        "The facts are enough for {count} question only.",
        "The facts are enough for {count} questions only.",
        count,
    ).format(count=count)


def of_vehicle(vehicle: Vehicle, text: str, catalogue: Catalogue) -> str:
    """A text of a vehicle's file in the player's language; no line breaks before a unit."""
    said = vehicle.said(text, catalogue.info().get("language", "en"))
    return re.sub(r"(?<=\d) (?=(?:t|km|т|км)\b)", NO_BREAK, said)


def amount(value: float, digits: int, catalogue: Catalogue) -> str:
    """A number with at most so many digits after its point, which is a comma in our languages."""
    text = f"{value:.{digits}f}"
    if digits:
        text = text.rstrip("0").rstrip(".")
    return text if catalogue.info().get("language", "en") == "en" else text.replace(".", ",")


def carries(mission: Mission, catalogue: Catalogue) -> str:
    """What the rocket carries."""
    return of_vehicle(mission.vehicle, mission.payload.name, catalogue)


def bound_for(mission: Mission, catalogue: Catalogue) -> str:
    """Where the rocket carries it, and what rocket it is."""
    name = of_vehicle(mission.vehicle, mission.vehicle.short, catalogue)
    orbit = of_vehicle(mission.vehicle, mission.payload.orbit, catalogue)
    return catalogue.gettext("{vehicle}: {orbit}").format(vehicle=name, orbit=orbit)


def with_more(mission: Mission, best: int, catalogue: Catalogue) -> str:
    """What more fuel would have carried, "" where it was enough for all of it."""
    if not mission.more:
        return ""
    payload, share = mission.more[0]
    name = of_vehicle(mission.vehicle, payload.name, catalogue)
    line = catalogue.gettext("From {fuel}: {payload}")
    return line.format(fuel=fuel_from(share, best), payload=name)


def by_source(*questions: Question) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The citations of questions, gathered by source in the order that they are cited."""
    gathered: dict[str, list[int]] = {}
    for citation in (cited for question in questions for cited in question.citations):
        gathered.setdefault(citation.source, []).append(citation.paragraph)
    return tuple((source, tuple(sorted(set(found)))) for source, found in gathered.items())


def day(iso: str, catalogue: Catalogue) -> str:
    """A day as people write it: 18 August 2025. Text that is not an ISO day comes back as it is."""
    _ = catalogue.gettext
    year, _dash, rest = iso.partition("-")
    month, _dash, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and number.isdigit() and 1 <= int(month) <= 12):
        return iso
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return _("{day} {month} {year}").format(
        day=int(number), month=months[int(month) - 1], year=year
    )


def chose(chosen: str, feedback: str, catalogue: Catalogue, *, of_class: bool = False) -> str:
    """What was chosen, and what it really is: a sentence of its own, or the end of this one."""
    _ = catalogue.gettext
    if of_class:
        if not feedback:
            return _("The class chose {chosen}.").format(chosen=chosen)
        if feedback[:1].islower():
            return _("The class chose {chosen}: {what}").format(chosen=chosen, what=feedback)
        return _("The class chose {chosen}. {what}").format(chosen=chosen, what=feedback)
    if not feedback:
        return _("You chose {chosen}.").format(chosen=chosen)
    if feedback[:1].islower():
        return _("You chose {chosen}: {what}").format(chosen=chosen, what=feedback)
    return _("You chose {chosen}. {what}").format(chosen=chosen, what=feedback)


def reason(question: Question) -> str:
    """Why the key is the key. A sentence that was false is set right first, and so is what the odd
    one really is, and when it was what a line of years marks: the key alone says none of them."""
    line = question.picture is not None and question.picture.draw == "timeline"
    if question.kind in ("choice", "who-said", "picture") and question.why and not line:
        return question.why
    return f"{question.explanation} {question.why}".strip()


def topic(question: Question, pack: Pack) -> str:
    """The topic of a question as it shows; what stands for a fact that has no label."""
    return dict(pack.topics).get(question.topic, question.topic)
