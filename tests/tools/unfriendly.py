"""Writes the list of words that no name of a live class may have, as digests.

    python tests/tools/unfriendly.py kk < words.txt

One word a line; `=word` counts as a whole word alone, any other wherever it stands in a name. The
digests of the words are put to those that assets/names has for that language.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from game import paths  # noqa: E402
from game.live import names  # noqa: E402


def main() -> int:
    """Add what standard input lists to one language's file."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    path = paths.assets() / "names" / f"{sys.argv[1]}.txt"
    there = path.read_text(encoding="utf-8").split() if path.is_file() else []
    path.write_text("\n".join(sorted({*there, *names.listed(sys.stdin)})) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
