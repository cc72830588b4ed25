"""What an author words, held at once against the paragraphs that it cites.

A figure, a name or an answer that does not stand there is told beside it. In English that is what
`check --sources` looks for; in languages that inflect, a word stands there if one that begins like
it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.packs.evidence import Claim, Stands, claims_of, names_for_sure, stands_in
from game.packs.model import Citation, Fact
from game.ui.scene import Catalogue

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;]\s|[\"“”«‘(]|[–—]\s)\W*$")
_TOLD = 4
_SPOKEN: dict[str, dict[str, int]] = {
    "ru": {
        form: value
        for value, forms in (
            (2, "два две двух двум двумя оба обе обоих"),
            (3, "три трёх трех трём трем тремя трое"),
            (4, "четыре четырёх четырех четырём четырем"),
            (5, "пять пяти пятью"),
            (6, "шесть шести шестью"),
            (7, "семь семи семью"),
            (8, "восемь восьми восемью"),
            (9, "девять девяти девятью"),
            (10, "десять десяти десятью"),
            (12, "двенадцать двенадцати"),
            (20, "двадцать двадцати"),
            (30, "тридцать тридцати"),
            (40, "сорок сорока"),
            (50, "пятьдесят пятидесяти"),
            (100, "сто ста"),
        )
        for form in forms.split()
    },
    "kk": {
        "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9,
        "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70,
        "сексен": 80, "тоқсан": 90, "жүз": 100,
    },
}  # fmt: skip
"""Numbers as words in the languages of which `evidence` knows digits alone."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Words that stand in no cited paragraph; `paragraph` is one that has them, 0 if none does."""

    words: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Worded:
    """All that an author words of a fact. `answers` are as players see them."""

    sentence: str
    answers: tuple[str, ...]
    asks: tuple[str, ...]
    reason: str
    citations: tuple[Citation, ...]
    reason_citations: tuple[Citation, ...] = ()


def worded(fact: Fact) -> Worded:
    """The words of a fact, but for what is known to stand in another form."""
    return Worded(
        fact.text,
        tuple(one.text for one in fact.answers if not one.accepted),
        tuple(ask for one in fact.answers for ask in one.asks),
        "" if fact.why_elsewhere else fact.why,
        fact.citations,
        fact.why_citations,
    )


class Grounds:
    """The paragraphs of the documents that are at hand, by source, ready to be compared.

    `texts` are the sentences of the pack, of which names are known that begin one.
    """

    def __init__(
        self, paragraphs: Mapping[str, Sequence[str]], language: str, texts: Iterable[str] = ()
    ) -> None:
        code = language.split("-")[0]
        self._english = code == "en"
        self._spoken = _SPOKEN.get(code, {})
        self._names = names_for_sure(texts) if self._english else frozenset()
        self._stands = {
            Citation(source, number): _Paragraph(stands_in(text), _words(text))
            for source, all_of_it in paragraphs.items()
            for number, text in enumerate(all_of_it, start=1)
        }

    def lacking(self, said: Worded) -> tuple[Lacking, ...]:
        """What the cited paragraphs do not hold; nothing where one of them is not at hand."""
        found: dict[str, Lacking] = {}
        reasons = (*said.citations, *said.reason_citations)
        texts = [(said.sentence, said.citations), *((ask, said.citations) for ask in said.asks)]
        for text, cited in (*texts, (said.reason, reasons)):
            for one in self._missing(text, cited, reckoned=text == said.reason):
                found.setdefault(one.words, one)
        for answer in said.answers:
            for one in self._missing_words(answer, said.citations):
                found.setdefault(one.words, one)
        return tuple(found.values())

    def _missing(
        self, text: str, cited: Sequence[Citation], *, reckoned: bool
    ) -> Iterator[Lacking]:
        here = self._at(cited)
        if not here or not text:
            return
        if text.endswith("?"):
            # What a question begins with is no name.
            text = text[0].lower() + text[1:]
        for claim in claims_of(text, self._names):
            if (claim.name and not self._english) or (reckoned and claim.is_reckoned()):
                continue
            if not any(claim.stands(one.stands) for one in here):
                yield Lacking(claim.words, self._elsewhere(claim, cited))
        if not self._english:
            for word in _names(text):
                if not any(_has(one.words, word) for one in here):
                    yield Lacking(word)
            for word in _WORD.findall(text):
                value = self._spoken.get(word.casefold())
                if value is not None and not any(self._says(one, value) for one in here):
                    yield Lacking(word)

    def _says(self, paragraph: _Paragraph, value: int) -> bool:
        """Whether a number stands in a paragraph, in digits or as a word."""
        spoken = (self._spoken.get(word) for word in paragraph.words)
        return float(value) in paragraph.stands.numbers or value in spoken

    def _missing_words(self, answer: str, cited: Sequence[Citation]) -> Iterator[Lacking]:
        here = self._at(cited)
        for word in _WORD.findall(answer) if here else ():
            if len(word) < (4 if self._english else 3) and word[0].islower():
                continue
            value = self._spoken.get(word.casefold())
            if value is not None and any(self._says(one, value) for one in here):
                continue
            if any(_has(one.words, word) for one in here):
                continue
            if self._english and any(Claim(word, name=word).stands(one.stands) for one in here):
                continue
            yield Lacking(word)

    def _at(self, cited: Sequence[Citation]) -> list[_Paragraph]:
        if not cited or any(one not in self._stands for one in cited):
            return []
        return [self._stands[one] for one in cited]

    def _elsewhere(self, claim: Claim, cited: Sequence[Citation]) -> int:
        sources = {one.source for one in cited}
        return next(
            (
                place.paragraph
                for place, one in self._stands.items()
                if place.source in sources and claim.stands(one.stands)
            ),
            0,
        )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    stands: Stands
    words: frozenset[str]


def lines(found: Sequence[Lacking], catalogue: Catalogue) -> Iterator[str]:
    """What is told of it, a line each."""
    for one in found[:_TOLD]:
        if one.paragraph:
            said = catalogue.gettext(
                "“{words}” does not stand in what the draft cites, but in paragraph {number}."
            )
            yield said.format(words=one.words, number=one.paragraph)
        else:
            said = catalogue.gettext("“{words}” does not stand in what the draft cites.")
            yield said.format(words=one.words)


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("’", "'")


def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in _WORD.findall(text))


def _names(text: str) -> Iterator[str]:
    """Words with a capital that do not begin a sentence."""
    for match in _WORD.finditer(text):
        if match[0][0].isupper() and not _SENTENCE_BEGINS.search(text[: match.start()]):
            yield match[0]


def _has(words: frozenset[str], word: str) -> bool:
    """Whether a word stands among others, be it with another ending."""
    word = _plain(word)
    return word in words or any(_alike(word, one) for one in words)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or short[0] != long[0] or 2 * len(short) < len(long):
        return False
    same = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return same >= max(2, len(short) - (1 if len(short) <= 4 else 2))
