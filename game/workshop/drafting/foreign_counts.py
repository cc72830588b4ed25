"""Questions for numbers in Russian and Kazakh, put together from the words of the sentence.

A Russian one begins with "сколько" and the counted word in the case that it takes; where that form
or the verb is not plain, there is none. A Kazakh one has "неше" where the number stood, behind
which no word changes.
"""

from __future__ import annotations

import re
from functools import cache

from game.packs.notation import notation_of
from game.workshop.drafting.clauses import squeezed
from game.workshop.drafting.figures import Figure
from game.workshop.drafting.first_words import DONE, Letters
from game.workshop.drafting.words_of import listed

_OF_MANY = re.compile(r"(?:\d*[05-9]|\d*1[1-4])$")
"""A number behind which a Russian noun stands as it does behind "сколько"."""
_SMALL = r"[а-яё][а-яё-]*\.?"
_ADJECTIVE = re.compile(r"[а-яё-]+(?:ых|их)")
_PARTED = re.compile(r"[,;:()—–…]")
_AND = re.compile(r"(?<!\w)(?:и|а|но|или|который|что|где|когда)(?!\w)")
_LIGHT = re.compile(r"(?:[Оо]н[аои]?|[Ее]го|[Ее][её]|[Ии]х|[Мм]ы|[Ээ]то)(?: |$)")
"""Words that stay before a verb."""
_OTHER_CASE = re.compile(r"(?:достиг|превы|лиши|хвати|равн|касал|избеж|прибав|убав|добав).*")
"""Verbs behind which a number stands in another case, or is a difference."""
_PLURAL = re.compile(r".*(?:ли|лись)")
_NO_COUNT = re.compile(
    r"жыл(?:ы|дар\w*|ғы|дың|дан|ға|да)|нөмір\w*|ғасыр\w*|бет(?:і|те|інде)|сынып\w*|үй(?:і|де)|сағат\w*"
)
"""Kazakh words behind a number that is none of how many."""


def how_many(sentence: str, figure: Figure, code: str, letters: Letters) -> str:
    """A question for a number of a sentence; "" if there is no safe one."""
    if code == "kk":
        return _kazakh(sentence, figure)
    return _russian(sentence, figure, letters) if code == "ru" else ""


@cache
def _many() -> dict[str, str]:
    """What a counted word becomes behind "сколько"."""
    words = [one for line in _in_order("units") for one in line.split()]
    rows = zip(words[::3], words[1::3], words[2::3], strict=True)
    return {one: row[2] for row in rows for one in row}


def _in_order(name: str) -> tuple[str, ...]:
    return listed(name, "ru", in_order=True)


def _russian(sentence: str, figure: Figure, letters: Letters) -> str:
    before, after = sentence[: figure.start].rstrip(), sentence[figure.end :].rstrip(".!…")
    number = sentence[figure.start : figure.end]
    if sentence.rstrip().endswith(("?", "»", "”")) or not before:
        return ""
    counted, rest = _counted(number, after)
    if not counted:
        return ""
    if dash := re.fullmatch(r"(?P<of>[^—–]+?)(?: составляет| равна| равен)? [—–]", before):
        return _measured(dash["of"], counted, rest, letters)
    *start, verb = before.split(" ")
    kept = " ".join(start)
    around = f"{kept} {rest}"
    if not _counts(verb, start) or _PARTED.search(around) or _AND.search(around) or "«" in rest:
        return ""
    begins = kept
    if kept and kept.split(" ")[0].casefold() in listed("joins", "ru"):
        begins = _lower(kept)
    elif kept and not (begins := letters.inside(kept)):
        return ""
    if kept.count("«") != kept.count("»"):
        return ""
    if _LIGHT.match(kept):
        return squeezed(f"Сколько {counted} {begins} {_lower(verb)} {rest}") + "?"
    return squeezed(f"Сколько {counted} {_lower(verb)} {begins} {rest}") + "?"


def _counts(verb: str, before: list[str]) -> bool:
    """Whether a count can be what a verb is about, without another case behind it."""
    low = verb.casefold()
    if low in listed("counting", "ru"):
        return True
    done = DONE.fullmatch(low) is not None and not low.endswith(("ся", "сь"))
    done = done and _OTHER_CASE.fullmatch(low) is None
    return done and bool(before) and _PLURAL.fullmatch(low) is None and not low.endswith("ей")


def _counted(number: str, after: str) -> tuple[str, str]:
    """The counted words as they stand behind "сколько", and what follows them; "" if not plain."""
    if number.endswith("%"):
        return "процентов", after.strip()
    words = after.split(" ")[1:] if after.startswith((" ", "\u00a0")) else []
    taken: list[str] = []
    many = _OF_MANY.search(number) is not None and "," not in number
    for at, word in enumerate(words):
        plain = word.rstrip(",")
        if not re.fullmatch(_SMALL, plain) or plain in listed("joins", "ru"):
            break
        if _ADJECTIVE.fullmatch(plain):
            taken.append(plain)
            continue
        form = plain if many else _many().get(plain, "")
        if not form or word != plain:
            return "", ""
        taken.append(form)
        scale = plain in listed("scales", "ru")
        behind = words[at + 1] if at + 1 < len(words) else ""
        if not scale or not re.fullmatch(_SMALL, behind) or behind in listed("joins", "ru"):
            return " ".join(taken), " ".join(words[at + 1 :])
        # Behind a thousand every word stands as behind many.
        many = True
    return "", ""


def _measured(of: str, counted: str, rest: str, letters: Letters) -> str:
    first = of.split(" ")[0].casefold()
    begins = letters.inside(of) or f"{of[0].lower()}{of[1:]}"
    if first not in listed("measures", "ru") or rest or _PARTED.search(of):
        return ""
    return f"Сколько {counted} составляет {begins}?"


def _lower(word: str) -> str:
    return f"{word[0].lower()}{word[1:]}"


def _kazakh(sentence: str, figure: Figure) -> str:
    before, after = sentence[: figure.start], sentence[figure.end :].rstrip(".!…")
    number = sentence[figure.start : figure.end]
    if re.search(r"[«»“”?]", sentence) or re.search(r"(?:№|сағат|[–—-]) ?$", before):
        return ""
    months = notation_of("kk").months
    if number.endswith("%"):
        word = "неше пайыз"
        if after and after[0] not in " ,":
            return ""
    else:
        behind = re.match(r"[ \u00a0](?P<word>[а-яёәғқңөұүһі]+)(?![\w-])", after)
        if behind is None or _NO_COUNT.fullmatch(behind["word"]):
            return ""
        if behind["word"].startswith(tuple(months)):
            return ""
        word = "неше"
    asks = squeezed(f"{before}{word}{after}")
    return f"{asks[0].upper()}{asks[1:]}?"
