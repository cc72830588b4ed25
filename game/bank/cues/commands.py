"""`cues PACK` for people and for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import languages
from game.bank.cues.measure import TRUE_SHARE, Cues, Name, Score, measure
from game.bank.cues.statistics import LEVEL
from game.packs.read import read_pack
from game.packs.report import print_problems
from game.phrase import Words, in_words, joined, phrase

NAMES_SHOWN = 12
_LEAST_WIDE = (28, 6, 10, 7, 7, 7, 7, 7)


def cues(pack: Path, as_json: bool, language: str | None = None) -> int:
    """Print how well guessers do that know nothing; 1 if one is above chance, else 0.

    1 as well, with the reasons, if the pack cannot be read. With a `language` beside the pack's own
    on the questions in that one alone.
    """
    read, problems = read_pack(pack, language or "")
    if read is None:
        print_problems([one for one in problems if one.severity == "error"], sys.stderr)
        return 1
    found = measure(read, catalogue=languages.catalogue(read.language))
    if as_json:
        print(json.dumps(_as_json(found), indent=2, ensure_ascii=False))
    else:
        words = languages.system_words()
        print("\n".join(_lines(found, words)))
    return int(not found.is_clean)


def _as_json(found: Cues) -> dict[str, Any]:
    plain = asdict(found)
    plain["scores"] = [
        asdict(score)
        | {
            "low": score.accuracy - score.half_width,
            "high": score.accuracy + score.half_width,
            "above": score.is_above,
        }
        for score in found.scores
    ]
    plain["guessers"] = plain.pop("scores")
    plain["clean"] = found.is_clean
    return plain


def _lines(found: Cues, words: Words) -> Iterator[str]:
    if not found.questions:
        yield in_words(phrase("The pack gives no questions with three options or more."), words)
        return
    about = phrase(
        "{questions:,} questions with options about {facts:,} facts, under {seeds} seeds.",
        questions=found.questions,
        facts=found.facts,
        seeds=found.seeds,
    )
    yield from (in_words(about, words), "", *_table(found.scores, words), "")
    if found.true_share is not None:
        low, high = TRUE_SHARE
        share = phrase(
            "True is the key of {share:.1%} of {statements:,} statements (±{half_width:.1%}; "
            "{low:.0%} to {high:.0%} is even).",
            share=found.true_share,
            statements=found.statements,
            half_width=found.true_half_width,
            low=low,
            high=high,
        )
        yield in_words(share, words)
    for place in found.positions:
        counts = (phrase("{count:,}", count=count) for count in place.counts)
        keys = phrase(
            "Keys among {options} options, by place: {counts} "
            "(chi-square {chi_square:.2f}, p {p:.2f}).",
            options=place.options,
            counts=joined(counts),
            chi_square=place.chi_square,
            p=place.p,
        )
        yield in_words(keys, words)
    if found.names:
        uneven = phrase(
            "Most uneven of {names:,} names in two facts or more, a bank:", names=len(found.names)
        )
        yield from ("", in_words(uneven, words))
        yield from (f"  {in_words(_name(name), words)}" for name in found.names[:NAMES_SHOWN])
    above = joined(score.name for score in found.scores if score.is_above)
    said = phrase("No guesser is above chance at {level:.0%}, corrected by Holm.", level=LEVEL)
    if above:
        said = phrase(
            "Above chance at {level:.0%}, corrected by Holm: {guessers}.",
            level=LEVEL,
            guessers=above,
        )
    yield from ("", in_words(said, words))


def _name(name: Name) -> str:
    return phrase(
        "{name}: key {key:.1f} times in {key_facts} facts, wrong {wrong:.1f} times in "
        "{wrong_facts}",
        name=name.text,
        key=name.key,
        key_facts=name.key_facts,
        wrong=name.wrong,
        wrong_facts=name.wrong_facts,
    )


def _table(scores: Sequence[Score], words: Words) -> Iterator[str]:
    """A line for each guesser, under heads in columns that are as wide as the words need."""
    heads = (
        phrase("guesser"),
        phrase("fires"),
        phrase("right then"),
        phrase("of all"),
        "95 %",
        phrase("chance"),
        "p",
        "Holm",
    )
    rows = [tuple(in_words(head, words) for head in heads)]
    rows += ((in_words(score.name, words), *_cells(score)) for score in scores)
    wide = [
        max(least, *map(len, column))
        for least, column in zip(_LEAST_WIDE, zip(*rows, strict=True), strict=True)
    ]
    above = "  " + in_words(phrase("above chance"), words)
    for (name, *cells), is_above in zip(rows, (False, *(s.is_above for s in scores)), strict=True):
        numbers = " ".join(f"{cell:>{w}}" for cell, w in zip(cells, wide[1:], strict=True))
        yield f"{name:<{wide[0]}} {numbers}" + (above if is_above else "")


def _cells(score: Score) -> tuple[str, ...]:
    then = f"{score.when_fires:.3f}" if score.fires else "-"
    accuracy, half_width = f"{score.accuracy:.3f}", f"±{score.half_width:>6.3f}"
    rest = (f"{number:.3f}" for number in (score.chance, score.p, score.p_holm))
    return (f"{score.fires:.1%}", then, accuracy, half_width, *rest)
