"""Reads HTML or PDF in a process of its own, with a limit of memory: `article.py` starts it.

What it found, or in a word why it found nothing, is one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
from pathlib import Path

from game.workshop.article import MOST_PAGES, NEEDS_MORE
from game.workshop.article_lines import rebuilt, without_furniture

MOST_MEMORY = 1_500_000_000


def main(kind: str, path: Path) -> int:
    """Print what a file holds; the status is 0 whatever it holds, NEEDS_MORE without pypdf."""
    _limit_memory()
    try:
        if kind == "html":
            from game.workshop.article_html import main_text

            title, paragraphs = main_text(path.read_bytes())
        else:
            title, paragraphs = _pdf(path)
        said: dict[str, object] = {"title": title, "paragraphs": paragraphs}
    except ImportError:
        return NEEDS_MORE
    except _Unreadable as error:
        said = {"why": str(error)}
    except MemoryError:
        said = {"why": "memory"}
    except RecursionError:
        said = {"why": "deep"}
    except Exception:
        # A reader of a stranger's file may end in any error; the author needs one sentence.
        said = {"why": "damaged"}
    sys.stdout.write(json.dumps(said))
    return 0


class _Unreadable(Exception):
    """Why a PDF has no text for us."""


def _pdf(path: Path) -> tuple[str, list[str]]:
    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Unreadable("locked")
    if len(reader.pages) > MOST_PAGES:
        raise _Unreadable("pages")
    pages: list[list[str]] = []
    for page in reader.pages:
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError, IndexError):
            pages.append(page.extract_text().split("\n"))
    lines = [line for page in without_furniture(pages) for line in page]
    title = str(reader.metadata.title or "") if reader.metadata is not None else ""
    return title, rebuilt(lines)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
