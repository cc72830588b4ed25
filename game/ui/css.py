"""A theme as custom properties of CSS, for pages that look like the game."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.ui.theme import Colour, Theme

STAGES = ("rollout", "fuel", "check", "hold", "launch")
_WHITE: Colour = (255, 255, 255)


def code(colour: Colour) -> str:
    """A colour as CSS writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def properties(theme: Theme, colours: Iterable[str], sunrise: str) -> str:
    """The declarations of a theme: `--night` and so on for the colours that are named, the plates
    A to D with what stands on them, and a sky a stage. `sunrise` is size and place of its rings, as
    `radial-gradient` takes them."""
    found = {name.replace(".", "-"): code(theme.colour(name)) for name in colours}
    filled = theme.filled_plates
    found["plate-ink"] = code(theme.colour("ink_answer"))
    for letter in "ABCD":
        colour = theme.answer(letter)[0]
        found[letter] = code(colour)
        found[f"{letter}-plate"] = code(colour if filled else theme.colour("card"))
        found[f"{letter}-sign"] = code(_WHITE if filled else colour)
        found[f"{letter}-letter"] = code(colour if filled else theme.colour("ink_shape"))
    for stage in STAGES:
        found[f"sky-{stage}"] = _sky(theme.sky(stage), sunrise)
    return ";".join(f"--{name}:{value}" for name, value in found.items())


def _sky(stops: Sequence[Colour], sunrise: str) -> str:
    """The rings round the sunrise at the rocket's foot."""
    last = len(stops) - 1
    rings = ",".join(
        f"{code(colour)} {round(100 * at / last)}%" for at, colour in enumerate(reversed(stops))
    )
    return f"radial-gradient({sunrise},{rings})"
