"""The sheets of a pack in the workshop: rows at the left, and cards to read about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.bank.question import Question
from game.bank.spec import Spec
from game.bank.survey import Playable, Survey
from game.packs.model import Citation, Fact, Written
from game.packs.problem import Problem
from game.packs.report import as_counted, safe
from game.phrase import in_words
from game.screens import words, workshop_words
from game.screens.look_card import Item, answers
from game.screens.source import capital
from game.screens.workshop_grounds import Lacking
from game.screens.workshop_grounds import lines as grounds_lines
from game.ui.scene import Catalogue


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to read about a row; a `question` that it shows can be tried."""

    items: tuple[Item, ...]
    question: Question | None = None


class Sheet(Protocol):
    """Rows of a mark and a text, and what there is to read of each.

    `names` tell the rows apart, so that one is found again after a save. `empty` is said where
    there are no rows. `head` says what the marks of the rows mean.
    """

    @property
    def head(self) -> str: ...

    @property
    def rows(self) -> Sequence[tuple[str, str]]: ...

    @property
    def names(self) -> Sequence[str]: ...

    @property
    def empty(self) -> str: ...

    def cards(self, at: int) -> Sequence[Card]:
        """The cards of a row; one at least."""


class FactSheet:
    """Every fact with the number of its questions; its cards are the questions."""

    def __init__(self, playable: Playable, catalogue: Catalogue) -> None:
        self._playable = playable
        self._catalogue = catalogue
        self._facts = facts = playable.pack.asked
        self.names = [fact.id for fact in facts]
        self.rows = [
            (str(count), fact.label or fact.text)
            for fact, count in zip(facts, playable.counts, strict=True)
        ]
        self.head = catalogue.gettext("The number: how many questions it gives")
        self.empty = ""

    def cards(self, at: int) -> Sequence[Card]:
        fact = self._facts[at]
        specs = self._playable.specs(fact.id)
        found = [
            _asked(self._playable, spec, (place, len(specs)), self._catalogue)
            for place, spec in enumerate(specs, start=1)
        ]
        if isinstance(fact, Written) and found:
            return found
        return [*found, self._yields(fact)]

    def _yields(self, fact: Fact) -> Card:
        """What the fact says, how many questions each answer gives, and why it gives no others."""
        catalogue, specs = self._catalogue, self._playable.specs(fact.id)
        head = catalogue.gettext("What this fact gives ({place})").format(place=fact.place)
        found = [
            Item(head, "hint_bold", "sand"),
            Item(fact.text, "body_bold", before=14),
        ]
        for answer in fact.answers:
            counts = Counter(
                spec.kind for spec in specs for entry in spec.entries if entry.answer is answer
            )
            given = ", ".join(
                f"{workshop_words.kind_name(kind, catalogue)} {count}"
                for kind, count in counts.items()
            )
            found.append(Item(f"“{answer.text}”", "hint_bold", "fuel", 24))
            found.append(Item(given or catalogue.gettext("No question."), "hint", before=4))
            if isinstance(fact, Written):
                continue
            for one in self._playable.why_not(fact, answer, catalogue):
                if one.text:
                    name = workshop_words.kind_name(one.kind, catalogue)
                    said = catalogue.gettext("No question “{kind}”: {reason}")
                    text = said.format(kind=name, reason=one.text)
                    found.append(Item(text, "hint", "amber" if one.mendable else "ink_dim", 6))
        return Card(tuple(found))


def _asked(playable: Playable, spec: Spec, place: tuple[int, int], catalogue: Catalogue) -> Card:
    """A question of a fact, with its place among the others and its flaws."""
    question = playable.made(spec)
    _ = catalogue.gettext
    head = _("{number} of {count}: {kind}, level {level}").format(
        number=place[0],
        count=place[1],
        kind=workshop_words.kind_name(question.kind, catalogue),
        level=question.level,
    )
    flaws = [
        Item(line, "hint_bold", "amber", 10) for line in _flaws(playable, spec, question, catalogue)
    ]
    return _read(question, playable, [Item(head, "hint_bold", "sand"), *flaws], catalogue)


