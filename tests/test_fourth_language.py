"""The steps of docs/translating.md, gone through with a small fourth language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from game import languages, paths
from game.bank.bank import build_in
from game.packs import notation
from game.packs.folder import Folder
from game.packs.read import read_pack
from game.packs.translating import write_originals
from tests.packs.made import FACTS, make, replaced
from tests.tools import catalogues

PAGE = Path(__file__).parents[1] / "docs" / "translating.md"
DATED = replaced(
    FACTS,
    '"{who: Ada Byrd} first swam across it in {when: 1957}."',
    '"{who: Ada Byrd} first swam across it on {when: 2 June 1957}."',
)
WORDS = {"True": "Richtig", "False": "Falsch"}
GERMAN = """\
reviewed: no
facts:
  longest:
    fact: Der Lange Fluss ist {6.650 km} lang.
    ask: Wie lang ist der Lange Fluss?
  first-crossing:
    fact: "Am {when: 2. Juni 1957} schwamm {who: Ada Byrd} hinüber."
    ask:
      who: Wer schwamm zuerst über den Langen Fluss?
      when: An welchem Tag schwamm Ada Byrd hinüber?
    wrong:
      who: [Bob Reed, Cy Stone: Er schwamm über den See.]
    answers:
      who: {fits: yes, accepted: [A. Byrd]}
  source:
    fact: Er entspringt dem {Blauen See = Blauer See}.
    ask: Aus welchem See kommt er?
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Assets with an empty folder for German among them."""
    assets = tmp_path / "assets"
    (assets / "languages" / "de").mkdir(parents=True)
    for own in paths.assets().iterdir():
        if own.name != "languages":
            (assets / own.name).symlink_to(own)
    monkeypatch.setattr(paths, "assets", lambda: assets)
    monkeypatch.setattr(catalogues, "LANGUAGES", assets / "languages")
    _forget()
    yield assets / "languages" / "de"
    _forget()


def _forget() -> None:
    for kept in (notation.notation_of, notation.foreign, languages.own_name):
        kept.cache_clear()


@pytest.mark.slow
def test_the_words_of_the_game_come_from_a_folder(home: Path) -> None:
    catalogues.main()
    po = home / "LC_MESSAGES" / "t-minus.po"
    text = po.read_text(encoding="utf-8")
    for word, said in WORDS.items():
        empty = f'msgid "{word}"\nmsgstr ""\n'
        assert empty in text
        text = text.replace(empty, f'msgid "{word}"\nmsgstr "{said}"\n')
    po.write_text(text, encoding="utf-8")
    catalogues.main()
    assert "de" in languages.there()
    assert languages.catalogue("de").gettext("True") == "Richtig"
    assert languages.catalogue("de").gettext("Settings") == "Settings"


@pytest.mark.slow
def test_questions_are_asked_in_the_fourth_language(home: Path, tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    (home / "notation.toml").write_text(example[1], encoding="utf-8")
    assert languages.own_name("de") == "Deutsch"
    catalogues.main()

    folder = make(tmp_path / "pack", DATED)
    written = write_originals(Folder(folder), "de", NullTranslations())
    assert [one.file for one in written] == [
        "languages/de/pack.yaml",
        "languages/de/facts/rivers.yaml",
    ]
    path = folder / "languages" / "de" / "facts" / "rivers.yaml"
    path.write_text(GERMAN, encoding="utf-8")
    (again,) = write_originals(Folder(folder), "de", NullTranslations())
    assert (again.missing, again.stamped) == (0, 3)

    original, problems = read_pack(folder)
    assert original is not None and problems == []
    said, problems = read_pack(folder, "de")
    assert said is not None
    assert [one for one in problems if one.code != "untranslated"] == []
    assert len(said.facts) == 3
    answers = {answer.name: answer for answer in said.facts[1].answers}
    assert answers["when"].type == "date"

    bank = build_in(original, said, 1, languages.catalogue, mixed=True)
    questions = list(bank.questions())
    assert {question.language for question in questions} == {"de"}
    dates = next(q for q in questions if q.kind == "choice" and "#when" in q.id)
    assert all(re.fullmatch(r"\d{1,2}\. \w+ \d{4}", option) for option in dates.options)
    lengths = next(q for q in questions if q.kind == "choice" and "/longest#" in q.id)
    assert all(re.fullmatch(r"\d{1,2}\.?\d{3} km", option) for option in lengths.options)
    assert {q.id for q in questions} <= {q.id for q in build_in(
        original, None, 1, languages.catalogue
    ).questions()}  # fmt: skip
