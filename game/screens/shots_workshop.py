"""Pictures of the workshop: all packs, one with its sheets, a broken one, a question tried."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.screens.studio import Studio
from game.screens.workshop import WorkshopScreen
from game.screens.workshop_drafts import Drafting
from game.screens.workshop_edit import WorkshopEditScreen
from game.screens.workshop_pack import WorkshopPackScreen
from game.screens.workshop_wording import Keys, Wording
from game.ui.pilot import Pilot

MANIFEST = """\
format: 1
id: first-pack
version: 1.0.0
language: en
title: My first pack
from: From an atlas
licence: CC BY 4.0
authors: [Ann Author]
sources:
  atlas:
    title: The Atlas
    publisher: A press
    kind: a book
    date: undated
    paragraphs: 14
    file: atlas.txt
sets:
  first: {title: First, age: 10, chosen: always}
topics:
  rivers: Rivers
"""
FACTS = """\
set: first
topic: rivers
level: 1

facts:
  - id: longest
    fact: The Long River is {6,650 km} long.
    ask: How long is the Long River?
    from: atlas 3
  - id: source
    fact: The Long River comes from the {Blue Lake}.
    ask: Where does the Long River come from?
    from: atlas 4
"""
DRAFTS = f"""\
{FACTS}
  - id: crossing
    fact: Ada Byrd swam across the Long River in {{1957}}.
    ask: In which year did Ada Byrd swim across the Long River?
    from: atlas 2
    draft: true
  - id: name
    fact: The Long River has its name from the {{Ostyak people}}.
    ask: From whom does the Long River have its name?
    from: atlas 5
    draft: true
"""
ARTICLE = (
    "The Long River.",
    "In 1957 a swimmer called Ada Byrd crossed the Long River for the first time, in a little over "
    "six hours, and said that the water was warmer than at home.",
)
BROKEN = FACTS.replace("    ask: Where", "    aks: Where")
WRITTEN = ("first-pack", "My first pack", "From an atlas", "Ann Author", "facts/first.yaml")
"""What stands in the files of authors, and so is in no catalogue."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A text of a draft, and the keys that lead to it."""

    keys: Keys
    text: str


class Untouched:
    """Drafts that nobody changes while a picture is taken."""

    def accept(self, folder: Path, fact_id: str, /) -> None:
        """Leave it as it is."""

    def drop(self, folder: Path, fact_id: str, /) -> None:
        """Leave it as it is."""

    def text_of(self, _folder: Path, _fact_id: str, /) -> str:
        """No text: nothing is ever put back."""
        return ""

    def make_draft(self, folder: Path, fact_id: str, /) -> None:
        """Leave it as it is."""

    def fact_before(self, _folder: Path, _fact_id: str, /) -> str:
        """None: nothing is ever put back."""
        return ""

    def put_back(self, folder: Path, name: str, fact_id: str, text: str, behind: str, /) -> None:
        """Leave all as it is."""

    def edit(self, folder: Path, fact_id: str, text: str, /) -> None:
        """Leave it as it is."""

    def wording(self, _folder: Path, _fact_id: str, /) -> Sequence[Wording]:
        """What stands in the file of the first draft."""
        return (
            Worded(("ask",), "In which year did Ada Byrd swim across the Long River?"),
            Worded(("fact",), "Ada Byrd swam across the Long River in {1957}."),
            Worded(("why",), ""),
        )

    def reword(self, _folder: Path, fact_id: str, _texts: Sequence[tuple[Keys, str]], /) -> str:
        """Leave it as it is."""
        return fact_id


def opened(
    studio: Studio,
    folder: Path,
    *keys: str,
    drafting: Callable[[], Drafting] = Untouched,
) -> Pilot:
    """The sheets of a pack, once all its questions were judged."""
    game = studio.game()
    game.drafting = drafting
    screen = WorkshopPackScreen(game, folder)
    pilot = Pilot(game.shared, screen, studio.size)
    screen.watch.wait(judged=True)
    screen.watch.end()
    pilot.step(0.1)
    pilot.press(*keys)
    return pilot


def pack_in(folder: Path, facts: str = FACTS, article: Sequence[str] = ()) -> Path:
    """Write a small pack into a folder, and beside it the article that it cites; the folder comes
    back."""
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "facts" / "first.yaml").write_text(facts, encoding="utf-8")
    if article:
        beside = paths.sources_beside(folder)
        beside.mkdir(exist_ok=True)
        (beside / "atlas.txt").write_text("\n".join(article), encoding="utf-8")
    return folder


def _list(studio: Studio) -> Pilot:
    game = studio.game()
    game.shelf.wait()
    screen = WorkshopScreen(game)
    pilot = Pilot(game.shared, screen, studio.size)
    screen.wait()
    pilot.step(0.2)
    return pilot


def _shipped(*keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        return opened(studio, paths.default_pack(), *keys)

    return take


def _small(facts: str, *keys: str) -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        folder = Path(tempfile.mkdtemp(prefix="t-minus-")) / "first-pack"
        try:
            return opened(studio, pack_in(folder, facts, ARTICLE), *keys)
        finally:
            shutil.rmtree(folder.parent)

    return take


def _yields(studio: Studio) -> Pilot:
    large = studio.settings.text_scale > 1.2
    pilot = _small(FACTS, "down", *(("enter",) if large else ()))(studio)
    screen = pilot.scene
    assert isinstance(screen, WorkshopPackScreen)
    while screen.told()["card"] != screen.told()["cards"] - 1:  # type: ignore[operator]
        screen.next()
        screen.settle()
    return pilot


def _edited(year: str = "") -> Callable[[Studio], Pilot]:
    def take(studio: Studio) -> Pilot:
        pilot = _small(DRAFTS, "e")(studio)
        edited = pilot.scene
        assert isinstance(edited, WorkshopEditScreen)
        edited.wait()
        pilot.step(0.1)
        if year:
            pilot.press("tab")
            pilot.press("a", ctrl=True)
            pilot.type(year)
        return pilot

    return take


WORKSHOP: dict[str, Callable[[Studio], Pilot]] = {
    "workshop": _list,
    "workshop-questions": _shipped("down"),
    "workshop-problem": _small(BROKEN),
    "workshop-yields": _yields,
    "workshop-round": _shipped("3"),
    "workshop-no-round": _small(FACTS, "3"),
    "workshop-draft": _small(DRAFTS),
    "workshop-edit": _edited(),
    "workshop-edit-doubt": _edited("1958"),
    "workshop-empty": _small("facts: []\n"),
}
