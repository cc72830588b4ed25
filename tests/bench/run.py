"""Runs the benchmarks and prints each beside its floor or its peer."""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.row import Row

HERE = Path(__file__).resolve().parent


def names() -> list[str]:
    """All benchmarks there are: one module `bench_NAME.py` each, with a function `rows`."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def run(asked: Sequence[str], *, as_json: bool) -> int:
    """Run those benchmarks, or all. 0 done, 2 for a name that there is not."""
    unknown = [name for name in asked if name not in names()]
    if unknown:
        print(
            f"There is no benchmark {unknown[0]!r}; there are {', '.join(names())}.",
            file=sys.stderr,
        )
        return 2
    rows: list[Row] = []
    for name in asked or names():
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"tests.bench.bench_{name}").rows()
    if as_json:
        print(json.dumps({"rows": [dataclasses.asdict(row) for row in rows]}, indent=2))
        return 0
    for row in rows:
        print(
            f"{row.name}: {row.value:.4g} {row.unit}, beside {row.against} "
            f"{row.against_value:.4g} {row.unit}: ratio {row.ratio:.2f}"
        )
    return 0
