"""Questions of other programs as files of written questions, in YAML that `check` reads."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.packs.written_answers import (
    ANY,
    MOST_OPTIONS,
    can_be_matched,
    key_value,
    rights,
    taken,
    typed_texts,
)
from game.packs.written_shapes import MOST_OPTION, MOST_PROMPT, MOST_TOLD
from game.phrase import Words, in_words, phrase
from game.reading.plain_text import HIDDEN
from game.reading.surprises import FIRST_SIGNS, SURPRISE
from game.workshop.formats.difficulty import meant
from game.workshop.formats.item import Item, Option, Shown, is_row

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()'’/%?!;«»“”–-]*[\w.()'’%?!»”])?")
_LOST_HALF = re.compile(r"[\ud800-\udfff]")
LEVELS = {"easy": 1, "medium": 2, "hard": 3}
MOST_HINT, MOST_ALT = 1_000, 200
USUAL_LEVEL = 2
"""Where a file does not say how hard it is: nobody has said that readers of twelve can read it."""


PICTURES = "pictures"
"""The folder of pictures that came along; each has the id of its question."""


class CannotHold(Exception):
    """Why a pack cannot hold a question."""


def quoted(text: str) -> str:
    """A text as YAML reads it back: bare where no sign in it means anything, else in quotes."""
    if _PLAIN.fullmatch(text) and not (text[0] in FIRST_SIGNS and SURPRISE.match(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def comment(text: str, words: Words) -> str:
    """A phrase as a comment in the language of a pack."""
    return f"# {in_words(text, words)}"


def clean(text: str) -> str:
    """A text without what nobody sees, which no file of a pack may hold."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _LOST_HALF.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
    return HIDDEN.sub("", text).strip()


def cleaned(item: Item) -> Item:
    """The question with all its texts clean. CannotHold if a pack cannot hold it."""
    if _is_clean(item):
        _judge(item)
        return item
    made = replace(
        item,
        prompt=clean(item.prompt),
        name=clean(item.name)[:MOST_TOLD],
        options=tuple(_clean_option(option) for option in item.options),
        values=tuple(replace(one, feedback=_told(one.feedback)) for one in item.values),
        pairs=tuple((clean(left), clean(right)) for left, right in item.pairs),
        feedback=_told(item.feedback),
        category=clean(item.category)[:MOST_TOLD],
        tags=tuple(tag for tag in map(clean, item.tags) if tag),
        unit=clean(item.unit)[:200],
        picture=_clean_picture(item.picture),
        hints=tuple(hint for one in item.hints if (hint := clean(one)[:MOST_HINT])),
    )
    _judge(made)
    return made


def _is_clean(item: Item) -> bool:
    """Whether no text of a question needs a look: most are so, and this is told soonest."""
    told = [option.feedback for option in item.options] + [item.name, item.category, item.feedback]
    texts = [option.text for option in item.options] + [item.prompt]
    if item.pairs or item.values or item.tags or item.hints or item.picture:
        return False
    if max(map(len, told)) > MOST_TOLD:
        return False
    whole = "".join([*texts, *told])
    if not (whole.isascii() and whole.isprintable()):
        return False
    edges = [text[:1] + text[-1:] for text in (*texts, *told)]
    return " " not in "".join(edges)


def _clean_option(option: Option) -> Option:
    text, told = clean(option.text), _told(option.feedback)
    same = text == option.text and told == option.feedback
    return option if same else Option(text, option.share, told)


def _clean_picture(picture: Shown | None) -> Shown | None:
    alt = "" if picture is None else clean(picture.alt)[:MOST_ALT]
    return replace(picture, alt=alt) if picture is not None and alt else None


def _told(text: str) -> str:
    return clean(text)[:MOST_TOLD]


def _judge(item: Item) -> None:
    if not item.prompt:
        raise CannotHold(phrase("its question has no words"))
    if len(item.prompt) > MOST_PROMPT:
        raise CannotHold(phrase("its question has more than {most:,} characters", most=MOST_PROMPT))
    texts = [option.text for option in item.options] + [
        side for pair in item.pairs for side in pair
    ]
    if max(map(len, texts), default=0) > MOST_OPTION:
        raise CannotHold(
            phrase("one of its answers has more than {most} characters", most=MOST_OPTION)
        )
    if len(item.options) > MOST_OPTIONS or len(item.pairs) > MOST_OPTIONS:
        raise CannotHold(phrase("it has more than {most} answers", most=MOST_OPTIONS))
    if item.options and "" in texts:
        raise CannotHold(phrase("one of its answers has no words"))
    if item.form in ("choice", "several"):
        if len(set(texts)) < len(texts):
            raise CannotHold(phrase("two of its answers are the same"))
        right = rights(item.options, several=item.form == "several")
        if not right:
            raise CannotHold(phrase("none of its answers is right"))
        if len(right) == len(item.options):
            raise CannotHold(phrase("all of its answers are right, so there is nothing to choose"))
    elif item.form == "typed":
        if not typed_texts(item.options):
            raise CannotHold(phrase("there is nothing in its answers that could be typed"))
    elif item.form == "number":
        if not any(value.value is not None and value.share > 0 for value in item.values):
            raise CannotHold(phrase("any number is right"))
    elif item.form == "match":
        if any(not right for _, right in item.pairs):
            raise CannotHold(phrase("one of its pairs has nothing on the right"))
        if not can_be_matched(item.pairs):
            raise CannotHold(phrase("no two of its pairs can be told apart"))


