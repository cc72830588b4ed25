"""What the command line asks of this room."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from game.languages import spoken, system_words, tell
from game.packs.balance import keys_by_country, keys_by_source
from game.packs.coverage import Covered, coverage_lines, covered
from game.packs.identifiers import write_ids
from game.packs.model import Answer, Citation, Fact, Place
from game.packs.problem import Problem
from game.packs.read import PackReading, in_language, read_folder, read_pack
from game.packs.report import as_json as problem_as_json
from game.packs.report import print_problems
from game.packs.systems import Asked, Represented, represented, system_lines
from game.phrase import counted, joined, phrase


def check(
    pack: Path,
    sources: Path | None,
    globs: dict[str, str],
    coverage: bool,
    as_json: bool,
    judge: Callable[[PackReading], None] | None = None,
    asked: Asked | None = None,
) -> int:
    """Print every problem of a pack; 1 if any is an error or a flaw, 2 for wrong arguments.

    `sources` is the folder with the cited documents, `globs` says which file a source is. `judge`
    adds what other rooms find, `asked` says which questions are about each fact. With `coverage`
    every paragraph and every system is listed; in JSON behind the problems, with keys of their own.
    """
    if sources is not None and not sources.is_dir():
        tell(phrase("There is no folder {folder}.", folder=sources))
        return 2
    if globs and sources is None:
        tell(phrase("--source needs --sources, the folder to look in."))
        return 2
    reading = read_folder(pack)
    summary: list[str] = []
    paragraphs: dict[str, list[str]] = {}
    listed: list[Covered] = []
    systems: list[Represented] = []
    if reading.pack is not None:
        unknown = sorted(set(globs) - {source.id for source in reading.pack.sources})
        if unknown:
            message = phrase(
                "The pack has no source {source!r}, named by --source.", source=unknown[0]
            )
            tell(message)
            return 2
        summary = [*keys_by_source(reading.pack), *keys_by_country(reading.pack)]
        if drafts := len(reading.pack.drafts):
            summary.append(
                phrase(
                    "Drafts, which nobody can play until they are accepted: {drafts:,}.",
                    drafts=drafts,
                )
            )
        if sources is not None:
            # What compares texts takes longer to import than a small pack takes to read.
            from game.packs.grounding import ground, read_sources

            paragraphs = read_sources(reading.pack, sources, globs, reading.findings)
            result = ground(reading.pack, reading.origins, paragraphs, reading.findings)
            summary.append(
                phrase(
                    "Compared with the documents: {grounded:,} facts grounded, {failed:,} not, "
                    "{cited:,} cited, not compared.",
                    grounded=result.grounded,
                    failed=result.failed,
                    cited=result.cited_only,
                )
            )
        if coverage:
            listed = covered(reading.pack, paragraphs)
            can_ask = asked is not None and not reading.findings.errors()
            systems = represented(reading.pack, asked(reading.pack) if asked and can_ask else {})
            summary += (*coverage_lines(listed), *system_lines(systems), *_in_short(listed))
    if judge is not None:
        judge(reading)
    problems = reading.findings.in_order()
    for language, said in _other_languages(reading):
        problems += said.findings.in_order()
        summary.append(_how_much(language, said, reading))
    people = sys.stderr if as_json else sys.stdout
    if as_json:
        found: list[dict[str, Any]] = [dict(problem_as_json(one)) for one in problems]
        found += (*map(_paragraph, listed), *map(_system, systems))
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        shown = list(_for_people(problems))
        print_problems(shown, people)
        if not shown:
            _say(phrase("Nothing wrong found."), people)
    for line in summary:
        _say(line, people)
    return int(any(problem.severity != "note" for problem in problems))


def check_language(
    pack: Path, language: str, as_json: bool, judge: Callable[[PackReading], None]
) -> int:
    """Print what is missing or wrong in one language of a pack; 1 for an error or a flaw.

    2 if it has nothing in that language. `judge` adds what other rooms find.
    """
    reading = read_folder(pack)
    errors = [one for one in reading.findings.in_order() if one.severity == "error"]
    if errors or reading.pack is None or reading.folder is None:
        print_problems(errors, sys.stderr)
        return 1
    from game.packs.translation import languages_of

    there = languages_of(reading.folder)
    if language not in there:
        message = phrase(
            "The pack has nothing in {language!r}; it has {others}.",
            language=language,
            others=", ".join((reading.pack.language, *there)),
        )
        tell(message)
        return 2
    said = in_language(reading, language)
    judge(said)
    problems = said.findings.in_order()
    people = sys.stderr if as_json else sys.stdout
    if as_json:
        print(json.dumps([problem_as_json(one) for one in problems], indent=2, ensure_ascii=False))
    else:
        print_problems([one for one in problems if one.code != "untranslated"], people)
        for line in _missing(problems):
            _say(line, people)
    _say(_how_much(language, said, reading), people)
    return int(any(problem.severity != "note" for problem in problems))


def _other_languages(reading: PackReading) -> Iterator[tuple[str, PackReading]]:
    """The pack in each language beside its own, unless an error keeps it from being read."""
    if reading.pack is None or reading.folder is None or reading.findings.errors():
        return
    from game.packs.translation import languages_of

    for language in languages_of(reading.folder):
        yield language, in_language(reading, language)


def _how_much(language: str, said: PackReading, reading: PackReading) -> str:
    """How far a pack is in a language, in a line."""
    assert said.pack is not None and reading.pack is not None
    counts = Counter(one.code for one in said.findings.in_order())
    found = (
        phrase("{number} missing", number=counts["untranslated"]),
        phrase("{number} not whole", number=counts["incomplete"]),
        phrase("{number} of a changed original", number=counts["changed"]),
        phrase("{number} too long", number=counts["long-question"]),
        phrase("{number} options too long", number=counts["long-option"]),
    )
    line = phrase(
        "In {language!r}: {said:,} of {all:,} facts",
        language=language,
        said=len(said.pack.facts),
        all=len(reading.pack.facts),
    )
    line = joined((line, *(one for one in found if one.values["number"])))
    if any(not fact.reviewed for fact in said.pack.facts):
        return phrase("{counts}; not yet reviewed by a native teacher.", counts=line)
    return joined((line, "."), "")


def _for_people(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Problems without what has its own line below: what is untranslated, and drafts but the
    first, which tells how one is accepted."""
    drafts = sum(one.code == "draft" for one in problems)
    told = False
    for one in problems:
        if one.code == "draft":
            if not told:
                yield replace(one, message=_and_others(one.message, drafts - 1))
            told = True
        elif one.code != "untranslated":
            yield one


