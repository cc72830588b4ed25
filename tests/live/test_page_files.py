"""What the pages are made of: small, old enough for old phones, and nothing from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from game import languages
from game.live import wording
from game.live.pages import WEB, Page, pages
from game.packs.notation import notation_of

PHONE = ("/", "/page.css", "/page.js", "/icon.svg")
MOST_BYTES = 60 * 1024

# Texts that a script names by what the class has said.
DYNAMIC = {
    *("archive", "navigator", "engineer", "radio", "true", "false"),
    *("lobby", "asking", "explaining", "hold", "key", "launch", "results"),
}

# What came after ES2018, in syntax and in what a phone of 2020 may lack.
NEWER = {
    "optional chaining": r"\?\.(?!\d)",
    "nullish": r"\?\?",
    "logical assignment": r"(\|\||&&)=",
    "catch without a name": r"\bcatch\s*\{",
    "private name": r"(?<![\w\"'`])#[a-zA-Z_]\w*",
    "class": r"\bclass\s+\w*\s*(extends\s+\w+\s*)?\{",
    "number with _": r"\b\d+_\d",
    "big number": r"\b\d+n\b",
    "module": r"\b(import|export)\b",
    "await": r"\bawait\b",
    "lookbehind": r"\(\?<[=!]",
    "newer method": (
        r"\.(flat|flatMap|matchAll|replaceAll|at|trimStart|trimEnd|replaceChildren|toSorted"
        r"|findLast|hasOwn|fromEntries|allSettled|any)\("
    ),
    "newer thing": r"\b(globalThis|structuredClone|AbortSignal|BroadcastChannel|crypto)\b",
}


def code_of(script: str) -> str:
    """A script without its texts, comments and regular expressions."""
    return re.sub(
        r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|//[^\n]*|/\*.*?\*/|(?<=[(,=:])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]])*\]|[^/\n])+/\w*)""",
        '""',
        script,
        flags=re.DOTALL,
    )


def newer_in(script: str) -> list[str]:
    return [name for name, pattern in NEWER.items() if re.search(pattern, code_of(script))]


def scripts() -> Iterator[str]:
    for path in sorted(WEB.glob("*.js")):
        yield path.read_text(encoding="utf-8")


def sent(page: Page) -> int:
    return len(page.packed or page.body)


def test_all_that_is_served_is_small() -> None:
    assert sum(map(sent, pages().values())) < MOST_BYTES
    for language in languages.LANGUAGES:
        found = pages()
        assert sum(sent(found[path]) for path in (*PHONE, f"/words-{language}.js")) < 30 * 1024


def test_the_scripts_are_es2018() -> None:
    for script in scripts():
        assert newer_in(script) == []
        assert "`" not in code_of(script), "the scan knows no templates"


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("a?.b", "optional chaining"),
        ("a ?? b", "nullish"),
        ("a ||= b", "logical assignment"),
        ("try { a() } catch { b() }", "catch without a name"),
        ("class A { b = 1 }", "class"),
        ("const a = 1_000;", "number with _"),
        ("[1].flat()", "newer method"),
        ("await a;", "await"),
        ("const a = b.replaceAll('x', 'y');", "newer method"),
    ],
)
def test_the_scan_finds_what_is_newer(script: str, name: str) -> None:
    assert name in newer_in(script)


def test_the_scan_takes_no_text_for_code() -> None:
    assert newer_in('const a = "b?.c ?? d"; // e ||= f\nconst g = x ? .5 : 1;') == []


def test_texts_are_only_ever_set_as_text() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"
    for script in scripts():
        assert not re.search(forbidden, script)


def test_nothing_comes_from_elsewhere() -> None:
    for path, page in pages().items():
        for found in re.findall(r"(?:https?:)?//[\w.-]+", page.body.decode()):
            assert found == "http://www.w3.org", (path, found)


def test_every_word_that_a_script_says_is_there_and_none_is_idle() -> None:
    catalogue = languages.catalogue("en")
    both = (WEB / "both.js").read_text(encoding="utf-8")
    for name, words in (
        ("page.js", wording.learners(catalogue)),
        ("teacher.js", wording.teachers(catalogue)),
    ):
        script = both + (WEB / name).read_text(encoding="utf-8")
        said = set(re.findall(r'\bsay\("(\w+)"', script)) | set(
            re.findall(r'\baround\("(\w+)"', script)
        )
        said = {key for key in said if not key.endswith("_")}
        assert said <= set(words), name
        texts = set(re.findall(r'"(\w+)"', script)) | set(re.findall(r"\b(\w+):", script))
        idle = {
            key
            for key in words
            if key not in texts
            and not re.match(
                r"(do|pace|shapes|standing|names|teams|dealt|card|then|team)_"
                r"|(kick|ban)_(head|say)$|(go|calls)_say$",
                key,
            )
        }
        assert idle <= DYNAMIC, name


def test_each_language_is_whole_and_every_slot_is_kept() -> None:
    english = wording.learners(languages.catalogue("en"))
    slots = re.compile(r"\{\w+\}")
    for language in languages.LANGUAGES:
        said = wording.learners(languages.catalogue(language))
        for key, text in english.items():
            assert sorted(slots.findall(said[key])) == sorted(slots.findall(text)), (language, key)
        served = pages()[f"/words-{language}.js"].body.decode()
        found = json.loads(served.partition("=")[2])
        assert {key: found[key] for key in said} == said
        assert found["decimal"] == notation_of(language).decimal


def test_no_slot_of_a_page_is_left_open() -> None:
    assert all(b"@@" not in page.body for page in pages().values())


def test_the_same_files_give_the_same_bytes() -> None:
    assert pages() == pages()
