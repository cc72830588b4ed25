"""Questions of a bank as items, to be written in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterable

from game.bank.question import Question
from game.packs.model import Pack, Written
from game.packs.notation import unit_for
from game.phrase import phrase
from game.play.words import cited_line, source_line
from game.ui.scene import Catalogue
from game.workshop.formats.item import Form, Item, Option, Said, Value, place_in_row

PICTURE_LOST = phrase("its picture is lost: it would be another file")
NEEDS_ITS_PICTURE = phrase("its question stands in a picture, which other programs are not given")


def items_of(
    questions: Iterable[Question], pack: Pack, catalogue: Catalogue
) -> tuple[tuple[Item, ...], tuple[Said, ...]]:
    """Each question as an item, what of them is lost, and those that cannot be one.

    The explanation has the reason and the source line with it, so that they go along.
    """
    items: list[Item] = []
    left_out: list[Said] = []
    for question in questions:
        if question.kind == "picture":
            left_out.append(Said(question.id, NEEDS_ITS_PICTURE, is_left_out=True))
        else:
            items.append(_item(question, pack, catalogue))
            if question.picture:
                left_out.append(Said(question.id, PICTURE_LOST))
    return tuple(items), tuple(left_out)


def _item(question: Question, pack: Pack, catalogue: Catalogue) -> Item:
    form, options, values, pairs = _answers(question)
    source = source_line(question, pack, catalogue)
    told = (question.explanation, question.why, source)
    return Item(
        question.id,
        form,
        question.prompt,
        question.id,
        options,
        values,
        pairs,
        feedback=" ".join(part for part in told if part),
        category=f"{pack.title}/{dict(pack.topics).get(question.topic, question.topic)}",
        tags=(question.kind, question.set) if question.set else (question.kind,),
        unit=_unit(question),
    )


def _unit(question: Question) -> str:
    """The unit in the form that the answer asks for, which other programs print behind it."""
    if question.units and isinstance(question.answer, int | float):
        return unit_for(question.units, question.answer, "").strip()
    return question.unit


def written_items(pack: Pack, catalogue: Catalogue) -> tuple[Item, ...]:
    """The written questions of a pack as items, in the author's order and whole.

    Nothing is put into another order, and of several right answers none is left out, so that what
    was imported goes back as it came. The source line goes along where it names a paragraph.
    """
    topics = dict(pack.topics)
    return tuple(_written(one, pack, topics, catalogue) for one in pack.written)


_DIFFICULTY = {1: "easy", 3: "hard"}


def _written(one: Written, pack: Pack, topics: dict[str, str], catalogue: Catalogue) -> Item:
    kept, told = one.kept, one.why
    if any(citation.paragraph for citation in one.citations):
        told = f"{told} {cited_line(one.citations, pack, catalogue)}".strip()
    row = tuple((place_in_row(number), text) for number, text in enumerate(one.order, 1))
    return Item(
        one.id,
        "match" if one.form == "order" else one.form,
        one.text,
        kept.name,
        one.options,
        one.values,
        one.pairs or row,
        feedback=told,
        category=kept.category or topics.get(one.topic, one.topic),
        seconds=kept.seconds,
        difficulty=kept.difficulty or _DIFFICULTY.get(one.level, ""),
        tags=kept.tags,
        case=kept.case,
        unit=one.answers[0].unit,
        hints=one.hints,
    )


Answers = tuple[Form, tuple[Option, ...], tuple[Value, ...], tuple[tuple[str, str], ...]]


def _answers(question: Question) -> Answers:
    if isinstance(question.answer, tuple):
        return "match", (), (), _pairs(question, question.answer)
    if question.kind == "true-false":
        return "true-false", _options(question, ("True", "False")), (), ()
    if question.options:
        return "choice", _options(question, question.options), (), ()
    if isinstance(question.answer, str):
        accepted = dict.fromkeys((question.answer, *question.accepted))
        return "typed", tuple(Option(text, 1.0) for text in accepted), (), ()
    return "number", (), (Value(float(question.answer), question.tolerance),), ()


def _options(question: Question, texts: tuple[str, ...]) -> tuple[Option, ...]:
    feedback = question.feedback or ("",) * len(texts)
    return tuple(
        Option(text, float(at == question.answer), told)
        for at, (text, told) in enumerate(zip(texts, feedback, strict=True))
    )


def _pairs(question: Question, answer: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
    """What goes together; of an order, each place and what comes there."""
    rights = [question.options[at] for at in answer]
    lefts = question.prompts or tuple(map(place_in_row, range(1, len(rights) + 1)))
    spare = [text for text in question.options if text not in rights]
    return (*zip(lefts, rights, strict=True), *(("", text) for text in spare))
