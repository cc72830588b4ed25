"""An English clause as far as a question needs it: subject, finite verb, and what comes after.

There is no parser behind this, only lists of words and the order in which they stand. What is not
plain is not guessed: the clause is then None, and nothing is asked that would need it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.workshop.drafting.words_of import bases, english, listed, verbs

_TOKEN = re.compile(
    r"\d[\d,.]*\d|\d|[^\W\d_]+(?:[’'][^\W\d_]+)*(?:-[\w]+(?:[’'][^\W\d_]+)*)*|[^\w\s]"
)
_CHAIN = frozenset(("be", "been", "being", "have", "had", "has", "not"))
_STARTS = "a an the its his her their one two three four five six seven eight nine ten to that"
_PREDICATE_STARTS = frozenset(_STARTS.split())
_ADJECTIVES = frozenset(
    ("first", "last", "only", "most", "early", "late", "later", "further", "long", "daily")
)
_MONTH = "|".join(listed("months"))
_DATED = (
    rf"(?i:in|by|since|until|on) (?:(?:{_MONTH}) \d{{1,2}},? \d{{4}}|"
    rf"\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:(?:{_MONTH}) )?\d{{4}}|\d{{1,4}} (?:BC|BCE|AD|CE)|"
    r"the Middle Ages|the \d{1,2}(?:st|nd|rd|th) century) (?=[A-Za-z])"
)
_RECKONED = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?|centuries) (?:later|before|ago)$"
)
_SOMEBODY = frozenset(("he", "she", "they", "we"))
_ABOUT = frozenset(("about", "over", "around", "under", "nearly", "almost", "roughly", "some"))
MOST_FRONT_WORDS = 9
MOST_SUBJECT_WORDS = 16
_DAYS = r"(?:This|Last|Next|That|Every|Each) (?:year|month|week|day|spring|summer|autumn|winter)\b"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Clause:
    """`front` is what stands before the subject, `rest` all behind the finite verb.

    `helper` moves before the subject in a question; where it is "did", "does" or "do" it is not in
    the sentence, and `main` is the base of its verb. All else are pieces of the sentence.
    """

    text: str
    front: str
    subject: str
    verb: str
    helper: str
    main: str
    rest: str

    def inverted(self, rest: str | None = None) -> str:
        """`did Ada swim across the river`: the clause as it stands behind a word that asks."""
        behind = self.rest if rest is None else rest
        subject = re.sub(r"^([^,]+), (?:an?|the|its|his|her|their) [^,]*$", r"\1", self.subject)
        if subject.count(",") == 1 and f"{subject}, " in self.text:
            subject = subject.partition(",")[0]
        return squeezed(" ".join((self.helper, inner(subject), self.main, behind)))


def squeezed(text: str) -> str:
    """A text without double spaces, and without spaces before its signs."""
    text = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))
    return re.sub(r",(?=[,.;?])", "", text).strip(" ,;:–—-")


def inner(phrase: str) -> str:
    """A phrase as it stands within a sentence: its article or pronoun in small letters."""
    first, _, rest = phrase.partition(" ")
    low = first.casefold()
    small = low in english("determiners") or low in english("pronouns")
    small |= low in english("prepositions") or low in english("subordinators")
    small |= low in english("adverbs") or low in ("one", "two", "three", "about", "construction")
    if low == "i":
        small = False
    return (low if small else first) + (f" {rest}" if rest else "")


def tokens(text: str) -> list[Token]:
    """The words and signs of a text."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def parse(text: str) -> Clause | None:
    """The clause of a text that is one; None if it cannot be told apart."""
    text = text.strip().rstrip(".!?…")
    words = tokens(text)
    if len(words) < 3:
        return None
    for start in _subject_starts(words, text):
        found = _finite(words, start)
        if found is not None:
            return _made(text, words, start, found)
    return None


