"""A round in a few letters: what was chosen and drawn, what was dropped, and the order.

A code is a whole number in base 23 with a check letter behind it. The number is built from parts,
each with its own number of values, so that nothing is wasted. Letters and figures that look alike
are not in the alphabet. The alphabet's length is prime and neighbours weigh differently in the
check, so every wrong letter and every two letters that changed places are noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count as count_up
from typing import Literal

from game.bank.wishes import Level
from game.play.plan import full_turns
from game.rounds.crew import FEWEST_TEAMS, MOST_TEAMS, Crew, Order

ALPHABET = "ABCDEFHJKMNPRTWXY234679"
LENGTHS: tuple[int, ...] = (5, 6, 8, 10, 15, 20, 30, 40)
"""The numbers of questions that a code can say, and those that are their full turns."""

SEEDS = 1024
PACKS = 23
PROOFS = 529
MONTHS = 32
MOST_DROPS = 60

_BASE = len(ALPHABET)
_LEVELS: tuple[Level, ...] = ("gentle", "usual", "hard")
_ORDERS: tuple[Order, ...] = ("turns", "buzz", "together")
_FORMATS = 2
_LONGEST = 160
_SHORTEST = 10
_GROUP = 5

_READ_AS = str.maketrans("OQ08ZG", "DDDB26")
_BY_LOOK = str.maketrans("АВСЕНКМРТХУОЗ", "ABCEHKMPTXYD3")
_BY_PLACE = str.maketrans("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬӘІҢҒҮҰҚ", "QWERTYUIOPASDFGHJKLZXCVBNM2345890")
"""What a Russian or Kazakh keyboard types: letters that look like ours, or at our places."""

Reason = Literal["short", "letter", "slip", "newer"]


class NotACode(ValueError):
    """A text that is no mission code. `letter` is the one that no code has, if there is one."""

    def __init__(self, reason: Reason, letter: str = "") -> None:
        super().__init__(f"not a mission code: {reason} {letter}".rstrip())
        self.reason = reason
        self.letter = letter


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a code says.

    `pack` (below PACKS) stands for the pack's id and `proof` (below PROOFS) for the questions as
    they were drawn, before any was dropped. `month` (below MONTHS) counts from a January and wraps.
    `sets` are the places of the sets in the pack, None for those that are always drawn from.
    `drops` are the places whose question was dropped, one after the other; `order` are all places
    in the order in which they are asked.
    """

    pack: int
    proof: int
    month: int
    seed: int
    count: int
    crew: Crew
    level: Level
    sets: frozenset[int] | None
    drops: tuple[int, ...]
    order: tuple[int, ...]


def encode(recipe: Recipe) -> str:
    """The code, in groups of five letters. ValueError for what no code can say."""
    number = 1 if recipe.sets is None else 1 + sum(1 << at for at in recipe.sets)
    for value, radix in reversed(list(_parts(recipe))):
        if not 0 <= value < radix:
            raise ValueError(f"{value} is not below {radix}")
        number = number * radix + value
    digits: list[int] = []
    while number:
        number, digit = divmod(number, _BASE)
        digits.append(digit)
    digits.append(_check(digits))
    return grouped("".join(ALPHABET[digit] for digit in digits))


def decode(text: str) -> Recipe:
    """What a code says, however it is spaced and in whatever keyboard it was typed. NotACode."""
    wrong: NotACode | None = None
    for letters in dict.fromkeys(_readings(text)):
        try:
            return _decode(letters)
        except NotACode as error:
            wrong = wrong or error
    assert wrong is not None
    raise wrong


def grouped(letters: str) -> str:
    """Letters in groups of five, to be read out."""
    plain = "".join(letter for letter in letters if letter.isalnum())
    return "-".join(plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP))


def _readings(text: str) -> Iterator[str]:
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    for table in (_BY_LOOK, _BY_PLACE):
        yield plain.translate(table).translate(_READ_AS)


def _decode(letters: str) -> Recipe:
    strange = next((letter for letter in letters if letter not in ALPHABET), "")
    if strange:
        raise NotACode("letter", strange)
    if len(letters) < _SHORTEST:
        raise NotACode("short")
    digits = [ALPHABET.index(letter) for letter in letters[:_LONGEST]]
    if len(letters) > _LONGEST or _check(digits[:-1]) != digits[-1]:
        raise NotACode("slip")
    number = 0
    for digit in reversed(digits[:-1]):
        number = number * _BASE + digit
    parts = _Parts(number)
    in_turns = bool(parts.take(_FORMATS))
    recipe = _recipe(parts, in_turns=in_turns)
    if in_turns and (recipe is None or recipe.count in LENGTHS):
        raise NotACode("newer")
    # One round has one code: whatever else reads the same was not written by `encode`.
    if recipe is None or encode(recipe) != grouped(letters):
        raise NotACode("slip")
    return recipe


def _check(digits: Sequence[int]) -> int:
    """The digit that makes the weighted sum of all, its own weight 1, a multiple of 23."""
    return -sum(digit * (2 + at % (_BASE - 2)) for at, digit in enumerate(digits)) % _BASE


