"""Kazakh as it is said: years and days are ordinals, abbreviations are spelled."""

from __future__ import annotations

import re

SIGNS = {
    " ": "бос орын", ".": "нүкте", ",": "үтір", "-": "дефис", "−": "минус", "'": "апостроф",
    "’": "апостроф", "/": "қиғаш сызық", ":": "қос нүкте", ";": "нүктелі үтір", "!": "леп белгісі",
    "?": "сұрау белгісі", "(": "жақша", ")": "жақша жабылды", '"': "тырнақша",
    "ь": "жіңішкелік белгісі", "ъ": "айыру белгісі",
    "Ь": "жіңішкелік белгісі", "Ъ": "айыру белгісі",
}  # fmt: skip
_MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_UNITS_WORDS = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_ORDINALS = {
    "бір": "бірінші", "екі": "екінші", "үш": "үшінші", "төрт": "төртінші", "бес": "бесінші",
    "алты": "алтыншы", "жеті": "жетінші", "сегіз": "сегізінші", "тоғыз": "тоғызыншы",
    "он": "оныншы", "жиырма": "жиырмасыншы", "отыз": "отызыншы", "қырық": "қырқыншы",
    "елу": "елуінші", "алпыс": "алпысыншы", "жетпіс": "жетпісінші", "сексен": "сексенінші",
    "тоқсан": "тоқсаныншы", "жүз": "жүзінші", "мың": "мыңыншы",
}  # fmt: skip
_MEASURES = {
    "км/сағ": "сағатына {n} километр", "км/с": "секундына {n} километр",
    "м/с": "секундына {n} метр", "шаршы км": "{n} шаршы километр", "км²": "{n} шаршы километр",
    "км": "{n} километр", "кг": "{n} килограмм", "кН": "{n} килоньютон", "см": "{n} сантиметр",
    "мм": "{n} миллиметр", "м": "{n} метр", "т": "{n} тонна", "с": "{n} секунд", "°": "{n} градус",
    "%": "{n} пайыз",
}  # fmt: skip
_LISTED = re.compile(
    r"\b((?:\d{1,4}(?:, | және | мен | бен | пен | не | немесе ))+)"
    r"(?=\d{1,4}-[а-яәғқңөұүһі]{4}|\d{4} жыл(?!да[мн]))"
)
_MEASURED = re.compile(rf"(?<![\w.,])(\d+(?:,\d+)?) ?({'|'.join(_MEASURES)})(?!\w)")
_NAMES = {
    "А": "а", "Ә": "ә", "Б": "бе", "В": "ве", "Г": "ге", "Ғ": "ға", "Д": "де", "Е": "е",
    "Ж": "же", "З": "зе", "И": "и", "К": "ка", "Қ": "қа", "Л": "эл", "М": "эм", "Н": "эн",
    "Ң": "эң", "О": "о", "Ө": "ө", "П": "пе", "Р": "эр", "С": "эс", "Т": "те", "У": "у",
    "Ұ": "ұ", "Ү": "ү", "Ф": "эф", "Х": "ха", "Ц": "це", "Ч": "че", "Ш": "ша", "Э": "э",
    "Ю": "ю", "Я": "я", "І": "і",
}  # fmt: skip
_WORDS = frozenset({"ТАСС", "ИТАР", "ЕМЕС", "КҮТУ", "ИӘ", "ЖОҚ"})
"""What is written large and read as a word."""


def said(text: str) -> str:
    """The text with its signs, years and days in words."""
    text = re.sub(r"\b[TТ][-−](\d+)", r"Т минус \1", text)
    text = re.sub(r"\b[TТ]\+(\d+)", r"Т плюс \1", text)
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    text = re.sub(rf"\b(\d{{1,2}}) (?={_MONTHS})", _ordinal_found, text)
    text = _LISTED.sub(lambda found: re.sub(r"\d+", _ordinal_alone, found[1]), text)
    text = re.sub(r"\b(\d{1,4})[- ](?=жыл(?!да[мн]))", _year, text)
    text = re.sub(r"\b(\d{1,4})-(?=[а-яәғқңөұүһі]{4})", _ordinal_found, text)
    text = re.sub(r"(?<=\d)\s?–\s?(?=\d)", " бен ", text)
    text = _MEASURED.sub(_measure, text)
    text = re.sub(r"\b(\d+),(\d)\b", r"\1 бүтін оннан \2", text)
    text = re.sub(r"\b[А-ЯӘҒҚҢӨҰҮІ]{2,4}\b", _spelled, text)
    return re.sub(r"№ ?(?=\d)", "нөмірі ", text)


def words(number: int) -> list[str]:
    """A number from 1 to 9999 in words."""
    thousands, rest = divmod(number, 1000)
    hundreds, last = divmod(rest, 100)
    found = []
    if thousands:
        found += [_UNITS_WORDS[thousands] if thousands > 1 else "", "мың"]
    if hundreds:
        found += [_UNITS_WORDS[hundreds] if hundreds > 1 else "", "жүз"]
    found += [_TENS[last // 10], _UNITS_WORDS[last % 10]]
    return [word for word in found if word]


def ordinal(number: int) -> str:
    """A number from 1 to 9999 as an ordinal: 1961 is "мың тоғыз жүз алпыс бірінші"."""
    *first, last = words(number)
    return " ".join([*first, _ORDINALS[last]])


def _ordinal_found(found: re.Match[str]) -> str:
    number = int(found[1])
    return f"{ordinal(number)} " if number else found[0]


def _ordinal_alone(found: re.Match[str]) -> str:
    """Of a list that ends in an ordinal each number is one: 6, 8, 12-абзацтар."""
    return ordinal(int(found[0])) if int(found[0]) else found[0]


def _year(found: re.Match[str]) -> str:
    """A year is an ordinal; a number of years is not: 1961 жылы, but 70 жыл."""
    number = int(found[1])
    return f"{ordinal(number)} " if number >= 1000 else found[0]


def _measure(found: re.Match[str]) -> str:
    return _MEASURES[found[2]].format(n=found[1])


def _spelled(found: re.Match[str]) -> str:
    if found[0] in _WORDS:
        return found[0]
    return " ".join(_NAMES.get(letter, letter) for letter in found[0])
