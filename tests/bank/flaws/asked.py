"""Questions written for one flaw each."""

from __future__ import annotations

from dataclasses import replace

from game.bank.bank import build
from game.bank.flaws import Setting, flaws
from game.bank.flaws.english import ENGLISH
from game.bank.question import Question
from tests.bank.packs import space_pack

IN_ENGLISH = Setting(lexicon=ENGLISH)
_CHOICE = build(space_pack()).question("made/country#answer/choice")
_STATEMENT = build(space_pack()).question("made/satellite#answer/true-false/true")
_TYPED = build(space_pack()).question("made/human#who/typed")


def choice(prompt: str, *options: str, key: int = 0, level: int = 2, **more: object) -> Question:
    """A choice, its first option the key, with nothing from a pack in it."""
    plain = replace(_CHOICE, hints=(), feedback=(), explanation="", why="", label="", set="")
    return replace(
        plain,
        prompt=prompt,
        options=options,
        answer=key,
        level=level,
        **more,  # type: ignore[arg-type]
    )


def statement(prompt: str, level: int = 2) -> Question:
    return replace(_STATEMENT, prompt=prompt, level=level, hints=(), explanation="", label="")


def typed(prompt: str, answer: str, *accepted: str) -> Question:
    return replace(
        _TYPED, prompt=prompt, answer=answer, accepted=(answer, *accepted), hints=(), level=2
    )


def codes(made: Question, setting: Setting = IN_ENGLISH) -> list[str]:
    return [flaw.code for flaw in flaws(made, setting)]
