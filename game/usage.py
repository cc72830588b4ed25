"""What the command line was asked; where it answers itself, it does so in the system's language.

argparse takes its own words from gettext's one global catalogue while a parser is made and run.
So a command line that needs no answer is parsed without any catalogue, which keeps a start quick;
for help, or a wrong use, it is parsed once more among the words of the language.
"""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from game import arguments, languages, paths
from game.phrase import phrase


class _Answers(Exception):
    """The command line is to be answered with help, or with what is wrong with it."""


class _Silent(argparse.ArgumentParser):
    """A parser that leaves the answering to another."""

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002
        raise _Answers

    def error(self, message: str) -> NoReturn:  # noqa: ARG002
        raise _Answers


def parsed(given: Sequence[str]) -> argparse.Namespace:
    """The command and its options, and under `more` what pytest is to have.

    SystemExit, after help or after telling of a wrong use, where there is nothing to run.
    """
    try:
        return _parsed(given, arguments.every_command(_Silent, str))
    except _Answers:
        with _in_system_words():
            words = languages.system_words().gettext
            return _parsed(given, arguments.every_command(argparse.ArgumentParser, words))


def _parsed(given: Sequence[str], parser: argparse.ArgumentParser) -> argparse.Namespace:
    options, more = parser.parse_known_args(given)
    if more and options.command != "test":
        parser.error(languages.spoken(phrase("'{word}' is not known here", word=more[0])))
    options.more = more
    return options


@contextmanager
def _in_system_words() -> Iterator[None]:
    domain, asked = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(languages.DOMAIN, str(paths.assets() / "languages"))
    gettext.textdomain(languages.DOMAIN)
    # The global catalogue asks the environment alone, and only its first variable.
    os.environ["LANGUAGE"] = languages.system_language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if asked is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = asked


def words_of_argparse(_: Callable[[str], str]) -> tuple[str, ...]:
    """What argparse itself may say here, for the catalogues: its code is not ours to look through.

    What only a mistake of a programmer brings up is left out, and so are forms of arguments that
    no command has.
    """
    return (
        _("usage: "),
        _("positional arguments"),
        _("options"),
        _("show this help message and exit"),
        _("%(prog)s: error: %(message)s\n"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("expected one argument"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("ignored explicit argument %r"),
    )
