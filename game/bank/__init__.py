"""All questions of a pack."""
