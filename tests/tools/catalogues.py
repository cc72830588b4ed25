"""Bring the catalogues in assets/languages up to date: `python tests/tools/catalogues.py`.

Takes every marked text out of game/, keeps the translations that still match, writes the .po of
each language and compiles its .mo. The same code and words give the same bytes: neither has dates,
line numbers or names of tools in it. For a new language make a folder of its code first, such as
assets/languages/de. What is left to translate is printed; those texts stay English on screen.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOME = Path(__file__).resolve().parents[2]
LANGUAGES = HOME / "assets" / "languages"
DOMAIN = "t-minus"
PROJECT = "T-Minus"
MARKERS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "say": None,
    "gettext": None,
    "ngettext": (1, 2),
    "phrase": None,
    "StartError": None,
    "counted": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The names by which a text is marked, and which of their arguments are texts or a context."""
REVIEWED = "X-Reviewed"
"""`no` until a teacher who is a native speaker has read the translation; the credits say so."""
NOT_REVIEWED = """\
# The words of T-Minus in {language}.
# Not yet reviewed: no native teacher has read this translation. Whoever reads it as one
# writes "X-Reviewed: yes" below, and a name here.
#"""
_KEPT = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class Undated(Catalog):
    """A catalogue whose header holds what gettext reads, and nothing that changes by itself."""

    reviewed = "no"

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        kept = [pair for pair in super()._get_mime_headers() if pair[0] in _KEPT]
        return [("Project-Id-Version", PROJECT), (REVIEWED, self.reviewed), *kept]

    mime_headers = property(_get_mime_headers)


def codes() -> tuple[str, ...]:
    """The languages that have a folder."""
    return tuple(sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir()))


def po_path(language: str) -> Path:
    """Where the words of a language are written."""
    return LANGUAGES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def extracted() -> tuple[Message, ...]:
    """Every text that the game's code marks, with the files that it stands in."""
    found = Catalog()
    for name, line, text, comments, context in extract_from_dir(
        HOME, [("game/**.py", "python"), ("main.py", "python")], keywords=MARKERS,
        comment_tags=("Translators:",), directory_filter=lambda path: "/." not in path,
    ):  # fmt: skip
        found.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return tuple(message for message in found if message.id)


def read(language: str) -> Undated:
    """The .po of a language as it lies there; an empty one if there is none."""
    path = po_path(language)
    if not path.is_file():
        return renewed(language, (), Catalog(locale=language))
    there = read_po(io.BytesIO(path.read_bytes()), locale=language)
    return renewed(language, (message for message in there if message.id), there)


def renewed(language: str, texts: Iterable[Message], old: Catalog) -> Undated:
    """These texts with the old translations that still match; the rest are empty, none guessed."""
    new = Undated(locale=language, fuzzy=False)
    new.reviewed = dict(old.mime_headers).get(REVIEWED, "no")
    named = new.locale.english_name if new.locale else language
    kept = "T-Minus" in old.header_comment
    new.header_comment = old.header_comment if kept else NOT_REVIEWED.format(language=named)
    for text in texts:
        was = old.get(text.id, text.context)
        same = was is not None and was.id == text.id and not was.fuzzy
        new.add(
            text.id,
            was.string if was is not None and same else None,
            text.locations,
            auto_comments=text.auto_comments,
            user_comments=was.user_comments if was is not None else (),
            context=text.context,
        )
    return new


def written(catalogue: Catalog) -> bytes:
    """The .po file of a catalogue."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, sort_by_file=True, include_lineno=False)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The .mo file of a catalogue: what is translated, sorted."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue: Catalog) -> tuple[str, ...]:
    """The texts that lack a translation, or one of its plural forms."""
    return tuple(
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id
        and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    )


def main() -> None:
    texts = extracted()
    for language in codes():
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(renewed(language, texts, read(language))))
        catalogue = read(language)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        lacking = untranslated(catalogue)
        print(f"{language}: {len(texts)} texts, {len(lacking)} to translate")
        for text in lacking:
            print(f"  {text}")


if __name__ == "__main__":
    main()
