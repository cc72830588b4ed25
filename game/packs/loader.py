"""A pack's folder, read and judged as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.packs.findings import START, Findings
from game.packs.folder import open_folder
from game.packs.model import Pack
from game.packs.problem import Problem

MAX_ANSWERS = 50_000
"""Every answer is at least one question, and a bank holds so many."""


def read_pack(path: Path) -> tuple[Pack | None, list[Problem]]:
    """The pack of a folder and everything that is wrong with it, in order.

    The pack is None if any problem is an error. Never raises for what the folder holds.
    """
    findings = Findings()
    pack = _read(path, findings)
    return (None if findings.errors() else pack), findings.in_order()


def _read(path: Path, findings: Findings) -> Pack | None:
    folder = open_folder(path, findings)
    if folder is None:
        return None
    # pydantic takes longer to import than a small pack takes to read.
    from game.packs.facts import FactReader
    from game.packs.manifest import add_extras, read_manifest

    pack = read_manifest(folder, findings)
    if pack is None:
        return None
    pack = add_extras(pack, folder, findings)
    files = folder.fact_files(findings)
    if not files:
        findings.add(
            "pack.yaml",
            START,
            "",
            "no-facts",
            "the pack has no facts",
            "write them into facts/first.yaml",
        )
        return None
    reader = FactReader(pack, folder, findings)
    return replace(pack, facts=tuple(fact for file in files for fact in reader.read(file)))
