"""Facts held against the documents that they cite, where the author has those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.packs.evidence import Claim, Stands, claims_of, names_for_sure, stands_in
from game.packs.findings import Findings
from game.packs.model import Answer, Citation, Fact, Pack, Source
from game.packs.origin import Origin
from game.phrase import phrase
from game.reading import plain_text
from game.system_errors import why

PACK_FILE = "pack.yaml"

_NOWHERE = phrase("no source has it")
_ELSEWHERE = phrase(
    "no source has it; why_from: elsewhere says that a reason is from no source of the pack"
)


@dataclass(frozen=True, slots=True)
class Grounding:
    """How many facts were compared with all that they cite, and how many were not."""

    grounded: int
    cited_only: int
    failed: int


def read_sources(
    pack: Pack, folder: Path, globs: Mapping[str, str], findings: Findings
) -> dict[str, list[str]]:
    """The paragraphs of every source whose document is in the folder; notes what is amiss.

    `globs` says which file a source is, over what pack.yaml says.
    """
    found: dict[str, list[str]] = {}
    for source in pack.sources:
        pattern = globs.get(source.id, source.file)
        if not pattern:
            findings.add_at(
                source.place,
                f"sources.{source.id}",
                "no-source-file",
                phrase(
                    "nothing says which file this source is, so its facts are cited, not compared"
                ),
                phrase("write file: under it"),
                "note",
            )
            continue
        path = _one_file(source, pattern, folder, findings)
        if path is not None and (paragraphs := _paragraphs(source, path, findings)) is not None:
            found[source.id] = paragraphs
    return found


def ground(
    pack: Pack, origins: Sequence[Origin], paragraphs: Mapping[str, list[str]], findings: Findings
) -> Grounding:
    """Look up every number, date and name of every fact in the paragraphs that it cites."""
    stands = {
        Citation(source, number): stands_in(text)
        for source, texts in paragraphs.items()
        for number, text in enumerate(["\n".join(texts), *texts])
    }
    by_words = pack.language.split("-")[0] == "en"
    names = names_for_sure(fact.text for fact in pack.facts) if by_words else frozenset()
    grounded = cited_only = failed = 0
    for fact, origin in zip(pack.facts, origins, strict=True):
        if not fact.citations:
            # What it cites is not there, which was told where it stands.
            failed += 1
            continue
        if any(citation.source not in paragraphs for citation in fact.citations):
            cited_only += 1
            continue
        all_there = True
        for said in _sayings(fact):
            for words, elsewhere in _lacking(said, names, stands, by_words):
                all_there = False
                message = _not_grounded(words, said)
                hint = (
                    phrase("it stands in {places}", places=elsewhere) if elsewhere else said.advice
                )
                mark = origin.mark(said.key)
                findings.add(origin.file, mark, origin, "not-grounded", message, hint)
        failed += not all_there
        grounded += all_there
    return Grounding(grounded, cited_only, failed)


def _not_grounded(words: str, said: _Saying) -> str:
    cited = ", ".join(map(str, said.citations))
    if said.key == "why":
        return phrase(
            "'{words}' does not stand in what the why cites ({cited})", words=words, cited=cited
        )
    return phrase(
        "'{words}' does not stand in what the fact cites ({cited})", words=words, cited=cited
    )


def _one_file(source: Source, pattern: str, folder: Path, findings: Findings) -> Path | None:
    try:
        if ".." in Path(pattern).parts:
            raise ValueError
        files = sorted(path for path in folder.glob(pattern) if path.is_file())
    except (ValueError, NotImplementedError, OSError):
        files = []
    if len(files) == 1:
        return files[0]
    if files:
        many = ", ".join(path.name for path in files[:3])
        code = "several-source-files"
        message = phrase("'{pattern}' fits several files ({names})", pattern=pattern, names=many)
    else:
        code = "no-source-file"
        message = phrase("no file fits '{pattern}'", pattern=pattern)
    hint = phrase("--source {source}=GLOB says which file it is", source=source.id)
    findings.add_at(source.place, f"sources.{source.id}", code, message, hint)
    return None


def _paragraphs(source: Source, path: Path, findings: Findings) -> list[str] | None:
    try:
        if path.stat().st_size > plain_text.MAX_BYTES:
            raise OSError(phrase("it is too large"))
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        told = why(error) if isinstance(error, OSError) else _where_bad(error)
        message = phrase(
            "the file {name} cannot be read as UTF-8 text: {why}", name=path.name, why=told
        )
        findings.add_at(source.place, f"sources.{source.id}", "bad-source-file", message)
        return None
    paragraphs = [line for line in plain_text.LINE_END.split(text) if line.strip()]
    if source.paragraphs and len(paragraphs) != source.paragraphs:
        findings.add_at(
            source.place,
            f"sources.{source.id}",
            "other-paragraphs",
            phrase(
                "the file {name} has {paragraphs} paragraphs, and pack.yaml says {said}",
                name=path.name,
                paragraphs=len(paragraphs),
                said=source.paragraphs,
            ),
            phrase("it may be another version of the document; count its non-empty lines"),
        )
    return paragraphs


def _where_bad(error: UnicodeDecodeError) -> str:
    byte = f"0x{error.object[error.start]:02x}"
    line = error.object[: error.start].count(b"\n") + 1
    return phrase("line {line} has the byte {byte} in it", line=line, byte=byte)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence with what it cites, and the key under which the author wrote it."""

    text: str
    answers: tuple[Answer, ...]
    citations: tuple[Citation, ...]
    key: str
    advice: str = _NOWHERE


def _sayings(fact: Fact) -> Iterator[_Saying]:
    """The sentence of a fact, of a row each of its own, and the reasons given with them."""
    if not any(answer.parts for answer in fact.answers):
        yield _Saying(fact.text, fact.answers, fact.citations, "fact")
        if fact.why and not fact.why_elsewhere:
            yield _reason(fact.why, (*fact.citations, *fact.why_citations))
        return
    told: set[str] = set()
    for answer in fact.answers:
        yield _Saying(fact.said(answer), (answer,), fact.cited(answer), answer.name)
        if (why := fact.why_of(answer)) and why not in told:
            told.add(why)
            yield _reason(why, fact.cited(answer))


def _reason(why: str, citations: tuple[Citation, ...]) -> _Saying:
    return _Saying(why, (), citations, "why", _ELSEWHERE)


def _lacking(
    said: _Saying, names: frozenset[str], stands: Mapping[Citation, Stands], by_words: bool
) -> Iterator[tuple[str, str]]:
    """What stands in no cited paragraph, and where it does stand."""
    cited = [stands[citation] for citation in said.citations if citation in stands]
    excused: set[str] = set()
    texts = [said.text]
    for answer in said.answers:
        if any(one.spelling(text) for text in answer.accepted for one in cited):
            excused.update((answer.text, answer.form))
        elif answer.text != answer.form:
            texts.append(answer.text)
    told: set[str] = set()
    for text in texts:
        for claim in claims_of(text, names):
            if claim.words in told or (claim.name and not by_words):
                continue
            if said.key == "why" and claim.is_reckoned():
                continue
            if any(claim.stands(one) for one in cited) or _within(claim.words, excused):
                continue
            told.add(claim.words)
            yield claim.words, _elsewhere(claim, stands)


def _within(words: str, texts: set[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) for text in texts)


def _elsewhere(claim: Claim, stands: Mapping[Citation, Stands]) -> str:
    places = [str(c) for c, here in stands.items() if c.paragraph and claim.stands(here)]
    return ", ".join(places[:4])
