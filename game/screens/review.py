"""What to learn again after a round: every fact that was missed, once more with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bank.question import Question
from game.play.sitting import Sitting
from game.screens import words
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.paged import PagedCardScreen
from game.screens.reading import about, missed, source_line, to_read
from game.screens.screen import Shortcuts


class ReviewScreen(PagedCardScreen):
    """A card with the facts of the round that are worth another look, page by page."""

    name = "review"
    high = 900.0

    def __init__(self, game: Game, sitting: Sitting) -> None:
        again = bool(missed(sitting))
        super().__init__(game, lambda: self.say("Learn again") if again else self.say("Read next"))
        self.questions: Sequence[Question] = to_read(sitting)

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.close}

    def told(self) -> dict[str, object]:
        return {"questions": [question.id for question in self.questions], "pages": self.pages}

    def blocks(self) -> list[Block]:
        return [block for question in self.questions for block in self._fact(question)]

    def _fact(self, question: Question) -> Iterator[Block]:
        result = self.game.loading.result
        if not isinstance(result, Loaded):
            return
        pack = result.pack
        yield Block(about(question, pack), "body_bold", "sand", before=30)
        yield Block(f"{question.explanation} {question.why}".strip())
        for source_id, numbers in words.by_source(question):
            line = source_line(source_id, numbers, pack, self.shared.catalogue)
            yield Block(line, "hint", "ink_dim")
