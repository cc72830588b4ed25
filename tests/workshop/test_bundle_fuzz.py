"""Whatever becomes of a bundle on its way: it is refused, or it is the pack that it was."""

from __future__ import annotations

import hashlib
import tempfile
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.workshop.bundle import bundle
from game.workshop.contents import contents
from game.workshop.install import install
from game.workshop.names import judge_name, judge_twins
from game.workshop.refusal import Refused
from tests.examples import examples
from tests.packs.made import FACTS, make
from tests.packs.made_pictures import png
from tests.workshop.raw_zip import deflated, raw_zip

PICTURE = "    picture: {file: a.png, alt: A lake}\n"


@cache
def good() -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        folder = make(Path(scratch), FACTS + PICTURE)
        (folder / "a.png").write_bytes(png())
        return bundle(folder, contents(folder)).data


@cache
def packed() -> bytes:
    """The same bundle as other programs would pack it."""
    import io
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(good()))
    return raw_zip([deflated(name, archive.read(name)) for name in archive.namelist()])


def outcome(data: bytes) -> str:
    """A hash of all files that an install leaves, or "" if it is refused."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "a.zip")
        file.write_bytes(data)
        kept = Path(scratch, "data")
        try:
            folder = install(file, kept).folder
        except Refused as error:
            assert error.refusal.code and error.refusal.line(NullTranslations()).isprintable()
            assert {path.name for path in (kept / "installed").iterdir()} <= {"lock"}
            return ""
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*.*")):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
        return digest.hexdigest()


def test_a_bundle_is_the_same_pack_however_it_is_packed() -> None:
    assert outcome(good()) == outcome(packed()) != ""


@pytest.mark.slow
@given(data=st.data(), of=st.sampled_from([good, packed]))
@examples(150)
def test_flipped_bits_end_in_a_refusal_or_the_same_pack(data: st.DataObject, of: object) -> None:
    whole = bytearray(of())  # type: ignore[operator]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] ^= 1 << data.draw(st.integers(0, 7))
    assert outcome(bytes(whole)) in ("", outcome(good()))


@given(data=st.data())
@examples(60)
def test_a_piece_of_a_bundle_is_refused(data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(good()) - 1))
    assert outcome(good()[:end]) == ""
    start = data.draw(st.integers(1, len(good())))
    assert outcome(good()[start:]) == ""


@given(data=st.data())
@examples(80)
def test_bytes_put_in_taken_out_or_put_elsewhere_end_in_a_refusal(data: st.DataObject) -> None:
    whole = packed()
    first, last = sorted(data.draw(st.integers(0, len(whole))) for _ in range(2))
    put = data.draw(st.binary(max_size=30))
    changed = whole[:first] + put + whole[last:]
    assert outcome(changed) in ("", outcome(good()))


@given(st.binary(max_size=400))
@examples(50)
def test_any_bytes_are_refused(data: bytes) -> None:
    assert outcome(data) == ""


@given(st.lists(st.text(min_size=1, max_size=30), max_size=6))
@example(["ß", "SS"])
@example(["ſ", "s"])
@example(["İ", "i\u0307"])
def test_names_that_are_taken_are_plain_and_differ_on_every_system(names: list[str]) -> None:
    taken: list[str] = []
    for name in names:
        try:
            judge_name(name)
            taken.append(name)
        except Refused as error:
            assert error.refusal.line(NullTranslations()).isprintable()
    try:
        judge_twins(taken)
    except Refused:
        return
    for name in taken:
        path = Path("/root/pack", name)
        assert path.resolve().is_relative_to("/root/pack") and path.name == path.name.strip(" .")
    assert len({name.casefold() for name in taken}) == len({name.upper() for name in taken})
    assert len({name.casefold() for name in taken}) == len(taken)
