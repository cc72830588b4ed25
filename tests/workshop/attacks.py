"""Bundles that attack whoever installs them, each with the rule that it breaks.

`python -m tests.workshop.attacks DIR` writes them all into a folder, `RULE--NAME.zip`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import struct
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.packs import made_pictures as pictures
from tests.packs.made import FACTS, MANIFEST
from tests.workshop.raw_zip import Raw, deflated, raw_zip

ZIP_TIME = 1 << 11
GOOD: Mapping[str, bytes] = {
    "facts/rivers.yaml": FACTS.encode(),
    "pack.yaml": MANIFEST.encode(),
}


@dataclass(frozen=True)
class Attack:
    """One file, made when it is wanted. `rule` is the code of the rule that it breaks."""

    rule: str
    name: str
    make: Callable[[], bytes]


def listing(contents: Mapping[str, bytes], **changed: Any) -> bytes:
    """The list of these files, with some of its keys changed; None takes a key away."""
    document: dict[str, Any] = {
        "format": 1,
        "id": "small",
        "version": "1.0.0",
        "language": "en",
        "title": "A small pack",
        "licence": "CC BY 4.0",
        "files": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in contents.items()
        ],
        **changed,
    }
    return json.dumps({key: value for key, value in document.items() if value is not None}).encode()


def entries(contents: Mapping[str, bytes] = GOOD, **changed: Any) -> list[Raw]:
    """The entries of a bundle in which all is right but what was changed in its list."""
    listed = Raw("bundle.json", listing(contents, **changed))
    return [listed, *(Raw(name, data) for name, data in contents.items())]


def bundle(contents: Mapping[str, bytes] = GOOD, **changed: Any) -> bytes:
    return raw_zip(entries(contents, **changed))


def and_file(name: str, data: bytes = b"a: b\n") -> bytes:
    return bundle({**GOOD, name: data})


def and_entry(entry: Raw) -> bytes:
    return raw_zip([*entries(), entry])


def facts(text: str | bytes) -> bytes:
    return bundle({**GOOD, "facts/rivers.yaml": text if isinstance(text, bytes) else text.encode()})


def picture(name: str, data: bytes) -> bytes:
    return and_file(f"pictures/{name}", data)


def changed_last(**how: Any) -> bytes:
    """A bundle whose last entry, pack.yaml, is not what it seems."""
    made = entries()
    return raw_zip([*made[:-1], replace(made[-1], **how)])


def packed_last(**how: Any) -> bytes:
    made = entries()
    return raw_zip([*made[:-1], deflated("pack.yaml", made[-1].data, **how)])


def names() -> Iterator[Attack]:
    for rule, name in (
        ("zip-slip", "../evil.yaml"),
        ("zip-slip", "facts/../../../evil.yaml"),
        ("zip-slip", ".."),
        ("backslash", "..\\evil.yaml"),
        ("backslash", "facts\\rivers2.yaml"),
        ("absolute-name", "/etc/cron.d/evil.yaml"),
        ("absolute-name", "//server/share/evil.yaml"),
        ("drive-name", "C:/evil.yaml"),
        ("drive-name", "c:evil.yaml"),
        ("device-name", "CON"),
        ("device-name", "facts/nul.yaml"),
        ("device-name", "com1.yaml"),
        ("device-name", "facts/LPT¹.yaml"),
        ("device-name", "conin$.yaml"),
        ("device-name", "aux .yaml"),
        ("trailing-dot", "facts/rivers.yaml."),
        ("trailing-dot", "facts/rivers.yaml "),
        ("trailing-dot", "facts./more.yaml"),
        ("trailing-dot", "facts/ more.yaml"),
        ("windows-name", "facts/more.yaml:stream.yaml"),
        ("windows-name", "facts/what?.yaml"),
        ("windows-name", "facts/a|b.yaml"),
        ("empty-part", "facts//more.yaml"),
        ("empty-part", "./more.yaml"),
        ("empty-part", ""),
        ("dot-file", ".git/hooks/post-checkout"),
        ("dot-file", "facts/.more.yaml"),
        ("hidden-in-name", "facts/\u202elmay.exe"),
        ("hidden-in-name", "facts/mo\u200bre.yaml"),
        ("hidden-in-name", "facts/more.yaml\0.exe"),
        ("hidden-in-name", "facts/mo\nre.yaml"),
        ("hidden-in-name", "facts/mo\tre.yaml"),
        ("hidden-in-name", "facts/\x1b[2Jmore.yaml"),
        ("hidden-in-name", "facts/mo\u00a0re.yaml"),
        ("hidden-in-name", "facts/\ue000.yaml"),
        ("not-nfc", unicodedata.normalize("NFD", "facts/caf\u00e9.yaml")),
        ("long-name", "facts/" + "a" * 300 + ".yaml"),
        ("long-name", "facts/" + "\u0436" * 120 + ".yaml"),
        ("deep-folders", "a/b/c/d/e/f.yaml"),
        ("case-twins", "facts/Rivers.yaml"),
        ("case-twins", "FACTS/more.yaml"),
        ("file-and-folder", "pack.yaml/more.yaml"),
    ):
        yield Attack(rule, f"named-{ascii(name)[1:-1]}", lambda name=name: and_file(name))  # type: ignore[misc]
    yield Attack(
        "case-twins",
        "sharp-s",
        lambda: bundle({**GOOD, "stra\u00dfe.yaml": b"", "strasse.yaml": b""}),
    )
    yield Attack("duplicate-name", "twice", lambda: and_entry(Raw("pack.yaml", b"id: other\n")))
    yield Attack("duplicate-name", "two-lists", lambda: and_entry(Raw("bundle.json", b"{}")))
    for name, raw, flags in (
        ("dos-letters", b"facts/caf\x82.yaml", 0),
        ("no-utf-8", b"facts/caf\xe9.yaml", ZIP_TIME),
        ("overlong", b"\xc0\xae\xc0\xae/evil.yaml", ZIP_TIME),
    ):
        made = Raw(raw, b"a", flags=flags)
        yield Attack("name-encoding", name, lambda made=made: and_entry(made))  # type: ignore[misc]
    other = b"\x75\x70" + struct.pack("<HBI", 12, 1, 0) + b"../evil"
    yield Attack("two-names", "second-name", lambda: changed_last(extra=other))
    yield Attack("two-names", "own-second-name", lambda: changed_last(own_extra=other))
    yield Attack("two-names", "own-name", lambda: changed_last(own={"name": b"evil.yaml"}))


def kinds() -> Iterator[Attack]:
    def mode(number: int) -> Callable[[], bytes]:
        return lambda: changed_last(attributes=number << 16)

    yield Attack("link", "symlink", mode(0o120777))
    yield Attack("link", "reparse-point", lambda: changed_last(attributes=0x400))
    yield Attack("special-file", "pipe", mode(0o010644))
    yield Attack("special-file", "device", mode(0o020644))
    yield Attack("special-file", "socket", mode(0o140644))
    yield Attack("special-file", "folder-mode", mode(0o040755))
    yield Attack("special-file", "folder-sign", lambda: changed_last(attributes=0x10))
    yield Attack(
        "special-file", "folder-with-data", lambda: and_entry(Raw("facts/", b"abc", attributes=16))
    )
    for name in ("run.exe", "run.py", "page.html", "font.ttf", "song.ogg", "facts/more.yml"):
        yield Attack("file-type", name, lambda name=name: and_file(name, b"MZ"))  # type: ignore[misc]
    yield Attack("file-type", "zip-in-zip", lambda: and_file("more.zip", bundle()))
    yield Attack("file-type", "svgz", lambda: and_file("a.svgz", gzip.compress(pictures.svg())))
    yield Attack("file-type", "no-suffix", lambda: and_file("Makefile", b"all:\n"))
    yield Attack("unread-file", "no-part-of-it", lambda: and_file("notes.yaml"))
    yield Attack("unread-file", "unused-picture", lambda: picture("a.png", pictures.png()))
    yield Attack("too-large", "large-text", lambda: and_file("facts/more.yaml", b"#" * 8_000_001))
    yield Attack("too-large", "large-picture", lambda: picture("a.png", bytes(10_000_001)))


def structure() -> Iterator[Attack]:
    for bit in (0, 6, 13):
        yield Attack("encrypted", f"bit-{bit}", lambda bit=bit: changed_last(flags=1 << bit))  # type: ignore[misc]
    aes = b"\x01\x99\x07\0\2\0AE\3\0\0"
    yield Attack("encrypted", "aes", lambda: changed_last(extra=aes))
    for method in (1, 9, 12, 14, 93, 99):
        yield Attack("method", str(method), lambda m=method: changed_last(method=m))  # type: ignore[misc]
    yield Attack("method", "patch", lambda: changed_last(flags=1 << 5))
    yield Attack("zip64", "extra", lambda: changed_last(extra=b"\1\0\x08\0" + bytes(8)))
    yield Attack("zip64", "end", lambda: raw_zip(entries(), end={"here": 0xFFFF, "count": 0xFFFF}))
    yield Attack("several-disks", "second", lambda: raw_zip(entries(), end={"disk": 1, "first": 1}))
    yield Attack("lying-size", "stored", lambda: changed_last(size=10))
    yield Attack("lying-size", "stored-more", lambda: changed_last(size=10_000))
    yield Attack("lying-size", "less", lambda: _both_lie(100))
    yield Attack("lying-size", "more", lambda: _both_lie(5_000))
    yield Attack("lying-size", "list", _list_lies)
    yield Attack("two-headers", "crc", lambda: changed_last(own={"crc": 7}))
    yield Attack("two-headers", "size", lambda: packed_last(own={"size": 7}))
    yield Attack("two-headers", "method", lambda: changed_last(own={"method": 8}))
    yield Attack("two-headers", "flags", lambda: changed_last(own={"flags": 1}))
    later: dict[str, Any] = {"crc": 0, "packed": 0, "size": 0}
    yield Attack(
        "two-headers",
        "note-behind",
        lambda: packed_last(flags=8, own=later, after=b"PK\7\10" + bytes(12)),
    )
    yield Attack("overlap", "two-of-one", _two_of_one)
    yield Attack("overlap", "quoted-headers", _quoted)
    yield Attack("overlap", "into-directory", lambda: changed_last(packed_size=900, size=900))
    yield Attack("gap", "not-in-directory", _not_in_directory)
    yield Attack("gap", "between", lambda: changed_last(after=b"evil"))
    yield Attack("gap", "before-directory", lambda: raw_zip(entries(), between=b"evil"))
    yield Attack("gap", "behind-packed", _behind_packed)
    yield Attack("prefix", "program", lambda: raw_zip(entries(), before=b"MZ" + bytes(500)))
    yield Attack("prefix", "picture", lambda: pictures.png() + bundle())
    yield Attack("trailing-data", "behind", lambda: raw_zip(entries(), after=b"evil"))
    yield Attack("trailing-data", "comment", lambda: raw_zip(entries(), comment=b"evil"))
    yield Attack("bad-directory", "two-archives", lambda: bundle() + bundle())
    yield Attack("bad-directory", "elsewhere", lambda: raw_zip(entries(), end={"at": 4}))
    yield Attack("bad-directory", "too-short", lambda: raw_zip(entries(), end={"size": 40}))
    yield Attack("bad-directory", "no-file-there", lambda: raw_zip(entries(), end={"at": 1 << 31}))
    yield Attack("bad-directory", "cut-extra", lambda: changed_last(extra=b"\1\2\xff\xff"))
    yield Attack("lying-count", "fewer", lambda: raw_zip(entries(), end={"here": 1, "count": 1}))
    yield Attack("lying-count", "more", lambda: raw_zip(entries(), end={"here": 9, "count": 9}))
    yield Attack("damaged", "crc", lambda: changed_last(crc=7))
    yield Attack("damaged", "packed", _broken_packed)
    yield Attack("damaged", "packed-cut", _cut_packed)
    yield Attack("cut-off", "half", lambda: bundle()[:1500])
    yield Attack("no-zip", "empty", lambda: b"")
    yield Attack("no-zip", "text", lambda: MANIFEST.encode() * 20)
    yield Attack("no-zip", "gzip", lambda: gzip.compress(bundle()))
    yield Attack("no-zip", "7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100))
    yield Attack("too-many-files", "2001", _many)
    yield Attack("too-large", "sparse", lambda: bundle() + bytes(102_000_000))


def bombs() -> Iterator[Attack]:
    yield Attack("zip-bomb", "ratio", lambda: _bomb(8_000_000))
    yield Attack("zip-bomb", "ratio-large", lambda: _bomb(100_000_000))
    yield Attack("zip-bomb", "many", _many_bombs)
    yield Attack("zip-bomb", "one-for-all", _huge_sum)
    yield Attack("anchor", "laughs", lambda: facts(_laughs()))
    yield Attack("alias", "itself", lambda: facts("facts: *facts\n"))
    yield Attack("tag", "python", lambda: facts("facts: !!python/object/apply:os.system [ls]\n"))
    yield Attack("tag", "own", lambda: facts("facts: !x [a]\n"))
    yield Attack("too-deep", "brackets", lambda: facts("facts: " + "[" * 25_000))
    yield Attack("too-deep", "braces", lambda: facts("facts: " + "{a: " * 25_000))
    yield Attack("too-deep", "dashes", lambda: facts("- " * 25_000 + "a\n"))
    yield Attack("several-documents", "two", lambda: facts(FACTS + "---\nfacts: []\n"))
    yield Attack("too-many-values", "list", lambda: facts("[" + "a, " * 1_900_000))
    yield Attack("too-many-lines", "empty", lambda: facts(FACTS + "\n" * 7_900_000))
    yield Attack("too-many-lines", "list", lambda: facts("- a\n" * 1_900_000))
    yield Attack("too-many-values", "languages", _many_languages)
    yield Attack("too-many-values", "rows", lambda: and_file("tables/a.csv", b"," * 7_900_000))
    yield Attack("too-long", "text", lambda: facts("facts: " + "a " * 2_000_000))
    yield Attack("too-long", "key", lambda: facts('"' + "a" * 1_000_000 + '": b\n'))
    yield Attack("encoding", "latin", lambda: facts("facts: caf\u00e9\n".encode("latin-1")))
    yield Attack("encoding", "utf-16", lambda: facts(FACTS.encode("utf-16")))
    for name, sign in (
        ("right-to-left", "\u202e"),
        ("isolate", "\u2066"),
        ("zero-width", "\u200b"),
        ("escape", "\x1b"),
        ("bell", "\x07"),
        ("null", "\0"),
        ("line-separator", "\u2028"),
    ):
        text = FACTS.replace("Long River", f"Long{sign}River", 1)
        yield Attack("hidden-character", name, lambda text=text: facts(text))  # type: ignore[misc]
    spelt = FACTS.replace("From which lake does it spring?", '"From \\u202Ewhich lake?"')
    yield Attack("hidden-character", "spelt-out", lambda: facts(spelt))
    yield Attack("tab", "indent", lambda: facts(FACTS.replace("    from", "\tfrom")))
    for rule, name, text in _floods():
        yield Attack(rule, name, lambda text=text: facts(text))  # type: ignore[misc]
    leads_out = MANIFEST.replace("language: en", "language: ../../../../../etc")
    yield Attack(
        "bad-language", "leads-out", lambda: bundle({**GOOD, "pack.yaml": leads_out.encode()})
    )
    rows = "id;name\nlong;Long\u202eRiver\n"
    yield Attack("hidden-character", "in-rows", lambda: and_file("tables/a.csv", rows.encode()))


def lists() -> Iterator[Attack]:
    def said(data: bytes) -> bytes:
        return raw_zip([Raw("bundle.json", data), *entries()[1:]])

    deep = b'{"format":1,"id":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    yield Attack("json-depth", "brackets", lambda: said(deep))
    yield Attack("json-depth", "open-brackets", lambda: said(b'{"a":' * 100_000))
    for word in ("NaN", "Infinity", "-Infinity", "1e999", "1.5", "9" * 5_000):
        text = f'{{"format": {word}}}'.encode()
        yield Attack("json-number", word[:9], lambda text=text: said(text))  # type: ignore[misc]
    yield Attack("json-twice", "id", lambda: said(b'{"id": "a", "id": "b"}'))
    yield Attack("json", "list", lambda: said(b"[]"))
    yield Attack("json", "no-utf-8", lambda: said(b'{"id": "\xff"}'))
    yield Attack("json", "nothing", lambda: said(b""))
    yield Attack("too-large", "list", lambda: said(b" " * 1_000_001))
    yield Attack("newer-format", "list", lambda: bundle(format=2))
    yield Attack("bad-list", "no-licence", lambda: bundle(licence=None))
    yield Attack("bad-list", "more-keys", lambda: bundle(script="run.py"))
    yield Attack("bad-list", "id-leads-out", lambda: bundle(id="../../evil"))
    yield Attack("bad-list", "id-absolute", lambda: bundle(id="/tmp/evil"))
    yield Attack("bad-list", "long-id", lambda: bundle(id="a" * 61))
    yield Attack("bad-list", "version-leads-out", lambda: bundle(version="../1"))
    yield Attack("bad-list", "empty-licence", lambda: bundle(licence=" "))
    yield Attack("bad-list", "no-files", lambda: bundle(files=[]))
    yield Attack("bad-list", "odd-hash", lambda: bundle(files=_listed(sha256="0" * 63)))
    yield Attack("lying-size", "negative", lambda: bundle(files=_listed(size=-1)))
    yield Attack("lying-size", "huge", lambda: bundle(files=_listed(size=10**12)))
    yield Attack("device-name", "id", lambda: bundle(id="con"))
    yield Attack("zip-slip", "in-list", lambda: bundle(files=_listed(name="../pack.yaml")))
    yield Attack("hidden-character", "title", lambda: bundle(title="A\u202esmall pack"))
    yield Attack("too-long", "title", lambda: bundle(title="a" * 201))
    yield Attack("too-many-files", "list", lambda: bundle(files=_listed() * 2001))
    yield Attack("no-list", "plain-zip", lambda: raw_zip([Raw(n, d) for n, d in GOOD.items()]))
    yield Attack("no-list", "in-a-folder", _in_a_folder)
    yield Attack("no-list", "no-files", lambda: raw_zip([]))
    yield Attack("not-listed", "stowaway", lambda: and_entry(Raw("facts/more.yaml", b"a: b\n")))
    yield Attack("missing-file", "one", lambda: raw_zip(entries()[:-1]))
    yield Attack("wrong-hash", "other-file", _other_file)
    yield Attack("two-packs", "other-id", lambda: bundle(id="other"))
    yield Attack("two-packs", "other-licence", lambda: bundle(licence="CC0"))
    yield Attack("shipped-id", "baikonur", _shipped)
    for name, signature in (
        ("nothing", b"{}"),
        ("text", b'{"format": 1, "key": "a", "signature": "b"}'),
        ("forged", _signature("00" * 32, "11" * 64)),
        ("weak-key", _signature("01" + "00" * 31, "01" + "00" * 63)),
    ):
        made = Raw("bundle.signature", signature)
        yield Attack("bad-signature", name, lambda made=made: and_entry(made))  # type: ignore[misc]


def drawn() -> Iterator[Attack]:
    for rule, name, make in (
        ("picture-size", "a.png", lambda: pictures.png(20_000, 20_000)),
        ("picture-size", "tall.png", lambda: pictures.png(1, 5_000)),
        ("picture-size", "lying.png", lambda: pictures.png(2**31 - 1, 2**31 - 1, data=b"x")),
        ("picture-size", "a.jpg", lambda: pictures.jpeg(65_535, 65_535)),
        ("picture-size", "a.webp", lambda: pictures.vp8l(16_384, 16_384)),
        ("picture-size", "b.webp", lambda: pictures.vp8(16_383, 16_383)),
        ("picture-size", "c.webp", lambda: pictures.vp8x(2**24, 2**24)),
        ("picture-size", "a.svg", lambda: pictures.svg(head='width="99999" height="9"')),
        ("picture-size", "b.svg", lambda: pictures.svg(head='width="1e9" height="1e9"')),
        ("picture-moves", "a.png", pictures.moving_png),
        ("picture-moves", "a.webp", lambda: pictures.vp8x(9, 9, flags=2)),
        ("picture-kind", "png.jpg", pictures.png),
        ("picture-kind", "zip.png", bundle),
        ("picture-kind", "program.png", lambda: b"MZ" + bytes(100)),
        ("picture-kind", "page.svg", lambda: b"<html><body onload='a()'/></html>"),
        ("picture-kind", "gif.webp", lambda: b"GIF89a" + bytes(100)),
        ("picture-broken", "zip-behind.png", lambda: pictures.png(after=bundle())),
        ("picture-broken", "cut.png", lambda: pictures.png()[:40]),
        ("picture-broken", "cut.jpg", lambda: pictures.jpeg(end=b"")),
        ("picture-broken", "cut.webp", lambda: pictures.vp8()[:-4]),
        ("picture-broken", "flat.png", lambda: pictures.png(0, 1)),
        ("svg-content", "script.svg", lambda: pictures.svg("<script>a()</script>")),
        ("svg-content", "onload.svg", lambda: pictures.svg(head='width="9" onload="a()"')),
        ("svg-content", "page.svg", lambda: pictures.svg("<foreignObject/>")),
        ("svg-content", "fetch.svg", lambda: pictures.svg('<image href="http://a.example"/>')),
        ("svg-content", "fill.svg", lambda: pictures.svg('<rect fill="url(http://a.example)"/>')),
        ("svg-content", "style.svg", lambda: pictures.svg("<style>@import 'a'</style>")),
        ("svg-content", "use.svg", lambda: pictures.svg('<use href="#a"/>')),
        ("svg-content", "deep.svg", lambda: pictures.svg("<g>" * 20_000)),
        ("svg-content", "order.svg", lambda: pictures.svg(before="<?xml-stylesheet href='a'?>")),
        ("svg-content", "laughs.svg", lambda: pictures.svg("&b;", before=_ENTITIES)),
        ("svg-content", "file.svg", lambda: pictures.svg("&a;", before=_OUTSIDE)),
    ):
        yield Attack(rule, name, lambda n=name, make=make: picture(n, make()))  # type: ignore[misc]


def every() -> tuple[Attack, ...]:
    """All attacks."""
    parts = (names, kinds, structure, bombs, lists, drawn)
    return tuple(attack for part in parts for attack in part())


_ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _listed(**changed: Any) -> list[dict[str, Any]]:
    return [{"name": "pack.yaml", "size": 1, "sha256": "0" * 64, **changed}]


def _signature(key: str, signed: str) -> bytes:
    return json.dumps({"format": 1, "key": key, "signature": signed}).encode()


def _laughs() -> str:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    return "\n".join(lines)


def _floods() -> Iterator[tuple[str, str, str]]:
    """Files with as many errors as fit into what is read: each is told of the first one."""
    many = range(50_000)
    keys = "".join(f"    k{number}: a\n" for number in many)
    yield "wrong-type", "words", "facts:\n" + "- a\n" * 140_000
    yield "surprise", "truths", "facts:\n" + "- yes\n" * 140_000
    yield "too-many-keys", "keys-twice", f"facts:\n  - fact: a\n{keys}{keys}"
    few = "".join(f"    k{number}: a\n" for number in range(900))
    yield "duplicate-key", "few-keys-twice", f"facts:\n  - fact: a\n{few}{few}"
    yield "too-many-keys", "unknown-keys", f"facts:\n  - fact: a\n    ask: b\n    from: c\n{keys}"
    yield "cut-by-comment", "comments", "facts:\n" + "- a b #c\n" * 140_000
    sources = ", ".join(f"atles{number} 1" for number in many)
    yield "unknown-source", "sources", FACTS.replace("from: atlas 3", f"from: [{sources}]")


def _many_languages() -> bytes:
    """For each language the pack itself is read once more."""
    said = {f"languages/l{number:03}/pack.yaml": b"title: a\n" for number in range(990)}
    return bundle({**GOOD, "facts/more.yaml": b"facts: [" + b"a, " * 20_000 + b"]\n", **said})


def _both_lie(size: int) -> bytes:
    """pack.yaml, packed, of another size than archive and list say."""
    data = GOOD["pack.yaml"]
    files = [{"name": "pack.yaml", "size": size, "sha256": hashlib.sha256(data).hexdigest()}]
    made = deflated("pack.yaml", data, size=size)
    return raw_zip([Raw("bundle.json", listing({}, files=files)), made])


def _list_lies() -> bytes:
    files = json.loads(listing(GOOD))["files"]
    files[0]["size"] += 1
    return bundle(files=files)


def _other_file() -> bytes:
    made = entries()
    data = made[-1].data.replace(b"small", b"other")
    return raw_zip([*made[:-1], replace(made[-1], data=data)])


def _two_of_one() -> bytes:
    made = entries()
    at = len(raw_zip(made[:-1], end={})) - len(raw_zip([])) - _directory_size(made[:-1])
    return raw_zip([*made, replace(made[-1], at=at, written=False)])


def _directory_size(made: list[Raw]) -> int:
    return sum(46 + len(one.raw_name) + len(one.extra) for one in made)


def _quoted() -> bytes:
    """A file that holds the header of the next one, which the directory lists as well."""
    inner = Raw("facts/more.yaml", b"a: b\n")
    whole = raw_zip([inner])
    quoted = whole[: len(whole) - 22 - _directory_size([inner])]
    made = entries({**GOOD, "facts/quote.yaml": quoted, "facts/more.yaml": inner.data})
    before = made[:-2]
    at = len(raw_zip(before)) - 22 - _directory_size(before) + 30 + len("facts/quote.yaml")
    return raw_zip([*made[:-1], replace(inner, at=at, written=False)])


def _not_in_directory() -> bytes:
    made = entries()
    return raw_zip([made[0], Raw("evil.yaml", b"a", listed=False), *made[1:]])


def _behind_packed() -> bytes:
    whole = deflated("pack.yaml", GOOD["pack.yaml"])
    assert whole.packed is not None
    return raw_zip([*entries()[:-1], replace(whole, packed=whole.packed + b"evil")])


def _broken_packed() -> bytes:
    return packed_last(packed=b"\xff" * 300)


def _cut_packed() -> bytes:
    whole = deflated("pack.yaml", GOOD["pack.yaml"])
    assert whole.packed is not None
    return raw_zip([*entries()[:-1], replace(whole, packed=whole.packed[:-40])])


def _many() -> bytes:
    return raw_zip([Raw(f"facts/f{number}.yaml", b"") for number in range(2_001)])


def _zeros(size: int) -> bytes:
    maker = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = bytes(1_000_000)
    packed = b"".join(maker.compress(piece) for _ in range(size // len(piece)))
    return packed + maker.flush()


def _bomb(size: int) -> bytes:
    made = Raw("facts/a.yaml", packed=_zeros(size), method=8, size=size, crc=0)
    return raw_zip([*entries(), made])


def _many_bombs() -> bytes:
    packed = _zeros(20_000_000)
    return raw_zip(
        [
            Raw(f"facts/f{number}.yaml", packed=packed, method=8, size=20_000_000, crc=0)
            for number in range(50)
        ]
    )


def _huge_sum() -> bytes:
    """Each entry packs to no more than may be, and all of them to more than a pack may have."""
    packed = bytes(100_000)
    return raw_zip(
        [
            Raw(f"facts/f{number}.yaml", packed=packed, method=8, size=9_000_000, crc=0)
            for number in range(20)
        ]
    )


def _in_a_folder() -> bytes:
    return raw_zip([replace(one, name=f"small/{one.raw_name.decode()}") for one in entries()])


def _shipped() -> bytes:
    text = GOOD["pack.yaml"].replace(b"id: small", b"id: baikonur")
    return bundle({**GOOD, "pack.yaml": text}, id="baikonur")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    made = every()
    for number, attack in enumerate(made):
        tame = "".join(
            c if c.isascii() and (c.isalnum() or c in ".-") else "_" for c in attack.name
        )
        path = folder / f"{attack.rule}--{number:03}-{tame[:40]}.zip"
        path.write_bytes(attack.make())
    print(f"{len(made)} attacks on {len({one.rule for one in made})} rules in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