def _and_others(message: str, others: int) -> str:
    """What is said of a draft, with how many more there are."""
    if not others:
        return message
    return counted(
        "{draft}; the pack has {count:,} more",
        "{draft}; the pack has {count:,} more",
        others,
        draft=message,
    )


def _missing(problems: Sequence[Problem]) -> Iterator[str]:
    """What is not there yet, in a line for each file."""
    files: dict[str, list[str]] = {}
    for one in problems:
        if one.code == "untranslated":
            files.setdefault(one.place.file, []).append(one.path)
    for file, paths in files.items():
        yield phrase(
            "{file}: {number} missing: {paths}.",
            file=file,
            number=len(paths),
            paths=", ".join(paths),
        )


def facts(pack: Path, as_json: bool) -> int:
    """Print every fact of a pack; 1, with the reasons, if the pack cannot be read."""
    read, problems = read_pack(pack)
    if read is None:
        print_problems([one for one in problems if one.severity == "error"], sys.stderr)
        return 1
    if as_json:
        print(json.dumps([_fact(fact) for fact in read.facts], indent=2, ensure_ascii=False))
        return 0
    for fact in read.facts:
        print(f"{fact.id}  {fact.text}")
    return 0


def ids(pack: Path) -> int:
    """Write the ids that facts lack and print them; 1, with the reasons, if that cannot be."""
    read, problems = read_pack(pack)
    if read is None:
        print_problems([one for one in problems if one.severity == "error"], sys.stderr)
        return 1
    try:
        written = write_ids(pack, read)
    except OSError as error:
        tell(phrase("The ids cannot be written: {error}.", error=error))
        return 1
    for new in written:
        print(f"{new.file}:{new.line}  {new.id}")
    done = phrase("Every fact has an id.")
    if written:
        done = phrase("{number} written.", number=len(written))
    _say(done, sys.stdout)
    return 0


