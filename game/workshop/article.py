"""An article as paragraphs: plain text in any common encoding, HTML or PDF."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.phrase import phrase
from game.reading.plain_text import HIDDEN
from game.system_errors import why
from game.workshop.article_day import NEAR_THE_TOP, day_said
from game.workshop.article_language import language_of
from game.workshop.article_lines import joined
from game.workshop.formats.decoding import decoded

MAX_BYTES = 30_000_000
MAX_CHARACTERS = 1_000_000
"""Text of an article; a long novel has about as much."""

SECONDS = 60
"""How long a file of HTML or PDF may be worked at."""

_HTML_START = re.compile(rb"(?i)<!doctype html|<html|<head|<body|<article|<main|<div|<p[ >]|<h1")


_BEHIND_TITLE = re.compile(r" [-–—|·•:] ")


@dataclass(frozen=True, slots=True)
class Article:
    """Paragraph 1 is the first. `day` is the ISO date that a line of its own says, "" if none.

    `kind` is "text", "html" or "pdf"; `rebuilt` tells that its paragraphs are not the lines of the
    file, so that whoever looks one up needs the text that was made of it.
    """

    title: str
    paragraphs: tuple[str, ...]
    language: str
    kind: str
    day: str = ""
    rebuilt: bool = False


class BadArticle(ValueError):
    """A file that no article can be read from; says why in a sentence."""


def read_article(path: Path) -> Article:
    """The article of a file. BadArticle, with a sentence for people, if there is none in it."""
    if path.parts[:1] in (("http:",), ("https:",)):
        raise BadArticle(
            phrase("Addresses are not read: save the page as a file first, and name that.")
        )
    try:
        if path.is_dir():
            raise BadArticle(
                phrase("{path} is a folder; name the file with the article.", path=path)
            )
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadArticle(
                phrase(
                    "{file} has {size:,} bytes; {most:,} are the most.",
                    file=path.name,
                    size=size,
                    most=MAX_BYTES,
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise BadArticle(
            phrase("{file} cannot be read: {why}.", file=path, why=why(error))
        ) from None
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        title, found = _apart("pdf", path)
        return _article(title, found, "pdf", rebuilt=True)
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0") or data.startswith(b"{\\rtf"):
        raise BadArticle(
            phrase(
                "{file} is a document of an office program: save it there as plain text or PDF.",
                file=path.name,
            )
        )
    if _HTML_START.search(data[:4096].lstrip()):
        title, found = _apart("html", path)
        return _article(title, found, "html", rebuilt=True)
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadArticle(
            phrase("{file} is no text: name a file of plain text, HTML or PDF.", file=path.name)
        )
    text, _ = decoded(data)
    lines = text.split("\n")
    whole = joined(lines)
    given = [line for line in lines if line.strip()]
    return _article("", whole, "text", rebuilt=len(whole) != len(given))


def _article(title: str, found: Sequence[str], kind: str, *, rebuilt: bool) -> Article:
    clean = [" ".join(HIDDEN.sub("", one).split()) for one in found]
    paragraphs = tuple(one for one in clean if one)
    count = sum(map(len, paragraphs))
    if not paragraphs:
        if kind == "pdf":
            raise BadArticle(
                phrase(
                    "There is no text in this file. If its pages are pictures, it needs reading "
                    "by a program for that first."
                )
            )
        raise BadArticle(phrase("There is no text in this file."))
    if count > MAX_CHARACTERS:
        raise BadArticle(
            phrase(
                "It has {length:,} characters, and {most:,} are the most: cut it into parts.",
                length=count,
                most=MAX_CHARACTERS,
            )
        )
    language = language_of(paragraphs)
    if not language:
        raise BadArticle(
            phrase(
                "There are no rules for the language of this article: drafts are made of English, "
                "Russian and Kazakh ones."
            )
        )
    head = _headed(" ".join(HIDDEN.sub("", title).split()), paragraphs) or paragraphs[0]
    return Article(head[:150], paragraphs, language, kind, _day(paragraphs, language), rebuilt)


def _headed(title: str, paragraphs: Sequence[str]) -> str:
    """A title without the name of the site that a page puts behind it, where the article's own
    heading tells which part is its."""
    first = _BEHIND_TITLE.split(title)[0]
    return first if first in paragraphs[:NEAR_THE_TOP] else title


def _day(paragraphs: Sequence[str], language: str) -> str:
    """The day that a line of its own says near the beginning."""
    near = paragraphs[:NEAR_THE_TOP]
    return next((day for line in near if (day := day_said(line, language))), "")


def _apart(kind: str, path: Path) -> tuple[str, list[str]]:
    """What a process of its own reads in a file, so that no file can hold this one up."""
    command = [sys.executable, "-m", "game.workshop.article_apart", kind, str(path.resolve())]
    environment = {**os.environ, "PYTHONPATH": str(paths.HERE.parent), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise BadArticle(
            phrase(
                "Reading {file} took more than {seconds} seconds.", file=path.name, seconds=SECONDS
            )
        ) from None
    if done.returncode == NEEDS_MORE:
        extra = "python -m pip install 't-minus[author]'"
        raise BadArticle(phrase("Reading PDF needs more than the game: {command}", command=extra))
    try:
        said = json.loads(done.stdout)
        if "why" in said:
            raise _unreadable(path, kind, said["why"])
        return str(said["title"]), [str(one) for one in said["paragraphs"]]
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, BadArticle):
            raise
        raise _unreadable(path, kind, "damaged") from None


def _unreadable(path: Path, kind: str, code: str) -> BadArticle:
    """What the other process says in a word, in a sentence."""
    reasons = {
        "locked": phrase("it is locked by a password"),
        "pages": phrase("it has more than {most} pages; cut it into parts", most=MOST_PAGES),
        "memory": phrase("it needs too much memory"),
        "deep": phrase("its parts are too deep inside each other"),
    }
    damaged = phrase("it is damaged")
    return BadArticle(
        phrase(
            "{file} cannot be read as {kind}: {why}.",
            file=path.name,
            kind=kind.upper(),
            why=reasons.get(code, damaged),
        )
    )


NEEDS_MORE = 3
"""How the other process ends when the package that reads PDF is not there."""

MOST_PAGES = 600
"""Of a PDF."""
