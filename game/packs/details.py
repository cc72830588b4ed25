"""What facts and rows of tables say alike: their set, topic and picture."""

from __future__ import annotations

from typing import Any

from game.packs.findings import Findings, nearest
from game.packs.folder import Folder
from game.packs.model import Pack, Picture
from game.packs.origin import Origin
from game.reading.values import Text

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")


class DetailReader:
    """Judges details against one pack; `default_set` is the set of facts that name none."""

    def __init__(self, pack: Pack, folder: Folder, findings: Findings) -> None:
        self.default_set = next((one.id for one in pack.sets if one.chosen == "always"), "")
        self._folder = folder
        self._findings = findings
        self._sets = {one.id for one in pack.sets}
        self._topics = dict(pack.topics)

    def known(self, text: Text, key: str, file: str, path: object) -> None:
        """Note a set or a topic that pack.yaml does not have; other keys are let pass."""
        known = self._sets if key == "set" else self._topics if key == "topic" else None
        if known is None or text in known:
            return
        close = nearest(text, known)
        names = ", ".join(sorted(known)) or "there are none"
        self._findings.add(
            file,
            text,
            path,
            f"unknown-{key}",
            f"pack.yaml has no {key} '{text}'{close}",
            "" if close else f"its {key}s: {names}",
        )

    def picture(self, raw: dict[str, Any], origin: Origin) -> Picture | None:
        """A picture of the pack; None, with the reason noted, if it cannot be shown."""
        name: Text = raw["file"]
        target = self._folder.root / name
        path = f"{origin} picture"
        code, message, hint = "", "", ""
        if "\\" in name or not self._folder.holds(target):
            code, message = "outside", f"the picture '{name}' is outside the pack's folder"
            hint = "copy it into the pack and write its path with /"
        elif target.suffix.lower() not in _PICTURES:
            code, message = "no-picture", f"'{name}' is no kind of picture that is shown"
            hint = f"these are: {', '.join(_PICTURES)}"
        elif not target.is_file():
            code, message = "no-picture", f"there is no picture '{name}' in the pack"
        if code:
            self._findings.add(origin.file, name, path, code, message, hint)
            return None
        return Picture(str(name), str(raw["alt"]))
