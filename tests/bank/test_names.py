"""A row's name is found in its sentences where it stands as a word, and nowhere else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.bank.pairs import GAP, _gapped

_LETTERS = "aB-_ .,é1"


@given(st.text(_LETTERS, max_size=30), st.text(_LETTERS, min_size=1, max_size=3))
def test_a_name_is_cut_out_as_a_pattern_would_cut_it(text: str, name: str) -> None:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?![\w-])")
    assert _gapped(text, name) == (whole.sub(GAP, text), len(whole.findall(text)))
