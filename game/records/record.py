"""What is kept of an answer, and of who gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

Mode = Literal["round", "study", "class", "robot"]


@dataclass(frozen=True, slots=True)
class Record:
    """One answer, as it was given. It is never changed.

    `at_utc` is what the clock showed, with its zone. `profile` is "" where nobody is to be known: a
    class, a robot. `card` is `pack/fact#name`, `card_rev` stands for its key, so that a changed key
    is another card. `shown` are the options in the order in which they stood; `chosen` is the
    response as JSON. `hints` are the names of the calls heard, `go` None where it was not offered.
    `rating` is None where the answer moved no schedule. `others` are the other cards of a question
    about several facts; `options` among how many answers one could guess, 0 if none.
    """

    at_utc: datetime
    study_day: date
    profile: str
    mode: Mode
    pack: str
    pack_version: str
    card: str
    card_rev: str
    question: str
    question_rev: str
    language: str
    seed: str
    shown: tuple[str, ...]
    chosen: str
    right: bool
    hints: tuple[str, ...]
    go: bool | None
    elapsed_ms: int
    rating: int | None
    grading_version: int
    scheduler_params: str
    others: tuple[str, ...]
    options: int


class Outline(NamedTuple):
    """Of an answer just what a sitting needs to know of those before, since there may be very many.

    `card` has the id that it has now.
    """

    card: str
    question: str
    seed: str
    options: int
    right: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """A learner on this machine: a nickname and one of our drawn pictures, and nothing more."""

    id: str
    nickname: str
    picture: str
    created_day: date


@dataclass(frozen=True, slots=True)
class SittingKept:
    """The answers of one seed: a sitting of self-study or a round. `began` is its first answer."""

    seed: str
    mode: Mode
    pack: str
    study_day: date
    began: datetime
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class DayKept:
    """A study day of a learner, over all modes. `elapsed_ms` is answering time."""

    day: date
    answers: int
    right: int
    elapsed_ms: int
