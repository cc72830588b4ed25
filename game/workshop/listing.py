"""What a bundle says of itself: `bundle.json`, with the pack it holds and a list of its files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from game.packs.folder import MAX_PACK_BYTES
from game.packs.manifest import ID, LANGUAGE
from game.phrase import phrase
from game.reading import plain_text
from game.workshop.archive import MAX_ENTRIES
from game.workshop.names import judge_name, judge_twins
from game.workshop.refusal import Refused

NAME = "bundle.json"
SIGNATURE_NAME = "bundle.signature"
FORMAT = 1
MAX_BYTES = 1_000_000
MAX_TEXT = 200
"""Characters of a title or a licence; as much as pack.yaml may have."""

VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}(?:-[0-9A-Za-z.]{1,20})?")

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_ID = 60


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of the pack: its size in bytes and the SHA-256 of what it holds, in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A pack in a bundle, as pack.yaml has it, and its files by name."""

    id: str
    version: str
    language: str
    title: str
    licence: str
    files: tuple[ListedFile, ...]


def as_bytes(listing: Listing) -> bytes:
    """The listing as it stands in a bundle: the same bytes for the same listing."""
    text = json.dumps({"format": FORMAT, **asdict(listing)}, ensure_ascii=False, indent=1)
    return text.encode() + b"\n"


def from_bytes(data: bytes) -> Listing:
    """The listing that these bytes hold. Raises Refused for whatever is none of ours."""
    document = read_json(data, NAME)
    number = document.pop("format", None)
    if type(number) is int and number > FORMAT:
        message = phrase(
            "this bundle has format {number}, and this T-Minus reads format {known}",
            number=number,
            known=FORMAT,
        )
        raise Refused("newer-format", message, NAME, phrase("get a newer T-Minus"))
    words = ("id", "version", "language", "title", "licence")
    if number != FORMAT or set(document) != {*words, "files"}:
        raise _bad(phrase("it has not the keys that a list of files has"))
    texts = {word: _text(document[word], word) for word in words}
    for word, pattern in (("id", ID), ("version", VERSION), ("language", LANGUAGE)):
        if len(texts[word]) > _MAX_ID or pattern.fullmatch(texts[word]) is None:
            raise _bad(phrase("its {key} is one that no pack has", key=word))
    judge_name(texts["id"])
    files = document["files"]
    if not isinstance(files, list) or not files:
        raise _bad(phrase("it lists no files"))
    if len(files) > MAX_ENTRIES:
        message = phrase(
            "it lists {listed:,} files, and a bundle has at most {most:,}",
            listed=len(files),
            most=MAX_ENTRIES,
        )
        raise Refused("too-many-files", message, NAME)
    listed = tuple(map(_file, files))
    judge_twins(one.name for one in listed)
    total = sum(one.size for one in listed)
    if total > MAX_PACK_BYTES:
        message = phrase(
            "the pack has {total:,} bytes, and a pack has at most {most:,}",
            total=total,
            most=MAX_PACK_BYTES,
        )
        raise Refused("too-large", message, NAME)
    return Listing(**texts, files=listed)


def read_json(data: bytes, name: str) -> dict[str, Any]:
    """A mapping in JSON, judged before it is believed. Raises Refused."""
    if len(data) > MAX_BYTES:
        message = phrase(
            "it has {size:,} bytes; {most:,} are the most", size=len(data), most=MAX_BYTES
        )
        raise Refused("too-large", message, name)

    def number(word: str) -> Any:
        message = phrase("{word} is no number that is read", word=word[:20])
        raise Refused("json-number", message, name)

    def whole(word: str) -> int:
        return int(word) if len(word) < 16 else number(word)

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) != len(found):
            raise Refused("json-twice", phrase("a key stands there twice"), name)
        return made

    try:
        document = json.loads(
            data.decode(),
            parse_constant=number,
            parse_float=number,
            parse_int=whole,
            object_pairs_hook=pairs,
        )
    except RecursionError:
        raise Refused("json-depth", phrase("its brackets are too deep"), name) from None
    except ValueError:
        raise Refused("json", phrase("this is no JSON in UTF-8"), name) from None
    if not isinstance(document, dict):
        raise Refused("json", phrase("this is no mapping"), name)
    return document


def order(version: str) -> tuple[Iterable[int], bool, str]:
    """What versions are sorted by; `1.0-beta` stands before `1.0`."""
    numbers, _, more = version.partition("-")
    found = [int(part) for part in numbers.split(".")]
    while found and found[-1] == 0:
        found.pop()
    return tuple(found), not more, more


def _file(value: Any) -> ListedFile:
    if not isinstance(value, dict) or set(value) != {"name", "size", "sha256"}:
        raise _bad(phrase("a file in it has not a name, a size and a hash"))
    name, size, digest = _text(value["name"], "name"), value["size"], value["sha256"]
    judge_name(name)
    if type(size) is not int or not 0 <= size <= MAX_PACK_BYTES:
        raise Refused("lying-size", phrase("the list has a size that no file has"), name)
    if not isinstance(digest, str) or _SHA256.fullmatch(digest) is None:
        raise _bad(phrase("a file in it has no SHA-256"))
    return ListedFile(name, size, digest)


def _text(value: Any, word: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _bad(phrase("its {key} is no text", key=word))
    if plain_text.HIDDEN.search(value) or any(sign in value for sign in "\t\r\n"):
        message = phrase("its {key} has a character that nobody sees", key=word)
        raise Refused("hidden-character", message, NAME)
    if len(value) > MAX_TEXT:
        message = phrase(
            "its {key} has {length:,} characters; {most} are the most",
            key=word,
            length=len(value),
            most=MAX_TEXT,
        )
        raise Refused("too-long", message, NAME)
    return value


def _bad(message: str) -> Refused:
    return Refused("bad-list", message, NAME, phrase("bundle the pack again"))
