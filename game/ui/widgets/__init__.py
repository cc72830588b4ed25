"""Widgets on the design grid; none knows what a quiz is."""

from game.ui.widgets.base import Action, Label, Widget
from game.ui.widgets.button import Button, ButtonKind
from game.ui.widgets.choice import Choice, ChoiceState
from game.ui.widgets.field import TextField
from game.ui.widgets.hints import Hint, KeyHints, Toast
from game.ui.widgets.listing import ListBox
from game.ui.widgets.slider import Slider

__all__ = [
    "Action",
    "Button",
    "ButtonKind",
    "Choice",
    "ChoiceState",
    "Hint",
    "KeyHints",
    "Label",
    "ListBox",
    "Slider",
    "TextField",
    "Toast",
    "Widget",
]
