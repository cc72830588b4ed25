"""A copy of the game that sets itself up without a network, for machines that have none."""

from __future__ import annotations

import ast
import importlib.util
import operator
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import languages, paths
from game.phrase import phrase
from game.system_errors import why

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Only who tests the game or prints from it needs more: that comes for this kind of machine alone.
PLAY_LOCK = "requirements.lock"

# What a checkout gathers and a copy does not need, by name; the second only at the top.
LEFT_ANYWHERE = re.compile(r"\.git|\.venv.*|\..*_cache|\.hypothesis|\.DS_Store|__pycache__|.*\.pyc")
LEFT_AT_THE_TOP = re.compile(r"build|dist|out|wheels(\.part)?|uv\.lock|.*\.egg-info")


@dataclass(frozen=True, slots=True)
class System:
    """A kind of machine: its name for people, pip's platform tags, and what markers ask about."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    os_name: str
    platform_system: str
    platform_machine: str


def _linux(machine: str) -> System:
    glibc = ("2_28", "2_27", "2_26", "2_24", "2_17")
    tags = *(f"manylinux_{version}_{machine}" for version in glibc), f"manylinux2014_{machine}"
    return System(f"Linux ({machine})", tags, "linux", "posix", "Linux", machine)


def _mac(machine: str, name: str) -> System:
    # pip takes a tag of macOS for it and everything older.
    return System(name, (f"macosx_12_0_{machine}",), "darwin", "posix", "Darwin", machine)


SYSTEMS = (
    System("Windows", ("win_amd64",), "win32", "nt", "Windows", "AMD64"),
    _mac("arm64", "macOS (Apple silicon)"),
    _mac("x86_64", "macOS (Intel)"),
    _linux("x86_64"),
    _linux("aarch64"),
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One entry of a lock file: what is pinned, where it is needed, and the hashes it may have."""

    requirement: str
    marker: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """The entry as pip reads it, for a machine where it is needed."""
        return " ".join((self.requirement, *self.hashes))


@dataclass(frozen=True, slots=True)
class Gap:
    """A package that one kind of machine lacks."""

    package: str
    python: str
    system: str


def carry(folder: Path) -> int:
    """Copy the game to `folder` with all that it needs, and print what could not be had.

    Returns 0, or 1 if the folder cannot take the copy or this machine's own packages cannot be
    fetched.
    """
    home = paths.HERE.parent
    pip = _pip()
    if not (home / "main.py").is_file():
        return languages.refuse(
            phrase("Only a checkout can be carried, and this is an installed copy.")
        )
    if not pip:
        return languages.refuse(
            phrase(
                "To carry the game this Python needs pip: install it (on Debian or Ubuntu: "
                "sudo apt install python3-pip) and try again."
            )
        )
    if folder.exists() and (
        not folder.is_dir()
        or folder.samefile(home)
        or (any(folder.iterdir()) and not (folder / "main.py").is_file())
    ):
        return languages.refuse(
            phrase("{folder} holds something else: name a new or an empty folder.", folder=folder)
        )
    try:
        copy_game(home, folder)
        gaps = _fill(pip, sorted(home.glob("requirements*.lock")), folder)
    except OSError as error:
        told = phrase("{folder} cannot take the copy ({why}).", folder=folder, why=why(error))
        return languages.refuse(told)
    except FetchError as error:
        return languages.refuse(
            phrase(
                "The packages could not be fetched ({why}): "
                "connect to the internet and carry again.",
                why=str(error),
            )
        )
    for gap in gaps:
        lacks = phrase(
            "not to be had: {package} for Python {python} on {system}",
            package=gap.package,
            python=gap.python,
            system=gap.system,
        )
        print(languages.spoken(lacks))
    size = sum(wheel.stat().st_size for wheel in (folder / "wheels").iterdir())
    ready = phrase(
        "{folder} is ready: start main.py there. Its packages take {size} MB.",
        folder=folder,
        size=round(size / 1e6),
    )
    print(languages.spoken(ready))
    return 0


class FetchError(Exception):
    """pip could not fetch what this very machine needs."""


def copy_game(home: Path, folder: Path) -> None:
    """Copy the checkout without what was made in it; raises OSError."""

    def left(directory: str, names: list[str]) -> set[str]:
        here = Path(directory)
        return {
            name
            for name in names
            if LEFT_ANYWHERE.fullmatch(name)
            or (here == home and LEFT_AT_THE_TOP.fullmatch(name))
            or (here / name).resolve() == folder.resolve()
        }

    shutil.copytree(home, folder, ignore=left, dirs_exist_ok=True)


