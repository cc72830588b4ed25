"""What lets an editor complete and judge a pack's files while they are written.

Each file's first line names a schema that lies in the pack's own hidden folder: a path that is the
same on every machine, needs no network, and goes into no bundle.
"""

from __future__ import annotations

from game import paths

FOLDER = ".schema"
_SCHEMAS = {
    "pack.yaml": "pack",
    "glossary.yaml": "glossary",
    "left-out.yaml": "left-out",
    "systems.yaml": "systems",
    "facts": "facts",
    "tables": "table",
    "questions": "questions",
}


def first_line(name: str) -> str:
    """The comment that tells an editor the schema of a file, by its path in the pack."""
    folder, slash, _ = name.rpartition("/")
    schema = _SCHEMAS[folder or name]
    up = "../" if slash else ""
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema}.json"


def schema_files() -> dict[str, str]:
    """The schemas as files of a pack."""
    return {
        f"{FOLDER}/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted((paths.assets() / "schema").glob("*.json"))
    }
