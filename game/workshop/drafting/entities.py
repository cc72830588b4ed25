"""What a name names: a person, a place, an organisation, a craft, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.packs.model import AnswerType
from game.workshop.drafting.words_of import english, listed

_CRAFT = re.compile(r"(?:[A-Z][\w’']*[ -])?[A-Z]?[A-Za-z]*-?\d{1,3}[A-Z]?|[A-Z][a-z]+-[A-Z]")
_NAMED = re.compile(r"[A-Z][\w’'-]+(?: (?:de |von |van |al-)?[A-Z][\w’'-]+)+")
_PEOPLE = "|".join(listed("people_words"))
_TOLD = re.compile(
    rf"\b(?:{_PEOPLE}) (?P<after>[A-Z][\w’'-]+ (?:de |von |van )?[A-Z][\w’'-]+)|"
    rf"(?P<before>[A-Z][\w’'-]+ (?:de |von |van )?[A-Z][\w’'-]+), "
    rf"(?:an?|the) [^,.]{{0,40}}\b(?:{_PEOPLE})\b"
)
_ALL_CAPITALS = re.compile(r"[A-Z]{2,6}")


def type_of(name: str) -> AnswerType:
    """The type of a name; `thing` where nothing tells."""
    bare = re.sub(r"^(?:the|The) ", "", name)
    words = re.findall(r"[\w’'.-]+", bare)
    if not words:
        return "thing"
    if _CRAFT.fullmatch(bare):
        return "vehicle"
    if any(word.casefold() in english("organisation_words") for word in words):
        return "organisation"
    if bare.casefold() in english("places") or _is_place(words):
        return "place"
    if is_person(name):
        return "person"
    return "organisation" if _ALL_CAPITALS.fullmatch(bare) else "thing"


def is_person(name: str) -> bool:
    """Whether a name is surely somebody's."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", re.sub(r"^(?:the|The) ", "", name))
    if not words or any(word.casefold() in english("organisation_words") for word in words):
        return False
    if words[-1].endswith(("’s", "'s")) or " of " in name:
        return False
    capital = [word for word in words if word[0].isupper()]
    if words[0] in listed("titles") and len(words) > 1:
        return words[-1][0].isupper() and words[-1].casefold() not in english("places")
    # With an article it is what bears somebody's name: "the Lena Delta".
    known = words[0] in listed("first_names") and not name.startswith(("the ", "The "))
    return known and len(capital) == len(words) and len(words) <= 4


def is_plural(phrase: str) -> bool:
    """Whether several things are meant: "Kazakhstan and Russia", "the engineers"."""
    low = phrase.casefold()
    head = re.split(r" (?:of|in|from|at|on|with|for|to) ", low)[0]
    return " and " in head or (head.endswith("s") and not head.endswith(("ss", "us", "is", "’s")))


def is_name(phrase: str) -> bool:
    """Whether a phrase is a proper name, an article before it aside."""
    words = re.sub(r"^(?:the|The) ", "", phrase).split()
    return bool(words) and all(
        word[0].isupper() or word[0].isdigit() or word in ("of", "the", "de", "von", "van", "and")
        for word in words
    )


def is_known(name: str, people: frozenset[str]) -> bool:
    """Whether a name is somebody's, by itself or by what the article says elsewhere."""
    return is_person(name) or name in people or name.split()[-1] in people


def people_in(paragraphs: Iterable[str]) -> frozenset[str]:
    """The names and surnames that an article plainly gives to somebody."""
    found: set[str] = set()
    for text in paragraphs:
        for match in _NAMED.finditer(text):
            article = text[: match.start()].endswith((" the ", "The "))
            if is_person(match[0]) and not article:
                found |= {match[0], match[0].split()[-1], match[0].split()[0]}
        for match in _TOLD.finditer(text):
            name = match["before"] or match["after"]
            found |= {name, name.split()[-1]}
    return frozenset(one for one in found if one.casefold() not in english("places"))


def asker(name: str, people: frozenset[str] = frozenset()) -> str:
    """The word or words that ask for a name in the place of a subject."""
    bare = re.sub(r"^(?:the|The) ", "", name)
    if bare.casefold() in english("countries"):
        return "Which country"
    kind = type_of(name)
    if kind == "person" or _is_somebody(bare) or is_known(name, people):
        return "Who"
    if kind == "organisation" and re.search(r"(?i)agency|company|ministry|university", bare):
        word = re.search(r"(?i)agency|company|ministry|university", bare)
        return f"Which {word[0].casefold()}" if word else "What"
    if re.match(r"(?:the )?city of ", name, re.IGNORECASE):
        return "Which city"
    return "Who" if re.fullmatch(r"(?:the|The) [A-Z][a-z]+s", name) else "What"


def _is_somebody(bare: str) -> bool:
    words = bare.split()
    return words[0] in listed("titles") and len(words) > 1


def _is_place(words: list[str]) -> bool:
    if words[0] in ("Lake", "Mount", "Cape", "Port", "Fort") and len(words) > 1:
        return True
    return len(words) > 1 and words[-1].casefold() in english("place_words")
