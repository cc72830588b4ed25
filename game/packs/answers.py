"""The answers of one fact: what asks for them, what they are worth, what is false beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from game.packs.findings import Findings, nearest
from game.packs.model import NUMERIC, Answer, AnswerType, Wrong
from game.packs.notation import bends, notation_of
from game.packs.origin import Origin
from game.packs.sentence import DEFAULT_NAME, Marked, Sentence
from game.packs.values import (
    Worth,
    as_type,
    impossible_day,
    infer,
    no_such_day,
    not_of_type,
    number,
)
from game.phrase import phrase
from game.reading.values import Items, Table, Text

_NO_SPEC: dict[str, Any] = {}
_YEAR = re.compile(r"\b(?:1\d|20|21)\d\d\b")
_EARLY_YEAR = re.compile(r"\d{3,4}")

TIMES: frozenset[str] = frozenset({"year", "date"})
MOST_EVENT_WORDS = 6


class AnswerReader:
    """Reads the answers of one fact after another."""

    def __init__(self, findings: Findings, language: str) -> None:
        self._findings = findings
        self._notation = notation_of(language)
        self._bends = bends(language)
        self._origin = Origin("", 0, None)

    def read(
        self, sentence: Sentence, raw: dict[str, Any], origin: Origin, is_claim: bool
    ) -> tuple[Answer, ...]:
        """All answers of a sentence, with what `ask`, `wrong` and `answers` say of them."""
        self._origin = origin
        if not sentence.answers:
            return ()
        names = [marked.name or DEFAULT_NAME for marked in sentence.answers]
        asks = self._by_name(raw, "ask", names)
        wrongs = self._by_name(raw, "wrong", names) if "wrong" in raw else _NO_SPEC
        specs = self._specs(raw, names) if "answers" in raw else _NO_SPEC
        answers = tuple(
            self._answer(
                name,
                marked,
                self._asks(asks.get(name), name, raw, is_claim),
                wrongs.get(name),
                specs.get(name),
            )
            for name, marked in zip(names, sentence.answers, strict=True)
        )
        if isinstance(raw.get("hint"), Table):
            answers = self._with_hints(answers, raw["hint"])
        return self._with_events(answers, raw["event"]) if "event" in raw else answers

    def _with_hints(self, answers: tuple[Answer, ...], hints: Table) -> tuple[Answer, ...]:
        """The answers with hints of their own; a hint that is a text alone is the fact's."""
        self._unknown_names(hints, "hint", [answer.name for answer in answers])
        return tuple(replace(answer, hint=str(hints.get(answer.name, ""))) for answer in answers)

    def _with_events(self, answers: tuple[Answer, ...], value: Any) -> tuple[Answer, ...]:
        """The answers with what happened then; a text alone goes to the only year or date."""
        times = [answer.name for answer in answers if answer.type in TIMES]
        if isinstance(value, Table):
            self._unknown_names(value, "event", [answer.name for answer in answers])
            events = dict(value.items())
        elif len(times) == 1:
            events = {times[0]: value}
        else:
            events = {}
            message = (
                phrase(
                    "an event needs one year or date among the answers, "
                    "and this fact has several years or dates"
                )
                if times
                else phrase(
                    "an event needs one year or date among the answers, "
                    "and this fact has no year or date among its answers"
                )
            )
            self._findings.add(
                self._origin.file,
                value,
                f"{self._origin} event",
                "event-time",
                message,
                _each_under(times, "event") if times else _no_time(answers),
            )
        for answer in answers:
            if answer.name in events:
                early = _EARLY_YEAR.fullmatch(answer.text) is not None
                self._judge_event(answer.name, events[answer.name], times, early)
        return tuple(
            replace(answer, event=str(events[answer.name])) if answer.name in events else answer
            for answer in answers
        )

    def _judge_event(self, name: str, event: Text, times: list[str], early: bool) -> None:
        """`early`: the answer looks like a year before 1800, which needs its type."""
        message, hint = "", ""
        if name not in times:
            message = phrase(
                "'{name}' is no year and no date, so nothing can have happened then", name=name
            )
            hint = phrase("an event belongs to an answer such as {{when: 1957}}")
            if early:
                typed = f"{{{name}: {{type: year}}}}"
                hint = phrase(
                    "years before 1800 need their type: write answers: {answers}", answers=typed
                )
        elif not 2 <= len(event.split()) <= MOST_EVENT_WORDS:
            message = phrase(
                "an event has two to {most} words, and this has {words}",
                most=MOST_EVENT_WORDS,
                words=len(event.split()),
            )
            hint = phrase("say what happened, as short as: Sputnik 1 is launched")
        elif _YEAR.search(event):
            message = phrase("an event must not name a year: it would tell the order")
            hint = phrase("say only what happened")
        if message:
            path = f"{self._origin} event"
            self._findings.add(self._origin.file, event, path, "bad-event", message, hint)

    def _by_name(self, raw: dict[str, Any], key: str, names: list[str]) -> dict[str, Any]:
        value = raw.get(key)
        if value is None:
            return _NO_SPEC
        if not isinstance(value, Table):
            if len(names) == 1:
                return {names[0]: value}
            self._findings.add(
                self._origin.file,
                value,
                f"{self._origin} {key}",
                "needs-names",
                phrase(
                    "the fact has several answers, so '{key}' must say which it is for", key=key
                ),
                _each_under(names, key),
            )
            return dict.fromkeys(names, value if key == "ask" else None)
        self._unknown_names(value, key, names)
        return value

    def _specs(self, raw: dict[str, Any], names: list[str]) -> dict[str, Any]:
        value = raw["answers"]
        if all(isinstance(spec, Table) for spec in value.values()):
            self._unknown_names(value, "answers", names)
            return value  # type: ignore[no-any-return]
        if len(names) == 1:
            return {names[0]: value}
        self._findings.add(
            self._origin.file,
            value,
            f"{self._origin} answers",
            "needs-names",
            phrase("the fact has several answers, so 'answers' must say which it is about"),
            _each_under(names, "answers"),
        )
        return _NO_SPEC

    def _unknown_names(self, value: Table, key: str, names: list[str]) -> None:
        for name, _ in value.entries():
            if name not in names:
                there = phrase("the answers here are {names}", names=", ".join(names))
                if names == [DEFAULT_NAME]:
                    there = phrase("the answer here has no name; '{key}' needs none then", key=key)
                self._findings.add(
                    self._origin.file,
                    name,
                    f"{self._origin} {key}",
                    "no-such-answer",
                    phrase(
                        "the sentence has no answer '{name}'{close}",
                        name=name,
                        close=nearest(name, names),
                    ),
                    there,
                )

    def _asks(self, value: Any, name: str, raw: dict[str, Any], is_claim: bool) -> tuple[str, ...]:
        if value is None:
            if not is_claim:
                if name == DEFAULT_NAME:
                    message = phrase("'{key}' is missing", key="ask")
                    hint = phrase("write the question under ask:")
                else:
                    message = phrase("nothing asks for '{name}'", name=name)
                    hint = phrase("write the question under ask: {name}:", name=name)
                self._findings.add(
                    self._origin.file, raw["fact"], self._origin, "no-ask", message, hint
                )
            return ()
        return (str(value),) if isinstance(value, Text) else tuple(map(str, value))

    def _answer(
        self,
        name: str,
        marked: Marked,
        asks: tuple[str, ...],
        wrong: Any,
        spec: Any,
    ) -> Answer:
        worth = infer(marked.text, self._notation)
        if worth.type == "thing" and impossible_day(marked.text, self._notation):
            message, hint = no_such_day(marked.text)
            origin = self._origin
            mark = origin.mark("fact")
            self._findings.add(origin.file, mark, origin, "no-such-day", message, hint)
        wrongs = () if wrong is None else wrongs_of(wrong)
        if spec is None:
            return Answer(
                name,
                marked.text,
                marked.form,
                worth.type,
                asks,
                worth.unit,
                worth.value,
                wrong=wrongs,
                single=worth.type in NUMERIC,
                fits=not self._bends,
            )
        if "type" in spec:
            worth = self._written_type(spec["type"], marked)
        single = spec.get("single")
        fits = not self._bends or spec.get("fits") in ("yes", "true")
        return Answer(
            name,
            marked.text,
            marked.form,
            worth.type,
            asks,
            unit_of(spec["unit"]) if "unit" in spec else worth.unit,
            worth.value,
            self._tolerance(spec.get("tolerance"), worth),
            texts_of(spec.get("accepted")),
            _fitting(wrongs) if self._bends and fits else wrongs,
            texts_of(spec.get("never_with")),
            worth.type in NUMERIC if single is None else single in ("yes", "true"),
            spec.get("typed") not in ("no", "false"),
            fits=fits,
            units=units_of(spec.get("unit")),
        )

    def _written_type(self, written: Text, marked: Marked) -> Worth:
        wanted: AnswerType = str(written)  # type: ignore[assignment]
        worth = as_type(marked.text, wanted, self._notation)
        if worth is not None:
            return worth
        message, hint = not_of_type(marked.text, wanted, self._notation)
        path = f"{self._origin} answers"
        self._findings.add(self._origin.file, written, path, "not-of-type", message, hint)
        return Worth("thing")

    def _tolerance(self, written: Text | None, worth: Worth) -> float | None:
        if written is None:
            return None
        try:
            tolerance = number(written)
        except ValueError:
            tolerance = -1.0
        if not 0 <= tolerance < float("inf") or worth.value is None:
            self._findings.add(
                self._origin.file,
                written,
                f"{self._origin} answers",
                "bad-tolerance",
                phrase("'{text}' cannot be a tolerance", text=written)
                if worth.value is not None
                else phrase("only years, dates and numbers have a tolerance"),
                phrase("write a number, in the unit of the answer"),
            )
            return None
        return tolerance


