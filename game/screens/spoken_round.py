"""A round as it is heard: questions with their options, what was locked, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from game import languages
from game.bank.question import Question
from game.rounds.scoring import FUEL_GO, FUEL_MENDED, FUEL_RIGHT
from game.rounds.state import Response
from game.screens import spoken_arranged, words
from game.screens.arranged import lines_of
from game.screens.spoken import Line, drawn, heard
from game.ui.scene import Catalogue
from game.ui.voice import Said
from game.ui.widgets import Choice

if TYPE_CHECKING:
    from game.screens.countdown import CountdownScreen
    from game.screens.explanation import ExplanationScreen
    from game.screens.go import GoScreen
    from game.screens.question import QuestionScreen

LETTERS = "ABCDEFGH"


def question(screen: QuestionScreen) -> Iterator[Line]:
    """Where the countdown is, the question, what can be answered, and the calls that were heard;
    what was locked, once it is."""
    asked = screen.question
    if screen.moment == "locked":
        yield from locked(screen, screen.locked)
        return
    yield from where(screen)
    yield from stem(screen, asked)
    if screen.moment == "stem":
        return
    if isinstance(asked.answer, tuple):
        yield from spoken_arranged.stations(asked)
    yield from options(screen, asked)
    if asked.kind == "number" and asked.unit:
        yield Said(
            languages.catalogue(asked.language).gettext("In {unit}.").format(unit=asked.unit),
            asked.language,
        )
    calls = asked.hints[: screen.sitting.heard]
    for call in calls:
        name = words.call_name(call.call, screen.shared.catalogue)
        yield screen.say("{name}:").format(name=name)
        yield Said(call.text, asked.language)
    if calls:
        yield screen.say("{fuel} fuel if right.").format(fuel=screen.sitting.worth())


def countdown(screen: CountdownScreen) -> Iterator[Line]:
    """Any other screen of a round: what is drawn, without what stands round each of them."""
    frame = heard(screen, screen.paint_readings, screen.paint_gauge)
    if screen.sitting.round.phase != "results":
        yield from where(screen)
    yield screen.word
    yield from (text for text in drawn(screen) if text not in frame)
    asked = screen.sitting.question
    for widget in screen.group.widgets:
        if isinstance(widget, Choice) and widget.letter in LETTERS and not widget.focusable:
            at = LETTERS.index(widget.letter)
            yield option_line(screen, asked, at, widget.text)


def where(screen: CountdownScreen) -> Iterator[Line]:
    """T-n with its stage, or which question it is, and the fuel."""
    sitting, catalogue = screen.sitting, screen.shared.catalogue
    state = sitting.round
    if sitting.studies:
        yield screen.say("Question {number}.").format(number=getattr(sitting, "counted", 1))
        return
    if state.now.purpose == "spare":
        yield f"{screen.say('One in between')}."
    elif state.now.purpose != "flight":
        yield f"{words.t_minus(0)}. {screen.say('Hold')}."
    else:
        yield f"{words.t_minus(state.t_minus)}. {words.stage_name(state.stage, catalogue)}."


def stem(screen: CountdownScreen, asked: Question) -> Iterator[Line]:
    """The question itself, with the day that it speaks of."""
    yield Said(asked.prompt, asked.language)
    if asked.as_of and asked.as_of[:4] not in asked.prompt:
        day = words.day(asked.as_of, screen.shared.catalogue)
        yield f"{screen.say('As of {day}').format(day=day)}."
    if asked.picture is not None and asked.picture.alt:
        yield Said(asked.picture.alt, asked.language)


def options(screen: QuestionScreen, asked: Question) -> Iterator[Line]:
    """What one can answer, each with its letter and its shape."""
    for index, option in enumerate(asked.options):
        if index not in screen.struck:
            yield option_line(screen, asked, index, option)


def option_line(screen: CountdownScreen, asked: Question, index: int, option: str) -> Said:
    """One option in the language of its question: "A, triangle: 1957"."""
    catalogue = languages.catalogue(asked.language)
    letter = LETTERS[index]
    shape = shape_name(screen.shared.theme.answer(letter)[1], catalogue) if index < 4 else ""
    head = f"{letter}, {shape}" if shape else letter
    return Said(f"{head}: {option}.", asked.language)


def shape_name(shape: str, catalogue: Catalogue) -> str:
    """A plate's shape."""
    _ = catalogue.gettext
    names = {
        "triangle": _("triangle"),
        "diamond": _("diamond"),
        "circle": _("circle"),
        "square": _("square"),
    }
    return names.get(shape, "")


def locked(screen: QuestionScreen, response: Response) -> Iterator[Line]:
    """What was answered, at once and before it is judged."""
    if response is None:
        yield screen.say("Not answered.")
    elif isinstance(response, int) and screen.question.options:
        yield screen.say("Locked: {answer}.").format(answer=LETTERS[response])
    elif isinstance(response, tuple):
        yield screen.say("Locked.")
    else:
        yield screen.say("Locked: {answer}.").format(answer=response)


def go(screen: GoScreen, aside: str) -> Iterator[Line]:
    """The question, and what GO and NO-GO are worth."""
    yield from where(screen)
    yield from stem(screen, screen.sitting.question)
    go_line = screen.say("GO: I know it. {right} if right, {mended} if mended.")
    no_go_line = screen.say("NO-GO: not sure yet. {right} if right, {mended} if mended.")
    yield go_line.format(right=FUEL_GO, mended=0)
    yield no_go_line.format(right=FUEL_RIGHT, mended=FUEL_MENDED)
    yield aside


def explanation(screen: ExplanationScreen) -> Iterator[Line]:
    """Whether it was right, the key, why, what was chosen, where it stands, and the fuel."""
    asked, said = screen.sitting.question, screen.verdict
    catalogue = screen.shared.catalogue
    if said.head:
        yield f"{said.head}."
    yield from key_lines(screen, asked)
    yield Said(words.reason(asked) if not screen.lines else asked.why, asked.language)
    yield said.line
    yield said.after
    # That no teacher has read the translation is drawn with each answer; heard, once is enough.
    told = asked if _is_first(screen) else replace(asked, reviewed=True)
    yield words.source_line(told, screen.pack, catalogue)
    if not screen.sitting.studies:
        state = screen.sitting.round
        full = words.cells(screen.filled, state.count, catalogue)
        yield screen.say("Fuel: {cells}.").format(cells=full)


def _is_first(screen: ExplanationScreen) -> bool:
    """Whether this is the first question of the round or of the sitting."""
    sitting = screen.sitting
    if sitting.studies:
        return getattr(sitting, "firsts", 1) <= 1
    return sitting.round.at == 0


def key_lines(screen: ExplanationScreen, asked: Question) -> Iterator[Line]:
    """The right answer; of an order or of pairs each line of it."""
    if not screen.lines:
        catalogue = languages.catalogue(asked.language)
        said = catalogue.gettext("{key} is the answer")
        yield Said(f"{said.format(key=asked.key)}.", asked.language)
        return
    order = asked.kind == "order"
    yield f"{screen.say('The right order') if order else screen.say('The right pairs')}:"
    for line in lines_of(asked, None):
        when = f", {line.when}" if line.when else ""
        yield Said(f"{line.head}: {line.text}{when}.", asked.language)
