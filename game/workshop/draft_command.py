"""`draft`: an article in, a pack of drafts out."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game import paths
from game.languages import system_words
from game.packs.identifiers import slug
from game.phrase import Phrase, Words, counted, in_words, joined, phrase
from game.workshop.article import BadArticle, read_article
from game.workshop.draft_pack import as_json, left_out_text, pack_files
from game.workshop.drafting.propose import Drafted, LeftOut, draft
from game.workshop.editors import schema_files
from game.workshop.imported_pack import CannotWrite, put

_OF_ONE = re.compile(r" ?\([^()]*\)")
SHOWN = 5
"""Sentences that were left out and are shown; the file has them all."""


def draft_article(path: Path, out: Path | None, *, as_programs: bool) -> int:
    """Write a pack of proposals from an article, and its text beside it; gives the exit status."""
    words = system_words()
    try:
        article = read_article(path)
    except BadArticle as bad:
        print(in_words(str(bad), words), file=sys.stderr)
        return 1
    folder = out or Path(slug(path.stem) or "drafted")
    if folder.resolve() == Path.cwd() or not folder.resolve().name:
        here = phrase("This is the folder that you are in: -o names a new one inside it.")
        print(in_words(here, words), file=sys.stderr)
        return 1
    beside = paths.sources_beside(folder)
    text_file = f"{slug(path.stem) or 'article'}.txt"
    drafted = draft(article.paragraphs, article.language)
    if not drafted.proposals:
        none = phrase("No rule finds a fact in this article. What stands in it, and why not:")
        print(in_words(none, words), file=sys.stderr)
        print(left_out_text(drafted.left_out, words), file=sys.stderr)
        return 1
    files = pack_files(article, drafted, text_file, words)
    texts = {
        text_file: "\n".join(article.paragraphs) + "\n",
        "left-out.txt": left_out_text(drafted.left_out, words),
    }
    try:
        if beside.exists():
            raise CannotWrite(
                phrase("{path} is there already; -o names another folder for the pack", path=beside)
            )
        put({**files, **schema_files()}, folder)
        put(texts, beside)
    except CannotWrite as why:
        print(f"{in_words(str(why), words)}.", file=sys.stderr)
        return 1
    if as_programs:
        print(json.dumps(as_json(article, drafted), ensure_ascii=False, indent=2))
    lines = _told(drafted, folder, beside, text_file, words)
    print("\n".join(in_words(line, words) for line in lines), file=sys.stderr)
    return 0


def _reasons(left_out: Sequence[LeftOut], words: Words) -> Counter[str]:
    """The reasons, each as often as it is given; those that differ in a word alone as one."""
    kinds: dict[str, list[Phrase]] = {}
    for one in left_out:
        kinds.setdefault(one.reason.template, []).append(one.reason)
    said: Counter[str] = Counter()
    for alike in kinds.values():
        said[_of_all(alike, words)] += len(alike)
    return said


def _of_all(alike: Sequence[Phrase], words: Words) -> str:
    """What reasons of one kind say, without what each says of its own sentence."""
    said = _OF_ONE.sub("", in_words(alike[0], words))
    named = {in_words(one.values["word"], words) for one in alike if "word" in one.values}
    if len(named) < 2:
        return said
    word = in_words(alike[0].values["word"], words)
    return said.replace(word, in_words(phrase("{word} or another word", word=word), words), 1)


def _told(drafted: Drafted, folder: Path, beside: Path, text_file: str, words: Words) -> list[str]:
    """What was made, and what was left out and why."""
    answers = sum(max(1, len(one.asked)) for one in drafted.proposals)
    lines: list[str] = [
        phrase(
            "{proposals} with {questions} from {sentences}, in {file}.",
            proposals=counted("{count} proposal", "{count} proposals", len(drafted.proposals)),
            questions=counted("{count} question", "{count} questions", answers),
            sentences=counted("{count} sentence", "{count} sentences", drafted.sentences),
            file=folder / "facts" / "drafts.yaml",
        )
    ]
    reasons = _reasons(drafted.left_out, words)
    if reasons:
        lines.append(phrase("Left out, all of it in {file}:", file=beside / "left-out.txt"))
        lines += [f"  {count:>4}  {reason}" for reason, count in reasons.most_common(SHOWN)]
        rest = sum(reasons.values()) - sum(count for _, count in reasons.most_common(SHOWN))
        lines += [joined((f"  {rest:>4}  ", phrase("for other reasons")), "")] if rest else []
    return [
        *lines,
        phrase("Paragraphs are numbered by {file}.", file=beside / text_file),
        phrase(
            "Next: read each proposal, say it in your own words, "
            "take its line draft: true away, and"
        ),
        f"  {paths.program()} check {paths.typed(folder)}",
    ]
