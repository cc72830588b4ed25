"""`check`: every problem of a pack, and every flaw of the questions that it gives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game import languages
from game.bank.asked_twice import flag_asked_twice
from game.bank.bank import ROUND, Bank, build
from game.bank.called import KIND_NAMES
from game.bank.flaws import CRITERIA, Flaw, flaws, flaws_of_draw, setting_of
from game.bank.known import Known
from game.bank.question import Question
from game.bank.spec import Spec
from game.bank.text import capitalised
from game.packs.commands import check as check_pack
from game.packs.commands import check_language
from game.packs.findings import Findings, nearest
from game.packs.model import Allowed, Fact, Pack, Written
from game.packs.origin import Origin
from game.packs.read import PackReading
from game.packs.unknown import note_unknown
from game.phrase import Phrase, joined, phrase

MOST_SEEDS = 5
LOOKED_AT = 5_000
"""Questions that are enough: a small pack is looked at under several seeds, a large one once."""

SHOWN = 60
"""Letters of a prompt that a message repeats."""

_TOLD_BY = {"answered": "gives-away", "echo": "gives-away"}
"""Flaws of a question that go with the flaw of its fact which causes them."""

PACK_CODES = ("gives-away", "wrong-in-quotes")
"""Flaws of facts that reading a pack finds, and which an author may let stand as well."""


def check(
    pack: Path,
    sources: Path | None,
    globs: dict[str, str],
    coverage: bool,
    as_json: bool,
    language: str | None = None,
) -> int:
    """Print every problem and every flaw of a pack; 1 if there is an error or a flaw, else 0.

    `sources` is the folder with the cited documents, `globs` says which file a source is, by its
    id. With `coverage` facts that give one question alone are noted. With a `language` beside the
    pack's own it is about the facts in that language alone. 2 for wrong arguments.
    """

    short: list[str] = []

    def judge(reading: PackReading) -> None:
        bank = _bank_of(reading)
        short.extend(_what_a_round_lacks(bank, language))
        judge_questions(reading, bank=bank)
        if reading.pack is not None and language is None:
            note_unknown(reading.pack, reading.findings)
            note_silent_claims(reading, bank)
        if coverage and language is None:
            note_few_forms(reading, bank)

    if language is not None:
        status = check_language(pack, language, as_json, judge)
    else:
        status = check_pack(pack, sources, globs, coverage, as_json, judge, asked)
    for line in short:
        print(languages.spoken(line), file=sys.stderr if as_json else sys.stdout)
    return status


def _what_a_round_lacks(bank: Bank | None, language: str | None) -> Iterator[str]:
    """That the sets which are always chosen have too little for the usual round, if it is so."""
    if bank is None:
        return
    always = {one.id for one in bank.pack.sets if one.chosen == "always"}
    found = len(bank.facts_of(always))
    if 0 < found < ROUND and language is None:
        yield phrase(
            "A round of {wanted} needs as many facts or questions in the sets that are always "
            "chosen: {found} so far.",
            wanted=ROUND,
            found=found,
        )
    elif found < ROUND and language is not None:
        yield phrase(
            "A round of {wanted} in {language!r} needs as many facts or questions there, in the "
            "sets that are always chosen: {found} so far.",
            wanted=ROUND,
            language=language,
            found=found,
        )


def asked(pack: Pack) -> dict[str, frozenset[str]]:
    """The ids of the questions about each fact of a pack, by its id."""
    bank = build(pack)
    return {
        fact.id: frozenset(spec.id(pack.id) for spec in bank.of_fact(fact.id))
        for fact in bank.facts
    }


def _bank_of(reading: PackReading) -> Bank | None:
    """The bank of what was read; None if an error keeps it from being played."""
    if reading.pack is None or reading.findings.errors():
        return None
    return Bank(Known(reading.pack), 0, languages.catalogue(reading.pack.language))


def note_silent_claims(reading: PackReading, bank: Bank | None) -> None:
    """Note every claim of a pack that nothing in its bank is ever asked of, and why."""
    findings = reading.findings
    if bank is None or findings.errors():
        return
    for fact, origin in zip(bank.pack.facts, reading.origins, strict=True):
        if not fact.by or any(True for _ in bank.of_fact(fact.id)):
            continue
        message = phrase("this claim gives no question: it marks no answer")
        if fact.answers:
            message = phrase(
                "this claim gives no question: none of its questions names its speaker"
            )
        advice = phrase(
            "put what was said in braces and begin ask with “According to {by}”, or mark "
            "the speaker, ask who said it, and name two others under wrong:",
            by=fact.by[:40],
        )
        findings.add_at(fact.place, origin, "silent-claim", message, advice, "note")


def note_few_forms(reading: PackReading, bank: Bank | None) -> None:
    """Note every fact that cannot come back in another form when it was missed, or not at all."""
    findings = reading.findings
    if bank is None or findings.errors():
        return
    for fact, origin in zip(bank.pack.facts, reading.origins, strict=True):
        forms = [spec for spec in bank.of_fact(fact.id) if not spec.more]
        if len(forms) > 1 or (fact.by and not forms):
            continue
        message = phrase("this fact gives no question")
        if forms:
            message = phrase(
                "this fact gives one question alone ({kind})", kind=KIND_NAMES[forms[0].kind]
            )
        advice = phrase(
            "a second wording under ask:, or two options under wrong:, give it another form"
        )
        findings.add_at(fact.place, origin, "few-forms", message, advice, "note")


def judge_questions(
    reading: PackReading,
    wanted: Callable[[], bool] = lambda: True,
    bank: Bank | None = None,
) -> bool:
    """Add the flaws of all questions to what was found in the pack, unless it cannot be played.

    `bank` is the pack's, if it has been built already. Flaws that the author allows go, and so do
    those that the pack's own reading has named; an `allow` for what is no flaw here is a note.
    `wanted` is asked before each question, and once it is False nothing more is found; whether all
    were looked at comes back.
    """
    findings = reading.findings
    if bank is None:
        bank = _bank_of(reading)
    if bank is None or findings.errors():
        return True
    asked_about = bank.pack.asked
    origins = {
        fact.id: origin
        for fact, origin in zip(
            asked_about, (*reading.origins, *reading.written_origins), strict=True
        )
    }
    flag_asked_twice(bank.pack, origins, findings)
    used: set[Allowed] = set()
    for fact in asked_about:
        if fact.allowed:
            gone = findings.let_stand(origins[fact.id], {one.code for one in fact.allowed})
            used |= {one for one in fact.allowed if one.code in gone}
    told = {(one.path, one.code) for one in findings.in_order()}
    for found in _found(bank, wanted):
        origin = origins[found.fact.id]
        allowing = found.fact.allowing(found.answer, found.code)
        used.update(allowing)
        same = (found.code, _TOLD_BY.get(found.code, found.code))
        if not allowing and not any((str(origin), code) in told for code in same):
            findings.add_at(
                found.fact.place, origin, found.code, found.message, found.advice, "flaw"
            )
    if not wanted():
        return False
    for fact in asked_about:
        _judge_allowed(fact, origins[fact.id], used, findings)
    return True


@dataclass(frozen=True, slots=True)
class _Found:
    fact: Fact
    answer: str
    code: str
    message: str
    advice: str


def _found(bank: Bank, wanted: Callable[[], bool]) -> Iterator[_Found]:
    """Each flaw of each answer once, whatever the wording, the kind and the seed."""
    seen: set[tuple[str, str, str]] = set()
    events = {capitalised(event.text): event for event in bank.known.timeline.events}
    for spec, question, flaw in _flaws_under_seeds(bank, wanted):
        fact, answer = spec.fact, spec.answer
        if lent := events.get(_about(flaw)):
            # It joins the options of many, and can be mended at its own fact alone.
            fact, answer = lent.fact, lent.answer
        name = "" if isinstance(fact, Written) else answer.name
        mark = (fact.id, name, f"{flaw.code} {flaw.message}")
        if mark not in seen:
            seen.add(mark)
            message = phrase(
                "{flaw}; in {kind} “{prompt}”",
                flaw=flaw.message,
                kind=KIND_NAMES[spec.kind],
                prompt=_short(question.prompt),
            )
            advice = joined((flaw.advice, f"({flaw.code}: {flaw.source})"), " ")
            yield _Found(fact, answer.name, flaw.code, message, advice)


def _about(flaw: Flaw) -> str:
    """The option that a flaw is about, whatever stands beside it; "" for any other flaw."""
    values = flaw.message.values if isinstance(flaw.message, Phrase) else {}
    return str(values.get("text", ""))


def _flaws_under_seeds(
    bank: Bank, wanted: Callable[[], bool]
) -> Iterator[tuple[Spec, Question, Flaw]]:
    """Every flaw of each question under as many seeds as the pack is looked at under."""
    setting = setting_of(bank.known)
    seeds = min(MOST_SEEDS, max(1, LOOKED_AT // max(1, len(bank))))
    faultless: set[tuple[str, ...]] = set()
    for seed in range(seeds):
        seeded = bank.under(seed)
        for spec in bank.specs:
            if not wanted():
                return
            question = seeded.make(spec)
            drawn = (question.id, question.prompt, question.key, *sorted(question.options))
            look_for = flaws_of_draw if drawn in faultless else flaws
            of_fact = None if isinstance(spec.fact, Written) else spec.answer
            found = [*look_for(question, setting, of_fact)]
            if seeds > 1 and not found:
                faultless.add(drawn)
            for flaw in found:
                yield spec, question, flaw


def _short(prompt: str) -> str:
    prompt = " ".join(prompt.split())
    return prompt if len(prompt) <= SHOWN else f"{prompt[:SHOWN].rsplit(' ', 1)[0]} ..."


def _judge_allowed(fact: Fact, origin: Origin, used: set[Allowed], findings: Findings) -> None:
    codes = [*(criterion.code for criterion in CRITERIA), *PACK_CODES]
    for one in fact.allowed:
        mark = origin.mark("allow")
        if one.code not in codes:
            findings.add(
                origin.file,
                mark,
                f"{origin} allow",
                "unknown-flaw",
                phrase(
                    "there is no flaw '{code}'{close}",
                    code=one.code,
                    close=nearest(one.code, codes),
                ),
                phrase("check prints the codes"),
            )
        elif one not in used:
            findings.add(
                origin.file,
                mark,
                f"{origin} allow",
                "nothing-to-allow",
                phrase("no question has the flaw '{code}' any more", code=one.code),
                phrase("delete the line"),
                "note",
            )
