"""What a sentence states, piece by piece: its clauses, and what it says in passing of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.workshop.drafting.clauses import Clause, inner, parse, squeezed
from game.workshop.drafting.entities import is_person, is_plural
from game.workshop.drafting.words_of import english, listed, verbs

MOST_WORDS = 32
LEAST_WORDS = 4

_NAME = (
    r"(?:[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|\d{1,3}\b|of|de|von|van|al|ibn|bin|the(?= [A-Z])))*)"
)
_ANTECEDENT = rf"(?P<name>(?:(?:[Tt]he )?(?:[a-z]+ ){{0,2}}of )?(?:[Tt]he )?{_NAME})"
_RELATIVE = re.compile(rf"{_ANTECEDENT}, (?:who|which) (?P<said>(?:[^,;:]|,(?=\d{{3}}))+)")
_APPOSED = re.compile(
    rf"(?P<name>{_NAME}), (?P<what>(?:the|its|his|her|their|a|an) (?:[^,;:—–]|,(?=\d{{3}}))+)"
    r"(?=[,.;—–]|$)"
)
_EVENT = re.compile(
    rf"(?P<what>(?:(?:[Tt]he|its|his|her|their) |{_NAME}[’']s? )(?:[a-z-]+ ){{0,3}}(?:"
    rf"{'|'.join(listed('events'))})(?: (?:of|from|to|at|between) [^,;:()]*?)?) "
    rf"(?P<time>(?:in|on) (?:(?:[A-Z][a-z]+ )?(?:\d{{1,2}},? )?)?\d{{4}})\b"
)
_BECOMING = re.compile(r", (?P<said>becoming [^,;]+)")
_SPLIT = re.compile(
    r";\s+|,? (?:and|but) (?=in \d{4}(?:,| (?:he|she|it|they|the)\b))|"
    r", (?:and|but|while) |: (?=in \d{4},)"
)
_WHERE_FIRST = re.compile(r", where (?P<said>the (?:first|only|last|largest)\b[^,;]+)")
_PRONOUN = re.compile(r"(?:It|He|She|They|it|he|she|they)\b")
_COUNTED = re.compile(
    r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) "
)
_POINTS = re.compile(
    r"\b(?:this|these|those|such|the former|the latter|there|here|"
    r"that (?:year|time|day|place)|(?:\w+ )?(?:days|weeks|months|years) (?:later|before))\b",
    re.IGNORECASE,
)
_SHORT_FOR = re.compile(r"\b(?:it|its|he|his|she|her|they|their|them|him)\b", re.IGNORECASE)
_BE_FORMS = ("is", "are", "was", "were", "became")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of its own, made of words of the article.

    `resolved` are pairs of a pronoun and of what was put in its place; `points` are words in it
    that may need the sentence before it to be understood. `clause` is None if it is not plain.
    """

    text: str
    clause: Clause | None
    resolved: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    in_passing: bool = False
    people: frozenset[str] = frozenset()


def statements(
    sentence: str, before: Clause | None, people: frozenset[str] = frozenset()
) -> list[Statement]:
    """The statements of a sentence; `before` is the clause before it in its paragraph.

    `people` are surnames that the article gives to somebody, so that "he" may be one of them.
    """
    found: list[Statement] = []
    last = before
    at = 0
    for piece in _pieces(sentence):
        at = sentence.find(piece, at)
        text = _without_opener(piece)
        clause = parse(text)
        # In "Ada leased the site, and it grew" nothing tells which of the two is meant.
        plain = at <= 0 or sentence[:at].rstrip()[-1:] in ":;"
        text, clause, resolved = _resolved(text, clause, last, people, plain)
        found.append(_statement(text, clause, resolved))
        found += _in_passing(text, clause)
        if clause is not None and _says_what(clause):
            last = clause
    return [replace(one, people=people) for one in found]


def last_clause(found: list[Statement]) -> Clause | None:
    """The clause of a sentence's statements whose subject a pronoun in the next may stand for."""
    for one in reversed(found):
        if one.clause is not None and not one.in_passing:
            return one.clause if _says_what(one.clause) else None
    return None


def _says_what(clause: Clause) -> bool:
    first = clause.subject.partition(" ")[0].casefold()
    return first not in english("pronouns") and not first.startswith(("“", '"'))


