"""Why something could not be kept or read, in one word for each reason."""

from __future__ import annotations

import errno
import sqlite3
from typing import Literal

Trouble = Literal["", "no-room", "read-only", "damaged", "busy", "disk", "refused"]

DAMAGED = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: Python cannot even read the message where a name in it is no
UTF-8 any more."""

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_BY_CODE: dict[int, Trouble] = {
    1: "damaged",
    3: "read-only",
    5: "busy",
    6: "busy",
    8: "read-only",
    10: "disk",
    11: "damaged",
    13: "no-room",
    14: "read-only",
    19: "refused",
    26: "damaged",
}
"""By SQLite's primary result codes: ERROR (a table is not what it was), PERM, BUSY, LOCKED,
READONLY, IOERR, CORRUPT, FULL, CANTOPEN, CONSTRAINT, NOTADB."""


def trouble_of(error: BaseException) -> Trouble:
    """The reason for an error of SQLite or of the system."""
    if isinstance(error, OSError):
        if error.errno in _NO_ROOM:
            return "no-room"
        return "read-only" if error.errno in _READ_ONLY else "disk"
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            # Python's own: text that is not UTF-8, which we never write.
            return "damaged" if "decode" in str(error).lower() else "disk"
        return _BY_CODE.get(code & 0xFF, "disk")
    return "damaged"
