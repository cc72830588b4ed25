"""One module a format."""

TABLES_AND_TEXTS = {
    "aiken": "aiken",
    "blooket": "blooket",
    "csv": "plain_table",
    "gift": "gift",
    "h5p": "h5p",
    "kahoot": "kahoot",
    "moodle-xml": "moodle_xml",
    "opentdb": "opentdb",
    "wayground": "wayground",
}
"""Formats that are both read and written, each with its module here."""

READ = {**TABLES_AND_TEXTS, "anki": "anki"}
"""Formats that are read, each with its module here."""

PRINTED = ("cards", "flashcards", "pdf", "poster")
"""What is made to be printed."""

WRITTEN: tuple[str, ...] = tuple(sorted((*TABLES_AND_TEXTS, *PRINTED, "anki", "html")))

SHOWS_TRUE_AND_FALSE = frozenset({"aiken", "anki", "blooket", "kahoot", "wayground"})
"""Formats without a form for statements: learners read the two words as they are written."""

TAKES = {"variants": ("html", "pdf"), "questions": ("flashcards", "html", "pdf")}
"""Of what only some formats have a number, those formats."""
