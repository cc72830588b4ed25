"""The bank of the shipped pack in each language, built once for all tests."""

from __future__ import annotations

from functools import cache

from game import languages, paths
from game.bank.bank import Bank, build
from game.packs.read import read_pack

TODAY = "2026-11-23"


@cache
def bank_in(language: str) -> Bank:
    """What is asked of the Baikonur pack in a language that has all of it."""
    pack, _problems = read_pack(paths.default_pack())
    assert pack is not None
    if language != pack.language:
        pack, _problems = read_pack(paths.default_pack(), language)
        assert pack is not None
    return build(pack, 0, languages.catalogue(language))
