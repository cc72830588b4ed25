"""The files of a pack's folder: which are read, and which may not be."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.packs.findings import START, Findings
from game.packs.letters import judge_letters
from game.packs.pictures import MAX_BYTES as MAX_PICTURE
from game.phrase import phrase
from game.reading import plain_text
from game.reading.csv_table import read_csv
from game.reading.values import Document
from game.reading.yaml_events import read_yaml
from game.system_errors import why

MAX_PACK_BYTES = 100_000_000
"""A pack with all its pictures."""

MAX_FILES = 10_000
"""Whoever names a whole disk by mistake is told so at once."""

_BOOLEANS = frozenset({"single", "fits", "typed", "reviewed", "draft", "is_true", "case"})
_MANIFESTS = ("pack.yml", "Pack.yaml", "pack.yaml.txt", "pack.json")
_UNREAD = {
    "facts": phrase("this file is not read; facts are in files whose names end in .yaml"),
    "tables": phrase("this file is not read; tables are in files whose names end in .yaml"),
    "questions": phrase(
        "this file is not read; written questions are in files whose names end in .yaml"
    ),
}


def vehicles() -> tuple[str, ...]:
    """The ids of the vehicles that a pack may choose from."""
    return tuple(sorted(path.stem for path in (paths.assets() / "vehicles").glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Folder:
    """A pack's folder with its links resolved."""

    root: Path

    def fact_files(self, findings: Findings) -> list[str]:
        """Names of the files with facts, in order; complains about others that look like some."""
        names = ["facts.yaml"] if (self.root / "facts.yaml").is_file() else []
        return names + self._yaml_files("facts", (), findings)

    def table_files(self, findings: Findings) -> list[str]:
        """Names of the files with tables, in order; complains about others, but not of rows."""
        return self._yaml_files("tables", (".csv", ".tsv"), findings)

    def written_files(self, findings: Findings) -> list[str]:
        """Names of the files with written questions, in order; complains about others."""
        return self._yaml_files("questions", (), findings)

    def _yaml_files(self, inner: str, beside: tuple[str, ...], findings: Findings) -> list[str]:
        folder = self.root / inner
        if os.path.lexists(folder) and not self.holds(folder):
            _refuse_outside(inner, findings)
            return []
        if not folder.is_dir():
            return []
        names: list[str] = []
        for path in sorted(folder.iterdir()):
            name = f"{inner}/{path.name}"
            if plain_text.HIDDEN_OR_TAB.search(path.name) or "\n" in path.name:
                message = phrase("the name of this file has a character in it that nobody sees")
                findings.add(name, START, "", "hidden-character", message, phrase("rename it"))
            elif path.suffix == ".yaml":
                names.append(name)
            elif not path.name.startswith(".") and path.suffix not in beside:
                stem = path.name.removesuffix(".txt").removesuffix(path.suffix)
                hint = (
                    phrase("rename it to {name}", name=f"{stem.removesuffix('.yaml')}.yaml")
                    if path.name.endswith((".yml", ".yaml.txt"))
                    else phrase("move it away")
                )
                findings.add(name, START, "", "unread-file", _UNREAD[inner], hint, "flaw")
        return names

    def holds(self, path: Path) -> bool:
        """Whether a path, all links followed, is inside the folder."""
        try:
            return path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError):
            return False

    def has(self, name: str) -> bool:
        """Whether there is such a file, be it one that may not be read."""
        return os.path.lexists(self.root / name)

    def in_other_letters(self, name: str) -> str:
        """The file whose name differs from this one in capitals and small letters alone, "" if
        there is none."""
        try:
            there = sorted((self.root / name).parent.iterdir())
        except OSError:
            return ""
        alike = (path for path in there if path.name.casefold() == Path(name).name.casefold())
        return next((path.relative_to(self.root).as_posix() for path in alike), "")

    def read(self, name: str, findings: Findings) -> Document | None:
        """One YAML file, its problems noted; None if nothing of it can be read."""
        return self._read(name, findings, lambda data: read_yaml(data, _BOOLEANS))

    def read_rows(self, name: str, findings: Findings) -> Document | None:
        """One CSV file, its problems noted; None if nothing of it can be read."""
        return self._read(name, findings, read_csv)

    def read_picture(self, name: str, findings: Findings) -> bytes | None:
        """What a picture's file holds, None if it cannot be read or is too large to be shown."""
        path = self.root / name
        try:
            if not self.holds(path) or not path.is_file() or path.stat().st_size > MAX_PICTURE:
                return None
            data = path.read_bytes()
        except OSError:
            return None
        findings.remember(name, ())
        return data

    def _read(
        self, name: str, findings: Findings, reader: Callable[[bytes], Document]
    ) -> Document | None:
        path = self.root / name
        if not self.holds(path):
            _refuse_outside(name, findings)
            return None
        try:
            size = path.stat().st_size
            if not path.is_file():
                # A pipe would be waited for without an end.
                findings.add(name, START, "", "unreadable", phrase("this is no plain file"))
                return None
            if size > plain_text.MAX_BYTES:
                findings.add_mistakes(name, [plain_text.too_large(size)])
                return None
            data = path.read_bytes()
        except OSError as error:
            message = phrase("this file cannot be read: {why}", why=why(error))
            findings.add(name, START, "", "unreadable", message)
            return None
        document = reader(data)
        findings.remember(name, document.lines)
        findings.add_mistakes(name, document.mistakes)
        judge_letters(name, document.lines, findings)
        if document.value is None:
            if document.whole and not document.mistakes:
                message = phrase("there is nothing in this file")
                hint = phrase("write into it what its name says, or delete it")
                findings.add(name, START, "", "empty-file", message, hint)
            return None
        return document


