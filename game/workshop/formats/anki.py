"""Anki: its text exports are read, and decks are written as .apkg with ids that stay.

A text export begins with lines such as `#separator:tab`; which they are and what they mean is told
in Anki's manual under "Text Files". Without them it is parted by tabs, semicolons or commas.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from game.phrase import phrase
from game.workshop.formats.decoding import decoded
from game.workshop.formats.item import Collected, Item, Option, Reading, Said
from game.workshop.formats.lettered import LETTERS
from game.workshop.formats.markup import SOUND_LOST, looks_like_html, plain_html
from game.workshop.formats.quoting import UNCLOSED, rows
from game.workshop.formats.table import AGAIN

SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
LONGEST_ANSWER = 120
"""Characters; what is longer nobody can be asked to type."""

MODEL = 1_741_957_301
"""The id of the note type, made up once and for all, so that decks of several packs share it."""

FIELDS = ("Id", "Question", "Options", "Answer", "Explanation", "Source")
FRONT = "<div class=question>{{Question}}</div><div class=options>{{Options}}</div>"
BACK = (
    "{{FrontSide}}<hr id=answer><div class=answer>{{Answer}}</div>"
    "<div class=explanation>{{Explanation}}</div><div class=source>{{Source}}</div>"
)
STYLE = (
    ".card{font-family:Inter,sans-serif;font-size:22px;text-align:left}"
    ".options{margin-top:1em}.answer{font-weight:bold}.source{margin-top:1em;font-size:16px}"
)
_CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::[^{}]*)?\}\}", re.DOTALL)
_SOUND = re.compile(r"\[sound:[^\]]*\]")


def read(data: bytes, file: str) -> Reading:
    """Every note of a text export as a question to type; what is no such note is named."""
    text, read_as = decoded(data)
    into = Collected(file)
    into.told_encoding(read_as)
    head: dict[str, str] = {}
    lines = text.split("\n")
    above = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for line in lines[:above]:
        name, _, value = line[1:].partition(":")
        head[name.strip().lower()] = value.strip(" ")
    del lines[:above]
    layout = _Layout(head)
    try:
        for number, cells in rows("\n".join(lines).replace("\0", ""), _sign(head, lines)):
            place = into.at(above + number)
            if not cells:
                into.skip(place, UNCLOSED)
            elif any(cell.strip() for cell in cells):
                _note(cells, layout, place, into)
    except csv.Error:
        into.skip(into.file, phrase("it cannot be read: {again}", again=AGAIN))
    return into.reading()


def _sign(head: dict[str, str], lines: list[str]) -> str:
    said = head.get("separator", "")
    if said.lower() in SEPARATORS:
        return SEPARATORS[said.lower()]
    if len(said) == 1:
        return said
    sample = "\n".join(lines[:20])
    return max("\t;,", key=lambda sign: (sample.count(sign) > 0, sign == "\t", sign == ";"))


class _Layout:
    """Which columns hold the two sides of a note, and which hold something about it."""

    def __init__(self, head: dict[str, str]) -> None:
        self.html = head.get("html", "").lower() == "true"
        self.tags = _column(head.get("tags column", ""))
        self.deck = _column(head.get("deck column", ""))
        self.usual_deck = head.get("deck", "")
        aside = [_column(head.get(f"{name} column", "")) for name in ("guid", "notetype")]
        self.aside = {at for at in (*aside, self.tags, self.deck) if at is not None}


def _column(text: str) -> int | None:
    return int(text) - 1 if text.isascii() and text.isdigit() and text != "0" else None


def _note(cells: list[str], layout: _Layout, place: str, into: Collected) -> None:
    sides = [cell for at, cell in enumerate(cells) if at not in layout.aside]
    if len(sides) < 2:
        into.skip(place, phrase("it has no second side"))
        return
    if "{{c" in sides[0] and _CLOZE.search(sides[0]):
        into.skip(place, phrase("it is a text with gaps, and not two sides"))
        return
    front, back = (_plain(side, layout.html, place, into) for side in sides[:2])
    if not front or not back:
        into.skip(place, phrase("one of its sides has no words"))
        return
    if len(back) > LONGEST_ANSWER:
        reason = phrase("its answer is longer than {most} characters", most=LONGEST_ANSWER)
        into.skip(place, reason)
        return
    if any(side.strip() for side in sides[2:]):
        into.lose(place, phrase("what stands in its further fields is lost"))
    tags = (
        cells[layout.tags].split() if layout.tags is not None and layout.tags < len(cells) else ()
    )
    deck = cells[layout.deck] if layout.deck is not None and layout.deck < len(cells) else ""
    item = Item(
        place,
        "typed",
        front,
        options=(Option(back, 1.0),),
        category=deck or layout.usual_deck,
        tags=tuple(tags),
    )
    into.keep(item)


def _plain(side: str, html: bool, place: str, into: Collected) -> str:
    bare = _SOUND.sub("", side)
    if bare != side:
        into.lose(place, SOUND_LOST)
    if not html and not looks_like_html(bare):
        return " ".join(bare.split())
    plain, lost = plain_html(bare)
    for what in lost:
        into.lose(place, what)
    return " ".join(plain.split())


def write(
    items: Iterable[Item], deck: str, *, source: str, at: float
) -> tuple[bytes, tuple[Said, ...]]:
    """A deck as .apkg, which holds every question. Needs genanki (ImportError).

    A note keeps its id as long as its question has its name, so that what is imported again is
    brought up to date and not doubled. `source` says where the questions come from, `at` is the
    time of writing in seconds since 1970.
    """
    import genanki

    model = genanki.Model(
        MODEL,
        "T-Minus",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "T-Minus", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
    )
    number = int.from_bytes(hashlib.sha256(deck.encode()).digest()[:4], "big") >> 1
    notes = genanki.Deck(number, deck)
    for item in items:
        name = item.name or item.prompt
        fields = (name, item.prompt, _offered(item), _answer(item), item.feedback, source)
        shown = [escape(field).replace("\n", "<br>") for field in fields]
        tags = [re.sub(r"\s+", "-", tag) for tag in item.tags]
        guid = genanki.guid_for("t-minus", name)
        notes.add_note(genanki.Note(model=model, fields=shown, guid=guid, tags=tags))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        genanki.Package(notes).write_to_file(path, timestamp=at)
        return path.read_bytes(), ()


def _offered(item: Item) -> str:
    """The options in the order of their texts, so that the right one has no place of its own."""
    if item.form in ("choice", "several"):
        texts = sorted(option.text for option in item.options)
        return "\n".join(f"{LETTERS[at % 26]}. {text}" for at, text in enumerate(texts))
    if item.form == "match":
        rights = sorted({right for _, right in item.pairs})
        lefts = [left for left, _ in item.pairs if left]
        return "\n".join((*lefts, "", *rights))
    if item.form == "true-false":
        return " / ".join(option.text for option in item.options)
    return ""


def _answer(item: Item) -> str:
    if item.form == "match":
        return "\n".join(f"{left}: {right}" for left, right in item.pairs if left)
    if item.form == "number":
        taken = [value for value in item.values if value.value is not None and value.share > 0]
        return " / ".join(f"{value.value:.15g} {item.unit}".strip() for value in taken)
    right = [option.text for option in item.options if option.share > 0]
    return right[0] if item.form == "typed" else "\n".join(right)
