"""How hard a file says a question is, in the words of three languages."""

from __future__ import annotations

_WORDS = {
    "easy": "easy|simple|low|лёгкий|лёгкая|лёгкое|легко|простой|простая|простое|просто|низкая"
    "|низкий|оңай|жеңіл|қарапайым|төмен",
    "medium": "medium|middle|normal|moderate|средний|средняя|среднее|средне|нормально|обычный"
    "|орта|орташа|қалыпты",
    "hard": "hard|difficult|high|сложный|сложная|сложное|сложно|трудный|трудная|трудное|трудно"
    "|тяжёлый|высокая|высокий|қиын|күрделі|ауыр|жоғары",
}
_MEANT = {
    word.replace("ё", "е"): meant for meant, words in _WORDS.items() for word in words.split("|")
}


def meant(word: str) -> str:
    """What a word of English, Russian or Kazakh means: easy, medium or hard; "" if nothing."""
    return _MEANT.get(word.strip().casefold().replace("ё", "е"), "")
