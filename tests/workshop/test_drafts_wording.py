"""The words of a draft are changed in their file letter by letter, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.packs.read import read_pack
from game.workshop.drafts import CannotChange, reword, wording
from game.workshop.drafts_wording import plain
from tests.examples import examples
from tests.packs.made import make
from tests.workshop.test_drafts import BEFORE, changed

ASK, FACT, WHY = ("ask",), ("fact",), ("why",)


def texts(folder: Path, fact: str) -> dict[tuple[str | int, ...], str]:
    return {one.keys: one.text for one in wording(folder, fact)}


def test_what_an_author_words_is_question_sentence_and_reason(tmp_path: Path) -> None:
    folder, _ = changed(tmp_path)
    assert texts(folder, "source") == {
        ASK: "From which lake does it spring?",
        FACT: "It springs from the {Blue Lake}.",
        WHY: "",
    }


def test_only_the_question_changes_and_no_letter_besides(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    assert reword(folder, "source", [(ASK, "Where does it spring?")]) == "source"
    wanted = BEFORE.replace("From which lake does it spring?", "Where does it spring?")
    assert path.read_text(encoding="utf-8") == wanted


def test_a_folded_sentence_stays_folded(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    long = "It springs, as all who have been there say, " * 3 + "from the {Green Lake}."
    reword(folder, "source", [(FACT, long)])
    text = path.read_text(encoding="utf-8")
    assert "    fact: >-\n      It springs, as" in text
    assert all(len(line) <= 96 for line in text.splitlines())
    assert texts(folder, "source")[FACT] == long


def test_a_reason_is_put_behind_the_question_and_taken_away_again(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    reword(folder, "source", [(WHY, "A spring: it never dries.")])
    asked = "    ask: From which lake does it spring?\n"
    written = f'{asked}    why: "A spring: it never dries."\n'
    assert path.read_text(encoding="utf-8") == BEFORE.replace(asked, written)
    reword(folder, "source", [(WHY, "")])
    assert path.read_text(encoding="utf-8") == BEFORE


def test_a_reason_of_several_lines_goes_whole(tmp_path: Path) -> None:
    text = BEFORE.replace(
        "    from: atlas 3\n",
        "    # The reason.\n    why: >-\n      It\n      rains.\n\n    # It stands there.\n"
        "    from: atlas 3\n",
    )
    folder, path = changed(tmp_path, text)
    reword(folder, "source", [(WHY, "")])
    said = path.read_text(encoding="utf-8")
    assert "It\n" not in said and "# It stands there.\n    from: atlas 3" in said


def test_quotes_and_comments_behind_a_text_stay(tmp_path: Path) -> None:
    text = BEFORE.replace("The {old} river.", "'It''s the {old} river.'  # whose?")
    folder, path = changed(tmp_path, text)
    reword(folder, "last", [(FACT, "It's the {new} river.")])
    assert "    fact: 'It''s the {new} river.'  # whose?\n" in path.read_text(encoding="utf-8")


def test_one_of_several_wordings_changes_alone(tmp_path: Path) -> None:
    several = (
        '  - {id: last, draft: true, fact: "{who: Ada} swam in {when: 1957}.", '
        "ask: {who: Who?, when: [When?, 'In which year?']}, from: atlas 1}\n"
    )
    folder, path = changed(tmp_path, BEFORE[: BEFORE.index("  - id: last")] + several)
    reword(folder, "last", [(("ask", "when", 1), "In what year, then?"), (WHY, "So: it was hot.")])
    said = path.read_text(encoding="utf-8")
    assert 'ask: {who: Who?, when: [When?, "In what year, then?"]}' in said
    assert '{when: 1957}.", why: "So: it was hot.", ask:' in said


def test_lines_that_end_as_on_windows_stay_so(tmp_path: Path) -> None:
    folder, path = changed(tmp_path)
    path.write_bytes(BEFORE.replace("\n", "\r\n").encode())
    reword(folder, "source", [(FACT, "It springs from a {Lake}."), (WHY, "Rain.")])
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert texts(folder, "source")[WHY] == "Rain."


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        (FACT, "It springs from the lake.", "no answer is marked"),
        (FACT, "It springs from the {lake.", "a brace is not closed"),
        (FACT, "It {springs} from the {lake}.", "needs a name"),
        (FACT, " ", "cannot be empty"),
        (ASK, "", "cannot be empty"),
        (ASK, "x" * 1001, "1,000"),
    ],
)
def test_what_the_game_could_not_read_is_refused_before_it_is_written(
    tmp_path: Path, keys: tuple[str], text: str, said: str
) -> None:
    folder, path = changed(tmp_path)
    with pytest.raises(CannotChange) as refused:
        reword(folder, "source", [(keys, text)])
    assert said in str(refused.value)
    assert path.read_text(encoding="utf-8") == BEFORE


def test_an_id_made_of_a_sentence_comes_back_as_it_is_then(tmp_path: Path) -> None:
    folder, _ = changed(tmp_path, BEFORE.replace("  - id: last\n    draft", "  - draft"))
    pack, _ = read_pack(folder)
    assert pack is not None
    old = pack.drafts[-1].id
    new = reword(folder, old, [(FACT, "The {new} river.")])
    assert new != old and texts(folder, new)[FACT] == "The {new} river."


@examples(60)
@given(
    words=st.text(min_size=1, max_size=80),
    key=st.sampled_from([ASK, WHY]),
    windows=st.booleans(),
)
def test_any_words_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, words: str, key: tuple[str], windows: bool
) -> None:
    folder = tmp_path_factory.mktemp("pack")
    make(folder, BEFORE)
    path = folder / "facts" / "rivers.yaml"
    if windows:
        path.write_bytes(BEFORE.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    try:
        reword(folder, "source", [(key, words)])
    except CannotChange:
        assert path.read_bytes() == before
        return
    assert texts(folder, "source")[key] == plain(words)
    assert read_pack(folder)[0] is not None or key == ASK
