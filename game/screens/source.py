"""Where an answer stands: each source with what kind of source it is, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bank.question import Question
from game.packs.model import Pack
from game.screens import words
from game.screens.blocks import Block
from game.screens.game import Game
from game.screens.loading import Loaded
from game.screens.paged import PagedCardScreen
from game.screens.screen import Shortcuts
from game.ui.scene import Catalogue


class SourceScreen(PagedCardScreen):
    """The sources of one question, or of all of a round, with the `facts` that stand in them."""

    name = "source"
    high = 860.0

    def __init__(self, game: Game, *questions: Question, facts: bool = True) -> None:
        super().__init__(game, "")
        self.questions = questions
        self.facts = facts

    @property
    def heading(self) -> str:
        return self.say("Where it stands")

    def shortcuts(self) -> Shortcuts:
        return {**super().shortcuts(), "s": self.close}

    def blocks(self) -> list[Block]:
        result = self.game.loading.result
        if not isinstance(result, Loaded):
            return []
        facts = [question.explanation for question in self.questions] if self.facts else []
        blocks = [Block(fact, before=8) for fact in dict.fromkeys(facts) if fact]
        if result.pack.came_from:
            blocks.append(Block(result.pack.came_from, "hint", "sand", before=30))
        return [*blocks, *_cited(self.questions, result.pack, self.shared.catalogue)]


def _cited(questions: Sequence[Question], pack: Pack, catalogue: Catalogue) -> Iterator[Block]:
    """Each source that the questions cite, with title, publisher, kind, day and paragraphs."""
    _ = catalogue.gettext
    for source_id, numbers in words.by_source(*questions):
        source = pack.source(source_id)
        whole = _("{kind}. “{title}”, {day}.")
        line = (_("{kind}. “{title}”, {day}, {where}.") if any(numbers) else whole).format(
            kind=capital(source.kind),
            title=source.title,
            day=words.day(source.date, catalogue),
            where=words.paragraphs(numbers, catalogue),
        )
        name = source.publisher or source.title
        yield Block(name, "body_bold", "sand", before=24)
        yield Block(line)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
