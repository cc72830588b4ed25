"""The last call: so much of the key that who has nearly remembered it remembers it.

Not beside options, where a letter would point at one of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.question import Hint
from game.bank.spec import Form, Said, Spec
from game.bank.text import ARTICLES
from game.bank.wording import notation_in
from game.packs.model import Answer

_YEAR = re.compile(r"\b\d{4}\b")
_DECADE = re.compile(r"\b(\d\d)\d0s\b")

_LEAST_SPAN = 4


def radio(
    spec: Spec, form: Form, rng: random.Random, catalogue: NullTranslations
) -> Iterator[Said]:
    """First letters and length, a year without its last digit, a narrow range for a number."""
    answer = spec.answer
    if spec.kind == "true-false":
        text = catalogue.gettext("If anything in it is wrong, it is this: “{words}”.")
        yield Said(Hint("radio", text.format(words=form.stated)))
    elif answer.type == "number":
        yield from map(Said, _range(answer, rng, catalogue))
    elif answer.type == "year":
        yield from map(Said, _partly(answer, form.prompt, catalogue))
    else:
        yield from map(Said, _letters(answer.text, catalogue))


def _letters(text: str, catalogue: NullTranslations) -> Iterator[Hint]:
    _ = catalogue.gettext
    if decade := _DECADE.search(text):
        hidden = text.replace(decade.group(), f"{decade[1]}_0s")
        yield Hint("radio", _("We read: {text}").format(text=hidden))
        return
    words = text.split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        del words[0]
    firsts = [next((c.upper() for c in word if c.isalnum()), "") for word in words]
    if "" in firsts:
        return
    with_digits = [any(c.isdigit() for c in word) for word in words]
    if len(words) == 1 and with_digits[0] and firsts[0].isalpha():
        yield Hint(
            "radio", _("It begins with {letter}, and has a number in it.").format(letter=firsts[0])
        )
    elif len(words) == 1 and not with_digits[0]:
        length = sum(c.isalnum() for c in words[0])
        said = catalogue.ngettext(
            "It begins with {letter} and has {count} letter.",
            "It begins with {letter} and has {count} letters.",
            length,
        )
        yield Hint("radio", said.format(letter=firsts[0], count=length))
    elif len(words) == 2 and with_digits == [False, True]:
        yield Hint(
            "radio", _("It begins with {letter}, and ends in a number.").format(letter=firsts[0])
        )
    elif not any(with_digits):
        said = _("It has {count} words; their first letters: {letters}.")
        yield Hint("radio", said.format(count=len(words), letters=", ".join(firsts)))


def _partly(answer: Answer, prompt: str, catalogue: NullTranslations) -> Iterator[Hint]:
    year = _YEAR.search(answer.text)
    if year is not None and year.group() not in prompt:
        text = catalogue.gettext("We read the year as {digits}, and the last digit is lost.")
        yield Hint("radio", text.format(digits=f"{year.group()[:3]}_"))


def _range(answer: Answer, rng: random.Random, catalogue: NullTranslations) -> Iterator[Hint]:
    """Two round numbers with the key between them, anywhere between, and never alone.

    They lie within the powers of ten that the archive tells.
    """
    value = answer.value
    if value is None or value <= 0 or not value.is_integer():
        return
    step = 10 ** max(0, len(str(int(value))) - 2) * (5 if value > 50 else 1)
    below = int(value) // step * step
    low = max(0, below - step * rng.randint(0 if below < value else 1, 2))
    high = (int(value) // step + rng.randint(1, 3)) * step
    most = 10 ** len(str(int(value)))
    low, high = max(low, most // 10 if value >= 10 else 0), min(high, most)
    if high - low < _LEAST_SPAN:
        high = low + _LEAST_SPAN
    text, shown = catalogue.gettext("It lies between {low} and {high}."), notation_in(catalogue)
    yield Hint("radio", text.format(low=shown.number(low), high=shown.number(high)))
