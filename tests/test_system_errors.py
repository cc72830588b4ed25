"""Why a file is refused is said in the language of whoever reads it."""

from __future__ import annotations

import errno
import os

from game.phrase import Phrase
from game.system_errors import why


def test_a_missing_file_is_told_in_words_that_a_catalogue_can_hold() -> None:
    reason = why(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    assert isinstance(reason, Phrase) and reason == "No such file or directory"


def test_what_is_not_known_is_told_as_the_system_says_it() -> None:
    assert why(OSError(errno.EXDEV, "over there")) == "over there"
    assert why(OSError("no number")) == "no number"
