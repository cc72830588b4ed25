"""A file of written questions as records, each judged on its own."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from game.packs import written_shapes
from game.packs.answers import texts_of
from game.packs.citations import Citing
from game.packs.details import DetailReader
from game.packs.facts import hash_id
from game.packs.findings import Findings
from game.packs.folder import Folder
from game.packs.listed_file import read_listed
from game.packs.manifest import ID, ID_WORDS
from game.packs.model import Allowed, Citation, Pack, Place, Written
from game.packs.origin import Origin
from game.packs.shape_errors import Loc, judge, path_of
from game.packs.written_answers import BadAnswers, answers_of, listed, read_answers
from game.phrase import counted, phrase
from game.reading.values import Items, Text

LONGEST_NAME = 44
"""Letters of what stands for a question without a label in lists and beside satellites."""

_SHARED = ("set", "topic", "level", "licence")


class WrittenOrigin(Origin):
    """Shown as `questions[3] "Which planet is ..."`."""

    __slots__ = ()
    LIST = "questions"
    NAMED_BY = "ask"


class WrittenReader:
    """Reads files of written questions for one pack; `origins` has one entry a question read."""

    def __init__(self, pack: Pack, folder: Folder, findings: Findings) -> None:
        self.origins: list[WrittenOrigin] = []
        self._folder = folder
        self._findings = findings
        self._citing = Citing(pack.sources)
        self._details = DetailReader(pack, folder, findings)

    def read(self, file: str) -> list[Written]:
        """All questions of a file that can be read; what is wrong with the others is noted."""
        shape, adapter = written_shapes.WrittenFileShape, written_shapes.written_file
        found = read_listed(self._folder, file, "questions", adapter, shape, self._findings)
        return self._read_list(found.entries, file, found.shared) if found else []

    def _read_list(self, entries: Items, file: str, shared: dict[str, Any]) -> list[Written]:
        def name(loc: Loc) -> str:
            if not loc or not isinstance(loc[0], int):
                return path_of(loc)
            return f"{WrittenOrigin(file, loc[0], entries[loc[0]])} {path_of(loc[1:])}".rstrip()

        top = written_shapes.WrittenShape
        broken = judge(written_shapes.written, entries, file, self._findings, top, name)
        for key, text in shared.items():
            self._details.known(text, key, file, key)
        cited = self._cited(shared, file, "")
        found: list[Written] = []
        for index, raw in enumerate(entries):
            if index in broken:
                continue
            origin = WrittenOrigin(file, index, raw)
            question = self._question(raw, origin, shared, cited)
            if question is not None:
                found.append(question)
                self.origins.append(origin)
        return found

    def _cited(self, raw: dict[str, Any], file: str, path: object) -> tuple[Citation, ...]:
        texts = listed(raw["from"]) if "from" in raw else ()
        return self._citing.read(texts, file, path, "from", self._findings)

    def _question(
        self,
        raw: dict[str, Any],
        origin: WrittenOrigin,
        shared: dict[str, Any],
        cited: tuple[Citation, ...],
    ) -> Written | None:
        file = origin.file
        try:
            made = read_answers(raw)
        except BadAnswers as bad:
            where = origin.mark(bad.key)
            self._findings.add(file, where, origin, bad.code, str(bad), bad.hint)
            return None
        for key in ("set", "topic"):
            if key in raw:
                self._details.known(raw[key], key, file, origin)
        if "from" not in raw and "from" not in shared:
            message = phrase("nothing says where this stands")
            hint = phrase("write from: for each question, or once at the head of the file")
            self._findings.add(file, origin.mark("ask"), origin, "missing-key", message, hint)
        prompt = str(raw["ask"])
        mark = origin.mark("")
        said = {key: str(raw.get(key) or shared.get(key, "")) for key in _SHARED}
        return Written(
            id=self._id(raw, origin),
            text=prompt,
            parts=(),
            answers=answers_of(made, prompt, str(raw.get("unit", ""))),
            citations=self._cited(raw, file, origin) if "from" in raw else cited,
            place=Place(file, mark.line + 1, mark.column + 1),
            label=str(raw.get("label", "")),
            name=shorten(prompt, LONGEST_NAME, placeholder=" …"),
            why=str(raw.get("why", "")),
            topic=said["topic"],
            level=int(said["level"] or 1),
            set=said["set"] or self._details.default_set,
            was=texts_of(raw.get("was")),
            picture=self._details.picture(raw["picture"], origin, ("",))
            if "picture" in raw
            else None,
            has_own_id="id" in raw,
            hint=str(texts_of(raw.get("hint"))[0]) if "hint" in raw else "",
            allowed=_allowed(raw),
            form=made.form,
            options=made.options,
            values=made.values,
            pairs=made.pairs,
            order=made.order,
            hints=texts_of(raw.get("hint")),
            licence=said["licence"],
            kept=made.kept,
        )

    def _id(self, raw: dict[str, Any], origin: WrittenOrigin) -> str:
        written = raw.get("id")
        if written is None:
            message = phrase(
                "this question has no id, so what players know of it is lost when it changes"
            )
            hint = phrase("the command ids writes the missing ones")
            where = origin.mark("")
            self._findings.add(origin.file, where, origin, "no-id", message, hint, "note")
            return hash_id(str(raw["ask"]))
        if ID.fullmatch(written) is None:
            message = phrase("'{id}' cannot be an id", id=written)
            hint = phrase("an id has {words}", words=ID_WORDS)
            self._findings.add(origin.file, written, origin, "bad-id", message, hint)
        return str(written)


def _allowed(raw: dict[str, Any]) -> tuple[Allowed, ...]:
    return tuple(
        Allowed("", str(code), str(why))
        for code, why in raw.get("allow", {}).items()
        if isinstance(why, Text)
    )


def judge_written(pack: Pack, findings: Findings) -> None:
    """Note what written questions rest on: a source as a whole, which nobody can hold them against,
    and which of them are one question."""
    by_source: dict[str, list[Written]] = {}
    first: dict[tuple[str, str, str], Written] = {}
    for one in pack.written:
        for citation in one.citations:
            if not citation.paragraph:
                by_source.setdefault(citation.source, []).append(one)
        mark = (one.form, one.text.casefold(), one.answers[0].text.casefold())
        if (same := first.setdefault(mark, one)) is not one:
            message = phrase(
                "this is the question of {file}:{line} again",
                file=same.place.file,
                line=same.place.line,
            )
            hint = phrase("it is asked once; delete one of them")
            findings.add_at(one.place, f'questions "{one.id}"', "twice", message, hint, "note")
    for source, found in by_source.items():
        message = counted(
            "from here on {count:,} written question rests on '{source}' as a whole: "
            "cited, not proven",
            "from here on {count:,} written questions rest on '{source}' as a whole: "
            "cited, not proven",
            len(found),
            source=source,
        )
        findings.add_at(
            found[0].place,
            f"sources.{source}",
            "cited-only",
            message,
            phrase(
                "if you know the paragraphs, write in pack.yaml how many the source has, "
                "and here, as one of them, from: {source} 3",
                source=source,
            ),
            "note",
        )
