"""Whether a 12-year-old understands a question: its length, its words, its options."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from statistics import median

from game.packs.findings import START, Findings
from game.packs.model import Fact, Pack
from game.packs.origin import Origin
from game.phrase import phrase

MAX_WORDS = 18
MAX_CHARACTERS = 90
MAX_OPTION_WORDS = 4
MAX_GRADE = 8.0
MAX_MEDIAN_GRADE = 6.0
NAME_SYLLABLES = 2

_OPENING = "\"'“‘(["
_VOWELS = re.compile(r"[aeiouy]+")
_BETWEEN_PARTS = re.compile(r"['’.,-]")


def judge_plain_words(pack: Pack, origins: Sequence[Origin], findings: Findings) -> None:
    """Note every level-1 question that is too long or too hard, as a flaw."""
    english = pack.language.split("-")[0] == "en"
    grades: list[float] = []
    for fact, origin in zip(pack.facts, origins, strict=True):
        if fact.level != 1:
            continue
        for answer in fact.answers:
            for wording, ask in enumerate(answer.asks):
                grade = reading_grade(ask) if english else 0.0
                grades.append(grade)
                for code, message in _too_much(ask, grade):
                    findings.add(
                        origin.file,
                        origin.ask_mark(answer.name, wording),
                        origin,
                        code,
                        message,
                        phrase("say it in fewer and shorter words, or write level: 2"),
                        "flaw",
                    )
        _judge_options(fact, origin, findings)
    if grades and median(grades) > MAX_MEDIAN_GRADE:
        findings.add(
            "pack.yaml",
            START,
            "",
            "hard-words",
            phrase(
                "the questions of level 1 have a median reading grade of {grade:.1f}; "
                "{most:g} is the most",
                grade=median(grades),
                most=MAX_MEDIAN_GRADE,
            ),
            phrase("shorter words and sentences lower it"),
            "flaw",
        )


@functools.lru_cache(maxsize=4_096)
def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade of English text: school years that a reader needs.

    0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid et al. 1975). A name counts
    as two syllables a word at most: one reads it as a whole, and no plainer word can stand there.
    """
    heard = _heard(text.split())
    if not heard:
        return 0.0
    ends = sum(text.count(end) for end in (". ", "! ", "? "))
    return 0.39 * len(heard) / (ends + 1) + 11.8 * sum(heard) / len(heard) - 15.59


def _heard(words: Sequence[str]) -> list[int]:
    """The syllables of each word; one with a capital that begins no sentence is a name."""
    found = []
    begins = True
    for word in words:
        count = syllables(word)
        if count:
            plain = word.lstrip(_OPENING)
            is_name = not begins and plain != plain.lower()
            found.append(min(count, NAME_SYLLABLES) if is_name else count)
            begins = word.endswith((".", "!", "?"))
    return found


@functools.lru_cache(maxsize=10_000)
def syllables(word: str) -> int:
    """How many syllables an English word has, by its letters; a number counts as one.

    Signs around the word count for nothing, and a sign alone has none.
    """
    word = word.strip(f"{_OPENING}).]”’,;:!?…").casefold()
    if not any(sign.isalnum() for sign in word):
        return 0
    total = 0
    for part in _BETWEEN_PARTS.split(word):
        count = len(_VOWELS.findall(part))
        silent_e = part.endswith("e") and not part.endswith(("le", "ee", "ye"))
        silent_ed = part.endswith("ed") and not part.endswith(("ted", "ded", "eed"))
        silent_es = part.endswith("es") and not part.endswith(
            ("ses", "zes", "ces", "ges", "ches", "shes", "xes", "ies", "les")
        )
        if count > 1 and (silent_e or silent_ed or silent_es):
            count -= 1
        total += count
    return max(1, total)


def _too_much(ask: str, grade: float) -> list[tuple[str, str]]:
    if grade <= MAX_GRADE and len(ask) <= MAX_CHARACTERS and ask.count(" ") < MAX_WORDS:
        return []
    words = len(ask.split())
    found: list[tuple[str, str]] = []
    if words > MAX_WORDS:
        message = phrase(
            "this question has {words} words; level 1 has {most} at most",
            words=words,
            most=MAX_WORDS,
        )
        found.append(("long-question", message))
    elif len(ask) > MAX_CHARACTERS:
        message = phrase(
            "this question has {characters} characters; level 1 has {most} at most",
            characters=len(ask),
            most=MAX_CHARACTERS,
        )
        found.append(("long-question", message))
    if grade > MAX_GRADE:
        message = phrase(
            "this question has a reading grade of {grade:.1f}; level 1 has {most:g} at most",
            grade=grade,
            most=MAX_GRADE,
        )
        found.append(("hard-words", message))
    return found


def _judge_options(fact: Fact, origin: Origin, findings: Findings) -> None:
    for answer in fact.answers:
        _judge_option(answer.text, "fact", origin, findings)
        for wrong in answer.wrong:
            _judge_option(wrong.text, "wrong", origin, findings)


def _judge_option(text: str, key: str, origin: Origin, findings: Findings) -> None:
    if text.count(" ") < MAX_OPTION_WORDS:
        return
    findings.add(
        origin.file,
        origin.mark(key),
        origin,
        "long-option",
        phrase(
            "the option '{option}' has {words} words; level 1 has {most} at most",
            option=text,
            words=len(text.split()),
            most=MAX_OPTION_WORDS,
        ),
        phrase("shorten it, or write level: 2"),
        "flaw",
    )
