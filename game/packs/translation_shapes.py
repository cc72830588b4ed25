"""The shapes of a language's files beside the facts: which keys there are and what each holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from game.packs.shapes import (
    DEFERRED,
    MAPPING,
    NAMED,
    ONE,
    TEXT,
    Allow,
    Ask,
    Event,
    Sentence,
    Shape,
    Texts,
    Truth,
    Word,
    Words,
    Wrong,
)


class AnswerWords(Shape):
    """What a language says of one answer."""

    unit: Words | None = None
    accepted: Words | None = None
    never_with: Words | None = None
    fits: Truth | None = None


class PictureWords(Shape):
    """The words of a picture."""

    alt: Sentence | None = None
    ask: Texts | None = None


class FactWords(Shape):
    """One fact in another language."""

    revision: Word | None = None
    label: Word | None = None
    fact: Sentence
    ask: Ask | None = None
    event: Event | None = None
    why: Sentence | None = None
    hint: Annotated[Sentence, TEXT] | Annotated[dict[Word, Sentence], MAPPING] | None = None
    wrong: Wrong | Annotated[dict[Word, Wrong], MAPPING] | None = None
    by: Word | None = None
    answers: Annotated[AnswerWords, ONE] | Annotated[dict[Word, AnswerWords], NAMED] | None = None
    picture: PictureWords | None = None
    allow: Allow | None = None


class FactsWords(Shape):
    """A file of facts; each of `facts` is judged apart."""

    reviewed: Truth | None = None
    facts: dict[Word, object] | None = None


class ColumnWords(Shape):
    """The sentences of a column."""

    revision: Word | None = None
    unit: Words | None = None
    fact: Sentence | None = None
    ask: Texts | None = None
    event: Word | None = None
    why: Sentence | None = None
    hint: Sentence | None = None
    match: Sentence | None = None
    odd: Sentence | None = None
    wrong: Wrong | None = None
    accepted: dict[Word, Words] | None = None
    fits: Truth | None = None
    allow: dict[Word, Sentence] | None = None


class TableWords(Shape):
    """A table; its rows are judged apart."""

    reviewed: Truth | None = None
    revision: Word | None = None
    label: Word | None = None
    picture: PictureWords | None = None
    columns: dict[Word, ColumnWords] | None = None
    rows: dict[Word, object] | None = None


class SourceWords(Shape):
    """What a source is called."""

    revision: Word | None = None
    title: Word | None = None
    publisher: Word | None = None


class PackWords(Shape):
    """The titles of a pack."""

    reviewed: Truth | None = None
    revision: Word | None = None
    title: Word | None = None
    came_from: Annotated[Word | None, Field(alias="from")] = None
    authors: Words | None = None
    sets: dict[Word, Word] | None = None
    topics: dict[Word, Word] | None = None
    kinds: dict[Word, Word] | None = None
    dates: dict[Word, Word] | None = None
    sources: dict[Word, SourceWords] | None = None


class GlossaryEntry(Shape):
    """A hard word: a | stands where its endings begin, in each of its words."""

    revision: Word | None = None
    word: Word
    line: Sentence


class GlossaryWords(Shape):
    """The glossary, by the words of the original."""

    reviewed: Truth | None = None
    words: dict[Word, GlossaryEntry] | None = None


facts_file = TypeAdapter(FactsWords)
facts = TypeAdapter(dict[Word, FactWords], config=DEFERRED)
table = TypeAdapter(TableWords)
pack = TypeAdapter(PackWords)
glossary = TypeAdapter(GlossaryWords)
