"""Write the signs that the faces in assets/fonts have into game/packs/letters.py.

Run as `python tests/tools/letters.py` with fonttools installed, after the faces were made anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]

ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "game" / "packs" / "letters.py"


def drawn() -> list[tuple[int, int]]:
    """The signs that every face has, as first and last of each run."""
    faces = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))
    signs = set.intersection(*(set(TTFont(face, lazy=True).getBestCmap()) for face in faces))
    starts = sorted(sign for sign in signs if sign - 1 not in signs)
    ends = sorted(sign for sign in signs if sign + 1 not in signs)
    return list(zip(starts, ends, strict=True))


def main() -> None:
    text = MODULE.read_text(encoding="utf-8")
    runs = " ".join(
        f"{first:x}-{last:x}" if last > first else f"{first:x}" for first, last in drawn()
    )
    lines, line = [], ""
    for run in runs.split():
        if len(line) + len(run) > 85:
            lines.append(line)
            line = ""
        line += f"{run} "
    lines.append(line.rstrip())
    written = "\n".join(f'    "{line}"' for line in lines)
    MODULE.write_text(
        re.sub(r"(?<=_DRAWN = \(\n).*?(?=\n\)\n)", lambda _: written, text, flags=re.DOTALL),
        encoding="utf-8",
        newline="\n",
    )


if __name__ == "__main__":
    main()
