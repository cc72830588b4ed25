"""What somebody says in an article, and who: only where both are plain."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.phrase import Phrase, phrase
from game.workshop.drafting.clauses import parse
from game.workshop.drafting.words_of import english, listed

_SAYS = "|".join(sorted(listed("sayings"), key=len, reverse=True))
_PART = r"(?:[A-Z][\w’'.-]*|of|de|von|van|the(?= [A-Z]))"
_SPEAKER = rf"(?P<by>{_PART}(?: {_PART})*)"
_ROLE = r"(?:, (?:[^,“”]|, ){2,60}?,)?"
_QUOTED = re.compile(rf"^“(?P<said>[^“”]+?),?” {_SPEAKER}{_ROLE} (?:{_SAYS})(?: out)?\.?$")
_SAID_QUOTED = re.compile(rf"^{_SPEAKER}{_ROLE} (?:{_SAYS}):? ?,? “(?P<said>[^“”]+)”\.?$")
_REPORTED = re.compile(rf"^{_SPEAKER}{_ROLE} (?:also )?(?:{_SAYS}) that (?P<said>[^“”]+)$")
_BEHIND = re.compile(rf"^(?P<said>[^“”]+), {_SPEAKER} (?:{_SAYS})\.?$")
_ACCORDING = re.compile(
    rf"^(?P<said>[^“”]+), according to (?:the )?(?P<role>(?:[A-Z][\w-]* (?:to )?)*?){_SPEAKER}\.?$"
)
_ACCORDING_FIRST = re.compile(
    rf"^According to (?:the (?:[a-z]+ ){{1,3}})?{_SPEAKER}{_ROLE}, (?P<said>[^“”]+)$"
)
_CALLED = re.compile(rf"^(?P<all>{_SPEAKER} (?:called|described) [^“”]+“[^“”]+”[^“”]*)$")
_OWN = re.compile(r"\b(?:I|we|our|my|us|me|you|your)\b", re.IGNORECASE)
_SAY_VERBS = frozenset(listed("sayings"))
OF_THE_SPEAKER = phrase("it is said of “we” or “I”, which means nothing away from its speaker")
NO_CLAIM = phrase("what is said is too short or too long to be a claim")
NO_SPEAKER = phrase("somebody says it, and it is not plain who says what")
MOST_WORDS = 40
MOST_LETTERS_OF_A_NAME = 80


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says; `by` is as the article calls them."""

    by: str
    said: str


def saying(sentence: str) -> Saying | Phrase | None:
    """The saying of a sentence; why it cannot be one; None if nobody says anything in it."""
    text = sentence.replace("„", "“")
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    for pattern in (
        _QUOTED,
        _SAID_QUOTED,
        _REPORTED,
        _BEHIND,
        _ACCORDING,
        _ACCORDING_FIRST,
        _CALLED,
    ):
        match = pattern.match(text)
        if match is None:
            continue
        said = match["all"] if "all" in match.groupdict() else match["said"]
        by = _speaker(match["by"].strip())
        said = said.strip().rstrip(".,")
        if by.casefold() in english("pronouns") or len(by) > MOST_LETTERS_OF_A_NAME:
            who = phrase("“{word}”", word=by)
            return phrase("somebody says it, and {word} does not tell who", word=who)
        if _OWN.search(said) or said.count("“") != said.count("”"):
            return OF_THE_SPEAKER
        if not 4 <= len(said.split()) <= MOST_WORDS:
            return NO_CLAIM
        return Saying(by, said[0].upper() + said[1:] + ".")
    return None


def _speaker(by: str) -> str:
    """The name of a speaker without the office before it, where a first name tells."""
    words = by.split()
    first = next((n for n, word in enumerate(words) if word in listed("first_names")), 0)
    return " ".join(words[first:]).rstrip(".")


def is_speech(sentence: str) -> bool:
    """Whether somebody seems to say a part of a sentence, so that it is not the article's own."""
    text = re.sub(r'"([^"]*)"', r"“\1”", sentence)
    quoted = [len(one.split()) for one in re.findall(r"“([^“”]*)”", text)]
    if any(count > 5 for count in quoted) or text.count("“") != text.count("”"):
        return True
    if re.search(rf"\b(?:{_SAYS}) that\b", text):
        return True
    clause = parse(text)
    return clause is not None and clause.rest.startswith("that ") and clause.verb in _SAY_VERBS
