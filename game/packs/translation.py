"""A pack in another language: its facts with the words that lie beside them.

Only what is whole is taken: a fact or a row of which a part lacks, or whose original has changed
since, stays in the pack's own language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from game.packs import originals, translation_shapes
from game.packs.compare import compare
from game.packs.findings import START, Findings
from game.packs.folder import Folder
from game.packs.giveaway import judge_giveaways
from game.packs.merging import (
    merged_column,
    merged_fact,
    merged_row,
    put,
    table_at,
    with_firm_blanks,
    without_empty,
)
from game.packs.model import Answer, Fact, Pack
from game.packs.notation import notation_of
from game.packs.origin import Origin
from game.packs.plain_words import judge_plain_words
from game.packs.shape_errors import judge
from game.packs.translated_titles import read_titles
from game.phrase import joined, phrase
from game.reading.values import Document, Items, Mark, Table, Text, marked

FOLDER = "languages"


@dataclass(frozen=True, slots=True)
class MergedFolder(Folder):
    """A pack's folder in which the files of a language hold whole facts and tables."""

    documents: dict[str, Document] = field(default_factory=dict)

    def read(self, name: str, findings: Findings) -> Document | None:  # noqa: ARG002
        """The merged file of that name."""
        return self.documents.get(name)


@dataclass(frozen=True, slots=True)
class Translated:
    """A pack in a language as far as it is whole; `origins` has one entry a fact.

    `lacking` are the original's facts that are not in it.
    """

    pack: Pack
    origins: list[Origin]
    lacking: tuple[Fact, ...]
    stale: tuple[str, ...]
    reviewed: bool


def languages_of(folder: Folder) -> tuple[str, ...]:
    """The languages beside its own that a pack has words in."""
    inner = folder.root / FOLDER
    if not folder.holds(inner) or not inner.is_dir():
        return ()
    return tuple(sorted(path.name for path in inner.iterdir() if path.is_dir()))


def read_translation(
    original: Pack, folder: Folder, language: str, findings: Findings
) -> Translated:
    """The pack in a language, and everything that is wrong with its words there, in `findings`.

    Errors keep the facts that they are in out of it, and no others.
    """
    return _Reading(original, folder, language, findings).run()


