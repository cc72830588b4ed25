"""What somebody says in a Russian or Kazakh article, and words that stand for something before."""

from __future__ import annotations

import re

from game.phrase import Phrase
from game.workshop.drafting.sayings import NO_CLAIM, NO_SPEAKER, OF_THE_SPEAKER, Saying

_SAYS = {
    "ru": (
        r"(?:сказал|говорил|заявил|отметил|сообщил|писал|подчеркнул|добавил|рассказал|объяснил|"
        r"пояснил|предупредил|ответил)а?|говорит|считает|пишет|отмечает"
    ),
    "kk": r"деді|дейді|деген|деп (?:айтты|жазды|атап өтті|хабарлады|түсіндірді|ескертті)",
}
_OWN = {"ru": r"я|мы|нас|нам|мне|меня|наш\w*|мой|моя|моё|мои", "kk": r"мен|біз\w*|маған|менің"}
_VAGUE = {
    "ru": (
        r"(?:(?:В|Во|На|О|Об|У|С|Со|Из|К|По|Для|От|До|За|Над|Под|После|Через|При) )?"
        r"(?:[Ее]го|[Ее][её]|[Ии]х|[Оо]н[аои]?|[Нн](?:ём|ем|ей|их|его|её|ее|им|ими|ему)|"
        r"[Ээ]т(?:о|от|а|и|ого|ой|ом|их|им|у)|[Тт](?:огда|ам|от|ого|ом)|[Зз]десь|[Тт]ак(?:ой|ая|ие))"
    ),
    "kk": (
        r"(?:Ол|Оның|Оны|Онда|Одан|Оған|Онымен|Олар\w*|Бұл|Бұлар\w*|Бұның|Осы\w*|Сол\w*|Мұнда|"
        r"Сонда|Содан)"
    ),
}
_NAME = r"(?P<by>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w.-]*(?: [А-ЯЁӘҒҚҢӨҰҮҺІ][\w.-]*)*)"
_INSIDE = {
    "ru": r"его|е[её]|их|он[аои]?|н(?:его|е[её]|их|[её]м|ей|им|ими|ему)|ему|эт(?:ого|ой|их|им|ими)",
    "kk": r"оның|оны|оған|одан|олар\w*|оларды\w*|бұл|бұның|осы\w*",
}
LEAST_WORDS = 4


def foreign_saying(sentence: str, code: str) -> Saying | Phrase | None:
    """The saying of a sentence; why it cannot be one; None if nobody says anything in it, or if it
    is in a language without rules here."""
    if code not in _SAYS:
        return None
    behind = re.search(rf"[»”\"“],? ?[—–-] ?(?P<how>{_SAYS[code]})\b", sentence)
    if behind is None:
        return None
    match = re.fullmatch(
        rf"[«“„\"](?P<said>[^«»“”„\"]+)[»”“\"],? ?[—–-] ?(?:{_SAYS[code]}) (?:[а-яёәғқңөұүһі-]+ )*"
        rf"{_NAME}(?P<tail>[^«»“”„\"—]*)",
        sentence,
    )
    if match is None:
        return NO_SPEAKER
    said = match["said"].strip().rstrip(".,!")
    if re.search(rf"(?i)\b(?:{_OWN[code]})\b", said):
        return OF_THE_SPEAKER
    if len(said.split()) < LEAST_WORDS:
        return NO_CLAIM
    return Saying(match["by"].rstrip("."), f"{said[0].upper()}{said[1:]}.")


def vague_start(sentence: str, code: str) -> str:
    """The words at a start that stand for something said before, "" if there are none."""
    match = re.match(rf"{_VAGUE[code]}(?!\w)", sentence) if code in _VAGUE else None
    return match[0] if match else ""


def vague_inside(sentence: str, code: str) -> list[str]:
    """The words behind the first ones that may stand for something said before.

    Behind a comma or an "and" they mostly stand for what the sentence itself has named.
    """
    if code not in _INSIDE:
        return []
    begins = len(vague_start(sentence, code)) or len(sentence.partition(" ")[0])
    first = re.split(r"[,;:] | и | және ", sentence[begins:])[0]
    found = re.findall(rf"(?i)(?<!\w)(?:{_INSIDE[code]})(?!\w)", first)
    return list(dict.fromkeys(found))
