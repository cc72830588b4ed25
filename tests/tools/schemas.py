"""Writes `assets/schema`: what editors know of a pack's files, from the shapes that judge them.

Run it after a shape or the page of the format has changed; a test holds that it was.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from pydantic import TypeAdapter  # noqa: E402

from game.packs import shapes, written_shapes  # noqa: E402

FOLDER = ROOT / "assets" / "schema"
PAGE = ROOT / "docs" / "pack-format.md"
DRAFT_7 = "http://json-schema.org/draft-07/schema#"

TITLES = {
    "pack": "pack.yaml of a T-Minus pack",
    "facts": "Facts of a T-Minus pack",
    "table": "A table of a T-Minus pack",
    "questions": "Written questions of a T-Minus pack",
    "glossary": "The glossary of a T-Minus pack",
    "left-out": "What a T-Minus pack leaves out",
    "systems": "What a T-Minus pack is to represent",
}


def schemas() -> dict[str, str]:
    """Every schema as the text of its file, by its name."""
    told = _told()
    made = {
        "pack": shapes.pack.json_schema(),
        "facts": _listed(shapes.facts_file, shapes.facts, "facts"),
        "table": _with_rows(),
        "questions": _listed(written_shapes.written_file, written_shapes.written, "questions"),
        "glossary": shapes.glossary.json_schema(),
        "left-out": shapes.left_out.json_schema(),
        "systems": shapes.systems.json_schema(),
    }
    return {
        name: json.dumps(
            {"$schema": DRAFT_7, **_for_editors(schema, told), "title": TITLES[name]},
            indent=1,
            ensure_ascii=False,
        ).replace("#/$defs/", "#/definitions/")
        + "\n"
        for name, schema in made.items()
    }


def _listed(file: TypeAdapter[Any], entries: TypeAdapter[Any], key: str) -> dict[str, Any]:
    """A file that is a list, or a mapping that has it under a key."""
    whole, listed = file.json_schema(), entries.json_schema()
    definitions = {**whole.pop("$defs", {}), **listed.pop("$defs", {})}
    whole["properties"][key] = listed
    return {"anyOf": [whole, listed], "$defs": definitions}


def _with_rows() -> dict[str, Any]:
    table, rows = shapes.table.json_schema(), shapes.rows.json_schema()
    definitions = {**table.pop("$defs"), **rows.pop("$defs")}
    text = {"type": "string", "description": "The name of a CSV file beside the table."}
    table["properties"]["rows"] = {"anyOf": [text, rows]}
    return {**table, "$defs": definitions}


def _for_editors(node: Any, told: dict[str, str]) -> Any:
    """A schema in the words of editors: what YAML reads as a number or as true is a text to us."""
    if isinstance(node, list):
        return [_for_editors(one, told) for one in node]
    if not isinstance(node, dict):
        return node
    made = {
        ("definitions" if key == "$defs" else key): _for_editors(value, told)
        for key, value in node.items()
        if key not in ("title", "default")
    }
    if node.get("type") == "string" and "enum" in node:
        made = {"enum": [*node["enum"], *_unquoted(node["enum"])]}
    elif node.get("type") == "string" and "const" not in node:
        made["type"] = ["string", "number", "boolean"]
    # `title` is a key of packs as well, and goes only where it names a part of a schema.
    for key, value in node.get("properties", {}).items():
        part = _for_editors(value, told)
        if key in told:
            part = {"allOf": [part]} if "$ref" in part else part
            part["description"] = told[key]
        made["properties"][key] = part
    return made


def _unquoted(words: list[str]) -> list[Any]:
    found: list[Any] = [int(word) for word in words if word.isdigit()]
    return found + [word == "true" for word in words if word in ("true", "false")]


def _told() -> dict[str, str]:
    """What the page of the format says of each key, the first time that it does."""
    found: dict[str, str] = {}
    for line in PAGE.read_text(encoding="utf-8").split("\n"):
        match = re.fullmatch(r"\| (`[a-z_]+`(?:, `[a-z_]+`)*) \| (.+) \|", line)
        if match is None:
            continue
        for key in re.findall(r"[a-z_]+", match[1]):
            plain = re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", match[2]).replace("`", "")
            found.setdefault(key, plain[0].upper() + plain[1:])
    return found


def main() -> int:
    """Write what has changed and name it."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        path = FOLDER / f"{name}.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
