"""What an author has yet to fill in: `draft` and `import` write it, and `bundle` refuses it."""

from __future__ import annotations

from game.packs.findings import Findings
from game.packs.manifest import FILE
from game.packs.model import Pack, Place
from game.phrase import phrase

_WORDS = frozenset(
    (
        *("", "-", "?", "none", "no", "tbd", "todo", "unknown", "not known"),
        *("неизвестно", "неизвестен", "неизвестны", "неизвестна", "нет"),
        *("белгісіз", "беймәлім", "жоқ"),
    )
)


def is_unknown(text: str) -> bool:
    """Whether a value of pack.yaml says only that nobody has filled it in."""
    return text.strip().casefold() in _WORDS


def note_unknown(pack: Pack, findings: Findings) -> None:
    """Note each source without a publisher, and a pack without authors or a licence."""
    for source in pack.sources:
        if is_unknown(source.publisher):
            _note(
                findings,
                source.place,
                f"sources.{source.id}.publisher",
                "no-publisher",
                phrase("nobody is named who published the source"),
                phrase("say who published the source"),
            )
    if any(map(is_unknown, pack.authors)):
        message = phrase("the pack does not say who wrote it")
        hint = phrase("write your name there")
        _note(findings, findings.place_of(FILE, "authors"), "authors", "no-authors", message, hint)
    if is_unknown(pack.licence):
        message = phrase("the pack does not say what others may do with it")
        hint = phrase("write licence: CC BY 4.0, or another that its sources allow")
        _note(findings, findings.place_of(FILE, "licence"), "licence", "no-licence", message, hint)


def _note(findings: Findings, place: Place, path: str, code: str, message: str, hint: str) -> None:
    hint = phrase("{hint}: bundle asks for it", hint=hint)
    findings.add_at(place, path, code, message, hint, "note")
