"""A pack broken in every way an author breaks one: each message is read, and so is its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import FACTS, MANIFEST, line, make, problems_of, replaced

FACT_BREAKS = [
    # What is written, what stands there instead, and all that is said of it.
    pytest.param(
        "    from: atlas 1\n",
        "    form: atlas 1\n",
        [
            "facts/rivers.yaml:3:5  facts[0] \"The Long River is ...\": 'from' is missing",
            'facts/rivers.yaml:6:5  facts[0] "The Long River is ...": '
            "unknown key 'form'; did you mean 'from'?",
        ],
        id="a key misspelt",
    ),
    pytest.param(
        "    ask: How long is the Long River?\n",
        "",
        ["facts/rivers.yaml:4:11  facts[0] \"The Long River is ...\": 'ask' is missing"],
        id="no question",
    ),
    pytest.param(
        "      when: In which year did Ada Byrd swim across it?\n",
        "",
        ["facts/rivers.yaml:8:11  facts[1] \"{who: Ada Byrd} first ...\": nothing asks for 'when'"],
        id="one of two questions missing",
    ),
    pytest.param(
        "      when: In which year",
        "      wehn: In which year",
        [
            'facts/rivers.yaml:8:11  facts[1] "{who: Ada Byrd} first ...": '
            "nothing asks for 'when'",
            'facts/rivers.yaml:11:7  facts[1] "{who: Ada Byrd} first ..." ask: '
            "the sentence has no answer 'wehn'; did you mean 'when'?",
        ],
        id="a question for an answer that is not there",
    ),
    pytest.param(
        "      who: [Bob",
        "      what: [Bob",
        [
            'facts/rivers.yaml:13:7  facts[1] "{who: Ada Byrd} first ..." wrong: '
            "the sentence has no answer 'what'"
        ],
        id="wrong options for an answer that is not there",
    ),
    pytest.param(
        "      who: {type",
        "      hwo: {type",
        [
            'facts/rivers.yaml:15:7  facts[1] "{who: Ada Byrd} first ..." answers: '
            "the sentence has no answer 'hwo'; did you mean 'who'?"
        ],
        id="more about an answer that is not there",
    ),
    pytest.param(
        "{type: person,",
        "{type: persn,",
        [
            'facts/rivers.yaml:15:19  facts[1] "{who: Ada Byrd} first ..." answers.who: '
            "'type' cannot be 'persn'; did you mean 'person'?"
        ],
        id="a type that there is not",
    ),
    pytest.param(
        "{type: person,",
        "{type: year,",
        [
            'facts/rivers.yaml:15:19  facts[1] "{who: Ada Byrd} first ..." answers: '
            "'Ada Byrd' is no year"
        ],
        id="a type that the answer is not of",
    ),
    pytest.param(
        "{type: person,",
        "{type: person, tolerance: 3,",
        [
            'facts/rivers.yaml:15:38  facts[1] "{who: Ada Byrd} first ..." answers: '
            "only years, dates and numbers have a tolerance"
        ],
        id="a tolerance for a person",
    ),
    pytest.param(
        "{who: Ada Byrd}",
        "{Ada Byrd}",
        [
            'facts/rivers.yaml:8:11  facts[1] "{Ada Byrd} first swam ...": '
            "of several answers each needs a name, and 'Ada Byrd' has none"
        ],
        id="several answers and one without a name",
    ),
    pytest.param(
        "{when: 1957}",
        "{who: 1957}",
        [
            'facts/rivers.yaml:8:11  facts[1] "{who: Ada Byrd} first ...": '
            "two answers have the name 'who'"
        ],
        id="two answers of one name",
    ),
    pytest.param(
        "{when: 1957}",
        "{When: 1957}",
        [
            'facts/rivers.yaml:8:11  facts[1] "{who: Ada Byrd} first ...": '
            "'When' cannot name an answer"
        ],
        id="a name with a capital",
    ),
    pytest.param(
        "{6,650 km}",
        "{6,650 km",
        [
            'facts/rivers.yaml:4:11  facts[0] "The Long River is ...": a brace is not closed',
        ],
        id="an unclosed brace",
    ),
    pytest.param(
        "{6,650 km}",
        "6,650 km}",
        [
            'facts/rivers.yaml:4:11  facts[0] "The Long River is ...": '
            "a brace is closed that was not opened",
        ],
        id="a brace that was not opened",
    ),
    pytest.param(
        "{6,650 km}",
        "{ }",
        [
            'facts/rivers.yaml:4:11  facts[0] "The Long River is ...": '
            "there is nothing between these braces",
        ],
        id="empty braces",
    ),
    pytest.param(
        "{6,650 km}",
        "6,650 km",
        [
            'facts/rivers.yaml:4:11  facts[0] "The Long River is ...": '
            "no answer is marked in the sentence",
        ],
        id="no answer",
    ),
    pytest.param(
        "from: atlas 1\n",
        "from: atlsa 1\n",
        [
            'facts/rivers.yaml:6:11  facts[0] "The Long River is ..." from: '
            "pack.yaml has no source 'atlsa'; did you mean 'atlas'?",
        ],
        id="an unknown source",
    ),
    pytest.param(
        "from: atlas 1\n",
        "from: atlas 4\n",
        [
            'facts/rivers.yaml:6:11  facts[0] "The Long River is ..." from: '
            "'atlas' has no paragraph 4; it has 3",
        ],
        id="a paragraph that the source lacks",
    ),
    pytest.param(
        "from: atlas 1\n",
        "from: atlas\n",
        [
            'facts/rivers.yaml:6:11  facts[0] "The Long River is ..." from: '
            "'atlas' does not say in which paragraph",
        ],
        id="no paragraph",
    ),
    pytest.param(
        "from: atlas 1\n",
        "from: atlas 1 diary 2\n",
        [
            'facts/rivers.yaml:6:11  facts[0] "The Long River is ..." from: '
            "'diary' is not the number of a paragraph",
        ],
        id="two sources in one entry",
    ),
    pytest.param(
        "topic: rivers",
        "topic: river",
        [
            "facts/rivers.yaml:1:8  topic: pack.yaml has no topic 'river'; did you mean 'rivers'?",
        ],
        id="an unknown topic",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    set: frist\n",
        [
            'facts/rivers.yaml:21:10  facts[2] "It springs from the ...": '
            "pack.yaml has no set 'frist'; did you mean 'first'?",
        ],
        id="an unknown set",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    as_of: 2025-02-30\n",
        [
            'facts/rivers.yaml:21:12  facts[2] "It springs from the ..." as_of: '
            "'2025-02-30' is not a day of the calendar",
        ],
        id="a day that there is not",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    as_of: 2025-02-20\n    review_by: 2024-02-20\n",
        [
            'facts/rivers.yaml:22:16  facts[2] "It springs from the ..." review_by: '
            "this day is not after 2025-02-20, on which the fact was true",
        ],
        id="a review before its time",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    level: easy\n",
        [
            'facts/rivers.yaml:21:12  facts[2] "It springs from the ...": '
            "'level' cannot be 'easy'",
        ],
        id="a level that there is not",
    ),
    pytest.param(
        "id: source",
        "id: Source!",
        [
            'facts/rivers.yaml:17:9  facts[2] "It springs from the ...": '
            "'Source!' cannot be an id",
        ],
        id="an id with other signs",
    ),
    pytest.param(
        "id: source",
        "id: longest",
        [
            'facts/rivers.yaml:17:9  facts[2] "It springs from the ...": '
            "the id 'longest' is taken by the fact at facts/rivers.yaml:3:5",
        ],
        id="an id twice",
    ),
    pytest.param(
        "id: source\n",
        "id: source\n    was: longest\n",
        [
            'facts/rivers.yaml:18:10  facts[2] "It springs from the ...": '
            "'longest' is the id of the fact at facts/rivers.yaml:3:5",
        ],
        id="a former id that is in use",
    ),
    pytest.param(
        "  - id: source\n    fact",
        "  - fact",
        [
            'facts/rivers.yaml:17:5  facts[2] "It springs from the ...": this fact has no id, '
            "so what players know of it is lost when it is reworded",
        ],
        id="no id",
    ),
    pytest.param(
        "[Bob Reed,",
        "[ada byrd,",
        [
            'facts/rivers.yaml:13:7  facts[1] "{who: Ada Byrd} first ...": '
            "'ada byrd' is under 'wrong' and is the answer",
        ],
        id="a wrong option that is the answer",
    ),
    pytest.param(
        "[Bob Reed,",
        "[A. Byrd,",
        [
            'facts/rivers.yaml:13:7  facts[1] "{who: Ada Byrd} first ...": '
            "'A. Byrd' is under 'wrong' and is the answer",
        ],
        id="a wrong option that is accepted",
    ),
    pytest.param(
        "accepted: [A. Byrd]",
        "never_with: [Bob Reed]",
        [
            'facts/rivers.yaml:13:7  facts[1] "{who: Ada Byrd} first ...": '
            "'Bob Reed' is under 'wrong' and under 'never_with', so it may be true",
        ],
        id="a wrong option that may be true",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    picture: {file: lake.png, alt: A lake}\n",
        [
            'facts/rivers.yaml:21:21  facts[2] "It springs from the ..." picture: '
            "there is no picture 'lake.png' in the pack",
        ],
        id="a picture that is not there",
    ),
    pytest.param(
        "    from: atlas 3\n",
        "    from: atlas 3\n    picture: {file: ../../lake.png, alt: A lake}\n",
        [
            'facts/rivers.yaml:21:21  facts[2] "It springs from the ..." picture: '
            "the picture '../../lake.png' is outside the pack's folder",
        ],
        id="a picture outside the pack",
    ),
    pytest.param(
        "    ask: How long is the Long River?\n",
        "    ask: [How long is it?, [How far?]]\n",
        [
            'facts/rivers.yaml:5:28  facts[0] "The Long River is ..." ask: '
            "an entry of 'ask' must be text, and is a list",
        ],
        id="a list where a text belongs",
    ),
    pytest.param(
        "    fact: It springs from the {Blue Lake}.\n",
        "    fact: {Blue Lake}\n",
        [
            "facts/rivers.yaml:18:11  facts[2]: 'fact' must be text, and is a mapping",
        ],
        id="a sentence that is a mapping to YAML",
    ),
    pytest.param(
        "  - id: source\n",
        "  - The Long River has a source.\n  - id: source\n",
        ["facts/rivers.yaml:17:5  facts[2]: this entry must be a mapping, and is text"],
        id="a fact that is only text",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), FACT_BREAKS)
def test_a_broken_fact_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, said: list[str]
) -> None:
    make(tmp_path, replaced(FACTS, old, new))
    assert [line(problem) for problem in problems_of(tmp_path)] == said


MANIFEST_BREAKS = [
    pytest.param(
        "id: small",
        "ID: small",
        [
            "pack.yaml:1:1  : 'id' is missing",
            "pack.yaml:2:1  : unknown key 'ID'; did you mean 'id'?",
        ],
        id="a key misspelt",
    ),
    pytest.param(
        "format: 1",
        "format: 2",
        [
            "pack.yaml:1:9  format: this pack has format 2, and this T-Minus reads format 1",
        ],
        id="a newer format",
    ),
    pytest.param(
        "format: 1\n",
        "format: 1\nvehicle: saturn\n",
        ["pack.yaml:2:10  vehicle: there is no vehicle 'saturn'"],
        id="a vehicle that there is not",
    ),
    pytest.param(
        "format: 1", "format: one", ["pack.yaml:1:9  format: 'format' must be 1"], id="no format"
    ),
    pytest.param(
        "language: en",
        "language: English",
        [
            "pack.yaml:4:11  language: 'English' is not the code of a language",
        ],
        id="a language by its name",
    ),
    pytest.param(
        "paragraphs: 3",
        "paragraphs: three",
        [
            "pack.yaml:16:17  sources.atlas.paragraphs: "
            "'three' must be a whole number from 1 to 100,000",
        ],
        id="a number in words",
    ),
    pytest.param(
        "kind: a book",
        "knid: a book",
        [
            "pack.yaml:11:5  sources.atlas: 'kind' is missing",
            "pack.yaml:13:5  sources.atlas: unknown key 'knid'; did you mean 'kind'?",
        ],
        id="a source's key misspelt",
    ),
    pytest.param(
        "chosen: always",
        "chosen: alway",
        [
            "pack.yaml:19:42  sets.first: 'chosen' cannot be 'alway'; did you mean 'always'?",
        ],
        id="a choice that there is not",
    ),
    pytest.param(
        "chosen: always",
        "chosen: asked",
        [
            "pack.yaml:18:1  sets: no set is in every round",
        ],
        id="no set by default",
    ),
    pytest.param(
        "  rivers: Rivers",
        "  Rivers: Rivers",
        [
            "pack.yaml:22:3  topics.Rivers: 'Rivers' cannot be an id",
            "facts/rivers.yaml:1:8  topic: pack.yaml has no topic 'rivers'; did you mean 'Rivers'?",
        ],
        id="a topic's id with a capital",
    ),
    pytest.param(
        "authors: [Ann]",
        "authors: {name: Ann}",
        [
            "pack.yaml:8:10  : 'authors' must be text or a list, and is a mapping",
        ],
        id="authors as a mapping",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), MANIFEST_BREAKS)
def test_a_broken_manifest_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, said: list[str]
) -> None:
    make(tmp_path, manifest=replaced(MANIFEST, old, new))
    assert [line(problem) for problem in problems_of(tmp_path)] == said


YAML_BREAKS = [
    pytest.param(
        "{Blue Lake}.",
        "{Blue Lake}: it is deep.",
        (
            18,
            42,
            "a text with a colon and a space in it confuses YAML",
            "put the text after >- on the next line",
        ),
        id="a colon in a sentence",
    ),
    pytest.param(
        "fact: It springs from the {Blue Lake}.",
        "fact: {Blue Lake} is its source.",
        (
            18,
            11,
            "a text that begins with { confuses YAML",
            "put the text after >- on the next line",
        ),
        id="a leading brace",
    ),
    pytest.param(
        "fact: It springs",
        'fact: "It" springs',
        (
            18,
            11,
            'a text that begins with " confuses YAML',
            "put the text after >- on the next line",
        ),
        id="a leading quote",
    ),
    pytest.param(
        "fact: It springs",
        "fact: [It] springs",
        (
            18,
            11,
            "a text that begins with [ confuses YAML",
            "put the text after >- on the next line",
        ),
        id="a leading bracket",
    ),
    pytest.param(
        "fact: It springs",
        "fact: > It springs",
        (
            18,
            13,
            "nothing may stand behind > or | on its line",
            "write the text on the next line, indented; or put it in quotes",
        ),
        id="a text behind the fold",
    ),
    pytest.param(
        "fact: It springs",
        "fact: %It springs",
        (18, 11, "a text cannot begin with %", "put the text in quotes"),
        id="a leading percent",
    ),
    pytest.param(
        "fact: It springs",
        "fact: It springs # up and",
        (
            18,
            22,
            "YAML cuts the text off here: a # after a space begins a comment",
            "put a comment on a line of its own; if # belongs to the text, "
            "put the whole text in quotes",
        ),
        id="a comment that cuts a sentence",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: no",
        (
            19,
            10,
            "YAML would read no without quotes as a yes-or-no value",
            'put it in quotes: "no"',
        ),
        id="no",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: 12:30",
        (
            19,
            10,
            "YAML would read 12:30 without quotes as a number of seconds",
            'put it in quotes: "12:30"',
        ),
        id="a time",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: 010",
        (
            19,
            10,
            "YAML would read 010 without quotes as a number in another base",
            'put it in quotes: "010"',
        ),
        id="a leading zero",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask:",
        (19, 5, "nothing stands after 'ask:'", "write it, or delete the line"),
        id="nothing",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: *lake",
        (
            19,
            10,
            "'*lake' means a copy of something else to YAML",
            'put it in quotes: "*lake", or write the text out again',
        ),
        id="an alias",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: &lake From which?",
        (
            19,
            10,
            "'&lake' names something to YAML; a pack has no use for it",
            "put a text that begins with & in quotes",
        ),
        id="an anchor",
    ),
    pytest.param(
        "ask: From which lake does it spring?",
        "ask: !important From which?",
        (
            19,
            10,
            "a word that begins with ! gives orders to YAML; a pack has no use for it",
            "put a text that begins with ! in quotes",
        ),
        id="a tag",
    ),
    pytest.param(
        "    from: atlas 3",
        "   from: atlas 3",
        (
            20,
            4,
            "this line does not line up with the lines above it",
            "keys of one fact begin in the same column; a list's entries begin with '- '",
        ),
        id="a line that does not line up",
    ),
    pytest.param(
        "    from: atlas 3",
        "\tfrom: atlas 3",
        (20, 1, "there is a tab here", "use spaces"),
        id="a tab",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: atlas 3\n    id: other",
        (21, 5, "'id' stands here a second time; the first is in line 17", "keep one of them"),
        id="a key twice",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: atlas 3\n---\nmore: facts",
        (
            21,
            1,
            "a second document begins here; a file holds one",
            "take the line --- away, or make two files",
        ),
        id="a second document",
    ),
    pytest.param(
        "It springs",
        "It\u202e springs",
        (
            18,
            13,
            "there is a character here that nobody sees (U+202E)",
            "delete it and type the words around it again",
        ),
        id="a turn of direction",
    ),
    pytest.param(
        "    from: atlas 3",
        "    from: " + "[" * 25_000,
        (
            20,
            28,
            "lists and mappings are more than 20 deep here",
            "if it is a text that begins with a bracket, put the text after >- on the next line",
        ),
        id="25,000 brackets",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), YAML_BREAKS)
def test_a_trap_of_yaml_gets_advice_in_plain_words(
    tmp_path: Path, old: str, new: str, said: tuple[int, int, str, str]
) -> None:
    make(tmp_path, replaced(FACTS, old, new))
    found = [
        (problem.place.line, problem.place.column, problem.message, problem.hint)
        for problem in problems_of(tmp_path)
        if problem.severity == "error"
    ]
    assert found == [said]
