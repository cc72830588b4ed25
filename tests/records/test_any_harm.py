"""Whatever is done to whichever files of the folder: no traceback, and nothing is lost unsaid."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from game import cli
from game.records.store import Store
from tests.examples import sweep
from tests.records.made import record

IN_BACKUP, AFTER = 40, 40


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What a game leaves that was closed, and what one leaves that was killed."""
    left, killed = (tmp_path_factory.mktemp(name) / "kept" for name in ("left", "killed"))
    for first in (0, IN_BACKUP):
        store = Store.open(left).store
        who = store.profiles() or (store.add_profile("Ada", "fox"),)
        for at in range(first, first + AFTER):
            store.add(record(at - 100, profile=who[0].id)).wait()
        if first:
            shutil.copytree(left, killed)
        store.close()
    return [left, killed]


def harm(path: Path, rng: random.Random) -> None:
    data = bytearray(path.read_bytes())
    match rng.randrange(5):
        case 0:
            data = data[: rng.randrange(len(data) + 1)]
        case 1:
            for _ in range(rng.choice([1, 5, 50]) if data else 0):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        case 2:
            at = rng.randrange(len(data) + 1)
            data[at : at + rng.randrange(5000)] = b""
        case 3:
            data = bytearray(rng.randbytes(rng.randrange(9000)))
        case _:
            path.unlink()
            if rng.random() < 0.3:
                path.mkdir()
            return
    path.write_bytes(data)


@pytest.mark.parametrize("seed", sweep(range(24), *range(6)))
def test_the_game_starts_and_tells_what_is_lost(
    folders: list[Path], tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(f"harm/{seed}")
    folder = tmp_path / "kept"
    shutil.copytree(folders[seed % 2], folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in rng.sample(files, rng.randint(1, 2)):
        harm(path, rng)
    assert cli.main(["report", "--json", "--data", str(folder)]) == 0
    said = capsys.readouterr()
    total = json.loads(said.out)["answers"]["total"]
    assert total == IN_BACKUP + AFTER or said.err
    assert "Traceback" not in said.err
