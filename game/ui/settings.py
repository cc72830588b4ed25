"""What a player has set, in a small JSON file that a damaged disk cannot turn into a crash."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, Self

from game.phrase import phrase
from game.system_errors import why
from game.ui.keys import Bindings, sound, sound_pad
from game.ui.reading import Wish

Motion = Literal["full", "reduced", "none"]
Answers = Literal["soon", "asked"]
_WORDS = {
    "motion": ("full", "reduced", "none"),
    "answers": ("soon", "asked"),
    "aloud": ("off", "asked", "always"),
}
_RANGES = {
    "volume": (0, 1),
    "music": (0, 1),
    "text_scale": (1, 2),
    "time_factor": (0, 3),
    "speed": (0.5, 3),
    "voice": (0, 1),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Volumes of sounds and of the music 0 to 1, text scale 1 to 2, time factor 1 to 3, 0 for none.

    `answers` says whether what one answers with shows soon after the question, or when it is
    asked for. `met_go` tells that GO was once explained, `seen_launches` whose launches were seen.
    `language` is a code such as "en"; empty means the system's. `captions` puts every sound into
    words. `mixed` lets questions in a pack's own language stand among those in `language`. `keys`
    are those that were changed, and `pad` the buttons of gamepads. `aloud` says whether screens are
    read aloud, at a `speed` (1 is usual) and a volume (`voice`, 0 to 1), by `voices`: pairs of a
    language and the name of the voice that was chosen for it.
    """

    mute: bool = False
    volume: float = 0.7
    music: float = 0.4
    text_scale: float = 1.0
    theme: str = "calm"
    motion: Motion = "full"
    time_factor: float = 1.0
    language: str = ""
    fullscreen: bool = False
    answers: Answers = "soon"
    met_go: bool = False
    seen_launches: tuple[str, ...] = ()
    captions: bool = False
    mixed: bool = False
    keys: Bindings = ()
    pad: Bindings = ()
    aloud: Wish = "asked"
    speed: float = 1.0
    voice: float = 1.0
    voices: tuple[tuple[str, str], ...] = ()

    def with_(self, **changes: Any) -> Self:
        """The same settings with some changed; numbers are brought into their ranges."""
        return replace(self, **_sound(changes))


def read(path: Path) -> tuple[Settings, str | None]:
    """The settings kept in a file, and a sentence if it was damaged and defaults stand in.

    A missing file is no damage. A damaged one is kept beside itself with `.damaged` at its end.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), _sentence(path, why(error))
    except UnicodeDecodeError:
        _set_aside(path)
        return Settings(), _sentence(path, phrase("it is not text in UTF-8"))
    import json  # costs milliseconds before the first picture, and is seldom needed then

    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        _set_aside(path)
        return Settings(), _sentence(path, phrase("it is not a JSON object"))
    known = {field.name for field in fields(Settings)}
    sound = _sound({name: value for name, value in kept.items() if name in known})
    bad = sorted(known & set(kept) - set(sound))
    said = _sentence(path, phrase("wrong values: {names}", names=", ".join(bad))) if bad else None
    return replace(Settings(), **sound), said


def write(path: Path, settings: Settings) -> None:
    """Keep the settings: the file is whole at any moment. Raises OSError when it cannot be."""
    import json

    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(asdict(settings), file, indent=2, sort_keys=True)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


class SettingsFile:
    """Keeps settings in a file behind the game's back: no picture waits for the disk."""

    def __init__(self, path: Path, on_trouble: Callable[[str], None]) -> None:
        """`on_trouble` gets one sentence, in the writing thread, when they cannot be kept."""
        self._path = path
        self._on_trouble = on_trouble
        self._newest: Settings | None = None
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None

    def keep(self, settings: Settings) -> None:
        """Write these settings soon; of several in a row only the last are sure to be written."""
        with self._lock:
            self._newest = settings
            if self._writer is None:
                self._writer = threading.Thread(target=self._write, name="settings")
                self._writer.start()

    def close(self) -> None:
        """Wait until everything is on the disk."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()

    def _write(self) -> None:
        while True:
            with self._lock:
                newest, self._newest = self._newest, None
                if newest is None:
                    self._writer = None
                    return
            try:
                write(self._path, newest)
            except OSError as error:
                told = phrase(
                    "The settings cannot be kept in {file}: {why}.",
                    file=self._path,
                    why=why(error),
                )
                self._on_trouble(told)


def _sound(values: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("mute", "fullscreen", "met_go", "captions", "mixed"):
            if isinstance(value, bool):
                kept[name] = value
        elif name in _RANGES:
            if isinstance(value, int | float) and not isinstance(value, bool):
                low, high = _RANGES[name]
                # The order of min and max also turns NaN into the lowest value.
                kept[name] = float(max(low, min(high, value)) if value == value else low)
        elif name == "seen_launches":
            if isinstance(value, list | tuple):
                kept[name] = tuple(sorted({each for each in value if isinstance(each, str)}))
        elif name == "keys":
            if isinstance(value, list | tuple):
                kept[name] = sound(value)
        elif name == "pad":
            if isinstance(value, list | tuple):
                kept[name] = sound_pad(value)
        elif name == "voices":
            if isinstance(value, list | tuple):
                kept[name] = _pairs(value)
        elif name in _WORDS:
            if value in _WORDS[name]:
                kept[name] = value
        elif isinstance(value, str):
            kept[name] = value
    return kept


def _pairs(values: Iterable[object]) -> tuple[tuple[str, str], ...]:
    """The pairs of texts among some values, the last of those that begin alike."""
    pairs = [tuple(each) for each in values if isinstance(each, list | tuple) and len(each) == 2]
    found = {a: b for a, b in pairs if isinstance(a, str) and isinstance(b, str)}
    return tuple(sorted(found.items()))


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError:
        return


def _sentence(path: Path, reason: str) -> str:
    return phrase(
        "The settings in {file} could not be read ({why}); the usual ones are used.",
        file=path,
        why=reason,
    )
