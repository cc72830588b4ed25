"""The page as one file: its template with style, script and data in it, and what it may load."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence

from game import __version__, paths
from game.packs.model import Pack
from game.ui.art.ornament import horn
from game.ui.css import code, properties
from game.ui.geometry import Point
from game.ui.scene import Catalogue
from game.ui.theme import Theme, load
from game.workshop.html.data import page_data
from game.workshop.html.rounds import Flight

_THEMES = ("calm", "light_aaa")
"""The looks of a dark and of a light page."""

_SCRIPTS = ("tools", "parting", "sounds", "judge", "drawing", "answers", "round", "after")
"""The parts of the script, each of which uses those before it when it is read."""

_COLOURS = (
    *("night", "amber", "sand", "steppe", "steppe_far", "ink", "ink_dim", "card", "quiet", "nogo"),
    *("strip", "line", "ornament", "fuel", "fuel_seam", "hollow", "mast", "focus"),
)
_SUNRISE = "ellipse 95vmax 58vmax at 84% 91%"
_SLOT = re.compile(r"@@(\w+)@@")
_ESCAPED = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def page(pack: Pack, flown: Sequence[Flight], catalogue: Catalogue, language: str) -> bytes:
    """The file. The same rounds give the same bytes.

    Whatever the pack says stands in it as data, which the script only ever sets as text; the page
    may load nothing, and runs no script and no style but its own, by their hashes.
    """
    dark, light = (load(name) for name in _THEMES)
    style = f"{_tokens(dark, light)}\n{_file('page.css')}"
    script = "\n".join(_file(f"{name}.js") for name in _SCRIPTS)
    upper, lower = _horns()
    slots = {
        "language": html.escape(language),
        "policy": html.escape(_policy(style, script)),
        "generator": html.escape(f"T-Minus {__version__}"),
        "title": html.escape(f"{pack.title} · T-Minus"),
        "noscript": html.escape(catalogue.gettext("This page needs JavaScript to play.")),
        "style": style,
        "script": script,
        "horn": upper,
        "horn2": lower,
        "data": _as_json(page_data(pack, flown, catalogue, language, (dark, light))),
    }
    return _filled(_file("page.html"), slots).encode()


def _file(name: str) -> str:
    """A file of the page without what only its readers need: indents, empty lines, comments."""
    text = (paths.assets() / "page" / name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _filled(template: str, slots: Mapping[str, str]) -> str:
    """The template with all slots filled at once, so that nothing in one is taken for another."""
    return _SLOT.sub(lambda found: slots[found[1]], template)


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _as_json(data: object) -> str:
    """JSON that ends no script and opens no tag, whatever texts are in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPED.get(letter, letter) for letter in text)


def _tokens(dark: Theme, light: Theme) -> str:
    """The colours of both looks as properties."""
    return (
        f":root{{color-scheme:dark light;{_properties(dark)}}}\n"
        f"@media (prefers-color-scheme:light){{:root{{{_properties(light)}}}}}"
    )


def _properties(theme: Theme) -> str:
    more = {"primary": "fuel", "primary_ink": "ink_dark", "strip_ink": "ink_dark"}
    more["pit-earth"] = "steppe"
    aliases = ";".join(f"--{name}:{code(theme.colour(of))}" for name, of in more.items())
    return f"{properties(theme, _COLOURS, _SUNRISE)};{aliases}"


def _horns() -> tuple[str, str]:
    """The two lines of a card's corner."""
    return (
        _d([(128.0, 2.0), *((x + 2, y + 2) for x, y in horn((36.0, 0.0), 180, -1, 15.5))]),
        _d([(2.0, 94.0), *((x + 2, y + 2) for x, y in horn((0.0, 34.0), 270, 1, 15.5))]),
    )


def _d(points: Sequence[Point]) -> str:
    return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