def _each_under(names: list[str], key: str) -> str:
    """What to do where a key must say which of these answers it is for."""
    each = ", ".join(f"{name}: ..." for name in names)
    return phrase("write {each} under {key}:", each=each, key=key)


def _no_time(answers: tuple[Answer, ...]) -> str:
    """What to do where no answer is a year or a date."""
    early = next((one for one in answers if _EARLY_YEAR.fullmatch(one.text)), None)
    if early is not None:
        typed = "{type: year}" if len(answers) == 1 else f"{{{early.name}: {{type: year}}}}"
        return phrase("years before 1800 need their type: write answers: {answers}", answers=typed)
    return phrase("mark the year in braces")


def wrongs_of(value: Any) -> tuple[Wrong, ...]:
    """The wrong options under `wrong`, with what each really is where the author says so."""
    found: list[Wrong] = []
    for entry in [value] if isinstance(value, Text) else value:
        if isinstance(entry, Table):
            found.extend(_wrong(str(text), str(what)) for text, what in entry.items())
        else:
            found.append(_wrong(str(entry), ""))
    return tuple(found)


def _wrong(text: str, what: str) -> Wrong:
    """A wrong option of `Moscow` or `in Moscow = Moscow`, the form in the sentence first."""
    form, equals, shown = text.partition(" = ")
    return Wrong(shown.strip(), what, form.strip()) if equals else Wrong(text, what)


def _fitting(wrongs: tuple[Wrong, ...]) -> tuple[Wrong, ...]:
    """Wrong options that stand in the sentence as they are shown."""
    return tuple(replace(one, form=one.form or one.text) for one in wrongs)


def unit_of(value: Text | Items | None) -> str:
    """A unit as it stands behind most numbers: the last of its forms."""
    texts = texts_of(value)
    return texts[-1] if texts else ""


def units_of(value: Text | Items | None) -> tuple[str, ...]:
    """The forms of a unit that changes with its number; () if it has one alone."""
    texts = texts_of(value)
    return texts if len(texts) > 1 else ()


def texts_of(value: Text | Items | None) -> tuple[str, ...]:
    """One text or a list of them, as plain text; () if nothing is written."""
    if value is None:
        return ()
    return (str(value),) if isinstance(value, Text) else tuple(map(str, value))
