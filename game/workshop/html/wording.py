"""The words of a page, in the language of its catalogue; the script fills in what is in braces."""

from __future__ import annotations

from game.screens.words import stage_name
from game.ui.scene import Catalogue

Words = dict[str, str | list[str]]


def wording(catalogue: Catalogue, most: int) -> Words:
    """Every text by the name that the script has for it; one in the plural for each number from 0,
    up to `most`."""
    _ = catalogue.gettext
    ngettext = catalogue.ngettext

    def counted(one: str, several: str) -> list[str]:
        return [ngettext(one, several, number) for number in range(most + 1)]

    return {
        "fly": _("Fly"),
        "again": _("Fly again"),
        "rollout": stage_name("rollout", catalogue),
        "fuelling": stage_name("fuelling", catalogue),
        "check": stage_name("check", catalogue),
        "hold": _("Hold"),
        "fuel": _("Fuel"),
        "cells": _("{filled} of {count}"),
        "mended": _("mended"),
        "go": _("GO"),
        "nogo": _("NO-GO"),
        "know": _("I know it"),
        "unsure": _("Not sure yet"),
        "ifright": _("if right"),
        "ifmended": _("if mended"),
        "aftergo": _("After GO no call is heard. Mended: missed now, but right at T-0."),
        "call": _("Call mission control"),
        "next": _("Next call"),
        "worth": _("{fuel} fuel if right."),
        "struck": _("ruled out"),
        "lock": _("Lock it in"),
        "pass": _("I don’t know"),
        "typeanswer": _("Type the answer"),
        "typenumber": _("Type a number"),
        "figures": _("Write the number in figures, without words."),
        "chooseall": _("Choose one for each line."),
        "up": _("Move up: {option}"),
        "down": _("Move down: {option}"),
        "moved": _("{option}: {place} of {count}"),
        "right": _("Right"),
        "wrong": _("Not this time"),
        "notyet": _("Not yet"),
        "mendedhead": _("Mended"),
        "answer": _("{key} is the answer"),
        "statement": [_("The statement is true"), _("The statement is false")],
        "order": _("The right order"),
        "pairs": _("The right pairs"),
        "chose": _("You chose {chosen}."),
        "chosewhat": _("You chose {chosen}. {what}"),
        "chosethe": _("You chose {chosen}: {what}"),
        "wrote": _("You wrote “{text}”."),
        "none": _("No answer this time."),
        "placed": counted(
            "{placed} of {count} stood in its place.", "{placed} of {count} stood in their places."
        ),
        "earned": _("This cell fills with {fuel} fuel."),
        "earnedgo": _("You said GO: this cell fills with {fuel}."),
        "earnedcalls": counted(
            "After {calls} call this cell fills with {fuel}.",
            "After {calls} calls this cell fills with {fuel}.",
        ),
        "holds": _("This cell holds {fuel} fuel now."),
        "holdsnone": _("After GO a mended cell holds no fuel."),
        "comesback": _("This fact comes once more at T-0, and can be mended."),
        "allthesame": _("The rocket flies all the same."),
        "backto": _("Now back to what was missed."),
        "near": _("Near enough: it is exactly {key}."),
        "spelled": _("It is spelled {key}."),
        "goon": _("Go on"),
        "holdsays": _("Every amber lamp gets a second look before launch."),
        "noclock": _("No clock. What is mended counts."),
        "missedat": _("missed at T-{count}"),
        "recheck": _("Recheck"),
        "between": _("One in between"),
        "turn": _("Turn the key"),
        "aloud": _("Aloud:"),
        "count": _("3, 2, 1"),
        "launching": _("Lift-off"),
        "skip": _("Skip the flight"),
        "inorbit": _("In orbit"),
        "ofbest": _("of {best} fuel"),
        "allcells": _("{filled} of {count} cells are full"),
        "somecells": _("{filled} of {count} cells: {at_once} at once, {mended} mended"),
        "satellites": counted(
            "One fact that you know is now a satellite.",
            "{count} facts that you know are now satellites.",
        ),
        "orbits": _("Every round that is flown reaches orbit."),
        "learnagain": _("Learn again"),
        "how": _("Each right answer fills a cell with fuel. You have all the time you want."),
        "hints": _("Mission control gives hints: each costs 10 fuel of the cell, never more."),
        "facts": _("What you miss comes once more at T-0. Every round reaches orbit."),
        "nothing": _("Nothing is sent or kept: close the page, and it is forgotten."),
    }
