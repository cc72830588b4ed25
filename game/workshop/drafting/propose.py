"""An article's paragraphs as proposals: facts for an author to accept, reword or drop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.phrase import Phrase, counted, joined, phrase
from game.workshop.article_day import NEAR_THE_TOP, PUBLISHED, day_said
from game.workshop.drafting import foreign
from game.workshop.drafting.asking import asked, count_of_the_day, has_first, judges, of_the_day
from game.workshop.drafting.clauses import Clause, tokens
from game.workshop.drafting.entities import people_in
from game.workshop.drafting.first_words import Letters, letters_of
from game.workshop.drafting.foreign_sayings import foreign_saying, vague_inside, vague_start
from game.workshop.drafting.labels import common_words, label_of, with_common
from game.workshop.drafting.question import Asked
from game.workshop.drafting.sayings import NO_SPEAKER, Saying, is_speech, saying
from game.workshop.drafting.sentences import sentences
from game.workshop.drafting.statements import Statement, last_clause, statements

MOST_WORDS = 45
"""Words of a sentence; longer ones are seldom a fact that can be asked for."""

MOST_LETTERS = 380
MOST_GAP_WORDS = 28
"""Of a question that is a sentence with a gap, the words around it included."""
MOST_READ = 1_500
"""Letters of a sentence that is looked into at all; clauses of a longer one may still be short."""

MOST_ANSWERS = 3
_NONE = joined(())
_LONG_GAP = phrase("it is too long to be asked by a gap; cut it by hand")
_VAGUE = frozenset(
    (
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "this",
        "these",
        "that",
        "those",
        "their",
        "his",
        "her",
        "its",
        "our",
        "my",
        "such",
    )
)

_PART = re.compile(r"(?:[\w-]+ ){1,4}of (?P<word>them|these|those|it|us)\b")
_ENDS = re.compile(r"[.!?…][»”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact as it is proposed. `sentence` is made of the article's words alone.

    `asked` are its answers with their questions, in the order of the sentence; a claim has none,
    and `by` says whose it is. `doubts` are sentences for the author.
    """

    paragraph: int
    sentence: str
    asked: tuple[Asked, ...]
    by: str = ""
    dated: bool = False
    doubts: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence of an article that nothing is proposed of, and why.

    What a reason has in round brackets is of this sentence alone, and so is its value `word`.
    """

    paragraph: int
    sentence: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Drafted:
    """All that was made of an article, in its order."""

    proposals: tuple[Proposal, ...]
    left_out: tuple[LeftOut, ...]
    sentences: int


def draft(paragraphs: Sequence[str], language: str = "en") -> Drafted:
    """The proposals of an article whose paragraphs are these, the first of them number 1."""
    proposals: list[Proposal] = []
    left: list[LeftOut] = []
    seen: set[str] = set()
    count = 0
    people = people_in(paragraphs)
    common = common_words(paragraphs)
    letters = letters_of(paragraphs)
    for number, paragraph in enumerate(paragraphs, start=1):
        before: Clause | None = None
        near = number <= NEAR_THE_TOP and language in PUBLISHED
        dates = near and day_said(paragraph, language)
        for sentence in sentences(paragraph):
            count += 1
            if dates:
                own = phrase("it says when the article was published, and dates the source")
                left.append(LeftOut(number, sentence, own))
                continue
            if not _is_sentence(sentence):
                left.append(LeftOut(number, sentence, _no_sentence(sentence)))
                continue
            if language.split("-")[0] != "en" and len(sentence) > MOST_LETTERS:
                words = len(sentence.split())
                found = list[Proposal]()
                reason = counted(
                    "it is too long ({count} word)", "it is too long ({count} words)", words
                )
            elif language.split("-")[0] != "en":
                found, reason = _of_foreign(number, sentence, language, letters)
            else:
                found, reason, before = _of_sentence(number, sentence, before, people, common)
            fresh = [one for one in found if _mark(one) not in seen]
            seen.update(map(_mark, fresh))
            proposals += fresh
            if not fresh:
                reason = phrase("the same was proposed before") if found else reason
                left.append(LeftOut(number, sentence, reason))
    return Drafted(_told_apart(proposals), tuple(left), count)


def _no_sentence(sentence: str) -> Phrase:
    if " | " in sentence:
        return phrase("it is a row of a table: make its facts by hand, or a table of facts")
    return phrase("it is a heading, or no whole sentence")


def _of_foreign(
    number: int, sentence: str, language: str, letters: Letters
) -> tuple[list[Proposal], Phrase]:
    """The proposals of a sentence in another language than English, and why there are none."""
    code = language.split("-")[0]
    told = foreign_saying(sentence, code)
    if isinstance(told, Saying):
        return [_claim(number, told)], _NONE
    if told is not None:
        return [], told
    made = foreign.propose(sentence, language, letters)
    if not made:
        return [], phrase("it has no year, date or number")
    doubts = []
    if vague := vague_start(sentence, code):
        doubts.append(
            phrase(
                "“{word}” stands for something before it: name it in the fact and in ask.",
                word=vague,
            )
        )
    if words := vague_inside(sentence, code):
        doubts.append(
            phrase(
                "Does it stand alone? {words} may need the sentence before.", words=_quoted(words)
            )
        )
    if any("___" in one.ask for one in made):
        doubts.append(phrase("Ask more plainly, if you can."))
    return [Proposal(number, sentence, made, doubts=tuple(doubts))], _NONE


def _told_apart(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """The proposals without the labels that several of them have."""
    often = Counter(one.label for one in proposals)
    return tuple(replace(one, label="") if often[one.label] > 1 else one for one in proposals)


def _mark(one: Proposal) -> str:
    return f"{one.by} {one.sentence.casefold()}"


def _is_sentence(sentence: str) -> bool:
    words = [one for one in tokens(sentence) if one.text.isalpha() and one.text.islower()]
    return _ENDS.search(sentence) is not None and len(words) > 1


def _of_sentence(
    number: int,
    sentence: str,
    before: Clause | None,
    people: frozenset[str],
    common: frozenset[str],
) -> tuple[list[Proposal], Phrase, Clause | None]:
    """The proposals of a sentence, why there are none, and its clause for the next."""
    open_quote = sentence.count("“") != sentence.count("”") or sentence.count('"') % 2
    if sentence.endswith(("?", "!")) or open_quote:
        return [], phrase("it asks, calls out, or is a part of what somebody says"), None
    made = saying(sentence)
    if isinstance(made, Saying):
        return [_claim(number, made)], _NONE, None
    if made is not None:
        return [], made, None
    if is_speech(sentence):
        return [], NO_SPEAKER, None
    if len(sentence) > MOST_READ:
        return [], _too_long(sentence), None
    if len(sentence.split()) > MOST_WORDS or len(sentence) > MOST_LETTERS:
        pieces = [one for one in statements(sentence, before, people) if _is_short(one)]
        if not pieces:
            return [], _too_long(sentence), None
    found = [one for one in statements(sentence, before, people) if _is_short(one)]
    last = last_clause(found)
    proposals, reasons = [], []
    told = _told_in_passing(found)
    for one in found:
        questions = list(asked(one))
        if not one.in_passing:
            questions = [q for q in questions if not _is_told(one, q, told)]
        short = [q for q in questions if not _is_long_gap(q)]
        reason = _against(one, short) if short or not questions else _LONG_GAP
        questions = short
        if reason:
            reasons.append(reason)
        else:
            lowered = [replace(q, ask=with_common(q.ask, one.text, common)) for q in questions]
            proposals.append(_proposal(number, sentence, one, lowered))
    reason = reasons[0] if reasons else phrase("no rule finds a question in it")
    return proposals, reason, last


def _too_long(sentence: str) -> Phrase:
    return counted(
        "it is too long ({count} word); cut it by hand",
        "it is too long ({count} words); cut it by hand",
        len(sentence.split()),
    )


def _is_short(one: Statement) -> bool:
    return len(one.text.split()) <= MOST_WORDS and len(one.text) <= MOST_LETTERS


def _told_in_passing(found: list[Statement]) -> set[str]:
    """Answers that a shorter statement of the same sentence asks for."""
    return {_bare(one, q) for one in found if one.in_passing for q in asked(one)}


def _is_long_gap(question: Asked) -> bool:
    """Whether nobody would read a question by a gap to its end."""
    return "belongs in the gap" in question.ask and len(question.ask.split()) > MOST_GAP_WORDS


def _is_told(one: Statement, question: Asked, told: set[str]) -> bool:
    """Whether a shorter statement asks for the same; for a gap the number is enough of it."""
    answer = _bare(one, question)
    gap = "belongs in the gap" in question.ask
    return answer in told or (gap and any(text.startswith(f"{answer} ") for text in told))


def _bare(one: Statement, question: Asked) -> str:
    return one.text[question.start : question.end].casefold()


def _against(one: Statement, questions: list[Asked]) -> Phrase | None:
    """Why a statement is not proposed, None if it is."""
    subject = one.text if one.clause is None else one.clause.subject
    word = subject.partition(" ")[0]
    if word.casefold() in _VAGUE:
        return phrase(
            "{word} stands for something that the sentence before does not name plainly",
            word=phrase("“{word}”", word=word),
        )
    if part := _PART.match(subject):
        return phrase(
            "{word} stands for something that the sentence before does not name plainly",
            word=phrase("“{word}”", word=part["word"]),
        )
    figure = any(q.name not in ("who", "what", "where", "why") for q in questions)
    if not figure and not (questions and has_first(one.text)) and (words := judges(one.text)):
        return phrase("it judges rather than tells (“{opinion}”)", opinion=words[0])
    if not questions:
        return phrase("no rule here makes a question of it; perhaps you can")
    return None


def _claim(number: int, made: Saying) -> Proposal:
    doubt = phrase(
        "Somebody says this, and nothing is asked of it yet: put what was said in braces, and "
        "begin ask with “According to {by}”.",
        by=made.by,
    )
    return Proposal(number, made.said, (), by=made.by, doubts=(doubt,))


def _proposal(number: int, sentence: str, one: Statement, questions: list[Asked]) -> Proposal:
    chosen = sorted(questions[:MOST_ANSWERS], key=lambda q: q.start)
    doubts = []
    for pronoun, name in one.resolved:
        doubts.append(
            phrase("“{pronoun}” was read as “{name}”: is that right?", pronoun=pronoun, name=name)
        )
    if one.points:
        doubts.append(
            phrase(
                "Does it stand alone? {words} may need the sentence before.",
                words=_quoted(one.points),
            )
        )
    if words_of := judges(one.text):
        doubts.append(
            phrase(
                "It judges: leave out {words}, or say whose word it is.", words=_quoted(words_of)
            )
        )
    if contrast := _contrast(one, sentence):
        doubts.append(
            phrase("It was cut from a contrast (“{word}”): is it true without it?", word=contrast)
        )
    day = of_the_day(sentence)
    things = count_of_the_day(one)
    if things and not day:
        doubts.append(
            phrase(
                "How many {things} there are changes: as_of: with the article's day says so.",
                things=things,
            )
        )
    if day:
        doubts.append(
            phrase("“{words}”: true on the article's day; as_of: with that day says so.", words=day)
        )
    if any("belongs in the gap" in q.ask or " was that?" in q.ask for q in chosen):
        doubts.append(phrase("Ask more plainly, if you can."))
    return Proposal(
        number,
        one.text,
        tuple(chosen),
        "",
        bool(day or things),
        tuple(doubts),
        label_of(one, chosen),
    )


def _quoted(words: Iterable[str]) -> Phrase:
    return joined(phrase("“{word}”", word=word) for word in words)


def _contrast(one: Statement, sentence: str) -> str:
    """The word that sets a piece of a sentence against the rest of it, "" if there is none."""
    bare = re.escape(one.text[1:].rstrip(".!"))
    match = re.search(rf"{bare},? (while|whereas|but)\b|\b(while|whereas|but) \w{bare}", sentence)
    return match[1] or match[2] if match else ""
