"""Proposals in Russian and Kazakh: years, dates and numbers, asked for without bending a word.

A Russian question begins with the word that asks, and goes on as the sentence does; a Kazakh one
has that word where the time stood. What is not plain is asked for by a gap.
"""

from __future__ import annotations

import re

from game.workshop.drafting.ask_times import type_of_time
from game.workshop.drafting.clauses import squeezed
from game.workshop.drafting.figures import Figure, figures
from game.workshop.drafting.first_words import DONE, NO_LETTERS, Letters
from game.workshop.drafting.foreign_counts import how_many
from game.workshop.drafting.question import Asked

_GAPS = {
    "ru": {
        "year": "Какой год пропущен: «{gap}»?",
        "date": "Какая дата пропущена: «{gap}»?",
        "day": "Какой день пропущен: «{gap}»?",
        "number": "Какое число пропущено: «{gap}»?",
    },
    "kk": {
        "year": "Қай жыл түсіп қалған: «{gap}»?",
        "date": "Қай күн түсіп қалған: «{gap}»?",
        "day": "Қай күн түсіп қалған: «{gap}»?",
        "number": "Қай сан түсіп қалған: «{gap}»?",
    },
}
# What stands before a year, what behind it, and what asks for both.
_YEARS = {
    "ru": (
        (r"[Вв] $", r" (?:году|г\.)", "в каком году"),
        (r"[Сс] $", r" (?:года|г\.)", "с какого года"),
        (r"[Дд]о $", r" (?:года|г\.)", "до какого года"),
        (r"[Кк] $", r" (?:году|г\.)", "к какому году"),
    ),
    "kk": (
        (r"$", r" ж\.", "қай жылы"),
        # Whatever case the year stands in, the word that asks stays as it is.
        (r"(?<![–—-])$", r"(?= жыл(?:ы|ғы|дың|дан|ға|да|ында|ына|ынан)?(?!\w))", "қай"),
    ),
}
_DAYS = {
    "ru": (r"(?:^|[,;:] |\w )$", r"(?=[\s,.])", "когда"),
    "kk": (r"$", r"(?:да|де|та|те|ында|інде)\b", "қашан"),
}
_DAY_ALONE = {"ru": "когда", "kk": "қай күні"}
"""What asks for a day whose year stands elsewhere."""
_LIGHT = re.compile(r"(?:его|е[её]|их|он[аои]?|это)(?!\w)")
"""Russian words that stay before a verb."""
_BEFORE_A_DAY = re.compile(r"\b(?:с|со|до|от|к|ко|на|по|после)\s$", re.IGNORECASE)
MOST_ANSWERS = 3
MOST_LETTERS = 160
"""Of a sentence that is its own question; a longer one is asked for by a gap."""


def propose(sentence: str, language: str, letters: Letters = NO_LETTERS) -> tuple[Asked, ...]:
    """What can be asked of a sentence in a language other than English; () if nothing.

    `letters` tells which words of the article are names.
    """
    code = language.split("-")[0]
    if code not in _GAPS:
        return ()
    found: list[Asked] = []
    names = {"year": "when", "date": "when", "day": "day", "number": "number"}
    for figure in figures(sentence, language)[:MOST_ANSWERS]:
        name = names.get(figure.kind, "number")
        same = sum(re.fullmatch(rf"{name}(?:-\d)?", one.name) is not None for one in found)
        name = f"{name}-{same + 1}" if same else name
        ask = _in_place(sentence, figure, code, letters) or _gap(sentence, figure, code)
        typed = type_of_time(figure, sentence[figure.start : figure.end])
        found.append(Asked(name, figure.start, figure.end, ask, typed))
    return tuple(found)


def _in_place(sentence: str, figure: Figure, code: str, letters: Letters) -> str:
    """The sentence with a word that asks for its time; "" if that is not plain."""
    if len(sentence) > MOST_LETTERS:
        return ""
    if figure.kind == "number":
        return how_many(sentence, figure, code, letters)
    by_day = figure.kind in ("date", "day")
    before, after = sentence[: figure.start], sentence[figure.end :].rstrip(".!…")
    if by_day and _BEFORE_A_DAY.search(before):
        return ""
    for lead, tail, asks in (_DAYS[code],) if by_day else _YEARS[code]:
        word = _DAY_ALONE[code] if figure.kind == "day" else asks
        here, there = re.search(lead, before), re.match(tail, after + " ")
        if here is None or there is None:
            continue
        kept = before if by_day else before[: here.start()]
        rest = after[there.end() :]
        if code == "ru" and kept.strip():
            return _word_first(word, kept.strip(), rest.strip(), letters)
        made = squeezed(f"{kept}{word}{rest}")
        return f"{made[0].upper()}{made[1:]}?"
    return ""


def _word_first(word: str, kept: str, rest: str, letters: Letters) -> str:
    """A Russian question about what stood before a time and behind it; "" if it has parts."""
    if re.search(r"[,;:()«»—–]", f"{kept}{rest}"):
        return ""
    word = f"{word[0].upper()}{word[1:]}"
    begins = letters.inside(kept)
    if not begins:
        return squeezed(f"{kept} {rest}") + f". {word}?"
    *before, last = begins.split(" ")
    done = [one for one in before if DONE.fullmatch(one)]
    light = _LIGHT.match(begins) is not None
    if before and not done and not rest and not light and DONE.fullmatch(last):
        begins = " ".join((last, *before))
    return squeezed(f"{word} {begins} {rest}") + "?"


def _gap(sentence: str, figure: Figure, code: str) -> str:
    missing = squeezed(f"{sentence[: figure.start]}___{sentence[figure.end :]}")
    return _GAPS[code][figure.kind].format(gap=missing.rstrip("."))