def _statement(
    text: str,
    clause: Clause | None,
    resolved: tuple[tuple[str, str], ...],
    *,
    passing: bool = False,
) -> Statement:
    text = text[0].upper() + text[1:] if text else text
    text = text.rstrip(" ,;:") + ("" if text.endswith((".", "!", "?")) else ".")
    points = list(dict.fromkeys(match[0] for match in _POINTS.finditer(text)))
    if clause is not None and clause.subject.casefold() in ("it", "he", "she", "they", "we", "you"):
        points.append(clause.subject)
    points += _unnamed(text, clause)
    return Statement(text, clause, resolved, tuple(dict.fromkeys(points)), passing)


def _unnamed(text: str, clause: Clause | None) -> Iterator[str]:
    """The pronouns of a statement that its own subject does not plainly stand for."""
    subject = clause.subject if clause is not None else ""
    ends = text.find(subject) + len(subject)
    # In "The Ob is its longest tributary" the subject is what is told of somebody else.
    told = clause is not None and clause.helper in _BE_FORMS
    somebody = is_person(subject)
    for match in _SHORT_FOR.finditer(text):
        several = match[0].casefold() in ("they", "their", "them")
        first = told and clause is not None and clause.rest.startswith(f"{match[0]} ")
        thing = match[0].casefold() in ("it", "its")
        if somebody and thing and match.start() >= ends:
            yield match[0]
            continue
        if not subject or first or match.start() < ends or several != is_plural(subject):
            yield match[0]


def _pieces(sentence: str) -> list[str]:
    """The clauses of a sentence that stand on their own, or the sentence."""
    text = re.sub(r"^[A-Z]{3,}(?:, [A-Z]\w+ \d{1,2})?\.? [–—-] ", "", sentence).rstrip(".")
    for match in _SPLIT.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if left.count("“") != left.count("”") or left.count("(") != left.count(")"):
            continue
        here, there = parse(left), parse(right)
        if here is None or there is None or re.search(r"\b(?:who|which|that)\b", there.subject):
            continue
        if right.split()[1] in english("relatives") or right.startswith(("that ", "which ")):
            continue
        if len(left.split()) >= LEAST_WORDS and len(right.split()) >= LEAST_WORDS:
            return [left, *_pieces(right)]
    return [text]


def _without_opener(text: str) -> str:
    for opener in listed("openers"):
        if text.startswith((f"{opener} ", f"{opener}, ")):
            rest = text[len(opener) :].lstrip(", ")
            if opener not in ("So", "Yet") or rest[:1].isupper():
                return rest[0].upper() + rest[1:] if rest else text
    return text


def _resolved(
    text: str, clause: Clause | None, before: Clause | None, people: frozenset[str], plain: bool
) -> tuple[str, Clause | None, tuple[tuple[str, str], ...]]:
    """A statement whose subject is a pronoun, with the subject before it in its place."""
    if clause is None or before is None:
        return text, clause, ()
    name = _without_apposition(before.subject)
    somebody = is_person(name) or name in people
    vague = name.split()[-1].casefold() in ("time", "one", "part", "result", "reason", "rest")
    if vague or len(name.split()) > 6 or name.casefold().startswith(("no ", "any ", "each ")):
        return text, clause, ()
    if re.match(r"[Aa]n? ", name) or _COUNTED.match(name):
        name = f"the {re.sub('^[Aa]n? ', '', inner(name)) if name[0] in 'Aa' else name.lower()}"
    if is_plural(name) != (clause.subject.casefold() == "they"):
        return text, clause, ()
    if not _PRONOUN.fullmatch(clause.subject):
        return _with_owner(text, clause, name) if not somebody else (text, clause, ())
    pronoun = clause.subject.casefold()
    if (not plain and pronoun not in ("he", "she")) or (
        somebody != (pronoun in ("he", "she")) and pronoun != "they"
    ):
        return text, clause, ()
    at = len(clause.front)
    put = inner(name) if clause.front else name[0].upper() + name[1:]
    made = text[:at] + text[at:].replace(clause.subject, put, 1)
    return made, replace(clause, text=made.rstrip("."), subject=put), ((clause.subject, name),)


