"""What happened when the records were opened, told once in plain words."""

from __future__ import annotations

from game.records.message import Message, What
from game.screens import words
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.paged import PagedCardScreen
from game.ui.scene import Catalogue


def tell(game: Game) -> bool:
    """Lay the card over the screen if there is something to tell; whether there was."""
    said = game.logbook.heard()
    if said:
        game.shared.stack.push(RecordsCard(game, said))
    return bool(said)


class RecordsCard(PagedCardScreen):
    """Each thing that happened: what it was, and what became of the answers."""

    name = "records"
    high = 640.0

    def __init__(self, game: Game, said: tuple[Message, ...]) -> None:
        super().__init__(game, "")
        self.said = said

    @property
    def heading(self) -> str:
        return self.say("About your records")

    def told(self) -> dict[str, object]:
        return {"said": [one.what for one in self.said]}

    def blocks(self) -> list[Block]:
        return [
            block
            for one in self.said
            for block in (
                Block(sentence(one, self.shared.catalogue), before=24),
                *([Block(one.file, "hint", "sand", before=8)] if one.file else []),
            )
        ]


def sentence(message: Message, catalogue: Catalogue) -> str:
    """A thing that happened, as it is told to a learner."""
    _ = catalogue.gettext
    said: dict[What, str] = {
        "restored": _(
            "The file of your answers was damaged. The backup of {day} is in its place. Later "
            "answers that could be read: {count}. The damaged file was kept:"
        ),
        "found-again": _(
            "The file of your answers was gone. The backup of {day} is in its place. Later "
            "answers that could be read: {count}."
        ),
        "started-anew": _(
            "The file of your answers was damaged, and there is no backup. Answers that could be "
            "read: {count}. The damaged file was kept:"
        ),
        "read-only": _(
            "Nothing can be written where your answers are kept. You can study; what you answer "
            "now is kept only until the game closes."
        ),
        "no-room": _(
            "The disk takes nothing more. You can study; what you answer now is kept only until "
            "the game closes. Make room, then start again."
        ),
        "newer": _(
            "Your answers were kept by a newer version of the game. They are safe, and nothing is "
            "added to them. Install the newer version to go on with them."
        ),
        "shared": _("The game is open twice with the same answers. Both keep what you answer."),
        "second-copy": _(
            "The game is open a second time. What you answer here is kept only until it closes: "
            "close the other one first."
        ),
        "clock-back": _(
            "The clock of this computer stands before your last answer, of {day}. Set it right, "
            "or cards come back at the wrong time. Nothing is lost."
        ),
    }
    day = words.day(message.day.isoformat(), catalogue) if message.day else ""
    return said[message.what].format(day=day, count=message.count)
