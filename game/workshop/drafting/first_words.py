"""Which first words of Russian sentences are names, by the other words of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SMALL = re.compile(r"(?<![\w-])[а-яё][а-яё-]+")
_INSIDE = re.compile(r"(?<=[а-яё,;] )[А-ЯЁ][а-яё]+")
DONE = re.compile(
    r"\w{2,}(?:(?:[аеёиоуыюя]л[аои]?|л[аои])(?:сь|ся)?|"
    r"(?:ован|ожен|ещен|ущен|оен|ечен|еден|лен|шен|чен|рыт|нят|бит|дан)[аоы]?)"
)
"""How a Russian verb ends that says what was done: the word that such a question goes on with."""
_OF_WHAT = re.compile(r"[а-яё]{3,}(?:а|я|и|ы|ов|ев|ей)")
"""A noun in the case that says whose: what stands before it is seldom a name."""
_NOT_OF_WHAT = re.compile(
    r".*(?:ся|сь)|тогда|никогда|всегда|иногда|когда|дважды|трижды|однажды|снова|сама|сами|дома|едва|"
    r"почти|если|сюда|туда|или"
)
_LIKE_A_NAME = re.compile(r".*ск(?:ая|ое|ий|ие|ой)")
_BENT = 2
"""Letters at the end of a word that its case and number change."""
_SHORTEST_STEM = 4
# Words that are no names, wherever a sentence begins with them.
_NO_NAMES = re.compile(
    r"(?:перв|втор|трет|четв[её]рт|последн|одн|сам|кажд|друг|нов|стар|больш|главн|эт)"
    r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|их|ых|им|ым|ом|ем|ую|юю|а|о|и|от|у)|один|одна|"
    r"он|она|оно|они|его|её|ее|их|в|во|на|по|за|из|у|к|ко|с|со|о|об|до|от|для|при|под|над|без|"
    r"после|перед|между|через|около|более|почти|так|там|здесь|город|река|озеро|остров|гора|страна|"
    r"посёлок|село|завод|музей|театр|мост|школа|университет|корабль|ракета|спутник|космодром|"
    r"станция|полёт|запуск|строительство|открытие|война|договор|аренда|извержение|вулкан|население"
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The words of an article that stand in small letters, and those that are names inside a
    sentence."""

    small: frozenset[str]
    names: frozenset[str]

    def inside(self, text: str) -> str:
        """A text that began a sentence as it stands within one; "" if its first word may be a name
        or not."""
        first, space, rest = text.partition(" ")
        low = first.casefold()
        stem = low[: max(_SHORTEST_STEM, len(low) - _BENT)]
        named = any(one.startswith(stem) for one in self.names)
        small = any(one.startswith(stem) for one in self.small)
        if not first[:1].isalpha() or (named and not small) or first.isupper():
            return text
        if _NO_NAMES.fullmatch(low) or (small and not named):
            return f"{low}{space}{rest}"
        second = rest.partition(" ")[0]
        noun = _OF_WHAT.fullmatch(second) and not DONE.fullmatch(second)
        if named or not noun or _NOT_OF_WHAT.fullmatch(second) or _LIKE_A_NAME.fullmatch(low):
            return ""
        return f"{low}{space}{rest}"


NO_LETTERS = Letters(frozenset(), frozenset())


def letters_of(paragraphs: Iterable[str]) -> Letters:
    """How the words of an article are written where no sentence begins."""
    text = "\n".join(paragraphs)
    names = frozenset(one.casefold() for one in _INSIDE.findall(text))
    return Letters(frozenset(_SMALL.findall(text)), names)