def _with_owner(
    text: str, clause: Clause, name: str
) -> tuple[str, Clause | None, tuple[tuple[str, str], ...]]:
    """A statement about "three of its ten sites", with the subject before it for "its"."""
    match = re.search(r"\b[Ii]ts\b", clause.subject)
    if match is None or name.endswith("s"):
        return text, clause, ()
    owned = f"{inner(name) if match.start() or clause.front else name[0].upper() + name[1:]}’s"
    subject = f"{clause.subject[: match.start()]}{owned}{clause.subject[match.end() :]}"
    made = text.replace(clause.subject, subject, 1)
    return made, replace(clause, text=made.rstrip("."), subject=subject), (("its", name),)


def _without_apposition(subject: str) -> str:
    return re.split(r"[,—–]", subject)[0].strip()


def _in_passing(text: str, clause: Clause | None) -> Iterator[Statement]:
    """What a sentence says beside its main verb, as sentences of their own."""
    if clause is not None:
        yield from _of_participles(clause)
    for match in _RELATIVE.finditer(text):
        name, said = match["name"], _with_verb_first(match["said"])
        yield from _made(f"{name} {said}")
    yield from _where_firsts(text)
    for match in _EVENT.finditer(text):
        if clause is None or clause.helper not in _BE_FORMS or match["what"] not in clause.subject:
            yield from _made(f"{match['what']} was {match['time']}")
    for match in _APPOSED.finditer(text):
        if clause is not None:
            yield from _apposed(match, text, clause)


def _where_firsts(text: str) -> Iterator[Statement]:
    match = _WHERE_FIRST.search(text)
    if match:
        yield from _made(match["said"])


def _with_verb_first(said: str) -> str:
    """`became the first in 1991`, where a relative clause says `in 1991 became the first`."""
    match = re.match(r"(in \d{4}) (\w+.*)", said)
    return f"{match[2]} {match[1]}" if match else said


def _apposed(match: re.Match[str], text: str, clause: Clause) -> Iterator[Statement]:
    name, what = match["name"], match["what"]
    words = what.split()
    before = text[: match.start()].rstrip()
    listed_on = text[match.end() :].lstrip().startswith(", and ")
    listed_on |= before.endswith(("and", ",")) and not re.search(r"\d{4},$", before)
    if listed_on or not 2 <= len(words) <= 14 or name.split()[0].casefold() in english("months"):
        return
    if re.search(r"\b(?:who|which|that|is|was|were|are|has|had)\b", what) or " and " in f" {name} ":
        return
    if parse(what) is not None or any(verbs().get(w) and verbs()[w].present for w in words[2:]):
        return
    if any(w[:1].isupper() for w in words[1:2]) and words[0] in ("the",) and len(words) == 2:
        return
    resolved: tuple[tuple[str, str], ...] = ()
    if words[0] in ("its", "his", "her", "their"):
        owner = _without_apposition(clause.subject)
        if len(owner.split()) > 5 or owner.casefold() in english("pronouns"):
            return
        what = f"{inner(owner)}’s {' '.join(words[1:])}"
        resolved = ((words[0], owner),)
    past = clause.helper in ("was", "were", "did", "had")
    verb = "was" if past and re.search(r"\bfirst\b|\blast\b", what) else "is"
    yield from _made(f"{name} {verb} {what}", resolved)


def _of_participles(clause: Clause) -> Iterator[Statement]:
    subject = _without_apposition(clause.subject)
    match = _BECOMING.search(clause.rest)
    if match and len(subject.split()) <= 6:
        yield from _made(f"{subject} became {match['said'].removeprefix('becoming ')}")
    first = clause.front.partition(" ")[0]
    form = verbs().get(first.casefold())
    if form is not None and form.participle and clause.front.endswith(","):
        dated = re.search(r"\b\d{4}\b", clause.front) is not None
        verb = ("was" if dated else "is") if not is_plural(subject) else "were" if dated else "are"
        said = clause.front.rstrip(", ")
        yield from _made(f"{subject} {verb} {said[0].lower()}{said[1:]}")


def _made(text: str, resolved: tuple[tuple[str, str], ...] = ()) -> Iterator[Statement]:
    text = squeezed(text)
    text = text[0].upper() + text[1:]
    clause = parse(text)
    if clause is not None and LEAST_WORDS <= len(text.split()) <= MOST_WORDS:
        yield _statement(text, clause, resolved, passing=True)
