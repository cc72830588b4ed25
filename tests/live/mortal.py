"""A host that dies between store and acknowledgement: of the first commit that holds answers.

`python -m tests.live.mortal host …` as `main.py host …`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from game import cli
from game.records.class_log import AnswerRow, LogFile, Row
from game.records.trouble import Trouble

_commit = LogFile._commit


def _commit_and_die(log: LogFile, rows: Sequence[Row]) -> Trouble:
    trouble = _commit(log, rows)
    if any(isinstance(row, AnswerRow) for row in rows):
        os.kill(os.getpid(), signal.SIGKILL)
    return trouble


if __name__ == "__main__":
    LogFile._commit = _commit_and_die  # type: ignore[assignment]
    sys.exit(cli.main(sys.argv[1:]))
