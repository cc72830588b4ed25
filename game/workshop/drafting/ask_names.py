"""Questions for names, places and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.packs.model import AnswerType
from game.workshop.drafting.clauses import Clause, inner
from game.workshop.drafting.entities import asker, is_known, is_name, is_person, is_plural, type_of
from game.workshop.drafting.question import FIRSTS, Asked, behind, is_nested, short, with_front
from game.workshop.drafting.statements import Statement
from game.workshop.drafting.words_of import english, verbs

_PLACED = re.compile(
    r"\b(?P<how>in|at|near|on|from|off) "
    r"(?P<name>(?:the )?[A-Z][\w’'.-]*(?:(?: of| the)* [A-Z][\w’'.-]*)*)"
)
_WHY = re.compile(r"(?:^|,? )(?:because |in order to |due to |thanks to )|(?<!,) so that ")
_CAPITALS = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*"
_MADE = re.compile(
    r"(?:\w+ly )?(?:founded|built|opened|established|constructed|launched|erected|created)\b"
)
_SORT_OF = re.compile(
    r"(?i:the (?:city|port|town|village|island|lake|river|mountain|desert|bay|gulf|strait|valley|"
    r"republic|province|region|castle|university|museum|company|ship|temple|tower) of) [A-Z]"
)
_PEOPLE = re.compile(r"(?:The|the) [A-Z][a-z]+s")
_AND_ANOTHER = re.compile(r"(?:, (?:the )?[A-Z][^,.;]*)*,? and (?:the )?[A-Z]")
MOST_ANSWER_WORDS = 14
MOST_WORDS_BEFORE_PLACE = 4


def words_asked(statement: Statement) -> Iterator[Asked]:
    clause = statement.clause
    if clause is None or _is_vague(clause.subject):
        return
    yield from _reason(statement, clause)
    yield from _subject(statement, clause)
    yield from _said_of(statement, clause)
    yield from _agent(statement, clause)
    yield from _place(statement, clause)
    yield from _named_after(statement, clause)
    yield from _instead(statement, clause)


def _is_vague(subject: str) -> bool:
    first = subject.partition(" ")[0].casefold()
    return first in english("pronouns") or first in (
        "some",
        "many",
        "both",
        "most",
        "several",
        "our",
    )


def _subject(statement: Statement, clause: Clause) -> Iterator[Asked]:
    """Who or what did it, where the subject is a name and what it did tells it from others."""
    subject = re.split(r"[,—–(]", clause.subject)[0].strip()
    start = statement.text.find(subject)
    named = is_name(inner(subject)) or re.match(r"(?i:the city of) [A-Z]", subject)
    named = named or (_SORT_OF.match(subject) and FIRSTS.search(clause.rest))
    relative = re.search(r"\b(?:who|which|that)\b", clause.subject.split(",")[0])
    if start < 0 or not named or relative or subject.endswith(("’s", "'s")):
        return
    has_it_done = clause.main.endswith("have") and clause.helper == "did"
    if has_it_done or _is_list(statement, clause):
        return
    rest = clause.rest
    telling = FIRSTS.search(rest) or clause.main.split(" ")[-1] in english("telling")
    words = rest.split()
    verb = verbs().get(words[0].casefold()) if words else None
    if clause.helper in ("was", "were") and verb is not None and verb.base in english("telling"):
        telling = telling or re.search(r"\b\d{4}\b", rest) is not None
    defines = clause.helper in ("is", "was") and words[:1] in (["the"],)
    if not (telling or defines) or re.match(r"(?:not|one of|part of|a symbol|\d+)\b", rest):
        return
    if is_plural(subject) and " and " in subject:
        parts = [one.strip() for one in re.split(r",| and ", subject) if one.strip()]
        if not all(one.casefold() in english("countries") for one in parts):
            return
        word = "Which countries"
    else:
        word = asker(subject, statement.people)
    if any(pronoun.casefold() in ("he", "she") for pronoun, _ in statement.resolved):
        word = "Who"
    if word == "Who" and clause.helper in ("was", "were") and _MADE.match(rest):
        word = "What"
    if word == "What" and clause.main.split(" ")[-1] in english("of_somebody"):
        word = "Who or what"
    adverbs = clause.main.split(" ")[:-1] if clause.main else []
    said = f"{word} {' '.join(adverbs)} {clause.verb} {short(rest)}"
    yield Asked(
        "who" if word == "Who" else "what",
        start,
        start + len(subject),
        with_front(clause, said),
        _type_asked(word, subject),
    )


def _type_asked(word: str, subject: str) -> AnswerType | None:
    """A people ("the Romans") is no person, beside whom persons could stand."""
    if word != "Who":
        return type_if_known(subject)
    return None if _PEOPLE.fullmatch(subject) else "person"


def _is_list(statement: Statement, clause: Clause) -> bool:
    """Whether a subject names several, so that none of them alone is the answer."""
    _, comma, more = clause.subject.partition(",")
    if not comma or " and " not in f" {more} ":
        return False
    if clause.verb in ("is", "was", "has"):
        return False
    # Behind "Ada Byrd, a pilot and a poet," a comma ends what is only added to the name.
    at = statement.text.find(clause.subject) + len(clause.subject)
    return clause.verb in ("are", "were", "have") or statement.text[at : at + 1] != ","


def type_if_known(name: str) -> AnswerType | None:
    kind = type_of(name)
    return None if kind in ("thing", "vehicle") else kind


def _said_of(statement: Statement, clause: Clause) -> Iterator[Asked]:
    """`What is the capital of ...?`, where a name stands behind "is"."""
    relative = re.search(r"\b(?:who|which|that)\b", clause.subject)
    if clause.helper not in ("is", "was") or relative or is_name(inner(clause.subject)):
        return
    if FIRSTS.search(clause.subject) and re.match(r"an? [a-z -]+$", clause.rest):
        start = statement.text.rfind(clause.rest)
        ask = f"What {clause.helper} {inner(clause.subject)}?"
        yield Asked("what", start, start + len(clause.rest), ask)
        return
    match = re.match(
        r"(?:called |named |known as )?(?P<name>(?:[A-Z]+-\d+|(?:the )?(?:city of )?[A-Z][\w’'.-]*"
        r"(?: (?:of )?(?:the )?[A-Z\d][\w’'.-]*)*))(?=[,.;]| and\b| in \d|$)",
        clause.rest,
    )
    if match is None:
        return
    start = statement.text.find(match["name"], len(clause.front) + len(clause.subject))
    word = "Who" if is_person(match["name"]) else "What"
    called = " called" if clause.rest.startswith(("called ", "named ", "known ")) else ""
    if start >= 0 and re.match(r"(?i)(?:the|its|his|her)\b|.*’s ", clause.subject):
        yield Asked(
            "what",
            start,
            start + len(match["name"]),
            f"{word} {clause.helper} {inner(clause.subject)}{called}?",
            type_if_known(match["name"]),
        )


def _agent(statement: Statement, clause: Clause) -> Iterator[Asked]:
    """`By whom was it built?`, where a name or somebody's calling stands behind "by"."""
    match = re.match(r"(?P<what>(?:\w+ ){0,2}\w+(?: [^,]*?)?) by (?P<who>.+)", clause.rest)
    if match is None or clause.helper not in ("is", "are", "was", "were", "has", "had"):
        return
    words = match["what"].split()
    if not any(getattr(verbs().get(one), "participle", False) for one in words[:3]):
        return
    named = re.match(rf"(?:[A-Z][a-z]+ (?:[a-z]+ ){{1,2}})?({_CAPITALS})", match["who"])
    known = [name for name in statement.people if " " in name and name in match["who"][:60]]
    name = min(known, key=match["who"].find) if known else named[1] if named else ""
    start = statement.text.find(name, statement.text.find(" by "))
    if not name or start < 0:
        return
    behind = match["who"][match["who"].find(name) + len(name) :]
    if _AND_ANOTHER.match(behind):
        return
    after = short(behind)
    after = re.split(r" (?:who|which|that)\b", after)[0]
    rest = f"{match['what']} {'' if after.startswith((' and', ',')) else after}"
    ask = f"By whom {clause.inverted(rest)}?"
    yield Asked("who", start, start + len(name), ask, "person" if known else type_if_known(name))


