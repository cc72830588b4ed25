"""What happened to the records, for the command line; screens have words of their own."""

from __future__ import annotations

from game.phrase import counted, phrase
from game.records.message import Message
from game.records.trouble import Trouble

_NOT_KEPT: dict[Trouble, str] = {
    "no-room": phrase("Not kept: the disk is full. Make room."),
    "read-only": phrase("Not kept: nothing can be written to the folder of the answers."),
    "damaged": phrase("Not kept: the file of answers is damaged. The next start mends it."),
    "busy": phrase("Not kept: another copy of T-Minus has the answers open."),
    "disk": phrase("Not kept: the disk does not take it."),
    "refused": phrase("Not kept: it is no answer of a learner of this machine."),
}
_WHY: dict[Trouble, str] = {
    "no-room": phrase("the disk is full"),
    "read-only": phrase("nothing can be written there"),
    "damaged": phrase("the file is damaged"),
    "busy": phrase("another copy of T-Minus has it open"),
    "disk": phrase("the disk reports an error"),
    "refused": phrase("it does not belong to what is there"),
}


def said(message: Message) -> str:
    """A message in whole sentences."""
    day, file, count = message.day.isoformat() if message.day else "", message.file, message.count
    match message.what:
        case "restored":
            return counted(
                "The file of answers was damaged. The backup of {day} is in its place, and "
                "{count} later answer that could be read was added. The damaged file is kept as "
                "{file}.",
                "The file of answers was damaged. The backup of {day} is in its place, and "
                "{count} later answers that could be read were added. The damaged file is kept as "
                "{file}.",
                count,
                day=day,
                file=file,
            )
        case "found-again":
            return counted(
                "The file of answers was gone. The backup of {day} is in its place, and "
                "{count} later answer that could be read was added.",
                "The file of answers was gone. The backup of {day} is in its place, and "
                "{count} later answers that could be read were added.",
                count,
                day=day,
            )
        case "started-anew":
            return counted(
                "The file of answers was damaged, and there is no backup. {count} answer "
                "could be read from it. The damaged file is kept as {file}.",
                "The file of answers was damaged, and there is no backup. {count} answers "
                "could be read from it. The damaged file is kept as {file}.",
                count,
                file=file,
            )
        case "read-only":
            return phrase(
                "Answers cannot be kept, since nothing can be written to {file}.", file=file
            )
        case "no-room":
            return phrase(
                "Answers cannot be kept, since the disk of {file} does not take them. Make room.",
                file=file,
            )
        case "newer":
            return phrase(
                "The answers here were kept by a newer T-Minus. They stay as they are, and nothing "
                "is added to them. Install the newer version to go on with them."
            )
        case "shared":
            return phrase(
                "T-Minus is open twice with the same answers. Both keep what is answered."
            )
        case "second-copy":
            return phrase(
                "T-Minus is open elsewhere with the same answers. Nothing that is answered "
                "here is kept; close the other one first."
            )
        case "clock-back":
            return phrase(
                "The clock of this computer stands before the last answer, of {day}. Set it "
                "right, or cards come back at the wrong time. Nothing is lost.",
                day=day,
            )


def why_not_kept(trouble: Trouble) -> str:
    """Why an answer was not kept, in a sentence; "" if it was."""
    return _NOT_KEPT.get(trouble, "")


def why(trouble: Trouble) -> str:
    """What the trouble is, within a sentence; "" for none."""
    return _WHY.get(trouble, "")