def _subject_starts(words: list[Token], text: str) -> list[int]:
    """Where the subject may begin, the likeliest place first."""
    first = words[0]
    fronted = first.low in english("prepositions") or first.low in english("subordinators")
    if text.startswith(listed("openers")) or re.match(_DAYS, text):
        fronted = True
    if first.low in _ABOUT and words[1].text[0].isdigit():
        fronted = False
    elif first.low in english("adverbs") and first.low not in _ADJECTIVES:
        fronted = True
    form = verbs().get(first.low)
    fronted |= (form is not None and form.participle) or first.low.endswith("ing")
    if not fronted:
        return [0]
    found = _without_comma(words, text)
    for number, word in enumerate(words[:-2]):
        if word.text != "," or re.match(r",\s+\d{4}\b", text[word.start :]):
            continue
        if _begins_noun(words[number + 1]):
            found.append(number + 1)
    about = words[1].low in _ABOUT and words[2].text[0].isdigit()
    if not found and first.low in english("adverbs") and (about or _begins_noun(words[1])):
        found.append(1)
    return found


def _without_comma(words: list[Token], text: str) -> list[int]:
    """Where a subject begins behind a time or a place that no comma parts from it."""
    dated = re.match(_DATED, text)
    if dated is not None:
        at = next((n for n, word in enumerate(words) if word.start >= dated.end()), 0)
        return [at] if at and words[at].low not in english("prepositions") else []
    if words[0].low not in english("prepositions"):
        return []
    for number in range(2, min(MOST_FRONT_WORDS, len(words) - 2)):
        word, before = words[number], words[number - 1]
        if word.text == ",":
            return []
        opens = word.low in ("it", "he", "she", "they", "the", "a", "an", "his", "her", "its")
        opens |= word.low in _ABOUT and words[number + 1].text[0].isdigit()
        leads = before.low in english("prepositions") or before.low in english("determiners")
        if opens and before.is_word and not leads and before.low not in english("conjunctions"):
            return [number]
    return []


def _begins_noun(word: Token) -> bool:
    if not word.is_word:
        return False
    if word.low in english("relatives") and word.low != "that":
        return False
    form = verbs().get(word.low)
    return word.low not in english("auxiliaries") and not (
        word.low in english("prepositions")
        or word.low in english("conjunctions")
        or (form is not None and word.text[0].islower() and not word.low.endswith("s"))
        or (word.low.endswith("ing") and word.text[0].islower())
    )


def _finite(words: list[Token], start: int) -> int | None:
    """Which word is the finite verb of the clause whose subject begins at `start`."""
    number = start + 1
    maybe: int | None = None
    between_commas: int | None = None
    while number < len(words) and number - start <= MOST_SUBJECT_WORDS * 2:
        word = words[number]
        low = word.low
        own = low in _SOMEBODY and words[number - 1].is_word and number > start + 1
        joins = words[number - 1].low in english("conjunctions")
        if (low in english("relatives") and number > start) or (own and not joins):
            number = _behind_relative(words, number)
            continue
        if word.text in ";:" or (word.text in "—–" and maybe is not None):
            break
        joined = maybe is not None and words[number - 1].low in english("conjunctions")
        found = maybe if maybe is not None else between_commas
        under = found is not None and low in english("subordinators") and low != "as"
        if joined or under or (maybe is not None and word.text in ("“", "”", '"')):
            break
        if low in english("auxiliaries") and word.text[0].islower():
            return number
        kind = _kind(words, number)
        if kind and maybe == number - 1:
            break
        if kind == "sure":
            return number
        if kind == "maybe" and maybe is None:
            maybe = number
        if word.text == "," and maybe is not None and words[maybe - 1].text != ",":
            break
        if word.text == ",":
            maybe, between_commas = None, between_commas or maybe
        number += 1
    return maybe or between_commas


