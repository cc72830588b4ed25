"""Which language an article is in: one that there are rules for, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_READ = 20_000
"""Letters at the beginning of an article that tell its language."""

LEAST_WORDS = 40
"""Fewer words are English unless another language has more of them."""

_ENGLISH = frozenset(
    (
        *("the", "of", "and", "in", "to", "a", "is", "was", "were", "are", "it", "that", "for"),
        *("on", "as", "by", "with", "from", "his", "her", "its", "at", "he", "she"),
    )
)
# Words without which hardly a sentence is, in languages that are written in Latin letters.
_OTHERS = tuple(
    frozenset(words.split())
    for words in (
        "der die das und ist ein eine nicht mit von zu den dem er sie es im auf für wurde hat",
        "le la les des et est un une du que qui dans sur pour par il elle au en de d l",
        "el la los las y es un una en del que por con para se su al de fue",
        "il lo la gli le e è un una di del della che in con per si da nel",
        "o a os as e é um uma de do da que em no na para com foi",
        "de het een en van is op dat in te met voor zijn aan werd",
        "w na z i jest się nie do to od przez oraz jako roku był",
        "och är en ett det i på av som för med den till var",
        "ja on ei se oli joka sekä ovat kun mutta myös",
        "bir ve bu ile da de için olarak en çok olan",
        "a je se v na to že s z do byl jako i o",
        "va bu bilan uchun bir ham edi boʻlgan deb",
        "men bul jäne bolyp üşin bolğan bir jyly ol",
    )
)
_KAZAKH = frozenset("әғқңөұүһі")
_KAZAKH_ALONE = frozenset("әғқұһі")
# Ukrainian, Belarusian, Serbian, Macedonian, Tajik, Tatar and other letters.
_NOT_OURS = frozenset("їєґўђћџљњјќѓѕҷӣӯҳҫҙҡҗӑӗҥӱ")


def language_of(paragraphs: Sequence[str]) -> str:
    """The code of the language, by its letters and commonest words; "" if it is none of ours."""
    text = " ".join(paragraphs)[:MOST_READ].casefold()
    letters = sum(map(str.isalpha, text))
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text)
    if cyrillic * 2 >= max(1, letters):
        return _cyrillic(text, cyrillic)
    latin = sum(letter.isalpha() and letter < "\u0250" for letter in text)
    return "en" if latin * 2 >= letters and _is_english(text) else ""


def _cyrillic(text: str, letters: int) -> str:
    if sum(letter in _NOT_OURS for letter in text) * 200 >= letters:
        return ""
    if sum(letter in _KAZAKH for letter in text) * 50 >= letters:
        # Kyrgyz has three of these letters, and none of those that are Kazakh alone.
        return "kk" if any(letter in _KAZAKH_ALONE for letter in text) else ""
    # Bulgarian has no ы, and a ъ in every other word.
    bulgarian = "ы" not in text and text.count("ъ") * 100 >= letters
    return "" if bulgarian else "ru"


def _is_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    common = sum(word in _ENGLISH for word in words)
    other = max(sum(word in one for word in words) for one in _OTHERS)
    return common >= other and (len(words) < LEAST_WORDS or common * 8 > len(words))
