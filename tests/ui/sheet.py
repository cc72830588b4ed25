"""Every widget in every state on one screen, to look at and to compare."""

from __future__ import annotations

from game.ui.canvas import Canvas
from game.ui.events import Event, TextComposing
from game.ui.focus import FocusGroup
from game.ui.scene import Scene, Services
from game.ui.widgets import Button, Choice, KeyHints, Label, ListBox, Slider, TextField

ENGLISH = "In which year was the first artificial Earth satellite launched from Baikonur?"
KAZAKH = "Жердің алғашқы жасанды серігі Байқоңырдан қай жылы ұшырылды?"


class WidgetSheet(Scene):
    """A question in one language, and beside it what other screens are made of."""

    def __init__(self, shared: Services, question: str = ENGLISH) -> None:
        super().__init__(shared)
        self.question = question
        places = [(96, 508), (766, 508), (96, 708), (766, 708)]
        words = ["A railway line", "A concrete road", "A canal", "1957"]
        choices = [
            Choice(letter, text, (*place, 642, 172), figure=text.isdigit())
            for letter, text, place in zip("ABCD", words, places, strict=True)
        ]
        choices[1].state = "ruled_out"
        choices[2].state = "dimmed"
        field = TextField((1460, 420, 420, 100), "Ғары")
        field.handle(TextComposing("ш", 1))
        self.group = FocusGroup(
            [
                *choices,
                KeyHints([("H", "Call mission control"), ("A–D", "Choose"), ("↑ ↓", "Move")]),
                Button("Fly", (1460, 40, 360, 108), kind="primary", sign="play"),
                Button("Workshop", (1460, 170, 310, 108)),
                Button("Show the answer", (1460, 300, 420, 96), kind="quiet"),
                field,
                Slider(
                    "Text", (1440, 540, 460, 90), 150, 100, 200, 10, words=lambda v: f"{v:.0f} %"
                ),
                ListBox([("Baikonur", "60 facts"), "Two", "Three", "4"], (1440, 650, 460, 290)),
                Label("From the five articles", (1440, 970, 460, 60), "hint", "sand"),
            ]
        )

    def handle(self, event: Event) -> None:
        self.group.handle(event)

    def draw(self, canvas: Canvas) -> None:
        colour, seen = canvas.theme.colour, canvas.visible
        canvas.fill(colour("indigo"))
        canvas.box((seen.x, 908, seen.w, seen.bottom - 908), colour("steppe"), 0)
        canvas.text("T-7", (92, 132), "count", colour("ink"), "baseleft")
        canvas.line([(400, 60), (500, 140), (600, 60)], colour("rocket.steel"), 6)
        canvas.arc((700, 110), 50, -60, 60, colour("fuel"), 16)
        canvas.polygon([(800, 40), (1000, 60), (900, 150)], colour("coral"), alpha=120)
        canvas.text("6:42", (1318, 92), "figure", colour("ink"), "midright", equal_digits=True)
        canvas.disc((1378, 92), 36, colour("ink"), 4)
        canvas.pie((1378, 92), 26, 0.62, colour("ink"))
        canvas.box((96, 176, 1312, 300), colour("card"), alpha=240)
        canvas.box((96, 176, 1312, 300), colour("line"), width=2)
        canvas.paragraph(
            self.question, (160, 190, 1184, 272), "question", colour("ink"), valign="middle"
        )
        self.group.draw(canvas)
