"""A sentence for people that can still be said in another language.

Whoever finds something wrong does not know who will read it: the rooms that judge a pack say it in
English, and whoever prints or draws it says it in the language of the reader, by its catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol


class Words(Protocol):
    """A catalogue."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...


class Phrase(str):
    """An English text that knows the template it was made of, and its values.

    `several` is the template for more than one, "" where nothing is counted. `str()` of it, and of
    an error that was raised with it, is the phrase itself; put into an f-string it is plain text.
    """

    __slots__ = ("several", "template", "values")
    template: str
    several: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return self


def phrase(template: str, /, **values: object) -> Phrase:
    """A phrase of a template such as "there is no {name!r}". Values may be phrases themselves, and
    numbers with a form (`{count:,}`, `{share:.1f}`) are grouped and pointed as the language does
    it."""
    return _made(template, "", values)


def counted(one: str, several: str, /, count: int, **values: object) -> Phrase:
    """A phrase of one of two templates, by `count`, which is a value of both."""
    return _made(one, several, {"count": count, **values})


def joined(parts: Iterable[str], between: str = ", ") -> Phrase:
    """Phrases and plain texts in a row; what stands between them is in no catalogue."""
    named = {f"part{at}": part for at, part in enumerate(parts)}
    return _made(between.join(f"{{{name}}}" for name in named), "", named)


def in_words(text: str, words: Words) -> str:
    """A phrase in the language of a catalogue; any other text as it is."""
    if not isinstance(text, Phrase):
        return text
    if text.several:
        template = words.ngettext(text.template, text.several, text.values["count"])
    else:
        template = words.gettext(text.template) if text.template else ""
    # Translators: a number with the marks of your language, of thousands and of decimals.
    number = words.gettext("1,000.5")
    marks = {",": number[1:-5], ".": number[-2]}
    values = {name: _in_words(value, words, marks) for name, value in text.values.items()}
    return template.format(**values)


class _Number:
    """A number that is written with the marks of a language where a form is asked for."""

    def __init__(self, value: float, marks: dict[str, str]) -> None:
        self._value = value
        self._marks = marks

    def __format__(self, form: str) -> str:
        return "".join(self._marks.get(sign, sign) for sign in format(self._value, form))

    def __repr__(self) -> str:
        return repr(self._value)


def _made(template: str, several: str, values: dict[str, Any]) -> Phrase:
    chosen = several if several and values["count"] != 1 else template
    made = Phrase(chosen.format(**values))
    made.template, made.several, made.values = template, several, values
    return made


def _in_words(value: object, words: Words, marks: dict[str, str]) -> object:
    if isinstance(value, Phrase):
        return in_words(value, words)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _Number(value, marks)
    return value
