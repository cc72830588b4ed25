"""The workshop: packs, problems and questions on real folders, and what a save brings."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import paths
from game.screens.explanation import ExplanationScreen
from game.screens.look_list import MarkedList
from game.screens.question import QuestionScreen
from game.screens.shelf import Shelf
from game.screens.shots_workshop import ARTICLE, BROKEN, DRAFTS, FACTS, WORKSHOP, pack_in
from game.screens.studio import Studio
from game.screens.title import TitleScreen
from game.screens.workshop import WorkshopScreen
from game.screens.workshop_pack import WorkshopPackScreen
from game.screens.workshop_reader import DRAFTS as TAB_OF_DRAFTS
from game.screens.workshop_reader import PROBLEMS, QUESTIONS, ROUND
from game.screens.workshop_try import WorkshopTryScreen
from game.ui.events import Key
from game.ui.geometry import Rect
from game.ui.overheard import Overheard
from game.ui.pilot import Pilot
from game.ui.settings import Settings
from game.ui.widgets import Button
from game.workshop import drafts
from tests.patience import until
from tests.screens.sharing import studio_of


def wait(pilot: Pilot, over: Callable[[], bool]) -> None:
    """Let frames pass until something is so that a thread brings about."""

    def frame() -> None:
        pilot.step(0.05)
        pilot.settle()

    until(over, frame, pilot.scene)


class Bench:
    """A pack's screen over a real folder that is watched."""

    def __init__(self, studio: Studio, folder: Path, *, alone: bool = True) -> None:
        game = studio.game()
        self.folder = folder
        self.screen = WorkshopPackScreen(game, folder, alone=alone)
        self.pilot = Pilot(game.shared, self.screen, studio.size)
        self.until(1)

    def until(self, save: int) -> None:
        """Wait until that save shows."""
        wait(self.pilot, lambda: self.screen.told()["save"] == save)

    def write(self, facts: str) -> None:
        """Save the facts, and wait until it shows."""
        save = self.screen.told()["save"]
        assert isinstance(save, int)
        (self.folder / "facts" / "first.yaml").write_text(facts, encoding="utf-8")
        self.until(save + 1)

    @property
    def said(self) -> str:
        """All that stands on the card."""
        return "\n".join(item.text for item in self.screen.shown)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(studio_of(Settings(motion="none")), pack_in(tmp_path / "first-pack"))
    yield made
    made.screen.watch.end()


def test_a_save_that_breaks_the_pack_leads_to_the_line_with_its_caret(bench: Bench) -> None:
    bench.write(BROKEN)
    assert bench.screen.reader.tab == PROBLEMS
    assert "unknown key 'aks'" in bench.said
    assert "facts/first.yaml:12:5" in bench.said
    assert [item.caret for item in bench.screen.shown if item.caret] == [5]


def test_what_could_be_played_last_can_be_read_on_while_the_pack_is_broken(bench: Bench) -> None:
    bench.write(BROKEN)
    bench.pilot.press("1")
    assert bench.screen.reader.tab == QUESTIONS and bench.screen.reader.row == "longest"
    assert "How long is the Long River?" in bench.said


def test_a_save_that_changes_one_fact_leads_to_its_questions(bench: Bench) -> None:
    bench.pilot.press("3")
    bench.write(FACTS.replace("Where does", "From where does"))
    assert (bench.screen.reader.tab, bench.screen.reader.row) == (QUESTIONS, "source")


def test_mending_what_was_broken_leads_to_the_fact_that_was_changed(bench: Bench) -> None:
    bench.write(BROKEN)
    bench.write(FACTS.replace("6,650", "6,700"))
    assert (bench.screen.reader.tab, bench.screen.reader.row) == (QUESTIONS, "longest")
    assert "6,700 km" in bench.said


def test_a_save_elsewhere_leaves_the_reader_where_they_are(bench: Bench) -> None:
    bench.pilot.press("down")
    assert bench.screen.reader.row == "source"
    bench.write(f"# A comment.\n{FACTS}")
    assert (bench.screen.reader.tab, bench.screen.reader.row) == (QUESTIONS, "source")


def test_an_emptied_file_is_a_problem_and_no_end(bench: Bench) -> None:
    bench.write("")
    assert bench.screen.reader.tab == PROBLEMS
    assert "there is nothing in this file" in bench.said


def test_a_folder_that_goes_is_told_and_shows_again_once_it_is_back(bench: Bench) -> None:
    shutil.rmtree(bench.folder)
    bench.until(2)
    assert "does not exist" in bench.said
    pack_in(bench.folder)
    wait(bench.pilot, lambda: bench.screen.told()["errors"] == 0)


