"""Pictures of strangers, judged by their first bytes before anything unpacks them.

A picture of 48 kB can unpack to 400 MB: so its size in pixels is read here, from what the formats
say of themselves (PNG 1.2, JPEG T.81 annex B, the WebP container).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from game.packs.drawings import BadDrawing, size_of
from game.phrase import phrase

MAX_SIDE = 4_096
MAX_PIXELS = 12_000_000
MAX_BYTES = 10_000_000

_ANEW = phrase("save it anew")


@dataclass(frozen=True, slots=True)
class WrongPicture:
    """Why a picture is not shown."""

    code: str
    message: str
    hint: str = _ANEW


class _Wrong(Exception):
    def __init__(self, code: str, message: str, hint: str = _ANEW) -> None:
        super().__init__(message)
        self.wrong = WrongPicture(code, message, hint)


def judge_picture(suffix: str, data: bytes) -> WrongPicture | None:
    """What is wrong with the bytes of a file of this suffix (".png"); None if it can be shown."""
    try:
        if len(data) > MAX_BYTES:
            message = phrase(
                "the picture has {bytes:,} bytes; {most:,} are the most",
                bytes=len(data),
                most=MAX_BYTES,
            )
            raise _Wrong("picture-bytes", message, phrase("save it smaller"))
        _judge_size(*_READERS[suffix](data))
    except _Wrong as error:
        return error.wrong
    except BadDrawing as error:
        return WrongPicture(error.code, str(error), error.hint)
    except (struct.error, IndexError):
        return WrongPicture("picture-broken", phrase("the picture is cut off"))
    return None


def _judge_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise _broken(phrase("it has no size"))
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise _Wrong(
            "picture-size",
            phrase(
                "the picture has {width:,} by {height:,} points; {side:,} a side and "
                "{all:,} in all are the most",
                width=width,
                height=height,
                side=MAX_SIDE,
                all=MAX_PIXELS,
            ),
            phrase("save it smaller"),
        )


def _png(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise _not("PNG")
    at, width, height, has_data = 8, 0, 0, False
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        at = body + length + 4
        if at > len(data):
            raise IndexError
        if (kind == b"IHDR") != (body == 16):
            raise _broken(phrase("its header is not where it must be"))
        if kind == b"IHDR":
            width, height = struct.unpack_from(">II", data, body)
        elif kind in (b"acTL", b"fcTL", b"fdAT"):
            raise _moves()
        elif kind == b"IDAT":
            has_data = True
        elif kind == b"IEND":
            break
    if not has_data:
        raise _broken(phrase("it holds no picture"))
    if at != len(data):
        raise _broken(phrase("something stands behind its end"))
    return width, height


# Start of frame, but tables (C4, C8, CC), and markers that stand alone.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def _jpeg(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\xff\xd8\xff"):
        raise _not("JPEG")
    at, size = 2, None
    while True:
        if data[at] != 0xFF:
            raise _broken(phrase("a part of it does not begin where it must"))
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in (0xD9, 0xDA):
            break
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            if length < 2:
                raise _broken(phrase("a part of it has no length"))
            if marker in _FRAMES:
                if size is not None:
                    raise _broken(phrase("it has two headers"))
                height, width = struct.unpack_from(">HH", data, at + 5)
                size = width, height
            at += 2 + length
    if size is None:
        raise _broken(phrase("it has no header before its picture"))
    if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise IndexError
    return size


def _webp(data: bytes) -> tuple[int, int]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise _not("WebP")
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 != len(data):
        raise _broken(phrase("it is cut off, or something stands behind its end"))
    at, size = 12, None
    while at < len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        body = at + 8
        at = body + length + length % 2
        if at > len(data):
            raise IndexError
        if kind in (b"ANIM", b"ANMF") or (kind == b"VP8X" and data[body] & 0x02):
            raise _moves()
        if kind == b"VP8X":
            _judge_size(
                *(1 + int.from_bytes(data[body + n : body + n + 3], "little") for n in (4, 7))
            )
        elif kind in (b"VP8 ", b"VP8L"):
            if size is not None:
                raise _broken(phrase("it has two headers"))
            size = _vp8(data, body) if kind == b"VP8 " else _vp8l(data, body)
    if size is None:
        raise _broken(phrase("it holds no picture"))
    return size


def _vp8(data: bytes, body: int) -> tuple[int, int]:
    if data[body + 3 : body + 6] != b"\x9d\x01\x2a":
        raise _broken(phrase("its header is not where it must be"))
    wide, high = struct.unpack_from("<HH", data, body + 6)
    return wide & 0x3FFF, high & 0x3FFF


def _vp8l(data: bytes, body: int) -> tuple[int, int]:
    if data[body] != 0x2F:
        raise _broken(phrase("its header is not where it must be"))
    (bits,) = struct.unpack_from("<I", data, body + 1)
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _not(kind: str) -> _Wrong:
    return _Wrong("picture-kind", phrase("this is no {kind}, though its name says so", kind=kind))


def _broken(message: str) -> _Wrong:
    return _Wrong("picture-broken", phrase("the picture is damaged: {why}", why=message))


def _moves() -> _Wrong:
    return _Wrong("picture-moves", phrase("the picture moves"), phrase("save one still of it"))


_READERS: dict[str, Callable[[bytes], tuple[int, int]]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".webp": _webp,
    ".svg": size_of,
}

SUFFIXES = tuple(_READERS)
"""How the names of pictures end, in small letters."""
