"""Installing a bundle: how long attacks hold it up, and how much memory they take, beside a good
one. Each attack is installed by a child of its own, which has all that is imported already."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.workshop.bundle import bundle
from game.workshop.contents import contents
from game.workshop.install import install
from game.workshop.refusal import Refused
from tests.bench.row import Row
from tests.workshop.attacks import bundle as small_bundle
from tests.workshop.attacks import every

BUDGET_S, BUDGET_MB = 2.0, 50.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one bundle took: seconds of computing, and the most memory above that at the start."""

    name: str
    time_s: float
    memory_mb: float


def rows() -> list[Row]:
    """None on Windows, where no child begins with what its parent has imported."""
    if sys.platform == "win32":
        return []
    with tempfile.TemporaryDirectory() as scratch:
        good, attacks = measured(Path(scratch))
    slowest = max(attacks, key=lambda cost: cost.time_s)
    largest = max(attacks, key=lambda cost: cost.memory_mb)
    return [
        _row("install the Baikonur pack", good.time_s, "s", "may take", BUDGET_S),
        _row(f"slowest of {len(attacks)}, {slowest.name}", slowest.time_s, "s", "may", BUDGET_S),
        _row(f"largest, {largest.name}", largest.memory_mb, "MB more", "may", BUDGET_MB),
    ]


def measured(scratch: Path) -> tuple[Cost, Sequence[Cost]]:
    """A good bundle, the shipped pack under another id, and every attack."""
    warm = scratch / "warm.zip"
    warm.write_bytes(small_bundle())
    install(warm, scratch / "warm")
    good = scratch / "good.zip"
    good.write_bytes(_shipped(scratch / "mine"))
    attacks: list[Cost] = []
    for attack in every():
        file = scratch / "attack.zip"
        file.write_bytes(attack.make())
        attacks.append(_cost(f"{attack.rule} {attack.name}", file, scratch / "attacked"))
    return _cost("good", good, scratch / "good"), attacks


def _shipped(folder: Path) -> bytes:
    for path in paths.default_pack().rglob("*.yaml"):
        copy = folder / path.relative_to(paths.default_pack())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            path.read_text("utf-8").replace("\nid: baikonur\n", "\nid: mine\n"), "utf-8"
        )
    return bundle(folder, contents(folder)).data


def _cost(name: str, file: Path, data: Path) -> Cost:
    import resource

    ends = os.pipe()
    child = os.fork()
    if child == 0:
        before = _now_mb()
        began = time.process_time()
        with suppress(Refused):
            install(file, data)
        took = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(ends[1], f"{took} {peak - before}".encode())
        os._exit(0)
    os.close(ends[1])
    os.waitpid(child, 0)
    with os.fdopen(ends[0]) as said:
        took_s, more_mb = map(float, said.read().split())
    return Cost(name, took_s, max(0.0, more_mb))


def _now_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1024 / 1024


def _row(name: str, value: float, unit: str, against: str, most: float) -> Row:
    return Row(name, value, unit, against, most, value / most)
