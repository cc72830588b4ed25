"""An article's sentences as proposals of facts, by rules and lists of words."""
