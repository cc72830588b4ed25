"""From the save of a fact to its picture in the workshop, beside reading and drawing alone."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from game import paths
from tests.bench.row import Row

SAVES = 7
FRAME_S = 1 / 60
SIZE = (1920, 1080)
_FACT = "facts/first-flights.yaml"
_WHY = "    why: "


def preview() -> Row:
    """A fact of the shipped pack saved again and again, as an editor does."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "baikonur"
        shutil.copytree(paths.default_pack(), pack)
        shown, floor = _measured(pack)
    name = "preview, from save to picture"
    return Row(name, shown, "s", "reading the pack and drawing alone", floor, shown / floor)


def _measured(pack: Path) -> tuple[float, float]:
    import pygame

    from game.packs.read import read_folder
    from game.screens.studio import Studio
    from game.screens.workshop_pack import WorkshopPackScreen
    from game.ui.pilot import Pilot

    pygame.display.init()
    pygame.display.set_mode((64, 64))
    studio = Studio(pack, size=SIZE)
    game = studio.game()
    screen = WorkshopPackScreen(game, pack)
    pilot = Pilot(game.shared, screen, SIZE)
    screen.watch.wait(judged=True)
    pilot.step(FRAME_S)
    pilot.picture()
    took, floors = [], []
    for turn in range(SAVES):
        text = (pack / _FACT).read_text(encoding="utf-8")
        first, _why, rest = text.partition(_WHY)
        begin = perf_counter()
        (pack / _FACT).write_text(f"{first}{_WHY}Save {turn}. {rest}", encoding="utf-8")
        while screen.told()["save"] != turn + 2:
            sleep(FRAME_S)
            pilot.step(FRAME_S)
            pilot.settle()
        pilot.picture()
        took.append(perf_counter() - begin)
        # The next save finds the thread still judging, as it does where an author saves often.
        begin = perf_counter()
        read_folder(pack)
        screen.redraw()
        pilot.picture()
        floors.append(perf_counter() - begin)
    screen.watch.end()
    return median(took), median(floors)
