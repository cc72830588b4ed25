"""Help, and what is said of a wrong use, are in the language of the system."""

from __future__ import annotations

import argparse
import ast
import gettext
import inspect
import os
import re
from argparse import ArgumentParser
from collections.abc import Iterator

import pytest

from game import arguments, cli, languages, usage
from game.workshop.formats import READ, WRITTEN
from tests.test_messages import WORDS

TRANSLATED = tuple(code for code in languages.LANGUAGES if code != "en")
COMMANDS = sorted(cli._RUN)
WRONG = (
    ["fly"],
    ["check"],
    ["check", "a", "b"],
    ["check", "a", "--rubbish"],
    ["check", "a", "--lang"],
    ["check", "a", "--json=yes"],
    ["check", "a", "--source"],
    ["check", "a", "--sourc", "b"],
    ["play", "--robot", "--questions", "two"],
    ["play", "--seed", "two"],
    ["host", "--pace", "slow"],
    ["host", "--le", "gentle", "--l", "en"],
    ["shots", "x", "--size", "big"],
    ["export", "a"],
)
UNHEARD = {
    " (default: %(default)s)",
    "%(heading)s:",
    "%(prog)s: warning: %(message)s\n",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "argument '%(argument_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "expected at least one argument",
    "expected at most one argument",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "not allowed with argument %s",
    "one of the arguments %s is required",
    "show program's version number and exit",
    "option '%(option)s' is deprecated",
    "subcommands",
    "unexpected option string: %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
    "unrecognized arguments: %s",
}
"""What argparse says of the mistakes of programmers, of arguments that no command has, and where a
command has its own words."""


def said(given: list[str], language: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", language)
        patch.setenv("COLUMNS", "300")
        with pytest.raises(SystemExit):
            usage.parsed(given)
    told = capsys.readouterr()
    return told.out + told.err


def after_usage(text: str) -> str:
    """Help without how the command is written and without codes, which are all names."""
    said = text.partition("\n\n")[2]
    for codes in ("en, ru", arguments.READ, arguments.WRITTEN):
        said = said.replace(codes, "")
    return said


def words_of_its_own() -> Iterator[str]:
    """Every text that the argparse of this Python looks up in a catalogue."""
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            (text,) = node.args
            if isinstance(text, ast.Constant):
                yield str(text.value)


def test_help_is_argparses_own_where_the_language_is_english(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    plain = arguments.every_command(ArgumentParser, str)
    assert said(["--help"], "en", capsys) == plain.format_help()
    assert "show this help message and exit" in said(["check", "--help"], "en", capsys)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_help_has_english_left_in_it(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said([command, "--help"] if command else ["--help"], language, capsys)
    assert not text.startswith("usage")
    assert WORDS.findall(after_usage(text)) == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("given", WRONG, ids=" ".join)
def test_a_wrong_use_is_told_in_the_language(
    given: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    last = said(given, language, capsys).splitlines()[-1]
    assert last.startswith("t-minus")
    assert re.search(r"[а-я]", last)
    assert WORDS.findall(last.partition(": ")[2]) == []


def test_a_command_line_that_can_be_run_reads_no_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(languages, "catalogue")
    assert usage.parsed(["check", "pack", "--lang", "kk"]).lang == "kk"


def test_help_names_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert tuple(arguments.READ.split(", ")) == tuple(sorted(READ))
    assert tuple(arguments.WRITTEN.split(", ")) == WRITTEN
    told = said(["import", "--help"], "en", capsys)
    assert "its format, if not recognised: aiken, anki," in told


def test_nothing_of_the_process_is_changed_by_an_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGUAGE")
    monkeypatch.setenv("LC_ALL", "kk_KZ.UTF-8")
    before = dict(os.environ), gettext.textdomain()
    with pytest.raises(SystemExit):
        usage.parsed(["--help"])
    assert "қолданылуы" in capsys.readouterr().out
    assert (dict(os.environ), gettext.textdomain()) == before


def test_argparse_says_nothing_that_the_catalogues_have_not_heard_of() -> None:
    known = {*usage.words_of_argparse(str), *UNHEARD}
    assert set(words_of_its_own()) <= known
