"""Takes the pictures of docs/authors.md from the real game; run it after its screens change."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame  # noqa: E402
from PIL import Image  # noqa: E402

from game.screens.shots import SHOTS  # noqa: E402
from game.screens.shots_workshop import opened  # noqa: E402
from game.screens.studio import Studio  # noqa: E402
from game.screens.workshop_edit import WorkshopEditScreen  # noqa: E402
from game.ui.settings import Settings  # noqa: E402
from game.workshop import drafts  # noqa: E402
from game.workshop.draft_command import draft_article  # noqa: E402

EXAMPLES = ROOT / "docs" / "examples"
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1280, 720)
SHOWN = (960, 540)


def main() -> int:
    """Draw each picture anew."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    studio = Studio(EXAMPLES / "caspian-sea", size=SIZE, settings=Settings(motion="none"))
    with tempfile.TemporaryDirectory() as folder:
        drafted = Path(folder) / "caspian-sea"
        draft_article(EXAMPLES / "caspian-sea.txt", drafted, as_programs=False)
        opened(studio, drafted).save(PICTURES / "author-drafts.png")
        edited = opened(studio, drafted, "e", drafting=lambda: drafts)
        screen = edited.scene
        assert isinstance(screen, WorkshopEditScreen)
        screen.wait()
        edited.step(0.2)
        edited.save(PICTURES / "author-edit.png")
    opened(studio, EXAMPLES / "caspian-sea", "down").save(PICTURES / "author-questions.png")
    opened(studio, EXAMPLES / "caspian-sea", "3").save(PICTURES / "author-round.png")
    for name, shot in (("choice", "author-question"), ("wrong", "author-explanation")):
        SHOTS[name](studio).save(PICTURES / f"{shot}.png")
    for path in sorted(PICTURES.glob("author-*.png")):
        with Image.open(path) as picture:
            picture.convert("RGB").resize(SHOWN).quantize(128).save(path, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
