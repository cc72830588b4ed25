"""What the command line asks of this room."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from game.packs.identifiers import write_ids
from game.packs.model import Answer, Citation, Fact
from game.packs.read import read_folder, read_pack
from game.packs.report import as_json as problem_as_json
from game.packs.report import print_problems


def check(
    pack: Path, sources: Path | None, globs: dict[str, str], coverage: bool, as_json: bool
) -> int:
    """Print every problem of a pack; 1 if any is an error or a flaw, 2 for wrong arguments."""
    reading = read_folder(pack)
    problems = reading.findings.in_order()
    if as_json:
        print(json.dumps([problem_as_json(problem) for problem in problems], indent=2))
    else:
        print_problems(problems, sys.stdout)
    return int(any(problem.severity != "note" for problem in problems))


def facts(pack: Path, as_json: bool) -> int:
    """Print every fact of a pack; 1, with the reasons, if the pack cannot be read."""
    read, problems = read_pack(pack)
    if read is None:
        print_problems(problems, sys.stderr)
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
        print_problems(problems, sys.stderr)
        return 1
    try:
        written = write_ids(pack, read)
    except OSError as error:
        print(f"The ids cannot be written: {error}.", file=sys.stderr)
        return 1
    for new in written:
        print(f"{new.file}:{new.line}  {new.id}")
    print(f"{len(written)} written." if written else "Every fact has an id.")
    return 0


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
    return {"source": citation.source, "paragraph": citation.paragraph}
