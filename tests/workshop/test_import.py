"""A file of questions becomes a pack that is read, played and taken back out."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

from game import cli, languages
from game.packs.read import read_pack
from game.workshop import importing
from tests.packs.made_pictures import png
from tests.workshop.formats.test_moodle_xml import with_picture

GIFT = """::Capital::What is the capital of Kazakhstan?{
=Astana ~Almaty#It was until 1997. ~Shymkent ####Since 1997.}

Which planet is the largest?{~Mars =Jupiter ~Earth ~Venus}

$CATEGORY: Space/Dogs

Which dog flew first in orbit?{=Laika ~Belka ~Strelka}

A question for an essay{}
"""


@pytest.fixture
def gift(tmp_path: Path) -> Path:
    file = tmp_path / "three.gift"
    file.write_text(GIFT, encoding="utf-8")
    return file


def test_a_file_becomes_a_pack_that_is_read_without_an_error(gift: Path, tmp_path: Path) -> None:
    assert cli.main(["import", str(gift), "-o", str(tmp_path / "made")]) == 0
    pack, problems = read_pack(tmp_path / "made")
    assert pack is not None
    assert {problem.severity for problem in problems} == {"note"}
    assert [one.answers[0].text for one in pack.written] == ["Astana", "Jupiter", "Laika"]
    assert pack.written[2].topic == "dogs"


def test_what_earned_half_of_the_mark_is_right_when_typed_and_less_is_told_to_be_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Who wrote it?{=%50%von Humboldt =Alexander von Humboldt =%80%Humboldt =%20%Alexander}"
    (tmp_path / "typed.gift").write_text(text, encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "typed.gift"), "-o", str(tmp_path / "made")]) == 0
    told = capsys.readouterr().err
    assert "at least half of the mark is right" in told and "a part of the mark is wrong" in told
    pack, _ = read_pack(tmp_path / "made")
    assert pack is not None
    (answer,) = pack.written[0].answers
    assert (answer.text, answer.accepted) == (
        "Alexander von Humboldt",
        ("Humboldt", "von Humboldt"),
    )
    assert [option.share for option in pack.written[0].options] == [0.5, 1.0, 0.8, 0.2]


def test_what_is_nearly_right_was_once_kept_among_the_wrong_ones_and_is_still_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "typed.gift").write_text("Who?{=Humboldt =%80%Humbolt}", encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "typed.gift"), "-o", str(tmp_path / "made")]) == 0
    path = tmp_path / "made" / "questions" / "01.yaml"
    text = path.read_text(encoding="utf-8")
    now = "    typed:\n      - Humboldt\n      - Humbolt\n    kept:\n"
    before = "    typed: Humboldt\n    kept:\n      wrong: Humbolt\n"
    assert now in text
    path.write_text(text.replace(now, before), encoding="utf-8")
    pack, problems = read_pack(tmp_path / "made")
    assert pack is not None and {one.severity for one in problems} == {"note"}
    assert pack.written[0].answers[0].accepted == ("Humbolt",)


def test_places_with_what_comes_there_are_an_order_and_go_back_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Put in order: {=1. -> Salyut =2. -> Mir =3. -> ISS}"
    (tmp_path / "row.gift").write_text(text, encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "row.gift"), "-o", str(tmp_path / "made")]) == 0
    told = capsys.readouterr().err
    assert "order 1" in told and "The usual round has 10 questions" in told
    pack, _ = read_pack(tmp_path / "made")
    assert pack is not None and pack.written[0].order == ("Salyut", "Mir", "ISS")
    out = tmp_path / "back.gift"
    assert cli.main(["export", str(tmp_path / "made"), "--to", "gift", "-o", str(out)]) == 0
    assert "=2. -> Mir" in out.read_text(encoding="utf-8")


def test_pictures_stand_in_the_pack_as_far_as_there_is_room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_OF_PICTURES", 15_000)
    file = tmp_path / "two.xml"
    two = with_picture(png()) + with_picture(png(3)).replace("Which?", "Where?")
    file.write_text(f"<quiz>{two}</quiz>", encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made")]) == 0
    assert "two.xml, question 2: a picture is lost" in capsys.readouterr().err
    pack, problems = read_pack(tmp_path / "made")
    assert pack is not None and not [one for one in problems if one.severity == "error"]
    first, second = pack.written
    assert first.picture is not None and first.picture.alt == "Map & rivers"
    assert (tmp_path / "made" / first.picture.file).read_bytes() == png()
    assert second.picture is None


def test_a_topic_has_the_name_of_its_category_without_the_path_to_it(tmp_path: Path) -> None:
    categories = ("$course$/top/Geo 7/Africa", "Rivers/Europe", "Geo 8/Africa", "Sea//land", "top")
    text = "\n\n".join(
        f"$CATEGORY: {name}\n\nWhat is {at}?{{=a{at} ~b}}" for at, name in enumerate(categories)
    )
    (tmp_path / "five.gift").write_text(text, encoding="utf-8")
    assert cli.main(["import", str(tmp_path / "five.gift"), "-o", str(tmp_path / "made")]) == 0
    pack, _ = read_pack(tmp_path / "made")
    assert pack is not None
    assert [title for _, title in pack.topics] == [
        "Africa", "Europe", "Geo 8: Africa", "Sea/land", "top"
    ]  # fmt: skip
    assert [one.kept.category for one in pack.written] == [*categories[:4], ""]


class Known(gettext.NullTranslations):
    """A language that everything of an import has been put into, in one word each."""

    def gettext(self, message: str) -> str:
        return {"Imported": "Eingeführt"}.get(message, "Hinweis")


def test_what_an_import_adds_to_the_files_is_in_the_language_of_the_pack(
    gift: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"ru": Known(), "en": gettext.NullTranslations()}
    monkeypatch.setattr(languages, "catalogue", known.__getitem__)
    monkeypatch.setattr(languages, "system_language", lambda: "en")
    cli.main(["import", str(gift), "-o", str(tmp_path / "made"), "--lang", "ru"])
    written = (tmp_path / "made" / "pack.yaml").read_text(encoding="utf-8")
    assert "# Hinweis\nformat: 1" in written
    assert "from: Eingeführt" in written


def test_what_an_import_did_is_told_in_the_language_of_the_system(
    gift: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {"kk": Known(), "en": gettext.NullTranslations()}
    monkeypatch.setattr(languages, "catalogue", known.__getitem__)
    monkeypatch.setattr(languages, "system_language", lambda: "kk")
    cli.main(["import", str(gift), "-o", str(tmp_path / "made"), "--json"])
    out, err = capsys.readouterr()
    assert set(err.splitlines()) == {"Hinweis"}
    assert "it is an essay" in out


def test_without_a_folder_the_pack_is_called_as_the_file_is(
    gift: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["import", str(gift)]) == 0
    assert read_pack(tmp_path / "three")[0] is not None
    assert cli.main(["import", str(gift)]) == 1


def test_the_report_counts_and_names_what_was_left_out(
    gift: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["import", str(gift), "-o", str(tmp_path / "made"), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "read": 4,
        "questions": 3,
        "skipped": [
            {
                "place": "three.gift:10",
                "reason": "it is an essay, which has no right answer to hold it against",
            }
        ],
        "kinds": {"choice": 3},
    }


def test_a_robot_plays_a_pack_of_written_questions_alone(
    gift: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = str(tmp_path / "made")
    cli.main(["import", str(gift), "-o", made])
    assert cli.main(["play", made, "--robot", "--questions", "3", "--seed", "4"]) == 0
    assert "launch" in capsys.readouterr().out


def test_a_folder_that_holds_anything_is_left_alone(gift: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    (made / "mine.txt").write_text("mine", encoding="utf-8")
    assert cli.main(["import", str(gift), "-o", str(made)]) == 1
    assert [path.name for path in made.iterdir()] == ["mine.txt"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".importing")]


def test_an_empty_folder_is_taken(gift: Path, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    assert cli.main(["import", str(gift), "-o", str(tmp_path / "made")]) == 0
    assert (tmp_path / "made" / "pack.yaml").is_file()


def test_each_written_question_of_the_page_on_formats_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    tables = [block for block in page.split("```")[1::2] if "," in block.split("\n")[1]]
    told = []
    for number, block in enumerate(tables):
        file = tmp_path / f"{number}.csv"
        file.write_text(block.lstrip("\n"), encoding="utf-8")
        assert cli.main(["import", str(file), "-o", str(tmp_path / str(number))]) == 0
        pack, _ = read_pack(tmp_path / str(number))
        assert pack is not None
        told.append((len(pack.written), len(pack.facts)))
    assert told == [(4, 0), (0, 3)]


def test_what_is_in_no_format_is_told_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam", encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "read": 0,
        "questions": 0,
        "skipped": [
            {"place": "letter.txt", "reason": "it is in none of the formats that are read"}
        ],
        "kinds": {},
    }
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("more", [("--from", "word"), ("--lang", "English!")])
def test_wrong_use_is_told(gift: Path, tmp_path: Path, more: tuple[str, str]) -> None:
    assert cli.main(["import", str(gift), "-o", str(tmp_path / "made"), *more]) == 2


def test_several_right_answers_are_named_as_asked_one_at_a_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "primes.gift"
    file.write_text("Which are primes? {~%50%2 ~%50%3 ~%-100%4}", encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made")]) == 0
    lost, _, changed = capsys.readouterr().err.partition("Not lost, but otherwise than it was:")
    assert "several of its answers are right" in changed and "its answers" not in lost


def test_the_licence_is_the_one_named_or_the_files_own_or_unknown(tmp_path: Path) -> None:
    results = [
        {"question": "Q?", "correct_answer": "a", "incorrect_answers": ["b", "c"], "type": "x"}
    ]
    opentdb = tmp_path / "db.json"
    opentdb.write_text(json.dumps({"results": results}), encoding="utf-8")
    gift = tmp_path / "quiz.gift"
    gift.write_text(GIFT, encoding="utf-8")
    told = []
    for number, (file, more) in enumerate(
        [(opentdb, ()), (gift, ()), (gift, ("--licence", "CC BY 4.0"))]
    ):
        out = tmp_path / str(number)
        assert cli.main(["import", str(file), "-o", str(out), *more]) == 0
        pack, _ = read_pack(out)
        assert pack is not None
        told.append(pack.licence)
    assert told == ["CC BY-SA 4.0", "unknown", "CC BY 4.0"]


MOSTLY_PROSE = "Read this.\n\nAnd this.\n\nAnd that.\n\nQ {=a ~b}\n"


def test_a_file_of_which_most_is_no_question_is_refused_unless_its_format_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "notes.txt", tmp_path / "made"
    file.write_text(MOSTLY_PROSE, encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(out), "--json"]) == 1
    told = capsys.readouterr()
    assert "3 of its 4 entries are no questions" in told.err
    assert "--from gift" in told.err
    report = json.loads(told.out)
    assert (report["questions"], report["kinds"], len(report["skipped"])) == (0, {}, 3)
    assert not out.exists()
    assert cli.main(["import", str(file), "-o", str(out), "--from", "gift"]) == 0
    assert (out / "pack.yaml").is_file()


def test_an_address_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for address in ("https://opentdb.com/api.php?amount=10", "http://a.kz/quiz.gift"):
        assert cli.main(["import", address, "-o", str(tmp_path / "made")]) == 2
        assert f"{address}: addresses are not read: save the file first" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["xx1", "english", "EN", "ru_RU", ""])
def test_what_is_no_code_of_a_language_is_refused_before_anything_is_read(
    gift: Path, tmp_path: Path, code: str
) -> None:
    assert cli.main(["import", str(gift), "-o", str(tmp_path / "made"), "--lang", code]) == 2
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("licence", "told"),
    [("CC BY 4.0", True), ("CC BY-SA 4.0", False), ("cc-by-sa-4.0", False), (None, False)],
)
def test_another_licence_than_the_files_own_is_told(
    licence: str | None, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = [{"question": "Q?", "correct_answer": "a", "incorrect_answers": ["b", "c"]}]
    file = tmp_path / "db.json"
    file.write_text(json.dumps({"results": results}), encoding="utf-8")
    more = ["--licence", licence] if licence else []
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made"), *more]) == 0
    assert ("are under CC BY-SA 4.0" in capsys.readouterr().err) == told


def test_what_is_left_out_is_told_in_the_order_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "quiz 2.gift"
    file.write_text(
        f"A {{=a ~b}}\n\nB {{=a ~a}}\n\nC {{}}\n\nD {{={'x' * 600} ~b}}\n\nE {{}}\n" * 3, "utf-8"
    )
    cli.main(["import", str(file), "-o", str(tmp_path / "made"), "--from", "gift", "--json"])
    skipped = json.loads(capsys.readouterr().out)["skipped"]
    lines = [int(one["place"].rpartition(":")[2]) for one in skipped]
    assert len(lines) == 12
    assert lines == sorted(lines)


def test_a_wrong_option_that_repeats_another_is_dropped_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rivers.gift"
    file.write_text("Longest?{~Nile =Nile ~Volga ~Don ~Volga}\n\nQ{=a =a ~b}\n", encoding="utf-8")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made")]) == 0
    told = capsys.readouterr().err
    assert "rivers.gift:1: one of its answers is there twice" in told
    assert "rivers.gift:3: left out: two of its answers are the same" in told
    pack, _ = read_pack(tmp_path / "made")
    assert pack is not None
    assert [option.text for option in pack.written[0].options] == ["Nile", "Volga", "Don"]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("True", "False"), 1),
        (("False", "TRUE"), 1),
        (("Верно", "Неверно"), 2),
        (("Ложь", "Правда"), 2),
        (("Дұрыс", "Бұрыс"), 1),
        (("Жалған", "Рас"), 1),
    ],
)
def test_two_options_that_say_true_and_false_are_a_statement(
    words: tuple[str, str], right: int, tmp_path: Path
) -> None:
    head = "Question,Answer 1,Answer 2,Answer 3,Answer 4,Time limit,Correct answer(s)"
    row = f"Coffee is a drink,{words[0]},{words[1]},,,20,{right}"
    sheet = tmp_path / "kahoot.csv"
    sheet.write_text(f"{head}\n{row}\n", encoding="utf-8")
    aiken = tmp_path / "quiz.txt"
    letter = "AB"[right - 1]
    aiken.write_text(f"Coffee is\nA) {words[0]}\nB) {words[1]}\nANSWER: {letter}\n", "utf-8")
    true = words[right - 1].casefold() in ("true", "верно", "правда", "дұрыс", "рас")
    for number, file in enumerate((sheet, aiken)):
        out = tmp_path / str(number)
        assert cli.main(["import", str(file), "-o", str(out)]) == 0
        pack, _ = read_pack(out)
        assert pack is not None
        (one,) = pack.written
        assert one.form == "true-false"
        assert [option.share for option in one.options] == [float(true), float(not true)]


def test_a_pack_too_small_for_a_round_of_ten_tells_how_long_a_round_it_has(
    gift: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = str(tmp_path / "made")
    cli.main(["import", str(gift), "-o", made])
    sheet = str(tmp_path / "sheet.pdf")
    for command in (["play", made, "--robot"], ["export", made, "--to", "pdf", "-o", sheet]):
        capsys.readouterr()
        assert cli.main(command) == 1
        assert "--questions 3 asks" in capsys.readouterr().err
        assert cli.main([*command, "--questions", "3"]) == 0


def test_a_quote_that_is_never_closed_costs_its_own_row_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.csv"
    file.write_text('Question,Answer\nWho?,"Gagarin,Titov\nWhat?,this\nWhere?,there\n')
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made"), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["questions"] == 2
    assert [one["place"] for one in said["skipped"]] == ["q.csv:2"]
    assert "a quote opens in it" in said["skipped"][0]["reason"]


def test_a_table_of_facts_whose_headings_have_an_open_quote_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.csv"
    file.write_text('"Country,Capital\nNorway,Oslo\nPeru,Lima\n')
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made")]) == 1
    assert "q.csv: line 1: a quote opens in it" in capsys.readouterr().err


@pytest.mark.parametrize("named", [[], ["--from", "gift"]])
def test_where_nothing_can_be_taken_it_says_that_no_pack_was_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    file = tmp_path / "q.gift"
    file.write_text("One {\n\nTwo {=\n\n")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made"), *named]) == 1
    said = capsys.readouterr().err
    assert "o pack was made of it" in said and "takes what" not in said


def test_a_broken_spreadsheet_is_told_in_words_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.xlsx"
    file.write_bytes(b"PK\x03\x04 no more")
    assert cli.main(["import", str(file), "-o", str(tmp_path / "made")]) == 1
    said = capsys.readouterr().err
    assert "the file is damaged" in said and "zip file" not in said


def test_a_language_that_the_game_does_not_speak_is_said_so(
    gift: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["import", str(gift), "-o", str(tmp_path / "made"), "--lang", "de"]) == 0
    assert "no words of its own in 'de'" in capsys.readouterr().err
