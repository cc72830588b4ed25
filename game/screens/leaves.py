"""An explanation on one card, or on several where its type would become too small for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from game.bank.flaws.words import sentences
from game.screens.arranged import Line, lines_height
from game.screens.blocks import shrunk
from game.screens.verdict import Verdict
from game.ui.text import Layout, lay_out, line_width
from game.ui.theme import Theme, TypeStyle

SHARES = (1.0, 0.95, 0.9)
"""How large texts are set, in sizes of theirs: at most one step smaller; the source never is."""

GAP = 14.0
RULE = 26.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands on one card under the bar of the key; whatever is not there is empty."""

    why: str = ""
    lines: tuple[Line, ...] = ()
    said: Verdict | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """The leaves, how large their text is set, and whether the question stands over them."""

    leaves: tuple[Leaf, ...]
    share: float
    with_question: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures texts of a theme at a text scale, in lines of a width in grid units."""

    theme: Theme
    scale: float
    wide: float

    @property
    def indent(self) -> float:
        """How far the verdict stands in, to leave room for its sign."""
        return 78 * min(1.4, self.scale)

    def text(self, text: str, style: str, share: float, inset: float = 0.0) -> float:
        """How high a text stands."""
        return self._layout(text, style, share, inset).height if text else 0.0

    def rows(self, text: str, style: str, share: float, inset: float = 0.0) -> tuple[str, ...]:
        """The lines that a text is broken into."""
        return self._layout(text, style, share, inset).lines

    def said(self, said: Verdict, share: float) -> float:
        """How high the lines about what was chosen stand."""
        line = self.headed(said, share)
        return sum(self.text(text, "body", share, self.indent) for text in (line, said.after))

    def headed(self, said: Verdict, share: float) -> str:
        """The line about what was chosen, its word before it where it is longer than one line."""
        bold = line_width(said.head, *self._bold(share))
        alone = self._layout(said.line, "body", share, self.indent)
        if not said.head or not said.line:
            return said.line
        if len(alone.lines) == 1 and alone.width + bold + 20 <= self.wide - self.indent:
            return said.line
        return f"{said.head}. {said.line}"

    def _bold(self, share: float) -> tuple[TypeStyle, float]:
        style = shrunk(self.theme, "body_bold", share, self.scale)
        return style, style.size * self.scale

    def leaf(self, leaf: Leaf, share: float) -> float:
        """How high a leaf stands."""
        high = self.text(leaf.why, "body", share) + lines_height(
            self.theme, self.scale, leaf.lines, share
        )
        if leaf.said is not None:
            high += self.said(leaf.said, share) + (RULE + GAP if high else 0)
        if leaf.source:
            high += self.text(leaf.source, "hint", 1.0) + (GAP if high else 0)
        return high

    def _layout(self, text: str, style: str, share: float, inset: float) -> Layout:
        return lay_out(
            text,
            shrunk(self.theme, style, share, self.scale),
            self.wide - inset,
            10_000,
            text_scale=self.scale,
            balanced=False,
        )


def set_out(measure: Measure, whole: Leaf, alone: Leaf, beside: float, without: float) -> Setting:
    """All on one card if it fits, first under the question, then without it; else on several.

    `beside` and `without` are the heights that a card has in the two cases. `alone` is the same
    as `whole` for a card that stands without the question.
    """
    for leaf, room, with_question in ((whole, beside, True), (alone, without, False)):
        for share in SHARES:
            if measure.leaf(leaf, share) <= room:
                return Setting((leaf,), share, with_question)
    tried = [(_leaves(measure, alone, share, without), share) for share in SHARES]
    leaves, share = min(tried, key=lambda pair: len(pair[0]))
    return Setting(leaves, share, with_question=False)


def _leaves(measure: Measure, whole: Leaf, share: float, room: float) -> tuple[Leaf, ...]:
    """What there is to say, part after part, on as few cards as hold it in its order."""
    found: list[Leaf] = []
    for part in _parts(measure, whole, share, room):
        joined = _joined(found[-1], part) if found else None
        if joined is not None and measure.leaf(joined, share) <= room:
            found[-1] = joined
        elif part.source and found and (moved := _beside(found[-1], part)) is not None:
            found[-1:] = moved
        else:
            found.append(part)
    return tuple(found)


def _beside(last: Leaf, source: Leaf) -> tuple[Leaf, Leaf] | None:
    """What was chosen, taken over to the source, which would stand alone; None if it cannot be."""
    if last.said is None or not (last.why or last.lines):
        return None
    return replace(last, said=None), replace(source, said=last.said)


def _parts(measure: Measure, whole: Leaf, share: float, room: float) -> Iterator[Leaf]:
    """Each part by itself; one that is higher than a card comes in pieces."""
    for piece in _pieces(measure, whole.why, share, room):
        yield Leaf(why=piece)
    pitch = lines_height(measure.theme, measure.scale, whole.lines[:1], share)
    most = max(1, int(room / pitch)) if whole.lines else 1
    for at in range(0, len(whole.lines), most):
        yield Leaf(lines=whole.lines[at : at + most])
    if whole.said is not None:
        yield from _said(measure, whole.said, share, room)
    yield Leaf(source=whole.source)


def _said(measure: Measure, said: Verdict, share: float, room: float) -> Iterator[Leaf]:
    if measure.said(said, share) <= room:
        yield Leaf(said=said)
        return
    headed = measure.headed(said, share)
    word = headed[: len(headed) - len(said.line)]
    *first, last = _pieces(measure, headed, share, room, measure.indent, word)
    for at, piece in enumerate(first):
        head = said.head if at == 0 else ""
        yield Leaf(said=replace(said, head=head, line=piece.removeprefix(word), after=""))
    head = "" if first else said.head
    end = replace(said, head=head, line=last if first else last.removeprefix(word))
    if measure.said(end, share) <= room:
        yield Leaf(said=end)
    else:
        yield Leaf(said=replace(end, after=""))
        yield Leaf(said=replace(said, head="", line=said.after, after=""))


def _pieces(
    measure: Measure, text: str, share: float, room: float, inset: float = 0.0, whole: str = ""
) -> Sequence[str]:
    """A text in parts that fit a card, broken between sentences; one too long for a card in even
    parts. `whole` is a beginning that is not parted from what follows."""

    def fits(part: str) -> bool:
        return measure.text(part, "body", share, inset) <= room

    if not text or fits(text):
        return [text] if text else []
    pieces: list[str] = []
    for sentence in _sentences(text, whole):
        if pieces and fits(f"{pieces[-1]} {sentence}"):
            pieces[-1] += f" {sentence}"
        elif fits(sentence):
            pieces.append(sentence)
        else:
            rows = measure.rows(sentence, "body", share, inset)
            most = max(1, int(room / measure.text(rows[0], "body", share, inset)))
            even = ceil(len(rows) / ceil(len(rows) / most))
            pieces += [" ".join(rows[at : at + even]) for at in range(0, len(rows), even)]
    return pieces


def _sentences(text: str, whole: str) -> Sequence[str]:
    first, *rest = sentences(text.removeprefix(whole))
    return (whole + first, *rest)


def _joined(one: Leaf, other: Leaf) -> Leaf | None:
    """Two leaves as one; None where both have the same part, which was broken for its height."""
    if (one.why and other.why) or (one.lines and other.lines) or (one.said and other.said):
        return None
    return Leaf(
        one.why or other.why,
        one.lines or other.lines,
        one.said or other.said,
        one.source or other.source,
    )
