"""A writer of zips that lies wherever it is told to."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

PLAIN = 0o100644 << 16


@dataclass(frozen=True)
class Raw:
    """One entry. What is None is as it should be; `own` are the fields of its own header alone."""

    name: str | bytes
    data: bytes = b""
    packed: bytes | None = None
    method: int = 0
    flags: int | None = None
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    attributes: int = PLAIN
    extra: bytes = b""
    own_extra: bytes = b""
    own: dict[str, int | bytes] = field(default_factory=dict)
    after: bytes = b""
    at: int | None = None
    listed: bool = True
    written: bool = True

    @property
    def raw_name(self) -> bytes:
        return self.name.encode() if isinstance(self.name, str) else self.name


def deflated(name: str, data: bytes, **more: object) -> Raw:
    """An entry that is packed as programs pack."""
    maker = zlib.compressobj(9, zlib.DEFLATED, -15)
    made = Raw(name, data, packed=maker.compress(data) + maker.flush(), method=8)
    return replace(made, **more)  # type: ignore[arg-type]


def raw_zip(
    entries: Sequence[Raw],
    *,
    before: bytes = b"",
    between: bytes = b"",
    after: bytes = b"",
    end: dict[str, int] | None = None,
    comment: bytes = b"",
) -> bytes:
    """The bytes of an archive. `end` changes fields of its last record, by their names."""
    out = bytearray(before)
    directory = bytearray()
    listed = 0
    for one in entries:
        name = one.raw_name
        packed = one.data if one.packed is None else one.packed
        usual = 0 if name.isascii() else 1 << 11
        flags = usual if one.flags is None else one.flags
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        size = len(one.data) if one.size is None else one.size
        packed_size = len(packed) if one.packed_size is None else one.packed_size
        at = len(out) if one.at is None else one.at
        if one.written:
            own: dict[str, int | bytes] = {
                "flags": flags,
                "method": one.method,
                "crc": crc,
                "packed": packed_size,
                "size": size,
                "name": name,
                **one.own,
            }
            own_name = own["name"]
            assert isinstance(own_name, bytes)
            numbers = (own[word] for word in ("crc", "packed", "size"))
            head = struct.pack("<4s5H", b"PK\3\4", 20, own["flags"], own["method"], 0, 33)
            head += struct.pack("<3I2H", *numbers, len(own_name), len(one.own_extra))
            out += head + own_name + one.own_extra + packed + one.after
        if one.listed:
            listed += 1
            line = struct.pack("<4s6H", b"PK\1\2", 3 << 8 | 20, 20, flags, one.method, 0, 33)
            line += struct.pack("<3I", crc, packed_size, size)
            line += struct.pack("<5H2I", len(name), len(one.extra), 0, 0, 0, one.attributes, at)
            directory += line + name + one.extra
    out += between
    last = {
        "disk": 0,
        "first": 0,
        "here": listed,
        "count": listed,
        "size": len(directory),
        "at": len(out),
        **(end or {}),
    }
    out += directory
    out += struct.pack("<4s4H2IH", b"PK\5\6", *last.values(), len(comment)) + comment
    return bytes(out + after)
