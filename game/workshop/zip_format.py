"""The few structures of a zip that a bundle needs, in bytes (PKWARE's APPNOTE, sections 4.3, 4.4).

Written here in full, since Python's own module chooses versions, dates and methods by itself.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO

LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
LOCAL_SIGN, CENTRAL_SIGN, END_SIGN = b"PK\3\4", b"PK\1\2", b"PK\5\6"
DESCRIPTOR_SIGN = b"PK\7\10"

STORED, DEFLATED = 0, 8
ENCRYPTED, DESCRIPTOR, UTF8 = 1 << 0, 1 << 3, 1 << 11

_VERSION = 20
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
# The first of January 1980, where the calendar of zip begins, at midnight.
_DATE, _TIME = 1 << 5 | 1, 0


def write_zip(out: BinaryIO, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files in this order, each stored as it is: the same bytes for the same files.

    They are not packed, because each version of zlib packs in its own way, and pictures gain
    nothing.
    """
    directory: list[bytes] = []
    at = 0
    for name, data in files:
        raw = name.encode()
        flags = 0 if name.isascii() else UTF8
        common = (_VERSION, flags, STORED, _TIME, _DATE, zlib.crc32(data), len(data), len(data))
        out.write(LOCAL.pack(LOCAL_SIGN, *common, len(raw), 0) + raw)
        out.write(data)
        made_by = _UNIX << 8 | _VERSION
        tail = (len(raw), 0, 0, 0, 0, _PLAIN_FILE, at)
        directory.append(CENTRAL.pack(CENTRAL_SIGN, made_by, *common, *tail) + raw)
        at += LOCAL.size + len(raw) + len(data)
    listed = b"".join(directory)
    count = len(directory)
    out.write(listed + END.pack(END_SIGN, 0, 0, count, count, len(listed), at, 0))