class _Reading:
    """One pack while it is read in one language."""

    def __init__(self, original: Pack, folder: Folder, language: str, findings: Findings) -> None:
        self._original = original
        self._folder = folder
        self._language = language
        self._findings = findings
        self._documents: dict[str, Document] = {}
        self._reviewed: dict[str, bool] = {}
        self._places: dict[str, tuple[str, Mark]] = {}
        self._stale: list[str] = []
        self._told: set[str] = set()

    def run(self) -> Translated:
        """Merge every file, read what came of it, and keep what is whole."""
        from game.packs.facts import FactReader
        from game.packs.tables import TableReader

        findings = self._findings
        pack, titles_reviewed = read_titles(
            self._original, self._folder, f"{FOLDER}/{self._language}", self._language, findings
        )
        quiet = Findings()
        fact_files = self._folder.fact_files(quiet)
        table_files = self._folder.table_files(quiet)
        for file in fact_files:
            self._merge(file, self._merge_facts)
        for file in table_files:
            self._merge(file, self._merge_table)
        folder = MergedFolder(self._folder.root, self._documents)
        reader = FactReader(pack, folder, findings)
        tables = TableReader(pack, folder, findings)
        facts = [f for one in fact_files for f in self._read(one, reader)]
        facts += [f for one in table_files for f in self._read(one, tables)]
        origins: list[Origin] = [*reader.origins, *tables.origins]
        pack, origins = self._whole(replace(pack, facts=tuple(facts), written=()), origins)
        compare(pack.facts, origins, findings)
        judge_giveaways(pack.facts, origins, findings)
        judge_plain_words(pack, origins, findings)
        there = {fact.id for fact in pack.facts}
        lacking = tuple(f for f in self._original.facts if f.id not in there)
        self._note_missing(lacking)
        reviewed = titles_reviewed and all(self._reviewed.values())
        return Translated(pack, origins, lacking, tuple(self._stale), reviewed)

    def _read(self, file: str, reader: Any) -> list[Fact]:
        name = self._name(file)
        found: list[Fact] = reader.read(name) if name in self._documents else []
        return found

    def _name(self, file: str) -> str:
        return f"{FOLDER}/{self._language}/{file}"

    def _merge(self, file: str, merge: Any) -> None:
        name = self._name(file)
        if not self._folder.has(name):
            return
        words = self._folder.read(name, self._findings)
        original = self._folder.read(file, Findings())
        if words is None or original is None or not isinstance(words.value, Table):
            return
        without_empty(words.value)
        if not notation_of(self._language).is_english:
            with_firm_blanks(words.value)
        value = merge(original.value, words.value, name)
        if value is not None:
            self._documents[name] = replace(words, value=value, mistakes=())

    def _merge_facts(self, raw: Any, words: Table, name: str) -> Table | None:
        adapter, shape = translation_shapes.facts_file, translation_shapes.FactsWords
        if judge(adapter, words, name, self._findings, shape):
            return None
        if "facts" not in words:
            return None
        self._reviewed[name] = words.get("reviewed") in ("yes", "true")
        shared = raw if isinstance(raw, Table) else {}
        facts = shared["facts"] if isinstance(raw, Table) else raw
        by_id = {id_of(fact): fact for fact in facts}
        broken = judge(
            translation_shapes.facts, words["facts"], name, self._findings,
            translation_shapes.FactWords,
        )  # fmt: skip
        items = Items()
        items.mark = words["facts"].mark
        for fact_id, entry in words["facts"].entries():
            self._places[str(fact_id)] = name, fact_id.mark
            if fact_id not in by_id:
                message = phrase("the pack has no fact '{id}' there", id=fact_id)
                self._unknown(name, fact_id, "no-such-fact", message)
            elif fact_id not in broken and self._matches(
                name, entry, f"facts.{fact_id}", originals.fact_texts(by_id[fact_id])
            ):
                items.append(merged_fact(by_id[fact_id], entry, str(fact_id)))
            else:
                self._told.add(str(fact_id))
        made = table_at(words.mark)
        for key in ("set", "topic", "level"):
            if key in shared:
                put(made, key, marked(str(shared[key]), words.mark), words.mark)
        put(made, "facts", items, items.mark)
        return made

    def _merge_table(self, raw: Any, words: Table, name: str) -> Table | None:
        if judge(
            translation_shapes.table, words, name, self._findings, translation_shapes.TableWords
        ):
            return None
        self._reviewed[name] = words.get("reviewed") in ("yes", "true")
        rows = rows_of(raw, self._folder)
        key, mark = str(raw["key"]), words.mark
        made = table_at(mark)
        for kept in ("key", "shown", "set", "topic", "level", "from"):
            if kept in raw:
                put(made, kept, _at(raw[kept], mark), mark)
        self._matches(name, words, "", originals.table_texts(raw))
        if "label" in words:
            put(made, "label", words["label"], words["label"].mark)
        if "picture" in raw:
            picture = _at(raw["picture"], mark)
            for said, value in words.get("picture", {}).items():
                put(picture, said, value, value.mark)
            put(made, "picture", picture, mark)
        put(made, "columns", self._columns(raw, words, name), mark)
        items = Items()
        items.mark = mark
        table_id = name.rpartition("/")[2].removesuffix(".yaml")
        for row_key, entry in words.get("rows", table_at(mark)).entries():
            fact_id = f"{table_id}/{row_key}"
            self._places[fact_id] = name, row_key.mark
            if row_key not in rows:
                message = phrase("the pack has no row '{key}' there", key=row_key)
                self._unknown(name, row_key, "no-such-row", message)
            elif not isinstance(entry, Table):
                self._findings.add(
                    name, row_key, f"rows.{row_key}", "wrong-type",
                    phrase("a row must be a mapping"), phrase("write its columns beneath it"),
                )  # fmt: skip
            elif self._matches(
                name, entry, f"rows.{row_key}", originals.row_texts(rows[row_key], key)
            ):
                items.append(merged_row(rows[row_key], entry, key, raw["columns"], self._language))
            else:
                self._told.add(fact_id)
        put(made, "rows", items, mark)
        return made if items else None

    def _columns(self, raw: Table, words: Table, name: str) -> Table:
        said = words.get("columns", table_at(words.mark))
        made = table_at(said.mark)
        for column, spec in raw["columns"].items():
            own = said.get(column)
            texts = originals.column_texts(spec)
            if own is not None and not self._matches(name, own, f"columns.{column}", texts):
                own = None
            put(made, column, merged_column(spec, own, said.mark), said.mark)
        for column, spec in said.entries():
            if column not in made:
                put(made, str(column), spec, column.mark)
        return made

    def _matches(self, name: str, entry: Table, path: str, texts: originals.Texts) -> bool:
        """Whether an entry is of the original as it now is; one that does not say is taken."""
        written = entry.get("revision")
        now = originals.revision(texts)
        if written is None or written == now:
            return True
        self._stale.append(path)
        self._findings.add(
            name, written, path, "changed",
            phrase("the original has changed since; it is {revision} now", revision=now),
            phrase("compare the two, then delete the line and run translate"),
            "flaw",
        )  # fmt: skip
        return False

    def _unknown(self, name: str, key: Text, code: str, message: str) -> None:
        hint = phrase("check its id, or delete it")
        self._findings.add(name, key, str(key), code, message, hint, "flaw")

    def _whole(self, pack: Pack, origins: list[Origin]) -> tuple[Pack, list[Origin]]:
        """The pack with those facts alone that are whole, in the order of the original's."""
        wrong = {
            (one.place.file, one.path) for one in self._findings.in_order()
            if one.severity == "error"
        }  # fmt: skip
        found = {f.id: (f, origin) for f, origin in zip(pack.facts, origins, strict=True)}
        facts: list[Fact] = []
        kept: list[Origin] = []
        for of in self._original.facts:
            if of.id not in found:
                continue
            fact, origin = found[of.id]
            lacks = list(lacking_in(of, fact))
            if lacks:
                self._told.add(of.id)
                message = phrase(
                    "'{id}' is not whole: {lacks}", id=of.id, lacks=joined(lacks, "; ")
                )
                hint = phrase("until then it is asked in the pack's own language")
                self._findings.add_at(fact.place, origin, "incomplete", message, hint, "flaw")
            elif not any(
                file == origin.file and path.startswith(str(origin)) for file, path in wrong
            ):
                facts.append(_bound(of, fact, self._reviewed.get(origin.file, False)))
                kept.append(origin)
        return replace(pack, facts=tuple(facts)), kept

    def _note_missing(self, lacking: Sequence[Fact]) -> None:
        for fact in lacking:
            if fact.id in self._told:
                continue
            file, mark = self._places.get(fact.id, (self._name(fact.place.file), START))
            self._findings.add(
                file, mark, fact.id, "untranslated",
                phrase("'{id}' is not in '{language}'", id=fact.id, language=self._language),
                phrase("translate writes what is missing"), "note",
            )  # fmt: skip


