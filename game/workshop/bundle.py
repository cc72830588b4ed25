"""A pack as one file that can be given away: the same bytes for the same pack, on any machine."""

from __future__ import annotations

import hashlib
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from game.packs.identifiers import missing_ids
from game.packs.model import Pack
from game.packs.unknown import is_unknown
from game.phrase import counted, phrase
from game.workshop import listing as lists
from game.workshop.contents import Contents
from game.workshop.examine import examine
from game.workshop.names import judge_name, judge_twins
from game.workshop.refusal import Refused
from game.workshop.zip_format import write_zip

TEXTS = (".yaml", ".csv", ".tsv", ".svg")
"""Files whose lines end as the system at hand ends them, and in a bundle with LF alone."""


@dataclass(frozen=True, slots=True)
class Bundled:
    """A bundle that was made."""

    listing: lists.Listing
    data: bytes
    left: tuple[str, ...]


def bundle(folder: Path, found: Contents, pem: bytes | None = None) -> Bundled:
    """The bundle of a pack that was read without an error, signed if `pem` is a private key.

    Raises Refused where something lacks that a bundle must have, OSError if a file cannot be read,
    ValueError if `pem` is no key, ImportError if it is one and the author extra lacks.
    """
    pack = found.pack
    assert pack is not None
    _judge(pack, found)
    files = [(name, _read(folder / name)) for name in found.files]
    listing = lists.Listing(
        pack.id,
        pack.version,
        pack.language,
        pack.title,
        pack.licence,
        tuple(
            lists.ListedFile(name, len(data), hashlib.sha256(data).hexdigest())
            for name, data in files
        ),
    )
    listed = lists.as_bytes(listing)
    lists.from_bytes(listed)
    signed: list[tuple[str, bytes]] = []
    if pem is not None:
        from game.workshop.signature import sign

        signed = [(lists.SIGNATURE_NAME, sign(listed, pem))]
    out = io.BytesIO()
    write_zip(out, [(lists.NAME, listed), *signed, *files])
    _try(out)
    return Bundled(listing, out.getvalue(), found.left)


def _judge(pack: Pack, found: Contents) -> None:
    lacking = missing_ids(pack)
    if lacking:
        fact, _ = lacking[0]
        message = counted(
            "{count:,} fact has no id, {place} first",
            "{count:,} facts have no id, {place} first",
            len(lacking),
            place=fact.place,
        )
        raise Refused("no-ids", message, "", phrase("the command ids writes them"))
    drafts = [problem for problem in found.problems if problem.code == "draft"]
    if drafts:
        message = counted(
            "{count:,} fact is a draft, {place} first",
            "{count:,} facts are drafts, {place} first",
            len(drafts),
            place=drafts[0].place,
        )
        raise Refused("drafts", message, "", phrase("accept them or take them out"))
    if is_unknown(pack.licence):
        raise Refused(
            "no-licence",
            phrase("the pack does not say what others may do with it"),
            "pack.yaml",
            phrase("write licence: CC BY 4.0, or another that its sources allow"),
        )
    nameless = next((one for one in pack.sources if is_unknown(one.publisher)), None)
    if nameless is not None:
        raise Refused(
            "no-publisher",
            phrase("the source '{source}' does not say who published it", source=nameless.id),
            str(nameless.place),
            phrase("name whoever published it where its publisher stands"),
        )
    if not pack.authors or any(map(is_unknown, pack.authors)):
        raise Refused(
            "no-authors",
            phrase("the pack does not say who wrote it"),
            "pack.yaml",
            phrase("write your name, or that of your class, where the authors stand"),
        )
    if lists.VERSION.fullmatch(pack.version) is None:
        raise Refused(
            "bad-version",
            phrase(
                "the version '{version}' cannot be told from an older one", version=pack.version
            ),
            "pack.yaml",
            phrase("a version is numbers with dots between them, such as 1.2.0"),
        )
    for name in (pack.id, *found.files):
        judge_name(name)
    judge_twins(found.files)


def _read(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix.lower() in TEXTS:
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


def _try(out: io.BytesIO) -> None:
    """Nothing may leave that whoever gets it could not install."""
    with tempfile.TemporaryDirectory() as scratch:
        examine(out, Path(scratch))
