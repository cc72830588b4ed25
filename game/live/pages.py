"""The pages for phones: their few files, made ready to be sent, and nothing else."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from hashlib import blake2b
from pathlib import Path

from game import languages
from game.live import wording
from game.packs.notation import notation_of
from game.phrase import in_words, phrase
from game.ui.css import properties
from game.ui.theme import Theme, load

WEB = Path(__file__).parent / "web"

_HTML = "text/html; charset=utf-8"
_CSS = "text/css; charset=utf-8"
_SCRIPT = "text/javascript; charset=utf-8"
_FILES: dict[str, tuple[str, tuple[str, ...]]] = {
    "/": (_HTML, ("page.html",)),
    "/teacher": (_HTML, ("teacher.html",)),
    "/page.css": (_CSS, ("page.css",)),
    "/page.js": (_SCRIPT, ("both.js", "page.js")),
    "/teacher.js": (_SCRIPT, ("both.js", "teacher.js")),
    "/icon.svg": ("image/svg+xml", ("icon.svg",)),
}
"""What each path is made of."""
_WORDS: dict[str, Callable[[NullTranslations], wording.Words]] = {
    "words": wording.learners,
    "teacher": wording.teachers,
}
_COLOURS = (
    *("night", "amber", "sand", "steppe", "steppe_far", "steppe_lit", "pit", "ink", "ink_dark"),
    *("ink_dim", "card", "quiet", "nogo", "strip", "line", "ornament", "fuel", "fuel_seam"),
    *("hollow", "mast", "focus", "rocket.light", "rocket.mid", "rocket.shade", "rocket.deep"),
    *("rocket.rim", "rocket.steel"),
)
_SUNRISE = "ellipse 150% 62% at 76% 100%"
_LOOKS = (
    (":root", "", "calm"),
    (":root", "(prefers-color-scheme:dark) and (prefers-contrast:more)", "dark_aaa"),
    (":root", "(prefers-color-scheme:light)", "light_aaa"),
)
"""Which theme is worn when; the later one wins."""
_SLOT = re.compile(r"@@(\w+)@@")


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is sent; `packed` is b"" where packing gains nothing."""

    kind: str
    body: bytes
    packed: bytes
    etag: str


def pages(folder: Path = WEB) -> dict[str, Page]:
    """Every path that is served. There are no others, whatever is asked for."""
    found = {path: _page(kind, _made(folder, path)) for path, (kind, _names) in _FILES.items()}
    for name, words in _WORDS.items():
        for language in languages.LANGUAGES:
            said = {**words(languages.catalogue(language)), **_marks(language)}
            text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            text = f"WORDS.{language}={text}"
            found[f"/{name}-{language}.js"] = _page(_SCRIPT, text)
    return found


def _marks(language: str) -> wording.Words:
    notation = notation_of(language)
    return {
        "thousands": notation.thousands,
        "decimal": notation.decimal,
        "grouped_from": str(notation.grouped_from),
    }


def _made(folder: Path, path: str) -> str:
    kind, names = _FILES[path]
    text = "\n".join(_plain((folder / name).read_text(encoding="utf-8"), kind) for name in names)
    if kind == _HTML:
        return _SLOT.sub(lambda slot: html.escape(_SLOTS[slot[1]]()), text)
    return f"{_tokens()}\n{text}" if kind == _CSS else text


def _plain(text: str, kind: str) -> str:
    """A file without what only its readers need: indents, empty lines, comments of whole lines."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(
        line for line in lines if line and not (kind == _SCRIPT and line.startswith("//"))
    )


def _language_names() -> str:
    return "|".join(f"{code}={languages.own_name(code)}" for code in languages.LANGUAGES)


@cache
def in_every_language(text: str) -> str:
    """A phrase for somebody whose language nobody can know, in all that there are."""
    said = (in_words(text, languages.catalogue(code)) for code in languages.LANGUAGES)
    return " · ".join(dict.fromkeys(said))


def _noscript() -> str:
    return in_every_language(phrase("This page needs JavaScript to play."))


_SLOTS: dict[str, Callable[[], str]] = {"languages": _language_names, "noscript": _noscript}


def _tokens() -> str:
    """The colours of each look; the light ones are for the sun, and have 7:1 as they are."""
    parts = []
    for selector, when, name in _LOOKS:
        rule = f"{selector}{{{_worn(load(name))}}}"
        parts.append(f"@media {when}{{{rule}}}" if when else rule)
    return "\n".join(parts)


def _worn(theme: Theme) -> str:
    aliases = {"strip-ink": "ink_dark", "fuel-ink": "fuel"}
    # The tick on a plate: the sign's colours, whatever the plate has.
    ticks = ("#fff", "#171228") if theme.filled_plates else ("var(--ink)", "var(--card)")
    more = ";".join(f"--{name}:var(--{of})" for name, of in aliases.items())
    own = properties(theme, _COLOURS, _SUNRISE)
    star = "#fbe3b5" if theme.filled_plates else "transparent"
    return f"{own};{more};--star:{star};--check:{ticks[0]};--check-ink:{ticks[1]}"


def _page(kind: str, text: str) -> Page:
    body = text.encode()
    packed = gzip.compress(body, 9, mtime=0)
    return Page(
        kind,
        body,
        packed if len(packed) < 0.9 * len(body) else b"",
        f'"{blake2b(body, digest_size=9).hexdigest()}"',
    )
