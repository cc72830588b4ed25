"""The shipped packs as banks, each read and built once for all tests."""

from __future__ import annotations

import pytest

from game import paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack


def _bank(name: str) -> Bank:
    pack, _problems = read_pack(paths.packs() / name)
    assert pack is not None
    return build(pack)


@pytest.fixture(scope="session")
def baikonur() -> Bank:
    return _bank("baikonur")


@pytest.fixture(scope="session")
def rockets() -> Bank:
    return _bank("baikonur-rockets")