def translate(pack: Path, language: str) -> int:
    """Write what a language lacks into its files, as commented originals; 1 if that cannot be."""
    reading = read_folder(pack)
    errors = [one for one in reading.findings.in_order() if one.severity == "error"]
    if errors or reading.pack is None or reading.folder is None:
        print_problems(errors, sys.stderr)
        return 1
    from game.packs.manifest import is_language, meant_code

    if code := meant_code(language):
        tell(
            phrase(
                "'{language}' is not the code of a language: write {code}.",
                language=language,
                code=code,
            )
        )
        return 2
    if not is_language(language) or language == reading.pack.language:
        message = phrase(
            "{language!r} is not the code of another language, such as ru.", language=language
        )
        tell(message)
        return 2
    from game.packs.translating import write_originals

    try:
        written = write_originals(reading.folder, language, system_words())
    except OSError as error:
        tell(phrase("The files cannot be written: {error}.", error=error))
        return 1
    for one in written:
        message = phrase(
            "{file}: {originals} originals to translate, {revisions} revisions written",
            file=one.file,
            originals=one.missing,
            revisions=one.stamped,
        )
        _say(message, sys.stdout)
    if not written:
        _say(phrase("Nothing is missing."), sys.stdout)
    return 0


def _say(text: str, file: TextIO) -> None:
    print(spoken(text), file=file)


def _in_short(listed: Sequence[Covered]) -> Iterator[str]:
    """Whether all that stands in the documents is taken up or left out."""
    left = [one for one in listed if one.is_open]
    if listed and not left:
        yield phrase("Every paragraph is taken up, or left out with a reason.")
    elif left:
        places = ", ".join(f"{one.source.id} {one.paragraph}".removesuffix(" 0") for one in left)
        yield phrase("Not all is taken up, or left out with a reason: {places}.", places=places)


def _paragraph(one: Covered) -> dict[str, Any]:
    message = f"not taken up: {', '.join(one.left)}" if one.left else "nothing is left"
    if one.is_open and not one.left:
        message = "no fact cites this, and nothing says why it is left out"
    place = one.source.place
    return {
        **_listing(place, f"sources.{one.source.id}", "paragraph", message),
        "paragraph": one.paragraph,
        "facts": list(one.facts),
        "left_out": list(one.left_out),
        "left": list(one.left),
    }


def _system(one: Represented) -> dict[str, Any]:
    message = f"{one.system.name} ({one.system.kind}): {one.questions} questions"
    return {
        **_listing(one.system.place, one.system.name, "system", message),
        "facts": list(one.system.facts),
        "questions": one.questions,
        "citations": [_citation(citation) for citation in one.system.citations],
    }


def _listing(place: Place, path: str, code: str, message: str) -> dict[str, Any]:
    """What is listed with `--coverage`, in the form of a problem that is none."""
    return {**problem_as_json(Problem(place, path, code, "note", message))}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "text": fact.text,
        "answers": [_answer(answer) for answer in fact.answers],
        "status": fact.status,
        "set": fact.set or None,
        "level": fact.level,
        "topic": fact.topic or None,
        "by": fact.by or None,
        "as_of": fact.as_of or None,
        "citations": [_citation(citation) for citation in fact.citations],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "name": answer.name,
        "text": answer.text,
        "type": answer.type,
        "unit": answer.unit or None,
        "accepted": list(answer.accepted),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {"source": citation.source, "paragraph": citation.paragraph or None}
