"""What a pack makes of each source: its facts by paragraph, and its keys by source."""

from __future__ import annotations

from collections import Counter, defaultdict

from game.packs.model import Citation, Pack


def keys_by_source(pack: Pack) -> list[str]:
    """How many facts and answers there are, and how many answers each source supports."""
    answers = sum(len(fact.answers) for fact in pack.facts)
    lines = [f"{len(pack.facts):,} facts with {answers:,} answers."]
    counts: Counter[str] = Counter()
    for fact in pack.facts:
        for answer in fact.answers:
            counts.update({citation.source for citation in fact.cited(answer)})
    if counts:
        each = ", ".join(f"{source.id} {counts[source.id]:,}" for source in pack.sources)
        lines.append(f"Answers by source: {each}.")
    return lines


def coverage_lines(pack: Pack) -> list[str]:
    """Every paragraph of every source with the facts that cite it, or why there is none."""
    cited: dict[Citation, list[str]] = defaultdict(list)
    for fact in pack.facts:
        for citation in fact.citations:
            cited[citation].append(fact.id)
    reasons: dict[Citation, list[str]] = defaultdict(list)
    for left in pack.left_out:
        reasons[left.citation].append(f"left out: {left.what} ({left.reason})")
    lines: list[str] = []
    for source in pack.sources:
        lines.append(f"{source.id}: {source.title}")
        for number in range(1, source.paragraphs + 1) if source.paragraphs else (0,):
            citation = Citation(source.id, number)
            facts = [", ".join(cited[citation])] if citation in cited else []
            what = [*facts, *reasons.get(citation, ())] or ["-"]
            lines += [
                f"  {number or 'all':>3}  {line}" if not n else f"       {line}"
                for n, line in enumerate(what)
            ]
    return lines
