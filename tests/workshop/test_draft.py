"""An article becomes a pack of drafts, and its text beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import cli
from game.bank.check import check
from game.packs.findings import Findings
from game.packs.grounding import ground
from game.packs.origin import Origin
from game.packs.read import read_folder, read_pack
from game.packs.unknown import is_unknown
from game.workshop import draft_pack
from game.workshop.article import Article, read_article
from game.workshop.draft_command import draft_article
from game.workshop.draft_pack import pack_files
from game.workshop.drafting.propose import draft
from game.workshop.drafts import accept, drop
from game.workshop.imported_pack import put
from tests.examples import examples
from tests.workshop.drafting.test_propose import SENTENCES

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
ARTICLE = """\
The mill on the Long River

12 May 2021

The mill was built in 1901 by Anna Stone. It has 40 windows, and its wheel is 9 metres high.
“The wheel must turn again,” Tom Reed said. In 1956 the mill closed because the river had gone.
Who knows why {it} went?
"""


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    assert draft_article(tmp_path / "mill.txt", tmp_path / "mill", as_programs=False) == 0
    return tmp_path / "mill"


def test_the_pack_has_drafts_and_no_error(drafted: Path) -> None:
    pack, problems = read_pack(drafted)
    assert pack is not None and not pack.facts
    assert {one.code for one in problems} == {"draft", "no-facts"}
    assert len(pack.drafts) >= 4
    assert check(drafted, None, {}, coverage=False, as_json=False) == 0


def test_check_finds_an_accepted_figure_that_the_article_does_not_have(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = drafted / "facts" / "drafts.yaml"
    text = file.read_text("utf-8").replace("    draft: true\n", "")
    year = re.search(r"\{[^{}]*?(1[0-9]{3})\}", text)
    assert year is not None
    file.write_text(text.replace(year[1], "1234"), "utf-8")
    assert cli.main(["check", str(drafted)]) == 1
    assert "'1234' does not stand in what the fact cites" in capsys.readouterr().out


def test_each_draft_stands_in_the_paragraph_that_it_cites(drafted: Path) -> None:
    reading = read_folder(drafted)
    assert reading.pack is not None
    text = (drafted.with_name("mill-sources") / "mill.txt").read_text("utf-8").splitlines()
    accepted = replace(reading.pack, facts=reading.pack.drafts)
    origins = [Origin("facts/drafts.yaml", 0, {})] * len(accepted.facts)
    result = ground(accepted, origins, {"article": text}, Findings())
    assert (result.grounded, result.failed) == (len(accepted.facts), 0)


def test_an_accepted_draft_is_played_and_a_dropped_one_is_gone(drafted: Path) -> None:
    pack, _ = read_pack(drafted)
    assert pack is not None
    first, second = pack.drafts[0].id, pack.drafts[1].id
    accept(drafted, first)
    drop(drafted, second)
    after, _ = read_pack(drafted)
    assert after is not None
    assert [fact.id for fact in after.facts] == [first]
    assert second not in {fact.id for fact in after.drafts}


def test_the_file_tells_the_author_to_use_their_own_words(drafted: Path) -> None:
    text = (drafted / "facts" / "drafts.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../.schema/facts.json\n")
    assert "Rewrite each in your own words before you share the pack" in text
    assert (drafted / ".schema" / "facts.json").is_file()


class Elsewhere(NullTranslations):
    """A language that has every sentence, each behind a sign of its own."""

    def gettext(self, message: str) -> str:
        return message if message[0].isdigit() else f"¡{message}"


def test_the_author_s_language_is_that_of_the_comments_alone() -> None:
    article = Article("The mill", tuple(ARTICLE.splitlines()), "en", "text")
    drafted = draft(article.paragraphs)
    english, other = (
        pack_files(article, drafted, "a.txt", words) for words in (NullTranslations(), Elsewhere())
    )
    for name, text in other.items():
        lines = [line.strip() for line in text.splitlines()]
        assert [one for one in lines if not one.startswith("#")] == [
            one.strip() for one in english[name].splitlines() if not one.strip().startswith("#")
        ]
        schema, *comments = (one for one in lines if one.startswith("#"))
        assert schema.startswith("# yaml-language-server:")
        assert sum(one.startswith("# ¡") for one in comments) >= 4


def test_what_is_left_out_is_listed_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    assert draft_article(tmp_path / "mill.txt", tmp_path / "mill", as_programs=True) == 0
    out, err = capsys.readouterr()
    made = json.loads(out)
    assert {"paragraph": 1, "text": "The mill on the Long River"}.items() <= made["left_out"][
        0
    ].items()
    assert "Left out" in err
    listed = (tmp_path / "mill-sources" / "left-out.txt").read_text("utf-8")
    assert "it is a heading, or no whole sentence" in listed and "{it}" in listed


def test_a_day_of_its_own_in_the_article_dates_the_source(drafted: Path) -> None:
    pack, _ = read_pack(drafted)
    assert pack is not None and pack.source("article").date == "2021-05-12"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The first mill of the town was opened in Oxford in 1650 by a man called Jacob.", [1650]),
        ("In 1554 the mill burned down. In 1901 it was built again.", [1554, 1901]),
        ("Первую мельницу города построили в 1723 году. Она сгорела в 1812 году.", [1723, 1812]),
        ("Бірінші диірмен 1723 жылы салынды.", [1723]),
    ],
)
def test_a_year_is_a_year_however_early(tmp_path: Path, text: str, years: list[int]) -> None:
    (tmp_path / "mill.txt").write_text(text, encoding="utf-8")
    assert draft_article(tmp_path / "mill.txt", tmp_path / "mill", as_programs=False) == 0
    pack, _ = read_pack(tmp_path / "mill")
    assert pack is not None
    answers = [answer for fact in pack.drafts for answer in fact.answers]
    assert [one.value for one in answers if one.type == "year"] == years


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "mill.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "mill").mkdir()
    (tmp_path / "mill" / "mine.txt").write_text("mine", encoding="utf-8")
    assert draft_article(article, tmp_path / "mill", as_programs=False) == 1
    assert "holds something already" in capsys.readouterr().err
    assert not (tmp_path / "mill-sources").exists()


def test_the_pack_of_the_walk_through_is_what_check_lets_pass(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(EXAMPLES / "caspian-sea", EXAMPLES, {}, coverage=False, as_json=False) == 0
    assert "13 facts grounded, 0 not" in capsys.readouterr().out
    article = read_article(EXAMPLES / "caspian-sea.txt")
    assert len(draft(article.paragraphs).proposals) == 20


@examples(60)
@given(st.lists(st.one_of(SENTENCES, st.text(max_size=200)), min_size=1, max_size=6))
def test_whatever_is_proposed_is_a_pack_that_check_can_read(
    tmp_path_factory: pytest.TempPathFactory, paragraphs: list[str]
) -> None:
    article = Article("A title: {it}", tuple(paragraphs), "en", "text")
    drafted = draft(article.paragraphs)
    folder = tmp_path_factory.mktemp("pack") / "made"
    put(pack_files(article, drafted, "article.txt", NullTranslations()), folder)
    pack, problems = read_pack(folder)
    errors = [one for one in problems if one.severity == "error" and one.code != "no-facts"]
    assert errors == []
    assert pack is None or len(pack.drafts) == len(drafted.proposals)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Озеро\n\n3 мая 2023 года\n\nОзеро открыли в 1970 году.", "ru", "2023-05-03"),
        ("Озеро\n\n3 мая 2023 г.\n\nОзеро открыли в 1970 году.", "ru", "2023-05-03"),
        ("Көл\n\n2023 жылғы 3 мамыр\n\nБұл көл 1970 жылы ашылды.", "kk", "2023-05-03"),
    ],
)
def test_the_pack_of_another_language_speaks_it(
    tmp_path: Path, text: str, language: str, day: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert draft_article(tmp_path / "a.txt", tmp_path / "a", as_programs=False) == 0
    pack, _ = read_pack(tmp_path / "a")
    assert pack is not None and pack.language == language
    source = pack.source("article")
    assert source.date == day
    for shown in (pack.came_from, source.kind, pack.sets[0].title):
        assert not re.search("[a-z]", shown)


def test_what_nobody_knows_is_said_in_the_language_of_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"unknown": "неизвестно", "undated": "без даты"}

    class Russian(NullTranslations):
        def gettext(self, message: str) -> str:
            return said.get(message, message)

    monkeypatch.setattr(draft_pack, "catalogue", lambda _language: Russian())
    (tmp_path / "a.txt").write_text("Озеро\n\nОзеро открыли в 1970 году.", encoding="utf-8")
    assert draft_article(tmp_path / "a.txt", tmp_path / "a", as_programs=False) == 0
    pack, _ = read_pack(tmp_path / "a")
    assert pack is not None
    assert pack.source("article").date == "без даты"
    for shown in (pack.source("article").publisher, pack.licence, *pack.authors):
        assert shown == "неизвестно" and is_unknown(shown)


def test_the_summary_says_which_word_stands_for_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The mill was built in 1901.\nThey left the old town.\nWe all know the mill.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert draft_article(tmp_path / "a.txt", tmp_path / "a", as_programs=False) == 0
    told = capsys.readouterr().err
    assert "2  “They” or another word stands for something that" in told


def test_an_address_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = Path("https://example.org/mill")
    assert draft_article(address, tmp_path / "mill", as_programs=False) == 1
    assert "save the page as a file first" in capsys.readouterr().err
