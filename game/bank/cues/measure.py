"""What all guessers reach on a bank, pooled over seeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from game.bank.bank import build
from game.bank.cues.guessers import GUESSERS, NONE, share
from game.bank.cues.memory import memory_guessers
from game.bank.cues.model import held_out_shares
from game.bank.cues.sheet import Sheet, sheets
from game.bank.cues.statistics import LEVEL, Estimate, chi_square_tail, clustered, holm
from game.bank.flaws.lexicon import lexicon_of
from game.bank.question import Kind
from game.packs.model import Pack
from game.phrase import phrase

SEEDS = 20
TRUE_SHARE = (0.45, 0.55)
MODEL = phrase("logistic model of all cues")

_WITHOUT_OPTIONS: frozenset[Kind] = frozenset(("typed", "number", "order", "match"))


@dataclass(frozen=True, slots=True)
class Score:
    """What one guesser reaches.

    `accuracy` and `chance` are shares of all questions, `half_width` half of the 95 % interval of
    the accuracy; `fires` is the share in which it sees its cue, `when_fires` and `fires_chance`
    what it reaches there. `p` is one-sided, `p_holm` corrected for the number of guessers.
    """

    name: str
    fires: float
    when_fires: float
    fires_chance: float
    accuracy: float
    chance: float
    half_width: float
    p: float
    p_holm: float

    @property
    def is_above(self) -> bool:
        return self.p_holm < LEVEL


@dataclass(frozen=True, slots=True)
class Positions:
    """How often the key stands at each place, among questions with so many options."""

    options: int
    counts: tuple[int, ...]
    chi_square: float
    p: float


@dataclass(frozen=True, slots=True)
class Name:
    """An option's text: in how many facts it is key and distractor, and how often on average."""

    text: str
    key_facts: int
    wrong_facts: int
    key: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Cues:
    """All that was measured. `true_share` is of true-false statements; None if there are none."""

    pack: str
    seeds: int
    questions: int
    facts: int
    statements: int
    scores: tuple[Score, ...]
    true_share: float | None
    true_half_width: float
    positions: tuple[Positions, ...]
    names: tuple[Name, ...]

    @property
    def is_clean(self) -> bool:
        """Whether no guesser is above chance and True is the key about half of the time."""
        low, high = TRUE_SHARE
        even = self.true_share is None or low <= self.true_share <= high
        return even and not any(score.is_above for score in self.scores)


def measure(pack: Pack, seeds: int = SEEDS, catalogue: NullTranslations | None = None) -> Cues:
    """Play every guesser on the pack's bank under the seeds from 0 on.

    `catalogue` has the words of its questions that are not the author's.
    """
    lexicon = lexicon_of(pack.language)
    seen: list[Sheet] = []
    stated: list[tuple[str, float]] = []
    first = build(pack, 0, catalogue)
    for seed in range(seeds):
        bank = first.under(seed)
        questions = [bank.draft(spec) for spec in bank.specs if spec.kind not in _WITHOUT_OPTIONS]
        seen += sheets(questions, lexicon)
        stated += [(q.facts[0], float(q.answer == 0)) for q in questions if q.kind == "true-false"]
    true = clustered(stated)
    return Cues(
        pack=pack.id,
        seeds=seeds,
        questions=len(seen),
        facts=len({sheet.fact for sheet in seen}),
        statements=len(stated),
        scores=_scores(seen),
        true_share=true.mean if stated else None,
        true_half_width=true.half_width,
        positions=_positions(seen),
        names=_names(seen, seeds),
    )


def _scores(seen: Sequence[Sheet]) -> tuple[Score, ...]:
    shares: list[tuple[str, list[float], list[bool]]] = []
    for guesser in (*GUESSERS, *memory_guessers(seen)):
        picks = [guesser.pick(sheet) for sheet in seen]
        right = [share(pick, sheet) for pick, sheet in zip(picks, seen, strict=True)]
        shares.append((guesser.name, right, [pick != NONE for pick in picks]))
    shares.append((MODEL, held_out_shares(seen), [True] * len(seen)))
    chance = [sheet.chance for sheet in seen]
    excess = [
        clustered((s.fact, r - c) for s, r, c in zip(seen, right, chance, strict=True))
        for _, right, _ in shares
    ]
    corrected = holm([estimate.above for estimate in excess])
    return tuple(
        _score(name, right, fired, chance, estimate, p_holm)
        for (name, right, fired), estimate, p_holm in zip(shares, excess, corrected, strict=True)
    )


def _score(
    name: str,
    right: list[float],
    fired: list[bool],
    chance: list[float],
    excess: Estimate,
    p_holm: float,
) -> Score:
    count = max(1, len(right))
    fires = sum(fired)
    base = sum(chance) / count
    return Score(
        name=name,
        fires=fires / count,
        when_fires=sum(r for r, f in zip(right, fired, strict=True) if f) / max(1, fires),
        fires_chance=sum(c for c, f in zip(chance, fired, strict=True) if f) / max(1, fires),
        accuracy=base + excess.mean,
        chance=base,
        half_width=excess.half_width,
        p=excess.above,
        p_holm=p_holm,
    )


def _positions(seen: Sequence[Sheet]) -> tuple[Positions, ...]:
    """Chi-square of the key's places, divided by what the clusters add to its spread.

    The correction is Rao and Scott's first (1981): questions about one fact are not independent.
    """
    found = []
    for count in sorted({len(sheet.options) for sheet in seen}):
        mine = [sheet for sheet in seen if len(sheet.options) == count]
        keys = Counter(sheet.key for sheet in mine)
        expected = len(mine) / count
        value = sum((keys[at] - expected) ** 2 / expected for at in range(count))
        alone = (1 / count) * (1 - 1 / count) / len(mine)
        added = [
            clustered((sheet.fact, float(sheet.key == at)) for sheet in mine).error ** 2 / alone
            for at in range(count)
        ]
        value /= max(1.0, sum(added) / count)
        counts = tuple(keys[at] for at in range(count))
        found.append(Positions(count, counts, value, chi_square_tail(value, count - 1)))
    return tuple(found)


def _names(seen: Sequence[Sheet], seeds: int) -> tuple[Name, ...]:
    """Every text that is an option in two facts or more, the most uneven first."""
    keys: Counter[str] = Counter()
    wrongs: Counter[str] = Counter()
    key_facts: dict[str, set[str]] = {}
    wrong_facts: dict[str, set[str]] = {}
    expected: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for sheet in seen:
        for at, name in enumerate(sheet.names):
            shown.setdefault(name, sheet.options[at])
            expected[name] += sheet.chance  # type: ignore[assignment]
            is_key = at == sheet.key
            (keys if is_key else wrongs)[name] += 1
            (key_facts if is_key else wrong_facts).setdefault(name, set()).add(sheet.fact)
    found = [
        (
            abs(keys[name] - expected[name]),
            Name(
                shown[name],
                len(key_facts.get(name, ())),
                len(wrong_facts.get(name, ())),
                keys[name] / seeds,
                wrongs[name] / seeds,
            ),
        )
        for name in shown
        if len(key_facts.get(name, set()) | wrong_facts.get(name, set())) > 1
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1].text))
    return tuple(name for _, name in found)
