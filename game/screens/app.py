"""The game in its window: the first picture at once, the pack behind it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from game import languages, paths
from game.screens.game import Game
from game.screens.kept import Keeper
from game.screens.loading import Loading
from game.screens.recent import Recent
from game.screens.trace import Trace
from game.ui.loop import Loop
from game.ui.scene import services
from game.ui.settings import SettingsFile, read
from game.ui.sound import Speakers
from game.ui.window import Window, WindowError

SETTINGS = "settings.json"
TITLE = "T-Minus"


def play(
    pack_folder: Path,
    *,
    data: Path | None = None,
    seed: int | None = None,
    language: str | None = None,
) -> int:
    """Open the game on a pack and play until the window is closed. The exit status comes back.

    `data` is the folder for what is kept, the user's own if None; `seed` makes rounds repeatable.
    1 where no window can be opened, 2 for a language that there is not; both with a sentence on
    standard error.
    """
    if language is not None and language not in languages.LANGUAGES:
        known = ", ".join(languages.LANGUAGES)
        print(f"There is no language {language!r}; there are {known}.", file=sys.stderr)
        return 2
    folder = data if data is not None else _data_folder()
    kept, damage = read(folder / SETTINGS)
    spoken = language or kept.language or languages.system_language()
    catalogue = languages.catalogue(spoken)

    file = SettingsFile(folder / SETTINGS, lambda sentence: print(sentence, file=sys.stderr))
    shared = services(catalogue=catalogue, sounds=Speakers(), settings=kept, keep=file.keep)
    try:
        window = Window(TITLE, shared.theme, full=kept.fullscreen)
    except WindowError as error:
        print(error, file=sys.stderr)
        return 1
    chosen = seed if seed is not None else time.time_ns()
    game = Game(
        shared=shared,
        loading=Loading(pack_folder, chosen, paths.cache(data)),
        keeper=Keeper(folder),
        trace=Trace.from_environment(),
        seed=chosen,
        today=time.strftime("%Y-%m-%d"),
        # A round that is to be the same again must not depend on those before.
        recent=Recent(folder if seed is None else None),
    )
    from game.screens.title import TitleScreen

    title = TitleScreen(game)
    if damage:
        print(damage, file=sys.stderr)
        say = catalogue.gettext
        shared.notice.show(say("The settings could not be read; the usual ones are used."))

    def after_first_picture() -> None:
        game.loading.begin()
        _offer(game)
        title.renew()

    try:
        Loop(shared, window).run(title, after_first_picture)
    finally:
        game.keeper.settle()
        game.recent.settle()
        file.close()
        window.close()
    return 0


def _offer(game: Game) -> None:
    """Look for a round that was left in the middle, and for what was asked before."""
    game.recent.load()
    try:
        game.left_over = game.keeper.take_up()
    except ValueError:
        say = game.shared.catalogue.gettext
        game.shared.notice.show(
            say("The round that was left cannot be read, so it is not offered.")
        )


def _data_folder() -> Path:
    import os

    named = os.environ.get("T_MINUS_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("t-minus", appauthor=False)
