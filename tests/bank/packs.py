"""Packs made by hand for tests of the bank."""

from __future__ import annotations

import re

from game.packs.model import (
    Answer,
    AnswerType,
    Citation,
    Fact,
    FactSet,
    Pack,
    Place,
    Source,
    Wrong,
)

SOURCES = tuple(
    Source(id=name, title=name.title(), publisher="A press", kind="a book", date="2025-06-04",
           paragraphs=40)
    for name in ("book", "paper", "page")
)  # fmt: skip


def answer(
    text: str,
    kind: AnswerType,
    ask: str | tuple[str, ...],
    *,
    name: str = "answer",
    form: str | None = None,
    wrong: tuple[str | tuple[str, str], ...] = (),
    single: bool | None = None,
    **more: object,
) -> Answer:
    """An answer as a read pack has it: years and numbers have values and are single."""
    numeric = kind in ("year", "date", "number")
    value: float | None = None
    if kind in ("year", "number"):
        found = re.search(r"\d[\d,]*(\.\d+)?", text)
        value = float(found.group().replace(",", "")) if found else None
    return Answer(
        name=name,
        text=text,
        form=form or text,
        type=kind,
        asks=(ask,) if isinstance(ask, str) else ask,
        value=value,
        wrong=tuple(Wrong(w) if isinstance(w, str) else Wrong(*w) for w in wrong),
        single=numeric if single is None else single,
        **more,  # type: ignore[arg-type]
    )


def fact(
    fact_id: str,
    parts: tuple[str | Answer, ...],
    *,
    source: str = "book",
    topic: str = "flights",
    set: str = "plain",
    **more: object,
) -> Fact:
    """A fact from its sentence, cut at its answers."""
    answers = tuple(p for p in parts if isinstance(p, Answer))
    return Fact(
        id=fact_id,
        text="".join(p if isinstance(p, str) else p.form for p in parts),
        parts=tuple(p if isinstance(p, str) else answers.index(p) for p in parts),
        answers=answers,
        citations=(Citation(source, 1),),
        place=Place("facts.yaml", 1, 1),
        label=fact_id,
        topic=topic,
        set=set,
        **more,  # type: ignore[arg-type]
    )


def pack(*facts: Fact) -> Pack:
    """A pack of these facts, with two sets and three sources."""
    return Pack(
        id="made",
        version="1",
        language="en",
        title="Made",
        came_from="From a test",
        licence="CC0",
        authors=("A tester",),
        sources=SOURCES,
        sets=(
            FactSet("plain", "Plain", 10, "always"),
            FactSet("more", "More", 12, "asked"),
        ),
        topics=(("flights", "Flights"), ("place", "The place")),
        facts=facts,
    )


def space_pack() -> Pack:
    """Twelve facts: years, a full date, people, places, numbers."""
    where = "Which country is the cosmodrome in?"
    return pack(
        fact("satellite", ("The first satellite was launched in ",
             answer("1957", "year", "In which year was the first satellite launched?"), ".")),
        fact("human", (
            answer("Yuri Gagarin", "person", "Who was the first human in space?", name="who",
                   single=True),
            " first flew in space on ",
            answer("12 April 1961", "date", "When did the first human fly in space?", name="when"),
            "."), source="paper"),
        fact("aubakirov", (
            answer("Toktar Aubakirov", "person", "Who flew in space in 1991?", name="who",
                   single=True),
            " flew in ", answer("1991", "year", "In which year did Aubakirov fly?", name="when"),
            ".")),
        fact("aimbetov", (
            answer("Aidyn Aimbetov", "person", "Who flew in space in 2015?", name="who",
                   single=True),
            " flew in ", answer("2015", "year", "In which year did Aimbetov fly?", name="when"),
            "."), source="page"),
        fact("country", ("The cosmodrome lies in ",
             answer("Kazakhstan", "place", where, single=True,
                    wrong=(("Russia", "Russia leases it."), "Mongolia", "China")), "."),
             topic="place", source="paper"),
        fact("area", ("The cosmodrome covers ",
             answer("6,717", "number", "How many square kilometres does it cover?", unit="sq km"),
             " sq km."), topic="place", source="page"),
        fact("people", ("More than ",
             answer("76,500", "number", "How many people live in the city?", unit="people"),
             " people live in the city."), topic="place"),
        fact("lease", ("The lease of the cosmodrome ends in ",
             answer("2050", "year", "In which year does the lease end?"), "."), topic="place",
             source="paper"),
        fact("treaty", ("Two states signed a treaty about it in ",
             answer("2004", "year", "In which year was the treaty signed?"), "."), topic="place"),
        fact("line", ("Before it was built, only ",
             answer("a railway line", "thing", "What was there before?",
                    wrong=("a harbour", "an old airfield", "a canal")), " crossed the steppe."),
             topic="place", source="page"),
        fact("tests", ("Tests of the ", answer("R-7", "vehicle", "Which rocket was tested first?",
             name="what", single=True), " began in ",
             answer("May 1957", "date", "When did tests of the first rocket begin?", name="when"),
             "."), source="paper"),
        fact("sites", ("The site has ",
             answer("ten", "number", "How many pads does the site have?"), " pads."),
             topic="place", set="more"),
    )  # fmt: skip
