"""Where stem and answers stand while everybody thinks, and how those without letters are shown."""

from __future__ import annotations

from typing import Protocol

from game.bank.question import Question
from game.play.sitting import Sitting
from game.screens.arrange import ArrangeScreen
from game.screens.game import Game
from game.screens.options import LETTERS, OptionsScreen, option_areas
from game.screens.picture import PictureScreen
from game.screens.places import Places
from game.screens.prompt import draw_card, draw_prompt
from game.screens.question import QuestionScreen, question_screen
from game.screens.stations import alike, events_share
from game.ui.art.figures import draw_figure
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.scene import Services
from game.ui.theme import TypeStyle
from game.ui.widgets import Choice


def option_areas_of(plain: QuestionScreen) -> tuple[Rect, ...]:
    """Where the options of a question stand when one player answers it."""
    if isinstance(plain, OptionsScreen):
        return plain.areas
    return option_areas(plain.places, len(plain.question.options))


def sign_of(plain: QuestionScreen, most: float) -> float:
    """How high the options' signs are: `most`, and no more than leaves large words their room."""
    large = plain.arrangement if isinstance(plain, OptionsScreen) else None
    return most if large is None else large.sign


def style_of(plain: QuestionScreen) -> str:
    """The type of the options where large text has another one for two plates; "" for the usual."""
    if not isinstance(plain, OptionsScreen) or plain.arrangement is None:
        return ""
    return "display" if plain.plates else ""


class Shows(Protocol):
    """A screen that puts a question to everybody; see `vote.ShowScreen`."""

    game: Game
    sitting: Sitting
    shared: Services

    @property
    def moment(self) -> str:
        """What everybody does now; see `vote.Moment`."""

    @property
    def open(self) -> bool:
        """Whether what can be answered shows."""

    @property
    def went(self) -> bool:
        """Whether GO was said."""

    @property
    def declined(self) -> bool:
        """Whether NO-GO was said."""

    @property
    def counted(self) -> int:
        """What everybody counts aloud now."""


class Body:
    """The stem on its card, a figure beside the options, or what is to be put in order."""

    def __init__(self, screen: Shows) -> None:
        self._screen = screen
        self._plain = question_screen(screen.game, screen.sitting)

    @property
    def card(self) -> Rect:
        """The card of the stem."""
        plain = self._plain
        if isinstance(plain, OptionsScreen | ArrangeScreen):
            return plain.card
        card, places = plain.places.card, plain.places
        return Rect(card.x, card.y, card.w, places.answers[0].y + 40 - card.y)

    def draw(self, canvas: Canvas) -> None:
        screen, plain = self._screen, self._plain
        question, places = plain.question, plain.places
        if screen.moment == "count":
            self._count(canvas)
        else:
            draw_prompt(
                canvas,
                question,
                self.card,
                places,
                screen.shared.catalogue,
                went=screen.went,
                declined=screen.declined,
            )
        if isinstance(plain, PictureScreen) and question.picture is not None:
            draw_card(canvas, plain.panel)
            picture = question.picture
            area = plain.panel.inset(32, 32)
            draw_figure(canvas, picture.draw, picture.of, area, picture.within)
        elif isinstance(plain, ArrangeScreen) and screen.open:
            draw_items(canvas, question, places, self.card.bottom + 24)

    def _count(self, canvas: Canvas) -> None:
        """The count in the place of the question, for all to act on together."""
        card = self.card
        draw_card(canvas, card, "tr bl")
        style = TypeStyle(min(300.0, card.h * 0.8) / canvas.text_scale, 800)
        canvas.text(
            str(self._screen.counted), card.centre, style, canvas.theme.colour("fuel"), "centre"
        )


def body_of(screen: Shows) -> Body:
    """The body of this screen as its settings are now."""
    return Body(screen)


def draw_items(canvas: Canvas, question: Question, places: Places, top: float) -> None:
    """What is to be put in order or in pairs, each with its letter."""
    foot = places.answers[-1].bottom
    count = len(question.options)
    gap = 20.0
    high = min(150.0, (foot - top - gap * (count - 1)) / count)
    left, right = places.card.x, places.right
    wide = right - left
    share = events_share(question, places, 0.49)
    rests = [
        Rect(left + (wide * (share + 0.03) if question.prompts else 0), top + at * (high + gap),
             wide * (0.97 - share if question.prompts else 1.0), high)
        for at in range(count)
    ]  # fmt: skip
    for index, (option, rect) in enumerate(zip(question.options, rests, strict=True)):
        sign, beside = min(120.0, high - 24), question.options
        Choice(LETTERS[index], option, rect, sign_size=sign, beside=beside).draw(canvas)
    room = 56.0 + 24 * canvas.text_scale
    # No size tells one from the others.
    words = alike(canvas, question.prompts, (wide * share - room - 32, high - 12))
    for at, (prompt, rest) in enumerate(zip(question.prompts, rests, strict=False), start=1):
        card = Rect(left, rest.y, wide * share, rest.h)
        draw_card(canvas, card)
        ink = canvas.theme.colour("ink")
        style = TypeStyle(min(84.0, card.h * 0.6) / canvas.text_scale, 800)
        canvas.text(str(at), (card.x + room / 2 + 8, card.centre[1]), style, ink, "centre")
        area = Rect(card.x + room + 12, card.y + 6, card.w - room - 32, card.h - 12)
        canvas.paragraph(prompt, area, words, ink, valign="middle")
