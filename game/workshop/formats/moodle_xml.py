"""Moodle's XML: every question type of it that has a key, with weights, feedback and tags."""

from __future__ import annotations

import math
import re
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from game.packs.pictures import SUFFIXES, judge_picture
from game.phrase import phrase
from game.workshop.formats import cloze
from game.workshop.formats.item import (
    ANY,
    Collected,
    Form,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
    Shown,
    Value,
    number_in,
    numbered,
    place_in_row,
)
from game.workshop.formats.markup import ALT, plain_html, plain_markdown

TYPES: dict[str, Form] = {
    "multichoice": "choice",
    "multichoiceset": "several",
    "truefalse": "true-false",
    "shortanswer": "typed",
    "numerical": "number",
    "matching": "match",
    "ddmatch": "match",
    "ordering": "match",
}
WRITTEN: dict[Form, str] = {
    "choice": "multichoice",
    "several": "multichoice",
    "true-false": "truefalse",
    "typed": "shortanswer",
    "number": "numerical",
    "match": "matching",
}
NOT_PLAYED = {
    "essay": phrase("an essay has no right answer to hold it against"),
    "description": phrase("it only tells something"),
}
CLOZE = ("cloze", "multianswer")
TOLD_APART = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_TOGETHER_LOST = phrase("the feedback for all right and all wrong answers together is lost")
_PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"""@@PLUGINFILE@@/([^"'<>/]+)""")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read(data: bytes, file: str) -> Reading:
    """Every question of a file in Moodle's XML; what cannot be played is named."""
    into = Collected(file)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        into.skip(
            file, phrase("it declares a document type or entities, which questions never need")
        )
        return into.reading()
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        into.skip(file, phrase("it is not XML that can be read ({error})", error=str(error)))
        return into.reading()
    if root.tag != "quiz":
        reason = phrase(
            "it begins with <{tag}>, and Moodle's questions stand in <quiz>", tag=root.tag
        )
        into.skip(file, reason)
        return into.reading()
    category, number = "", 0
    for question in root:
        kind = question.get("type", "")
        if question.tag != "question":
            continue
        if kind == "category":
            category = _first(question, "category")
            continue
        number += 1
        place = numbered(file, number)
        try:
            into.keep(_question(question, kind, category, _Plain(place, into)))
        except NotAQuestion as error:
            into.skip(place, str(error))
    return into.reading()


class _Plain:
    """Turns the marked-up texts of one question into plain ones, and names what is lost."""

    def __init__(self, place: str, into: Collected) -> None:
        self.place, self.into = place, into

    def __call__(self, element: Element | None, usual: str = "html") -> str:
        if element is None:
            return ""
        text = element.findtext("text") or (element.text or "")
        return self.words(text, element.get("format", usual))

    def words(self, text: str, markup: str) -> str:
        """The words of a text that is marked up in one of Moodle's ways."""
        if markup == "plain_text":
            return text.strip()
        if markup == "markdown":
            plain, lost = plain_markdown(text)
        else:
            plain, lost = plain_html(text, lines=markup == "moodle_auto_format")
        for what in lost:
            self.into.lose(self.place, what)
        return plain


def _first(question: Element, name: str) -> str:
    element = question.find(name)
    return "" if element is None else " ".join((element.findtext("text") or "").split())


