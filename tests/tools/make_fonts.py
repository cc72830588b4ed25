"""Make the faces in assets/fonts from the variable Inter of the package `fontpkg-inter`.

Run as `python tests/tools/make_fonts.py [INTER.ttf]` with fonttools and fontpkg-inter installed.
pygame cannot set the axes of a variable font, so that each weight is cut here to a file of its own:
the display cut (optical size 32), and no more letters than the game can show.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.ttLib.tables.ttProgram import Program  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.varLib import instancer  # type: ignore[import-not-found,import-untyped,unused-ignore]

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
WEIGHTS = (500, 600, 700, 800)
OPTICAL_SIZE = 32

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x2BC]
CYRILLIC = [*range(0x400, 0x460), *range(0x490, 0x4A4), *range(0x4AE, 0x4BC), *range(0x4D8, 0x4EA)]
PUNCTUATION = [ord(c) for c in "‐‑‒–—―‘’‚“”„†•…‰′″‹›⁄\u2009\u200a\u202f\u2060"]
SIGNS = [ord(c) for c in "₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹₸€₽№™←↑→↓↔↕↗↵⌫⏎⇧✓✗×÷−≈≠≤≥∞√°²³½¼¾●■▲◆▼◀▶★"]


def _source() -> Path:
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    spec = importlib.util.find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        sys.exit("fontpkg-inter is not installed; give the path of Inter[opsz,wght].ttf")
    return Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf"


def _cut(source: Path, weight: int) -> TTFont:
    font = instancer.instantiateVariableFont(
        TTFont(source), {"opsz": OPTICAL_SIZE, "wght": weight}, updateFontNames=False
    )
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"])
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["STAT", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LATIN + CYRILLIC + PUNCTUATION + SIGNS)
    cutter.subset(font)
    font.recalcTimestamp = False
    _keep_outlines(font)
    return font


def _keep_outlines(font: TTFont) -> None:
    # FreeType hints by itself any font without a program of its own, and so bends the letters'
    # widths to whole pixels. A program that does nothing keeps them as they were drawn.
    program = Program()
    program.fromAssembly(["PUSHB[ ]", "0", "FDEF[ ]", "ENDF[ ]"])
    table = newTable("fpgm")
    table.program = program
    font["fpgm"] = table
    font["maxp"].maxFunctionDefs = 1
    font["maxp"].maxStackElements = max(font["maxp"].maxStackElements, 4)


def main() -> None:
    source = _source()
    FONTS.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        target = FONTS / f"inter-{weight}.ttf"
        _cut(source, weight).save(target)
        print(f"{target.name}: {target.stat().st_size // 1024} KB")
    licence = source.parents[1] / "LICENSE"
    if licence.is_file():
        (FONTS / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
