"""What happened to the records, in words for who sits before them."""

from __future__ import annotations

from gettext import NullTranslations

from game.records.message import Message
from game.records.trouble import Trouble


def said(message: Message, catalogue: NullTranslations) -> str:
    """A message in whole sentences."""
    say = catalogue.gettext
    day = message.day.isoformat() if message.day else ""
    match message.what:
        case "restored":
            text = say(
                "The file of answers was damaged. The backup of {day} is in its place, and later "
                "answers that could be read were added: {count}. The damaged file is kept as "
                "{file}."
            )
        case "found-again":
            text = say(
                "The file of answers was gone. The backup of {day} is in its place, and later "
                "answers that could be read were added: {count}."
            )
        case "started-anew":
            text = say(
                "The file of answers was damaged, and there is no backup. Answers that could be "
                "read from it: {count}. The damaged file is kept as {file}."
            )
        case "read-only":
            text = say(
                "Answers cannot be kept, since nothing can be written to {file}. You can play all "
                "the same."
            )
        case "no-room":
            text = say(
                "Answers cannot be kept, since the disk is full. Make room and start again; you "
                "can play all the same."
            )
        case "newer":
            text = say(
                "The answers here were kept by a newer T-Minus. They stay as they are, and nothing "
                "is added to them; install the newer version to go on with them."
            )
        case "second-copy":
            text = say("T-Minus is open twice on this computer. Both keep your answers.")
        case "second-copy-alone":
            text = say(
                "T-Minus is open elsewhere with the same answers. What you answer here is not "
                "kept; close the other one first."
            )
        case "clock-back":
            text = say(
                "The clock of this computer stands before your last answer, of {day}. Set it "
                "right, or cards come back at the wrong time. Nothing is lost."
            )
    return text.format(day=day, count=message.count, file=message.file)


def why_not_kept(trouble: Trouble, catalogue: NullTranslations) -> str:
    """Why an answer was not kept, in a sentence; "" if it was."""
    say = catalogue.gettext
    match trouble:
        case "":
            return ""
        case "no-room":
            return say("Not kept yet: the disk is full. Make room, and it is kept after all.")
        case "read-only":
            return say("Not kept: nothing can be written to the folder of the answers.")
        case "damaged":
            return say("Not kept: the file of answers is damaged. The next start mends it.")
        case "busy":
            return say("Not kept: another copy of T-Minus has the answers open.")
        case "unknown-learner":
            return say("Not kept: this learner was deleted.")
        case "disk":
            return say("Not kept yet: the disk does not take it. It is tried again.")
