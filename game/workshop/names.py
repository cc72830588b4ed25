"""Names of files that every system can keep, and that mean the same on each of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from game.reading import plain_text
from game.workshop.refusal import Refused

MAX_NAME = 120
"""Characters of a name with its folders: Windows takes 260 with all that stands before it."""

MAX_PART = 200
"""Bytes in UTF-8 of one part; the file systems of today keep 255."""

MAX_FOLDERS = 4

_DRIVE = re.compile(r"[A-Za-z]:")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?",
    re.IGNORECASE,
)
# Controls, marks of direction, surrogates, what is private or not assigned, and odd blanks.
_ODD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def judge_name(name: str) -> None:
    """Raise Refused unless a file may have this name, its folders parted by /."""
    if plain_text.HIDDEN.search(name) or _has_odd(name):
        raise _refused("hidden-in-name", "a name has a character in it that nobody sees", name)
    if "\\" in name:
        raise _refused(
            "backslash", "a name has a backslash in it, which is a folder on Windows alone", name
        )
    if name.startswith("/"):
        raise _refused("absolute-name", "a name begins at the root of the disk", name)
    if _DRIVE.match(name):
        raise _refused("drive-name", "a name begins with the letter of a drive", name)
    parts = name.split("/")
    if ".." in parts:
        raise _refused("zip-slip", "a name leads out of the pack's folder", name)
    if len(name) > MAX_NAME or any(len(part.encode()) > MAX_PART for part in parts):
        raise _refused("long-name", f"a name has more than {MAX_NAME} characters", name)
    if len(parts) > MAX_FOLDERS + 1:
        raise _refused("deep-folders", f"folders are more than {MAX_FOLDERS} deep", name)
    for part in parts:
        _judge_part(part, name)
    if not unicodedata.is_normalized("NFC", name):
        raise _refused("not-nfc", "a name is spelt with loose accents (not in NFC)", name)


def judge_twins(names: Iterable[str]) -> None:
    """Raise Refused if two of these names would be one on some system."""
    spelt: dict[str, str] = {}
    files: set[str] = set()
    for name in names:
        if name in files:
            raise _refused("duplicate-name", "this file is there twice", name)
        files.add(name)
        parts = name.split("/")
        for count in range(1, len(parts) + 1):
            path = "/".join(parts[:count])
            if spelt.setdefault(_key(path), path) != path:
                message = f"some systems take this name and {spelt[_key(path)]!r} for one"
                raise _refused("case-twins", message, path)
    for name in files:
        parts = name.split("/")
        folder = next((f for n in range(1, len(parts)) if (f := "/".join(parts[:n])) in files), "")
        if folder:
            raise _refused("file-and-folder", "this is a file, and a folder as well", folder)


def _judge_part(part: str, name: str) -> None:
    if part in ("", "."):
        raise _refused("empty-part", "a part of a name is empty", name)
    if part.endswith((".", " ")) or part.startswith(" "):
        raise _refused(
            "trailing-dot", "a part of a name ends with a dot or a blank, which Windows drops", name
        )
    if part.startswith("."):
        raise _refused("dot-file", "a name that begins with a dot is hidden", name)
    if _FORBIDDEN.search(part):
        raise _refused("windows-name", "a name has a sign in it that Windows refuses", name)
    if _DEVICE.fullmatch(part):
        raise _refused("device-name", "Windows takes this name for a device", name)


def _has_odd(name: str) -> bool:
    return any(c != " " and unicodedata.category(c) in _ODD for c in name if not c.isalnum())


def _key(path: str) -> str:
    folded = unicodedata.normalize("NFC", path).casefold().upper().casefold()
    return unicodedata.normalize("NFC", folded)


def _refused(code: str, message: str, name: str) -> Refused:
    return Refused(code, message, name, "rename it and bundle the pack again")
