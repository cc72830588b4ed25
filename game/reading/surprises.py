"""Unquoted text that YAML 1.1 programs would read as something other than it looks."""

from __future__ import annotations

import re

from game.phrase import phrase

SURPRISE = re.compile(
    r"""(?:
    (?P<truth> yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE )
  | (?P<nothing> ~|null|Null|NULL )
  | (?P<time> [-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)? )
  | (?P<base> [-+]?0(?:[0-9_]+|x[0-9a-fA-F_]+|b[01_]+) )
  | (?P<underscore> [-+]?[0-9]+(?:_[0-9_]*)+(?:\.[0-9_]*)? )
  | (?P<float> [-+]?\.(?:inf|Inf|INF|nan|NaN|NAN) | [-+]?(?:[0-9][0-9_]*)?\.[0-9_]*[eE][-+][0-9]+ )
  | (?P<operator> = | << )
    )\Z""",
    re.VERBOSE,
)

FIRST_SIGNS = frozenset("0123456789+-.~=<yYnNoOtTfF")
"""What such text begins with: a look at it spares most texts the pattern."""

_WORDS = {
    "truth": phrase("a yes-or-no value"),
    "nothing": phrase("nothing at all"),
    "time": phrase("a number of seconds"),
    "base": phrase("a number in another base"),
    "underscore": phrase("a number without its underscores"),
    "float": phrase("a special number"),
    "operator": phrase("a sign of its own language"),
}


def read_as(text: str) -> str:
    """What YAML would take the text for, in words; "" if it would leave it alone."""
    match = SURPRISE.match(text)
    return _WORDS[match.lastgroup or "operator"] if match else ""
