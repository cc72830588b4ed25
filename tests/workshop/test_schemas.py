"""What editors know of a pack's files is what the game holds them to."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools.schemas import FOLDER, schemas

ROOT = Path(__file__).parents[2]
KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Whether a value is what the schema says, by the words that our schemas have."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        return fits(value, whole["definitions"][name], whole)
    if "anyOf" in schema:
        return any(fits(value, one, whole) for one in schema["anyOf"])
    if "allOf" in schema and not all(fits(value, one, whole) for one in schema["allOf"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    wanted = schema.get("type", [])
    kinds = tuple(
        k for one in ([wanted] if isinstance(wanted, str) else wanted) for k in KINDS[one]
    )
    if kinds and not isinstance(value, kinds):
        return False
    if isinstance(value, str):
        least, most = int(schema.get("minLength", 0)), int(schema.get("maxLength", 10**9))
        return least <= len(value) <= most
    if isinstance(value, list):
        return all(fits(one, schema.get("items", {}), whole) for one in value)
    if isinstance(value, dict):
        return _fits_mapping(value, schema, whole)
    return True


def _fits_mapping(value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    known = schema.get("properties", {})
    if any(key not in value for key in schema.get("required", [])):
        return False
    more = schema.get("additionalProperties", True)
    for key, one in value.items():
        if key in known:
            if not fits(one, known[key], whole):
                return False
        elif more is False or (isinstance(more, dict) and not fits(one, more, whole)):
            return False
    return True


def loaded(path: Path) -> Any:
    """A file as an editor reads it; days are text there."""
    return json.loads(
        json.dumps(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader), default=_day)
    )


def _day(value: object) -> str:
    assert isinstance(value, datetime.date)
    return value.isoformat()


def schema_of(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return made


def told_nothing(node: Any) -> Any:
    """A schema without what it tells of each key, which the page of the format may word anew."""
    if isinstance(node, list):
        return [told_nothing(one) for one in node]
    if not isinstance(node, dict):
        return node
    plain = {key: told_nothing(one) for key, one in node.items()}
    return {
        key: one for key, one in plain.items() if not isinstance(one, str) or key != "description"
    }


def test_the_schemas_are_those_of_the_shapes() -> None:
    stale = [
        name
        for name, text in schemas().items()
        if told_nothing(schema_of(name)) != told_nothing(json.loads(text))
    ]
    assert stale == [], "run tests/tools/schemas.py"


def packs_files() -> list[tuple[str, Path]]:
    found = []
    roots = [path.parent for path in (ROOT / "questions").glob("*/pack.yaml")]
    for root in (*roots, *(ROOT / "assets" / "starter").iterdir()):
        found += [("pack", root / "pack.yaml")]
        found += [("facts", path) for path in root.glob("facts/*.yaml")]
        found += [("table", path) for path in root.glob("tables/*.yaml")]
        found += [
            (name, root / f"{name}.yaml")
            for name in ("glossary", "left-out", "systems")
            if (root / f"{name}.yaml").is_file()
        ]
    return found


@pytest.mark.parametrize(("name", "path"), packs_files())
def test_our_own_packs_have_no_fault_in_an_editor(name: str, path: Path) -> None:
    schema = schema_of(name)
    assert fits(loaded(path), schema, schema)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("facts", [{"fact": "A {b}.", "ask": "What?"}]),
        ("facts", [{"fact": "A {b}.", "from": "atlas 1", "asks": "What?"}]),
        ("facts", {"facts": [{"fact": "A {b}.", "from": "atlas 1", "level": 4}]}),
        ("facts", [{"fact": "A {b}.", "from": "atlas 1", "answers": {"type": "animal"}}]),
        ("facts", [{"fact": "A {b}.", "from": "atlas 1", "draft": "perhaps"}]),
        ("pack", {"format": 1}),
        ("systems", [{"name": "a", "kind": "b"}]),
    ],
)
def test_what_the_game_refuses_is_a_fault_in_an_editor(name: str, value: Any) -> None:
    schema = schema_of(name)
    assert not fits(value, schema, schema)


def test_keys_tell_what_they_are_when_an_author_points_at_them() -> None:
    keys = schema_of("facts")["definitions"]["FactShape"]["properties"]
    assert keys["why"]["description"].startswith("A sentence or two of reason or meaning")
    assert all(
        "description" in keys[key] for key in ("fact", "ask", "from", "wrong", "by", "as_of")
    )
