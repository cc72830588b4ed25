"""Russian as it is said: years and days are ordinals, units bend with their number."""

from __future__ import annotations

import re

SIGNS = {
    " ": "пробел", ".": "точка", ",": "запятая", "-": "дефис", "−": "минус", "'": "апостроф",
    "’": "апостроф", "/": "косая черта", ":": "двоеточие", ";": "точка с запятой",
    "!": "восклицательный знак", "?": "вопросительный знак", "(": "скобка", ")": "скобка закрыта",
    '"': "кавычки", "ь": "мягкий знак", "ъ": "твёрдый знак", "й": "и краткое",
    "Ь": "мягкий знак", "Ъ": "твёрдый знак", "Й": "и краткое",
}  # fmt: skip
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_HUNDREDS = (
    "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот",
    "девятьсот",
)  # fmt: skip
_TENS = (
    "", "десять", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят",
    "восемьдесят", "девяносто",
)  # fmt: skip
# The stems of ordinals, to which the endings of a case are added.
_UNITS_ORDINAL = (
    "", "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат",
)  # fmt: skip
_TENS_ORDINAL = (
    "", "десят", "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят",
    "восьмидесят", "девяност",
)  # fmt: skip
_HUNDREDS_ORDINAL = ("", "сот", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот",
                     "семисот", "восьмисот", "девятисот")  # fmt: skip
_ENDINGS = {
    "nom": "ый", "gen": "ого", "dat": "ому", "ins": "ым", "loc": "ом", "many": "ых", "all": "ые",
}  # fmt: skip
_THIRD = {
    "nom": "ий", "gen": "ьего", "dat": "ьему", "ins": "ьим", "loc": "ьем", "many": "ьих",
    "all": "ьи",
}  # fmt: skip
_STRESSED = frozenset({"втор", "шест", "седьм", "восьм", "сороков"})
_CASES = {"год": "nom", "года": "gen", "годом": "ins", "годов": "many", "годах": "many"}
_UNITS = {
    "км/ч": ("километр в час", "километра в час", "километров в час"),
    "км/с": ("километр в секунду", "километра в секунду", "километров в секунду"),
    "м/с": ("метр в секунду", "метра в секунду", "метров в секунду"),
    "кв. км": ("квадратный километр", "квадратных километра", "квадратных километров"),
    "км²": ("квадратный километр", "квадратных километра", "квадратных километров"),
    "км": ("километр", "километра", "километров"),
    "кг": ("килограмм", "килограмма", "килограммов"),
    "кН": ("килоньютон", "килоньютона", "килоньютонов"),
    "см": ("сантиметр", "сантиметра", "сантиметров"),
    "мм": ("миллиметр", "миллиметра", "миллиметров"),
    "м": ("метр", "метра", "метров"),
    "т": ("тонна", "тонны", "тонн"),
    "с": ("секунда", "секунды", "секунд"),
    "°": ("градус", "градуса", "градусов"),
    "%": ("процент", "процента", "процентов"),
}  # fmt: skip
_MEASURED = re.compile(rf"(?<![\w.,])(\d+(?:,\d+)?) ?({'|'.join(map(re.escape, _UNITS))})(?!\w)")
_PARTS = ("десятая", "десятых")


def said(text: str) -> str:
    """The text with its signs, years and days in words."""
    text = re.sub(r"\b[TТ][-−](\d+)", r"Т минус \1", text)
    text = re.sub(r"\b[TТ]\+(\d+)", r"Т плюс \1", text)
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    text = re.sub(rf"\b(\d{{1,2}}) ({_MONTHS})(?: (\d{{4}})(?: года| г\.)?)?", _date, text)
    text = re.sub(r"\b(\d{4})[-–](м|е|х|й|го|му) ", r"\1 ", text)
    text = re.sub(r"(\b[Кк]о? |\b[Пп]о )?\b(\d{3,4}) (год|года|году|годом|годов|годах|годы)\b",
                  _year, text)  # fmt: skip
    text = re.sub(r"(?<=\d)\s?–\s?(?=\d)", " до ", text)
    text = _MEASURED.sub(_measure, text)
    text = re.sub(r"\b(\d+),(\d)\b", _fraction, text)
    text = re.sub(r"\bСША\b", "сэ шэ а", text)
    text = re.sub(r"№ ?(?=\d)", "номер ", text)
    return re.sub(r"^× ?(?=\d)", "в ", text)


def ordinal(number: int, case: str) -> str:
    """A number from 1 to 2099 as an ordinal, masculine, in a case of `_ENDINGS`: 1961, "loc" is
    "тысяча девятьсот шестьдесят первом"."""
    thousands, rest = divmod(number, 1000)
    hundreds, last = divmod(rest, 100)
    words = [("", "тысяча", "две тысячи")[thousands]]
    if not rest:
        return ("тысячн", "двухтысячн")[thousands - 1] + _ENDINGS[case]
    if not last:
        words.append(_HUNDREDS_ORDINAL[hundreds] + _ENDINGS[case])
        return " ".join(filter(None, words))
    words.append(_HUNDREDS[hundreds])
    tens, units = divmod(last, 10)
    if last < 20:
        stem = _UNITS_ORDINAL[last]
    elif units:
        words.append(_TENS[tens])
        stem = _UNITS_ORDINAL[units]
    else:
        stem = _TENS_ORDINAL[tens]
    words.append(_bent(stem, case))
    return " ".join(filter(None, words))


def _bent(stem: str, case: str) -> str:
    if stem == "трет":
        return stem + _THIRD[case]
    if case == "nom" and stem in _STRESSED:
        return f"{stem}ой"
    return stem + _ENDINGS[case]


def _date(found: re.Match[str]) -> str:
    day = int(found[1])
    if not 1 <= day <= 31:
        return found[0]
    line = f"{ordinal(day, 'gen')} {found[2]}"
    return f"{line} {ordinal(int(found[3]), 'gen')} года" if _told(found[3]) else line


def _told(year: str | None) -> bool:
    return year is not None and 1 <= int(year) < 2100


def _year(found: re.Match[str]) -> str:
    before, number, word = found[1] or "", int(found[2]), found[3]
    if not 1 <= number < 2100:
        return found[0]
    if word == "году":
        case = "dat" if before else "loc"
    elif word == "годы":
        case = "all"
    else:
        case = _CASES[word]
    return f"{before}{ordinal(number, case)} {word}"


def _measure(found: re.Match[str]) -> str:
    forms = _UNITS[found[2]]
    number = found[1]
    if "," in number:
        # A fraction takes the genitive: сорок девять и пять десятых километра.
        return f"{number} {forms[1].replace('квадратных километра', 'квадратного километра')}"
    return f"{number} {forms[_plural(int(number))]}"


def _plural(count: int) -> int:
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def _fraction(found: re.Match[str]) -> str:
    part = "одна" if found[2] == "1" else "две" if found[2] == "2" else found[2]
    return f"{found[1]} и {part} {_PARTS[0] if found[2] == '1' else _PARTS[1]}"
