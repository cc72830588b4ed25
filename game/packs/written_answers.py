"""What is right in a written question, by the keys that its author chose for its form."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from game.packs.answers import texts_of
from game.packs.model import NOTHING_KEPT, Answer, Kept, Option, Value, WrittenForm
from game.phrase import phrase
from game.reading.values import Items, Table, Text

FORMS = ("right", "is_true", "typed", "number", "match", "order")
"""The keys of which a question has one, which says its form."""

BELONGS = {
    "wrong": "right",
    "feedback": "is_true",
    "tolerance": "number",
    "unit": "number",
    "spare": "match",
}
"""Keys that only stand beside another."""

MOST_OPTIONS = 50
HALF = 0.5
"""Of a mark: what earns less of it when it is typed is wrong."""

MOST_TYPED = 200
"""Letters of the longest text that is taken when it is typed."""

TRUE, FALSE = "True", "False"
ANY = "*"
"""The sign of a number, and the text of a typed answer, that stands for every other one."""

_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


class BadAnswers(Exception):
    """What is wrong with the answers of a question; `key` is where."""

    def __init__(self, message: str, key: str, code: str = "bad-answers", hint: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.code = code
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Answers:
    """What a question offers or takes; the fields are those of `Written`."""

    form: WrittenForm
    options: tuple[Option, ...] = ()
    values: tuple[Value, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    order: tuple[str, ...] = ()
    kept: Kept = NOTHING_KEPT


def read_answers(raw: dict[str, Any]) -> Answers:
    """The answers of a question whose shape has been judged. BadAnswers if they are none."""
    there = [key for key in FORMS if key in raw]
    if len(there) != 1:
        hint = phrase("write one of {keys}", keys=", ".join(f"{key}:" for key in FORMS))
        if not there:
            raise BadAnswers(phrase("nothing says what is right"), "ask", "no-answer", hint)
        message = phrase(
            "'{one}' and '{other}' are two forms of question", one=there[0], other=there[1]
        )
        raise BadAnswers(message, there[1], "two-forms", hint)
    form = there[0]
    for key, beside in BELONGS.items():
        if key in raw and beside != form:
            message = phrase("'{key}' stands only beside '{beside}'", key=key, beside=beside)
            raise BadAnswers(message, key, "stray-key")
    kept = raw.get("kept", {})
    more = _kept(kept)
    if form == "right":
        return _choice(raw, kept, more)
    if form == "is_true":
        told = raw.get("feedback", {})
        true = raw["is_true"] in ("yes", "true")
        words = ((TRUE, true, "if_true"), (FALSE, not true, "if_false"))
        options = tuple(Option(word, float(on), str(told.get(key, ""))) for word, on, key in words)
        return Answers("true-false", options, kept=more)
    if form == "typed":
        entries = _merged(_entries(raw["typed"]), _entries(kept.get("wrong")), kept, taken)
        if not typed_texts(entries):
            raise BadAnswers(phrase("there is nothing here that could be typed"), "typed")
        return Answers("typed", entries, kept=more)
    if form == "number":
        return Answers("number", values=_values(raw, kept), kept=more)
    if form == "order":
        row = texts_of(raw["order"])
        if not 2 <= len(row) <= MOST_OPTIONS or len(set(row)) < len(row):
            message = phrase("a row has 2 to {most} different entries", most=MOST_OPTIONS)
            raise BadAnswers(message, "order", "too-few")
        return Answers("order", order=row, kept=more)
    return Answers("match", pairs=_pairs(raw), kept=more)


def answers_of(made: Answers, prompt: str, unit: str) -> tuple[Answer, ...]:
    """One answer for each right option of choice and several, one alone for other forms."""
    if made.form in ("choice", "several"):
        right = rights(made.options, several=made.form == "several")
        names = [str(n) for n in range(1, len(right) + 1)] if len(right) > 1 else [""]
        return tuple(_answer(n, o.text, prompt) for n, o in zip(names, right, strict=True))
    if made.form == "true-false":
        return (_answer("", rights(made.options)[0].text, prompt),)
    if made.form == "typed":
        key, *accepted = typed_texts(made.options)
        return (_answer("", key, prompt, tuple(accepted)),)
    if made.form == "number":
        best = key_value(made.values)
        number = best.value or 0.0
        text = f"{number:.15g}"
        return (
            Answer("", text, text, "number", (prompt,), unit, number, best.tolerance, single=True),
        )
    row = made.order or [f"{left}: {right}" for left, right in made.pairs if left]
    return (_answer("", "; ".join(row), prompt),)


def _answer(name: str, text: str, prompt: str, accepted: tuple[str, ...] = ()) -> Answer:
    return Answer(name, text, text, "term", (prompt,), accepted=accepted)


def typed_texts(options: Sequence[Option]) -> list[str]:
    """What may be typed, as far as anybody would; a * within a text stands for any letters, of
    which none are needed."""
    texts = (" ".join(option.text.replace(ANY, " ").split()) for option in taken(options))
    return [text for text in texts if 0 < len(text) <= MOST_TYPED]


def rights(options: Sequence[Option], *, several: bool = False) -> tuple[Option, ...]:
    """The options that count as right: where they are chosen together all that earn something, else
    those with the whole mark, if there are any."""
    whole = () if several else tuple(option for option in options if option.share >= 1.0)
    return whole or tuple(option for option in options if option.share > 0.0)


def taken(options: Sequence[Option]) -> tuple[Option, ...]:
    """The options of a typed question that count as right, the best first: those of `rights`, and
    what earns half of the mark at least, since whoever typed it knew."""
    best = rights(options)
    nearly = [one for one in options if one.share >= HALF and one not in best]
    return (*best, *sorted(nearly, key=lambda one: -one.share))


def key_value(values: Sequence[Value]) -> Value:
    """The number that counts as the key: the one with the largest share. ValueError if none."""
    return max((v for v in values if v.value is not None and v.share > 0), key=lambda v: v.share)


def clear_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The pairs whose left side goes with that right side alone."""
    partners: dict[str, set[str]] = {}
    for left, right in pairs:
        partners.setdefault(left, set()).add(right)
    return tuple(
        (left, next(iter(found))) for left, found in partners.items() if left and len(found) == 1
    )


