"""Proposals as the files of a pack, and as what a program or a person reads of them."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from game.languages import catalogue
from game.packs.identifiers import slug
from game.phrase import Words, in_words, phrase
from game.workshop.article import Article
from game.workshop.drafting.propose import Drafted, LeftOut, Proposal
from game.workshop.drafting.question import Asked
from game.workshop.editors import first_line
from game.workshop.written_yaml import clean, quoted

SOURCE = "article"
"""The id of the source that all proposals cite."""

MOST_ID = 40
EASY_WORDS, EASY_LETTERS = 18, 90
_HEAD = phrase("Proposals from the article, sentence by sentence. Nobody plays them yet.")
_WHAT_TO_DO = (
    phrase(
        "Rewrite each in your own words before you share the pack: the article's sentences are its "
        'author\'s. Then take its line "draft: true" away: that accepts it. Delete what you do not '
        "want."
    ),
    phrase(
        "Every figure here stands in the paragraph that is cited; whether it is right, only you "
        "can say."
    ),
)
_WIDE = 96


def pack_files(article: Article, drafted: Drafted, text_file: str, words: Words) -> dict[str, str]:
    """The files of a pack by their paths; `text_file` has the article, a paragraph a line.

    `words` is the catalogue of the author's language, for what is said to them in comments.
    """
    return {
        "pack.yaml": _manifest(article, text_file, words),
        "facts/drafts.yaml": _facts(article, drafted.proposals, words),
    }


def _manifest(article: Article, text_file: str, words: Words) -> str:
    title = _plain(article.title)
    own = catalogue(article.language)
    kinds = {"html": own.gettext("a page of the web"), "pdf": own.gettext("a document")}
    kind = kinds.get(article.kind, own.gettext("an article"))
    first, came_from = own.gettext("First facts"), own.gettext("From one article")
    unknown, undated = in_words(phrase("unknown"), own), in_words(phrase("undated"), own)
    made = phrase(
        "Made by t-minus draft. Whatever says “{word}” is yours to fill in.", word=unknown
    )
    card = phrase("Stands on every card before the source.")
    licence = phrase(
        "Under which licence do you give your own sentences away? CC BY 4.0 is a good one."
    )
    sort = phrase(
        "What sort of source is it, in plain words? A newspaper, a museum's page, a guide."
    )
    text = phrase("`check --sources` compares each fact with this file. It is no part of the pack.")
    lines = [
        first_line("pack.yaml"),
        _comment(made, words),
        "format: 1",
        f"id: {quoted(slug(title) or 'drafted')}",
        "version: 0.1.0",
        f"language: {article.language}",
        f"title: {quoted(title)}",
        _comment(card, words),
        f"from: {quoted(came_from)}",
        _comment(licence, words),
        f"licence: {unknown}",
        f"authors: [{unknown}]",
        "",
        "sources:",
        f"  {SOURCE}:",
        f"    title: {quoted(title)}",
        f"    publisher: {unknown}",
        f"    {_comment(sort, words)}",
        f"    kind: {quoted(kind)}",
        f"    date: {article.day or undated}",
        f"    {_comment(text, words)}",
        f"    file: {quoted(text_file)}",
        f"    paragraphs: {len(article.paragraphs)}",
        "",
        "sets:",
        f"  first: {{title: {quoted(first)}, age: 10, chosen: always}}",
        "",
    ]
    return "\n".join(lines)


def _facts(article: Article, proposals: Sequence[Proposal], words: Words) -> str:
    ids = _ids(proposals)
    told = "\n\n".join(
        "\n".join(_entry(one, made, article, words))
        for one, made in zip(proposals, ids, strict=True)
    )
    body = f"facts:\n\n{told}\n" if proposals else "facts: []\n"
    advice = (line for one in _WHAT_TO_DO for line in textwrap.wrap(in_words(one, words), _WIDE))
    head = "\n".join([_comment(_HEAD, words), "#", *(f"# {line}" for line in advice)])
    return f"{first_line('facts/drafts.yaml')}\n{head}\n\n{body}"


def _comment(text: str, words: Words) -> str:
    """A line for the author, in their language. Nothing reads its words: who shows the doubts of
    a draft shows the comments that stand at it."""
    return f"# {_plain(in_words(text, words))}"


def _entry(one: Proposal, made: str, article: Article, words: Words) -> Iterator[str]:
    yield f"  - id: {made}"
    yield "    draft: true"
    for doubt in one.doubts:
        yield f"    {_comment(doubt, words)}"
    if one.dated and not article.day:
        yield "    # as_of: 2025-01-31"
    if one.label:
        yield f"    label: {quoted(_plain(one.label))}"
    if one.by:
        yield f"    by: {quoted(_plain(one.by))}"
    yield f"    fact: {quoted(_marked(one))}"
    if len(one.asked) == 1:
        yield f"    ask: {quoted(_plain(one.asked[0].ask))}"
    elif one.asked:
        yield "    ask:"
        yield from (f"      {q.name}: {quoted(_plain(q.ask))}" for q in one.asked)
    typed = [q for q in one.asked if q.type]
    if len(one.asked) == 1 and typed:
        yield f"    answers: {{type: {typed[0].type}}}"
    elif typed:
        yield "    answers:"
        yield from (f"      {q.name}: {{type: {q.type}}}" for q in typed)
    yield f"    from: {SOURCE} {one.paragraph}"
    if one.dated and article.day:
        yield f"    as_of: {article.day}"
    if not _is_easy(one):
        yield "    level: 2"


def _marked(one: Proposal) -> str:
    """The sentence with its answers in braces."""
    pieces: list[str] = []
    done = 0
    named = len(one.asked) > 1
    for question in one.asked:
        answer = one.sentence[question.start : question.end]
        pieces.append(_literal(one.sentence[done : question.start]))
        name = f"{question.name}: " if named or ":" in answer else ""
        pieces.append(f"{{{name}{answer}}}")
        done = question.end
    pieces.append(_literal(one.sentence[done:]))
    return _plain("".join(pieces))


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _plain(text: str) -> str:
    return " ".join(clean(text).split())


def _is_easy(one: Proposal) -> bool:
    return all(len(q.ask.split()) <= EASY_WORDS and len(q.ask) <= EASY_LETTERS for q in one.asked)


def _ids(proposals: Sequence[Proposal]) -> list[str]:
    """An id for each, from the words of its sentence without the answers; all are different."""
    seen: Counter[str] = Counter()
    found = []
    for one in proposals:
        words = [slug(word) for word in _without_answers(one).split()]
        base = "-".join([word for word in words if len(word) > 3][:3])[:MOST_ID].strip("-")
        base = base or "fact"
        seen[base] += 1
        found.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    taken = Counter(found)
    return [one if taken[one] == 1 else f"{one}-p{n}" for n, one in enumerate(found, start=1)]


def _without_answers(one: Proposal) -> str:
    text = list(one.sentence)
    for question in one.asked:
        text[question.start : question.end] = " " * (question.end - question.start)
    return " ".join("".join(text).split())


def left_out_text(left: Sequence[LeftOut], words: Words) -> str:
    """What nothing was proposed of, for people: paragraph, reason, sentence."""
    head = phrase("What nothing was proposed of, by paragraph, and why.")
    lines = [in_words(head, words), ""]
    lines += [f"{one.paragraph}: {in_words(one.reason, words)}\n    {one.sentence}" for one in left]
    return "\n".join(lines) + "\n"


def as_json(article: Article, drafted: Drafted) -> dict[str, Any]:
    """All that was made of an article, for programs: its words for people are English."""
    return {
        "title": article.title,
        "language": article.language,
        "paragraphs": len(article.paragraphs),
        "sentences": drafted.sentences,
        "proposals": [
            {
                "id": made,
                "fact": one.sentence,
                "label": one.label or None,
                "by": one.by or None,
                "answers": [_answer(one, question) for question in one.asked],
                "citations": [{"source": SOURCE, "paragraph": one.paragraph}],
                "doubts": list(one.doubts),
            }
            for one, made in zip(drafted.proposals, _ids(drafted.proposals), strict=True)
        ],
        "left_out": [
            {"paragraph": one.paragraph, "text": one.sentence, "reason": one.reason}
            for one in drafted.left_out
        ],
    }


def _answer(one: Proposal, question: Asked) -> dict[str, Any]:
    text = one.sentence[question.start : question.end]
    return {"name": question.name, "text": text, "ask": question.ask, "type": question.type}
