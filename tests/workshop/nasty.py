"""Files as people really have them, and as nobody should: for each format whatever it may meet."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import openpyxl

GIFT = (
    "Q {=a ~b}",
    "\ufeffQ {=a ~b}",
    "Q {\r\n=a\r\n~b\r\n}\r\n\r\nR {T}\r\n",
    "::n::Q \\: \\= \\~ \\# \\{ \\} \\\\ {=a\\=b ~c\\~d#e\\#f}",
    "Q {~%50%a ~%50%b ~%-100%c}",
    "Q {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-50%d}",
    "Q {=%50%almost =right ####all}",
    "Q {~%100%a ~%100%b ~%-50%c}",
    "Q {#3:2}",
    "Q {#1..5}",
    "Q {#}",
    "Q {#=3:0.1#well done =%50%3:2#near ~#far off}",
    "Q {#-3.5e2:1}",
    "Q {#nan}\n\nR {#1..}\n\nS {#..5}\n\nT {#1:2:3}\n\nU {#1,5:0,2}",
    "Q {=a -> 1 =b -> 2 =c -> 3 = -> 4}",
    "Q {=a -> 1 =a -> 2}",
    "Q {=a -> =b -> 2}",
    "The capital {=is ~was} here.",
    "Q {}",
    "Only a description of something.\n\nQ {=a ~b}",
    "$CATEGORY: $course$/top/Deep/Deeper\n\nQ {=a ~b}\n\n$CATEGORY:\n\nR {=a ~b}",
    "$CATEGORY: one\nQ {=a ~b}",
    "$CATEGORY: on\n\nQ {=a ~b}\n\n$CATEGORY: 2024\n\nQ {=a ~c}\n\n$CATEGORY: ?\n\nQ {=a ~d}",
    "// a comment\n// [id:1] [tag:a\\]b] [tag:c]\nQ {=a ~b}",
    "[html]<p>Q <b>b</b> &lt;x&gt; <img src='x' alt='an image'></p> {=[plain]<a> ~<i>b</i>}",
    "[markdown]**Q** [link](http://x) {=a ~b}",
    "Q {TRUE#no#yes####always}\n\nR {F}\n\nS {true}\n\nT {False#a}",
    "Q {=a ~b",
    "Q =a ~b}",
    "{=a ~b}",
    "Q {=a ~b} {=c ~d}",
    "Q {= ~ ~b}",
    "Q {~a ~b}",
    "Q {=a =b =c}",
    "Q {=*}\n\nR {=a* =*b*}",
    "Q {=a ~a}",
    "Q {=a#####five hashes}",
    "Q {=a ~b ####general #### twice}",
    "::::Q {=a ~b}\n\n::a::b::c {=a ~b}\n\n:::: {=a}",
    "Q\\nwith a line {=a\\nb ~c}",
    "Q \\n {=\\n ~b}",
    "Вопрос {=да ~нет}\n\nСұрақ әғқңөұүһі {=иә ~жоқ}",
    "Q \u202e\u200b\x07 {=\u200b ~b}",
    "Q " + "x" * 5000 + " {=a ~b}",
    "Q {=a ~" + "y" * 600 + "}",
    "Q {=" + " ~".join(f"o{n}" for n in range(60)) + "}",
    "Q {" * 200,
    "}" * 200 + "{" * 200,
    "Q {%%%=a ~%%b ~%x%c}",
    "Q {=%0%a}\n\nR {=%-50%a ~b}",
    "yes {=no ~null}\n\ntrue {=on ~off}\n\n~ {=-1 ~+1}\n\n- a: b # c {=@x ~!y}",
    "Q {=+}\n\nR {=<\\=}\n\nS {=" + "long " * 60 + "}",
    "Q {=': \" ~{- ~[x] ~&a ~*b}",
)
AIKEN = (
    "What?\nA) a\nB) b\nANSWER: A\n",
    "\ufeffWhat?\r\nA. a\r\nB. b\r\nANSWER: B\r\n",
    "What?\nA) a\nB) b\nANSWER: C\n",
    "What?\nA) a\nB) b\n",
    "What?\nand more?\nA) a\nB) b\nANSWER: a\n\nANSWER: A\n",
    "A) a\nB) b\nANSWER: A\n",
    "What?\nA) a\nANSWER: A\n",
    "What?\nA) \nB) b\nANSWER: B\n",
    "What?\nA) same\nB) same\nANSWER: B\n",
    "What?\na) a\nb) b\nANSWER: A\n",
    "What?\nA)a\nB)b\nANSWER: A\n",
    "What?\nA) a\nB) b\nANSWER:\nWho?\nA) a\nB) b\nANSWER: A",
    "What?\n"
    + "".join(f"{letter}) {letter}\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    + "ANSWER: Z",
    "ANSWER: A\n" * 50,
    "Какая?\nА) кириллица\nБ) да\nANSWER: A\n",
    "x\n" * 100,
)
TABLES: tuple[Sequence[Sequence[Any]], ...] = (
    (("Question", "Answer"), ("What?", "a")),
    (("Question", "Answer", "Wrong 1"), ("What?", "a", "a")),
    (("Question", "Answer"), ("What?", "=cmd|' /C calc'!A0")),
    (("Question", "Answer"), ("=1+1", "-5"), ("@x", "+7")),
    (("Question", "Option A", "Option B", "Answer"), ("Q?", "x", "y", "C"), ("Q?", "", "", "")),
    (("Question", "Option 1", "Option 2", "Answer"), ("Q?", 1, 2, 2), ("Q?", 1.5, None, 1)),
    (("Question", "Answer", "Type", "Tolerance"), ("Q?", "abc", "number", "x")),
    (("Question", "Answer", "Type"), ("Q?", "|", "several"), ("Q?", "a|b", "several")),
    (("a",),),
    (("a", "b"),),
    (("a", "b"), ("c", "d"), ("c", "e"), ("", "f"), ("g", "")),
    (("Country", "Capital"), ("x {y}", "{z}"), ("a = b", "c = d"), ("|", "a|b")),
    (("Name", "Name", "from", "label", "key"), ("x", 1, 2, 3, 4), ("y", 1, 2, 3, 4)),
    (("Name", "1", "?", "{a}"), ("x", "p", "q", "r"), ("y", "s", "t", "u")),
    (("No", "Yes", "On"), ("x", "p", "q"), ("y", "s", "t")),
    (("Land", "Fläche (km²)"), ("Ä", 1.5), ("Ö", 2.25), ("Ü", 1e300)),
    (("Город", "Год"), ("Астана", 1830), ("Алматы", 1854), ("Орал", 1613)),
    (("Name", "When"), ("x", "1957"), ("y", "12 April 1961"), ("z", "yes"), ("w", "no")),
    (("Name", "Text"), ("x", "a" * 300), ("y", "b")),
    (("", ""), ("", "")),
    (),
)
KAHOOT = (
    "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s)",
)
BLOOKET = ("Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3 (Optional)",
           "Answer 4 (Optional)", "Time Limit (sec)", "Correct Answer(s)")  # fmt: skip
WAYGROUND = (
    "Question Text",
    "Question Type",
    *(f"Option {n}" for n in range(1, 6)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
QUIZZES: dict[str, tuple[Sequence[Any], tuple[Sequence[Any], ...]]] = {
    "kahoot": (
        KAHOOT,
        (
            ("Q?", "a", "b", "c", "d", 20, "1"),
            ("Q?", "a", "b", None, None, 20, 2),
            ("Q?", "a", "b", "c", "d", "soon", "1,3"),
            ("Q?", "a", None, "c", None, 20, "3"),
            ("Q?", "a", "b", "", "", 20, "4"),
            ("Q?", "a", "b", "", "", 20, None),
            ("Q?", "a", "a", "", "", 20, "1"),
            ("Q?", "a", "b", "", "", -5, "1 and 2"),
            (None, "a", "b", "c", "d", 20, "1"),
            ("=SUM(A1)", "+a", "-b", "@c", "'d", 20, "1"),
            ("Q?", 1, 2.5, True, None, 20.0, 1.0),
            ("Q" * 5000, "a", "b", "c", "d", 20, "1"),
        ),
    ),
    "blooket": (
        BLOOKET,
        (
            (1, "Q?", "a", "b", "", "", 20, "1"),
            (2, "Q?", "a", "b", "c", "d", 20, "1, 2"),
            (3, "", "a", "b", "", "", 20, "1"),
            (4, "Q?", "a", "", "", "", 20, "1"),
            (5, "Q?", "a", "b", "", "", 999999999999, "7"),
            (6, "Q?", "a", "b", "", "", "", "b"),
        ),
    ),
    "wayground": (
        WAYGROUND,
        (
            ("Text of the question (required)", "default is", "", "", "", "", "", "", "", "", ""),
            ("Q?", "Multiple Choice", "a", "b", "c", "d", "e", "5", "30", "", "why"),
            ("Q?", "Checkbox", "a", "b", "c", "", "", "1,3", "30", "http://x/y.png", ""),
            ("Q?", "Fill-in-the-Blank", "a", "b", "", "", "", "", "", "", ""),
            ("Q?", "Open-Ended", "", "", "", "", "", "", "", "", ""),
            ("Q?", "Poll", "a", "b", "", "", "", "", "", "", ""),
            ("Q?", "Draw", "", "", "", "", "", "", "", "", ""),
            ("Q?", "Reorder", "a", "b", "c", "", "", "1,2,3", "", "", ""),
            ("Q?", "", "a", "b", "", "", "", "3", "", "", ""),
        ),
    ),
}
XML = (
    '<quiz><question type="multichoice"><questiontext><text>Q</text></questiontext>'
    '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'
    "</question></quiz>",
    "<quiz>",
    "<quiz></quiz>",
    "<quiz><question/></quiz>",
    '<quiz><question type="essay"/><question type="cloze"/><question type="calculated"/></quiz>',
    '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>',
    '<quiz><question type="numerical"><questiontext><text>Q</text></questiontext>'
    '<answer fraction="100"><text>1e400</text></answer></question></quiz>',
    '<quiz><question type="numerical"><questiontext><text>Q</text></questiontext>'
    '<answer fraction="x"><text>5</text><tolerance>y</tolerance></answer></question></quiz>',
    '<quiz><question type="truefalse"><questiontext><text>Q</text></questiontext>'
    '<answer fraction="100"><text>TRUE</text></answer></question></quiz>',
    '<quiz><question type="matching"><questiontext><text>Q</text></questiontext>'
    "<subquestion><text>a</text><answer><text>1</text></answer></subquestion>"
    "<subquestion><text></text><answer><text>2</text></answer></subquestion>"
    "<subquestion><text>b</text><answer><text>1</text></answer></subquestion></question></quiz>",
    '<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA[<p>Q</p>'
    "<script>x</script>]]></text></questiontext><answer fraction='100'><text>*</text></answer>"
    "</question></quiz>",
    '<?xml version="1.0" encoding="UTF-16"?><quiz></quiz>',
    "<a>" * 5000,
    "<html><body>Not found</body></html>",
)
JSON: tuple[Any, ...] = (
    {"response_code": 0, "results": []},
    {"results": [{}]},
    {"results": [None, 1, "x", [], {"type": "multiple"}]},
    {"results": [{"type": "boolean", "question": "Q", "correct_answer": "True",
                  "incorrect_answers": ["False"]}]},
    {"results": [{"type": "multiple", "question": "&quot;Q&quot;", "correct_answer": "a",
                  "incorrect_answers": ["a"]}]},
    {"results": [{"question": "\ud800", "correct_answer": "\ud800x", "incorrect_answers": ["b"]}]},
    {"results": [{"question": 5, "correct_answer": 6, "incorrect_answers": [7, 8]}]},
    {"results": [{"question": "Q", "correct_answer": "a", "incorrect_answers": "bcd"}]},
    {"results": {"0": {}}},
    [{"type": "bXVsdGlwbGU=", "question": "!!!", "correct_answer": "YQ==",
      "incorrect_answers": ["Yg=="]}],
    [[[[]]]],
    "x",
    None,
)  # fmt: skip
H5P: tuple[tuple[Any, Any], ...] = (
    ({"mainLibrary": "H5P.MultiChoice"}, {"question": "Q", "answers": [
        {"text": "a", "correct": True}, {"text": "b", "correct": False}]}),
    ({"mainLibrary": "H5P.MultiChoice"}, {"question": "Q", "answers": [
        {"text": "a", "correct": True}, {"text": "b", "correct": True}]}),
    ({"mainLibrary": "H5P.MultiChoice"}, {"answers": "x"}),
    ({"mainLibrary": "H5P.TrueFalse"}, {"question": "Q", "correct": "maybe"}),
    ({"mainLibrary": "H5P.SingleChoiceSet"}, {"choices": [{"question": "Q", "answers": ["a", "b"]},
        {"question": "Q", "answers": []}, None, {"question": 5, "answers": [1, 2]}]}),
    ({"mainLibrary": "H5P.QuestionSet"}, {"questions": [{"library": "H5P.Essay 1.0"}, None, 5]}),
    ({"mainLibrary": "H5P.InteractiveVideo"}, {}),
    ({}, []),
    ([], None),
    ({"mainLibrary": 5, "license": ["x"]}, "x"),
)  # fmt: skip
ANKI = (
    "#separator:tab\n#html:true\nWhat?\t<b>a</b>\n",
    "What?\ta\nWho?\tb\textra\nalone\n\t\n",
    "#separator:Semicolon\n#tags column:3\n#deck:Big::Small\nWhat?;a;x y\n",
    "#separator:tab\n{{c1::Astana}} is a town\tx\n",
    '#separator:tab\n"open quote\ta\nb\tc\n',
    "#separator:tab\n[sound:x.mp3]\ta\nb\t<img src=x>\n",
    "#columns:a\tb\n#guid column:1\n#separator:tab\nid\tQ\tA\n",
    "#" * 100,
    "#separator:\n#html\n#:\nQ\tA\n",
    "#separator:tab\nQ\t" + "a" * 200 + "\n",
)


def files() -> Iterator[tuple[str, str, bytes]]:
    """Each file with the format that it is in, or would be, and a name for it."""
    for number, text in enumerate(GIFT):
        for encoding in ("utf-8", "cp1251", "utf-16"):
            yield "gift", f"{number}.gift", text.encode(encoding, "replace")
    for number, text in enumerate(AIKEN):
        yield "aiken", f"{number}.txt", text.encode()
    for number, text in enumerate(XML):
        yield "moodle-xml", f"{number}.xml", text.encode()
    for number, text in enumerate(ANKI):
        yield "anki", f"{number}.txt", text.encode()
    for number, value in enumerate(JSON):
        yield "opentdb", f"{number}.json", json.dumps(value).encode()
    for number, (head, content) in enumerate(H5P):
        yield "h5p", f"{number}.h5p", package(head, content)
    for number, rows in enumerate(TABLES):
        yield "csv", f"{number}.csv", separated(rows)
        yield "csv", f"{number}.xlsx", spreadsheet(rows)
    for form, (header, rows) in QUIZZES.items():
        yield form, f"{form}.csv", separated([header, *rows])
        yield form, f"{form}.xlsx", spreadsheet([header, *rows])
    for number, data in enumerate(BROKEN):
        for form in ("gift", "aiken", "moodle-xml", "opentdb", "h5p", "csv", "kahoot", "anki"):
            yield form, f"{number}.{form}", data


BROKEN = (
    b"",
    b"\0" * 100,
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    bytes(range(256)) * 20,
    b"PK\x03\x04",
    b"PK\x03\x04" + bytes(range(256)),
    b"PK\x05\x06" + b"\0" * 18,
    b"\xd0\xcf\x11\xe0" + b"\0" * 100,
    b"<",
    b"{",
    b'"',
    b"#",
    b"\n" * 1000,
    b"%PDF-1.4",
)


def separated(rows: Sequence[Sequence[Any]]) -> bytes:
    """Rows as CSV, as any program would write them."""
    import csv

    out = io.StringIO()
    csv.writer(out).writerows([["" if c is None else c for c in row] for row in rows])
    return out.getvalue().encode()


def spreadsheet(rows: Sequence[Sequence[Any]]) -> bytes:
    """Rows as .xlsx."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def package(head: Any, content: Any) -> bytes:
    """An H5P package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("h5p.json", json.dumps(head))
        archive.writestr("content/content.json", json.dumps(content))
    return out.getvalue()