def test_what_a_fact_gives_and_why_not_more_stands_on_its_last_card(bench: Bench) -> None:
    bench.pilot.press("down")
    bench.pilot.press("right")
    assert "What this fact gives (facts/first.yaml:10:5)" in bench.said
    assert "No question “Choice”: Nothing in this pack can stand beside it" in bench.said


def test_a_round_that_is_not_there_says_how_many_facts_it_needs(bench: Bench) -> None:
    bench.pilot.press("3")
    assert bench.screen.reader.tab == ROUND
    assert "For a round of ten 8 more facts with a question are needed." in bench.said


@pytest.fixture
def chosen(tmp_path: Path) -> Iterator[Bench]:
    """A pack at its second fact, whose first question is a choice."""
    facts = FACTS.replace(
        "    from: atlas 4", "    wrong: [Red Lake, Green Lake]\n    from: atlas 4"
    )
    studio = studio_of(Settings(motion="none"))
    made = Bench(studio, pack_in(tmp_path / "first-pack", facts), alone=False)
    made.pilot.press("down")
    yield made
    made.screen.watch.end()


def test_a_question_is_tried_as_a_class_sees_it_and_leads_back(chosen: Bench) -> None:
    pilot, screen = chosen.pilot, chosen.screen
    pilot.press("enter")
    tried = pilot.scene
    assert isinstance(tried, WorkshopTryScreen)
    assert isinstance(tried.shown, QuestionScreen)
    pilot.press("enter")
    pilot.step(1.0)
    pilot.press("a")
    pilot.step(1.0)
    assert isinstance(tried.shown, ExplanationScreen)
    pilot.press("enter")
    assert pilot.scene is screen


@pytest.mark.parametrize("keys", [("escape",), ("space", "down", "down", "down", "down", "enter")])
def test_a_question_that_is_tried_can_be_left_in_the_middle(
    chosen: Bench, keys: tuple[str, ...]
) -> None:
    pilot = chosen.pilot
    pilot.press("enter", "enter")
    pilot.press(*keys)
    assert pilot.scene is chosen.screen


def test_the_keys_lead_from_the_title_to_a_question_and_back(studio: Studio) -> None:
    game = studio.game()
    game.shelf.wait()
    pilot = Pilot(game.shared, TitleScreen(game), studio.size)
    pilot.press("w")
    listed = pilot.scene
    assert isinstance(listed, WorkshopScreen)
    pilot.press("enter")
    assert isinstance(pilot.scene, WorkshopPackScreen)
    pilot.press("escape", "escape")
    assert isinstance(pilot.scene, TitleScreen)


def test_a_pack_that_was_saved_is_read_anew_for_the_next_flight(tmp_path: Path) -> None:
    made = studio_of(Settings(motion="none"))
    bench = Bench(made, pack_in(tmp_path / "first-pack"), alone=False)
    game = bench.screen.game
    before = game.loading
    bench.write(FACTS.replace("6,650", "6,700"))
    bench.pilot.press("escape")
    assert game.loading is not before and game.loading.begun


def test_the_list_counts_the_problems_of_each_pack(tmp_path: Path) -> None:
    studio = studio_of(Settings(motion="none"))
    studio.shelf = Shelf([pack_in(tmp_path / "a"), pack_in(tmp_path / "b", BROKEN)])
    told = WORKSHOP["workshop"](studio).scene.told()  # type: ignore[union-attr]
    assert told["packs"] == ["a", "b"]
    assert told["counted"] == 2


@pytest.mark.slow
def test_the_list_has_the_packs_that_are_shipped(studio: Studio) -> None:
    told = WORKSHOP["workshop"](studio).scene.told()  # type: ignore[union-attr]
    assert told["packs"] == ["baikonur", "baikonur-rockets"]
    assert told["counted"] == 2


def test_the_shoulders_of_a_gamepad_turn_the_sheets(bench: Bench) -> None:
    shoulder = Key("page_down", device="gamepad")
    for tab in (PROBLEMS, ROUND, QUESTIONS):
        bench.screen.handle(shoulder)
        assert bench.screen.reader.tab == tab


def test_a_gamepad_accepts_drops_and_takes_back(drafted: Drafted) -> None:
    desk = drafted.screen.desk
    assert desk is not None
    for button, left in (("h", 1), ("w", 0), ("space", 1), ("space", 2)):
        drafted.screen.handle(Key(button, device="gamepad"))
        desk.wait()
        drafted.until(left)


