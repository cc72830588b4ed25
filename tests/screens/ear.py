"""A player who only hears: every key is chosen by what a voice has said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from game import languages
from game.bank.question import Question
from game.ui.pilot import Pilot
from game.ui.spelling import spell
from game.ui.voice import Unspoken

MOST_SCREENS = 400
_OPTION = re.compile(r"([A-H]), [^:]+: (.*)\.")


class Ear:
    """Plays a round through. `misses` is how many questions it answers wrong at first.

    It knows the facts by ear alone: each question as it is spoken, with its answer as it is spoken.
    """

    def __init__(
        self, pilot: Pilot, questions: Iterable[Question], language: str, *, misses: int = 1
    ) -> None:
        voice = pilot.shared.narrator.voice
        assert isinstance(voice, Unspoken)
        self._voice = voice
        self._pilot = pilot
        self._read = 0
        self._catalogue = languages.catalogue(language)
        self._language = language
        self._misses = misses
        self._known: dict[str, list[Question]] = defaultdict(list)
        for question in questions:
            self._known[self._spelled(question.prompt)].append(question)
        self.story: list[str] = []
        """What was done, in a word each."""
        self._heard: list[str] = []
        """All that was said since the last screen was left."""

    def play(self) -> None:
        """From the title to the results."""
        for _ in range(MOST_SCREENS):
            self._listen()
            if self._hears("New satellites: {names}.", "Fuel: {earned} of {best}."):
                return
            self._act()
        raise AssertionError(f"the round did not end: {self._heard[-8:]}")

    def said(self, message: str) -> str:
        """A text of the game as it is spoken."""
        return self._spelled(self._catalogue.gettext(message))

    def _spelled(self, text: str) -> str:
        return spell(text, self._language)

    def _listen(self) -> list[str]:
        """What has been said since the last time."""
        self._pilot.step(1.2)
        new = self._voice.texts[self._read :]
        self._read = len(self._voice.texts)
        self._heard += new
        return new

    def _hears(self, *messages: str) -> bool:
        """Whether each of these texts was heard, whatever stands in their places."""
        for message in messages:
            head, *tail = re.split(r"\{\w+\}", self.said(message))
            if not any(text.startswith(head) and tail[-1:] <= [text] for text in self._heard):
                pattern = ".*".join(re.escape(part) for part in (head, *tail))
                if not any(re.search(pattern, text) for text in self._heard):
                    return False
        return True

    def _act(self) -> None:
        """Do what was heard to be possible, and forget what was heard before."""
        if not self.story and self._hears("Fly"):
            self._press("title", "enter")
        elif self._hears("Turn the key"):
            self._press("key", "enter")
            self._pilot.step(4)
        elif self._hears("GO: I know it. {right} if right, {mended} if mended."):
            self._press("go", "g")
        elif self._hears("Fuel: {cells}."):
            self._press("right" if self._hears("Right") else "explained", "enter")
        elif self._hears("Every amber lamp gets a second look before launch."):
            self._press("hold", "enter")
        elif self._hears("Next picture") or self.story[-1:] == ["film"]:
            self._press("film", "enter")
        elif any(text in self._known for text in self._heard):
            self._answer()

    def _press(self, what: str, *keys: str) -> None:
        self.story.append(what)
        self._heard.clear()
        self._pilot.press(*keys)

    def _answer(self) -> None:
        """Answer the question that was heard, as soon as it is heard what with."""
        prompt = next(text for text in reversed(self._heard) if text in self._known)
        options = {found[2]: found[1] for t in self._heard if (found := _OPTION.fullmatch(t))}
        if options:
            self._choose(self._known[prompt], options)
        elif self._hears("Type the answer") or self._hears("Type a number"):
            self._write(self._known[prompt][0], self._known[prompt])

    def _choose(self, known: list[Question], options: dict[str, str]) -> None:
        fitting = [q for q in known if {self._spelled(one) for one in q.options} >= set(options)]
        question = (fitting or known)[0]
        if isinstance(question.answer, tuple):
            self._arrange([self._spelled(question.options[at]) for at in question.answer], options)
            return
        keys = {self._spelled(one.key) for one in fitting or known}
        right = [letter for text, letter in options.items() if text in keys]
        assert right, f"{keys} was not offered: {options}"
        wrong = [letter for letter in options.values() if letter not in right]
        if self._misses:
            self._misses -= 1
            self._press("miss", wrong[0].lower())
        else:
            self._press("choose", right[0].lower())

    def _arrange(self, wanted: list[str], options: dict[str, str]) -> None:
        """Carry each option to its place, and hear that it has come there."""
        for at, text in enumerate(wanted, start=1):
            self._pilot.press(options[text].lower())
            assert self.said("Lifted.") in self._listen()
            self._pilot.press(str(at))
            self._listen()
        for _ in range(8):
            if self._hears("Lock it in"):
                break
            self._pilot.press("tab")
            self._listen()
        self._press("arrange", "enter")

    def _write(self, question: Question, known: list[Question]) -> None:
        """Write the answer, and hear each letter."""
        question = next((q for q in known if q.kind in ("typed", "number")), question)
        text = str(question.answer)
        text = f"{question.answer:g}" if isinstance(question.answer, float) else text
        self._listen()
        self._pilot.type(text)
        echoed = self._listen()
        assert len(echoed) == len(text), f"{text} was echoed as {echoed}"
        self._press("write", "enter")
