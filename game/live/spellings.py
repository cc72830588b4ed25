"""What else is right where an answer is typed: how the pack's other languages spell the answer.

A class has one language, and its phones may speak others; "СССР" is no wrong answer to a question
in English.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from game.bank.bank import Bank
from game.bank.question import Question
from game.bank.text import compact, normalise

MOST_TYPED = 2000
"""Questions of a class's bank that are looked through for another meaning of a spelling; where
there are more, it would cost the class its processor, and only its own language is right."""


class Spellings:
    """The accepted texts of the banks that `others` gives. That may take seconds: they are made on
    a thread of its own. Until they are `ready` nothing is right by them.

    They must be right to the letter. One that is, in the class's own language, the answer to
    something else is not taken.
    """

    def __init__(self, own: Bank, others: Callable[[], Iterable[Bank]]) -> None:
        self._own = own
        self._others = others
        self._banks: list[Bank] = []
        self._closed = self._made = False
        self._owners: dict[str, list[frozenset[str]]] = {}
        self._found: dict[str, frozenset[str]] = {}
        self._thread: threading.Thread | None = None

    def prepare(self) -> None:
        """They are soon needed. Until then a class does without the memory of more banks."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, name="spellings")
            self._thread.start()

    @property
    def ready(self) -> bool:
        """Whether all that there will be is known."""
        return self._made

    def wait(self) -> None:
        """Have them made, and wait for it: never in the loop of a class."""
        self.prepare()
        assert self._thread is not None
        self._thread.join()

    def close(self) -> None:
        """Nobody needs them any more: what is not made yet need not be. The interpreter waits for
        the bank that is being made."""
        self._closed = True

    def right(self, question: Question, typed: str) -> bool:
        """Whether another language of the pack spells the answer so."""
        form = _form(typed)
        return self._made and bool(form) and form in self._of(question)

    def _of(self, question: Question) -> frozenset[str]:
        if question.id not in self._found:
            own, there = _forms(question), frozenset[str]()
            for bank in self._banks:
                try:
                    there |= _forms(bank.question(question.id))
                except KeyError:
                    continue
            self._found[question.id] = frozenset(
                form for form in there if all(own & forms for forms in self._owners.get(form, ()))
            )
        return self._found[question.id]

    def _load(self) -> None:
        try:
            self._make()
        finally:
            # A class waits for this, also where a bank cannot be made.
            self._made = True

    def _make(self) -> None:
        if not 0 < len(self._own.of_kind("typed")) <= MOST_TYPED:
            return
        for question in self._own.questions("typed"):
            forms = _forms(question)
            for form in forms:
                self._owners.setdefault(form, []).append(forms)
        for bank in self._others():
            self._banks.append(bank)
            if self._closed:
                return


def _forms(question: Question) -> frozenset[str]:
    if question.kind != "typed":
        return frozenset()
    texts = (str(question.answer), *question.accepted)
    return frozenset(filter(None, map(_form, texts)))


def _form(text: str) -> str:
    return compact(normalise(text))
