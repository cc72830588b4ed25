"""What happened to the records, for the command line; screens have words of their own."""

from __future__ import annotations

from game.records.message import Message, What
from game.records.trouble import Trouble

_SAID: dict[What, str] = {
    "restored": "The file of answers was damaged. The backup of {day} is in its place, and "
    "{count} later answers that could be read were added. The damaged file is kept as {file}.",
    "found-again": "The file of answers was gone. The backup of {day} is in its place, and "
    "{count} later answers that could be read were added.",
    "started-anew": "The file of answers was damaged, and there is no backup. {count} answers "
    "could be read from it. The damaged file is kept as {file}.",
    "read-only": "Answers cannot be kept, since nothing can be written to {file}.",
    "no-room": "Answers cannot be kept, since the disk of {file} does not take them. Make room.",
    "newer": "The answers here were kept by a newer T-Minus. They stay as they are, and nothing "
    "is added to them. Install the newer version to go on with them.",
    "shared": "T-Minus is open twice with the same answers. Both keep what is answered.",
    "second-copy": "T-Minus is open elsewhere with the same answers. Nothing that is answered "
    "here is kept; close the other one first.",
    "clock-back": "The clock of this computer stands before the last answer, of {day}. Set it "
    "right, or cards come back at the wrong time. Nothing is lost.",
}
_NOT_KEPT: dict[Trouble, str] = {
    "no-room": "Not kept: the disk is full. Make room.",
    "read-only": "Not kept: nothing can be written to the folder of the answers.",
    "damaged": "Not kept: the file of answers is damaged. The next start mends it.",
    "busy": "Not kept: another copy of T-Minus has the answers open.",
    "disk": "Not kept: the disk does not take it.",
    "refused": "Not kept: it is no answer of a learner of this machine.",
}


def said(message: Message) -> str:
    """A message in whole sentences."""
    day = message.day.isoformat() if message.day else ""
    return _SAID[message.what].format(day=day, count=message.count, file=message.file)


def why_not_kept(trouble: Trouble) -> str:
    """Why an answer was not kept, in a sentence; "" if it was."""
    return _NOT_KEPT.get(trouble, "")