def read_lock(lock: Path) -> tuple[Pin, ...]:
    """The entries of a lock file."""
    pins = []
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        words, _, _ = line.partition(" #")
        if words and words[0].isalnum():
            head, *hashes = re.split(r"\s(?=--hash=)", words)
            requirement, _, marker = head.partition(";")
            found = tuple(word.strip() for word in hashes)
            pins.append(Pin(requirement.strip(), marker.strip(), found))
    return tuple(pins)


COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def needed(marker: str, system: System, python: str) -> bool:
    """Whether a marker holds there. One that says what we do not know counts as holding.

    pip itself judges markers by the machine it runs on, also when it fetches for another.
    """
    if not marker:
        return True
    known = {
        "sys_platform": system.sys_platform,
        "os_name": system.os_name,
        "platform_system": system.platform_system,
        "platform_machine": system.platform_machine,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_version": python,
        "python_full_version": python + ".0",
    }

    def judge(node: ast.expr) -> bool:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return all(map(judge, values))
            case ast.BoolOp(values=values):
                return any(map(judge, values))
            case ast.Compare(
                left=ast.Name(id=name), ops=[op], comparators=[ast.Constant(value=str(value))]
            ) if name in known and type(op) in COMPARE:
                left, right = known[name], value
                if name.startswith("python_"):
                    return COMPARE[type(op)](_numbers(left), _numbers(right))
                return COMPARE[type(op)](left, right)
        return True

    try:
        return judge(ast.parse(marker, mode="eval").body)
    except SyntaxError:
        return True


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _pip() -> tuple[str, ...]:
    """A command for pip: of this Python, or of the one that its environment was made from."""
    if importlib.util.find_spec("pip"):
        return sys.executable, "-m", "pip"
    base = str(getattr(sys, "_base_executable", sys.executable))
    asked = subprocess.run([base, "-m", "pip", "--version"], capture_output=True, check=False)
    return () if asked.returncode else (base, "-m", "pip")


def _fill(pip: tuple[str, ...], locks: list[Path], folder: Path) -> list[Gap]:
    """Fetch the wheels. They get their name last: half of them would hide the network."""
    wheels, part = folder / "wheels", folder / "wheels.part"
    if wheels.is_dir() and not part.exists():
        wheels.rename(part)
    languages.tell(phrase("fetching for this machine"))
    for lock in locks:
        said = _download(pip, part, ["-r", str(lock)])
        if said:
            raise FetchError(said)
    played = [lock for lock in locks if lock.name == PLAY_LOCK]
    pins = tuple(dict.fromkeys(pin for lock in played for pin in read_lock(lock)))
    gaps = list(_fetch_for_all(pip, pins, part))
    # Some systems split pip off from Python; a copy brings the one that Python bundles.
    bundle = importlib.util.find_spec("ensurepip._bundled")
    for bundled in bundle.submodule_search_locations or () if bundle else ():
        for wheel in Path(bundled).glob("pip-*.whl"):
            shutil.copy(wheel, part)
    part.rename(wheels)
    return gaps


def _fetch_for_all(pip: tuple[str, ...], pins: tuple[Pin, ...], part: Path) -> Iterator[Gap]:
    for system in SYSTEMS:
        for python in PYTHONS:
            now = phrase(
                "fetching for Python {python} on {system}", python=python, system=system.name
            )
            languages.tell(now)
            there = ["--no-deps", "--python-version", python, "--implementation", "cp"]
            for tag in system.tags:
                there += ["--platform", tag]
            wanted = [pin for pin in pins if needed(pin.marker, system, python)]
            if not _download_pins(pip, part, there, wanted):
                continue
            for pin in wanted:
                if _download_pins(pip, part, there, [pin]):
                    yield Gap(pin.requirement, python, system.name)


def _download_pins(pip: tuple[str, ...], part: Path, there: list[str], pins: Iterable[Pin]) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        lock = Path(scratch, "lock.txt")
        lock.write_text("".join(pin.line() + "\n" for pin in pins), encoding="utf-8")
        return _download(pip, part, [*there, "-r", str(lock)])


def _download(pip: tuple[str, ...], part: Path, what: list[str]) -> str:
    """Have pip fetch wheels into the folder; returns "" or what it said last."""
    command = [*pip, "download", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary", ":all:", "--dest", str(part)]
    done = subprocess.run([*command, *what], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return (done.stderr.strip().splitlines() or [phrase("no reason given")])[-1]
