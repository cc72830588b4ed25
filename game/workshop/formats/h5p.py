"""H5P packages of one multiple choice, of single choices, of true or false, and of sets of them.

A package is a zip with `h5p.json`, which names the main library, and `content/content.json`, whose
fields are those of that library's `semantics.json`.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from game.phrase import phrase
from game.workshop.formats.item import (
    Collected,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
    numbered,
)
from game.workshop.formats.markup import plain_html
from game.workshop.formats.table import AGAIN, BROKEN_ZIP

MOST_JSON = 20_000_000
MOST_FILES = 5_000
DEEPEST = 8
CC0 = "CC0 1.0"
LICENCES = {CC0: "CC0", "PD": "CC0"}
UNKNOWN_LICENCE = "U"
GAP = "_____"
_CC = re.compile(r"CC BY(?:-(?:SA|ND|NC|NC-SA|NC-ND))?")
_CC_VERSION = re.compile(rf"({_CC.pattern})(?: (\d\.\d))?", re.IGNORECASE)
_BLANK = re.compile(r"\*([^*\n]{1,500})\*")
CHOICES_ALONE = phrase("an H5P set is written of choices and statements alone")
NO_EXPLANATION = phrase("H5P has no place for an explanation after any answer")
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def read(data: bytes, file: str) -> Reading:
    """Every question of a package; what of it is no such question is named."""
    into = Collected(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_FILES:
                raise NotAQuestion(phrase("it has over {most} files", most=MOST_FILES))
            head = _json(archive, "h5p.json")
            content = _json(archive, "content/content.json")
    except BROKEN_ZIP:
        reason = phrase("it cannot be opened as an H5P package: {again}", again=AGAIN)
        into.skip(file, reason)
        return into.reading()
    except NotAQuestion as error:
        into.skip(file, str(error))
        return into.reading()
    into.licence = _licence(head) if isinstance(head, dict) else ""
    library = head.get("mainLibrary") if isinstance(head, dict) else None
    _content(str(library), content, file, into, 0)
    return into.reading()


def _licence(head: dict[str, Any]) -> str:
    """The licence that a package names, "" if it names none that is known here."""
    named, version = str(head.get("license", "")), str(head.get("licenseVersion", ""))
    if _CC.fullmatch(named):
        return f"{named} {version}".strip() if re.fullmatch(r"(?:\d\.\d)?", version) else named
    return LICENCES.get(named, "")


def _licensed(licence: str) -> dict[str, str]:
    """The fields of a package for a licence, as far as H5P has a name for it."""
    if licence.upper().startswith("CC0"):
        return {"license": CC0}
    found = _CC_VERSION.fullmatch(licence.strip())
    if found is None:
        return {"license": UNKNOWN_LICENCE}
    version = {"licenseVersion": found[2]} if found[2] else {}
    return {"license": found[1].upper(), **version}


def _json(archive: zipfile.ZipFile, name: str) -> Any:
    try:
        entry = archive.open(name)
    except KeyError:
        reason = phrase("it has no {name}, as every H5P package does", name=name)
        raise NotAQuestion(reason) from None
    with entry:
        text = entry.read(MOST_JSON + 1)
    if len(text) > MOST_JSON:
        most = MOST_JSON // 1_000_000
        raise NotAQuestion(phrase("its {name} is larger than {most} MB", name=name, most=most))
    try:
        return json.loads(text.decode("utf-8-sig"))
    except RecursionError:
        raise NotAQuestion(phrase("its {name} is nested too deep", name=name)) from None


def _content(library: str, content: Any, place: str, into: Collected, depth: int) -> None:
    name = library.split(" ")[0]
    if not isinstance(content, dict) or depth > DEEPEST:
        reason = (
            phrase("{name} has no fields that can be read", name=name)
            if name
            else phrase("it has no fields that can be read")
        )
        into.skip(place, reason)
        return
    if name == "H5P.SingleChoiceSet":
        _each(content.get("choices"), place, into, _single_choice)
        return
    if name == "H5P.Blanks":
        _blanks(content, place, into)
        return
    if name in ("H5P.QuestionSet", "H5P.Column"):
        parts = content.get("questions" if name == "H5P.QuestionSet" else "content")
        for number, part in enumerate(parts if isinstance(parts, list) else [], 1):
            inner = part.get("content", part) if isinstance(part, dict) else {}
            inner = inner if isinstance(inner, dict) else {}
            inside = numbered(place, number)
            _content(str(inner.get("library", "")), inner.get("params"), inside, into, depth + 1)
        return
    makers = {"H5P.MultiChoice": _multi_choice, "H5P.TrueFalse": _true_false}
    maker = makers.get(name)
    if maker is None:
        reason = (
            phrase("{name} is not a choice", name=name)
            if name
            else phrase("content without a library is not a choice")
        )
        into.skip(place, reason)
        return
    _each([content], place, into, maker, several=False)


def _each(
    parts: Any,
    place: str,
    into: Collected,
    maker: Callable[[dict[str, Any], str, Collected], Item],
    *,
    several: bool = True,
) -> None:
    if not isinstance(parts, list):
        into.skip(place, phrase("it has no list of questions"))
        return
    for number, part in enumerate(parts, 1):
        where = numbered(place, number) if several else place
        try:
            if not isinstance(part, dict):
                raise NotAQuestion(phrase("it is no question with its answers"))
            into.keep(maker(part, where, into))
        except NotAQuestion as error:
            into.skip(where, str(error))


def _blanks(content: dict[str, Any], place: str, into: Collected) -> None:
    """A question to type the answer of for each text with one gap, such as *Vienna/Wien:a hint*."""
    texts = content.get("questions")
    if not isinstance(texts, list):
        into.skip(place, phrase("it has no list of questions"))
        return
    above = _words(content.get("text"), place, into)
    for number, text in enumerate(texts, 1):
        where = numbered(place, number) if len(texts) > 1 else place
        plain = _words(text, where, into)
        gaps = _BLANK.findall(plain)
        if len(gaps) != 1:
            several = phrase(
                "it has several gaps in one text, and the game asks one thing at a time"
            )
            into.skip(where, several if gaps else phrase("there is no gap in its text"))
            continue
        said, _, hint = gaps[0].partition(":")
        taken = tuple(Option(one.strip(), 1.0) for one in said.split("/") if one.strip())
        if not taken:
            into.skip(where, phrase("one of its answers has no words"))
            continue
        prompt = "\n".join(part for part in (above, _BLANK.sub(GAP, plain)) if part)
        hints = (hint.strip(),) if hint.strip() else ()
        into.keep(Item(where, "typed", prompt, options=taken, hints=hints))


def _words(value: Any, place: str, into: Collected) -> str:
    if not isinstance(value, str):
        return ""
    plain, lost = plain_html(value)
    for what in lost:
        into.lose(place, what)
    return plain


def _prompt(content: dict[str, Any], place: str, into: Collected) -> str:
    prompt = _words(content.get("question"), place, into)
    if not prompt:
        raise NotAQuestion(phrase("it has no question"))
    media = content.get("media")
    kind = media.get("type") if isinstance(media, dict) else None
    if isinstance(kind, dict) and kind.get("library"):
        into.lose(place, phrase("its picture or film is lost"))
    return prompt


def _single_choice(content: dict[str, Any], place: str, into: Collected) -> Item:
    prompt = _prompt(content, place, into)
    answers = content.get("answers")
    texts = [_words(each, place, into) for each in answers] if isinstance(answers, list) else []
    options = tuple(Option(text, float(at == 0)) for at, text in enumerate(texts))
    return Item(place, "choice", prompt, options=_checked(options))


def _multi_choice(content: dict[str, Any], place: str, into: Collected) -> Item:
    prompt = _prompt(content, place, into)
    answers = content.get("answers")
    options: list[Option] = []
    for answer in answers if isinstance(answers, list) else []:
        if not isinstance(answer, dict):
            raise NotAQuestion(phrase("one of its answers has no text"))
        tips = answer.get("tipsAndFeedback")
        tips = tips if isinstance(tips, dict) else {}
        right = answer.get("correct") is True
        chosen = _words(tips.get("chosenFeedback"), place, into)
        if _words(tips.get("tip"), place, into) or _words(
            tips.get("notChosenFeedback"), place, into
        ):
            into.lose(place, phrase("tips, and feedback for what was not chosen, are lost"))
        options.append(Option(_words(answer.get("text"), place, into), float(right), chosen))
    made = _checked(tuple(options))
    several = sum(option.share > 0 for option in made) > 1
    return Item(place, "several" if several else "choice", prompt, options=made)


def _checked(options: tuple[Option, ...]) -> tuple[Option, ...]:
    if len(options) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    if any(not option.text for option in options):
        raise NotAQuestion(phrase("one of its answers has no words"))
    if not any(option.share > 0 for option in options):
        raise NotAQuestion(phrase("none of its answers is right"))
    return options


def _true_false(content: dict[str, Any], place: str, into: Collected) -> Item:
    prompt = _prompt(content, place, into)
    right = str(content.get("correct")).lower()
    if right not in ("true", "false"):
        raise NotAQuestion(phrase("it does not say whether it is true"))
    behaviour = content.get("behaviour")
    told = behaviour if isinstance(behaviour, dict) else {}
    notes = {
        True: _words(told.get("feedbackOnCorrect"), place, into),
        False: _words(told.get("feedbackOnWrong"), place, into),
    }
    options = tuple(
        Option(word, float(word.lower() == right), notes[word.lower() == right])
        for word in ("True", "False")
    )
    return Item(place, "true-false", prompt, options=options)


def write(
    items: Iterable[Item], title: str = "T-Minus", licence: str = ""
) -> tuple[bytes, tuple[Said, ...]]:
    """The questions as a package with a set of choices and statements, and what it cannot hold."""
    lost: list[Said] = []
    questions = [made for item in items if (made := _written(item, lost)) is not None]
    content = {
        "introPage": {"showIntroPage": False},
        "progressType": "dots",
        "passPercentage": 50,
        "questions": questions,
        "randomQuestions": False,
        "endGame": {"showResultPage": True, "showSolutionButton": True, "showRetryButton": True},
    }
    head = {
        "title": title,
        "language": "und",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        **_licensed(licence),
        "preloadedDependencies": [
            {"machineName": "H5P.QuestionSet", "majorVersion": 1, "minorVersion": 20},
            {"machineName": "H5P.MultiChoice", "majorVersion": 1, "minorVersion": 16},
            {"machineName": "H5P.TrueFalse", "majorVersion": 1, "minorVersion": 8},
        ],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, document in (("h5p.json", head), ("content/content.json", content)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, json.dumps(document, ensure_ascii=False))
    return out.getvalue(), tuple(lost)


def _written(item: Item, lost: list[Said]) -> dict[str, Any] | None:
    if item.form not in ("choice", "several", "true-false") or not item.right:
        lost.append(Said(item.place, CHOICES_ALONE, is_left_out=True))
        return None
    if item.feedback:
        lost.append(Said(item.place, NO_EXPLANATION))
    return _statement(item) if item.form == "true-false" else _choice(item)


def _choice(item: Item) -> dict[str, Any]:
    answers = [
        {
            "text": f"<div>{_marked(option.text)}</div>",
            "correct": option.share >= 1,
            "tipsAndFeedback": {
                "tip": "",
                "chosenFeedback": _marked(option.feedback),
                "notChosenFeedback": "",
            },
        }
        for option in item.options
    ]
    params = {
        "question": f"<p>{_marked(item.prompt)}</p>",
        "answers": answers,
        "behaviour": {"singleAnswer": item.form == "choice", "randomAnswers": True, "type": "auto"},
    }
    return {"library": "H5P.MultiChoice 1.16", "params": params}


def _statement(item: Item) -> dict[str, Any]:
    right, wrong = sorted(item.options, key=lambda option: -option.share)
    params = {
        "question": f"<p>{_marked(item.prompt)}</p>",
        "correct": right.text.lower(),
        "behaviour": {
            "feedbackOnCorrect": _marked(right.feedback),
            "feedbackOnWrong": _marked(wrong.feedback),
        },
    }
    return {"library": "H5P.TrueFalse 1.8", "params": params}


def _marked(text: str) -> str:

    return escape(text).replace("\n", "<br>")
