"""How well `draft` reads articles: `python tests/tools/drafting.py FOLDER [--pack DIR] [--list]`.

FOLDER has the articles that a pack cites (by its `file:` patterns). What the pack's facts say of
years, dates and numbers is looked up in what is proposed of the paragraphs that they cite; each
figure of a proposal is looked up in its paragraph. With `--list` every proposal is printed with a
number, to be judged by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from game.packs.evidence import claims_of, stands_in  # noqa: E402
from game.packs.findings import Findings  # noqa: E402
from game.packs.grounding import read_sources  # noqa: E402
from game.packs.model import Pack  # noqa: E402
from game.packs.read import read_pack  # noqa: E402
from game.workshop.drafting.propose import Drafted, Proposal, draft  # noqa: E402


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a shipped fact in a paragraph that it cites and that has it."""

    fact: str
    figure: str
    source: str
    paragraph: int
    proposed: bool


def told_figures(
    pack: Pack, paragraphs: dict[str, list[str]], drafts: dict[str, Drafted]
) -> Iterator[Told]:
    """Every year, date and number that facts ask for, once for each fact that does."""
    for fact in pack.facts:
        for answer in fact.answers:
            if answer.type not in ("year", "date", "number"):
                continue
            (claim, *_) = [*claims_of(answer.text, frozenset()), None]
            if claim is None:
                continue
            there = [
                one
                for one in fact.cited(answer)
                if one.source in paragraphs
                and claim.stands(stands_in(paragraphs[one.source][one.paragraph - 1]))
            ]
            if not there:
                continue
            proposed = [
                one
                for one in there
                if any(
                    claim.stands(stands_in(proposal.sentence))
                    for proposal in drafts[one.source].proposals
                    if proposal.paragraph == one.paragraph
                )
            ]
            at = (proposed or there)[0]
            yield Told(fact.id, answer.text, at.source, at.paragraph, bool(proposed))


def invented(proposals: Sequence[Proposal], paragraphs: Sequence[str]) -> Iterator[str]:
    """Figures of proposals and their questions that do not stand in their paragraph."""
    for one in proposals:
        here = stands_in(paragraphs[one.paragraph - 1])
        for text in (one.sentence, *(q.ask for q in one.asked)):
            for claim in claims_of(text, frozenset()):
                if not claim.name and not claim.stands(here):
                    yield f"{claim.words} in “{text}”"


def listed(number: int, source: str, one: Proposal) -> Iterator[str]:
    """A proposal, a line for each question, as it is judged by hand."""
    if one.by:
        yield f"{number:>3} {source} {one.paragraph}: {one.by}: {one.sentence}"
    for at, question in enumerate(one.asked):
        answer = one.sentence[question.start : question.end]
        yield f"{number + at:>3} {source} {one.paragraph}: {question.ask} [{answer}]"


def main(arguments: Sequence[str]) -> int:
    """Print what was measured; 1 if a figure was invented."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pack", type=Path, default=ROOT / "questions" / "baikonur")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args(arguments)
    pack, _ = read_pack(options.pack)
    assert pack is not None
    paragraphs = read_sources(pack, options.folder, {}, Findings())
    drafts = {source: draft(texts) for source, texts in paragraphs.items()}
    count, wrong = 0, list[str]()
    for source, drafted in drafts.items():
        wrong += invented(drafted.proposals, paragraphs[source])
        for one in drafted.proposals:
            if options.list:
                print(*listed(count + 1, source, one), sep="\n")
            count += max(1, len(one.asked))
    told = list(told_figures(pack, paragraphs, drafts))
    found = sum(figure.proposed for figure in told)
    for lost in told:
        if not lost.proposed:
            print(f"not proposed: {lost.fact}: {lost.figure} ({lost.source} {lost.paragraph})")
    print(*(f"invented: {words}" for words in wrong), sep="\n", end="\n" if wrong else "")
    sentences = sum(drafted.sentences for drafted in drafts.values())
    print(f"{count} questions proposed from {sentences} sentences; {len(wrong)} figures invented.")
    print(f"Dated and numbered statements of the pack's facts that were proposed: "
          f"{found} of {len(told)}.")  # fmt: skip
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