def rows_of(raw: Table, folder: Folder) -> dict[str, Table]:
    """The rows of a table by their keys, from its CSV file if they stand there."""
    from game.packs.tables import unfolded

    rows = raw["rows"]
    if isinstance(rows, Text):
        document = folder.read_rows(f"tables/{rows}", Findings())
        value = document.value if document else None
        rows = unfolded(value) if isinstance(value, Items) else ()
    return {str(row[raw["key"]]): row for row in rows if raw["key"] in row}


def id_of(raw: Table) -> str:
    """The id of a fact as it was written, or the one that stands for its sentence."""
    from game.packs.facts import hash_id
    from game.packs.sentence import BadSentence, cut

    if "id" in raw:
        return str(raw["id"])
    try:
        return hash_id(cut(raw["fact"]).text)
    except BadSentence:
        return ""


def _at(value: Any, mark: Mark) -> Any:
    from game.packs.merging import at_mark

    return at_mark(value, mark)


def lacking_in(original: Fact, fact: Fact) -> Iterator[str]:
    """What a fact in another language lacks, in plain words."""
    theirs = {answer.name: answer for answer in fact.answers}
    if original.label and not fact.label:
        yield phrase("'{key}' is missing", key="label")
    if original.by and not fact.by:
        yield phrase("'{key}' is missing", key="by")
    for answer in original.answers:
        other = theirs.pop(answer.name, None)
        if other is None:
            yield phrase("no sentence says '{answer}'", answer=answer.name)
            continue
        yield from _lacking_in_answer(original, answer, fact, other)
    for name in theirs:
        yield phrase("the original has no answer '{answer}'", answer=name)
    if original.picture and (
        fact.picture is None or len(fact.picture.asks) != len(original.picture.asks)
    ):
        yield phrase("the picture has not as many questions as the original")


