"""Facts beside each other: ids used twice, contradictions, options that are true after all."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence

from game.packs.findings import Findings
from game.packs.model import Answer, Fact, Place
from game.packs.origin import Origin
from game.phrase import phrase

_SIGNS = string.whitespace + string.punctuation.replace("%", "") + "“”‘’«»–—…\u00a0"
_NO_SIGNS = str.maketrans("", "", _SIGNS)


def compare(facts: Sequence[Fact], origins: Sequence[Origin], findings: Findings) -> None:
    """Note what is wrong between facts, and between the answers of one."""
    for fact, origin in zip(facts, origins, strict=True):
        for answer in fact.answers:
            if answer.wrong or answer.never_with:
                _true_options(answer, origin, findings)
    _contradictions(facts, origins, findings)


def normal(text: str) -> str:
    """A text without case, punctuation and spaces, for comparing."""
    return text.casefold().translate(_NO_SIGNS)


def same_answer(one: Answer, other: Answer) -> bool:
    """Whether two answers are the same thing, in any of their spellings."""
    if one.value is not None and one.value == other.value and one.unit == other.unit:
        return True
    return not _spellings(one).isdisjoint(_spellings(other))


def _spellings(answer: Answer) -> set[str]:
    return set(map(normal, (answer.text, answer.form, *answer.accepted)))


def compare_ids(facts: Sequence[Fact], origins: Sequence[Origin], findings: Findings) -> None:
    """Note ids that several facts have, and former ones that are in use."""
    first: dict[str, int] = {}
    for number, fact in enumerate(facts):
        if fact.id not in first:
            first[fact.id] = number
            continue
        other = facts[first[fact.id]]
        origin = origins[number]
        if fact.has_own_id:
            code, mark = "duplicate-id", origin.mark("id")
            message = phrase(
                "the id '{id}' is taken by the fact at {place}", id=fact.id, place=other.place
            )
            hint = phrase("give it an id of its own")
        else:
            code, mark = "duplicate-fact", origin.mark("fact")
            message = phrase("the same sentence stands at {place}", place=other.place)
            hint = phrase("delete one of them")
        findings.add(fact.place.file, mark, origin, code, message, hint)
    for number, fact in enumerate(facts):
        for former in fact.was:
            if former in first:
                findings.add(
                    fact.place.file,
                    origins[number].mark("was"),
                    origins[number],
                    "id-in-use",
                    phrase(
                        "'{id}' is the id of the fact at {place}",
                        id=former,
                        place=facts[first[former]].place,
                    ),
                    phrase("'was' names ids that no fact has any more"),
                )


_QUOTED_WHOLE = re.compile(r"(?P<option>[^:]+): .{12,}[.!?]")
"""An option, a colon and a sentence: together they are a text only in quotes."""


def _true_options(answer: Answer, origin: Origin, findings: Findings) -> None:
    true = _spellings(answer)
    never = {normal(text) for text in answer.never_with}
    seen: set[str] = set()
    for wrong in answer.wrong:
        if not wrong.what and (quoted := _QUOTED_WHOLE.fullmatch(wrong.text)):
            findings.add(
                origin.file,
                origin.wrong_mark(answer.name, wrong.text),
                origin,
                "wrong-in-quotes",
                phrase("what it really is stands in the same quotes, and so is part of the option"),
                phrase('write "{option}": "..."', option=quoted["option"]),
                "flaw",
            )
        text = normal(wrong.text)
        if text not in true and text not in never and text not in seen:
            seen.add(text)
            continue
        if text in true:
            message = phrase("'{text}' is under 'wrong' and is the answer", text=wrong.text)
        elif text in never:
            message = phrase(
                "'{text}' is under 'wrong' and under 'never_with', so it may be true",
                text=wrong.text,
            )
        else:
            message = phrase("'{text}' stands twice under 'wrong'", text=wrong.text)
        findings.add(
            origin.file,
            origin.wrong_mark(answer.name, wrong.text),
            origin,
            "wrong-twice" if text in seen else "wrong-is-true",
            message,
            phrase("take it out of one of them"),
        )


def _contradictions(facts: Sequence[Fact], origins: Sequence[Origin], findings: Findings) -> None:
    """Two answers to one question: both single is a contradiction, one may be a wrong option.

    Claims by different people and facts of different days may differ, so only like are compared.
    """
    first: dict[str, tuple[int, Answer]] = {}
    more: dict[str, list[tuple[int, Answer]]] = {}
    for number, fact in enumerate(facts):
        apart = f"{fact.by}\n{fact.as_of}\n" if fact.by or fact.as_of else ""
        for index, answer in enumerate(fact.answers):
            mine = (number, answer)
            for question in (_blanked(fact, index), *map(_plain, answer.asks)):
                key = apart + question
                if first.setdefault(key, mine)[0] != number:
                    more.setdefault(key, [first[key]]).append(mine)
    told: set[tuple[int, int]] = set()
    for group in more.values():
        for position, (number, answer) in enumerate(group):
            for other_number, other in group[:position]:
                if number == other_number or (other_number, number) in told:
                    continue
                there = facts[other_number].place
                message = _disagreement(answer, other, there, origins[other_number])
                if not message:
                    continue
                told.add((other_number, number))
                findings.add(
                    origins[number].file,
                    origins[number].mark("fact"),
                    origins[number],
                    "contradiction",
                    message,
                    phrase("both cannot be right; mend one, or say in each what sets it apart"),
                )


def _blanked(fact: Fact, index: int) -> str:
    forms = fact.answers
    blanked = [
        part if isinstance(part, str) else "\0" if part == index else forms[part].form
        for part in forms[index].parts or fact.parts
    ]
    return _plain("".join(blanked))


def _plain(question: str) -> str:
    """A question or sentence without case, its last sign and extra spaces."""
    return " ".join(question.casefold().split()).rstrip("?.! ")


def _disagreement(answer: Answer, other: Answer, place: Place, origin: Origin) -> str:
    """How an answer speaks against another, which stands at a place; "" if it does not."""
    if same_answer(answer, other):
        return ""
    if answer.single and other.single:
        return phrase(
            "'{text}' is the only answer here, and '{other}' is at {place}, in {path}",
            text=answer.text,
            other=other.text,
            place=place,
            path=str(origin),
        )
    wrongs = {normal(wrong.text): wrong.text for wrong in answer.wrong}
    if clash := wrongs.keys() & _spellings(other):
        return phrase(
            "'{text}' is under 'wrong' here, and is the answer at {place}, in {path}",
            text=wrongs[clash.pop()],
            place=place,
            path=str(origin),
        )
    wrongs = {normal(wrong.text): wrong.text for wrong in other.wrong}
    if clash := wrongs.keys() & _spellings(answer):
        return phrase(
            "'{text}' is the answer here, and is under 'wrong' at {place}, in {path}",
            text=wrongs[clash.pop()],
            place=place,
            path=str(origin),
        )
    return ""
