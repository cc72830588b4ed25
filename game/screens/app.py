"""The game in its window: the first picture at once, the pack behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from game import languages, paths
from game.screens.choice import Choice, LastChoice
from game.screens.class_rules import ClassRules
from game.screens.game import Game
from game.screens.kept import Keeper
from game.screens.last_class import LastClass
from game.screens.loading import Loading
from game.screens.logbook import Logbook
from game.screens.own_packs import OwnPacks
from game.screens.recent import Recent
from game.screens.screen import Screen
from game.screens.shelf import Shelf, every_folder
from game.screens.trace import Trace
from game.ui import flips
from game.ui.loop import Loop
from game.ui.narrator import Narrator
from game.ui.scene import services
from game.ui.settings import SettingsFile, read
from game.ui.sound import Speakers
from game.ui.speech import Speech
from game.ui.voice_system import SystemVoice
from game.ui.window import Window, WindowError

if TYPE_CHECKING:
    from game.screens.workshop_drafts import Drafting

SETTINGS = "settings.json"
TITLE = "T-Minus"


def play(
    pack_folder: Path | None = None,
    *,
    data: Path | None = None,
    seed: int | None = None,
    language: str | None = None,
    preview: bool = False,
    live: bool = False,
    drafting: Callable[[], Drafting] | None = None,
    tidy: Callable[[Path], None] = lambda _folder: None,
) -> int:
    """Open the game and play until the window is closed. The exit status comes back.

    It opens on the pack of that folder, on the one that was chosen last if None. A `preview` opens
    on what the workshop shows of that pack, be it one that cannot be read; `live` opens the doors
    of a live class. `tidy` throws away what has had its day in the
    folder of what is kept, in a thread. `drafting` brings what changes drafts in their files.

    `data` is the folder for what is kept, the user's own if None; `seed` makes rounds repeatable.
    1 where no window can be opened, 2 for a language that there is not; both with a sentence on
    standard error.
    """
    if language is not None and language not in languages.LANGUAGES:
        languages.tell(languages.unknown(language))
        return 2
    folder = paths.data(data)
    kept, damage = read(folder / SETTINGS)
    spoken = language or kept.language or languages.system_language()
    catalogue = languages.catalogue(spoken)

    file = SettingsFile(folder / SETTINGS, languages.tell)
    narrator = Narrator(SystemVoice(Speech()))
    shared = services(
        catalogue=catalogue, sounds=Speakers(), settings=kept, keep=file.keep, narrator=narrator
    )
    known_way = flips.use_what_was_found(folder)
    try:
        window = Window(TITLE, shared.theme, full=kept.fullscreen)
    except WindowError as error:
        languages.tell(str(error))
        return 1
    seeded = seed if seed is not None else time.time_ns()
    last = LastChoice(folder)
    first = pack_folder if pack_folder is not None else paths.default_pack()
    own = OwnPacks(folder)
    folders = every_folder(folder, first, own.folders())
    if pack_folder is not None and pack_folder not in every_folder(folder, paths.default_pack()):
        own.opened(pack_folder)
    shelf = Shelf(folders, paths.cache(data), spoken)
    choice = _choice(last.take_up(), pack_folder)
    if live:
        choice = choice.played_by("phones")
    game = Game(
        shared=shared,
        loading=Loading(
            shelf.find(choice.pack) or first, seeded, paths.cache(data), spoken, kept.mixed
        ),
        keeper=Keeper(folder),
        trace=Trace.from_environment(),
        seed=seeded,
        today=time.strftime("%Y-%m-%d"),
        # A round that is to be the same again must not depend on those before.
        recent=Recent(folder if seed is None else None),
        class_rules=ClassRules(folder),
        choice=choice,
        last_choice=last,
        shelf=shelf,
        last_class=LastClass(folder),
        logbook=Logbook(folder),
        drafting=drafting,
    )
    title = _first_screen(game, first, preview)
    if damage:
        languages.tell(damage)
        say = catalogue.gettext
        shared.notice.show(say("The settings could not be read; the usual ones are used."))

    def after_first_picture() -> None:
        if preview:
            return
        game.loading.begin()
        game.shelf.begin(after=game.loading.wait)
        _offer(game)
        Thread(target=_tidied, args=(game, folder, tidy), name="tidy", daemon=True).start()
        title.renew()
        if live:
            _fly(title)

    try:
        Loop(shared, window).run(title, after_first_picture)
    finally:
        narrator.voice.close()
        game.keeper.settle()
        game.recent.settle()
        game.class_rules.settle()
        own.settle()
        game.last_choice.settle()
        game.last_class.settle()
        game.logbook.settle()
        if game.hosting is not None:
            game.hosting.host.wait()
        file.close()
        if not known_way:
            flips.find_out(folder)
        window.close()
    return 0


def _first_screen(game: Game, pack: Path, preview: bool) -> Screen:
    if preview:
        from game.screens.workshop_pack import WorkshopPackScreen

        return WorkshopPackScreen(game, pack, alone=True)
    from game.screens.title import TitleScreen

    return TitleScreen(game)


def _tidied(game: Game, folder: Path, tidy: Callable[[Path], None]) -> None:
    game.loading.wait()
    tidy(folder)


def _fly(title: Screen) -> None:
    from game.screens.title import TitleScreen

    if isinstance(title, TitleScreen):
        title.fly()


def _choice(kept: Choice, folder: Path | None) -> Choice:
    """What was chosen last, unless it was about another pack than the one that is asked for."""
    if folder is None or folder.name == kept.pack:
        return kept
    return replace(kept, pack=folder.name, title="", sets=None)


def _offer(game: Game) -> None:
    """Look for a round that was left in the middle, and for what was asked before."""
    game.recent.load()
    game.last_class.look(after=game.loading.wait)
    if game.logbook.exists:
        game.logbook.begin(after=game.loading.wait)
        game.logbook.follow(lambda: game.loading.result, game.choice.sets)
    try:
        game.left_over = game.keeper.take_up()
    except ValueError:
        say = game.shared.catalogue.gettext
        game.shared.notice.show(
            say("The round that was left cannot be read, so it is not offered.")
        )