def _lacking_in_answer(original: Fact, mine: Answer, fact: Fact, other: Answer) -> Iterator[str]:
    name = mine.name
    if len(other.asks) != len(mine.asks):
        yield phrase(
            "'{answer}' has {here} wordings, and {there} in the original",
            answer=name,
            here=len(other.asks),
            there=len(mine.asks),
        )
    if len(other.wrong) != len(mine.wrong):
        yield phrase(
            "'{answer}' has {here} wrong options, and {there} in the original",
            answer=name,
            here=len(other.wrong),
            there=len(mine.wrong),
        )
    for at, (there, here) in enumerate(zip(mine.wrong, other.wrong, strict=False)):
        if there.what and not here.what:
            yield phrase(
                "wrong option {number} of '{answer}' does not say what it is",
                number=at + 1,
                answer=name,
            )
    if mine.unit and not other.unit:
        yield phrase("the unit of '{answer}' is missing", answer=name)
    if mine.never_with and not other.never_with:
        yield phrase("'{answer}' has no never_with", answer=name)
    for key, one, two in (
        ("why", original.why_of(mine), fact.why_of(other)),
        ("hint", original.hint_of(mine), fact.hint_of(other)),
        ("event", mine.event, other.event),
        ("match", mine.match, other.match),
        ("odd", mine.odd, other.odd),
    ):
        if one and not two:
            yield phrase("'{key}' of '{answer}' is missing", key=key, answer=name)
    if mine.value is not None and mine.value != other.value:
        yield phrase("'{one}' is not the same as '{other}'", one=other.text, other=mine.text)


def _bound(original: Fact, fact: Fact, reviewed: bool) -> Fact:
    """A whole fact with what its original knows: what each answer is, and what it is asked as."""
    names = [answer.name for answer in original.answers]
    by_name = {answer.name: answer for answer in fact.answers}
    answers = tuple(
        replace(
            by_name[mine.name],
            type=mine.type,
            single=mine.single,
            value=mine.value,
            parts=_placed(by_name[mine.name].parts, fact, names),
            original=(mine.text, mine.unit, *original.around(mine), *mine.asks),
        )
        for mine in original.answers
    )
    return replace(
        fact,
        answers=answers,
        parts=_placed(fact.parts, fact, names),
        citations=original.citations,
        was=original.was,
        original_by=original.by,
        reviewed=reviewed,
        has_own_id=original.has_own_id,
    )


def _placed(
    parts: tuple[str | int, ...], fact: Fact, names: Sequence[str]
) -> tuple[str | int, ...]:
    """The parts of a sentence whose answers stand in the order of the original's."""
    return tuple(
        part if isinstance(part, str) else names.index(fact.answers[part].name) for part in parts
    )
