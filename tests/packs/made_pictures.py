"""Pictures made for tests: as small as the formats allow, and as large as they say."""

from __future__ import annotations

import struct
import zlib


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int = 2,
    height: int = 2,
    before_data: bytes = b"",
    after: bytes = b"",
    data: bytes | None = None,
) -> bytes:
    """A picture in one bit a point; its data are as long as its size says, if none are given."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    if data is None:
        maker = zlib.compressobj(9)
        row = bytes(1 + (width + 7) // 8)
        data = b"".join(maker.compress(row) for _ in range(height)) + maker.flush()
    end = chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + header + before_data + chunk(b"IDAT", data) + end + after


def moving_png() -> bytes:
    return png(before_data=chunk(b"acTL", struct.pack(">II", 2, 0)))


def jpeg(width: int = 2, height: int = 2, end: bytes = b"\xff\xd9") -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    head = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    frame = b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
    return head + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0\0\0" + end


def webp(kind: bytes, body: bytes) -> bytes:
    part = kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    return b"RIFF" + struct.pack("<I", len(part) + 4) + b"WEBP" + part


def vp8l(width: int = 2, height: int = 2) -> bytes:
    return webp(b"VP8L", b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14) + b"\0" * 4)


def vp8(width: int = 2, height: int = 2) -> bytes:
    return webp(b"VP8 ", b"\0\0\0\x9d\1\x2a" + struct.pack("<HH", width, height) + b"\0" * 4)


def vp8x(width: int, height: int, flags: int = 0) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", bytes([flags, 0, 0, 0]) + sides)


def svg(inside: str = "", head: str = 'width="80" height="60"', before: str = "") -> bytes:
    text = f'{before}<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'
    return text.encode()
