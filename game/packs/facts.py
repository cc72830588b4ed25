"""A file of facts as records, each judged on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from game.packs import shapes
from game.packs.allowed import read_allowed
from game.packs.answers import AnswerReader
from game.packs.citations import Citing
from game.packs.details import DetailReader
from game.packs.findings import Findings
from game.packs.folder import Folder
from game.packs.listed_file import read_listed
from game.packs.manifest import ID, ID_WORDS
from game.packs.model import Fact, Pack, Place
from game.packs.origin import Origin
from game.packs.sentence import BadSentence, Sentence, cut
from game.packs.shape_errors import Loc, judge, path_of
from game.packs.values import iso_day
from game.phrase import phrase
from game.reading.values import Items, Table, Text

ELSEWHERE = "elsewhere"
"""What an author writes under `why_from` of a reason that no source of the pack gives."""


class FactReader:
    """Reads files of facts for one pack; `origins` has one entry a fact read, in order.

    Drafts are read as facts are and kept apart, in `drafts` with their `draft_origins`.
    """

    def __init__(self, pack: Pack, folder: Folder, findings: Findings) -> None:
        self.origins: list[Origin] = []
        self.drafts: list[Fact] = []
        self.draft_origins: list[Origin] = []
        self._folder = folder
        self._findings = findings
        self._citing = Citing(pack.sources)
        self._answers = AnswerReader(findings, pack.language)
        self._details = DetailReader(pack, folder, findings)

    def read(self, file: str) -> list[Fact]:
        """All facts of a file that can be played; what is wrong with the others is noted."""
        found = read_listed(
            self._folder, file, "facts", shapes.facts_file, shapes.FactsFileShape, self._findings
        )
        return self._read_list(found.entries, file, found.shared) if found else []

    def _read_list(self, entries: Items, file: str, shared: dict[str, Any]) -> list[Fact]:
        def name(loc: Loc) -> str:
            if not loc or not isinstance(loc[0], int):
                return path_of(loc)
            return f"{Origin(file, loc[0], entries[loc[0]])} {path_of(loc[1:])}".rstrip()

        broken = judge(shapes.facts, entries, file, self._findings, shapes.FactShape, name)
        for key, text in shared.items():
            self._details.known(text, key, file, key)
        facts: list[Fact] = []
        for index, raw in enumerate(entries):
            if index in broken:
                continue
            origin = Origin(file, index, raw)
            fact = self._fact(raw, origin, shared)
            if fact is not None and fact.draft:
                self.drafts.append(fact)
                self.draft_origins.append(origin)
            elif fact is not None:
                facts.append(fact)
                self.origins.append(origin)
        return facts

    def _fact(self, raw: dict[str, Any], origin: Origin, shared: dict[str, Any]) -> Fact | None:
        findings = self._findings
        file = origin.file
        get = raw.get
        by = get("by", "")
        sentence = self._sentence(raw["fact"], origin, bool(by))
        if sentence is None:
            return None
        for key in ("set", "topic"):
            if key in raw:
                self._details.known(raw[key], key, file, origin)
        if "as_of" in raw or "review_by" in raw:
            self._judge_days(raw, origin)
        mark = origin.mark("")
        answers = self._answers.read(sentence, raw, origin, bool(by))
        why_from = _texts(raw["why_from"]) if "why_from" in raw else ()
        elsewhere = list(why_from) == [ELSEWHERE]
        return Fact(
            id=self._id(raw, sentence, origin),
            text=sentence.text,
            parts=sentence.parts,
            answers=answers,
            citations=self._citing.read(_texts(raw["from"]), file, origin, "from", findings),
            place=Place(file, mark.line + 1, mark.column + 1),
            label=str(get("label", "")),
            why=str(get("why", "")),
            why_citations=()
            if elsewhere
            else self._citing.read(why_from, file, origin, "why_from", findings),
            why_elsewhere=elsewhere,
            hint="" if isinstance(get("hint"), Table) else str(get("hint", "")),
            topic=str(get("topic") or shared.get("topic", "")),
            level=int(get("level") or shared.get("level", 1)),
            set=str(get("set") or shared.get("set", self._details.default_set)),
            by=str(by),
            as_of=str(get("as_of", "")),
            review_by=str(get("review_by", "")),
            was=tuple(map(str, _texts(raw["was"]))) if "was" in raw else (),
            picture=self._details.picture(raw["picture"], origin, [one.name for one in answers])
            if "picture" in raw
            else None,
            has_own_id="id" in raw,
            allowed=read_allowed(raw["allow"], sentence, origin, findings)
            if "allow" in raw
            else (),
            draft=get("draft") in ("yes", "true"),
        )

    def _sentence(self, written: Text, origin: Origin, is_claim: bool) -> Sentence | None:
        try:
            sentence = cut(written)
        except BadSentence as bad:
            self._findings.add(origin.file, written, origin, bad.code, str(bad), bad.hint)
            return None
        if not sentence.answers and not is_claim:
            self._findings.add(
                origin.file,
                written,
                origin,
                "no-answer",
                phrase("no answer is marked in the sentence"),
                phrase("put it in braces: ... was launched in {{1957}}"),
            )
        return sentence

    def _id(self, raw: dict[str, Any], sentence: Sentence, origin: Origin) -> str:
        written = raw.get("id")
        if written is None:
            self._findings.add(
                origin.file,
                origin.mark(""),
                origin,
                "no-id",
                phrase(
                    "this fact has no id, so what players know of it is lost when it is reworded"
                ),
                phrase("the command ids writes the missing ones"),
                "note",
            )
            return hash_id(sentence.text)
        if ID.fullmatch(written) is None:
            message = phrase("'{id}' cannot be an id", id=written)
            hint = phrase("an id has {words}", words=ID_WORDS)
            self._findings.add(origin.file, written, origin, "bad-id", message, hint)
        return str(written)

    def _judge_days(self, raw: dict[str, Any], origin: Origin) -> None:
        for key in ("as_of", "review_by"):
            if key in raw and iso_day(raw[key]) is None:
                self._findings.add(
                    origin.file,
                    raw[key],
                    f"{origin} {key}",
                    "bad-day",
                    phrase("'{text}' is not a day of the calendar", text=raw[key]),
                    phrase("write year, month and day: 2025-06-02"),
                )
        if "as_of" in raw and raw.get("review_by", "9") <= raw["as_of"]:
            self._findings.add(
                origin.file,
                raw["review_by"],
                f"{origin} review_by",
                "bad-day",
                phrase("this day is not after {day}, on which the fact was true", day=raw["as_of"]),
            )


def hash_id(text: str) -> str:
    """The id of a fact that has none: it holds as long as the sentence does."""
    return f"x-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _texts(value: Text | Items) -> Sequence[Any]:
    return [value] if isinstance(value, Text) else value
