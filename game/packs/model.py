"""What a pack holds once it has been read: frozen records, all text in plain `str`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["fact", "claim", "dated", "written"]

AnswerType = Literal[
    "year", "date", "number", "person", "place", "organisation", "vehicle", "thing", "term"
]

NUMERIC: frozenset[str] = frozenset({"year", "date", "number"})
"""Types whose values lie on a line, so that distractors can be found on both sides of the key."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file relative to the pack, line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Citation:
    """One paragraph of one source; paragraph 1 is the first non-empty line.

    Paragraph 0 is all of a work that is one entry and has no paragraphs to name.
    """

    source: str
    paragraph: int

    def __str__(self) -> str:
        return f"{self.source} {self.paragraph}" if self.paragraph else self.source


@dataclass(frozen=True, slots=True)
class Wrong:
    """An option that the author vouches is false, and what it really is ("" if not said).

    `form` is the one in the sentence, "" where the author does not say that any fits there.
    """

    text: str
    what: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One marked answer of a fact.

    `text` is the form shown, `form` the one in the sentence. `value` is the number of a year or
    number, and the proleptic day number (`date.toordinal`) of a full date; None for other types.
    `asks` are the wordings of its question, the plainest first; never empty in a playable fact.
    `event` is what happened then, for a timeline: "the flight of Vostok 1". `typed` is False for
    what nobody need find the one right word for. `wrong` is in the author's order, likeliest first.

    An answer in a row of a table has a sentence of its own (`parts`, cut as a fact's), and may have
    citations, a reason and a hint of its own; `column` is the table and the column that it stands
    in (`rockets/height`). `match` asks which row has which value, `odd` which row has not this one.
    All are empty elsewhere, so ask the fact: `said`, `cited`, `why_of`.

    `fits` tells that other texts can take its place in the sentence as they are shown. `units` has
    the unit in each form that a number asks for, if it has several: минута, минуты, минут.
    `original` has its text, its unit, what stands before and after it in its sentence, and its
    wordings, all in the pack's own language; () in that itself. What may stand beside it, and what
    may be asked, is judged by them, so that it is the same in every language.
    """

    name: str
    text: str
    form: str
    type: AnswerType
    asks: tuple[str, ...]
    unit: str = ""
    value: float | None = None
    tolerance: float | None = None
    accepted: tuple[str, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    never_with: tuple[str, ...] = ()
    single: bool = False
    typed: bool = True
    event: str = ""
    column: str = ""
    parts: tuple[str | int, ...] = ()
    citations: tuple[Citation, ...] = ()
    why: str = ""
    hint: str = ""
    match: str = ""
    odd: str = ""
    fits: bool = True
    units: tuple[str, ...] = ()
    original: tuple[str, ...] = ()

    @property
    def meant(self) -> str:
        """Its text in the pack's own language."""
        return self.original[0] if self.original else self.text

    @property
    def meant_asks(self) -> tuple[str, ...]:
        """Its wordings in the pack's own language."""
        return self.original[4:] if self.original else self.asks

    @property
    def meant_unit(self) -> str:
        """Its unit in the pack's own language."""
        return self.original[1] if self.original else self.unit


Draw = Literal["silhouette", "map", "pad", "timeline"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the pack by its path inside it, or a figure that is drawn from data.

    `alt` says in words what is seen. `draw` is the sort of figure ("" for a file), `of` what is
    drawn or marked in it, `within` the first and last year of a line of years. `asks` are questions
    that are asked with the picture alone, about the answer of that name, or, if `answer` is "",
    about what the row of a table is called.
    """

    file: str = ""
    alt: str = ""
    draw: Draw | Literal[""] = ""
    of: str = ""
    within: tuple[int, int] = (0, 0)
    asks: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """An item-writing flaw, by its code, that the author lets stand, and why.

    `answer` is the name of the answer whose questions may have it, "" for all of the fact.
    """

    answer: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence that its sources support, with its answers marked.

    `parts` is the sentence cut at its answers: a `str` is plain text, an `int` the index of an
    answer, so that a sentence with a gap or with another option can be made. A row of a table has
    a sentence for each answer, and `text` is all of them; `name` is what the row is called.
    Of a translation `original_by` is `by` in the pack's own language, and `reviewed` tells whether
    a native teacher has read it. Nobody plays a `draft`, so only `Pack.drafts` has any.
    """

    id: str
    text: str
    parts: tuple[str | int, ...]
    answers: tuple[Answer, ...]
    citations: tuple[Citation, ...]
    place: Place
    label: str = ""
    why: str = ""
    why_citations: tuple[Citation, ...] = ()
    why_elsewhere: bool = False
    hint: str = ""
    topic: str = ""
    level: int = 1
    set: str = ""
    by: str = ""
    as_of: str = ""
    review_by: str = ""
    was: tuple[str, ...] = ()
    picture: Picture | None = None
    has_own_id: bool = True
    name: str = ""
    allowed: tuple[Allowed, ...] = ()
    original_by: str = ""
    reviewed: bool = True
    draft: bool = False

    @property
    def status(self) -> Status:
        return "claim" if self.by else "dated" if self.as_of else "fact"

    def allowing(self, answer: str, code: str) -> tuple[Allowed, ...]:
        """What lets that flaw stand in the questions for an answer; () if nothing does."""
        return tuple(a for a in self.allowed if a.code == code and a.answer in ("", answer))

    def meant_around(self, answer: Answer) -> tuple[str, str]:
        """The sentence before and after an answer, in the pack's own language."""
        return answer.original[2:4] if answer.original else self.around(answer)  # type: ignore[return-value]

    def said(self, answer: Answer) -> str:
        """The sentence that says an answer."""
        return self._joined(answer.parts) if answer.parts else self.text

    def around(self, answer: Answer) -> tuple[str, str]:
        """The sentence that says an answer, before and after it."""
        parts = answer.parts or self.parts
        at = parts.index(self.index_of(answer))
        return self._joined(parts[:at]), self._joined(parts[at + 1 :])

    def index_of(self, answer: Answer) -> int:
        """Which of its answers this one is. ValueError if it is none of them."""
        for at, one in enumerate(self.answers):
            if one is answer:
                return at
        return self.answers.index(answer)

    def cited(self, answer: Answer) -> tuple[Citation, ...]:
        """Where an answer stands."""
        return answer.citations or self.citations

    def why_of(self, answer: Answer) -> str:
        """The reason or meaning that is told after an answer, "" if there is none."""
        return answer.why or self.why

    def hint_of(self, answer: Answer) -> str:
        """The author's own hint for an answer, "" if there is none."""
        return answer.hint or self.hint

    def _joined(self, parts: tuple[str | int, ...]) -> str:
        return "".join([p if isinstance(p, str) else self.answers[p].form for p in parts])


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a written question offers or takes.

    `share` is the part of the mark that it earns, -1 to 1: 1 is right, 0 wrong.
    """

    text: str
    share: float = 0.0
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a written question takes, `tolerance` to either side; None is every number."""

    value: float | None
    tolerance: float = 0.0
    share: float = 1.0
    feedback: str = ""


WrittenForm = Literal["choice", "several", "true-false", "typed", "number", "match", "order"]
"""`several` has more than one right option."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What only the program a question came from has a use for: it goes back with the question.

    `name` and `category` are that program's, `seconds` the time that it gives (0 for none),
    `difficulty` its own word. `case` tells that capitals count in what is typed there.
    """

    name: str = ""
    category: str = ""
    seconds: int = 0
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    case: bool = False


NOTHING_KEPT = Kept()


@dataclass(frozen=True, slots=True)
class Written(Fact):
    """A question that an author or an import wrote out whole.

    `text` is the question. Of its `answers` each is one right option of choice and several, named
    "1", "2" ... if there are more than one; of other forms there is one, with the name "". In
    `options` are what is offered (choice, several), the words True and False in this order
    (true-false), or what is taken (typed); `pairs` go together (match; a left side of "" has no
    partner), and `order` is a row in its right order. `licence` is "" where it is the pack's.
    """

    form: WrittenForm = "choice"
    options: tuple[Option, ...] = ()
    values: tuple[Value, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    order: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    licence: str = ""
    kept: Kept = NOTHING_KEPT

    @property
    def status(self) -> Status:
        return "written"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts are cited to; `kind` says in plain words what sort of source it is.

    `paragraphs` is 0 for a short work that is cited as a whole: an entry of a catalogue.
    """

    id: str
    title: str
    publisher: str
    kind: str
    date: str
    paragraphs: int
    file: str = ""
    place: Place = Place("pack.yaml", 1, 1)


@dataclass(frozen=True, slots=True)
class FactSet:
    """Facts for an age and a purpose; an `always` set is in every round by default."""

    id: str
    title: str
    age: int
    chosen: Literal["always", "asked"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something a source says that the pack does not ask, and the reason.

    `words` are the source's own names, numbers and dates that go with it.
    """

    citation: Citation
    what: str
    reason: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class System:
    """A thing that the sources name and the pack is to represent, and the facts that do so.

    `kind` says in plain words what it is, `citations` where the sources name it.
    """

    name: str
    kind: str
    facts: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    place: Place = Place("systems.yaml", 1, 1)


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack. Topics and glossary are pairs, in the author's order.

    `countries` are pairs of a country and of what else counts for it: its people, craft, towns.
    `vehicle` is the id of the one that its rounds fly, "" where they fly any. In a translation
    `stems` are pairs of a hard word and of it with a | where its endings begin. `drafts` are facts
    that no author has accepted yet: whoever plays or prints a pack never looks at them.
    """

    id: str
    version: str
    language: str
    title: str
    came_from: str
    licence: str
    authors: tuple[str, ...]
    sources: tuple[Source, ...]
    sets: tuple[FactSet, ...]
    topics: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    glossary: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    systems: tuple[System, ...] = ()
    countries: tuple[tuple[str, tuple[str, ...]], ...] = ()
    vehicle: str = ""
    stems: tuple[tuple[str, str], ...] = ()
    drafts: tuple[Fact, ...] = ()
    written: tuple[Written, ...] = ()

    @property
    def asked(self) -> tuple[Fact, ...]:
        """All that a round can ask about: its facts, and behind them its written questions."""
        return (*self.facts, *self.written)

    def source(self, source_id: str) -> Source:
        """The source of that id; KeyError if there is none, which a read pack never cites."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)
