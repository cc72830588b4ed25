"""True or false: the fact's sentence as it is, or with something proven false in its place."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from game.bank.distractors import Distractor, text_distractors
from game.bank.known import Entry, Known
from game.bank.line import can_be_choice, numeric_options, only_above, vouched
from game.bank.question import Kind
from game.bank.spec import Form, Spec
from game.bank.text import article, capitalised, contains, is_name, is_plural, normalise, word_count
from game.bank.wording import with_day
from game.packs.model import NUMERIC, Answer, Fact
from game.packs.plain_words import MAX_GRADE, reading_grade

KIND: Kind = "true-false"

_DESCRIPTION = re.compile(r", (?:a|an|the|one of|whom|who|which|where)\b")
_ASIDE = re.compile(r", (?:a|an|the|who|whom|which|where)\b[^,]*$")
_OPENING = re.compile(r"^(?:In|On|At|By|From|During|Until) [^,]*, ")
_QUOTES = ('"', "“", "‘", "«", "'")
_CLAUSE = re.compile(r"(?:After|Before|Since|When|While|Although|Because|If|Besides)\b")

_AGREEING = frozenset(("is", "are", "was", "were", "has", "have", "does", "do"))
_COUNTING = frozenset(("this", "that", "these", "those", "many", "few", "several", "each", "every"))

MOST_WORDS = 18
MOST_LETTERS = 90
LATER_WORDS = 26
LATER_LETTERS = 140


LIKELY = 2
"""Of the author's wrong options so many, the first, are put into false statements."""

_TELLING: frozenset[str] = frozenset({*NUMERIC, "person", "place"})
_NAMING: frozenset[str] = frozenset({"vehicle", "organisation"})


def specs(known: Known) -> Iterator[Spec]:
    """A true and a false statement, always both, so that neither word is the key more often.

    A sentence is stated once, however many answers it has: false is the one that is best worth
    knowing, a time, a number, a person or a place before other names, and these before words. Of
    equal ones it is the first.
    """
    for fact in known.pack.facts:
        stated: set[str] = set()
        for index, answer in () if fact.by else sorted(enumerate(fact.answers), key=_worth):
            said = fact.said(answer)
            if said in stated or not short_enough(fact, said):
                continue
            if _can_be_false(fact, answer, known):
                stated.add(said)
                yield Spec(KIND, fact, index, "true")
                yield Spec(KIND, fact, index, "false")


def holds(spec: Spec, known: Known) -> bool:
    """Whether a statement of this answer, which was made elsewhere, can be made here."""
    fact, answer = spec.fact, spec.answer
    return not fact.by and (spec.pattern == "true" or _can_be_false(fact, answer, known))


def _worth(place: tuple[int, Answer]) -> int:
    kind = place[1].type
    return 0 if kind in _TELLING else 1 if kind in _NAMING else 2


def short_enough(fact: Fact, text: str) -> bool:
    """Whether a statement is short and plain enough for the level of its fact.

    The grade is of English; by it, words of other alphabets are all short.
    """
    words, letters = (MOST_WORDS, MOST_LETTERS) if fact.level == 1 else (LATER_WORDS, LATER_LETTERS)
    if word_count(text) > words or len(text) > letters:
        return False
    return fact.level != 1 or reading_grade(text) <= MAX_GRADE


def _can_be_false(fact: Fact, answer: Answer, known: Known) -> bool:
    before, _after = fact.around(answer)
    if is_presupposed(*fact.meant_around(answer)) or not known.is_only_one(fact, answer):
        return False
    shown = answer.text if before else capitalised(answer.text)
    if answer.form != shown:
        return bool(given_forms(fact, answer, known))
    if can_be_choice(fact, answer, known, only_above(fact.meant_around(answer)[0])):
        return True
    return bool(fitting(fact, answer, known))


def given_forms(fact: Fact, answer: Answer, known: Known) -> list[Distractor]:
    """Wrong options whose form in the sentence the author gives."""
    before, after = fact.around(answer)
    return [
        one
        for one in text_distractors(fact, answer, known)
        if one.form and short_enough(fact, f"{before}{one.form}{after}")
    ]


def is_presupposed(before: str, after: str) -> bool:
    """Whether a sentence with something else in this place would be odd rather than false.

    So it is where the answer has a description beside it ("Skyroot, a company from India") or is
    part of one, stands between commas or quotation marks, or in a clause that the rest rests on
    ("After the Soviet Union broke up, ...").
    """
    if _DESCRIPTION.match(after) or (before.endswith(", ") and after.startswith(",")):
        return True
    if _ASIDE.search(_OPENING.sub("", before)) or before.endswith(_QUOTES):
        return True
    return bool(_CLAUSE.match(before)) and "," not in before and "," in after


def fitting(fact: Fact, answer: Answer, known: Known) -> Sequence[Distractor]:
    """Distractors that the sentence can take without another word being changed."""
    return known.recent(_fitting, (fact.id, answer.name), fact, answer, known)


