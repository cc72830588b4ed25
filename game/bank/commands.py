"""What the command line asks of this room."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from game import languages, paths
from game.bank.bank import build
from game.bank.called import CALL_NAMES, KIND_NAMES
from game.bank.question import Kind, Question
from game.packs.cache import open_pack
from game.packs.model import Pack, Picture
from game.packs.report import print_problems
from game.phrase import Words, counted, in_words, joined, phrase


def bank(pack: Path, as_json: bool, seed: int, language: str | None, kind: str | None) -> int:
    """Print every question of a pack, or those of one kind.

    The questions are in the pack's own language unless it has the one that was asked for. 0 when
    printed, 1 with the reasons if the pack cannot be read, 2 for a kind that there is not.
    """
    kinds: tuple[Kind, ...] = get_args(Kind)
    wanted = next((k for k in kinds if k == kind), None)
    if kind is not None and wanted is None:
        message = phrase(
            "There is no kind {kind!r}; kinds are {kinds}.", kind=kind, kinds=", ".join(kinds)
        )
        languages.tell(message)
        return 2
    read, problems = open_pack(pack, paths.cache())
    if read is None:
        print_problems(problems, sys.stderr)
        return 1
    if language is not None and language != read.language:
        said, _problems = open_pack(pack, paths.cache(), language)
        if said is not None and said.facts:
            _tell_lacking(read, said)
            read = said
        else:
            message = phrase(
                "The pack has no questions in {language!r}; these are in {own!r}.",
                language=language,
                own=read.language,
            )
            languages.tell(message)
    made = build(read, seed, languages.catalogue(read.language))
    questions = made.questions(wanted)
    if as_json:
        _print_json(read.id, read.language, seed, questions)
    else:
        _print_list(questions)
    return 0


def _tell_lacking(read: Pack, said: Pack) -> None:
    lacking = len(read.facts) - len(said.facts)
    if lacking:
        message = phrase(
            "{there:,} of {all:,} facts are in {language!r}; "
            "check --lang {language} lists the others.",
            there=len(said.facts),
            all=len(read.facts),
            language=said.language,
        )
        languages.tell(message)


def _print_json(pack: str, language: str, seed: int, questions: Iterator[Question]) -> None:
    """One question a line, so that two banks can be compared by their lines."""
    head = json.dumps({"pack": pack, "language": language, "seed": seed}, ensure_ascii=False)
    lines = ",\n".join(json.dumps(as_json(q), ensure_ascii=False) for q in questions)
    print(f'{head[:-1]}, "questions": [\n{lines}\n]}}')


def as_json(question: Question) -> dict[str, Any]:
    """A question as `bank --json` prints it, by the names that programs rely on."""
    q = question
    answer = list(q.answer) if isinstance(q.answer, tuple) else q.answer
    return {
        "id": q.id,
        "rev": q.rev,
        "kind": q.kind,
        "prompt": q.prompt,
        "prompts": list(q.prompts),
        "options": list(q.options) or None,
        "answer": answer,
        "accepted": list(q.accepted),
        "unit": q.unit or None,
        "tolerance": q.tolerance,
        "hints": [hint.text for hint in q.hints],
        "explanation": q.explanation,
        "why": q.why or None,
        "feedback": list(q.feedback) or None,
        "picture": _picture(q.picture) if q.picture else None,
        "facts": list(q.facts) if q.status != "written" else [],
        "citations": [{"source": c.source, "paragraph": c.paragraph or None} for c in q.citations],
        "difficulty": q.difficulty,
        "level": q.level,
        "topic": q.topic or None,
        "set": q.set or None,
        "by": q.by or None,
        "as_of": q.as_of or None,
    }


def _picture(picture: Picture) -> dict[str, str]:
    """A file by its path; of a figure the sort, what it shows, and the years of a line."""
    if picture.file:
        return {"file": picture.file, "alt": picture.alt}
    shown = {"draw": picture.draw, "of": picture.of, "alt": picture.alt}
    low, high = picture.within
    return {**shown, "within": f"{low}-{high}"} if high else shown


def _print_list(questions: Iterator[Question]) -> None:
    counts: Counter[Kind] = Counter()
    words = languages.system_words()
    for question in questions:
        counts[question.kind] += 1
        print("\n".join(_lines(question, words)))
    if not counts:
        print(languages.spoken(phrase("0 questions.")))
        return
    each = joined(
        phrase("{number:,} {kind}", number=number, kind=KIND_NAMES[kind])
        for kind, number in counts.items()
    )
    total = counted(
        "{count:,} question: {each}.", "{count:,} questions: {each}.", counts.total(), each=each
    )
    print(languages.spoken(total))


def _lines(question: Question, words: Words) -> Iterator[str]:
    yield question.prompt
    if isinstance(question.answer, tuple):
        yield from _arranged(question, question.answer)
    for at, option in enumerate(() if isinstance(question.answer, tuple) else question.options):
        mark = "*" if at == question.answer else " "
        what = question.feedback[at] if question.feedback else ""
        yield f"  {mark} {option}" + (f"  ({what})" if what else "")
    if not question.options:
        also = ""
        if others := ", ".join(question.accepted[1:]):
            also = "  " + in_words(phrase("(also {texts})", texts=others), words)
        yield f"  * {question.key}{also}"
    for hint in question.hints:
        yield f"    {in_words(CALL_NAMES[hint.call], words)}: {hint.text}"
    yield f"    {question.id}"
    yield ""


def _arranged(question: Question, answer: tuple[int, ...]) -> Iterator[str]:
    """The options of order and match in the places where they belong."""
    for number, at in enumerate(answer):
        place = question.prompts[number] if question.prompts else f"{number + 1}."
        when = f"  ({question.feedback[at]})" if question.feedback else ""
        yield f"  {place} {'= ' if question.prompts else ''}{question.options[at]}{when}"
