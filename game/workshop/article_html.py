"""The main text of a page of HTML: paragraphs and headings, without menus, scripts and footers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from game.workshop.formats.decoding import BOMS, decoded

_BLOCK_TAGS = (
    "p h1 h2 h3 h4 h5 h6 li blockquote td th dt dd figcaption caption pre div section article main "
    "body tr table ul ol dl br hr address summary details"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SKIPPED_TAGS = (
    "script style nav footer aside form noscript template svg math button select iframe object "
    "canvas audio video dialog menu label textarea"
)
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_SKIPPED_WORDS = re.compile(
    r"(?i)(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|share|sharing|social|"
    r"comments?|related|sidebar|footer|advert\w*|ads?|promo|newsletter|subscribe|toc|pager|"
    r"pagination|popup|modal|banner|tags)(?:$|[-_ ])"
)
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})")
_CELLS = frozenset(("td", "th"))
_SITE = re.compile(r"(.+) [|·–—-] (?:[^\s|·–—]+ ?){1,4}$")
BETWEEN_CELLS = " | "
LEAST_TITLE_WORDS = 3
MAX_DEPTH = 2_000
LEAST_MAIN = 200
"""Characters that a main part must have to be taken for one."""


def main_text(data: bytes) -> tuple[str, list[str]]:
    """The title and the paragraphs of a page."""
    text = _decoded(data)
    for careful in (True, False):
        reader = _Reader(careful)
        reader.feed(text)
        reader.close()
        reader.flush()
        title, found = reader.found()
        if found:
            return title, found
    return title, []


def _decoded(data: bytes) -> str:
    if not any(data.startswith(mark) for mark, _ in BOMS):
        match = _CHARSET.search(data[:4096])
        if match:
            try:
                return data.decode(match[1].decode("ascii"), "replace")
            except LookupError:
                pass
    return decoded(data)[0]


class _Reader(HTMLParser):
    """Collects text by blocks; what stands in <article> or <main> is kept apart."""

    def __init__(self, careful: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._careful = careful
        self._open: list[tuple[str, bool]] = []
        self._skipping = 0
        self._inside_main = 0
        self._words: list[str] = []
        self._title: list[str] = []
        self._heading = ""
        self._headings: list[str] = []
        self._block = ""
        self._all: list[str] = []
        self._main: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLS and _goes_on(self._words):
            self._words.append(BETWEEN_CELLS)
        elif tag in _BLOCKS:
            self.flush()
            self._block = tag
        if tag in _VOID or len(self._open) >= MAX_DEPTH:
            return
        skips = tag in _SKIPPED or (self._careful and _is_furniture(tag, dict(attrs)))
        self._open.append((tag, skips))
        self._skipping += skips
        self._inside_main += tag in ("article", "main")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS and tag not in _CELLS:
            self.flush()
        if all(name != tag for name, _ in self._open[-60:]):
            return
        while self._open:
            name, skipped = self._open.pop()
            self._skipping -= skipped
            self._inside_main -= name in ("article", "main")
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title":
            self._title.append(data)
        elif self._skipping and self._open[-1][0] == "h1":
            at = 0 if self._inside_main else len(self._headings)
            self._headings.insert(at, " ".join(data.split()))
        elif not self._skipping:
            self._words.append(data)

    def flush(self) -> None:
        """End the paragraph that is being read."""
        text = " ".join("".join(self._words).split()).removesuffix(BETWEEN_CELLS.rstrip()).rstrip()
        self._words.clear()
        if not text:
            return
        if self._block == "h1" and not self._heading:
            self._heading = text
        self._all.append(text)
        if self._inside_main:
            self._main.append(text)

    def found(self) -> tuple[str, list[str]]:
        """The title, and the paragraphs of the main part, or of all if it has none."""
        named = " ".join("".join(self._title).split())
        # The heading of a page's head may be the site's name; the article's stands in the title.
        told = (one for one in self._headings if len(one.split()) > 1 and one in named)
        title = self._heading or next(told, "") or _without_site(named)
        enough = sum(map(len, self._main)) >= LEAST_MAIN
        return title, self._main if enough else self._all


def _goes_on(words: list[str]) -> bool:
    """Whether a cell belongs to a row of short ones, and to no page set in a table."""
    text = "".join(words).rstrip()
    return bool(text) and text[-1] not in ".!?…:" and len(text) < LEAST_MAIN


def _without_site(title: str) -> str:
    """The title of a page without the name of its site behind it, where enough is left."""
    match = _SITE.match(title)
    return match[1] if match and len(match[1].split()) >= LEAST_TITLE_WORDS else title


def _is_furniture(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag in ("body", "html", "main", "article"):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") in ("navigation", "banner", "contentinfo", "search", "menu"):
        return True
    if tag == "header":
        return True
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return _SKIPPED_WORDS.search(words[:300]) is not None