def _fitting(fact: Fact, answer: Answer, known: Known) -> Sequence[Distractor]:
    if answer.original:
        return _fitting_by_mark(fact, answer, known)
    before, after = fact.around(answer)
    words_before = before.split()
    said_here = normalise(f"{before} {after}")
    last = words_before[-1].casefold() if words_before else ""
    counts = not is_name(answer.text) and _number_matters(last, after)
    found = []
    for other in text_distractors(fact, answer, known):
        text, key = other.text, answer.text
        if article(text) != article(key) or is_name(text) != is_name(key):
            continue
        if counts and is_plural(text) != is_plural(key):
            continue
        if last in ("a", "an") and _vowel(text) != _vowel(key):
            continue
        if not is_name(key) and after.startswith(" of ") and not other.by_author:
            continue
        if contains(said_here, normalise(text)):
            continue
        if last == "the" and is_name(key) and not _noun_follows(after):
            continue
        if short_enough(fact, f"{before}{text}{after}"):
            found.append(other)
    return found


def _fitting_by_mark(fact: Fact, answer: Answer, known: Known) -> list[Distractor]:
    """In a language that bends its words only what is marked as fitting."""
    found = given_forms(fact, answer, known)
    if found or not answer.fits:
        return found
    before, after = fact.around(answer)
    said_here = normalise(f"{before} {after}")
    return [
        one
        for one in text_distractors(fact, answer, known)
        if not contains(said_here, normalise(one.text))
        and short_enough(fact, f"{before}{one.text}{after}")
    ]


def _number_matters(last: str, after: str) -> bool:
    """Whether something before or behind an answer must agree with it in number.

    A sentence that begins with the answer has its verb somewhere behind it.
    """
    words = after.split(maxsplit=1)
    behind = words[0] if words else ""
    return not last or last in _COUNTING or last in _AGREEING or behind in _AGREEING


def _is_one(text: str) -> bool:
    """Whether a number would need another verb or noun than the key has."""
    return normalise(text).split()[0] in ("1", "one")


def _vowel(text: str) -> bool:
    return text[:1].casefold() in "aeiou"


def _noun_follows(after: str) -> bool:
    """Whether a name after "the" is only an attribute: "the Zenit complex", not "the Moon"."""
    return after[:1] == " " and after[1:2].islower() and after.split()[0].isalpha()


def stem(spec: Spec) -> tuple[str, str]:
    if spec.pattern == "true":
        return spec.fact.said(spec.answer), "true"
    before, after = spec.fact.around(spec.answer)
    return f"{before}…{after}", "false"


def form(spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations) -> Form:
    fact, answer = spec.fact, spec.answer
    words = (catalogue.gettext("True"), catalogue.gettext("False"))
    if spec.pattern == "true":
        prompt = with_day(fact, fact.said(answer), catalogue)
        return Form(prompt, 0, words, ("", ""), nearness=0.5, stated=answer.form)
    other = _false_one(spec, known, rng, catalogue)
    before, after = fact.around(answer)
    text = other.form or other.text
    text = text if before else capitalised(text)
    subject = _subject(fact, answer, other, known)
    return Form(
        prompt=with_day(fact, f"{before}{text}{after}", catalogue),
        answer=1,
        options=words,
        feedback=(other.told if subject else other.what, ""),
        nearness=0.5 if answer.type in NUMERIC else 0.4,
        stated=text,
        subject=subject,
    )


def _subject(fact: Fact, answer: Answer, other: Distractor, known: Known) -> Entry | None:
    """What is true of the thing that a statement is about, where a row's own name is put wrong."""
    if not answer.column or answer.text != fact.name:
        return None
    rows = (entry for entry in known.said(other.text) if entry.answer.column == answer.column)
    return next((entry for entry in rows if known.fit_beside(fact, entry.fact)), None)


def _false_one(
    spec: Spec, known: Known, rng: random.Random, catalogue: NullTranslations
) -> Distractor:
    """One of the author's first two that fit, since they are the likeliest; else any that fits."""
    fact, answer = spec.fact, spec.answer
    way = only_above(fact.meant_around(answer)[0])
    if answer.form != (answer.text if fact.around(answer)[0] else capitalised(answer.text)):
        given = given_forms(fact, answer, known)
        return rng.choice(given[:LIKELY])
    made = numeric_options(fact, answer, known, rng, catalogue, way)
    if made is None:
        found = fitting(fact, answer, known)
        return rng.choice([d for d in found if d.by_author][:LIKELY] or found)
    likely = _plural_if_any(vouched(fact, answer, known, way))[:LIKELY]
    return rng.choice(likely or _plural_if_any(made[0]))


def _plural_if_any(found: list[Distractor]) -> list[Distractor]:
    return [d for d in found if not _is_one(d.text)] or found
