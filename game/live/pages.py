"""The page for the phones: its few files, read once and made ready to be sent."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

WEB = Path(__file__).parent / "web"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
}
_NAMES = {"index.html": "/", "teacher.html": "/teacher"}


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is sent; `packed` is b"" where packing gains nothing."""

    kind: str
    body: bytes
    packed: bytes
    etag: str


def pages(folder: Path = WEB) -> dict[str, Page]:
    """Every path that is served. There are no others, whatever is asked for."""
    found: dict[str, Page] = {}
    for path in sorted(folder.glob("*.*")):
        if path.suffix in _TYPES:
            body = path.read_bytes()
            packed = gzip.compress(body, 9, mtime=0)
            name = _NAMES.get(path.name, f"/{path.name}")
            found[name] = Page(
                _TYPES[path.suffix],
                body,
                packed if len(packed) < 0.9 * len(body) else b"",
                f'"{blake2b(body, digest_size=9).hexdigest()}"',
            )
    return found
