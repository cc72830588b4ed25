"""An article is read whatever it is saved as, and no file ends in a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from game.workshop import article as reading
from game.workshop.article import Article, BadArticle, read_article
from game.workshop.article_html import main_text
from game.workshop.article_language import language_of
from game.workshop.article_lines import joined, rebuilt, without_furniture
from game.workshop.draft_command import draft_article


def saved(folder: Path, data: bytes | str, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_plain_text_in_any_common_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Озеро\r\n\r\nОзеро было открыто в 1840 году.\r\nОно глубокое.\r\n"
    made = read_article(saved(tmp_path, text.encode(encoding)))
    assert made.paragraphs == ("Озеро", "Озеро было открыто в 1840 году.", "Оно глубокое.")
    assert (made.language, made.title, made.rebuilt) == ("ru", "Озеро", False)


def test_lines_that_were_broken_at_a_margin_become_paragraphs_again(tmp_path: Path) -> None:
    one = (
        "The lake was found in the year 1840 by people who came from\n"
        "the north with camels, and who had never seen so much wa-\n"
        "ter before they went back home to tell everyone about it.\n"
    )
    made = read_article(saved(tmp_path, f"The lake\n\n{one}\n{one}"))
    assert len(made.paragraphs) == 3 and made.rebuilt
    assert "so much water before they went" in made.paragraphs[1]


def test_a_paragraph_a_line_stays_one() -> None:
    lines = ["A heading", "", "One sentence of the first. And one more.", "The second one."]
    assert joined(lines) == [line for line in lines if line]


def test_heads_and_page_numbers_go() -> None:
    pages = [["The lake", f"Text of page {n} goes here.", f"Page {n}"] for n in range(1, 5)]
    assert without_furniture(pages) == [[f"Text of page {n} goes here."] for n in range(1, 5)]


PAGE = """<!doctype html><html><head><title>Site | The lake</title><style>p {}</style></head>
<body><nav><ul><li>Home</li></ul></nav><header>Our site</header>
<div class="cookie-banner">We use cookies.</div>
<article><h1>The lake</h1><p>The lake was found in&nbsp;1840.<br>It is <b>deep</b>.</p>
<script>var x = "1999";</script><aside>Read more</aside><p hidden>Not here</p>
<p>%s</p></article>
<div class="related"><p>Other stories</p></div><footer>Copyright 2020</footer></body></html>"""


def test_a_page_of_the_web_gives_its_main_text(tmp_path: Path) -> None:
    long = "The lake has many fish of all kinds. " * 8
    made = read_article(saved(tmp_path, PAGE % long, "page.html"))
    assert made.title == "The lake"
    assert made.paragraphs[:3] == ("The lake", "The lake was found in 1840.", "It is deep.")
    assert made.paragraphs[3] == long.strip()
    assert (made.kind, len(made.paragraphs)) == ("html", 4)


def test_a_page_without_a_main_part_is_read_as_well() -> None:
    title, found = main_text("<title>Т</title><p>Озеро".encode("cp1251"))
    assert (title, found) == ("Т", ["Озеро"])
    _, found = main_text(b"<nav>Only a menu that was never closed<p>and a text")
    assert found == []
    _, found = main_text(b"<div class='comments'><p>A text in a wrong place.</p></div>")
    assert found == ["A text in a wrong place."]


def pdf(folder: Path, paragraphs: list[str]) -> Path:
    made = FPDF(format="A5")
    made.add_page()
    made.set_font("Helvetica", size=11)
    for one in paragraphs:
        made.multi_cell(0, 6, one, align="L")
        made.ln(4)
    path = folder / "article.pdf"
    made.output(str(path))
    return path


def test_a_pdf_gives_its_paragraphs(tmp_path: Path) -> None:
    first = "The lake was found in 1840 by people who came from the north with their camels. " * 3
    second = (
        "It is 90 metres deep in its middle, and nobody has ever been to the ground of it. " * 2
    )
    made = read_article(pdf(tmp_path, ["The lake", first.strip(), second.strip()]))
    assert made.paragraphs == ("The lake", first.strip(), second.strip())
    assert made.kind == "pdf" and made.rebuilt


@pytest.mark.slow
def test_a_pdf_that_was_cut_or_changed_ends_in_a_sentence(tmp_path: Path) -> None:
    data = pdf(tmp_path, ["The lake was found in 1840."]).read_bytes()
    rng = random.Random("pdf")
    for number in range(4):
        broken = bytearray(data[: rng.randrange(20, len(data))] if number % 2 else data)
        for _ in range(30):
            broken[rng.randrange(5, len(broken))] = rng.randrange(256)
        path = saved(tmp_path, bytes(broken), f"{number}.pdf")
        try:
            assert read_article(path).paragraphs
        except BadArticle as bad:
            assert str(bad).endswith(".")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no text"),
        (b"  \n \n", "no text"),
        (b"\x00\x01\x02\x03binary", "is no text"),
        (b"PK\x03\x04rest", "office program"),
        (b"%PDF-1.7\nnothing", "cannot be read as PDF"),
        (b"<html><body></body></html>", "no text"),
        pytest.param(b"<html>" + b"<div>" * 300_000, "no text", marks=pytest.mark.slow),
    ],
)
def test_what_is_no_article_is_said_in_a_sentence(
    tmp_path: Path, data: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, data)
    with pytest.raises(BadArticle, match=says):
        read_article(path)
    assert draft_article(path, tmp_path / "out", as_programs=False) == 1
    err = capsys.readouterr().err
    assert says in err and "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadArticle, match="is a folder"):
        read_article(tmp_path)
    with pytest.raises(BadArticle, match="cannot be read"):
        read_article(tmp_path / "none.txt")


def test_too_large_a_file_and_too_long_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1_000)
    with pytest.raises(BadArticle, match="1,000 are the most"):
        read_article(saved(tmp_path, b"word " * 300))
    monkeypatch.setattr(reading, "MAX_BYTES", 10_000_000)
    with pytest.raises(BadArticle, match="cut it into parts"):
        read_article(saved(tmp_path, b"a word. " * 200_000))


def test_a_file_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    with pytest.raises(BadArticle, match="took more than"):
        read_article(saved(tmp_path, b"<html><p>A text.</p></html>", "page.html"))


@given(st.text("<>/!-p div=\"'&;#x0 ascript\n", max_size=300))
def test_any_page_ends(text: str) -> None:
    title, found = main_text(text.encode())
    assert isinstance(title, str) and all(found)


@given(st.lists(st.text("ab .-X1", max_size=60), max_size=20))
def test_no_letter_is_lost_when_lines_are_joined(lines: list[str]) -> None:
    def letters(texts: list[str]) -> str:
        return "".join("".join(texts).replace("-", "").split())

    assert letters(rebuilt(lines)) == letters(lines)


def test_a_day_in_a_line_of_its_own_is_the_article_s(tmp_path: Path) -> None:
    made = read_article(saved(tmp_path, "The lake\nMonday, August 18, 2025\nIt was so in 1999."))
    assert made.day == "2025-08-18"


def test_a_language_that_is_not_read_is_said_so(tmp_path: Path) -> None:
    german = "Der See ist sehr groß und liegt im Osten des Landes, wo viele Leute wohnen. " * 5
    with pytest.raises(BadArticle, match="no rules for the language"):
        read_article(saved(tmp_path, german))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Rhein ist ein Fluss in Europa. Er ist 1233 km lang und fliesst in die Nordsee.", ""),
        ("La Loire est un fleuve de France. Elle a 1006 km et se jette dans la mer.", ""),
        ("El Ebro es un río de España. Tiene 930 km y desemboca en el mar.", ""),
        ("Дніпро — річка в Україні. Її довжина 2201 кілометр, вона впадає в море.", ""),
        ("Нарын дарыясы 807 километр. Анын узундугу көп өлкөгө белгилүү.", ""),
        ("Днепър е река в Европа. Дължината му е 2201 километра, тя извира от север.", ""),
        ("Ο Αξιός είναι ποταμός. Έχει μήκος 388 χιλιόμετρα.", ""),
        ("Ada Byrd swam across the Long River in 1957.", "en"),
        ("Population: 40. Rivers: 12.", "en"),
        ("Лена — река в Сибири. Её длина 4294 километра.", "ru"),
        ("Ертіс — өзен. Оның ұзындығы 4248 километр.", "kk"),
    ],
)
def test_a_language_is_told_by_its_letters_and_commonest_words(text: str, code: str) -> None:
    assert language_of([text]) == code


@pytest.mark.parametrize(
    ("text", "line", "day"),
    [
        ("The lake was large.", "Published on 3 March 2024", "2024-03-03"),
        ("The lake was large.", "Posted: Monday, March 3, 2024, 10:15", "2024-03-03"),
        ("Озеро было большим.", "Опубликовано 12 апреля 2023 года", "2023-04-12"),
        ("Озеро было большим.", "Дата публикации: 12.04.2023", "2023-04-12"),
        ("Озеро было большим.", "Опубликовано 31.02.2023", ""),
        ("Көл өте үлкен болған.", "2023 жылғы 12 сәуірде жарияланды", "2023-04-12"),
        ("Көл өте үлкен болған.", "Жарияланған күні: 12.04.2023", "2023-04-12"),
        ("The lake was large.", "It was opened on 3 March 2024", ""),
    ],
)
def test_a_line_that_says_when_it_was_published_dates_it(
    tmp_path: Path, text: str, line: str, day: str
) -> None:
    assert read_article(saved(tmp_path, f"{text}\n{line}\n{text}")).day == day


def test_an_article_without_a_fact_makes_no_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = saved(tmp_path, "A heading\nPeople there like to walk in the evening.")
    assert draft_article(path, tmp_path / "out", as_programs=False) == 1
    assert "No rule finds a fact" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


PROSE = "<p>The mill on the river was built by a man whose name nobody knows any more.</p>" * 3


def html(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{text}", encoding="utf-8")
    return read_article(path)


def test_a_row_of_a_table_is_one_paragraph(tmp_path: Path) -> None:
    rows = "<table><tr><th>Land<th>Bags</tr><tr><td>Brazil<td>62.6</tr></table>"
    closed = "<table><tr><td> <b>Chile</b> </td><td>7</td></tr></table>"
    found = html(tmp_path, f"<main>{PROSE}{rows}{closed}<p>The end is here.</p></main>").paragraphs
    assert found[3:] == ("Land | Bags", "Brazil | 62.6", "Chile | 7", "The end is here.")


def test_a_page_that_is_set_in_a_table_keeps_its_paragraphs(tmp_path: Path) -> None:
    found = html(tmp_path, "<table><tr><td>One is here.</td><td>Two is here.</td></tr></table>")
    assert found.paragraphs == ("One is here.", "Two is here.")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A history of mills – St Anne</title><h1>Mills of old</h1>", "Mills of old"),
        (
            "<title>A history | The Site</title><header><h1>The Site</h1></header>"
            "<article><header><h1>A history</h1></header>",
            "A history",
        ),
        ("<title>A history of mills | The Daily Mill</title>", "A history of mills"),
        ("<title>Mills – a history</title>", "Mills – a history"),
    ],
)
def test_the_title_is_the_articles_and_not_the_sites(tmp_path: Path, head: str, title: str) -> None:
    assert html(tmp_path, f"{head}{PROSE}").title == title


def test_whose_a_page_of_a_pdf_is_stands_in_no_paragraph() -> None:
    assert without_furniture([["A mill", "© 2024 The Site. All rights reserved."]]) == [["A mill"]]


def test_what_a_browser_prints_over_and_under_a_page_is_no_part_of_the_article() -> None:
    pages = [
        ["The River", "After that the", "11/23/26, 10:58 AM The River - My Site",
         "file:///home/ann/river.html 1/2"],
        ["countries agreed on a programme.", "11/23/26, 10:58 AM The River - My Site",
         "file:///home/ann/river.html 2/2"],
    ]  # fmt: skip
    lines = [line for page in without_furniture(pages) for line in page]
    assert lines == ["The River", "After that the", "countries agreed on a programme."]


def test_a_line_in_the_middle_of_a_page_stays_whatever_it_looks_like() -> None:
    page = ["One.", "Two.", "It won by 3/4", "Three.", "Four."]
    assert without_furniture([page]) == [page]


def test_the_name_of_a_site_behind_the_title_goes_where_the_heading_stands(tmp_path: Path) -> None:
    page = tmp_path / "river.html"
    page.write_text(
        "<html><head><title>The River Rhine - My Site</title></head><body><h1>The River Rhine</h1>"
        "<p>The Rhine is one of the longest rivers of Europe, and it flows to the sea.</p></body>",
        encoding="utf-8",
    )
    assert read_article(page).title == "The River Rhine"
