"""A file that is a list, or a mapping that has it under a key with what holds for all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from game.packs import shapes
from game.packs.findings import Findings
from game.packs.folder import Folder
from game.packs.shape_errors import judge
from game.phrase import phrase
from game.reading.values import Items, Table

_NO_LIST = {
    "facts": (phrase("the file must be a list of facts"), phrase("each fact begins with '- '")),
    "questions": (
        phrase("the file must be a list of questions"),
        phrase("each question begins with '- '"),
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries, and what stands at the head of the file for those that say nothing else."""

    entries: Items
    shared: dict[str, Any] = field(default_factory=dict)


def read_listed(
    folder: Folder,
    file: str,
    key: str,
    adapter: TypeAdapter[Any],
    shape: type[shapes.Shape],
    findings: Findings,
) -> Listed | None:
    """What a file lists, None if it lists nothing that can be read; what is wrong is noted.

    `key` is what the list stands under: `facts` or `questions`.
    """
    document = folder.read(file, findings)
    if document is None or document.value is None:
        return None
    value = document.value
    if isinstance(value, Items):
        return Listed(value)
    if not isinstance(value, Table):
        message, hint = _NO_LIST[key]
        findings.add(file, value, "", "wrong-type", message, hint)
        return None
    entries = value.get(key)
    if not document.whole and not isinstance(entries, Items):
        return None
    is_wrong = bool(judge(adapter, value, file, findings, shape))
    if not isinstance(entries, Items):
        return None
    shared = {} if is_wrong else {name: text for name, text in value.items() if name != key}
    return Listed(entries, shared)
