"""Drawings in SVG: only what draws, never what runs, fetches, embeds or repeats."""

from __future__ import annotations

import re
from xml.parsers import expat

from game.phrase import phrase

MAX_BYTES = 1_000_000
MAX_TAGS = 20_000
MAX_DEPTH = 40

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan")
_GROUPS = ("svg", "g", "defs", "title", "desc", "metadata", "clipPath")
_PAINTS = ("linearGradient", "radialGradient", "stop")
_TAGS = frozenset((*_SHAPES, *_GROUPS, *_PAINTS))
_NUMBER = re.compile(r"\s*(\d{1,7})(?:\.\d*)?(?:px)?\s*")
_PLAIN = phrase("save it as a plain SVG, or as PNG")
_ANEW = phrase("save it anew")


class BadDrawing(ValueError):
    """Why a drawing is not shown."""

    def __init__(self, code: str, message: str, hint: str = _ANEW) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height, in points, of a drawing that is nothing else. Raises BadDrawing."""
    if len(data) > MAX_BYTES:
        message = phrase(
            "the drawing has {bytes:,} bytes; {most:,} are the most",
            bytes=len(data),
            most=MAX_BYTES,
        )
        raise BadDrawing("picture-bytes", message, phrase("save it smaller"))
    return _size(_Look().root(data))


class _Look:
    """One drawing while it is looked through; expat keeps no tree, and unfolds nothing here."""

    def __init__(self) -> None:
        self._root: dict[str, str] | None = None
        self._depth = 0
        self._tags = 0

    def root(self, data: bytes) -> dict[str, str]:
        """What the drawing says of itself as a whole."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse
        parser.ProcessingInstructionHandler = _refuse
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            if self._root is None:
                raise _no_svg() from None
            message = phrase("the picture is damaged: line {line} is no XML", line=error.lineno)
            raise BadDrawing("picture-broken", message) from None
        assert self._root is not None
        return self._root

    def _start(self, name: str, given: dict[str, str]) -> None:
        self._depth += 1
        self._tags += 1
        if self._root is None:
            if name != "svg":
                raise _no_svg()
            self._root = given
        if name not in _TAGS:
            message = phrase("the drawing has <{name}> in it", name=name[:40])
            raise BadDrawing("svg-content", message, _PLAIN)
        if self._tags > MAX_TAGS or self._depth > MAX_DEPTH:
            raise BadDrawing("svg-content", phrase("the drawing has too many parts"), _PLAIN)
        for key, value in given.items():
            _judge_attribute(key.casefold(), value.casefold())

    def _end(self, _: str) -> None:
        self._depth -= 1


def _refuse(*_: object) -> None:
    raise BadDrawing("svg-content", phrase("the drawing has orders for programs in it"), _PLAIN)


def _judge_attribute(key: str, value: str) -> None:
    leads_out = key.rpartition(":")[2] in ("href", "src", "base") and not value.startswith("#")
    # Fills and clips name another part of the drawing: url(#sky).
    fetches = any(not rest.lstrip(" '\"").startswith("#") for rest in value.split("url(")[1:])
    runs = key.startswith("on") or any(
        word in value for word in ("@import", "javascript:", "data:", "\\")
    )
    if leads_out or fetches or runs:
        message = phrase("the drawing's {key} leads out of it, or runs something", key=key[:40])
        raise BadDrawing("svg-content", message, _PLAIN)


def _size(root: dict[str, str]) -> tuple[int, int]:
    written = [root[word] for word in ("width", "height") if word in root]
    if not written:
        written = root.get("viewBox", "").replace(",", " ").split()[2:]
    sides = [found for side in written if (found := _NUMBER.fullmatch(side))]
    if len(sides) != 2:
        raise BadDrawing(
            "picture-size",
            phrase("the drawing does not say in plain numbers how large it is"),
            phrase('write it in points: width="800" height="600"'),
        )
    return int(sides[0][1]), int(sides[1][1])


def _no_svg() -> BadDrawing:
    return BadDrawing(
        "picture-kind", phrase("this is no {kind}, though its name says so", kind="SVG")
    )
