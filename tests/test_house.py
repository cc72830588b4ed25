"""The rules of the house: who may import whom, and what the pure rooms keep out."""

from __future__ import annotations

import ast
import gc
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from game import paths

# From the ground up: a room imports only rooms that stand before it.
ROOMS = (
    *("reading", "packs", "bank", "rounds", "study", "records", "flight"),
    *("play", "ui", "screens", "live", "workshop"),
)
# What any room may use, and what stands on top of all.
GROUND = {"", "languages", "paths", "phrase", "system_errors"}
ROOF = {"cli", "arguments", "carry", "usage"}
ALONE = {"flight": {"reading"}, "ui": {"reading"}}
ONLY_IMPORTERS = {
    "pygame": {"ui", "screens"},
    "yaml": {"reading"},
    "sqlite3": {"records"},
    "fsrs": {"study"},
    "aiohttp": {"live"},
}
PURE = ("packs", "bank", "rounds", "study", "flight")
LOADERS = {
    "flight/load.py",
    "flight/write.py",
    "packs/cache.py",
    "packs/figures.py",
    "packs/folder.py",
    "packs/grounding.py",
    "packs/identifiers.py",
    "packs/installed.py",
    "packs/notation.py",
    "packs/translating.py",
}
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
CLOCKS = {"now", "today", "utcnow"}
LONGEST = 550


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the game, parsed."""

    path: Path
    nodes: tuple[ast.AST, ...]
    imports: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        return self.path.relative_to(paths.HERE).as_posix()

    @property
    def room(self) -> str:
        first = self.path.relative_to(paths.HERE).parts[0].removesuffix(".py")
        return "" if first == "__init__" else first


def imports(path: Path, nodes: tuple[ast.AST, ...]) -> Iterator[tuple[int, str]]:
    """(line, absolute dotted name) of every import, wherever it stands in the file."""
    package = ["game", *path.relative_to(paths.HERE).parts[:-1]]
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *filter(None, [node.module])])
            for alias in node.names:
                yield node.lineno, f"{stem}.{alias.name}"


def parsed(path: Path) -> Module:
    nodes = tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return Module(path, nodes, tuple(imports(path, nodes)))


@cache
def modules() -> tuple[Module, ...]:
    files = sorted(paths.HERE.rglob("*.py"))
    found = [path for path in files if "_data" not in path.parts]
    # A tree has a hundred thousand nodes, all of which stay: to look for what goes takes longest.
    gc.disable()
    try:
        return tuple(parsed(path) for path in found)
    finally:
        gc.enable()


def calls(module: Module) -> Iterator[tuple[int, str, ast.Call]]:
    """(line, name of what is called, call) for all calls of a module."""
    for node in module.nodes:
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield node.lineno, called.attr, node
            elif isinstance(called, ast.Name):
                yield node.lineno, called.id, node


def may_import(room: str, other: str) -> bool:
    if other in GROUND or room == other or room in ROOF:
        return True
    if other in ROOF or room in GROUND:
        return False
    if room in ALONE:
        return other in ALONE[room]
    return ROOMS.index(other) < ROOMS.index(room)


def test_every_module_stands_in_a_room_that_the_design_names() -> None:
    assert {module.room for module in modules()} <= {*ROOMS, *GROUND, *ROOF}


def test_a_room_imports_only_rooms_before_it() -> None:
    known = {*ROOMS, *GROUND, *ROOF}
    wrong = []
    for module in modules():
        for line, name in module.imports:
            first, _, rest = name.partition(".")
            # `from game import paths` and `from game import __version__` both end here.
            other = rest.partition(".")[0]
            other = other if other in known else ""
            if first == "game" and not may_import(module.room, other):
                wrong.append(f"{module.name}:{line} imports {name}")
    assert wrong == []


@pytest.mark.parametrize(("library", "rooms"), ONLY_IMPORTERS.items())
def test_a_library_has_its_one_importer(library: str, rooms: set[str]) -> None:
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in modules()
        for line, name in module.imports
        if name.partition(".")[0] == library and module.room not in rooms
    ]
    assert wrong == []


def test_nothing_is_pickled() -> None:
    forbidden = {"pickle", "marshal", "shelve", "dill"}
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in modules()
        for line, name in module.imports
        if name.partition(".")[0] in forbidden
    ]
    assert wrong == []


def test_pure_rooms_have_no_clock() -> None:
    wrong = []
    for module in modules():
        if module.room in PURE:
            for line, name in module.imports:
                if name.partition(".")[0] == "time":
                    wrong.append(f"{module.name}:{line} imports {name}")
            wrong += [
                f"{module.name}:{line} calls {name}()"
                for line, name, _ in calls(module)
                if name in CLOCKS
            ]
    assert wrong == []


def test_chance_is_always_seeded_and_handed_in() -> None:
    wrong = []
    for module in modules():
        if module.room not in PURE:
            continue
        for line, name in module.imports:
            if name.startswith("random.") and name != "random.Random":
                wrong.append(f"{module.name}:{line} imports {name}")
            if name.partition(".")[0] in {"secrets", "uuid"}:
                wrong.append(f"{module.name}:{line} imports {name}")
        for line, name, call in calls(module):
            module_wide = ast.unparse(call.func) == f"random.{name}" and name != "Random"
            if module_wide and not is_argument(module, "random", line):
                wrong.append(f"{module.name}:{line} calls random.{name}()")
            if name == "Random" and not call.args:
                wrong.append(f"{module.name}:{line} makes a Random without a seed")
    assert wrong == []


def is_argument(module: Module, name: str, line: int) -> bool:
    """Whether a function around the line has an argument of that name."""
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0):
            every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if name in {argument.arg for argument in every}:
                return True
    return False


def test_pure_rooms_open_files_in_their_loaders_alone() -> None:
    wrong = [
        f"{module.name}:{line} calls {name}()"
        for module in modules()
        if module.room in PURE and module.name not in LOADERS
        for line, name, _ in calls(module)
        if name in FILE_CALLS
    ]
    assert wrong == []


def test_records_between_rooms_are_frozen_and_slotted() -> None:
    wrong = []
    for module in modules():
        if module.room not in (*PURE, "reading", "records", "play"):
            continue
        for node in module.nodes:
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                continue
            for decorator in node.decorator_list:
                text = ast.unparse(decorator)
                if text.startswith("dataclass") and not (
                    "frozen=True" in text and "slots=True" in text
                ):
                    wrong.append(f"{module.name}:{node.lineno} {node.name}")
    assert wrong == []


def test_modules_are_short() -> None:
    lines = {
        module.name: len(module.path.read_text(encoding="utf-8").splitlines())
        for module in modules()
    }
    lines["main.py"] = len(Path(paths.HERE.parent, "main.py").read_text("utf-8").splitlines())
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}
    assert statistics.median(lines.values()) <= 140


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {module.path.parent for module in modules()}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_the_command_line_imports_no_room_before_a_command_runs() -> None:
    source = "import sys, game.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=paths.HERE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert not {f"game.{room}" for room in ROOMS} & set(loaded)
    assert not {"pygame", "pydantic", "yaml", "rapidfuzz", "platformdirs", "fsrs"} & set(loaded)
