"""The shapes of files with written questions, judged by pydantic as all shapes of a pack are."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from game.packs.shapes import (
    DEFERRED,
    LIST,
    MAPPING,
    TEXT,
    Allow,
    Level,
    PictureShape,
    Shape,
    Texts,
    Truth,
    Word,
)

MOST_PROMPT = 4_000
MOST_OPTION = 500
MOST_TOLD = 4_000
"""Letters of a question, of one option, and of what is told after it."""

Prompt = Annotated[str, Field(min_length=1, max_length=MOST_PROMPT)]
Offered = Annotated[str, Field(min_length=1, max_length=MOST_OPTION)]
Told = Annotated[str, Field(min_length=1, max_length=MOST_TOLD)]
Entry = Annotated[Offered, TEXT] | Annotated[dict[Offered, Told], MAPPING]
Entries = Annotated[Offered, TEXT] | Annotated[list[Entry], LIST]
Names = Annotated[Offered, TEXT] | Annotated[list[Offered], LIST]
Numbers = Annotated[Word, TEXT] | Annotated[list[Word], LIST]


class ToldShape(Shape):
    """What is told after each word of a statement that is true or false."""

    if_true: Told | None = None
    if_false: Told | None = None


class ValueShape(Shape):
    """One of several numbers that the program a question came from takes."""

    value: Annotated[Word, Field(alias="is")]
    tolerance: Word | None = None
    share: Word | None = None
    feedback: Told | None = None


class KeptShape(Shape):
    """What only the program a question came from has a use for."""

    name: Told | None = None
    category: Told | None = None
    seconds: Word | None = None
    difficulty: Word | None = None
    tags: Names | None = None
    case: Truth | None = None
    form: Word | None = None
    at: Numbers | None = None
    shares: Numbers | None = None
    wrong: Entries | None = None
    values: list[ValueShape] | None = None


class WrittenShape(Shape):
    """One written question; which form it has, its keys tell."""

    id: Word | None = None
    was: Texts | None = None
    label: Word | None = None
    ask: Prompt
    right: Entries | None = None
    wrong: Entries | None = None
    is_true: Truth | None = None
    feedback: ToldShape | None = None
    typed: Entries | None = None
    number: Word | None = None
    tolerance: Word | None = None
    unit: Word | None = None
    match: Annotated[list[dict[Offered, Offered]], Field(min_length=1)] | None = None
    spare: Names | None = None
    order: Annotated[list[Offered], Field(min_length=1)] | None = None
    hint: Texts | None = None
    why: Told | None = None
    cited: Annotated[Texts | None, Field(alias="from")] = None
    topic: Word | None = None
    level: Level | None = None
    set: Word | None = None
    licence: Word | None = None
    picture: PictureShape | None = None
    allow: Allow | None = None
    kept: KeptShape | None = None


class WrittenFileShape(Shape):
    """A file of written questions; `questions` is judged apart, one by one."""

    cited: Annotated[Texts | None, Field(alias="from")] = None
    set: Word | None = None
    topic: Word | None = None
    level: Level | None = None
    licence: Word | None = None
    questions: list[object]


written = TypeAdapter(list[WrittenShape], config=DEFERRED)
written_file = TypeAdapter(WrittenFileShape)
