"""A pack's folder, read and judged as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.packs.collector import no_collection
from game.packs.compare import compare, compare_ids
from game.packs.findings import MAX_ERRORS, START, Findings
from game.packs.folder import Folder, open_folder
from game.packs.giveaway import judge_giveaways
from game.packs.model import Pack
from game.packs.origin import Origin
from game.packs.plain_words import judge_plain_words
from game.packs.problem import Problem, Severity
from game.packs.systems import judge_systems
from game.phrase import phrase

MAX_ANSWERS = 50_000
"""Every answer is at least one question, and a bank holds so many."""


def read_pack(path: Path, language: str = "") -> tuple[Pack | None, list[Problem]]:
    """The pack of a folder and everything that is wrong with it, in order.

    The pack is None if any problem is an error. Never raises for what the folder holds. In another
    language than its own, if there is one, it has those facts alone that are whole in it, and the
    problems are those of that language.
    """
    with no_collection():
        reading = read_folder(path)
        pack = None if reading.findings.errors() else reading.pack
        problems = reading.findings.in_order()
        if pack is not None and language and language != pack.language:
            reading = in_language(reading, language)
            pack = reading.pack
            problems = reading.findings.in_order()
        # What was read goes now, so that the collector, once it is back, finds the pack alone.
        del reading
    return pack, problems


@dataclass(frozen=True, slots=True)
class PackReading:
    """A pack as far as it could be read; `origins` has one entry a fact, `written_origins` one a
    written question."""

    findings: Findings
    folder: Folder | None = None
    pack: Pack | None = None
    origins: list[Origin] = field(default_factory=list)
    written_origins: list[Origin] = field(default_factory=list)


def read_folder(path: Path, most_errors: int = MAX_ERRORS) -> PackReading:
    """The pack of a folder as far as it can be read, for commands that look further into it.

    After `most_errors` it is read no further.
    """
    findings = Findings()
    folder = open_folder(path, findings)
    if folder is None:
        return PackReading(findings)
    with findings.at_most(most_errors):
        return _read_whole(folder, findings)
    return PackReading(findings, folder)


def _read_whole(folder: Folder, findings: Findings) -> PackReading:
    # pydantic takes longer to import than a small pack takes to read.
    from game.packs.facts import FactReader
    from game.packs.manifest import add_extras, read_manifest
    from game.packs.tables import TableReader
    from game.packs.written import WrittenReader, judge_written

    pack = read_manifest(folder, findings)
    if pack is None:
        return PackReading(findings, folder)
    with no_collection():
        pack = add_extras(pack, folder, findings)
        reader = FactReader(pack, folder, findings)
        facts = [fact for file in folder.fact_files(findings) for fact in reader.read(file)]
        tables = TableReader(pack, folder, findings)
        facts += (row for file in folder.table_files(findings) for row in tables.read(file))
        writer = WrittenReader(pack, folder, findings)
        written = [one for file in folder.written_files(findings) for one in writer.read(file)]
        pack = replace(
            pack, facts=tuple(facts), drafts=tuple(reader.drafts), written=tuple(written)
        )
        origins: list[Origin] = [*reader.origins, *tables.origins]
        everything = [*facts, *reader.drafts, *written]
        compare_ids(everything, [*origins, *reader.draft_origins, *writer.origins], findings)
        compare(pack.facts, origins, findings)
        judge_giveaways(pack.facts, origins, findings)
        judge_plain_words(pack, origins, findings)
        judge_systems(pack, findings)
        judge_written(pack, findings)
    _judge_size(pack, findings)
    _note_drafts(pack, reader.draft_origins, findings)
    if not pack.asked and not findings.errors():
        _say_empty(pack, findings)
    return PackReading(findings, folder, pack, origins, [*writer.origins])


def in_language(reading: PackReading, language: str, most_errors: int = MAX_ERRORS) -> PackReading:
    """A pack that was read without an error, in another language, and what is wrong there."""
    from game.packs.translation import read_translation

    findings = Findings()
    if reading.pack is None or reading.folder is None:
        return PackReading(findings)
    with no_collection(), findings.at_most(most_errors):
        made = read_translation(reading.pack, reading.folder, language, findings)
        return PackReading(findings, reading.folder, made.pack, made.origins)
    return PackReading(findings, reading.folder)


def _say_empty(pack: Pack, findings: Findings) -> None:
    """Say of a pack that nothing in it can be played, and why that may be."""
    place = findings.place_of("pack.yaml", "id")
    message: str = phrase("the pack has no facts")
    hint: str = phrase("write them into facts/first.yaml")
    unread = next((one for one in findings.in_order() if one.code == "unread-file"), None)
    if pack.drafts:
        message = phrase("nothing can be played yet: all its facts are drafts")
        hint = phrase("accept some of them")
    elif unread is not None:
        message = phrase("the pack has no facts, as {file} is not read", file=unread.place.file)
        hint = unread.hint
    severity: Severity = "note" if pack.drafts else "error"
    findings.add_at(place, "", "no-facts", message, hint, severity)


def _note_drafts(pack: Pack, origins: Sequence[Origin], findings: Findings) -> None:
    for fact, origin in zip(pack.drafts, origins, strict=True):
        findings.add_at(
            fact.place,
            origin,
            "draft",
            phrase("this is a draft, which nobody can play yet"),
            phrase("when it is right and in your own words, take its line draft: true away"),
            "note",
        )


def _judge_size(pack: Pack, findings: Findings) -> None:
    answers = sum(len(fact.answers) for fact in (*pack.asked, *pack.drafts))
    if answers > MAX_ANSWERS:
        findings.add(
            "pack.yaml",
            START,
            "",
            "too-many-questions",
            phrase(
                "the pack has {answers:,} answers, and a pack holds {most:,} questions",
                answers=answers,
                most=MAX_ANSWERS,
            ),
            phrase("make two packs of it"),
        )
