"""Plain tables of questions: a column of questions, one of right answers, and whatever else helps.

Headings are understood in English, Russian and Kazakh, and in the words of other programs' exports.
A table without headings is one of questions if most of its first cells end in a question mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from game.phrase import phrase
from game.workshop.formats.item import (
    Collected,
    Form,
    Item,
    NotAQuestion,
    Option,
    Reading,
    Said,
    Value,
    number_in,
)
from game.workshop.formats.lettered import EITHER, alphabets_of, picked
from game.workshop.formats.quiz_rows import Row, names_none, seconds, take_rows
from game.workshop.formats.table import NotATable, rows_of, separated

BETWEEN = "|"
"""What stands between several right answers."""

HEADER_WITHIN = 40
MOST_WRONG = 20
NO_FEEDBACK = phrase("a plain table has no place for feedback on an answer")
_NAMES = {
    "question": "question|question text|prompt|stem|front|term|q|вопрос|текст вопроса|сұрақ",
    "answer": "answer|correct answer|right answer|correct|right|key|solution|back|definition"
    "|answers|a|correct option|ответ|верный ответ|правильный ответ|жауап|дұрыс жауап",
    "explanation": "explanation|feedback|why|comment|answer explanation|rationale|пояснение"
    "|объяснение|комментарий|түсіндірме|түсініктеме",
    "category": "category|topic|subject|deck|unit|chapter|тема|категория|раздел|тақырып|бөлім",
    "difficulty": "difficulty|level|сложность|уровень|деңгей|қиындық",
    "seconds": "seconds|time|time in seconds|time limit|секунды|секунд|сек|время|время в секундах"
    "|время на ответ|уақыт|уақыты|уақыт шегі|жауап уақыты",
    "type": "type|question type|form|kind|тип|түрі",
    "tolerance": "tolerance|margin|допуск|погрешность|ауытқу",
    "measure": "unit of measure|единица|өлшем",
    "tags": "tags|labels|метки|белгілер",
}
_EXACT = {name: key for key, names in _NAMES.items() for name in names.split("|")}
_WRONG = re.compile(
    r"(?:wrong|incorrect|distractor|false|неверн|неправильн|қате|бұрыс)\D*(\d*)", re.IGNORECASE
)
_OPTION = re.compile(
    r"(?:option|choice|answer|вариант|нұсқа|ответ|жауап)\s*[#№]?\s*([a-h]|[а-з]|\d)\)?|([a-h]|[а-з])\)?",
    re.IGNORECASE,
)
_TRUE = frozenset({"true", "t", "yes", "верно", "да", "правда", "дұрыс", "иә", "ақиқат"})
_FALSE = frozenset({"false", "f", "no", "неверно", "нет", "ложь", "бұрыс", "жоқ", "жалған"})
_FIGURE = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_FORMS: dict[str, Form] = {
    "choice": "choice",
    "several": "several",
    "true-false": "true-false",
    "typed": "typed",
    "number": "number",
}
HEADINGS = ("Question", "Answer", "Explanation", "Category", "Difficulty", "Seconds", "Type")


def read(data: bytes, file: str) -> Reading:
    """Every question of a table, as .csv or .xlsx; a row without one is named."""
    into = Collected(file)
    try:
        rows = rows_of(data)
        head = list(islice(rows, HEADER_WITHIN))
        header, after = _header(head)
        if header is None and not _asks(head):
            into.skip(file, phrase("no row names a column of questions and one of answers"))
            return into.reading()
        make: Callable[[Row], Item | None] = _bare_question
        if header is not None:
            number, headings = head[after - 1]
            _lose_unknown(into, into.at(number), headings, header)
            make = partial(_question, alphabets=_alphabets(header, headings, head[after:]))
        take_rows(into, chain(head[after:], rows), lambda cells: header or _numbered(cells), make)
    except NotATable as error:
        into.skip(file, str(error))
    return into.reading()


def holds_questions(data: bytes) -> bool:
    """Whether the first rows of a table tell that it is one of questions."""
    try:
        head = list(islice(rows_of(data), HEADER_WITHIN))
    except NotATable:
        return False
    return _header(head)[0] is not None or _asks(head)


def _header(rows: Sequence[tuple[int, list[str]]]) -> tuple[dict[str, int] | None, int]:
    """Where each column stands, and how many rows are done with once the header has been read."""
    for at, (_, cells) in enumerate(rows):
        header = _named(cells)
        options = any(name.startswith(("option", "wrong")) for name in header)
        if "question" in header and ("answer" in header or options):
            return header, at + 1
    return None, 0


def _named(cells: Sequence[str]) -> dict[str, int]:
    header: dict[str, int] = {}
    options = wrong = 0
    for at, cell in enumerate(cells):
        heading = _heading(cell)
        name = _EXACT.get(heading, "")
        if not name and _WRONG.match(heading):
            wrong += 1
            name = f"wrong {wrong}"
        elif (not name or heading == "a") and _heading_of_option(cell):
            options += 1
            name = f"option {options}"
        if name:
            header.setdefault(name, at)
    return header


def _heading(cell: str) -> str:
    return " ".join(cell.casefold().split()).strip(" *:")


def _heading_of_option(cell: str) -> re.Match[str] | None:
    return _OPTION.fullmatch(_heading(cell))


def _lose_unknown(
    into: Collected, place: str, headings: Sequence[str], header: dict[str, int]
) -> None:
    """Name the columns that are not taken."""
    for at, heading in enumerate(headings):
        if heading and at not in header.values():
            into.lose(place, phrase("the column {heading!r} is not taken", heading=heading[:60]))


def _alphabets(
    header: dict[str, int], headings: Sequence[str], rows: Sequence[tuple[int, list[str]]]
) -> tuple[str, ...]:
    """Of which alphabets the letters are that name right answers: as the headings say it, else
    the first rows."""
    options = [
        found[1] or found[2]
        for name, at in header.items()
        if name.startswith("option") and (found := _heading_of_option(headings[at]))
    ]
    known = alphabets_of(filter(str.isalpha, options))
    if len(known) == 1:
        return known
    answers = header.get("answer", 0)
    said = [cells[answers] for _, cells in rows if answers < len(cells)]
    return alphabets_of(letter for letter in said if len(letter) == 1 and letter.isalpha())


def _numbered(cells: Sequence[str]) -> dict[str, int]:
    wrong = {f"wrong {at - 1}": at for at in range(2, len(cells))}
    return {"question": 0, "answer": 1, **wrong}


def _asks(rows: Sequence[tuple[int, list[str]]]) -> bool:
    asking = sum(bool(cells) and cells[0].rstrip().endswith(("?", "؟", "？")) for _, cells in rows)
    return len(rows) > 0 and asking * 2 > len(rows)


def _bare_question(row: Row) -> Item | None:
    return _question(row) if any(row.cells) else None


def _question(row: Row, alphabets: Sequence[str] = EITHER) -> Item | None:
    prompt, right = row["question"], row["answer"]
    options, wrong = row.numbered("option"), [text for text in row.numbered("wrong") if text]
    if not prompt and not right and not any((*options, *wrong)):
        return None
    if not prompt:
        raise NotAQuestion(phrase("it has no question"))
    said = row["type"].casefold()
    if any(options):
        form, made = _of_options(options, right, alphabets)
        values: tuple[Value, ...] = ()
    elif not right:
        raise NotAQuestion(phrase("it has no right answer"))
    elif wrong:
        keys = _several(right) if said == "several" else (right,)
        form = "several" if said == "several" else "choice"
        made, values = (*(Option(text, 1.0) for text in keys), *map(Option, wrong)), ()
    else:
        form, made, values = _alone(right, said, row["tolerance"])
    return Item(
        row.place,
        form,
        prompt,
        options=made,
        values=values,
        feedback=row["explanation"],
        category=row["category"],
        seconds=seconds(row["seconds"]),
        difficulty=row["difficulty"],
        tags=tuple(row["tags"].split()),
        unit=row["measure"] if form == "number" else "",
    )


def _of_options(
    options: Sequence[str], right: str, alphabets: Sequence[str]
) -> tuple[Form, tuple[Option, ...]]:
    """Options of which the answer is named by its text, or else by its number or letter."""
    offered = [text for text in options if text]
    if len(offered) < 2:
        raise NotAQuestion(phrase("it has fewer than two answers"))
    if right in offered:
        keys: tuple[int, ...] | None = (list(options).index(right),)
    else:
        keys = picked(right, len(options), alphabets)
    if keys is None or any(not options[at] for at in keys):
        raise names_none(right, len(offered), alphabets)
    made = tuple(Option(text, float(at in keys)) for at, text in enumerate(options) if text)
    return ("choice" if len(keys) == 1 else "several"), made


def _several(right: str) -> tuple[str, ...]:
    return tuple(text for part in right.split(BETWEEN) if (text := part.strip()))


def _alone(
    right: str, said: str, tolerance: str
) -> tuple[Form, tuple[Option, ...], tuple[Value, ...]]:
    """What a right answer without wrong ones asks for: two words, a number, or a text to type."""
    word = right.casefold()
    if said != "typed" and word in _TRUE | _FALSE:
        true = word in _TRUE
        return "true-false", (Option("True", float(true)), Option("False", float(not true))), ()
    if said == "number" or (said != "typed" and _FIGURE.fullmatch(right)):
        margin = abs(number_in(tolerance.replace(",", "."))) if tolerance else 0.0
        return "number", (), (Value(number_in(right.replace(",", ".")), margin),)
    taken = _several(right)
    if not taken:
        raise NotAQuestion(phrase("it has no right answer"))
    return "typed", tuple(Option(text, 1.0) for text in taken), ()


def write(items: Iterable[Item]) -> tuple[str, tuple[Said, ...]]:
    """The questions as CSV with a heading for each column, and what it cannot hold."""
    lost: list[Said] = []
    held = [item for item in items if _holds(item, lost)]
    most = max((sum(o.share < 1 for o in i.options) for i in held if _chosen(i)), default=0)
    wrong = [f"Wrong {number}" for number in range(1, most + 1)]
    extra = ["Tolerance", "Unit of measure"] if any(i.form == "number" for i in held) else []
    rows = [[*HEADINGS[:2], *wrong, *HEADINGS[2:], *extra]]
    rows += [_row(item, most, len(extra)) for item in held]
    return separated(rows), tuple(lost)


def _chosen(item: Item) -> bool:
    return item.form in ("choice", "several")


def _holds(item: Item, lost: list[Said]) -> bool:
    reason = ""
    if item.form not in _FORMS:
        reason = phrase("a plain table has no place for pairs")
    elif item.form == "number" and (len(item.values) != 1 or item.values[0].value is None):
        reason = phrase("a plain table holds one number for a question")
    elif item.form != "number" and len(item.right) != 1 and item.form in ("choice", "true-false"):
        reason = phrase("a plain table holds one right answer for a choice")
    elif item.form in ("several", "typed") and any(BETWEEN in o.text for o in item.options):
        reason = phrase(
            "one of its answers has {sign} in it, which parts right answers in a plain table",
            sign=BETWEEN,
        )
    elif item.form in ("several", "typed") and not item.right:
        reason = phrase("a plain table holds whole marks only")
    elif sum(option.share < 1 for option in item.options) > MOST_WRONG:
        reason = phrase("a plain table holds at most {most} wrong answers", most=MOST_WRONG)
    if reason:
        lost.append(Said(item.place, reason, is_left_out=True))
        return False
    if any(option.feedback for option in item.options):
        lost.append(Said(item.place, NO_FEEDBACK))
    return True


def _row(item: Item, most: int, extra: int) -> list[str]:
    right = f" {BETWEEN} ".join(option.text for option in item.right)
    more: Iterator[str] = iter(())
    if item.form == "number":
        value = item.values[0]
        right = f"{value.value:.15g}"
        more = iter((f"{value.tolerance:.15g}", item.unit))
    wrong = [o.text for o in item.options if o.share < 1] if _chosen(item) else []
    cells = [item.prompt, right, *wrong, *[""] * (most - len(wrong))]
    time = str(item.seconds) if item.seconds else ""
    cells += [item.feedback, item.category, item.difficulty, time, item.form]
    return [*cells, *(next(more, "") for _ in range(extra))]
