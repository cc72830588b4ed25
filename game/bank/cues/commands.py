"""`cues PACK` for people and for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game import languages
from game.bank.cues.measure import TRUE_SHARE, Cues, Score, measure
from game.bank.cues.statistics import LEVEL
from game.packs.read import read_pack
from game.packs.report import print_problems

NAMES_SHOWN = 12


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
        print("\n".join(_lines(found)))
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


def _lines(found: Cues) -> list[str]:
    if not found.questions:
        return ["The pack gives no questions with three options or more."]
    lines = [
        f"{found.questions:,} questions with options about {found.facts:,} facts, under "
        f"{found.seeds} seeds.",
        "",
        f"{'guesser':<28} {'fires':>6} {'right then':>10} {'of all':>7} {'95 %':>7} {'chance':>7}"
        f" {'p':>7} {'Holm':>7}",
        *map(_row, found.scores),
        "",
    ]
    if found.true_share is not None:
        low, high = TRUE_SHARE
        lines.append(
            f"True is the key of {found.true_share:.1%} of {found.statements:,} statements "
            f"(±{found.true_half_width:.1%}; {low:.0%} to {high:.0%} is even)."
        )
    for place in found.positions:
        counts = ", ".join(f"{count:,}" for count in place.counts)
        lines.append(
            f"Keys among {place.options} options, by place: {counts} "
            f"(chi-square {place.chi_square:.2f}, p {place.p:.2f})."
        )
    if found.names:
        lines += ["", f"Most uneven of {len(found.names):,} names in two facts or more, a bank:"]
        lines += [
            f"  {name.text}: key {name.key:.1f} times in {name.key_facts} facts, "
            f"wrong {name.wrong:.1f} times in {name.wrong_facts}"
            for name in found.names[:NAMES_SHOWN]
        ]
    above = [score.name for score in found.scores if score.is_above]
    lines.append("")
    if above:
        lines.append(f"Above chance at {LEVEL:.0%}, corrected by Holm: {', '.join(above)}.")
    else:
        lines.append(f"No guesser is above chance at {LEVEL:.0%}, corrected by Holm.")
    return lines


def _row(score: Score) -> str:
    then = f"{score.when_fires:.3f}" if score.fires else "-"
    return (
        f"{score.name:<28} {score.fires:>6.1%} {then:>10} {score.accuracy:>7.3f} "
        f"±{score.half_width:>6.3f} {score.chance:>7.3f} {score.p:>7.3f} {score.p_holm:>7.3f}"
        + ("  above chance" if score.is_above else "")
    )
