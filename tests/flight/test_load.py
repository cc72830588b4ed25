"""A vehicle's file: what is read out of it, and what is said when it is wrong."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import paths
from game.flight.ascent import fly
from game.flight.load import find, load, names
from game.flight.problem import BadVehicle
from game.flight.vehicle import Vehicle
from tests.flight.made import MADE, PROGRAMME, write_made
from tests.flight.test_ascent import SIX, vehicle

WHOLE = MADE + PROGRAMME
FOLDER = paths.assets() / "vehicles"


def said(folder: Path, text: str) -> str:
    """What is wrong with such a file, the first of it."""
    with pytest.raises(BadVehicle) as caught:
        load(write_made(folder, text))
    return str(caught.value.problems[0])


def line_of(text: str, wanted: str) -> int:
    return text[: text.index(wanted)].count("\n") + 1


def changed(old: str, new: str) -> str:
    assert WHOLE.count(old) == 1, old
    return WHOLE.replace(old, new)


def test_a_figure_knows_its_source_and_how_sure_it_is(tmp_path: Path) -> None:
    own = load(write_made(tmp_path))
    assert (own.span_m.value, own.span_m.sure, own.span_m.sources) == (2.4, "agreed", ("a", "b"))
    assert own.parts[0].mass_kg.note == "nobody weighed it"


def test_what_is_doubtful_is_named(tmp_path: Path) -> None:
    lines = load(write_made(tmp_path)).doubtful()
    assert lines == (
        "drag_area_m2 5 is an estimate",
        "parts fairing mass_kg 500 is an estimate: nobody weighed it",
    )


@pytest.mark.parametrize("name", SIX)
def test_every_figure_has_a_source_or_is_called_an_estimate(name: str) -> None:
    known = {source.id for source in vehicle(name).sources}
    for path, figure in vehicle(name).figures():
        assert figure.sources or figure.sure == "estimate", path
        assert set(figure.sources) <= known, path


@pytest.mark.parametrize("name", SIX)
def test_every_source_is_used(name: str) -> None:
    own = vehicle(name)
    used = {source for _, figure in own.figures() for source in figure.sources}
    used |= {source for payload in own.payloads for source in payload.sources}
    assert {source.id for source in vehicle(name).sources} == used


@pytest.mark.parametrize("name", SIX)
def test_bodies_stand_on_one_another_up_to_the_published_height(name: str) -> None:
    own = vehicle(name)
    bodies = [stage.body for stage in own.stages] + [part.body for part in own.parts]
    top = max(body.base_m + band.top_m for body in bodies for band in body.bands)
    assert top == pytest.approx(own.height_m.value, abs=0.2)
    for stage in own.stages:
        widest = max(max(b.bottom_diameter_m, b.top_diameter_m) for b in stage.body.bands)
        assert widest <= stage.diameter_m.value + 0.01
        assert sum(n.count for n in stage.nozzles if n.kind == "main") >= 1


@pytest.mark.parametrize("name", SIX)
def test_it_has_payloads_that_flew_or_can_fly(name: str) -> None:
    own = vehicle(name)
    assert own.payloads
    assert all(payload.flown == bool(payload.date) for payload in own.payloads)
    assert all(fly(own, payload=payload).reached for payload in own.payloads)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("name", SIX)
def test_every_text_has_words_in_the_languages_of_the_game(name: str, language: str) -> None:
    own = vehicle(name)
    assert {text for text in own.texts() if own.said(text, language) == text} == set()


def test_a_text_without_words_stands_as_it_is(tmp_path: Path) -> None:
    own = load(write_made(tmp_path, WHOLE + "words:\n  ru: {Made: Сделан}\n"))
    assert (own.short, own.said("Made", "ru"), own.said("Made", "kk")) == ("Made", "Сделан", "Made")


def test_words_for_a_text_that_there_is_not_are_a_mistake(tmp_path: Path) -> None:
    first = said(tmp_path, WHOLE + "words:\n  ru: {Mad: Сделан}\n")
    assert "'Mad'" in first


@pytest.mark.parametrize(
    "wanted",
    ["soyuz-2-1a", "Soyuz-2.1a", "soyuz 2.1", "SOYUZ2", "sputnik", "proton", "zenit", "vostok"],
)
def test_a_vehicle_is_found_by_any_clear_part_of_its_name(wanted: str) -> None:
    assert find(FOLDER, wanted) is not None


@pytest.mark.parametrize(
    "wanted", ["soyuz", "buran", "", "..", "/", "\x00", "\x00.yaml", "made.yaml", "x" * 5000]
)
def test_what_is_not_clear_is_not_found(wanted: str) -> None:
    assert find(FOLDER, wanted) is None


def test_a_file_can_be_named_by_its_path(tmp_path: Path) -> None:
    path = write_made(tmp_path)
    assert find(FOLDER, str(path)) == path
    assert names(tmp_path) == ("made",)


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ("values: design\n", "values: dreamt\n", "values: dreamt", "cannot be 'dreamt'"),
        ("name: Made\n", "nome: Made\n", "format: 1", "'name' is missing"),
        ("span_m: {value: 2.4", "span_m: {value: wide", "span_m", "must be a number from"),
        ("drag_area_m2: {value: 5, sure: estimate}", "drag_area_m2: 5", "drag", "says neither"),
        ("height_m: {value: 30, from: a", "height_m: {value: 30, from: c", "height", "no source"),
        ("from: [a, b], sure: agreed", "from: a, sure: agreed", "span_m", "has one source"),
        ("propellants: k\n    dry_kg: {value: 6000", "propellants: q\n    dry_kg: {value: 6000",
         "propellants: q", "cannot be 'q'"),
        ("name: one-cut-off", "name: tea", "name: tea", "no event of this vehicle"),
        ("ends: orbit", "ends: dry", "  - id: two", "does not end in orbit"),
        ("lights: pad", "lights: timer", "  - id: one", "no time is published"),
        ("    after: one\n", "    after: none\n", "  - id: fairing", "there is no stage 'none'"),
        ("knots: [[150, 25], [175", "knots: [[180, 25], [175", "knots", "go on in time"),
        ("thrust_sl_n: {value: 1350000", "thrust_sl_n: {value: 1550000", "thrust_sl_n",
         "pushes harder at sea level"),
        ('white: "#ffffff"', "white: white", "colours", "must be a colour"),
        ("id: made\n", "id: other\n", "id: other", "not the file's name"),
        ("span_m:", "spam_m: {value: 1, sure: estimate}\nspan_m:", "spam_m", "not known here"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_line_and_what_to_do(
    tmp_path: Path, old: str, new: str, where: str, words: str
) -> None:
    text = changed(old, new)
    with pytest.raises(BadVehicle) as caught:
        load(write_made(tmp_path, text))
    found = [problem for problem in caught.value.problems if words in problem.message]
    assert found, caught.value
    assert found[0].line == line_of(text, where)
    assert str(found[0]).startswith(f"made.yaml:{found[0].line}:")


def test_a_mistake_is_said_in_the_language_of_a_catalogue(tmp_path: Path) -> None:
    class Elsewhere(NullTranslations):
        def gettext(self, message: str) -> str:
            known = {
                "'{path}' is missing": "es fehlt '{path}'",
                "add '{key}:' with a text": "ergänze '{key}:' mit einem Text",
            }
            return known.get(message, message)

    with pytest.raises(BadVehicle) as caught:
        load(write_made(tmp_path, changed("mission:", "misson:")))
    said = [problem.said(Elsewhere()) for problem in caught.value.problems]
    assert "made.yaml:2:1: es fehlt 'mission'. Ergänze 'mission:' mit einem Text." in said


@pytest.mark.parametrize("text", ["", "- 1\n- 2\n", "a", "x: [", "&a b: *a\n", "\x00", "{}"])
def test_what_is_no_vehicle_at_all_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    assert "made.yaml:1:" in said(tmp_path, text)


def test_a_file_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(BadVehicle, match="cannot be read"):
        load(tmp_path / "none.yaml")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    line=st.integers(0, WHOLE.count("\n") - 1),
    instead=st.sampled_from(["", "- x", "  y: 1", "}", "name: [1, 2]", "  - {}", "a: {value: 1}"]),
)
def test_no_line_can_be_spoilt_so_that_reading_breaks_down(
    tmp_path: Path, line: int, instead: str
) -> None:
    lines = WHOLE.split("\n")
    lines[line] = instead
    try:
        found = load(write_made(tmp_path, "\n".join(lines)))
    except BadVehicle as bad:
        assert all(problem.message and problem.line >= 1 for problem in bad.problems)
    else:
        assert isinstance(found, Vehicle)