def _kind(words: list[Token], number: int) -> str:
    """Whether a word is surely a finite verb ("sure"), only if no other is one, or not at all."""
    word, before = words[number], words[number - 1]
    following = words[number + 1] if number + 1 < len(words) else None
    low = word.low
    if not word.text[0].islower() or before.low in english("determiners") or before.low == "to":
        return ""
    if before.low in english("prepositions") or before.low.endswith(("’s", "'s", "s’")):
        return ""
    if before.low in english("adverbs") and words[number - 2].text == ",":
        before = words[number - 2]
    form = verbs().get(low)
    if form is None and low in bases() and before.low.endswith("s") and before.is_word:
        plain = following is not None and (
            following.low in english("determiners") or following.low in english("prepositions")
        )
        return "maybe" if plain and following is not None and following.low != "of" else ""
    unknown = form is None and low.endswith("ed") and len(low) > 4
    if form is None and not unknown:
        return ""
    behind = following.low if following is not None else "."
    if form is not None and form.present and not form.past:
        if (
            before.low in _ADJECTIVES
            or (behind == "of" and low != "consists")
            or before.low in english("conjunctions")
        ):
            return ""
        if behind in _PREDICATE_STARTS or behind in english("adverbs"):
            return "sure" if before.text != "," else "maybe"
        return "maybe" if _ends_noun(before) or before.text == "," else ""
    if form is not None and not form.past:
        return ""
    if unknown or (form is not None and form.participle):
        bare = behind in english("prepositions") or behind in english("conjunctions")
        if bare or behind in (".", ",") or before.text == ",":
            return "maybe"
        if following is not None and following.is_word and behind not in english("determiners"):
            capital = following.text[0].isupper() or following.text[0].isdigit()
            known = behind in english("adverbs") or behind in english("pronouns")
            return "sure" if capital or known or behind in _PREDICATE_STARTS else "maybe"
    return "sure"


def _ends_noun(word: Token) -> bool:
    return word.is_word and word.low not in english("conjunctions")


def _behind_relative(words: list[Token], number: int) -> int:
    """Where the words go on behind a relative clause: at its comma, or behind its verb."""
    if words[number - 1].text == ",":
        for at in range(number + 1, len(words)):
            if words[at].text == ",":
                return at + 1
        return len(words)
    for at in range(number + 1, len(words)):
        low = words[at].low
        form = verbs().get(low)
        if low in english("auxiliaries") or (form is not None and words[at].text[0].islower()):
            at += 1
            while at < len(words) and (
                words[at].low in _CHAIN
                or words[at].low in english("adverbs")
                or getattr(verbs().get(words[at].low), "participle", False)
            ):
                at += 1
            return at
    return len(words)


def _made(text: str, words: list[Token], start: int, at: int) -> Clause | None:
    first = at
    while first > start + 1 and words[first - 1].low in english("adverbs"):
        first -= 1
    subject = text[words[start].start : words[first - 1].end].strip(" ,")
    count = sum(word.is_word for word in words[start:first])
    adverbs = text[words[first].start : words[at].start].strip()
    whole = f"{subject} {adverbs}".casefold().strip()
    if not subject or count > MOST_SUBJECT_WORDS or _is_no_subject(subject):
        return None
    if whole.endswith(" there") or _RECKONED.search(whole):
        return None
    verb = words[at].low
    form = verbs().get(verb)
    behind = text[words[at].end :]
    rest = f"{adverbs} {behind}" if adverbs else behind
    if verb in english("auxiliaries") and not _is_main_have(words, at):
        helper, main = verb, ""
    else:
        base = form.base if form else _base(verb)
        if form is not None and form.present and not form.past:
            helper = "does"
        elif form is None and verb in bases():
            helper, base = "do", verb
        else:
            helper = "did"
        main = base
        if adverbs:
            main, rest = f"{adverbs} {base}", behind
    front = text[: words[start].start].strip()
    return Clause(text, front, subject, verb, helper, main, rest.strip())


def _is_no_subject(subject: str) -> bool:
    low = subject.casefold()
    opened = subject.count("“") > subject.count("”") or subject.count("(") > subject.count(")")
    if " " not in low and (low in english("adverbs") or low in english("openers")):
        return True
    return low in ("there", "what", "that", "which") or opened or low.startswith(("what ", "when "))


def _is_main_have(words: list[Token], at: int) -> bool:
    """Whether "has" is what it says, and helps no other verb; "did" and "does" so as well."""
    if words[at].low not in ("has", "have", "had", "did", "does", "do"):
        return False
    for word in words[at + 1 : at + 4]:
        form = verbs().get(word.low)
        if word.low == "been" or (form is not None and form.participle) or word.low.endswith("ed"):
            return False
        if word.low not in english("adverbs") and word.low not in ("not", "only", "also"):
            break
    return True


def _base(past: str) -> str:
    """The base of a regular past that no list has: "docked", "modernised", "carried"."""
    stem = past.removesuffix("ed")
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if stem.endswith(("at", "iz", "is", "uc", "v", "rg", "ag", "ng", "ur", "dg", "ir", "id", "c")):
        return f"{stem}e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem
