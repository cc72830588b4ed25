"""The page about sharing names every rule and limit that there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from game import paths
from game.packs import drawings, folder, pictures
from game.packs.read import MAX_ANSWERS
from game.reading import plain_text, skim
from game.workshop import archive, examine, names
from tests.workshop.attacks import every

ROOT = paths.HERE.parent
PAGE = (ROOT / "docs" / "sharing.md").read_text("utf-8")
SOURCES = (
    *(ROOT / "game" / "workshop" / f"{name}.py" for name in ("archive", "bundle", "examine")),
    *(ROOT / "game" / "workshop" / f"{name}.py" for name in ("install", "listing", "names")),
    ROOT / "game" / "workshop" / "signature.py",
    ROOT / "game" / "packs" / "pictures.py",
    ROOT / "game" / "packs" / "drawings.py",
)
# An error of the pack itself has the code that `check` gives it.
OF_CHECK = {
    "wrong-type",
    "surprise",
    "cut-by-comment",
    "duplicate-key",
    "unknown-source",
    "bad-language",
}


def codes() -> set[str]:
    raised = re.compile(r'(?:Refused|_refused|_Wrong|BadDrawing)\(\s*"([a-z0-9-]+)"')
    found = {code for path in SOURCES for code in raised.findall(path.read_text("utf-8"))}
    return found | {"other-key", "no-signature"}


def named() -> set[str]:
    rows = [line.split("|")[1] for line in PAGE.split("\n") if line.startswith("| `")]
    last = PAGE[PAGE.rindex("`bundle` refuses by") :]
    return {
        code for row in [*rows, last] for code in re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`", row)
    }


def test_every_rule_has_its_place_on_the_page() -> None:
    assert codes() - named() == set()
    assert {attack.rule for attack in every()} - named() == OF_CHECK


def test_the_page_names_no_rule_that_there_is_not() -> None:
    looked_through = set(re.findall(r'"([a-z-]+)"', Path(skim.__file__).read_text("utf-8")))
    assert named() - codes() - looked_through - {"bundle", "check"} == set()


def test_the_page_has_the_limits_that_hold() -> None:
    limits = (
        *(folder.MAX_PACK_BYTES, archive.MAX_ENTRIES, plain_text.MAX_BYTES, skim.MAX_LINES),
        *(examine.MAX_VALUES, pictures.MAX_BYTES, pictures.MAX_SIDE, pictures.MAX_PIXELS),
        *(drawings.MAX_BYTES, names.MAX_NAME, MAX_ANSWERS, skim.MAX_TEXT),
    )
    assert [limit for limit in limits if f"{limit:,}" not in PAGE] == []
    assert f"at most {names.MAX_FOLDERS} deep" in PAGE
