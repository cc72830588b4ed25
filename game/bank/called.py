"""What kinds of questions and calls for help are called, for messages to people."""

from __future__ import annotations

from game.bank.question import CallName
from game.phrase import phrase

KIND_NAMES: dict[str, str] = {
    "choice": phrase("choice"),
    "true-false": phrase("true or false"),
    "typed": phrase("typed"),
    "number": phrase("number"),
    "order": phrase("order"),
    "match": phrase("match"),
    "odd-one-out": phrase("odd one out"),
    "who-said": phrase("who said it"),
    "picture": phrase("picture"),
}

CALL_NAMES: dict[CallName, str] = {
    "archive": phrase("Archive"),
    "navigator": phrase("Navigator"),
    "engineer": phrase("Engineer"),
    "radio": phrase("Radio"),
}
