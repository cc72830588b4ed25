"""The look as data: colours, type, skies and measures from one file in assets/themes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from game.paths import assets

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind of text is set. Sizes and tracking in grid units, `line` in sizes.

    `min_size` is the floor that text is fitted down to; `measure` is the most characters that a
    line may hold, 0 for no limit.
    """

    size: float
    weight: int
    tracking: float = 0.0
    line: float = 1.2
    min_size: float = 28.0
    measure: int = 0


class Theme:
    """One look. Asking for a name that the theme lacks raises KeyError with that name."""

    def __init__(self, tokens: dict[str, Any]) -> None:
        self._tokens = tokens
        self._colours = dict(_flat_colours(tokens["colour"]))
        self._styles = {name: _style(entry) for name, entry in tokens["type"].items()}
        self._numbers = {name: float(value) for name, value in tokens["number"].items()}
        self._answers = {
            letter: (parse_colour(entry["colour"]), str(entry["shape"]))
            for letter, entry in tokens["answers"].items()
        }
        self._skies = {
            stage: tuple(parse_colour(stop) for stop in stops)
            for stage, stops in tokens["sky"].items()
        }

    @cached_property
    def name(self) -> str:
        return str(self._tokens["name"])

    @cached_property
    def filled_plates(self) -> bool:
        """Whether an answer plate is filled with its colour, or white with a coloured edge."""
        return bool(self._tokens["plates"] == "filled")

    def colour(self, name: str) -> Colour:
        """A colour by its name; those of the rocket are "rocket.light" and so on."""
        return self._colours[name]

    def colours(self) -> tuple[str, ...]:
        return tuple(self._colours)

    def style(self, name: str) -> TypeStyle:
        return self._styles[name]

    def styles(self) -> tuple[str, ...]:
        return tuple(self._styles)

    def number(self, name: str) -> float:
        return self._numbers[name]

    def sky(self, stage: str) -> tuple[Colour, ...]:
        """The stops of a stage's sky, outermost first."""
        return self._skies[stage]

    def answer(self, letter: str) -> tuple[Colour, str]:
        """Colour and shape of the answer A, B, C or D; E and on begin again with A's."""
        letters = tuple(self._answers)
        return self._answers[letters[(ord(letter.upper()) - ord("A")) % len(letters)]]


@lru_cache(maxsize=8)
def load(name: str = "calm") -> Theme:
    """Read a theme by name. Raises FileNotFoundError when assets/themes has no such file.

    A theme that is `like` another takes from it what it does not say itself.
    """
    tokens = _read(name)
    if "like" in tokens:
        other = _read(tokens["like"])
        for table in ("colour", "sky", "answers", "type", "number"):
            tokens[table] = {**other[table], **tokens.get(table, {})}
    return Theme(tokens)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((assets() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """Every theme there is, by name."""
    return tuple(sorted(path.stem for path in (assets() / "themes").glob("*.toml")))


def parse_colour(text: str) -> Colour:
    """Read "#RRGGBB"."""
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The colour between two: `share` 0 gives the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _flat_colours(table: dict[str, Any]) -> list[tuple[str, Colour]]:
    flat: list[tuple[str, Colour]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            flat += [(f"{name}.{inner}", parse_colour(text)) for inner, text in value.items()]
        else:
            flat.append((name, parse_colour(value)))
    return flat


def _style(entry: dict[str, Any]) -> TypeStyle:
    size = float(entry["size"])
    return TypeStyle(
        size=size,
        weight=int(entry["weight"]),
        tracking=float(entry.get("tracking", 0)),
        line=float(entry.get("line", 1.2)),
        min_size=float(entry.get("min", size)),
        measure=int(entry.get("measure", 0)),
    )
