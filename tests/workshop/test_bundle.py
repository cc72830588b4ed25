"""A pack as one file: what is in it, and what keeps a pack from being bundled."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from game.cli import main
from game.workshop.bundle import Bundled, bundle
from game.workshop.contents import contents
from game.workshop.refusal import Refused
from tests.packs.made import FACTS, MANIFEST, make, replaced
from tests.packs.made_pictures import moving_png, png


def made(folder: Path) -> Bundled:
    return bundle(folder, contents(folder))


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_a_bundle_holds_its_list_and_then_the_files_of_the_pack(tmp_path: Path) -> None:
    data = made(make(tmp_path)).data
    assert names(data) == ["bundle.json", "facts/rivers.yaml", "pack.yaml"]
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_the_list_says_what_the_pack_is_and_the_size_and_hash_of_each_file(tmp_path: Path) -> None:
    data = made(make(tmp_path)).data
    listed = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("bundle.json"))
    assert {key: listed[key] for key in ("format", "id", "version", "language", "licence")} == {
        "format": 1,
        "id": "small",
        "version": "1.0.0",
        "language": "en",
        "licence": "CC BY 4.0",
    }
    assert [one["size"] for one in listed["files"]] == [
        len(FACTS.encode()),
        len(MANIFEST.encode()),
    ]


def test_one_pack_gives_the_same_bytes_whatever_the_line_ends_dates_and_order(
    tmp_path: Path,
) -> None:
    one = make(tmp_path / "one")
    other = tmp_path / "other"
    (other / "facts").mkdir(parents=True)
    (other / "facts" / "rivers.yaml").write_bytes(FACTS.replace("\n", "\r\n").encode())
    (other / "pack.yaml").write_bytes(MANIFEST.replace("\n", "\r\n").encode())
    (other / "pack.yaml").chmod(0o600)
    assert made(one).data == made(other).data


def test_a_file_that_no_pack_has_is_left_out_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "pack")
    (tmp_path / "pack" / "essay.docx").write_bytes(b"mine")
    assert main(["bundle", str(tmp_path / "pack"), "-o", str(tmp_path / "out.zip")]) == 0
    assert "essay.docx" in capsys.readouterr().err
    assert "essay.docx" not in names((tmp_path / "out.zip").read_bytes())


@pytest.mark.parametrize(
    ("facts", "manifest", "code"),
    [
        (replaced(FACTS, "  - id: source\n    fact", "  - fact"), MANIFEST, "no-ids"),
        (replaced(FACTS, "- id: source\n", "- id: source\n    draft: true\n"), MANIFEST, "drafts"),
        (FACTS, replaced(MANIFEST, "CC BY 4.0", "unknown"), "no-licence"),
        (FACTS, replaced(MANIFEST, "publisher: A press", "publisher: unknown"), "no-publisher"),
        (FACTS, replaced(MANIFEST, "[Ann]", "[Unknown]"), "no-authors"),
        (FACTS, replaced(MANIFEST, "1.0.0", "the newest"), "bad-version"),
        (FACTS, replaced(MANIFEST, "id: small", "id: con"), "device-name"),
    ],
)
def test_what_a_bundle_must_have_is_asked_for(
    tmp_path: Path, facts: str, manifest: str, code: str
) -> None:
    make(tmp_path, facts, manifest)
    with pytest.raises(Refused) as refused:
        made(tmp_path)
    assert refused.value.refusal.code == code
    assert refused.value.refusal.hint


def test_a_pack_with_an_error_is_not_bundled_and_the_error_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "pack", replaced(FACTS, "from: atlas 3", "from: globe 3"))
    assert main(["bundle", str(tmp_path / "pack"), "-o", str(tmp_path / "out.zip")]) == 1
    assert "facts/rivers.yaml" in capsys.readouterr().err
    assert not (tmp_path / "out.zip").exists()


def test_programs_get_json_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = make(tmp_path / "pack")
    out = str(tmp_path / "out.zip")
    assert main(["bundle", str(pack), "-o", out, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["id"], said["version"], said["signed"]) == ("small", "1.0.0", False)
    assert len(said["files"]) == 2
    make(pack, replaced(FACTS, "from: atlas 3", "from: globe 3"))
    assert main(["bundle", str(pack), "-o", out, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["refused"]["code"] == "unknown-source"


def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = make(tmp_path / "pack")
    for out in (tmp_path, tmp_path / "none" / "out.zip"):
        assert main(["bundle", str(pack), "-o", str(out)]) == 1
        assert f"{out} cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_pack_with_errors_in_another_language_is_not_bundled(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (folder / "languages" / "ru").mkdir(parents=True)
    (folder / "languages" / "ru" / "glossary.yaml").write_text("words: [\n", "utf-8")
    assert contents(folder).pack is None


def test_a_picture_comes_along_and_must_be_one_that_can_be_shown(tmp_path: Path) -> None:
    folder = make(tmp_path, FACTS + "    picture: {file: a.png, alt: A lake}\n")
    (folder / "a.png").write_bytes(png())
    assert "a.png" in names(made(folder).data)
    (folder / "a.png").write_bytes(moving_png())
    assert contents(folder).pack is None


def test_one_draft_is_one_fact(tmp_path: Path) -> None:
    text = replaced(FACTS, "- id: source\n", "- id: source\n    draft: true\n")
    with pytest.raises(Refused, match=r"^1 fact is a draft, "):
        made(make(tmp_path, text))


def test_a_folder_that_is_not_there_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bundle", str(tmp_path / "nope")]) == 1
    told = capsys.readouterr().err
    assert told.count("There is no pack") == 1 and "pack.yaml" not in told
