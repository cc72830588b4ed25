"""No message to an author or a teacher is bare English: each can be said in other languages."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Sequence

from game import paths
from game.packs.collector import no_collection

ROOMS = (
    *("reading", "packs", "bank", "records", "flight", "play", "ui", "screens", "live"),
    "workshop",
)
TELLS = frozenset(
    {"Mistake", "Refusal", "Refused", "add", "add_at", "lose", "print", "refuse", "skip", "tell"}
)
"""What hands words on to people, beside errors of our own."""
HELPS = frozenset({"description", "does", "epilog", "help", "title"})
"""What a command line says of itself, by the names of arguments."""
PARSES = frozenset(
    {"ArgumentParser", "add_argument", "add_argument_group", "add_parser", "add_subparsers"}
    | {"command", "made"}
)
MARKS = frozenset({"_", "counted", "gettext", "ngettext", "phrase"})
WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")


def called(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_ours(name: str) -> bool:
    """Whether an error is one of the game's own; those of Python are for programmers, as is what
    is wrong with a message on the wire."""
    return bool(name) and name != "Malformed" and not hasattr(builtins, name)


def tellings(nodes: Sequence[ast.AST]) -> Iterator[ast.Call]:
    for node in nodes:
        if isinstance(node, ast.Call) and called(node.func) in TELLS:
            yield node
        raised = node.exc if isinstance(node, ast.Raise) else None
        if isinstance(raised, ast.Call) and is_ours(called(raised.func)):
            yield raised


def bare(call: ast.AST) -> Iterator[ast.Constant]:
    """The words in a call that are in no phrase."""
    for node in ast.iter_child_nodes(call):
        if isinstance(node, ast.Call) and called(node.func) in MARKS:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if WORDS.search(node.value):
                yield node
        else:
            yield from bare(node)


def helps(nodes: Sequence[ast.AST]) -> Iterator[ast.Constant]:
    """The words of the command line about itself that are in no phrase, be it a single one."""
    for node in nodes:
        if isinstance(node, ast.Call) and called(node.func) in PARSES:
            for argument in node.keywords:
                if argument.arg in HELPS:
                    yield from texts(argument.value)


def texts(node: ast.AST) -> Iterator[ast.Constant]:
    """Every text with a letter that no mark stands around."""
    if isinstance(node, ast.Call) and called(node.func) in MARKS:
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and any(sign.isalpha() for sign in node.value):
            yield node
        return
    for below in ast.iter_child_nodes(node):
        yield from texts(below)


def bare_in(source: str) -> list[tuple[int, str]]:
    nodes = list(ast.walk(ast.parse(source)))
    found = {(one.lineno, one.value) for call in tellings(nodes) for one in bare(call)}
    found |= {(one.lineno, one.value) for one in helps(nodes)}
    return sorted((line, str(text)) for line, text in found)


def test_words_that_nobody_can_translate_are_found() -> None:
    assert bare_in('print("no such thing")') == [(1, "no such thing")]
    assert bare_in('print(f"{name}: there is none")') == [(1, ": there is none")]
    assert bare_in('raise Refused("too-big", "this is too big")') == [(1, "this is too big")]
    assert bare_in('print(spoken(phrase("no such thing")))') == []
    assert bare_in('raise ValueError("no such thing")') == []
    assert bare_in('one.add_argument("--all", metavar="A", help="everything")') == [
        (1, "everything")
    ]
    assert bare_in('one.add_argument("--all", help=_("everything"))') == []
    assert bare_in('command("fly", does=f"fly {what}")') == [(1, "fly ")]


def test_every_message_of_the_house_can_be_said_in_another_language() -> None:
    files = sorted(paths.HERE.glob("*.py"))
    for room in ROOMS:
        files += sorted((paths.HERE / room).rglob("*.py"))
    # A collection looks through the trees of all modules, and finds nothing to free.
    with no_collection():
        found = [
            f"{file.relative_to(paths.HERE)}:{line}: {text}"
            for file in files
            for line, text in bare_in(file.read_text(encoding="utf-8"))
        ]
    assert found == []
