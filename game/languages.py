"""The catalogues of the game's own words, one folder a language under assets/languages."""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Mapping
from functools import cache

from game import paths
from game.phrase import in_words, phrase

DOMAIN = "t-minus"
_FIRST = ("en", "ru", "kk")


def there() -> tuple[str, ...]:
    """English, and every language that has a folder of words, the first in this order."""
    folders = (
        path.parent.parent for path in (paths.assets() / "languages").glob(f"*/*/{DOMAIN}.mo")
    )
    others = sorted({folder.name for folder in folders} - set(_FIRST))
    return (*_FIRST, *others)


LANGUAGES: tuple[str, ...] = there()


def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of that language; English words where it has none."""
    return gettext.translation(
        DOMAIN, paths.assets() / "languages", languages=[language], fallback=True
    )


def system_words() -> gettext.NullTranslations:
    """The catalogue of the system's language."""
    return catalogue(system_language())


def unknown(code: str) -> str:
    """What to say to who asks for a language that there is not."""
    known = ", ".join(LANGUAGES)
    return phrase(
        "There is no language '{code}'; there are {languages}.", code=code, languages=known
    )


def spoken(text: str) -> str:
    """A phrase as a terminal shows it, in the language of the system; other text as it is."""
    return in_words(text, system_words())


def tell(text: str) -> None:
    """What a command says beside what it makes: a line on standard error."""
    print(spoken(text), file=sys.stderr)


def refuse(why: str, status: int = 1) -> int:
    """Tell why a command does not do what was asked; gives its exit status."""
    tell(why)
    return status


@cache
def own_name(language: str) -> str:
    """What a language is called by those who speak it, as its `notation.toml` says."""
    path = paths.assets() / "languages" / language / "notation.toml"
    if language == "en" or not path.is_file():
        return {"en": "English"}.get(language, language)
    import tomllib

    return str(tomllib.loads(path.read_text(encoding="utf-8")).get("name", language))


def reviewed(header: Mapping[str, str]) -> bool:
    """Whether a native teacher has read a translation, by the header of its catalogue."""
    return header.get("x-reviewed", "yes") == "yes"


def system_language() -> str:
    """The first of our languages that the system asks for, else English."""
    asked = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    asked.append(locale.getlocale()[0] or "")
    for value in asked:
        for part in value.split(":"):
            code = part.replace("-", "_").split("_")[0].split(".")[0].lower()
            code = {"russian": "ru", "kazakh": "kk", "english": "en"}.get(code, code)
            if code in LANGUAGES:
                return code
    return "en"