class _Parts:
    """The parts of a number, from the first to the last."""

    def __init__(self, number: int) -> None:
        self.rest = number

    def take(self, radix: int) -> int:
        self.rest, value = divmod(self.rest, radix)
        return value


def _parts(recipe: Recipe) -> Iterator[tuple[int, int]]:
    """Each part with the number of its values, in the order in which they are read."""
    changed = bool(recipe.drops) or recipe.order != tuple(range(recipe.count))
    length = _length(recipe)
    yield int(length != recipe.count), _FORMATS
    yield _crews().index(_plain(recipe.crew)), len(_crews())
    yield LENGTHS.index(length), len(LENGTHS)
    yield _LEVELS.index(recipe.level), len(_LEVELS)
    yield int(changed), 2
    yield recipe.pack, PACKS
    yield recipe.proof, PROOFS
    yield recipe.month, MONTHS
    yield recipe.seed, SEEDS
    if changed:
        yield len(recipe.drops), MOST_DROPS
        yield from ((at, recipe.count) for at in recipe.drops)
        yield from _order_parts(recipe.order)


def _length(recipe: Recipe) -> int:
    """The number that a code says: that of the questions, or the first with these full turns."""
    if recipe.count in LENGTHS:
        return recipe.count
    for length in LENGTHS:
        if full_turns(length, recipe.crew) == recipe.count:
            return length
    raise ValueError(f"no code can say {recipe.count} questions")


def _recipe(parts: _Parts, *, in_turns: bool) -> Recipe | None:
    """The recipe of these parts; None if no round has them."""
    crew = _crews()[parts.take(len(_crews()))]
    length = LENGTHS[parts.take(len(LENGTHS))]
    count = full_turns(length, crew) if in_turns else length
    level = _LEVELS[parts.take(len(_LEVELS))]
    changed = bool(parts.take(2))
    pack, proof = parts.take(PACKS), parts.take(PROOFS)
    month, seed = parts.take(MONTHS), parts.take(SEEDS)
    drops: tuple[int, ...] = ()
    order = tuple(range(count))
    if changed:
        drops = tuple(parts.take(count) for _ in range(parts.take(MOST_DROPS)))
        order = _read_order(parts, count)
    if parts.rest < 1:
        return None
    mask = parts.rest - 1
    sets = frozenset(at for at in range(mask.bit_length()) if mask >> at & 1) if mask else None
    return Recipe(pack, proof, month, seed, count, crew, level, sets, drops, order)


def _crews() -> tuple[Crew, ...]:
    teams = range(FEWEST_TEAMS, MOST_TEAMS + 1)
    return (
        Crew("alone"),
        Crew("class"),
        *(Crew("teams", number, order) for order in _ORDERS for number in teams),
    )


def _plain(crew: Crew) -> Crew:
    """A crew without what no code says: how many learners there are."""
    return Crew(crew.who, crew.teams, crew.order) if crew.who == "teams" else Crew(crew.who)


def _order_parts(order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The shortest of four forms: as it was, moved up, moved down, or mixed."""
    forms: tuple[list[tuple[int, int]] | None, ...] = (
        [] if list(order) == sorted(order) else None,
        list(_runs(_lehmer(order))),
        list(_runs(_lehmer(_inverse(order)))),
        [(digit, len(order) - at) for at, digit in enumerate(_lehmer(order))],
    )
    best = min(
        (form for form in range(4) if forms[form] is not None),
        key=lambda form: _product(forms[form] or []),
    )
    yield best, len(forms)
    yield from forms[best] or []


def _read_order(parts: _Parts, count: int) -> tuple[int, ...]:
    form = parts.take(4)
    if form == 0:
        return tuple(range(count))
    if form == 3:
        return _from_lehmer([parts.take(count - at) for at in range(count)])
    digits: list[int] = []
    while len(digits) < count:
        digits += [0] * parts.take(count - len(digits) + 1)
        if len(digits) < count - 1:
            digits.append(1 + parts.take(count - len(digits) - 1))
        elif len(digits) < count:
            digits.append(0)
    order = _from_lehmer(digits[:count])
    return order if form == 1 else _inverse(order)


def _runs(digits: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Lehmer digits as runs of nothing moved, and what was moved behind each."""
    count, at = len(digits), 0
    while at < count:
        run = next((run for run in count_up() if at + run == count or digits[at + run]), 0)
        yield run, count - at + 1
        at += run
        if at < count:
            yield digits[at] - 1, count - at - 1
            at += 1


def _lehmer(order: Sequence[int]) -> list[int]:
    """For each place, which of those not yet taken comes there; all 0 if nothing was moved."""
    left = sorted(order)
    digits = []
    for place in order:
        digits.append(left.index(place))
        left.remove(place)
    return digits


def _from_lehmer(digits: Sequence[int]) -> tuple[int, ...]:
    left = list(range(len(digits)))
    return tuple(left.pop(digit) for digit in digits)


def _inverse(order: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(range(len(order)), key=lambda place: order[place]))


def _product(parts: Sequence[tuple[int, int]]) -> int:
    whole = 1
    for _, radix in parts:
        whole *= radix
    return whole