def can_be_matched(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether two of the pairs, at least, can be told apart on both sides."""
    return len({right for _, right in clear_pairs(pairs)}) >= 2


def listed(value: Text | Items) -> Sequence[Any]:
    """A text, or the texts of a list, that know their places."""
    return [value] if isinstance(value, Text) else value


def _entries(value: Any) -> list[Option]:
    found: list[Option] = []
    for entry in [] if value is None else listed(value):
        if isinstance(entry, Table):
            found += (Option(str(text), 0.0, str(told)) for text, told in entry.items())
        else:
            found.append(Option(str(entry)))
    return found


def _choice(raw: dict[str, Any], kept: dict[str, Any], more: Kept) -> Answers:
    right, wrong = _entries(raw["right"]), _entries(raw.get("wrong"))
    if not wrong:
        message = phrase("a question with options needs wrong ones")
        hint = phrase("write them under wrong:; for a question to type the answer of, write typed:")
        raise BadAnswers(message, "right", "no-wrong", hint)
    several = len(right) > 1
    if kept.get("form") in ("choice", "several"):
        several = kept["form"] == "several"
    options = _merged(right, wrong, kept, partial(rights, several=several))
    texts = [option.text for option in options]
    if len(texts) > MOST_OPTIONS:
        message = phrase("{most} options are the most", most=MOST_OPTIONS)
        raise BadAnswers(message, "wrong", "too-many")
    twice = next((text for at, text in enumerate(texts) if text in texts[:at]), None)
    if twice is not None:
        message = phrase("'{option}' stands twice among the options", option=twice)
        raise BadAnswers(message, "wrong", "twice")
    return Answers("several" if several else "choice", options, kept=more)


def _merged(
    right: list[Option],
    wrong: list[Option],
    kept: dict[str, Any],
    counting: Callable[[Sequence[Option]], Sequence[Option]],
) -> tuple[Option, ...]:
    """Right and wrong options in the places, and with the shares, that `kept` has for them.
    `counting` gives those that count as right by their shares."""
    count = len(right) + len(wrong)
    places = [int(t) - 1 if t.isdigit() else -1 for t in texts_of(kept.get("at"))]
    places = places or list(range(len(right)))
    if len(set(places)) != len(right) or not all(0 <= place < count for place in places):
        message = phrase("'at' has the place of each right answer, from 1")
        raise BadAnswers(message, "kept", "bad-number")
    shares = [_number(t, "kept") for t in texts_of(kept.get("shares"))]
    if shares and len(shares) != count:
        message = phrase("'shares' has one number for each answer")
        raise BadAnswers(message, "kept", "bad-number")
    by_place = dict(zip(places, right, strict=True))
    rest = iter(wrong)
    merged = [by_place.get(place) or next(rest) for place in range(count)]
    shares = shares or [float(place in by_place) for place in range(count)]
    made = tuple(
        Option(option.text, share, option.feedback)
        for option, share in zip(merged, shares, strict=True)
    )
    is_right = [merged[place] for place in sorted(places)]
    by_share = counting(made)
    # Before what is nearly right counted as right it was kept among the wrong ones.
    if [o.text for o in is_right] not in (
        [o.text for o in made if o in by_share],
        [o.text for o in rights(made)],
    ):
        message = phrase("'shares' must be largest for the right answers")
        raise BadAnswers(message, "kept", "bad-number")
    return made


def _number(text: str, key: str) -> float:
    plain = text.replace(",", "") if _GROUPED.fullmatch(text) else text.replace("_", "x")
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        message = phrase("'{text}' is not a number", text=text)
        hint = phrase("write digits, with a point before decimals")
        raise BadAnswers(message, key, "bad-number", hint)
    return number


def _values(raw: dict[str, Any], kept: dict[str, Any]) -> tuple[Value, ...]:
    tolerance = abs(_number(raw.get("tolerance", "0"), "tolerance"))
    key = Value(_number(raw["number"], "number"), tolerance)
    values = tuple(
        Value(
            None if one["is"] == ANY else _number(one["is"], "kept"),
            abs(_number(one.get("tolerance", "0"), "kept")),
            _number(one.get("share", "1"), "kept"),
            str(one.get("feedback", "")),
        )
        for one in kept.get("values", ())
    )
    if values and (
        not any(value.share > 0 and value.value is not None for value in values)
        or key_value(values).value != key.value
    ):
        raise BadAnswers(phrase("'values' must have the number with the largest share"), "kept")
    return values or (key,)


def _pairs(raw: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    pairs = [(str(left), str(right)) for entry in raw["match"] for left, right in entry.items()]
    if not can_be_matched(pairs):
        message = phrase("two pairs at least must differ on both sides")
        raise BadAnswers(message, "match", "too-few")
    if len(pairs) > MOST_OPTIONS:
        message = phrase("{most} pairs are the most", most=MOST_OPTIONS)
        raise BadAnswers(message, "match", "too-many")
    return (*pairs, *(("", text) for text in texts_of(raw.get("spare"))))


def _kept(kept: dict[str, Any]) -> Kept:
    if not kept:
        return NOTHING_KEPT
    seconds = kept.get("seconds", "0")
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 6):
        message = phrase("'{text}' is no time in seconds", text=seconds)
        raise BadAnswers(message, "kept", "bad-number")
    return Kept(
        str(kept.get("name", "")),
        str(kept.get("category", "")),
        int(seconds),
        str(kept.get("difficulty", "")),
        texts_of(kept.get("tags")),
        kept.get("case") in ("yes", "true"),
    )
