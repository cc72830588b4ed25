"""Marked-up text of other programs as plain text, with what is lost by it."""

from __future__ import annotations

import re
from html import unescape

from game.phrase import phrase

BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre"}
)
SOUND_LOST = phrase("a sound is lost")
_EMBEDDED_LOST = phrase("something embedded is lost")
LOST = {
    "img": phrase("a picture is lost"),
    "audio": SOUND_LOST,
    "video": phrase("a film is lost"),
    "iframe": _EMBEDDED_LOST,
    "object": _EMBEDDED_LOST,
    "math": phrase("the layout of a formula is lost"),
    "svg": phrase("a drawing is lost"),
    "a": phrase("the address of a link is lost"),
}
UNSEEN = frozenset({"script", "style", "head", "title", "template"})
RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LOOKS_MARKED = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
ALT = re.compile(r"""\balt\s*=\s*(["'])(.*?)\1""", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r" ?\n ?")
_MANY_LINES = re.compile(r"\n{2,}")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")


def plain_html(text: str, *, lines: bool = False) -> tuple[str, tuple[str, ...]]:
    """The words of a text in HTML, and what cannot be kept of it, each named once.

    With `lines` an end of a line is one that shows, as it does where text and tags are mixed.
    """
    if "<" not in text and "&" not in text:
        return _neat(text if lines else text.replace("\n", " ")), ()
    words = _Words(lines)
    at = 0
    bare = _without_comments(text)
    for tag in _TAG.finditer(bare):
        words.said(bare[at : tag.start()])
        words.tag(tag[2].lower(), tag[3], closing=bool(tag[1]))
        at = tag.end()
    words.said(bare[at:])
    return _neat("".join(words.words)), tuple(dict.fromkeys(words.lost))


def plain_markdown(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of a text in Markdown, and what cannot be kept of it."""
    lost: list[str] = []

    def words(found: re.Match[str]) -> str:
        lost.append(LOST["img"] if found[1] else LOST["a"])
        return found[2]

    text = _LINK.sub(words, text)
    bare = _EMPHASIS.sub(r"\2", text)
    plain, more = plain_html(bare, lines=True)
    return plain, tuple(dict.fromkeys((*lost, *more)))


def looks_like_html(text: str) -> bool:
    """Whether a text that does not say how it is marked up has tags or entities in it."""
    return ("<" in text or "&" in text) and _LOOKS_MARKED.search(text) is not None


def _neat(text: str) -> str:
    one_spaced = _LINES.sub("\n", _SPACES.sub(" ", text))
    return _MANY_LINES.sub("\n", one_spaced).strip()


def _without_comments(text: str) -> str:
    """What stands outside of comments; one that is not closed is no comment."""
    kept: list[str] = []
    at = 0
    while (opens := text.find("<!--", at)) >= 0 and (closes := text.find("-->", opens)) >= 0:
        kept.append(text[at:opens])
        at = closes + 3
    return "".join((*kept, text[at:]))


class _Words:
    """Gathers the words between tags. Its time is linear, where that of the library's parser is
    not: tags that are opened and never closed cost it their number squared."""

    def __init__(self, lines: bool) -> None:
        self._lines = lines
        self.words: list[str] = []
        self.lost: list[str] = []
        self._unseen = 0
        self._shift: list[dict[int, int]] = []

    def tag(self, name: str, more: str, *, closing: bool) -> None:
        if name in BREAKS:
            self.words.append("\n")
        elif name in UNSEEN:
            self._unseen = max(0, self._unseen + (-1 if closing else 1))
        elif name in ("sup", "sub"):
            self._move(RAISED if name == "sup" else LOWERED, closing)
        elif name in ("td", "th"):
            self.words.append(" ")
        elif name in LOST and not closing:
            self.lost.append(LOST[name])
            found = ALT.search(more) if name == "img" else None
            said = unescape(found[2]).strip() if found else ""
            self.words.append(f" [{said}] " if said else "")

    def said(self, text: str) -> None:
        if self._unseen or not text:
            return
        words = unescape(text if self._lines else text.replace("\n", " "))
        if self._shift and all(ord(sign) in self._shift[-1] for sign in words.strip()):
            words = words.translate(self._shift[-1])
        self.words.append(words)

    def _move(self, to: dict[int, int], closing: bool) -> None:
        if not closing:
            self._shift.append(to)
        elif self._shift:
            self._shift.pop()