def ids_of(items: Iterable[Item]) -> Iterator[str]:
    """An id for each question that stays when others come or go, or the file is put in order."""
    taken: dict[str, int] = {}
    for item in items:
        key = [option.text for option in item.options if option.share > 0]
        key += [f"{value.value}" for value in item.values] + [
            side for p in item.pairs for side in p
        ]
        mark = "\x1f".join((item.form, item.prompt, *key)).encode()
        base = f"q-{hashlib.blake2b(mark, digest_size=5).hexdigest()}"
        taken[base] = taken.get(base, 0) + 1
        yield base if taken[base] == 1 else f"{base}-{taken[base]}"


@dataclass(frozen=True, slots=True)
class Placed:
    """What a question is beside itself: its id and its topic's."""

    id: str
    topic: str = ""
    topic_title: str = ""


def entry(item: Item, placed: Placed) -> str:
    """One question as an entry of a list, its lines indented by two."""
    lines = [f"  - id: {placed.id}", f"    ask: {quoted(item.prompt)}"]
    kept: list[str] = []
    if item.form in ("choice", "several"):
        lines += _chosen(item, kept)
    elif item.form == "true-false":
        true, false = item.options
        lines.append(f"    is_true: {'yes' if true.share > 0 else 'no'}")
        told = (("if_true", true.feedback), ("if_false", false.feedback))
        if any(text for _, text in told):
            lines.append("    feedback:")
            lines += [f"      {key}: {quoted(text)}" for key, text in told if text]
    elif item.form == "typed":
        counting = taken(item.options)
        right = tuple(option for option in item.options if option in counting)
        lines += _listed("typed", right, 4)
        wrong = [option for option in item.options if option not in right]
        if wrong:
            kept += _listed("wrong", wrong, 6)
        kept += _places(item.options, right)
    elif item.form == "number":
        lines += _number(item, kept)
    elif is_row(item):
        lines += ["    order:", *[f"      - {quoted(text)}" for _, text in item.pairs]]
    else:
        lines.append("    match:")
        lines += [f"      - {quoted(a)}: {quoted(b)}" for a, b in item.pairs if a]
        spare = [quoted(b) for a, b in item.pairs if not a]
        if spare:
            lines += ["    spare:", *[f"      - {text}" for text in spare]]
    if item.feedback:
        lines.append(f"    why: {quoted(item.feedback)}")
    if len(item.hints) == 1:
        lines.append(f"    hint: {quoted(item.hints[0])}")
    elif item.hints:
        lines += ["    hint:", *[f"      - {quoted(hint)}" for hint in item.hints]]
    if item.picture:
        file = f"{PICTURES}/{placed.id}{item.picture.suffix}"
        lines += ["    picture:", f"      file: {file}", f"      alt: {quoted(item.picture.alt)}"]
    if placed.topic:
        lines.append(f"    topic: {quoted(placed.topic)}")
    level = LEVELS.get(meant(item.difficulty), USUAL_LEVEL)
    if level != USUAL_LEVEL:
        lines.append(f"    level: {level}")
    kept += _about(item, placed)
    if kept:
        lines += ["    kept:", *kept]
    return "\n".join(lines)


def _chosen(item: Item, kept: list[str]) -> Iterator[str]:
    several = item.form == "several"
    right = rights(item.options, several=several)
    wrong = [option for option in item.options if option not in right]
    yield from _listed("right", right, 4)
    yield from _listed("wrong", wrong, 4)
    if several != (len(right) > 1):
        kept.append(f"      form: {item.form}")
    kept += _places(item.options, right)


def _listed(key: str, options: Sequence[Option], indent: int) -> Iterator[str]:
    """A text, or a list of texts with what is told of each."""
    blank = " " * indent
    if len(options) == 1 and not options[0].feedback:
        yield f"{blank}{key}: {quoted(options[0].text)}"
        return
    yield f"{blank}{key}:"
    for option in options:
        told = f": {quoted(option.feedback)}" if option.feedback else ""
        yield f"{blank}  - {quoted(option.text)}{told}"


def _places(options: Sequence[Option], right: Sequence[Option]) -> Iterator[str]:
    """Where the right ones stand, if not first, and the shares of the mark, if not all or none."""
    places = [at for at, option in enumerate(options, 1) if option in right]
    if places != list(range(1, len(right) + 1)):
        yield f"      at: [{', '.join(map(str, places))}]"
    if any(option.share != float(option in right) for option in options):
        yield f"      shares: [{', '.join(repr(option.share) for option in options)}]"


def _number(item: Item, kept: list[str]) -> Iterator[str]:
    best = key_value(item.values)
    yield f"    number: {quoted(_figure(best.value or 0.0))}"
    if best.tolerance:
        yield f"    tolerance: {quoted(_figure(best.tolerance))}"
    if item.unit:
        yield f"    unit: {quoted(item.unit)}"
    if len(item.values) == 1 and best.share == 1.0 and not best.feedback:
        return
    kept.append("      values:")
    for value in item.values:
        figure = ANY if value.value is None else _figure(value.value)
        kept.append(f'        - is: "{figure}"')
        if value.tolerance:
            kept.append(f'          tolerance: "{_figure(value.tolerance)}"')
        if value.share != 1.0:
            kept.append(f'          share: "{value.share!r}"')
        if value.feedback:
            kept.append(f"          feedback: {quoted(value.feedback)}")


def _figure(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _about(item: Item, placed: Placed) -> Iterator[str]:
    if item.name:
        yield f"      name: {quoted(item.name)}"
    if item.category != placed.topic_title:
        yield f"      category: {quoted(item.category)}"
    if item.seconds:
        yield f'      seconds: "{item.seconds}"'
    if item.difficulty and item.difficulty not in ("easy", "hard"):
        yield f"      difficulty: {quoted(item.difficulty[:200])}"
    if item.tags:
        yield "      tags:"
        yield from (f"        - {quoted(tag[:MOST_OPTION])}" for tag in item.tags)
    if item.case:
        yield "      case: yes"
