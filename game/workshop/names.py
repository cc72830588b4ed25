"""Names of files that every system can keep, and that mean the same on each of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from game.phrase import phrase
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
        message = phrase("a name has a character in it that nobody sees")
        raise _refused("hidden-in-name", message, name)
    if "\\" in name:
        message = phrase("a name has a backslash in it, which is a folder on Windows alone")
        raise _refused("backslash", message, name)
    if name.startswith("/"):
        raise _refused("absolute-name", phrase("a name begins at the root of the disk"), name)
    if _DRIVE.match(name):
        raise _refused("drive-name", phrase("a name begins with the letter of a drive"), name)
    parts = name.split("/")
    if ".." in parts:
        raise _refused("zip-slip", phrase("a name leads out of the pack's folder"), name)
    if len(name) > MAX_NAME or any(len(part.encode()) > MAX_PART for part in parts):
        message = phrase("a name has more than {most} characters", most=MAX_NAME)
        raise _refused("long-name", message, name)
    if len(parts) > MAX_FOLDERS + 1:
        message = phrase("folders are more than {most} deep", most=MAX_FOLDERS)
        raise _refused("deep-folders", message, name)
    for part in parts:
        _judge_part(part, name)
    if not unicodedata.is_normalized("NFC", name):
        message = phrase("a name is spelt with loose accents (not in NFC)")
        raise _refused("not-nfc", message, name)


def judge_twins(names: Iterable[str]) -> None:
    """Raise Refused if two of these names would be one on some system."""
    spelt: dict[str, str] = {}
    files: set[str] = set()
    for name in names:
        if name in files:
            raise _refused("duplicate-name", phrase("this file is there twice"), name)
        files.add(name)
        parts = name.split("/")
        for count in range(1, len(parts) + 1):
            path = "/".join(parts[:count])
            if spelt.setdefault(_key(path), path) != path:
                other = spelt[_key(path)]
                message = phrase("some systems take this name and '{other}' for one", other=other)
                raise _refused("case-twins", message, path)
    for name in files:
        parts = name.split("/")
        folder = next((f for n in range(1, len(parts)) if (f := "/".join(parts[:n])) in files), "")
        if folder:
            message = phrase("this is a file, and a folder as well")
            raise _refused("file-and-folder", message, folder)


def _judge_part(part: str, name: str) -> None:
    if part in ("", "."):
        raise _refused("empty-part", phrase("a part of a name is empty"), name)
    if part.endswith((".", " ")) or part.startswith(" "):
        message = phrase(
            "a part of a name ends with a dot, or begins or ends with a blank, which Windows drops"
        )
        raise _refused("trailing-dot", message, name)
    if part.startswith("."):
        raise _refused("dot-file", phrase("a name that begins with a dot is hidden"), name)
    if _FORBIDDEN.search(part):
        message = phrase("a name has a sign in it that Windows refuses")
        raise _refused("windows-name", message, name)
    if _DEVICE.fullmatch(part):
        message = phrase("Windows takes this name for a device")
        raise _refused("device-name", message, name)


def _has_odd(name: str) -> bool:
    return any(c != " " and unicodedata.category(c) in _ODD for c in name if not c.isalnum())


def _key(path: str) -> str:
    folded = unicodedata.normalize("NFC", path).casefold().upper().casefold()
    return unicodedata.normalize("NFC", folded)


def _refused(code: str, message: str, name: str) -> Refused:
    return Refused(code, message, name, phrase("rename it and bundle the pack again"))