def _named_after(statement: Statement, clause: Clause) -> Iterator[Asked]:
    match = re.match(
        rf"(?:named|called) after (?:the )?(?:[a-z]+ ){{0,3}}(?P<name>{_CAPITALS})", clause.rest
    )
    if match is None:
        return
    start = statement.text.find(match["name"], statement.text.find(" after "))
    whom = is_known(match["name"], statement.people)
    word = "After whom" if whom else "After what"
    yield Asked(
        "who",
        start,
        start + len(match["name"]),
        f"{word} {clause.inverted('named')}?",
        "person" if whom else type_if_known(match["name"]),
    )


def _place(statement: Statement, clause: Clause) -> Iterator[Asked]:
    words = clause.rest.split()
    form = (
        verbs().get(words[0].casefold())
        if words and clause.helper in ("is", "was", "were", "are")
        else None
    )
    base = form.base if form is not None and form.participle else clause.main.split(" ")[-1]
    if base not in english("placing"):
        return
    for match in _PLACED.finditer(short(clause.rest)):
        name = match["name"].rstrip(".")
        if name.split()[-1].casefold() in english("months") or (
            type_of(name) != "place" and " of " not in name
        ):
            continue
        at = clause.rest.find(match[0])
        if more := re.match(r", [A-Z][\w’'-]+(?=[ ,.]|$)", clause.rest[at + len(match[0]) :]):
            name += more[0]
        before = clause.rest[:at]
        after = clause.rest[at + len(match["how"]) + 1 + len(name) :]
        after = re.split(r", (?:at|with) ", after)[0]
        if is_nested(before) or len(before.split()) > MOST_WORDS_BEFORE_PLACE:
            continue
        start = statement.text.find(f"{match['how']} {name}") + len(match["how"]) + 1
        word = "From where" if match["how"] == "from" else "Where"
        front = behind(clause.front.strip(" ,")) if clause.front else ""
        rest = f"{before} {short(after)} {front}"
        if start > 0 and not re.search(r"\b(?:and|of|the)\s*$", before):
            yield Asked(
                "where", start, start + len(name), f"{word} {clause.inverted(rest)}?", "place"
            )
            return


def _reason(statement: Statement, clause: Clause) -> Iterator[Asked]:
    match = _WHY.search(clause.rest)
    if match is None:
        return
    said = clause.rest[match.start() :].lstrip(" ,").rstrip(" .")
    said = re.split(r"[;—–]|, (?:and|but|which|who|while) ", said)[0]
    start = statement.text.find(said)
    front = behind(clause.front.strip(" ,")) if clause.front else ""
    if start < 0 or len(said.split()) > MOST_ANSWER_WORDS:
        return
    yield Asked(
        "why",
        start,
        start + len(said),
        f"Why {clause.inverted(f'{clause.rest[: match.start()]} {front}')}?",
        "term",
    )


def _instead(statement: Statement, clause: Clause) -> Iterator[Asked]:
    match = re.search(r"(?P<lead>,? ?instead of )(?P<what>[^,.;]+)", clause.rest)
    if match is None or len(match["what"].split()) > 5:
        return
    start = statement.text.find(match["what"])
    yield Asked(
        "instead",
        start,
        start + len(match["what"]),
        f"Instead of what {clause.inverted(clause.rest[: match.start()])}?",
        "term",
    )
