"""What facts and rows of tables say alike: their set, topic and picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.packs.answers import texts_of
from game.packs.figures import figures
from game.packs.findings import Findings, nearest
from game.packs.folder import Folder
from game.packs.model import Draw, Pack, Picture
from game.packs.origin import Origin
from game.packs.pictures import MAX_BYTES, SUFFIXES, judge_picture
from game.phrase import phrase
from game.reading.values import Text


class DetailReader:
    """Judges details against one pack; `default_set` is the set of facts that name none."""

    def __init__(self, pack: Pack, folder: Folder, findings: Findings) -> None:
        self.default_set = next((one.id for one in pack.sets if one.chosen == "always"), "")
        self._language = pack.language
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
        names = ", ".join(sorted(known)) or phrase("there are none")
        if key == "set":
            message = phrase("pack.yaml has no set '{text}'{close}", text=text, close=close)
            there = phrase("its sets: {names}", names=names)
        else:
            message = phrase("pack.yaml has no topic '{text}'{close}", text=text, close=close)
            there = phrase("its topics: {names}", names=names)
            if not known:
                written = f"topics: {{{text}: {text.capitalize()}}}"
                there = phrase("write it into pack.yaml: {written}", written=written)
        self._findings.add(file, text, path, f"unknown-{key}", message, "" if close else there)

    def picture(
        self, raw: dict[str, Any], origin: Origin, names: Sequence[str], key: str = ""
    ) -> Picture | None:
        """A picture; None, with the reason noted, if it cannot be shown.

        `names` are those of the fact's answers. `key` is a row's: it names the figure of the row
        where the table draws one for each, and a row that has no figure has no picture.
        """
        if ("file" in raw) == ("draw" in raw):
            message = phrase("a picture has either a file or a figure that is drawn")
            hint = phrase("write file: or draw:, not both")
            self._wrong(raw, origin, "no-picture", message, hint)
            return None
        asks = texts_of(raw.get("ask"))
        answer = self._asked(raw, origin, names, key) if asks else ""
        if "draw" in raw:
            of = str(raw.get("of", key))
            if not self._is_figure(raw, of, origin, key):
                return None
            alt = str(raw.get("alt", figures(_draw(raw), self._language)[of]))
            return Picture("", alt, _draw(raw), of, asks=asks, answer=answer)
        if "alt" not in raw:
            message = phrase("a picture needs words for who cannot see it")
            self._wrong(raw, origin, "no-alt", message, phrase("write them under alt:"))
        file = self._file(raw["file"], origin)
        return Picture(file, str(raw.get("alt", "")), asks=asks, answer=answer) if file else None

    def _is_figure(self, raw: dict[str, Any], of: str, origin: Origin, key: str) -> bool:
        there = figures(_draw(raw), self._language)
        if of in there or ("of" not in raw and key):
            return of in there
        names = ", ".join(sorted(there))
        where = raw.get("of", raw)
        close = nearest(of, there)
        if of:
            draw = raw["draw"]
            message = phrase("there is no {draw} of '{of}'{close}", draw=draw, of=of, close=close)
        else:
            message = phrase("the picture does not say of what it is")
        hint = "" if close else phrase("write one of these under of: {names}", names=names)
        self._wrong(where, origin, "no-figure", message, hint)
        return False

    def _asked(self, raw: dict[str, Any], origin: Origin, names: Sequence[str], key: str) -> str:
        """The name of the answer that the picture asks for; "" for what a row is called."""
        written = raw.get("answer")
        if written is None and (key or len(names) == 1):
            return "" if key else names[0]
        if written in names:
            return str(written)
        message = (
            phrase("there is no answer '{name}'", name=written)
            if written
            else phrase("the picture must say which answer it asks for")
        )
        hint = phrase("write one of these under answer: {names}", names=", ".join(names))
        self._wrong(written or raw, origin, "no-such-answer", message, hint)
        return ""

    def _file(self, name: Text, origin: Origin) -> str:
        target = self._folder.root / name
        code, message, hint = "", "", ""
        if "\\" in name or not self._folder.holds(target):
            code = "outside"
            message = phrase("the picture '{name}' is outside the pack's folder", name=name)
            hint = phrase("copy it into the pack and write its path with /")
        elif target.suffix.lower() not in SUFFIXES:
            code = "no-picture"
            message = phrase("'{name}' is no kind of picture that is shown", name=name)
            hint = phrase("these are: {suffixes}", suffixes=", ".join(SUFFIXES))
        elif not target.is_file():
            code = "no-picture"
            message = phrase("there is no picture '{name}' in the pack", name=name)
            hint = phrase("put the file into the pack's folder, or mend its name here")
            if other := self._folder.in_other_letters(name):
                hint = phrase("there is '{other}': capitals and small letters differ", other=other)
        elif (data := self._folder.read_picture(name, self._findings)) is None:
            code = "picture-bytes"
            message = phrase("the picture '{name}' cannot be read or is too large", name=name)
            hint = phrase("{most:,} bytes are the most", most=MAX_BYTES)
        elif wrong := judge_picture(target.suffix.lower(), data):
            code, hint = wrong.code, wrong.hint
            message = phrase("{message} ('{name}')", message=wrong.message, name=name)
        if code:
            self._wrong(name, origin, code, message, hint)
        return "" if code else str(name)

    def _wrong(self, where: Any, origin: Origin, code: str, message: str, hint: str) -> None:
        self._findings.add(origin.file, where, f"{origin} picture", code, message, hint)


def _draw(raw: dict[str, Any]) -> Draw:
    """The sort of figure, which the shape has judged."""
    return str(raw["draw"])  # type: ignore[return-value]
