"""Moodle's cloze, a text with answers in its gaps, where it has one gap alone.

The rules are those of `question/type/multianswer/questiontype.php` of Moodle.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.phrase import phrase
from game.workshop.formats.item import (
    ANY,
    Form,
    Item,
    NotAQuestion,
    Option,
    Value,
    number_in,
)

GAP = "_____"
_SIGNS = '\\}~#/"'
_HIDDEN = "".join(chr(0xDC00 + number) for number in range(len(_SIGNS)))
_ESCAPE = re.compile(r"\\([\\}~#/\"])")
_GAP = re.compile(r"\{[0-9]*:([A-Z_]+):([^}]*)\}")
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_FORMS: dict[str, Form] = {
    **dict.fromkeys(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"), "typed"),
    **dict.fromkeys(("NUMERICAL", "NM"), "number"),
    **dict.fromkeys(
        (
            *("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"),
            *("MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"),
        ),
        "choice",
    ),
    **dict.fromkeys(
        (
            *("MULTIRESPONSE", "MR", "MULTIRESPONSE_H", "MRH"),
            *("MULTIRESPONSE_S", "MRS", "MULTIRESPONSE_HS", "MRHS"),
        ),
        "several",
    ),
}


def question(text: str, place: str, plain: Callable[[str], str]) -> Item:
    """The question of a text with one gap; `plain` takes the markup out of its parts.

    NotAQuestion if it has no gap, or several.
    """
    hidden = _ESCAPE.sub(lambda found: _HIDDEN[_SIGNS.index(found[1])], text)
    gaps = [found for found in _GAP.finditer(hidden) if found[1] in _FORMS]
    if len(gaps) > 1:
        raise NotAQuestion(
            phrase("it has several gaps in one text, and the game asks one thing at a time")
        )
    if not gaps:
        raise NotAQuestion(phrase("there is no gap in its text"))
    gap = gaps[0]
    prompt = plain(_shown(f"{hidden[: gap.start()]}{GAP}{hidden[gap.end() :]}"))
    form = _FORMS[gap[1]]
    parts = [part for part in gap[2].split("~") if part.strip()]
    if form == "number":
        return Item(place, form, prompt, values=_values(parts, plain))
    options = tuple(_option(part, plain) for part in parts)
    if any(not option.text for option in options):
        raise NotAQuestion(phrase("one of its answers has no words"))
    if not any(option.share > 0 for option in options):
        raise NotAQuestion(phrase("none of its answers is right"))
    if form != "typed" and len(options) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    if form == "typed":
        options = tuple(option for option in options if option.share > 0 or option.feedback)
    elif sum(option.share > 0 for option in options) == 1:
        form = "choice"
    return Item(
        place, form, prompt, options=options, case=gap[1] in ("SHORTANSWER_C", "SAC", "MWC")
    )


def _shown(text: str) -> str:
    return text.translate(str.maketrans(_HIDDEN, _SIGNS))


def _option(part: str, plain: Callable[[str], str]) -> Option:
    part, share = part.strip(), 0.0
    if part.startswith("="):
        part, share = part[1:], 1.0
    elif found := _WEIGHT.match(part):
        part, share = part[found.end() :], min(1.0, max(-1.0, float(found[1]) / 100))
    words, _, told = part.partition("#")
    return Option(plain(_shown(words)), share, plain(_shown(told)))


def _values(parts: list[str], plain: Callable[[str], str]) -> tuple[Value, ...]:
    values: list[Value] = []
    for part in parts:
        said = _option(part, plain)
        number, _, margin = said.text.partition(":")
        if number.strip() == ANY:
            values.append(Value(None, 0.0, said.share, said.feedback))
        else:
            tolerance = abs(number_in(margin)) if margin.strip() else 0.0
            values.append(Value(number_in(number), tolerance, said.share, said.feedback))
    if not any(value.share > 0 and value.value is not None for value in values):
        raise NotAQuestion(phrase("it asks for a number and takes none"))
    return tuple(values)