def _question(question: Element, kind: str, category: str, plain: _Plain) -> Item:
    if kind in CLOZE:
        return _with_gap(question, category, plain)
    form = TYPES.get(kind)
    if form is None:
        raise NotAQuestion(
            NOT_PLAYED.get(kind)
            or phrase("a question of the type {kind!r} is not known", kind=kind)
        )
    prompt, picture = _asked(question.find("questiontext"), plain)
    if not prompt:
        raise NotAQuestion(phrase("it has no question text"))
    options: tuple[Option, ...] = ()
    values: tuple[Value, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    if kind == "ordering":
        pairs = _row(question, plain)
    elif form == "match":
        pairs = _pairs(question, plain)
    elif form == "number":
        values = _values(question, plain)
    elif form == "true-false":
        options = _true_false(question, plain)
    else:
        options = _options(question, plain, "html" if form != "typed" else "plain_text")
        if form == "choice" and _first_word(question, "single") in ("false", "0"):
            form = "several"
        if form == "several" and sum(option.share > 0 for option in options) == 1:
            form = "choice"
    if any((plain(question.find(name)) or "") for name in TOLD_APART):
        plain.into.lose(plain.place, _TOGETHER_LOST)
    return Item(
        plain.place,
        form,
        prompt,
        _first(question, "name"),
        options,
        values,
        pairs,
        feedback=plain(question.find("generalfeedback")),
        category=category,
        tags=_tags_of(question),
        case=_first_word(question, "usecase") in ("1", "true"),
        unit=(question.findtext("units/unit/unit_name") or "").strip(),
        hints=_hints_of(question, plain),
        picture=picture,
    )


def _asked(element: Element | None, plain: _Plain) -> tuple[str, Shown | None]:
    """The words of a question, and the picture in them where it is one that can be shown."""
    text = "" if element is None else element.findtext("text") or ""
    found = [] if element is None else list(_PICTURE.finditer(text))
    if element is None or len(found) != 1:
        return plain(element), None
    inside, name, alt = found[0][0], _SOURCE.search(found[0][0]), ALT.search(found[0][0])
    picture = _picture(element, name[1] if name else "", unescape(alt[2]).strip() if alt else "")
    if picture is None:
        return plain(element), None
    return plain.words(text.replace(inside, " "), element.get("format", "html")), picture


def _picture(element: Element, name: str, alt: str) -> Shown | None:
    suffix = PurePosixPath(name).suffix.lower()
    file = next((one for one in element.findall("file") if one.get("name") == unquote(name)), None)
    if file is None or not alt or suffix not in SUFFIXES:
        return None
    try:
        data = b64decode(file.text or "")
    except ValueError:
        return None
    return None if judge_picture(suffix, data) else Shown(data, suffix, alt)


def _with_gap(question: Element, category: str, plain: _Plain) -> Item:
    asked = question.find("questiontext")
    text = "" if asked is None else asked.findtext("text") or ""
    markup = "html" if asked is None else asked.get("format", "html")
    return replace(
        cloze.question(text, plain.place, lambda part: plain.words(part, markup)),
        name=_first(question, "name"),
        feedback=plain(question.find("generalfeedback")),
        category=category,
        tags=_tags_of(question),
        hints=_hints_of(question, plain),
    )


def _tags_of(question: Element) -> tuple[str, ...]:
    return tuple(" ".join(t.split()) for tag in question.iter("tag") if (t := _text(tag)))


def _hints_of(question: Element, plain: _Plain) -> tuple[str, ...]:
    return tuple(text for hint in question.findall("hint") if (text := plain(hint)))


def _text(tag: Element) -> str:
    return (tag.findtext("text") or "").strip()


def _first_word(question: Element, name: str) -> str:
    return (question.findtext(name) or "").strip().lower()


def _share(answer: Element) -> float:
    try:
        share = float(answer.get("fraction", "0")) / 100
    except ValueError:
        share = 0.0
    return min(1.0, max(-1.0, round(share, 7))) if math.isfinite(share) else 0.0


def _options(question: Element, plain: _Plain, usual: str) -> tuple[Option, ...]:
    options = tuple(
        Option(plain(answer, usual), _share(answer), plain(answer.find("feedback")))
        for answer in question.findall("answer")
    )
    if any(not option.text for option in options):
        raise NotAQuestion(phrase("one of its answers has no words"))
    if not any(option.share > 0 for option in options):
        raise NotAQuestion(phrase("none of its answers is right"))
    if usual == "html" and len(options) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    return options


def _true_false(question: Element, plain: _Plain) -> tuple[Option, ...]:
    told = {}
    for answer in question.findall("answer"):
        word = (answer.findtext("text") or "").strip().lower()
        told[word] = (_share(answer), plain(answer.find("feedback")))
    if set(told) != {"true", "false"} or (told["true"][0] > 0) == (told["false"][0] > 0):
        raise NotAQuestion(
            phrase("its answers are not one true and one false, of which one is right")
        )
    return tuple(
        Option(word, float(told[word.lower()][0] > 0), told[word.lower()][1])
        for word in ("True", "False")
    )


def _values(question: Element, plain: _Plain) -> tuple[Value, ...]:
    values: list[Value] = []
    for answer in question.findall("answer"):
        text = (answer.findtext("text") or "").strip()
        told = plain(answer.find("feedback"))
        if text == ANY:
            values.append(Value(None, 0.0, _share(answer), told))
            continue
        margin = (answer.findtext("tolerance") or "0").strip() or "0"
        values.append(Value(number_in(text), abs(number_in(margin)), _share(answer), told))
    if not any(value.share > 0 for value in values):
        raise NotAQuestion(phrase("it asks for a number and takes none"))
    return tuple(values)


def _pairs(question: Element, plain: _Plain) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in question.findall("subquestion"):
        answer = part.find("answer")
        right = "" if answer is None else " ".join((answer.findtext("text") or "").split())
        if right:
            pairs.append((plain(part), right))
    if sum(bool(left) for left, _ in pairs) < 2:
        raise NotAQuestion(phrase("it has fewer than two pairs"))
    return tuple(pairs)


def _row(question: Element, plain: _Plain) -> tuple[tuple[str, str], ...]:
    """What is to be put in order, each with its place; Moodle writes the place as its share."""
    answers = [(answer.get("fraction", ""), plain(answer)) for answer in question.findall("answer")]
    if any(not text for _, text in answers):
        raise NotAQuestion(phrase("one of its answers has no words"))
    if len(answers) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    row = sorted(answers, key=lambda answer: number_in(answer[0]))
    return tuple((place_in_row(number), text) for number, (_, text) in enumerate(row, 1))


def write(items: Iterable[Item]) -> tuple[bytes, tuple[Said, ...]]:
    """The questions as Moodle's XML, which can hold all of them."""
    root = Element("quiz")
    category = ""
    for item in items:
        if item.category != category:
            category = item.category
            _say(SubElement(SubElement(root, "question", type="category"), "category"), category)
        _write(SubElement(root, "question", type=WRITTEN[item.form]), item)
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n", ()


def _say(element: Element, text: str) -> None:
    SubElement(element, "text").text = _UNWRITABLE.sub("", text)


def _tell(parent: Element, name: str, text: str) -> Element:
    """A text that may be marked up, said to be plain, so that no sign in it is taken for more."""
    element = SubElement(parent, name, format="plain_text")
    _say(element, text)
    return element


def _write(question: Element, item: Item) -> None:
    _say(SubElement(question, "name"), item.name or " ".join(item.prompt[:60].split()))
    _tell(question, "questiontext", item.prompt)
    _tell(question, "generalfeedback", item.feedback)
    SubElement(question, "defaultgrade").text = "1"
    if item.form in ("choice", "several"):
        SubElement(question, "single").text = "true" if item.form == "choice" else "false"
        SubElement(question, "shuffleanswers").text = "true"
    if item.form == "typed":
        SubElement(question, "usecase").text = "1" if item.case else "0"
    for option in item.options:
        text = option.text.lower() if item.form == "true-false" else option.text
        _answer(question, text, option.share, option.feedback)
    for value in item.values:
        figure = ANY if value.value is None else f"{value.value:.15g}"
        answer = _answer(question, figure, value.share, value.feedback)
        SubElement(answer, "tolerance").text = f"{value.tolerance:.15g}"
    if item.unit:
        unit = SubElement(SubElement(question, "units"), "unit")
        SubElement(unit, "multiplier").text = "1"
        SubElement(unit, "unit_name").text = item.unit
    for left, right in item.pairs:
        _say(SubElement(_tell(question, "subquestion", left), "answer"), right)
    for hint in item.hints:
        _tell(question, "hint", hint)
    _tags(question, item.tags)


def _answer(question: Element, text: str, share: float, feedback: str) -> Element:
    answer = SubElement(question, "answer", fraction=f"{share * 100:.7g}", format="plain_text")
    _say(answer, text)
    _tell(answer, "feedback", feedback)
    return answer


def _tags(question: Element, tags: Sequence[str]) -> None:
    if tags:
        into = SubElement(question, "tags")
        for tag in tags:
            _say(SubElement(into, "tag"), tag)
