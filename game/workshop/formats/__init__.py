"""One module a format."""

TABLES_AND_TEXTS = {
    "aiken": "aiken",
    "blooket": "blooket",
    "gift": "gift",
    "h5p": "h5p",
    "kahoot": "kahoot",
    "moodle-xml": "moodle_xml",
    "opentdb": "opentdb",
    "wayground": "wayground",
}
"""Formats that are both read and written, each with its module here."""

WRITTEN: tuple[str, ...] = tuple(sorted((*TABLES_AND_TEXTS, "anki", "cards")))
