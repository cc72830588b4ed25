"""pack.yaml, the glossary and what was left out, as records."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from game.packs import shapes
from game.packs.answers import texts_of
from game.packs.citations import Citing
from game.packs.findings import Findings
from game.packs.folder import Folder, vehicles
from game.packs.model import FactSet, LeftOut, Pack, Place, Source, System
from game.packs.notation import notation_of
from game.packs.shape_errors import judge
from game.packs.values import impossible_day, no_such_day
from game.phrase import phrase
from game.reading.values import Items, Table, Text

FORMAT = "1"
FILE = "pack.yaml"

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_WORDS = phrase("small letters a to z, digits, and hyphens between them")
_CODES = (
    "eng en rus ru kaz kk kz kk ger de deu de fra fr fre fr spa es ukr uk ua uk uzb uz kir ky "
    "english en russian ru kazakh kk русский ru қазақша kk қазақ kk казахский kk "
    "german de deutsch de french fr français fr spanish es español es ukrainian uk "
    "uzbek uz kyrgyz ky"
)
_MEANT = dict(zip(_CODES.split()[::2], _CODES.split()[1::2], strict=True))
"""Codes of countries, longer codes and names of languages, with the codes that are meant."""

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


_ALL_OF_TWO = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
    "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz "
    "ve vi vo wa wo xh yi yo za zh zu "
)
_TWO_LETTERS = frozenset(_ALL_OF_TWO.split())
"""All codes of ISO 639-1."""


def is_language(code: str) -> bool:
    """Whether a code is one of a language: of three letters any, of two those that there are."""
    first = code.partition("-")[0]
    return LANGUAGE.fullmatch(code) is not None and (len(first) > 2 or first in _TWO_LETTERS)


def meant_code(language: str) -> str:
    """The code that is meant by what is no code of a language, "" if that cannot be told."""
    return _MEANT.get(language.partition("-")[0].casefold(), "")


def read_manifest(folder: Folder, findings: Findings) -> Pack | None:
    """The pack without its facts; None if pack.yaml cannot be used."""
    document = folder.read(FILE, findings)
    if document is None or not document.whole or document.value is None:
        return None
    value = document.value
    if isinstance(value, Table) and isinstance(version := value.get("format"), Text):
        if version.isdigit() and int(version[:9]) > int(FORMAT):
            findings.add(
                FILE,
                version,
                "format",
                "newer-format",
                phrase(
                    "this pack has format {version}, and this T-Minus reads format {ours}",
                    version=version,
                    ours=FORMAT,
                ),
                phrase("get a newer T-Minus"),
            )
            return None
        if version != FORMAT:
            message, hint = phrase("'format' must be 1"), phrase("write format: 1")
            findings.add(FILE, version, "format", "bad-format", message, hint)
            return None
    before = findings.errors()
    judge(shapes.pack, value, FILE, findings, shapes.PackShape)
    if findings.errors() > before or not isinstance(value, Table):
        return None
    return _manifest(value, findings)


def _manifest(value: Table, findings: Findings) -> Pack:
    table: dict[str, Any] = dict(value)
    _judge_id(table["id"], "id", findings)
    language = str(table["language"])
    meant = meant_code(language)
    if meant or not is_language(language):
        # Folders are named by it, so that what is none must not be followed.
        findings.add(
            FILE,
            table["language"],
            "language",
            "bad-language",
            phrase("'{code}' is not the code of a language", code=language),
            phrase("write {code}", code=meant)
            if meant
            else phrase("write en for English, ru for Russian, kk for Kazakh"),
        )
        language = meant or "en"
    authors = table["authors"]
    sets = tuple(
        FactSet(
            _judge_id(set_id, f"sets.{set_id}", findings),
            str(shape["title"]),
            _whole(shape["age"], f"sets.{set_id}.age", 3, 120, findings),
            "always" if shape["chosen"] == "always" else "asked",
        )
        for set_id, shape in table["sets"].entries()
    )
    if not any(one.chosen == "always" for one in sets):
        findings.add(
            FILE,
            value.key("sets"),
            "sets",
            "no-default-set",
            phrase("no set is in every round"),
            phrase("write chosen: always in one of them"),
        )
    return Pack(
        id=str(table["id"]),
        version=str(table["version"]),
        language=language,
        title=str(table["title"]),
        came_from=str(table["from"]),
        licence=str(table["licence"]),
        authors=(str(authors),) if isinstance(authors, Text) else tuple(map(str, authors)),
        sources=tuple(
            Source(
                id=_judge_id(source_id, f"sources.{source_id}", findings),
                title=str(shape["title"]),
                publisher=str(shape["publisher"]),
                kind=str(shape["kind"]),
                date=_date(shape["date"], f"sources.{source_id}.date", language, findings),
                paragraphs=_whole(
                    shape["paragraphs"], f"sources.{source_id}.paragraphs", 1, 100_000, findings
                )
                if "paragraphs" in shape
                else 0,
                file=str(shape.get("file", "")),
                place=Place(FILE, source_id.mark.line + 1, source_id.mark.column + 1),
            )
            for source_id, shape in table["sources"].entries()
        ),
        sets=sets,
        topics=tuple(
            (_judge_id(topic, f"topics.{topic}", findings), str(title))
            for topic, title in (table["topics"].entries() if "topics" in table else ())
        ),
        countries=tuple(
            (str(country), tuple(map(str, names)))
            for country, names in (table["countries"].entries() if "countries" in table else ())
        ),
        facts=(),
        vehicle=_vehicle(table["vehicle"], findings) if "vehicle" in table else "",
    )


def _judge_id(text: Text, path: str, findings: Findings) -> str:
    if ID.fullmatch(text) is None:
        message = phrase("'{id}' cannot be an id", id=text)
        findings.add(
            FILE, text, path, "bad-id", message, phrase("an id has {words}", words=ID_WORDS)
        )
    return str(text)


def _date(text: Text, path: str, language: str, findings: Findings) -> str:
    """The date of a source as it is written: a day, a month, a year, or that there is none."""
    if impossible_day(text, notation_of(language)) or impossible_day(text):
        message, hint = no_such_day(text)
        findings.add(FILE, text, path, "no-such-day", message, hint)
    return str(text)


def _vehicle(text: Text, findings: Findings) -> str:
    known = vehicles()
    if text not in known:
        message = phrase("there is no vehicle '{vehicle}'", vehicle=text[:60])
        hint = phrase("there are {vehicles}", vehicles=", ".join(known))
        findings.add(FILE, text, "vehicle", "no-such-vehicle", message, hint)
        return ""
    return str(text)


def _whole(text: Text, path: str, least: int, most: int, findings: Findings) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not least <= number <= most:
        findings.add(
            FILE,
            text,
            path,
            "bad-number",
            phrase(
                "'{text}' must be a whole number from {least} to {most:,}",
                text=text,
                least=least,
                most=most,
            ),
        )
        return most
    return number


@dataclass(frozen=True, slots=True)
class _Extra:
    name: str
    adapter: TypeAdapter[Any]
    shape: type[shapes.Shape]
    build: Callable[[Any, Pack, Findings], Pack]


def add_extras(pack: Pack, folder: Folder, findings: Findings) -> Pack:
    """The pack with its glossary, what was left out and its systems, where it has such files."""
    for extra in (
        _Extra("glossary.yaml", shapes.glossary, shapes.LeftOutShape, _with_glossary),
        _Extra("left-out.yaml", shapes.left_out, shapes.LeftOutShape, _with_left_out),
        _Extra("systems.yaml", shapes.systems, shapes.SystemShape, _with_systems),
    ):
        if not folder.has(extra.name):
            continue
        document = folder.read(extra.name, findings)
        if document is None or not document.whole or document.value is None:
            continue
        before = findings.errors()
        judge(extra.adapter, document.value, extra.name, findings, extra.shape)
        if findings.errors() == before:
            pack = extra.build(document.value, pack, findings)
    return pack


def _with_glossary(value: Table, pack: Pack, _: Findings) -> Pack:
    return replace(pack, glossary=tuple((str(word), str(line)) for word, line in value.items()))


def _with_left_out(value: Items, pack: Pack, findings: Findings) -> Pack:
    citing = Citing(pack.sources)
    return replace(
        pack,
        left_out=tuple(
            LeftOut(
                citation, str(entry["what"]), str(entry["reason"]), texts_of(entry.get("words"))
            )
            for number, entry in enumerate(value)
            for citation in citing.read(
                _listed(entry["at"]), "left-out.yaml", f"[{number}]", "at", findings
            )
        ),
    )


def _with_systems(value: Items, pack: Pack, findings: Findings) -> Pack:
    citing, file = Citing(pack.sources), "systems.yaml"
    found: list[System] = []
    for number, entry in enumerate(value):
        mark = entry.key("name").mark
        at = _listed(entry["at"]) if "at" in entry else ()
        found.append(
            System(
                name=str(entry["name"]),
                kind=str(entry["kind"]),
                facts=texts_of(entry["facts"]),
                citations=citing.read(at, file, f"[{number}]", "at", findings),
                place=Place(file, mark.line + 1, mark.column + 1),
            )
        )
    return replace(pack, systems=tuple(found))


def _listed(value: Text | Items) -> Sequence[Any]:
    return [value] if isinstance(value, Text) else list(value)
