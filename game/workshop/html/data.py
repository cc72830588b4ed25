"""What a page knows, as plain values for its script: words, rounds, questions, missions, shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from game.bank.question import Hint, Question
from game.bank.stages import stage_of
from game.packs.model import Pack
from game.play.mission import ladder, mission_for, vehicle_called
from game.rounds import scoring, state
from game.rounds.scoring import MOST_CALLS
from game.screens import reading, words
from game.ui.scene import Catalogue
from game.ui.text import curled
from game.ui.theme import Theme
from game.workshop.html.figure import outline_of, rocket, shapes_of
from game.workshop.html.rounds import Flight
from game.workshop.html.wording import wording

Json = dict[str, Any]

ROCKET_HIGH = 620.0


def page_data(
    pack: Pack,
    flown: Sequence[Flight],
    catalogue: Catalogue,
    language: str,
    themes: Sequence[Theme],
) -> Json:
    """All of it. `themes` are the looks, dark and light, in the order of the page's style."""
    held = _Held(pack, catalogue, language, themes)
    rounds = [_flight(flight, held) for flight in flown]
    vehicle = vehicle_called(pack.vehicle)
    of = outline_of(vehicle.id)
    return {
        "language": language,
        "title": pack.title,
        "from": pack.came_from,
        "words": wording(catalogue, max(len(flight.questions) for flight in flown)),
        "rules": {
            "right": scoring.FUEL_RIGHT,
            "go": scoring.FUEL_GO,
            "mended": scoring.FUEL_MENDED,
            "call": scoring.FUEL_PER_CALL,
            "calls": MOST_CALLS,
            "after": state.MEND_AFTER,
        },
        "rounds": rounds,
        "questions": held.questions,
        "sources": list(held.sources),
        "missions": _missions(pack, len(flown[0].questions), catalogue),
        "rocket": [rocket(of, theme, ROCKET_HIGH) for theme in themes],
    }


@dataclass(slots=True)
class _Held:
    """The questions of all rounds, each once, and their source lines."""

    pack: Pack
    catalogue: Catalogue
    language: str
    themes: Sequence[Theme]
    questions: list[Json] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, question: Question) -> int:
        """Where a question stands among all."""
        name = f"{question.id} {question.options}"
        if name not in self._places:
            self._places[name] = len(self.questions)
            self.questions.append(self._told(question))
        return self._places[name]

    def _told(self, question: Question) -> Json:
        """One question; what it has not is left out."""
        source = curled(words.source_line(question, self.pack, self.catalogue))
        feedback = question.feedback if any(question.feedback) else ()
        found: Json = {
            "kind": question.kind,
            "prompt": curled(question.prompt),
            "options": _curled(question.options),
            "prompts": _curled(question.prompts),
            "answer": question.answer,
            "key": "" if isinstance(question.answer, tuple) else curled(question.key),
            "accepted": [text for text in question.accepted if text != question.answer],
            "unit": question.unit,
            "tolerance": question.tolerance or "",
            "hints": [_hint(hint, self.catalogue) for hint in question.hints[:MOST_CALLS]],
            "why": curled(words.reason(question)),
            "feedback": _curled(feedback),
            "label": curled(reading.about(question, self.pack)),
            "source": self.sources.setdefault(source, len(self.sources)),
            "language": question.language if question.language != self.language else "",
        }
        picture = question.picture
        if picture is not None and picture.draw:
            shapes = [shapes_of(picture, theme) for theme in self.themes]
            found["picture"] = {"alt": picture.alt, "shapes": shapes}
        return {name: value for name, value in found.items() if value not in ("", (), [])}


def _flight(flight: Flight, held: _Held) -> Json:
    count = len(flight.questions)
    return {
        "questions": [held.place(question) for question in flight.questions],
        "mends": [held.place(question) for question in flight.mends],
        "spares": [held.place(question) for question in flight.spares],
        "go": [at for at, offers in enumerate(flight.offers_go) if offers],
        "stages": [stage_of(at, count) for at in range(count)],
    }


def _curled(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(curled, texts))


def _hint(hint: Hint, catalogue: Catalogue) -> Json:
    told: Json = {"call": words.call_name(hint.call, catalogue), "text": curled(hint.text)}
    return told if hint.strikes is None else {**told, "strikes": hint.strikes}


def _missions(pack: Pack, count: int, catalogue: Catalogue) -> list[Json]:
    """What flies from which share of the fuel on, the least first; `more` is what flies next."""
    vehicle = vehicle_called(pack.vehicle)
    best = count * scoring.FUEL_RIGHT
    missions = [(share, mission_for(vehicle, share)) for _payload, share in ladder(vehicle)]
    return [
        {
            "share": share,
            "carries": words.carries(mission, catalogue),
            "bound": words.bound_for(mission, catalogue),
            "more": words.with_more(mission, best, catalogue),
        }
        for share, mission in missions
    ]
