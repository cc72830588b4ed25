"""`draft`: an article in, a pack of drafts out."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.packs.identifiers import slug
from game.workshop.article import BadArticle, read_article
from game.workshop.draft_pack import as_json, left_out_text, pack_files
from game.workshop.drafting.propose import Drafted, LeftOut, draft
from game.workshop.editors import schema_files
from game.workshop.imported_pack import CannotWrite, put

_QUOTED = re.compile(r"“[^”]*”")
SHOWN = 5
"""Sentences that were left out and are shown; the file has them all."""


def draft_article(path: Path, out: Path | None, *, as_programs: bool) -> int:
    """Write a pack of proposals from an article, and its text beside it; gives the exit status."""
    try:
        article = read_article(path)
    except BadArticle as bad:
        print(bad, file=sys.stderr)
        return 1
    folder = out or Path(slug(path.stem) or "drafted")
    if folder.resolve() == Path.cwd() or not folder.resolve().name:
        print("This is the folder that you are in: -o names a new one inside it.", file=sys.stderr)
        return 1
    beside = folder.with_name(f"{folder.name}-sources")
    text_file = f"{slug(path.stem) or 'article'}.txt"
    drafted = draft(article.paragraphs, article.language)
    if not drafted.proposals:
        print(
            "No rule finds a fact in this article. What stands in it, and why not:", file=sys.stderr
        )
        print(left_out_text(drafted.left_out), file=sys.stderr)
        return 1
    files = pack_files(article, drafted, text_file)
    texts = {
        text_file: "\n".join(article.paragraphs) + "\n",
        "left-out.txt": left_out_text(drafted.left_out),
    }
    try:
        if beside.exists():
            raise CannotWrite(f"{beside} is there already; -o names another folder for the pack")
        put({**files, **schema_files()}, folder)
        put(texts, beside)
    except CannotWrite as why:
        print(f"{why}.", file=sys.stderr)
        return 1
    if as_programs:
        print(json.dumps(as_json(article, drafted), ensure_ascii=False, indent=2))
    _tell(drafted, folder, beside, text_file)
    return 0


def _grouped(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """The reasons, each as often as it is given; those that differ in a word alone as one."""
    first: dict[str, str] = {}
    alike: Counter[str] = Counter()
    keys = []
    for one in left_out:
        plain = re.sub(r" ?\([^()]*\)", "", one.reason)
        key = _QUOTED.sub("“”", plain)
        keys.append(key)
        alike[key] += first.setdefault(key, plain) != plain
    yield from (
        _QUOTED.sub(r"\g<0> or another word", first[key], count=1) if alike[key] else first[key]
        for key in keys
    )


def _tell(drafted: Drafted, folder: Path, beside: Path, text_file: str) -> None:
    """What was made, and what was left out and why, on standard error."""
    answers = sum(max(1, len(one.asked)) for one in drafted.proposals)
    lines = [
        f"{len(drafted.proposals)} proposals with {answers} questions from {drafted.sentences} "
        f"sentences, in {folder / 'facts' / 'drafts.yaml'}.",
    ]
    reasons = Counter(_grouped(drafted.left_out))
    if reasons:
        lines.append(f"Left out, all of it in {beside / 'left-out.txt'}:")
        lines += [f"  {count:>4}  {reason}" for reason, count in reasons.most_common(SHOWN)]
        rest = sum(reasons.values()) - sum(count for _, count in reasons.most_common(SHOWN))
        lines += [f"  {rest:>4}  for other reasons"] if rest else []
    lines += [
        f"Paragraphs are numbered by {beside / text_file}.",
        "Next: read each proposal, say it in your own words, take its line draft: true away, and",
        f"  t-minus check {shlex.quote(str(folder))} --sources {shlex.quote(str(beside))}",
    ]
    print("\n".join(lines), file=sys.stderr)
