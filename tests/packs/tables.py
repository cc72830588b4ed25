"""A pack with one table, for tests: small, right, and easy to break in one place."""

from __future__ import annotations

from pathlib import Path

from tests.packs.made import MANIFEST

TABLE = """\
key: id
shown: name
topic: rivers
label: A long river
from: atlas 1
columns:
  name: {type: place}
  length:
    type: number
    unit: km
    tolerance: 100
    fact: The {name} is {length} long.
    ask:
      - How long is the {name}?
      - How many kilometres does the {name} run?
    hint: It flows through {lands}.
    match: Match each river with its length.
    odd: Three of these are {length} long.
    why: Its water crosses {lands}.
  lands: {}
  swum:
    type: year
    fact: "{who} swam across the {name} in {swum}."
    ask: In which year did {who} swim across the {name}?
    event: "{who} swims"
    from: diary 1
  who:
    type: person
    single: yes
    fact: "{who} swam across the {name} in {swum}."
    ask: Who swam across the {name} in {swum}?
    accepted: {Ada Byrd: [Byrd, A. Byrd]}
    wrong: [Ann Otter: She swam across a lake., Cy Stone]
"""

ROWS = """\
rows:
  - {id: long, name: Long River, length: "6,650", lands: three lands, swum: 1957, who: Ada Byrd}
  - id: blue
    name: Blue River
    length: {is: "1,200", from: [atlas 2, diary 2], why: It dries up in summer.}
    swum: 1960
    who: Cy Stone
    hint: It was in a warm year.
  - {id: red, name: Red River, length: "800", lands: one land, from: atlas 3}
"""

CSV = """\
id;name;length;lands;swum;who;length.from;length.why
long;Long River;6,650;three lands;1957;Ada Byrd;;
blue;Blue River;1,200;;1960;Cy Stone;atlas 2 | diary 2;It dries up in summer.
red;Red River;800;one land;;;;
"""


def make_table(folder: Path, table: str = TABLE + ROWS, csv: str = "") -> Path:
    """A pack with this table as tables/rivers.yaml, and its rows beside it if there are any."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(MANIFEST, encoding="utf-8", newline="\n")
    (folder / "tables" / "rivers.yaml").write_text(table, encoding="utf-8", newline="\n")
    if csv:
        (folder / "tables" / "rivers.csv").write_text(csv, encoding="utf-8", newline="\n")
    return folder
