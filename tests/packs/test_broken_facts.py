"""Facts broken in every way an author breaks them: each message is read, and so is its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.made import FACTS, line, make, problems_of, replaced

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
        "springs from the {Blue Lake}",
        "springs since {31 June 1955}",
        [
            'facts/rivers.yaml:18:11  facts[2] "It springs since {31 ...": '
            "no calendar has the day '31 June 1955'"
        ],
        id="a day that there is not",
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
            'facts/rivers.yaml:13:13  facts[1] "{who: Ada Byrd} first ...": '
            "'ada byrd' is under 'wrong' and is the answer",
        ],
        id="a wrong option that is the answer",
    ),
    pytest.param(
        "[Bob Reed,",
        "[A. Byrd,",
        [
            'facts/rivers.yaml:13:13  facts[1] "{who: Ada Byrd} first ...": '
            "'A. Byrd' is under 'wrong' and is the answer",
        ],
        id="a wrong option that is accepted",
    ),
    pytest.param(
        "accepted: [A. Byrd]",
        "never_with: [Bob Reed]",
        [
            'facts/rivers.yaml:13:13  facts[1] "{who: Ada Byrd} first ...": '
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
