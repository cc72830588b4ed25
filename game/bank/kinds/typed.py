"""Typed: the player writes the answer; only where it is short enough to be written."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from gettext import NullTranslations

from game.bank.judge import may_slip, slips_allowed
from game.bank.known import Known, entries
from game.bank.question import Kind
from game.bank.sounds import sound
from game.bank.spec import Form, Spec
from game.bank.text import ARTICLES, compact, is_name, normalise
from game.bank.unaided import leans_on_options
from game.bank.wording import ask_of, pattern, with_day, wordings
from game.packs.model import NUMERIC, Answer

KIND: Kind = "typed"

MOST_WORDS = 3
MOST_LETTERS = 24
_AMOUNTS = frozenset(
    ("all", "every", "each", "most", "many", "half", "some", "few", "little", "none")
)


def specs(known: Known) -> Iterator[Spec]:
    """One for each wording of each answer that one can be expected to write.

    Not for a wording that leans on a list: "Which of these ...?", "What else ...?".
    """
    for entry in entries(known.pack):
        if not can_be_typed(entry.answer, known):
            continue
        index = entry.fact.index_of(entry.answer)
        for at, _ask in wordings(entry.fact, entry.answer):
            if leans_on_options(entry.answer.meant_asks[at]):
                continue
            yield Spec(KIND, entry.fact, index, pattern(at))


def can_be_typed(answer: Answer, known: Known) -> bool:
    """Whether one who knows the answer would write just these words. Another language can have two
    for one; its translator names the other ways to say it.

    Names of up to three words; else one word alone, since a phrase can be put in many ways. Not
    one of the pack's own sources, which are only known from a list, and not what the author rules
    out.
    """
    if not answer.typed or answer.type in NUMERIC or len(answer.text) > MOST_LETTERS:
        return False
    words = normalise(answer.meant).split()
    most = MOST_WORDS if is_name(answer.meant) and answer.type != "term" else 1
    if not 1 <= len(words) <= most or words[0] in _AMOUNTS or not words[0][0].isalpha():
        return False
    if answer.original and not 1 <= len(normalise(answer.text).split()) <= MOST_WORDS:
        return False
    return not known.is_source(answer.text) and not _sounds_like_another(answer, known)


def _sounds_like_another(answer: Answer, known: Known) -> bool:
    """Whether some other text of the pack is this one for those who lack its letters."""
    right = {compact(text) for text in known.true_for(answer)}
    by_sound = known.once(_by_sound)
    return any(by_sound[sound(form)] - right for form in accepted_forms(answer))


def _by_sound(known: Known) -> defaultdict[str, set[str]]:
    """Every text that answers something, by its sound."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in known.of_length(1, MOST_LETTERS):
        found[sound(text)].add(text)
    return found


def stem(spec: Spec) -> tuple[str, str]:
    return ask_of(spec), spec.answer.text


def form(spec: Spec, known: Known, _rng: random.Random, catalogue: NullTranslations) -> Form:
    answer = spec.answer
    mark = (spec.fact.id, answer.name)
    return Form(
        prompt=with_day(spec.fact, ask_of(spec), catalogue),
        answer=answer.text,
        accepted=accepted_forms(answer),
        tolerance=known.recent(_slips, mark, answer, known),
        nearness=0.5,
    )


def _slips(answer: Answer, known: Known) -> int:
    """How many letters may be wrong: fewer than half the way to any other answer.

    So a text within them is always nearer to this key than to anything else that the pack knows.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    spelt = dict.fromkeys(normalise(form) for form in accepted_forms(answer))
    forms = may_slip(tuple(spelt))
    plain = [compact(form) for form in forms]
    if not plain:
        return 0
    most = max(map(slips_allowed, map(len, plain)))
    rivals = {compact(normalise(w)) for w in (*(x.text for x in answer.wrong), *answer.never_with)}
    rivals.update(known.of_length(min(map(len, plain)) - 2 * most, max(map(len, plain)) + 2 * most))
    rivals -= {compact(text) for text in known.true_for(answer)}
    for form in plain:
        found = process.extractOne(form, rivals, scorer=OSA.distance, score_cutoff=2 * most)
        if found is not None:
            most = min(most, max(0, (int(found[1]) - 1) // 2))
    return most


def accepted_forms(answer: Answer) -> tuple[str, ...]:
    """All spellings that are right: the text first, the author's, and it without its article."""
    forms = [answer.text, *answer.accepted]
    first, _, rest = answer.text.partition(" ")
    if rest and first.casefold() in ARTICLES:
        forms.append(rest)
    seen: dict[str, str] = {}
    for text in forms:
        seen.setdefault(text, normalise(text))
    return tuple(seen)