def open_folder(path: Path, findings: Findings) -> Folder | None:
    """The folder of a pack; None, with the reason noted, if it is none or too large."""
    try:
        root = path.resolve()
        if not root.is_dir():
            message = (
                phrase("the folder {path} is not a folder", path=path)
                if root.exists()
                else phrase("the folder {path} does not exist", path=path)
            )
            findings.add("pack.yaml", START, "", "no-folder", message, phrase("check its name"))
            return None
        size, files = _size(root)
    except (OSError, RuntimeError, ValueError) as error:
        message = phrase("the folder {path} cannot be opened: {why}", path=path, why=str(error))
        findings.add("pack.yaml", START, "", "no-folder", message)
        return None
    if files > MAX_FILES:
        findings.add(
            "pack.yaml",
            START,
            "",
            "too-many-files",
            phrase("the folder has more than {most:,} files", most=MAX_FILES),
            phrase("is it the folder of a pack?"),
        )
        return None
    if size > MAX_PACK_BYTES:
        findings.add(
            "pack.yaml",
            START,
            "",
            "pack-too-large",
            phrase("the pack has more than {most:,} bytes", most=MAX_PACK_BYTES),
            phrase("use smaller pictures"),
        )
        return None
    if not (root / "pack.yaml").is_file():
        other = next((name for name in _MANIFESTS if (root / name).is_file()), "")
        findings.add(
            "pack.yaml",
            START,
            "",
            "no-manifest",
            phrase("there is no pack.yaml in {path}", path=path),
            phrase("rename {name} to pack.yaml", name=other)
            if other
            else phrase("a pack is a folder with a pack.yaml in it"),
        )
        return None
    return Folder(root)


def _refuse_outside(name: str, findings: Findings) -> None:
    message = phrase("this is a link to a place outside the pack")
    hint = phrase("copy what it links to into the pack")
    findings.add(name, START, "", "outside", message, hint)


def _size(root: Path) -> tuple[int, int]:
    """How many bytes there are, in how many files; counted no further than both may be."""
    size = files = 0
    for folder, _, names in os.walk(root):
        for name in names:
            size += os.lstat(os.path.join(folder, name)).st_size  # noqa: PTH118
        files += len(names)
        if size > MAX_PACK_BYTES or files > MAX_FILES:
            break
    return size, files