def _flaws(
    playable: Playable, spec: Spec, question: Question, catalogue: Catalogue
) -> Iterator[str]:
    """What is flawed in a question, and what to do, a line each."""
    for flaw in playable.flaws(spec, question):
        message = in_words(flaw.message, catalogue)
        advice = capital(in_words(flaw.advice, catalogue))
        yield f"{catalogue.gettext('Flaw')}: {message}. {advice}."


def _read(
    question: Question, playable: Playable, above: Sequence[Item], catalogue: Catalogue
) -> Card:
    """A question as a class sees it, with all that comes after it."""
    found = [*above, Item(question.prompt, "body_bold", before=14)]
    if question.picture is not None and question.picture.alt:
        found.append(Item(question.picture.alt, "hint", "ink_dim", 10))
    found += _options(question, catalogue)
    found.append(Item(words.reason(question), before=22))
    found.append(Item(words.source_line(question, playable.pack, catalogue), "hint", "sand", 14))
    for at, hint in enumerate(question.hints):
        said = f"{words.call_name(hint.call, catalogue)}: {hint.text}"
        found.append(Item(said, "hint", before=22 if at == 0 else 6))
    return Card(tuple(found), question)


def _options(question: Question, catalogue: Catalogue) -> Iterator[Item]:
    """What there is to choose from, what each wrong option really is under it."""
    for at, item in enumerate(answers(question, catalogue)):
        yield item
        if at < len(question.feedback) and question.feedback[at]:
            yield Item(question.feedback[at], "hint", "ink_dim", 2, mark=" ")


class ProblemSheet:
    """Every problem with its place, what is wrong, the line with a caret, and what to do."""

    def __init__(self, found: Sequence[Problem], catalogue: Catalogue) -> None:
        self.problems = found
        self._catalogue = catalogue
        self.rows = [
            (
                workshop_words.SIGNS[one.severity],
                safe(
                    f"{one.place.file}:{one.place.line}: {in_words(one.message, catalogue)}",
                ),
            )
            for one in found
        ]
        self.names = [f"{one.place} {one.code} {one.message}" for one in found]
        names = workshop_words.SIGNS.items()
        self.head = " · ".join(
            f"{sign} {workshop_words.severity_name(severity, catalogue)}"
            for severity, sign in names
        )
        self.empty = catalogue.gettext("Nothing is wrong with this pack.")

    def cards(self, at: int) -> Sequence[Card]:
        one = self.problems[at]
        severity = workshop_words.severity_name(one.severity, self._catalogue)
        colour = "sand" if one.severity == "note" else "amber"
        found = [Item(safe(f"{severity}: {one.place}"), "hint_bold", colour)]
        if one.path:
            path = in_words(as_counted(one.path), self._catalogue)
            found.append(Item(safe(path), "hint", "ink_dim", 4))
        found.append(Item(safe(in_words(one.message, self._catalogue)), "body_bold", before=18))
        if one.line_text.strip():
            line = safe(one.line_text)
            mark = str(one.place.line)
            found.append(Item(line, "hint", before=22, mark=mark, caret=one.place.column))
        if one.hint:
            found.append(Item(safe(capital(in_words(one.hint, self._catalogue))), before=22))
        return [Card(tuple(found))]


class RoundSheet:
    """Whether there is a round of ten and what it lacks; then the round, question by question."""

    def __init__(self, playable: Playable, catalogue: Catalogue) -> None:
        self._playable = playable
        self._catalogue = catalogue
        self._ten = ten = playable.ten
        count = len(ten.questions)
        head = catalogue.gettext("What a round needs")
        self.rows = [
            ("✓" if ten.possible else "×", head),
            *((words.t_minus(count - at), one.label) for at, one in enumerate(ten.questions)),
        ]
        self.names = ["", *(question.id for question in ten.questions)]
        first = words.t_minus(count)
        self.head = catalogue.gettext("{first} is asked first").format(first=first) if count else ""
        self.empty = ""

    def cards(self, at: int) -> Sequence[Card]:
        if at == 0:
            return [Card(tuple(self._needs()))]
        question = self._ten.questions[at - 1]
        kind = workshop_words.kind_name(question.kind, self._catalogue)
        head = Item(f"{self.rows[at][0]}: {kind}", "hint_bold", "sand")
        return [_read(question, self._playable, [head], self._catalogue)]

    def _needs(self) -> Iterator[Item]:
        ten, pack = self._ten, self._playable.pack
        first, *more = workshop_words.needs(ten, pack, self._catalogue)
        yield Item(first, "body_bold")
        for line in more:
            yield Item(line, before=20)


