"""A pack in another language: what is taken of it, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from game import paths
from game.packs.cache import open_pack
from game.packs.figures import DRAWN, figures
from game.packs.findings import Findings
from game.packs.folder import Folder
from game.packs.model import Pack
from game.packs.problem import Problem
from game.packs.read import read_pack
from game.packs.translating import write_originals
from tests.packs.made import FACTS, make, replaced

RUSSIAN = """\
reviewed: no
facts:
  longest:
    fact: Длинная река тянется на {6650 км}.
    ask: Какова длина Длинной реки?
  first-crossing:
    fact: "{who: Ада Бёрд} первой переплыла её в {when: 1957} году."
    ask:
      who: Кто первым переплыл Длинную реку?
      when: В каком году Ада Бёрд переплыла её?
    wrong:
      who: [Боб Рид, Сай Стоун: Он переплыл озеро.]
    answers:
      who: {accepted: [А. Бёрд]}
  source:
    fact: Она вытекает из {Голубого озера = Голубое озеро}.
    ask: Как называется озеро, где она начинается?
"""


def say(folder: Path, text: str = RUSSIAN, name: str = "facts/rivers.yaml") -> Path:
    """The folder with one file in Russian beside its facts."""
    path = folder / "languages" / "ru" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def read(folder: Path) -> tuple[Pack, list[Problem]]:
    """The pack in Russian, and what is wrong with its facts there."""
    pack, problems = read_pack(folder, "ru")
    assert pack is not None
    return pack, [one for one in problems if "rivers.yaml" in one.place.file]


def codes(problems: list[Problem]) -> list[str]:
    return [one.code for one in problems]


def test_a_fact_has_the_words_of_the_language_and_all_else_of_its_original(tmp_path: Path) -> None:
    pack, problems = read(say(make(tmp_path)))
    assert problems == []
    original, _ = read_pack(tmp_path)
    assert original is not None
    assert [f.id for f in pack.facts] == [f.id for f in original.facts]
    assert [f.citations for f in pack.facts] == [f.citations for f in original.facts]
    who = pack.facts[1].answers[0]
    assert (who.text, who.type, who.accepted) == ("Ада Бёрд", "person", ("А. Бёрд",))
    assert who.meant == "Ada Byrd"
    assert pack.language == "ru"
    assert pack.facts[0].answers[0].value == 6650
    assert pack.facts[0].answers[0].unit == "км"
    assert pack.facts[2].answers[0].text == "Голубое озеро"


def test_a_fact_of_which_a_part_lacks_stays_in_the_packs_own_language(tmp_path: Path) -> None:
    pack, problems = read(say(make(tmp_path), replaced(RUSSIAN, "[Боб Рид, Сай", "[Сай")))
    assert [f.id for f in pack.facts] == ["longest", "source"]
    assert codes(problems) == ["incomplete"]
    assert "1 wrong options, and 2 in the original" in problems[0].message


def test_what_is_not_there_is_noted(tmp_path: Path) -> None:
    short = RUSSIAN.partition("  source:")[0]
    pack, problems = read(say(make(tmp_path), short))
    assert len(pack.facts) == 2
    assert [(one.code, one.severity, one.path) for one in problems] == [
        ("untranslated", "note", "source")
    ]


def test_a_changed_original_takes_its_translation_out(tmp_path: Path) -> None:
    folder = say(make(tmp_path))
    write_originals(Folder(folder), "ru", NullTranslations())
    assert codes(read(folder)[1]) == []
    make(folder, replaced(FACTS, "springs from", "comes from"))
    pack, problems = read(folder)
    assert codes(problems) == ["changed"]
    assert [f.id for f in pack.facts] == ["longest", "first-crossing"]


def test_another_number_than_the_originals_is_refused(tmp_path: Path) -> None:
    pack, problems = read(say(make(tmp_path), replaced(RUSSIAN, "6650", "6550")))
    assert "longest" not in [f.id for f in pack.facts]
    assert "is not the same as" in problems[0].message


def test_an_error_keeps_its_own_fact_out_and_no_other(tmp_path: Path) -> None:
    pack, problems = read(say(make(tmp_path), replaced(RUSSIAN, "{6650 км}", "{6650 км")))
    assert [f.id for f in pack.facts] == ["first-crossing", "source"]
    assert "brace" in codes(problems)


def test_an_entry_of_no_fact_is_a_flaw(tmp_path: Path) -> None:
    _pack, problems = read(say(make(tmp_path), replaced(RUSSIAN, "  longest:", "  longst:")))
    assert codes(problems) == ["no-such-fact", "untranslated"] or codes(problems) == [
        "untranslated",
        "no-such-fact",
    ]


def test_nobody_has_read_it_until_the_file_says_so(tmp_path: Path) -> None:
    pack, _ = read(say(make(tmp_path)))
    assert not any(f.reviewed for f in pack.facts)
    pack, _ = read(say(tmp_path, replaced(RUSSIAN, "reviewed: no", "reviewed: yes")))
    assert all(f.reviewed for f in pack.facts)


def test_a_wrong_option_has_a_form_for_the_sentence_only_where_one_is_given(
    tmp_path: Path,
) -> None:
    given = replaced(RUSSIAN, "[Боб Рид,", "[Бобом = Боб Рид,")
    pack, _ = read(say(make(tmp_path), given))
    first, second = pack.facts[1].answers[0].wrong
    assert (first.text, first.form, second.form) == ("Боб Рид", "Бобом", "")
    fits = replaced(RUSSIAN, "who: {accepted", "who: {fits: yes, accepted")
    pack, _ = read(say(tmp_path, fits))
    assert [one.form for one in pack.facts[1].answers[0].wrong] == ["Боб Рид", "Сай Стоун"]


def test_titles_are_in_the_language_as_far_as_they_are_said(tmp_path: Path) -> None:
    say(make(tmp_path))
    titles = "reviewed: no\ntitle: Малый пакет\ntopics: {rivers: Реки}\nkinds: {a book: книга}\n"
    say(tmp_path, titles, "pack.yaml")
    pack, problems = read_pack(tmp_path, "ru")
    assert pack is not None
    assert (pack.title, pack.topics, pack.sources[0].kind) == (
        "Малый пакет",
        (("rivers", "Реки"),),
        "книга",
    )
    assert pack.sets[0].title == "First"
    missing = {one.path for one in problems if one.code == "untranslated"}
    assert {"sets.first", "kinds.a diary", "dates.undated", "from"} <= missing


def test_a_language_has_a_cache_of_its_own(tmp_path: Path) -> None:
    folder = say(make(tmp_path / "pack"))
    kept = tmp_path / "kept"
    for _ in range(2):
        own, _problems = open_pack(folder, kept)
        said, _problems = open_pack(folder, kept, "ru")
        assert own is not None and said is not None
        assert own.language == "en" and said.language == "ru"
        assert said.facts == read(folder)[0].facts
    assert len(list(kept.iterdir())) == 2


def test_originals_are_written_as_comments_and_are_whole_once_they_are_taken_out(
    tmp_path: Path,
) -> None:
    folder = make(tmp_path)
    written = write_originals(Folder(folder), "ru", NullTranslations())
    assert sum(one.missing for one in written) == 6
    assert write_originals(Folder(folder), "ru", NullTranslations()) == []
    path = folder / "languages" / "ru" / "facts" / "rivers.yaml"
    before = path.read_text(encoding="utf-8")
    _head, body = before.split("reviewed: no\n")
    path.write_text("reviewed: no\n" + body.replace("  # ", "  "), encoding="utf-8")
    pack, problems = read(folder)
    # English number marks are not those of Russian; all else is taken as it stands.
    assert [f.id for f in pack.facts] == ["first-crossing", "source"]
    assert codes(problems) == ["incomplete"]


def test_a_translators_words_are_left_as_they_are(tmp_path: Path) -> None:
    folder = say(make(tmp_path), RUSSIAN.partition("  source:")[0])
    path = folder / "languages" / "ru" / "facts" / "rivers.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    write_originals(Folder(folder), "ru", NullTranslations())
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before
    added = [line for line in after if line not in before]
    assert all(line.lstrip().startswith(("#", "revision: r")) or not line for line in added)
    assert codes(read(folder)[1]) == ["untranslated"]


@pytest.mark.parametrize("name", ["baikonur", "baikonur-rockets"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_shipped_has_no_error(name: str, language: str) -> None:
    pack, problems = read_pack(paths.packs() / name, language)
    assert pack is not None
    assert [one for one in problems if one.severity == "error"] == []


def test_a_fact_knows_its_original_only_in_another_language(tmp_path: Path) -> None:
    pack, _ = read_pack(say(make(tmp_path)))
    assert pack is not None
    answer = pack.facts[0].answers[0]
    assert answer.original == () and answer.meant == answer.text
    assert replace(answer, original=("Fluss", "km", "", "", "Wie?")).meant_asks == ("Wie?",)
    assert Findings().errors() == 0


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_figure_has_words_in_every_language(language: str) -> None:
    for draw in DRAWN:
        english, said = figures(draw), figures(draw, language)
        assert english.keys() == said.keys()
        assert all(said[name] != english[name] for name in english)
