"""A screen gone dark, so that a class looks at its teacher."""

from __future__ import annotations

from game.ui.canvas import Canvas
from game.ui.events import Event, Key, Pointer
from game.ui.reading import Reading
from game.ui.scene import Scene
from game.ui.voice import Said


class BlankScene(Scene):
    """Black until a key or a press; time stands still under it."""

    def handle(self, event: Event) -> None:
        pressed = isinstance(event, Pointer) and event.kind == "press"
        if pressed or (isinstance(event, Key) and not event.repeat):
            self.shared.stack.pop()

    @property
    def words(self) -> str:
        """How to go on."""
        return self.shared.catalogue.gettext("Any key shows the screen again.")

    def reads(self) -> Reading:
        return Reading("blank", (Said(self.words, self.shared.language),))

    def draw(self, canvas: Canvas) -> None:
        canvas.fill((0, 0, 0))
        said = self.words
        canvas.text(said, (960, 1040), "hint", (150, 150, 160), "centre", fit=1700)
