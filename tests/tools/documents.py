"""Keeps the pages for teachers in other languages, block by block, through gettext catalogues.

    python tests/tools/documents.py

Each block of a page (a heading, a paragraph, an item, a cell of a table) is a text of
`docs/L/documents.po`. The tool brings these up to date, lists what is to be translated there, and
writes `docs/L/PAGE.md`. What has no translation stays English.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = ("classroom.md", "what-is-kept.md")
LANGUAGES = ("ru", "kk")

NOTE = "No native teacher has read this translation yet."
"""Stands under the title of every page in another language, until one has."""

_ITEM = re.compile(r"( *(?:[-*]|\d+\.) )(.*)", re.S)
_HEADING = re.compile(r"(#+ )(.*)")
_RULE = re.compile(r"\|[-|: ]+\|")
_LINK = re.compile(r"\]\((?!https?:|#)([^)]+)\)")
_WORD = re.compile(r"(?:`[^`]*`|\S)+")
"""What no line breaks: a word, and code with its blanks."""
_WIDTH = 110


def blocks(text: str) -> Iterator[str]:
    """A page cut at its blank lines, at its items and at the rows of its tables; code is whole."""
    block: list[str] = []
    code = False
    for line in text.split("\n"):
        fence = line.strip().startswith("```")
        starts = bool(_ITEM.match(line)) or line.startswith("|")
        if not code and (not line.strip() or starts or fence) and block:
            yield "\n".join(block)
            block = []
        if fence:
            code = not code
        if not code and not fence and not line.strip():
            yield ""
            continue
        block.append(line)
        if fence and not code:
            yield "\n".join(block)
            block = []
    if block:
        yield "\n".join(block)


def said(block: str, say: Callable[[str], str]) -> str:
    """A block in another language; code, rules and pictures' paths stay."""
    if not block or block.lstrip().startswith("```") or _RULE.fullmatch(block):
        return block
    if block.startswith("|"):
        cells = block.strip("|").split("|")
        return "| " + " | ".join(say(cell.strip()) if cell.strip() else "" for cell in cells) + " |"
    for pattern in (_HEADING, _ITEM):
        found = pattern.fullmatch(block)
        if found:
            lead = found.group(1)
            hang = " " * len(lead) if pattern is _ITEM else ""
            return lead + _filled(say(_joined(found.group(2))), len(lead), hang)
    indent = " " * (len(block) - len(block.lstrip()))
    return indent + _filled(say(_joined(block.strip())), len(indent), indent)


def texts(page: str) -> list[str]:
    """All texts of a page, in their order."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    for block in blocks(page):
        said(block, note)
    return found


def translated(page: str, catalog: Catalog) -> str:
    """A page in the language of a catalogue; links lead a folder up."""

    def say(text: str) -> str:
        message = catalog.get(text)
        return str(message.string) if message is not None and message.string else text

    title, _, rest = "\n".join(said(block, say) for block in blocks(page)).partition("\n")
    made = f"{title}\n\n{say(NOTE)}\n{rest}"
    return _LINK.sub(lambda link: f"](../{link.group(1)})", made)


def updated(language: str) -> Catalog:
    """The catalogue of a language with every text of the pages, and no other."""
    path = DOCS / language / "documents.po"
    before = Catalog()
    if path.is_file():
        with path.open("rb") as file:
            before = read_po(file, locale=language)
    catalog = Catalog(locale=language, project="t-minus", fuzzy=False)
    for name in PAGES:
        for text in (NOTE, *texts((DOCS / name).read_text(encoding="utf-8"))):
            known = before.get(text)
            catalog.add(text, known.string if known is not None else "", auto_comments=[name])
    return catalog


def _joined(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n"))


def _filled(text: str, first: int, hang: str) -> str:
    """Lines of at most so many signs, broken at blanks."""
    lines: list[str] = []
    line, room = "", _WIDTH - first
    for word in _WORD.findall(text):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, _WIDTH - len(hang)
        else:
            line = f"{line} {word}" if line else word
    return f"\n{hang}".join([*lines, line])


def main() -> int:
    """Bring catalogues and pages up to date; 1 while something is to be translated."""
    lacking = 0
    for language in LANGUAGES:
        folder = DOCS / language
        folder.mkdir(exist_ok=True)
        catalog = updated(language)

        with (folder / "documents.po").open("wb") as file:
            write_po(file, catalog, width=100, omit_header=True)
        for name in PAGES:
            page = (DOCS / name).read_text(encoding="utf-8")
            (folder / name).write_text(translated(page, catalog), encoding="utf-8", newline="\n")
        missing = [str(message.id) for message in catalog if message.id and not message.string]
        lacking += len(missing)
        print(f"{language}: {len(catalog)} texts, {len(missing)} to translate")
        for text in missing:
            print(f"  {text}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
