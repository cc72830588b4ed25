"""T-Minus: facts with sources become questions, a round of questions becomes a launch."""

__version__ = "0.1.0"
