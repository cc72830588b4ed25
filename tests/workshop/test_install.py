"""Installing a pack: where it goes, what takes its place, and what must be asked first."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest

from game.cli import main
from game.packs.installed import FOLDER, installed, note_of, one_installed
from game.packs.read import read_pack
from game.records.lock import hold
from game.workshop.bundle import bundle
from game.workshop.contents import contents
from game.workshop.install import install, remove
from game.workshop.refusal import Refused
from game.workshop.signature import new_key, spoken
from tests.packs.made import FACTS, MANIFEST, make, replaced
from tests.packs.made_pictures import png
from tests.workshop.raw_zip import Raw, deflated, raw_zip


def bundled(
    tmp_path: Path, version: str = "1.0.0", pem: bytes | None = None, more: str = ""
) -> Path:
    """A bundle of the small pack in a file."""
    folder = tmp_path / "pack"
    make(folder, FACTS + more, replaced(MANIFEST, "1.0.0", version))
    file = tmp_path / f"small-{version}.zip"
    file.write_bytes(bundle(folder, contents(folder), pem).data)
    shutil.rmtree(folder)
    return file


def code(file: Path, data: Path) -> str:
    """The rule by which a bundle is refused."""
    with pytest.raises(Refused) as refused:
        install(file, data)
    assert refused.value.refusal.hint
    return refused.value.refusal.code


def version_in(data: Path) -> str:
    found = one_installed(data, "small")
    assert found is not None
    pack, _ = read_pack(found.folder)
    assert pack is not None and pack.version == found.version
    return found.version


def test_an_installed_pack_is_the_pack_that_was_bundled(tmp_path: Path) -> None:
    done = install(bundled(tmp_path), tmp_path / "data")
    made = read_pack(make(tmp_path / "pack"))[0]
    assert read_pack(done.folder)[0] == made
    assert [one.folder for one in installed(tmp_path / "data")] == [done.folder]
    assert done.folder.name == "small"


def test_a_spreadsheet_is_told_from_a_bundle(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "quiz.xlsx")
    with pytest.raises(Refused, match="spreadsheet or a document, and no bundle") as refused:
        install(tmp_path / "quiz.xlsx", tmp_path / "data")
    assert refused.value.refusal.code == "no-list"


def test_every_file_comes_along(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    picture = "    picture: {file: pictures/a.png, alt: A lake}\n"
    make(pack, FACTS + picture)
    (pack / "pictures").mkdir()
    (pack / "pictures" / "a.png").write_bytes(png())
    (pack / "glossary.yaml").write_text("lake: Water.\n", "utf-8")
    (pack / "languages" / "ru" / "facts").mkdir(parents=True)
    (pack / "languages" / "ru" / "facts" / "rivers.yaml").write_text("reviewed: no\n", "utf-8")
    file = tmp_path / "a.zip"
    file.write_bytes(bundle(pack, contents(pack)).data)
    folder = install(file, tmp_path / "data").folder
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert there == {
        "facts/rivers.yaml",
        "glossary.yaml",
        "languages/ru/facts/rivers.yaml",
        "pack.yaml",
        "pictures/a.png",
    }


def test_an_installed_pack_is_played_and_checked_by_its_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(tmp_path / "data")
    assert main(["install", str(bundled(tmp_path)), "--data", data]) == 0
    assert "unsigned" in capsys.readouterr().out
    assert main(["check", "small", "--data", data]) == 0
    assert "Nothing wrong" in capsys.readouterr().out
    robot = ["play", "small", "--robot", "--questions", "3", "--seed", "1", "--data", data]
    assert main(robot) == 0
    assert "stored 3" in capsys.readouterr().out


def test_a_newer_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(bundled(tmp_path), data)
    done = install(bundled(tmp_path, "1.10.0"), data)
    assert done.before is not None and done.before.version == "1.0.0"
    assert version_in(data) == "1.10.0"
    assert {path.name for path in (data / FOLDER).iterdir()} == {
        *("lock", "small.json"),
        done.folder.parent.name,
    }


def test_the_same_bundle_again_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    file = bundled(tmp_path)
    first = install(file, data)
    again = install(file, data)
    assert again.same and again.folder == first.folder


def test_an_altered_bundle_is_refused_even_if_its_version_is_installed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    file = bundled(tmp_path)
    with zipfile.ZipFile(file) as bundle_of:
        files = {name: bundle_of.read(name) for name in bundle_of.namelist()}
    fact = next(name for name in files if name.startswith("facts/"))
    changed, damaged = tmp_path / "changed.zip", tmp_path / "damaged.zip"
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text.swapcase() if name == fact else text)
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    damaged.write_bytes(whole)
    fresh = [code(one, tmp_path / "fresh") for one in (changed, damaged)]
    first = install(file, data)
    assert [code(one, data) for one in (changed, damaged)] == fresh
    assert fresh[0] == "wrong-hash"
    assert version_in(data) == "1.0.0"
    assert {path.name for path in (data / FOLDER).iterdir()} == {
        *("lock", "small.json"),
        first.folder.parent.name,
    }


def test_an_older_version_is_refused_until_the_newer_one_is_removed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(bundled(tmp_path, "1.10.0"), data)
    old = bundled(tmp_path, "1.9.0")
    assert code(old, data) == "older-version"
    assert version_in(data) == "1.10.0"
    assert remove("small", data) is not None
    install(old, data)
    assert version_in(data) == "1.9.0"


@pytest.mark.parametrize(
    ("older", "newer"),
    [("1.0", "1.0.1"), ("9", "10"), ("1.0-beta", "1.0"), ("1.0-a", "1.0-b"), ("0.9", "1")],
)
def test_versions_are_compared_as_numbers(tmp_path: Path, older: str, newer: str) -> None:
    install(bundled(tmp_path, newer), tmp_path / "data")
    assert code(bundled(tmp_path, older), tmp_path / "data") == "older-version"


def test_a_pack_that_was_signed_must_be_signed_by_the_same_key(tmp_path: Path) -> None:
    data = tmp_path / "data"
    pem, key = new_key()
    first = install(bundled(tmp_path, "1", pem), data)
    assert first.key == key
    assert code(bundled(tmp_path, "2", new_key()[0]), data) == "other-key"
    assert code(bundled(tmp_path, "2"), data) == "no-signature"
    assert version_in(data) == "1"
    assert install(bundled(tmp_path, "2", pem), data).key == key


def test_an_unsigned_pack_may_be_signed_later_and_then_is_pinned(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(bundled(tmp_path, "1"), data)
    pem, key = new_key()
    install(bundled(tmp_path, "1", pem), data)
    found = one_installed(data, "small")
    assert found is not None and found.key == key
    assert code(bundled(tmp_path, "1"), data) == "no-signature"


def test_a_removed_pack_may_come_back_by_another_key(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(bundled(tmp_path, "1", new_key()[0]), data)
    remove("small", data)
    pem, key = new_key()
    assert install(bundled(tmp_path, "1", pem), data).key == key


def test_a_list_that_was_changed_does_not_fit_its_signature(tmp_path: Path) -> None:
    file = bundled(tmp_path, "1", new_key()[0])
    with zipfile.ZipFile(file) as archive:
        made = {name: archive.read(name) for name in archive.namelist()}
    made["bundle.json"] = made["bundle.json"].replace(b"CC BY 4.0", b"CC0")
    file.write_bytes(raw_zip([Raw(name, data) for name, data in made.items()]))
    assert code(file, tmp_path / "data") == "bad-signature"


def test_a_signed_bundle_says_how_its_key_is_called_and_what_that_proves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bundle", "--new-key", str(tmp_path / "mine.pem")]) == 0
    called = capsys.readouterr().out.strip().rpartition("known by ")[2]
    folder = make(tmp_path / "pack")
    out = str(tmp_path / "a.zip")
    assert main(["bundle", str(folder), "-o", out, "--sign", str(tmp_path / "mine.pem")]) == 0
    capsys.readouterr()
    assert main(["install", out, "--data", str(tmp_path / "data")]) == 0
    said = capsys.readouterr().out
    found = one_installed(tmp_path / "data", "small")
    assert found is not None and spoken(found.key) == called
    assert called in said and "not that what it says is true" in said


def test_a_key_is_for_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.pem"
    assert main(["bundle", "--new-key", str(path)]) == 0
    made = path.read_bytes()
    assert main(["bundle", "--new-key", str(path)]) == 1
    assert path.read_bytes() == made
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("pem", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAA==\n"])
def test_what_is_no_key_is_said_to_be_none(
    tmp_path: Path, pem: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.pem").write_bytes(pem)
    pack = str(make(tmp_path / "pack"))
    out = str(tmp_path / "a.zip")
    assert main(["bundle", pack, "-o", out, "--sign", str(tmp_path / "mine.pem")]) == 1
    assert "is no key to sign with" in capsys.readouterr().err
    assert not (tmp_path / "a.zip").exists()


def test_what_was_learned_stays_when_a_pack_is_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(tmp_path / "data")
    main(["install", str(bundled(tmp_path)), "--data", data])
    main(["play", "small", "--robot", "--questions", "3", "--data", data])
    assert main(["install", "--remove", "small", "--data", data]) == 0
    assert "stays" in capsys.readouterr().out
    assert not installed(tmp_path / "data")
    main(["report", "--json", "--data", data])
    assert json.loads(capsys.readouterr().out)["answers"]["total"] >= 3


def test_a_pack_that_is_not_there_cannot_be_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["install", "--remove", "small", "--data", str(tmp_path)]) == 1
    assert "installed: none" in capsys.readouterr().err
    assert main(["install", "--remove", "../..", "--data", str(tmp_path)]) == 1


def test_what_a_killed_install_left_is_thrown_away_by_the_next(tmp_path: Path) -> None:
    home = tmp_path / "data" / FOLDER
    (home / ".new-abc" / "small").mkdir(parents=True)
    (home / "0123456789abcdef" / "small").mkdir(parents=True)
    (home / "small.json.unfinished").write_text("{", "utf-8")
    place = install(bundled(tmp_path), tmp_path / "data").folder.parent
    assert {path.name for path in home.iterdir()} == {place.name, "small.json", "lock"}


def test_a_note_that_is_damaged_counts_as_none_and_is_replaced(tmp_path: Path) -> None:
    data = tmp_path / "data"
    install(bundled(tmp_path), data)
    for text in (
        "",
        "{",
        "[]",
        '{"format": 1}',
        '{"format":1,"version":"1","mark":"../..","key":""}',
    ):
        note_of(data, "small").write_text(text, "utf-8")
        assert installed(data) == ()
    install(bundled(tmp_path), data)
    assert version_in(data) == "1.0.0"


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_two_at_once_do_not_meet(tmp_path: Path) -> None:
    file, data = bundled(tmp_path), tmp_path / "data"
    (data / FOLDER).mkdir(parents=True)
    held = hold(data / FOLDER / "lock")
    assert held is not None
    assert code(file, data) == "busy"
    os.close(held)
    install(file, data)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_or_a_folder_is_no_bundle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    for path in (tmp_path / "pipe.zip", tmp_path, Path("/dev/zero")):
        assert main(["install", str(path), "--data", str(tmp_path / "data")]) == 1
        assert "[no-zip]" in capsys.readouterr().err
    assert main(["install", str(tmp_path / "none.zip"), "--data", str(tmp_path / "data")]) == 1
    assert "No such file" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_leaves_the_old_version(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    import resource

    data = tmp_path / "data"
    install(bundled(tmp_path), data)
    new = bundled(tmp_path, "2")
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
        os._exit(main(["install", str(new), "--data", str(data)]))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert capfd.readouterr().err.count("\n") == 1
    assert version_in(data) == "1.0.0"
    assert len(list((data / FOLDER).iterdir())) == 3


def test_without_the_author_extra_it_is_said_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed, unsigned = bundled(tmp_path, "2", new_key()[0]), bundled(tmp_path, "1")
    data = str(tmp_path / "data")
    for name in [name for name in sys.modules if name.partition(".")[0] == "cryptography"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert main(["install", str(unsigned), "--data", data]) == 0
    for command in (
        ["install", str(signed), "--data", data],
        ["bundle", "--new-key", str(tmp_path / "key.pem")],
    ):
        assert main(command) == 1
        assert "t-minus[author]" in capsys.readouterr().err
    assert not (tmp_path / "key.pem").exists()
    assert version_in(tmp_path / "data") == "1"


def unpacked(tmp_path: Path) -> Path:
    with zipfile.ZipFile(bundled(tmp_path)) as archive:
        archive.extractall(tmp_path / "loose")
    return tmp_path / "loose"


@pytest.mark.skipif(shutil.which("zip") is None, reason="this machine has no zip")
def test_a_bundle_that_was_unpacked_and_zipped_again_is_taken(tmp_path: Path) -> None:
    loose = unpacked(tmp_path)
    subprocess.run(["zip", "-qr", "../again.zip", "."], cwd=loose, check=True)
    install(tmp_path / "again.zip", tmp_path / "data")
    assert version_in(tmp_path / "data") == "1.0.0"


def test_a_bundle_that_another_program_packed_is_taken(tmp_path: Path) -> None:
    loose = unpacked(tmp_path)
    later = {"crc": 0, "packed": 0, "size": 0}
    entries: list[Raw] = []
    for path in sorted(loose.rglob("*.*")):
        name, data = path.relative_to(loose).as_posix(), path.read_bytes()
        made = deflated(name, data, flags=8, own=later)
        assert made.packed is not None
        note = struct.pack("<3I", zlib.crc32(data), len(made.packed), len(data))
        entries.append(deflated(name, data, flags=8, own=later, after=b"PK\7\10" + note))
    (tmp_path / "again.zip").write_bytes(raw_zip(entries))
    install(tmp_path / "again.zip", tmp_path / "data")
    assert version_in(tmp_path / "data") == "1.0.0"


@pytest.mark.skipif(shutil.which("zip") is None, reason="this machine has no zip")
def test_a_folder_that_somebody_zipped_is_refused_with_the_way_to_go(tmp_path: Path) -> None:
    make(tmp_path / "pack")
    subprocess.run(["zip", "-qr", "plain.zip", "pack"], cwd=tmp_path, check=True)
    with pytest.raises(Refused) as refused:
        install(tmp_path / "plain.zip", tmp_path / "data")
    assert refused.value.refusal.code == "no-list"
    assert "bundle" in refused.value.refusal.hint