class DraftSheet:
    """The facts that wait for their author: sentence, source, and the questions to come of each.

    `doubts` has by the id of a fact what its file doubts of it, `lacking` what it says that does
    not stand in what it cites.
    """

    def __init__(
        self,
        found: Survey,
        catalogue: Catalogue,
        doubts: Mapping[str, Sequence[str]],
        lacking: Mapping[str, Sequence[Lacking]],
    ) -> None:
        self._doubts = doubts
        self._lacking = lacking
        self.drafts = found.drafts
        self._drafted = found.drafted
        self._cited = dict(found.cited)
        self._catalogue = catalogue
        self.names = [draft.id for draft in found.drafts]
        self.rows = [(self._gives(draft), draft.text) for draft in found.drafts]
        self.head = catalogue.gettext("The number: how many questions it gives")
        self.empty = catalogue.gettext("No draft is left to be looked at.")

    def cards(self, at: int) -> Sequence[Card]:
        draft = self.drafts[at]
        specs = self._drafted.specs(draft.id) if self._drafted is not None else ()
        drafted = self._drafted
        if drafted is None:
            return [Card(tuple(self._proposed(draft, 0, ())))]
        flaws = dict.fromkeys(
            line
            for spec in specs
            for line in _flaws(drafted, spec, drafted.made(spec), self._catalogue)
        )
        return [
            Card(tuple(self._proposed(draft, len(specs), tuple(flaws)))),
            *(
                _asked(drafted, spec, (place, len(specs)), self._catalogue)
                for place, spec in enumerate(specs, start=1)
            ),
        ]

    def _proposed(self, draft: Fact, questions: int, flaws: Sequence[str]) -> Iterator[Item]:
        """The sentence with its answers in braces, what would be asked, and where it stands."""
        _ = self._catalogue.gettext
        yield Item(_("A draft ({place})").format(place=draft.place), "hint_bold", "sand")
        parts = (
            part if isinstance(part, str) else f"{{{draft.answers[part].form}}}"
            for part in draft.parts
        )
        yield Item("".join(parts), "body_bold", before=14)
        for at, doubt in enumerate(self._doubts.get(draft.id, ())):
            yield Item(safe(doubt), "hint_bold", "amber", 12 if at == 0 else 4, mark="?")
        for line in grounds_lines(self._lacking.get(draft.id, ()), self._catalogue):
            yield Item(line, "hint_bold", "amber", 8, mark="!")
        for answer in draft.answers:
            for ask in answer.asks:
                yield Item(f"{ask} — {answer.text}", "hint", before=10)
        yield Item(
            workshop_words.would_give(questions, self._catalogue), "hint", "ink_dim", before=10
        )
        for line in flaws:
            yield Item(line, "hint_bold", "amber", 8, mark="!")
        for name, text in self.sources(draft):
            yield Item(name, "hint_bold", "sand", before=22, leads=True)
            yield Item(text or _("The text of this source is not at hand."), "hint", before=4)

    def _gives(self, draft: Fact) -> str:
        """How many questions it would give, as far as that can be said."""
        return str(len(self._drafted.specs(draft.id))) if self._drafted is not None else "–"

    def sources(self, draft: Fact) -> tuple[tuple[str, str], ...]:
        """What a draft cites: what each is called, and its text, "" where that is not at hand."""
        return tuple((self._source(one), self._cited.get(one, "")) for one in draft.citations)

    def _source(self, citation: Citation) -> str:
        if self._drafted is None:
            return str(citation)
        source = self._drafted.pack.source(citation.source)
        return f"{source.title}, {words.place_in(source, (citation.paragraph,), self._catalogue)}"