def test_in_large_type_the_list_gives_way_to_what_is_read(tmp_path: Path) -> None:
    bench = Bench(studio_of(Settings(motion="none", text_scale=2.0)), pack_in(tmp_path / "p"))
    assert not bench.screen.opened
    bench.pilot.press("enter")
    assert bench.screen.opened and bench.screen.reader.row == "longest"
    assert isinstance(way := bench.screen.group.widgets[-1], Button) and way.text == "To the list"
    bench.pilot.press("escape")
    assert not bench.screen.opened


def test_rows_in_large_type_are_as_high_as_the_longest_needs() -> None:
    area = Rect(96, 224, 1728, 700)
    short, long = ("4", "The lake"), ("1", "What the lake was called by those who saw it " * 3)
    plain = MarkedList([short] * 9, area, lambda _: None, large=2.0)
    mixed = MarkedList([short] * 9 + [long], area, lambda _: None, large=2.0)
    line = 30 * 2.0 * 1.08
    assert line + 4 < plain.row_height < 2 * line
    assert mixed.row_height > 2 * line + 4


class Drafted:
    """A pack with two drafts, which the real room of authors changes."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        game = studio.game()
        game.drafting = lambda: drafts
        self.facts = pack_in(folder, DRAFTS, ARTICLE) / "facts" / "first.yaml"
        self.screen = WorkshopPackScreen(game, folder, alone=True)
        self.pilot = Pilot(game.shared, self.screen, studio.size)
        self.until(2)

    def until(self, left: int) -> None:
        """Wait until so many drafts show."""
        wait(self.pilot, lambda: self.screen.told()["drafts"] == left)

    def press(self, key: str) -> None:
        """Press a key, and wait until its change is in the file."""
        self.pilot.press(key)
        assert self.screen.desk is not None
        self.screen.desk.wait()

    @property
    def said(self) -> str:
        return "\n".join(item.text for item in self.screen.shown)


@pytest.fixture
def drafted(tmp_path: Path) -> Iterator[Drafted]:
    made = Drafted(studio_of(Settings(motion="none")), tmp_path / "first-pack")
    yield made
    made.screen.watch.end()


def test_a_pack_with_drafts_opens_on_them_with_the_paragraph_that_they_cite(
    drafted: Drafted,
) -> None:
    assert drafted.screen.reader.tab == TAB_OF_DRAFTS
    assert "Ada Byrd swam across the Long River in {1957}." in drafted.said
    assert ARTICLE[1] in drafted.said
    drafted.pilot.press("right")
    assert "In which year did Ada Byrd swim across the Long River?" in drafted.said


def test_a_draft_that_is_accepted_is_a_fact_and_the_next_one_shows(drafted: Drafted) -> None:
    drafted.press("a")
    drafted.until(1)
    assert drafted.facts.read_text(encoding="utf-8").count("draft: true") == 1
    assert (drafted.screen.reader.tab, drafted.screen.reader.row) == (TAB_OF_DRAFTS, "name")
    drafted.pilot.press("1")
    assert (
        drafted.screen.reader.sheet is not None and "crossing" in drafted.screen.reader.sheet.names
    )


def test_a_draft_that_is_dropped_is_gone_and_comes_back_with_undo(drafted: Drafted) -> None:
    before = drafted.facts.read_bytes()
    drafted.press("d")
    drafted.until(1)
    assert "crossing" not in drafted.facts.read_text(encoding="utf-8")
    drafted.press("z")
    drafted.until(2)
    assert drafted.facts.read_bytes() == before
    assert drafted.screen.reader.row == "crossing"


def test_each_change_is_taken_back_by_itself_the_last_one_first(drafted: Drafted) -> None:
    before = drafted.facts.read_bytes()
    drafted.press("a")
    drafted.until(1)
    drafted.press("d")
    drafted.until(0)
    assert "No draft is left" in (
        drafted.screen.reader.sheet.empty if drafted.screen.reader.sheet else ""
    )
    drafted.press("z")
    drafted.until(1)
    drafted.press("z")
    drafted.until(2)
    assert drafted.facts.read_bytes() == before


def test_undo_keeps_what_was_written_by_hand_since(drafted: Drafted) -> None:
    drafted.press("a")
    drafted.until(1)
    written = drafted.facts.read_text(encoding="utf-8") + "# Mine.\n"
    drafted.facts.write_text(written, encoding="utf-8")
    drafted.press("z")
    drafted.until(2)
    assert drafted.facts.read_text(encoding="utf-8").endswith("# Mine.\n")


def test_a_dropped_draft_comes_back_though_its_file_was_saved_since(drafted: Drafted) -> None:
    drafted.press("d")
    drafted.until(1)
    written = drafted.facts.read_text(encoding="utf-8") + "# Mine.\n"
    drafted.facts.write_text(written, encoding="utf-8")
    drafted.press("z")
    drafted.until(2)
    text = drafted.facts.read_text(encoding="utf-8")
    assert "# Mine." in text and text.index("id: crossing") < text.index("id: name")
    assert drafted.screen.reader.row == "crossing"


def test_undo_says_so_where_the_dropped_fact_was_put_back_by_hand(drafted: Drafted) -> None:
    before = drafted.facts.read_text(encoding="utf-8")
    drafted.press("d")
    drafted.until(1)
    drafted.facts.write_text(f"{before}# Mine.\n", encoding="utf-8")
    drafted.until(2)
    drafted.press("z")
    drafted.pilot.step(0.1)
    assert drafted.facts.read_text(encoding="utf-8") == f"{before}# Mine.\n"
    assert "crossing" in drafted.pilot.shared.notice.text


def test_a_voice_says_the_question_in_its_language_and_the_rest_in_that_of_the_screen(
    studio: Studio,
) -> None:
    bench = Bench(studio.another(studio.settings, studio.size, "ru"), paths.default_pack())
    bench.screen.watch.end()
    bench.pilot.press("down")
    reading = bench.screen.reads()
    assert reading is not None
    said = {line.text: line.language for line in reading.page}
    assert said["1 из 4: Выбор ответа, уровень 2"] == "ru"
    assert said["After which country broke up did Russia start to lease Baikonur?"] == "en"


@pytest.mark.slow
def test_a_pack_is_read_in_each_of_its_languages_in_turn(studio: Studio) -> None:
    bench = Bench(studio, paths.default_pack())
    pilot, screen = bench.pilot, bench.screen
    row, seen = screen.reader.row, []
    for save in range(2, 5):
        pilot.press("l")
        bench.until(save)
        seen.append(screen.reader.written_in)
        assert screen.reader.row == row
    screen.watch.end()
    assert seen == ["kk", "ru", "en"]


def test_a_second_press_before_the_first_shows_does_nothing(drafted: Drafted) -> None:
    drafted.press("a")
    drafted.press("a")
    drafted.until(1)
    assert drafted.facts.read_text(encoding="utf-8").count("draft: true") == 1
    assert not drafted.pilot.shared.notice.shown


def test_a_draft_shows_the_doubts_that_stand_in_comments_about_it(drafted: Drafted) -> None:
    text = drafted.facts.read_text(encoding="utf-8")
    doubted = text.replace(
        "  - id: crossing\n", "  # Was it she?\n  - id: crossing\n    # Is “it” the river?\n"
    )
    drafted.facts.write_text(doubted, encoding="utf-8")
    wait(drafted.pilot, lambda: "Is “it” the river?" in drafted.said)
    assert "Was it she?" in drafted.said
    drafted.pilot.press("down")
    assert "Was it she?" not in drafted.said


def test_the_ring_goes_from_a_list_to_the_name_of_its_own_sheet(drafted: Drafted) -> None:
    screen = drafted.screen
    drafted.pilot.press("up")
    assert screen.group.focused is screen.group.widgets[TAB_OF_DRAFTS]
    drafted.press("a")
    drafted.until(1)
    assert screen.group.focused not in screen.group.widgets[:4]


def test_a_notice_leaves_the_title_and_the_names_of_the_sheets_to_be_read(
    drafted: Drafted,
) -> None:
    notice = drafted.pilot.shared.notice
    notice.show("That cannot be.")
    drafted.pilot.step(0.05)
    drafted.pilot.picture()
    assert notice.place is not None and notice.place.y > 300


def test_the_arrows_stand_beside_the_page_that_they_turn(bench: Bench) -> None:
    pilot, screen = bench.pilot, bench.screen
    before, on = (w for w in screen.group.widgets if isinstance(w, Button) and w.text in "◀▶")
    assert not before.enabled and on.enabled
    reading = Overheard(pilot.shared.theme)
    screen.draw(reading)
    assert any(text.startswith("Page 1 of") for text in reading.texts)
    pilot.click(on.rect.centre)
    reading = Overheard(pilot.shared.theme)
    screen.draw(reading)
    assert any(text.startswith("Page 2 of") for text in reading.texts)


def test_what_the_number_before_a_row_means_stands_over_the_list_and_is_said(bench: Bench) -> None:
    reading = Overheard(bench.pilot.shared.theme)
    bench.screen.draw(reading)
    assert "The number: how many questions it gives" in reading.texts
    said = bench.screen.reads()
    assert said is not None
    assert [line.text for line in said.focus] == ["The Long River is 6,650 km long.", "4 questions"]


def test_that_there_are_drafts_is_no_problem_beside_the_others(drafted: Drafted) -> None:
    drafted.pilot.press("2")
    assert drafted.screen.reader.sheet is not None
    assert not drafted.screen.reader.sheet.rows
