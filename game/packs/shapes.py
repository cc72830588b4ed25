"""The shapes of a pack's files, judged by pydantic: which keys there are and what each holds.

Every scalar is still text here; what it means is judged where it is used. pydantic is slow to
import, so only a loader imports this module, and only when it loads.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Tag, TypeAdapter

from game.packs.model import AnswerType

# Signs that no author can write as a key, so that a place in a file can be told from a choice.
TEXT, LIST, MAPPING, ONE, NAMED = (
    Tag(f"<{name}>") for name in ("text", "list", "mapping", "one", "named")
)

Sentence = Annotated[str, Field(min_length=1, max_length=1000)]
Word = Annotated[str, Field(min_length=1, max_length=200)]
Level = Literal["1", "2", "3"]
Truth = Literal["yes", "no", "true", "false"]


DEFERRED = ConfigDict(defer_build=True)


class Shape(BaseModel):
    """A mapping with these keys and no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False, **DEFERRED)


Words = Annotated[Word, TEXT] | Annotated[list[Word], LIST]
Texts = Annotated[Sentence, TEXT] | Annotated[list[Sentence], LIST]
WrongEntry = Annotated[Word, TEXT] | Annotated[dict[Word, Sentence], MAPPING]
Wrong = Annotated[Word, TEXT] | Annotated[list[WrongEntry], LIST]
Ask = (
    Annotated[Sentence, TEXT]
    | Annotated[list[Sentence], LIST]
    | Annotated[dict[Word, Texts], MAPPING]
)
Event = Annotated[Word, TEXT] | Annotated[dict[Word, Word], MAPPING]
Allow = Annotated[dict[Word, Sentence], ONE] | Annotated[dict[Word, dict[Word, Sentence]], NAMED]


class AnswerShape(Shape):
    """More about one answer."""

    type: AnswerType | None = None
    unit: Words | None = None
    tolerance: Word | None = None
    accepted: Words | None = None
    never_with: Words | None = None
    single: Truth | None = None
    typed: Truth | None = None
    fits: Truth | None = None


class PictureShape(Shape):
    """A picture in the pack's folder or a figure, its words, and what is asked about it."""

    file: Word | None = None
    draw: Literal["silhouette", "map", "pad"] | None = None
    of: Word | None = None
    alt: Sentence | None = None
    ask: Texts | None = None
    answer: Word | None = None


class FactShape(Shape):
    """One fact."""

    id: Word | None = None
    was: Texts | None = None
    label: Word | None = None
    fact: Sentence
    ask: Ask | None = None
    cited: Annotated[Texts, Field(alias="from")]
    event: Event | None = None
    why: Sentence | None = None
    why_from: Texts | None = None
    hint: Annotated[Sentence, TEXT] | Annotated[dict[Word, Sentence], MAPPING] | None = None
    wrong: Wrong | Annotated[dict[Word, Wrong], MAPPING] | None = None
    answers: Annotated[AnswerShape, ONE] | Annotated[dict[Word, AnswerShape], NAMED] | None = None
    topic: Word | None = None
    level: Level | None = None
    set: Word | None = None
    by: Word | None = None
    as_of: Word | None = None
    review_by: Word | None = None
    picture: PictureShape | None = None
    allow: Allow | None = None
    draft: Truth | None = None


class FactsFileShape(Shape):
    """A file of facts; `facts` is judged apart, one by one."""

    set: Word | None = None
    topic: Word | None = None
    level: Level | None = None
    facts: list[object]


class ColumnShape(Shape):
    """A column of a table; without `fact` and `ask` it only fills places in other sentences."""

    type: AnswerType | None = None
    unit: Words | None = None
    tolerance: Word | None = None
    fact: Sentence | None = None
    ask: Texts | None = None
    cited: Annotated[Texts | None, Field(alias="from")] = None
    event: Word | None = None
    why: Sentence | None = None
    hint: Sentence | None = None
    wrong: Wrong | None = None
    accepted: dict[Word, Annotated[Word, TEXT] | Annotated[list[Word], LIST]] | None = None
    match: Sentence | None = None
    odd: Sentence | None = None
    single: Truth | None = None
    typed: Truth | None = None
    fits: Truth | None = None
    allow: dict[Word, Sentence] | None = None


class TableShape(Shape):
    """A table; its rows are judged apart."""

    key: Word
    shown: Word
    set: Word | None = None
    topic: Word | None = None
    level: Level | None = None
    label: Word | None = None
    cited: Annotated[Texts | None, Field(alias="from")] = None
    picture: PictureShape | None = None
    columns: Annotated[dict[Word, ColumnShape], Field(min_length=1)]
    rows: Annotated[Word, TEXT] | Annotated[list[object], LIST]


class CellShape(Shape):
    """A value of which more is said."""

    value: Annotated[Word, Field(alias="is")]
    fact: Sentence | None = None
    ask: Texts | None = None
    cited: Annotated[Texts | None, Field(alias="from")] = None
    why: Sentence | None = None
    hint: Sentence | None = None
    wrong: Wrong | None = None
    accepted: Words | None = None
    never_with: Words | None = None


Empty = Annotated[str, Field(max_length=200)]
Cell = Annotated[Empty, TEXT] | Annotated[CellShape, MAPPING]


class RowShape(BaseModel):
    """A row: what may be said of all of it, and the columns, which each table names itself."""

    model_config = ConfigDict(extra="allow", populate_by_name=False, **DEFERRED)
    __pydantic_extra__: dict[str, Cell]

    cited: Annotated[Texts | None, Field(alias="from")] = None
    label: Word | None = None
    why: Sentence | None = None
    hint: Sentence | None = None
    topic: Word | None = None
    level: Level | None = None
    set: Word | None = None
    was: Texts | None = None
    picture: PictureShape | None = None


class SourceShape(Shape):
    """A document that facts are cited to."""

    title: Word
    publisher: Word
    kind: Word
    date: Word
    paragraphs: Word | None = None
    file: Word | None = None


class SetShape(Shape):
    """Facts for an age and a purpose."""

    title: Word
    age: Word
    chosen: Literal["always", "asked"]


class PackShape(Shape):
    """pack.yaml."""

    format: Word
    id: Word
    version: Word
    language: Word
    title: Word
    came_from: Annotated[Word, Field(alias="from")]
    licence: Word
    authors: Annotated[Word, TEXT] | Annotated[list[Word], LIST]
    sources: Annotated[dict[Word, SourceShape], Field(min_length=1)]
    sets: Annotated[dict[Word, SetShape], Field(min_length=1)]
    topics: dict[Word, Word] | None = None
    countries: dict[Word, list[Word]] | None = None
    vehicle: Word | None = None


class LeftOutShape(Shape):
    """Something that the sources say and the pack does not ask."""

    at: Texts
    what: Sentence
    reason: Sentence
    words: Words | None = None


class SystemShape(Shape):
    """A thing that the sources name, and the facts about it."""

    name: Word
    kind: Word
    at: Texts | None = None
    facts: Annotated[Word, TEXT] | Annotated[list[Word], LIST]


facts = TypeAdapter(list[FactShape], config=DEFERRED)
facts_file = TypeAdapter(FactsFileShape)
table = TypeAdapter(TableShape)
rows = TypeAdapter(list[RowShape], config=DEFERRED)
pack = TypeAdapter(PackShape)
glossary = TypeAdapter(dict[Word, Sentence], config=DEFERRED)
left_out = TypeAdapter(list[LeftOutShape], config=DEFERRED)
systems = TypeAdapter(list[SystemShape], config=DEFERRED)
